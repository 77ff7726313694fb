#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/simulate/simulate.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_TRIES = 1500 };

struct shrinking {
	const struct simulate_stage *stage;
	const char *check;
	struct intent_list now; /* the shortest so far */
	int tries;
};

/* Whether the intents without those from `from` to `to` fail in the same check; `out_count`: how
 * many of them were needed for that. */
static bool fails_without(struct shrinking *shrinking, size_t from, size_t to, size_t *out_until)
{
	struct world *world = simulate_stage_world(shrinking->stage, NULL);
	bool right = world->failure.check[0] == '\0';
	size_t i = 0;
	shrinking->tries++;
	while (right && i < shrinking->now.count) {
		if (i < from || i >= to) {
			struct intent intent = shrinking->now.items[i];
			right = world_perform(world, &intent);
		}
		i++;
	}
	bool same = !right && strcmp(world->failure.check, shrinking->check) == 0;
	*out_until = i;
	simulate_stage_leave(shrinking->stage, world, false);
	return same;
}

/* Leaves out what lies between, when it still fails; whether it did. */
static bool leave_out(struct shrinking *shrinking, size_t from, size_t to)
{
	struct intent_list *now = &shrinking->now;
	size_t until = 0;
	if (from >= to || shrinking->tries >= MOST_TRIES ||
		!fails_without(shrinking, from, to, &until)) {
		return false;
	}
	now->count = until;
	if (to > now->count) {
		to = now->count;
	}
	memmove(&now->items[from], &now->items[to], (now->count - to) * sizeof now->items[0]);
	now->count -= to - from;
	return true;
}

/* Where the last day begins: after the end of the one before. */
static size_t last_day(const struct intent_list *list)
{
	size_t from = list->count > 0 ? list->count - 1 : 0;
	while (from > 0 && list->items[from - 1].act != INTENT_DAY_END) {
		from--;
	}
	return from;
}

static void leave_out_days(struct shrinking *shrinking)
{
	if (leave_out(shrinking, 0, last_day(&shrinking->now))) {
		return;
	}
	size_t from = 0;
	while (from < last_day(&shrinking->now)) {
		size_t to = from;
		while (shrinking->now.items[to].act != INTENT_DAY_END) {
			to++;
		}
		if (!leave_out(shrinking, from, to + 1)) {
			from = to + 1;
		}
	}
}

/* Ever smaller parts, from the end on: what came last is needed most, so the rest goes sooner. */
static void leave_out_parts(struct shrinking *shrinking)
{
	size_t part = shrinking->now.count / 2;
	bool shorter = true;
	while (part > 0 && (part > 1 || shorter)) {
		shorter = false;
		for (size_t end = shrinking->now.count; end > 0 && end <= shrinking->now.count;) {
			size_t from = end > part ? end - part : 0;
			shorter = leave_out(shrinking, from, end) || shorter;
			end = from;
		}
		part = part > 1 ? part / 2 : 1;
		if (shrinking->tries >= MOST_TRIES) {
			return;
		}
	}
}

/* Once more, for the numbers and answers as they are without the rest. */
static void tell(const struct shrinking *shrinking, struct simulate_report *report)
{
	size_t size = 0;
	FILE *out = open_memstream(&report->shortest_text, &size);
	struct world *world = simulate_stage_world(shrinking->stage, out);
	for (size_t i = 0; i < shrinking->now.count; i++) {
		struct intent intent = shrinking->now.items[i];
		if (!world_perform(world, &intent)) {
			break;
		}
	}
	if (world->failure.check[0] != '\0') {
		report->failure = world->failure;
	}
	simulate_stage_leave(shrinking->stage, world, false);
	if (out != NULL) {
		fclose(out);
	}
}

void simulate_shrink(const struct simulate_stage *stage, const struct intent_list *intents,
	const char *check, struct simulate_report *report)
{
	struct shrinking shrinking = {.stage = stage, .check = check};
	for (size_t i = 0; i < intents->count; i++) {
		intent_add(&shrinking.now, intents->items[i]);
	}
	leave_out_days(&shrinking);
	leave_out_parts(&shrinking);
	tell(&shrinking, report);
	report->shortest = shrinking.now;
	report->tries = shrinking.tries;
}
