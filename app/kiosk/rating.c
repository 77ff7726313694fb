#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

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

static void draw_progress(struct ui *ui, const struct visit *visit, int count)
{
	char at[16], of[16], text[SAY_SIZE];
	text_format(at, sizeof(at), "%d", visit->step + 1);
	text_format(of, sizeof(of), "%d", count);
	language_with(ui->language, "kiosk.rating.step", text, sizeof(text), at, of);
	ui_steps(ui, (struct rect){CHROME_LEFT, 112, CHROME_WIDTH, 8}, count, visit->step + 1);
	ui_text(ui, (struct rect){CHROME_RIGHT - 500, 142, 500, 40},
		(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_RIGHT, THEME_INK2, text);
}

/* Two lines of a title, or three of what is one size down. */
static void draw_question(struct ui *ui, const char *question)
{
	const struct rect narrow = {CHROME_LEFT, 196, 1660, 128};
	const struct rect wide = {CHROME_LEFT, 196, CHROME_WIDTH, 156};
	const struct ui_style smaller = {DRAW_DISPLAY_BOLD, 44, 52};
	bool fits = ui_paragraph_height(ui, narrow.w, UI_TITLE, question) <= narrow.h;
	ui_paragraph(
		ui, fits ? narrow : wide, fits ? UI_TITLE : smaller, UI_LEFT, THEME_INK, question);
}

static void draw_key(struct ui *ui, struct rect card, int value)
{
	const struct rect key = {card.x + card.w - 24 - 44, card.y + 24, 44, 44};
	char text[16];
	text_format(text, sizeof(text), "%d", value);
	if (!ui->theme->flat) {
		ui_fill(ui, key, 10, THEME_PAGE);
	}
	ui_text(ui, key, UI_NOTE_SEMIBOLD, UI_CENTER, THEME_INK2, text);
}

static void draw_face(struct ui *ui, struct rect card, const struct face *face, bool selected)
{
	enum { CIRCLE = 224, FACE = 176 };
	const struct rect circle = {card.x + (card.w - CIRCLE) / 2, card.y + 56, CIRCLE, CIRCLE};
	bool flat = ui->theme->flat;
	if (!flat) {
		ui_fill(ui, circle, CIRCLE / 2, selected ? THEME_CARD : face->ground);
	}
	ui_icon(ui, circle, FACE, flat ? THEME_INK : face->ink, face->icon);
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
	draw_face(ui, card, face_of(place, instrument->max - instrument->min + 1), selected);
	if (selected) {
		ui_icon(ui, (struct rect){card.x + 24, card.y + 24, 48, 48}, 48, THEME_ACTION,
			"check-circle");
	}
	draw_key(ui, card, value);
	const char *word = item->answers[place][language];
	chrome_words(ui, (struct rect){card.x + 24, card.y + 300, card.w - 48, 88},
		(struct ui_style){DRAW_DISPLAY_SEMIBOLD, 36, 44}, UI_CENTER, THEME_INK, word, word);
	chrome_ground_end(ui);
	return tapped || is_pressed(ui, value);
}

static struct action draw_words(struct ui *ui, const struct instrument *instrument,
	const struct journey *journey, const struct instrument_item *item)
{
	enum { TOP = 384, HEIGHT = 432, GAP = 32 };
	const int chosen = journey->visit.rate.rating.answers[journey->visit.step];
	const int count = instrument->max - instrument->min + 1;
	const int width = (CHROME_WIDTH - (count - 1) * GAP) / count;
	struct action action = {.kind = ACTION_NONE};
	for (int i = 0; i < count; i++) {
		const struct rect card = {CHROME_LEFT + i * (width + GAP), TOP, width, HEIGHT};
		int value = instrument->min + i;
		if (draw_card(ui, instrument, item, (int)journey->language, value, card,
			    value == chosen)) {
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
static void draw_ends(struct ui *ui, const struct instrument *instrument, int language, int y)
{
	enum { FACE = 72, GAP = 20 };
	for (int i = 0; i < 2; i++) {
		const struct face *face = &faces[i == 0 ? 0 : FACES - 1];
		int x = i == 0 ? CHROME_LEFT : CHROME_RIGHT - FACE;
		ui_icon(ui, (struct rect){x, y, FACE, FACE}, FACE,
			ui->theme->flat ? THEME_INK : face->ink, face->icon);
		const struct rect words = {i == 0 ? x + FACE + GAP : x - GAP - 640, y, 640, FACE};
		ui_text(ui, words, UI_LABEL, i == 0 ? UI_LEFT : UI_RIGHT, THEME_INK,
			instrument->ends[i][language]);
	}
}

static struct action draw_numbers(
	struct ui *ui, const struct instrument *instrument, const struct journey *journey)
{
	enum { TOP = 444, HEIGHT = 192, GAP = 16 };
	const int chosen = journey->visit.rate.rating.answers[journey->visit.step];
	const int count = instrument->max - instrument->min + 1;
	const int width = (CHROME_WIDTH - (count - 1) * GAP) / count;
	const int rest = (CHROME_WIDTH - (count - 1) * GAP) % count; /* the first ones take it */
	struct action action = {.kind = ACTION_NONE};
	int x = CHROME_LEFT;
	for (int i = 0; i < count; i++) {
		const struct rect rect = {x, TOP, width + (i < rest), HEIGHT};
		int value = instrument->min + i;
		x += rect.w + GAP;
		if (draw_number(ui, value, rect, value == chosen)) {
			action = (struct action){.kind = ACTION_ANSWER, .value = value};
		}
	}
	draw_ends(ui, instrument, (int)journey->language, TOP + HEIGHT + 32);
	return action;
}

/* Under the answers: that they carry no name; or why the last could not be kept. */
static void draw_note(struct ui *ui, const struct visit *visit)
{
	const struct rect line = {CHROME_LEFT, 852, CHROME_WIDTH, 40};
	char key[48], staff[300];
	if (visit->rate.error == RESULT_OK) {
		ui_text(ui, line, UI_BODY, UI_CENTER, THEME_INK2,
			ui_say(ui, "kiosk.rating.nameless"));
		return;
	}
	text_format(key, sizeof(key), "result.%s", result_key(visit->rate.error));
	language_with(
		ui->language, "kiosk.welcome.for_staff", staff, sizeof(staff), ui_say(ui, key));
	ui_banner(ui, (struct rect){CHROME_LEFT, 832, CHROME_WIDTH, 96}, UI_TONE_LATE,
		"alert-circle", ui_say(ui, "kiosk.rating.unkept"), staff);
}

static struct action draw_skip(struct ui *ui, const struct visit *visit)
{
	bool skipped = ui_button(ui, "rating.skip", (struct rect){1576, CHROME_FOOT, 280, 96},
		ui_say(ui, visit->issuing ? "kiosk.wait" : "kiosk.skip"),
		(struct ui_button){.kind = UI_QUIET, .disabled = visit->issuing});
	return (struct action){.kind = skipped ? ACTION_SKIP : ACTION_NONE};
}

struct action rating_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct instrument *instrument = lobby->instrument;
	const struct visit *visit = &journey->visit;
	const struct instrument_item *item = &instrument->items[visit->step];
	chrome_header(ui, lobby, journey, 0);
	draw_progress(ui, visit, instrument->item_count);
	ui_text(ui, (struct rect){CHROME_LEFT, 142, 1200, 40}, UI_LABEL, UI_LEFT, THEME_ACTION,
		item->topic[journey->language]);
	draw_question(ui, item->question[journey->language]);
	struct action action = instrument_has_words(instrument)
				       ? draw_words(ui, instrument, journey, item)
				       : draw_numbers(ui, instrument, journey);
	draw_note(ui, visit);
	action = chrome_either(action, draw_skip(ui, visit));
	return chrome_either(action,
		chrome_foot(ui, journey, (struct chrome_foot){.back = true, .contrast = true}));
}
