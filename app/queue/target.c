#include "app/queue/target.h"

#include <string.h>

enum { SOON_S = 180, SEATS = OFFICE_COUNTERS + 1, NOBODY = -1 };

/* Counters that could serve at this moment, and which waiting ticket each is kept for. */
struct seats {
	uint32_t services[SEATS];
	int number[SEATS]; /* of the counter; 0 = none, for what no open counter serves */
	int ticket[SEATS]; /* place in the line, NOBODY = none yet */
	int count;
};

static void add_seat(struct seats *seats, uint32_t services, int number)
{
	if (services != 0) {
		seats->services[seats->count] = services;
		seats->number[seats->count] = number;
		seats->ticket[seats->count] = NOBODY;
		seats->count++;
	}
}

/* Services that no open counter serves. */
static uint32_t unattended(const struct target_line *line)
{
	uint32_t all = (UINT32_C(1) << line->office->service_count) - 1;
	for (size_t i = 0; i < line->counter_count; i++) {
		if (line->counters[i].open) {
			all &= ~line->counters[i].services;
		}
	}
	return all;
}

/* Whether the office has opened today: a counter that works on after closing time still counts. */
static bool has_opened(const struct target_line *line, const struct calendar_hours *hours)
{
	if (hours->state == CALENDAR_OPEN) {
		return true;
	}
	if (hours->state != CALENDAR_CLOSED || hours->close_ms >= 0) {
		return false;
	}
	struct calendar_day day;
	return calendar_day(line->office, line->settled_ms, &day) &&
	       day.open_ms <= line->settled_ms;
}

static void find_seats(const struct target_line *line, const struct calendar_hours *hours,
	bool opened, struct seats *out_seats)
{
	if (opened) {
		for (size_t i = 0; i < line->counter_count; i++) {
			const struct target_counter *counter = &line->counters[i];
			if (counter->open && counter->free) {
				add_seat(out_seats, counter->services, counter->number);
			}
		}
	}
	if (hours->state == CALENDAR_OPEN) {
		add_seat(out_seats, unattended(line), 0);
	}
}

int target_bound(const struct target_line *line, const struct target_clock *clock)
{
	for (size_t i = 0; clock->only != 0 && i < line->counter_count; i++) {
		const struct target_counter *counter = &line->counters[i];
		if (counter->number == clock->only && counter->open &&
			(counter->services >> clock->service & 1) != 0) {
			return clock->only;
		}
	}
	return 0;
}

/*
 * Finds a seat for the ticket at `place`, moving tickets already kept to other seats where that
 * helps (an augmenting path of bipartite matching). `tried` holds the seats of this search.
 */
static bool seat_ticket(
	const struct target_line *line, struct seats *seats, int place, uint32_t *tried)
{
	uint32_t service = UINT32_C(1) << line->clocks[place].service;
	int bound = target_bound(line, &line->clocks[place]);
	for (int i = 0; i < seats->count; i++) {
		uint32_t bit = UINT32_C(1) << i;
		if ((seats->services[i] & service) == 0 || (*tried & bit) != 0 ||
			(bound != 0 && seats->number[i] != bound)) {
			continue;
		}
		*tried |= bit;
		if (seats->ticket[i] == NOBODY ||
			seat_ticket(line, seats, seats->ticket[i], tried)) {
			seats->ticket[i] = place;
			return true;
		}
	}
	return false;
}

/* Whose promise counts from the guest book waits under it all the time that the office is open. */
static bool counts_from_issue(const struct target_line *line, const struct target_clock *clock)
{
	return line->office->services[clock->service].target_start == OFFICE_GUEST_BOOK;
}

/* Which clocks run: of the tickets kept, and of those whose promise counts from the issue. */
static void find_running(const struct target_line *line, bool out_runs[TARGET_LINE])
{
	struct calendar_hours hours;
	struct seats seats = {.count = 0};
	calendar_hours(line->office, line->settled_ms, &hours);
	bool opened = has_opened(line, &hours);
	find_seats(line, &hours, opened, &seats);
	int taken = 0;
	for (size_t i = 0; i < line->clock_count; i++) {
		uint32_t tried = 0;
		bool kept = taken < seats.count && seat_ticket(line, &seats, (int)i, &tried);
		taken += kept ? 1 : 0;
		out_runs[i] = counts_from_issue(line, &line->clocks[i]) ? opened : kept;
	}
}

struct target_clock target_clock_of(const struct ticket *ticket)
{
	return (struct target_clock){
		.ticket = ticket->id,
		.service = ticket->service,
		.turn_ms = ticket->turn_ms,
		.issue_event = ticket->issue_event,
		.only = ticket->only,
		.since_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
		.alone_since_ms = TICKET_NEVER,
	};
}

bool target_is_before(const struct target_clock *a, const struct target_clock *b)
{
	return a->turn_ms < b->turn_ms ||
	       (a->turn_ms == b->turn_ms && a->issue_event < b->issue_event);
}

size_t target_insert(struct target_line *line, const struct target_clock *clock)
{
	size_t place = line->clock_count;
	while (place > 0 && target_is_before(clock, &line->clocks[place - 1])) {
		place--;
	}
	if (place == TARGET_LINE) {
		return TARGET_LINE;
	}
	if (line->clock_count == TARGET_LINE) {
		line->clock_count--;
	}
	memmove(&line->clocks[place + 1], &line->clocks[place],
		(line->clock_count - place) * sizeof line->clocks[0]);
	line->clocks[place] = *clock;
	line->clock_count++;
	return place;
}

size_t target_remove(struct target_line *line, int64_t ticket, struct target_clock *out_clock)
{
	size_t place = 0;
	while (place < line->clock_count && line->clocks[place].ticket != ticket) {
		place++;
	}
	if (place == line->clock_count) {
		return TARGET_LINE;
	}
	*out_clock = line->clocks[place];
	line->clock_count--;
	memmove(&line->clocks[place], &line->clocks[place + 1],
		(line->clock_count - place) * sizeof line->clocks[0]);
	return place;
}

static void start_clock(struct target_clock *clock, int64_t now, enum target_cause cause)
{
	if (cause == TARGET_FINISH) {
		clock->count_ms = 0;
	}
	clock->since_ms = now;
	clock->ready_ms = now;
	if (clock->high_ms < clock->count_ms) {
		clock->high_ms = clock->count_ms;
	}
}

static void mark_alone(struct target_clock *clock, bool alone, int64_t now)
{
	clock->alone_ms = target_alone(clock, now);
	clock->alone_since_ms = alone ? now : TICKET_NEVER;
}

void target_stop(struct target_clock *clock, int64_t now)
{
	clock->count_ms = target_count(clock, now);
	clock->since_ms = TICKET_NEVER;
	if (clock->high_ms < clock->count_ms && clock->ready_ms != TICKET_NEVER) {
		clock->high_ms = clock->count_ms;
	}
	mark_alone(clock, false, now);
}

void target_settle(struct target_line *line, enum target_cause cause)
{
	bool wanted[TARGET_LINE];
	uint32_t alone = unattended(line);
	find_running(line, wanted);
	for (size_t i = 0; i < line->clock_count; i++) {
		struct target_clock *clock = &line->clocks[i];
		bool runs = clock->since_ms != TICKET_NEVER;
		if (wanted[i] && !runs) {
			start_clock(clock, line->settled_ms, cause);
		} else if (!wanted[i] && runs) {
			target_stop(clock, line->settled_ms);
		}
		bool is_alone = wanted[i] && (alone >> clock->service & 1) != 0;
		if (is_alone != (clock->alone_since_ms != TICKET_NEVER)) {
			mark_alone(clock, is_alone, line->settled_ms);
		}
	}
}

void target_advance(struct target_line *line, int64_t now)
{
	for (;;) {
		int64_t edge = calendar_next_edge(line->office, line->settled_ms, now);
		if (edge < 0) {
			break;
		}
		line->settled_ms = edge;
		target_settle(line, TARGET_OTHER);
	}
	line->settled_ms = now;
}

void target_restart(struct target_line *line, int64_t now)
{
	for (size_t i = 0; i < line->clock_count; i++) {
		if (line->clocks[i].since_ms != TICKET_NEVER) {
			target_stop(&line->clocks[i], line->settled_ms);
		}
	}
	line->settled_ms = now;
	target_settle(line, TARGET_OTHER);
}

void target_call(struct target_clock *clock, int64_t now)
{
	if (clock->since_ms == TICKET_NEVER) {
		start_clock(clock, now, TARGET_OTHER);
	}
	mark_alone(clock, false, now);
}

int64_t target_count(const struct target_clock *clock, int64_t now)
{
	return clock->count_ms + (clock->since_ms != TICKET_NEVER ? now - clock->since_ms : 0);
}

int64_t target_alone(const struct target_clock *clock, int64_t now)
{
	return clock->alone_ms +
	       (clock->alone_since_ms != TICKET_NEVER ? now - clock->alone_since_ms : 0);
}

int64_t target_elapsed(const struct target_clock *clock, int64_t now)
{
	if (clock->since_ms == TICKET_NEVER) {
		return clock->high_ms;
	}
	int64_t count = target_count(clock, now);
	return count > clock->high_ms ? count : clock->high_ms;
}

enum target_verdict target_judge(int target_s, int64_t elapsed_ms)
{
	if (target_s <= 0 || elapsed_ms < 0) {
		return TARGET_NONE;
	}
	/* Whole seconds, as published: 600 is met, 601 is missed. */
	return elapsed_ms / 1000 > target_s ? TARGET_MISSED : TARGET_MET;
}

enum target_phase target_phase(int target_s, int64_t count_ms)
{
	if (target_judge(target_s, count_ms) == TARGET_MISSED) {
		return TARGET_LATE;
	}
	return target_s > 0 && count_ms / 1000 >= target_s - SOON_S ? TARGET_SOON : TARGET_ON_TIME;
}
