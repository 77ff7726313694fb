#include "app/base/text.h"
#include "app/display/screen.h"

#include <string.h>

enum office_language display_language(const struct ui *ui)
{
	return strcmp(language_code(ui->language), "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
}

void say_clock(const struct office *office, int64_t ms, char *out_text, size_t size)
{
	struct calendar_local local;
	calendar_split(office, ms, &local);
	text_format(out_text, size, "%02d.%02d", local.hour, local.minute);
}

void say_date(const struct ui *ui, const char *key, const struct office *office, int64_t ms,
	char *out_text, size_t size)
{
	struct calendar_local local;
	char day_key[24], month_key[24], day[16], year[16];
	calendar_split(office, ms, &local);
	text_format(day_key, sizeof day_key, "date.day.%d", local.weekday + 1);
	text_format(month_key, sizeof month_key, "date.month.%d", local.month);
	text_format(day, sizeof day, "%d", local.day);
	text_format(year, sizeof year, "%d", local.year);
	language_with(ui->language, key, out_text, size, ui_say(ui, day_key), day,
		ui_say(ui, month_key), year);
}

void say_hours(const struct ui *ui, const struct display_model *model, char *out_text, size_t size)
{
	static const char *const keys[] = {
		[CALENDAR_OPEN] = "display.open_until",
		[CALENDAR_BREAK] = "display.rests_until",
		[CALENDAR_BEFORE] = "display.opens_at",
		[CALENDAR_CLOSED] = "display.closed_counter",
	};
	const struct desk_view *view = model->view;
	enum calendar_state state = view->day_closed ? CALENDAR_CLOSED : view->hours.state;
	const int64_t changes[] = {
		[CALENDAR_OPEN] = view->hours.close_ms,
		[CALENDAR_BREAK] = view->hours.until_ms,
		[CALENDAR_BEFORE] = view->hours.open_ms,
		[CALENDAR_CLOSED] = model->now_ms,
	};
	char clock[16] = "";
	out_text[0] = '\0';
	/* What a lost store said last must not outlive its hour; TICKET_NEVER has none. */
	if (changes[state] < model->now_ms || scene_kind(&model->scene, view) == SCENE_CLOSED) {
		return;
	}
	say_clock(model->office, changes[state], clock, sizeof clock);
	language_with(ui->language, keys[state], out_text, size, clock);
}

bool say_closing(
	const struct ui *ui, const struct display_model *model, char *out_text, size_t size)
{
	static const char *const keys[OFFICE_HOLIDAY_KINDS] = {
		[OFFICE_HOLIDAY_NATIONAL] = "common.closed.national",
		[OFFICE_HOLIDAY_JOINT] = "common.closed.joint",
		[OFFICE_HOLIDAY_LOCAL] = "common.closed.local",
	};
	struct calendar_day day;
	calendar_day(model->office, model->now_ms, &day);
	const struct office_closure *closure = calendar_closure(model->office, &day, model->now_ms);
	if (day.holiday) {
		language_with(
			ui->language, keys[day.holiday->kind], out_text, size, day.holiday->name);
	} else if (closure) {
		language_with(
			ui->language, "common.closed.closure", out_text, size, closure->reason);
	} else {
		text_copy(out_text, size, ui_say(ui, "common.closed.early"));
		return model->view->day_closed && model->view->hours.state != CALENDAR_CLOSED;
	}
	return true;
}
