/* One rating a segment, kept as it is answered, and without a trace in the times of the visit. */
#include "app/base/text.h"
#include "app/desk/view.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct instrument *const sheet = &stage_instrument;

/* K001 is done at 08:05, K002 is being served since 08:06. */
static void serve_two(const struct stage *stage)
{
	stage_open(stage, "08:00:00", 1, "ani");
	stage_issue(stage, "08:01:00", "KONS");
	stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:00", desk_next, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:06:00", desk_serve, 1, NULL), RESULT_OK);
}

static enum result rate(
	const struct stage *stage, const char *time, const char *number, struct desk_rating *rating)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_rate(desk, number, sheet, rating);
	desk_close(desk);
	return result;
}

static enum result answer(const struct stage *stage, const char *time, struct desk_rating *rating,
	int item, int value)
{
	struct desk *desk = stage_desk(stage, time);
	rating->answers[item] = value;
	enum result result = desk_rate_answer(desk, rating, sheet, item);
	desk_close(desk);
	return result;
}

static enum result finish(
	const struct stage *stage, const char *time, const struct desk_rating *rating)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_rate_finish(desk, rating, sheet);
	desk_close(desk);
	return result;
}

static void only_what_was_served_can_be_rated(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	serve_two(stage);
	assert_int_equal(rate(stage, "08:07:00", "k1", &rating), RESULT_OK);
	assert_string_equal(rating.number, "K001");
	assert_int_equal(rating.segment, 1);
	assert_int_equal(rating.answers[0], DESK_OPEN);
	assert_int_equal(rate(stage, "08:07:00", "K002", &rating), RESULT_RATING_EARLY);
	assert_int_equal(rate(stage, "08:07:00", "K003", &rating), RESULT_TICKET_UNKNOWN);
	assert_int_equal(rate(stage, "08:07:00", "zz", &rating), RESULT_TICKET_UNKNOWN);
	/* Of today only. */
	assert_int_equal(
		rate(stage, "2026-11-24T08:07:00", "K001", &rating), RESULT_TICKET_UNKNOWN);
}

static void a_rating_is_taken_up_again(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	serve_two(stage);
	assert_int_equal(rate(stage, "08:07:00", "K001", &rating), RESULT_OK);
	assert_int_equal(answer(stage, "08:07:10", &rating, 0, 4), RESULT_OK);
	assert_int_equal(answer(stage, "08:07:20", &rating, 1, DESK_SKIPPED), RESULT_OK);
	assert_int_equal(answer(stage, "08:07:25", &rating, 0, 3), RESULT_OK);
	assert_int_equal(rate(stage, "08:30:00", "K001", &rating), RESULT_OK);
	assert_int_equal(rating.answers[0], 3);
	assert_int_equal(rating.answers[1], DESK_SKIPPED);
	assert_int_equal(rating.answers[2], DESK_OPEN);
	rating.answers[2] = 4;
	assert_int_equal(finish(stage, "08:31:00", &rating), RESULT_OK);
	assert_int_equal(finish(stage, "08:31:00", &rating), RESULT_RATING_DONE);
	assert_int_equal(answer(stage, "08:31:00", &rating, 0, 1), RESULT_RATING_DONE);
	assert_int_equal(rate(stage, "08:32:00", "K001", &rating), RESULT_RATING_DONE);
}

/* Another wording asks anew; answers to the old one are not mixed with it. */
static void another_questionnaire_begins_anew(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating, other;
	struct instrument newer = *sheet;
	text_copy(newer.version, sizeof newer.version, "2027");
	serve_two(stage);
	assert_int_equal(rate(stage, "08:07:00", "K001", &rating), RESULT_OK);
	assert_int_equal(answer(stage, "08:07:10", &rating, 0, 4), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:08:00");
	assert_int_equal(desk_rate(desk, "K001", &newer, &other), RESULT_OK);
	assert_int_equal(other.answers[0], DESK_OPEN);
	assert_int_equal(desk_rate_finish(desk, &rating, sheet), RESULT_FIELD_RANGE);
	desk_close(desk);
}

static void answers_are_of_the_scale(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	serve_two(stage);
	assert_int_equal(rate(stage, "08:07:00", "K001", &rating), RESULT_OK);
	assert_int_equal(answer(stage, "08:07:10", &rating, 0, 5), RESULT_FIELD_RANGE);
	assert_int_equal(answer(stage, "08:07:10", &rating, 0, -2), RESULT_FIELD_RANGE);
	assert_int_equal(answer(stage, "08:07:10", &rating, 3, 1), RESULT_FIELD_RANGE);
	rating.answers[0] = rating.answers[3] = DESK_OPEN;
	assert_int_equal(finish(stage, "08:08:00", &rating), RESULT_FIELD_REQUIRED);
	rating.answers[0] = DESK_SKIPPED;
	assert_int_equal(finish(stage, "08:08:00", &rating), RESULT_FIELD_REQUIRED);
	rating.answers[0] = 7;
	assert_int_equal(finish(stage, "08:08:00", &rating), RESULT_FIELD_RANGE);
	rating = (struct desk_rating){.ticket = 2, .segment = 1, .answers = {4}};
	assert_int_equal(finish(stage, "08:08:00", &rating), RESULT_TICKET_UNKNOWN);
}

/* A visitor sent on to another service may rate both; the one served last comes first. */
static void every_segment_has_its_rating(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	serve_two(stage);
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_transfer(desk, 1, 0, 1, NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(rate(stage, "08:10:30", "K002", &rating), RESULT_OK);
	assert_int_equal(rating.segment, 1);
	assert_int_equal(stage_do(stage, "08:11:00", desk_next, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:12:00", desk_serve, 1, NULL), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:13:00", desk_finish, 1, NULL), RESULT_OK);
	assert_int_equal(rate(stage, "08:14:00", "K002", &rating), RESULT_OK);
	assert_int_equal(rating.segment, 2);
	assert_int_equal(rating.service, 1);
	rating.answers[0] = 1;
	assert_int_equal(finish(stage, "08:14:10", &rating), RESULT_OK);
	assert_int_equal(rate(stage, "08:14:20", "K002", &rating), RESULT_OK);
	assert_int_equal(rating.segment, 1);
	rating.answers[0] = 1;
	assert_int_equal(finish(stage, "08:14:30", &rating), RESULT_OK);
	assert_int_equal(rate(stage, "08:14:40", "K002", &rating), RESULT_RATING_DONE);
}

/* The office keeps its first service out of the ratings, as DTSEN (domain.md §2.2). */
static void keep_out(const struct stage *stage)
{
	sqlite3 *db;
	assert_int_equal(sqlite3_open(stage->store, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				 "UPDATE service SET unrated = 1 WHERE place = 0;"
				 "UPDATE office SET revision = revision + 1",
				 NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
}

static int64_t served(const struct stage *stage)
{
	struct desk_ratings ratings;
	struct desk *desk = stage_desk(stage, "08:50:00");
	assert_int_equal(
		desk_sum_ratings(desk, "2026-11-23", "2026-11-23", sheet, &ratings), RESULT_OK);
	desk_close(desk);
	return ratings.served;
}

/* A rating that was given before stays, and its visit with it. */
static void a_service_is_kept_out(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	struct desk_view *view = calloc(1, sizeof *view);
	serve_two(stage);
	assert_int_equal(stage_do(stage, "08:09:00", desk_finish, 1, NULL), RESULT_OK);
	assert_int_equal(served(stage), 2);
	assert_int_equal(rate(stage, "08:09:10", "K001", &rating), RESULT_OK);
	rating.answers[0] = 1;
	assert_int_equal(finish(stage, "08:09:20", &rating), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:09:30");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->served_count, 1);
	desk_close(desk);
	keep_out(stage);
	assert_int_equal(rate(stage, "08:09:40", "K002", &rating), RESULT_RATING_UNASKED);
	assert_int_equal(rate(stage, "08:09:40", "K001", &rating), RESULT_RATING_UNASKED);
	desk = stage_desk(stage, "08:09:40");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->served_count, 0);
	desk_close(desk);
	assert_int_equal(served(stage), 1);
	assert_true(stage_is_proven(stage));
	free(view);
}

static void a_rating_moves_no_time(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	struct ticket before, after;
	serve_two(stage);
	struct desk *desk = stage_desk(stage, "08:07:00");
	assert_int_equal(desk_find_ticket(desk, "K001", NULL, &before), RESULT_OK);
	desk_close(desk);
	assert_int_equal(rate(stage, "08:20:00", "K001", &rating), RESULT_OK);
	rating.answers[0] = 1;
	assert_int_equal(finish(stage, "08:21:00", &rating), RESULT_OK);
	desk = stage_desk(stage, "08:22:00");
	assert_int_equal(desk_find_ticket(desk, "K001", NULL, &after), RESULT_OK);
	assert_memory_equal(&before, &after, sizeof before);
	desk_close(desk);
	/* The undo of a finish is not too late because it was rated. */
	assert_int_equal(stage_do(stage, "08:23:00", desk_finish, 1, NULL), RESULT_OK);
	assert_int_equal(rate(stage, "08:23:03", "K002", &rating), RESULT_OK);
	rating.answers[0] = 1;
	assert_int_equal(finish(stage, "08:23:05", &rating), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:23:08", desk_undo, 1, &after), RESULT_OK);
	assert_int_equal(after.state, TICKET_SERVING);
	assert_int_equal(stage_do(stage, "08:24:00", desk_finish, 1, NULL), RESULT_OK);
	assert_int_equal(rate(stage, "08:24:10", "K002", &rating), RESULT_RATING_DONE);
}

static void who_was_served_is_invited_for_a_minute(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	struct desk_view *view = calloc(1, sizeof *view);
	serve_two(stage);
	struct desk *desk = stage_desk(stage, "08:06:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	desk_close(desk);
	assert_int_equal(view->served_count, 0);
	assert_int_equal(stage_do(stage, "08:10:00", desk_finish, 1, NULL), RESULT_OK);
	desk = stage_desk(stage, "08:10:59");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->served_count, 1);
	assert_string_equal(view->served[0].number, "K002");
	assert_int_equal(view->served[0].finished_ms, stage_ms(stage, "08:10:00"));
	/* Not any more once it is rated. */
	assert_int_equal(desk_rate(desk, "K002", sheet, &rating), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->served_count, 1);
	rating.answers[2] = 4;
	assert_int_equal(desk_rate_finish(desk, &rating, sheet), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->served_count, 0);
	desk_close(desk);
	free(view);
}

static void figures_count_finished_sheets(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	struct desk_sheet sheets[DESK_SHEETS];
	struct desk_ratings sums;
	struct index_value value;
	size_t count;
	serve_two(stage);
	assert_int_equal(stage_do(stage, "08:10:00", desk_finish, 1, NULL), RESULT_OK);
	assert_int_equal(rate(stage, "08:11:00", "K001", &rating), RESULT_OK);
	rating.answers[0] = 4;
	rating.answers[1] = 3;
	assert_int_equal(finish(stage, "08:12:00", &rating), RESULT_OK);
	assert_int_equal(rate(stage, "08:13:00", "K002", &rating), RESULT_OK);
	assert_int_equal(answer(stage, "08:14:00", &rating, 0, 1), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:15:00");
	assert_int_equal(
		desk_list_sheets(desk, "2026-11-01", "2026-11-30", sheets, DESK_SHEETS, &count),
		RESULT_OK);
	assert_int_equal(count, 1);
	assert_string_equal(sheets[0].instrument, "skm-9");
	assert_int_equal(sheets[0].finished, 1);
	assert_int_equal(sheets[0].begun, 2);
	assert_int_equal(
		desk_sum_ratings(desk, "2026-11-01", "2026-11-30", sheet, &sums), RESULT_OK);
	assert_int_equal(sums.served, 2);
	assert_int_equal(sums.items[0].sum, 4);
	assert_int_equal(sums.items[0].count, 1);
	assert_int_equal(sums.items[1].sum, 3);
	assert_int_equal(sums.items[2].count, 0);
	assert_true(desk_ratings_index(&sums, sheet, 0, INDEX_EXACT, &value));
	assert_int_equal(value.centi, 8750);
	assert_int_equal(value.items, 2);
	assert_int_equal(
		desk_sum_ratings(desk, "2026-11-24", "2026-11-30", sheet, &sums), RESULT_OK);
	assert_int_equal(sums.served, 0);
	assert_false(desk_ratings_index(&sums, sheet, 0, INDEX_EXACT, &value));
	desk_close(desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(only_what_was_served_can_be_rated),
		test(a_rating_is_taken_up_again),
		test(another_questionnaire_begins_anew),
		test(answers_are_of_the_scale),
		test(every_segment_has_its_rating),
		test(a_service_is_kept_out),
		test(a_rating_moves_no_time),
		test(who_was_served_is_invited_for_a_minute),
		test(figures_count_finished_sheets),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
