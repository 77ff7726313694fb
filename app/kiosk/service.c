#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/say.h"

/* Six cells: all services, or five a page and a way to the next page. */
enum { CELLS = 6, CARD_W = 576, CARD_H = 288 };

static struct rect cell_rect(int cell)
{
	return (struct rect){
		64 + cell % 3 * (CARD_W + 32), 208 + cell / 3 * (CARD_H + 24), CARD_W, CARD_H};
}

/* "5–12 menit" from now. */
static const char *say_wait(
	struct ui *ui, const struct lobby *lobby, struct say_span span, char out_text[SAY_SIZE])
{
	enum { MINUTE_MS = 60000 };
	char low[16], high[16];
	int64_t from = (span.low_ms - lobby->now_ms) / MINUTE_MS;
	int64_t to = (span.high_ms - lobby->now_ms + MINUTE_MS - 1) / MINUTE_MS;
	text_format(low, sizeof(low), "%d", (int)from);
	text_format(high, sizeof(high), "%d", (int)to);
	if (say_call_of(lobby->office, lobby->now_ms, span) == SAY_SOON) {
		text_copy(out_text, SAY_SIZE, ui_say(ui, "kiosk.service.wait_soon"));
	} else if (from == to) {
		language_with(ui->language, "kiosk.service.wait_about", out_text, SAY_SIZE, high);
	} else {
		language_with(ui->language, "kiosk.service.wait", out_text, SAY_SIZE, low, high);
	}
	return out_text;
}

/* Who is ahead at the counters of this service, whatever they came for, and how long it takes: as
 * the ticket will say. Where `room` is narrow the icon tells what the bare number means. */
static void say_queue(struct ui *ui, const struct lobby *lobby, int service, int room,
	int *out_ahead, char out_text[2 * SAY_SIZE])
{
	char number[16], people[SAY_SIZE], wait[SAY_SIZE];
	char whole[2 * SAY_SIZE], brief[2 * SAY_SIZE], bare[2 * SAY_SIZE];
	struct say_span span;
	lobby_expect(lobby, service, TICKET_ORDINARY, out_ahead, &span);
	enum say_call call = say_call_of(lobby->office, lobby->now_ms, span);
	text_format(number, sizeof(number), "%d", *out_ahead);
	language_with(ui->language,
		*out_ahead == 0 ? "kiosk.service.empty" : "kiosk.service.waiting", people,
		sizeof(people), number);
	if (call < SAY_SOON || (call == SAY_SOON && *out_ahead == 0)) {
		text_copy(out_text, 2 * SAY_SIZE, people);
		return;
	}
	const char *soon = language_short(ui->language, "kiosk.service.wait_soon");
	say_wait(ui, lobby, span, wait);
	language_with(ui->language, "kiosk.service.queue", whole, sizeof(whole), people, wait);
	language_with(ui->language, "kiosk.service.queue", brief, sizeof(brief), people,
		call == SAY_SOON ? soon : wait);
	language_with(ui->language, "kiosk.service.queue", bare, sizeof(bare), number, wait);
	const char *const texts[] = {whole, brief, *out_ahead == 0 ? wait : bare, NULL};
	text_copy(out_text, 2 * SAY_SIZE, ui_fitting(ui, room, UI_NOTE_MEDIUM, texts));
}

/* `left`: what is taken of the line already. */
static void draw_queue(
	struct ui *ui, const struct lobby *lobby, struct rect card, int left, int service)
{
	enum { ICON = 28, ICON_ROOM = 40, GAP = 16 };
	char text[2 * SAY_SIZE];
	int ahead;
	struct rect line = {card.x + 32, card.y + 216, card.w - 64, 40};
	say_queue(ui, lobby, service, line.w - left - GAP - ICON_ROOM, &ahead, text);
	ui_text(ui, line, UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, text);
	if (ahead > 0) {
		int width = ui_text_width(ui, UI_NOTE_MEDIUM, text);
		ui_icon(ui,
			(struct rect){line.x + line.w - width - ICON_ROOM, line.y, ICON, line.h},
			ICON, THEME_INK2, "account-multiple");
	}
}

/* In the place of fee and queue: why no number can be had. */
static void draw_refusal(struct ui *ui, const struct lobby *lobby, struct rect card,
	const struct office_service *service, enum result refusal)
{
	enum { ICON = 28, ICON_ROOM = 40 };
	char hour[16], text[SAY_SIZE];
	const struct rect line = {
		card.x + 32 + ICON_ROOM, card.y + 216, card.w - 64 - ICON_ROOM, 40};
	const char *key = refusal == RESULT_QUOTA_FULL   ? "kiosk.service.full"
			  : refusal == RESULT_ISSUE_OVER ? "kiosk.service.over"
			  : lobby_is_issuing(lobby)      ? "kiosk.service.unavailable"
							 : "kiosk.service.closed";
	text_format(hour, sizeof(hour), "%02d.%02d", service->last_issue_min / 60,
		service->last_issue_min % 60);
	language_with(ui->language, key, text, sizeof(text), hour);
	ui_icon(ui, (struct rect){card.x + 32, line.y, ICON, line.h}, ICON, THEME_INK,
		refusal == RESULT_QUOTA_FULL ? "information" : "clock");
	chrome_words(ui, line, UI_NOTE_SEMIBOLD, UI_LEFT, THEME_INK, text, text);
}

/* Name and meaning: what every cell has. */
static void draw_cell(struct ui *ui, struct rect card, enum theme_token ink, const char *name,
	const char *short_name, const char *meaning)
{
	enum { MEANING_H = 84 }; /* down to the fee */
	const struct rect text = {card.x + 32, card.y + 128, card.w - 64, MEANING_H};
	chrome_words(ui, (struct rect){card.x + 136, card.y + 24, card.w - 136 - 32, 96}, UI_LABEL,
		UI_LEFT, ink, name, short_name);
	struct ui_style style = UI_CARD_TEXT;
	int height = ui_paragraph_height(ui, text.w, style, meaning);
	if (height > 2 * style.line) {
		style = UI_NOTE;
		height = ui_paragraph_height(ui, text.w, style, meaning);
	}
	if (height > MEANING_H) {
		chrome_words(ui, text, style, UI_LEFT, THEME_INK2, meaning, meaning);
	} else {
		ui_paragraph(ui, text, style, UI_LEFT, THEME_INK2, meaning);
	}
}

static struct action service_cell(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, int index, struct rect card)
{
	const struct office_service *service = &lobby->office->services[index];
	enum result refusal = lobby_refusal(lobby, index);
	bool closed = refusal != RESULT_OK, held = false;
	char id[UI_ID_SIZE];
	text_format(id, sizeof(id), "service.%s", service->code);
	bool tapped =
		ui_choice(ui, id, card, (struct ui_choice){.disabled = closed, .out_held = &held});
	if (closed) {
		ui_icon_tile_disabled(ui, card.x + 32, card.y + 32, 80, service->icon);
	} else {
		ui_icon_tile(ui, card.x + 32, card.y + 32, 80, service->icon, held);
	}
	draw_cell(ui, card, closed ? THEME_INK2 : THEME_INK, service->name[journey->language],
		service->short_name[journey->language], service->meaning[journey->language]);
	if (closed) {
		draw_refusal(ui, lobby, card, service, refusal);
		return (struct action){.kind = ACTION_NONE};
	}
	int fee = chrome_fee(ui, card.x + 32, card.y + 216, service->fee);
	if (lobby->view != NULL) {
		draw_queue(ui, lobby, card, fee, index);
	}
	return (struct action){.kind = tapped ? ACTION_SERVICE : ACTION_NONE, .value = index};
}

static struct action more_cell(struct ui *ui, struct rect card)
{
	bool held = false;
	bool tapped = ui_choice(ui, "service.more", card, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, card.x + 32, card.y + 32, 80, "chevron-right", held);
	const char *name = ui_say(ui, "kiosk.service.more");
	draw_cell(ui, card, THEME_INK, name, name, ui_say(ui, "kiosk.service.more_hint"));
	return (struct action){.kind = tapped ? ACTION_PAGE : ACTION_NONE};
}

/* Not a button: whoever needs something else is told to ask. */
static void hint_cell(struct ui *ui, struct rect card)
{
	ui_fill(ui, card, 24, THEME_SUNK);
	if (ui->theme->flat) {
		ui_outline(ui, card, 24, 4, THEME_INK);
	}
	ui_fill(ui, (struct rect){card.x + 32, card.y + 32, 80, 80}, 20, THEME_CARD);
	ui_icon(ui, (struct rect){card.x + 32, card.y + 32, 80, 80}, 44, THEME_INK2, "help-circle");
	const char *name = ui_say(ui, "kiosk.service.other");
	draw_cell(ui, card, THEME_INK, name, name, ui_say(ui, "kiosk.service.other_hint"));
	ui_text(ui, (struct rect){card.x + 32, card.y + 216, card.w - 64, 40}, UI_NOTE_MEDIUM,
		UI_LEFT, THEME_INK2, ui_say(ui, "kiosk.service.other_how"));
}

static struct action priority_row(struct ui *ui, const struct journey *journey)
{
	const struct rect row = {64, 832, 1792, 96};
	bool on = journey->visit.priority;
	ui_card(ui, row);
	if (on && !ui->theme->flat) {
		ui_fill(ui, row, 24, THEME_TINT);
		ui_outline(ui, row, 24, 4, THEME_ACTION);
	}
	ui_icon(ui, (struct rect){94, 832, 48, 96}, 48, THEME_ACTION, "heart");
	ui_text(ui, (struct rect){168, 844, 1500, 40}, UI_LABEL, UI_LEFT, THEME_INK,
		ui_say(ui, "kiosk.service.priority"));
	ui_text(ui, (struct rect){168, 883, 1520, 32}, UI_NOTE, UI_LEFT, THEME_INK2,
		ui_say(ui, "kiosk.service.priority_hint"));
	bool tapped = ui_switch(ui, "service.priority", row, 1728, on);
	return (struct action){.kind = tapped ? ACTION_PRIORITY : ACTION_NONE};
}

struct action service_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const int count = lobby->office->service_count;
	const bool paged = count > CELLS;
	const int per_page = paged ? CELLS - 1 : CELLS;
	const int pages = (count + per_page - 1) / per_page;
	const int first = journey->visit.page % pages * per_page;
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 120, "kiosk.service.title");
	int cell = 0;
	for (int i = first; i < count && cell < per_page; i++, cell++) {
		action =
			chrome_either(action, service_cell(ui, lobby, journey, i, cell_rect(cell)));
	}
	if (paged) {
		action = chrome_either(action, more_cell(ui, cell_rect(CELLS - 1)));
	} else if (cell < CELLS) {
		hint_cell(ui, cell_rect(CELLS - 1));
	}
	action = chrome_either(action, priority_row(ui, journey));
	action = chrome_either(action, chrome_standards(ui, "service.standards",
					       (struct rect){1484, CHROME_FOOT, 372, 96}, false));
	return chrome_either(action,
		chrome_foot(ui, journey, (struct chrome_foot){.back = true, .contrast = true}));
}
