#include "app/ui/keyboard.h"

#include "app/base/text.h"
#include "app/ui/keyboard_parts.h"

#include <stdio.h>
#include <string.h>

/* Names of keys that are not the text they type. */
#define SHIFT "shift"
#define SPACE "space"
#define SYMBOLS "symbols"
#define BACKSPACE "backspace"

/* ---- editing ---- */

static bool is_latin_letter(uint32_t character)
{
	return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/* Letters with any marks, and the apostrophes of print and of names from the Arabic. */
static bool is_of_names(uint32_t character)
{
	if (character < 0x80) {
		return (character >= '0' && character <= '9') || is_latin_letter(character) ||
		       strchr(" ,.'-/()", (int)character);
	}
	return text_is_latin(character) || text_is_mark(character) || character == 0x2018 ||
	       character == 0x2019 || character == 0x02BB || character == 0x02BC;
}

static bool is_letter_key(const char *key)
{
	return (key[0] >= 'a' && key[0] <= 'z' && !key[1]) || (unsigned char)key[0] == 0xC3;
}

/* Whether a field of this layout may hold the character. */
static bool knows(enum keyboard_layout layout, uint32_t character)
{
	bool digit = character >= '0' && character <= '9';

	if (layout == KEYBOARD_PHONE) {
		return digit || character == '+' || character == '-' || character == ' ';
	}
	if (layout == KEYBOARD_DIGITS) {
		return digit;
	}
	if (layout == KEYBOARD_CODE) {
		return digit || is_latin_letter(character);
	}
	if (layout == KEYBOARD_EMAIL) {
		return character > ' ' && character < 0x7F &&
		       !strchr("\"(),:;<>[\\]", (int)character);
	}
	return layout == KEYBOARD_NAME ? is_of_names(character) : !text_is_sign(character);
}

static bool is_known(enum keyboard_layout layout, const char *piece)
{
	for (const char *at = piece; *at;) {
		if (!knows(layout, text_next(&at))) {
			return false;
		}
	}
	return true;
}

static void settle_shift(struct keyboard *keyboard, const char *text)
{
	size_t length = strlen(text);

	keyboard->shift =
		keyboard->layout == KEYBOARD_CODE ||
		(keyboard->layout == KEYBOARD_NAME && (length == 0 || text[length - 1] == ' '));
}

/* A real keyboard types small letters into a code. */
static void raise_letters(char *piece)
{
	for (; *piece; piece++) {
		*piece = *piece >= 'a' && *piece <= 'z' ? (char)(*piece - 'a' + 'A') : *piece;
	}
}

void keyboard_start(struct keyboard *keyboard, enum keyboard_layout layout, const char *text)
{
	*keyboard = (struct keyboard){.layout = layout};
	settle_shift(keyboard, text);
}

bool keyboard_append(struct keyboard *keyboard, char *text, size_t size, const char *piece)
{
	size_t length = strlen(text), more = strlen(piece);

	if (more == 0 || length + more >= size || !is_known(keyboard->layout, piece) ||
		text_check(piece, more, more + 1) != RESULT_OK) {
		return false;
	}
	memcpy(text + length, piece, more + 1);
	if (keyboard->layout == KEYBOARD_CODE) {
		raise_letters(text + length);
	}
	settle_shift(keyboard, text);
	return true;
}

bool keyboard_erase(struct keyboard *keyboard, char *text)
{
	size_t length = strlen(text), last = text_last_size(text);

	if (last == 0) {
		return false;
	}
	memset(text + length - last, 0, last);
	settle_shift(keyboard, text);
	return true;
}

/* ---- drawing ---- */

struct typing {
	struct ui *ui;
	struct keyboard *keyboard;
	char *text;
	size_t size;
	bool changed, refused;
};

static void type_piece(struct typing *typing, const char *piece)
{
	if (keyboard_append(typing->keyboard, typing->text, typing->size, piece)) {
		typing->changed = true;
	} else {
		typing->refused = true;
	}
}

/* The capital of a letter key: ASCII and Latin-1 letters lie 32 apart. */
static void raise_letter(char *piece)
{
	size_t last = strlen(piece) - 1;

	piece[last] = (char)((unsigned char)piece[last] - 32);
}

enum key_look { KEY_PLAIN, KEY_SPECIAL, KEY_SHORTCUT, KEY_ON };

static void draw_key(struct ui *ui, struct rect rect, enum key_look look, double fade)
{
	static const enum theme_token grounds[] = {
		THEME_CARD, THEME_KEY2, THEME_TINT, THEME_ACTION};
	struct rect edge = {rect.x, rect.y + 2, rect.w, rect.h};
	draw_color ground = ui_color(ui, grounds[look]);
	enum theme_token down = look == KEY_ON ? THEME_ACTION_DOWN : THEME_TINT;

	if (ui->theme->flat && look != KEY_ON) {
		down = THEME_WHITE;
	}
	if (fade < 1) {
		ui_fill(ui, edge, 12, THEME_KEY_EDGE);
	}
	ui_fill_color(ui, rect, 12, ui_blend(ground, ui_color(ui, down), fade));
	if (ui->theme->flat) {
		ui_outline(ui, rect, 12, 4, THEME_WHITE);
	}
}

static enum theme_token key_ink(const struct ui *ui, enum key_look look, bool held)
{
	if (look == KEY_ON) {
		return THEME_ON_ACTION;
	}
	if (ui->theme->flat) {
		return held ? THEME_ON_ACTION : THEME_WHITE;
	}
	return held || look == KEY_SHORTCUT ? THEME_ACTION : THEME_INK;
}

static bool key_touch(struct typing *typing, const char *name, struct rect *rect,
	enum key_look look, enum theme_token *out_ink)
{
	char id[UI_ID_SIZE];
	bool held;
	double fade;

	snprintf(id, sizeof(id), "key.%s", name);
	bool tapped = ui_touch(typing->ui, id, *rect, &held, &fade);
	ui_describe(typing->ui, id, UI_PART_KEY, *rect);
	ui_focus_ring(typing->ui, id, *rect, 12, THEME_INK);
	if (held) {
		rect->y += 2;
	}
	draw_key(typing->ui, *rect, look, fade);
	*out_ink = key_ink(typing->ui, look, fade > 0.5);
	return tapped;
}

static void letter_key(struct typing *typing, const char *name, struct rect rect)
{
	struct ui_style style = {DRAW_DISPLAY_MEDIUM, 36, 48};
	char piece[PIECE_SIZE];
	enum theme_token ink;

	snprintf(piece, sizeof(piece), "%s", name);
	if (typing->keyboard->shift && is_letter_key(name)) {
		raise_letter(piece);
	}
	bool tapped = key_touch(typing, name, &rect, KEY_PLAIN, &ink);
	ui_text(typing->ui, rect, style, UI_CENTER, ink, piece);
	if (tapped) {
		type_piece(typing, piece);
	}
}

static void space_key(struct typing *typing, struct rect rect)
{
	enum theme_token ink;
	bool tapped = key_touch(typing, SPACE, &rect, KEY_PLAIN, &ink);

	ui_text(typing->ui, rect, UI_BODY, UI_CENTER, ink == THEME_INK ? THEME_INK2 : ink,
		ui_say(typing->ui, "common.space"));
	if (tapped) {
		type_piece(typing, " ");
	}
}

static void shift_key(struct typing *typing, struct rect rect)
{
	enum theme_token ink;
	bool tapped = key_touch(
		typing, SHIFT, &rect, typing->keyboard->shift ? KEY_ON : KEY_SPECIAL, &ink);

	ui_icon(typing->ui, rect, 36, ink, "apple-keyboard-shift");
	if (tapped) {
		typing->keyboard->shift = !typing->keyboard->shift;
	}
}

static const struct keyboard_pages *pages_of(const struct typing *typing)
{
	return keyboard_pages(typing->ui, typing->keyboard->layout);
}

static int page_count(const struct typing *typing)
{
	const struct keyboard_pages *pages = pages_of(typing);
	int count = 1;

	if (pages == NULL) {
		return 2;
	}
	while (count < FEW_PAGES && pages->rows[count][0] != NULL) {
		count++;
	}
	return count;
}

static void symbols_key(struct typing *typing, struct rect rect)
{
	struct ui_style style = {DRAW_DISPLAY_MEDIUM, 36, 48};
	struct keyboard *keyboard = typing->keyboard;
	const char *label = keyboard->layout == KEYBOARD_NAME ? "\u00e1\u00e9\u00f1" : "!?#";
	int next = (keyboard->page + 1) % page_count(typing);
	enum theme_token ink;
	bool tapped = key_touch(typing, SYMBOLS, &rect, KEY_SPECIAL, &ink);

	if (pages_of(typing) != NULL) {
		style.size = 32;
		label = next == 1 ? "123" : label;
	}
	ui_text(typing->ui, rect, style, UI_CENTER, ink, next == 0 ? "abc" : label);
	if (tapped) {
		keyboard->page = next;
	}
}

static void backspace_key(struct typing *typing, struct rect rect)
{
	struct ui_style style = {DRAW_DISPLAY_SEMIBOLD, 28, 40};
	const char *label = ui_say(typing->ui, "common.delete");
	enum { ICON = 36, GAP = 12 };
	int width = GAP + ui_text_width(typing->ui, style, label), start;
	enum theme_token ink;
	bool tapped = key_touch(typing, BACKSPACE, &rect, KEY_SPECIAL, &ink);
	bool worded = ICON + width <= rect.w - 2 * GAP;

	start = rect.x + (rect.w - ICON - (worded ? width : 0)) / 2;
	ui_icon(typing->ui, (struct rect){start, rect.y, ICON, rect.h}, ICON, ink, "backspace");
	if (worded) {
		ui_text(typing->ui, (struct rect){start + ICON + GAP, rect.y, width - GAP, rect.h},
			style, UI_LEFT, ink, label);
	}
	if (tapped && keyboard_erase(typing->keyboard, typing->text)) {
		typing->changed = true;
	}
}

static void shortcut_key(struct typing *typing, const char *piece, struct rect rect)
{
	struct ui_style style = {DRAW_SEMIBOLD, 28, 40};
	enum theme_token ink;
	bool tapped = key_touch(typing, piece, &rect, KEY_SHORTCUT, &ink);

	while (style.size > 14 && ui_text_width(typing->ui, style, piece) > rect.w - 8) {
		style.size -= 2;
	}
	ui_text(typing->ui, rect, style, UI_CENTER, ink, piece);
	if (tapped) {
		type_piece(typing, piece);
	}
}

static void any_key(struct typing *typing, const char *name, struct rect rect)
{
	if (strcmp(name, SHIFT) == 0) {
		shift_key(typing, rect);
	} else if (strcmp(name, SYMBOLS) == 0) {
		symbols_key(typing, rect);
	} else if (strcmp(name, SPACE) == 0) {
		space_key(typing, rect);
	} else if (strcmp(name, BACKSPACE) == 0) {
		backspace_key(typing, rect);
	} else if (name[1] != '\0' && (unsigned char)name[0] < 0x80) {
		shortcut_key(typing, name, rect);
	} else {
		letter_key(typing, name, rect);
	}
}

/* Columns a key takes: the page key two, the space bar five; where keys come in pages one, and what
 * is left of the row. */
static int columns_of(const struct typing *typing, const char *name)
{
	enum keyboard_shape shape = keyboard_place(typing->ui).shape;
	enum keyboard_layout layout = typing->keyboard->layout;

	if (strcmp(name, SYMBOLS) == 0) {
		return pages_of(typing) != NULL ? 1 : 2;
	}
	if (strcmp(name, SPACE) == 0) {
		return shape == SHAPE_UPRIGHT ? 3 : 5;
	}
	if (shape == SHAPE_UPRIGHT && layout == KEYBOARD_CODE && strcmp(name, BACKSPACE) == 0) {
		return 2; /* between the ends */
	}
	if ((name[0] == '@' && name[1] != '\0') || keyboard_rows[layout].pad) {
		return 2;
	}
	return 1;
}

/* Copies the next name of a row and moves past it; false at the end. */
static bool next_name(const char **row, char *out_name)
{
	size_t length = strcspn(*row, " ");

	if (length == 0 || length >= PIECE_SIZE) {
		return false;
	}
	memcpy(out_name, *row, length);
	out_name[length] = '\0';
	*row += length;
	while (**row == ' ') {
		++*row;
	}
	return true;
}

static void draw_row(
	struct typing *typing, const struct keyboard_place *place, const char *names, int row)
{
	char name[PIECE_SIZE];
	int columns = 0;

	for (const char *at = names; next_name(&at, name);) {
		columns += columns_of(typing, name);
	}
	enum { PAD = 6 }; /* columns of three digits, which stand under each other in every row */
	if (keyboard_rows[typing->keyboard->layout].pad && columns > PAD) {
		columns = PAD;
	}
	int half = place->columns - columns;
	for (const char *at = names; next_name(&at, name);) {
		int wide = columns_of(typing, name);
		any_key(typing, name, keyboard_key(place, row, half, wide));
		half += 2 * wide;
	}
}

/* At the right: backspace, two wide shortcuts, then halves. */
static void draw_side(
	struct typing *typing, const struct keyboard_place *place, const char *const *shortcuts)
{
	enum { X = 1484, WIDTH = 372 };
	const int part = (WIDTH - place->gap) / 2;
	const int step = place->key_h + place->gap;

	backspace_key(typing, (struct rect){X, place->top, WIDTH, place->key_h});
	for (int i = 0; i < SHORTCUTS && shortcuts[i]; i++) {
		bool wide = i < 2;
		int row = wide ? i + 1 : 3 + (i - 2) / 2;
		int x = X + (!wide && i % 2 ? part + place->gap : 0);
		shortcut_key(typing, shortcuts[i],
			(struct rect){
				x, place->top + row * step, wide ? WIDTH : part, place->key_h});
	}
}

/* Under the letters: two wide shortcuts and backspace, then the others. */
static void draw_under(
	struct typing *typing, const struct keyboard_place *place, const char *const *shortcuts)
{
	backspace_key(typing, keyboard_key(place, ROWS, 14, 3));
	for (int i = 0; i < SHORTCUTS && shortcuts[i]; i++) {
		int row = i < 2 ? ROWS : ROWS + 1;
		int half = i < 2 ? 7 * i : 5 * (i - 2);
		struct rect rect = keyboard_key(place, row, half, 1);
		rect.w =
			keyboard_key(place, row, half + (i < 2 ? 7 : 5), 1).x - place->gap - rect.x;
		shortcut_key(typing, shortcuts[i], rect);
	}
}

/* Upright the rows stand on the last one: few of them are near the hand. */
static void draw_page(struct typing *typing, const struct keyboard_place *place,
	const struct keyboard_pages *pages)
{
	const char *const *rows = pages->rows[typing->keyboard->page % page_count(typing)];
	int count = 0;

	while (count < place->page_rows && rows[count]) {
		count++;
	}
	int first = place->shape == SHAPE_UPRIGHT ? place->page_rows - count : 0;
	for (int row = 0; row < count; row++) {
		draw_row(typing, place, rows[row], first + row);
	}
	if (pages->last) {
		draw_row(typing, place, pages->last, place->page_rows);
	}
}

static void draw_keys(struct typing *typing, const struct keyboard_place *place)
{
	const struct keyboard_rows *layout = &keyboard_rows[typing->keyboard->layout];
	const char *const *rows = typing->keyboard->page ? layout->symbols : layout->rows;

	if (place->page_rows > 0) {
		draw_page(typing, place, pages_of(typing));
		return;
	}
	for (int row = 0; row < ROWS && rows[row]; row++) {
		draw_row(typing, place, rows[row], row);
	}
	if (place->shape == SHAPE_WIDE) {
		draw_side(typing, place, layout->shortcuts);
	} else {
		draw_under(typing, place, layout->shortcuts);
	}
}

/* Keys of a real keyboard, whatever the screen shows. */
static void take_typed(struct typing *typing)
{
	struct ui *ui = typing->ui;

	if (ui_key(ui, BACKSPACE) && keyboard_erase(typing->keyboard, typing->text)) {
		typing->changed = true;
	}
	if (ui->event.kind == UI_TEXT && !ui->event_used) {
		ui->event_used = true;
		ui->tapped_any = true;
		type_piece(typing, ui->event.text);
	}
}

bool keyboard_frame(
	struct ui *ui, struct keyboard *keyboard, char *text, size_t size, bool *out_refused)
{
	struct typing typing = {.ui = ui, .keyboard = keyboard, .text = text, .size = size};
	const struct keyboard_place place = keyboard_place(ui);
	const struct rect screen = ui_screen(ui);

	ui->panel =
		(struct rect){screen.x, place.panel, screen.w, screen.y + screen.h - place.panel};
	ui_fill(ui, ui->panel, 0, THEME_PANEL);
	if (ui->theme->flat) {
		ui_fill(ui, (struct rect){screen.x, place.panel, screen.w, 4}, 0, THEME_WHITE);
	}
	take_typed(&typing);
	draw_keys(&typing, &place);
	if (out_refused) {
		*out_refused = typing.refused;
	}
	return typing.changed;
}
