#include "tests/bench/past_day.h"

#include "app/base/text.h"

#include <inttypes.h>
#include <stdio.h>

enum {
	STEP_MS = 10 * 1000,
	ARRIVAL_MS = 100 * 1000,
	CALL_MS = 30 * 1000,
	MINUTE_MS = 60 * 1000,
	SHORTEST_MIN = 5,
	SPREAD_MIN = 14,
	PRIORITY_OF = 12,
	ABSENT_OF = 23,
};

enum seat_state { SEAT_FREE, SEAT_CALLED, SEAT_SERVING };

struct seat {
	enum seat_state state;
	int64_t ticket;
	int64_t busy_until_ms;
};

struct play {
	struct desk *desk;
	struct past_clock *clock;
	struct seat seats[PAST_DAY_COUNTERS];
	int64_t arrival_ms;
	int issued, ended;
	bool right;
};

/* ---- the clock ---- */

static void read_clock(void *context, int64_t *out_wall_ms, int64_t *out_boot_ms,
	char out_boot_id[CLOCK_BOOT_ID_SIZE])
{
	const struct past_clock *clock = context;
	*out_wall_ms = clock->now_ms;
	*out_boot_ms = clock->now_ms;
	text_copy(out_boot_id, CLOCK_BOOT_ID_SIZE, "history");
}

void past_clock_init(struct past_clock *clock, int64_t now_ms)
{
	*clock = (struct past_clock){.source = {clock, read_clock}, .now_ms = now_ms};
}

/* ---- the day ---- */

static void must(struct play *play, enum result result, const char *what)
{
	if (result != RESULT_OK) {
		fprintf(stderr, "past day: %s: %s\n", what, result_key(result));
		play->right = false;
	}
}

static void print_slip(struct play *play)
{
	struct desk_slip slip;
	bool found;
	must(play, desk_next_slip(play->desk, &slip, &found), "next slip");
	if (play->right && found) {
		must(play, desk_begin_slip(play->desk, slip.id), "begin slip");
		must(play, desk_end_slip(play->desk, slip.id, PRINT_CONFIRMED, RESULT_OK, NULL),
			"end slip");
	}
}

static void arrive(struct play *play)
{
	struct desk_issue issue = {
		.service = play->issued % desk_office(play->desk)->service_count,
		.priority = play->issued % PRIORITY_OF == 0 ? TICKET_ELDERLY : TICKET_ORDINARY,
		.print = true,
	};
	text_format(issue.token, sizeof issue.token, "%032x", (unsigned)play->issued + 1);
	must(play, desk_issue(play->desk, &issue, true, NULL), "issue");
	print_slip(play);
	play->issued++;
	play->arrival_ms += ARRIVAL_MS;
}

static void call_next(struct play *play, int counter, struct seat *seat)
{
	struct ticket ticket;
	enum result result = desk_next(play->desk, counter, &ticket);
	if (result == RESULT_OK) {
		play->ended += seat->state == SEAT_SERVING ? 1 : 0;
		*seat = (struct seat){SEAT_CALLED, ticket.id, play->clock->now_ms + CALL_MS};
	} else if (result != RESULT_NOBODY_WAITING) {
		must(play, result, "next");
	} else if (seat->state == SEAT_SERVING) {
		must(play, desk_finish(play->desk, counter, NULL), "finish");
		play->ended++;
		seat->state = SEAT_FREE;
	}
}

static void meet(struct play *play, int counter, struct seat *seat)
{
	if (seat->ticket % ABSENT_OF == 0) {
		must(play, desk_absent(play->desk, counter, NULL), "absent");
		play->ended++;
		seat->state = SEAT_FREE;
		return;
	}
	must(play, desk_serve(play->desk, counter, NULL), "serve");
	seat->state = SEAT_SERVING;
	seat->busy_until_ms =
		play->clock->now_ms + (SHORTEST_MIN + seat->ticket * 5 % SPREAD_MIN) * MINUTE_MS;
}

static void pass(struct play *play)
{
	if (play->issued < PAST_DAY_TICKETS && play->clock->now_ms >= play->arrival_ms) {
		arrive(play);
	}
	for (int i = 0; i < PAST_DAY_COUNTERS && play->right; i++) {
		struct seat *seat = &play->seats[i];
		if (seat->state != SEAT_FREE && play->clock->now_ms < seat->busy_until_ms) {
			continue;
		}
		if (seat->state == SEAT_CALLED) {
			meet(play, i + 1, seat);
		} else {
			call_next(play, i + 1, seat);
		}
	}
	play->clock->now_ms += STEP_MS;
}

bool past_day_play(struct desk *desk, struct past_clock *clock)
{
	struct play play = {
		.desk = desk, .clock = clock, .arrival_ms = clock->now_ms, .right = true};
	char staff[DESK_STAFF_SIZE];
	for (int i = 1; i <= PAST_DAY_COUNTERS; i++) {
		text_format(staff, sizeof staff, "p%d", i);
		must(&play, desk_open_counter(desk, i, staff, 0), "open");
	}
	while (play.right && play.ended < PAST_DAY_TICKETS) {
		pass(&play);
	}
	for (int i = 1; i <= PAST_DAY_COUNTERS; i++) {
		must(&play, desk_close_counter(desk, i), "close");
	}
	must(&play, desk_close_day(desk), "close the day");
	return play.right;
}
