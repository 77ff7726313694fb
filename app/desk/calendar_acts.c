#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/fingerprint.h"
#include "db/calendar_rows.h"
#include "db/office_rows.h"

#include <stdlib.h>
#include <string.h>

/* A change under way: a copy of the office as the store has it in this transaction, since the
 * change may still be refused. */
struct change {
	struct office *office;
	int today;
};

static enum result change_begin(struct desk *desk, struct change *out_change)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	out_change->office = memory_zeroed(1, sizeof *out_change->office);
	*out_change->office = desk->office;
	out_change->today = calendar_day_number(out_change->office, desk->now.office_ms);
	return RESULT_OK;
}

/* Reads back what was written, checks it, notes the event and takes it over when it is in. */
static enum result change_end(struct desk *desk, struct change *change, enum result result)
{
	char hash[FINGERPRINT_SIZE];
	int64_t revision = 0;
	if (result == RESULT_OK) {
		office_rows_bump(desk->store);
		revision = office_rows_revision(desk->store);
		if (office_rows_read(desk->store, change->office)) {
			office_fingerprint(change->office, hash);
			act_note(desk, EVENT_CALENDAR_CHANGED, NULL, 0, hash);
		} else {
			result = RESULT_STORE_FAILED;
		}
	}
	result = act_end(desk, result);
	if (result == RESULT_OK) {
		desk->office = *change->office;
		desk->revision = revision;
	}
	free(change->office);
	return result;
}

/* ---- holidays ---- */

/* Whether the list fits beside the days of the last year and all to come: older ones may leave the
 * office in memory, which holds the newest. */
static bool has_room(const struct office *office, const struct holiday_list *list, int today)
{
	int kept = 0;
	for (int i = 0; i < office->holiday_count; i++) {
		kept += office->holidays[i].day > today - 366 ? 1 : 0;
	}
	return kept + list->count <= OFFICE_HOLIDAYS;
}

/* Days off of the office's own are no part of an official list, unless it names them. */
static void keep_local(
	struct desk *desk, const struct change *change, const struct holiday_list *list, int first)
{
	for (int i = 0; i < change->office->holiday_count; i++) {
		const struct office_holiday *holiday = &change->office->holidays[i];
		bool kept = holiday->kind == OFFICE_HOLIDAY_LOCAL && holiday->day >= first &&
			    holiday->day < calendar_year_start(list->year + 1);
		for (int k = 0; k < list->count; k++) {
			kept = kept && list->days[k].day != holiday->day;
		}
		if (kept) {
			calendar_rows_add_holiday(desk->store, holiday);
		}
	}
}

static void import(struct desk *desk, const struct change *change, const struct holiday_list *list,
	int *out_added, int *out_past)
{
	struct office_year year = {.year = list->year};
	text_copy(year.source, sizeof year.source, list->source);
	int first = calendar_year_start(list->year);
	int last = calendar_year_start(list->year + 1) - 1;
	int from = first > change->today ? first : change->today + 1;
	calendar_rows_set_year(desk->store, &year, desk->now.office_ms);
	calendar_rows_remove_holidays(desk->store, from, last);
	keep_local(desk, change, list, from);
	for (int i = 0; i < list->count; i++) {
		struct office_holiday holiday = list->days[i];
		holiday.known_ms = desk->now.office_ms;
		if (holiday.day > change->today) {
			calendar_rows_add_holiday(desk->store, &holiday);
			(*out_added)++;
		} else if (office_find_holiday(change->office, holiday.day) == NULL) {
			calendar_rows_add_holiday(desk->store, &holiday);
			(*out_past)++;
		}
	}
}

enum result desk_import_holidays(
	struct desk *desk, const struct holiday_list *list, int *out_added, int *out_past)
{
	struct change change;
	*out_added = 0;
	*out_past = 0;
	enum result result = change_begin(desk, &change);
	if (result != RESULT_OK) {
		return result;
	}
	if (!has_room(change.office, list, change.today)) {
		return change_end(desk, &change, RESULT_CALENDAR_FULL);
	}
	import(desk, &change, list, out_added, out_past);
	return change_end(desk, &change, RESULT_OK);
}

/* ---- closures ---- */

static enum result check_text(const char *text, size_t size)
{
	return text[0] == '\0' ? RESULT_FIELD_REQUIRED : text_check(text, strlen(text), size);
}

/* Room, and a place of its own. A list that is full forgets its oldest entry, if that is over. */
static enum result try_closure(
	struct office *office, const struct office_closure *closure, int64_t now)
{
	if (office->closure_count == OFFICE_CLOSURES) {
		if (office->closures[0].to_ms > now) {
			return RESULT_CALENDAR_FULL;
		}
		office->closure_count--;
		memmove(&office->closures[0], &office->closures[1],
			(size_t)office->closure_count * sizeof office->closures[0]);
	}
	return office_add_closure(office, closure) ? RESULT_OK : RESULT_CALENDAR_OVERLAP;
}

enum result desk_add_closure(
	struct desk *desk, int64_t from_ms, int64_t to_ms, const char *reason, int64_t *out_id)
{
	struct change change;
	struct office_closure closure = {.from_ms = from_ms, .to_ms = to_ms};
	enum result result = check_text(reason, sizeof closure.reason);
	if (result == RESULT_OK && from_ms >= to_ms) {
		result = RESULT_CALENDAR_ORDER;
	}
	if (result == RESULT_OK) {
		result = change_begin(desk, &change);
	}
	if (result != RESULT_OK) {
		return result;
	}
	text_copy(closure.reason, sizeof closure.reason, reason);
	closure.known_ms = desk->now.office_ms;
	result = from_ms > desk->now.office_ms
			 ? try_closure(change.office, &closure, desk->now.office_ms)
			 : RESULT_CALENDAR_PAST;
	if (result == RESULT_OK) {
		*out_id = calendar_rows_add_closure(desk->store, &closure);
	}
	return change_end(desk, &change, result);
}

static enum result check_closure(const struct office *office, int64_t id, int64_t now)
{
	for (int i = 0; i < office->closure_count; i++) {
		if (office->closures[i].id == id) {
			return office->closures[i].from_ms > now ? RESULT_OK
								 : RESULT_CALENDAR_BEGUN;
		}
	}
	return RESULT_CALENDAR_UNKNOWN;
}

enum result desk_remove_closure(struct desk *desk, int64_t id)
{
	struct change change;
	enum result result = change_begin(desk, &change);
	if (result != RESULT_OK) {
		return result;
	}
	result = check_closure(change.office, id, desk->now.office_ms);
	if (result == RESULT_OK) {
		calendar_rows_remove_closure(desk->store, id);
	}
	return change_end(desk, &change, result);
}

/* ---- seasons ---- */

static enum result check_season(const struct office_season *season)
{
	if (season->from_day > season->to_day) {
		return RESULT_CALENDAR_ORDER;
	}
	for (int i = 0; i < OFFICE_WEEK; i++) {
		if (!office_is_day(&season->week[i])) {
			return RESULT_FIELD_RANGE;
		}
	}
	return check_text(season->name, sizeof season->name);
}

static enum result try_season(struct office *office, const struct office_season *season, int today)
{
	if (season->from_day <= today) {
		return RESULT_CALENDAR_PAST;
	}
	if (office->season_count == OFFICE_SEASONS) {
		if (office->seasons[0].to_day >= today) {
			return RESULT_CALENDAR_FULL;
		}
		office->season_count--;
		memmove(&office->seasons[0], &office->seasons[1],
			(size_t)office->season_count * sizeof office->seasons[0]);
	}
	return office_add_season(office, season) ? RESULT_OK : RESULT_CALENDAR_OVERLAP;
}

enum result desk_set_season(struct desk *desk, const struct office_season *season, int64_t *out_id)
{
	struct change change;
	struct office_season entered = *season;
	enum result result = check_season(season);
	if (result == RESULT_OK) {
		result = change_begin(desk, &change);
	}
	if (result != RESULT_OK) {
		return result;
	}
	entered.known_ms = desk->now.office_ms;
	result = try_season(change.office, &entered, change.today);
	if (result == RESULT_OK) {
		*out_id = calendar_rows_add_season(desk->store, &entered);
	}
	return change_end(desk, &change, result);
}

static enum result check_begun(const struct office *office, int64_t id, int today)
{
	for (int i = 0; i < office->season_count; i++) {
		if (office->seasons[i].id == id) {
			return office->seasons[i].from_day > today ? RESULT_OK
								   : RESULT_CALENDAR_BEGUN;
		}
	}
	return RESULT_CALENDAR_UNKNOWN;
}

enum result desk_remove_season(struct desk *desk, int64_t id)
{
	struct change change;
	enum result result = change_begin(desk, &change);
	if (result != RESULT_OK) {
		return result;
	}
	result = check_begun(change.office, id, change.today);
	if (result == RESULT_OK) {
		calendar_rows_remove_season(desk->store, id);
	}
	return change_end(desk, &change, result);
}
