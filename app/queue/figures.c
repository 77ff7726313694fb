#include "app/queue/figures.h"

#include "app/base/memory.h"

#include <stdlib.h>

static int compare_times(const void *a, const void *b)
{
	int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
	return (first > second) - (first < second);
}

/* Nearest rank: the least value that `percent` of all do not exceed. */
static int64_t rank(const int64_t *sorted, size_t count, size_t percent)
{
	size_t place = (count * percent + 99) / 100;
	return sorted[place > 0 ? place - 1 : 0];
}

static struct figures_spread spread_of(int64_t *times, size_t count)
{
	if (count == 0) {
		return (struct figures_spread){0, TICKET_NEVER, TICKET_NEVER, TICKET_NEVER};
	}
	qsort(times, count, sizeof times[0], compare_times);
	return (struct figures_spread){
		(int)count, rank(times, count, 50), rank(times, count, 90), times[count - 1]};
}

static void add_to_share(struct figures_share *share, bool right, int64_t ms)
{
	share->counted++;
	share->right += right ? 1 : 0;
	share->longest_ms = ms > share->longest_ms ? ms : share->longest_ms;
}

static void count_state(struct figures *figures, const struct segment *segment)
{
	figures->issued++;
	figures->uncertain += segment->uncertain ? 1 : 0;
	figures->people += segment->place == 1 ? segment->party : 0;
	if (!segment->is_last) {
		figures->done += segment->state == TICKET_DONE;
		figures->transferred += segment->state != TICKET_DONE;
		return;
	}
	switch (segment->state) {
	case TICKET_DONE: figures->done++; break;
	case TICKET_ABSENT: figures->absent++; break;
	case TICKET_CANCELLED: figures->cancelled++; break;
	case TICKET_CLOSED_BY_SYSTEM: figures->closed_by_system++; break;
	default: figures->open++;
	}
}

/* Whether a segment of the same ticket before this one was served. */
static bool was_served_before(const struct segment *segments, size_t place)
{
	for (size_t i = place; i > 0 && segments[i - 1].ticket == segments[place].ticket; i--) {
		if (segments[i - 1].served_ms != TICKET_NEVER) {
			return true;
		}
	}
	return false;
}

int64_t figures_wait(const struct segment *segments, size_t place)
{
	const struct segment *segment = &segments[place];
	if (segment->uncertain || segment->served_ms == TICKET_NEVER) {
		return TICKET_NEVER;
	}
	int64_t from = was_served_before(segments, place) ? segment->from_ms : segment->issued_ms;
	return segment->served_ms - from;
}

static void count_promises(struct figures *figures, const struct segment *segment, int64_t now)
{
	figures->unattended_ms += target_alone(&segment->clock, now);
	if (segment->verdict != TARGET_NONE) {
		add_to_share(&figures->target, segment->verdict == TARGET_MET, segment->elapsed_ms);
	}
	if (segment->high_ms != TICKET_NEVER && segment->called_ms != TICKET_NEVER) {
		bool right = segment->called_ms >= segment->low_ms &&
			     segment->called_ms <= segment->high_ms;
		int64_t miss = segment->called_ms - segment->high_ms;
		add_to_share(&figures->estimate, right, miss > 0 ? miss : 0);
	}
}

/* ---- the literal figure ---- */

static bool is_before_in_queue(const struct segment *a, const struct segment *b)
{
	if (a->turn_ms != b->turn_ms) {
		return a->turn_ms < b->turn_ms;
	}
	if (a->issue_event != b->issue_event) {
		return a->issue_event < b->issue_event;
	}
	return a->place < b->place;
}

int64_t figures_literal(const struct segment *segments, size_t count, size_t place)
{
	const struct segment *own = &segments[place];
	const struct segment *previous = NULL;
	if (own->served_ms == TICKET_NEVER || own->uncertain) {
		return TICKET_NEVER;
	}
	for (size_t i = 0; i < count; i++) {
		const struct segment *other = &segments[i];
		if (other->served_ms != TICKET_NEVER && !other->uncertain &&
			is_before_in_queue(other, own) &&
			(previous == NULL || is_before_in_queue(previous, other))) {
			previous = other;
		}
	}
	if (previous == NULL) {
		return TICKET_NEVER;
	}
	if (previous->finished_ms == TICKET_NEVER || previous->finished_ms > own->served_ms) {
		return 0;
	}
	return own->served_ms - previous->finished_ms;
}

static void count_literal(struct figures *figures, const struct segment *segments, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int64_t literal = figures_literal(segments, count, i);
		enum target_verdict verdict = target_judge(segments[i].target_s, literal);
		if (verdict != TARGET_NONE) {
			add_to_share(&figures->literal, verdict == TARGET_MET, literal);
		}
	}
}

static bool is_chosen(const struct figures_choice *choice, const struct segment *segment)
{
	return (choice->services >> segment->service & 1u) != 0 &&
	       (choice->counter == 0 || choice->counter == segment->counter);
}

void figures_choose(const struct segment *segments, size_t count,
	const struct figures_choice *choice, int64_t now, struct figures *out_figures)
{
	static const struct figures_share none = {0, 0, TICKET_NEVER};
	*out_figures = (struct figures){.target = none, .literal = none, .estimate = none};
	int64_t *waits = memory_zeroed(count + 1, sizeof *waits);
	int64_t *services = memory_zeroed(count + 1, sizeof *services);
	size_t wait_count = 0, service_count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct segment *segment = &segments[i];
		if (!is_chosen(choice, segment)) {
			continue;
		}
		count_state(out_figures, segment);
		if (segment->uncertain) {
			continue;
		}
		count_promises(out_figures, segment, now);
		int64_t wait = figures_wait(segments, i);
		if (wait != TICKET_NEVER) {
			waits[wait_count++] = wait;
		}
		if (segment->service_ms != TICKET_NEVER) {
			services[service_count++] = segment->service_ms;
		}
	}
	out_figures->wait = spread_of(waits, wait_count);
	out_figures->service = spread_of(services, service_count);
	free(waits);
	free(services);
}

void figures_compute(const struct segment *segments, size_t count, int service, int64_t now,
	struct figures *out_figures)
{
	const struct figures_choice choice = {service < 0 ? UINT32_MAX : UINT32_C(1) << service, 0};
	figures_choose(segments, count, &choice, now, out_figures);
	if (service < 0) {
		count_literal(out_figures, segments, count);
	}
}

/* ---- priority ---- */

/* Who returns after an absence has a turn later than the issue, and is rightly passed. */
static bool may_be_passed(const struct segment *segment)
{
	return segment->place == 1 && segment->turn_ms <= segment->issued_ms;
}

int figures_turns_passed(const struct segment *segments, size_t count)
{
	int passed = 0;
	for (size_t i = 0; i < count; i++) {
		bool found = false;
		for (size_t k = 0; k < count && !found && may_be_passed(&segments[i]); k++) {
			found = segments[k].place == 1 &&
				segments[k].issue_event > segments[i].issue_event &&
				segments[k].turn_ms < segments[i].turn_ms;
		}
		passed += found ? 1 : 0;
	}
	return passed;
}
