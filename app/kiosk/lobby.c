#include "app/kiosk/lobby.h"

#include "app/queue/turn.h"

void lobby_hours(const struct lobby *lobby, struct calendar_hours *out_hours)
{
	if (lobby->office == NULL) {
		*out_hours = (struct calendar_hours){
			.state = CALENDAR_CLOSED, .open_ms = -1, .close_ms = -1, .until_ms = -1};
	} else if (lobby_day_is_closed(lobby)) {
		int tomorrow = calendar_day_number(lobby->office, lobby->now_ms) + 1;
		calendar_hours(
			lobby->office, calendar_day_start(lobby->office, tomorrow), out_hours);
		out_hours->state = CALENDAR_CLOSED;
	} else {
		calendar_hours(lobby->office, lobby->now_ms, out_hours);
	}
}

bool lobby_day_is_closed(const struct lobby *lobby)
{
	return lobby->view != NULL && lobby->view->day_closed;
}

bool lobby_is_issuing(const struct lobby *lobby)
{
	struct calendar_hours hours;
	lobby_hours(lobby, &hours);
	return lobby->office != NULL && lobby->store == RESULT_OK && hours.state != CALENDAR_CLOSED;
}

static bool is_open(const struct view_counter *counter)
{
	return counter->state != VIEW_CLOSED && counter->state != VIEW_BREAK;
}

bool lobby_is_staffed(const struct lobby *lobby)
{
	for (int i = 0; lobby->view != NULL && i < lobby->view->counter_count; i++) {
		if (is_open(&lobby->view->counters[i])) {
			return true;
		}
	}
	return lobby->view == NULL;
}

bool lobby_serves_on(const struct lobby *lobby)
{
	const struct desk_view *view = lobby->view;
	uint32_t served = 0;
	for (int i = 0; view != NULL && i < view->counter_count; i++) {
		served |= is_open(&view->counters[i]) ? view->counters[i].services : 0;
	}
	for (int i = 0; view != NULL && i < view->waiting_shown; i++) {
		if ((served >> view->waiting[i].service & 1) == 0) {
			return false;
		}
	}
	return view != NULL && view->waiting_shown > 0;
}

/* Services that the same open counters serve: who waits for one of them is ahead in line. */
static uint32_t rivals_of(const struct desk_view *view, int service)
{
	uint32_t rivals = UINT32_C(1) << service;
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (is_open(counter) && (counter->services >> service & 1) != 0) {
			rivals |= counter->services;
		}
	}
	return rivals;
}

/* The last hour passes by itself, without news from the desk. */
static bool is_over(const struct lobby *lobby, int service)
{
	struct calendar_local local;
	int last_min = lobby->office->services[service].last_issue_min;
	calendar_split(lobby->office, lobby->now_ms, &local);
	return last_min > 0 && local.hour * 60 + local.minute >= last_min;
}

bool lobby_has_help(const struct lobby *lobby)
{
	struct calendar_hours hours;
	lobby_hours(lobby, &hours);
	return lobby->office != NULL && lobby->store == RESULT_OK &&
	       (hours.state != CALENDAR_CLOSED || lobby_is_staffed(lobby));
}

enum result lobby_refusal(const struct lobby *lobby, int service)
{
	enum result closed =
		lobby->view != NULL ? lobby->view->services[service].closed : RESULT_OK;
	return closed == RESULT_OK && is_over(lobby, service) ? RESULT_ISSUE_OVER : closed;
}

void lobby_expect(const struct lobby *lobby, int service, enum ticket_priority priority,
	int *out_ahead, struct say_span *out_span)
{
	const int64_t minute_ms = 60000;
	*out_ahead = 0;
	*out_span = (struct say_span){TICKET_NEVER, TICKET_NEVER};
	if (lobby->view == NULL) {
		return;
	}
	const struct desk_view *view = lobby->view;
	*out_ahead =
		lobby_ahead(lobby, service, turn_at_issue(lobby->office, priority, lobby->now_ms));
	const struct view_service *told = &view->services[service];
	if (told->low_min >= 0) {
		out_span->low_ms = lobby->now_ms + told->low_min * minute_ms;
		out_span->high_ms = lobby->now_ms + told->high_min * minute_ms;
	}
}

int lobby_ahead(const struct lobby *lobby, int service, int64_t turn_ms)
{
	int ahead = 0;
	if (lobby->view == NULL) {
		return 0;
	}
	uint32_t rivals = rivals_of(lobby->view, service);
	for (int i = 0; i < lobby->view->waiting_shown; i++) {
		const struct view_waiting *other = &lobby->view->waiting[i];
		ahead += (rivals >> other->service & 1) != 0 && other->turn_ms <= turn_ms;
	}
	return ahead;
}

int lobby_standard(const struct lobby *lobby, int service, enum standard_part part,
	const struct standard_line *out_lines[STANDARD_PART_LINES])
{
	if (lobby->standards == NULL) {
		return 0;
	}
	int today = calendar_day_number(lobby->office, lobby->now_ms);
	return standard_list(lobby->standards, service, part, today, out_lines);
}

bool lobby_has_pledge(const struct lobby *lobby)
{
	const struct standard_line *lines[STANDARD_PART_LINES];
	return lobby_standard(lobby, STANDARD_OFFICE, STANDARD_PLEDGE, lines) > 0;
}

int lobby_invited(
	const struct lobby *lobby, const char *out_numbers[VIEW_SERVED], int64_t *out_until_ms)
{
	const struct desk_view *view = lobby->view;
	int count = 0;
	*out_until_ms = INT64_MAX;
	if (view == NULL || lobby->instrument == NULL || lobby->office == NULL ||
		!lobby->office->feedback.invites) {
		return 0;
	}
	for (int i = view->served_count - 1; i >= 0; i--) { /* the latest is the first there */
		int64_t left_ms = view->served[i].finished_ms + VIEW_SERVED_MS - lobby->now_ms;
		if (left_ms <= 0) {
			continue;
		}
		if (count == 0) {
			*out_until_ms = lobby->ticks_ms + left_ms;
		}
		out_numbers[count++] = view->served[i].number;
	}
	return count;
}

bool lobby_invites(const struct lobby *lobby)
{
	const char *numbers[VIEW_SERVED];
	int64_t until_ms;
	return lobby_invited(lobby, numbers, &until_ms) > 0;
}

int64_t lobby_next_minute(const struct lobby *lobby)
{
	return lobby->ticks_ms + 60000 - lobby->now_ms % 60000;
}
