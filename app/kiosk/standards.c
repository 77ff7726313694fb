#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/browse.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/pact.h"

/* Every service, and the office's pledge last; nine cards a page. Where six do, they are as tall as
 * the services' and say the meaning too. */
enum { COLUMNS = 3, CARD_W = 576, CARD_H = 208, TALL_H = 300, GAP = 24, FEW = 6 };

static struct rect cell_rect(int cell, bool few)
{
	int height = few ? TALL_H : CARD_H;
	return (struct rect){CHROME_LEFT + cell % COLUMNS * (CARD_W + 32),
		232 + cell / COLUMNS * (height + GAP), CARD_W, height};
}

/* Ground, icon and name of a card. */
static bool draw_card(struct ui *ui, const char *id, struct rect card, const char *icon,
	const char *name, const char *brief, const char *meaning)
{
	bool held = false;
	bool tapped = ui_choice(ui, id, card, (struct ui_choice){.out_held = &held});
	ui_icon_tile(ui, card.x + 32, card.y + 32, 80, icon, held);
	chrome_words(ui, (struct rect){card.x + 136, card.y + 24, card.w - 136 - 32, 96}, UI_LABEL,
		UI_LEFT, THEME_INK, name, brief);
	if (card.h == TALL_H) {
		const struct rect text = {card.x + 32, card.y + 132, card.w - 64, 84};
		struct ui_style style = UI_CARD_TEXT;
		if (ui_paragraph_height(ui, text.w, style, meaning) > text.h) {
			chrome_words(ui, text, UI_NOTE, UI_LEFT, THEME_INK2, meaning, meaning);
		} else {
			ui_paragraph(ui, text, style, UI_LEFT, THEME_INK2, meaning);
		}
	}
	return tapped;
}

static struct action service_card(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, int index, struct rect card)
{
	const struct office_service *service = &lobby->office->services[index];
	char id[UI_ID_SIZE], promise[PACT_SIZE];
	text_format(id, sizeof(id), "standards.%s", service->code);
	bool tapped = draw_card(ui, id, card, service->icon, service->name[journey->language],
		service->short_name[journey->language], service->meaning[journey->language]);
	const int foot = card.y + card.h - 72;
	int width = chrome_fee(ui, card.x + 32, foot, service->fee);
	if (pact_say_brief(ui->language, service, promise)) {
		chrome_words(ui,
			(struct rect){card.x + 32 + width + 24, foot, card.w - 64 - width - 24, 40},
			UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, promise, promise);
	}
	return (struct action){.kind = tapped ? ACTION_STANDARD : ACTION_NONE, .value = index};
}

static struct action pledge_card(struct ui *ui, struct rect card)
{
	const char *name = ui_say(ui, "kiosk.pledge.title");
	const char *hint = ui_say(ui, "kiosk.pledge.hint");
	bool tapped = draw_card(ui, "standards.pledge", card, "clipboard-check", name, name, hint);
	if (card.h != TALL_H) {
		chrome_words(ui, (struct rect){card.x + 32, card.y + 136, card.w - 64, 40},
			UI_NOTE_MEDIUM, UI_LEFT, THEME_INK2, hint, hint);
	}
	return (struct action){
		.kind = tapped ? ACTION_STANDARD : ACTION_NONE, .value = STANDARD_OFFICE};
}

struct action standards_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const int services = lobby->office->service_count;
	const int count = services + lobby_has_pledge(lobby);
	struct browse browse = browse_at(&journey->visit, count, BROWSE_CARDS);
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	chrome_title(ui, 140, "kiosk.standards.title");
	browse_draw_page(ui, &browse);
	for (int cell = 0; cell < BROWSE_CARDS && browse.first + cell < count; cell++) {
		int index = browse.first + cell;
		action = chrome_either(
			action, index < services ? service_card(ui, lobby, journey, index,
							   cell_rect(cell, count <= FEW))
						 : pledge_card(ui, cell_rect(cell, count <= FEW)));
	}
	return chrome_either(action, browse_foot(ui, journey, &browse, false));
}
