/* One act on the real desk, and whether its answer can be. */
#include "app/simulate/world.h"

#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

static void stir(struct world *world, uint64_t value)
{
	/* FNV-1a, a word at a time */
	world->hash = (world->hash ^ value) * UINT64_C(1099511628211);
}

void world_say(struct world *world, const struct intent *intent, enum result result)
{
	char line[INTENT_TEXT_SIZE];
	stir(world, (uint64_t)intent->at_ms);
	stir(world, (uint64_t)intent->act << 32 | (uint32_t)result);
	stir(world, (uint64_t)world->head.id);
	if (world->options.trace != NULL) {
		const char *number = intent->visitor != INTENT_NOBODY
					     ? world_visitor(world, intent->visitor)->number
					     : "";
		intent_write(intent, &world->office, number, line);
		fprintf(world->options.trace, "%s: %s\n", line, result_key(result));
	}
}

/* What an act gave, beside the mirror's answer. */
struct step {
	const struct intent *intent;
	struct mirror_answer answer;
	enum result result;
	struct ticket ticket;
	int64_t now;
	struct event_head before;
	bool died;
	bool rolled;
};

static bool is_allowed(const struct step *step)
{
	for (int i = 0; i < step->answer.result_count; i++) {
		if (step->answer.results[i] == step->result) {
			return true;
		}
	}
	return false;
}

static bool fail_step(struct world *world, const struct step *step, const char *check)
{
	char line[INTENT_TEXT_SIZE];
	intent_write(step->intent, &world->office, "", line);
	return world_fail(world, check, "%s: %s, expected %s; events %" PRId64 " to %" PRId64, line,
		result_key(step->result), result_key(step->answer.results[0]), step->before.id,
		world->head.id);
}

/* The ticket an act gave back is the one it had to be, as it had to be; it is then known whole. */
static bool check_ticket(struct world *world, const struct step *step)
{
	if (step->answer.ticket < 0 || step->ticket.id == 0) {
		return true;
	}
	struct mirror_ticket *own = &world->mirror.tickets[step->answer.ticket];
	const struct ticket *want = &own->ticket, *got = &step->ticket;
	bool at_counter = want->state == TICKET_CALLED || want->state == TICKET_SERVING;
	if (strcmp(want->number, got->number) != 0 || (want->id != 0 && want->id != got->id)) {
		return world_fail(world, "ticket", "%s instead of %s", got->number, want->number);
	}
	if (want->state != got->state || want->service != got->service ||
		want->turn_ms != got->turn_ms || want->segment != got->segment ||
		(at_counter && want->counter != got->counter)) {
		return world_fail(world, "ticket_state", "%s is %s, expected %s", got->number,
			ticket_state_name(got->state), ticket_state_name(want->state));
	}
	own->ticket = *got;
	world_know(world, own->visitor, got);
	return true;
}

/* Office time goes with the machine, and never back. */
static bool check_time(struct world *world, const struct step *step)
{
	if (world->head.office_ms < step->before.office_ms) {
		return fail_step(world, step, "time_back");
	}
	if (world->anchored && step->now - world->boot_ms != world->offset_ms) {
		return fail_step(world, step, "time_jump");
	}
	if (!world->anchored && world->head.id > step->before.id) {
		world_anchor(world);
	}
	return true;
}

static void note_begun(struct world *world, const struct step *step)
{
	bool other_day = step->intent->act == INTENT_EXPLAIN &&
			 mirror_find(&world->mirror, step->intent->visitor) < 0;
	world->mirror.begun = world->mirror.begun || !other_day;
}

/* Whether the act itself is in the log, and not only the end of an older day that it found. */
static bool happened(struct world *world, const struct step *step, bool *out_happened)
{
	struct event event = {.kind = EVENT_KINDS};
	*out_happened = world->head.id > step->before.id;
	if (!*out_happened || !step->rolled) {
		return true;
	}
	enum result result = store_look(world->observer);
	if (result == RESULT_OK) {
		(void)event_rows_get(world->observer, world->head.id, &event);
		store_rollback(world->observer);
	}
	*out_happened = event.kind != EVENT_DAY_CLOSED;
	return result == RESULT_OK || world_fail(world, "look", "%s", result_key(result));
}

/* After a death it is as before, or as after; after it when it was acknowledged. */
static bool judge_death(struct world *world, const struct step *step)
{
	bool done = false;
	if (!happened(world, step, &done)) {
		return false;
	}
	if (step->result != RESULT_OK && step->result != RESULT_STORE_FAILED &&
		step->result != RESULT_STORE_FULL && !is_allowed(step)) {
		return fail_step(world, step, "death_answer");
	}
	if (!done && step->result == RESULT_OK && !step->answer.silent) {
		return fail_step(world, step, "acknowledged_and_lost");
	}
	if (done && (step->answer.results[0] != RESULT_OK || step->answer.silent)) {
		return fail_step(world, step, "refused_and_changed");
	}
	if (!done) {
		mirror_copy(&world->mirror, &world->before);
		if (mirror_roll(&world->mirror, step->now) &&
			!world_read_day(world, &world->mirror, step->before.id)) {
			return false;
		}
	} else {
		note_begun(world, step);
	}
	if (done && step->intent->act == INTENT_APPOINT && step->result != RESULT_OK) {
		/* Nobody was told its code. */
		world->mirror.appointment_count--;
	}
	if (world->options.one_machine) {
		mirror_restart(&world->mirror); /* it was the power, after the act as before it */
	}
	/* Whether a wrong code was counted is in no event. */
	if (step->intent->act == INTENT_WITHDRAW && !world_read_flows(world, &world->mirror)) {
		return false;
	}
	return step->answer.unsure ? world_read(world, &world->mirror) : world_compare(world);
}

static bool judge(struct world *world, const struct step *step)
{
	bool changed = world->head.id > step->before.id;
	if (step->died) {
		return judge_death(world, step);
	}
	if (world->full && step->result == RESULT_STORE_FULL) {
		mirror_copy(&world->mirror, &world->before);
		return !changed || fail_step(world, step, "full_and_changed");
	}
	if (!is_allowed(step)) {
		return fail_step(world, step, "answer");
	}
	if (step->result != RESULT_OK) {
		world->refused++;
		return !changed || step->rolled || fail_step(world, step, "refused_and_changed");
	}
	if (changed == step->answer.silent && !step->rolled) {
		return fail_step(world, step, "changed");
	}
	if (!step->answer.silent) {
		note_begun(world, step);
		world->done[step->intent->act]++;
	}
	world->undone = world->undone || step->intent->act == INTENT_UNDO;
	if (step->answer.unsure && !world_read(world, &world->mirror)) {
		return false;
	}
	return check_ticket(world, step) && check_time(world, step);
}

/* What cannot be for any date is refused before anybody looks at the clock. */
static bool looked_at_clock(const struct intent *intent, enum result result)
{
	bool kind = result == RESULT_SERVICE_RECEPTION || result == RESULT_SERVICE_WITHHELD;
	return result != RESULT_SERVICE_UNKNOWN && result != RESULT_FIELD_REQUIRED &&
	       !(kind && (intent->act == INTENT_TRANSFER || intent->act == INTENT_APPOINT));
}

/* The mirror is about to be read, which does not tell these. */
static bool keep_notes(struct world *world, const struct step *step)
{
	enum intent_act act = step->intent->act;
	struct mirror_answer answer = {0};
	bool done = false;
	if (act != INTENT_RECEIVE && act != INTENT_COMPLAIN && act != INTENT_MOVE_COMPLAINT) {
		return true;
	}
	if (!happened(world, step, &done)) {
		return false;
	}
	if (done) {
		mirror_flow(&world->mirror, step->intent, 0, step->now, &answer);
	}
	return true;
}

/* Only who got the answer knows the code. */
static void tell_receipt(struct world *world, int visitor)
{
	struct mirror_note *note =
		mirror_find_note(&world->mirror, MIRROR_COMPLAINT, visitor, NULL);
	if (note != NULL) {
		note->told = world_visitor(world, visitor)->receipt[0] != '\0';
	}
}

bool world_act(struct world *world, const struct intent *intent)
{
	struct desk *desk = world_desk(world, intent->program);
	struct step step = {.intent = intent, .before = world->head};
	int64_t ticket = intent->visitor != INTENT_NOBODY
				 ? world_visitor(world, intent->visitor)->ticket
				 : 0;
	struct instant now;
	if (desk == NULL) {
		return world->full || world->failure.check[0] == '\0';
	}
	mirror_copy(&world->before, &world->mirror);
	world->acts++;
	step.result = world_call(world, desk, intent, &step.ticket);
	desk_now(desk, &now);
	step.now = now.office_ms;
	step.died = world_bury(world, intent->program);
	bool right = world_read_head(world);
	if (right && looked_at_clock(intent, step.result)) {
		step.rolled =
			mirror_roll(&world->mirror, now.office_ms) || world->mirror.follows_open;
		right = !step.rolled || world_read_day(world, &world->mirror, step.before.id);
	}
	if (right && step.rolled && world->mirror.begun) {
		/* Back on a date that has been, whose tickets are not known any more. */
		right = keep_notes(world, &step) && world_read(world, &world->mirror);
	} else {
		mirror_perform(&world->mirror, intent, ticket, now.office_ms, &step.answer);
		right = right && judge(world, &step);
	}
	if (intent->act == INTENT_COMPLAIN) {
		tell_receipt(world, intent->visitor);
	}
	world_say(world, intent, step.result);
	return right;
}
