#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/browse.h"
#include "app/kiosk/card.h"
#include "app/kiosk/chrome.h"
#include "app/kiosk/pact.h"

/* Every service, and the office's pledge last. Where six do, the cards are so tall that they say
 * the meaning too. */
static struct layout_grid grid_of(const struct layout *layout, int count)
{
	enum { FEW = 6, SHORT = 208, TALL = 300 };
	const bool wide = layout->shape == LAYOUT_WIDE, small = layout->shape == LAYOUT_SMALL;
	const int height = count <= FEW ? TALL : SHORT;
	const bool one = (small && layout->upright) || (!wide && layout->large);
	const int columns = one ? 1 : wide && !layout->large ? 3 : 2;
	struct layout_need need = {small ? 340 : 420, height, height, layout->gap, 24};
	struct rect body = layout->body;
	if (small) {
		need.height = LAYOUT_TOUCH;
		need.row_gap = 8;
	} else if (layout->low || layout->large) {
		need.height = layout->large ? 120 : 112;
		need.row_gap = 16;
	}
	if (wide && !layout->low) {
		body.y -= 8;
		body.h += 8;
	}
	return layout_grid(body, count, columns, need, 0);
}

/* Ground, icon and name of a card, and the line that is left. */
static bool draw_card(struct ui *ui, const char *id, struct rect card, const char *icon,
	struct card_words words, const struct card_sizes *sizes, struct rect *out_line)
{
	bool held = false;
	bool tapped = ui_choice(ui, id, card, (struct ui_choice){.out_held = &held});
	struct rect tile = card_tile(ui, card);
	ui_icon_tile(ui, tile.x, tile.y, tile.w, icon, held);
	*out_line = card_draw_words(ui, card, words, sizes);
	return tapped;
}

/* What it costs, and at the right what is promised; on a low card as plain words, if they fit. */
static void draw_line(struct ui *ui, const struct office_service *service, bool low,
	struct rect line, const char *promise)
{
	enum { GAP = 24 };
	const struct chrome_fee_look *look = &chrome_fees[service->fee];
	const char *fee = ui_say(ui, look->key);
	struct ui_style style = UI_NOTE_MEDIUM;
	int taken;
	if (line.h == 0) {
		return;
	}
	if (low) {
		style = chrome_words(ui, line, (struct ui_style){DRAW_SEMIBOLD, 28, 40}, UI_LEFT,
			look->ink, fee, fee);
		taken = ui_text_width(ui, style, fee) + GAP;
		style.face = DRAW_MEDIUM;
	} else {
		taken = chrome_fee(ui, line.x, line.y, service->fee) + GAP;
	}
	line.x += taken;
	line.w -= taken;
	if (promise != NULL && (!low || ui_text_width(ui, style, promise) <= line.w)) {
		chrome_words(
			ui, line, style, low ? UI_LEFT : UI_RIGHT, THEME_INK2, promise, promise);
	}
}

static struct card_words service_words(
	const struct lobby *lobby, const struct journey *journey, int index)
{
	const struct office_service *service = &lobby->office->services[index];
	return (struct card_words){service->name[journey->language],
		service->short_name[journey->language], service->meaning[journey->language],
		THEME_INK, false};
}

static struct card_words pledge_words(const struct ui *ui)
{
	const char *name = ui_say(ui, "kiosk.pledge.title");
	return (struct card_words){name, name, ui_say(ui, "kiosk.pledge.hint"), THEME_INK, false};
}

/* One size for all. */
static struct card_sizes sizes_of(const struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, struct rect card)
{
	struct card_sizes sizes = card_sizes_whole();
	for (int i = 0; i < lobby->office->service_count; i++) {
		const struct card_words words = service_words(lobby, journey, i);
		card_fit(ui, card, &words, &sizes);
	}
	if (lobby_has_pledge(lobby)) {
		const struct card_words words = pledge_words(ui);
		card_fit(ui, card, &words, &sizes);
	}
	return sizes;
}

static struct action service_card(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct card_sizes *sizes, int index, struct rect card)
{
	const struct office_service *service = &lobby->office->services[index];
	char id[UI_ID_SIZE], promise[PACT_SIZE];
	struct rect line;
	text_format(id, sizeof(id), "standards.%s", service->code);
	bool tapped = draw_card(
		ui, id, card, service->icon, service_words(lobby, journey, index), sizes, &line);
	draw_line(ui, service, card_is_low(ui, card), line,
		pact_say_brief(ui->language, service, promise) ? promise : NULL);
	return (struct action){.kind = tapped ? ACTION_STANDARD : ACTION_NONE, .value = index};
}

static struct action pledge_card(struct ui *ui, const struct card_sizes *sizes, struct rect card)
{
	const char *hint = ui_say(ui, "kiosk.pledge.hint");
	struct rect line;
	bool tapped = draw_card(
		ui, "standards.pledge", card, "clipboard-check", pledge_words(ui), sizes, &line);
	if (line.h > 0 && (card.h < CARD_MEANS || ui->large)) {
		chrome_words(ui, line, card_is_low(ui, card) ? UI_BODY : UI_NOTE_MEDIUM, UI_LEFT,
			THEME_INK2, hint, language_short(ui->language, "kiosk.pledge.hint"));
	}
	return (struct action){
		.kind = tapped ? ACTION_STANDARD : ACTION_NONE, .value = STANDARD_OFFICE};
}

struct action standards_frame(
	struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	const struct layout layout = layout_of(ui, journey);
	const int services = lobby->office->service_count;
	const int count = services + lobby_has_pledge(lobby);
	const struct layout_grid grid = grid_of(&layout, count);
	const int cells = grid.rows * grid.columns;
	const struct card_sizes sizes = sizes_of(ui, lobby, journey, layout_cell(&grid, 0));
	struct browse browse = browse_at(&journey->visit, count, cells);
	struct action action = {.kind = ACTION_NONE};
	chrome_header(ui, lobby, journey, 0);
	browse_heading(ui, &layout, &browse, ui_say(ui, "kiosk.standards.title"),
		language_short(ui->language, "kiosk.standards.title"));
	for (int cell = 0; cell < cells && browse.first + cell < count; cell++) {
		int index = browse.first + cell;
		struct rect card = layout_cell(&grid, cell);
		action = chrome_either(action,
			index < services ? service_card(ui, lobby, journey, &sizes, index, card)
					 : pledge_card(ui, &sizes, card));
	}
	return chrome_either(action, browse_foot(ui, journey, &browse, false));
}
