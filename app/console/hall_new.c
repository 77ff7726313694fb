#include "app/console/hall_frame.h"

#include "app/base/text.h"

#include <string.h>

/* A number made by staff: for what, with what priority, for how many; printed at the kiosk, or the
 * visitor is served at once. */
enum { BUTTON_H = 60, MANY = 8 };

static void draw_priorities(struct ui *ui, const struct shift *shift, struct hall_flow *flow,
	struct shift_action *action)
{
	const struct hall *hall = &shift->hall;
	bool here = hall->row == HALL_PRIORITY;
	hall_label(ui, flow, ui_say(ui, "console.new.priority"), here);
	for (int i = 0; i < TICKET_PRIORITIES; i++) {
		char id[UI_ID_SIZE], key[64];
		text_format(id, sizeof(id), "hall.priority.%d", i + 1);
		text_format(key, sizeof(key), "console.new.priority.%s",
			ticket_priority_name((enum ticket_priority)i));
		struct hall_choice look = {.digit = (char)(here ? '1' + i : 0),
			.chosen = (int)hall->priority == i,
			.here = here};
		if (hall_choice(ui, flow, id, ui_say(ui, key), look)) {
			*action = hall_action(HALL_PRIORITY, i);
		}
	}
}

/* The usual counts, the chosen one where it is greater, and one more than that. */
static void draw_party(struct ui *ui, const struct shift *shift, struct hall_flow *flow,
	struct shift_action *action)
{
	const struct hall *hall = &shift->hall;
	bool here = hall->row == HALL_PARTY;
	hall_label(ui, flow, ui_say(ui, "console.new.party"), here);
	const int last = hall->party > MANY ? hall->party : MANY + 1;
	for (int i = 1; i <= MANY + 1; i++) {
		int count = i <= MANY ? i : last;
		char id[UI_ID_SIZE], label[16];
		text_format(id, sizeof(id), "hall.party.%d", i);
		text_format(label, sizeof(label), "%d", count);
		struct hall_choice look = {.chosen = hall->party == count, .here = here};
		if (hall_choice(ui, flow, id, label, look)) {
			*action = hall_action(HALL_PARTY, count);
		}
	}
	if (last < HALL_PARTY_MAX &&
		hall_choice(ui, flow, "hall.party.more", "+", (struct hall_choice){.here = here})) {
		*action = hall_action(HALL_PARTY, last + 1);
	}
}

static const char *why_no_walk(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	if (counter->state != VIEW_FREE) {
		return "console.new.occupied";
	}
	return shift->view->next_number[0] != '\0' ? "console.new.waiting" : "console.new.foreign";
}

static void draw_buttons(
	struct ui *ui, const struct shift *shift, struct rect body, struct shift_action *action)
{
	enum { ISSUE_W = 320, WALK_W = 420, GAP = 16 };
	char label[96];
	bool busy = shift_is_busy(shift, ui->ticks_ms), walks = shift_can_walk(shift);
	struct rect box = {body.x, body.y + body.h - BUTTON_H, ISSUE_W, BUTTON_H};
	if (ui_button(ui, "hall.issue", box, ui_say(ui, "console.new.issue"),
		    (struct ui_button){.kind = UI_PRIMARY, .text_size = 18, .disabled = busy})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_ISSUE};
	}
	box.x += ISSUE_W + GAP;
	box.w = WALK_W;
	parts_say_number(ui, label, sizeof(label), "console.new.walk", shift->counter);
	if (ui_button(ui, "hall.walk", box, label,
		    (struct ui_button){
			    .kind = UI_SECONDARY, .text_size = 18, .disabled = busy || !walks})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_WALK};
	}
	if (!walks) {
		struct rect words = {box.x + box.w + GAP, box.y, 0, BUTTON_H};
		words.w = body.x + body.w - words.x;
		const char *why = ui_say(ui, why_no_walk(shift));
		words.y += (BUTTON_H - ui_paragraph_height(ui, words.w, PARTS_NOTE, why)) / 2;
		ui_paragraph(ui, words, PARTS_NOTE, UI_LEFT, THEME_INK2, why);
	}
}

struct shift_action hall_new(struct ui *ui, const struct shift *shift, struct rect body)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	struct hall_flow flow = {.room = body, .x = body.x};
	hall_services(ui, shift, &flow, &action);
	draw_priorities(ui, shift, &flow, &action);
	draw_party(ui, shift, &flow, &action);
	ui_paragraph(ui,
		(struct rect){body.x, flow.room.y + HALL_CHOICE_H + 20, body.w * 3 / 4, 48},
		PARTS_NOTE, UI_LEFT, THEME_INK2, ui_say(ui, "console.new.note"));
	draw_buttons(ui, shift, body, &action);
	return action;
}

struct shift_action hall_new_key(const struct shift *shift, const char *key)
{
	if (strcmp(key, "return") == 0) {
		return (struct shift_action){SHIFT_HALL_DO, HALL_ISSUE};
	}
	if (strcmp(key, "s") == 0) {
		return (struct shift_action){SHIFT_HALL_DO, HALL_WALK};
	}
	if (key[0] >= '1' && key[0] <= '9' && key[1] == '\0') {
		bool counts = shift->hall.row == HALL_PARTY;
		return hall_action(shift->hall.row, key[0] - (counts ? '0' : '1'));
	}
	return (struct shift_action){SHIFT_NOTHING, 0};
}
