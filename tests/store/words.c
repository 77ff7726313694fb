/* Words added to a broken promise, and its sheet. */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { SALE = 1 };

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
	enum result result = desk_explain(desk, staff, ticket, 0, reason, note);
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
	struct desk_breach breach = only_breach(stage, "09:13:00");
	assert_string_equal(breach.segment.reason, "away");
	assert_string_equal(breach.note, "Ke kantin");
	/* What is said later stands, and takes the earlier words off the sheet. */
	assert_int_equal(explain(stage, "09:14:00", "ani", late.id, "system", NULL), RESULT_OK);
	breach = only_breach(stage, "09:15:00");
	assert_string_equal(breach.segment.reason, "system");
	assert_string_equal(breach.note, "");
}

/* ---- late in each of two services ---- */

static void check_asked(
	const struct stage *stage, const char *time, int segment, int service, const char *number)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_string_equal(view->late_number, number);
	assert_int_equal(view->late_segment, segment);
	assert_int_equal(view->late_service, service);
	desk_close(desk);
	free(view);
}

static void explain_segment(
	const struct stage *stage, const char *time, int64_t ticket, int segment, const char *note)
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_explain(desk, "ani", ticket, segment, "crowd", note), RESULT_OK);
	desk_close(desk);
}

/* K001 waits 11 minutes for the consultation and, sent on, 12 for the sale. */
static struct ticket be_late_twice(const struct stage *stage)
{
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	ticket = stage_issue(stage, "08:10:00", "KONS");
	assert_int_equal(stage_do(stage, "08:21:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:21:00", desk_serve, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:30:00");
	assert_int_equal(desk_transfer(desk, 1, ticket.id, SALE, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:42:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:42:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:50:00", desk_finish, 1, &ticket), RESULT_OK);
	return ticket;
}

static void each_late_segment_has_its_reason(void **state)
{
	struct stage *stage = *state;
	struct desk_breach *breaches;
	size_t count;
	struct ticket ticket = be_late_twice(stage);
	check_asked(stage, "08:51:00", 1, 0, "K001");
	explain_segment(stage, "08:52:00", ticket.id, 1, "Rombongan");
	check_asked(stage, "08:53:00", 2, SALE, "K001");
	explain_segment(stage, "08:54:00", ticket.id, 2, "Katalog");
	check_asked(stage, "08:55:00", 0, 0, "");
	struct desk *desk = stage_desk(stage, "08:56:00");
	assert_int_equal(desk_explain(desk, "ani", ticket.id, 3, "crowd", NULL), RESULT_NOT_MISSED);
	assert_int_equal(desk_breaches(desk, NULL, &breaches, &count), RESULT_OK);
	desk_close(desk);
	assert_int_equal(count, 2);
	assert_int_equal(breaches[0].segment.place, 1);
	assert_string_equal(breaches[0].note, "Rombongan");
	assert_int_equal(breaches[1].segment.place, 2);
	assert_int_equal(breaches[1].segment.elapsed_ms, 720 * 1000);
	assert_string_equal(breaches[1].note, "Katalog");
	free(breaches);
}

/* ---- what an earlier day left open ---- */

static size_t list_late(const struct stage *stage, const char *time, const char *staff,
	struct desk_late out_late[4])
{
	size_t count;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_list_late(desk, staff, out_late, 4, &count), RESULT_OK);
	desk_close(desk);
	return count;
}

/* K001 of `date` is served late by `staff` at counter 1. */
static struct ticket be_late_on(const struct stage *stage, const char *date, const char *staff)
{
	char time[32];
	struct ticket ticket;
	text_format(time, sizeof time, "%sT08:00:00", date);
	stage_open(stage, time, 1, staff);
	text_format(time, sizeof time, "%sT08:10:00", date);
	stage_issue(stage, time, "KONS");
	text_format(time, sizeof time, "%sT08:30:00", date);
	assert_int_equal(stage_do(stage, time, desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, time, desk_serve, 1, &ticket), RESULT_OK);
	text_format(time, sizeof time, "%sT08:40:00", date);
	assert_int_equal(stage_do(stage, time, desk_finish, 1, &ticket), RESULT_OK);
	return ticket;
}

static void an_earlier_day_is_asked_about(void **state)
{
	struct stage *stage = *state;
	struct desk_late late[4];
	struct ticket first = be_late_on(stage, "2026-11-23", "ani");
	assert_int_equal(list_late(stage, "09:00:00", "ani", late), 0); /* not over yet */
	struct ticket second = be_late_on(stage, "2026-11-24", "budi");
	assert_int_equal(list_late(stage, "2026-11-25T08:00:00", "ani", late), 1);
	assert_int_equal(late[0].ticket, first.id);
	assert_int_equal(late[0].segment, 1);
	assert_int_equal(late[0].service, 0);
	assert_string_equal(late[0].number, "K001");
	assert_string_equal(late[0].service_date, "2026-11-23");
	assert_int_equal(list_late(stage, "2026-11-25T08:00:00", "citra", late), 0);
	assert_int_equal(list_late(stage, "2026-11-25T08:00:00", "kepala", late), 2);
	assert_int_equal(late[1].ticket, second.id);
	assert_int_equal(explain(stage, "2026-11-25T08:01:00", "ani", first.id, "forgotten",
				 "Listrik padam?"),
		RESULT_OK);
	assert_int_equal(list_late(stage, "2026-11-25T08:02:00", "ani", late), 0);
	assert_int_equal(list_late(stage, "2026-11-25T08:02:00", "kepala", late), 1);
	size_t count;
	struct desk *desk = stage_desk(stage, "2026-11-25T08:02:00");
	assert_int_equal(desk_list_late(desk, "nobody", late, 4, &count), RESULT_STAFF_UNKNOWN);
	assert_int_equal(count, 0);
	desk_close(desk);
}

/* Of seven days on which visitors came, whatever is noted between them. */
static void what_is_older_is_not_asked(void **state)
{
	static const char *const days[] = {"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27",
		"2026-11-30", "2026-12-01", "2026-12-02"};
	struct stage *stage = *state;
	struct desk_late late[4];
	be_late_on(stage, "2026-11-23", "ani");
	for (int i = 0; i < DESK_ASKED_DAYS; i++) {
		char time[32];
		text_format(time, sizeof time, "%sT08:00:00", days[i]);
		assert_int_equal(list_late(stage, time, "ani", late), 1);
		stage_issue(stage, time, "KONS");
	}
	assert_int_equal(list_late(stage, "2026-12-03T08:00:00", "ani", late), 0);
}

/* A printer that has its troubles while the office is closed makes no day of it. */
static void days_without_visitors_do_not_count(void **state)
{
	struct stage *stage = *state;
	struct desk_late late[4];
	be_late_on(stage, "2026-11-23", "ani");
	for (int day = 24; day < 24 + DESK_ASKED_DAYS; day++) {
		char time[32];
		text_format(time, sizeof time, "2026-%02d-%02dT08:00:00", day <= 30 ? 11 : 12,
			day <= 30 ? day : day - 30);
		struct desk *desk = stage_desk(stage, time);
		assert_int_equal(desk_report_device(desk, "kiosk-1/printer",
					 day % 2 == 0 ? RESULT_OK : RESULT_PAPER_OUT, false),
			RESULT_OK);
		desk_close(desk);
	}
	assert_int_equal(list_late(stage, "2026-12-03T08:00:00", "ani", late), 1);
}

/* ---- what was written beside the log is what the log has the hash of ---- */

static void check_lie(const struct stage *stage, const char *sql, const char *what)
{
	struct desk_proof proof;
	stage_change(stage, "UPDATE remark SET note = 'Ke kantin' WHERE event > 0");
	assert_true(stage_is_proven(stage));
	stage_change(stage, sql);
	struct desk *desk = stage_desk(stage, "10:00:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	assert_false(proof.right);
	assert_string_equal(proof.what, what);
	int64_t last = 0;
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	last = view->last_event;
	free(view);
	desk_close(desk);
	assert_int_equal(proof.event, strcmp(what, "remarks") == 0 ? 0 : last);
}

static void other_words_are_found_out(void **state)
{
	struct stage *stage = *state;
	struct ticket late = be_late(stage);
	assert_int_equal(
		explain(stage, "09:12:00", "ani", late.id, "away", "Ke kantin"), RESULT_OK);
	check_lie(stage, "UPDATE remark SET note = 'Ke dokter'", "remark");
	check_lie(stage, "UPDATE remark SET note = NULL", "remark"); /* long before its time */
	check_lie(stage, "UPDATE segment SET reason_event = reason_event - 1 WHERE reason <> ''",
		"reason");
	stage_change(
		stage, "UPDATE segment SET reason_event = reason_event + 1 WHERE reason <> ''");
	check_lie(stage, "INSERT INTO remark (event, note) VALUES (1, 'Ke kantin')", "remarks");
	stage_change(stage, "DELETE FROM remark WHERE event = 1");
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
		test(each_late_segment_has_its_reason),
		test(an_earlier_day_is_asked_about),
		test(what_is_older_is_not_asked),
		test(days_without_visitors_do_not_count),
		test(other_words_are_found_out),
		test(the_counter_that_called_was_free),
		test(what_was_undone_freed_nobody),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
