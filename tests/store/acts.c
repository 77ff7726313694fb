/* The acts of the desk: what they do, and that a refused one changes nothing. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- numbers ---- */

static void numbers_run_per_service(void **state)
{
	struct stage *stage = *state;
	assert_string_equal(stage_issue(stage, "08:00:00", "KONS").number, "K001");
	assert_string_equal(stage_issue(stage, "08:00:01", "JUAL").number, "J001");
	struct ticket third = stage_issue(stage, "08:00:02", "KONS");
	assert_string_equal(third.number, "K002");
	assert_int_equal(third.state, TICKET_WAITING);
	assert_int_equal(third.print, PRINT_PENDING);
	assert_string_equal(third.service_date, "2026-11-23");
	assert_int_equal(third.target_s, 600);
}

static enum result issue_at_kiosk(struct stage *stage, const char *time, const char *token,
	bool staff, struct ticket *out_ticket)
{
	struct desk *desk = stage_desk(stage, time);
	struct desk_issue issue = {.service = 0};
	text_copy(issue.token, sizeof issue.token, token);
	enum result result = desk_issue(desk, &issue, staff, out_ticket);
	desk_close(desk);
	return result;
}

static void one_session_is_one_ticket(void **state)
{
	struct stage *stage = *state;
	struct ticket first, again, other;
	assert_int_equal(issue_at_kiosk(stage, "08:00:00", "s1", false, &first), RESULT_OK);
	char *before = stage_dump(stage);
	assert_int_equal(issue_at_kiosk(stage, "08:00:01", "s1", false, &again), RESULT_OK);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	assert_int_equal(first.id, again.id);
	assert_int_equal(issue_at_kiosk(stage, "08:00:02", "s2", false, &other), RESULT_OK);
	assert_string_equal(other.number, "K002");
	free(before);
	free(after);
}

static void numbers_are_given_from_half_an_hour_before_opening(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	assert_int_equal(issue_at_kiosk(stage, "07:30:00", "a", false, &ticket), RESULT_OK);
	assert_int_equal(issue_at_kiosk(stage, "15:29:59", "b", false, &ticket), RESULT_OK);
	assert_int_equal(
		issue_at_kiosk(stage, "15:30:00", "c", false, &ticket), RESULT_OFFICE_CLOSED);
	assert_int_equal(issue_at_kiosk(stage, "15:30:00", "c", true, &ticket), RESULT_OK);
	assert_int_equal(issue_at_kiosk(stage, "2026-11-28T10:00:00", "d", false, &ticket),
		RESULT_OFFICE_CLOSED);
}

/* ---- the line ---- */

static void priority_goes_ahead_by_its_head_start(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	static const char *const order[] = {"K001", "K003", "K002", "K004", "K005"};
	stage_issue(stage, "08:00:00", "KONS");
	stage_issue(stage, "08:06:00", "KONS");
	stage_issue_priority(stage, "08:20:00", "KONS", TICKET_ELDERLY);
	/* The same turn as K002: the one issued first goes first. */
	stage_issue_priority(stage, "08:21:00", "KONS", TICKET_ELDERLY);
	stage_issue_priority(stage, "08:22:00", "KONS", TICKET_ORDINARY);
	stage_open(stage, "08:30:00", 1, "ani");
	for (int i = 0; i < 5; i++) {
		assert_int_equal(stage_do(stage, "08:30:00", desk_next, 1, &ticket), RESULT_OK);
		assert_string_equal(ticket.number, order[i]);
		assert_int_equal(stage_do(stage, "08:30:00", desk_absent, 1, &ticket), RESULT_OK);
	}
}

static void a_counter_calls_only_its_services(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_issue(stage, "08:00:00", "KONS");
	stage_issue(stage, "08:01:00", "JUAL");
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_open_counter(desk, 1, "ani", 1U << 1), RESULT_OK);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "J001");
	assert_int_equal(desk_absent(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_NOBODY_WAITING);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 1U << 20), RESULT_SERVICE_UNKNOWN);
	desk_close(desk);
}

static void next_ends_one_visit_and_calls_another(void **state)
{
	struct stage *stage = *state;
	struct ticket first, second;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &first), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:04:00", desk_serve, 1, &first), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:09:00", desk_next, 1, &second), RESULT_OK);
	assert_string_equal(second.number, "K002");
	assert_int_equal(second.state, TICKET_CALLED);
	struct desk *desk = stage_desk(stage, "08:09:00");
	assert_int_equal(desk_find_ticket(desk, "k1", NULL, &first), RESULT_OK);
	assert_int_equal(first.state, TICKET_DONE);
	assert_int_equal(first.finished_ms - first.served_ms, 5 * 60000);
	assert_int_equal(first.finished_ms, second.called_ms);
	desk_close(desk);
}

static void recalls_are_limited(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(stage_do(stage, "08:01:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:01:19", desk_recall, 1, &ticket), RESULT_RECALL_EARLY);
	assert_int_equal(stage_do(stage, "08:01:20", desk_recall, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:01:40", desk_recall, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:00", desk_recall, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.calls, 4);
	assert_int_equal(ticket.recalled_ms - ticket.called_ms, 60000);
	assert_int_equal(stage_do(stage, "08:05:00", desk_recall, 1, &ticket), RESULT_RECALL_LIMIT);
}

static void a_ticket_has_its_history(void **state)
{
	struct stage *stage = *state;
	static const enum ticket_state states[] = {TICKET_WAITING, TICKET_CALLED, TICKET_SERVING};
	struct ticket ticket;
	struct desk_story story;
	stage_open(stage, "08:00:00", 2, "ani");
	stage_issue(stage, "08:01:00", "DTSEN");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 2, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 2, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:04:00");
	assert_int_equal(desk_tell(desk, ticket.id, &story), RESULT_OK);
	assert_int_equal(story.segment_count, 1);
	assert_int_equal(story.interval_count, 3);
	const struct interval *intervals = story.intervals;
	for (size_t i = 0; i < story.interval_count; i++) {
		assert_int_equal(intervals[i].state, states[i]);
		assert_int_equal(intervals[i].counter, i == 0 ? 0 : 2);
		assert_int_equal(
			intervals[i].to_ms, i == 2 ? TICKET_NEVER : intervals[i].from_ms + 60000);
	}
	desk_story_finish(&story);
	desk_close(desk);
}

/* ---- refusals ---- */

static enum result open_taken(struct desk *desk, int counter, struct ticket *ticket)
{
	(void)ticket;
	return desk_open_counter(desk, counter, "budi", 0);
}

static enum result open_unknown_staff(struct desk *desk, int counter, struct ticket *ticket)
{
	(void)ticket;
	return desk_open_counter(desk, counter, "zaki", 0);
}

static enum result take_break(struct desk *desk, int counter, struct ticket *ticket)
{
	(void)ticket;
	return desk_break_counter(desk, counter, NULL);
}

static enum result close_counter(struct desk *desk, int counter, struct ticket *ticket)
{
	(void)ticket;
	return desk_close_counter(desk, counter);
}

static enum result issue_unknown(struct desk *desk, int counter, struct ticket *ticket)
{
	const struct desk_issue issue = {.service = 40 + counter};
	return desk_issue(desk, &issue, true, ticket);
}

static enum result issue_wrong_guest(struct desk *desk, int counter, struct ticket *ticket)
{
	struct desk_issue issue = {.service = counter, .with_guest = true};
	text_copy(issue.guest.name, sizeof issue.guest.name, "Siti");
	text_copy(issue.guest.email, sizeof issue.guest.email, "not an address");
	return desk_issue(desk, &issue, true, ticket);
}

/* Counter 1 has called, counter 2 is free, 3 is closed and 9 is none; nobody waits. */
static const struct {
	stage_act *act;
	int counter;
	enum result expected;
} refusals[] = {
	{desk_next, 9, RESULT_COUNTER_UNKNOWN},
	{desk_next, 3, RESULT_COUNTER_CLOSED},
	{desk_next, 2, RESULT_NOBODY_WAITING},
	{desk_next, 1, RESULT_TICKET_CALLED},
	{desk_finish, 1, RESULT_TICKET_STATE},
	{desk_serve, 2, RESULT_COUNTER_EMPTY},
	{desk_recall, 2, RESULT_COUNTER_EMPTY},
	{desk_absent, 3, RESULT_COUNTER_CLOSED},
	{desk_absent, 9, RESULT_COUNTER_UNKNOWN},
	{desk_recall, 1, RESULT_RECALL_EARLY},
	{open_taken, 1, RESULT_COUNTER_TAKEN},
	{open_taken, 9, RESULT_COUNTER_UNKNOWN},
	{open_unknown_staff, 3, RESULT_STAFF_UNKNOWN},
	{take_break, 1, RESULT_COUNTER_OCCUPIED},
	{take_break, 3, RESULT_COUNTER_CLOSED},
	{close_counter, 1, RESULT_COUNTER_OCCUPIED},
	{close_counter, 3, RESULT_COUNTER_CLOSED},
	{issue_unknown, 1, RESULT_SERVICE_UNKNOWN},
	{issue_wrong_guest, 1, RESULT_EMAIL_SIGN},
};

static void a_refused_act_changes_nothing(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_open(stage, "08:00:00", 2, "citra");
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(stage_do(stage, "08:01:00", desk_next, 1, &ticket), RESULT_OK);
	char *before = stage_dump(stage);
	for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
		enum result result =
			stage_do(stage, "08:01:10", refusals[i].act, refusals[i].counter, &ticket);
		assert_string_equal(result_key(result), result_key(refusals[i].expected));
		char *after = stage_dump(stage);
		assert_string_equal(before, after);
		free(after);
	}
	free(before);
}

static void a_served_visitor_is_only_finished(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(stage_do(stage, "08:01:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:00", desk_serve, 1, &ticket), RESULT_OK);
	char *before = stage_dump(stage);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, &ticket), RESULT_TICKET_STATE);
	assert_int_equal(stage_do(stage, "08:03:00", desk_absent, 1, &ticket), RESULT_TICKET_STATE);
	assert_int_equal(stage_do(stage, "08:03:00", desk_recall, 1, &ticket), RESULT_TICKET_STATE);
	/* Nobody waits, so Next does not even end the visit. */
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &ticket), RESULT_NOBODY_WAITING);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void a_break_ends_with_open(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:00:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:05:00");
	assert_int_equal(desk_break_counter(desk, 1, "istirahat"), RESULT_OK);
	assert_int_equal(desk_break_counter(desk, 1, "Ani sakit"), RESULT_FIELD_RANGE);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_COUNTER_CLOSED);
	assert_int_equal(desk_open_counter(desk, 1, "budi", 0), RESULT_COUNTER_TAKEN);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	desk_close(desk);
}

/* The sample office with its switch turned. */
static void write_serving_office(const char *path)
{
	char sample[512], line[2000];
	stage_office_file(sample, sizeof sample);
	FILE *in = fopen(sample, "r"), *out = fopen(path, "w");
	assert_non_null(in);
	assert_non_null(out);
	while (fgets(line, sizeof line, in) != NULL) {
		fputs(strncmp(line, "serve_on_call", 13) == 0 ? "serve_on_call = true;\n" : line,
			out);
	}
	fclose(in);
	fclose(out);
}

static void a_call_may_serve_by_itself(void **state)
{
	struct stage *stage = *state;
	char office[600], error[512];
	struct ticket ticket;
	text_format(office, sizeof office, "%s/office.conf", stage->folder);
	write_serving_office(office);
	assert_int_equal(unlink(stage->store), 0);
	assert_int_equal(
		desk_create(stage->store, office, true, "2026-11-23T07:30:00", error, sizeof error),
		RESULT_OK);
	stage_open(stage, "08:00:00", 1, "kepala");
	stage_issue(stage, "08:00:00", "KONS");
	stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(stage_do(stage, "08:04:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_SERVING);
	assert_int_equal(ticket.calls, 1);
	assert_int_equal(ticket.elapsed_ms, 240000);
	assert_int_equal(ticket.verdict, TARGET_MET);
	assert_int_equal(stage_do(stage, "08:09:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(ticket.elapsed_ms, 0);
	assert_int_equal(ticket.ready_ms, ticket.called_ms);
}

/* ---- the promise, by the rows of design §4 ---- */

static void begin_visit(struct stage *stage, const char *time)
{
	struct ticket ticket;
	stage_issue(stage, time, "KONS");
	assert_int_equal(stage_do(stage, time, desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, time, desk_serve, 1, &ticket), RESULT_OK);
}

static void assert_promise(struct stage *stage, const char *called, const char *served,
	int64_t elapsed_s, enum target_verdict verdict)
{
	struct ticket ticket;
	assert_int_equal(stage_do(stage, called, desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, served, desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.elapsed_ms, elapsed_s * 1000);
	assert_int_equal(ticket.verdict, verdict);
}

static void ten_minutes_after_the_finish_is_kept(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	begin_visit(stage, "08:40:00");
	stage_issue(stage, "08:50:00", "KONS");
	assert_int_equal(stage_do(stage, "09:00:00", desk_finish, 1, &ticket), RESULT_OK);
	assert_promise(stage, "09:05:00", "09:10:00", 600, TARGET_MET);
}

static void a_second_more_is_missed(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	begin_visit(stage, "08:40:00");
	stage_issue(stage, "08:50:00", "KONS");
	assert_int_equal(stage_do(stage, "09:00:00", desk_finish, 1, &ticket), RESULT_OK);
	assert_promise(stage, "09:05:00", "09:10:01", 601, TARGET_MISSED);
}

static void a_later_visitor_counts_from_their_coming(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	begin_visit(stage, "08:40:00");
	assert_int_equal(stage_do(stage, "09:00:00", desk_finish, 1, &ticket), RESULT_OK);
	stage_issue(stage, "09:05:00", "KONS");
	assert_promise(stage, "09:10:00", "09:14:00", 540, TARGET_MET);
}

static void an_idle_counter_is_no_excuse(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:30", "KONS");
	assert_promise(stage, "08:11:00", "08:12:00", 630, TARGET_MISSED);
}

/* All counters busy: no clock runs, as the standard says. */
static void a_long_visit_before_is_no_breach(void **state)
{
	struct stage *stage = *state;
	stage_open(stage, "08:00:00", 1, "ani");
	begin_visit(stage, "08:10:00");
	stage_issue(stage, "08:15:00", "KONS");
	/* Next ends the visit and calls, so the clock runs from there. */
	assert_promise(stage, "09:30:00", "09:31:00", 60, TARGET_MET);
}

static void before_opening_no_clock_runs(void **state)
{
	struct stage *stage = *state;
	stage_issue(stage, "07:35:00", "KONS");
	stage_open(stage, "07:40:00", 1, "ani");
	assert_promise(stage, "08:09:00", "08:10:00", 600, TARGET_MET);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(numbers_run_per_service),
		test(one_session_is_one_ticket),
		test(numbers_are_given_from_half_an_hour_before_opening),
		test(priority_goes_ahead_by_its_head_start),
		test(a_counter_calls_only_its_services),
		test(next_ends_one_visit_and_calls_another),
		test(recalls_are_limited),
		test(a_ticket_has_its_history),
		test(a_refused_act_changes_nothing),
		test(a_served_visitor_is_only_finished),
		test(a_break_ends_with_open),
		test(a_call_may_serve_by_itself),
		test(ten_minutes_after_the_finish_is_kept),
		test(a_second_more_is_missed),
		test(a_later_visitor_counts_from_their_coming),
		test(an_idle_counter_is_no_excuse),
		test(a_long_visit_before_is_no_breach),
		test(before_opening_no_clock_runs),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
