/* The 10-minute promise: the rows of design §4, and what happens around them. */
#include "app/queue/target.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

enum { KONS, JUAL, PERP, SERVICES };
enum { K = 1 << KONS, J = 1 << JUAL, P = 1 << PERP, ALL = K | J | P };
enum { LIMIT_S = 600, CALLED = 8 };

/* A desk in small: it does to the line what the acts of a day do. */
struct scene {
	struct office office;
	struct target_line line;
	struct target_clock called[CALLED];
};

/* Office time of "09:10:01" on Monday 2026-11-23. */
static int64_t at(const struct scene *scene, const char *time)
{
	char text[CALENDAR_TIME_SIZE];
	int64_t ms;
	snprintf(text, sizeof text, "2026-11-23T%s", time);
	assert_true(calendar_parse(&scene->office, text, &ms));
	return ms;
}

static void set_up(struct scene *scene, size_t counters, uint32_t services)
{
	memset(scene, 0, sizeof *scene);
	scene->office.zone = OFFICE_WITA;
	scene->office.service_count = SERVICES;
	for (int day = 0; day < 5; day++) {
		scene->office.week[day].open = (struct office_span){8 * 60, 15 * 60 + 30};
	}
	scene->line.office = &scene->office;
	scene->line.counter_count = counters;
	scene->line.settled_ms = at(scene, "07:00:00");
	for (size_t i = 0; i < counters; i++) {
		scene->line.counters[i].services = services;
	}
}

static void settle(struct scene *scene, enum target_cause cause)
{
	target_settle(&scene->line, cause);
}

static void move(struct scene *scene, const char *time)
{
	target_advance(&scene->line, at(scene, time));
}

static void open_counter(struct scene *scene, int counter, const char *time)
{
	move(scene, time);
	scene->line.counters[counter].open = true;
	scene->line.counters[counter].free = true;
	settle(scene, TARGET_OTHER);
}

static void close_counter(struct scene *scene, int counter, const char *time)
{
	move(scene, time);
	scene->line.counters[counter].open = false;
	scene->line.counters[counter].free = false;
	settle(scene, TARGET_OTHER);
}

/* A busy counter: somebody of no interest is served there. */
static void open_busy(struct scene *scene, int counter, const char *time)
{
	move(scene, time);
	scene->line.counters[counter].open = true;
	scene->line.counters[counter].free = false;
	settle(scene, TARGET_OTHER);
}

static void finish(struct scene *scene, int counter, const char *time)
{
	move(scene, time);
	scene->line.counters[counter].free = true;
	settle(scene, TARGET_FINISH);
}

static void miss(struct scene *scene, int counter, const char *time)
{
	move(scene, time);
	scene->line.counters[counter].free = true;
	settle(scene, TARGET_OTHER);
}

/* `ticket` takes its place in line before those behind `ahead`. */
static void issue_at(
	struct scene *scene, int64_t ticket, int service, const char *time, size_t ahead)
{
	struct target_line *line = &scene->line;
	move(scene, time);
	assert_true(ahead <= line->clock_count);
	memmove(&line->clocks[ahead + 1], &line->clocks[ahead],
		(line->clock_count - ahead) * sizeof line->clocks[0]);
	line->clocks[ahead] = (struct target_clock){
		.ticket = ticket,
		.service = service,
		.since_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
	};
	line->clock_count++;
	settle(scene, TARGET_OTHER);
}

static void issue(struct scene *scene, int64_t ticket, int service, const char *time)
{
	issue_at(scene, ticket, service, time, scene->line.clock_count);
}

static const struct target_clock *find(const struct scene *scene, int64_t ticket)
{
	for (size_t i = 0; i < scene->line.clock_count; i++) {
		if (scene->line.clocks[i].ticket == ticket) {
			return &scene->line.clocks[i];
		}
	}
	fail_msg("ticket %d is not in line", (int)ticket);
	return NULL;
}

static bool runs(const struct scene *scene, int64_t ticket)
{
	return find(scene, ticket)->since_ms != TICKET_NEVER;
}

static int64_t count_s(const struct scene *scene, int64_t ticket)
{
	return target_count(find(scene, ticket), scene->line.settled_ms) / 1000;
}

static void call(struct scene *scene, int counter, int64_t ticket, const char *time)
{
	struct target_line *line = &scene->line;
	move(scene, time);
	size_t place = (size_t)(find(scene, ticket) - line->clocks);
	scene->called[ticket] = line->clocks[place];
	line->clock_count--;
	memmove(&line->clocks[place], &line->clocks[place + 1],
		(line->clock_count - place) * sizeof line->clocks[0]);
	line->counters[counter].free = false;
	target_call(&scene->called[ticket], line->settled_ms);
	settle(scene, TARGET_OTHER);
}

/* Seconds up to service. */
static int64_t serve(struct scene *scene, int64_t ticket, const char *time)
{
	move(scene, time);
	return target_elapsed(&scene->called[ticket], scene->line.settled_ms) / 1000;
}

static void assert_verdict(int64_t elapsed_s, enum target_verdict verdict)
{
	assert_int_equal(target_judge(LIMIT_S, elapsed_s * 1000), verdict);
}

/* ---- rows to check by hand, one counter ---- */

static void row_served_at(const char *time, int64_t elapsed_s, enum target_verdict verdict)
{
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_busy(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "08:50:00");
	finish(&scene, 0, "09:00:00");
	call(&scene, 0, 1, "09:08:00");
	int64_t elapsed = serve(&scene, 1, time);
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
	set_up(&scene, 1, ALL);
	open_busy(&scene, 0, "08:00:00");
	finish(&scene, 0, "09:00:00");
	issue(&scene, 1, KONS, "09:05:00");
	call(&scene, 0, 1, "09:13:30");
	int64_t elapsed = serve(&scene, 1, "09:14:00");
	assert_int_equal(elapsed, 540);
	assert_verdict(elapsed, TARGET_MET);
}

static void came_to_an_idle_counter(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_counter(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "08:01:30");
	assert_int_equal(find(&scene, 1)->ready_ms, at(&scene, "08:01:30"));
	call(&scene, 0, 1, "08:11:00");
	int64_t elapsed = serve(&scene, 1, "08:12:00");
	assert_int_equal(elapsed, 630);
	assert_verdict(elapsed, TARGET_MISSED);
}

/* ---- kept or not ---- */

static void no_clock_while_all_are_busy(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, ALL);
	open_busy(&scene, 0, "08:00:00");
	open_busy(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "08:30:00");
	move(&scene, "10:00:00");
	assert_false(runs(&scene, 1));
	assert_int_equal(find(&scene, 1)->high_ms, TICKET_NEVER);
	assert_int_equal(target_elapsed(find(&scene, 1), scene.line.settled_ms), TICKET_NEVER);
}

static void one_ticket_a_free_counter(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, ALL);
	open_counter(&scene, 0, "08:00:00");
	open_counter(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, KONS, "09:01:00");
	issue(&scene, 3, KONS, "09:02:00");
	assert_true(runs(&scene, 1));
	assert_true(runs(&scene, 2));
	assert_false(runs(&scene, 3));
}

static void a_kept_ticket_makes_room(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, K);
	scene.line.counters[0].services = K | J;
	open_counter(&scene, 0, "08:00:00");
	open_counter(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, JUAL, "09:01:00");
	issue(&scene, 3, KONS, "09:02:00");
	/* The first could go to either counter, so the second, which cannot, is kept as well. */
	assert_true(runs(&scene, 1));
	assert_true(runs(&scene, 2));
	assert_false(runs(&scene, 3));
	assert_int_equal(count_s(&scene, 2), 60);
}

static void a_later_ticket_of_another_service_is_kept(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, K);
	scene.line.counters[1].services = J;
	open_counter(&scene, 0, "08:00:00");
	open_counter(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, KONS, "09:01:00");
	issue(&scene, 3, JUAL, "09:02:00");
	assert_true(runs(&scene, 1));
	assert_false(runs(&scene, 2));
	assert_true(runs(&scene, 3));
}

/* ---- stopping, resuming, starting anew ---- */

static void an_earlier_turn_stops_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_counter(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue_at(&scene, 2, KONS, "09:04:00", 0);
	assert_false(runs(&scene, 1));
	assert_true(runs(&scene, 2));
	call(&scene, 0, 2, "09:05:00");
	assert_int_equal(count_s(&scene, 1), 240);
	move(&scene, "09:06:00");
	assert_int_equal(count_s(&scene, 1), 240);
	/* The visitor called did not come: no finish, so the clock goes on from where it stood. */
	miss(&scene, 0, "09:07:00");
	assert_true(runs(&scene, 1));
	call(&scene, 0, 1, "09:08:00");
	assert_int_equal(serve(&scene, 1, "09:13:00"), 240 + 360);
}

static void a_finish_starts_anew_but_the_highest_counts(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_counter(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue_at(&scene, 2, KONS, "09:10:01", 0);
	call(&scene, 0, 2, "09:11:00");
	finish(&scene, 0, "09:20:00");
	assert_int_equal(count_s(&scene, 1), 0);
	assert_int_equal(find(&scene, 1)->ready_ms, at(&scene, "09:20:00"));
	call(&scene, 0, 1, "09:20:30");
	/* Missed once is missed for good. */
	assert_int_equal(serve(&scene, 1, "09:21:00"), 601);
}

static void a_finish_leaves_running_clocks_alone(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, ALL);
	open_counter(&scene, 0, "08:00:00");
	open_busy(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, KONS, "09:01:00");
	finish(&scene, 1, "09:05:00");
	assert_int_equal(count_s(&scene, 1), 300);
	assert_int_equal(count_s(&scene, 2), 0);
	assert_true(runs(&scene, 2));
}

static void a_closing_counter_stops_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 2, ALL);
	open_counter(&scene, 0, "08:00:00");
	open_busy(&scene, 1, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	close_counter(&scene, 0, "09:05:00");
	move(&scene, "09:30:00");
	assert_int_equal(count_s(&scene, 1), 300);
	open_counter(&scene, 0, "09:40:00");
	assert_int_equal(count_s(&scene, 1), 300);
	call(&scene, 0, 1, "09:44:00");
	assert_int_equal(serve(&scene, 1, "09:45:01"), 601);
}

static void a_call_out_of_turn_starts_the_clock(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_busy(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "08:50:00");
	call(&scene, 0, 1, "09:00:00");
	assert_int_equal(scene.called[1].ready_ms, at(&scene, "09:00:00"));
	assert_int_equal(serve(&scene, 1, "09:01:15"), 75);
}

/* ---- services nobody is there for ---- */

static void closed_desks_do_not_stop_the_promise(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, JUAL, "09:01:00");
	assert_true(runs(&scene, 1));
	assert_false(runs(&scene, 2));
	/* Somebody opens: one free counter instead of the one that was missing. */
	open_counter(&scene, 0, "09:05:00");
	assert_int_equal(count_s(&scene, 1), 300);
	call(&scene, 0, 1, "09:06:00");
	assert_false(runs(&scene, 2));
	assert_int_equal(serve(&scene, 1, "09:07:00"), 420);
}

static void an_unattended_service_counts_beside_open_counters(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, K);
	open_busy(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "09:00:00");
	issue(&scene, 2, JUAL, "09:01:00");
	issue(&scene, 3, PERP, "09:02:00");
	assert_false(runs(&scene, 1));
	assert_true(runs(&scene, 2));
	assert_false(runs(&scene, 3));
	/* A busy counter that serves it ends the unattended waiting. */
	scene.line.counters[0].services = ALL;
	move(&scene, "09:10:00");
	settle(&scene, TARGET_OTHER);
	assert_false(runs(&scene, 2));
	assert_int_equal(count_s(&scene, 2), 540);
}

/* ---- hours ---- */

static void nothing_counts_before_opening(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	open_counter(&scene, 0, "07:40:00");
	issue(&scene, 1, KONS, "07:45:00");
	assert_false(runs(&scene, 1));
	call(&scene, 0, 1, "08:04:00");
	assert_int_equal(scene.called[1].ready_ms, at(&scene, "08:00:00"));
	assert_int_equal(serve(&scene, 1, "08:05:00"), 300);
}

static void an_office_break_stops_every_clock(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	scene.office.week[0].breaks[0] = (struct office_span){12 * 60, 13 * 60};
	scene.office.week[0].break_count = 1;
	open_counter(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "11:55:00");
	move(&scene, "12:30:00");
	assert_false(runs(&scene, 1));
	assert_int_equal(count_s(&scene, 1), 300);
	move(&scene, "13:05:00");
	assert_true(runs(&scene, 1));
	assert_int_equal(count_s(&scene, 1), 600);
}

static void closing_time_ends_what_nobody_serves(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, K);
	open_counter(&scene, 0, "08:00:00");
	issue(&scene, 1, KONS, "15:20:00");
	issue(&scene, 2, JUAL, "15:25:00");
	move(&scene, "15:40:00");
	/* The counter is still open and free, so its promise still runs. */
	assert_int_equal(count_s(&scene, 1), 1200);
	assert_int_equal(count_s(&scene, 2), 300);
	assert_false(runs(&scene, 2));
}

static void a_night_between_counts_nothing(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, K);
	issue(&scene, 1, KONS, "15:20:00");
	/* Ended by the system long before, but the rule itself must hold: Tuesday 08.10. */
	target_advance(&scene.line, at(&scene, "08:10:00") + INT64_C(86400) * 1000);
	assert_int_equal(count_s(&scene, 1), 600 + 600);
}

static void a_closed_day_counts_nothing(void **state)
{
	(void)state;
	struct scene scene;
	set_up(&scene, 1, ALL);
	int64_t sunday = at(&scene, "09:00:00") - INT64_C(86400) * 1000;
	scene.line.settled_ms = sunday;
	scene.line.counters[0] = (struct target_counter){ALL, true, true};
	scene.line.clocks[0] = (struct target_clock){
		.ticket = 1, .since_ms = TICKET_NEVER, .high_ms = TICKET_NEVER};
	scene.line.clock_count = 1;
	settle(&scene, TARGET_OTHER);
	assert_false(runs(&scene, 1));
	move(&scene, "08:01:00");
	assert_int_equal(count_s(&scene, 1), 60);
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
		set_up(&scene, 4, ALL);
		for (size_t i = 0; i < 4; i++) {
			seed = seed * 1103515245u + 12345u;
			scene.line.counters[i].services = 1 + (seed >> 16) % 7;
			scene.line.counters[i].open = true;
			scene.line.counters[i].free = (seed >> 20) % 3 != 0;
		}
		/* A busy counter for everything keeps the unattended rule out of this one. */
		scene.line.counters[4] = (struct target_counter){ALL, true, false};
		scene.line.counter_count = 5;
		for (int64_t ticket = 1; ticket <= 6; ticket++) {
			seed = seed * 1103515245u + 12345u;
			issue(&scene, ticket, (int)((seed >> 16) % SERVICES), "09:00:00");
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
		cmocka_unit_test(nothing_counts_before_opening),
		cmocka_unit_test(an_office_break_stops_every_clock),
		cmocka_unit_test(closing_time_ends_what_nobody_serves),
		cmocka_unit_test(a_night_between_counts_nothing),
		cmocka_unit_test(a_closed_day_counts_nothing),
		cmocka_unit_test(verdicts),
		cmocka_unit_test(phases),
		cmocka_unit_test(agrees_with_exhaustive_search),
	};
	return cmocka_run_group_tests_name("target", tests, NULL, NULL);
}
