#ifndef TESTS_SUPPORT_MODEL_H
#define TESTS_SUPPORT_MODEL_H

#include "app/queue/ticket.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The queue of design §3 and §4 once more, slow and plain: a day is the list of its events, and
 * every answer is found by living that day again from its first event. Written from the design's
 * text alone, so that the product can be held against it. Times are office ms, TICKET_NEVER = not.
 *
 * What the text leaves open is taken like this: calendar edges come before the events of the same
 * moment; what a ticket loses with its clock (absent, return) is all of it, the unattended time
 * too; an appointment in time takes the earlier of its own turn and that of its class; a closure
 * in the middle of a day stops all clocks, one to its end lets the counters that are still open
 * count on, as after closing time.
 */
enum {
	MODEL_EVENTS = 1024,
	MODEL_TICKETS = 256,
	MODEL_SEGMENTS = 8,
	MODEL_COUNTERS = 16,
	MODEL_BREAKS = 8,
	MODEL_CLOSURES = 4,
	MODEL_NOBODY = 0, /* no ticket and no counter has this number */
};

enum model_kind {
	MODEL_OPENED,      /* counter, services; ends a break; when open: the services change */
	MODEL_BROKE,       /* counter */
	MODEL_CLOSED,      /* counter */
	MODEL_ISSUED,      /* ticket, service, priority, hour_ms */
	MODEL_CALLED,      /* ticket, counter */
	MODEL_SERVED,      /* ticket */
	MODEL_FINISHED,    /* ticket */
	MODEL_ABSENT,      /* ticket */
	MODEL_HELD,        /* ticket: waiting, or serving, which frees its counter */
	MODEL_RESUMED,     /* ticket; a visitor who was being served: counter */
	MODEL_RETURNED,    /* ticket */
	MODEL_TRANSFERRED, /* ticket, service; only: sent to this counter, MODEL_NOBODY = to any */
	MODEL_CANCELLED,   /* ticket */
	MODEL_UNDONE,      /* undone: place of an earlier event, which then never happened */
	MODEL_KINDS
};

struct model_event {
	enum model_kind kind;
	int64_t at_ms;
	int64_t ticket;    /* its number, from 1 */
	int counter;       /* its number, from 1 */
	uint32_t services; /* bit i = service i */
	int service;
	int only;
	enum ticket_priority priority;
	int64_t hour_ms; /* appointed hour; TICKET_NEVER = none */
	size_t undone;
};

struct model_span {
	int64_t from_ms;
	int64_t to_ms;
};

/* One service date: its hours and what happened, in order. */
struct model_day {
	struct model_span open; /* from == to: closed all day */
	struct model_span breaks[MODEL_BREAKS];
	size_t break_count;
	struct model_span
		closures[MODEL_CLOSURES]; /* once only: in force though it is a day of hours */
	size_t closure_count;
	uint32_t from_book; /* bit i = the promise of service i counts from the guest book */
	int64_t head_start_ms;
	struct model_event events[MODEL_EVENTS];
	size_t event_count;
};

struct model_clock {
	bool runs;
	int64_t count_ms;
	int64_t high_ms;       /* highest count; TICKET_NEVER = never ran */
	int64_t ready_ms;      /* last became kept, or was called without being kept */
	int64_t unattended_ms; /* it ran while no open counter served the service */
};

struct model_segment {
	int service;
	int counter;       /* last called to */
	int64_t from_ms;   /* issued, or sent here */
	int64_t called_ms; /* first call */
	int64_t served_ms; /* clock.high_ms is then elapsed */
	int64_t finished_ms;
	int64_t serving_ms; /* spent in service */
	struct model_clock clock;
};

struct model_ticket {
	int64_t number;
	enum ticket_state state;
	enum ticket_priority priority;
	int64_t issued_ms;
	int64_t hour_ms;
	int64_t turn_ms;
	size_t issue_event;
	size_t joined_event; /* issue, or latest return */
	int64_t joined_ms;
	int only;    /* the counter it was sent to, which alone calls it while it is open and serves
		      * it; else MODEL_NOBODY */
	int counter; /* where it is called or served, else MODEL_NOBODY */
	struct model_segment segments[MODEL_SEGMENTS];
	size_t segment_count;
};

struct model_counter {
	int number;
	bool open;
	uint32_t services;
	int64_t ticket; /* called or served there, else MODEL_NOBODY */
};

/* How everything stood at one moment. */
struct model_moment {
	const struct model_day *day; /* borrowed */
	int64_t now_ms;
	struct model_ticket tickets[MODEL_TICKETS]; /* in order of issue */
	size_t ticket_count;
	struct model_counter counters[MODEL_COUNTERS];
	size_t counter_count;
};

/*
 * Appends an event, not earlier than the last one. Ends the program with a sentence when the day is
 * full or runs backwards; an act the rules do not allow ends it in model_look.
 */
void model_add(struct model_day *day, struct model_event event);

/* Lives the day up to `now`, the events of that moment included; `day` must outlive the answer. */
void model_look(const struct model_day *day, int64_t now, struct model_moment *out_moment);

/* NULL when there is none. */
const struct model_ticket *model_find_ticket(const struct model_moment *moment, int64_t number);
const struct model_counter *model_find_counter(const struct model_moment *moment, int number);

/* The last segment of a ticket. */
const struct model_segment *model_segment(const struct model_ticket *ticket);

/* The waiting tickets in call order (§3, "one sort key"); how many there are. */
size_t model_line(
	const struct model_moment *moment, const struct model_ticket *out_line[MODEL_TICKETS]);

/* Whom `next` at a counter must call; MODEL_NOBODY = it must be refused (§3, "Next"). */
int64_t model_next(const struct model_moment *moment, int counter);

/* Whether the promise of `service` counts from the guest book on: all the time that the office is
 * open (§4 "start events as data"). */
bool model_is_from_book(const struct model_day *day, int service);

/* Whether a waiting ticket is kept (§4), looked for anew. */
bool model_is_kept(const struct model_moment *moment, int64_t ticket);

/* §4, "Verdict"; `limit_s` 0 = without a target. */
enum target_verdict model_verdict(const struct model_segment *segment, int limit_s);

/*
 * How many tickets issued after this one took its present place were called before it, up to `now`:
 * by a counter that serves its service, while it waited.
 */
size_t model_overtakers(const struct model_day *day, int64_t now, int64_t ticket);

/* How many could have (§3): issued within the head start after it, or within the 25 minutes that an
 * appointment can gain. Right for a day on which every call was that of model_next. */
size_t model_overtakers_bound(const struct model_day *day, int64_t now, int64_t ticket);

/* ---- what a day publishes (§9) ---- */

struct model_spread { /* nearest-rank; TICKET_NEVER of nothing */
	int count;
	int64_t median_ms, p90_ms, max_ms;
};

struct model_share {
	int counted, right;
	int64_t longest_ms; /* TICKET_NEVER of nothing */
};

struct model_figures {
	int issued, done, absent, cancelled, closed_by_system, transferred, open, uncertain;
	struct model_share target, literal; /* literal: of all services only */
	int64_t unattended_ms;
	struct model_spread wait, service;
};

/* How the day stands at the moment; with `limits_s` by service, of one service or of all (-1).
 * Ended: what is open was closed by the system, and counts in no figure but the numbers. */
void model_figures(const struct model_moment *moment, bool ended, const int *limits_s, int service,
	struct model_figures *out_figures);

/* Start less the finish of the one before in queue order, of one segment; TICKET_NEVER = not told.
 */
int64_t model_literal(const struct model_moment *moment, bool ended, size_t ticket, size_t segment);

/* From the issue to the first service; of a later one from the transfer. TICKET_NEVER = unserved.
 */
int64_t model_wait(const struct model_ticket *ticket, size_t segment);

#endif
