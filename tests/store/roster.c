/* Who is to be at which counter: said by the head, seen at every counter, binding nobody. */
#include "app/base/text.h"
#include "app/desk/rights.h"
#include "app/desk/room.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static enum result plan(const struct stage *stage, const char *time, const char *by,
	const char *date, int counter, const char *staff)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_set_duty(desk, by, date, counter, staff);
	desk_close(desk);
	return result;
}

/* "1 ani, 3 budi" of `date`. */
static void assert_roster(
	const struct stage *stage, const char *time, const char *date, const char *wanted)
{
	struct desk_duty duties[OFFICE_COUNTERS];
	char found[256] = "";
	size_t count;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_list_duty(desk, date, duties, OFFICE_COUNTERS, &count), RESULT_OK);
	for (size_t i = 0; i < count; i++) {
		size_t used = strlen(found);
		text_format(found + used, sizeof found - used, "%s%d %s", used > 0 ? ", " : "",
			duties[i].counter, duties[i].staff);
	}
	desk_close(desk);
	assert_string_equal(found, wanted);
}

static void one_person_one_counter(void **state)
{
	struct stage *stage = *state;
	assert_roster(stage, "07:40:00", NULL, "");
	assert_int_equal(plan(stage, "07:41:00", "kepala", NULL, 3, "budi"), RESULT_OK);
	assert_int_equal(plan(stage, "07:42:00", NULL, NULL, 1, "ani"), RESULT_OK);
	assert_roster(stage, "07:43:00", NULL, "1 ani, 3 budi");
	/* Ani goes to the third counter: Budi has none then, nor has the first anybody. */
	assert_int_equal(plan(stage, "07:44:00", "kepala", NULL, 3, "ani"), RESULT_OK);
	assert_roster(stage, "07:45:00", NULL, "3 ani");
	assert_int_equal(plan(stage, "07:46:00", "kepala", NULL, 3, NULL), RESULT_OK);
	assert_roster(stage, "07:47:00", NULL, "");
	/* A day to come is its own. */
	assert_int_equal(plan(stage, "07:48:00", NULL, "2026-11-24", 1, "budi"), RESULT_OK);
	assert_roster(stage, "07:49:00", NULL, "");
	assert_roster(stage, "2026-11-24T07:49:00", NULL, "1 budi");
}

static void what_is_refused_changes_nothing(void **state)
{
	struct stage *stage = *state;
	static const struct {
		const char *by, *date;
		int counter;
		const char *staff;
		enum result result;
	} rows[] = {
		{"ani", NULL, 1, "ani", RESULT_HEAD_ONLY},
		{"nobody", NULL, 1, "ani", RESULT_STAFF_UNKNOWN},
		{"kepala", NULL, 9, "ani", RESULT_COUNTER_UNKNOWN},
		{"kepala", NULL, 1, "nobody", RESULT_STAFF_UNKNOWN},
		{"kepala", "2026-11-22", 1, "ani", RESULT_TIME_PAST},
		{"kepala", "tomorrow", 1, "ani", RESULT_TIME_PAST},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(plan(stage, "07:41:00", rows[i].by, rows[i].date, rows[i].counter,
					 rows[i].staff),
			rows[i].result);
	}
	assert_roster(stage, "07:42:00", NULL, "");
	assert_true(desk_role_may(DESK_HEAD, DESK_SET_ROSTER));
	assert_false(desk_role_may(DESK_CLERK, DESK_SET_ROSTER));
	assert_false(desk_role_may(DESK_TREASURER, DESK_SET_ROSTER));
}

static enum view_presence look(const struct stage *stage, const char *time, int counter)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	enum view_presence presence = view_presence(view, &view->counters[counter - 1]);
	const struct view_counter *planned = view_planned(view, "ani");
	assert_true(planned == NULL || strcmp(planned->planned, "ani") == 0);
	assert_null(view_planned(view, ""));
	desk_close(desk);
	free(view);
	return presence;
}

/* Opening another counter is not refused; an undone press is not hindered by the plan. */
static void presence_is_seen(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	assert_int_equal(look(stage, "07:40:00", 1), VIEW_UNPLANNED);
	assert_int_equal(plan(stage, "07:41:00", "kepala", NULL, 1, "ani"), RESULT_OK);
	assert_int_equal(look(stage, "07:42:00", 1), VIEW_MISSING);
	stage_open(stage, "08:00:00", 2, "ani");
	assert_int_equal(look(stage, "08:00:01", 1), VIEW_ELSEWHERE);
	assert_int_equal(look(stage, "08:00:02", 2), VIEW_UNPLANNED);
	stage_open(stage, "08:01:00", 1, "budi");
	assert_int_equal(look(stage, "08:01:01", 1), VIEW_ELSEWHERE);
	assert_int_equal(plan(stage, "08:02:00", "kepala", NULL, 2, "ani"), RESULT_OK);
	assert_int_equal(look(stage, "08:02:01", 2), VIEW_PRESENT);
	stage_issue(stage, "08:03:00", "KONS");
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(plan(stage, "08:04:01", "kepala", NULL, 2, "citra"), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:04:05", desk_undo, 2, &ticket), RESULT_OK);
	assert_true(stage_is_proven(stage));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(one_person_one_counter),
		TEST(what_is_refused_changes_nothing),
		TEST(presence_is_seen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
