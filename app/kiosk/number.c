#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/rate.h"

#include <string.h>

/* Letters at the left, digits at the right: the number as it stands on the ticket. */
enum { LETTERS_Y = 564, LETTER = 112, GAP = 16, COLUMNS = 7, PAD_X = 1040, PAD_Y = 220 };

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

static void draw_field(struct ui *ui, const struct visit *visit)
{
	const struct rect box = {CHROME_LEFT, 272, 912, 96};
	const char *const forms[] = {error_text(ui, visit->rate.error), NULL};
	ui_field(ui, "number.field", box, visit->rate.typed,
		(struct ui_field){
			.label = ui_say(ui, "kiosk.number.label"),
			.note = ui_say(ui, "kiosk.number.note"),
			.error = forms[0] != NULL ? ui_say(ui, "kiosk.number.not") : NULL,
			.focused = true,
		});
	if (forms[0] != NULL) {
		ui_paragraph(ui, (struct rect){CHROME_LEFT, 424, 912, 72}, UI_BODY, UI_LEFT,
			THEME_INK, forms[0]);
	}
}

static bool letter_keys(struct ui *ui, const struct lobby *lobby, struct visit *visit)
{
	bool changed = false;
	ui_text(ui, (struct rect){CHROME_LEFT, LETTERS_Y - 52, 912, 40},
		(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.number.letters"));
	for (int i = 0; i < lobby->office->service_count; i++) {
		const char *prefix = lobby->office->services[i].prefix;
		const struct rect rect = {CHROME_LEFT + i % COLUMNS * (LETTER + GAP),
			LETTERS_Y + i / COLUMNS * (LETTER + GAP), LETTER, LETTER};
		char id[UI_ID_SIZE];
		text_format(id, sizeof(id), "number.%s", prefix);
		if (ui_button(ui, id, rect, prefix,
			    (struct ui_button){.kind = UI_SECONDARY, .text_size = 48})) {
			changed = rate_type(visit->rate.typed, prefix) || changed;
		}
	}
	return changed;
}

static bool digit_keys(struct ui *ui, struct visit *visit)
{
	static const char *const keys[] = {
		"1", "2", "3", "4", "5", "6", "7", "8", "9", NULL, "0", "erase"};
	enum { WIDTH = 261, HEIGHT = 158 };
	bool changed = false;
	for (int i = 0; i < 12; i++) {
		const struct rect rect = {PAD_X + i % 3 * (WIDTH + GAP),
			PAD_Y + i / 3 * (HEIGHT + GAP), WIDTH, HEIGHT};
		char id[UI_ID_SIZE];
		bool erases = i == 11;
		if (keys[i] == NULL) {
			continue;
		}
		text_format(id, sizeof(id), "number.%s", keys[i]);
		struct ui_button look = {.kind = UI_QUIET, .text_size = 56};
		look.icon = erases ? "backspace" : NULL;
		if (ui_button(ui, id, rect, erases ? "" : keys[i], look)) {
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
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 132, "kiosk.number.title");
	draw_field(ui, visit);
	if (!visit->issuing) {
		bool changed = letter_keys(ui, lobby, visit);
		changed = digit_keys(ui, visit) || changed;
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
