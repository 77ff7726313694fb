#include "app/desk/view.h"

#include "app/base/text.h"
#include "app/queue/calendar.h"

int64_t view_clock_count(const struct view_clock *clock, int64_t now)
{
	return clock->running ? now - clock->start_ms : clock->count_ms;
}

bool view_oldest_clock(const struct desk_view *view, int64_t now, struct view_clock *out_clock,
	char out_number[TICKET_NUMBER_SIZE], int *out_counter)
{
	int64_t oldest = -1;
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_waiting *waiting = &view->waiting[i];
		int64_t count = view_clock_count(&waiting->clock, now);
		if (waiting->clock.any && waiting->clock.running && count > oldest) {
			oldest = count;
			*out_clock = waiting->clock;
			*out_counter = 0;
			text_copy(out_number, TICKET_NUMBER_SIZE, waiting->number);
		}
	}
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		int64_t count = view_clock_count(&counter->clock, now);
		if (counter->state == VIEW_CALLED && counter->clock.any && counter->clock.running &&
			count > oldest) {
			oldest = count;
			*out_clock = counter->clock;
			*out_counter = counter->number;
			text_copy(out_number, TICKET_NUMBER_SIZE, counter->ticket.number);
		}
	}
	return oldest >= 0;
}

/* How long a wording takes at most, from "ting" to its last pause; and how late the voice may be.
 */
enum { WORDING_MS = 12000, VOICE_LATE_MS = 6000 };

bool view_unspoken(const struct office *office, const struct desk_view *view,
	const struct view_call *call, int64_t now)
{
	const struct office_voice *voice = &office->voice;
	int64_t free_ms = call->called_ms;
	if (call->announced_ms[ANNOUNCED_SPOKEN] != TICKET_NEVER ||
		office_voice_volume(office, call->called_ms) == 0) {
		return false;
	}
	for (int i = 0; i < view->call_count; i++) {
		int64_t spoken = view->calls[i].announced_ms[ANNOUNCED_SPOKEN];
		int64_t end = spoken + (int64_t)WORDING_MS * voice->repeats * voice->wording_count;
		free_ms = spoken != TICKET_NEVER && end > free_ms ? end : free_ms;
	}
	return now - free_ms >= VOICE_LATE_MS;
}

int64_t view_announced(const struct view_call *call)
{
	int64_t first = TICKET_NEVER;
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		int64_t at = call->announced_ms[i];
		if (at != TICKET_NEVER && (first == TICKET_NEVER || at < first)) {
			first = at;
		}
	}
	return first;
}

static bool is_open(const struct view_counter *counter)
{
	return counter->state != VIEW_CLOSED && counter->state != VIEW_BREAK;
}

/* A closed counter stands for all that it may serve, because the view does not say what it did. */
static bool may_serve(
	const struct office *office, const struct view_counter *counter, uint32_t service)
{
	int place = office_find_counter(office, counter->number);
	bool closed = counter->state == VIEW_CLOSED && place >= 0;
	return ((closed ? office->counters[place].services : counter->services) & service) != 0;
}

/* The last moment at which an opening or an office-wide break ended after `from_ms`. */
static int64_t last_edge(const struct office *office, int64_t from_ms, int64_t now)
{
	int64_t edge;
	while ((edge = calendar_next_edge(office, from_ms, now)) != -1) {
		from_ms = edge;
	}
	return from_ms;
}

/* Since when the visitor has nobody; TICKET_NEVER = an open counter serves this. */
static int64_t alone_since(const struct desk_view *view, const struct office *office,
	const struct view_waiting *waiting, int64_t now)
{
	uint32_t service = UINT32_C(1) << waiting->service;
	int64_t since = waiting->turn_ms > waiting->from_ms ? waiting->turn_ms : waiting->from_ms;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (is_open(counter) && (counter->services & service) != 0) {
			return TICKET_NEVER;
		}
		bool left = !is_open(counter) && may_serve(office, counter, service);
		since = left && counter->since_ms > since ? counter->since_ms : since;
	}
	return last_edge(office, since, now);
}

bool view_unattended(const struct desk_view *view, const struct office *office, int64_t now,
	struct view_unattended *out_unattended)
{
	*out_unattended = (struct view_unattended){.since_ms = TICKET_NEVER};
	for (int i = 0; i < view->waiting_shown && view->hours.state == CALENDAR_OPEN; i++) {
		int64_t since = alone_since(view, office, &view->waiting[i], now);
		if (since == TICKET_NEVER) {
			continue;
		}
		out_unattended->waiting++;
		if (out_unattended->since_ms == TICKET_NEVER || since < out_unattended->since_ms) {
			out_unattended->since_ms = since;
		}
	}
	return out_unattended->waiting > 0;
}
