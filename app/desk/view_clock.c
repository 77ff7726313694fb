#include "app/desk/view.h"

#include "app/base/text.h"

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
