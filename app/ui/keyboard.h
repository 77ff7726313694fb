#ifndef APP_UI_KEYBOARD_H
#define APP_UI_KEYBOARD_H

#include "app/ui/ui.h"

/* The on-screen keyboard of look.md §8 "kiosk-guest": layouts are tables, editing is bounded. */
enum keyboard_layout {
	KEYBOARD_NAME,
	KEYBOARD_TEXT,
	KEYBOARD_EMAIL,
	KEYBOARD_PHONE,
	KEYBOARD_DIGITS,
	KEYBOARD_CODE, /* capital letters, however they are typed, and digits */
};

struct keyboard {
	enum keyboard_layout layout;
	bool shift; /* next letter is a capital; names start with it on, and after each space */
	int page;   /* 0 letters, then the !?# page; on a small screen more of them */
};

/* Turns to `layout` for a field that holds `text`. */
void keyboard_start(struct keyboard *keyboard, enum keyboard_layout layout, const char *text);

/*
 * Draws the panel and keys, on the wide canvas from y 424 down (516 in low reach), on others at the
 * foot, and edits `text` of `size` bytes by taps and by a real keyboard (UI_TEXT, backspace).
 * Returns whether the text changed. A character that does not fit or is not for this layout
 * (letters in a phone number) is refused: *out_refused says so. Key ids: "key.a", "key.shift",
 * "key.backspace", "key.space", "key.symbols", "key.@gmail.com".
 */
bool keyboard_frame(
	struct ui *ui, struct keyboard *keyboard, char *text, size_t size, bool *out_refused);

/* On a small canvas (neither 1920 wide nor 1080) the keyboard's last row is the foot: places for
 * the way back and on in it, two columns each. */
void keyboard_ends(const struct ui *ui, struct rect *out_back, struct rect *out_forward);

/* Where the keyboard's ground begins, units. */
int keyboard_top(const struct ui *ui);

/* Editing alone: appends one character or string if it fits and the layout knows it. */
bool keyboard_append(struct keyboard *keyboard, char *text, size_t size, const char *piece);
/* Takes the last character away and zeroes its bytes; false when there is none. */
bool keyboard_erase(struct keyboard *keyboard, char *text);

#endif
