/* Words added to a broken promise, and its sheet. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

/* K002 is called by the press that finishes K001 at 09:00, and comes 11 minutes later. */
static struct ticket be_late(const struct stage *stage)
{
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:50:00", "KONS");
	stage_issue(stage, "08:51:00", "KONS");
	assert_int_equal(stage_do(stage, "08:52:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:53:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "09:00:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "09:11:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_MISSED);
	return ticket;
}

static enum result explain(const struct stage *stage, const char *time, const char *staff,
	int64_t ticket, const char *reason, const char *note)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_explain(desk, staff, ticket, reason, note);
	desk_close(desk);
	return result;
}

static struct desk_breach only_breach(const struct stage *stage, const char *time)
{
	struct desk_breach *breaches;
	size_t count;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_breaches(desk, NULL, &breaches, &count), RESULT_OK);
	desk_close(desk);
	assert_int_equal(count, 1);
	struct desk_breach breach = breaches[0];
	free(breaches);
	return breach;
}

static void staff_say_why(void **state)
{
	struct stage *stage = *state;
	struct ticket late = be_late(stage);
	char long_note[DESK_NOTE_SIZE + 1];
	memset(long_note, 'x', sizeof long_note - 1);
	long_note[sizeof long_note - 1] = '\0';
	char *before = stage_dump(stage);
	assert_int_equal(
		explain(stage, "09:12:00", "nobody", late.id, "away", NULL), RESULT_STAFF_UNKNOWN);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", late.id, "Away!", NULL), RESULT_FIELD_RANGE);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", late.id, "away", long_note), RESULT_TEXT_LONG);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", late.id - 1, "away", NULL), RESULT_NOT_MISSED);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", 99, "away", NULL), RESULT_TICKET_UNKNOWN);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", late.id, "away", "Ke kantin"), RESULT_OK);
	assert_string_equal(only_breach(stage, "09:13:00").segment.reason, "away");
}

static void assert_free(
	const struct stage *stage, const struct desk_breach *breach, const char *since)
{
	char text[CALENDAR_TIME_SIZE];
	struct desk *desk = stage_desk(stage, "12:00:00");
	assert_int_equal(breach->free_count, 1);
	assert_int_equal(breach->free[0].number, 1);
	calendar_format(desk_office(desk), breach->free[0].since_ms, text);
	assert_string_equal(text, since);
	desk_close(desk);
}

/* The counter that called was free, if only for the moment of the press. */
static void the_counter_that_called_was_free(void **state)
{
	struct stage *stage = *state;
	be_late(stage);
	const struct desk_breach breach = only_breach(stage, "09:12:00");
	assert_string_equal(breach.segment.number, "K002");
	assert_int_equal(breach.segment.elapsed_ms, 660 * 1000);
	assert_int_equal(breach.literal_ms, 660 * 1000);
	assert_free(stage, &breach, "2026-11-23T09:00:00+08:00");
}

/* Counter 2 was free only by a press that was taken back after the clock had begun. */
static void what_was_undone_freed_nobody(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 2, "budi");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 2, &ticket), RESULT_OK);
	stage_open(stage, "08:04:00", 1, "ani");
	assert_int_equal(stage_do(stage, "08:10:00", desk_finish, 2, &ticket), RESULT_OK);
	stage_issue(stage, "08:10:03", "KONS");
	assert_int_equal(stage_do(stage, "08:10:05", desk_undo, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:21:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:21:10", desk_serve, 1, &ticket), RESULT_OK);
	const struct desk_breach breach = only_breach(stage, "08:22:00");
	assert_string_equal(breach.segment.number, "K002");
	assert_free(stage, &breach, "2026-11-23T08:04:00+08:00");
}

static int tear_down(void **state)
{
	bool right = stage_is_proven(*state);
	(void)stage_tear_down(state);
	return right ? 0 : -1;
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, tear_down)
	const struct CMUnitTest tests[] = {
		test(staff_say_why),
		test(the_counter_that_called_was_free),
		test(what_was_undone_freed_nobody),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
