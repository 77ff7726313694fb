#include "app/base/text.h"
#include "app/queue/office.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60 };

bool office_is_day(const struct office_day *day)
{
	if (day->open.from_min < 0 || day->open.to_min > DAY_MINUTES ||
		day->open.from_min > day->open.to_min || day->break_count < 0 ||
		day->break_count > OFFICE_BREAKS) {
		return false;
	}
	int free_from = day->open.from_min;
	for (int i = 0; i < day->break_count; i++) {
		const struct office_span *rest = &day->breaks[i];
		if (rest->from_min < free_from || rest->from_min >= rest->to_min ||
			rest->to_min > day->open.to_min) {
			return false;
		}
		free_from = rest->to_min;
	}
	return true;
}

/* ---- finding: inside every act, so by halves and without a copy ---- */

/* Place of the first holiday on `day` or later. */
static int holiday_place(const struct office *office, int day)
{
	int low = 0;
	int high = office->holiday_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (office->holidays[middle].day < day) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

const struct office_holiday *office_find_holiday(const struct office *office, int day)
{
	int place = holiday_place(office, day);
	bool found = place < office->holiday_count && office->holidays[place].day == day;
	return found ? &office->holidays[place] : NULL;
}

/* Place of the first season that ends on `day` or later. */
static int season_place(const struct office *office, int day)
{
	int place = 0;
	while (place < office->season_count && office->seasons[place].to_day < day) {
		place++;
	}
	return place;
}

const struct office_season *office_find_season(const struct office *office, int day)
{
	int place = season_place(office, day);
	bool found = place < office->season_count && office->seasons[place].from_day <= day;
	return found ? &office->seasons[place] : NULL;
}

int office_find_closure(const struct office *office, int64_t ms)
{
	int low = 0;
	int high = office->closure_count;
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (office->closures[middle].to_ms <= ms) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/* ---- adding ---- */

/* Makes room at `place` of a list of `count` things of `size` bytes. */
static void *make_room(void *list, int count, int place, size_t size)
{
	char *at = (char *)list + (size_t)place * size;
	memmove(at + size, at, (size_t)(count - place) * size);
	return at;
}

bool office_add_holiday(struct office *office, const struct office_holiday *holiday)
{
	int place = holiday_place(office, holiday->day);
	if (office->holiday_count == OFFICE_HOLIDAYS ||
		office_find_holiday(office, holiday->day) != NULL) {
		return false;
	}
	struct office_holiday *room =
		make_room(office->holidays, office->holiday_count, place, sizeof *holiday);
	*room = *holiday;
	office->holiday_count++;
	return true;
}

bool office_add_year(struct office *office, const struct office_year *year)
{
	int place = 0;
	while (place < office->year_count && office->years[place].year < year->year) {
		place++;
	}
	if (office->year_count == OFFICE_YEARS ||
		(place < office->year_count && office->years[place].year == year->year)) {
		return false;
	}
	struct office_year *room =
		make_room(office->years, office->year_count, place, sizeof *year);
	*room = *year;
	office->year_count++;
	return true;
}

bool office_add_season(struct office *office, const struct office_season *season)
{
	int place = season_place(office, season->from_day);
	if (office->season_count == OFFICE_SEASONS ||
		(place < office->season_count &&
			office->seasons[place].from_day <= season->to_day)) {
		return false;
	}
	struct office_season *room =
		make_room(office->seasons, office->season_count, place, sizeof *season);
	*room = *season;
	office->season_count++;
	return true;
}

bool office_add_closure(struct office *office, const struct office_closure *closure)
{
	int place = office_find_closure(office, closure->from_ms);
	if (office->closure_count == OFFICE_CLOSURES ||
		(place < office->closure_count &&
			office->closures[place].from_ms < closure->to_ms)) {
		return false;
	}
	struct office_closure *room =
		make_room(office->closures, office->closure_count, place, sizeof *closure);
	*room = *closure;
	office->closure_count++;
	return true;
}

/* ---- checking ---- */

static bool is_season_right(const struct office *office, int place)
{
	const struct office_season *season = &office->seasons[place];
	if (season->from_day > season->to_day || season->name[0] == '\0' ||
		(place > 0 && office->seasons[place - 1].to_day >= season->from_day)) {
		return false;
	}
	for (int i = 0; i < OFFICE_WEEK; i++) {
		if (!office_is_day(&season->week[i])) {
			return false;
		}
	}
	return true;
}

static bool is_closure_right(const struct office *office, int place)
{
	const struct office_closure *closure = &office->closures[place];
	return closure->from_ms < closure->to_ms &&
	       (place == 0 || office->closures[place - 1].to_ms <= closure->from_ms);
}

static bool are_days_right(const struct office *office)
{
	for (int i = 1; i < office->holiday_count; i++) {
		if (office->holidays[i - 1].day >= office->holidays[i].day) {
			return false;
		}
	}
	for (int i = 1; i < office->year_count; i++) {
		if (office->years[i - 1].year >= office->years[i].year) {
			return false;
		}
	}
	return true;
}

bool office_check_calendar(const struct office *office, char *out_why, size_t size)
{
	if (!are_days_right(office)) {
		text_copy(out_why, size, "the holidays are not in order, or a day is there twice");
		return false;
	}
	for (int i = 0; i < office->season_count; i++) {
		if (!is_season_right(office, i)) {
			text_format(out_why, size,
				"season %d: its days or hours are not in order, or overlap another",
				i + 1);
			return false;
		}
	}
	for (int i = 0; i < office->closure_count; i++) {
		if (!is_closure_right(office, i)) {
			text_format(out_why, size,
				"closure %d: it ends before it begins, or overlaps another", i + 1);
			return false;
		}
	}
	return true;
}
