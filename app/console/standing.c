#include "app/console/screen.h"

#include "app/base/text.h"

/* Where the blue button stands while the next arrival is called by itself: what will happen, and
 * the button that takes it back. */
enum { TOP = 520, HEIGHT = 104, BUTTON_W = 220, BUTTON_H = 56 };

bool standing_panel(struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	struct rect box = {PARTS_MARGIN, TOP, layout->left_w, HEIGHT};
	char counter[16], text[160];
	text_format(counter, sizeof(counter), "%d", shift->counter);
	ui_fill(ui, box, PARTS_RADIUS, THEME_TINT);
	ui_outline(ui, box, PARTS_RADIUS, 3, THEME_ACTION);
	ui_icon(ui, (struct rect){box.x + 32, box.y + 28, 48, 48}, 44, THEME_ACTION, "timer-sand");
	struct rect line = {box.x + 104, box.y + 18, box.w - 104 - BUTTON_W - 48, 40};
	ui_text(ui, line, PARTS_CALL, UI_LEFT, THEME_INK, ui_say(ui, "console.standing.title"));
	line.y = box.y + 58;
	line.h = 28;
	ui_text(ui, line, PARTS_TEXT, UI_LEFT, THEME_INK,
		parts_say(ui, text, sizeof(text), "console.standing.note", counter, ""));
	struct rect button = {
		box.x + box.w - BUTTON_W - 24, box.y + (HEIGHT - BUTTON_H) / 2, BUTTON_W, BUTTON_H};
	return ui_button(ui, "desk.stand_down", button, ui_say(ui, "console.standing.end"),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = 18});
}
