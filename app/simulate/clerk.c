#include "app/simulate/clerk.h"

#include "app/simulate/random.h"

enum { MOST_CALLS = 9 }; /* after so many, nobody is sent to the line again */

static const int64_t second_ms = 1000, minute_ms = 60000;

/* Luck of this moment, and luck of a visitor's that stays the same. */
struct clerk {
	struct mirror *mirror;
	const struct mirror_counter *counter;
	struct intent *intent;
	struct random luck;
	int64_t now;
};

static struct random luck_of(const struct mirror_ticket *own, uint64_t what)
{
	return random_of((uint64_t)own->visitor + 7, what * 16 + (uint64_t)own->ticket.segment);
}

static bool decide(struct clerk *clerk, enum intent_act act, int visitor)
{
	clerk->intent->act = act;
	clerk->intent->visitor = visitor;
	return true;
}

static bool transfer(struct clerk *clerk)
{
	const struct mirror_counter *to =
		&clerk->mirror->counters[random_below(&clerk->luck, clerk->mirror->counter_count)];
	if (random_chance(&clerk->luck, 40) && to != clerk->counter) {
		clerk->intent->argument = to->number;
		return decide(clerk, INTENT_SEND, INTENT_NOBODY);
	}
	clerk->intent->service = random_below(&clerk->luck, clerk->mirror->office->service_count);
	return decide(clerk, INTENT_TRANSFER, INTENT_NOBODY);
}

/* Comes at once, or only after a recall, or never. */
static bool summon(struct clerk *clerk)
{
	const struct mirror_ticket *own = &clerk->mirror->tickets[clerk->counter->holds];
	struct random luck = luck_of(own, 1);
	int way = random_below(&luck, 100);
	int64_t since = clerk->now - own->ticket.recalled_ms;
	bool comes = way < 80 || (way < 90 && own->ticket.recalls > 0);
	if (comes) {
		bool wrong = since >= 10 * second_ms && random_chance(&clerk->luck, 3);
		return since >= 10 * second_ms &&
		       (wrong ? transfer(clerk) : decide(clerk, INTENT_SERVE, INTENT_NOBODY));
	}
	if (since < 30 * second_ms) {
		return false;
	}
	return decide(
		clerk, own->ticket.recalls < 2 ? INTENT_RECALL : INTENT_ABSENT, INTENT_NOBODY);
}

static bool serve_on(struct clerk *clerk)
{
	const struct mirror_ticket *own = &clerk->mirror->tickets[clerk->counter->holds];
	const struct office_service *service =
		&clerk->mirror->office->services[own->ticket.service];
	struct random luck = luck_of(own, 2);
	int64_t typical = service->typical_service_s > 0 ? service->typical_service_s : 600;
	int64_t lasts = typical * second_ms * random_between(&luck, 15, 120) / 100;
	if (clerk->now - clerk->counter->since_ms < lasts) {
		return random_chance(&clerk->luck, 1) && random_chance(&clerk->luck, 30) &&
		       decide(clerk, INTENT_HOLD, INTENT_NOBODY);
	}
	if (random_chance(&clerk->luck, 8)) {
		return transfer(clerk);
	}
	bool waits = mirror_first(clerk->mirror, clerk->counter) >= 0;
	return decide(clerk, waits && random_chance(&clerk->luck, 75) ? INTENT_NEXT : INTENT_FINISH,
		INTENT_NOBODY);
}

/* A ticket of today in `state`, the first; NULL. */
static const struct mirror_ticket *find(const struct clerk *clerk, enum ticket_state state)
{
	for (int i = 0; i < clerk->mirror->count; i++) {
		const struct mirror_ticket *own = &clerk->mirror->tickets[i];
		bool known = own->visitor != INTENT_NOBODY;
		if (known && own->ticket.state == state &&
			(clerk->counter->services >> own->ticket.service & 1) != 0) {
			return own;
		}
	}
	return NULL;
}

static bool look_after(struct clerk *clerk)
{
	const struct mirror_ticket *held = find(clerk, TICKET_HELD);
	const struct mirror_ticket *absent = find(clerk, TICKET_ABSENT);
	int way = random_below(&clerk->luck, 100);
	if (held != NULL && way < 12) {
		return decide(clerk, INTENT_RESUME, held->visitor);
	}
	if (absent != NULL && absent->ticket.calls < MOST_CALLS && way >= 12 && way < 14 &&
		clerk->now - absent->ticket.recalled_ms > 5 * minute_ms) {
		return decide(clerk, INTENT_RETURN, absent->visitor);
	}
	int first = mirror_first(clerk->mirror, clerk->counter);
	if (first < 0) {
		bool stands = clerk->counter->stand_by != 0;
		return clerk->mirror->office->stand_by && random_chance(&clerk->luck, 50) &&
		       decide(clerk,
			       stands && random_chance(&clerk->luck, 10) ? INTENT_STAND_DOWN
									 : INTENT_STAND_BY,
			       INTENT_NOBODY);
	}
	if (way >= 14 && way < 16) {
		return decide(clerk, way == 14 ? INTENT_HOLD : INTENT_CANCEL,
			clerk->mirror->tickets[first].visitor);
	}
	const struct mirror_ticket *chosen = find(clerk, TICKET_WAITING);
	if (way < 20 && clerk->mirror->office->call_any && chosen != NULL) {
		return decide(clerk, INTENT_PICK, chosen->visitor);
	}
	return way < 90 && decide(clerk, INTENT_NEXT, INTENT_NOBODY);
}

/* Goes to the kiosk where somebody has called, and fills in what the visitor cannot. */
static bool help_out(struct clerk *clerk)
{
	for (int i = 0; i < INTENT_KIOSKS; i++) {
		const struct mirror_help *help = &clerk->mirror->helps[i];
		bool own = help->state == HELP_ASKED || help->counter == clerk->counter->number;
		if (!mirror_help_is_open(clerk->mirror, help) || !own ||
			!random_chance(&clerk->luck, 40)) {
			continue;
		}
		clerk->intent->argument = i + 1;
		if (help->state == HELP_ASKED && random_chance(&clerk->luck, 85)) {
			return decide(clerk, INTENT_TAKE_HELP, INTENT_NOBODY);
		}
		if (help->visitor == INTENT_NOBODY || random_chance(&clerk->luck, 35)) {
			return decide(clerk, INTENT_END_HELP, INTENT_NOBODY);
		}
		clerk->intent->service =
			random_below(&clerk->luck, clerk->mirror->office->service_count);
		return decide(clerk, INTENT_HELP_ISSUE, help->visitor);
	}
	return false;
}

bool clerk_decide(struct mirror *mirror, struct intent *intent)
{
	struct clerk clerk = {.mirror = mirror, .intent = intent};
	clerk.luck = random_of((uint64_t)intent->argument, 1);
	for (int i = 0; i < mirror->counter_count; i++) {
		if (mirror->counters[i].number == intent->counter) {
			clerk.counter = &mirror->counters[i];
		}
	}
	if (clerk.counter == NULL) {
		return false;
	}
	/* By the clerk's own watch; after a leap of office time it may look long ago, or ahead. */
	clerk.now = intent->at_ms;
	switch (clerk.counter->state) {
	case MIRROR_CALLED: return summon(&clerk);
	case MIRROR_SERVING: return serve_on(&clerk);
	case MIRROR_FREE: return help_out(&clerk) || look_after(&clerk);
	case MIRROR_BREAK: return help_out(&clerk);
	default: return false;
	}
}
