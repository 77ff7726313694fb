#ifndef APP_CONSOLE_SCREEN_H
#define APP_CONSOLE_SCREEN_H

#include "app/console/parts.h"
#include "app/console/promise.h"
#include "app/console/shift.h"

/*
 * The screens and panels of the console. Each draws from the shift and `now` (office ms, on a whole
 * second, so that everything that runs on a screen steps together) and returns what the clerk did
 * in this frame. A panel is told the layout; a screen makes it.
 */
struct shift_action screen_frame(struct ui *ui, const struct shift *shift, int64_t now);

/* Screens, one a phase. */
struct shift_action starting_frame(struct ui *ui, const struct shift *shift, int64_t now);
struct shift_action staff_frame(struct ui *ui, const struct shift *shift, int64_t now);
struct shift_action pin_frame(struct ui *ui, const struct shift *shift, int64_t now);
struct shift_action counters_frame(struct ui *ui, const struct shift *shift, int64_t now);
struct shift_action desk_frame(struct ui *ui, const struct shift *shift, int64_t now);

/* The plain top bar of the sign-in screens: mark, office, clock; and the desk's with its state. */
void bar_plain(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
struct shift_action bar_desk(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
/* The pages in the bar from x on, what of the queue must stay in sight, and their keys. */
struct shift_action tabs_frame(struct ui *ui, const struct shift *shift,
	const struct parts_layout *layout, int x, int64_t now);
/* How much the pages take there. */
int tabs_width(const struct ui *ui, const struct shift *shift);
struct shift_action tabs_keys(struct ui *ui, const struct shift *shift);
/* Escape leads back to the queue, unless the page had a use for it. */
struct shift_action tabs_escape(struct ui *ui, const struct shift *shift);

/* The running clock of the promise at the right end of the bar, for where its card is hidden, and
 * how much it takes there; nothing and 0 while none runs. With `leads` it can be touched: true =
 * back to the queue. */
bool bar_clock(struct ui *ui, const struct shift *shift, const struct parts_layout *layout,
	bool leads, int64_t now);
int bar_clock_width(const struct ui *ui, const struct shift *shift, int64_t now);

/* The open menu of the counter's state; inside a modal part. */
struct shift_action bar_menu(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);

/* The open list of devices; inside a modal part. */
struct shift_action devices_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);

/* The open guest book; inside a modal part. Every key is its own. */
struct shift_action form_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

/* The open question; inside a modal part. Every key is its own. */
struct shift_action sheet_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);

/* The large panel; inside a modal part. Every key is its own. And the desk's keys that open it. */
struct shift_action hall_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
struct shift_action hall_keys(struct ui *ui, const struct shift *shift);
/* The same by touch: buttons side by side in `line`. */
struct shift_action hall_doors(struct ui *ui, const struct shift *shift, struct rect line);

/* What was done last, with the button that takes it back, or a refusal; and whether there is such a
 * thing, so that the status strip gives way to it. */
struct shift_action toast_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);
bool toast_is_shown(const struct ui *ui, const struct shift *shift);

/* The page of the reports. */
struct shift_action report_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

/* The page of the settings. */
struct shift_action office_frame(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);

/* The test print of the slip in `box`: the button, and what has become of the last one that was
 * asked for on this page (office_test.c). `now` in office ms. */
struct shift_action office_test_frame(
	struct ui *ui, const struct shift *shift, struct rect box, int64_t now);

/* Panels of the desk. */
struct shift_action visitor_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
void promise_card(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
struct shift_action steps_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
struct shift_action waiting_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
/* Over the queue, in red: who waits with nobody at a desk for them, and how much of the column that
 * takes; the same where `box` begins, as wide as that; as a line over the whole screen at `y`; and
 * in the top bar, as far as the clock of the promise leaves it, while something lies over the other
 * two. */
void unattended_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
int unattended_height(const struct shift *shift, int64_t now);
void unattended_box(struct ui *ui, const struct shift *shift, struct rect box, int64_t now);
void unattended_line(struct ui *ui, const struct shift *shift, const struct parts_layout *layout,
	int y, int64_t now);
void unattended_bar(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);

/* The desk while it is locked or is being handed over. */
struct shift_action locked_frame(struct ui *ui, const struct shift *shift, int64_t now);
/* Its top bar, in which nothing can be touched. */
void bar_locked(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
/* Name, dots, refusal and keys of a PIN in the upper 548 of `card`; and the keys of the keyboard,
 * which are asked before any widget. */
struct shift_action pin_pad(struct ui *ui, const struct shift *shift, struct rect card);
struct shift_action pin_keys(struct ui *ui);

/* Over the queue: who calls for help at the kiosk, and who has given up a number; and how much of
 * the column that takes, its gap included. */
struct shift_action help_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
int help_height(const struct shift *shift, int64_t now);
struct shift_action help_keys(struct ui *ui, const struct shift *shift);

struct shift_action strip_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now);
/* A wrong clock, or to heads a missing list of holidays: one line of the strip from x to `right`,
 * or nothing. */
void strip_word(struct ui *ui, const struct shift *shift, int x, int right, int64_t now);

/* In the place of the blue button while the counter stands by; true = it is to do so no more. */
bool standing_panel(struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

/* Keys of the desk; asked before any widget, so that Space is always the blue button. */
struct shift_action steps_keys(struct ui *ui, const struct shift *shift, int64_t now);

/* The words of shift->notice, with `value` in the place of its value. */
void notice_say(const struct ui *ui, const struct shift *shift, const char *value, char *out_text,
	size_t size);

/* Beside such a sentence: whether it tells what was done, or warns and refuses. As large as `box`
 * is wide. */
void notice_sign(struct ui *ui, bool done, struct rect box);

/* A notice floats over its surroundings with its bottom at `bottom`, centred in `column`. */
void notice_frame(struct ui *ui, const struct shift *shift, struct rect column, int bottom);

/* The store's trouble in one sentence over the status strip; nothing when there is none. */
void trouble_banner(struct ui *ui, const struct shift *shift, const struct parts_layout *layout);

#endif
