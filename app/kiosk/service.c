#include "app/kiosk/screen.h"

#include "app/base/text.h"
#include "app/kiosk/card.h"
#include "app/kiosk/chrome.h"
#include "app/slip/say.h"

/* All services, or as many a page as fit and a way to the next page. */
struct places {
	struct rect priority, group, standards;
	int back_w; /* of the way back; 0 = the layout's */
	struct layout_grid grid;
	bool hint; /* the last cell tells where else to ask */
};

/* In low reach the cards are not higher than they need be, and stand with their title as low as
 * they can. */
static void sink(struct layout *layout, struct places *places)
{
	struct rect *cards = &places->grid.body;
	int down = places->priority.y - places->grid.need.row_gap - cards->h - cards->y;
	cards->y += down;
	layout->title.y += down;
}

/* A small screen has no line to give away: its title is as high as its letters, and where all
 * services and what else there is have just room, they stand closer. */
static int stretch_small(struct layout *layout)
{
	enum { GAP = 8, CLOSE = 5, TITLE = 46, LANDSCAPE_ROWS = 4, UPRIGHT_ROWS = 7 };
	const int rows = layout->upright ? UPRIGHT_ROWS : LANDSCAPE_ROWS;
	const int room = layout->back.y - 3 * GAP - TITLE, wanted = rows * (LAYOUT_TOUCH + GAP);
	const bool close = wanted - GAP > room;
	const int gap = close ? CLOSE : GAP;
	layout->title.y = gap;
	layout->title.h = close ? TITLE - 2 : TITLE;
	layout->body.y = layout->title.y + layout->title.h + gap;
	layout->body.h = layout->back.y - gap - layout->body.y;
	return gap;
}

static struct places places_of(struct layout *layout, int count, int page)
{
	const bool wide = layout->shape == LAYOUT_WIDE, small = layout->shape == LAYOUT_SMALL;
	enum { LOW = 128, HIGH = 288, TALL = 336 }; /* LOW: look.md §5 "Low reach" */
	const int high = small ? LAYOUT_TOUCH : 96;
	const int gap = small                                    ? stretch_small(layout)
			: layout->low && (wide || layout->large) ? 16
								 : 24;
	struct layout_need need = {small ? 340 : 420, layout->large ? 120 : 112,
		layout->low                    ? LOW
		: layout->shape == LAYOUT_TALL ? TALL
					       : HIGH,
		layout->gap, gap};
	struct places places;
	int columns = layout->large || !wide ? 2 : 3;
	if (wide && !layout->low && !layout->large) {
		need.height = need.most;
	} else if (small) {
		need.height = LAYOUT_TOUCH;
	} else if (layout->large && !wide) {
		columns = 1;
	}
	if (small && layout->upright) {
		columns = 1; /* the names beside their icons */
	}
	if (wide && !layout->low) {
		layout->title.y = layout->large ? 136 : 120;
		layout->body.y = layout->large ? 236 : 208;
		layout->body.h = 928 - layout->body.y;
	}
	struct rect body = layout->body;
	const int group = wide ? 340 : !small ? 300 : 190;
	places.priority =
		(struct rect){body.x, body.y + body.h - high, body.w - group - layout->gap, high};
	places.group = (struct rect){body.x + body.w - group, places.priority.y, group, high};
	places.back_w = 0;
	places.standards = layout->forward;
	if (layout->upright) { /* three share the way back's row */
		const int third = (body.w - 2 * layout->gap) / 3;
		places.priority.w = body.w;
		places.back_w = third;
		places.group = layout->back;
		places.group.x += third + layout->gap;
		places.group.w = body.w - 2 * (third + layout->gap);
		places.standards.x = body.x + body.w - third;
		places.standards.w = third;
	}
	body.h -= high + gap;
	/* The last cell tells where else to ask; it alone is worth no page of its own. */
	places.grid = layout_grid(body, count, columns, need, page);
	struct layout_grid with_hint = layout_grid(body, count + 1, columns, need, page);
	places.hint = with_hint.pages == 1 || places.grid.pages > 1;
	if (places.hint) {
		places.grid = with_hint;
	}
	if (layout->low) {
		sink(layout, &places);
	}
	return places;
}

/* Who waits for a service, whatever they came for, and how long it takes: as the ticket will say.
 */
struct queue {
	char people[SAY_SIZE];               /* "3 menunggu", "Langsung dilayani" */
	char wait[SAY_SIZE], bare[SAY_SIZE]; /* "sekitar 5–12 menit", "5–12 menit"; "" = unknown */
	char both[2 * SAY_SIZE];             /* people and wait */
	char close[2 * SAY_SIZE];            /* people and bare */
};

/* From now until a call between the two. */
static void say_wait(
	struct ui *ui, const struct lobby *lobby, struct say_span span, struct queue *queue)
{
	enum { MINUTE_MS = 60000 };
	char low[16], high[16];
	int64_t from = (span.low_ms - lobby->now_ms) / MINUTE_MS;
	int64_t to = (span.high_ms - lobby->now_ms + MINUTE_MS - 1) / MINUTE_MS;
	text_format(low, sizeof(low), "%d", (int)from);
	text_format(high, sizeof(high), "%d", (int)to);
	const char *key = from <= 0 ? "kiosk.service.wait_under" : "kiosk.service.wait_about";
	if (say_call_of(lobby->office, lobby->now_ms, span) == SAY_SOON) {
		text_copy(queue->wait, SAY_SIZE, ui_say(ui, "kiosk.service.wait_soon"));
		text_copy(queue->bare, SAY_SIZE, queue->wait);
	} else if (from <= 0 || from == to) {
		language_with(ui->language, key, queue->wait, SAY_SIZE, high);
		text_copy(queue->bare, SAY_SIZE, queue->wait);
	} else {
		language_with(ui->language, "kiosk.service.wait", queue->bare, SAY_SIZE, low, high);
		language_with(
			ui->language, "kiosk.service.wait_span", queue->wait, SAY_SIZE, low, high);
	}
}

static struct queue queue_of(struct ui *ui, const struct lobby *lobby, int service)
{
	char number[16];
	struct queue queue = {0};
	struct say_span span;
	int ahead;
	lobby_expect(lobby, service, TICKET_ORDINARY, &ahead, &span);
	enum say_call call = say_call_of(lobby->office, lobby->now_ms, span);
	text_format(number, sizeof(number), "%d", ahead);
	const char *key = ahead > 0          ? "kiosk.service.waiting"
			  : call == SAY_SOON ? "kiosk.service.at_once"
					     : "kiosk.service.empty";
	language_with(ui->language, key, queue.people, SAY_SIZE, number);
	if (call == SAY_HOURS || (call == SAY_SOON && ahead > 0)) {
		say_wait(ui, lobby, span, &queue);
		language_with(ui->language, "kiosk.service.queue", queue.both, sizeof(queue.both),
			queue.people, queue.wait);
		language_with(ui->language, "kiosk.service.queue", queue.close, sizeof(queue.close),
			queue.people, queue.bare);
	} else {
		text_copy(queue.both, sizeof(queue.both), queue.people);
		text_copy(queue.close, sizeof(queue.close), queue.people);
	}
	return queue;
}

/* At the right of the line, on two where one has no room; `left`: what is taken of it already. */
static void draw_queue(
	struct ui *ui, const struct lobby *lobby, struct rect line, int left, int service)
{
	enum { GAP = 16, PITCH = 30 };
	const struct queue queue = queue_of(ui, lobby, service);
	const struct rect room = {line.x + left + GAP, line.y, line.w - left - GAP, line.h};
	const char *const lines[] = {queue.both, queue.close, NULL};
	const char *whole = ui_fitting(ui, room.w, UI_NOTE_MEDIUM, lines);
	if (ui_text_width(ui, UI_NOTE_MEDIUM, whole) <= room.w) {
		ui_text(ui, room, UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, whole);
		return;
	}
	const char *const waits[] = {queue.wait, queue.bare, NULL};
	const char *wait = ui_fitting(ui, room.w, UI_NOTE_MEDIUM, waits);
	struct rect half = {room.x, room.y + room.h / 2 - PITCH, room.w, PITCH};
	chrome_words(ui, half, UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, queue.people, queue.people);
	half.y += PITCH;
	chrome_words(ui, half, UI_NOTE_MEDIUM, UI_RIGHT, THEME_INK2, wait, wait);
}

/* Fee and who waits as plain words. */
static void draw_low_line(struct ui *ui, const struct lobby *lobby, struct rect line,
	enum office_fee fee, int service)
{
	const struct ui_style bold = {DRAW_SEMIBOLD, 28, 40};
	const char *word = ui_say(ui, chrome_fees[fee].key);
	struct ui_style style =
		chrome_words(ui, line, bold, UI_LEFT, chrome_fees[fee].ink, word, word);
	int taken = ui_text_width(ui, style, word) + 20;
	if (lobby->view == NULL) {
		return;
	}
	const struct queue queue = queue_of(ui, lobby, service);
	const char *const texts[] = {queue.both, queue.people, NULL};
	style.face = DRAW_REGULAR;
	line.x += taken;
	line.w -= taken;
	const char *text = ui_fitting(ui, line.w, style, texts);
	if (ui_text_width(ui, style, text) <= line.w) {
		ui_text(ui, line, style, UI_LEFT, THEME_INK2, text);
	}
}

/* In the place of fee and queue: why no number can be had. */
static void draw_refusal(struct ui *ui, const struct lobby *lobby, struct rect line,
	const struct office_service *service, enum result refusal)
{
	enum { ICON = 28, ICON_ROOM = 40 };
	char hour[16], text[SAY_SIZE];
	struct rect glyph = {line.x, line.y, ICON, line.h};
	line.x += ICON_ROOM;
	line.w -= ICON_ROOM;
	const char *key = refusal == RESULT_QUOTA_FULL   ? "kiosk.service.full"
			  : refusal == RESULT_ISSUE_OVER ? "kiosk.service.over"
			  : lobby_is_issuing(lobby)      ? "kiosk.service.unavailable"
							 : "kiosk.service.closed";
	text_format(hour, sizeof(hour), "%02d.%02d", service->last_issue_min / 60,
		service->last_issue_min % 60);
	language_with(ui->language, key, text, sizeof(text), hour);
	ui_icon(ui, glyph, ICON, THEME_INK, refusal == RESULT_QUOTA_FULL ? "information" : "clock");
	chrome_words(ui, line, UI_NOTE_SEMIBOLD, UI_LEFT, THEME_INK, text, text);
}

static struct card_words service_words(
	const struct lobby *lobby, const struct journey *journey, int index)
{
	const struct office_service *service = &lobby->office->services[index];
	const bool closed = lobby_refusal(lobby, index) != RESULT_OK;
	return (struct card_words){service->name[journey->language],
		service->short_name[journey->language], service->meaning[journey->language],
		closed ? THEME_INK2 : THEME_INK, closed};
}

static struct card_words more_words(const struct ui *ui)
{
	const char *name = ui_say(ui, "kiosk.service.more");
	return (struct card_words){
		name, name, ui_say(ui, "kiosk.service.more_hint"), THEME_INK, true};
}

static struct card_words hint_words(const struct ui *ui)
{
	const char *name = ui_say(ui, "kiosk.service.other");
	return (struct card_words){
		name, name, ui_say(ui, "kiosk.service.other_hint"), THEME_INK, true};
}

static struct action service_cell(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct card_sizes *sizes, int index, struct rect card)
{
	const struct office_service *service = &lobby->office->services[index];
	enum result refusal = lobby_refusal(lobby, index);
	bool closed = refusal != RESULT_OK, held = false;
	char id[UI_ID_SIZE];
	text_format(id, sizeof(id), "service.%s", service->code);
	bool tapped =
		ui_choice(ui, id, card, (struct ui_choice){.disabled = closed, .out_held = &held});
	struct rect tile = card_tile(ui, card);
	if (closed) {
		ui_icon_tile_disabled(ui, tile.x, tile.y, tile.w, service->icon);
	} else {
		ui_icon_tile(ui, tile.x, tile.y, tile.w, service->icon, held);
	}
	struct rect line = card_draw_words(ui, card, service_words(lobby, journey, index), sizes);
	if (closed) {
		draw_refusal(ui, lobby, line, service, refusal);
		return (struct action){.kind = ACTION_NONE};
	}
	if (card_is_low(ui, card) && line.h > 0) {
		draw_low_line(ui, lobby, line, service->fee, index);
	} else if (!card_is_low(ui, card)) {
		int fee = chrome_fee(ui, line.x, line.y, service->fee);
		if (lobby->view != NULL) {
			draw_queue(ui, lobby, line, fee, index);
		}
	}
	return (struct action){.kind = tapped ? ACTION_SERVICE : ACTION_NONE, .value = index};
}

/* Which page this is, and on to the next one. */
static struct action more_cell(struct ui *ui, const struct layout_grid *grid,
	const struct card_sizes *sizes, struct rect card)
{
	bool held = false;
	bool tapped = ui_choice(ui, "service.more", card, (struct ui_choice){.out_held = &held});
	struct rect tile = card_tile(ui, card);
	ui_icon_tile(ui, tile.x, tile.y, tile.w, "chevron-right", held);
	char at[16], of[16], text[SAY_SIZE];
	text_format(at, sizeof(at), "%d", grid->page + 1);
	text_format(of, sizeof(of), "%d", grid->pages);
	language_with(ui->language, "kiosk.standard.page", text, sizeof(text), at, of);
	struct rect line = card_draw_words(ui, card, more_words(ui), sizes);
	chrome_words(ui, line, card_is_low(ui, card) ? UI_BODY : UI_NOTE_MEDIUM, UI_LEFT,
		THEME_INK2, text, text);
	return (struct action){.kind = tapped ? ACTION_PAGE : ACTION_NONE};
}

/* Whoever needs something else, or is not sure, calls for a clerk. */
static struct action hint_cell(struct ui *ui, const struct card_sizes *sizes, struct rect card)
{
	bool held = false;
	bool tapped = ui_choice(ui, "service.help", card, (struct ui_choice){.out_held = &held});
	struct rect tile = card_tile(ui, card);
	ui_icon_tile(ui, tile.x, tile.y, tile.w, "help-circle", held);
	struct rect line = card_draw_words(ui, card, hint_words(ui), sizes);
	const char *how = ui_say(ui, "kiosk.service.other_how");
	chrome_words(ui, line, card_is_low(ui, card) ? UI_BODY : UI_NOTE_MEDIUM, UI_LEFT,
		THEME_INK2, how, language_short(ui->language, "kiosk.service.other_how"));
	return (struct action){.kind = tapped ? ACTION_HELP : ACTION_NONE};
}

/* Large letters have no room for both: then the hint who has priority gives way (look.md §2). */
static struct action priority_row(struct ui *ui, const struct journey *journey, struct rect row)
{
	enum { ICON = 48, CLOSE = 400 };
	const int knob = row.w < CLOSE ? 108 : 128, before = row.w < CLOSE ? 12 : 26;
	const int pad = row.h < 96 ? 16 : 30, x = row.x + pad + ICON + before;
	const char *const key = "kiosk.service.priority_hint";
	bool on = journey->visit.priority;
	ui_card(ui, row);
	if (on && !ui->theme->flat) {
		ui_fill(ui, row, 24, THEME_TINT);
		ui_outline(ui, row, 24, 4, THEME_ACTION);
	}
	ui_icon(ui, (struct rect){row.x + pad, row.y, ICON, row.h}, ICON, THEME_ACTION, "heart");
	struct rect line = {x, row.y + 8, row.x + row.w - knob - 16 - x, row.h - 16};
	const char *const hints[] = {ui_say(ui, key), language_short(ui->language, key), NULL};
	const char *hint = ui_fitting(ui, line.w, UI_NOTE, hints);
	const int label_h = ui_line(ui, UI_LABEL);
	/* Two lines of it in a low row keep clear of its edges. */
	const struct ui_style close = {DRAW_REGULAR, 22, 26};
	const bool one = ui_text_width(ui, UI_NOTE, hint) <= line.w;
	const struct ui_style style = one || row.h > 96 ? UI_NOTE : close;
	const int height = ui_paragraph_height(ui, line.w, style, hint);
	if (!ui->large && label_h + height < row.h) {
		line = (struct rect){x, row.y + (row.h - label_h - height) / 2, line.w, label_h};
		ui_paragraph(ui, (struct rect){x, line.y + label_h, line.w, height}, style, UI_LEFT,
			THEME_INK2, hint);
	}
	const char *label = ui_say(ui, "kiosk.service.priority");
	chrome_words(ui, line, UI_LABEL, UI_LEFT, THEME_INK, label,
		language_short(ui->language, "kiosk.service.priority"));
	bool tapped = ui_switch(ui, "service.priority", row, row.x + row.w - knob, on);
	return (struct action){.kind = tapped ? ACTION_PRIORITY : ACTION_NONE};
}

/* Comes with others; then how many. */
static struct action group_button(struct ui *ui, const struct journey *journey, struct rect rect)
{
	const struct guest *guest = &journey->visit.guest;
	const int counted = guest->party_male + guest->party_female;
	const int group = journey->visit.ways.party, party = group > 0     ? group
							     : counted > 1 ? counted
									   : 0;
	char number[16], people[SAY_SIZE];
	text_format(number, sizeof(number), "%d", party);
	language_with(ui->language, "kiosk.group.people", people, sizeof(people), number);
	const bool narrow = ui->large && rect.w < 200; /* its letters are large, too */
	bool tapped =
		ui_button(ui, "service.group", rect, party > 0 ? people : ui_say(ui, "kiosk.group"),
			(struct ui_button){.kind = party > 0 ? UI_PRIMARY : UI_SECONDARY,
				.icon = narrow ? NULL : "account-multiple",
				.text_size = 28});
	return (struct action){.kind = tapped ? ACTION_GROUP : ACTION_NONE};
}

/* One size for all services of the office, whichever page they are on, and what stands with them;
 * the cells are alike. */
static struct card_sizes sizes_of(const struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct places *places)
{
	const struct rect card = layout_cell(&places->grid, 0);
	struct card_sizes sizes = card_sizes_whole();
	for (int i = 0; i < lobby->office->service_count; i++) {
		const struct card_words words = service_words(lobby, journey, i);
		card_fit(ui, card, &words, &sizes);
	}
	const struct card_words hint = hint_words(ui), more = more_words(ui);
	if (places->hint) {
		card_fit(ui, card, &hint, &sizes);
	}
	if (places->grid.pages > 1) {
		card_fit(ui, card, &more, &sizes);
	}
	return sizes;
}

static struct action draw_cells(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct places *places)
{
	const struct layout_grid *grid = &places->grid;
	const struct card_sizes sizes = sizes_of(ui, lobby, journey, places);
	const int count = lobby->office->service_count, first = grid->page * grid->per_page;
	struct action action = {.kind = ACTION_NONE};
	int cell = 0;
	for (int i = first; i < count && cell < grid->per_page; i++, cell++) {
		action = chrome_either(action,
			service_cell(ui, lobby, journey, &sizes, i, layout_cell(grid, cell)));
	}
	if (places->hint && cell < grid->per_page) { /* on the last page */
		int last = grid->pages > 1 ? cell : grid->rows * grid->columns - 1;
		action = chrome_either(action, hint_cell(ui, &sizes, layout_cell(grid, last)));
	}
	if (grid->pages > 1) {
		action = chrome_either(
			action, more_cell(ui, grid, &sizes, layout_cell(grid, grid->per_page)));
	}
	return action;
}

struct action service_frame(struct ui *ui, const struct lobby *lobby, const struct journey *journey)
{
	struct layout layout = layout_of(ui, journey);
	const struct places places =
		places_of(&layout, lobby->office->service_count, journey->visit.page);
	chrome_header(ui, lobby, journey, 0);
	chrome_heading(ui, &layout, "kiosk.service.title");
	struct action action = draw_cells(ui, lobby, journey, &places);
	action = chrome_either(action, priority_row(ui, journey, places.priority));
	action = chrome_either(action, group_button(ui, journey, places.group));
	action = chrome_either(
		action, chrome_standards(ui, "service.standards", places.standards, false));
	return chrome_either(
		action, chrome_foot(ui, journey,
				(struct chrome_foot){
					.back = true, .contrast = true, .back_w = places.back_w}));
}
