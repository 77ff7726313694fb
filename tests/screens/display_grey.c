#include "tests/screens/display_model.h"
#include "tests/support/golden.h"
#include "tests/support/grey.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Nothing in the waiting room is told by colour alone. */
static void add(struct grey *grey, struct room *room)
{
	struct ui ui;
	room_take(room, 0);
	golden_start(&ui, "id", 1920, 1080);
	ui_begin(&ui, NULL);
	display_frame(&ui, &room->model);
	ui_end(&ui);
	grey_add(grey, &ui);
	golden_finish(&ui);
}

/* On time, in its last three minutes (the bar's second zone begins), late: the digits are not
 * looked at. */
static void test_the_promise(void **state)
{
	static const int seconds[] = {130, 500, 700};
	struct grey grey = {.of = "the promise", .pieces = true};
	(void)state;
	for (size_t i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++) {
		static struct room room;
		room_start(&room, "10:26:00");
		room_occupy(&room, 2, VIEW_CALLED, "K007");
		room_call(&room, "K007", 2);
		room_run_clock(&room, 2, seconds[i]);
		add(&grey, &room);
	}
	grey_finish(&grey);
}

static void test_the_counters(void **state)
{
	struct grey grey = {.of = "the counters"};
	(void)state;
	for (int i = VIEW_CLOSED; i <= VIEW_BREAK; i++) {
		static struct room room;
		bool busy = i == VIEW_CALLED || i == VIEW_SERVING;
		room_start(&room, "10:26:00");
		room_occupy(&room, 1, VIEW_SERVING, "K005");
		room_occupy(&room, 2, (enum view_counter_state)i, busy ? "K007" : "");
		room_wait(&room, "K008", TICKET_ORDINARY);
		add(&grey, &room);
	}
	grey_finish(&grey);
}

static void test_who_has_priority(void **state)
{
	struct grey grey = {.of = "priority"};
	(void)state;
	for (int i = 0; i < 2; i++) {
		static struct room room;
		room_fill_board(&room);
		room.view.waiting[0].priority = i == 0 ? TICKET_ORDINARY : TICKET_ELDERLY;
		add(&grey, &room);
	}
	grey_finish(&grey);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_promise),
		cmocka_unit_test(test_the_counters),
		cmocka_unit_test(test_who_has_priority),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
