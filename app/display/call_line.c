#include "app/display/call_line.h"

#include "app/base/log.h"

#include <string.h>

const struct view_counter *call_counter(const struct desk_view *view, const struct view_call *call)
{
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (counter->number == call->counter &&
			strcmp(counter->ticket.number, call->number) == 0) {
			return counter;
		}
	}
	return NULL;
}

bool call_is_open(const struct desk_view *view, const struct view_call *call)
{
	const struct view_counter *counter = call_counter(view, call);
	return counter && counter->state == VIEW_CALLED;
}

static void add(struct call_line *line, const struct view_call *call)
{
	if (line->count == CALL_LINE) {
		line->count--;
		line->lost++;
		memmove(line->calls, line->calls + 1, (size_t)line->count * sizeof *line->calls);
	}
	line->calls[line->count++] = *call;
}

/* The view reaches back to that call and does not have it: it was taken back. */
static bool is_undone(const struct desk_view *view, const struct view_call *call)
{
	for (int i = 0; i < view->call_count; i++) {
		if (view->calls[i].id <= call->id) {
			return view->calls[i].id != call->id;
		}
	}
	return view->call_count < VIEW_CALLS;
}

static void remove_undone(struct call_line *line, const struct desk_view *view)
{
	int kept = 0;
	for (int i = 0; i < line->count; i++) {
		if (!is_undone(view, &line->calls[i])) {
			line->calls[kept++] = line->calls[i];
		}
	}
	line->count = kept;
}

static bool is_announced(const struct call_line *line, const struct view_call *call)
{
	int64_t at_ms = line->spoken ? call->announced_ms[ANNOUNCED_SPOKEN] : view_announced(call);
	return at_ms != TICKET_NEVER;
}

/* Calls that were made since the last view and left the list before this one: as many as their ids
 * are, since one that was taken back left its id unused. */
static int out_of_reach(const struct call_line *line, const struct desk_view *view)
{
	if (!line->begun || view->call_count < VIEW_CALLS) {
		return 0;
	}
	int64_t missed = view->calls[VIEW_CALLS - 1].id - line->seen - 1;
	return missed > 0 ? (int)missed : 0;
}

void call_line_take(struct call_line *line, const struct desk_view *view)
{
	int lost = line->lost;
	line->lost += out_of_reach(line, view);
	for (int i = view->call_count - 1; i >= 0; i--) {
		const struct view_call *call = &view->calls[i];
		if (call->id <= line->seen) {
			continue;
		}
		line->seen = call->id;
		if (line->begun || (!is_announced(line, call) && call_is_open(view, call))) {
			add(line, call);
		}
	}
	line->begun = true;
	remove_undone(line, view);
	if (line->lost > lost) {
		log_warn("display", "%d calls were not %s: too many at once", line->lost - lost,
			line->spoken ? "spoken" : "shown");
	}
}

bool call_line_next(struct call_line *line, struct view_call *out_call)
{
	if (line->count == 0) {
		return false;
	}
	*out_call = line->calls[0];
	line->count--;
	memmove(line->calls, line->calls + 1, (size_t)line->count * sizeof *line->calls);
	return true;
}
