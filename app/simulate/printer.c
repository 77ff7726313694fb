/* The kiosk's printer: takes a slip from the outbox and says what became of it, or nothing. */
#include "app/simulate/world.h"

#include <inttypes.h>
#include <string.h>

static const struct {
	enum print_state state;
	enum result reason;
} outcomes[INTENT_PRINTS] = {
	[INTENT_PRINT_CONFIRMED] = {PRINT_CONFIRMED, RESULT_OK},
	[INTENT_PRINT_UNCONFIRMED] = {PRINT_UNCONFIRMED, RESULT_OK},
	[INTENT_PRINT_FAILED] = {PRINT_FAILED, RESULT_DEVICE_FAILED},
	[INTENT_PRINT_PAPER_OUT] = {PRINT_PENDING, RESULT_PAPER_OUT},
};

static struct world_visitor *visitor_of(struct world *world, int64_t ticket)
{
	for (int i = 0; i < world->visitor_count; i++) {
		if (world->visitors[i].ticket == ticket) {
			return &world->visitors[i];
		}
	}
	return NULL;
}

/* What was noted on the way is of today. */
static bool settle(struct world *world, int64_t before)
{
	if (!world_read_head(world)) {
		return false;
	}
	if (world->head.id > before && !world->anchored) {
		world_anchor(world);
	}
	if (world->head.id == before) {
		return true;
	}
	char date[CALENDAR_DATE_SIZE];
	calendar_date(&world->office, world->head.office_ms, date);
	if (strcmp(date, world->mirror.date) != 0) {
		return world_read(world, &world->mirror);
	}
	world->mirror.begun = true;
	return true;
}

/* Whether a step at the printer is over: refused as it may be, or dead. */
static bool is_over(struct world *world, int program, enum result result, bool *out_right)
{
	bool full = world->full && result == RESULT_STORE_FULL;
	bool died = world_bury(world, program);
	*out_right = result == RESULT_OK || full || (died && result == RESULT_STORE_FAILED) ||
		     world_fail(world, "slip", "%s", result_key(result));
	return died || full || !*out_right;
}

static bool send(struct world *world, const struct intent *intent, struct desk *desk,
	const struct desk_slip *slip)
{
	bool right;
	struct world_visitor *visitor = visitor_of(world, slip->ticket.id);
	if (visitor != NULL && visitor->slip_sent && !slip->again) {
		return world_fail(
			world, "slip_twice", "%s is sent again by itself", slip->ticket.number);
	}
	enum result result = desk_begin_slip(desk, slip->id);
	/* Even a death may come after the word. */
	bool nothing = intent->argument == INTENT_PRINT_PAPER_OUT;
	if (result == RESULT_OK && visitor != NULL && !nothing) {
		visitor->slip_sent = true;
	}
	if (is_over(world, intent->program, result, &right) ||
		intent->argument == INTENT_PRINT_JAM) {
		return right;
	}
	result = desk_end_slip(desk, slip->id, outcomes[intent->argument].state,
		outcomes[intent->argument].reason, NULL);
	(void)is_over(world, intent->program, result, &right);
	return right;
}

bool world_print(struct world *world, const struct intent *intent)
{
	struct desk *desk = world_desk(world, intent->program);
	struct desk_slip slip;
	bool found = false, right;
	int64_t before = world->head.id;
	if (desk == NULL) {
		return world->failure.check[0] == '\0';
	}
	enum result result = desk_next_slip(desk, &slip, &found);
	bool over = is_over(world, intent->program, result, &right);
	if (!over && found) {
		right = send(world, intent, desk, &slip);
	}
	if (world->options.trace != NULL && found && right) {
		fprintf(world->options.trace, "    slip %" PRId64 " of %s%s\n", slip.id,
			slip.ticket.number, slip.again ? " (again)" : "");
	}
	return right && settle(world, before);
}
