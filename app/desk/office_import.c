/* The office changed as a whole: all of a file, or nothing. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/fingerprint.h"
#include "app/desk/office_change.h"
#include "app/desk/office_merge.h"
#include "app/desk/office_past.h"
#include "app/desk/office_settings.h"
#include "app/desk/wires.h"
#include "db/calendar_rows.h"
#include "db/office_rows.h"
#include "db/staff_rows.h"
#include "db/standard_rows.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- what is in use today ---- */

static enum result check_prefixes(
	struct desk *desk, const struct office *wanted, char *out_detail, size_t size)
{
	for (int i = 0; i < desk->office.service_count; i++) {
		const char *prefix = desk->office.services[i].prefix;
		if (strcmp(prefix, wanted->services[i].prefix) != 0 &&
			ticket_rows_count_issued(desk->store, i, desk->date) > 0) {
			text_copy(out_detail, size, prefix);
			return RESULT_PREFIX_USED;
		}
	}
	return RESULT_OK;
}

static enum result check_counters(
	struct desk *desk, const struct office *wanted, char *out_detail, size_t size)
{
	for (int i = 0; i < desk->counter_count; i++) {
		const struct counter_row *row = &desk->counters[i];
		if (row->state != COUNTER_CLOSED && office_find_counter(wanted, row->number) < 0) {
			text_format(out_detail, size, "%d", row->number);
			return RESULT_COUNTER_STAYS;
		}
	}
	return RESULT_OK;
}

enum result office_check_use(
	struct desk *desk, const struct office *wanted, char *out_detail, size_t size)
{
	enum result result = check_prefixes(desk, wanted, out_detail, size);
	return result == RESULT_OK ? check_counters(desk, wanted, out_detail, size) : result;
}

/* ---- writing ---- */

static void write_days_off(
	struct desk *desk, const struct office *before, const struct office *wanted)
{
	int today = calendar_day_number(before, desk->now.office_ms);
	calendar_rows_remove_holidays(desk->store, today + 1, INT_MAX);
	for (int i = 0; i < wanted->holiday_count; i++) {
		const struct office_holiday *day = &wanted->holidays[i];
		if (day->day > today || office_find_holiday(before, day->day) == NULL) {
			calendar_rows_add_holiday(desk->store, day);
		}
	}
	for (int i = 0; i < wanted->year_count; i++) {
		calendar_rows_set_year(desk->store, &wanted->years[i], desk->now.office_ms);
	}
}

static void write_seasons(
	struct desk *desk, const struct office *before, const struct office *wanted)
{
	for (int i = 0; i < before->season_count; i++) {
		bool stays = false;
		for (int k = 0; k < wanted->season_count; k++) {
			stays = stays || wanted->seasons[k].id == before->seasons[i].id;
		}
		if (!stays) {
			calendar_rows_remove_season(desk->store, before->seasons[i].id);
		}
	}
	for (int i = 0; i < wanted->season_count; i++) {
		if (wanted->seasons[i].id == 0) {
			(void)calendar_rows_add_season(desk->store, &wanted->seasons[i]);
		}
	}
}

static void write_closures(
	struct desk *desk, const struct office *before, const struct office *wanted)
{
	for (int i = 0; i < before->closure_count; i++) {
		bool stays = false;
		for (int k = 0; k < wanted->closure_count; k++) {
			stays = stays || wanted->closures[k].id == before->closures[i].id;
		}
		if (!stays) {
			calendar_rows_remove_closure(desk->store, before->closures[i].id);
		}
	}
	for (int i = 0; i < wanted->closure_count; i++) {
		if (wanted->closures[i].id == 0) {
			(void)calendar_rows_add_closure(desk->store, &wanted->closures[i]);
		}
	}
}

static void note_staff(struct desk *desk, enum event_kind kind, const char *staff, const char *code)
{
	struct event event = event_of(kind);
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	text_copy(event.detail, sizeof event.detail, code);
	act_note_event(desk, &event, NULL);
}

static void write_staff(struct desk *desk, const struct office_file *before,
	const struct office_file *wanted, const char *staff)
{
	for (int i = 0; i < wanted->staff_count; i++) {
		const struct desk_staff *was = &before->staff[i], *is = &wanted->staff[i];
		if (i >= before->staff_count) {
			struct staff_row row = {.locked_until_ms = -1};
			text_copy(row.code, sizeof row.code, is->code);
			text_copy(row.name, sizeof row.name, is->name);
			text_copy(row.role, sizeof row.role, desk_role_name(is->role));
			staff_rows_insert(desk->store, &row);
			note_staff(desk, EVENT_STAFF_ADDED, staff, is->code);
		} else if (strcmp(was->name, is->name) != 0 || was->role != is->role) {
			staff_rows_set(desk->store, is->code, is->name, desk_role_name(is->role));
			note_staff(desk, EVENT_STAFF_CHANGED, staff, is->code);
		}
	}
}

/* ---- what kind of change it is ---- */

/* Of `all`, the part that `which` names; the rest as it was. */
enum part { PART_OFFICE, PART_CALENDAR, PART_PUBLISHED };

static bool part_differs(
	const struct office_file *before, const struct office_file *wanted, enum part part)
{
	struct office_differences differences;
	struct office_file *probe = memory_zeroed(1, sizeof *probe);
	*probe = *before;
	if (part == PART_OFFICE) {
		probe->office = wanted->office;
		office_take_calendar(&probe->office, &before->office);
	} else if (part == PART_CALENDAR) {
		office_take_calendar(&probe->office, &wanted->office);
	} else {
		probe->standards = wanted->standards;
	}
	office_differ(before, probe, &differences);
	bool differs = differences.count > 0;
	office_differences_finish(&differences);
	free(probe);
	return differs;
}

static bool rules_differ(const struct office *before, const struct office *wanted)
{
	char old[FINGERPRINT_SIZE], new[FINGERPRINT_SIZE];
	struct office *probe = memory_zeroed(1, sizeof *probe);
	*probe = *wanted;
	office_take_calendar(probe, before);
	office_fingerprint(before, old);
	office_fingerprint(probe, new);
	free(probe);
	return strcmp(old, new) != 0;
}

static void note_change(
	struct desk *desk, enum event_kind kind, const char *staff, const char *detail)
{
	struct event event = event_of(kind);
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	text_copy(event.detail, sizeof event.detail, detail);
	act_note_event(desk, &event, NULL);
}

/* ---- the act ---- */

/* The rows are as wanted: what they say is the office from here on, and the line goes on by it. */
static enum result take_over(struct desk *desk)
{
	struct office *fresh = memory_zeroed(1, sizeof *fresh);
	bool right = office_rows_read(desk->store, fresh);
	if (right) {
		desk->office = *fresh;
	}
	free(fresh);
	return right ? RESULT_OK : RESULT_STORE_FAILED;
}

static void follow_line(struct desk *desk)
{
	desk->counter_count = stand_by_list_counters(desk, desk->counters);
	desk->line_known = false;
	line_settle(desk, TARGET_OTHER);
}

static bool wire_differs(const struct wire *before, const struct wire *wanted)
{
	return strcmp(before->chosen, wanted->chosen) != 0 ||
	       strcmp(before->paper, wanted->paper) != 0;
}

/* Merged, the two lists are of the same wires. */
bool office_wires_differ(const struct office_file *before, const struct office_file *wanted)
{
	for (int i = 0; i < before->wire_count; i++) {
		if (wire_differs(&before->wires[i], &wanted->wires[i])) {
			return true;
		}
	}
	return false;
}

static void write_wires(struct desk *desk, const struct office_file *before,
	const struct office_file *wanted, const char *staff)
{
	for (int i = 0; i < before->wire_count; i++) {
		if (wire_differs(&before->wires[i], &wanted->wires[i])) {
			wires_write_choice(desk, &wanted->wires[i], staff != NULL ? staff : "");
		}
	}
}

static enum result write_all(struct desk *desk, const struct office_file *before,
	const struct office_file *wanted, const char *staff)
{
	char fingerprint[FINGERPRINT_SIZE];
	bool office = part_differs(before, wanted, PART_OFFICE);
	bool calendar = part_differs(before, wanted, PART_CALENDAR);
	bool rules = rules_differ(&before->office, &wanted->office);
	if (before->office.stand_by && !wanted->office.stand_by) {
		stand_by_end_all(desk);
	}
	if (office) {
		office_rows_set(desk->store, &wanted->office, desk->now.office_ms);
	}
	if (calendar) {
		write_days_off(desk, &before->office, &wanted->office);
		write_seasons(desk, &before->office, &wanted->office);
		write_closures(desk, &before->office, &wanted->office);
	}
	if (part_differs(before, wanted, PART_PUBLISHED)) {
		standard_rows_set(desk->store, &wanted->standards);
		note_change(desk, EVENT_PUBLISHED, staff, "");
	}
	write_staff(desk, before, wanted, staff);
	write_wires(desk, before, wanted, staff);
	office_rows_bump(desk->store);
	enum result result = take_over(desk);
	if (result != RESULT_OK) {
		return result;
	}
	office_fingerprint(&desk->office, fingerprint);
	if (calendar) {
		note_change(desk, EVENT_CALENDAR_CHANGED, staff, fingerprint);
	}
	if (rules) {
		(void)office_past_note(desk, &before->office, fingerprint, staff);
		follow_line(desk);
	} else if (office) {
		note_change(desk, EVENT_PUBLISHED, staff, "office");
	}
	return RESULT_OK;
}

enum result office_replace(struct desk *desk, const struct office_file *before,
	const struct office_file *wanted, const char *staff)
{
	enum result result = write_all(desk, before, wanted, staff);
	int64_t revision = office_rows_revision(desk->store);
	result = act_end(desk, result);
	if (result == RESULT_OK) {
		desk->revision = revision;
	} else {
		desk->office = before->office;
	}
	return result;
}

/* A file may be older than their leaving: without them, nobody is back by it. */
static void leave_out_left(struct desk *desk, struct office_file *file)
{
	int kept = 0;
	for (int i = 0; i < file->staff_count; i++) {
		if (!staff_rows_has_left(desk->store, file->staff[i].code)) {
			file->staff[kept++] = file->staff[i];
		}
	}
	file->staff_count = kept;
}

/* Inside the act; *out_wanted is what the store is to become. */
static enum result prepare(struct desk *desk, const struct office_file *file,
	struct office_file *out_before, struct office_file *out_wanted, char *out_detail,
	size_t size)
{
	struct office_file *taken = memory_zeroed(1, sizeof *taken);
	*taken = *file;
	office_gather(desk, out_before);
	leave_out_left(desk, taken);
	enum result result =
		office_merge(out_before, taken, desk->now.office_ms, out_wanted, out_detail, size);
	free(taken);
	return result == RESULT_OK ? office_check_use(desk, &out_wanted->office, out_detail, size)
				   : result;
}

enum result desk_import_office(struct desk *desk, const struct office_file *file, const char *staff,
	bool only_look, struct office_differences *out_differences, char *out_detail, size_t size)
{
	*out_differences = (struct office_differences){0};
	text_copy(out_detail, size, "");
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	struct office_file *before = memory_zeroed(2, sizeof *before), *wanted = before + 1;
	result = prepare(desk, file, before, wanted, out_detail, size);
	if (result == RESULT_OK) {
		office_differ(before, wanted, out_differences);
	}
	if (result != RESULT_OK) {
		result = act_end(desk, result);
	} else if (only_look || out_differences->count == 0) {
		result = look_end(desk, RESULT_OK);
	} else {
		result = office_replace(desk, before, wanted, staff);
	}
	free(before);
	return result;
}
