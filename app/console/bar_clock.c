#include "app/console/screen.h"

/* The running clock of the promise at the right end of the top bar, with digits as large as on its
 * card: it stands there wherever something hides the card. */
enum { SIDE = 20, ICON = 30, GAP = 12 };

struct block {
	struct promise promise;
	char count[PARTS_TIME_SIZE];
	int digits, number, width; /* of the parts and of the whole, up to the canvas' end */
};

static bool measure(
	const struct ui *ui, const struct shift *shift, int64_t now, struct block *out_block)
{
	const struct view_counter *counter = shift_counter(shift);
	struct promise *promise = &out_block->promise;
	if (counter == NULL) {
		return false;
	}
	promise_find(shift->view, (int)(counter - shift->view->counters), now, promise);
	if (!promise->running) {
		return false;
	}
	parts_duration(promise->count_ms, out_block->count);
	out_block->digits = parts_digits_width(PARTS_CLOCK.size, out_block->count);
	out_block->number = ui_text_width(ui, PARTS_HEADING, promise->number);
	out_block->width =
		SIDE + ICON + GAP + out_block->number + GAP + out_block->digits + PARTS_MARGIN;
	return true;
}

int bar_clock_width(const struct ui *ui, const struct shift *shift, int64_t now)
{
	struct block block;
	return measure(ui, shift, now, &block) ? block.width : 0;
}

bool bar_clock(struct ui *ui, const struct shift *shift, const struct parts_layout *layout,
	bool leads, int64_t now)
{
	struct block block;
	bool held = false;
	if (!measure(ui, shift, now, &block)) {
		return false;
	}
	struct rect screen = ui_screen(ui);
	struct parts_chip look = parts_phase_chip(ui, block.promise.phase);
	bool late = block.promise.phase == TARGET_LATE;
	int x = layout->width - block.width;
	struct rect box = {x, screen.y, screen.x + screen.w - x, PARTS_BAR - screen.y};
	bool tapped = leads && ui_touch(ui, "bar.clock", box, &held, NULL);
	ui_fill(ui, box, 0, held ? THEME_TINT : look.ground);
	parts_frame(ui, box, 0, 2);
	x += SIDE;
	ui_icon(ui, (struct rect){x, 0, ICON, PARTS_BAR}, ICON, look.color,
		late ? "alert-circle" : "timer");
	x += ICON + GAP;
	ui_text(ui, (struct rect){x, 0, block.number, PARTS_BAR}, PARTS_HEADING, UI_LEFT,
		look.color, block.promise.number);
	x += block.number + GAP;
	ui_counter(ui, (struct rect){x, 0, block.digits, PARTS_BAR}, PARTS_CLOCK.face,
		PARTS_CLOCK.size, UI_RIGHT, look.color, block.count);
	if (leads) {
		ui_focus_ring(ui, "bar.clock", box, 0, THEME_WHITE);
	}
	return tapped;
}
