/* Counters that stand by: the next arrival is called to one of them by itself, in its own act. */
#include "app/desk/office_settings.h"
#include "tests/store/processes.h"
#include "tests/store/stage.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <sqlite3.h>

#include <stdlib.h>
#include <unistd.h>

static enum result do_stand_down(struct desk *desk, int counter, struct ticket *out_ticket)
{
	(void)out_ticket;
	return desk_stand_down(desk, counter);
}

static enum result do_break(struct desk *desk, int counter, struct ticket *out_ticket)
{
	(void)out_ticket;
	return desk_break_counter(desk, counter, NULL);
}

static void stand_by(struct stage *stage, const char *time, int counter)
{
	struct ticket ticket;
	assert_int_equal(stage_do(stage, time, desk_stand_by, counter, &ticket), RESULT_OK);
	assert_int_equal(ticket.id, 0);
}

/* Whether the counter stands by at `time`. */
static bool stands_by(struct stage *stage, const char *time, int counter)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_non_null(view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	bool stands = view->counters[counter - 1].stand_by_ms != TICKET_NEVER;
	desk_close(desk);
	free(view);
	return stands;
}

/* The office's own switch, as an import sets it. */
static void set_switch(struct stage *stage, const char *time, bool on)
{
	struct office_differences differences;
	char detail[256];
	struct office_file *file = calloc(1, sizeof *file);
	struct desk *desk = stage_desk(stage, time);
	assert_non_null(file);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	file->office.stand_by = on;
	assert_int_equal(
		desk_import_office(desk, file, NULL, false, &differences, detail, sizeof detail),
		RESULT_OK);
	office_differences_finish(&differences);
	desk_close(desk);
	free(file);
}

static void the_next_arrival_is_called(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	stand_by(stage, "08:01:00", 1);
	stand_by(stage, "08:02:00", 1); /* once more changes nothing */
	assert_true(stands_by(stage, "08:03:00", 1));
	struct ticket ticket = stage_issue(stage, "08:05:00", "KONS");
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(ticket.counter, 1);
	assert_false(stands_by(stage, "08:05:00", 1));
	/* One visitor for one press. */
	assert_int_equal(stage_issue(stage, "08:06:00", "KONS").state, TICKET_WAITING);
}

static void with_somebody_there_it_is_next(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:01:30", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_stand_by, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(
		stage_do(stage, "08:02:30", desk_stand_by, 1, &ticket), RESULT_TICKET_CALLED);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:00", desk_serve, 1, &ticket), RESULT_OK);
	/* Somebody sits there, and nobody waits. */
	assert_int_equal(
		stage_do(stage, "08:06:00", desk_stand_by, 1, &ticket), RESULT_COUNTER_OCCUPIED);
}

/* Of several the one that has stood by for the longest, if it serves the visitor. */
static void the_longest_comes_first(void **state)
{
	struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_open_counter(desk, 1, "ani", 1), RESULT_OK); /* KONS alone */
	desk_close(desk);
	stage_open(stage, "08:00:00", 2, "budi");
	stage_open(stage, "08:00:00", 3, "citra");
	stand_by(stage, "08:01:00", 1);
	stand_by(stage, "08:02:00", 3);
	stand_by(stage, "08:03:00", 2);
	assert_int_equal(stage_issue(stage, "08:05:00", "JUAL").counter, 3);
	assert_int_equal(stage_issue(stage, "08:05:01", "KONS").counter, 1);
	assert_int_equal(stage_issue(stage, "08:05:02", "KONS").counter, 2);
}

/* Not only who takes a number: who is back, sent on, or resumed waits as well. */
static void every_way_into_the_line_counts(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, absent;
	stage_open(stage, "08:00:00", 1, "ani");
	absent = stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_absent, 1, &ticket), RESULT_OK);
	stand_by(stage, "08:04:00", 1);
	struct desk *desk = stage_desk(stage, "08:05:00");
	assert_int_equal(desk_return(desk, absent.id, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_CALLED);
	desk_close(desk);
}

static void it_ends_with_break_and_open_and_down(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	stand_by(stage, "08:01:00", 1);
	assert_int_equal(stage_do(stage, "08:02:00", do_stand_down, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:01", do_stand_down, 1, NULL), RESULT_OK);
	assert_int_equal(stage_issue(stage, "08:03:00", "KONS").state, TICKET_WAITING);
	struct ticket ticket;
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:00", desk_absent, 1, &ticket), RESULT_OK);
	stand_by(stage, "08:06:00", 1);
	assert_int_equal(stage_do(stage, "08:07:00", do_break, 1, NULL), RESULT_OK);
	assert_false(stands_by(stage, "08:07:30", 1));
	stage_open(stage, "08:08:00", 1, "ani");
	assert_false(stands_by(stage, "08:08:30", 1));
	stand_by(stage, "08:09:00", 1);
	stage_open(stage, "08:10:00", 1, "ani"); /* its console began anew */
	assert_false(stands_by(stage, "08:10:30", 1));
}

/* The call that came by itself is the last press: taken back, it does not come again at once. */
static void it_can_be_taken_back(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stand_by(stage, "08:01:00", 1);
	stage_issue(stage, "08:05:00", "KONS");
	assert_int_equal(stage_do(stage, "08:05:05", desk_undo, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_WAITING);
	assert_false(stands_by(stage, "08:05:06", 1));
	assert_int_equal(stage_do(stage, "08:05:07", desk_undo, 1, &ticket), RESULT_UNDO_NOTHING);
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
}

/* Whom another counter gives back goes to the one that stands by. */
static void who_is_given_back_is_called_as_well(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:05:00", "KONS");
	assert_int_equal(stage_do(stage, "08:06:00", desk_next, 1, &ticket), RESULT_OK);
	stand_by(stage, "08:06:02", 2);
	assert_int_equal(stage_do(stage, "08:06:05", desk_undo, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_CALLED);
	assert_int_equal(ticket.counter, 2);
}

static void take_number(void *context, int index)
{
	(void)index;
	struct ticket ticket = stage_issue(context, "08:05:00", "KONS");
	if (ticket.state != TICKET_CALLED || ticket.counter == 0) {
		_exit(1);
	}
}

/* Three visitors in one moment, three counters: each gets one. */
static void arrivals_of_one_moment_go_to_different_counters(void **state)
{
	struct stage *stage = *state;
	static const char *const clerks[] = {"ani", "budi", "citra"};
	for (int i = 0; i < 3; i++) {
		stage_open(stage, "08:00:00", i + 1, clerks[i]);
	}
	for (int i = 0; i < 3; i++) {
		stand_by(stage, "08:01:00", i + 1);
	}
	assert_true(processes_run(3, take_number, stage));
	for (int i = 1; i <= 3; i++) {
		assert_false(stands_by(stage, "08:05:00", i));
	}
}

static void an_office_may_not_want_it(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(
		stage_do(stage, "08:01:00", desk_stand_by, 1, &ticket), RESULT_SWITCHED_OFF);
}

/* Switched off and on again while two counters stand by: nobody is called by itself any more. */
static void it_ends_when_the_office_wants_it_no_more(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "budi");
	stand_by(stage, "08:01:00", 1);
	stand_by(stage, "08:02:00", 2);
	set_switch(stage, "08:03:00", false);
	assert_false(stands_by(stage, "08:03:30", 1));
	assert_false(stands_by(stage, "08:03:30", 2));
	assert_int_equal(stage_issue(stage, "08:04:00", "KONS").state, TICKET_WAITING);
	set_switch(stage, "08:05:00", true);
	assert_int_equal(stage_issue(stage, "08:06:00", "KONS").state, TICKET_WAITING);
	assert_true(stage_is_proven(stage));
}

/* A store in which the switch went off before that ended them. */
static void a_switch_that_is_off_calls_nobody(void **state)
{
	struct stage *stage = *state;
	sqlite3 *db;
	stage_open(stage, "08:00:00", 1, "ani");
	stand_by(stage, "08:01:00", 1);
	assert_int_equal(sqlite3_open(stage->store, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db, "UPDATE office SET stand_by = 0", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(stage_issue(stage, "08:04:00", "KONS").state, TICKET_WAITING);
}

/* ---- whoever let it stand by is gone ---- */

static struct ticket issue_at(struct wrist *wrist, struct stage *stage)
{
	struct desk *desk = wrist_desk(wrist, stage);
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0};
	wrist_pass(wrist, 60000);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
	return ticket;
}

static void stand_by_at(struct wrist *wrist, struct stage *stage)
{
	struct desk *desk = wrist_desk(wrist, stage);
	struct ticket ticket;
	wrist_pass(wrist, 60000);
	assert_int_equal(desk_stand_by(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.id, 0);
	desk_close(desk);
}

/* The power goes while a counter stands by; its console is not there yet when a visitor comes. */
static void it_does_not_outlive_the_machine(void **state)
{
	struct stage *stage = *state;
	struct wrist wrist;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	wrist_init(&wrist, stage, "08:01:00");
	stand_by_at(&wrist, stage);
	assert_int_equal(issue_at(&wrist, stage).state, TICKET_CALLED);
	struct desk *desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_absent(desk, 1, &ticket), RESULT_OK);
	desk_close(desk);
	stand_by_at(&wrist, stage);
	wrist_restart(&wrist, 120000);
	struct desk_view *view = calloc(1, sizeof *view);
	desk = wrist_desk(&wrist, stage);
	assert_non_null(view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->counters[0].stand_by_ms, TICKET_NEVER);
	free(view);
	desk_close(desk);
	/* Pressed anew it stands by anew. */
	stand_by_at(&wrist, stage);
	assert_int_equal(issue_at(&wrist, stage).state, TICKET_CALLED);
	desk = wrist_desk(&wrist, stage);
	assert_int_equal(desk_absent(desk, 1, &ticket), RESULT_OK);
	desk_close(desk);
	stand_by_at(&wrist, stage);
	wrist_restart(&wrist, 120000);
	assert_int_equal(issue_at(&wrist, stage).state, TICKET_WAITING);
	assert_int_equal(issue_at(&wrist, stage).state, TICKET_WAITING);
}

/* A console that died and starts anew; another's stand-by goes on. */
static void it_does_not_outlive_its_console(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	stand_by(stage, "08:01:00", 1);
	char error[512], *before = stage_dump(stage);
	struct desk *desk;
	struct desk_options other = {
		.store = stage->store, .at = "2026-11-23T08:02:00", .device = "other"};
	assert_int_equal(desk_open(&other, &desk, error, sizeof error), RESULT_OK);
	assert_int_equal(desk_end_left_stand_by(desk), RESULT_OK);
	desk_close(desk);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_end_left_stand_by(desk), RESULT_OK);
	desk_close(desk);
	assert_false(stands_by(stage, "08:03:30", 1));
	assert_int_equal(stage_issue(stage, "08:04:00", "KONS").state, TICKET_WAITING);
}

#define WITH(test)                                                                                 \
	cmocka_unit_test_setup_teardown(test, stage_set_up_switched, stage_tear_down_right)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_next_arrival_is_called),
		WITH(with_somebody_there_it_is_next),
		WITH(the_longest_comes_first),
		WITH(every_way_into_the_line_counts),
		WITH(it_ends_with_break_and_open_and_down),
		WITH(it_can_be_taken_back),
		WITH(who_is_given_back_is_called_as_well),
		WITH(arrivals_of_one_moment_go_to_different_counters),
		WITH(it_does_not_outlive_the_machine),
		WITH(it_does_not_outlive_its_console),
		WITH(it_ends_when_the_office_wants_it_no_more),
		cmocka_unit_test_setup_teardown(
			a_switch_that_is_off_calls_nobody, stage_set_up_switched, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			an_office_may_not_want_it, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
