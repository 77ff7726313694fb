/* A counter whose console has ended without closing it: noticed without a look by the clock,
 * closed, and its waiting counted as nobody's; one whose console lives, or that never had one, is
 * left alone. */
#include "app/base/text.h"
#include "db/presence.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 10000 };

static bool is_left(struct presence *watcher, int counter)
{
	int left[OFFICE_COUNTERS];
	size_t count = presence_list_left(watcher, left, OFFICE_COUNTERS);
	for (size_t i = 0; i < count; i++) {
		if (left[i] == counter) {
			return true;
		}
	}
	return false;
}

static bool is_woken(struct presence *watcher, int ms)
{
	struct pollfd source = {presence_watch(watcher), POLLIN, 0};
	bool woken = poll(&source, 1, ms) == 1;
	presence_drain(watcher);
	return woken;
}

/* A console of its own process at `counter`, once it is there. */
static pid_t start_console(const struct stage *stage, int counter)
{
	int ready[2];
	char byte;
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct presence own;
		if (!presence_init(&own, stage->store)) {
			_exit(1);
		}
		presence_take(&own, counter);
		(void)!write(ready[1], "", 1);
		for (;;) {
			pause();
		}
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return child;
}

static void a_death_is_noticed(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	int status;
	assert_true(presence_init(&watcher, stage->store));
	assert_true(presence_watch(&watcher) >= 0);
	pid_t child = start_console(stage, 2);
	assert_false(is_left(&watcher, 2));
	assert_false(is_woken(&watcher, 0));
	assert_false(presence_claim(&watcher, 2));
	kill(child, SIGKILL);
	assert_true(is_woken(&watcher, PATIENCE_MS));
	waitpid(child, &status, 0);
	assert_true(is_left(&watcher, 2));
	assert_false(is_left(&watcher, 1)); /* had no console ever */
	assert_true(presence_claim(&watcher, 2));
	presence_settle(&watcher, 2, false); /* a visitor is there: asked again later */
	assert_true(is_left(&watcher, 2));
	assert_true(presence_claim(&watcher, 2));
	presence_settle(&watcher, 2, true);
	assert_false(is_left(&watcher, 2));
	presence_finish(&watcher);
}

static void who_leaves_in_order_leaves_nothing(void **state)
{
	struct stage *stage = *state;
	struct presence watcher, console;
	assert_true(presence_init(&watcher, stage->store));
	assert_true(presence_init(&console, stage->store));
	presence_take(&console, 1);
	assert_false(is_left(&watcher, 1));
	presence_give(&console);
	assert_false(is_left(&watcher, 1));
	/* On to another counter, away from one that it did not close. */
	presence_take(&console, 1);
	presence_take(&console, 3);
	assert_true(is_left(&watcher, 1));
	assert_false(is_left(&watcher, 3));
	assert_false(is_left(&console, 3));
	presence_finish(&console);
	assert_true(is_left(&watcher, 3));
	presence_finish(&watcher);
}

/* What the first one has dealt with is not dealt with again by one who listed it before. */
static void what_is_left_is_dealt_with_once(void **state)
{
	struct stage *stage = *state;
	struct presence first, second, console;
	assert_true(presence_init(&first, stage->store));
	assert_true(presence_init(&second, stage->store));
	assert_true(presence_init(&console, stage->store));
	presence_take(&console, 2);
	presence_finish(&console);
	assert_true(is_left(&first, 2));
	assert_true(is_left(&second, 2));
	assert_true(presence_claim(&first, 2));
	assert_false(presence_claim(&second, 2));
	assert_true(presence_is_left(&second, 2)); /* who deals with it is not there */
	presence_settle(&first, 2, true);
	assert_false(presence_is_left(&second, 2));
	assert_false(presence_claim(&second, 2));
	assert_true(presence_init(&console, stage->store));
	presence_take(&console, 2);
	presence_finish(&console);
	assert_true(presence_claim(&second, 2));
	presence_settle(&second, 2, true);
	presence_finish(&first);
	presence_finish(&second);
}

/* What is tidied away by somebody is made anew by whoever looks next, and says the same. */
static void a_file_that_was_removed_is_made_anew(void **state)
{
	struct stage *stage = *state;
	struct presence watcher, console;
	char path[400];
	text_format(path, sizeof path, "%s-here", stage->store);
	assert_true(presence_init(&watcher, stage->store));
	assert_true(presence_init(&console, stage->store));
	presence_take(&console, 1);
	assert_int_equal(unlink(path), 0);
	assert_false(is_left(&watcher, 1));
	assert_false(is_left(&console, 1));
	presence_finish(&console);
	assert_true(is_left(&watcher, 1));
	presence_finish(&watcher);
}

static void a_store_in_memory_has_none(void **state)
{
	(void)state;
	struct presence presence;
	assert_false(presence_init(&presence, "memory:x"));
	presence_take(&presence, 1);
	assert_int_equal(presence_watch(&presence), -1);
	assert_false(is_left(&presence, 1));
	presence_give(&presence);
	presence_finish(&presence);
}

static enum result close_left(struct stage *stage, const char *time, int counter)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_close_left(desk, counter);
	desk_close(desk);
	return result;
}

/* The waiting from then on is nobody's, and the log alone proves it. */
static void what_was_left_is_closed(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_day day;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(stage_do(stage, "08:05:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(close_left(stage, "08:06:00", 1), RESULT_COUNTER_OCCUPIED);
	assert_int_equal(stage_do(stage, "08:07:00", desk_absent, 1, &ticket), RESULT_OK);
	assert_int_equal(close_left(stage, "08:10:00", 1), RESULT_OK);
	assert_int_equal(close_left(stage, "08:11:00", 1), RESULT_COUNTER_CLOSED);
	assert_int_equal(close_left(stage, "08:11:00", 9), RESULT_COUNTER_UNKNOWN);
	stage_open(stage, "08:30:00", 1, "budi"); /* not taken by ani any more */
	struct desk *desk = stage_desk(stage, "08:31:00");
	assert_int_equal(desk_day(desk, NULL, &day), RESULT_OK);
	assert_int_equal(day.all.unattended_ms, 20 * 60000);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* A screen is there while its program lives; that it came and went wakes the others. */
static void the_waiting_room_is_there_while_its_programs_live(void **state)
{
	struct stage *stage = *state;
	struct presence watcher, display;
	assert_true(presence_init(&watcher, stage->store));
	assert_true(presence_watch(&watcher) >= 0);
	assert_false(presence_has_room(&watcher, PRESENCE_SCREEN));
	for (int again = 0; again < 2; again++) {
		assert_true(presence_init(&display, stage->store));
		presence_attend_room(&display, PRESENCE_SCREEN);
		assert_true(is_woken(&watcher, PATIENCE_MS));
		assert_true(presence_has_room(&watcher, PRESENCE_SCREEN));
		assert_false(presence_has_room(&watcher, PRESENCE_BOARD));
		assert_false(is_left(&watcher, 1));
		presence_finish(&display);
		assert_true(is_woken(&watcher, PATIENCE_MS));
		assert_false(presence_has_room(&watcher, PRESENCE_SCREEN));
	}
	presence_finish(&watcher);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_death_is_noticed, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			who_leaves_in_order_leaves_nothing, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_file_that_was_removed_is_made_anew, stage_set_up, stage_tear_down),
		cmocka_unit_test(a_store_in_memory_has_none),
		cmocka_unit_test_setup_teardown(
			what_is_left_is_dealt_with_once, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(the_waiting_room_is_there_while_its_programs_live,
			stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			what_was_left_is_closed, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
