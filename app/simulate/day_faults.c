/* What goes wrong: machines, paper, people. */
#include "app/simulate/day_parts.h"

static const int64_t hour_ms = INT64_C(3600) * 1000, day_ms = INT64_C(86400) * 1000;

/* ---- the machine ---- */

static void restart(struct day *day, int64_t at_ms, int64_t wall_off_ms)
{
	struct intent intent = day_intent(INTENT_RESTART, at_ms, INTENT_OFFICE);
	intent.argument = wall_off_ms;
	intent_add(day->list, intent);
}

static void set_wall(struct day *day, int64_t at_ms, int64_t wall_off_ms)
{
	struct intent intent = day_intent(INTENT_WALL, at_ms, INTENT_OFFICE);
	intent.argument = wall_off_ms;
	intent_add(day->list, intent);
}

/* The battery of the clock is dead, or it is days ahead. In most mornings somebody sets the wall
 * clock and starts anew; now and then the head sets office time. */
static void draw_wrong_start(struct day *day, int64_t at_ms)
{
	bool ahead = random_chance(&day->random, 20);
	bool by_head = ahead || random_chance(&day->random, 15);
	int64_t off = ahead ? day_moment(day, 1, 3) * day_ms : -at_ms;
	restart(day, at_ms, off);
	set_wall(day, at_ms + 10 * DAY_MINUTE_MS, 0);
	if (by_head) {
		intent_add(day->list,
			day_intent(INTENT_SET_CLOCK, at_ms + 11 * DAY_MINUTE_MS, INTENT_OFFICE));
	} else {
		restart(day, at_ms + 12 * DAY_MINUTE_MS, 0);
	}
}

void day_draw_night(struct day *day)
{
	int64_t morning = day->open_ms - hour_ms - random_below(&day->random, 20) * DAY_MINUTE_MS;
	if (!random_chance(&day->random, 60)) {
		/* It stays on over midnight; some screen looks now and then. */
		for (int i = random_below(&day->random, 4); i > 0; i--) {
			intent_add(day->list,
				day_intent(INTENT_LOOK,
					day_moment(day, day->plan->midnight_ms - hour_ms, morning),
					INTENT_OFFICE));
		}
	} else if ((day->plan->faults & DAY_FAULT_CLOCK) != 0 && random_chance(&day->random, 12)) {
		draw_wrong_start(day, morning);
	} else {
		restart(day, morning, 0);
	}
}

/* ---- faults ---- */

static void draw_kills(struct day *day)
{
	int count = random_below(&day->random, 4);
	int programs = 1 + day->kiosks + day->plan->office->counter_count;
	for (int i = 0; i < count; i++) {
		int one = random_below(&day->random, programs);
		int program = one <= day->kiosks ? one : INTENT_CONSOLES + one - 1 - day->kiosks;
		struct intent die = day_intent(INTENT_DIE,
			day_moment(day, day->open_ms - 30 * DAY_MINUTE_MS, day->close_ms), program);
		die.argument = random_between(&day->random, 1, 40);
		intent_add(day->list, die);
	}
}

static void draw_slips(struct day *day)
{
	bool faulty = (day->plan->faults & DAY_FAULT_PRINTER) != 0;
	int64_t at = day->open_ms - 29 * DAY_MINUTE_MS;
	int64_t broken = day_moment(day, day->open_ms, day->close_ms);
	bool breaks = faulty && random_chance(&day->random, 25);
	while (at < day->close_ms + 5 * DAY_MINUTE_MS) {
		struct intent print = day_intent(INTENT_PRINT, at, 1);
		int way = random_below(&day->random, 100);
		bool out = breaks && at > broken && at < broken + 20 * DAY_MINUTE_MS;
		print.argument = out        ? INTENT_PRINT_PAPER_OUT
				 : !faulty  ? INTENT_PRINT_CONFIRMED
				 : way < 3  ? INTENT_PRINT_JAM
				 : way < 6  ? INTENT_PRINT_FAILED
				 : way < 15 ? INTENT_PRINT_UNCONFIRMED
					    : INTENT_PRINT_CONFIRMED;
		intent_add(day->list, print);
		at += day_moment(day, 60 * DAY_SECOND_MS, 6 * DAY_MINUTE_MS);
	}
}

static void draw_jumps(struct day *day)
{
	for (int i = random_below(&day->random, 3); i > 0; i--) {
		static const int64_t most[] = {60000, 3600000, 86400000, INT64_C(400) * 86400000};
		int64_t reach = most[random_below(&day->random, 4)];
		int64_t at = day_moment(day, day->open_ms, day->close_ms);
		set_wall(day, at, day_moment(day, -reach, reach));
		set_wall(day, at + day_moment(day, 0, hour_ms), 0);
	}
	if (random_chance(&day->random, 6)) {
		restart(day, day_moment(day, day->open_ms, day->close_ms), 0);
	}
}

/* Two counters in the same millisecond, and the kiosk with them. */
static void draw_races(struct day *day)
{
	int counters = day->plan->office->counter_count;
	for (int i = random_below(&day->random, 8); i > 0; i--) {
		int64_t at = day_moment(day, day->open_ms, day->close_ms);
		int first = random_below(&day->random, counters);
		for (int k = 0; k < 2; k++) {
			intent_add(day->list,
				day_at_counter(day, INTENT_NEXT, at, (first + k) % counters));
		}
	}
}

static void draw_full(struct day *day)
{
	int64_t at = day_moment(day, day->open_ms, day->close_ms);
	intent_add(day->list, day_intent(INTENT_FULL, at, INTENT_OFFICE));
	intent_add(day->list,
		day_intent(INTENT_ROOM, at + day_moment(day, DAY_MINUTE_MS, 30 * DAY_MINUTE_MS),
			INTENT_OFFICE));
}

void day_draw_faults(struct day *day)
{
	uint32_t faults = day->plan->faults;
	draw_slips(day);
	if ((faults & DAY_FAULT_KILL) != 0) {
		draw_kills(day);
	}
	if ((faults & DAY_FAULT_CLOCK) != 0) {
		draw_jumps(day);
	}
	if ((faults & DAY_FAULT_RACE) != 0) {
		draw_races(day);
	}
	if ((faults & DAY_FAULT_FULL) != 0 && random_chance(&day->random, 8)) {
		draw_full(day);
	}
}

/* ---- acts out of place ---- */

void day_draw_mistakes(struct day *day)
{
	static const enum intent_act acts[] = {INTENT_NEXT, INTENT_RECALL, INTENT_SERVE,
		INTENT_FINISH, INTENT_ABSENT, INTENT_HOLD, INTENT_RESUME, INTENT_RETURN,
		INTENT_TRANSFER, INTENT_CANCEL, INTENT_UNDO, INTENT_BREAK, INTENT_CLOSE,
		INTENT_OPEN, INTENT_ISSUE, INTENT_WALK, INTENT_ARRIVE, INTENT_REPRINT,
		INTENT_EXPLAIN, INTENT_LOOK, INTENT_STAND_BY, INTENT_STAND_DOWN, INTENT_PICK,
		INTENT_SEND, INTENT_HAND_OVER};
	int counters = day->plan->office->counter_count;
	int64_t from = day->open_ms - 90 * DAY_MINUTE_MS;
	for (int i = random_below(&day->random, 12); i > 0; i--) {
		enum intent_act act =
			acts[random_below(&day->random, sizeof acts / sizeof acts[0])];
		struct intent wrong = day_at_counter(day, act,
			day_moment(day, from, day->close_ms + 60 * DAY_MINUTE_MS),
			random_below(&day->random, counters));
		/* Of today, or of a day before. */
		int first = day->plan->day >= 2 ? (day->plan->day - 2) * DAY_VISITORS : 0;
		wrong.visitor = first + random_below(&day->random,
						(day->plan->day + 1) * DAY_VISITORS - first);
		if (act == INTENT_SEND) {
			wrong.argument = 1 + random_below(&day->random, counters + 1);
		}
		wrong.staff = 1 + random_below(&day->random, counters + 1);
		wrong.service = random_below(&day->random, day->plan->office->service_count + 1);
		if (wrong.service == day->plan->office->service_count) {
			wrong.service = INTENT_UNKNOWN_SERVICE;
		}
		if (act == INTENT_LOOK || random_chance(&day->random, 20)) {
			wrong.visitor =
				act == INTENT_ISSUE || act == INTENT_WALK || act == INTENT_ARRIVE ||
						act == INTENT_REPRINT || act == INTENT_EXPLAIN ||
						act == INTENT_RETURN
					? wrong.visitor
					: INTENT_NOBODY;
		} else if (random_chance(&day->random, 10)) {
			wrong.counter = INTENT_UNKNOWN_COUNTER;
		}
		intent_add(day->list, wrong);
	}
}
