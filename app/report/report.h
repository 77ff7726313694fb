#ifndef APP_REPORT_REPORT_H
#define APP_REPORT_REPORT_H

#include "app/desk/record.h"
#include "app/report/scope.h"

/*
 * The figures of a stretch of days for people: made of the desk's records (app/desk/record.h) by
 * the rules of app/queue/figures.h, so that they are those of `giliran day` and `giliran target`.
 * Pure: no store, no clock, no texts.
 */
enum {
	REPORT_HOURS = 24,
	REPORT_BINS = 6, /* of waiting times, below report_bin_ends */
};

/* Waiting times fall below 5, 10, 15, 20 and 30 minutes, or are longer. */
extern const int report_bin_ends[REPORT_BINS - 1];

struct report_day { /* a bar a day */
	char date[CALENDAR_DATE_SIZE];
	int issued, done;
	struct figures_share target;
};

struct report_breach { /* a sheet */
	char date[CALENDAR_DATE_SIZE];
	struct desk_breach breach;
};

struct report_pick {
	char date[CALENDAR_DATE_SIZE];
	struct desk_pick pick;
};

struct report_counter {
	int number;
	struct figures figures;
};

struct report {
	char from[CALENDAR_DATE_SIZE], to[CALENDAR_DATE_SIZE];
	int64_t made_ms; /* office time up to which it tells */
	struct report_scope scope;
	bool whole; /* of all services: literal and overtaken are told */
	struct figures all;
	struct figures services[OFFICE_SERVICES];
	struct report_counter counters[OFFICE_COUNTERS]; /* those in scope */
	int counter_count;
	int visits;     /* numbers issued, however many services they went through */
	int priority;   /* of them with a head start */
	int men, women; /* of them whose guest book says so; when `whole` */
	struct outcome_counts outcomes; /* what came of them, as far as it was said; when `whole` */
	int overtaken;   /* by at least one that was issued later (figures_priority) */
	int untold_days; /* whose log cannot tell it (figures_priority.known): then nothing of it
			  * is known of the whole stretch */
	/* of the day on which each was highest: overtakers of one ticket and its waiting for them,
	 * and what could have been at most */
	int most_overtakers, bound_overtakers;
	int64_t extra_ms, bound_ms;
	int hours[REPORT_HOURS]; /* numbers issued in that hour of the office */
	int bins[REPORT_BINS];   /* segments by the time waited */
	struct report_day *days; /* owned; those with visitors */
	size_t day_count;
	struct report_breach *breaches; /* owned; the longest first */
	size_t breach_count;
	struct report_pick *picks; /* owned; called out of turn, in order */
	size_t pick_count;
	struct desk_index indices[DESK_INDICES]; /* ratings so far */
	size_t index_count;
};

/* What a report is made of; everything borrowed. */
struct report_source {
	const struct office *office;
	const char *from, *to;
	const struct desk_record *records; /* in order of date */
	size_t record_count;
	const struct desk_index *indices;
	size_t index_count;
	int64_t now; /* ends what still runs */
};

/* The report as this scope may see it; ended with report_finish. */
void report_make(const struct report_source *source, const struct report_scope *scope,
	struct report *out_report);

/* Right for zeroed memory. */
void report_finish(struct report *report);

#endif
