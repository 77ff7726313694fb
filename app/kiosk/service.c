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

static void draw_fee(struct ui *ui, struct rect card, enum office_fee fee)
{
	static const struct {
		const char *key;
		enum ui_tone tone;
	} looks[] = {
		[OFFICE_FEE_FREE] = {"kiosk.service.free", UI_TONE_OK},
		[OFFICE_FEE_CHARGED] = {"kiosk.service.charged", UI_TONE_SOON},
		[OFFICE_FEE_ZERO] = {"kiosk.service.zero", UI_TONE_TINT},
	};
	ui_chip(ui, card.x + 32, card.y + 216, UI_LEFT, looks[fee].tone, NULL,
		ui_say(ui, looks[fee].key));
}

/* Who is ahead at the counters of this service, whatever they came for: as the ticket will say. */
static void draw_queue(struct ui *ui, const struct lobby *lobby, struct rect card, int service)
{
	char waiting[16], minutes[16], text[SAY_SIZE];
	const struct ticket now = {.issued_ms = lobby->now_ms};
	int ahead;
	int64_t expected_ms;
	lobby_expect(lobby, service, TICKET_ORDINARY, &ahead, &expected_ms);
	bool known =
		say_knows_hour(lobby->office, &now, expected_ms) && expected_ms > lobby->now_ms;
	text_format(waiting, sizeof(waiting), "%d", ahead);
	text_format(minutes, sizeof(minutes), "%d",
		(int)((expected_ms - lobby->now_ms + 59999) / 60000));
	const char *key = ahead == 0 ? "kiosk.service.empty"
			  : known    ? "kiosk.service.queue"
				     : "kiosk.service.waiting";
	language_with(ui->language, key, text, sizeof(text), waiting, minutes);
	struct rect line = {card.x + 32, card.y + 216, card.w - 64, 40};
	ui_text(ui, line, UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, text);
	if (ahead > 0) {
		int width = ui_text_width(ui, UI_NOTE_MEDIUM, text);
		ui_icon(ui, (struct rect){line.x + line.w - width - 40, line.y, 28, 40}, 28,
			THEME_INK2, "account-multiple");
	}
}

/* Name and meaning: what every cell has. */
static void draw_cell(struct ui *ui, struct rect card, const char *name, const char *short_name,
	const char *meaning)
{
	enum { MEANING_H = 84 }; /* down to the fee */
	const struct rect text = {card.x + 32, card.y + 128, card.w - 64, MEANING_H};
	chrome_words(ui, (struct rect){card.x + 136, card.y + 24, card.w - 136 - 32, 96}, UI_LABEL,
		UI_LEFT, THEME_INK, name, short_name);
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
	char id[UI_ID_SIZE];
	bool held = false;
	text_format(id, sizeof(id), "service.%s", service->code);
	bool tapped = ui_choice(ui, id, card, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, card.x + 32, card.y + 32, 80, service->icon, held);
	draw_cell(ui, card, service->name[journey->language],
		service->short_name[journey->language], service->meaning[journey->language]);
	draw_fee(ui, card, service->fee);
	if (lobby->view != NULL) {
		draw_queue(ui, lobby, card, index);
	}
	return (struct action){.kind = tapped ? ACTION_SERVICE : ACTION_NONE, .value = index};
}

static struct action more_cell(struct ui *ui, struct rect card)
{
	bool held = false;
	bool tapped = ui_choice(ui, "service.more", card, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, card.x + 32, card.y + 32, 80, "chevron-right", held);
	const char *name = ui_say(ui, "kiosk.service.more");
	draw_cell(ui, card, name, name, ui_say(ui, "kiosk.service.more_hint"));
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
	draw_cell(ui, card, name, name, ui_say(ui, "kiosk.service.other_hint"));
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
	return chrome_either(action,
		chrome_foot(ui, journey, (struct chrome_foot){.back = true, .contrast = true}));
}
