#ifndef APP_CONSOLE_PARTS_H
#define APP_CONSOLE_PARTS_H

#include "app/queue/office.h"
#include "app/queue/target.h"
#include "app/report/words.h"
#include "app/ui/widget.h"

/* The console's own type sizes, layout and small parts (look.md §5 "Console 1280 × 800"). */
extern const struct ui_style PARTS_NOTE, PARTS_NOTE_MEDIUM, PARTS_NOTE_SEMIBOLD, PARTS_TEXT,
	PARTS_TEXT_MEDIUM, PARTS_TEXT_SEMIBOLD, PARTS_VALUE, PARTS_VALUE_SEMIBOLD, PARTS_HEADING,
	PARTS_NUMBER, PARTS_CALL, PARTS_TITLE, PARTS_CLOCK, PARTS_TICKET;

enum {
	PARTS_HEIGHT = 800,
	PARTS_MARGIN = 24,
	PARTS_TOP = 80,    /* below the top bar, 64, and a gap */
	PARTS_BAR = 64,    /* top bar */
	PARTS_STRIP = 744, /* y of the status strip */
	PARTS_RADIUS = 24,
	PARTS_TIME_SIZE = 24,
};

/* Where the two columns stand; widths follow the screen (look.md §5). */
struct parts_layout {
	int width;  /* of the canvas */
	int left_w; /* visitor, clock and buttons, from PARTS_MARGIN on */
	int queue_x, queue_w;
};

/* Sets the canvas of this frame. */
struct parts_layout parts_canvas(struct ui *ui);

/* In high contrast a white border round a part, `width` wide; else nothing. */
void parts_frame(struct ui *ui, struct rect rect, int radius, int width);

/* Text on the colour of lateness, in either theme. */
enum theme_token parts_on_late(const struct ui *ui);

/* A chip 28 high with its left edge at x (right edge with UI_RIGHT); returns its width. */
struct parts_chip {
	enum theme_token ground;
	enum theme_token color;
	const char *icon; /* NULL = none */
	bool digits;      /* a running counter: drawn in digit cells */
};
int parts_chip(struct ui *ui, int x, int y, enum ui_align align, struct parts_chip look,
	const char *label);

/* What a running counter of `size` takes (ui_counter). */
int parts_digits_width(int size, const char *digits);

/* The chip of a clock in its phase. */
struct parts_chip parts_phase_chip(const struct ui *ui, enum target_phase phase);

/* Wrapped text of at most `lines` lines; what does not fit ends in "…". Returns the height. */
int parts_lines(struct ui *ui, struct rect rect, struct ui_style style, enum ui_align align,
	int lines, enum theme_token color, const char *text);

/*
 * One line of 28, or, where it is too wide, smaller, then up to `lines` small lines; what a visitor
 * typed and fits not even there ends in "…". Returns the height.
 */
int parts_value(
	struct ui *ui, struct rect rect, int lines, enum theme_token color, const char *text);

/* "90 menit"; what is longer in hours and minutes, "1 jam 31 menit", "2 jam". */
enum { PARTS_WAIT_SIZE = 64 };
const char *parts_say_minutes(const struct ui *ui, int64_t minutes, char out_text[PARTS_WAIT_SIZE]);

/* How long somebody has waited, as parts_say_minutes in the text `key`, NULL = alone; "just come"
 * before the first minute is over. */
const char *parts_waited(
	const struct ui *ui, int64_t waited_ms, const char *key, char *out_text, size_t size);

/* A small square with a key's name at the top right of `rect`. */
void parts_key_hint(struct ui *ui, struct rect rect, const char *key, bool disabled);

/* A bordered button of the console with an icon above its label and its key in the corner. */
struct parts_button {
	const char *icon;
	const char *key; /* shown; NULL = none */
	bool disabled;
};
bool parts_button(struct ui *ui, const char *id, struct rect rect, const char *label,
	struct parts_button look);

/* Text of `key` with up to three values ("" where there are fewer) in `out_text`. */
const char *parts_say(const struct ui *ui, char *out_text, size_t size, const char *key,
	const char *one, const char *two);

/* "Loket {}" and the like: `key` with a number. */
const char *parts_say_number(
	const struct ui *ui, char *out_text, size_t size, const char *key, int64_t number);

/* The office's texts are in Indonesian and English. */
enum office_language parts_language(const struct ui *ui);

/* "Loket 1", or with the office's name for it "Loket 1 · Konsultasi". */
enum { PARTS_COUNTER_SIZE = REPORT_COUNTER_SIZE };
const char *parts_say_counter(const struct ui *ui, const struct office *office, int number,
	char out_text[PARTS_COUNTER_SIZE]);

/* "04.12" of a duration, or "1.04.12" from an hour on; less than nothing is 00.00. */
void parts_duration(int64_t ms, char out_text[PARTS_TIME_SIZE]);

/* Whole minutes of a duration; less than nothing is 0. */
int64_t parts_minutes(int64_t ms);

/* "10.27.12" of an office time. */
void parts_time(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE]);

/* "10.27" of an office time. */
void parts_hour(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE]);

/*
 * A person's name in one line of `width`: whole; without the degrees behind a comma; the first name
 * with the initials of the others ("Ani R."), a title like "Dr." counting with it; and that alone.
 * The last stands even where it is too wide.
 */
const char *parts_name(const struct ui *ui, struct ui_style style, int width, const char *name,
	char *out_text, size_t size);

/* `name` in one line of `width`: whole, or behind the last word that has room, with "…"; the first
 * word stands even where it is too wide. */
const char *parts_at_word(const struct ui *ui, struct ui_style style, int width, const char *name,
	char *out_text, size_t size);

/* A service's name, and its short form, in the screen's language. */
const char *parts_service(const struct ui *ui, const struct office *office, int service);
const char *parts_service_short(const struct ui *ui, const struct office *office, int service);

#endif
