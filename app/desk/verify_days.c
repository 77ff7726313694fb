/* The days of the log: every row and figure computed again from the events alone. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_past.h"
#include "app/desk/trial.h"
#include "db/calendar_rows.h"

#include <stdlib.h>
#include <string.h>

enum {
	DAYS = 20000,    /* more than 50 years of service days */
	AFTER_DAYS = 40, /* until a day that was left open is closed at the latest */
};

/* ---- rows against the replay ---- */

static bool is_undone(const struct trial *trial, size_t place)
{
	for (size_t i = place + 1; i < trial->count; i++) {
		if (trial->events[i].kind == EVENT_UNDONE &&
			trial->events[i].refers == trial->events[place].id) {
			return true;
		}
	}
	return false;
}

/* The last event of a ticket of one of two kinds that was not undone; 0 = none. */
static int64_t find_event(
	const struct trial *trial, int64_t ticket, enum event_kind kind, enum event_kind other)
{
	for (size_t i = trial->count; i > 0; i--) {
		const struct event *event = &trial->events[i - 1];
		if (event->ticket == ticket && (event->kind == kind || event->kind == other) &&
			!is_undone(trial, i - 1)) {
			return event->id;
		}
	}
	return 0;
}

static bool same_clock(const struct target_clock *a, const struct target_clock *b)
{
	return a->count_ms == b->count_ms && a->since_ms == b->since_ms &&
	       a->high_ms == b->high_ms && a->ready_ms == b->ready_ms &&
	       a->alone_ms == b->alone_ms && a->alone_since_ms == b->alone_since_ms;
}

struct difference {
	bool differs;
	const char *what;
	enum event_kind kind, other;
};

static void compare_segment(struct trial *trial, const char *date, const struct segment *row,
	const struct segment *told)
{
	const struct difference differences[] = {
		{strcmp(row->number, told->number) != 0 || row->issued_ms != told->issued_ms ||
				row->priority != told->priority || row->party != told->party ||
				row->issue_event != told->issue_event,
			"issue", EVENT_ISSUED, EVENT_ISSUED},
		{row->service != told->service || row->from_ms != told->from_ms ||
				row->target_s != told->target_s || row->low_ms != told->low_ms ||
				row->high_ms != told->high_ms,
			"segment", EVENT_TRANSFERRED, EVENT_ISSUED},
		{row->turn_ms != told->turn_ms, "turn", EVENT_RETURNED, EVENT_ISSUED},
		{row->called_ms != told->called_ms || row->counter != told->counter, "call",
			EVENT_CALLED, EVENT_CALLED},
		{row->served_ms != told->served_ms || row->elapsed_ms != told->elapsed_ms ||
				row->verdict != told->verdict,
			"verdict", EVENT_SERVED, EVENT_DOUBTED},
		{row->finished_ms != told->finished_ms || row->service_ms != told->service_ms,
			"finish", EVENT_FINISHED, EVENT_TRANSFERRED},
		{!same_clock(&row->clock, &told->clock), "clock", EVENT_SERVED, EVENT_ISSUED},
		{row->uncertain != told->uncertain, "doubt", EVENT_DOUBTED, EVENT_CLOSED_BY_SYSTEM},
		{row->state != told->state || row->is_last != told->is_last, "state",
			EVENT_FINISHED, EVENT_CLOSED_BY_SYSTEM},
		{strcmp(row->reason, told->reason) != 0 || row->reason_event != told->reason_event,
			"reason", EVENT_EXPLAINED, EVENT_EXPLAINED},
	};
	for (size_t i = 0; i < sizeof differences / sizeof differences[0]; i++) {
		const struct difference *one = &differences[i];
		if (one->differs) {
			trial_fail_ticket(trial->proof,
				find_event(trial, told->ticket, one->kind, one->other), one->what,
				date, told->number);
		}
	}
}

/* The event of a ticket at `ms`; where none was, its issue. */
static int64_t event_at(const struct trial *trial, const struct ticket *ticket, int64_t ms)
{
	for (size_t i = 0; i < trial->count; i++) {
		const struct event *event = &trial->events[i];
		if (event->ticket == ticket->id && event->at.office_ms == ms &&
			!is_undone(trial, i)) {
			return event->id;
		}
	}
	return ticket->issue_event;
}

static bool begins_alike(const struct interval *a, const struct interval *b)
{
	return a->state == b->state && a->service == b->service && a->counter == b->counter &&
	       a->from_ms == b->from_ms;
}

static void compare_intervals(
	struct trial *trial, const char *date, const struct replay_ticket *told)
{
	struct interval *rows;
	const struct interval *wanted = told->intervals;
	size_t count = interval_rows_list(trial->desk->store, told->ticket.id, &rows), at = 0;
	while (at < count && at < told->interval_count && begins_alike(&rows[at], &wanted[at]) &&
		rows[at].to_ms == wanted[at].to_ms) {
		at++;
	}
	if (at < count || at < told->interval_count) {
		bool begins = at < count && at < told->interval_count &&
			      begins_alike(&rows[at], &wanted[at]);
		int64_t ms = at == told->interval_count ? TICKET_NEVER
			     : begins                   ? wanted[at].to_ms
							: wanted[at].from_ms;
		trial_fail_ticket(trial->proof, event_at(trial, &told->ticket, ms), "intervals",
			date, told->ticket.number);
	}
	free(rows);
}

/* Of rows that are not there, the first is named; of those that nothing tells, none can be. */
static void compare_segments(struct trial *trial, const char *date, const struct segment *rows,
	size_t count, const struct segment *told, size_t told_count)
{
	size_t at = 0;
	while (at < count && at < told_count && rows[at].ticket == told[at].ticket &&
		rows[at].place == told[at].place) {
		compare_segment(trial, date, &rows[at], &told[at]);
		at++;
	}
	bool is_missing = at < told_count && (at == count || rows[at].ticket >= told[at].ticket);
	if (is_missing) {
		trial_fail_ticket(
			trial->proof, told[at].issue_event, "tickets", date, told[at].number);
	} else if (count != told_count) {
		trial_fail_ticket(trial->proof, 0, "tickets", date, "");
	}
}

static void compare_rows(struct trial *trial, struct replay *replay)
{
	const struct event_head *head = &trial->desk->head;
	char newest[CALENDAR_DATE_SIZE];
	struct segment *rows, *told;
	size_t count = segment_rows_list_day(trial->desk->store, replay->date, &rows);
	/* The rows are right for the moment of the newest event; those of an older day that is
	 * still open, for that day's. */
	calendar_date(&trial->desk->office, head->office_ms, newest);
	if (!replay->closed && strcmp(newest, replay->date) == 0) {
		replay_advance(replay, head->office_ms);
	}
	size_t told_count = replay_segments(replay, &told);
	compare_segments(trial, replay->date, rows, count, told, told_count);
	for (size_t i = 0; i < replay->ticket_count; i++) {
		compare_intervals(trial, replay->date, &replay->tickets[i]);
	}
	trial->proof->tickets += (int64_t)replay->ticket_count;
	free(rows);
	free(told);
}

/* ---- days ---- */

/* What the closing event says of the figures, its place in the chain, and the signature on that. */
static void check_seal(
	struct trial *trial, const struct day_row *day, const struct event *closing, bool same)
{
	char hash[DAY_HASH_SIZE];
	day_figures_hash(day->figures, hash);
	if (!same || closing->kind != EVENT_DAY_CLOSED || strcmp(hash, closing->detail) != 0 ||
		strcmp(closing->hash, day->head) != 0) {
		trial_fail_ticket(
			trial->proof, day->closed_event, "day_figures", day->service_date, "");
	}
	if (day->signature[0] == '\0') {
		trial->proof->unsealed_days++;
	} else if (!seal_is_right(trial->desk, day->head, day->signature)) {
		trial_fail_ticket(trial->proof, day->closed_event, "seal", day->service_date, "");
	}
}

static void check_figures(struct trial *trial, const struct day_row *day)
{
	struct replay *replay;
	struct replay_fault fault;
	char figures[DAY_FIGURES_SIZE];
	size_t until = 0;
	while (until < trial->count && trial->events[until].id <= day->closed_event) {
		until++;
	}
	if (until == 0) {
		trial_fail_ticket(trial->proof, day->closed_event, "day", day->service_date, "");
		return;
	}
	const struct event *closing = &trial->events[until - 1];
	(void)replay_day(&trial->offices, day->service_date, trial->events, until, &replay, &fault);
	struct day_told told = {.by_turns = day_figures_are_by_turns(day->figures)};
	told.count = replay_segments(replay, &told.segments);
	replay_priority(replay, closing->at.office_ms, &told.priority);
	day_figures_write(&told, closing->at.office_ms, figures);
	check_seal(trial, day, closing, strcmp(figures, day->figures) == 0);
	free(told.segments);
	replay_destroy(replay);
}

static void check_day(struct trial *trial, const struct day_row *day)
{
	struct replay *replay;
	struct replay_fault fault;
	if (trial->count == 0 || trial->events[0].hash[0] == '\0') {
		trial->proof->unproven_days++;
		return;
	}
	bool told = replay_day(
		&trial->offices, day->service_date, trial->events, trial->count, &replay, &fault);
	if (told && replay->closed && day->closed_event == 0) {
		trial_fail_ticket(trial->proof,
			find_event(trial, 0, EVENT_DAY_CLOSED, EVENT_DAY_CLOSED), "day",
			day->service_date, "");
	} else if (told) {
		compare_rows(trial, replay);
	} else {
		trial_fail_ticket(trial->proof, fault.event, fault.why, day->service_date, "");
	}
	replay_destroy(replay);
	if (day->closed_event != 0) {
		check_figures(trial, day);
	}
}

/* An office in memory holds the newest entries of its calendar; a day of long ago needs its own. */
static void take_office(struct trial *trial, const char *date)
{
	const struct office *office = &trial->desk->office;
	int64_t midnight;
	trial->office = *office;
	bool full = office->holiday_count == OFFICE_HOLIDAYS ||
		    office->season_count == OFFICE_SEASONS ||
		    office->closure_count == OFFICE_CLOSURES;
	if (full && calendar_parse_date(office, date, &midnight)) {
		int day = calendar_day_number(office, midnight);
		calendar_rows_read_past(trial->desk->store, &trial->office, day + AFTER_DAYS,
			calendar_day_start(office, day + AFTER_DAYS));
	}
}

/* The events of a day, which lie together, and the words that were added after its close. */
static size_t collect(struct trial *trial, const struct day_row *day, struct event **out_events)
{
	int64_t last = day->closed_event != 0 ? day->closed_event : trial->desk->head.id;
	size_t count = event_rows_list(trial->desk->store, day->first_event, last, out_events);
	for (size_t i = 0; i < trial->word_count; i++) {
		const struct event *word = &trial->words[i];
		if (word->id > last && strcmp(word->service_date, day->service_date) == 0) {
			*out_events = memory_resized(*out_events, count + 1, sizeof **out_events);
			(*out_events)[count++] = *word;
		}
	}
	return count;
}

/* Every date of the log has its day, from its first event on, and no other date has one. */
static void check_dates(struct trial *trial, const struct day_row *days, size_t count)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++) {
		const struct trial_date *date = trial_find_date(trial, days[i].service_date);
		found += date != NULL && date->first_event == days[i].first_event ? 1 : 0;
	}
	for (size_t i = 0; found != trial->date_count && i < trial->date_count; i++) {
		const struct trial_date *date = &trial->dates[i];
		size_t at = 0;
		while (at < count && (strcmp(days[at].service_date, date->date) != 0 ||
					     days[at].first_event != date->first_event)) {
			at++;
		}
		if (at == count) {
			trial_fail_ticket(trial->proof, date->first_event, "day", date->date, "");
		}
	}
	if (count > found && trial->proof->right) {
		trial_fail(trial->proof, 0, "day");
	}
}

void trial_check_days(struct trial *trial)
{
	struct day_row *days = memory_zeroed(DAYS, sizeof *days);
	size_t count = day_rows_list(trial->desk->store, "", "9999-12-31", days, DAYS);
	check_dates(trial, days, count);
	for (size_t i = 0; i < count; i++) {
		struct event *events;
		trial->count = collect(trial, &days[i], &events);
		trial->events = events;
		int64_t first = days[i].first_event, closed = days[i].closed_event;
		take_office(trial, days[i].service_date);
		if (office_past_load(trial->desk, &trial->office, first,
			    closed != 0 ? closed : trial->desk->head.id, &trial->offices)) {
			check_day(trial, &days[i]);
		} else {
			trial_fail_ticket(trial->proof, 0, "office_past", days[i].service_date, "");
		}
		office_past_finish(&trial->offices);
		free(events);
	}
	trial->proof->days = (int64_t)count;
	free(days);
}
