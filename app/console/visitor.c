#include "app/console/details.h"
#include "app/console/screen.h"

#include "app/base/text.h"

#include <string.h>

/* The visitor at the counter, or the next one while it is free: number, state, guest book. */
enum {
	PANEL_W = 304,
	PANEL_H = 272,
	LEFT_X = PARTS_MARGIN + 28,
	LEFT_W = 252,
	RIGHT_X = PARTS_MARGIN + PANEL_W + 32,
	STATE_Y = 246,
	NOTE_Y = 279,
	/* by then even the last of many calls has had the waiting room's panel */
	UNANNOUNCED_MS = 6000,
};

static int right_width(const struct parts_layout *layout)
{
	return layout->left_w - PANEL_W - 64;
}

/* The left part, tinted while somebody is here, with a line above what stands in it. */
static void panel_ground(struct ui *ui, bool here, const char *above)
{
	enum theme_token tone = here ? THEME_TINT : THEME_SUNK;
	struct rect box = {PARTS_MARGIN, PARTS_TOP, PANEL_W, PANEL_H};
	ui_fill(ui, box, PARTS_RADIUS, tone);
	box.x += PANEL_W - PARTS_RADIUS;
	box.w = PARTS_RADIUS;
	ui_fill(ui, box, 0, tone);
	parts_value(ui, (struct rect){LEFT_X, 94, LEFT_W, 40}, 2, here ? THEME_ACTION : THEME_INK2,
		above);
}

static void panel_number(struct ui *ui, const char *number)
{
	struct ui_style style = PARTS_TICKET;
	while (style.size > 40 && ui_text_width(ui, style, number) > LEFT_W) {
		style.size -= 8; /* four digits beyond 999 */
	}
	ui_text(ui, (struct rect){LEFT_X, 132, LEFT_W, 112}, style, UI_LEFT, THEME_INK, number);
}

static void draw_serving(struct ui *ui, const struct view_counter *counter, int64_t now)
{
	char running[PARTS_TIME_SIZE];
	struct parts_chip look = {.ground = THEME_ACTION, .color = THEME_ON_ACTION};
	int width =
		parts_chip(ui, LEFT_X, STATE_Y, UI_LEFT, look, ui_say(ui, "console.state.serving"));
	parts_duration(now - counter->since_ms, running);
	ui_counter(ui, (struct rect){LEFT_X + width + 12, STATE_Y, 140, 28}, DRAW_REGULAR, 18,
		UI_LEFT, THEME_INK, running);
}

static void draw_called(
	struct ui *ui, const struct shift *shift, const struct view_counter *counter)
{
	char text[64], calls[16], most[16];
	text_format(calls, sizeof(calls), "%d", counter->ticket.recalls + 1);
	text_format(most, sizeof(most), "%d", shift->office->recall_limit + 1);
	struct parts_chip look = {.ground = THEME_SOON_TINT, .color = THEME_SOON_INK};
	int width =
		parts_chip(ui, LEFT_X, STATE_Y, UI_LEFT, look, ui_say(ui, "console.state.called"));
	ui_text(ui, (struct rect){LEFT_X + width + 12, STATE_Y, 180, 28}, PARTS_VALUE, UI_LEFT,
		THEME_INK, parts_say(ui, text, sizeof(text), "console.calls", calls, most));
}

static void draw_unheard(struct ui *ui, struct rect box, const char *key)
{
	enum { ICON = 18 };
	ui_icon(ui, (struct rect){box.x, box.y, ICON, box.h}, ICON, THEME_LATE, "alert-circle");
	box.x += ICON + 6;
	box.w -= ICON + 6;
	ui_text(ui, box, PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_LATE_INK, ui_say(ui, key));
}

/* When the waiting room was told; or, after a while, that it was not or did not hear it, and what
 * to do then. */
static void draw_announced(
	struct ui *ui, const struct shift *shift, const struct view_call *call, int64_t now)
{
	char text[64], time[PARTS_TIME_SIZE];
	struct rect box = {LEFT_X, NOTE_Y, LEFT_W, 20};
	int64_t announced = view_announced(call);
	if (announced != TICKET_NEVER && view_unspoken(shift->office, shift->view, call, now)) {
		draw_unheard(ui, box, "console.unspoken");
	} else if (announced != TICKET_NEVER) {
		parts_time(shift->office, announced, time);
		ui_text(ui, box, PARTS_NOTE_MEDIUM, UI_LEFT, THEME_INK2,
			parts_say(ui, text, sizeof(text), "console.announced", time, ""));
	} else if (shift->view->announces && now - call->called_ms >= UNANNOUNCED_MS) {
		draw_unheard(ui, box, "console.unannounced");
	}
}

/* Below the state: the book can be written or put right. */
static struct shift_action book_button(struct ui *ui, const struct shift *shift)
{
	enum { HEIGHT = 44, ICON = 20, KEY = 24 };
	const struct desk_view *view = shift->view;
	struct rect box = {LEFT_X - 12, 300, LEFT_W + 24, HEIGHT};
	bool held = false;
	bool tapped = ui_touch(ui, "visitor.book", box, &held, NULL);
	const char *word =
		ui_say(ui, view->has_guest ? "console.book.correct" : "console.book.fill");
	ui_fill(ui, box, 10, held ? THEME_PAGE : THEME_CARD);
	parts_frame(ui, box, 10, 2);
	ui_icon(ui, (struct rect){box.x + 12, box.y, ICON, HEIGHT}, ICON, THEME_ACTION, "pencil");
	ui_text(ui, (struct rect){box.x + 42, box.y, box.w - 84, HEIGHT}, PARTS_TEXT_SEMIBOLD,
		UI_LEFT, THEME_ACTION, word);
	ui_text(ui, (struct rect){box.x + box.w - 12 - KEY, box.y, KEY, HEIGHT},
		PARTS_NOTE_SEMIBOLD, UI_CENTER, THEME_INK2,
		shift_can_write(shift, SHIFT_FORM_HELP) ? ""
							: "G"); /* it is the helped one's key */
	ui_focus_ring(ui, "visitor.book", box, 10, THEME_INK);
	return tapped ? (struct shift_action){SHIFT_FORM, SHIFT_FORM_VISITOR}
		      : (struct shift_action){SHIFT_NOTHING, 0};
}

/* When the visitor came, how often before, and how long it has taken; what there is room for. */
static void say_visit(const struct ui *ui, const struct shift *shift, int64_t now, int room,
	char *out_text, size_t size)
{
	const struct view_visit *visit = &shift->view->visit;
	char part[96], more[192], value[PARTS_WAIT_SIZE], time[PARTS_TIME_SIZE];
	const struct {
		const char *key;
		int64_t number; /* 0 = nothing to say */
		bool minutes;
	} rows[] = {
		{"console.visit.again", visit->earlier_total > 0 ? visit->earlier_total + 1 : 0,
			false},
		{"console.visit.waited", parts_minutes(visit_times_waited(&visit->times, now)),
			true},
		{"console.visit.held", parts_minutes(visit_times_held(&visit->times, now)), true},
	};
	parts_hour(shift->office, visit->issued_ms, time);
	parts_say(ui, out_text, size, "console.visit.came", time, "");
	if (visit->appointed_ms != 0) {
		parts_hour(shift->office, visit->appointed_ms, time);
		parts_say(ui, part, sizeof(part), "console.visit.appointed", time, "");
		text_format(more, sizeof(more), "%s \u00b7 %s", out_text, part);
		text_copy(out_text, size, more);
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].minutes) {
			parts_say_minutes(ui, rows[i].number, value);
			parts_say(ui, part, sizeof(part), rows[i].key, value, "");
		} else {
			parts_say_number(ui, part, sizeof(part), rows[i].key, rows[i].number);
		}
		text_format(more, sizeof(more), "%s \u00b7 %s", out_text, part);
		if (rows[i].number > 0 && ui_text_width(ui, PARTS_NOTE_MEDIUM, more) <= room) {
			text_copy(out_text, size, more);
		}
	}
}

/* The visit in a line below the guest book; the whole right side opens all about it. */
static struct shift_action visit_line(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	enum { Y = 320, HEIGHT = 20, HINT = 24 };
	struct rect side = {RIGHT_X - 24, PARTS_TOP + 8, right_width(layout) + 40, PANEL_H - 12};
	char text[192];
	bool held = false;
	if (!shift_can_enter(shift, HALL_VISITOR)) {
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	bool tapped = ui_touch(ui, "visitor.more", side, &held, NULL);
	const char *more = ui_say(ui, "console.visit.more");
	int width = ui_text_width(ui, PARTS_NOTE_SEMIBOLD, more);
	int right = RIGHT_X + right_width(layout), x = right - HINT - 8 - width;
	say_visit(ui, shift, now, x - 16 - RIGHT_X, text, sizeof(text));
	ui_text(ui, (struct rect){RIGHT_X, Y, x - 16 - RIGHT_X, HEIGHT}, PARTS_NOTE_MEDIUM, UI_LEFT,
		THEME_INK2, text);
	ui_text(ui, (struct rect){x, Y, width, HEIGHT}, PARTS_NOTE_SEMIBOLD, UI_LEFT, THEME_ACTION,
		more);
	parts_key_hint(ui, (struct rect){right - HINT, Y - 10, HINT + 8, HEIGHT}, "V", false);
	ui_focus_ring(ui, "visitor.more", side, 16, THEME_INK);
	return (struct shift_action){tapped ? SHIFT_HALL : SHIFT_NOTHING, HALL_VISITOR};
}

static struct shift_action visitor_here(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct view_counter *counter = shift_counter(shift);
	const struct ticket *ticket = &counter->ticket;
	panel_ground(ui, true, parts_service(ui, shift->office, ticket->service));
	panel_number(ui, ticket->number);
	if (counter->state == VIEW_SERVING) {
		draw_serving(ui, counter, now);
	} else {
		draw_called(ui, shift, counter);
		if (counter->call.id != 0) {
			draw_announced(ui, shift, &counter->call, now);
		}
	}
	if (shift->view->has_guest) {
		details_all(ui, shift->office, &shift->view->guest, ticket->priority, RIGHT_X,
			right_width(layout));
	} else {
		ui_paragraph(ui, (struct rect){RIGHT_X, DETAILS_Y, right_width(layout), 56},
			PARTS_TEXT, UI_LEFT, THEME_INK2, ui_say(ui, "console.guest.none"));
	}
	struct shift_action more = visit_line(ui, shift, layout, now);
	struct shift_action book = book_button(ui, shift);
	return book.act != SHIFT_NOTHING ? book : more;
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
	ui_text(ui, (struct rect){RIGHT_X, DETAILS_Y, 500, 28}, PARTS_HEADING, UI_LEFT, THEME_INK,
		parts_say(ui, heading, sizeof(heading), key, number, time));
}

static int64_t free_since(const struct view_counter *counter)
{
	return counter->free_since_ms == TICKET_NEVER ? counter->since_ms : counter->free_since_ms;
}

static struct shift_action visitor_next(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	const struct desk_view *view = shift->view;
	const struct view_waiting *next = find_next(view);
	panel_ground(ui, false, ui_say(ui, "console.next"));
	panel_number(ui, view->next_number);
	draw_heading(ui, "console.free_since", shift, free_since(shift_counter(shift)));
	if (next == NULL) {
		return (struct shift_action){SHIFT_NOTHING, 0};
	}
	char waited[64];
	parts_waited(ui, now - next->issued_ms, "console.waiting_for", waited, sizeof(waited));
	ui_text(ui, (struct rect){LEFT_X, STATE_Y, LEFT_W, 28}, PARTS_VALUE, UI_LEFT, THEME_INK,
		waited);
	details_brief(ui, shift->office, view->has_guest ? &view->guest : NULL, next->priority,
		parts_service(ui, shift->office, next->service), RIGHT_X, right_width(layout));
	return visit_line(ui, shift, layout, now);
}

struct nobody_look {
	const char *above, *icon, *heading, *sentence; /* text keys, but for the icon's name */
};

/* Nobody here and nobody next, a break, or closed: one heading and one sentence. */
static void visitor_nobody(struct ui *ui, const struct shift *shift,
	const struct parts_layout *layout, struct nobody_look look)
{
	const struct view_counter *counter = shift_counter(shift);
	panel_ground(ui, false, ui_say(ui, look.above));
	ui_icon(ui, (struct rect){LEFT_X, 164, 96, 96}, 96, THEME_DISABLED_ICON, look.icon);
	draw_heading(ui, look.heading, shift,
		counter->state == VIEW_FREE ? free_since(counter) : counter->since_ms);
	ui_paragraph(ui, (struct rect){RIGHT_X, 140, right_width(layout), 72}, PARTS_TEXT, UI_LEFT,
		THEME_INK2, ui_say(ui, look.sentence));
}

static bool leave_button(struct ui *ui, const struct shift *shift)
{
	struct ui_button look = {.kind = UI_SECONDARY, .text_size = 18};
	struct rect box = {RIGHT_X, 272, 240, 56};
	return ui_button(ui, "desk.leave", box, ui_say(ui, "console.leave"), look) ||
	       (!shift->menu && ui_key(ui, "escape"));
}

struct shift_action visitor_panel(
	struct ui *ui, const struct shift *shift, const struct parts_layout *layout, int64_t now)
{
	static const struct nobody_look waiting = {
		"console.next", "account-multiple", "console.free_since", "console.nobody"};
	static const struct nobody_look resting = {
		"console.state.break", "coffee", "console.break_since", "console.break_note"};
	static const struct nobody_look closed = {
		"console.state.closed", "lock", "console.closed_since", "console.closed_note"};

	struct rect card = {PARTS_MARGIN, PARTS_TOP, layout->left_w, PANEL_H};
	struct shift_action action = {SHIFT_NOTHING, 0};
	ui_card(ui, card);
	switch (shift_counter(shift)->state) {
	case VIEW_CALLED:
	case VIEW_SERVING: action = visitor_here(ui, shift, layout, now); break;
	case VIEW_FREE:
		if (shift->view->next_number[0] != '\0') {
			action = visitor_next(ui, shift, layout, now);
		} else {
			visitor_nobody(ui, shift, layout, waiting);
		}
		break;
	case VIEW_BREAK: visitor_nobody(ui, shift, layout, resting); break;
	case VIEW_CLOSED:
		visitor_nobody(ui, shift, layout, closed);
		if (leave_button(ui, shift)) {
			action.act = SHIFT_LEAVE;
		}
		break;
	}
	parts_frame(ui, card, PARTS_RADIUS, 4);
	return action;
}
