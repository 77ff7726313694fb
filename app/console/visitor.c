#include "app/console/screen.h"

#include "app/base/text.h"
#include "app/queue/guest.h"

#include <string.h>

/* The visitor at the counter, or the next one while it is free: number, state, guest book. */
enum {
	PANEL_W = 304,
	PANEL_H = 272,
	DETAILS_X = PARTS_MARGIN + PANEL_W + 32,
	PITCH = 62,
	PAIRS_MAX = 6,
	TEXT_SIZE = 320,
};

struct pair { /* a label and what was answered */
	const char *key;
	char value[TEXT_SIZE];
};

struct pairs {
	struct pair items[PAIRS_MAX];
	int count;
};

static void add(struct pairs *pairs, const char *key, const char *value)
{
	if (value[0] != '\0' && pairs->count < PAIRS_MAX) {
		struct pair *pair = &pairs->items[pairs->count++];
		pair->key = key;
		text_copy(pair->value, sizeof(pair->value), value);
	}
}

static void add_choice(struct ui *ui, struct pairs *pairs, const char *label,
	enum guest_field field, int code, const char *other)
{
	for (const struct guest_option *option = guest_options(field); option->code != 0;
		option++) {
		if (option->code == code) {
			char key[64];
			text_format(key, sizeof(key), "guest.%s", option->key);
			add(pairs, label,
				option->other && other[0] != '\0' ? other : ui_say(ui, key));
		}
	}
}

static int party(const struct guest *guest)
{
	return guest->party_male + guest->party_female;
}

static void add_guest(struct ui *ui, struct pairs *pairs, const struct guest *guest, bool brief)
{
	add(pairs, "console.guest.name", guest->name);
	add_choice(ui, pairs, "console.guest.occupation", GUEST_OCCUPATION, guest->occupation,
		guest->occupation_other);
	if (!brief) {
		add(pairs, "console.guest.institution", guest->institution);
	}
	add_choice(ui, pairs, "console.guest.purpose", GUEST_PURPOSE, guest->purpose,
		guest->purpose_other);
	if (party(guest) > 1) {
		char people[64];
		parts_say_number(ui, people, sizeof(people), "console.people", party(guest));
		add(pairs, "console.guest.party", people);
	}
}

static int first_column(int width)
{
	return (width - 24) * 3 / 5;
}

/* Answers in two columns; a fifth one, the party, then goes beside the needs. */
static void draw_pairs(struct ui *ui, const struct pairs *pairs, int x, int y, int width, int rows)
{
	int column = first_column(width);
	for (int i = 0; i < pairs->count && i < 2 * rows; i++) {
		struct rect box = {i % 2 == 0 ? x : x + column + 24, y + i / 2 * PITCH,
			i % 2 == 0 ? column : width - column - 24, 20};
		ui_text(ui, box, PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, pairs->items[i].key));
		box.y += 20;
		box.h = 28;
		parts_value(ui, box, THEME_INK, pairs->items[i].value);
	}
}

/* Special needs in words; they, or the asked-for priority, come with a heart. */
static void draw_needs(struct ui *ui, const struct guest *guest, enum ticket_priority priority,
	struct rect box, bool with_party)
{
	if (with_party) {
		char people[64];
		int x = box.x + first_column(box.w) + 24;
		ui_icon(ui, (struct rect){x, box.y, 22, box.h}, 22, THEME_INK2, "account-multiple");
		ui_text(ui, (struct rect){x + 30, box.y, 160, box.h}, PARTS_TEXT, UI_LEFT,
			THEME_INK,
			parts_say_number(
				ui, people, sizeof(people), "console.people", party(guest)));
		box.w = first_column(box.w);
	}
	char needs[TEXT_SIZE] = "", line[TEXT_SIZE + 64];
	for (const struct guest_option *option = guest_options(GUEST_NEEDS); option->code != 0;
		option++) {
		if ((guest->needs & option->code) != 0) {
			char key[64];
			text_format(key, sizeof(key), "guest.%s", option->key);
			size_t used = strlen(needs);
			text_format(needs + used, sizeof(needs) - used, "%s%s",
				used == 0 ? "" : ", ", ui_say(ui, key));
		}
	}
	if (needs[0] == '\0' && priority == TICKET_ORDINARY) {
		ui_text(ui, box, PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, "console.needs_none"));
		return;
	}
	ui_icon(ui, (struct rect){box.x, box.y, 22, box.h}, 22, THEME_ACTION, "heart");
	if (needs[0] != '\0') {
		parts_say(ui, line, sizeof(line), "console.needs", needs, "");
	} else {
		char key[64];
		text_format(
			key, sizeof(key), "console.priority.%s", ticket_priority_name(priority));
		parts_say(ui, line, sizeof(line), "console.priority", ui_say(ui, key), "");
	}
	box.x += 30;
	box.w -= 30;
	box.h = 48;
	ui_paragraph(ui, box, PARTS_TEXT, UI_LEFT, THEME_INK, line);
}

/* The left part, tinted while somebody is here. */
static void number_panel(struct ui *ui, bool here, const char *above, const char *number)
{
	enum theme_token tone = here ? THEME_TINT : THEME_SUNK;
	struct rect box = {PARTS_MARGIN, PARTS_TOP, PANEL_W, PANEL_H};
	ui_fill(ui, box, PARTS_RADIUS, tone);
	box.x += PANEL_W / 2;
	box.w -= PANEL_W / 2;
	ui_fill(ui, box, 0, tone);

	ui_text(ui, (struct rect){52, 104, 268, 28}, PARTS_VALUE, UI_LEFT,
		here ? THEME_ACTION : THEME_INK2, above);
	struct rect big = {52, 152, 268, 112};
	struct ui_style style = PARTS_TICKET;
	while (style.size > 40 && ui_text_width(ui, style, number) > 252) {
		style.size -= 8; /* four digits beyond 999 */
	}
	ui_text(ui, big, style, UI_LEFT, THEME_INK, number);
}

static void draw_state(
	struct ui *ui, const struct shift *shift, const struct view_counter *counter, int64_t now)
{
	char text[64];
	if (counter->state == VIEW_SERVING) {
		struct parts_chip look = {.ground = THEME_ACTION, .color = THEME_ON_ACTION};
		int width =
			parts_chip(ui, 52, 288, UI_LEFT, look, ui_say(ui, "console.state.serving"));
		parts_duration(now - counter->since_ms, text);
		ui_counter(ui, (struct rect){52 + width + 12, 288, 140, 28}, DRAW_REGULAR, 18,
			UI_LEFT, THEME_INK, text);
		return;
	}
	char calls[16], most[16];
	text_format(calls, sizeof(calls), "%d", counter->ticket.calls);
	text_format(most, sizeof(most), "%d", shift->office->recall_limit + 1);
	struct parts_chip look = {.ground = THEME_SOON_TINT, .color = THEME_SOON_INK};
	int width = parts_chip(ui, 52, 288, UI_LEFT, look, ui_say(ui, "console.state.called"));
	ui_text(ui, (struct rect){52 + width + 12, 288, 180, 28}, PARTS_VALUE, UI_LEFT, THEME_INK,
		parts_say(ui, text, sizeof(text), "console.calls", calls, most));
}

static void visitor_here(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct view_counter *counter = shift_counter(shift);
	const struct ticket *ticket = &counter->ticket;
	const struct guest *guest = &shift->view->guest;
	number_panel(ui, true,
		parts_service_fitting(ui, shift->office, ticket->service, 252, PARTS_VALUE),
		ticket->number);
	draw_state(ui, shift, counter, now);

	int width = layout->left_w - PANEL_W - 64;
	if (!shift->view->has_guest) {
		ui_text(ui, (struct rect){DETAILS_X, 104, width, 28}, PARTS_TEXT, UI_LEFT,
			THEME_INK2, ui_say(ui, "console.guest.none"));
		return;
	}
	struct pairs pairs = {.count = 0};
	add_guest(ui, &pairs, guest, false);
	int rows = guest->data_needed[0] != '\0' ? 2 : 3;
	draw_pairs(ui, &pairs, DETAILS_X, 104, width, rows);
	if (guest->data_needed[0] != '\0') {
		ui_text(ui, (struct rect){DETAILS_X, 228, width, 20}, PARTS_NOTE, UI_LEFT,
			THEME_INK2, ui_say(ui, "console.guest.data_needed"));
		parts_value(ui, (struct rect){DETAILS_X, 248, width, 28}, THEME_INK,
			guest->data_needed);
	}
	draw_needs(ui, guest, ticket->priority, (struct rect){DETAILS_X, 290, width, 24},
		pairs.count > 2 * rows);
}

static const struct view_waiting *find_next(const struct desk_view *view)
{
	for (int i = 0; i < view->waiting_shown; i++) {
		if (strcmp(view->waiting[i].number, view->next_number) == 0) {
			return &view->waiting[i];
		}
	}
	return NULL;
}

static void draw_heading(struct ui *ui, const char *key, const struct shift *shift, int64_t since)
{
	char heading[128], number[16], time[PARTS_TIME_SIZE];
	text_format(number, sizeof(number), "%d", shift->counter);
	parts_time(shift->office, since, time);
	ui_text(ui, (struct rect){DETAILS_X, 104, 500, 28}, PARTS_HEADING, UI_LEFT, THEME_INK,
		parts_say(ui, heading, sizeof(heading), key, number, time));
}

static int64_t free_since(const struct view_counter *counter)
{
	return counter->free_since_ms == TICKET_NEVER ? counter->since_ms : counter->free_since_ms;
}

static void visitor_next(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct desk_view *view = shift->view;
	const struct view_waiting *next = find_next(view);
	int width = layout->left_w - PANEL_W - 64;
	number_panel(ui, false, ui_say(ui, "console.next"), view->next_number);
	draw_heading(ui, "console.free_since", shift, free_since(shift_counter(shift)));
	if (next == NULL) {
		return;
	}
	char waited[64];
	parts_say_number(
		ui, waited, sizeof(waited), "console.waiting_for", (now - next->issued_ms) / 60000);
	ui_text(ui, (struct rect){52, 288, 268, 28}, PARTS_VALUE, UI_LEFT, THEME_INK, waited);

	struct pairs pairs = {.count = 0};
	add(&pairs, "console.guest.service", parts_service(ui, shift->office, next->service));
	if (view->has_guest) {
		add_guest(ui, &pairs, &view->guest, true);
	}
	draw_pairs(ui, &pairs, DETAILS_X, 146, width, 2);
	draw_needs(ui, &view->guest, next->priority, (struct rect){DETAILS_X, 280, width, 24},
		pairs.count > 4);
}

/* Nobody here and nobody next, a break, or closed: one heading and one sentence. */
static void nobody(struct ui *ui, const struct shift *shift, const struct parts_layout *layout,
	const char *above, const char *heading, const char *sentence)
{
	const struct view_counter *counter = shift_counter(shift);
	number_panel(ui, false, ui_say(ui, above), "–");
	draw_heading(ui, heading, shift,
		counter->state == VIEW_FREE ? free_since(counter) : counter->since_ms);
	ui_paragraph(ui, (struct rect){DETAILS_X, 144, layout->left_w - PANEL_W - 64, 72},
		PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, sentence));
}

struct shift_action visitor_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	ui_card(ui, (struct rect){PARTS_MARGIN, PARTS_TOP, layout->left_w, PANEL_H});
	switch (shift_counter(shift)->state) {
	case VIEW_CALLED:
	case VIEW_SERVING: visitor_here(ui, shift, layout, now); break;
	case VIEW_FREE:
		if (shift->view->next_number[0] != '\0') {
			visitor_next(ui, shift, layout, now);
		} else {
			nobody(ui, shift, layout, "console.next", "console.free_since",
				"console.nobody");
		}
		break;
	case VIEW_BREAK:
		nobody(ui, shift, layout, "console.state.break", "console.break_since",
			"console.break_note");
		break;
	case VIEW_CLOSED:
		nobody(ui, shift, layout, "console.state.closed", "console.closed_since",
			"console.closed_note");
		struct ui_button look = {.kind = UI_SECONDARY, .text_size = 18};
		struct rect box = {DETAILS_X, 272, 240, 56};
		if (ui_button(ui, "desk.leave", box, ui_say(ui, "console.leave"), look) ||
			(!shift->menu && ui_key(ui, "escape"))) {
			action.act = SHIFT_LEAVE;
		}
		break;
	}
	return action;
}
