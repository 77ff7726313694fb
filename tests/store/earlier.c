/* What the counter sees of a visit beside the guest book: times, what came before a transfer, and
 * that the guest has been here before. */
#include "app/base/text.h"
#include "app/desk/flows.h"
#include "app/desk/record.h"
#include "app/desk/rights.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct guest siti = {
	.name = "Siti Rahma", .email = "siti@example.id", .phone = "081200000001"};

static struct ticket issue(
	const struct stage *stage, const char *time, const struct guest *guest, int service)
{
	struct ticket ticket;
	struct desk_issue wanted = {.service = service, .with_guest = true, .guest = *guest};
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_issue(desk, &wanted, true, &ticket), RESULT_OK);
	desk_close(desk);
	return ticket;
}

/* The picture of counter 1; its visit. */
static struct view_visit look(const struct stage *stage, const char *time)
{
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	struct view_visit visit = view->visit;
	desk_close(desk);
	free(view);
	return visit;
}

static void at(const struct stage *stage, const char *day, const char *hour, stage_act *act)
{
	char time[40];
	struct ticket ticket;
	text_format(time, sizeof time, "%sT%s", day, hour);
	assert_int_equal(stage_do(stage, time, act, 1, &ticket), RESULT_OK);
}

/* One whole visit of `guest` on `day` at counter 1; what came of it is said. Its ticket. */
static int64_t visit(const struct stage *stage, const char *day, const struct guest *guest)
{
	char time[40];
	struct outcome outcome = {OUTCOME_PARTLY, OUTCOME_SEND, OUTCOME_LATER, OUTCOME_NO_SOURCE};
	text_format(time, sizeof time, "%sT08:00:00", day);
	stage_open(stage, time, 1, "ani");
	text_format(time, sizeof time, "%sT08:01:00", day);
	int64_t ticket = issue(stage, time, guest, 0).id;
	at(stage, day, "08:02:00", desk_next);
	at(stage, day, "08:03:00", desk_serve);
	at(stage, day, "08:13:00", desk_finish);
	text_format(time, sizeof time, "%sT08:14:00", day);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_note_outcome(desk, 1, ticket, &outcome, NULL), RESULT_OK);
	desk_close(desk);
	return ticket;
}

static void the_times_and_what_came_before_a_transfer(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(look(stage, "08:00:30").ticket, 0);
	stage_issue(stage, "08:01:00", "KONS");
	at(stage, "2026-11-23", "08:06:00", desk_next);
	at(stage, "2026-11-23", "08:07:00", desk_serve);
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_hold(desk, 1, 0, &ticket), RESULT_OK);
	desk_close(desk);
	desk = stage_desk(stage, "08:15:00");
	assert_int_equal(desk_resume(desk, 1, ticket.id, &ticket), RESULT_OK);
	desk_close(desk);
	struct view_visit own = look(stage, "08:17:00");
	int64_t now = stage_ms(stage, "08:17:00");
	assert_int_equal(own.issued_ms, now - 16 * 60000);
	assert_int_equal(own.called_ms, now - 11 * 60000);
	assert_int_equal(own.served_ms, now - 10 * 60000);
	assert_int_equal(visit_times_waited(&own.times, now), 6 * 60000);
	assert_int_equal(visit_times_served(&own.times, now), 5 * 60000);
	assert_int_equal(visit_times_held(&own.times, now), 5 * 60000);
	assert_int_equal(own.leg_count, 0);
	desk = stage_desk(stage, "08:18:00");
	assert_int_equal(desk_transfer(desk, 1, 0, 1, &ticket), RESULT_OK);
	desk_close(desk);
	own = look(stage, "08:20:00"); /* the next there */
	assert_int_equal(own.ticket, ticket.id);
	assert_int_equal(own.leg_count, 1);
	assert_int_equal(own.legs[0].service, 0);
	assert_int_equal(own.legs[0].counter, 1);
	assert_int_equal(own.legs[0].service_ms, 6 * 60000);
	assert_int_equal(own.called_ms, TICKET_NEVER);
	assert_int_equal(visit_times_waited(&own.times, stage_ms(stage, "08:20:00")), 8 * 60000);
}

/* By a contact and the name: neither alone, and in no other spelling of the number. */
static void who_was_here_before(void **state)
{
	struct stage *stage = *state;
	struct guest now = siti, sister = siti, namesake = {.name = "Siti Rahma"};
	visit(stage, "2026-11-24", &siti);
	visit(stage, "2026-11-25", &siti);
	stage_open(stage, "2026-11-26T08:00:00", 1, "ani");
	now.email[0] = '\0';
	text_copy(now.phone, sizeof now.phone, "+62 812-0000-0001");
	issue(stage, "2026-11-26T08:01:00", &now, 1);
	struct view_visit own = look(stage, "2026-11-26T08:02:00");
	assert_int_equal(own.earlier_total, 2);
	assert_int_equal(own.earlier_count, 2);
	assert_string_equal(own.earlier[0].service_date, "2026-11-25");
	assert_string_equal(own.earlier[1].service_date, "2026-11-24");
	assert_int_equal(own.earlier[0].service, 0);
	assert_int_equal(own.earlier[0].state, TICKET_DONE);
	assert_int_equal(own.earlier[0].outcome.result, OUTCOME_PARTLY);
	assert_int_equal(own.earlier[0].outcome.data, OUTCOME_LATER);
	at(stage, "2026-11-26", "08:03:00", desk_next);
	at(stage, "2026-11-26", "08:04:00", desk_serve);
	at(stage, "2026-11-26", "08:05:00", desk_finish);
	text_copy(sister.name, sizeof sister.name, "Sari Rahma");
	issue(stage, "2026-11-26T08:06:00", &sister, 0);
	assert_int_equal(look(stage, "2026-11-26T08:07:00").earlier_total, 0);
	at(stage, "2026-11-26", "08:08:00", desk_next);
	at(stage, "2026-11-26", "08:09:00", desk_serve);
	at(stage, "2026-11-26", "08:10:00", desk_finish);
	text_copy(namesake.phone, sizeof namesake.phone, "081299999999");
	issue(stage, "2026-11-26T08:11:00", &namesake, 0);
	assert_int_equal(look(stage, "2026-11-26T08:12:00").earlier_total, 0);
}

/* Of a day's visits the last word of each, as its report has it. */
static void what_came_of_a_day_is_counted(void **state)
{
	struct stage *stage = *state;
	struct desk_record record;
	const struct outcome given = {
		OUTCOME_SERVED, OUTCOME_NOTHING, OUTCOME_GIVEN, OUTCOME_WEBSITE};
	int64_t ticket = visit(stage, "2026-11-24", &siti);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:15:00");
	assert_int_equal(desk_note_outcome(desk, 1, ticket, &given, NULL), RESULT_OK);
	desk_close(desk);
	visit(stage, "2026-11-25", &siti);
	desk = stage_desk(stage, "2026-11-25T08:20:00");
	assert_int_equal(desk_read_record(desk, "2026-11-24", &record), RESULT_OK);
	assert_int_equal(record.outcomes.results[OUTCOME_SERVED], 1);
	assert_int_equal(record.outcomes.results[OUTCOME_PARTLY], 0);
	assert_int_equal(record.outcomes.datas[OUTCOME_GIVEN], 1);
	assert_int_equal(record.outcomes.sources[OUTCOME_WEBSITE], 1);
	desk_record_finish(&record);
	assert_int_equal(desk_read_record(desk, NULL, &record), RESULT_OK);
	assert_int_equal(record.outcomes.results[OUTCOME_PARTLY], 1);
	assert_int_equal(record.outcomes.sources[OUTCOME_NO_SOURCE], 1);
	desk_record_finish(&record);
	desk_close(desk);
}

/* Whose finish was said to be partly, and then taken back. */
static int64_t partly_served_until_undone(struct stage *stage, const char *day)
{
	const struct outcome partly = {.result = OUTCOME_PARTLY, .follow = OUTCOME_SEND};
	stage_open(stage, "2026-11-24T08:00:00", 1, "ani");
	int64_t ticket = issue(stage, "2026-11-24T08:01:00", &siti, 0).id;
	at(stage, day, "08:02:00", desk_next);
	at(stage, day, "08:03:00", desk_serve);
	at(stage, day, "08:13:00", desk_finish);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:13:04");
	assert_int_equal(desk_note_outcome(desk, 1, ticket, &partly, NULL), RESULT_OK);
	desk_close(desk);
	at(stage, day, "08:13:08", desk_undo);
	return ticket;
}

/* What was said of a finish that was taken back is said of nothing: the visit never ended. */
static void what_is_taken_back_has_no_outcome(void **state)
{
	struct stage *stage = *state;
	struct desk_record record;
	const char *day = "2026-11-24";
	(void)partly_served_until_undone(stage, day);
	struct desk *desk = stage_desk(stage, "2026-11-25T08:00:00");
	assert_int_equal(desk_read_record(desk, day, &record), RESULT_OK);
	assert_int_equal(record.day.all.closed_by_system, 1);
	assert_int_equal(record.outcomes.results[OUTCOME_PARTLY], 0);
	desk_record_finish(&record);
	desk_close(desk);
}

/* Nor of the finish that came after it. */
static void what_ends_again_is_said_anew(void **state)
{
	struct stage *stage = *state;
	struct desk_record record;
	struct desk_story story;
	const char *day = "2026-11-24";
	int64_t ticket = partly_served_until_undone(stage, day);
	at(stage, day, "08:20:00", desk_finish);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:20:04");
	assert_int_equal(desk_read_record(desk, day, &record), RESULT_OK);
	assert_int_equal(record.outcomes.results[OUTCOME_PARTLY], 0);
	desk_record_finish(&record);
	assert_int_equal(desk_tell(desk, ticket, &story), RESULT_OK);
	assert_int_equal(story.outcome.result, OUTCOME_UNSAID);
	desk_story_finish(&story);
	desk_close(desk);
}

static void a_treasurer_does_not_see_it(void **state)
{
	struct stage *stage = *state;
	struct desk_staff staff = {.code = "dewi", .name = "Dewi", .role = DESK_TREASURER};
	visit(stage, "2026-11-24", &siti);
	struct desk *desk = stage_desk(stage, "2026-11-26T07:50:00");
	assert_int_equal(desk_add_staff(desk, &staff, NULL), RESULT_OK);
	desk_close(desk);
	stage_open(stage, "2026-11-26T08:00:00", 1, "dewi");
	issue(stage, "2026-11-26T08:01:00", &siti, 0);
	struct view_visit own = look(stage, "2026-11-26T08:02:00");
	assert_int_not_equal(own.ticket, 0);
	assert_int_equal(own.earlier_total, 0);
	assert_true(desk_role_may(DESK_CLERK, DESK_SEE_EARLIER));
	assert_true(desk_role_may(DESK_HEAD, DESK_SEE_EARLIER));
	assert_false(desk_role_may(DESK_TREASURER, DESK_SEE_EARLIER));
}

/* What was blanked, or put right to another address, leads to nobody. */
static void what_is_blanked_is_forgotten(void **state)
{
	struct stage *stage = *state;
	struct guest other = siti;
	visit(stage, "2026-11-24", &siti);
	stage_open(stage, "2026-11-26T08:00:00", 1, "ani");
	int64_t ticket = issue(stage, "2026-11-26T08:01:00", &siti, 0).id;
	assert_int_equal(stage_do(stage, "2026-11-26T08:01:30", desk_next, 1, NULL), RESULT_OK);
	assert_int_equal(look(stage, "2026-11-26T08:02:00").earlier_total, 1);
	text_copy(other.email, sizeof other.email, "rahma@example.id");
	other.phone[0] = '\0';
	struct desk *desk = stage_desk(stage, "2026-11-26T08:03:00");
	assert_int_equal(desk_write_guest(desk, 1, ticket, &other, "typo", NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(look(stage, "2026-11-26T08:04:00").earlier_total, 0);
	desk = stage_desk(stage, "2026-11-26T08:05:00");
	assert_int_equal(desk_write_guest(desk, 1, ticket, &siti, "typo", NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(look(stage, "2026-11-26T08:06:00").earlier_total, 1);
	/* The sample office keeps for twelve months. */
	issue(stage, "2027-11-30T08:01:00", &siti, 0);
	look(stage, "2027-12-01T08:00:00");
	assert_int_equal(stage_count(stage, "SELECT COUNT(DISTINCT visit) FROM known_visit"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(the_times_and_what_came_before_a_transfer),
		TEST(who_was_here_before),
		TEST(what_came_of_a_day_is_counted),
		TEST(what_is_taken_back_has_no_outcome),
		TEST(what_ends_again_is_said_anew),
		TEST(a_treasurer_does_not_see_it),
		TEST(what_is_blanked_is_forgotten),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
