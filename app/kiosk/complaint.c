#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/guest_screen.h"

#include <string.h>

/* ---- about what ---- */

static const char *const icons[COMPLAINT_TOPICS] = {
	[COMPLAINT_REQUIREMENTS] = "clipboard-check",
	[COMPLAINT_PROCEDURE] = "swap-horizontal",
	[COMPLAINT_TIME] = "clock",
	[COMPLAINT_FEE] = "cart",
	[COMPLAINT_PRODUCT] = "book-open-variant",
	[COMPLAINT_STAFF] = "account-check",
	[COMPLAINT_ROOM] = "domain",
	[COMPLAINT_OTHER] = "comment-text",
};

static struct action kinds(struct ui *ui, const struct visit *visit)
{
	const char *const labels[2] = {ui_say(ui, "kiosk.complaint.kind.suggestion"),
		ui_say(ui, "kiosk.complaint.kind.complaint")};
	int half = ui_segment(ui, "complaint.kind", (struct rect){CHROME_LEFT, 220, 640, 96},
		labels, (int)visit->complaint.typed.kind);
	struct action action = {.kind = ACTION_NONE};
	if (half >= 0) {
		action = (struct action){.kind = ACTION_KIND, .value = half};
	}
	return action;
}

static bool topic_tile(struct ui *ui, enum complaint_topic topic, struct rect tile)
{
	char id[UI_ID_SIZE], key[64];
	bool held = false;
	text_format(id, sizeof(id), "complaint.%s", complaint_topic_name(topic));
	text_format(key, sizeof(key), "kiosk.complaint.topic.%s", complaint_topic_name(topic));
	bool tapped = ui_choice(ui, id, tile, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, tile.x + 32, tile.y + 32, 80, icons[topic], held);
	const char *label = ui_say(ui, key);
	chrome_words(ui, (struct rect){tile.x + 32, tile.y + 132, tile.w - 64, 80}, UI_LABEL,
		UI_LEFT, THEME_INK, label, label);
	ui->inverse = (struct rect){0};
	return tapped;
}

static struct action about_frame(
	struct ui *ui, const struct lobby *lobby, const struct visit *visit)
{
	enum { COLUMNS = 4, TOP = 412, WIDTH = 430, HEIGHT = 236, GAP = 24 };
	chrome_title(ui, 132, "kiosk.complaint.title");
	struct action action = kinds(ui, visit);
	ui_text(ui, (struct rect){CHROME_LEFT, 348, 1200, 40},
		(struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.complaint.about"));
	for (int i = 0; i < COMPLAINT_TOPICS; i++) {
		const struct rect tile = {CHROME_LEFT + i % COLUMNS * (WIDTH + GAP),
			TOP + i / COLUMNS * (HEIGHT + GAP), WIDTH, HEIGHT};
		if (topic_tile(ui, (enum complaint_topic)i, tile)) {
			action = (struct action){.kind = ACTION_TOPIC, .value = i};
		}
	}
	if (lobby->office->feedback.address_count > 0 &&
		ui_button(ui, "complaint.elsewhere", (struct rect){1484, CHROME_FOOT, 372, 96},
			ui_say(ui, "kiosk.complaint.elsewhere"),
			(struct ui_button){.kind = UI_SECONDARY})) {
		action = (struct action){.kind = ACTION_ELSEWHERE};
	}
	return action;
}

/* ---- what is typed ---- */

static const char *error_text(const struct ui *ui, enum result error)
{
	switch (error) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return ui_say(ui, "kiosk.error.required");
	case RESULT_TEXT_LONG: return ui_say(ui, "kiosk.error.long");
	case RESULT_TEXT_CONTROL: return ui_say(ui, "kiosk.error.letter");
	default: return ui_say(ui, "kiosk.complaint.unkept"); /* the store's own trouble */
	}
}

/* The end of the text, as much as fits: where the next letter comes. */
static const char *tail_of(struct ui *ui, const char *text, struct rect room)
{
	while (text[0] != '\0' && ui_paragraph_height(ui, room.w, UI_BODY, text) > room.h) {
		text += strcspn(text, " ");
		text += text[0] == ' ';
	}
	return text;
}

static void draw_words(struct ui *ui, const struct visit *visit)
{
	const struct rect box = {CHROME_LEFT, 204, CHROME_WIDTH, 204};
	const struct rect room = {box.x + 28, box.y + 20, box.w - 56, 164};
	const char *text = visit->complaint.typed.text;
	const char *error = error_text(ui, visit->complaint.error);
	ui_fill(ui, box, 16, THEME_CARD);
	ui_outline(ui, box, 16, 4, error != NULL ? THEME_LATE : THEME_ACTION);
	if (text[0] == '\0') {
		ui_text(ui, (struct rect){room.x, room.y, room.w, 40}, UI_BODY, UI_LEFT, THEME_INK3,
			ui_say(ui, "kiosk.complaint.place"));
	} else {
		ui_paragraph(ui, room, UI_BODY, UI_LEFT, THEME_INK, tail_of(ui, text, room));
	}
	if (error != NULL) {
		guest_error(ui, CHROME_RIGHT - 40 - ui_text_width(ui, UI_NOTE_SEMIBOLD, error) - 28,
			148, error);
	}
}

static struct action type(struct ui *ui, struct visit *visit, char *text, size_t size)
{
	bool refused = false;
	if (visit->issuing) {
		return (struct action){.kind = ACTION_NONE};
	}
	if (keyboard_frame(ui, &visit->keyboard, text, size, &refused)) {
		return (struct action){.kind = ACTION_TYPED};
	}
	if (ui_key(ui, "return")) {
		return (struct action){.kind = ACTION_CONTINUE};
	}
	return (struct action){.kind = refused ? ACTION_REFUSED : ACTION_NONE};
}

static struct action words_frame(struct ui *ui, struct visit *visit)
{
	bool complains = visit->complaint.typed.kind == COMPLAINT_COMPLAINT;
	chrome_title(ui, 124,
		complains ? "kiosk.complaint.words_complaint" : "kiosk.complaint.words_suggestion");
	draw_words(ui, visit);
	return type(ui, visit, visit->complaint.typed.text, sizeof(visit->complaint.typed.text));
}

static struct action reply_frame(struct ui *ui, const struct lobby *lobby, struct visit *visit)
{
	char months[16], note[160];
	struct desk_complaint *typed = &visit->complaint.typed;
	text_format(months, sizeof(months), "%d", lobby->office->retention_months);
	language_with(ui->language, "kiosk.complaint.reply_note", note, sizeof(note), months);
	chrome_title(ui, 132, "kiosk.complaint.reply");
	ui_field(ui, "complaint.contact", (struct rect){CHROME_LEFT, 260, CHROME_WIDTH, 96},
		typed->contact,
		(struct ui_field){
			.label = ui_say(ui, "kiosk.complaint.contact"),
			.aside = ui_say(ui, "kiosk.guest.optional"),
			.note = note,
			.error = error_text(ui, visit->complaint.error),
			.focused = true,
		});
	return type(ui, visit, typed->contact, sizeof(typed->contact));
}

static const char *forward_of(const struct visit *visit)
{
	switch (visit->step) {
	case COMPLAINT_WORDS: return "kiosk.continue";
	case COMPLAINT_REPLY: return "kiosk.complaint.send";
	default: return NULL;
	}
}

struct action complaint_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	struct visit *visit = &journey->visit;
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	switch (visit->step) {
	case COMPLAINT_WORDS: action = words_frame(ui, visit); break;
	case COMPLAINT_REPLY: action = reply_frame(ui, lobby, visit); break;
	case COMPLAINT_ELSEWHERE: addresses_draw(ui, lobby); break;
	default: action = about_frame(ui, lobby, visit); break;
	}
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = forward_of(visit),
						     .forward_icon = "arrow-right"}));
}
