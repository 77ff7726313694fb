#include "app/base/text.h"
#include "app/display/screen.h"
#include "app/queue/ticket.h"

enum { PAGE_MS = 8000, ICON = 44 };

/* "2½" */
static void say_halves(int halves, char *out_text, size_t size)
{
	text_format(out_text, size, "%d%s", halves / 2, halves % 2 ? "½" : "");
}

/* One number: the word "about" has no room in a narrow list, whose spans do without it too. */
static const char *say_about(const struct ui *ui, const char *key, bool narrow, const char *number,
	char *out_text, size_t size)
{
	const char *const values[] = {number};
	text_fill(out_text, size, narrow ? language_short(ui->language, key) : ui_say(ui, key),
		values, 1);
	return out_text;
}

/* From an hour on nobody counts minutes: half hours, the span never narrower than it was. */
static const char *say_half_hours(const struct ui *ui, const struct view_service *service,
	bool narrow, char *out_text, size_t size)
{
	enum { HALF_MIN = 30 };
	char low[16], high[16];
	int from = service->low_min / HALF_MIN;
	int to = (service->high_min + HALF_MIN - 1) / HALF_MIN;
	say_halves(from, low, sizeof low);
	say_halves(to, high, sizeof high);
	return from == to ? say_about(ui, "display.wait_hours_about", narrow, high, out_text, size)
			  : language_with(
				    ui->language, "display.wait_hours", out_text, size, low, high);
}

/* "sekitar 12 menit", "10–20 menit", "1–1½ jam"; closed; "" while nobody knows, which is when no
 * counter is open. */
static const char *say_estimate(const struct ui *ui, const struct view_service *service,
	bool narrow, char *out_text, size_t size)
{
	enum { SOON_MIN = 2, HOUR_MIN = 60 };
	char low[16], high[16];
	out_text[0] = '\0';
	if (service->closed != RESULT_OK) {
		return ui_say(ui, "display.closed_counter");
	}
	if (service->high_min < 0) {
		return out_text;
	}
	if (service->low_min >= HOUR_MIN) {
		return say_half_hours(ui, service, narrow, out_text, size);
	}
	text_format(low, sizeof low, "%d", service->low_min);
	text_format(high, sizeof high, "%d", service->high_min);
	if (service->high_min <= SOON_MIN) {
		text_copy(out_text, size, ui_say(ui, "display.wait_soon"));
	} else if (service->low_min == service->high_min) {
		say_about(ui, "display.wait_about", narrow, high, out_text, size);
	} else {
		language_with(ui->language, "display.wait", out_text, size, low, high);
	}
	return out_text;
}

struct column {
	int width;
	bool narrow;
};

/* The column of the estimates, on every page of the same width. */
static struct column column_in(
	const struct ui *ui, const struct display_model *model, struct rect area)
{
	enum { LEAST = 240, NARROW = 960 };
	struct column column = {LEAST, area.w < NARROW};
	for (int i = 0; i < model->office->service_count; i++) {
		char estimate[64];
		int width = ui_text_width(ui, DISPLAY_TEXT,
			say_estimate(ui, &model->view->services[i], column.narrow, estimate,
				sizeof estimate));
		column.width = width > column.width ? width : column.width;
	}
	return column;
}

/* Icon and name, then people and estimate in columns that end at the same places in every line. */
static void line_frame(struct ui *ui, const struct display_model *model, int index,
	struct rect line, struct column column)
{
	enum { BESIDE = 24, PEOPLE = 40, COUNT = 72, BETWEEN = 28 };
	const struct office_service *service = &model->office->services[index];
	const struct view_service *state = &model->view->services[index];
	enum office_language language = display_language(ui);
	char number[16], estimate[64];
	bool any = state->waiting > 0;
	int name = line.x + ICON + BESIDE, end = line.x + line.w;
	int count = end - column.width - BETWEEN - COUNT, people = count - PEOPLE;
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
	ui_text(ui, (struct rect){end - column.width, line.y, column.width, line.h}, DISPLAY_TEXT,
		UI_RIGHT, THEME_ON_NIGHT,
		say_estimate(ui, state, column.narrow, estimate, sizeof estimate));
}

/* Which page this is: a column of dots beside the lines, in the card's margin. */
static void pages_frame(struct ui *ui, struct rect area, int pages, int page)
{
	enum { DOT = 14, STEP = 30, BESIDE = 20 };
	int y = area.y + (area.h - (pages - 1) * STEP - DOT) / 2;
	for (int i = 0; i < pages; i++) {
		ui_fill(ui, (struct rect){area.x + area.w + BESIDE, y + i * STEP, DOT, DOT},
			DOT / 2, i == page ? THEME_WHITE : THEME_EDGE);
	}
}

void services_frame(struct ui *ui, const struct display_model *model, struct rect area)
{
	int count = model->office->service_count, room = area.h / LAYOUT_SERVICE;
	if (room < 1 || count < 1) {
		return;
	}
	int pages = (count + room - 1) / room;
	int64_t turn = ui->ticks_ms / PAGE_MS;
	int share = (count + pages - 1) / pages; /* no last page of one line */
	int page = (int)(turn % pages), first = page * share;
	struct column column = column_in(ui, model, area);
	for (int i = first; i < count && i < first + share; i++) {
		line_frame(ui, model, i,
			(struct rect){area.x, area.y + (i - first) * LAYOUT_SERVICE, area.w,
				LAYOUT_SERVICE},
			column);
	}
	if (pages > 1) {
		area.h = share * LAYOUT_SERVICE;
		pages_frame(ui, area, pages, page);
		ui_wake_at(ui, (turn + 1) * PAGE_MS);
	}
}

/* The service whose turn it is among those that know how long it takes; -1 = none does. */
static int service_at(const struct display_model *model, int64_t turn)
{
	int known[OFFICE_SERVICES], count = 0;
	for (int i = 0; i < model->office->service_count; i++) {
		const struct view_service *state = &model->view->services[i];
		if (state->closed == RESULT_OK && state->high_min >= 0) {
			known[count++] = i;
		}
	}
	return count > 0 ? known[turn % count] : -1;
}

/* Two lines, as a row beside the tiles is too narrow for one. */
static void turn_frame(struct ui *ui, const struct display_model *model, int index, struct rect row)
{
	enum { RADIUS = 24, BESIDE = 24, LINE = 48, PEOPLE = 40, BETWEEN = 12 };
	const struct office_service *service = &model->office->services[index];
	const struct view_service *state = &model->view->services[index];
	enum office_language language = display_language(ui);
	char number[16], estimate[64];
	int x = row.x + LAYOUT_PAD + ICON + BESIDE, end = row.x + row.w - LAYOUT_PAD;
	int y = row.y + row.h / 2 - LINE;
	text_format(number, sizeof number, "%d", state->waiting);
	int width = ui_text_width(ui, DISPLAY_STRONG, number);
	int people = end - width - BETWEEN - PEOPLE;
	ui_fill(ui, row, RADIUS, THEME_NIGHT_2);
	ui_icon(ui, (struct rect){row.x + LAYOUT_PAD, row.y, ICON, row.h}, ICON, THEME_SKY,
		service->icon);
	ui_text(ui, (struct rect){x, y, end - x, LINE}, DISPLAY_TEXT, UI_LEFT, THEME_WHITE,
		ui_fitting(ui, end - x, DISPLAY_TEXT,
			(const char *const[]){service->name[language],
				service->short_name[language], service->code, NULL}));
	y += LINE;
	ui_text(ui, (struct rect){x, y, people - x, LINE}, DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT,
		say_estimate(ui, state, false, estimate, sizeof estimate));
	ui_icon(ui, (struct rect){people, y, PEOPLE, LINE}, PEOPLE, THEME_ON_NIGHT,
		"account-multiple");
	ui_text(ui, (struct rect){end - width, y, width, LINE}, DISPLAY_STRONG, UI_LEFT,
		THEME_WHITE, number);
}

bool services_row(struct ui *ui, const struct display_model *model, const struct layout *layout,
	struct rect row, int every)
{
	bool listed = layout->services.w > 0 ||
		      (!model->picture && scene_kind(&model->scene, model->view) != SCENE_CALL);
	int64_t turn = ui->ticks_ms / PAGE_MS;
	int index = service_at(model, turn / every);
	if (listed || model->view->waiting_total == 0 || index < 0) {
		return false;
	}
	ui_wake_at(ui, (turn + 1) * PAGE_MS);
	if (turn % every != 0) {
		return false;
	}
	turn_frame(ui, model, index, row);
	return true;
}
