/* A report of two small days, whose figures are counted by hand; its periods, and who sees what. */
#include "app/base/text.h"
#include "app/report/period.h"
#include "app/report/report.h"
#include "tests/unit/check.h"

#include <string.h>

enum { KONS, JUAL, SERVICES };

static int64_t minutes(double count)
{
	return (int64_t)(count * 60000);
}

static struct office make_office(void)
{
	struct office office = {.zone = OFFICE_WITA, .service_count = SERVICES, .counter_count = 2};
	text_copy(office.services[KONS].code, sizeof office.services[KONS].code, "KONS");
	text_copy(office.services[JUAL].code, sizeof office.services[JUAL].code, "JUAL");
	office.services[JUAL].fee = OFFICE_FEE_CHARGED;
	office.counters[0] = (struct office_counter){.number = 1, .services = 3};
	office.counters[1] = (struct office_counter){.number = 2, .services = 3};
	return office;
}

/* Served at `counter` after `wait`, for ten minutes; times in minutes after `start`. */
static struct segment visit(
	int64_t ticket, int service, int counter, int64_t start, double issued, double wait)
{
	return (struct segment){
		.ticket = ticket,
		.place = 1,
		.is_last = true,
		.service = service,
		.counter = counter,
		.issued_ms = start + minutes(issued),
		.turn_ms = start + minutes(issued),
		.issue_event = ticket,
		.from_ms = start + minutes(issued),
		.called_ms = start + minutes(issued + wait),
		.served_ms = start + minutes(issued + wait),
		.finished_ms = start + minutes(issued + wait + 10),
		.service_ms = minutes(10),
		.state = TICKET_DONE,
		.party = 1,
		.target_s = 600,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.clock = {.alone_since_ms = TICKET_NEVER},
		.elapsed_ms = minutes(wait),
		.verdict = target_judge(600, minutes(wait)),
	};
}

/* What the desk makes of the segments; all rows are owned by the test. */
static void fill(const struct office *office, struct desk_record *record, const char *date,
	struct segment *segments, size_t count, struct desk_breach *breaches)
{
	*record = (struct desk_record){.segments = segments, .segment_count = count};
	text_copy(record->day.service_date, sizeof record->day.service_date, date);
	record->day.priority.known = true;
	figures_compute(segments, count, -1, 0, &record->day.all);
	for (int i = 0; i < office->service_count; i++) {
		figures_compute(segments, count, i, 0, &record->day.services[i]);
	}
	record->breaches = breaches;
	for (size_t i = 0; i < count; i++) {
		if (segments[i].verdict == TARGET_MISSED) {
			breaches[record->breach_count++].segment = segments[i];
		}
	}
}

struct two_days {
	struct office office;
	struct segment first[4], second[2];
	struct desk_breach breaches[2][4];
	struct desk_record records[2];
	struct desk_index index;
};

static void set_up(struct two_days *days)
{
	int64_t start;
	*days = (struct two_days){.office = make_office()};
	assert_true(calendar_parse(&days->office, "2026-11-23T08:00:00", &start));
	days->first[0] = visit(1, KONS, 1, start, 0, 4);
	days->first[1] = visit(2, JUAL, 2, start, 5, 12);
	days->first[1].priority = TICKET_ELDERLY;
	/* From the sale to a consultation: waits 8 from then on. */
	days->first[2] = visit(2, KONS, 1, start, 27, 8);
	days->first[2].place = 2;
	days->first[2].issued_ms = days->first[1].issued_ms;
	days->first[1].is_last = false;
	days->first[3] = visit(3, KONS, 1, start, 61, 25);
	days->second[0] = visit(4, JUAL, 1, start + minutes(1440), 10, 2);
	days->second[1] = visit(5, KONS, 2, start + minutes(1440), 70, 40);
	days->second[1].uncertain = true;
	days->second[1].verdict = TARGET_NONE;
	days->index = (struct desk_index){.finished = 3, .any = true, .centi = 9148};
	fill(&days->office, &days->records[0], "2026-11-23", days->first, 4, days->breaches[0]);
	fill(&days->office, &days->records[1], "2026-11-24", days->second, 2, days->breaches[1]);
	days->records[0].women = 2;
	days->records[0].men = 1;
	days->records[1].women = 1;
	days->records[0].outcomes.sources[OUTCOME_MAP] = 2;
	days->records[1].outcomes.sources[OUTCOME_MAP] = 1;
	days->records[1].outcomes.results[OUTCOME_SERVED] = 3;
}

static void make(const struct two_days *days, enum desk_role role, int counter, size_t count,
	struct report *out_report)
{
	const struct report_source source = {&days->office, "2026-11-23", "2026-11-24",
		days->records, count, &days->index, 1, 0};
	struct report_scope scope = report_scope_of(&days->office, role, counter);
	report_make(&source, &scope, out_report);
}

static void of_one_day_it_says_what_the_day_says(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_HEAD, 1, 1, &report);
	assert_memory_equal(&report.all, &days.records[0].day.all, sizeof report.all);
	for (int i = 0; i < SERVICES; i++) {
		struct figures own = days.records[0].day.services[i];
		assert_memory_equal(&report.services[i], &own, sizeof own);
	}
	report_finish(&report);
}

static void several_days_are_counted_together(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_HEAD, 1, 2, &report);
	assert_int_equal(report.visits, 5);
	assert_int_equal(report.all.issued, 6);
	assert_int_equal(report.priority, 1);
	assert_int_equal(report.women, 3);
	assert_int_equal(report.men, 1);
	assert_int_equal(report.outcomes.sources[OUTCOME_MAP], 3);
	assert_int_equal(report.outcomes.results[OUTCOME_SERVED], 3);
	/* 4, 12, 8, 25 and 2; the uncertain one is in no time */
	assert_int_equal(report.all.wait.count, 5);
	assert_int_equal(report.all.wait.median_ms, minutes(8));
	assert_int_equal(report.all.target.counted, 5);
	assert_int_equal(report.all.target.right, 3);
	const int bins[REPORT_BINS] = {2, 1, 1, 0, 1, 0};
	assert_memory_equal(report.bins, bins, sizeof bins);
	assert_int_equal(report.hours[8], 3);
	assert_int_equal(report.hours[9], 1);
	assert_int_equal(report.day_count, 2);
	assert_string_equal(report.days[0].date, "2026-11-23");
	assert_int_equal(report.days[0].target.counted, 4);
	assert_int_equal(report.days[1].issued, 2);
	/* The literal figure is of a day's line: no night lies between two visitors. */
	assert_int_equal(report.all.literal.counted,
		days.records[0].day.all.literal.counted + days.records[1].day.all.literal.counted);
	assert_true(report.all.literal.longest_ms < minutes(120));
	/* The longest first. */
	assert_int_equal(report.breach_count, 2);
	assert_int_equal(report.breaches[0].breach.segment.ticket, 3);
	assert_string_equal(report.breaches[1].date, "2026-11-23");
	assert_int_equal(report.index_count, 1);
	report_finish(&report);
}

/* A day from before overtakers could be told again is no day without any. */
static void what_a_day_cannot_tell_is_not_told_of_the_stretch(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	days.records[0].day.priority.overtaken = 3;
	make(&days, DESK_HEAD, 1, 2, &report);
	assert_int_equal(report.untold_days, 0);
	assert_int_equal(report.overtaken, 3);
	report_finish(&report);
	days.records[1].day.priority = (struct figures_priority){.known = false};
	make(&days, DESK_HEAD, 1, 2, &report);
	assert_int_equal(report.untold_days, 1);
	report_finish(&report);
}

static void a_clerk_sees_the_own_counter_and_the_totals(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_CLERK, 2, 1, &report);
	assert_false(report.scope.past);
	assert_int_equal(report.all.issued, 4);
	assert_int_equal(report.counter_count, 1);
	assert_int_equal(report.counters[0].number, 2);
	assert_int_equal(report.counters[0].figures.issued, 1);
	assert_int_equal(report.breach_count, 1);
	assert_int_equal(report.breaches[0].breach.segment.ticket, 2);
	report_finish(&report);
}

/* And of a visitor who was sent on, the sale alone; with the time waited as the day has it. */
static void a_treasurer_sees_what_is_charged_for(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_TREASURER, 2, 2, &report);
	assert_true(report.scope.past);
	assert_int_equal(report.women + report.men, 0);
	assert_int_equal(report.outcomes.sources[OUTCOME_MAP], 0);
	assert_false(report.whole);
	assert_int_equal(report.visits, 2);
	assert_int_equal(report.all.issued, 2);
	assert_int_equal(report.all.literal.counted, 0);
	assert_int_equal(report.services[KONS].issued, 0);
	assert_int_equal(report.days[0].issued, 1);
	assert_int_equal(report.breach_count, 1);
	assert_int_equal(report.hours[9], 0);
	assert_int_equal(report.index_count, 0);
	report_finish(&report);
}

static void a_service_keeps_the_wait_after_another(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_CLERK, 1, 1, &report);
	/* At counter 1: 4, 8 (from the transfer on) and 25. */
	assert_int_equal(report.counters[0].figures.wait.median_ms, minutes(8));
	report_finish(&report);
}

static void nothing_is_no_trouble(void **state)
{
	(void)state;
	struct two_days days;
	struct report report;
	set_up(&days);
	make(&days, DESK_HEAD, 1, 0, &report);
	assert_int_equal(report.visits, 0);
	assert_int_equal(report.day_count, 0);
	assert_int_equal(report.breach_count, 0);
	assert_int_equal(report.all.wait.median_ms, TICKET_NEVER);
	report_finish(&report);
}

/* ---- periods ---- */

static void expect_period(enum report_span span, const char *date, const char *from, const char *to)
{
	struct report_period period = report_period_of(span, date);
	assert_string_equal(period.from, from);
	assert_string_equal(period.to, to);
	assert_true(report_period_holds(&period, date));
}

static void periods_are_whole(void **state)
{
	(void)state;
	expect_period(REPORT_DAY, "2026-11-23", "2026-11-23", "2026-11-23");
	expect_period(REPORT_MONTH, "2026-11-23", "2026-11-01", "2026-11-30");
	expect_period(REPORT_MONTH, "2028-02-01", "2028-02-01", "2028-02-29");
	expect_period(REPORT_MONTH, "2026-12-31", "2026-12-01", "2026-12-31");
	expect_period(REPORT_QUARTER, "2026-11-23", "2026-10-01", "2026-12-31");
	expect_period(REPORT_QUARTER, "2026-03-31", "2026-01-01", "2026-03-31");
	expect_period(REPORT_YEAR, "2026-11-23", "2026-01-01", "2026-12-31");
}

static void the_one_before_and_after(void **state)
{
	(void)state;
	struct report_period period = report_period_of(REPORT_DAY, "2026-03-01");
	period = report_period_step(&period, -1);
	assert_string_equal(period.from, "2026-02-28");
	period = report_period_of(REPORT_MONTH, "2026-12-05");
	period = report_period_step(&period, 1);
	assert_string_equal(period.to, "2027-01-31");
	period = report_period_step(&period, -1);
	assert_string_equal(period.from, "2026-12-01");
	period = report_period_of(REPORT_QUARTER, "2026-01-05");
	period = report_period_step(&period, -1);
	assert_string_equal(period.from, "2025-10-01");
	assert_false(report_period_holds(&period, "2025-09-30"));
	assert_false(report_period_holds(&period, "2026-01-01"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(of_one_day_it_says_what_the_day_says),
		cmocka_unit_test(several_days_are_counted_together),
		cmocka_unit_test(what_a_day_cannot_tell_is_not_told_of_the_stretch),
		cmocka_unit_test(a_clerk_sees_the_own_counter_and_the_totals),
		cmocka_unit_test(a_treasurer_sees_what_is_charged_for),
		cmocka_unit_test(a_service_keeps_the_wait_after_another),
		cmocka_unit_test(nothing_is_no_trouble),
		cmocka_unit_test(periods_are_whole),
		cmocka_unit_test(the_one_before_and_after),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
