#ifndef APP_UI_UI_H
#define APP_UI_UI_H

#include "app/base/language.h"
#include "app/ui/draw.h"
#include "app/ui/theme.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Immediate mode: a screen is a function that, given its model, says what is there; each widget
 * draws itself and answers whether it was tapped just now. It runs once for each input event and
 * once more to draw. Screens speak in units of look.md (a 1920 × 1080 canvas, or the screen's own);
 * ui_canvas sets the canvas, and all sizes here are units unless they say pixels.
 *
 * Widgets have ids ("welcome.take"): scripts, tests and the keypad focus speak of them by it.
 */
enum ui_event_kind {
	UI_NONE, /* draw only */
	UI_DOWN, /* pointer or first finger, pixels */
	UI_MOVE,
	UI_UP,
	UI_CANCEL,   /* a second finger, lost focus: the press does nothing */
	UI_KEY,      /* a key of the keyboard or keypad, by name */
	UI_TEXT,     /* typed UTF-8 text */
	UI_TAP_ID,   /* scripts and tests: a tap on the widget with this id */
	UI_WHERE_ID, /* scripts: the widget with this id leaves its place in ui.where */
};

struct ui_event {
	enum ui_event_kind kind;
	int x, y;
	char text[48]; /* UI_KEY: "space", "return", "escape", "backspace", "tab", "left", "f",
			  "f11", "1"; UI_TEXT; UI_TAP_ID; UI_WHERE_ID */
};

/* Width in pixels of `text` in one line. */
typedef int ui_measure(void *context, enum draw_face face, int size, const char *text);

enum { UI_ID_SIZE = 48, UI_SPOTS = 160 };

/* What a part is to who listens to the screen (reading.h). */
enum ui_part {
	UI_PART_BUTTON,
	UI_PART_CHOSEN, /* of several; the icon of a check in a part says the same */
	UI_PART_ON,
	UI_PART_OFF,
	UI_PART_FIELD,
	UI_PART_KEY, /* of the keyboard on the screen */
};

/* A live touchable part of the frame: what focus moves between and scripts tap. */
struct ui_spot {
	char id[UI_ID_SIZE];
	struct rect rect;  /* pixels */
	struct rect words; /* where its texts are: a field's label stands above it */
	enum ui_part part;
	size_t at; /* the first command after it was touched */
};

/* A stretch of the draw list, by its commands. */
enum ui_stretch_kind {
	UI_UNREAD, /* is not for who listens: a clock, a number that counts down */
	UI_TYPED,  /* what somebody typed into one field */
};
struct ui_stretch {
	enum ui_stretch_kind kind;
	size_t from, to;
};
enum { UI_STRETCHES = 16 };

struct ui {
	/* set by the loop or the test before a frame */
	struct draw_list list;
	struct ui_event event;
	int width, height; /* pixels */
	int64_t ticks_ms;  /* monotonic: for motion and time-outs */
	ui_measure *measure;
	void *measure_context;
	bool motion; /* false = nothing moves */
	bool keypad; /* the focus, once shown, finds a place on every screen; Return shows it */

	/* set by the program */
	const struct theme *theme;
	const struct language *language;
	double ppm;        /* pixels per millimetre of the screen, 0 = unknown */
	bool large;        /* large text mode of look.md §2 */
	double text_share; /* texts are this share of their size: a screen read from nearer */
	bool low;          /* the keyboard keeps to the lower half of a wide screen */

	/* of the frame */
	double scale; /* pixels per unit */
	int canvas_w, canvas_h;
	int origin_x, origin_y;
	bool modal; /* a dialog is open: widgets outside it are dead */
	bool in_modal;
	bool modal_seen;   /* in this frame */
	size_t modal_from; /* the first command of the dialog */
	int64_t modal_ms;  /* when it opened */
	int rise;          /* pixels that what is drawn in it is still below its place */
	struct ui_stretch stretches[UI_STRETCHES];
	size_t stretch_count;
	bool counts;         /* something counts down: its numbers are no news */
	struct rect panel;   /* units: the keyboard's ground; quiet parts on it are darker */
	struct rect inverse; /* units: high contrast only, the white part whose ink is black */
	int64_t wake_ms;     /* ticks of the earliest wanted frame; INT64_MAX = none */

	/* between frames */
	char pressed[UI_ID_SIZE]; /* held down now */
	bool pressed_inside;
	char released[UI_ID_SIZE]; /* for the 150 ms fade of a release */
	int64_t released_ms;
	char focus[UI_ID_SIZE]; /* keypad focus */
	bool focus_shown;
	char first[UI_ID_SIZE]; /* of this frame: ui_focus_first; "" = the first part drawn */
	struct ui_spot spots[UI_SPOTS];
	size_t spot_count;
	bool event_used;
	struct rect where; /* answer to UI_WHERE_ID, pixels; w 0 = no such widget in this frame */
	bool tapped_any;   /* some widget answered "tapped" in this frame: the visitor is alive */
};

/* Light theme, motion on, scale 1; the caller sets size, measure and language. ui_finish frees the
 * list and may be called on zeroed memory. */
void ui_init(struct ui *ui);
void ui_finish(struct ui *ui);

/* A frame: ui_begin, the screen, ui_end. ui_begin clears the list and takes the event. */
void ui_begin(struct ui *ui, const struct ui_event *event);
void ui_end(struct ui *ui);

/* Fits a canvas of `width` × `height` units into the screen, centred; spare space is margin. */
void ui_canvas(struct ui *ui, int width, int height);

/* Moves everything by so many pixels from now on, until the next ui_canvas. */
void ui_shift(struct ui *ui, int x, int y);

/* The whole screen in units, margins included (x and y may be negative). */
struct rect ui_screen(const struct ui *ui);

/* Units to pixels: a length, and a rectangle. */
int ui_px(const struct ui *ui, double units);
struct rect ui_rect(const struct ui *ui, struct rect units);

/* The colour of `token` in the present theme. */
draw_color ui_color(const struct ui *ui, enum theme_token token);

/* The colour of text or an icon at `rect`: as ui_color, but black where high contrast has a white
 * part under it (ui_choice). */
draw_color ui_ink(const struct ui *ui, struct rect rect, enum theme_token token);

/* Asks for a frame at `ticks_ms`, or in `delay_ms` from this one: for what moves or counts. */
void ui_wake_at(struct ui *ui, int64_t ticks_ms);
void ui_wake_in(struct ui *ui, int64_t delay_ms);

/* Everything between belongs to a dialog: what was drawn before it takes no taps. */
void ui_modal_begin(struct ui *ui);
void ui_modal_end(struct ui *ui);

/*
 * The heart of every widget: whether the part at `rect` (units) with `id` was tapped in this frame.
 * A tap is down and up inside; sliding off cancels; a second finger cancels. `out_held`: looks
 * pressed now; `out_fade`: 1 … 0 while a release fades. Either may be NULL. Keys: Tab and the
 * arrows move the focus, Return and Space tap what has it once it is shown.
 */
bool ui_touch(struct ui *ui, const char *id, struct rect rect, bool *out_held, double *out_fade);

/* For who listens: what the part just touched (ui_touch with this id) is, and, where they are not
 * inside it, where its words are (units). */
void ui_describe(struct ui *ui, const char *id, enum ui_part part, struct rect words);

/* What is drawn until ui_stretch_end is a stretch of this kind; they do not nest. */
void ui_stretch_begin(struct ui *ui, enum ui_stretch_kind kind);
void ui_stretch_end(struct ui *ui);

/* Whether the keypad focus is shown on the part with this id. */
bool ui_focused(const struct ui *ui, const char *id);

/* Where the focus goes on a screen that has no part with it; "" or no such part = the first drawn.
 */
void ui_focus_first(struct ui *ui, const char *id);

/* The ring of look.md §4 round `rect` of `radius` (units) if the part has the shown focus; `color`
 * is THEME_INK, or THEME_WHITE on night. Draw it after the part. */
void ui_focus_ring(
	struct ui *ui, const char *id, struct rect rect, int radius, enum theme_token color);

/* Whether the key with this name was pressed in this frame and nobody took it yet; takes it. Space
 * and Return belong to the part with the shown focus first. */
bool ui_key(struct ui *ui, const char *name);

/* Key of the language, and with values. */
const char *ui_say(const struct ui *ui, const char *key);

/* ---- text ---- */

struct ui_style { /* a row of look.md §2 */
	enum draw_face face;
	int size, line; /* em and line height, units */
};
extern const struct ui_style UI_NOTE, UI_NOTE_MEDIUM, UI_NOTE_SEMIBOLD, UI_BODY, UI_CARD_TEXT,
	UI_LABEL, UI_FIELD, UI_LEAD, UI_LEAD_SEMIBOLD, UI_TITLE, UI_HEADLINE, UI_HERO;

enum ui_align { UI_LEFT, UI_CENTER, UI_RIGHT };

/* The style as it is drawn: all text functions do so themselves. Large text is set by the table of
 * look.md §2, sizes between its rows between theirs, 96 and more as they are. */
struct ui_style ui_sized(const struct ui *ui, struct ui_style style);

/* Height of a line as it is drawn. */
int ui_line(const struct ui *ui, struct ui_style style);

/* Width of one line, units. */
int ui_text_width(const struct ui *ui, struct ui_style style, const char *text);

/* One line in the box `rect`, vertically in its middle. */
void ui_text(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	enum theme_token color, const char *text);

/*
 * Wrapped text from the top of `rect`; parts between '*' are one weight bolder. Returns the height
 * it took. Words longer than the line are broken between characters.
 */
int ui_paragraph(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	enum theme_token color, const char *text);

/* The same without drawing: the height it would take. */
int ui_paragraph_height(const struct ui *ui, int width, struct ui_style style, const char *text);

/* The longest of `texts` (NULL-terminated list, best first) that fits `width`; else the last. */
const char *ui_fitting(
	const struct ui *ui, int width, struct ui_style style, const char *const *texts);

/* A running counter "04.12" in digit cells of 0.62 em, right end at rect's right edge. */
void ui_counter(struct ui *ui, struct rect rect, enum draw_face face, int size, enum ui_align align,
	enum theme_token color, const char *digits);

/* The icon named so (icon.h), `size` units square, in the middle of `rect`. */
void ui_icon(struct ui *ui, struct rect rect, int size, enum theme_token color, const char *icon);

/* ---- shapes ---- */

/* What is drawn until ui_unclip is cut to `rect`; clips do not nest. */
void ui_clip(struct ui *ui, struct rect rect);
void ui_unclip(struct ui *ui);

/* Between two colours: 0 = `from`, 1 = `to`. */
draw_color ui_blend(draw_color from, draw_color to, double share);
/* ui_fill with a colour that is no token, as a blend. */
void ui_fill_color(struct ui *ui, struct rect rect, int radius, draw_color color);

/* A filled shape, an inner border (at least one pixel wide), and the shadow that a shape throws
 * (none in high contrast): all with corner `radius`. */
void ui_fill(struct ui *ui, struct rect rect, int radius, enum theme_token color);
void ui_outline(struct ui *ui, struct rect rect, int radius, int width, enum theme_token color);
void ui_shadow(struct ui *ui, struct rect rect, int radius, enum draw_shadow shadow);
/* A card with its shadow (or, in high contrast, its border). */
void ui_card(struct ui *ui, struct rect rect);
/* A QR matrix of side × side bytes in the middle of `rect`; all modules equally large. */
void ui_modules(
	struct ui *ui, struct rect rect, int side, const uint8_t *modules, enum theme_token color);
/* A picture in pixels in the middle of `rect`, with corner `radius` (units); `share` 0 to 1 of it
 * are seen. It must be there until the frame is painted. */
void ui_picture(struct ui *ui, struct rect rect, int radius, double share,
	const struct draw_picture *picture);
/* The three-bar mark, `height` high, left end at x, base line at y. */
void ui_mark(struct ui *ui, int x, int base, int height, bool white);

#endif
