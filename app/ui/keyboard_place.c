#include "app/ui/keyboard_parts.h"

#define SMALL_LETTERS "q w e r t y u i o p", "a s d f g h j k l backspace"
#define DIGITS "1 2 3 4 5 6 7 8 9 0"

const struct keyboard_rows keyboard_rows[LAYOUTS] = {
	[KEYBOARD_NAME] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"shift z x c v b n m ' -", "symbols , space . /"},
			.symbols = {"1 2 3 4 5 6 7 8 9 0",
				"\u00e1 \u00e0 \u00e2 \u00e4 \u00e3 "
				"\u00e5 \u00e7 \u00e9 \u00e8 \u00ea",
				"\u00eb \u00ed \u00ec \u00ee \u00ef \u00f1 \u00f3 \u00f2 \u00f4",
				"shift \u00f6 \u00f5 \u00fa \u00f9 \u00fb \u00fc \u00fd ' -",
				"symbols , space . /"},
			.small = {{SMALL_LETTERS, "shift z x c v b n m ' ."},
				{DIGITS,
					"\u00e1 \u00e0 \u00e2 \u00e4 \u00e3 "
					"\u00e5 \u00e7 \u00e9 \u00e8 \u00ea",
					"shift \u00eb \u00ed \u00ec \u00ee \u00ef \u00f1 , - "
					"backspace"},
				{"\u00f3 \u00f2 \u00f4 \u00f6 \u00f5 "
				 "\u00fa \u00f9 \u00fb \u00fc \u00fd",
					"shift / backspace"}},
			.small_last = "symbols space",
		},
	[KEYBOARD_TEXT] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"shift z x c v b n m ? -", "symbols , space . /"},
			.symbols = {"1 2 3 4 5 6 7 8 9 0",
				"! ? # $ % & @ ( ) =", "; : ' \" \u00b0 \u00b2 \u00b3 < >",
				"[ ] { } _ + * ~ / -", "symbols , space . /"},
			.small = {{SMALL_LETTERS, "shift z x c v b n m , ."},
				{DIGITS, "! ? # $ % & @ ( ) =", "; : ' \" - + * / _ backspace"},
				{"[ ] { } ~ \u00b0 \u00b2 \u00b3 < >", "backspace"}},
			.small_last = "symbols space",
		},
	[KEYBOARD_EMAIL] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"shift z x c v b n m _ -", "symbols @ space . +"},
			.symbols = {"1 2 3 4 5 6 7 8 9 0", "! # $ % & ' * / = ?", "^ ` { | } ~",
				"_ -", "symbols @ space . +"},
			.shortcuts = {"@gmail.com", "@yahoo.com", ".go.id", ".com", ".ac.id",
				".id"},
			.small = {{SMALL_LETTERS, "shift z x c v b n m @ ."},
				{DIGITS, "_ - + ! # $ % & ' *", "/ = ? ^ ` { | } ~ backspace"}},
			.small_last = "symbols .go.id @gmail.com space",
		},
	[KEYBOARD_PHONE] =
		{
			.rows = {"1 2 3", "4 5 6", "7 8 9", "+ 0 -"},
			.pad = true,
			.small = {{"1 2 3", "4 5 6", "7 8 9 backspace"}},
			.small_last = "+ 0 -",
		},
	[KEYBOARD_DIGITS] =
		{
			.rows = {"1 2 3", "4 5 6", "7 8 9", "0"},
			.pad = true,
			.small = {{"1 2 3", "4 5 6", "7 8 9 backspace"}},
			.small_last = "0",
		},
	[KEYBOARD_CODE] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"z x c v b n m"},
			.small = {{SMALL_LETTERS, "z x c v b n m"}, {DIGITS, "backspace"}},
			.small_last = "symbols",
		},
};

struct keyboard_place keyboard_place(const struct ui *ui)
{
	enum { TALL_KEY = 84, TALL_GAP = 12, TALL_ROWS = 7, TALL_FOOT = 296, PAD = 24 };
	enum { SMALL_KEY = 81, SMALL_GAP = 5, SMALL_PAD = 9 };
	const int w = ui->canvas_w, h = ui->canvas_h;
	if (w == 1920 && h == 1080) {
		return (struct keyboard_place){
			SHAPE_WIDE, 424, 64, 64 + 10 * 128 + 9 * 12, 448, 84, 12};
	}
	if (w == 1080 && h == 1920) {
		int top = h - TALL_FOOT - TALL_ROWS * (TALL_KEY + TALL_GAP) + TALL_GAP;
		return (struct keyboard_place){
			SHAPE_TALL, top - PAD, PAD, w - PAD, top, TALL_KEY, TALL_GAP};
	}
	int top = h - SMALL_PAD - 4 * (SMALL_KEY + SMALL_GAP) + SMALL_GAP;
	return (struct keyboard_place){
		SHAPE_SMALL, top - SMALL_PAD, SMALL_PAD, w - SMALL_PAD, top, SMALL_KEY, SMALL_GAP};
}

/* `columns` keys of row `row` from column `column` in half keys. */
struct rect keyboard_key(const struct keyboard_place *place, int row, int half, int columns)
{
	int whole = place->right - place->left + place->gap;
	int left = place->left + whole * half / (2 * COLUMNS);
	int right = place->left + whole * (half + 2 * columns) / (2 * COLUMNS) - place->gap;
	int y = place->top + row * (place->key_h + place->gap);
	return (struct rect){left, y, right - left, place->key_h};
}

void keyboard_ends(const struct ui *ui, struct rect *out_back, struct rect *out_forward)
{
	struct keyboard_place place = keyboard_place(ui);
	*out_back = keyboard_key(&place, 3, 0, 2);
	*out_forward = keyboard_key(&place, 3, 2 * (COLUMNS - 2), 2);
}

int keyboard_top(const struct ui *ui)
{
	return keyboard_place(ui).panel;
}
