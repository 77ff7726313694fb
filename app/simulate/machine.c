/* The machine with its clocks, and the programs that come and go on it. */
#include "app/simulate/world.h"

#include "app/base/text.h"

#include <string.h>

enum { BOOTED_MS = 5000 };

void world_read_clocks(void *context, int64_t *out_wall_ms, int64_t *out_boot_ms,
	char out_boot_id[CLOCK_BOOT_ID_SIZE])
{
	const struct world *world = context;
	*out_wall_ms = world->true_ms + world->wall_off_ms;
	*out_boot_ms = world->boot_ms;
	text_format(out_boot_id, CLOCK_BOOT_ID_SIZE, "boot-%d", world->boot);
}

void world_pass(struct world *world, int64_t until_ms)
{
	if (until_ms > world->true_ms) {
		world->boot_ms += until_ms - world->true_ms;
		world->true_ms = until_ms;
	}
}

struct fault_plan *world_plan(struct world *world, int program)
{
	return world->options.one_machine ? &world->machine : &world->programs[program].own;
}

static struct fault_plan *observing_plan(struct world *world)
{
	return world->options.one_machine ? &world->machine : &world->observing;
}

static void close_program(struct world *world, int program)
{
	desk_close(world->programs[program].desk);
	world->programs[program].desk = NULL;
}

void world_close_all(struct world *world)
{
	for (int i = 0; i < INTENT_PROGRAMS; i++) {
		close_program(world, i);
	}
	store_close(world->observer);
	world->observer = NULL;
}

void world_name_program(int program, char out_device[DESK_STAFF_SIZE])
{
	if (program == INTENT_OFFICE) {
		text_copy(out_device, DESK_STAFF_SIZE, "console-head");
	} else if (program < INTENT_CONSOLES) {
		text_format(out_device, DESK_STAFF_SIZE, "kiosk-%d", program);
	} else {
		text_format(
			out_device, DESK_STAFF_SIZE, "console-%d", program - INTENT_CONSOLES + 1);
	}
}

void world_anchor(struct world *world)
{
	world->anchored = true;
	world->offset_ms = world->head.office_ms - world->boot_ms;
}

/* Opening may settle what a death left: slips that nobody knows about, a day that was open. */
static bool settle_opening(struct world *world)
{
	int64_t before = world->head.id;
	if (before == 0 || !world_read_head(world) || world->head.id == before) {
		return world->failure.check[0] == '\0';
	}
	if (!world->anchored) {
		world_anchor(world);
	}
	return world_read(world, &world->mirror);
}

static enum result try_opening(struct world *world, int program, char *out_error, size_t error_size)
{
	struct world_program *own = &world->programs[program];
	char device[DESK_STAFF_SIZE];
	world_name_program(program, device);
	const struct desk_options options = {
		.store = world->options.store,
		.device = device,
		.faults = world_plan(world, program),
		.clock = &world->source,
	};
	own->life = options.faults->deaths;
	return desk_open(&options, &own->desk, out_error, error_size);
}

struct desk *world_desk(struct world *world, int program)
{
	struct world_program *own = &world->programs[program];
	char error[512] = "";
	if (own->desk != NULL) {
		return own->desk;
	}
	enum result result = try_opening(world, program, error, sizeof error);
	if (result == RESULT_STORE_FAILED && world_bury(world, program)) {
		result = try_opening(world, program, error, sizeof error);
	}
	if (result != RESULT_OK && !(world->full && result == RESULT_STORE_FULL)) {
		world_fail(world, "open", "program %d cannot open the store: %s (%s)", program,
			result_key(result), error);
	}
	if (own->desk != NULL && !settle_opening(world)) {
		return NULL;
	}
	return own->desk;
}

bool world_bury(struct world *world, int program)
{
	struct fault_plan *plan = world_plan(world, program);
	if (plan->deaths == world->programs[program].life) {
		return false;
	}
	world->deaths++;
	close_program(world, program);
	if (world->options.one_machine) {
		/* A store that lost its index cannot be opened on a full disk: somebody made room.
		 */
		world_set_full(world, false);
		world_restart(world);
	}
	return true;
}

void world_set_full(struct world *world, bool full)
{
	world->full = full;
	world->machine.full = full;
	for (int i = 0; i < INTENT_PROGRAMS; i++) {
		world->programs[i].own.full = full;
	}
}

void world_restart(struct world *world)
{
	world_close_all(world);
	world->machine.die_at = 0;
	world->boot++;
	world->boot_ms = BOOTED_MS;
	world->anchored = false;
	mirror_restart(&world->mirror);
	/* In a morning, nobody has come yet. */
	world->plain = world->plain &&
		       (world->mirror.count == 0 || strcmp(world->mirror.date, world->ended) == 0);
}

static bool open_observer(struct world *world)
{
	char error[512];
	if (world->observer != NULL) {
		return true;
	}
	enum result result = store_open(
		world->options.store, observing_plan(world), &world->observer, error, sizeof error);
	return result == RESULT_OK || world_fail(world, "open", "cannot look at the store: %s (%s)",
					      result_key(result), error);
}

bool world_read_head(struct world *world)
{
	if (!open_observer(world)) {
		return false;
	}
	enum result result = store_look(world->observer);
	if (result == RESULT_OK) {
		event_rows_head(world->observer, &world->head);
		result = store_trouble(world->observer);
		store_rollback(world->observer);
	}
	return result == RESULT_OK ||
	       world_fail(world, "look", "cannot look at the store: %s", result_key(result));
}
