/* Figures of a small day; every one is computed by hand. */
#include "app/queue/figures.h"
#include "tests/unit/check.h"

#include <string.h>

enum { KONS, JUAL, PERP };
enum { NONE = -1 };

static int64_t minutes(double count)
{
	return (int64_t)(count * 60000);
}

/* A visit in minutes after eight; NONE = did not happen. */
static struct segment visit(
	int64_t ticket, int service, double issued, double called, double served, double finished)
{
	struct segment segment = {
		.ticket = ticket,
		.place = 1,
		.is_last = true,
		.service = service,
		.issued_ms = minutes(issued),
		.turn_ms = minutes(issued),
		.issue_event = ticket * 10,
		.from_ms = minutes(issued),
		.called_ms = called < 0 ? TICKET_NEVER : minutes(called),
		.served_ms = served < 0 ? TICKET_NEVER : minutes(served),
		.finished_ms = finished < 0 ? TICKET_NEVER : minutes(finished),
		.service_ms = finished < 0 ? TICKET_NEVER : minutes(finished - served),
		.state = finished >= 0 ? TICKET_DONE : TICKET_WAITING,
		.party = 1,
		.target_s = 600,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.clock = {.alone_since_ms = TICKET_NEVER},
		.elapsed_ms = TICKET_NEVER,
	};
	return segment;
}

static void judge(struct segment *segment, double elapsed)
{
	segment->elapsed_ms = minutes(elapsed);
	segment->verdict = target_judge(segment->target_s, segment->elapsed_ms);
}

static void a_small_day(void **state)
{
	(void)state;
	struct figures all, sale;
	struct segment day[] = {
		visit(1, KONS, 0, 4, 5, 20),       /* waits 5, served 15 */
		visit(1, JUAL, 0, 25, 32, 40),     /* the same ticket: waits 12 from 20, served 8 */
		visit(2, KONS, 1, 41, 42, 50),     /* waits 41, served 8 */
		visit(3, PERP, 2, 51, NONE, NONE), /* absent */
		visit(4, KONS, 3, NONE, NONE, NONE),
		visit(5, KONS, 4, 52, 53, 54), /* uncertain */
		visit(6, KONS, 5, NONE, NONE, NONE),
		visit(6, PERP, 5, NONE, NONE, NONE),
	};
	day[0].is_last = false;
	judge(&day[0], 5);
	day[1].place = 2;
	day[1].from_ms = minutes(20);
	judge(&day[1], 12);
	judge(&day[2], 2);
	day[2].party = 4;
	day[3].state = TICKET_ABSENT;
	day[5].uncertain = true;
	day[6].is_last = false;
	day[6].clock.alone_ms = minutes(3);
	day[7].place = 2;
	day[7].state = TICKET_CANCELLED;
	day[7].clock.alone_since_ms = minutes(50);
	figures_compute(day, sizeof day / sizeof day[0], -1, minutes(60), &all);
	assert_int_equal(all.issued, 8);
	assert_int_equal(all.done, 4);
	assert_int_equal(all.absent, 1);
	assert_int_equal(all.cancelled, 1);
	assert_int_equal(all.transferred, 1);
	assert_int_equal(all.open, 1);
	assert_int_equal(all.uncertain, 1);
	assert_int_equal(all.people, 9);
	assert_int_equal(all.target.counted, 3);
	assert_int_equal(all.target.right, 2);
	assert_int_equal(all.target.longest_ms, minutes(12));
	assert_int_equal(all.unattended_ms, minutes(13));
	/* 5, 12, 41 */
	assert_int_equal(all.wait.count, 3);
	assert_int_equal(all.wait.median_ms, minutes(12));
	assert_int_equal(all.wait.p90_ms, minutes(41));
	/* 8, 8, 15 */
	assert_int_equal(all.service.median_ms, minutes(8));
	assert_int_equal(all.service.max_ms, minutes(15));
	figures_compute(day, sizeof day / sizeof day[0], JUAL, minutes(60), &sale);
	assert_int_equal(sale.issued, 1);
	assert_int_equal(sale.done, 1);
	assert_int_equal(sale.target.counted, 1);
	assert_int_equal(sale.target.right, 0);
	assert_int_equal(sale.wait.median_ms, minutes(12));
}

static void an_empty_day_has_no_figures(void **state)
{
	(void)state;
	struct figures all;
	figures_compute(NULL, 0, -1, 0, &all);
	assert_int_equal(all.issued, 0);
	assert_int_equal(all.wait.count, 0);
	assert_int_equal(all.wait.median_ms, TICKET_NEVER);
	assert_int_equal(all.target.longest_ms, TICKET_NEVER);
}

/* Nearest rank (design §9): of 1 to 10 the median is 5 and nine tenths do not exceed 9. */
static void percentiles_are_of_the_nearest_rank(void **state)
{
	(void)state;
	struct figures all;
	struct segment day[10];
	for (int i = 0; i < 10; i++) {
		day[i] = visit(i + 1, KONS, 0, i + 1, i + 1, 30);
	}
	figures_compute(day, 10, -1, minutes(60), &all);
	assert_int_equal(all.wait.median_ms, minutes(5));
	assert_int_equal(all.wait.p90_ms, minutes(9));
	assert_int_equal(all.wait.max_ms, minutes(10));
}

/* The standard taken by the letter: start less the finish of the one before in queue order. */
static void the_literal_single_queue(void **state)
{
	(void)state;
	struct figures all;
	struct segment day[] = {
		visit(1, KONS, 0, 1, 1, 10),
		visit(2, KONS, 2, 9, 9, 30),   /* at another counter, the first still there: 0 */
		visit(3, KONS, 3, 41, 41, 50), /* 11 minutes after the second */
		visit(4, KONS, 4, 55, 55, 60), /* 5 after the third, but its turn is before it */
	};
	day[3].turn_ms = day[2].turn_ms - 1;
	for (int i = 0; i < 4; i++) {
		judge(&day[i], 1);
	}
	assert_int_equal(figures_literal(day, 4, 0), TICKET_NEVER);
	assert_int_equal(figures_literal(day, 4, 1), 0);
	assert_int_equal(figures_literal(day, 4, 3), minutes(25));
	assert_int_equal(figures_literal(day, 4, 2), 0);
	day[3].turn_ms = day[3].issued_ms;
	assert_int_equal(figures_literal(day, 4, 2), minutes(11));
	assert_int_equal(figures_literal(day, 4, 3), minutes(5));
	figures_compute(day, 4, -1, minutes(60), &all);
	assert_int_equal(all.literal.counted, 3);
	assert_int_equal(all.literal.right, 2);
	assert_int_equal(all.literal.longest_ms, minutes(11));
}

static void a_forecast_is_right_or_not(void **state)
{
	(void)state;
	struct figures all;
	struct segment day[] = {
		visit(1, KONS, 0, 5, 6, 10),
		visit(2, KONS, 0, 12, 13, 20),
		visit(3, KONS, 0, 4.99, 13, 20),
		visit(4, KONS, 0, NONE, NONE, NONE),
		visit(5, KONS, 0, 12.5, 13, 20),
	};
	for (int i = 0; i < 5; i++) {
		day[i].low_ms = minutes(5);
		day[i].high_ms = minutes(12);
	}
	figures_compute(day, 5, -1, minutes(60), &all);
	assert_int_equal(all.estimate.counted, 4);
	assert_int_equal(all.estimate.right, 2);
	assert_int_equal(all.estimate.longest_ms, minutes(0.5));
}

/* What days closed before said: by turns alone, whoever was called when. */
static void turns_that_were_passed(void **state)
{
	(void)state;
	struct segment day[] = {visit(1, KONS, 0, 1, 2, 3), visit(2, KONS, 5, 40, 41, 50),
		visit(3, KONS, 10, 10, 11, 20), visit(4, KONS, 30, 50, 51, 60)};
	day[2].turn_ms -= minutes(15);
	assert_int_equal(figures_turns_passed(day, 4), 2);
	/* Who comes back has a later turn, and is rightly passed. */
	day[0].turn_ms = minutes(20);
	assert_int_equal(figures_turns_passed(day, 4), 1);
	assert_int_equal(figures_turns_passed(day, 0), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_small_day),
		cmocka_unit_test(an_empty_day_has_no_figures),
		cmocka_unit_test(percentiles_are_of_the_nearest_rank),
		cmocka_unit_test(the_literal_single_queue),
		cmocka_unit_test(a_forecast_is_right_or_not),
		cmocka_unit_test(turns_that_were_passed),
	};
	return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}
