/* The duty roster: who is to be at which counter on a day. It binds nobody; it is looked at. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/rights.h"
#include "app/desk/room.h"
#include "db/roster_rows.h"
#include "db/staff_rows.h"

#include <string.h>

_Static_assert((int)DESK_STAFF_SIZE == (int)STAFF_CODE_SIZE, "a code fits its row");

struct planning {
	const char *by, *date, *staff;
	int counter;
};

static enum result check(struct desk *desk, const struct planning *planning)
{
	struct staff_row row;
	enum desk_role role;
	int day = 0, today = calendar_day_number(&desk->office, desk->now.office_ms);
	if (planning->by != NULL) {
		if (!staff_rows_get(desk->store, planning->by, &row)) {
			return RESULT_STAFF_UNKNOWN;
		}
		if (!desk_role_find(row.role, &role) || !desk_role_may(role, DESK_SET_ROSTER)) {
			return RESULT_HEAD_ONLY;
		}
	}
	if (!calendar_parse_day(planning->date, &day) || day < today) {
		return RESULT_TIME_PAST;
	}
	if (office_find_counter(&desk->office, planning->counter) < 0) {
		return RESULT_COUNTER_UNKNOWN;
	}
	return planning->staff == NULL || staff_rows_get(desk->store, planning->staff, &row)
		       ? RESULT_OK
		       : RESULT_STAFF_UNKNOWN;
}

static enum result plan_now(struct desk *desk, const struct planning *planning)
{
	/* Not of a counter: there it would stand between a press and its undoing. */
	struct event event = event_of(EVENT_ROSTER_SET);
	enum result result = check(desk, planning);
	if (result != RESULT_OK) {
		return result;
	}
	roster_rows_set(desk->store, planning->date, planning->counter, planning->staff);
	text_copy(event.staff, sizeof event.staff, planning->by != NULL ? planning->by : "");
	text_format(event.detail, sizeof event.detail, "%s %d %s", planning->date,
		planning->counter, planning->staff != NULL ? planning->staff : "-");
	act_note_event(desk, &event, NULL);
	return RESULT_OK;
}

enum result desk_set_duty(
	struct desk *desk, const char *by, const char *date, int counter, const char *staff)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	const struct planning planning = {by, date != NULL ? date : desk->date, staff, counter};
	return act_end(desk, plan_now(desk, &planning));
}

enum result desk_list_duty(struct desk *desk, const char *date, struct desk_duty *out_duties,
	size_t size, size_t *out_count)
{
	struct roster_row rows[OFFICE_COUNTERS];
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	size_t count = roster_rows_list(desk->store, date != NULL ? date : desk->date, rows,
		size < OFFICE_COUNTERS ? size : OFFICE_COUNTERS);
	for (size_t i = 0; i < count; i++) {
		out_duties[i].counter = rows[i].counter;
		text_copy(out_duties[i].staff, sizeof out_duties[i].staff, rows[i].staff);
		text_copy(out_duties[i].name, sizeof out_duties[i].name, rows[i].staff_name);
	}
	*out_count = count;
	return look_end(desk, RESULT_OK);
}

void view_fill_roster(struct desk *desk, struct desk_view *view)
{
	struct roster_row rows[OFFICE_COUNTERS];
	size_t count = roster_rows_list(desk->store, desk->date, rows, OFFICE_COUNTERS);
	for (size_t i = 0; i < count; i++) {
		for (int c = 0; c < view->counter_count; c++) {
			struct view_counter *counter = &view->counters[c];
			if (counter->number == rows[i].counter) {
				text_copy(counter->planned, sizeof counter->planned, rows[i].staff);
				text_copy(counter->planned_name, sizeof counter->planned_name,
					rows[i].staff_name);
			}
		}
	}
}

const struct view_counter *view_planned(const struct desk_view *view, const char *staff)
{
	for (int i = 0; i < view->counter_count && staff[0] != '\0'; i++) {
		if (strcmp(view->counters[i].planned, staff) == 0) {
			return &view->counters[i];
		}
	}
	return NULL;
}

enum view_presence view_presence(const struct desk_view *view, const struct view_counter *counter)
{
	if (counter->planned[0] == '\0') {
		return VIEW_UNPLANNED;
	}
	if (counter->state != VIEW_CLOSED && strcmp(counter->staff, counter->planned) == 0) {
		return VIEW_PRESENT;
	}
	for (int i = 0; i < view->counter_count; i++) {
		if (view->counters[i].state != VIEW_CLOSED &&
			strcmp(view->counters[i].staff, counter->planned) == 0) {
			return VIEW_ELSEWHERE;
		}
	}
	return VIEW_MISSING;
}
