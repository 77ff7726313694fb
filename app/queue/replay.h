#ifndef APP_QUEUE_REPLAY_H
#define APP_QUEUE_REPLAY_H

#include "app/queue/event.h"
#include "app/queue/figures.h"
#include "app/queue/segment.h"

/*
 * A service day computed again from its events alone: every ticket with its segments, intervals and
 * clocks, every counter. The desk writes the same to the store act by act; an undone act is undone
 * by writing what the day is without it, and `giliran verify` compares the two.
 */
enum replay_counter_state {
	REPLAY_CLOSED,
	REPLAY_FREE,
	REPLAY_CALLED,
	REPLAY_SERVING,
	REPLAY_BREAK,
};

struct replay_counter {
	enum replay_counter_state state;
	uint32_t services;
	char staff[EVENT_NAME_SIZE];
	int64_t ticket; /* 0 = nobody */
	int64_t since_ms;
	int64_t free_since_ms; /* TICKET_NEVER */
	int64_t stand_by_ms;   /* TICKET_NEVER = it does not stand by */
};

/* One who was called past a waiting ticket (figures.h). */
struct replay_pass {
	int64_t ticket;
	int64_t at_ms;
};

/* One who was called out of turn, and those who stood before it in the counter's line: all of them
 * are counted, the first issued are named. */
enum { REPLAY_PASSED = 8 };
struct replay_pick {
	int64_t ticket;
	int service;
	int counter;
	int64_t at_ms;
	char staff[EVENT_NAME_SIZE];
	char reason[EVENT_DETAIL_SIZE]; /* a code; "" = not told */
	int64_t passed[REPLAY_PASSED];
	int passed_count;
};

struct replay_ticket {
	struct ticket ticket;
	struct target_clock clock; /* right while it is not in the line */
	char boot_id[CLOCK_BOOT_ID_SIZE];
	/* what took it out of the line was undone by this event, up to which others were called as
	 * if it were not there; 0 = nothing was */
	int64_t away_until;
	int party;
	bool is_signed;  /* the guest book was signed after the issue */
	char reason[36]; /* explained: why the promise was broken */
	int64_t reason_event;
	bool corrected;
	struct segment *past; /* segments it left, in order */
	size_t past_count;
	struct interval *intervals; /* in order; the last may be open */
	size_t interval_count;
	/* its present place in line: since its issue or its latest return */
	int64_t joined_event;
	int64_t joined_ms;
	int64_t gained_ms;          /* by which its turn was before its issue, when issued */
	struct replay_pass *passes; /* its overtakers since then, in order of their calls */
	size_t pass_count;
};

/* An office as it was until the event `until` changed it: its rules (rules.h) with the calendar. */
struct replay_past {
	int64_t until;
	struct office office;
};

/* The office as it is, and what it was before, in the order of the events; borrowed. */
struct replay_offices {
	const struct office *present;
	const struct replay_past *past;
	size_t past_count;
};

struct replay {
	const struct office *office; /* as it is for the event looked at last */
	struct replay_offices offices;
	char date[CALENDAR_DATE_SIZE];
	struct target_line line;
	struct replay_counter counters[OFFICE_COUNTERS]; /* as office.counters */
	struct replay_ticket *tickets;                   /* in order of id */
	size_t ticket_count;
	struct replay_pick *picks; /* in order */
	size_t pick_count;
	int skipped[OFFICE_SERVICES]; /* numbers left out when the store was restored */
	bool closed;                  /* the day has been closed */
};

/* What does not fit, and why: a code. */
struct replay_fault {
	int64_t event;
	const char *why;
};

/* A day of `office` (borrowed), which does not change, without events. Destroy takes NULL. */
struct replay *replay_create(const struct office *office, const char *date);
void replay_destroy(struct replay *replay);

/*
 * Adds one event of the day; one of another date is passed over. False when it does not fit what
 * was before, which *out_fault says; the day is then as it was before it, or half way: of no use.
 */
bool replay_add(struct replay *replay, const struct event *event, struct replay_fault *out_fault);

/* Passes over an event that the event `undoing` takes back: the day is as if it had not been, but
 * up to then others were called as if its ticket were not in line. */
void replay_pass(struct replay *replay, const struct event *event, int64_t undoing);

/*
 * Replays the events of `date` in order of their ids, without those that were undone. False at the
 * first that does not fit: *out_fault names it. The result is destroyed in either case.
 */
bool replay_day(const struct replay_offices *offices, const char *date, const struct event *events,
	size_t count, struct replay **out_replay, struct replay_fault *out_fault);

/* Moves the clocks of the line to `now`. */
void replay_advance(struct replay *replay, int64_t now);

/* NULL when the day has no such ticket. */
const struct replay_ticket *replay_find(const struct replay *replay, int64_t ticket);

/* The clock of a ticket, in the line or out of it. */
struct target_clock replay_clock(const struct replay *replay, const struct replay_ticket *ticket);

/* All segments of the day as figures.h counts them; released with free(). */
size_t replay_segments(const struct replay *replay, struct segment **out_segments);

/* What priority cost the others up to `now` (replay_priority.c); `known` is set. */
void replay_priority(
	const struct replay *replay, int64_t now, struct figures_priority *out_priority);

#endif
