#include "app/console/hall_frame.h"

#include "app/base/text.h"

#include <string.h>

/* Today's tickets in every state, the latest first: looked for by typing the number, and printed
 * again. */
enum { ROW = 38, ROWS = HALL_TICKET_ROWS, SEARCH_H = 52, FOOT = 60 };

static void draw_search(struct ui *ui, const struct shift *shift, struct rect box)
{
	const char *typed = shift->hall.typed;
	ui_fill(ui, box, 12, THEME_CARD);
	ui_outline(ui, box, 12, 3, THEME_ACTION);
	ui_icon(ui, (struct rect){box.x + 14, box.y, 24, box.h}, 22, THEME_INK2, "magnify");
	ui_text(ui, (struct rect){box.x + 50, box.y, box.w - 60, box.h},
		typed[0] != '\0' ? PARTS_VALUE_SEMIBOLD : PARTS_TEXT, UI_LEFT,
		typed[0] != '\0' ? THEME_INK : THEME_INK2,
		typed[0] != '\0' ? typed : ui_say(ui, "console.tickets.search"));
}

/* Whether there is paper of it. */
static const char *say_print(const struct ui *ui, const struct ticket *ticket)
{
	char key[64];
	text_format(key, sizeof(key), "console.print.%s", print_state_name(ticket->print));
	return ui_say(ui, key);
}

static void draw_cells(struct ui *ui, struct rect line, const char *const cells[5], bool heads)
{
	static const int shares[] = {0, 16, 42, 58, 78, 100}; /* of the width, in hundredths */
	for (int i = 0; i < 5; i++) {
		struct rect cell = {
			line.x + 12 + (line.w - 24) * shares[i] / 100, line.y, 0, line.h};
		cell.w = (line.w - 24) * (shares[i + 1] - shares[i]) / 100 - 8;
		struct ui_style style = heads    ? PARTS_NOTE
					: i == 0 ? PARTS_TEXT_SEMIBOLD
						 : PARTS_TEXT;
		style.line = line.h;
		parts_lines(ui, cell, style, UI_LEFT, 1, heads ? THEME_INK2 : THEME_INK, cells[i]);
	}
}

static void draw_ticket(struct ui *ui, const struct shift *shift, int place, struct rect line,
	struct shift_action *action)
{
	const struct ticket *ticket = hall_ticket(&shift->hall, &shift->lists, place);
	char id[UI_ID_SIZE], hour[PARTS_TIME_SIZE], state[HALL_TEXT_SIZE], key[64], counter[64];
	bool here = shift->hall.row == place, held = false;
	text_format(id, sizeof(id), "hall.ticket.%d", place + 1);
	if (ui_touch(ui, id, line, &held, NULL)) {
		*action = hall_action(place, 0);
	}
	if (here || held) {
		ui_fill(ui, line, 10, THEME_TINT);
		ui_outline(ui, line, 10, 2, THEME_ACTION);
	}
	hall_say_hour(shift->office, ticket->issued_ms, hour);
	text_format(key, sizeof(key), "console.ticket.%s", ticket_state_name(ticket->state));
	text_copy(state, sizeof(state), ui_say(ui, key));
	if (ticket->counter != 0 && ticket->state != TICKET_WAITING) {
		parts_say_number(ui, counter, sizeof(counter), "console.counter", ticket->counter);
		text_format(state, sizeof(state), "%s, %s", ui_say(ui, key), counter);
	}
	const char *const cells[] = {ticket->number,
		parts_service_short(ui, shift->office, ticket->service), hour, state,
		say_print(ui, ticket)};
	draw_cells(ui, line, cells, false);
}

static void draw_foot(
	struct ui *ui, const struct shift *shift, struct rect box, struct shift_action *action)
{
	const struct ticket *ticket = hall_ticket(&shift->hall, &shift->lists, shift->hall.row);
	char label[96], page[64], of[16], all[16];
	int count = hall_count_tickets(&shift->hall, &shift->lists);
	parts_say(ui, label, sizeof(label), "console.tickets.again",
		ticket != NULL ? ticket->number : "", "");
	if (ui_button(ui, "hall.again", (struct rect){box.x, box.y, 340, box.h}, label,
		    (struct ui_button){.kind = UI_PRIMARY,
			    .text_size = 18,
			    .disabled = ticket == NULL || shift_is_busy(shift, ui->ticks_ms)})) {
		*action = (struct shift_action){SHIFT_HALL_DO, HALL_PRINT};
	}
	struct rect note = {box.x + 364, box.y, box.w - 364 - 180, 40};
	const char *words = ui_say(ui, "console.tickets.note");
	note.y += (box.h - ui_paragraph_height(ui, note.w, PARTS_NOTE, words)) / 2;
	ui_paragraph(ui, note, PARTS_NOTE, UI_LEFT, THEME_INK2, words);
	if (count > ROWS) {
		text_format(of, sizeof(of), "%d", shift->hall.row / ROWS + 1);
		text_format(all, sizeof(all), "%d", (count + ROWS - 1) / ROWS);
		ui_text(ui, box, PARTS_TEXT, UI_RIGHT, THEME_INK2,
			parts_say(ui, page, sizeof(page), "console.form.page", of, all));
	}
}

struct shift_action hall_tickets(struct ui *ui, const struct shift *shift, struct rect body)
{
	struct shift_action action = {SHIFT_NOTHING, 0};
	int count = hall_count_tickets(&shift->hall, &shift->lists);
	int from = shift->hall.row / ROWS * ROWS;
	draw_search(ui, shift, (struct rect){body.x, body.y, body.w, SEARCH_H});
	const char *const heads[] = {ui_say(ui, "console.tickets.number"),
		ui_say(ui, "console.guest.service"), ui_say(ui, "console.tickets.taken"),
		ui_say(ui, "console.tickets.state"), ui_say(ui, "console.tickets.slip")};
	struct rect line = {body.x, body.y + SEARCH_H + 6, body.w, 28};
	draw_cells(ui, line, heads, true);
	line.y += line.h;
	line.h = ROW;
	for (int i = from; i < count && i < from + ROWS; i++, line.y += ROW) {
		draw_ticket(ui, shift, i, line, &action);
	}
	if (count == 0) {
		ui_text(ui, (struct rect){line.x + 12, line.y, line.w - 24, line.h}, PARTS_TEXT,
			UI_LEFT, THEME_INK2,
			ui_say(ui, shift->hall.typed[0] != '\0' ? "console.tickets.unknown"
								: "console.tickets.none"));
	}
	draw_foot(ui, shift, (struct rect){body.x, body.y + body.h - FOOT, body.w, FOOT}, &action);
	return action;
}
