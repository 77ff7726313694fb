#include "tests/support/model_parts.h"

void model_clock_init(struct model_clock *clock)
{
	*clock = (struct model_clock){.high_ms = TICKET_NEVER, .ready_ms = TICKET_NEVER};
}

static void reach(struct model_clock *clock)
{
	if (clock->high_ms < clock->count_ms) {
		clock->high_ms = clock->count_ms;
	}
}

static void start(struct model_clock *clock, int64_t now)
{
	clock->runs = true;
	clock->ready_ms = now;
	reach(clock);
}

void model_clock_call(struct model_clock *clock, int64_t now)
{
	if (!clock->runs) {
		start(clock, now);
	}
}

void model_settle(struct model_moment *moment, enum model_cause cause)
{
	bool kept[MODEL_TICKETS];
	model_keep(moment, kept);
	for (size_t i = 0; i < moment->ticket_count; i++) {
		struct model_ticket *ticket = &moment->tickets[i];
		struct model_clock *clock = &ticket->segments[ticket->segment_count - 1].clock;
		bool from_book = model_is_from_book(moment->day, model_segment(ticket)->service);
		bool wanted = from_book ? model_counts(moment->day, moment->now_ms) : kept[i];
		if (ticket->state != TICKET_WAITING || clock->runs == wanted) {
			continue;
		}
		if (!wanted) {
			clock->runs = false;
			continue;
		}
		if (cause == MODEL_BY_FINISH && !from_book) {
			clock->count_ms = 0;
		}
		start(clock, moment->now_ms);
	}
}

/* Nothing changes up to `until`: what runs counts. */
static void run(struct model_moment *moment, int64_t until)
{
	int64_t passed_ms = until - moment->now_ms;
	for (size_t i = 0; i < moment->ticket_count; i++) {
		struct model_ticket *ticket = &moment->tickets[i];
		struct model_segment *segment = &ticket->segments[ticket->segment_count - 1];
		segment->serving_ms += ticket->state == TICKET_SERVING ? passed_ms : 0;
		if (!segment->clock.runs) {
			continue;
		}
		segment->clock.count_ms += passed_ms;
		reach(&segment->clock);
		if (ticket->state == TICKET_WAITING &&
			!model_is_attended(moment, segment->service)) {
			segment->clock.unattended_ms += passed_ms;
		}
	}
	moment->now_ms = until;
}

static void take_earlier(int64_t edge, int64_t after, int64_t *earliest)
{
	if (edge > after && edge < *earliest) {
		*earliest = edge;
	}
}

/* The first beginning or end of office hours, a break or a closure after `after`; `until` if that
 * is earlier.
 */
static int64_t next_edge(const struct model_day *day, int64_t after, int64_t until)
{
	int64_t earliest = until;
	take_earlier(day->open.from_ms, after, &earliest);
	take_earlier(day->open.to_ms, after, &earliest);
	for (size_t i = 0; i < day->break_count; i++) {
		take_earlier(day->breaks[i].from_ms, after, &earliest);
		take_earlier(day->breaks[i].to_ms, after, &earliest);
	}
	for (size_t i = 0; i < day->closure_count; i++) {
		take_earlier(day->closures[i].from_ms, after, &earliest);
		take_earlier(day->closures[i].to_ms, after, &earliest);
	}
	return earliest;
}

void model_pass(struct model_moment *moment, int64_t until)
{
	while (moment->now_ms < until) {
		run(moment, next_edge(moment->day, moment->now_ms, until));
		model_settle(moment, MODEL_BY_OTHER);
	}
}

enum target_verdict model_verdict(const struct model_segment *segment, int limit_s)
{
	if (limit_s == 0 || segment->served_ms == TICKET_NEVER) {
		return TARGET_NONE;
	}
	return segment->clock.high_ms / 1000 > limit_s ? TARGET_MISSED : TARGET_MET;
}
