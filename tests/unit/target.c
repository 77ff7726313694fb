/* The 10-minute promise: the rows of design §4, and what happens around them. */
#include "tests/unit/check.h"
#include "tests/unit/target_scene.h"

#include <string.h>

static void assert_verdict(int64_t elapsed_s, enum target_verdict verdict)
{
	assert_int_equal(target_judge(LIMIT_S, elapsed_s * 1000), verdict);
}

/* ---- rows to check by hand, one counter ---- */

static void row_served_at(const char *time, int64_t elapsed_s, enum target_verdict verdict)
{
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_busy(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "08:50:00");
	scene_finish(&scene, 0, "09:00:00");
	scene_call(&scene, 0, 1, "09:08:00");
	int64_t elapsed = scene_serve(&scene, 1, time);
	assert_int_equal(elapsed, elapsed_s);
	assert_verdict(elapsed, verdict);
}

static void waited_before_the_finish(void **state)
{
	(void)state;
	row_served_at("09:10:00", 600, TARGET_MET);
	row_served_at("09:10:01", 601, TARGET_MISSED);
}

static void came_after_the_finish(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_busy(&scene, 0, "08:00:00");
	scene_finish(&scene, 0, "09:00:00");
	scene_issue(&scene, 1, KONS, "09:05:00");
	scene_call(&scene, 0, 1, "09:13:30");
	int64_t elapsed = scene_serve(&scene, 1, "09:14:00");
	assert_int_equal(elapsed, 540);
	assert_verdict(elapsed, TARGET_MET);
}

static void came_to_an_idle_counter(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "08:01:30");
	assert_int_equal(scene_clock(&scene, 1)->ready_ms, scene_at(&scene, "08:01:30"));
	scene_call(&scene, 0, 1, "08:11:00");
	int64_t elapsed = scene_serve(&scene, 1, "08:12:00");
	assert_int_equal(elapsed, 630);
	assert_verdict(elapsed, TARGET_MISSED);
}

/* ---- kept or not ---- */

static void no_clock_while_all_are_busy(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, ALL);
	scene_open_busy(&scene, 0, "08:00:00");
	scene_open_busy(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "08:30:00");
	scene_move(&scene, "10:00:00");
	assert_false(scene_runs(&scene, 1));
	assert_int_equal(scene_clock(&scene, 1)->high_ms, TICKET_NEVER);
	assert_int_equal(
		target_elapsed(scene_clock(&scene, 1), scene.line.settled_ms), TICKET_NEVER);
}

static void one_ticket_a_free_counter(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_open_counter(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, KONS, "09:01:00");
	scene_issue(&scene, 3, KONS, "09:02:00");
	assert_true(scene_runs(&scene, 1));
	assert_true(scene_runs(&scene, 2));
	assert_false(scene_runs(&scene, 3));
}

static void a_kept_ticket_makes_room(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, K);
	scene.line.counters[0].services = K | J;
	scene_open_counter(&scene, 0, "08:00:00");
	scene_open_counter(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, JUAL, "09:01:00");
	scene_issue(&scene, 3, KONS, "09:02:00");
	/* The first could go to either counter, so the second, which cannot, is kept as well. */
	assert_true(scene_runs(&scene, 1));
	assert_true(scene_runs(&scene, 2));
	assert_false(scene_runs(&scene, 3));
	assert_int_equal(scene_count_s(&scene, 2), 60);
}

static void a_later_ticket_of_another_service_is_kept(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, K);
	scene.line.counters[1].services = J;
	scene_open_counter(&scene, 0, "08:00:00");
	scene_open_counter(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, KONS, "09:01:00");
	scene_issue(&scene, 3, JUAL, "09:02:00");
	assert_true(scene_runs(&scene, 1));
	assert_false(scene_runs(&scene, 2));
	assert_true(scene_runs(&scene, 3));
}

/* ---- stopping, resuming, starting anew ---- */

static void an_earlier_turn_stops_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue_at(&scene, 2, KONS, "09:04:00", 0);
	assert_false(scene_runs(&scene, 1));
	assert_true(scene_runs(&scene, 2));
	scene_call(&scene, 0, 2, "09:05:00");
	assert_int_equal(scene_count_s(&scene, 1), 240);
	scene_move(&scene, "09:06:00");
	assert_int_equal(scene_count_s(&scene, 1), 240);
	/* The visitor called did not come: no finish, so the clock goes on from where it stood. */
	scene_miss(&scene, 0, "09:07:00");
	assert_true(scene_runs(&scene, 1));
	scene_call(&scene, 0, 1, "09:08:00");
	assert_int_equal(scene_serve(&scene, 1, "09:13:00"), 240 + 360);
}

static void a_finish_starts_anew_but_the_highest_counts(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue_at(&scene, 2, KONS, "09:10:01", 0);
	scene_call(&scene, 0, 2, "09:11:00");
	scene_finish(&scene, 0, "09:20:00");
	assert_int_equal(scene_count_s(&scene, 1), 0);
	assert_int_equal(scene_clock(&scene, 1)->ready_ms, scene_at(&scene, "09:20:00"));
	scene_call(&scene, 0, 1, "09:20:30");
	/* Missed once is missed for good. */
	assert_int_equal(scene_serve(&scene, 1, "09:21:00"), 601);
}

static void a_finish_leaves_running_clocks_alone(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_open_busy(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, KONS, "09:01:00");
	scene_finish(&scene, 1, "09:05:00");
	assert_int_equal(scene_count_s(&scene, 1), 300);
	assert_int_equal(scene_count_s(&scene, 2), 0);
	assert_true(scene_runs(&scene, 2));
}

static void a_closing_counter_stops_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 2, ALL);
	scene_open_counter(&scene, 0, "08:00:00");
	scene_open_busy(&scene, 1, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_close_counter(&scene, 0, "09:05:00");
	scene_move(&scene, "09:30:00");
	assert_int_equal(scene_count_s(&scene, 1), 300);
	scene_open_counter(&scene, 0, "09:40:00");
	assert_int_equal(scene_count_s(&scene, 1), 300);
	scene_call(&scene, 0, 1, "09:44:00");
	assert_int_equal(scene_serve(&scene, 1, "09:45:01"), 601);
}

static void a_call_out_of_turn_starts_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_open_busy(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "08:50:00");
	scene_call(&scene, 0, 1, "09:00:00");
	assert_int_equal(scene.called[1].ready_ms, scene_at(&scene, "09:00:00"));
	assert_int_equal(scene_serve(&scene, 1, "09:01:15"), 75);
}

/* ---- services nobody is there for ---- */

static void closed_desks_do_not_stop_the_promise(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, JUAL, "09:01:00");
	assert_true(scene_runs(&scene, 1));
	assert_false(scene_runs(&scene, 2));
	/* Somebody opens: one free counter instead of the one that was missing. */
	scene_open_counter(&scene, 0, "09:05:00");
	assert_int_equal(scene_count_s(&scene, 1), 300);
	scene_call(&scene, 0, 1, "09:06:00");
	assert_false(scene_runs(&scene, 2));
	assert_int_equal(scene_serve(&scene, 1, "09:07:00"), 420);
}

static void an_unattended_service_counts_beside_open_counters(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, K);
	scene_open_busy(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "09:00:00");
	scene_issue(&scene, 2, JUAL, "09:01:00");
	scene_issue(&scene, 3, PERP, "09:02:00");
	assert_false(scene_runs(&scene, 1));
	assert_true(scene_runs(&scene, 2));
	assert_false(scene_runs(&scene, 3));
	/* A busy counter that serves it ends the unattended waiting. */
	scene.line.counters[0].services = ALL;
	scene_move(&scene, "09:10:00");
	scene_settle(&scene, TARGET_OTHER);
	assert_false(scene_runs(&scene, 2));
	assert_int_equal(scene_count_s(&scene, 2), 540);
}

/* ---- hours ---- */

/* What an office publishes as waiting with nobody there to serve (unattended_s). */
static void waiting_for_a_closed_desk_is_told_apart(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, K);
	scene_issue(&scene, 1, KONS, "08:00:00");
	scene_open_counter(&scene, 0, "08:04:00");
	scene_close_counter(&scene, 0, "08:07:00");
	scene_move(&scene, "08:09:00");
	/* 08:00 to 08:04 and 08:07 to 08:09, of 9 minutes that counted. */
	const struct target_clock *clock = scene_clock(&scene, 1);
	assert_int_equal(target_alone(clock, scene.line.settled_ms), 6 * 60000);
	assert_int_equal(scene_count_s(&scene, 1), 9 * 60);
}

/* A standard of five minutes from the guest book on (Kota Pariaman, domain.md §3.1): whether a
 * counter is free is of no matter. */
static void a_promise_from_the_guest_book_runs_from_the_issue(void **state)
{
	(void)state;
	struct scene scene;
	scene_set_up(&scene, 1, ALL);
	scene.office.services[PERP].target_start = OFFICE_GUEST_BOOK;
	scene_open_busy(&scene, 0, "08:00:00");
	scene_issue(&scene, 1, KONS, "07:50:00");
	scene_issue(&scene, 2, PERP, "07:55:00");
	scene_issue(&scene, 3, PERP, "08:10:00");
	scene_move(&scene, "08:12:00");
	assert_false(scene_runs(&scene, 1));
	/* From the opening on, and from the issue on. */
	assert_int_equal(scene_count_s(&scene, 2), 12 * 60);
	assert_int_equal(scene_count_s(&scene, 3), 2 * 60);
	/* A finish starts the others' clocks, not these. */
	scene_finish(&scene, 0, "08:13:00");
	assert_true(scene_runs(&scene, 1));
	scene_call(&scene, 0, 1, "08:14:00");
	scene_finish(&scene, 0, "08:20:00");
	scene_call(&scene, 0, 2, "08:21:00");
	assert_int_equal(scene_serve(&scene, 2, "08:22:00"), 22 * 60);
}

/* ---- verdict and phase ---- */

static void verdicts(void **state)
{
	(void)state;
	assert_int_equal(target_judge(600, TICKET_NEVER), TARGET_NONE);
	assert_int_equal(target_judge(0, 5000), TARGET_NONE);
	assert_int_equal(target_judge(600, 0), TARGET_MET);
	assert_int_equal(target_judge(600, 600999), TARGET_MET);
	assert_int_equal(target_judge(600, 601000), TARGET_MISSED);
}

static void phases(void **state)
{
	(void)state;
	assert_int_equal(target_phase(600, 0), TARGET_ON_TIME);
	assert_int_equal(target_phase(600, 419999), TARGET_ON_TIME);
	assert_int_equal(target_phase(600, 420000), TARGET_SOON);
	assert_int_equal(target_phase(600, 600999), TARGET_SOON);
	assert_int_equal(target_phase(600, 601000), TARGET_LATE);
	assert_int_equal(target_phase(60, 0), TARGET_SOON);
	assert_int_equal(target_phase(0, 9999999), TARGET_ON_TIME);
}

/* ---- against a search through every way to seat the tickets ---- */

static bool can_seat(const struct target_line *line, const bool *kept, size_t ticket, uint32_t used)
{
	if (ticket == line->clock_count) {
		return true;
	}
	if (!kept[ticket]) {
		return can_seat(line, kept, ticket + 1, used);
	}
	for (size_t i = 0; i < line->counter_count; i++) {
		const struct target_counter *counter = &line->counters[i];
		bool serves = (counter->services >> line->clocks[ticket].service & 1u) != 0;
		if (counter->free && serves && (used >> i & 1u) == 0 &&
			can_seat(line, kept, ticket + 1, used | UINT32_C(1) << i)) {
			return true;
		}
	}
	return false;
}

static void greedy_by_search(const struct target_line *line, bool *out_kept)
{
	memset(out_kept, 0, TARGET_LINE * sizeof *out_kept);
	for (size_t i = 0; i < line->clock_count; i++) {
		out_kept[i] = true;
		out_kept[i] = can_seat(line, out_kept, 0, 0);
	}
}

static void agrees_with_exhaustive_search(void **state)
{
	(void)state;
	struct scene scene;
	unsigned seed = 20261123;
	for (int round = 0; round < 3000; round++) {
		scene_set_up(&scene, 4, ALL);
		for (size_t i = 0; i < 4; i++) {
			seed = seed * 1103515245u + 12345u;
			scene.line.counters[i].services = 1 + (seed >> 16) % 7;
			scene.line.counters[i].open = true;
			scene.line.counters[i].free = (seed >> 20) % 3 != 0;
		}
		/* A busy counter for everything keeps the unattended rule out of this one. */
		scene.line.counters[4] = (struct target_counter){.services = ALL, .open = true};
		scene.line.counter_count = 5;
		for (int64_t ticket = 1; ticket <= 6; ticket++) {
			seed = seed * 1103515245u + 12345u;
			scene_issue(&scene, ticket, (int)((seed >> 16) % SERVICES), "09:00:00");
		}
		bool wanted[TARGET_LINE];
		greedy_by_search(&scene.line, wanted);
		for (size_t i = 0; i < scene.line.clock_count; i++) {
			bool kept = scene.line.clocks[i].since_ms != TICKET_NEVER;
			assert_int_equal(kept, wanted[i]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(waited_before_the_finish),
		cmocka_unit_test(came_after_the_finish),
		cmocka_unit_test(came_to_an_idle_counter),
		cmocka_unit_test(no_clock_while_all_are_busy),
		cmocka_unit_test(one_ticket_a_free_counter),
		cmocka_unit_test(a_kept_ticket_makes_room),
		cmocka_unit_test(a_later_ticket_of_another_service_is_kept),
		cmocka_unit_test(an_earlier_turn_stops_the_clock),
		cmocka_unit_test(a_finish_starts_anew_but_the_highest_counts),
		cmocka_unit_test(a_finish_leaves_running_clocks_alone),
		cmocka_unit_test(a_closing_counter_stops_the_clock),
		cmocka_unit_test(a_call_out_of_turn_starts_the_clock),
		cmocka_unit_test(closed_desks_do_not_stop_the_promise),
		cmocka_unit_test(an_unattended_service_counts_beside_open_counters),
		cmocka_unit_test(waiting_for_a_closed_desk_is_told_apart),
		cmocka_unit_test(a_promise_from_the_guest_book_runs_from_the_issue),
		cmocka_unit_test(verdicts),
		cmocka_unit_test(phases),
		cmocka_unit_test(agrees_with_exhaustive_search),
	};
	return cmocka_run_group_tests_name("target", tests, NULL, NULL);
}
