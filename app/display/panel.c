#include "app/base/text.h"
#include "app/display/screen.h"

#include <math.h>

enum { PANEL_RADIUS = 32, PANEL_HEIGHT = 576, BAR_WIDTH = 136, BAR_STEP = 168, QUIET_PAD = 64 };

static const struct ui_style plate_text = {DRAW_DISPLAY_BOLD, 112, 136};
static const struct ui_style plate_short = {DRAW_DISPLAY_BOLD, 80, 90}; /* over a name */
static const struct ui_style plate_name = {DRAW_SEMIBOLD, 40, 46};
static const struct ui_style lead = {DRAW_REGULAR, 48, 64};

static const char *counter_name(const struct ui *ui, int counter, char *out_text, size_t size)
{
	char number[16];
	text_format(number, sizeof number, "%d", counter);
	return language_with(ui->language, "display.counter", out_text, size, number);
}

/* The white plate that says where to go: the number as it is called, and what the office calls it.
 */
static void plate_frame(struct ui *ui, const struct office *office, struct rect panel, int counter)
{
	enum { ARROW = 152, BETWEEN = 32, HEIGHT = 144, BELOW = 32, HIGH = 90, LOW = 46 };
	char name[64];
	struct rect plate = {
		panel.x + 40, panel.y + panel.h - HEIGHT - BELOW, panel.w - 80, HEIGHT};
	counter_name(ui, counter, name, sizeof name);
	const char *called = office_counter_name(office, counter, display_language(ui));
	int room = plate.w - ARROW - 2 * BETWEEN, under = ui_text_width(ui, plate_name, called);
	bool named = called[0] != '\0' && under <= room; /* it is never cut */
	struct ui_style style = named ? plate_short : plate_text;
	int width = ui_text_width(ui, style, name);
	width = named && under > width ? under : width;
	int x = plate.x + (plate.w - ARROW - BETWEEN - width) / 2;
	/* The yellow of high contrast cannot be read on white. */
	enum theme_token ink = ui->theme->flat ? THEME_ON_ACTION : THEME_ACTION;
	ui_fill(ui, plate, 24, THEME_WHITE);
	ui_icon(ui, (struct rect){x, plate.y, ARROW, plate.h}, ARROW, ink, "arrow-right-bold");
	struct rect words = {x + ARROW + BETWEEN, plate.y, width, plate.h};
	if (named) {
		words.h = HIGH;
		ui_text(ui, (struct rect){words.x, plate.y + HIGH, width, LOW}, plate_name, UI_LEFT,
			ink, called);
	}
	ui_text(ui, words, style, UI_LEFT, ink, name);
}

/* The number as large as the panel allows: long ones become smaller, never cut. */
static void number_frame(struct ui *ui, struct rect box, enum theme_token ink, const char *number)
{
	enum { MOST = 448, LEAST = 160 };
	int size = box.h * 21 / 20 / 8 * 8;
	struct ui_style style = {DRAW_DISPLAY_BOLD, size < MOST ? size : MOST, box.h};
	while (style.size > LEAST && ui_text_width(ui, style, number) > box.w) {
		style.size -= 8;
	}
	ui_text(ui, box, style, UI_CENTER, ink, number);
}

void panel_call(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	enum { LABEL = 28, UNDER_LABEL = 80, PLATE = 176, LOW = 460, RISE = 24 };
	const struct view_call *call = &model->scene.shown;
	struct rect panel = layout->panel;
	bool flash = scene_flashes(&model->scene, ui->ticks_ms, ui->motion);
	int top = panel.h < LOW ? 0 : UNDER_LABEL; /* a low one has room for the number alone */
	ui_fill(ui, panel, PANEL_RADIUS, flash ? THEME_NIGHT_3 : THEME_ACTION);
	if (top > 0) {
		ui_text(ui, (struct rect){panel.x + 56, panel.y + LABEL, panel.w - 112, 64}, lead,
			UI_LEFT, flash && ui->theme->flat ? THEME_WHITE : THEME_ACTION_SOFT,
			ui_say(ui, "display.number"));
	}
	int rise = (int)lround(RISE * scene_rise(&model->scene, ui->ticks_ms, ui->motion));
	number_frame(ui,
		(struct rect){
			panel.x + 32, panel.y + top + rise, panel.w - 64, panel.h - PLATE - top},
		flash ? THEME_WHITE : THEME_ON_ACTION, call->number);
	plate_frame(ui, model->office, panel, call->counter);
	rows_next(ui, model, layout);
}

/* The three bars of the office's mark, standing on the panel's lower edge. */
static void bars_frame(struct ui *ui, struct rect panel, int from)
{
	static const enum theme_token colors[] = {
		THEME_BPS_ORANGE, THEME_BPS_GREEN, THEME_BPS_BLUE};
	int full = panel.h > PANEL_HEIGHT ? 560 : 440;
	ui_clip(ui, panel);
	for (int i = 0; i < 3; i++) {
		int height = full - (2 - i) * (full - 240) / 2;
		struct rect bar = {panel.x + panel.w - 528 + i * BAR_STEP,
			panel.y + panel.h - height, BAR_WIDTH, height + 24};
		if (bar.x >= from) { /* they never stand behind words */
			ui_fill(ui, bar, 24, colors[i]);
		}
	}
	ui_unclip(ui);
}

/* What a quiet panel says: its title's key and its text. */
static const char *quiet_words(
	struct ui *ui, const struct display_model *model, char *out_text, size_t size)
{
	const struct calendar_hours *hours = &model->view->hours;
	char clock[16] = "";
	int64_t until = hours->state == CALENDAR_BREAK ? hours->until_ms : hours->open_ms;
	if (until != TICKET_NEVER) {
		say_clock(model->office, until, clock, sizeof clock);
	}
	if (model->view->waiting_total > 0) {
		text_copy(out_text, size, ui_say(ui, "display.please_wait"));
	} else if (hours->state == CALENDAR_BREAK) {
		language_with(ui->language, "display.resting_until", out_text, size, clock);
		return "display.resting";
	} else if (hours->state == CALENDAR_BEFORE) {
		language_with(ui->language, "display.before", out_text, size, clock);
	} else {
		text_copy(out_text, size, ui_say(ui, "display.no_queue"));
	}
	return "display.welcome";
}

/* Nobody waits: a word of welcome beside the mark, large. */
static void idle_frame(
	struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	static const struct ui_style title = {DRAW_DISPLAY_BOLD, 104, 114};
	enum { TOP = 60, WORDS = 544, BETWEEN = 40 };
	char text[256];
	struct rect panel = layout->full, words = {panel.x + QUIET_PAD, panel.y + TOP, WORDS, 0};
	const char *key = quiet_words(ui, model, text, sizeof text);
	if (panel.w - WORDS < 600) { /* no room for the mark beside the words */
		words.w = panel.w - 2 * QUIET_PAD;
	}
	ui_fill(ui, panel, PANEL_RADIUS, THEME_NIGHT_2);
	bars_frame(ui, panel, words.x + words.w);
	words.y += ui_paragraph(ui, words, title, UI_LEFT, THEME_WHITE, ui_say(ui, key)) + BETWEEN;
	ui_paragraph(ui, words, lead, UI_LEFT, THEME_WHITE, text);
	if (layout->tall) {
		rows_next(ui, model, layout);
	}
}

/* People wait: how many for what, and how long about. Where the list has too little room the word
 * to them makes way. */
static void waiting_frame(
	struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	static const struct ui_style title = {DRAW_DISPLAY_BOLD, 72, 88};
	enum { TOP = 40, BETWEEN = 28 };
	char text[256];
	struct rect panel = layout->panel;
	struct rect words = {panel.x + QUIET_PAD, panel.y + TOP, panel.w - 2 * QUIET_PAD, 0};
	const char *key = quiet_words(ui, model, text, sizeof text);
	ui_fill(ui, panel, PANEL_RADIUS, THEME_NIGHT_2);
	words.y += ui_paragraph(ui, words, title, UI_LEFT, THEME_WHITE, ui_say(ui, key)) + 4;
	int bottom = panel.y + panel.h - TOP;
	int word = ui_paragraph_height(ui, words.w, DISPLAY_TEXT, text);
	if (words.y + word + BETWEEN + model->office->service_count * LAYOUT_SERVICE <= bottom) {
		ui_paragraph(ui, words, DISPLAY_TEXT, UI_LEFT, THEME_ON_NIGHT, text);
		words.y += word;
	}
	words.y += BETWEEN;
	words.h = bottom - words.y;
	services_frame(ui, model, words);
	rows_next(ui, model, layout);
}

static void picture_frame(
	struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	ui_fill(ui, layout->panel, PANEL_RADIUS, THEME_NIGHT_2);
	ui_picture(ui, layout->panel, PANEL_RADIUS, model->picture_share, model->picture);
	rows_next(ui, model, layout);
}

void panel_quiet(struct ui *ui, const struct display_model *model, const struct layout *layout)
{
	if (model->picture) {
		picture_frame(ui, model, layout);
	} else if (model->view->waiting_total > 0 && layout->services.w == 0) {
		waiting_frame(ui, model, layout);
	} else {
		idle_frame(ui, model, layout);
	}
}
