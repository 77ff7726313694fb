/* What the head sets at the console. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/office_change.h"
#include "app/desk/office_merge.h"
#include "app/desk/office_settings.h"
#include "db/office_rows.h"
#include "db/staff_rows.h"

#include <stdlib.h>
#include <string.h>

static enum result check_head(struct desk *desk, const char *staff)
{
	struct staff_row row;
	bool head = staff_rows_get(desk->store, staff, &row) &&
		    strcmp(row.role, desk_role_name(DESK_HEAD)) == 0;
	memory_wipe(&row, sizeof row);
	return head ? RESULT_OK : RESULT_HEAD_ONLY;
}

static enum result begin_as_head(struct desk *desk, const char *staff)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = check_head(desk, staff);
	return result == RESULT_OK ? RESULT_OK : act_end(desk, result);
}

enum result desk_unlock_office(struct desk *desk, const char *staff, const char *pin)
{
	struct desk_staff person;
	enum result result = desk_sign_in(desk, staff, pin, &person);
	return result == RESULT_OK && person.role != DESK_HEAD ? RESULT_HEAD_ONLY : result;
}

int64_t desk_office_revision(const struct desk *desk)
{
	return desk->revision;
}

static enum result check_left(
	struct desk *desk, const struct office_file *wanted, char *out_detail, size_t size)
{
	for (int i = 0; i < wanted->staff_count; i++) {
		if (staff_rows_has_left(desk->store, wanted->staff[i].code)) {
			text_copy(out_detail, size, wanted->staff[i].code);
			return RESULT_STAFF_LEFT;
		}
	}
	return RESULT_OK;
}

/* Inside the act. */
static enum result save(struct desk *desk, const char *staff, const struct office_file *wanted,
	char *out_detail, size_t size)
{
	struct office_differences differences = {0};
	struct office_file *before = memory_zeroed(2, sizeof *before), *merged = before + 1;
	office_gather(desk, before);
	enum result result = check_left(desk, wanted, out_detail, size);
	if (result == RESULT_OK) {
		result =
			office_merge(before, wanted, desk->now.office_ms, merged, out_detail, size);
	}
	if (result == RESULT_OK) {
		result = office_check_use(desk, &merged->office, out_detail, size);
	}
	if (result == RESULT_OK) {
		office_differ(before, merged, &differences);
	}
	if (result != RESULT_OK) {
		result = act_end(desk, result);
	} else if (differences.count == 0 && !office_wires_differ(before, merged)) {
		result = look_end(desk, RESULT_OK);
	} else {
		result = office_replace(desk, before, merged, staff);
	}
	office_differences_finish(&differences);
	free(before);
	return result;
}

enum result desk_save_office(struct desk *desk, const char *staff, int64_t revision,
	const struct office_file *wanted, char *out_detail, size_t size)
{
	text_copy(out_detail, size, "");
	enum result result = begin_as_head(desk, staff);
	if (result != RESULT_OK) {
		return result;
	}
	if (revision != desk->revision) {
		return act_end(desk, RESULT_OFFICE_MOVED);
	}
	return save(desk, staff, wanted, out_detail, size);
}

/* Goes up as with a save: settings that were read before it list the staff of before. */
static enum result end_change(
	struct desk *desk, const char *staff, const char *code, const char *what)
{
	struct event event = event_of(EVENT_STAFF_CHANGED);
	text_copy(event.staff, sizeof event.staff, staff);
	text_format(event.detail, sizeof event.detail, "%s %s", code, what);
	act_note_event(desk, &event, NULL);
	office_rows_bump(desk->store);
	int64_t revision = office_rows_revision(desk->store);
	enum result result = act_end(desk, RESULT_OK);
	if (result == RESULT_OK) {
		desk->revision = revision;
	}
	return result;
}

/* As begin_as_head, where it is about somebody of the office. */
static enum result begin_on_staff(struct desk *desk, const char *staff, const char *code)
{
	struct staff_row row;
	enum result result = begin_as_head(desk, staff);
	if (result != RESULT_OK) {
		return result;
	}
	if (!staff_rows_get(desk->store, code, &row)) {
		return act_end(desk, RESULT_STAFF_UNKNOWN);
	}
	memory_wipe(&row, sizeof row);
	return RESULT_OK;
}

enum result desk_retire_staff(struct desk *desk, const char *staff, const char *code)
{
	enum result result = begin_on_staff(desk, staff, code);
	if (result != RESULT_OK) {
		return result;
	}
	if (strcmp(staff, code) == 0) {
		return act_end(desk, RESULT_STAFF_SELF);
	}
	for (int i = 0; i < desk->counter_count; i++) {
		if (strcmp(desk->counters[i].staff, code) == 0) {
			return act_end(desk, RESULT_STAFF_BUSY);
		}
	}
	staff_rows_retire(desk->store, code);
	return end_change(desk, staff, code, "retired");
}

enum result desk_reset_pin(struct desk *desk, const char *staff, const char *code)
{
	enum result result = begin_on_staff(desk, staff, code);
	if (result != RESULT_OK) {
		return result;
	}
	staff_rows_set_pin(desk->store, code, "");
	staff_rows_set_wrong(desk->store, code, 0, -1);
	return end_change(desk, staff, code, "pin");
}
