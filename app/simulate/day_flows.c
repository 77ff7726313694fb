/* What visitors do beside taking a number: they ask for help, sign without a number, give the
 * number up, complain. */
#include "app/simulate/day_parts.h"

enum { WRONG_TRIES = 12 }; /* more than the desk puts up with */

/* Where it has one. */
static int find_reception(const struct office *office)
{
	for (int i = 0; i < office->service_count; i++) {
		if (office->services[i].reception) {
			return i;
		}
	}
	return -1;
}

static int draw_kiosk(struct day *day)
{
	return 1 + random_below(&day->random, day->kiosks);
}

/* A visitor of today, or of a day before. */
static int draw_somebody(struct day *day)
{
	int first = day->plan->day >= 2 && random_chance(&day->random, 10)
			    ? (day->plan->day - 2) * DAY_VISITORS
			    : day->plan->day * DAY_VISITORS;
	return first + random_below(&day->random, day->visitors + 1);
}

/* Adds it, and now and then the program dies in it, or it is pressed twice. */
static void add(struct day *day, struct intent intent)
{
	if ((day->plan->faults & DAY_FAULT_KILL) != 0 && random_chance(&day->random, 4)) {
		struct intent die = day_intent(INTENT_DIE, intent.at_ms, intent.program);
		die.argument = random_between(&day->random, 1, 14);
		intent_add(day->list, die);
	}
	intent_add(day->list, intent);
	if (random_chance(&day->random, 10)) {
		intent.at_ms += random_below(&day->random, 3) * random_below(&day->random, 800);
		intent_add(day->list, intent);
	}
}

static struct intent draw_new(struct day *day, enum intent_act act)
{
	int64_t from = day->open_ms - day->plan->office->issue_before_s * INT64_C(1000);
	struct intent intent =
		day_intent(act, day_moment(day, from, day->close_ms), draw_kiosk(day));
	intent.visitor = day->plan->day * DAY_VISITORS + day->visitors++;
	return intent;
}

static void draw_help(struct day *day)
{
	for (int i = random_below(&day->random, 5); i > 0; i--) {
		struct intent ask = draw_new(day, INTENT_ASK_HELP);
		add(day, ask);
		if (random_chance(&day->random, 30)) {
			add(day, day_intent(INTENT_NEED_NOBODY,
					 ask.at_ms + day_moment(day, 3000, 10 * DAY_MINUTE_MS),
					 ask.program));
		}
	}
}

static void draw_receptions(struct day *day)
{
	int reception = find_reception(day->plan->office);
	int count = random_below(&day->random, reception >= 0 ? 7 : 2);
	for (int i = 0; i < count; i++) {
		struct intent receive = draw_new(day, INTENT_RECEIVE);
		receive.service =
			reception >= 0 && random_chance(&day->random, 85)
				? reception
				: random_below(&day->random, day->plan->office->service_count + 1);
		if (receive.service == day->plan->office->service_count) {
			receive.service = INTENT_UNKNOWN_SERVICE;
		}
		receive.party = random_below(&day->random, 4);
		receive.program = random_chance(&day->random, 10) ? INTENT_OFFICE : receive.program;
		add(day, receive);
	}
}

/* Beside those who think better of it soon (day.c): late, with a wrong code, or by guessing. */
static void draw_withdrawals(struct day *day)
{
	for (int i = random_below(&day->random, 4); i > 0; i--) {
		struct intent withdraw = day_intent(INTENT_WITHDRAW,
			day_moment(day, day->open_ms, day->close_ms), draw_kiosk(day));
		withdraw.visitor = draw_somebody(day);
		withdraw.argument = random_chance(&day->random, 35) ? 1 : 0;
		add(day, withdraw);
	}
	if (!random_chance(&day->random, 8)) {
		return;
	}
	struct intent guess = day_intent(
		INTENT_WITHDRAW, day_moment(day, day->open_ms, day->close_ms), draw_kiosk(day));
	guess.visitor = draw_somebody(day);
	for (int i = 0; i < WRONG_TRIES; i++) {
		guess.argument = 1;
		add(day, guess);
		guess.at_ms += day_moment(day, 3000, 20000);
	}
	guess.argument = 0;
	guess.at_ms += day_moment(day, 0, 15 * DAY_MINUTE_MS);
	add(day, guess);
}

static void draw_complaints(struct day *day)
{
	for (int i = random_below(&day->random, 4); i > 0; i--) {
		struct intent complain = draw_new(day, INTENT_COMPLAIN);
		complain.argument = random_chance(&day->random, 8)
					    ? INTENT_NO_WORDS
					    : random_below(&day->random, COMPLAINT_TOPICS);
		add(day, complain);
		struct intent move = complain;
		move.act = INTENT_MOVE_COMPLAINT;
		move.program = INTENT_OFFICE;
		for (int state = random_below(&day->random, 3); state < COMPLAINT_STATES; state++) {
			move.at_ms += day_moment(day, DAY_MINUTE_MS, 60 * DAY_MINUTE_MS);
			move.argument = (state + 1) % COMPLAINT_STATES;
			if (random_chance(&day->random, 50)) {
				add(day, move);
			}
		}
	}
	if (random_chance(&day->random, 30)) {
		struct intent move = day_intent(INTENT_MOVE_COMPLAINT,
			day_moment(day, day->open_ms, day->close_ms), INTENT_OFFICE);
		move.visitor = draw_somebody(day);
		move.argument = random_below(&day->random, COMPLAINT_STATES);
		add(day, move);
	}
}

/* A clerk presses for a call that nobody made, or that is another's. */
static void draw_wrong_help(struct day *day)
{
	static const enum intent_act acts[] = {
		INTENT_TAKE_HELP, INTENT_END_HELP, INTENT_HELP_ISSUE};
	for (int i = random_below(&day->random, 3); i > 0; i--) {
		struct intent wrong = day_at_counter(day, acts[random_below(&day->random, 3)],
			day_moment(day, day->open_ms, day->close_ms),
			random_below(&day->random, day->plan->office->counter_count));
		wrong.visitor = draw_somebody(day);
		wrong.service = random_below(&day->random, day->plan->office->service_count);
		wrong.argument = 1 + random_below(&day->random, INTENT_KIOSKS);
		if (random_chance(&day->random, 10)) {
			wrong.counter = INTENT_UNKNOWN_COUNTER;
		}
		add(day, wrong);
	}
}

void day_draw_flows(struct day *day)
{
	draw_help(day);
	draw_receptions(day);
	draw_withdrawals(day);
	draw_complaints(day);
	draw_wrong_help(day);
}
