/* A counter whose console has ended without closing it: noticed without a look by the clock,
 * closed, and its waiting counted as nobody's; one whose console lives, or that never had one, is
 * left alone. */
#include "app/base/text.h"
#include "app/desk/attendance.h"
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
	presence_settle(&first, 2, true);
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

/* ---- consoles that press; each dies with its presence_finish ---- */

static void start_at(const struct stage *stage, struct attendance *out_console)
{
	*out_console = (struct attendance){.staff = ""};
	assert_true(presence_init(&out_console->presence, stage->store));
}

static enum result act(const struct stage *stage, const struct desk_request *request)
{
	struct desk *desk = stage_desk(stage, "08:00:00");
	enum result result = request->act == DESK_OPEN_COUNTER
				     ? desk_open_counter(desk, request->counter, request->staff, 0)
			     : request->act == DESK_CLOSE_COUNTER
				     ? desk_close_counter(desk, request->counter)
				     : desk_hand_over(desk, request->counter, request->staff);
	desk_close(desk);
	return result;
}

static struct desk_request request_of(enum desk_act act, int counter, const char *staff)
{
	struct desk_request request = {.act = act, .counter = counter};
	text_copy(request.staff, sizeof request.staff, staff);
	return request;
}

static enum result press(const struct stage *stage, struct attendance *console, enum desk_act kind,
	int counter, const char *staff)
{
	const struct desk_request request = request_of(kind, counter, staff);
	attendance_begin_act(console, &request);
	enum result result = act(stage, &request);
	attendance_end_act(console, &request, result);
	return result;
}

static void see(const struct stage *stage, struct attendance *console)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	attendance_follow(console, view);
	desk_close(desk);
	free(view);
}

static void who_is_refused_leaves_the_other_ones_mark(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	/* Both choose the counter at one moment, then budi once more. */
	const struct desk_request late = request_of(DESK_OPEN_COUNTER, 1, "budi");
	attendance_begin_act(&budi, &late);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	attendance_end_act(&budi, &late, RESULT_COUNTER_TAKEN);
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_COUNTER_TAKEN);
	assert_false(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	assert_true(is_left(&watcher, 1));
	/* Nor when the other one is dead, and what it left is not dealt with yet. */
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_COUNTER_TAKEN);
	assert_true(is_left(&watcher, 1));
	presence_finish(&budi.presence);
	presence_finish(&watcher);
}

/* A counter opened by hand has no mark, and gets none by being asked for. */
static void who_is_refused_leaves_no_mark(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	stage_open(stage, "07:50:00", 1, "citra");
	const struct desk_request late = request_of(DESK_OPEN_COUNTER, 1, "budi");
	attendance_begin_act(&budi, &late);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_COUNTER_TAKEN);
	attendance_end_act(&budi, &late, RESULT_COUNTER_TAKEN);
	presence_finish(&ani.presence);
	presence_finish(&budi.presence);
	assert_false(is_left(&watcher, 1));
	presence_finish(&watcher);
}

/* The store is busy while a rest ends, or another counter is not to be had. */
static void who_is_refused_stays_where_it_was(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani;
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	stage_open(stage, "07:50:00", 2, "budi");
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	const struct desk_request again = request_of(DESK_OPEN_COUNTER, 1, "ani");
	attendance_begin_act(&ani, &again);
	attendance_end_act(&ani, &again, RESULT_STORE_BUSY);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 2, "ani"), RESULT_COUNTER_TAKEN);
	assert_false(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	assert_true(is_left(&watcher, 1));
	assert_false(is_left(&watcher, 2));
	presence_finish(&watcher);
}

/* One person signed in on two consoles: either may close the counter, and open it again. */
static void the_second_console_is_not_forgotten(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance one, two;
	const struct desk_request closing = request_of(DESK_CLOSE_COUNTER, 1, "");
	assert_true(presence_init(&watcher, stage->store));
	for (int seen = 0; seen < 2; seen++) {
		start_at(stage, &one);
		start_at(stage, &two);
		assert_int_equal(press(stage, &one, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_int_equal(press(stage, &two, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_int_equal(press(stage, &one, DESK_CLOSE_COUNTER, 1, ""), RESULT_OK);
		if (seen == 1) {
			see(stage, &two);
			assert_int_equal(two.presence.counter, 0);
		}
		assert_int_equal(press(stage, &two, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
		assert_false(is_left(&watcher, 1));
		presence_finish(&two.presence);
		assert_true(is_left(&watcher, 1));
		presence_finish(&one.presence);
		assert_int_equal(act(stage, &closing), RESULT_OK);
	}
	presence_finish(&watcher);
}

static void what_was_closed_elsewhere_is_not_held(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance ani, budi;
	const struct desk_request closing = request_of(DESK_CLOSE_COUNTER, 1, "");
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &ani);
	start_at(stage, &budi);
	assert_int_equal(press(stage, &ani, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	see(stage, &ani);
	assert_int_equal(ani.presence.counter, 1);
	assert_int_equal(act(stage, &closing), RESULT_OK);
	see(stage, &ani);
	assert_int_equal(press(stage, &budi, DESK_OPEN_COUNTER, 1, "budi"), RESULT_OK);
	assert_false(is_left(&watcher, 1));
	presence_finish(&budi.presence);
	assert_true(is_left(&watcher, 1));
	presence_finish(&ani.presence);
	presence_finish(&watcher);
}

/* By the clerk who relieves at the same console; or by hand, which takes the counter away. */
static void a_hand_over_is_followed(void **state)
{
	struct stage *stage = *state;
	struct presence watcher;
	struct attendance console;
	const struct desk_request by_hand = request_of(DESK_HAND_OVER, 1, "citra");
	assert_true(presence_init(&watcher, stage->store));
	start_at(stage, &console);
	assert_int_equal(press(stage, &console, DESK_OPEN_COUNTER, 1, "ani"), RESULT_OK);
	assert_int_equal(press(stage, &console, DESK_HAND_OVER, 1, "budi"), RESULT_OK);
	see(stage, &console);
	assert_int_equal(console.presence.counter, 1);
	assert_int_equal(act(stage, &by_hand), RESULT_OK);
	see(stage, &console);
	assert_int_equal(console.presence.counter, 0);
	presence_finish(&console.presence);
	assert_false(is_left(&watcher, 1));
	presence_finish(&watcher);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_death_is_noticed, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			who_leaves_in_order_leaves_nothing, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_file_that_was_removed_is_made_anew, stage_set_up, stage_tear_down),
		cmocka_unit_test(a_store_in_memory_has_none),
		cmocka_unit_test_setup_teardown(
			what_is_left_is_dealt_with_once, stage_set_up, stage_tear_down),
		TEST(who_is_refused_leaves_the_other_ones_mark),
		TEST(who_is_refused_leaves_no_mark),
		TEST(who_is_refused_stays_where_it_was),
		TEST(the_second_console_is_not_forgotten),
		TEST(what_was_closed_elsewhere_is_not_held),
		TEST(a_hand_over_is_followed),
		cmocka_unit_test_setup_teardown(
			what_was_left_is_closed, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
