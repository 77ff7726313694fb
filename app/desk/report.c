/* Figures of days, and the sheet of each broken promise. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/breach.h"
#include "app/desk/record.h"
#include "app/desk/office_past.h"
#include "app/queue/replay.h"
#include "db/visit_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- figures ---- */

/* Of days that were closed before overtakers were counted by calls. */
#define OVERTAKEN_BY_TURNS "overtaken"

static void add_figure(char text[DAY_FIGURES_SIZE], const char *name, int64_t value)
{
	size_t used = strlen(text);
	text_format(text + used, DAY_FIGURES_SIZE - used, "%s%s=%" PRId64, used > 0 ? " " : "",
		name, value);
}

void day_figures_write(const struct day_told *told, int64_t now, char out_text[DAY_FIGURES_SIZE])
{
	struct figures figures;
	figures_compute(told->segments, told->count, -1, now, &figures);
	out_text[0] = '\0';
	add_figure(out_text, "issued", figures.issued);
	add_figure(out_text, "done", figures.done);
	add_figure(out_text, "absent", figures.absent);
	add_figure(out_text, "cancelled", figures.cancelled);
	add_figure(out_text, "closed_by_system", figures.closed_by_system);
	add_figure(out_text, "transferred", figures.transferred);
	add_figure(out_text, "people", figures.people);
	add_figure(out_text, "counted", figures.target.counted);
	add_figure(out_text, "met", figures.target.right);
	add_figure(out_text, "longest_ms", figures.target.longest_ms);
	add_figure(out_text, "literal_counted", figures.literal.counted);
	add_figure(out_text, "literal_met", figures.literal.right);
	add_figure(out_text, "estimates", figures.estimate.counted);
	add_figure(out_text, "estimates_right", figures.estimate.right);
	add_figure(out_text, "unattended_ms", figures.unattended_ms);
	add_figure(out_text, "wait_ms", figures.wait.median_ms);
	add_figure(out_text, "service_ms", figures.service.median_ms);
	if (told->by_turns) {
		add_figure(out_text, OVERTAKEN_BY_TURNS,
			figures_turns_passed(told->segments, told->count));
	} else if (told->priority.known) {
		add_figure(out_text, "passed", told->priority.overtaken);
		add_figure(out_text, "passed_by", told->priority.most);
		add_figure(out_text, "passed_ms", told->priority.extra_ms);
	}
}

bool day_figures_are_by_turns(const char *figures)
{
	return strstr(figures, " " OVERTAKEN_BY_TURNS "=") != NULL;
}

void day_tell_priority(struct desk *desk, const struct day_row *day, const char *date, int64_t now,
	struct figures_priority *out_priority)
{
	struct event *events;
	struct replay *replay = NULL;
	struct replay_fault fault;
	struct replay_offices offices;
	int64_t first = day->first_event;
	int64_t last = day->closed_event != 0 ? day->closed_event : desk->head.id;
	*out_priority = (struct figures_priority){
		.head_start_ms = desk->office.priority_head_start_s * INT64_C(1000),
		.window_ms = desk->office.priority_head_start_s * INT64_C(1000),
		.latest_ms = TICKET_NEVER,
	};
	if (first == 0) {
		out_priority->known = true;
		return;
	}
	size_t count = event_rows_list(desk->store, first, last, &events);
	if (office_past_load(desk, &desk->office, first, last, &offices) &&
		replay_day(&offices, date, events, count, &replay, &fault)) {
		replay_priority(replay, now, out_priority);
	}
	replay_destroy(replay);
	office_past_finish(&offices);
	free(events);
}

static size_t list_segments(struct desk *desk, const char *date, struct segment **out_segments)
{
	size_t count = segment_rows_list_day(desk->store, date, out_segments);
	if (strcmp(date, desk->date) == 0) {
		line_tell(desk, *out_segments, count);
	}
	return count;
}

static void fill_day(struct desk *desk, struct desk_day *day)
{
	struct segment *segments;
	struct day_row row = {0};
	size_t count = list_segments(desk, day->service_date, &segments);
	int64_t now = desk->now.office_ms;
	(void)day_rows_get(desk->store, day->service_date, &row);
	day->closed = row.closed_event != 0;
	day->by_hand = row.by_hand;
	day->is_sealed = row.signature[0] != '\0';
	figures_compute(segments, count, -1, now, &day->all);
	for (int i = 0; i < desk->office.service_count; i++) {
		figures_compute(segments, count, i, now, &day->services[i]);
	}
	day_tell_priority(desk, &row, day->service_date, now, &day->priority);
	free(segments);
}

enum result desk_day(struct desk *desk, const char *date, struct desk_day *out_day)
{
	*out_day = (struct desk_day){0};
	enum result result = desk_close_days(desk);
	if (result == RESULT_OK) {
		result = look_begin(desk);
	}
	if (result != RESULT_OK) {
		return result;
	}
	text_copy(out_day->service_date, sizeof out_day->service_date,
		date != NULL ? date : desk->date);
	fill_day(desk, out_day);
	return look_end(desk, RESULT_OK);
}

enum result desk_list_days(struct desk *desk, const char *from, const char *to,
	char (*out_dates)[CALENDAR_DATE_SIZE], size_t size, size_t *out_count)
{
	struct day_row *rows = memory_zeroed(size, sizeof *rows);
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result == RESULT_OK) {
		*out_count = day_rows_list(desk->store, from, to, rows, size);
		result = look_end(desk, RESULT_OK);
	}
	for (size_t i = 0; i < *out_count; i++) {
		text_copy(out_dates[i], CALENDAR_DATE_SIZE, rows[i].service_date);
	}
	free(rows);
	return result;
}

/* ---- broken promises ---- */

/* The events of a day until the visitor's clock last began to run: the press that freed a counter
 * may also have called them to it. And, of what came later, what was taken back. */
static size_t pick(const struct event *events, size_t count, const struct segment *segment,
	struct event *out_events)
{
	size_t kept = 0;
	bool over = false;
	for (size_t i = 0; i < count; i++) {
		const struct event *event = &events[i];
		int64_t later_ms = event->at.office_ms - segment->clock.ready_ms;
		bool is_call = event->kind == EVENT_CALLED && event->ticket == segment->ticket;
		over = over || later_ms > 0 || (later_ms == 0 && is_call);
		if (!over || event->kind == EVENT_UNDONE) {
			out_events[kept++] = *event;
		}
	}
	return kept;
}

/* Counters that could have served the visitor when their clock last began to run. */
static void find_free(struct desk *desk, const char *date, const struct event *events, size_t count,
	struct desk_breach *breach)
{
	struct replay *replay = NULL;
	struct replay_fault fault;
	struct replay_offices offices;
	struct event *before = memory_zeroed(count + 1, sizeof *before);
	size_t kept = pick(events, count, &breach->segment, before);
	int64_t first = kept > 0 ? before[0].id : 0;
	if (office_past_load(desk, &desk->office, first, desk->head.id, &offices)) {
		(void)replay_day(&offices, date, before, kept, &replay, &fault);
	}
	for (int i = 0; replay != NULL && i < replay->office->counter_count; i++) {
		const struct replay_counter *counter = &replay->counters[i];
		if (counter->state == REPLAY_FREE &&
			(counter->services >> breach->segment.service & 1) != 0) {
			breach->free[breach->free_count++] = (struct desk_free_counter){
				replay->office->counters[i].number, counter->free_since_ms};
		}
	}
	replay_destroy(replay);
	office_past_finish(&offices);
	free(before);
}

/* The log of a day. */
struct day_log {
	struct event *events;
	size_t count;
};

/* Before its first event a day has none. */
static struct day_log read_log(struct desk *desk, const char *date)
{
	struct day_log log = {0};
	struct day_row day;
	if (day_rows_get(desk->store, date, &day)) {
		log.count = event_rows_list(desk->store, day.first_event,
			day.closed_event != 0 ? day.closed_event : desk->head.id, &log.events);
	}
	return log;
}

static size_t fill_breaches(struct desk *desk, const char *date, const struct day_log *log,
	struct desk_breach **out_breaches)
{
	struct segment *segments;
	size_t found = 0;
	size_t count = segment_rows_list_day(desk->store, date, &segments);
	*out_breaches = NULL;
	for (size_t i = 0; i < count; i++) {
		if (segments[i].verdict != TARGET_MISSED) {
			continue;
		}
		*out_breaches = memory_resized(*out_breaches, found + 1, sizeof **out_breaches);
		struct desk_breach *breach = &(*out_breaches)[found++];
		*breach = (struct desk_breach){
			.segment = segments[i],
			.literal_ms = figures_literal(segments, count, i),
		};
		(void)remark_rows_get(
			desk->store, segments[i].reason_event, breach->note, sizeof breach->note);
		find_free(desk, date, log->events, log->count, breach);
	}
	free(segments);
	return found;
}

enum result desk_breaches(
	struct desk *desk, const char *date, struct desk_breach **out_breaches, size_t *out_count)
{
	*out_breaches = NULL;
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	const char *day = date != NULL ? date : desk->date;
	struct day_log log = read_log(desk, day);
	*out_count = fill_breaches(desk, day, &log, out_breaches);
	free(log.events);
	return look_end(desk, RESULT_OK);
}

/* ---- both, for a report ---- */

static bool is_done(struct desk *desk, int64_t ticket)
{
	struct ticket found;
	return ticket_rows_get(desk->store, ticket, &found) && found.state == TICKET_DONE;
}

/* Whether the event at `place` is the last word on how its visit ended. */
static bool is_last_word(const struct day_log *log, size_t place)
{
	const struct event *said = &log->events[place];
	bool is_last = said->kind == EVENT_OUTCOME;
	for (size_t i = place + 1; i < log->count && is_last; i++) {
		const struct event *later = &log->events[i];
		is_last = later->ticket != said->ticket ||
			  (later->kind != EVENT_OUTCOME && later->kind != EVENT_FINISHED);
	}
	return is_last;
}

/* Of each visit that ended the last word; events of a day come in order. What was said of a finish
 * that was taken back is of none. */
static void count_outcomes(
	struct desk *desk, const struct day_log *log, struct outcome_counts *out_counts)
{
	*out_counts = (struct outcome_counts){0};
	for (size_t i = 0; i < log->count; i++) {
		struct outcome outcome;
		if (is_last_word(log, i) && is_done(desk, log->events[i].ticket) &&
			outcome_read(log->events[i].detail, &outcome)) {
			outcome_count(out_counts, &outcome);
		}
	}
}

enum result desk_read_record(struct desk *desk, const char *date, struct desk_record *out_record)
{
	*out_record = (struct desk_record){0};
	enum result result = desk_close_days(desk);
	if (result == RESULT_OK) {
		result = look_begin(desk);
	}
	if (result != RESULT_OK) {
		return result;
	}
	struct desk_day *day = &out_record->day;
	text_copy(day->service_date, sizeof day->service_date, date != NULL ? date : desk->date);
	fill_day(desk, day);
	out_record->men = visit_rows_count_sex(desk->store, day->service_date, GUEST_MAN);
	out_record->women = visit_rows_count_sex(desk->store, day->service_date, GUEST_WOMAN);
	out_record->segment_count = list_segments(desk, day->service_date, &out_record->segments);
	struct day_log log = read_log(desk, day->service_date);
	count_outcomes(desk, &log, &out_record->outcomes);
	out_record->breach_count =
		fill_breaches(desk, day->service_date, &log, &out_record->breaches);
	out_record->pick_count =
		pick_list(desk, day->service_date, log.events, log.count, &out_record->picks);
	free(log.events);
	return look_end(desk, RESULT_OK);
}

void desk_record_finish(struct desk_record *record)
{
	free(record->segments);
	free(record->breaches);
	free(record->picks);
	*record = (struct desk_record){0};
}
