/* Counters, days off, closures and new staff: typed in several rows, taken when they are whole. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/office_setup.h"
#include "app/queue/calendar.h"

#include <stdlib.h>
#include <string.h>

/* "2026-11-24 10.00". */
static bool read_moment(const struct office *office, const char *text, int64_t *out_ms)
{
	enum { DATE = 10, LENGTH = 16 };
	char date[CALENDAR_DATE_SIZE];
	int minutes;
	if (strlen(text) != LENGTH || text[DATE] != ' ' ||
		!office_parse_minutes(text + DATE + 1, &minutes)) {
		return false;
	}
	text_format(date, sizeof date, "%.*s", DATE, text);
	if (!calendar_parse_date(office, date, out_ms)) {
		return false;
	}
	*out_ms += minutes * INT64_C(60000);
	return true;
}

/* A file that is wrong, or that has no room, is not taken in part. */
static enum result gather_list(const struct setup *setup, enum setup_field *out_field)
{
	struct office *office = &setup->wanted->office;
	if (setup->list == 0) {
		return RESULT_OK;
	}
	*out_field = SETUP_LIST;
	const struct lists_file *file = &setup->lists->files[setup->list - 1];
	if (file->result != RESULT_OK) {
		return file->result;
	}
	int today = calendar_day_number(office, setup->now_ms);
	return holidays_take(office, &file->list, today, setup->now_ms) ? RESULT_OK
									: RESULT_CALENDAR_FULL;
}

static enum result gather_day(const struct setup *setup, enum setup_field *out_field)
{
	struct office *office = &setup->wanted->office;
	struct office_holiday day = {.kind = OFFICE_HOLIDAY_LOCAL};
	if (setup->off_date[0] == '\0' && setup->off_name[0] == '\0') {
		return RESULT_OK;
	}
	*out_field = SETUP_OFF_DATE;
	if (!calendar_parse_day(setup->off_date, &day.day)) {
		return RESULT_DATE_FORM;
	}
	if (day.day <= calendar_day_number(office, setup->now_ms)) {
		return RESULT_CALENDAR_PAST;
	}
	if (setup->off_name[0] == '\0') {
		*out_field = SETUP_OFF_NAME;
		return RESULT_FIELD_REQUIRED;
	}
	text_copy(day.name, sizeof day.name, setup->off_name);
	return office_add_holiday(office, &day) ? RESULT_OK : RESULT_CALENDAR_OVERLAP;
}

static enum result gather_closure(const struct setup *setup, enum setup_field *out_field)
{
	struct office *office = &setup->wanted->office;
	struct office_closure closure = {0};
	if (setup->closed_from[0] == '\0' && setup->closed_to[0] == '\0' &&
		setup->closed_reason[0] == '\0') {
		return RESULT_OK;
	}
	*out_field = SETUP_CLOSED_FROM;
	if (!read_moment(office, setup->closed_from, &closure.from_ms)) {
		return RESULT_DATE_FORM;
	}
	if (closure.from_ms <= setup->now_ms) {
		return RESULT_CALENDAR_PAST;
	}
	*out_field = SETUP_CLOSED_TO;
	if (!read_moment(office, setup->closed_to, &closure.to_ms)) {
		return RESULT_DATE_FORM;
	}
	if (closure.to_ms <= closure.from_ms) {
		return RESULT_CALENDAR_ORDER;
	}
	*out_field = SETUP_CLOSED_REASON;
	if (setup->closed_reason[0] == '\0') {
		return RESULT_FIELD_REQUIRED;
	}
	*out_field = SETUP_CLOSED_FROM;
	text_copy(closure.reason, sizeof closure.reason, setup->closed_reason);
	return office_add_closure(office, &closure) ? RESULT_OK : RESULT_CALENDAR_OVERLAP;
}

/* ---- counters ---- */

/* By their numbers, as they stand in the room. */
static void add_counter(struct office *office, const struct office_counter *fresh, int number)
{
	int place = office->counter_count++;
	while (place > 0 && office->counters[place - 1].number > number) {
		office->counters[place] = office->counters[place - 1];
		place--;
	}
	office->counters[place] = *fresh;
	office->counters[place].number = number;
}

/* Whether anything is said of a new counter: all that it may serve, and no name, is how the rows
 * begin. */
static bool is_begun(const struct setup *setup)
{
	const struct office_counter *fresh = &setup->fresh_counter;
	uint32_t all = (UINT32_C(1) << setup->edit->office.service_count) - 1;
	return setup->fresh_number[0] != '\0' || fresh->name[OFFICE_INDONESIAN][0] != '\0' ||
	       fresh->name[OFFICE_ENGLISH][0] != '\0' || fresh->services != all;
}

static enum result gather_fresh_counter(struct setup *setup, enum setup_field *out_field)
{
	int64_t number;
	if (!is_begun(setup)) {
		return RESULT_OK;
	}
	if (!text_to_int(setup->fresh_number, 1, SETUP_COUNTER_MAX, &number)) {
		*out_field = SETUP_COUNTER_NUMBER;
		setup->counter = setup->edit->office.counter_count;
		return RESULT_COUNTER_NUMBER;
	}
	if (setup->fresh_counter.services == 0) {
		setup->counter = setup->edit->office.counter_count;
		return RESULT_COUNTER_SERVES;
	}
	add_counter(&setup->wanted->office, &setup->fresh_counter, (int)number);
	return RESULT_OK;
}

/* Leaves the page at the counter that is wrong. */
static enum result gather_counters(struct setup *setup, enum setup_field *out_field)
{
	const struct office *edit = &setup->edit->office;
	struct office *office = &setup->wanted->office;
	*out_field = SETUP_COUNTER;
	office->counter_count = 0;
	for (int i = 0; i < edit->counter_count; i++) {
		if (setup->shut[i]) {
			continue;
		}
		if (edit->counters[i].services == 0) {
			setup->counter = i;
			return RESULT_COUNTER_SERVES;
		}
		office->counters[office->counter_count++] = edit->counters[i];
	}
	enum result result = gather_fresh_counter(setup, out_field);
	if (result != RESULT_OK) {
		return result;
	}
	return office->counter_count > 0 ? RESULT_OK : RESULT_COUNTER_LAST;
}

/* ---- staff ---- */

static enum result gather_person(const struct setup *setup, enum setup_field *out_field)
{
	struct office_file *wanted = setup->wanted;
	const struct desk_staff *fresh = &setup->fresh;
	if (fresh->code[0] == '\0' && fresh->name[0] == '\0') {
		return RESULT_OK;
	}
	*out_field =
		fresh->code[0] == '\0' || fresh->name[0] != '\0' ? SETUP_CODE : SETUP_PERSON_NAME;
	for (int i = 0; i < wanted->staff_count; i++) {
		if (strcmp(wanted->staff[i].code, fresh->code) == 0) {
			return RESULT_STAFF_EXISTS;
		}
	}
	enum result result = desk_check_staff(fresh);
	if (result == RESULT_OK && wanted->staff_count == OFFICE_FILE_STAFF) {
		result = RESULT_STAFF_FULL;
	}
	if (result == RESULT_OK) {
		wanted->staff[wanted->staff_count++] = *fresh;
	}
	return result;
}

/* A name that was emptied is no name. */
static enum result check_people(const struct setup *setup, enum setup_field *out_field)
{
	for (int i = 0; i < setup->wanted->staff_count; i++) {
		if (desk_check_staff(&setup->wanted->staff[i]) != RESULT_OK) {
			*out_field = SETUP_PERSON_NAME;
			return RESULT_FIELD_REQUIRED;
		}
	}
	return RESULT_OK;
}

enum result setup_gather(
	struct setup *setup, enum setup_topic *out_topic, enum setup_field *out_field)
{
	free(setup->wanted);
	setup->wanted = memory_zeroed(1, sizeof *setup->wanted);
	*setup->wanted = *setup->edit;
	*out_topic = SETUP_COUNTERS;
	enum result result = gather_counters(setup, out_field);
	if (result == RESULT_OK) {
		*out_topic = SETUP_DAYS;
		result = gather_list(setup, out_field);
	}
	if (result == RESULT_OK) {
		result = gather_day(setup, out_field);
	}
	if (result == RESULT_OK) {
		result = gather_closure(setup, out_field);
	}
	if (result == RESULT_OK) {
		*out_topic = SETUP_STAFF;
		result = gather_person(setup, out_field);
	}
	if (result == RESULT_OK) {
		result = check_people(setup, out_field);
	}
	return result;
}
