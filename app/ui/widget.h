#ifndef APP_UI_WIDGET_H
#define APP_UI_WIDGET_H

#include "app/ui/ui.h"

/* The parts of look.md §4. All rectangles in units; texts are final, not keys. */

enum ui_button_kind { UI_PRIMARY, UI_SECONDARY, UI_QUIET };

struct ui_button {
	enum ui_button_kind kind;
	const char *icon; /* NULL = none */
	bool icon_right;  /* after the label */
	bool disabled;
	int text_size; /* units, 0 = 32 */
};
/* A button of `rect` (96 high, or less); a label that does not fit is set smaller, and an
 * icon after it is left out rather than that. True = tapped. */
bool ui_button(
	struct ui *ui, const char *id, struct rect rect, const char *label, struct ui_button look);

/* A choice card's ground in its state (normal, pressed, selected, disabled); the caller fills it.
 */
struct ui_choice {
	bool selected;
	bool unmarked; /* the caller marks a selected one, without a check at the top right */
	bool disabled;
	bool *out_held; /* looks pressed; may be NULL */
};
bool ui_choice(struct ui *ui, const char *id, struct rect rect, struct ui_choice state);

/* An 80-unit (or `side`) tile with an icon; white on a pressed or selected card. */
void ui_icon_tile(struct ui *ui, int x, int y, int side, const char *icon, bool white);
/* On a selected card without room for a check beside its words: the check in its tile. */
void ui_icon_tile_checked(struct ui *ui, int x, int y, int side);
/* The tile of a disabled card. */
void ui_icon_tile_disabled(struct ui *ui, int x, int y, int side, const char *icon);

/* Label over a box with the text, caret when focused, and under it the note or, with an alert icon,
 * the error. Returns whether it was tapped. `rect` is the box (96 high). */
struct ui_field {
	const char *label;
	const char *aside;       /* "(boleh dikosongkan)" after the label; NULL */
	const char *aside_brief; /* in its place after a long label; NULL */
	const char *placeholder; /* NULL */
	const char *note;        /* NULL */
	const char *error;       /* NULL; takes the note's place */
	bool focused;
	bool secret; /* shows dots */
	bool disabled;
};
bool ui_field(
	struct ui *ui, const char *id, struct rect rect, const char *text, struct ui_field look);

/* Two halves, the chosen one raised. Returns the half tapped, or -1. Ids are "<id>.0", "<id>.1". */
int ui_segment(
	struct ui *ui, const char *id, struct rect rect, const char *const labels[2], int chosen);

/* The whole row `rect` is the target; the switch stands at `knob_x`. */
bool ui_switch(struct ui *ui, const char *id, struct rect rect, int knob_x, bool on);

enum ui_tone { UI_TONE_OK, UI_TONE_SOON, UI_TONE_LATE, UI_TONE_TINT, UI_TONE_SUNK };

/* 40, or more with large text. */
int ui_chip_height(const struct ui *ui);
/* A chip that high; x is its left edge, or its right edge with UI_RIGHT. Returns its width. */
int ui_chip(struct ui *ui, int x, int y, enum ui_align align, enum ui_tone tone, const char *icon,
	const char *label);
/* A state chip 56 high with a dot. */
int ui_state_chip(
	struct ui *ui, int x, int y, enum ui_align align, enum ui_tone tone, const char *label);

/* Step bars across `rect`, the first `done` filled. */
void ui_steps(struct ui *ui, struct rect rect, int count, int done);

/* A bar that empties: `share` 0 to 1. */
void ui_countdown(struct ui *ui, struct rect rect, double share);

/*
 * The 10-minute bar: zones in proportion to limit - 180 s, 180 s and 120 s, filled up to `count_s`.
 * `night` colours for the display, `on_late` for the late card.
 */
void ui_clock_bar(
	struct ui *ui, struct rect rect, int limit_s, int64_t count_s, bool night, bool on_late);

/* A line with an icon on soon-tint (or late-tint): two texts. */
void ui_banner(struct ui *ui, struct rect rect, enum ui_tone tone, const char *icon,
	const char *first, const char *second);

/* A dialog's scrim and card, which rises when it opens with all that is drawn after it; call
 * between ui_modal_begin and ui_modal_end. */
void ui_dialog(struct ui *ui, struct rect rect);

/* The same motion for a sheet that draws its own ground: what is drawn from here to ui_modal_end
 * rises. */
void ui_rise(struct ui *ui);

/* A new screen slides in 24 units in 150 ms: the offset (units) to add to y at this moment. */
int ui_slide(struct ui *ui, int64_t since_ms);

/* … and fades in: the ground's colour over what was drawn in `rect`, thinner from frame to frame.
 * It takes no taps. */
void ui_fade_in(struct ui *ui, struct rect rect, int64_t since_ms);

#endif
