#include "app/simulate/day_parts.h"

enum { BUSY_VISITORS = 60, MOST_VISITORS = 110 };

struct intent day_intent(enum intent_act act, int64_t at_ms, int program)
{
	return (struct intent){
		.at_ms = at_ms, .act = act, .program = program, .visitor = INTENT_NOBODY};
}

struct intent day_at_counter(const struct day *day, enum intent_act act, int64_t at_ms, int place)
{
	struct intent intent = day_intent(act, at_ms, INTENT_CONSOLES + place);
	intent.counter = day->plan->office->counters[place].number;
	return intent;
}

int64_t day_moment(struct day *day, int64_t from_ms, int64_t to_ms)
{
	return random_between(&day->random, from_ms, to_ms);
}

/* ---- visitors ---- */

/* Few come for what is asked for rarely: the first service of the office most of all. */
static int draw_service(struct day *day)
{
	int count = day->plan->office->service_count, total = 0;
	for (int i = 0; i < count; i++) {
		total += 2 + 12 / (i + 1);
	}
	int left = random_below(&day->random, total), service = 0;
	while (service < count - 1 && left >= 2 + 12 / (service + 1)) {
		left -= 2 + 12 / (service + 1);
		service++;
	}
	return service;
}

/* Numbers are given from before the opening on; most come in the middle of the morning. */
static int64_t draw_arrival(struct day *day)
{
	static const int weights[] = {6, 10, 16, 18, 12, 6, 10, 9, 4};
	enum { PARTS = sizeof weights / sizeof weights[0] };
	int total = 0, part = 0;
	for (int i = 0; i < PARTS; i++) {
		total += weights[i];
	}
	int left = random_below(&day->random, total);
	while (left >= weights[part]) {
		left -= weights[part++];
	}
	int64_t from = day->open_ms - day->plan->office->issue_before_s * INT64_C(1000);
	int64_t length = (day->close_ms - from) / PARTS;
	return day_moment(day, from + part * length, from + (part + 1) * length - 1);
}

static enum ticket_priority draw_priority(struct day *day)
{
	return random_chance(&day->random, 85) ? TICKET_ORDINARY
					       : (enum ticket_priority)random_between(&day->random,
							 TICKET_PRIORITY, TICKET_TODDLER);
}

static struct intent draw_visitor(struct day *day, enum intent_act act, int64_t at_ms)
{
	struct intent intent = day_intent(act, at_ms, 1 + random_below(&day->random, day->kiosks));
	intent.visitor = day->plan->day * DAY_VISITORS + day->visitors++;
	intent.service = draw_service(day);
	intent.priority = draw_priority(day);
	intent.party = random_chance(&day->random, 20) ? random_below(&day->random, 5) + 1 : 0;
	return intent;
}

/* Presses twice, or thinks better of it. */
static void draw_afterthoughts(struct day *day, struct intent intent)
{
	if (random_chance(&day->random, 6)) {
		struct intent again = intent;
		again.at_ms += random_below(&day->random, 3) * random_below(&day->random, 800);
		intent_add(day->list, again);
	}
	if (random_chance(&day->random, 5)) {
		bool at_kiosk = intent.program != INTENT_OFFICE;
		struct intent cancel = day_intent(at_kiosk ? INTENT_WITHDRAW : INTENT_CANCEL,
			intent.at_ms + day_moment(day, 5000, 20 * DAY_MINUTE_MS), intent.program);
		cancel.visitor = intent.visitor;
		intent_add(day->list, cancel);
	}
	if (random_chance(&day->random, 3)) {
		struct intent reprint = day_intent(INTENT_REPRINT,
			intent.at_ms + day_moment(day, 5000, 5 * DAY_MINUTE_MS), INTENT_OFFICE);
		reprint.visitor = intent.visitor;
		intent_add(day->list, reprint);
	}
}

static void draw_arrivals(struct day *day)
{
	bool busy = random_chance(&day->random, 10);
	int count = busy ? random_below(&day->random, MOST_VISITORS - BUSY_VISITORS) + BUSY_VISITORS
			 : random_below(&day->random, 36) + 8;
	for (int i = 0; i < count; i++) {
		struct intent intent = draw_visitor(day, INTENT_ISSUE, draw_arrival(day));
		if (random_chance(&day->random, 4)) {
			int place = random_below(&day->random, day->plan->office->counter_count);
			struct intent walk = day_at_counter(day, INTENT_WALK, intent.at_ms, place);
			walk.visitor = intent.visitor;
			walk.service = intent.service;
			intent_add(day->list, walk);
			continue;
		}
		if (random_chance(&day->random, 6)) {
			intent.program = INTENT_OFFICE;
		}
		intent_add(day->list, intent);
		draw_afterthoughts(day, intent);
	}
}

/* Booked on the evening before for a quarter of an hour of the day; some never come. */
static void draw_appointments(struct day *day)
{
	int count = random_below(&day->random, 6);
	for (int i = 0; i < count; i++) {
		int64_t hour = day->open_ms +
			       random_below(&day->random, (int)((day->close_ms - day->open_ms) /
								  (15 * DAY_MINUTE_MS))) *
				       15 * DAY_MINUTE_MS;
		struct intent book = draw_visitor(
			day, INTENT_APPOINT, day->plan->before_ms + (i + 1) * 7 * DAY_SECOND_MS);
		book.program = INTENT_OFFICE;
		book.argument = hour;
		intent_add(day->list, book);
		if (random_chance(&day->random, 15)) {
			struct intent off = day_intent(
				INTENT_UNAPPOINT, book.at_ms + 20 * DAY_MINUTE_MS, INTENT_OFFICE);
			off.visitor = book.visitor;
			intent_add(day->list, off);
		}
		if (random_chance(&day->random, 85)) {
			struct intent arrive = day_intent(INTENT_ARRIVE,
				hour + day_moment(day, -30 * DAY_MINUTE_MS, 20 * DAY_MINUTE_MS),
				1 + random_below(&day->random, day->kiosks));
			arrive.visitor = book.visitor;
			arrive.priority = book.priority;
			intent_add(day->list, arrive);
			draw_afterthoughts(day, arrive);
		}
	}
}

/* ---- counters ---- */

static void draw_looks(struct day *day, int place, int64_t from, int64_t until)
{
	int64_t at = from;
	while (at < until) {
		struct intent work = day_at_counter(day, INTENT_WORK, at, place);
		work.argument = (int64_t)(random_next(&day->random) >> 1);
		intent_add(day->list, work);
		if (random_chance(&day->random, 2)) {
			work.act = INTENT_LOOK;
			intent_add(day->list, work);
		}
		if (random_chance(&day->random, 1)) {
			intent_add(day->list, day_at_counter(day, INTENT_UNDO,
						      at + day_moment(day, 1000, 12000), place));
		}
		at += day_moment(day, 12 * DAY_SECOND_MS, 50 * DAY_SECOND_MS);
	}
}

static uint32_t draw_services(struct day *day, int place)
{
	uint32_t all = day->plan->office->counters[place].services;
	uint32_t some = (uint32_t)random_next(&day->random) & all;
	return random_chance(&day->random, 20) ? some : 0;
}

static void draw_counter(struct day *day, int place)
{
	int64_t from = day->open_ms + day_moment(day, -10 * DAY_MINUTE_MS, 25 * DAY_MINUTE_MS);
	int64_t until = day->close_ms + day_moment(day, -15 * DAY_MINUTE_MS, 10 * DAY_MINUTE_MS);
	int64_t lunch = day->open_ms + day_moment(day, 210, 300) * DAY_MINUTE_MS;
	bool leaves = random_chance(&day->random, 90);
	struct intent open = day_at_counter(day, INTENT_OPEN, from, place);
	open.staff = place + 1;
	open.services = draw_services(day, place);
	if (random_chance(&day->random, 10)) {
		until -= day_moment(day, 30, 180) * DAY_MINUTE_MS;
	}
	intent_add(day->list, open);
	draw_looks(day, place, from + 5 * DAY_SECOND_MS, until);
	if (random_chance(&day->random, 70)) {
		for (int i = 0; i < 5; i++) {
			intent_add(day->list,
				day_at_counter(day, INTENT_BREAK,
					lunch + i * day_moment(day, 30000, 90000), place));
		}
		open.at_ms = lunch + day_moment(day, 15, 50) * DAY_MINUTE_MS;
		intent_add(day->list, open);
	}
	/* Whoever is still there is served; at some counters somebody stays. */
	for (int i = 0; leaves && i < 20; i++) {
		int64_t at = until + i * 2 * DAY_MINUTE_MS;
		intent_add(day->list, day_at_counter(day, INTENT_CLOSE, at, place));
		struct intent work = day_at_counter(day, INTENT_WORK, at + 1000, place);
		work.argument = (int64_t)(random_next(&day->random) >> 1);
		intent_add(day->list, work);
	}
}

static void draw_counters(struct day *day)
{
	int count = day->plan->office->counter_count;
	int sure = random_below(&day->random, count);
	for (int i = 0; i < count; i++) {
		if (i == sure || random_chance(&day->random, 75)) {
			draw_counter(day, i);
		}
	}
}

static void draw_words(struct day *day)
{
	int count = random_below(&day->random, 4);
	for (int i = 0; i < count && day->visitors > 0; i++) {
		struct intent explain = day_intent(INTENT_EXPLAIN,
			day_moment(day, day->open_ms, day->close_ms), INTENT_OFFICE);
		explain.visitor =
			day->plan->day * DAY_VISITORS + random_below(&day->random, day->visitors);
		intent_add(day->list, explain);
	}
	if (random_chance(&day->random, 30)) {
		intent_add(day->list, day_intent(INTENT_CLOSE_DAY,
					      day->close_ms + 65 * DAY_MINUTE_MS, INTENT_OFFICE));
	}
}

void day_draw(const struct day_plan *plan, struct intent_list *out_list)
{
	struct calendar_day hours;
	struct day day = {
		.plan = plan,
		.random = random_of(plan->seed, (uint64_t)plan->midnight_ms),
	};
	struct intent_list own = {0};
	(void)calendar_day(plan->office, plan->midnight_ms, &hours);
	day.list = &own;
	day.open_ms = hours.open_ms;
	day.close_ms = hours.close_ms;
	day.kiosks =
		random_chance(&day.random, 60) ? 1 : 1 + random_below(&day.random, INTENT_KIOSKS);
	draw_appointments(&day);
	day_draw_night(&day);
	draw_arrivals(&day);
	draw_counters(&day);
	day_draw_mistakes(&day);
	day_draw_faults(&day);
	draw_words(&day);
	day_draw_flows(&day);
	intent_add(
		&own, day_intent(INTENT_DAY_END, day.close_ms + 70 * DAY_MINUTE_MS, INTENT_OFFICE));
	intent_sort(&own);
	for (size_t i = 0; i < own.count; i++) {
		intent_add(out_list, own.items[i]);
	}
	intent_finish(&own);
}
