#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

/* One question a screen: words with faces, or the numbers of a longer scale between two words. */

static const struct face {
	const char *icon;
	enum theme_token ink, ground;
} faces[] = {
	{"emoticon-sad", THEME_LATE, THEME_LATE_TINT},
	{"emoticon-neutral", THEME_SOON, THEME_SOON_TINT},
	{"emoticon-happy", THEME_ACTION, THEME_TINT},
	{"emoticon", THEME_OK, THEME_OK_TINT},
};
enum { FACES = sizeof(faces) / sizeof(faces[0]) };

/* The face of answer `place` of `count`: the first is the saddest, the last the happiest. */
static const struct face *face_of(int place, int count)
{
	return &faces[count < 2 ? 0 : (place * (FACES - 1) + (count - 1) / 2) / (count - 1)];
}

/* Where a question's parts stand: in low reach only the answers are lower. */
struct places {
	struct rect topic, question, answers, note;
	int steps_y;
};

static struct places places_of(const struct layout *layout)
{
	const int left = layout->left, inner = layout->inner, foot = layout->forward.y;
	const struct rect body = layout->body;
	if (layout->shape == LAYOUT_WIDE) {
		struct places places = {{left, 142, 1200, 40}, {left, 196, inner, 156},
			{left, 384, inner, 432}, {left, 832, inner, 96}, 112};
		if (layout->large) {
			places.note = (struct rect){left, 800, inner, 136};
		}
		if (layout->low) {
			places.answers.y = body.y;
		}
		places.answers.h = places.note.y - 16 - places.answers.y;
		return places;
	}
	if (layout->shape == LAYOUT_TALL) {
		const int top = layout->low ? body.y : 544;
		return (struct places){{left, 216, inner, 56}, {left, 288, inner, 224},
			{left, top, inner, foot - 160 - top}, {left, foot - 136, inner, 96}, 184};
	}
	const int answers = 140;
	return (struct places){{left, 22, inner, 32}, {left, 58, inner, 72},
		{left, answers, inner, foot - 60 - answers}, {left, foot - 52, inner, 40}, 8};
}

/* Bars, and where there is room the words too. */
static void draw_progress(struct ui *ui, const struct layout *layout, const struct places *places,
	const struct visit *visit, int count)
{
	char at[16], of[16], text[SAY_SIZE];
	text_format(at, sizeof(at), "%d", visit->step + 1);
	text_format(of, sizeof(of), "%d", count);
	language_with(ui->language, "kiosk.rating.step", text, sizeof(text), at, of);
	ui_steps(ui, (struct rect){layout->left, places->steps_y, layout->inner, 8}, count,
		visit->step + 1);
	if (layout->shape == LAYOUT_WIDE) {
		ui_text(ui,
			(struct rect){layout->left + layout->inner - 500, places->topic.y, 500,
				places->topic.h},
			(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_RIGHT, THEME_INK2, text);
	}
}

/* As large as the room lets it be, from its top. */
static void draw_question(struct ui *ui, struct rect room, const char *question)
{
	int height = ui_paragraph_height(ui, room.w, UI_TITLE, question);
	if (height < room.h) {
		room.h = height;
	}
	chrome_words(ui, room, UI_TITLE, UI_LEFT, THEME_INK, question, question);
}

static void draw_key(struct ui *ui, struct rect card, int value)
{
	const int pad = card.w < 300 ? 12 : 24;
	const struct rect key = {card.x + card.w - pad - 44, card.y + pad, 44, 44};
	char text[16];
	text_format(text, sizeof(text), "%d", value);
	if (!ui->theme->flat) {
		ui_fill(ui, key, 10, THEME_PAGE);
	}
	ui_text(ui, key, UI_NOTE_SEMIBOLD, UI_CENTER, THEME_INK2, text);
}

/* Face over word; the word has a fifth of the card, two lines at least. */
struct card_parts {
	struct rect circle, word;
};

static struct card_parts parts_of(const struct ui *ui, struct rect card)
{
	enum { CIRCLE = 224, PAD = 24, CORNER = 56, NARROW = 300 };
	const int pad = card.h < NARROW ? 8 : PAD, line = ui_line(ui, UI_LABEL);
	const int beside = card.w < NARROW ? CORNER : pad; /* check and key stand in the corners */
	int word = 2 * line < card.h / 3 ? 2 * line : card.h / 3;
	int room = card.h - word - 3 * pad;
	int side = room < CIRCLE ? room : CIRCLE;
	side = side < card.w - 2 * beside ? side : card.w - 2 * beside;
	int top = card.y + pad + (room - side) / 2;
	return (struct card_parts){{card.x + (card.w - side) / 2, top, side, side},
		{card.x + pad, card.y + card.h - pad - word, card.w - 2 * pad, word}};
}

static void draw_face(struct ui *ui, struct rect circle, const struct face *face, bool selected)
{
	bool flat = ui->theme->flat;
	if (!flat) {
		ui_fill(ui, circle, circle.w / 2, selected ? THEME_CARD : face->ground);
	}
	ui_icon(ui, circle, circle.w * 11 / 14, flat ? THEME_INK : face->ink, face->icon);
}

/* The keypad answers as well. */
static bool is_pressed(struct ui *ui, int value)
{
	char key[16];
	text_format(key, sizeof(key), "%d", value % 10); /* 0 is ten */
	return ui_key(ui, key);
}

static bool draw_card(struct ui *ui, const struct instrument *instrument,
	const struct instrument_item *item, int language, int value, struct rect card,
	bool selected)
{
	char id[UI_ID_SIZE];
	int place = value - instrument->min;
	text_format(id, sizeof(id), "rating.%d", value);
	/* Marked by its border and tint; the check would stand on the key. */
	bool tapped = ui_choice(ui, id, card, (struct ui_choice){0});
	if (selected) {
		ui_fill(ui, card, 24, ui->theme->flat ? THEME_WHITE : THEME_TINT);
		ui_outline(ui, card, 24, 8, THEME_ACTION);
		ui_focus_ring(ui, id, card, 24, THEME_INK);
	}
	chrome_ground(ui, card, selected);
	const struct card_parts parts = parts_of(ui, card);
	draw_face(
		ui, parts.circle, face_of(place, instrument->max - instrument->min + 1), selected);
	if (selected) {
		const int pad = card.w < 300 ? 12 : 24, side = card.w < 300 ? 40 : 48;
		ui_icon(ui, (struct rect){card.x + pad, card.y + pad, side, side}, side,
			THEME_ACTION, "check-circle");
	}
	draw_key(ui, card, value);
	const char *word = item->answers[place][language];
	chrome_words(ui, parts.word, (struct ui_style){DRAW_DISPLAY_SEMIBOLD, 36, 44}, UI_CENTER,
		THEME_INK, word, word);
	chrome_ground_end(ui);
	return tapped || is_pressed(ui, value);
}

static struct action draw_words(struct ui *ui, const struct instrument *instrument,
	const struct journey *journey, const struct instrument_item *item,
	const struct layout *layout, struct rect room)
{
	const int chosen = journey->visit.rate.rating.answers[journey->visit.step];
	const int count = instrument->max - instrument->min + 1;
	const int gap = layout->shape == LAYOUT_SMALL ? 12 : 32;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, 432, gap, gap};
	const struct layout_grid grid =
		layout_grid(room, count, layout->upright ? (count + 1) / 2 : count, need, 0);
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < count; i++) {
		int value = instrument->min + i;
		if (draw_card(ui, instrument, item, (int)journey->language, value,
			    layout_cell(&grid, i), value == chosen)) {
			action = (struct action){.kind = ACTION_ANSWER, .value = value};
		}
	}
	return action;
}

static bool draw_number(struct ui *ui, int value, struct rect rect, bool selected)
{
	const struct ui_style big = {DRAW_DISPLAY_BOLD, 68, 80};
	char id[UI_ID_SIZE], text[16];
	text_format(id, sizeof(id), "rating.%d", value);
	text_format(text, sizeof(text), "%d", value);
	bool tapped = ui_choice(ui, id, rect, (struct ui_choice){0});
	if (selected) {
		ui_fill(ui, rect, 24, ui->theme->flat ? THEME_WHITE : THEME_TINT);
		ui_outline(ui, rect, 24, 8, THEME_ACTION);
		ui_focus_ring(ui, id, rect, 24, THEME_INK);
	}
	chrome_ground(ui, rect, selected);
	ui_text(ui, rect, big, UI_CENTER, THEME_INK, text);
	chrome_ground_end(ui);
	return tapped || is_pressed(ui, value);
}

/* What the two ends of the scale mean, with a face each. */
static void draw_ends(
	struct ui *ui, const struct instrument *instrument, int language, struct rect line)
{
	enum { FACE = 72, GAP = 20 };
	const int side = line.h < FACE ? line.h : FACE, half = line.w / 2 - side - GAP - GAP / 2;
	for (int i = 0; i < 2; i++) {
		const struct face *face = &faces[i == 0 ? 0 : FACES - 1];
		const int x = i == 0 ? line.x : line.x + line.w - side;
		const char *end = instrument->ends[i][language];
		ui_icon(ui, (struct rect){x, line.y, side, line.h}, side,
			ui->theme->flat ? THEME_INK : face->ink, face->icon);
		const struct rect words = {
			i == 0 ? x + side + GAP : x - GAP - half, line.y, half, line.h};
		chrome_words(ui, words, UI_LABEL, i == 0 ? UI_LEFT : UI_RIGHT, THEME_INK, end, end);
	}
}

/* One row, or two where a row's keys would be too narrow for a finger. */
static struct action draw_numbers(struct ui *ui, const struct instrument *instrument,
	const struct journey *journey, const struct layout *layout, struct rect room)
{
	enum { MOST = 192, ENDS = 72, GAP = 16 };
	const bool small = layout->shape == LAYOUT_SMALL;
	const int chosen = journey->visit.rate.rating.answers[journey->visit.step];
	const int count = instrument->max - instrument->min + 1;
	const int ends = small ? 44 : ENDS, gap = small ? 8 : GAP, below = small ? 8 : 32;
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, MOST, gap, gap};
	room.h -= ends + below;
	if (layout->shape == LAYOUT_WIDE && !layout->low) {
		room.y += 60;
		room.h -= 60;
	}
	const struct layout_grid grid = layout_grid(
		room, count, layout->shape == LAYOUT_WIDE ? count : (count + 1) / 2, need, 0);
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < count; i++) {
		int value = instrument->min + i;
		if (draw_number(ui, value, layout_cell(&grid, i), value == chosen)) {
			action = (struct action){.kind = ACTION_ANSWER, .value = value};
		}
	}
	draw_ends(ui, instrument, (int)journey->language,
		(struct rect){room.x, grid.body.y + grid.body.h + below, room.w, ends});
	return action;
}

/* Under the answers: that they carry no name; or why the last could not be kept. */
static void draw_note(struct ui *ui, const struct visit *visit, struct rect note)
{
	char key[48], staff[300];
	if (visit->rate.error == RESULT_OK) {
		const char *words = ui_say(ui, "kiosk.rating.nameless");
		const int line = ui_line(ui, UI_BODY), high = line < note.h ? line : note.h;
		chrome_words(ui,
			(struct rect){note.x, note.y + (note.h > 2 * line ? 20 : 0), note.w, high},
			UI_BODY, UI_CENTER, THEME_INK2, words, words);
		return;
	}
	text_format(key, sizeof(key), "result.%s", result_key(visit->rate.error));
	language_with(
		ui->language, "kiosk.welcome.for_staff", staff, sizeof(staff), ui_say(ui, key));
	if (note.h < 96) {
		const char *unkept = ui_say(ui, "kiosk.rating.unkept");
		chrome_words(ui, note, UI_BODY, UI_CENTER, THEME_LATE_INK, unkept, unkept);
		return;
	}
	ui_banner(ui, note, UI_TONE_LATE, "alert-circle", ui_say(ui, "kiosk.rating.unkept"), staff);
}

static struct action draw_skip(
	struct ui *ui, const struct visit *visit, const struct layout *layout)
{
	struct rect rect = layout->forward;
	if (layout->shape == LAYOUT_WIDE) {
		rect = (struct rect){rect.x + rect.w - 280, rect.y, 280, rect.h};
	}
	bool skipped = ui_button(ui, "rating.skip", rect,
		ui_say(ui, visit->issuing ? "kiosk.wait" : "kiosk.skip"),
		(struct ui_button){.kind = UI_QUIET,
			.disabled = visit->issuing,
			.text_size = ui->large ? 28 : 0});
	return (struct action){.kind = skipped ? ACTION_SKIP : ACTION_NONE};
}

struct action rating_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct instrument *instrument = lobby->instrument;
	const struct visit *visit = &journey->visit;
	const struct instrument_item *item = &instrument->items[visit->step];
	const struct layout layout = layout_of(ui, journey);
	const struct places places = places_of(&layout);
	const char *topic = item->topic[journey->language];
	chrome_header(ui, lobby, journey, 0);
	draw_progress(ui, &layout, &places, visit, instrument->item_count);
	chrome_words(ui, places.topic, UI_LABEL, UI_LEFT, THEME_ACTION, topic, topic);
	draw_question(ui, places.question, item->question[journey->language]);
	struct action action =
		instrument_has_words(instrument)
			? draw_words(ui, instrument, journey, item, &layout, places.answers)
			: draw_numbers(ui, instrument, journey, &layout, places.answers);
	draw_note(ui, visit, places.note);
	action = chrome_either(action, draw_skip(ui, visit, &layout));
	return chrome_either(action,
		chrome_foot(ui, journey, (struct chrome_foot){.back = true, .contrast = true}));
}
