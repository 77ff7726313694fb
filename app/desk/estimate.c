#include "app/base/text.h"
#include "app/desk/act.h"

#include <math.h>
#include <string.h>

enum {
	LEAST_HOUR = 8, /* fewer visits say less of an hour than all hours together */
	LEAST_ANY = 5,  /* fewer visits say less than the office's own word */
	MEMORY = 30,    /* visits that weigh in a moving mean */
	LEAST_DAY = 5,  /* fewer calls of a day do not widen or narrow the interval */
	MINUTE_MS = 60000,
	/* The interval is +- this many standard deviations, in hundredths; 80 % of a normal
	 * distribution lie within 1.28. It learns from how often it was right. */
	SPREAD = 128,
	SPREAD_MIN = 60,
	SPREAD_MAX = 400,
	PROMISED_PERCENT = 80,
	HOURS_AHEAD = 12, /* in which pauses are looked for */
};
/* Standard deviation / mean deviation of a normal distribution. */
static const double normal_ratio = 1.2533;
/* How long a clerk takes to press: the least that is not known of any call. */
static const double press_ms = 30000;

/* ---- what visits take ---- */

static int hour_at(const struct desk *desk, int64_t ms)
{
	struct calendar_local local;
	calendar_split(&desk->office, ms, &local);
	return local.hour;
}

static int read_spread(struct desk *desk)
{
	char text[16];
	int64_t spread = SPREAD;
	store_get_meta(desk->store, "estimate_spread", text, sizeof text);
	(void)text_to_int(text, SPREAD_MIN, SPREAD_MAX, &spread);
	return (int)spread;
}

static void find_paces(struct desk *desk, struct pace out_paces[OFFICE_SERVICES])
{
	struct pace any[OFFICE_SERVICES];
	pace_rows_list(desk->store, hour_at(desk, desk->now.office_ms), out_paces);
	pace_rows_list(desk->store, PACE_ANY_HOUR, any);
	for (int i = 0; i < desk->office.service_count; i++) {
		if (out_paces[i].visits >= LEAST_HOUR) {
			continue;
		}
		int64_t typical = desk->office.services[i].typical_service_s * INT64_C(1000);
		out_paces[i] = any[i].visits >= LEAST_ANY ? any[i]
							  : (struct pace){0, typical, typical / 2};
	}
}

static void learn(struct pace *pace, int64_t took_ms)
{
	if (pace->visits == 0) {
		*pace = (struct pace){1, took_ms, took_ms / 2};
		return;
	}
	pace->visits++;
	int64_t weight = pace->visits < MEMORY ? pace->visits : MEMORY;
	int64_t miss = took_ms - pace->mean_ms;
	pace->mean_ms += miss / weight;
	pace->deviation_ms += ((miss < 0 ? -miss : miss) - pace->deviation_ms) / weight;
}

/* Wider after a day on which fewer calls than promised came within the interval. */
static void learn_spread(struct desk *desk, const struct figures_share *share)
{
	char text[16];
	if (share->counted < LEAST_DAY) {
		return;
	}
	int percent = 100 * share->right / share->counted;
	int spread = read_spread(desk);
	spread += spread * (PROMISED_PERCENT - percent) / 200;
	spread = spread < SPREAD_MIN ? SPREAD_MIN : spread > SPREAD_MAX ? SPREAD_MAX : spread;
	text_format(text, sizeof text, "%d", spread);
	store_set_meta(desk->store, "estimate_spread", text);
}

void estimate_learn(struct desk *desk, const struct segment *segments, size_t count)
{
	struct figures figures;
	for (int hour = PACE_ANY_HOUR; hour < 24; hour++) {
		struct pace paces[OFFICE_SERVICES];
		bool loaded = false;
		for (size_t i = 0; i < count; i++) {
			const struct segment *one = &segments[i];
			if (one->uncertain || one->service_ms == TICKET_NEVER ||
				(hour != PACE_ANY_HOUR && hour_at(desk, one->served_ms) != hour)) {
				continue;
			}
			if (!loaded) {
				pace_rows_list(desk->store, hour, paces);
				loaded = true;
			}
			learn(&paces[one->service], one->service_ms);
		}
		for (int i = 0; loaded && i < desk->office.service_count; i++) {
			if (paces[i].visits > 0) {
				pace_rows_set(desk->store, i, hour, &paces[i]);
			}
		}
	}
	figures_compute(segments, count, -1, desk->now.office_ms, &figures);
	learn_spread(desk, &figures.estimate);
}

/* ---- when somebody will be called ---- */

static double variance_of(const struct pace *pace)
{
	double deviation = normal_ratio * (double)pace->deviation_ms;
	return deviation * deviation;
}

/* The first moment from `ms` on at which somebody can be called. */
static double after_pauses(const struct estimate_room *room, double ms)
{
	for (int i = 0; i < room->pause_count; i++) {
		if (ms >= room->pauses[i].from_ms && ms < room->pauses[i].to_ms) {
			ms = room->pauses[i].to_ms;
		}
	}
	return ms;
}

/* When the pause that begins at `edge` ends; `edge` when none begins: who still waits at the
 * closing of the day is called all the same. */
static int64_t pause_end(const struct office *office, int64_t edge)
{
	struct calendar_hours hours;
	char date[CALENDAR_DATE_SIZE], other[CALENDAR_DATE_SIZE];
	calendar_hours(office, edge, &hours);
	if (hours.state == CALENDAR_BREAK) {
		return hours.until_ms;
	}
	if (hours.state == CALENDAR_OPEN || hours.open_ms <= edge) {
		return edge;
	}
	calendar_date(office, edge, date);
	calendar_date(office, hours.open_ms, other);
	return strcmp(date, other) == 0 ? hours.open_ms : edge;
}

static void find_pauses(const struct office *office, struct estimate_room *room)
{
	int64_t from = room->from_ms, until = from + HOURS_AHEAD * INT64_C(3600000);
	int64_t edge = calendar_next_edge(office, from, until);
	room->pause_count = 0;
	while (edge >= 0 && room->pause_count < ESTIMATE_PAUSES) {
		int64_t end = pause_end(office, edge);
		if (end > edge) {
			room->pauses[room->pause_count++] = (struct estimate_pause){
				(double)(edge - from), (double)(end - from)};
		}
		edge = calendar_next_edge(office, edge, until);
	}
}

/* Of a visit under way: the mean less what has passed, but who is over the mean takes a while yet.
 */
static struct estimate_seat seat_of(const struct desk *desk, const struct counter_row *row,
	const struct pace paces[OFFICE_SERVICES])
{
	struct estimate_seat seat = {.services = row->services};
	if (row->state == COUNTER_FREE) {
		return seat;
	}
	const struct pace *pace = &paces[row->service];
	int64_t passed = row->state == COUNTER_SERVING ? desk->now.office_ms - row->since_ms : 0;
	int64_t rest = pace->mean_ms - passed;
	int64_t least = pace->deviation_ms / 2;
	seat.free_ms = (double)(rest > least ? rest : least);
	seat.variance = variance_of(pace);
	return seat;
}

/* Nobody is called before the opening or on a break of the whole office. */
static int64_t first_call(const struct desk *desk)
{
	struct calendar_hours hours;
	calendar_hours(&desk->office, desk->now.office_ms, &hours);
	bool waits = hours.state == CALENDAR_BEFORE || hours.state == CALENDAR_BREAK;
	return waits ? hours.until_ms : desk->now.office_ms;
}

void estimate_begin(struct desk *desk, struct estimate_room *out_room)
{
	out_room->seat_count = 0;
	out_room->spread = read_spread(desk);
	out_room->from_ms = first_call(desk);
	find_pauses(&desk->office, out_room);
	find_paces(desk, out_room->paces);
	for (int i = 0; i < desk->counter_count; i++) {
		const struct counter_row *row = &desk->counters[i];
		if (row->state != COUNTER_CLOSED && row->state != COUNTER_BREAK) {
			out_room->seats[out_room->seat_count++] =
				seat_of(desk, row, out_room->paces);
		}
	}
}

/* The counter that will call the next visitor of `service`; NULL = none serves it. */
static struct estimate_seat *first_free(struct estimate_seat *seats, int count, int service)
{
	struct estimate_seat *first = NULL;
	for (int i = 0; i < count; i++) {
		bool serves = (seats[i].services >> service & 1) != 0;
		if (serves && (first == NULL || seats[i].free_ms < first->free_ms)) {
			first = &seats[i];
		}
	}
	return first;
}

/* Services that the counters of `service` serve too: whose visitors may be called before. */
static uint32_t rivals_of(const struct estimate_room *room, int service)
{
	uint32_t rivals = UINT32_C(1) << service;
	for (int i = 0; i < room->seat_count; i++) {
		if ((room->seats[i].services >> service & 1) != 0) {
			rivals |= room->seats[i].services;
		}
	}
	return rivals;
}

static void set_interval(const struct estimate_room *room, const struct estimate_seat *seat,
	struct estimate *out_estimate)
{
	double reach = room->spread / 100.0 * sqrt(seat->variance + press_ms * press_ms);
	double low = floor((seat->free_ms - reach) / MINUTE_MS) * MINUTE_MS;
	double high = ceil((seat->free_ms + reach) / MINUTE_MS) * MINUTE_MS;
	low = after_pauses(room, low > 0 ? low : 0);
	out_estimate->expected_ms = room->from_ms + (int64_t)after_pauses(room, seat->free_ms);
	out_estimate->low_ms = room->from_ms + (int64_t)low;
	out_estimate->high_ms = room->from_ms + (int64_t)after_pauses(room, high);
}

void estimate_turn(const struct desk *desk, const struct estimate_room *room, int service,
	int64_t turn_ms, struct estimate *out_estimate)
{
	struct estimate_seat seats[OFFICE_COUNTERS];
	uint32_t rivals = rivals_of(room, service);
	memcpy(seats, room->seats, sizeof seats);
	*out_estimate = (struct estimate){0, TICKET_NEVER, TICKET_NEVER, TICKET_NEVER};
	for (size_t i = 0; i < desk->waiting_count; i++) {
		const struct waiting_row *row = &desk->waiting[i];
		if (row->turn_ms > turn_ms) {
			break;
		}
		out_estimate->ahead += (rivals >> row->service & 1) != 0 ? 1 : 0;
		struct estimate_seat *seat = first_free(seats, room->seat_count, row->service);
		if (seat != NULL) {
			seat->free_ms = after_pauses(room, seat->free_ms) +
					(double)room->paces[row->service].mean_ms;
			seat->variance += variance_of(&room->paces[row->service]);
		}
	}
	const struct estimate_seat *seat = first_free(seats, room->seat_count, service);
	if (seat != NULL) {
		set_interval(room, seat, out_estimate);
	}
}
