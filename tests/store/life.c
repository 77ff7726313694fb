/* The whole life of a ticket through the desk; every expectation is computed by hand (design §3,
 * §4). */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "app/desk/flows.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { KONS, JUAL, PERP, NOBODY = 0 };

static int set_up(void **state)
{
	(void)stage_set_up(state);
	stage_open(*state, "08:00:00", 1, "ani");
	return 0;
}

static struct ticket do_right(
	const struct stage *stage, const char *time, stage_act *act, int counter)
{
	struct ticket ticket;
	enum result result = stage_do(stage, time, act, counter, &ticket);
	if (result != RESULT_OK) {
		fail_msg("%s: %s", time, result_key(result));
	}
	return ticket;
}

static enum result hold(const struct stage *stage, const char *time, int counter, int64_t ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_hold(desk, counter, ticket, NULL);
	desk_close(desk);
	return result;
}

static enum result resume(const struct stage *stage, const char *time, int counter, int64_t ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_resume(desk, counter, ticket, NULL);
	desk_close(desk);
	return result;
}

static enum result transfer(
	const struct stage *stage, const char *time, int counter, int64_t ticket, int service)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_transfer(desk, counter, ticket, service, NULL);
	desk_close(desk);
	return result;
}

static enum result come_back(const struct stage *stage, const char *time, int64_t ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_return(desk, ticket, NULL);
	desk_close(desk);
	return result;
}

static enum result cancel(
	const struct stage *stage, const char *time, int counter, int64_t ticket, const char *why)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_cancel(desk, counter, ticket, why, NULL);
	desk_close(desk);
	return result;
}

static struct desk_story tell(const struct stage *stage, int64_t ticket)
{
	struct desk_story story;
	struct desk *desk = stage_desk(stage, "2026-11-23T16:00:00");
	assert_int_equal(desk_tell(desk, ticket, &story), RESULT_OK);
	desk_close(desk);
	return story;
}

static struct desk_day day_of(const struct stage *stage, const char *time)
{
	struct desk_day day;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_day(desk, NULL, &day), RESULT_OK);
	desk_close(desk);
	return day;
}

static int64_t minutes(int64_t count)
{
	return count * 60000;
}

/* ---- several services in one visit ---- */

static void a_consultation_goes_on_to_a_sale(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket = stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:05:00", desk_next, 1);
	ticket = do_right(stage, "08:06:00", desk_serve, 1);
	assert_int_equal(ticket.elapsed_ms, minutes(6));
	assert_int_equal(transfer(stage, "08:20:00", 1, NOBODY, KONS), RESULT_SERVICE_SAME);
	assert_int_equal(transfer(stage, "08:20:00", 1, NOBODY, JUAL), RESULT_OK);
	/* The visitor before, the same one, has finished: the clock of the sale starts from 0. */
	ticket = do_right(stage, "08:22:00", desk_next, 1);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(ticket.turn_ms, stage_ms(stage, "08:22:00") - minutes(22));
	ticket = do_right(stage, "08:25:00", desk_serve, 1);
	assert_int_equal(ticket.elapsed_ms, minutes(5));
	do_right(stage, "08:30:00", desk_finish, 1);

	struct desk_story story = tell(stage, ticket.id);
	assert_int_equal(story.segment_count, 2);
	const struct segment *first = &story.segments[0], *second = &story.segments[1];
	int64_t eight = stage_ms(stage, "2026-11-23T16:00:00") - minutes(8 * 60);
	assert_int_equal(first->service, KONS);
	assert_int_equal(first->finished_ms, eight + minutes(20));
	assert_int_equal(first->elapsed_ms, minutes(6));
	assert_int_equal(first->verdict, TARGET_MET);
	assert_int_equal(first->service_ms, minutes(14));
	assert_int_equal(second->service, JUAL);
	assert_int_equal(second->from_ms, eight + minutes(20));
	assert_int_equal(second->clock.ready_ms, eight + minutes(20));
	assert_int_equal(second->called_ms, eight + minutes(22));
	assert_int_equal(second->elapsed_ms, minutes(5));
	assert_int_equal(second->service_ms, minutes(5));
	desk_story_finish(&story);
	struct desk_day day = day_of(stage, "2026-11-23T16:00:00");
	assert_int_equal(day.all.issued, 2);
	assert_int_equal(day.all.done, 2);
	assert_int_equal(day.all.people, 1);
	assert_int_equal(day.all.target.counted, 2);
	assert_int_equal(day.services[KONS].done, 1);
	assert_int_equal(day.services[JUAL].done, 1);
	/* 08:00 to 08:06, and 08:20 to 08:25. */
	assert_int_equal(day.all.wait.max_ms, minutes(6));
	assert_int_equal(day.all.wait.median_ms, minutes(5));
}

static void who_waits_is_sent_on_with_the_same_turn(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "PERP");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(transfer(stage, "08:02:00", NOBODY, first.id, KONS), RESULT_OK);
	struct ticket ticket = do_right(stage, "08:03:00", desk_next, 1);
	assert_int_equal(ticket.id, first.id);
	assert_string_equal(ticket.number, "P001");
	ticket = do_right(stage, "08:04:00", desk_serve, 1);
	/* The new segment's clock began at 08:02, from 0. */
	assert_int_equal(ticket.elapsed_ms, minutes(2));
	assert_int_equal(day_of(stage, "08:05:00").all.transferred, 1);
}

/* ---- hold ---- */

static void a_held_clock_goes_on_where_it_stopped(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "KONS");
	struct ticket second = stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(hold(stage, "08:02:00", NOBODY, first.id), RESULT_OK);
	assert_int_equal(hold(stage, "08:02:00", NOBODY, first.id), RESULT_TICKET_STATE);
	assert_int_equal(resume(stage, "08:10:00", NOBODY, first.id), RESULT_OK);
	assert_int_equal(do_right(stage, "08:11:00", desk_next, 1).id, first.id);
	/* 08:00 to 08:02 and 08:10 to 08:12. */
	assert_int_equal(do_right(stage, "08:12:00", desk_serve, 1).elapsed_ms, minutes(4));
	do_right(stage, "08:13:00", desk_finish, 1);
	do_right(stage, "08:13:00", desk_next, 1);
	/* Kept from 08:02 to 08:10: 8 minutes, which stay its highest. The finish set it to 0. */
	struct ticket ticket = do_right(stage, "08:14:00", desk_serve, 1);
	assert_int_equal(ticket.id, second.id);
	assert_int_equal(ticket.elapsed_ms, minutes(8));
}

static void a_held_visit_is_served_on_elsewhere(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket = stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:01:00", desk_next, 1);
	assert_int_equal(hold(stage, "08:01:30", 1, NOBODY), RESULT_TICKET_STATE);
	do_right(stage, "08:02:00", desk_serve, 1);
	assert_int_equal(hold(stage, "08:05:00", 1, NOBODY), RESULT_OK);
	assert_int_equal(resume(stage, "08:06:00", 2, ticket.id), RESULT_COUNTER_CLOSED);
	struct desk *desk = stage_desk(stage, "08:06:00");
	assert_int_equal(desk_open_counter(desk, 2, "budi", 1u << PERP), RESULT_OK);
	desk_close(desk);
	assert_int_equal(resume(stage, "08:06:00", 2, ticket.id), RESULT_COUNTER_FOREIGN);
	stage_open(stage, "08:07:00", 3, "citra");
	assert_int_equal(resume(stage, "08:08:00", 3, ticket.id), RESULT_OK);
	assert_int_equal(hold(stage, "08:09:00", 1, ticket.id), RESULT_COUNTER_FOREIGN);
	/* Without a counter: where the visit was. */
	assert_int_equal(hold(stage, "08:09:00", 3, NOBODY), RESULT_OK);
	assert_int_equal(resume(stage, "08:09:00", NOBODY, ticket.id), RESULT_OK);
	ticket = do_right(stage, "08:10:00", desk_finish, 3);
	struct desk_story story = tell(stage, ticket.id);
	assert_int_equal(story.segments[0].service_ms, minutes(5));
	assert_int_equal(story.segments[0].counter, 3);
	assert_int_equal(story.interval_count, 7);
	desk_story_finish(&story);
}

/* ---- absent, return, cancel ---- */

static void who_returns_waits_from_now_on(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:01:00", desk_next, 1);
	do_right(stage, "08:02:00", desk_absent, 1);
	struct ticket second = stage_issue(stage, "08:10:00", "KONS");
	assert_int_equal(come_back(stage, "08:20:00", second.id), RESULT_TICKET_STATE);
	assert_int_equal(come_back(stage, "08:20:00", first.id), RESULT_OK);
	assert_int_equal(do_right(stage, "08:21:00", desk_next, 1).id, second.id);
	do_right(stage, "08:21:00", desk_serve, 1);
	struct ticket ticket = do_right(stage, "08:25:00", desk_next, 1);
	assert_int_equal(ticket.id, first.id);
	assert_int_equal(ticket.calls, 2);
	assert_int_equal(ticket.recalls, 0);
	/* A new clock, from the finish at 08:25. */
	ticket = do_right(stage, "08:26:00", desk_serve, 1);
	assert_int_equal(ticket.elapsed_ms, minutes(1));
	struct desk *desk = stage_desk(stage, "2026-11-24T08:00:00");
	assert_int_equal(desk_return(desk, first.id, NULL), RESULT_TICKET_OTHER_DAY);
	desk_close(desk);
}

static void a_cancelled_number_is_gone(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "KONS");
	assert_int_equal(
		cancel(stage, "08:01:00", NOBODY, first.id, "Tidak jadi"), RESULT_FIELD_RANGE);
	assert_int_equal(cancel(stage, "08:01:00", NOBODY, first.id, "tidak_jadi"), RESULT_OK);
	assert_int_equal(
		cancel(stage, "08:01:00", NOBODY, first.id, "tidak_jadi"), RESULT_TICKET_STATE);
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &first), RESULT_NOBODY_WAITING);
	assert_string_equal(stage_issue(stage, "08:03:00", "KONS").number, "K002");
	assert_int_equal(day_of(stage, "08:04:00").all.cancelled, 1);
}

/* ---- undo ---- */

static void next_is_taken_back_whole(void **state)
{
	struct stage *stage = *state;
	struct desk_view *view = calloc(1, sizeof *view);
	struct ticket first = stage_issue(stage, "08:00:00", "KONS"), ticket;
	struct ticket second = stage_issue(stage, "08:01:00", "KONS");
	do_right(stage, "08:02:00", desk_next, 1);
	do_right(stage, "08:03:00", desk_serve, 1);
	do_right(stage, "08:20:00", desk_next, 1);
	do_right(stage, "08:20:10", desk_undo, 1);
	assert_int_equal(stage_do(stage, "08:20:10", desk_undo, 1, &ticket), RESULT_UNDO_NOTHING);

	struct desk *desk = stage_desk(stage, "08:20:10");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	desk_close(desk);
	assert_int_equal(view->counters[0].state, VIEW_SERVING);
	assert_int_equal(view->counters[0].ticket.id, first.id);
	assert_int_equal(view->waiting_total, 1);
	assert_int_equal(view->waiting[0].ticket, second.id);
	assert_false(view->waiting[0].clock.running);
	assert_int_equal(view->call_count, 1);
	assert_string_equal(view->calls[0].number, "K001");
	free(view);

	do_right(stage, "08:25:00", desk_finish, 1);
	struct desk_story story = tell(stage, first.id);
	assert_int_equal(story.interval_count, 3);
	assert_int_equal(story.segments[0].service_ms, minutes(22));
	desk_story_finish(&story);
	/* The call that was taken back is none. */
	do_right(stage, "08:26:00", desk_next, 1);
	story = tell(stage, second.id);
	assert_int_equal(story.segments[0].called_ms, story.segments[0].issued_ms + minutes(25));
	desk_story_finish(&story);
}

static void an_undo_is_for_ten_seconds(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "KONS"), ticket;
	do_right(stage, "08:01:00", desk_next, 1);
	assert_int_equal(stage_do(stage, "08:01:11", desk_undo, 1, &ticket), RESULT_UNDO_LATE);
	do_right(stage, "08:02:00", desk_absent, 1);
	/* The visitor came back meanwhile: the ticket has moved on. */
	assert_int_equal(come_back(stage, "08:02:03", first.id), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:05", desk_undo, 1, &ticket), RESULT_UNDO_LATE);
	assert_int_equal(stage_do(stage, "08:02:05", desk_undo, 2, &ticket), RESULT_UNDO_NOTHING);
	assert_int_equal(cancel(stage, "08:03:00", 1, first.id, "tidak_jadi"), RESULT_OK);
	assert_int_equal(do_right(stage, "08:03:09", desk_undo, 1).state, TICKET_WAITING);
	/* 08:02:03 on, as if it had not been cancelled. */
	do_right(stage, "08:04:00", desk_next, 1);
	assert_int_equal(do_right(stage, "08:05:03", desk_serve, 1).elapsed_ms, minutes(3));
}

/* Nobody had sat down yet: the promise is as open as before, and late once is late for good. */
static void a_service_that_had_not_begun_is_taken_back(void **state)
{
	struct stage *stage = *state;
	stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:02:00", desk_next, 1);
	do_right(stage, "08:09:55", desk_serve, 1);
	assert_int_equal(day_of(stage, "08:10:00").all.target.right, 1);
	assert_int_equal(do_right(stage, "08:10:00", desk_undo, 1).state, TICKET_CALLED);
	assert_int_equal(do_right(stage, "08:10:01", desk_serve, 1).verdict, TARGET_MISSED);
	do_right(stage, "08:10:05", desk_undo, 1);
	assert_int_equal(do_right(stage, "08:10:09", desk_absent, 1).served_ms, TICKET_NEVER);
}

/* What another counter did meanwhile stands, though it was out of turn without what was undone. */
static void an_undo_leaves_the_others_as_they_are(void **state)
{
	struct stage *stage = *state;
	struct ticket first = stage_issue(stage, "08:00:00", "KONS");
	struct ticket second = stage_issue(stage, "08:01:00", "KONS");
	stage_open(stage, "08:02:00", 2, "budi");
	assert_int_equal(cancel(stage, "08:03:00", 1, first.id, "tidak_jadi"), RESULT_OK);
	assert_int_equal(do_right(stage, "08:03:04", desk_next, 2).id, second.id);
	assert_int_equal(do_right(stage, "08:03:08", desk_undo, 1).id, first.id);
	assert_int_equal(do_right(stage, "08:04:00", desk_next, 1).id, first.id);
	assert_int_equal(do_right(stage, "08:05:00", desk_serve, 1).elapsed_ms, minutes(5));
	assert_int_equal(do_right(stage, "08:06:00", desk_serve, 2).elapsed_ms, minutes(4));
}

/* ---- the end of the day ---- */

static void a_day_is_closed_by_hand(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	const struct desk_issue issue = {.print = false};
	struct ticket waits = stage_issue(stage, "08:00:00", "KONS");
	stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:01:00", desk_next, 1);
	struct desk *desk = stage_desk(stage, "15:30:00");
	assert_int_equal(desk_close_day(desk), RESULT_COUNTER_OCCUPIED);
	assert_int_equal(desk_absent(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(desk_close_day(desk), RESULT_OK);
	assert_int_equal(desk_close_day(desk), RESULT_DAY_CLOSED);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_DAY_CLOSED);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_DAY_CLOSED);
	assert_int_equal(desk_return(desk, waits.id, NULL), RESULT_DAY_CLOSED);
	desk_close(desk);
	struct desk_day day = day_of(stage, "15:31:00");
	assert_true(day.closed && day.by_hand && day.is_sealed);
	assert_int_equal(day.all.absent, 1);
	assert_int_equal(day.all.closed_by_system, 1);
	assert_string_equal(stage_issue(stage, "2026-11-24T08:00:00", "KONS").number, "K001");
}

/* ---- what came of it ---- */

static void the_latest_word_of_the_outcome_counts(void **state)
{
	struct stage *stage = *state;
	struct desk_story story;
	const struct outcome partly = {
		OUTCOME_PARTLY, OUTCOME_SEND, OUTCOME_GIVEN, OUTCOME_TABULATION};
	const struct outcome served = {.result = OUTCOME_SERVED, .data = OUTCOME_GIVEN};
	const struct outcome unsaid = {0};
	struct ticket ticket = stage_issue(stage, "08:01:00", "KONS");
	do_right(stage, "08:02:00", desk_next, 1);
	do_right(stage, "08:03:00", desk_serve, 1);
	struct desk *desk = stage_desk(stage, "08:04:00");
	assert_int_equal(desk_note_outcome(desk, 1, ticket.id, &partly, NULL), RESULT_TICKET_STATE);
	desk_close(desk);
	do_right(stage, "08:09:55", desk_finish, 1);
	desk = stage_desk(stage, "08:10:00");
	assert_int_equal(
		desk_note_outcome(desk, 1, ticket.id, &unsaid, NULL), RESULT_FIELD_REQUIRED);
	assert_int_equal(desk_note_outcome(desk, 1, 99, &partly, NULL), RESULT_TICKET_UNKNOWN);
	assert_int_equal(
		desk_note_outcome(desk, 9, ticket.id, &partly, NULL), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(desk_tell(desk, ticket.id, &story), RESULT_OK);
	assert_int_equal(story.outcome.result, OUTCOME_UNSAID);
	desk_story_finish(&story);
	assert_int_equal(desk_note_outcome(desk, 1, ticket.id, &served, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(desk_note_outcome(desk, 1, ticket.id, &partly, NULL), RESULT_OK);
	assert_int_equal(desk_tell(desk, ticket.id, &story), RESULT_OK);
	assert_memory_equal(&story.outcome, &partly, sizeof partly);
	desk_story_finish(&story);
	desk_close(desk);
	/* The finish is still the last press, and can be taken back. */
	do_right(stage, "08:10:04", desk_undo, 1);
}

/* ---- broken promises ---- */

static void check_asked(const struct stage *stage, const char *time, const char *number)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_string_equal(view->late_number, number);
	assert_int_equal(view->late_ticket != 0, number[0] != '\0');
	desk_close(desk);
	free(view);
}

/* Why a promise was broken is asked of the counter that broke it, when the visit is over. */
static void the_reason_is_asked_afterwards(void **state)
{
	struct stage *stage = *state;
	struct ticket late = stage_issue(stage, "08:01:00", "KONS");
	do_right(stage, "08:11:01", desk_next, 1);
	assert_int_equal(do_right(stage, "08:11:02", desk_serve, 1).verdict, TARGET_MISSED);
	check_asked(stage, "08:12:00", "");
	do_right(stage, "08:20:00", desk_finish, 1);
	check_asked(stage, "08:20:01", "K001");
	struct desk *desk = stage_desk(stage, "08:21:00");
	assert_int_equal(desk_explain(desk, "ani", late.id, 0, "crowd", NULL), RESULT_OK);
	desk_close(desk);
	check_asked(stage, "08:22:00", "");
}

static void a_broken_promise_has_its_sheet(void **state)
{
	struct stage *stage = *state;
	struct desk_breach *breaches;
	size_t count;
	struct ticket kept = stage_issue(stage, "08:01:00", "KONS");
	do_right(stage, "08:11:00", desk_next, 1);
	assert_int_equal(do_right(stage, "08:11:00", desk_serve, 1).verdict, TARGET_MET);
	struct ticket late = stage_issue(stage, "08:15:00", "KONS");
	do_right(stage, "08:20:00", desk_finish, 1);
	do_right(stage, "08:30:00", desk_next, 1);
	assert_int_equal(do_right(stage, "08:30:01", desk_serve, 1).verdict, TARGET_MISSED);
	struct desk *desk = stage_desk(stage, "08:40:00");
	assert_int_equal(desk_explain(desk, "ani", kept.id, 0, "rapat", NULL), RESULT_NOT_MISSED);
	assert_int_equal(desk_explain(desk, "ani", late.id, 0, "rapat", "Rapat pagi."), RESULT_OK);
	assert_int_equal(desk_breaches(desk, NULL, &breaches, &count), RESULT_OK);
	desk_close(desk);
	assert_int_equal(count, 1);
	assert_string_equal(breaches[0].segment.number, "K002");
	assert_int_equal(breaches[0].segment.elapsed_ms, minutes(10) + 1000);
	assert_int_equal(breaches[0].literal_ms, minutes(10) + 1000);
	assert_string_equal(breaches[0].segment.reason, "rapat");
	assert_int_equal(breaches[0].free_count, 1);
	assert_int_equal(breaches[0].free[0].number, 1);
	assert_int_equal(breaches[0].free[0].since_ms, stage_ms(stage, "08:40:00") - minutes(20));
	free(breaches);
}

static void a_correction_is_the_heads(void **state)
{
	struct stage *stage = *state;
	struct desk_staff staff;
	struct ticket ticket = stage_issue(stage, "08:00:00", "KONS");
	do_right(stage, "08:11:00", desk_next, 1);
	assert_int_equal(do_right(stage, "08:11:00", desk_serve, 1).verdict, TARGET_MISSED);
	struct desk *desk = stage_desk(stage, "08:12:00");
	assert_int_equal(desk_sign_in(desk, "kepala", "4321", &staff), RESULT_OK);
	assert_int_equal(desk_sign_in(desk, "ani", "1234", &staff), RESULT_OK);
	assert_int_equal(
		desk_doubt(desk, "ani", "1234", ticket.id, "lupa_tekan", NULL), RESULT_HEAD_ONLY);
	assert_int_equal(desk_doubt(desk, "kepala", "1111", ticket.id, "lupa_tekan", NULL),
		RESULT_PIN_WRONG);
	assert_int_equal(
		desk_doubt(desk, "kepala", "4321", ticket.id, "lupa_tekan", "Tombol."), RESULT_OK);
	desk_close(desk);
	struct desk_day day = day_of(stage, "08:13:00");
	assert_int_equal(day.all.target.counted, 0);
	assert_int_equal(day.all.uncertain, 1);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(a_consultation_goes_on_to_a_sale),
		test(who_waits_is_sent_on_with_the_same_turn),
		test(a_held_clock_goes_on_where_it_stopped),
		test(a_held_visit_is_served_on_elsewhere),
		test(who_returns_waits_from_now_on),
		test(a_cancelled_number_is_gone),
		test(next_is_taken_back_whole),
		test(an_undo_is_for_ten_seconds),
		test(a_service_that_had_not_begun_is_taken_back),
		test(an_undo_leaves_the_others_as_they_are),
		test(a_day_is_closed_by_hand),
		test(a_broken_promise_has_its_sheet),
		test(the_reason_is_asked_afterwards),
		test(the_latest_word_of_the_outcome_counts),
		test(a_correction_is_the_heads),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
