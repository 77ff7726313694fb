#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* What was done last, with the way to take it back, and why something was refused: for some seconds
 * in the place of the status strip, where they cover neither the clock nor a button. */
enum {
	HEIGHT = PARTS_HEIGHT - PARTS_STRIP,
	ICON = 24,
	BUTTON_W = 200,
	TEXT_SIZE = 2 * SHIFT_VALUE_SIZE
};

static bool has_notice(const struct shift *shift)
{
	return shift->notice[0] != '\0';
}

bool toast_is_shown(const struct ui *ui, const struct shift *shift)
{
	return has_notice(shift) ||
	       (shift->said[0] != '\0' && ui->ticks_ms < shift_said_until(shift));
}

/* Beside a refusal it says whose act is meant. */
static bool draw_undo(struct ui *ui, const struct shift *shift, struct rect box)
{
	char label[64];
	bool held = false;
	parts_say(ui, label, sizeof(label), has_notice(shift) ? "console.undo_of" : "console.undo",
		shift->acted, "");
	bool tapped = ui_touch(ui, "done.undo", box, &held, NULL);
	ui_fill(ui, box, 18, held ? THEME_ACTION_DOWN : THEME_NIGHT_3);
	parts_frame(ui, box, 18, 2);
	ui_text(ui, box, PARTS_TEXT_SEMIBOLD, UI_CENTER, THEME_WHITE, label);
	ui_focus_ring(ui, "done.undo", box, 18, THEME_WHITE);
	return tapped;
}

/* One line, or two small ones. */
static void draw_words(struct ui *ui, struct rect box, const char *text)
{
	bool fits = ui_text_width(ui, PARTS_TEXT_MEDIUM, text) <= box.w;
	struct ui_style style = fits ? PARTS_TEXT_MEDIUM : PARTS_NOTE_MEDIUM;
	int height = fits ? style.line : ui_paragraph_height(ui, box.w, style, text);
	box.y += (box.h - height) / 2;
	box.h = height;
	parts_lines(ui, box, style, UI_LEFT, 2, THEME_WHITE, text);
}

/* What was done, and where a visitor was sent on to. */
static void say_done(const struct ui *ui, const struct shift *shift, const char *value,
	char *out_text, size_t size)
{
	char where[OFFICE_NAME_SIZE];
	if (strcmp(shift->said, "console.done.transferred") != 0) {
		parts_say(ui, out_text, size, shift->said, value, "");
		return;
	}
	if (shift->sent_counter > 0) {
		parts_say_number(ui, where, sizeof(where), "console.counter", shift->sent_counter);
	} else {
		text_copy(where, sizeof(where),
			parts_service_short(ui, shift->office, shift->sent_service));
	}
	parts_say(ui, out_text, size, shift->said, value, where);
}

static void say_with(const struct ui *ui, const struct shift *shift, const char *value,
	char *out_text, size_t size)
{
	if (has_notice(shift)) {
		notice_say(ui, shift, value, out_text, size);
	} else {
		say_done(ui, shift, value, out_text, size);
	}
}

/* A path that is too long for two lines is told by the file's own name. */
static void say_words(
	const struct ui *ui, const struct shift *shift, int width, char *out_text, size_t size)
{
	const char *value = has_notice(shift) ? shift->notice_value : shift->acted;
	const char *slash = strrchr(value, '/');
	say_with(ui, shift, value, out_text, size);
	if (slash != NULL &&
		ui_paragraph_height(ui, width, PARTS_NOTE_MEDIUM, out_text) > 2 * PARTS_NOTE.line) {
		say_with(ui, shift, slash + 1, out_text, size);
	}
}

struct shift_action toast_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	char text[TEXT_SIZE];
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct rect screen = ui_screen(ui);
	struct rect bar = {screen.x, PARTS_STRIP, screen.w, screen.y + screen.h - PARTS_STRIP};
	if (!toast_is_shown(ui, shift)) {
		return action;
	}
	bool noticed = has_notice(shift);
	bool undo = shift_can_undo(shift, ui->ticks_ms);
	struct rect button = {
		layout->width - PARTS_MARGIN - BUTTON_W, PARTS_STRIP + 4, BUTTON_W, HEIGHT - 8};
	ui_fill(ui, bar, 0, THEME_NIGHT_2);
	parts_frame(ui, bar, 0, 4);
	notice_sign(ui, !noticed || shift->notice_done,
		(struct rect){PARTS_MARGIN, PARTS_STRIP, ICON, HEIGHT});
	int x = PARTS_MARGIN + ICON + 12;
	int width = (undo ? button.x - 16 : layout->width - PARTS_MARGIN) - x;
	say_words(ui, shift, width, text, sizeof(text));
	draw_words(ui, (struct rect){x, PARTS_STRIP, width, HEIGHT}, text);
	if (undo && draw_undo(ui, shift, button)) {
		action.act = SHIFT_UNDO;
	}
	return action;
}
