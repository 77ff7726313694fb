#include "app/console/screen.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <string.h>

/* The bottom line: the ticket printer in words, a slip to decide, what staff ought to know, today's
 * share. */
enum { HEIGHT = 56, ICON = 22, BAR_W = 96, BAR_H = 8 };

struct printer_look {
	const char *icon;
	const char *key;
	enum theme_token icon_color, color;
	bool bold;
};

static bool is_printer(const struct view_device *device)
{
	const char *slash = strrchr(device->name, '/');
	return slash != NULL && strcmp(slash, "/printer") == 0;
}

static int gravity(const struct view_device *device)
{
	return device->reason != RESULT_OK ? 2 : device->near_end ? 1 : 0;
}

/* The printer that is worst off: with several kiosks one sentence is enough to send somebody. */
static const struct view_device *worst_printer(const struct desk_view *view)
{
	const struct view_device *worst = NULL;
	for (int i = 0; i < view->device_count; i++) {
		const struct view_device *device = &view->devices[i];
		if (is_printer(device) && (worst == NULL || gravity(device) > gravity(worst))) {
			worst = device;
		}
	}
	return worst;
}

static const char *trouble_key(enum result reason)
{
	switch (reason) {
	case RESULT_PAPER_OUT: return "console.printer.paper_out";
	case RESULT_COVER_OPEN: return "console.printer.cover";
	case RESULT_DEVICE_MISSING: return "console.printer.unplugged";
	case RESULT_DEVICE_OFFLINE: return "console.printer.offline";
	default: return "console.printer.broken";
	}
}

static struct printer_look printer_look(const struct view_device *printer)
{
	if (printer == NULL) {
		return (struct printer_look){
			"printer", "console.printer.none", THEME_DISABLED_ICON, THEME_INK2, false};
	}
	if (printer->reason != RESULT_OK) {
		return (struct printer_look){"printer-alert", trouble_key(printer->reason),
			THEME_LATE, THEME_LATE_INK, true};
	}
	if (printer->near_end) {
		return (struct printer_look){"printer-alert", "console.printer.near_end",
			THEME_SOON_INK, THEME_SOON_INK, true};
	}
	return (struct printer_look){"printer", "console.printer.fine", THEME_OK, THEME_INK, false};
}

/* Returns where the next part may begin. */
static int draw_printer(struct ui *ui, const struct desk_view *view)
{
	struct printer_look look = printer_look(worst_printer(view));
	struct ui_style style = look.bold ? PARTS_TEXT_SEMIBOLD : PARTS_TEXT_MEDIUM;
	const char *words = ui_say(ui, look.key);
	int width = ui_text_width(ui, style, words);
	ui_icon(ui, (struct rect){PARTS_MARGIN, PARTS_STRIP, ICON, HEIGHT}, ICON, look.icon_color,
		look.icon);
	ui_text(ui, (struct rect){54, PARTS_STRIP, width, HEIGHT}, style, UI_LEFT, look.color,
		words);
	return 54 + width + 28;
}

static int draw_share(struct ui *ui, const struct desk_view *view, int right)
{
	char text[64], met[16], counted[16];
	text_format(met, sizeof(met), "%d", view->met);
	text_format(counted, sizeof(counted), "%d", view->counted);
	const char *words = view->counted == 0 ? ui_say(ui, "console.share_none")
					       : parts_say(ui, text, sizeof(text),
							 "console.share_of", met, counted);
	struct rect box = {right - 200, PARTS_STRIP, 200, HEIGHT};
	ui_text(ui, box, PARTS_TEXT_SEMIBOLD, UI_RIGHT, THEME_INK, words);
	int x = right - ui_text_width(ui, PARTS_TEXT_SEMIBOLD, words) - 8 - BAR_W;
	struct rect bar = {x, PARTS_STRIP + (HEIGHT - BAR_H) / 2, BAR_W, BAR_H};
	ui_fill(ui, bar, BAR_H / 2, THEME_LINE);
	if (view->counted > 0 && view->met > 0) {
		bar.w = BAR_W * view->met / view->counted;
		bar.w = bar.w < BAR_H ? BAR_H : bar.w;
		ui_fill(ui, bar, BAR_H / 2, view->met == view->counted ? THEME_OK : THEME_SOON);
	}
	const char *title = ui_say(ui, "console.share");
	int width = ui_text_width(ui, PARTS_TEXT, title);
	ui_text(ui, (struct rect){x - 8 - width, PARTS_STRIP, width, HEIGHT}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, title);
	return x - 8 - width;
}

/* ---- what staff ought to know, in one line ---- */

struct strip_word {
	const char *key; /* NULL = nothing to say */
	char value[16];
};

/* A list of holidays is the head's to get; the clock is everybody's to see. */
static struct strip_word find_word(const struct shift *shift, int64_t now)
{
	struct strip_word word = {NULL, ""};
	const struct desk_staff *person = shift_person(shift);
	if (shift->view == NULL) {
		return word;
	}
	int year = calendar_missing_year(shift->office, now);
	if (shift->view->clock != DESK_CLOCK_RIGHT) {
		word.key = shift->view->clock == DESK_CLOCK_BEHIND ? "console.clock_behind"
								   : "console.clock_ahead";
	} else if (year != 0 && person != NULL && person->role == DESK_HEAD) {
		word.key = "console.holidays_missing";
		text_format(word.value, sizeof(word.value), "%d", year);
	}
	return word;
}

void strip_word(struct ui *ui, const struct shift *shift, int x, int right, int64_t now)
{
	enum { GAP = 8 };
	struct strip_word word = find_word(shift, now);
	if (word.key == NULL) {
		return;
	}
	char whole[160], brief[160];
	const char *const values[] = {word.value};
	text_fill(whole, sizeof(whole), ui_say(ui, word.key), values, 1);
	text_fill(brief, sizeof(brief), language_short(ui->language, word.key), values, 1);
	const char *text = ui_fitting(ui, right - x - ICON - GAP, PARTS_TEXT_SEMIBOLD,
		(const char *const[]){whole, brief, NULL});
	int width = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, text);
	ui_icon(ui, (struct rect){x, PARTS_STRIP, ICON, HEIGHT}, ICON, THEME_SOON_INK, "clock");
	ui_text(ui, (struct rect){x + ICON + GAP, PARTS_STRIP, width, HEIGHT}, PARTS_TEXT_SEMIBOLD,
		UI_LEFT, THEME_SOON_INK, text);
}

/* One tap decides what the printer could not say: did this ticket come out? */
static struct shift_action draw_unsure(
	struct ui *ui, const struct view_device *device, int x, int right, int *out_end)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	char text[128];
	const char *again = ui_say(ui, "console.slip.again");
	const char *there = ui_say(ui, "console.slip.there");
	int again_w = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, again) + 32;
	int there_w = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, there) + 32;
	int room = right - x - again_w - there_w - 24;
	parts_say(ui, text, sizeof(text), "console.slip.unsure", device->unsure_number, "");
	struct ui_style style = ui_text_width(ui, PARTS_TEXT_SEMIBOLD, text) <= room
					? PARTS_TEXT_SEMIBOLD
					: PARTS_NOTE_SEMIBOLD;
	int width = ui_text_width(ui, style, text);
	ui_text(ui, (struct rect){x, PARTS_STRIP, width, HEIGHT}, style, UI_LEFT, THEME_SOON_INK,
		text);
	struct ui_button look = {.kind = UI_SECONDARY, .text_size = 16};
	struct rect box = {x + width + 16, PARTS_STRIP + 6, again_w, 44};
	if (ui_button(ui, "strip.reprint", box, again, look)) {
		action.act = SHIFT_REPRINT;
	}
	box.x += again_w + 8;
	box.w = there_w;
	look.kind = UI_QUIET;
	if (ui_button(ui, "strip.settle", box, there, look)) {
		action.act = SHIFT_SETTLE;
	}
	*out_end = box.x + there_w + 28;
	return action;
}

struct shift_action strip_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct rect screen = ui_screen(ui);
	struct rect ground = {screen.x, PARTS_STRIP, screen.w, screen.y + screen.h - PARTS_STRIP};
	ui_fill(ui, ground, 0, THEME_CARD);
	ground.h = 1;
	ui_fill(ui, ground, 0, THEME_LINE);
	const struct view_device *unsure = shift_unsure(shift);
	struct shift_action action = {SHIFT_NOTHING, 0};
	int x = draw_printer(ui, shift->view);
	int right = layout->width - PARTS_MARGIN;
	/* A slip to decide and a word leave no room for the share, which can wait. */
	if (unsure == NULL || find_word(shift, now).key == NULL) {
		right = draw_share(ui, shift->view, right) - 24;
	}
	if (unsure != NULL) {
		action = draw_unsure(ui, unsure, x, right, &x);
	}
	strip_word(ui, shift, x, right, now);
	return action;
}
