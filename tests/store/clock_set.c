/* The head sets a wrong clock right: what it does to clocks that run, and to what was before. */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS };
static const int64_t hour_ms = INT64_C(60) * MINUTE_MS;
static const int64_t day_ms = INT64_C(24) * 60 * MINUTE_MS;

struct play {
	struct stage *stage;
	struct wrist wrist;
	struct desk *desk;
};

#define assert_ok(result) assert_string_equal(result_key(result), "ok")

static void begin(struct play *play, void **state, const char *time)
{
	struct desk_staff head;
	play->stage = *state;
	wrist_init(&play->wrist, play->stage, time);
	play->desk = wrist_desk(&play->wrist, play->stage);
	assert_ok(desk_sign_in(play->desk, "kepala", "4321", &head));
	assert_ok(desk_open_counter(play->desk, 1, "ani", 0));
}

static void restart(struct play *play, int64_t off_ms)
{
	desk_close(play->desk);
	wrist_restart(&play->wrist, off_ms);
	play->desk = wrist_desk(&play->wrist, play->stage);
}

static void set_clock(struct play *play, int64_t by_ms)
{
	play->wrist.wall_ms += by_ms;
	assert_ok(desk_set_clock(play->desk, "kepala", "4321"));
}

static void assert_proven(struct play *play)
{
	struct desk_proof proof;
	assert_ok(desk_verify(play->desk, &proof));
	assert_string_equal(proof.what, "");
	assert_true(proof.right);
}

static struct ticket issue(struct play *play)
{
	struct ticket ticket;
	const struct desk_issue one = {.service = 0};
	assert_ok(desk_issue(play->desk, &one, true, &ticket));
	return ticket;
}

static struct ticket act(struct play *play, stage_act *perform)
{
	struct ticket ticket;
	assert_ok(perform(play->desk, 1, &ticket));
	return ticket;
}

static void visit(struct play *play)
{
	issue(play);
	wrist_pass(&play->wrist, MINUTE_MS);
	act(play, desk_next);
	act(play, desk_serve);
	wrist_pass(&play->wrist, MINUTE_MS);
	act(play, desk_finish);
}

static struct figures figures_of(struct play *play, const char *date)
{
	struct desk_day day;
	assert_ok(desk_day(play->desk, date, &day));
	return day.all;
}

static void a_clock_that_is_right_is_left_alone(void **state)
{
	static const int64_t fine[] = {0, 90 * SECOND_MS, -110 * SECOND_MS};
	struct play play;
	begin(&play, state, "09:00:00");
	for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++) {
		issue(&play);
		wrist_pass(&play.wrist, 5 * MINUTE_MS);
		set_clock(&play, fine[i]);
		assert_proven(&play);
		act(&play, desk_next);
		wrist_pass(&play.wrist, 3 * SECOND_MS);
		act(&play, desk_undo);
		wrist_pass(&play.wrist, 6 * MINUTE_MS);
		act(&play, desk_next);
		struct ticket ticket = act(&play, desk_serve);
		assert_int_equal(ticket.elapsed_ms, 11 * MINUTE_MS + 3 * SECOND_MS);
		assert_int_equal(ticket.verdict, TARGET_MISSED);
		assert_false(ticket.uncertain);
		act(&play, desk_finish);
		play.wrist.wall_ms -= fine[i];
	}
	desk_close(play.desk);
}

static void a_clock_goes_on_from_the_moment_it_was_set(void **state)
{
	static const int64_t moves[] = {3 * MINUTE_MS, 3600000, -3600000, -3 * MINUTE_MS};
	struct play play;
	begin(&play, state, "12:00:00");
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		issue(&play);
		wrist_pass(&play.wrist, 5 * MINUTE_MS);
		set_clock(&play, moves[i]);
		assert_proven(&play);
		wrist_pass(&play.wrist, 2 * MINUTE_MS);
		act(&play, desk_next);
		struct ticket ticket = act(&play, desk_serve);
		assert_int_equal(ticket.elapsed_ms, 7 * MINUTE_MS);
		assert_true(ticket.uncertain);
		act(&play, desk_finish);
		assert_proven(&play);
	}
	desk_close(play.desk);
}

static void a_shift_of_the_training_clock_is_in_the_log(void **state)
{
	static const int64_t shifts[] = {3600000, 86400000, 90000000};
	struct play play;
	begin(&play, state, "09:00:00");
	for (size_t i = 0; i < sizeof shifts / sizeof shifts[0]; i++) {
		issue(&play);
		wrist_pass(&play.wrist, 5 * MINUTE_MS);
		assert_ok(desk_set_shift(play.desk, shifts[i]));
		assert_proven(&play);
		issue(&play);
		assert_proven(&play);
	}
	desk_close(play.desk);
}

static void another_correction_leaves_earlier_days_alone(void **state)
{
	struct play play;
	begin(&play, state, "09:00:00");
	/* 20 days ahead, and set right. */
	play.wrist.boot = 1;
	play.wrist.wall_ms += 20 * day_ms;
	issue(&play);
	set_clock(&play, -20 * day_ms);
	for (int i = 0; i < 5; i++) {
		assert_ok(desk_open_counter(play.desk, 1, "ani", 0));
		visit(&play);
		assert_ok(desk_close_counter(play.desk, 1));
		wrist_pass(&play.wrist, 3 * hour_ms);
		assert_ok(desk_close_day(play.desk));
		wrist_pass(&play.wrist, day_ms - 3 * hour_ms - 2 * MINUTE_MS);
		restart(&play, 0);
	}
	issue(&play);
	set_clock(&play, 5 * MINUTE_MS);
	static const char *const days[] = {"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"};
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		assert_int_equal(figures_of(&play, days[i]).target.counted, 1);
		assert_int_equal(figures_of(&play, days[i]).uncertain, 0);
	}
	assert_proven(&play);
	desk_close(play.desk);
}

static void a_correction_reaches_back_to_the_one_before(void **state)
{
	struct play play;
	begin(&play, state, "09:00:00");
	restart(&play, MINUTE_MS);
	play.wrist.wall_ms += 4 * hour_ms;
	issue(&play);
	set_clock(&play, -4 * hour_ms);
	act(&play, desk_next);
	act(&play, desk_serve);
	act(&play, desk_finish);
	for (int i = 0; i < 8; i++) {
		visit(&play);
		if (i == 4) {
			restart(&play, MINUTE_MS);
			set_clock(&play, 0);
		}
	}
	assert_int_equal(figures_of(&play, NULL).target.counted, 8);
	/* Three visits of this boot since its clock was confirmed. */
	set_clock(&play, 3 * MINUTE_MS);
	assert_int_equal(figures_of(&play, NULL).target.counted, 5);
	assert_proven(&play);
	desk_close(play.desk);
}

static void the_day_that_was_too_early_comes(void **state)
{
	struct play play;
	begin(&play, state, "08:00:00");
	restart(&play, MINUTE_MS);
	play.wrist.wall_ms += day_ms + 6 * hour_ms;
	assert_string_equal(issue(&play).number, "K001");
	set_clock(&play, -day_ms - 6 * hour_ms);
	assert_string_equal(issue(&play).service_date, "2026-11-23");
	wrist_pass(&play.wrist, day_ms);
	assert_ok(desk_open_counter(play.desk, 1, "ani", 0));
	struct ticket ticket = issue(&play);
	/* The number that was given on it is not given twice. */
	assert_string_equal(ticket.service_date, "2026-11-24");
	assert_string_equal(ticket.number, "K002");
	assert_proven(&play);
	act(&play, desk_next);
	wrist_pass(&play.wrist, 2 * SECOND_MS);
	act(&play, desk_undo);
	desk_close(play.desk);
}

static void a_service_goes_on_while_the_clock_is_set_back(void **state)
{
	static const int64_t moves[] = {-3 * 3600000, -110 * SECOND_MS};
	struct play play;
	struct desk_story story;
	begin(&play, state, "12:00:00");
	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		issue(&play);
		wrist_pass(&play.wrist, MINUTE_MS);
		act(&play, desk_next);
		act(&play, desk_serve);
		wrist_pass(&play.wrist, MINUTE_MS);
		set_clock(&play, moves[i]);
		assert_proven(&play);
		wrist_pass(&play.wrist, 5 * MINUTE_MS);
		struct ticket ticket = act(&play, desk_finish);
		assert_proven(&play);
		assert_ok(desk_tell(play.desk, ticket.id, &story));
		/* Set finely, nothing moved; else the service cannot be known, and is not counted.
		 */
		if (i == 1) {
			assert_int_equal(story.segments[0].service_ms, 6 * MINUTE_MS);
		} else {
			assert_true(ticket.uncertain);
		}
		desk_story_finish(&story);
	}
	desk_close(play.desk);
}

static void nothing_is_undone_across_a_clock_set_back(void **state)
{
	struct play play;
	struct ticket ticket;
	begin(&play, state, "12:00:00");
	issue(&play);
	wrist_pass(&play.wrist, MINUTE_MS);
	act(&play, desk_next);
	wrist_pass(&play.wrist, MINUTE_MS);
	set_clock(&play, -3 * hour_ms);
	wrist_pass(&play.wrist, hour_ms + MINUTE_MS);
	assert_int_equal(desk_undo(play.desk, 1, &ticket), RESULT_UNDO_LATE);
	/* But a call is repeated, as often as it is needed. */
	act(&play, desk_recall);
	desk_close(play.desk);
}

static void a_look_ends_no_day_by_a_suspect_clock(void **state)
{
	struct play play;
	struct ticket ticket;
	begin(&play, state, "10:00:00");
	int64_t id = issue(&play).id;
	restart(&play, MINUTE_MS);
	play.wrist.wall_ms += 1500 * day_ms;
	struct desk_view *view = calloc(1, sizeof *view);
	assert_ok(desk_view(play.desk, 0, view));
	assert_int_equal(view->clock, DESK_CLOCK_AHEAD);
	free(view);
	assert_ok(desk_close_days(play.desk));
	assert_ok(desk_find_ticket(play.desk, "K001", "2026-11-23", &ticket));
	assert_int_equal(ticket.id, id);
	assert_int_equal(ticket.state, TICKET_WAITING);
	/* An act does: numbers must go on. */
	issue(&play);
	assert_ok(desk_find_ticket(play.desk, "K001", "2026-11-23", &ticket));
	assert_int_equal(ticket.state, TICKET_CLOSED_BY_SYSTEM);
	desk_close(play.desk);
}

static void a_word_may_come_after_the_close_and_before_it_in_time(void **state)
{
	struct play play;
	begin(&play, state, "12:00:00");
	struct ticket ticket = issue(&play);
	wrist_pass(&play.wrist, 11 * MINUTE_MS);
	act(&play, desk_next);
	act(&play, desk_serve);
	act(&play, desk_finish);
	assert_ok(desk_close_day(play.desk));
	set_clock(&play, -hour_ms);
	assert_ok(desk_doubt(play.desk, "kepala", "4321", ticket.id, "salah", NULL));
	assert_proven(&play);
	desk_close(play.desk);
}

static void a_pins_lock_ends_with_the_clock_that_made_it(void **state)
{
	struct play play;
	struct desk_staff clerk;
	begin(&play, state, "09:00:00");
	assert_ok(desk_sign_in(play.desk, "ani", "1234", &clerk));
	restart(&play, MINUTE_MS);
	play.wrist.wall_ms += 3650 * day_ms;
	for (int i = 0; i < 4; i++) {
		assert_int_equal(desk_sign_in(play.desk, "ani", "0000", &clerk), RESULT_PIN_WRONG);
	}
	assert_int_equal(desk_sign_in(play.desk, "ani", "0000", &clerk), RESULT_PIN_LOCKED);
	assert_int_equal(desk_sign_in(play.desk, "ani", "1234", &clerk), RESULT_PIN_LOCKED);
	set_clock(&play, -3650 * day_ms);
	assert_ok(desk_sign_in(play.desk, "ani", "1234", &clerk));
	desk_close(play.desk);
}

static void the_first_in_line_is_found_behind_hundreds(void **state)
{
	struct play play;
	struct ticket ticket;
	const struct desk_issue other = {.service = 1};
	begin(&play, state, "09:00:00");
	assert_ok(desk_close_counter(play.desk, 1));
	assert_ok(desk_open_counter(play.desk, 1, "ani", 2));
	for (int i = 0; i < 513; i++) {
		issue(&play);
	}
	assert_ok(desk_issue(play.desk, &other, true, &ticket));
	assert_int_equal(act(&play, desk_next).id, ticket.id);
	assert_proven(&play);
	desk_close(play.desk);
}

static void a_day_left_open_ends_when_the_clock_is_confirmed(void **state)
{
	struct play play;
	struct ticket ticket;
	begin(&play, state, "2026-11-26T07:30:00");
	assert_ok(desk_close_counter(play.desk, 1));
	issue(&play);
	restart(&play, 6 * day_ms);
	set_clock(&play, 0);
	assert_proven(&play);
	wrist_pass(&play.wrist, 9 * hour_ms);
	assert_ok(desk_close_days(play.desk));
	assert_proven(&play);
	assert_ok(desk_find_ticket(play.desk, "K001", "2026-11-26", &ticket));
	assert_int_equal(ticket.state, TICKET_CLOSED_BY_SYSTEM);
	desk_close(play.desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(a_clock_that_is_right_is_left_alone),
		test(a_clock_goes_on_from_the_moment_it_was_set),
		test(a_shift_of_the_training_clock_is_in_the_log),
		test(another_correction_leaves_earlier_days_alone),
		test(a_correction_reaches_back_to_the_one_before),
		test(the_day_that_was_too_early_comes),
		test(a_service_goes_on_while_the_clock_is_set_back),
		test(nothing_is_undone_across_a_clock_set_back),
		test(a_look_ends_no_day_by_a_suspect_clock),
		test(a_word_may_come_after_the_close_and_before_it_in_time),
		test(a_day_left_open_ends_when_the_clock_is_confirmed),
		test(a_pins_lock_ends_with_the_clock_that_made_it),
		test(the_first_in_line_is_found_behind_hundreds),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
