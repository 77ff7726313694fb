/* A visitor with an hour: the code, the turn it gives, and when it is refused. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { KONS };
static const int64_t hour_ms = 3600000;

static char *appoint(const struct stage *stage, const char *time, const char *hour)
{
	struct desk_appointment appointment;
	int64_t at = stage_ms(stage, hour);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_appoint(desk, KONS, at, &appointment), RESULT_OK);
	desk_close(desk);
	return strdup(appointment.code);
}

static struct ticket arrive(const struct stage *stage, const char *time, const char *code)
{
	struct ticket ticket;
	const struct desk_issue issue = {.print = false};
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_arrive(desk, code, &issue, false, &ticket), RESULT_OK);
	desk_close(desk);
	return ticket;
}

static void an_appointment_has_its_turn(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	const struct desk_issue issue = {.print = false};
	char *early = appoint(stage, "08:01:00", "10:00:00");
	char *just = appoint(stage, "08:02:00", "10:00:00");
	char *late = appoint(stage, "08:03:00", "10:00:00");
	assert_string_not_equal(early, just);
	int64_t turn = stage_ms(stage, "09:45:00");
	assert_int_equal(arrive(stage, "09:50:00", early).turn_ms, turn);
	assert_int_equal(arrive(stage, "10:10:00", just).turn_ms, turn);
	ticket = arrive(stage, "10:10:01", late);
	assert_int_equal(ticket.turn_ms, ticket.issued_ms);
	struct desk *desk = stage_desk(stage, "10:11:00");
	assert_int_equal(desk_arrive(desk, late, &issue, true, &ticket), RESULT_APPOINTMENT_USED);
	assert_int_equal(
		desk_arrive(desk, "XXXXXX", &issue, true, &ticket), RESULT_APPOINTMENT_UNKNOWN);
	struct desk_appointment other;
	assert_int_equal(desk_appoint(desk, KONS, turn, &other), RESULT_TIME_PAST);
	assert_int_equal(
		desk_appoint(desk, KONS, turn + 12 * hour_ms, &other), RESULT_OFFICE_CLOSED);
	assert_int_equal(desk_appoint(desk, KONS, turn + 24 * hour_ms, &other), RESULT_OK);
	assert_int_equal(
		desk_arrive(desk, other.code, &issue, true, &ticket), RESULT_APPOINTMENT_OTHER_DAY);
	assert_int_equal(desk_cancel_appointment(desk, other.code), RESULT_OK);
	assert_int_equal(desk_cancel_appointment(desk, other.code), RESULT_APPOINTMENT_USED);
	desk_close(desk);
	free(early);
	free(just);
	free(late);
}

static struct desk_slip take_slip(struct desk *desk)
{
	struct desk_slip slip;
	bool found;
	assert_int_equal(desk_next_slip(desk, &slip, &found), RESULT_OK);
	assert_true(found);
	assert_int_equal(desk_begin_slip(desk, slip.id), RESULT_OK);
	assert_int_equal(desk_end_slip(desk, slip.id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_OK);
	return slip;
}

/* The ticket knows its appointment, at once, by a second press, on its slip, and printed again
 * after it was sent on; a ticket without one has none. */
static void a_ticket_tells_of_its_appointment(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, again;
	const struct desk_issue issue = {.print = true, .token = "once"}, other = {.print = true};
	const int64_t at = stage_ms(stage, "10:00:00");
	char *code = appoint(stage, "08:01:00", "10:00:00");
	struct desk *desk = stage_desk(stage, "09:50:00");
	assert_int_equal(desk_arrive(desk, code, &issue, false, &ticket), RESULT_OK);
	assert_int_equal(desk_arrive(desk, code, &issue, false, &again), RESULT_OK);
	assert_int_equal(again.id, ticket.id);
	assert_int_equal(ticket.appointed_ms, at);
	assert_int_equal(again.appointed_ms, at);
	assert_int_equal(take_slip(desk).ticket.appointed_ms, at);
	assert_int_equal(desk_transfer(desk, 0, ticket.id, KONS + 1, &ticket), RESULT_OK);
	assert_int_equal(desk_reprint(desk, ticket.id), RESULT_OK);
	const struct desk_slip reprint = take_slip(desk);
	assert_true(reprint.again);
	assert_int_equal(reprint.ticket.appointed_ms, at);
	assert_int_equal(desk_issue(desk, &other, true, &ticket), RESULT_OK);
	assert_int_equal(ticket.appointed_ms, 0);
	assert_int_equal(take_slip(desk).ticket.appointed_ms, 0);
	desk_close(desk);
	free(code);
}

/* The hour goes with the number: to whoever looks at the line, from another program too, and to the
 * counter that calls it. */
static void an_appointment_stays_in_sight(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	const struct desk_issue walk_in = {.service = KONS};
	char *code = appoint(stage, "08:01:00", "10:00:00");
	int64_t hour = stage_ms(stage, "10:00:00");
	stage_open(stage, "08:02:00", 1, "ani");
	struct desk *desk = stage_desk(stage, "09:50:00");
	assert_int_equal(desk_issue(desk, &walk_in, true, &ticket), RESULT_OK);
	assert_int_equal(ticket.appointed_ms, 0);
	assert_int_equal(desk_arrive(desk, code, &walk_in, false, &ticket), RESULT_OK);
	assert_int_equal(ticket.appointed_ms, hour);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->waiting[0].appointed_ms, hour);
	assert_int_equal(view->waiting[1].appointed_ms, 0);
	desk_close(desk);
	desk = stage_desk(stage, "09:51:00");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->waiting[0].appointed_ms, hour);
	assert_int_equal(view->visit.appointed_ms, hour);
	desk_close(desk);
	free(view);
	free(code);
}

static void an_appointment_waits_for_an_open_office(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	const struct desk_issue issue = {.print = false};
	char *code = appoint(stage, "08:01:00", "15:25:00");
	struct desk *desk = stage_desk(stage, "15:30:00");
	assert_int_equal(desk_arrive(desk, code, &issue, false, &ticket), RESULT_OFFICE_CLOSED);
	assert_int_equal(desk_arrive(desk, code, &issue, true, &ticket), RESULT_OK);
	desk_close(desk);
	free(code);
}

static void plant(const struct stage *stage, int64_t id, const char *code)
{
	char sql[200];
	sqlite3 *connection;
	text_format(sql, sizeof sql,
		"INSERT INTO appointment (id, code, service, service_date, at_ms, state)"
		" VALUES (%d, '%s', 0, '2024-01-01', 0, 'arrived')",
		(int)id, code);
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(connection);
}

/* Of some thirty thousand codes two fall together: the later is drawn again. */
static void no_code_is_given_twice(void **state)
{
	struct stage *stage = *state;
	struct stage copy;
	stage_init(&copy);
	stage_copy_file(stage->store, copy.store);
	char *code = appoint(&copy, "08:01:00", "10:00:00");
	stage_finish(&copy);
	plant(stage, 0, code);
	char *other = appoint(stage, "08:01:00", "10:00:00");
	assert_string_not_equal(code, other);
	arrive(stage, "09:50:00", other);
	free(code);
	free(other);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(an_appointment_has_its_turn),
		test(a_ticket_tells_of_its_appointment),
		test(an_appointment_stays_in_sight),
		test(an_appointment_waits_for_an_open_office),
		test(no_code_is_given_twice),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
