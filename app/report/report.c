#include "app/report/report.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdlib.h>

const int report_bin_ends[REPORT_BINS - 1] = {5, 10, 15, 20, 30};

enum { MINUTE_MS = 60000 };

/* The segments of all days. */
struct pool {
	struct segment *segments;
	size_t count;
};

static bool is_seen(const struct report_scope *scope, const struct segment *segment)
{
	return (scope->services >> segment->service & 1u) != 0;
}

static struct pool fill_pool(const struct report_source *source)
{
	size_t most = 0;
	for (size_t i = 0; i < source->record_count; i++) {
		most += source->records[i].segment_count;
	}
	struct pool pool = {memory_zeroed(most + 1, sizeof(struct segment)), 0};
	for (size_t i = 0; i < source->record_count; i++) {
		const struct desk_record *record = &source->records[i];
		for (size_t j = 0; j < record->segment_count; j++) {
			pool.segments[pool.count++] = record->segments[j];
		}
	}
	return pool;
}

static void make_figures(
	struct report *report, const struct report_source *source, const struct pool *pool)
{
	const struct report_scope *scope = &report->scope;
	const struct office *office = source->office;
	struct figures_choice choice = {scope->services, 0};
	figures_choose(pool->segments, pool->count, &choice, source->now, &report->all);
	for (int i = 0; i < office->service_count; i++) {
		choice.services = scope->services & UINT32_C(1) << i;
		figures_choose(
			pool->segments, pool->count, &choice, source->now, &report->services[i]);
	}
	choice.services = scope->services;
	for (int i = 0; i < office->counter_count; i++) {
		choice.counter = office->counters[i].number;
		if (scope->counter == 0 || scope->counter == choice.counter) {
			struct report_counter *own = &report->counters[report->counter_count++];
			own->number = choice.counter;
			figures_choose(
				pool->segments, pool->count, &choice, source->now, &own->figures);
		}
	}
}

static void count_wait(struct report *report, int64_t wait_ms)
{
	int bin = 0;
	while (bin < REPORT_BINS - 1 && wait_ms >= (int64_t)report_bin_ends[bin] * MINUTE_MS) {
		bin++;
	}
	report->bins[bin]++;
}

/* Who came, when, and how long they waited. */
static void count_visits(
	struct report *report, const struct office *office, const struct pool *pool)
{
	int64_t counted = 0;
	for (size_t i = 0; i < pool->count; i++) {
		const struct segment *segment = &pool->segments[i];
		if (!is_seen(&report->scope, segment)) {
			continue;
		}
		int64_t wait = figures_wait(pool->segments, i);
		if (wait != TICKET_NEVER) {
			count_wait(report, wait);
		}
		if (segment->ticket == counted) {
			continue;
		}
		counted = segment->ticket;
		report->visits++;
		report->priority += segment->priority != TICKET_ORDINARY;
		if (!segment->uncertain) {
			struct calendar_local local;
			calendar_split(office, segment->issued_ms, &local);
			report->hours[local.hour]++;
		}
	}
}

static void add_share(struct figures_share *sum, const struct figures_share *share)
{
	sum->counted += share->counted;
	sum->right += share->right;
	sum->longest_ms = share->longest_ms > sum->longest_ms ? share->longest_ms : sum->longest_ms;
}

static void add_priority(struct report *report, const struct figures_priority *day)
{
	report->untold_days += day->known ? 0 : 1;
	report->overtaken += day->overtaken;
	report->most_overtakers =
		day->most > report->most_overtakers ? day->most : report->most_overtakers;
	report->bound_overtakers =
		day->bound > report->bound_overtakers ? day->bound : report->bound_overtakers;
	report->extra_ms = day->extra_ms > report->extra_ms ? day->extra_ms : report->extra_ms;
	report->bound_ms = day->bound_ms > report->bound_ms ? day->bound_ms : report->bound_ms;
}

static void add_breaches(struct report *report, const struct desk_record *record)
{
	report->breaches = memory_resized(report->breaches,
		report->breach_count + record->breach_count + 1, sizeof(*report->breaches));
	for (size_t i = 0; i < record->breach_count; i++) {
		const struct desk_breach *breach = &record->breaches[i];
		bool own = report->scope.counter == 0 ||
			   breach->segment.counter == report->scope.counter;
		if (own && is_seen(&report->scope, &breach->segment)) {
			struct report_breach *sheet = &report->breaches[report->breach_count++];
			text_copy(sheet->date, sizeof(sheet->date), record->day.service_date);
			sheet->breach = *breach;
		}
	}
}

static void add_picks(struct report *report, const struct desk_record *record)
{
	report->picks = memory_resized(
		report->picks, report->pick_count + record->pick_count + 1, sizeof(*report->picks));
	for (size_t i = 0; i < record->pick_count; i++) {
		const struct desk_pick *pick = &record->picks[i];
		bool own = report->scope.counter == 0 || pick->counter == report->scope.counter;
		if (own && (report->scope.services >> pick->service & 1u) != 0) {
			struct report_pick *told = &report->picks[report->pick_count++];
			text_copy(told->date, sizeof(told->date), record->day.service_date);
			told->pick = *pick;
		}
	}
}

static void add_day(
	struct report *report, const struct report_source *source, const struct desk_record *record)
{
	struct report_day day = {.target = {0, 0, TICKET_NEVER}};
	text_copy(day.date, sizeof(day.date), record->day.service_date);
	for (int i = 0; i < source->office->service_count; i++) {
		if ((report->scope.services >> i & 1u) != 0) {
			const struct figures *service = &record->day.services[i];
			day.issued += service->issued;
			day.done += service->done;
			add_share(&day.target, &service->target);
		}
	}
	if (day.issued > 0) {
		report->days[report->day_count++] = day;
	}
	if (report->whole) {
		report->men += record->men;
		report->women += record->women;
		outcome_add(&report->outcomes, &record->outcomes);
		add_share(&report->all.literal, &record->day.all.literal);
		add_priority(report, &record->day.priority);
	}
	add_breaches(report, record);
	add_picks(report, record);
}

static int compare_breaches(const void *a, const void *b)
{
	const struct report_breach *first = a, *second = b;
	int64_t one = first->breach.segment.elapsed_ms, other = second->breach.segment.elapsed_ms;
	if (one != other) {
		return one < other ? 1 : -1;
	}
	int64_t early = first->breach.segment.issue_event,
		late = second->breach.segment.issue_event;
	return (early > late) - (early < late);
}

void report_make(const struct report_source *source, const struct report_scope *scope,
	struct report *out_report)
{
	struct report *report = out_report;
	const struct office *office = source->office;
	*report = (struct report){.made_ms = source->now,
		.scope = *scope,
		.whole = report_scope_is_whole(office, scope)};
	text_copy(report->from, sizeof(report->from), source->from);
	text_copy(report->to, sizeof(report->to), source->to);
	struct pool pool = fill_pool(source);
	make_figures(report, source, &pool);
	count_visits(report, office, &pool);
	free(pool.segments);
	report->days = memory_zeroed(source->record_count + 1, sizeof(*report->days));
	for (size_t i = 0; i < source->record_count; i++) {
		add_day(report, source, &source->records[i]);
	}
	if (report->breach_count > 1) {
		qsort(report->breaches, report->breach_count, sizeof(*report->breaches),
			compare_breaches);
	}
	for (size_t i = 0; scope->ratings && i < source->index_count && i < DESK_INDICES; i++) {
		report->indices[report->index_count++] = source->indices[i];
	}
}

void report_finish(struct report *report)
{
	free(report->days);
	free(report->breaches);
	free(report->picks);
	*report = (struct report){0};
}
