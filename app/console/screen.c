#include "app/console/screen.h"

#include "app/base/text.h"

/* Chooses the screen of the phase, and what lies over every screen. */
void trouble_banner(struct ui *ui, const struct shift *shift, const struct parts_layout *layout)
{
	if (shift->trouble == RESULT_OK) {
		return;
	}
	char key[64];
	text_format(key, sizeof(key), "result.%s", result_key(shift->trouble));
	struct rect screen = ui_screen(ui);
	struct rect box = {screen.x, PARTS_STRIP, screen.w, screen.y + screen.h - PARTS_STRIP};
	ui_fill(ui, box, 0, THEME_LATE_TINT);
	ui_icon(ui, (struct rect){PARTS_MARGIN, PARTS_STRIP, 24, 56}, 24, THEME_LATE,
		"alert-circle");
	ui_text(ui, (struct rect){60, PARTS_STRIP, layout->width - 84, 56}, PARTS_TEXT_SEMIBOLD,
		UI_LEFT, THEME_LATE_INK, ui_say(ui, key));
}

/* Before the store is open: what is wrong and where, or only that it is being opened. */
struct shift_action starting_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct parts_layout layout = parts_canvas(ui);
	bar_plain(ui, shift, &layout, now);
	struct rect box = {88, 216, layout.width - 176, 44};
	if (shift->trouble == RESULT_OK) {
		ui_text(ui, box, PARTS_HEADING, UI_LEFT, THEME_INK2,
			ui_say(ui, "console.starting"));
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	char key[64];
	text_format(key, sizeof(key), "result.%s", result_key(shift->trouble));
	ui_text(ui, (struct rect){box.x, 160, box.w, 44}, PARTS_TITLE, UI_LEFT, THEME_INK,
		ui_say(ui, "console.no_store"));
	box.y += ui_paragraph(ui, (struct rect){box.x, box.y, box.w, 120}, PARTS_HEADING, UI_LEFT,
		THEME_INK, ui_say(ui, key));
	box.y += 16;
	box.y += ui_paragraph(ui, (struct rect){box.x, box.y, box.w, 120}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, shift->trouble_text);
	ui_paragraph(ui, (struct rect){box.x, box.y + 16, box.w, 60}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, ui_say(ui, "console.no_store_note"));
	return (struct shift_action){SHIFT_NOTHING, 0};
}

/* The desk itself. Of several actions of one frame the first in line counts. */
static struct shift_action queue_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action done[6] = {{SHIFT_NOTHING, 0}};
	if (!shift_is_covered(shift)) {
		done[0] = steps_keys(ui, shift, now);
	}
	done[1] = visitor_panel(ui, shift, layout, now);
	promise_card(ui, shift, layout, now);
	unattended_panel(ui, shift, layout, now);
	done[4] = help_panel(ui, shift, layout, now);
	done[5] = waiting_panel(ui, shift, layout, now);
	done[2] = steps_panel(ui, shift, layout, now);
	if (!toast_is_shown(ui, shift)) {
		done[3] = strip_panel(ui, shift, layout, now);
	}
	for (int i = 0; i < 6; i++) {
		if (done[i].act != SHIFT_NOTHING) {
			return done[i];
		}
	}
	return done[0];
}

/* Whether something stands at the foot of the screen, where a page has the line of who waits alone.
 */
static bool foot_is_taken(const struct ui *ui, const struct shift *shift)
{
	return toast_is_shown(ui, shift) || shift->trouble != RESULT_OK;
}

static struct shift_action page_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	switch (shift->page) {
	case SHIFT_PAGE_OFFICE: action = office_frame(ui, shift, layout, now); break;
	case SHIFT_PAGE_REPORT: action = report_frame(ui, shift, layout); break;
	default: return queue_frame(ui, shift, layout, now);
	}
	/* The queue's own page says it over the queue. */
	if (!foot_is_taken(ui, shift)) {
		unattended_line(ui, shift, layout, PARTS_HEIGHT - 40, now);
	}
	return action;
}

/* What must never be out of sight, in the bar while something lies over its own place; drawn last.
 */
static void keep_in_sight(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	bool over = shift_is_covered(shift) && !shift->menu;
	bool foot = shift->page != SHIFT_PAGE_QUEUE && foot_is_taken(ui, shift);
	if (over) {
		bar_clock(ui, shift, layout, false, now);
	}
	if (over || foot) {
		unattended_bar(ui, shift, layout, now);
	}
}

/* What lies over the page, if anything does. */
static struct shift_action over_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct rect column = {PARTS_MARGIN, 0, layout->left_w, 0};
	bool writes = shift->form.kind != FORM_CLOSED, asks = shift->sheet.kind != SHEET_NONE;
	struct shift_action undo = {SHIFT_NOTHING, 0};
	if (!writes) {
		undo = toast_frame(ui, shift, layout);
	}
	if (!shift_is_covered(shift)) {
		return undo;
	}
	ui_modal_begin(ui);
	if (writes) {
		action = form_panel(ui, shift, layout);
		notice_frame(ui, shift, column, 640);
	} else if (asks) {
		action = sheet_panel(ui, shift, layout, now);
	} else if (shift->hall.page != HALL_CLOSED) {
		action = hall_panel(ui, shift, layout, now);
		column.w = layout->width - 2 * PARTS_MARGIN;
		notice_frame(ui, shift, column, 640);
	} else if (shift->menu) {
		action = bar_menu(ui, shift, layout, now);
	} else {
		action = devices_panel(ui, shift, layout, now);
	}
	ui_modal_end(ui);
	return action;
}

/*
 * What lies over the desk is drawn last but decides first: while it is open the page below takes no
 * taps, because everything outside the modal part is dead, and its keys are not asked.
 */
struct shift_action desk_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	struct parts_layout layout = parts_canvas(ui);
	struct shift_action done[4] = {{SHIFT_NOTHING, 0}};
	if (!shift_is_covered(shift)) {
		done[0] = tabs_keys(ui, shift);
	}
	done[2] = bar_desk(ui, shift, &layout, now);
	done[1] = page_frame(ui, shift, &layout, now);
	if (!shift_is_covered(shift) && done[0].act == SHIFT_NOTHING) {
		done[0] = tabs_escape(ui, shift);
	}
	trouble_banner(ui, shift, &layout);
	done[3] = over_frame(ui, shift, &layout, now);
	keep_in_sight(ui, shift, &layout, now);
	for (int i = 0; i < 4; i++) {
		if (done[i].act != SHIFT_NOTHING) {
			return done[i];
		}
	}
	return done[0];
}

struct shift_action screen_frame(struct ui *ui, const struct shift *shift, int64_t now)
{
	switch (shift->phase) {
	case SHIFT_STARTING: return starting_frame(ui, shift, now);
	case SHIFT_STAFF: return staff_frame(ui, shift, now);
	case SHIFT_PIN: return pin_frame(ui, shift, now);
	case SHIFT_COUNTERS: return counters_frame(ui, shift, now);
	case SHIFT_DESK: break;
	}
	return shift->locked ? locked_frame(ui, shift, now) : desk_frame(ui, shift, now);
}
