#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/rate.h"

#include <string.h>

/*
 * The number as it stands on the ticket: letters at the left, digits at the right; the digits below
 * where the screen is upright. In low reach only the keys are lower.
 */
struct places {
	struct rect box, error, line; /* the field, what is wrong, and the letters' label */
	struct rect letters, digits;
};

static void place_wide(const struct layout *layout, struct places *out_places)
{
	enum { LEFT_W = 912, DIGITS_X = 1040, DIGITS_Y = 220, LETTERS_Y = 564, END = 928 };
	const int left = layout->left, top = layout->low ? layout->body.y : DIGITS_Y;
	*out_places = (struct places){{left, layout->large ? 284 : 272, LEFT_W, 96},
		{left, layout->large ? 444 : 424, LEFT_W, layout->large ? 64 : 72},
		{left, 512, LEFT_W, 44}, {left, LETTERS_Y, LEFT_W, END - LETTERS_Y},
		{DIGITS_X, top, layout->left + layout->inner - DIGITS_X,
			(layout->low ? END : END - 28) - top}};
}

static void place_tall(const struct ui *ui, const struct layout *layout, struct places *out_places)
{
	enum { LETTERS = 376, DIGITS = 608, LOW_DIGITS = 376, GAP = 8 };
	const int left = layout->left, inner = layout->inner, end = layout->forward.y - layout->gap;
	const int label = ui_line(ui, UI_BODY), digits = layout->low ? LOW_DIGITS : DIGITS;
	const int letters =
		layout->low ? layout->body.y : end - digits - layout->gap - LETTERS + label + GAP;
	const int box = layout->title.y + layout->title.h + 24 + label, below = box + 96 + label;
	*out_places = (struct places){{left, box, inner, 96}, {left, below + 16, inner, 72},
		{left, letters - GAP - label, inner, label},
		{left, letters, inner, end - digits - 12 - letters},
		{left, end - digits, inner, digits}};
}

static void place_small(const struct ui *ui, const struct layout *layout, struct places *out_places)
{
	enum { TOP = 16, BOX = 66, GAP = 12 };
	const int left = layout->left, digits = 3 * LAYOUT_TOUCH + 32;
	const int rest = layout->inner - digits - layout->gap, label = ui_line(ui, UI_BODY) + 4;
	const int end = layout->forward.y - layout->gap, letters = TOP + label + BOX + GAP;
	*out_places = (struct places){{left, TOP + label, rest, BOX}, {0}, {0},
		{left, letters, rest, end - letters},
		{left + rest + layout->gap, TOP, digits, end - TOP}};
}

/* A row of letters over the digits; more than a row of them at the digits' left. */
static void place_upright(
	const struct ui *ui, const struct layout *layout, int letters, struct places *out_places)
{
	enum { TOP = 16, BOX = 66, GAP = 12, ROW = 6, EDGE = 6, BETWEEN = 5, LETTERS = 96 };
	const int left = layout->left, inner = layout->inner, label = ui_line(ui, UI_BODY) + 4;
	const int end = layout->forward.y - layout->gap, top = TOP + label + BOX + GAP;
	*out_places = (struct places){.box = {left, TOP + label, inner, BOX}};
	if (letters <= ROW) {
		out_places->letters = (struct rect){left, top, inner, LETTERS};
		out_places->digits =
			(struct rect){left, top + LETTERS + GAP, inner, end - top - LETTERS - GAP};
		return;
	}
	const int half = (layout->width - 2 * EDGE - BETWEEN) / 2;
	out_places->letters = (struct rect){EDGE, top, half, end - top};
	out_places->digits = (struct rect){layout->width - EDGE - half, top, half, end - top};
}

static struct places places_of(
	const struct ui *ui, const struct journey *journey, const struct layout *still, int letters)
{
	const struct layout layout = layout_of(ui, journey);
	struct layout keys = *still;
	struct places places;
	keys.low = layout.low;
	keys.body = layout.body;
	if (keys.shape == LAYOUT_WIDE) {
		place_wide(&keys, &places);
	} else if (keys.shape == LAYOUT_TALL) {
		place_tall(ui, &keys, &places);
	} else if (keys.upright) {
		place_upright(ui, &keys, letters, &places);
	} else {
		place_small(ui, &keys, &places);
	}
	return places;
}

static const char *error_text(const struct ui *ui, enum result error)
{
	char key[48];
	switch (error) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return ui_say(ui, "kiosk.number.missing");
	default: break;
	}
	text_format(key, sizeof(key), "result.%s", result_key(error));
	return ui_say(ui, key);
}

static const char *title_key(const struct visit *visit)
{
	return visit->ways.giving_up ? "kiosk.own.number" : "kiosk.number.title";
}

/* Where no heading stands over it, the field says what the number is for. */
static void draw_field(struct ui *ui, const struct visit *visit, const struct places *places)
{
	const char *error = error_text(ui, visit->rate.error);
	const bool brief = places->error.h == 0; /* a small screen: no note under the field */
	const char *label = brief ? language_short(ui->language, title_key(visit))
				  : ui_say(ui, "kiosk.number.label");
	const char *wrong =
		ui_say(ui, visit->rate.error == RESULT_FIELD_REQUIRED ? "result.field_required"
								      : "kiosk.number.not");
	ui_field(ui, "number.field", places->box, visit->rate.typed,
		(struct ui_field){
			.label = error != NULL && brief ? "" : label,
			.note = brief ? NULL : ui_say(ui, "kiosk.number.note"),
			.error = error != NULL && !brief ? wrong : NULL,
			.focused = true,
		});
	if (error != NULL) {
		const struct rect box = places->box, above = {box.x, 8, box.w, box.y - 16};
		chrome_words(ui, brief ? above : places->error, UI_BODY, UI_LEFT, THEME_INK, error,
			error);
	}
}

static bool letter_keys(
	struct ui *ui, const struct lobby *lobby, struct visit *visit, const struct places *places)
{
	enum { MOST = 112, MANY = 8, SMALL_GAP = 5, GAP = 16 };
	const int count = lobby->office->service_count, room = places->letters.w;
	const int gap = count > MANY && room < 600 ? SMALL_GAP : GAP;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, MOST, gap, gap};
	const bool row = places->letters.h < 2 * LAYOUT_TOUCH; /* and no more */
	const int columns = (room + GAP) / (MOST + GAP);
	const int most = row ? count : room < 600 ? MANY : columns;
	struct layout_grid grid = layout_grid(places->letters, count, most, need, 0);
	bool changed = false;
	if (places->line.h > 0) {
		const char *label = ui_say(ui, "kiosk.number.letters");
		chrome_words(ui, places->line, (struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_LEFT,
			THEME_INK, label, label);
	}
	for (int i = 0; i < count; i++) {
		const char *prefix = lobby->office->services[i].prefix;
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "number.%s", prefix);
		if (ui_button(ui, id, layout_cell(&grid, i), prefix,
			    (struct ui_button){.kind = UI_SECONDARY, .text_size = 48})) {
			changed = rate_type(visit->rate.typed, prefix) || changed;
		}
	}
	return changed;
}

static bool digit_keys(struct ui *ui, struct visit *visit, struct rect room)
{
	static const char *const keys[] = {
		"1", "2", "3", "4", "5", "6", "7", "8", "9", NULL, "0", "erase"};
	enum { KEYS = 12, GAP = 16, SMALL_GAP = 8, LEAST_GAP = 5, NARROW = 3 * (LAYOUT_TOUCH + 8) };
	const int gap = room.w < NARROW ? LEAST_GAP : room.w < 600 ? SMALL_GAP : GAP;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, room.h, gap, gap};
	const struct layout_grid grid = layout_grid(room, KEYS, 3, need, 0);
	bool changed = false;
	for (int i = 0; i < KEYS; i++) {
		char id[UI_ID_SIZE];
		bool erases = i == KEYS - 1;
		if (keys[i] == NULL) {
			continue;
		}
		text_format(id, sizeof(id), "number.%s", keys[i]);
		struct ui_button look = {.kind = UI_QUIET, .text_size = 56};
		look.icon = erases ? "backspace" : NULL;
		const struct rect cell = layout_cell(&grid, i);
		bool tapped = ui_button(ui, id, cell, erases ? "" : keys[i], look);
		ui_describe(ui, id, UI_PART_KEY, cell);
		if (tapped) {
			changed = (erases ? rate_erase(visit->rate.typed)
					  : rate_type(visit->rate.typed, keys[i])) ||
				  changed;
		}
	}
	return changed;
}

/* A real keyboard types letters one by one, small or not. */
static bool typed_keys(struct ui *ui, struct visit *visit)
{
	char *typed = visit->rate.typed;
	char key[OFFICE_PREFIX_SIZE] = "";
	if (ui_key(ui, "backspace")) {
		return rate_erase(typed);
	}
	if (ui->event.kind != UI_TEXT || ui->event_used || ui->event.text[1] != '\0') {
		return false;
	}
	ui->event_used = true;
	char letter = ui->event.text[0];
	letter = letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
	size_t length = strlen(typed);
	bool behind = letter >= 'A' && letter <= 'Z' && length + 1 < OFFICE_PREFIX_SIZE &&
		      (length == 0 || typed[length - 1] >= 'A');
	text_format(key, sizeof(key), "%s%c", behind ? typed : "", letter);
	return rate_type(typed, key);
}

struct action number_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	struct visit *visit = &journey->visit;
	const struct layout layout = layout_still(ui, journey);
	const struct places places = places_of(ui, journey, &layout, lobby->office->service_count);
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	if (layout.shape != LAYOUT_SMALL) {
		chrome_heading(ui, &layout, title_key(visit));
	}
	draw_field(ui, visit, &places);
	if (!visit->issuing) {
		bool changed = letter_keys(ui, lobby, visit, &places);
		changed = digit_keys(ui, visit, places.digits) || changed;
		changed = typed_keys(ui, visit) || changed;
		action.kind = changed ? ACTION_TYPED : ACTION_NONE;
	}
	if (ui_key(ui, "return")) {
		action.kind = ACTION_CONTINUE;
	}
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = "kiosk.continue",
						     .forward_icon = "arrow-right"}));
}
