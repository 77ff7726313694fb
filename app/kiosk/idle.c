#include "app/kiosk/screen.h"

#include "app/base/text.h"

static const struct rect DIALOG = {480, 296, 960, 592};

static void draw_count(struct ui *ui, int seconds)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 96, 112};
	char number[16];
	text_format(number, sizeof(number), "%d", seconds);
	int width = ui_text_width(ui, big, number);
	ui_text(ui, (struct rect){536, 540, 300, 112}, big, UI_LEFT, THEME_INK, number);
	ui_text(ui, (struct rect){536 + width + 18, 588, 400, 52}, UI_LEAD, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.idle.seconds"));
}

/* Any key, and a tap anywhere but on "erase", means somebody is there. */
static bool is_sign_of_life(const struct ui *ui)
{
	return ui->event.kind == UI_UP || ui->event.kind == UI_KEY || ui->event.kind == UI_TEXT;
}

struct action idle_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	int64_t end_ms = journey->visit.warned_ms + JOURNEY_WARN_MS;
	int seconds = journey_seconds(lobby, end_ms);
	ui_modal_begin(ui);
	ui_canvas(ui, 1920, 1080);
	ui_dialog(ui, DIALOG);
	ui_icon_tile(ui, 536, 352, 96, "timer-sand", false);
	ui_text(ui, (struct rect){664, 352, 720, 96}, UI_HEADLINE, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.idle.title"));
	ui_text(ui, (struct rect){536, 488, 848, 44}, (struct ui_style){DRAW_REGULAR, 32, 44},
		UI_LEFT, THEME_INK, ui_say(ui, "kiosk.idle.text"));
	draw_count(ui, seconds);
	ui_countdown(ui, (struct rect){536, 664, 848, 24}, seconds * 1000.0 / JOURNEY_WARN_MS);
	bool erase = ui_button(ui, "idle.erase", (struct rect){536, 736, 360, 96},
		ui_say(ui, "kiosk.idle.erase"), (struct ui_button){.kind = UI_SECONDARY});
	bool stay = ui_button(ui, "idle.stay", (struct rect){920, 736, 464, 96},
		ui_say(ui, "kiosk.idle.stay"), (struct ui_button){.kind = UI_PRIMARY});
	ui_focus_first(ui, "idle.stay");
	ui_modal_end(ui);
	if (erase) {
		return (struct action){.kind = ACTION_ERASE};
	}
	return (struct action){.kind = stay || is_sign_of_life(ui) ? ACTION_STAY : ACTION_NONE};
}
