#include "app/simulate/world.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/simulate/clerk.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { CLERKS = OFFICE_COUNTERS };
static const char pin[] = "2468";

bool world_fail(struct world *world, const char *check, const char *format, ...)
{
	if (world->failure.check[0] != '\0') {
		return false;
	}
	va_list values;
	text_copy(world->failure.check, sizeof world->failure.check, check);
	va_start(values, format);
	vsnprintf(world->failure.what, sizeof world->failure.what, format, values);
	va_end(values);
	return false;
}

/* ---- its beginning and end ---- */

static bool add_clerks(struct world *world)
{
	struct desk *desk = world_desk(world, INTENT_OFFICE);
	for (int i = 1; desk != NULL && i <= CLERKS; i++) {
		struct desk_staff staff = {.role = DESK_CLERK};
		text_format(staff.code, sizeof staff.code, "clerk-%d", i);
		text_format(staff.name, sizeof staff.name, "Clerk %d", i);
		enum result result = desk_add_staff(desk, &staff, NULL);
		if (result != RESULT_OK) {
			return world_fail(world, "staff", "%s", result_key(result));
		}
	}
	return desk != NULL;
}

static bool open_store(struct world *world)
{
	char error[512] = "";
	const struct world_options *options = &world->options;
	enum result result = RESULT_OK;
	if (engine_is_in_memory(options->store)) {
		result = engine_hold(options->store, &world->hold);
	}
	if (result == RESULT_OK) {
		result = desk_create(options->store, options->office_file, true, options->at, error,
			sizeof error);
	}
	if (result != RESULT_OK) {
		return world_fail(world, "create", "%s (%s)", result_key(result), error);
	}
	return true;
}

bool world_create(const struct world_options *options, struct world **out_world)
{
	struct world *world = memory_zeroed(1, sizeof *world);
	*out_world = world;
	world->options = *options;
	world->machine.lose_unsynced = options->one_machine;
	world->source = (struct clock_source){world, world_read_clocks};
	world->plain = true;
	if (!open_store(world)) {
		return false;
	}
	/* The first desk tells in which zone `at` is. */
	world->true_ms = INT64_C(1) << 41;
	struct desk *desk = world_desk(world, INTENT_OFFICE);
	if (desk == NULL || !calendar_parse(desk_office(desk), options->at, &world->true_ms)) {
		return world_fail(world, "create", "%s is no time", options->at);
	}
	world->office = *desk_office(desk);
	world_close_all(world);
	mirror_init(&world->mirror, &world->office);
	mirror_init(&world->before, &world->office);
	if (!add_clerks(world) || !world_read_head(world) || !world_read(world, &world->mirror)) {
		return false;
	}
	world_anchor(world);
	return true;
}

void world_destroy(struct world *world)
{
	if (world == NULL) {
		return;
	}
	world_close_all(world);
	if (world->hold != NULL) {
		engine_close(world->hold);
	}
	free(world->visitors);
	free(world);
}

struct world_visitor *world_visitor(struct world *world, int visitor)
{
	if (visitor >= world->visitor_count) {
		int count = visitor + 256;
		world->visitors =
			memory_resized(world->visitors, (size_t)count, sizeof *world->visitors);
		memset(&world->visitors[world->visitor_count], 0,
			(size_t)(count - world->visitor_count) * sizeof *world->visitors);
		world->visitor_count = count;
	}
	return &world->visitors[visitor];
}

void world_know(struct world *world, int visitor, const struct ticket *ticket)
{
	if (visitor == INTENT_NOBODY) {
		return;
	}
	struct world_visitor *own = world_visitor(world, visitor);
	own->slip_sent = own->slip_sent && own->ticket == ticket->id;
	own->ticket = ticket->id;
	text_copy(own->number, sizeof own->number, ticket->number);
}

/* ---- what goes wrong with the machine ---- */

static bool set_clock(struct world *world, const struct intent *intent)
{
	struct desk *desk = world_desk(world, INTENT_OFFICE);
	if (desk == NULL) {
		return world->full;
	}
	enum result result = desk_set_clock(desk, "kepala", pin);
	bool died = world_bury(world, INTENT_OFFICE);
	bool full = world->full && result == RESULT_STORE_FULL;
	if (result != RESULT_OK && !died && !full) {
		return world_fail(world, "set_clock", "%s", result_key(result));
	}
	world->plain = false;
	world->anchored = world->anchored && died;
	if (!world_read_head(world) || !world_read(world, &world->mirror)) {
		return false;
	}
	if (result == RESULT_OK && !died) {
		world_anchor(world);
	}
	world_say(world, intent, result);
	return true;
}

static bool happen(struct world *world, const struct intent *intent)
{
	struct fault_plan *plan = world_plan(world, intent->program);
	world_say(world, intent, RESULT_OK);
	switch (intent->act) {
	case INTENT_DIE:
	case INTENT_POWER: plan->die_at = plan->changes + (long)intent->argument; break;
	case INTENT_RESTART: world_restart(world); /* fallthrough */
	case INTENT_WALL: world->wall_off_ms = intent->argument; break;
	case INTENT_FULL: world_set_full(world, true); break;
	case INTENT_ROOM: world_set_full(world, false); break;
	default: break;
	}
	return true;
}

bool world_perform(struct world *world, struct intent *intent)
{
	world_pass(world, intent->at_ms);
	if (intent->act == INTENT_WORK && !clerk_decide(&world->mirror, intent)) {
		return true;
	}
	switch (intent->act) {
	case INTENT_LOOK: return world_look_at(world, intent);
	case INTENT_PRINT: return world_print(world, intent);
	case INTENT_DAY_END: world_say(world, intent, RESULT_OK); return world_end_day(world);
	case INTENT_SET_CLOCK: return set_clock(world, intent);
	case INTENT_DIE:
	case INTENT_POWER:
	case INTENT_RESTART:
	case INTENT_WALL:
	case INTENT_FULL:
	case INTENT_ROOM: return happen(world, intent);
	default: return world_act(world, intent);
	}
}
