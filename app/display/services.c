#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/queue/ticket.h"

enum { PAGE_MS = 8000, ICON = 44 };

/* "± 12 menit", "10–20 menit"; closed; "" while nobody knows, which is when no counter is open. */
static const char *say_estimate(
	const struct ui *ui, const struct view_service *service, char *out_text, size_t size)
{
	enum { SOON_MIN = 2 };
	char low[16], high[16];
	out_text[0] = '\0';
	if (service->closed != RESULT_OK) {
		return ui_say(ui, "display.closed_counter");
	}
	if (service->high_min < 0) {
		return out_text;
	}
	text_format(low, sizeof low, "%d", service->low_min);
	text_format(high, sizeof high, "%d", service->high_min);
	if (service->high_min <= SOON_MIN) {
		text_copy(out_text, size, ui_say(ui, "display.wait_soon"));
	} else if (service->low_min == service->high_min) {
		language_with(ui->language, "display.wait_about", out_text, size, high);
	} else {
		language_with(ui->language, "display.wait", out_text, size, low, high);
	}
	return out_text;
}

/* Icon and name, then people and estimate in columns that end at the same places in every line. */
static void line_frame(
	struct ui *ui, const struct display_model *model, int index, struct rect line)
{
	enum { BESIDE = 24, PEOPLE = 40, COUNT = 76, ESTIMATE = 278 };
	const struct office_service *service = &model->office->services[index];
	const struct view_service *state = &model->view->services[index];
	enum office_language language = display_language(ui);
	char number[16], estimate[64];
	bool any = state->waiting > 0;
	int name = line.x + ICON + BESIDE, end = line.x + line.w;
	int count = end - ESTIMATE - COUNT, people = count - PEOPLE;
	int room = people - BESIDE - name;
	text_format(number, sizeof number, "%d", state->waiting);
	ui_icon(ui, (struct rect){line.x, line.y, ICON, line.h}, ICON, THEME_SKY, service->icon);
	ui_text(ui, (struct rect){name, line.y, room, line.h}, DISPLAY_TEXT, UI_LEFT, THEME_WHITE,
		ui_fitting(ui, room, DISPLAY_TEXT,
			(const char *const[]){service->name[language],
				service->short_name[language], service->code, NULL}));
	ui_icon(ui, (struct rect){people, line.y, PEOPLE, line.h}, PEOPLE, THEME_ON_NIGHT,
		"account-multiple");
	ui_text(ui, (struct rect){count, line.y, COUNT, line.h},
		any ? DISPLAY_STRONG : DISPLAY_TEXT, UI_RIGHT, any ? THEME_WHITE : THEME_ON_NIGHT,
		number);
	ui_text(ui, (struct rect){end - ESTIMATE, line.y, ESTIMATE, line.h}, DISPLAY_TEXT, UI_RIGHT,
		THEME_ON_NIGHT, say_estimate(ui, state, estimate, sizeof estimate));
}

void services_frame(struct ui *ui, const struct display_model *model, struct rect area)
{
	int count = model->office->service_count, room = area.h / LAYOUT_SERVICE;
	if (room < 1 || count < 1) {
		return;
	}
	int pages = (count + room - 1) / room;
	int64_t turn = ui->ticks_ms / PAGE_MS;
	int first = (int)(turn % pages) * room;
	for (int i = first; i < count && i < first + room; i++) {
		line_frame(ui, model, i,
			(struct rect){area.x, area.y + (i - first) * LAYOUT_SERVICE, area.w,
				LAYOUT_SERVICE});
	}
	if (pages > 1) {
		ui_wake_at(ui, (turn + 1) * PAGE_MS);
	}
}
