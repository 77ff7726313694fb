/* What the store says of help, numbers given up, visits without a number and complaints. */
#include "app/base/text.h"
#include "app/simulate/world.h"
#include "db/complaint_rows.h"
#include "db/help_rows.h"
#include "db/reception_rows.h"

#include <inttypes.h>
#include <string.h>

/* Who called is in the mirror only. */
static void read_help(struct store *store, const char *device, struct mirror_help *help)
{
	struct help row;
	int visitor = help->visitor;
	if (!help_rows_find_open(store, device, &row)) {
		*help = (struct mirror_help){.state = HELP_DONE, .visitor = INTENT_NOBODY};
		return;
	}
	bool same = help_is_open(help->state) && strcmp(help->date, row.service_date) == 0;
	*help = (struct mirror_help){.state = row.state,
		.counter = row.counter,
		.visitor = same ? visitor : INTENT_NOBODY};
	text_copy(help->date, sizeof help->date, row.service_date);
}

bool world_read_flows(struct world *world, struct mirror *mirror)
{
	enum result result = store_look(world->observer);
	if (result == RESULT_OK) {
		for (int i = 0; i < INTENT_KIOSKS; i++) {
			char device[DESK_STAFF_SIZE], name[DESK_STAFF_SIZE + 8];
			world_name_program(i + 1, device);
			text_format(name, sizeof name, "cancel %s", device);
			read_help(world->observer, device, &mirror->helps[i]);
			attempt_rows_get(world->observer, name, &mirror->tries[i]);
		}
		result = store_trouble(world->observer);
		store_rollback(world->observer);
	}
	return result == RESULT_OK || world_fail(world, "read", "flows: %s", result_key(result));
}

static bool same_help(const struct mirror_help *a, const struct mirror_help *b)
{
	bool open = a->date[0] != '\0' && help_is_open(a->state);
	if (open != (b->date[0] != '\0' && help_is_open(b->state))) {
		return false;
	}
	return !open ||
	       (a->state == b->state && a->counter == b->counter && strcmp(a->date, b->date) == 0);
}

static bool compare_totals(struct world *world)
{
	int64_t received = 0;
	int complaints = 0;
	enum result result = store_look(world->observer);
	if (result == RESULT_OK) {
		received = reception_rows_total(world->observer);
		complaints = complaint_rows_count_new(world->observer);
		result = store_trouble(world->observer);
		store_rollback(world->observer);
	}
	if (result != RESULT_OK) {
		return world_fail(world, "read", "totals: %s", result_key(result));
	}
	if (received != world->mirror.received) {
		return world_fail(world, "store_received",
			"%" PRId64 " came without a number, expected %d", received,
			world->mirror.received);
	}
	return complaints == world->mirror.complaints_new ||
	       world_fail(world, "store_complaints", "%d complaints are new, expected %d",
		       complaints, world->mirror.complaints_new);
}

bool world_compare_flows(struct world *world, const struct mirror *store)
{
	const struct mirror *mirror = &world->mirror;
	for (int i = 0; i < INTENT_KIOSKS; i++) {
		const struct attempt *a = &mirror->tries[i], *b = &store->tries[i];
		if (!same_help(&mirror->helps[i], &store->helps[i])) {
			return world_fail(world, "store_help", "kiosk %d: %s, expected %s", i + 1,
				help_state_name(store->helps[i].state),
				help_state_name(mirror->helps[i].state));
		}
		if (a->tries != b->tries || a->since_ms != b->since_ms) {
			return world_fail(world, "store_tries", "kiosk %d: %d tries, expected %d",
				i + 1, b->tries, a->tries);
		}
	}
	return compare_totals(world);
}
