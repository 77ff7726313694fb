#include "app/kiosk/screen.h"

#include "app/base/text.h"

#include "app/kiosk/chrome.h"
#include "app/kiosk/ways.h"

static void draw_count(struct ui *ui, int seconds, struct rect line)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 96, 112};
	char number[16];
	text_format(number, sizeof(number), "%d", seconds);
	int width = ui_text_width(ui, big, number);
	ui_text(ui, line, big, UI_LEFT, THEME_INK, number);
	ui_text(ui,
		(struct rect){line.x + width + 18, line.y + line.h * 3 / 7, 400, line.h * 13 / 28},
		UI_LEAD, UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.idle.seconds"));
}

/* Any key, and a tap anywhere but on "erase", means somebody is there. */
static bool is_sign_of_life(const struct ui *ui)
{
	return ui->event.kind == UI_UP || ui->event.kind == UI_KEY || ui->event.kind == UI_TEXT;
}

/* Both buttons are large, and to stay is the larger one. */
static struct action draw_buttons(struct ui *ui, const char *leave, struct rect foot)
{
	const int gap = 24, erase_w = (foot.w - gap) * 360 / 824, size = ui->large ? 28 : 0;
	const struct rect left = {foot.x, foot.y, erase_w, foot.h};
	const struct rect right = {foot.x + erase_w + gap, foot.y, foot.w - erase_w - gap, foot.h};
	bool erase = ui_button(ui, "idle.erase", left, ui_say(ui, leave),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = size});
	bool stay = ui_button(ui, "idle.stay", right, ui_say(ui, "kiosk.idle.stay"),
		(struct ui_button){.kind = UI_PRIMARY, .text_size = size});
	return (struct action){.kind = erase ? ACTION_ERASE : stay ? ACTION_STAY : ACTION_NONE};
}

/* What happens when nobody answers, and the button that has it happen at once. */
struct ending {
	const char *text, *leave;
};

static struct ending ending_of(const struct journey *journey)
{
	if (journey_is_adjusted(journey)) { /* nothing was entered yet */
		return (struct ending){"kiosk.idle.looks", "kiosk.idle.reset"};
	}
	if (ways_awaits_help(&journey->visit)) {
		return (struct ending){"kiosk.idle.help", "kiosk.help.over"};
	}
	return (struct ending){"kiosk.idle.text", "kiosk.idle.erase"};
}

struct action idle_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const int seconds = journey_seconds(lobby, journey_ends(&journey->visit));
	const struct ending ending = ending_of(journey);
	ui_modal_begin(ui);
	layout_begin(ui, journey);
	const struct layout layout = layout_of(ui, journey);
	const bool small = layout.shape == LAYOUT_SMALL;
	const int pad = small ? 24 : 56, tile = small ? 56 : 96, width = small ? layout.inner : 960;
	const bool narrow = width < 600; /* its sentence takes two lines */
	const int height = narrow ? 448 : small ? 400 : 592, inner = width - 2 * pad;
	struct rect dialog = {
		(layout.width - width) / 2, (layout.height - height) / 2, width, height};
	dialog.y += layout.shape == LAYOUT_WIDE ? 52 : 0;
	int x = dialog.x + pad, y = dialog.y + pad;
	const char *title = ui_say(ui, "kiosk.idle.title"), *text = ui_say(ui, ending.text);
	ui_dialog(ui, dialog);
	ui_icon_tile(ui, x, y, tile, "timer-sand", false);
	chrome_words(ui, (struct rect){x + tile + 32, y, inner - tile - 32, tile}, UI_HEADLINE,
		UI_LEFT, THEME_INK, title, title);
	y += tile + (small ? 16 : 40);
	const int words = narrow ? 84 : 44;
	chrome_words(ui, (struct rect){x, y, inner, words}, (struct ui_style){DRAW_REGULAR, 32, 44},
		UI_LEFT, THEME_INK, text, text);
	y += words + (small ? 4 : 8);
	draw_count(ui, seconds, (struct rect){x, y, 300, small ? 84 : 112});
	y += small ? 92 : 124;
	ui_countdown(ui, (struct rect){x, y, inner, 24}, seconds * 1000.0 / JOURNEY_WARN_MS);
	const int high = small ? LAYOUT_TOUCH + 1 : 96;
	struct action action = draw_buttons(
		ui, ending.leave, (struct rect){x, dialog.y + height - pad - high, inner, high});
	ui_focus_first(ui, "idle.stay");
	ui_modal_end(ui);
	if (action.kind != ACTION_NONE) {
		return action;
	}
	return (struct action){.kind = is_sign_of_life(ui) ? ACTION_STAY : ACTION_NONE};
}
