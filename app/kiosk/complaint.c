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

/* Neither is chosen until the visitor says which: a complaint must not pass for a suggestion. */
static struct action kinds(struct ui *ui, const struct visit *visit, struct rect rect)
{
	const char *const labels[2] = {ui_say(ui, "kiosk.complaint.kind.suggestion"),
		ui_say(ui, "kiosk.complaint.kind.complaint")};
	const struct layout_need need = {LAYOUT_TOUCH, rect.h, rect.h, 16, 16};
	const struct layout_grid grid = layout_grid(rect, 2, 2, need, 0);
	struct action action = {.kind = ACTION_NONE};
	struct ui_style style = guest_pill_whole;
	for (int i = 0; i < COMPLAINT_KINDS; i++) {
		style = guest_pill_fit(ui, layout_cell(&grid, i), style, labels[i]);
	}
	for (int i = 0; i < COMPLAINT_KINDS; i++) {
		char id[UI_ID_SIZE];
		const bool said =
			visit->complaint.kind_said && i == (int)visit->complaint.typed.kind;
		text_format(id, sizeof(id), "complaint.kind.%d", i);
		const struct guest_pill_look look = {labels[i], style, said};
		if (guest_pill(ui, id, layout_cell(&grid, i), &look)) {
			action = (struct action){.kind = ACTION_KIND, .value = i};
		}
	}
	return action;
}

/* Icon over the words, beside them in a wide low tile, and small over them in a narrow one. */
static void draw_topic(
	struct ui *ui, struct rect tile, const char *icon, const char *label, bool held)
{
	enum { HIGH = 200, WIDE = 360 };
	const bool high = tile.h >= HIGH;
	const bool beside = !high && (tile.w >= WIDE || tile.w > 2 * tile.h);
	const int side = high ? 80 : beside ? (tile.h < 112 ? 56 : 72) : 48, pad = high ? 32 : 14;
	const int before = tile.w < WIDE ? 14 : 24;
	if (beside) {
		ui_icon_tile(ui, tile.x + before, tile.y + (tile.h - side) / 2, side, icon, held);
		const int x = 2 * before + side;
		chrome_words(ui,
			(struct rect){tile.x + x, tile.y + 8, tile.w - 16 - x, tile.h - 16},
			UI_LABEL, UI_LEFT, THEME_INK, label, label);
		return;
	}
	ui_icon_tile(ui, high ? tile.x + pad : tile.x + (tile.w - side) / 2, tile.y + pad, side,
		icon, held);
	const int top = high ? 132 : side + pad + 8;
	chrome_words(ui,
		(struct rect){
			tile.x + pad, tile.y + top, tile.w - 2 * pad, high ? 80 : tile.h - top - 8},
		high ? UI_LABEL : UI_NOTE_SEMIBOLD, high ? UI_LEFT : UI_CENTER, THEME_INK, label,
		label);
}

static bool topic_tile(struct ui *ui, enum complaint_topic topic, struct rect tile)
{
	char id[UI_ID_SIZE], key[64];
	bool held = false;
	text_format(id, sizeof(id), "complaint.%s", complaint_topic_name(topic));
	text_format(key, sizeof(key), "kiosk.complaint.topic.%s", complaint_topic_name(topic));
	bool tapped = ui_choice(ui, id, tile, (struct ui_choice){.out_held = &held});
	draw_topic(ui, tile, icons[topic], ui_say(ui, key), held);
	chrome_ground_end(ui);
	return tapped;
}

/* The kind, the question's line where there is room, and the tiles. What is missing is said in that
 * line, or in the title's place. */
struct about {
	struct rect kind, line;
	struct layout_grid grid;
};

static struct about about_of(const struct ui *ui, const struct layout *layout)
{
	const bool wide = layout->shape == LAYOUT_WIDE, small = layout->shape == LAYOUT_SMALL;
	const bool low = layout->low && wide;
	const int high = small || low ? LAYOUT_TOUCH + 3 : 96, gap = small ? 8 : low ? 16 : 24;
	struct rect body = layout->body;
	struct about about = {.kind = {body.x, body.y, wide ? 640 : body.w, high}};
	if (wide && !low) {
		about.kind.y -= 12;
	}
	body.h -= about.kind.y + high + gap - body.y;
	body.y = about.kind.y + high + gap;
	if (!small && !layout->low) {
		about.line = (struct rect){body.x, body.y, body.w, ui_line(ui, UI_LABEL)};
		body.y += about.line.h + gap / 2;
		body.h -= about.line.h + gap / 2;
	}
	const struct layout_need need = {LAYOUT_TOUCH, LAYOUT_TOUCH, 236, gap, gap};
	about.grid = layout_grid(body, COMPLAINT_TOPICS, layout->upright ? 2 : 4, need, 0);
	return about;
}

static struct action about_frame(struct ui *ui, const struct lobby *lobby,
	const struct visit *visit, const struct layout *layout)
{
	const struct about about = about_of(ui, layout);
	const bool lined = about.line.h > 0, unsaid = visit->complaint.error != RESULT_OK;
	if (unsaid) {
		guest_error(ui, lined ? about.line : layout->title,
			ui_say(ui, "kiosk.complaint.unsaid"));
	}
	if (!unsaid || lined) {
		chrome_heading(ui, layout, "kiosk.complaint.title");
	}
	struct action action = kinds(ui, visit, about.kind);
	if (lined && !unsaid) {
		const char *question = ui_say(ui, "kiosk.complaint.about");
		chrome_words(ui, about.line, (struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_LEFT,
			THEME_INK, question, question);
	}
	for (int i = 0; i < COMPLAINT_TOPICS; i++) {
		if (topic_tile(ui, (enum complaint_topic)i, layout_cell(&about.grid, i))) {
			action = (struct action){.kind = ACTION_TOPIC, .value = i};
		}
	}
	if (lobby->office->feedback.address_count > 0 &&
		ui_button(ui, "complaint.elsewhere", layout->forward,
			ui_say(ui, "kiosk.complaint.elsewhere"),
			(struct ui_button){
				.kind = UI_SECONDARY, .text_size = ui->large ? 28 : 0})) {
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

static void draw_words(struct ui *ui, const struct visit *visit, struct rect box)
{
	const int line = ui_line(ui, UI_BODY);
	const struct rect room = {box.x + 28, box.y + 16, box.w - 56, box.h - 32};
	const char *text = visit->complaint.typed.text;
	ui_fill(ui, box, 16, THEME_CARD);
	ui_outline(ui, box, 16, 4, visit->complaint.error != RESULT_OK ? THEME_LATE : THEME_ACTION);
	if (text[0] == '\0') {
		ui_text(ui, (struct rect){room.x, room.y, room.w, line}, UI_BODY, UI_LEFT,
			THEME_INK3, ui_say(ui, "kiosk.complaint.place"));
	}
	ui_stretch_begin(ui, UI_TYPED);
	ui_paragraph(ui, room, UI_BODY, UI_LEFT, THEME_INK, tail_of(ui, text, room));
	ui_stretch_end(ui);
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

/* As much of the screen as the keyboard leaves; what is wrong stands in the title's line. */
static struct action words_frame(struct ui *ui, struct visit *visit, const struct layout *layout)
{
	enum { GAP = 16, MOST = 480 };
	const bool complains = visit->complaint.typed.kind == COMPLAINT_COMPLAINT;
	const bool small = layout->shape == LAYOUT_SMALL, heads = layout->heading;
	const char *key =
		complains ? "kiosk.complaint.words_complaint" : "kiosk.complaint.words_suggestion";
	const char *error = error_text(ui, visit->complaint.error);
	struct layout head = *layout;
	head.title.y -= layout->shape == LAYOUT_WIDE ? 16 : 0;
	const int title_end = head.title.y + head.title.h;
	const bool beside = small && !layout->upright; /* of help */
	struct rect box = {layout->left, GAP,
		beside ? layout->help.x - layout->gap - layout->left : layout->inner, 0};
	const int line = ui_line(ui, UI_NOTE_SEMIBOLD);
	if (heads) {
		box.y = title_end + (small ? GAP / 2 : GAP);
	} else if (error != NULL) {
		box.y += line;
	}
	box.h = keyboard_top(ui) - GAP - box.y;
	if (box.h > MOST) {
		box.h = MOST;
	}
	if (heads && error == NULL) {
		chrome_heading(ui, &head, key);
	} else if (error != NULL) {
		guest_error(ui,
			(struct rect){layout->left + 12, box.y - line - (heads ? 8 : 0),
				(heads ? head.title.w : box.w) - 24, line},
			error);
	}
	draw_words(ui, visit, box);
	return type(ui, visit, visit->complaint.typed.text, sizeof(visit->complaint.typed.text));
}

static struct action reply_frame(
	struct ui *ui, const struct lobby *lobby, struct visit *visit, const struct layout *layout)
{
	char months[16], note[160];
	struct desk_complaint *typed = &visit->complaint.typed;
	text_format(months, sizeof(months), "%d", lobby->office->retention_months);
	language_with(ui->language, "kiosk.complaint.reply_note", note, sizeof(note), months);
	if (layout->heading) {
		chrome_heading(ui, layout, "kiosk.complaint.reply");
	}
	ui_field(ui, "complaint.contact", layout_field(ui, layout), typed->contact,
		(struct ui_field){
			.label = ui_say(ui, "kiosk.complaint.contact"),
			.aside = ui_say(ui, "kiosk.guest.optional"),
			.aside_brief = language_short(ui->language, "kiosk.guest.optional"),
			.note = note,
			.error = error_text(ui, visit->complaint.error),
			.focused = true,
		});
	return type(ui, visit, typed->contact, sizeof(typed->contact));
}

static const char *forward_of(const struct visit *visit)
{
	switch (visit->step) {
	case COMPLAINT_NOTICE: return "kiosk.notice.agree";
	case COMPLAINT_WORDS: return "kiosk.continue";
	case COMPLAINT_REPLY: return "kiosk.complaint.send";
	default: return NULL;
	}
}

struct action complaint_frame(struct ui *ui, const struct lobby *lobby, struct journey *journey)
{
	struct visit *visit = &journey->visit;
	const bool typing = visit->step == COMPLAINT_WORDS || visit->step == COMPLAINT_REPLY;
	const struct layout still = layout_still(ui, journey), layout = layout_of(ui, journey);
	const struct layout keys = layout_typing(ui, journey);
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	switch (visit->step) {
	case COMPLAINT_NOTICE: notice_draw(ui, lobby, &still, NULL); break;
	case COMPLAINT_WORDS: action = words_frame(ui, visit, &keys); break;
	case COMPLAINT_REPLY: action = reply_frame(ui, lobby, visit, &keys); break;
	case COMPLAINT_ELSEWHERE: addresses_draw(ui, lobby, &still); break;
	default: action = about_frame(ui, lobby, visit, &layout); break;
	}
	if (typing) {
		action = chrome_either(action, chrome_help_typing(ui, journey, &keys));
	}
	return chrome_either(action, chrome_foot(ui, journey,
					     (struct chrome_foot){.back = true,
						     .contrast = true,
						     .forward = forward_of(visit),
						     .forward_icon = "arrow-right",
						     .panel = typing}));
}
