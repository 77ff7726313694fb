#include "app/desk/attendance.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "app/desk/act.h"

#include <string.h>

/* Whoever speaks of a board lights it, also one that was chosen long after the program began. */
static void attend_board(struct presence *presence, const struct desk_request *request)
{
	const char *slash = strrchr(request->device, '/');
	if (request->act == DESK_REPORT_DEVICE && slash != NULL &&
		strcmp(slash + 1, wire_part_name(WIRE_BOARD)) == 0 &&
		!presence->room[PRESENCE_BOARD]) {
		presence_attend_room(presence, PRESENCE_BOARD);
	}
}

enum result attendance_begin_act(struct attendance *attendance, const struct desk_request *request)
{
	struct presence *presence = &attendance->presence;
	bool takes_over = presence->path != NULL && request->act == DESK_HAND_OVER &&
			  request->counter != presence->counter;
	if (takes_over && !presence_is_left(presence, request->counter)) {
		return RESULT_COUNTER_TAKEN;
	}
	if (takes_over || request->act == DESK_OPEN_COUNTER) {
		presence_come(presence, request->counter);
	}
	return RESULT_OK;
}

void attendance_end_act(
	struct attendance *attendance, const struct desk_request *request, enum result result)
{
	struct presence *presence = &attendance->presence;
	if (result != RESULT_OK) {
		presence_turn_back(presence);
		return;
	}
	presence_arrive(presence);
	attend_board(presence, request);
	if (presence->counter == 0 || presence->counter != request->counter) {
		return;
	}
	if (request->act == DESK_OPEN_COUNTER || request->act == DESK_HAND_OVER) {
		text_copy(attendance->staff, sizeof attendance->staff, request->staff);
	} else if (request->act == DESK_CLOSE_COUNTER) {
		presence_give(presence);
	}
}

void attendance_follow(struct attendance *attendance, const struct desk_view *view)
{
	struct presence *presence = &attendance->presence;
	for (int i = 0; i < view->counter_count && presence->counter != 0; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (counter->number == presence->counter && counter->state != VIEW_CLOSED &&
			strcmp(counter->staff, attendance->staff) == 0) {
			return;
		}
	}
	presence_give(presence);
}

void attendance_look(struct attendance *attendance, struct desk *desk)
{
	struct presence *presence = &attendance->presence;
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

static void tell_counters(struct presence *presence, struct desk_view *view)
{
	for (int i = 0; i < view->counter_count; i++) {
		struct view_counter *counter = &view->counters[i];
		counter->left = counter->state != VIEW_CLOSED &&
				presence_is_left(presence, counter->number);
	}
}

/* A screen is known to the store by what it has announced alone, a board by what its program said
 * while it lived. */
static void tell_room(struct presence *presence, struct desk_view *view)
{
	bool screen = presence_has_room(presence, PRESENCE_SCREEN);
	bool board = presence_has_room(presence, PRESENCE_BOARD);
	for (int i = 0; i < view->device_count; i++) {
		struct view_device *device = &view->devices[i];
		if (device->kind == VIEW_BOARD && device->reason == RESULT_OK && !board) {
			device->reason = RESULT_DEVICE_MISSING;
		}
	}
	if ((screen || view->has_screen) && view->device_count < VIEW_DEVICES) {
		view->devices[view->device_count++] = (struct view_device){
			.name = "display/screen",
			.kind = VIEW_SCREEN,
			.reason = screen ? RESULT_OK : RESULT_DEVICE_MISSING,
			.since_ms = view->now_ms,
		};
	}
}

/* As the store lists them: lists that are too short for all must show these. */
static void put_trouble_first(struct desk_view *view)
{
	int front = 0;
	for (int i = 0; i < view->device_count; i++) {
		if (view->devices[i].reason != RESULT_OK) {
			struct view_device device = view->devices[i];
			memmove(&view->devices[front + 1], &view->devices[front],
				(size_t)(i - front) * sizeof device);
			view->devices[front++] = device;
		}
	}
}

void attendance_tell(struct attendance *attendance, struct desk_view *view)
{
	if (attendance->presence.path != NULL) {
		tell_counters(&attendance->presence, view);
		tell_room(&attendance->presence, view);
		put_trouble_first(view);
	}
}
