#include "app/desk/attendance.h"

#include "app/base/log.h"
#include "app/desk/act.h"

void attendance_begin_act(struct presence *presence, const struct desk_request *request)
{
	if (request->act == DESK_OPEN_COUNTER && presence->counter != request->counter) {
		presence_take(presence, request->counter);
	}
}

void attendance_end_act(
	struct presence *presence, const struct desk_request *request, enum result result)
{
	bool ours = presence->counter != 0 && presence->counter == request->counter;
	bool refused = request->act == DESK_OPEN_COUNTER && result != RESULT_OK;
	bool closed = request->act == DESK_CLOSE_COUNTER && result == RESULT_OK;
	if (ours && (refused || closed)) {
		presence_give(presence);
	}
}

void attendance_look(struct presence *presence, struct desk *desk)
{
	int left[OFFICE_COUNTERS];
	size_t count = presence_list_left(presence, left, OFFICE_COUNTERS);
	for (size_t i = 0; i < count && !desk->clock.fixed; i++) {
		if (!presence_claim(presence, left[i])) {
			continue;
		}
		enum result result = desk_close_left(desk, left[i]);
		presence_settle(presence, left[i],
			result == RESULT_OK || result == RESULT_COUNTER_CLOSED ||
				result == RESULT_COUNTER_UNKNOWN);
		if (result == RESULT_OK) {
			log_warn("desk", "counter %d has no console any more: closed", left[i]);
		}
	}
}
