#include "app/desk/office_merge.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/queue/guest.h"

#include <stdlib.h>
#include <string.h>

/* A merging under way. */
struct merge {
	const struct office_file *now;
	const struct office_file *file;
	struct office_file *wanted;
	int64_t now_ms;
	int today;
	int places[OFFICE_SERVICES]; /* of the file's services in the store */
};

/* ---- services and counters ---- */

static enum result merge_services(struct merge *merge, char *out_detail, size_t size)
{
	const struct office *now = &merge->now->office, *file = &merge->file->office;
	struct office *wanted = &merge->wanted->office;
	for (int i = 0; i < now->service_count; i++) {
		int place = office_find_service(file, now->services[i].code);
		if (place < 0) {
			text_copy(out_detail, size, now->services[i].code);
			return RESULT_SERVICE_LEFT;
		}
		merge->places[place] = i;
		wanted->services[i] = file->services[place];
	}
	wanted->service_count = now->service_count;
	for (int i = 0; i < file->service_count; i++) {
		if (office_find_service(now, file->services[i].code) < 0) {
			merge->places[i] = wanted->service_count;
			wanted->services[wanted->service_count++] = file->services[i];
		}
	}
	return RESULT_OK;
}

static void merge_counters(struct merge *merge)
{
	const struct office *file = &merge->file->office;
	for (int i = 0; i < file->counter_count; i++) {
		uint32_t services = 0;
		for (int k = 0; k < file->service_count; k++) {
			services |= (file->counters[i].services >> k & 1) << merge->places[k];
		}
		merge->wanted->office.counters[i].services = services;
	}
}

/* What visitors have chosen keeps its words: an option of the office's own that a file leaves out
 * is offered no more, but stays. */
static enum result merge_options(struct merge *merge)
{
	const struct office *now = &merge->now->office;
	struct office *wanted = &merge->wanted->office;
	for (int i = 0; i < now->option_count; i++) {
		const struct office_option *option = &now->options[i];
		struct guest_choice choice;
		if (guest_find_option(option->field, option->code) != NULL ||
			guest_find_choice(wanted, option->field, option->code, &choice)) {
			continue;
		}
		if (wanted->option_count == OFFICE_OPTIONS) {
			return RESULT_CONFIG_WRONG;
		}
		wanted->options[wanted->option_count] = *option;
		wanted->options[wanted->option_count++].hidden = true;
	}
	return RESULT_OK;
}

static void merge_published(struct merge *merge)
{
	struct standards *wanted = &merge->wanted->standards;
	*wanted = merge->file->with_published ? merge->file->standards : merge->now->standards;
	for (int i = 0; merge->file->with_published && i < wanted->count; i++) {
		struct standard_line *line = &wanted->lines[i];
		if (line->service != STANDARD_OFFICE) {
			line->service = merge->places[line->service];
		}
	}
}

/* ---- calendar ---- */

void office_take_calendar(struct office *office, const struct office *from)
{
	memcpy(office->holidays, from->holidays, sizeof office->holidays);
	memcpy(office->years, from->years, sizeof office->years);
	memcpy(office->seasons, from->seasons, sizeof office->seasons);
	memcpy(office->closures, from->closures, sizeof office->closures);
	office->holiday_count = from->holiday_count;
	office->year_count = from->year_count;
	office->season_count = from->season_count;
	office->closure_count = from->closure_count;
}

static void merge_years(struct merge *merge)
{
	const struct office *file = &merge->file->office;
	struct office *wanted = &merge->wanted->office;
	for (int i = 0; i < file->year_count; i++) {
		int place = 0;
		while (place < wanted->year_count &&
			wanted->years[place].year != file->years[i].year) {
			place++;
		}
		if (place < wanted->year_count) {
			wanted->years[place] = file->years[i];
		} else {
			(void)office_add_year(wanted, &file->years[i]);
		}
	}
}

/* Days to come are those of the file; what the past lacks is added for the count of working days.
 */
static enum result merge_days_off(struct merge *merge)
{
	const struct office *now = &merge->now->office, *file = &merge->file->office;
	struct office *wanted = &merge->wanted->office;
	wanted->holiday_count = 0;
	for (int i = 0; i < now->holiday_count && now->holidays[i].day <= merge->today; i++) {
		(void)office_add_holiday(wanted, &now->holidays[i]);
	}
	for (int i = 0; i < file->holiday_count; i++) {
		struct office_holiday day = file->holidays[i];
		const struct office_holiday *known = office_find_holiday(now, day.day);
		bool same = known != NULL && known->kind == day.kind &&
			    strcmp(known->name, day.name) == 0;
		day.known_ms = same ? known->known_ms : merge->now_ms;
		if (day.day <= merge->today && known != NULL) {
			continue;
		}
		if (!office_add_holiday(wanted, &day)) {
			return RESULT_CALENDAR_FULL;
		}
	}
	merge_years(merge);
	return RESULT_OK;
}

static bool is_same_season(const struct office_season *a, const struct office_season *b)
{
	return strcmp(a->name, b->name) == 0 && a->from_day == b->from_day &&
	       a->to_day == b->to_day && memcmp(a->week, b->week, sizeof a->week) == 0;
}

static enum result merge_seasons(struct merge *merge)
{
	const struct office *now = &merge->now->office, *file = &merge->file->office;
	struct office *wanted = &merge->wanted->office;
	wanted->season_count = 0;
	for (int i = 0; i < now->season_count && now->seasons[i].from_day <= merge->today; i++) {
		(void)office_add_season(wanted, &now->seasons[i]);
	}
	for (int i = 0; i < file->season_count; i++) {
		struct office_season season = file->seasons[i];
		season.id = 0;
		season.known_ms = merge->now_ms;
		for (int k = 0; k < now->season_count; k++) {
			if (is_same_season(&now->seasons[k], &season)) {
				season = now->seasons[k];
			}
		}
		if (season.from_day > merge->today && !office_add_season(wanted, &season)) {
			return wanted->season_count == OFFICE_SEASONS ? RESULT_CALENDAR_FULL
								      : RESULT_CALENDAR_OVERLAP;
		}
	}
	return RESULT_OK;
}

static bool is_same_closure(const struct office_closure *a, const struct office_closure *b)
{
	return a->from_ms == b->from_ms && a->to_ms == b->to_ms &&
	       strcmp(a->reason, b->reason) == 0;
}

static enum result merge_closures(struct merge *merge)
{
	const struct office *now = &merge->now->office, *file = &merge->file->office;
	struct office *wanted = &merge->wanted->office;
	wanted->closure_count = 0;
	for (int i = 0; i < now->closure_count && now->closures[i].from_ms <= merge->now_ms; i++) {
		(void)office_add_closure(wanted, &now->closures[i]);
	}
	for (int i = 0; i < file->closure_count; i++) {
		struct office_closure closure = file->closures[i];
		closure.id = 0;
		closure.known_ms = merge->now_ms;
		for (int k = 0; k < now->closure_count; k++) {
			if (is_same_closure(&now->closures[k], &closure)) {
				closure = now->closures[k];
			}
		}
		if (closure.from_ms > merge->now_ms && !office_add_closure(wanted, &closure)) {
			return wanted->closure_count == OFFICE_CLOSURES ? RESULT_CALENDAR_FULL
									: RESULT_CALENDAR_OVERLAP;
		}
	}
	return RESULT_OK;
}

static enum result merge_calendar(struct merge *merge)
{
	office_take_calendar(&merge->wanted->office, &merge->now->office);
	enum result result = merge->file->with_days_off ? merge_days_off(merge) : RESULT_OK;
	if (result == RESULT_OK && merge->file->with_seasons) {
		result = merge_seasons(merge);
	}
	if (result == RESULT_OK && merge->file->with_closures) {
		result = merge_closures(merge);
	}
	return result;
}

/* ---- staff ---- */

static enum result merge_staff(struct merge *merge)
{
	struct office_file *wanted = merge->wanted;
	memcpy(wanted->staff, merge->now->staff, sizeof wanted->staff);
	wanted->staff_count = merge->now->staff_count;
	for (int i = 0; i < merge->file->staff_count; i++) {
		int place = 0;
		while (place < wanted->staff_count &&
			strcmp(wanted->staff[place].code, merge->file->staff[i].code) != 0) {
			place++;
		}
		if (place == OFFICE_FILE_STAFF) {
			return RESULT_STAFF_FULL;
		}
		wanted->staff[place] = merge->file->staff[i];
		wanted->staff_count += place == wanted->staff_count ? 1 : 0;
	}
	bool heads = false;
	for (int i = 0; i < wanted->staff_count; i++) {
		heads = heads || wanted->staff[i].role == DESK_HEAD;
	}
	return heads ? RESULT_OK : RESULT_STAFF_LAST_HEAD;
}

/* ---- devices ---- */

/* Which there are is the programs' to say; the file chooses. */
static void merge_wires(struct merge *merge)
{
	const struct office_file *now = merge->now, *file = merge->file;
	struct office_file *wanted = merge->wanted;
	memcpy(wanted->wires, now->wires, sizeof wanted->wires);
	wanted->wire_count = now->wire_count;
	wanted->with_wires = true;
	for (int i = 0; file->with_wires && i < wanted->wire_count; i++) {
		struct wire *wire = &wanted->wires[i];
		const struct wire *chosen =
			wire_find(file->wires, file->wire_count, wire->device, wire->part);
		if (chosen != NULL) {
			text_copy(wire->chosen, sizeof wire->chosen, chosen->chosen);
			text_copy(wire->paper, sizeof wire->paper, chosen->paper);
		}
	}
}

/* ---- the whole ---- */

static enum result merge_parts(struct merge *merge, char *out_detail, size_t size)
{
	const struct office *now = &merge->now->office, *file = &merge->file->office;
	if (strcmp(now->code, file->code) != 0) {
		text_copy(out_detail, size, file->name);
		return RESULT_OFFICE_OTHER;
	}
	if (now->zone != file->zone) {
		text_copy(out_detail, size, office_zone_name(now->zone));
		return RESULT_OFFICE_ZONE;
	}
	enum result result = merge_services(merge, out_detail, size);
	if (result == RESULT_OK) {
		merge_counters(merge);
		result = merge_options(merge);
	}
	if (result == RESULT_OK) {
		merge_published(merge);
		merge_wires(merge);
		result = merge_calendar(merge);
	}
	return result == RESULT_OK ? merge_staff(merge) : result;
}

enum result office_merge(const struct office_file *now, const struct office_file *file,
	int64_t now_ms, struct office_file *out_wanted, char *out_detail, size_t size)
{
	struct merge merge = {
		.now = now,
		.file = file,
		.wanted = out_wanted,
		.now_ms = now_ms,
		.today = calendar_day_number(&now->office, now_ms),
	};
	text_copy(out_detail, size, "");
	*out_wanted = *file;
	enum result result = merge_parts(&merge, out_detail, size);
	if (result == RESULT_OK) {
		result = office_check(&out_wanted->office, out_detail, size);
	}
	return result;
}
