#include "app/ui/keyboard_parts.h"

#define SMALL_LETTERS "q w e r t y u i o p", "a s d f g h j k l backspace"
#define DIGITS "1 2 3 4 5 6 7 8 9 0"
#define ALPHABET "a b c d e f", "g h i j k l", "m n o p q r", "s t u v w x"
#define FEW_DIGITS "1 2 3 4 5 6", "7 8 9 0"

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
			.small =
				{{{SMALL_LETTERS, "shift z x c v b n m ' ."},
					 {DIGITS,
						 "\u00e1 \u00e0 \u00e2 \u00e4 \u00e3 "
						 "\u00e5 \u00e7 \u00e9 \u00e8 \u00ea",
						 "shift \u00eb \u00ed \u00ec \u00ee \u00ef \u00f1 , - "
						 "backspace"},
					 {"\u00f3 \u00f2 \u00f4 \u00f6 \u00f5 "
					  "\u00fa \u00f9 \u00fb \u00fc \u00fd",
						 "shift / backspace"}},
					"symbols space"},
			.upright = {{{ALPHABET, "shift y z ' - backspace", "symbols , space ."},
				{FEW_DIGITS, "/ ' - backspace", "symbols , space ."},
				{"\u00e1 \u00e0 \u00e2 \u00e4 \u00e3 \u00e5",
					"\u00e7 \u00e9 \u00e8 \u00ea \u00eb \u00ed",
					"\u00ec \u00ee \u00ef \u00f1 \u00f3 \u00f2",
					"\u00f4 \u00f6 \u00f5 \u00fa \u00f9 \u00fb",
					"shift \u00fc \u00fd ' - backspace", "symbols , space ."}}},
		},
	[KEYBOARD_TEXT] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"shift z x c v b n m ? -", "symbols , space . /"},
			.symbols = {"1 2 3 4 5 6 7 8 9 0",
				"! ? # $ % & @ ( ) =", "; : ' \" \u00b0 \u00b2 \u00b3 < >",
				"[ ] { } _ + * ~ / -", "symbols , space . /"},
			.small = {{{SMALL_LETTERS, "shift z x c v b n m , ."},
					  {DIGITS, "! ? # $ % & @ ( ) =",
						  "; : ' \" - + * / _ backspace"},
					  {"[ ] { } ~ \u00b0 \u00b2 \u00b3 < >", "backspace"}},
				"symbols space"},
			.upright = {{{ALPHABET, "shift y z ? - backspace", "symbols , space ."},
				{FEW_DIGITS, "! ? ( ) : ;", "' \" & % / @", "+ - = * # backspace",
					"symbols , space ."},
				{"[ ] { } < >", "~ _ \u00b0 \u00b2 \u00b3 $", "backspace",
					"symbols , space ."}}},
		},
	[KEYBOARD_EMAIL] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"shift z x c v b n m _ -",
				"symbols @ @outlook.com @yahoo.co.id .co.id . +"},
			.symbols = {"1 2 3 4 5 6 7 8 9 0", "! # $ % & ' * / = ?", "^ ` { | } ~",
				"_ -", "symbols @ @outlook.com @yahoo.co.id .co.id . +"},
			.shortcuts = {"@gmail.com", "@yahoo.com", ".go.id", ".com", ".ac.id",
				".id"},
			.small = {{{SMALL_LETTERS, "shift z x c v b n m @ ."},
					  {DIGITS, "_ - + ! # $ % & ' *",
						  "/ = ? ^ ` { | } ~ backspace"}},
				"symbols .go.id @gmail.com @yahoo.com"},
			.upright = {{{ALPHABET, "shift y z _ - backspace",
					     "symbols @ . .go.id @gmail.com"},
				{FEW_DIGITS, "! # $ % & '", "* + / = ? ^", "` { | } ~ backspace",
					"symbols .com .ac.id .id @yahoo.com"}}},
		},
	[KEYBOARD_PHONE] =
		{
			.rows = {"1 2 3", "4 5 6", "7 8 9", "+ 0 -"},
			.pad = true,
			.small = {{{"1 2 3", "4 5 6", "7 8 9 backspace"}}, "+ 0 -"},
			.upright = {{{"1 2 3", "4 5 6", "7 8 9", "+ 0 -"}}, "backspace"},
		},
	[KEYBOARD_DIGITS] =
		{
			.rows = {"1 2 3", "4 5 6", "7 8 9", "0"},
			.pad = true,
			.small = {{{"1 2 3", "4 5 6", "7 8 9 backspace"}}, "0"},
			.upright = {{{"1 2 3", "4 5 6", "7 8 9", "0"}}, "backspace"},
		},
	[KEYBOARD_CODE] =
		{
			.rows = {"1 2 3 4 5 6 7 8 9 0", "q w e r t y u i o p", "a s d f g h j k l",
				"z x c v b n m"},
			.small = {{{SMALL_LETTERS, "z x c v b n m"}, {DIGITS, "backspace"}},
				"symbols"},
			.upright = {{{ALPHABET, "y z 1 2 3 4", "5 6 7 8 9 0"}}, "backspace"},
		},
};

struct keyboard_place keyboard_place(const struct ui *ui)
{
	enum { TALL_KEY = 84, TALL_GAP = 12, TALL_ROWS = 7, TALL_FOOT = 296, PAD = 24 };
	enum {
		SMALL_KEY = 81,
		SMALL_GAP = 5,
		SMALL_PAD = 9,
		CLOSE_PAD = 6,
		CLOSE_GAP = 3,
		LOW_GAP = 8
	};
	enum { ROOMY = 868 }; /* less holds ten keys of 20 mm only close together */
	enum { MANY = 10, FEW = 6 };
	const int w = ui->canvas_w, h = ui->canvas_h;
	if (w == 1920 && h == 1080) {
		struct keyboard_place place = {
			SHAPE_WIDE, 424, 64, 64 + 10 * 128 + 9 * 12, 448, 84, 12, MANY, 0};
		if (ui->low) { /* down to the foot, which then is lower too */
			place.panel = 516;
			place.top = 540;
			place.key_h = SMALL_KEY;
			place.gap = LOW_GAP;
		}
		return place;
	}
	if (w == 1080 && h == 1920) {
		int top = h - TALL_FOOT - TALL_ROWS * (TALL_KEY + TALL_GAP) + TALL_GAP;
		return (struct keyboard_place){
			SHAPE_TALL, top - PAD, PAD, w - PAD, top, TALL_KEY, TALL_GAP, MANY, 0};
	}
	const bool upright = h > w, close = !upright && w < ROOMY;
	const int rows = upright ? UPRIGHT_ROWS : SMALL_ROWS;
	const int pad = upright || close ? CLOSE_PAD : SMALL_PAD;
	const int gap = close ? CLOSE_GAP : SMALL_GAP;
	int top = h - SMALL_PAD - (rows + 1) * (SMALL_KEY + gap) + gap;
	return (struct keyboard_place){upright ? SHAPE_UPRIGHT : SHAPE_SMALL, top - SMALL_PAD, pad,
		w - pad, top, SMALL_KEY, gap, upright ? FEW : MANY, rows};
}

const struct keyboard_pages *keyboard_pages(const struct ui *ui, enum keyboard_layout layout)
{
	switch (keyboard_place(ui).shape) {
	case SHAPE_SMALL: return &keyboard_rows[layout].small;
	case SHAPE_UPRIGHT: return &keyboard_rows[layout].upright;
	default: return NULL;
	}
}

/* `columns` keys of row `row` from column `column` in half keys. */
struct rect keyboard_key(const struct keyboard_place *place, int row, int half, int columns)
{
	int whole = place->right - place->left + place->gap, halves = 2 * place->columns;
	int left = place->left + whole * half / halves;
	int right = place->left + whole * (half + 2 * columns) / halves - place->gap;
	int y = place->top + row * (place->key_h + place->gap);
	return (struct rect){left, y, right - left, place->key_h};
}

void keyboard_ends(const struct ui *ui, struct rect *out_back, struct rect *out_forward)
{
	struct keyboard_place place = keyboard_place(ui);
	*out_back = keyboard_key(&place, place.page_rows, 0, 2);
	*out_forward = keyboard_key(&place, place.page_rows, 2 * (place.columns - 2), 2);
}

int keyboard_top(const struct ui *ui)
{
	return keyboard_place(ui).panel;
}
