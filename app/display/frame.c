#include "app/base/text.h"
#include "app/display/screen.h"

enum { MINUTE_MS = 60 * 1000, MARK_HEIGHT = 64, MARK_BASE = 96 };

const struct ui_style DISPLAY_TEXT = {DRAW_REGULAR, 40, 52};
const struct ui_style DISPLAY_STRONG = {DRAW_SEMIBOLD, 40, 52};
const struct ui_style DISPLAY_STATE = {DRAW_DISPLAY_SEMIBOLD, 44, 56};
const struct ui_style DISPLAY_NAME = {DRAW_DISPLAY_BOLD, 56, 72};

/* In the date's place while the clock is wrong: the date may be wrong too. For staff, and calm. */
static void doubt_frame(struct ui *ui, struct rect box)
{
	enum { ICON = 40, GAP = 12 };
	const char *words = ui_fitting(ui, box.w - ICON - GAP, DISPLAY_TEXT,
		(const char *const[]){ui_say(ui, "display.clock"),
			language_short(ui->language, "display.clock"), "", NULL});
	int width = ui_text_width(ui, DISPLAY_TEXT, words) + (words[0] ? GAP : 0);
	ui_text(ui, box, DISPLAY_TEXT, UI_RIGHT, THEME_ON_NIGHT, words);
	ui_icon(ui, (struct rect){box.x + box.w - width - ICON, box.y, ICON, box.h}, ICON,
		THEME_ON_NIGHT, "clock");
}

/* Date and hour end at the right edge; a long office name leaves no room for the day's name. */
static void moment_frame(struct ui *ui, const struct display_model *model, int from)
{
	static const struct ui_style clock_style = {DRAW_DISPLAY_BOLD, 80, 96};
	char clock[16], full[96], plain[96];
	say_clock(model->office, model->now_ms, clock, sizeof clock);
	say_date(ui, "date.full", model->office, model->now_ms, full, sizeof full);
	say_date(ui, "date.plain", model->office, model->now_ms, plain, sizeof plain);
	int width = ui_text_width(ui, clock_style, clock);
	int room = DISPLAY_RIGHT - width - DISPLAY_PAD - from;
	ui_text(ui, (struct rect){DISPLAY_RIGHT - width, 16, width, 96}, clock_style, UI_LEFT,
		THEME_WHITE, clock);
	if (model->view->clock == DESK_CLOCK_RIGHT) {
		ui_text(ui, (struct rect){from, 32, room, 64}, DISPLAY_TEXT, UI_RIGHT,
			THEME_ON_NIGHT,
			ui_fitting(ui, room, DISPLAY_TEXT,
				(const char *const[]){full, plain, "", NULL}));
	} else {
		doubt_frame(ui, (struct rect){from, 32, room, 64});
	}
	ui_wake_in(ui, MINUTE_MS - model->now_ms % MINUTE_MS);
}

void header_frame(struct ui *ui, const struct display_model *model)
{
	enum { NAME_X = 140, NAME_WIDTH = 1360 };
	const char *name = model->office->name;
	const char *word = model->view->training ? ui_say(ui, "display.training") : "";
	int beside = word[0] ? ui_text_width(ui, DISPLAY_STRONG, word) + DISPLAY_PAD : 0;
	struct ui_style style = DISPLAY_STATE;
	while (style.size > 28 && ui_text_width(ui, style, name) + beside > NAME_WIDTH) {
		style.size -= 2;
	}
	int width = ui_text_width(ui, style, name);
	ui_mark(ui, DISPLAY_LEFT, MARK_BASE, MARK_HEIGHT, false);
	ui_text(ui, (struct rect){NAME_X, 32, width, 64}, style, UI_LEFT, THEME_WHITE, name);
	int x = NAME_X + width + DISPLAY_PAD;
	ui_text(ui, (struct rect){x, 32, beside, 64}, DISPLAY_STRONG, UI_LEFT, THEME_NIGHT_SOON,
		word);
	moment_frame(ui, model, x + beside);
}

/* Before the store is there: nothing to say but that it comes by itself, and why not yet. */
static void starting_frame(struct ui *ui, const struct display_model *model)
{
	static const struct ui_style title = {DRAW_DISPLAY_BOLD, 104, 116};
	char key[64];
	ui_mark(ui, DISPLAY_LEFT + 64, 392, 168, false);
	ui_text(ui, (struct rect){DISPLAY_LEFT + 64, 448, 1696, 120}, title, UI_LEFT, THEME_WHITE,
		ui_say(ui, "display.starting"));
	struct rect below = {DISPLAY_LEFT + 64, 592, 1696, 160};
	below.y += ui_paragraph(ui, below, (struct ui_style){DRAW_REGULAR, 48, 64}, UI_LEFT,
			   THEME_ON_NIGHT, ui_say(ui, "display.starting_wait")) +
		   DISPLAY_GAP;
	if (model->trouble != RESULT_OK) {
		text_format(key, sizeof key, "result.%s", result_key(model->trouble));
		ui_paragraph(ui, below, DISPLAY_TEXT, UI_LEFT, THEME_NIGHT_SOON, ui_say(ui, key));
	}
}

static void scene_frame(struct ui *ui, const struct display_model *model)
{
	switch (scene_kind(&model->scene, model->view)) {
	case SCENE_CLOSED: closed_frame(ui, model); return;
	case SCENE_CALL: panel_call(ui, model); break;
	case SCENE_WAITING:
	case SCENE_IDLE: panel_quiet(ui, model); break;
	}
	tiles_frame(ui, model);
	rows_last(ui, model);
}

void display_frame(struct ui *ui, const struct display_model *model)
{
	ui_canvas(ui, 1920, 1080);
	ui_fill(ui, ui_screen(ui), 0, THEME_NIGHT);
	if (!model->office || !model->view) {
		starting_frame(ui, model);
		return;
	}
	header_frame(ui, model);
	scene_frame(ui, model);
	promise_frame(ui, model);
	running_frame(ui, model);
	ui_wake_at(ui, scene_deadline(&model->scene, model->view, ui->ticks_ms, ui->motion));
}
