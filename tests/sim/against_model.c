#include "tests/sim/against_model.h"

#include "app/base/text.h"
#include "app/queue/figures.h"
#include "tests/support/model_match.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
	SMALL = 20, /* tickets of a day on which overtaking is counted too */
	CALLS = 24, /* of a day at most are looked at by themselves */
};

static const enum model_kind unknown = MODEL_KINDS;

static enum model_kind kind_of(enum event_kind kind)
{
	switch (kind) {
	case EVENT_COUNTER_OPENED: return MODEL_OPENED;
	case EVENT_COUNTER_BROKEN: return MODEL_BROKE;
	case EVENT_COUNTER_CLOSED: return MODEL_CLOSED;
	case EVENT_ISSUED: return MODEL_ISSUED;
	case EVENT_CALLED: return MODEL_CALLED;
	case EVENT_SERVED: return MODEL_SERVED;
	case EVENT_FINISHED: return MODEL_FINISHED;
	case EVENT_MISSED: return MODEL_ABSENT;
	case EVENT_HELD: return MODEL_HELD;
	case EVENT_RESUMED: return MODEL_RESUMED;
	case EVENT_RETURNED: return MODEL_RETURNED;
	case EVENT_TRANSFERRED: return MODEL_TRANSFERRED;
	case EVENT_CANCELLED: return MODEL_CANCELLED;
	case EVENT_UNDONE: return MODEL_UNDONE;
	default: return unknown;
	}
}

/* A day as the model wants it, with the ids of its events. */
struct retelling {
	struct model_day day;
	int64_t ids[MODEL_EVENTS];
	bool is_picked[MODEL_EVENTS]; /* called out of turn */
	bool picked;                  /* somebody was */
	int64_t end_ms;
	struct model_moment moment;
};

static struct model_span span_of(const struct office_span *span, int64_t midnight_ms)
{
	return (struct model_span){midnight_ms + span->from_min * INT64_C(60000),
		midnight_ms + span->to_min * INT64_C(60000)};
}

static void take_closures(
	const struct world_day *day, int64_t midnight_ms, struct model_day *out_day)
{
	const int64_t day_ms = 24 * INT64_C(3600000);
	for (int i = 0; i < day->office->closure_count; i++) {
		const struct office_closure *closure = &day->office->closures[i];
		if (closure->to_ms > midnight_ms && closure->from_ms < midnight_ms + day_ms &&
			out_day->closure_count < MODEL_CLOSURES) {
			out_day->closures[out_day->closure_count++] =
				(struct model_span){closure->from_ms, closure->to_ms};
		}
	}
}

static void take_hours(const struct world_day *day, struct model_day *out_day)
{
	int64_t midnight_ms = 0;
	struct calendar_day calendar;
	(void)calendar_parse_date(day->office, day->date, &midnight_ms);
	(void)calendar_day(day->office, midnight_ms, &calendar);
	const struct office_day *hours = calendar.hours;
	out_day->open = span_of(&hours->open, midnight_ms);
	out_day->break_count = (size_t)hours->break_count;
	for (int i = 0; i < hours->break_count; i++) {
		out_day->breaks[i] = span_of(&hours->breaks[i], midnight_ms);
	}
	take_closures(day, midnight_ms, out_day);
	for (int i = 0; i < day->office->service_count; i++) {
		bool from_book = day->office->services[i].target_start == OFFICE_GUEST_BOOK;
		out_day->from_book |= from_book ? UINT32_C(1) << i : 0;
	}
	out_day->head_start_ms = day->office->priority_head_start_s * INT64_C(1000);
}

static int64_t hour_of(const struct desk_appointment *all, size_t count, int64_t ticket)
{
	for (size_t i = 0; i < count; i++) {
		if (all[i].ticket == ticket) {
			return all[i].at_ms;
		}
	}
	return TICKET_NEVER;
}

static size_t place_of(const struct retelling *told, int64_t event)
{
	size_t place = 0;
	while (place < told->day.event_count && told->ids[place] != event) {
		place++;
	}
	return place;
}

/* Up to what the system closed at its end; false when it does not fit the model's room. */
static bool retell(const struct world_day *day, struct retelling *told)
{
	struct desk_appointment all[DESK_APPOINTMENTS];
	size_t count = 0;
	int tickets = 0;
	(void)desk_list_appointments(day->desk, day->date, all, DESK_APPOINTMENTS, &count);
	take_hours(day, &told->day);
	for (size_t i = 0; i < day->event_count; i++) {
		const struct event *event = &day->events[i];
		enum model_kind kind = kind_of(event->kind);
		if (event->kind == EVENT_CLOSED_BY_SYSTEM || event->kind == EVENT_DAY_CLOSED ||
			strcmp(event->detail, "day_end") == 0) {
			break;
		}
		told->end_ms = event->at.office_ms;
		bool picked = event_is_picked(event);
		told->picked = told->picked || picked;
		tickets += kind == MODEL_ISSUED ? 1 : 0;
		if (told->day.event_count == MODEL_EVENTS || tickets == MODEL_TICKETS) {
			return false;
		}
		if (kind == unknown) {
			continue;
		}
		told->ids[told->day.event_count] = event->id;
		told->is_picked[told->day.event_count] = picked;
		model_add(&told->day,
			(struct model_event){
				.kind = kind,
				.at_ms = event->at.office_ms,
				.ticket = event->ticket,
				.counter = event->counter,
				.services = event->services,
				.service = event->service,
				.only = kind == MODEL_TRANSFERRED ? (int)event->refers : 0,
				.priority = event->priority,
				.hour_ms = kind == MODEL_ISSUED ? hour_of(all, count, event->ticket)
								: TICKET_NEVER,
				.undone = kind == MODEL_UNDONE ? place_of(told, event->refers) : 0,
			});
	}
	return true;
}

static bool differ(char *out_what, size_t size, const struct segment *own, const char *of,
	int64_t have, int64_t want)
{
	text_format(out_what, size, "%s, segment %d: %s %" PRId64 ", the model says %" PRId64,
		own->number, own->place, of, have, want);
	return false;
}

static bool compare(
	const struct segment *own, const struct model_segment *want, char *out_what, size_t size)
{
	if (own->served_ms != want->served_ms) {
		return differ(out_what, size, own, "served", own->served_ms, want->served_ms);
	}
	if (own->called_ms != want->called_ms) {
		return differ(out_what, size, own, "called", own->called_ms, want->called_ms);
	}
	if (own->elapsed_ms != want->clock.high_ms) {
		return differ(out_what, size, own, "elapsed", own->elapsed_ms, want->clock.high_ms);
	}
	if (own->clock.ready_ms != want->clock.ready_ms) {
		return differ(
			out_what, size, own, "ready", own->clock.ready_ms, want->clock.ready_ms);
	}
	if (own->clock.alone_ms != want->clock.unattended_ms) {
		return differ(out_what, size, own, "unattended", own->clock.alone_ms,
			want->clock.unattended_ms);
	}
	if (own->verdict != model_verdict(want, own->target_s)) {
		return differ(out_what, size, own, "verdict", own->verdict,
			model_verdict(want, own->target_s));
	}
	return true;
}

static bool compare_ticket(const struct world_day *day, const struct model_ticket *ticket,
	struct against_model *tally, char *out_what, size_t size)
{
	struct desk_story story;
	bool right = desk_tell(day->desk, ticket->number, &story) == RESULT_OK &&
		     story.segment_count == ticket->segment_count;
	if (!right) {
		text_format(out_what, size, "ticket %" PRId64 " has other segments in the model",
			ticket->number);
	}
	for (size_t i = 0; right && i < story.segment_count; i++) {
		const struct segment *own = &story.segments[i];
		if (!own->uncertain && own->served_ms != TICKET_NEVER) {
			tally->segments++;
			right = compare(own, &ticket->segments[i], out_what, size);
		}
	}
	desk_story_finish(&story);
	return right;
}

/* Some of the calls of a day, spread over it: whoever was called in turn must be whom the model
 * calls at that counter, as everything stood just before. */
static bool check_calls(
	struct retelling *told, struct against_model *tally, char *out_what, size_t size)
{
	bool right = true;
	size_t whole = told->day.event_count, step = whole / CALLS + 1;
	for (size_t i = (size_t)told->day.events[0].at_ms % step; i < whole && right; i += step) {
		size_t at = i;
		while (at < whole &&
			(told->day.events[at].kind != MODEL_CALLED || told->is_picked[at])) {
			at++;
		}
		if (at == whole) {
			break;
		}
		const struct model_event *call = &told->day.events[at];
		told->day.event_count = at;
		model_look(&told->day, call->at_ms, &told->moment);
		told->day.event_count = whole;
		int64_t next = model_next(&told->moment, call->counter);
		right = next == call->ticket;
		tally->calls++;
		if (!right) {
			text_format(out_what, size,
				"event %" PRId64 " called ticket %" PRId64
				", the model calls %" PRId64,
				told->ids[at], call->ticket, next);
		}
	}
	return right;
}

/* What the day publishes of overtaking is what the model counts; a press taken back may have let
 * somebody by meanwhile, and who is chosen out of turn overtakes nobody by priority. */
static bool check_overtaking(const struct world_day *day, const struct retelling *told,
	struct against_model *tally, char *out_what, size_t size)
{
	if (day->undone || told->picked || told->moment.ticket_count > SMALL) {
		return true;
	}
	int overtaken = 0, most = 0, bound = 0;
	for (size_t i = 0; i < told->moment.ticket_count; i++) {
		int64_t number = told->moment.tickets[i].number;
		int passed = (int)model_overtakers(&told->day, told->end_ms, number);
		int possible = (int)model_overtakers_bound(&told->day, told->end_ms, number);
		if (passed > possible) {
			text_format(out_what, size,
				"ticket %" PRId64 " was passed by %d, at most %d", number, passed,
				possible);
			return false;
		}
		overtaken += passed > 0 ? 1 : 0;
		most = passed > most ? passed : most;
		bound = possible > bound ? possible : bound;
	}
	struct desk_day *own = calloc(1, sizeof *own);
	bool right = desk_day(day->desk, day->date, own) == RESULT_OK && own->priority.known &&
		     own->priority.overtaken == overtaken && own->priority.most == most &&
		     own->priority.bound >= most && own->priority.bound <= bound;
	if (!right) {
		text_format(out_what, size,
			"%d overtaken by at most %d of %d, the model says %d by %d of %d",
			own->priority.overtaken, own->priority.most, own->priority.bound, overtaken,
			most, bound);
	}
	tally->overtaken += overtaken;
	free(own);
	return right;
}

/* What the day publishes, of all and by service; while it is open, of the present moment. */
static bool check_figures(const struct world_day *day, struct retelling *told,
	struct against_model *tally, char *out_what, size_t size)
{
	struct instant now;
	int limits_s[OFFICE_SERVICES];
	struct model_figures want;
	struct desk_day *own = calloc(1, sizeof *own);
	for (int i = 0; i < day->office->service_count; i++) {
		limits_s[i] = day->office->services[i].target_s;
	}
	bool right = desk_day(day->desk, day->date, own) == RESULT_OK;
	desk_now(day->desk, &now);
	model_look(&told->day, own->closed ? told->end_ms : now.office_ms, &told->moment);
	for (int i = -1; right && i < day->office->service_count; i++) {
		model_figures(&told->moment, own->closed, limits_s, i, &want);
		right = model_match(i < 0 ? &own->all : &own->services[i], &want, out_what, size);
		tally->figures += want.issued > 0 ? 1 : 0;
	}
	tally->closures += told->day.closure_count > 0 ? 1 : 0;
	tally->booked += told->day.from_book != 0 ? 1 : 0;
	free(own);
	return right;
}

bool against_model_look(void *context, const struct world_day *day, char *out_what, size_t size)
{
	struct against_model *tally = context;
	struct retelling *told = calloc(1, sizeof *told);
	bool right = true;
	if (!day->plain || day->event_count == 0 || !retell(day, told) ||
		told->day.event_count == 0) {
		tally->left_out++;
	} else {
		tally->compared++;
		right = check_calls(told, tally, out_what, size);
		model_look(&told->day, told->end_ms, &told->moment);
		for (size_t i = 0; right && i < told->moment.ticket_count; i++) {
			right = compare_ticket(
				day, &told->moment.tickets[i], tally, out_what, size);
		}
		right = right && check_overtaking(day, told, tally, out_what, size) &&
			check_figures(day, told, tally, out_what, size);
	}
	free(told);
	return right;
}
