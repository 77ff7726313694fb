/* What the store says, as a mirror. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/numbering.h"
#include "app/simulate/world.h"
#include "db/day_rows.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 400 }; /* numbers of one service and day */

static int visitor_of(const struct world *world, int64_t ticket)
{
	for (int i = 0; i < world->visitor_count; i++) {
		if (world->visitors[i].ticket == ticket) {
			return i;
		}
	}
	return INTENT_NOBODY;
}

/* In order of issue. */
static void add_ticket(struct world *world, struct mirror *mirror, const struct ticket *ticket)
{
	int place = mirror->count;
	while (place > 0 && mirror->tickets[place - 1].ticket.issue_event > ticket->issue_event) {
		mirror->tickets[place] = mirror->tickets[place - 1];
		place--;
	}
	mirror->tickets[place] =
		(struct mirror_ticket){.ticket = *ticket, .visitor = visitor_of(world, ticket->id)};
	mirror->count++;
}

static bool read_tickets(struct world *world, struct desk *desk, struct mirror *mirror)
{
	const struct office *office = &world->office;
	for (int i = 0; i < office->service_count; i++) {
		enum result result = RESULT_OK;
		mirror->issued[i] = 0;
		for (int n = 1; n < LONGEST && mirror->count < MIRROR_TICKETS; n++) {
			char number[TICKET_NUMBER_SIZE];
			struct ticket ticket;
			numbering_format(office->services[i].prefix, n, number);
			result = desk_find_ticket(desk, number, mirror->date, &ticket);
			if (result != RESULT_OK) {
				break;
			}
			mirror->issued[i] = n;
			add_ticket(world, mirror, &ticket);
		}
		if (result != RESULT_TICKET_UNKNOWN) {
			return world_fail(world, "read", "tickets: %s", result_key(result));
		}
	}
	return true;
}

static int place_of(const struct mirror *mirror, int64_t ticket)
{
	for (int i = 0; i < mirror->count; i++) {
		if (mirror->tickets[i].ticket.id == ticket) {
			return i;
		}
	}
	return -1;
}

static int clerk_of(const char *staff)
{
	int64_t clerk = 0;
	return strncmp(staff, "clerk-", 6) == 0 && text_to_int(staff + 6, 1, 99, &clerk)
		       ? (int)clerk
		       : 0;
}

/* Where an older day is still open, because a look by a suspect clock ends none, the first act of
 * the new one will close its counters. */
static void read_counters(const struct desk_view *view, struct mirror *mirror)
{
	static const enum mirror_counter_state states[] = {
		[VIEW_CLOSED] = MIRROR_CLOSED,
		[VIEW_FREE] = MIRROR_FREE,
		[VIEW_CALLED] = MIRROR_CALLED,
		[VIEW_SERVING] = MIRROR_SERVING,
		[VIEW_BREAK] = MIRROR_BREAK,
	};
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		mirror->counters[i] = (struct mirror_counter){.number = counter->number,
			.state = MIRROR_CLOSED,
			.holds = -1,
			.press = {.kind = MIRROR_PRESS_UNKNOWN}};
		if (mirror->follows_open) {
			continue;
		}
		mirror->counters[i] = (struct mirror_counter){
			.number = counter->number,
			.state = states[counter->state],
			.services = counter->services,
			.staff = clerk_of(counter->staff),
			.holds =
				counter->ticket.id != 0 ? place_of(mirror, counter->ticket.id) : -1,
			.since_ms = counter->since_ms,
			.stand_by = counter->stand_by_ms != TICKET_NEVER ? counter->stand_by_ms : 0,
			.press = {.kind = MIRROR_PRESS_UNKNOWN},
		};
	}
}

bool world_read_day(struct world *world, struct mirror *mirror, int64_t until)
{
	struct day_row day = {0}, older;
	enum result result = store_look(world->observer);
	if (result == RESULT_OK) {
		(void)day_rows_get(world->observer, mirror->date, &day);
		mirror->follows_open = day_rows_stale(world->observer, mirror->date, &older);
		result = store_trouble(world->observer);
		store_rollback(world->observer);
	}
	mirror->begun = day.first_event != 0 && day.first_event <= until;
	/* One that the system closed goes on when its date comes back. */
	mirror->closed = day.by_hand && day.closed_event != 0 && day.closed_event <= until;
	return result == RESULT_OK || world_fail(world, "read", "day: %s", result_key(result));
}

/* Looking may end an older day, and the program die in it. */
static struct desk *view_store(struct world *world)
{
	for (int tries = 0; tries < 2; tries++) {
		struct desk *desk = world_desk(world, INTENT_OFFICE);
		if (desk == NULL) {
			return NULL;
		}
		enum result result = desk_view(desk, 0, &world->view);
		bool died = world_bury(world, INTENT_OFFICE);
		if (result == RESULT_OK && !died) {
			return desk;
		}
		if (!died && !(world->full && result == RESULT_STORE_FULL)) {
			world_fail(world, "read", "view: %s", result_key(result));
			return NULL;
		}
	}
	return NULL;
}

bool world_read(struct world *world, struct mirror *out_mirror)
{
	struct desk *desk = view_store(world);
	if (desk == NULL) {
		return world->failure.check[0] == '\0';
	}
	text_copy(out_mirror->date, sizeof out_mirror->date, world->view.service_date);
	out_mirror->count = 0;
	if (!read_tickets(world, desk, out_mirror) || !world_read_head(world) ||
		!world_read_day(world, out_mirror, world->head.id)) {
		return false;
	}
	read_counters(&world->view, out_mirror);
	return world_read_flows(world, out_mirror);
}

/* ---- against the mirror ---- */

static bool same_ticket(const struct ticket *a, const struct ticket *b)
{
	return strcmp(a->number, b->number) == 0 && a->state == b->state &&
	       a->service == b->service && a->turn_ms == b->turn_ms && a->segment == b->segment &&
	       a->only == b->only && a->priority == b->priority && a->issued_ms == b->issued_ms;
}

static bool compare_tickets(struct world *world, const struct mirror *store)
{
	struct mirror *mirror = &world->mirror;
	if (store->count != mirror->count) {
		return world_fail(world, "store_tickets", "%d tickets, expected %d", store->count,
			mirror->count);
	}
	for (int i = 0; i < store->count; i++) {
		struct mirror_ticket *own = &mirror->tickets[i];
		const struct ticket *ticket = &store->tickets[i].ticket;
		if (!same_ticket(&own->ticket, ticket)) {
			return world_fail(world, "store_ticket", "%s is %s, expected %s %s",
				ticket->number, ticket_state_name(ticket->state),
				own->ticket.number, ticket_state_name(own->ticket.state));
		}
		own->ticket = *ticket;
		world_know(world, own->visitor, ticket);
	}
	return true;
}

static bool compare_counters(struct world *world, const struct mirror *store)
{
	for (int i = 0; i < store->counter_count; i++) {
		const struct mirror_counter *a = &world->mirror.counters[i];
		const struct mirror_counter *b = &store->counters[i];
		if (a->state != b->state || a->holds != b->holds || a->services != b->services ||
			(a->stand_by == 0) != (b->stand_by == 0)) {
			return world_fail(world, "store_counter",
				"counter %d is in state %d, expected %d", a->number, (int)b->state,
				(int)a->state);
		}
	}
	return true;
}

bool world_compare(struct world *world)
{
	if (world->full) {
		/* What should end an older day cannot. */
		return true;
	}
	struct mirror *store = memory_zeroed(1, sizeof *store);
	mirror_init(store, &world->office);
	bool right = world_read(world, store);
	/* Reading ends an older day, or finds that time has gone on to another. */
	if (right && strcmp(store->date, world->mirror.date) == 0) {
		right = compare_tickets(world, store) && compare_counters(world, store) &&
			world_compare_flows(world, store);
		if (right && (store->begun != world->mirror.begun ||
				     store->closed != world->mirror.closed)) {
			right = world_fail(world, "store_day",
				"day begun %d closed %d, expected "
				"%d %d",
				store->begun, store->closed, world->mirror.begun,
				world->mirror.closed);
		}
	} else if (right) {
		right = world_read(world, &world->mirror);
	}
	free(store);
	return right;
}
