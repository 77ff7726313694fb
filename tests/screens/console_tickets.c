#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Today's tickets at the console: found by typing, and printed again. */
enum { NOW = 1000000 };

static void hand_tickets(struct shift *shift, int count)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_LIST_TICKETS,
		.result = RESULT_OK,
		.ticket_count = (size_t)count};
	message.tickets = calloc((size_t)count + 1, sizeof(*message.tickets));
	for (int i = 0; i < count; i++) {
		struct ticket *ticket = &message.tickets[i];
		int number = count - i; /* the latest first */
		*ticket = (struct ticket){.id = 100 + number,
			.service = number % 5,
			.state = (enum ticket_state)(number % TICKET_STATES),
			.counter = number % 3,
			.print = (enum print_state)(number % PRINT_STATES),
			.issued_ms = model_at(8, number, 0)};
		text_format(ticket->number, sizeof(ticket->number), "%c%03d", "KJPRD"[number % 5],
			number);
	}
	shift_hear(shift, &message, NOW);
	assert_null(message.tickets);
}

static void type(struct shift *shift, const char *letters)
{
	for (; *letters != '\0'; letters++) {
		const char one[] = {*letters, '\0'};
		shift_act(shift, looks_event(shift, UI_TEXT, one), NOW);
	}
}

static void test_looks(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	looks_press(&shift, "c");
	assert_int_equal(shift.hall.page, HALL_TICKETS);
	looks_show(&shift, "tickets-none");
	hand_tickets(&shift, 21);
	looks_show(&shift, "tickets");
	looks_press(&shift, "right");
	looks_press(&shift, "right");
	looks_press(&shift, "down");
	looks_show(&shift, "tickets-last");
	type(&shift, "x9");
	looks_show(&shift, "tickets-unknown");
	shift_finish(&shift);
}

static void test_what_is_meant_by_what_is_typed(void **state)
{
	(void)state;
	static const struct {
		const char *number, *typed;
		bool meant;
	} rows[] = {
		{"K007", "", true},
		{"K007", "K", true},
		{"K007", "K007", true},
		{"K007", "K0071", false},
		{"K007", "7", true},
		{"K007", "007", true},
		{"K007", "00", true},
		{"K007", "J007", false},
		{"K070", "7", true},
		{"K017", "7", false},
		{"K007", "K7", true},
		{"K070", "K07", true},
		{"KR1007", "1007", true},
		{"KR1007", "K", true},
		{"KR1007", "K1", false},
		{"KR1007", "KR1", true},
		{"KR1007", "R", false},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(hall_matches(rows[i].number, rows[i].typed), rows[i].meant);
	}
}

static void test_a_number_is_found_and_printed(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	looks_press(&shift, "c");
	hand_take(&shift, DESK_LIST_TICKETS);
	hand_tickets(&shift, 40);
	assert_int_equal(hall_count_tickets(&shift.hall, &shift.lists), 40);
	type(&shift, "j0 1");
	assert_string_equal(shift.hall.typed, "J01"); /* a blank is none of a number */
	assert_int_equal(hall_count_tickets(&shift.hall, &shift.lists), 2);
	looks_press(&shift, "down");
	assert_string_equal(hall_ticket(&shift.hall, &shift.lists, 1)->number, "J011");
	/* The list is read anew while the clerk looks: they stay where they are. */
	struct desk_view view = *shift.view;
	hand_show(&shift, &view);
	hand_take(&shift, DESK_LIST_TICKETS);
	hand_tickets(&shift, 46); /* J041, J046 came in front of nothing that is meant */
	assert_string_equal(hall_ticket(&shift.hall, &shift.lists, shift.hall.row)->number, "J011");
	looks_press(&shift, "return"); /* failed: again */
	struct desk_request request = hand_take(&shift, DESK_REPRINT);
	assert_int_equal(request.id, 111);
	hand_answer(&shift, &request, RESULT_OK, NOW);
	/* Its slip waits for the printer: no second one. */
	looks_press(&shift, "backspace");
	looks_press(&shift, "backspace");
	looks_press(&shift, "backspace");
	type(&shift, "37");
	assert_string_equal(hall_ticket(&shift.hall, &shift.lists, 0)->number, "P037");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	assert_string_equal(shift.notice, "console.tickets.pending");
	/* Not found, nothing printed. */
	type(&shift, "9");
	looks_press(&shift, "return");
	hand_take_none(&shift);
	looks_press(&shift, "down");
	looks_press(&shift, "left");
	shift_finish(&shift);
}

static void test_pages_stop_at_the_ends(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	looks_press(&shift, "c");
	hand_tickets(&shift, 12);
	static const struct {
		const char *key;
		int row;
	} steps[] = {{"left", 0}, {"right", 9}, {"right", 11}, {"down", 0}, {"up", 11}, {"left", 2},
		{"left", 0}};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		looks_press(&shift, steps[i].key);
		assert_int_equal(shift.hall.row, steps[i].row);
	}
	shift_finish(&shift);
}

/* The same from the list of those who wait. */
static void test_from_the_pick_list(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	looks_press(&shift, "p");
	looks_press(&shift, "1");
	looks_press(&shift, "4");
	assert_int_equal(hand_take(&shift, DESK_REPRINT).id, 1);
	assert_string_equal(shift.notice, "console.reprinting");
	assert_int_equal(shift.sheet.kind, SHEET_NONE);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_what_is_meant_by_what_is_typed),
		cmocka_unit_test(test_a_number_is_found_and_printed),
		cmocka_unit_test(test_pages_stop_at_the_ends),
		cmocka_unit_test(test_from_the_pick_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
