#include "app/queue/calendar.h"

enum { LOOK_DAYS = 400 };
static const int64_t minute_ms = INT64_C(60) * 1000;

static const struct office_day closed_day = {.open = {0, 0}};

/* From an opening to the next closing. */
struct opening {
	int64_t from, to;
};

/* The rule that keeps the past provable (office.h): what was entered after `begin` changes nothing
 * that began then. */
static bool in_force(int64_t known_ms, int64_t begin)
{
	return known_ms == 0 || known_ms < begin;
}

/* What the table says of `day`, before closures. */
static void look_up(const struct office *office, int day, struct calendar_day *out_day)
{
	int64_t midnight = calendar_day_start(office, day);
	const struct office_holiday *holiday = office_find_holiday(office, day);
	const struct office_season *season = office_find_season(office, day);
	*out_day = (struct calendar_day){.open_ms = -1, .close_ms = -1};
	if (holiday != NULL && in_force(holiday->known_ms, midnight)) {
		out_day->holiday = holiday;
	}
	if (season != NULL && in_force(season->known_ms, midnight)) {
		out_day->season = season;
	}
	if (out_day->holiday != NULL) {
		out_day->reason = CALENDAR_HOLIDAY;
		out_day->hours = &closed_day;
	} else if (out_day->season != NULL) {
		out_day->reason = CALENDAR_SEASON;
		out_day->hours = &season->week[calendar_weekday(day)];
	} else {
		out_day->reason = CALENDAR_WEEK;
		out_day->hours = &office->week[calendar_weekday(day)];
	}
}

static const struct office_day *hours_of(const struct office *office, int day)
{
	struct calendar_day about;
	look_up(office, day, &about);
	return about.hours;
}

/* The first closure in force that ends after `ms`; NULL when there is none. */
static const struct office_closure *next_closure(const struct office *office, int64_t ms)
{
	for (int i = office_find_closure(office, ms); i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		if (in_force(closure->known_ms, closure->from_ms)) {
			return closure;
		}
	}
	return NULL;
}

/* The day's first opening that ends after `after`: its hours without the closures. */
static bool next_opening(const struct office *office, const struct office_day *hours, int day,
	int64_t after, struct opening *out_opening)
{
	int64_t midnight = calendar_day_start(office, day);
	int64_t close = midnight + hours->open.to_min * minute_ms;
	int64_t from = midnight + hours->open.from_min * minute_ms;
	while (from < close) {
		const struct office_closure *closure = next_closure(office, from);
		int64_t to = closure != NULL && closure->from_ms < close ? closure->from_ms : close;
		if (to > after && to > from) {
			*out_opening = (struct opening){from, to};
			return true;
		}
		if (to == close) {
			return false;
		}
		from = closure->to_ms;
	}
	return false;
}

bool calendar_day(const struct office *office, int64_t now, struct calendar_day *out_day)
{
	int day = calendar_day_number(office, now);
	struct opening opening;
	look_up(office, day, out_day);
	int64_t at = calendar_day_start(office, day);
	while (next_opening(office, out_day->hours, day, at, &opening)) {
		if (out_day->open_ms < 0) {
			out_day->open_ms = opening.from;
		}
		out_day->close_ms = opening.to;
		at = opening.to;
	}
	if (out_day->open_ms < 0 && out_day->hours->open.from_min < out_day->hours->open.to_min) {
		out_day->reason = CALENDAR_CLOSURE;
	}
	return out_day->open_ms >= 0;
}

const struct office_closure *calendar_closure(
	const struct office *office, const struct calendar_day *day, int64_t now)
{
	int64_t midnight = calendar_day_start(office, calendar_day_number(office, now));
	bool whole = day->reason == CALENDAR_CLOSURE;
	int64_t from_ms = whole ? midnight + day->hours->open.from_min * minute_ms : now;
	int64_t to_ms = whole ? midnight + day->hours->open.to_min * minute_ms : now + 1;
	for (int i = office_find_closure(office, from_ms); i < office->closure_count; i++) {
		const struct office_closure *closure = &office->closures[i];
		/* One that was entered too late does not hold (office.h). */
		if (closure->from_ms < to_ms && closure->known_ms < closure->from_ms) {
			return closure;
		}
	}
	return NULL;
}

const struct office_day *calendar_week(const struct office *office, int64_t ms)
{
	struct calendar_day about;
	look_up(office, calendar_day_number(office, ms), &about);
	return about.season != NULL ? about.season->week : office->week;
}

/* When numbers are first given for an opening on `day`; not before its midnight, as a number
 * belongs to its day. */
static int64_t issue_start(const struct office *office, int day, int64_t open)
{
	int64_t start = calendar_day_start(office, day);
	int64_t from = open - office->issue_before_s * INT64_C(1000);
	return from > start ? from : start;
}

static void set_closed(const struct office *office, int from_day, struct calendar_hours *out_hours)
{
	struct opening opening;
	*out_hours = (struct calendar_hours){CALENDAR_CLOSED, -1, -1, -1};
	for (int day = from_day; day < from_day + LOOK_DAYS; day++) {
		int64_t midnight = calendar_day_start(office, day);
		if (next_opening(office, hours_of(office, day), day, midnight, &opening)) {
			out_hours->open_ms = opening.from;
			out_hours->until_ms = issue_start(office, day, opening.from);
			return;
		}
	}
}

/* Within an opening: open until the next break or the close, or on a break. */
static void set_open(const struct office_day *hours, int64_t midnight, int64_t now,
	struct calendar_hours *out_hours)
{
	out_hours->state = CALENDAR_OPEN;
	out_hours->until_ms = out_hours->close_ms;
	for (int i = 0; i < hours->break_count; i++) {
		int64_t from = midnight + hours->breaks[i].from_min * minute_ms;
		int64_t to = midnight + hours->breaks[i].to_min * minute_ms;
		if (now >= to) {
			continue;
		}
		int64_t edge = now < from ? from : to;
		out_hours->state = now < from ? CALENDAR_OPEN : CALENDAR_BREAK;
		if (edge < out_hours->close_ms) {
			out_hours->until_ms = edge;
		}
		return;
	}
}

void calendar_hours(const struct office *office, int64_t now, struct calendar_hours *out_hours)
{
	int day = calendar_day_number(office, now);
	const struct office_day *hours = hours_of(office, day);
	struct opening opening;
	if (!next_opening(office, hours, day, now, &opening)) {
		set_closed(office, day + 1, out_hours);
		return;
	}
	int64_t issue = issue_start(office, day, opening.from);
	*out_hours =
		(struct calendar_hours){CALENDAR_BEFORE, opening.from, opening.to, opening.from};
	if (now < issue) {
		out_hours->state = CALENDAR_CLOSED;
		out_hours->until_ms = issue;
	} else if (now >= opening.from) {
		set_open(hours, calendar_day_start(office, day), now, out_hours);
	}
}

static void take_edge(int64_t edge, int64_t after, int64_t *nearest)
{
	if (edge > after && (*nearest < 0 || edge < *nearest)) {
		*nearest = edge;
	}
}

/* The first edge of `day` after `after`; -1 when it has none. */
static int64_t next_edge_of(const struct office *office, int day, int64_t after)
{
	const struct office_day *hours = hours_of(office, day);
	int64_t midnight = calendar_day_start(office, day);
	int64_t nearest = -1;
	struct opening opening;
	if (!next_opening(office, hours, day, after, &opening)) {
		return -1;
	}
	take_edge(opening.from, after, &nearest);
	take_edge(opening.to, after, &nearest);
	for (int i = 0; i < hours->break_count && opening.from <= after; i++) {
		take_edge(midnight + hours->breaks[i].from_min * minute_ms, after, &nearest);
		take_edge(midnight + hours->breaks[i].to_min * minute_ms, after, &nearest);
	}
	return nearest;
}

int64_t calendar_next_edge(const struct office *office, int64_t after, int64_t until)
{
	int first = calendar_day_number(office, after);
	for (int day = first; day <= first + LOOK_DAYS; day++) {
		if (calendar_day_start(office, day) > until) {
			break;
		}
		int64_t edge = next_edge_of(office, day, after);
		if (edge >= 0) {
			return edge <= until ? edge : -1;
		}
	}
	return -1;
}
