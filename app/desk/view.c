#include "app/desk/view.h"

#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/test_slips.h"
#include "db/wire_rows.h"
#include "db/complaint_rows.h"
#include "db/help_rows.h"
#include "db/rating_rows.h"
#include "db/roll_rows.h"
#include "db/slip_rows.h"
#include "db/visit_rows.h"
#include "db/withdrawal_rows.h"

#include <string.h>

enum { UNSURE = 64 };

_Static_assert((int)VIEW_WAITING >= (int)TARGET_LINE, "a view shows the whole line");

static struct view_clock clock_of(const struct target_clock *clock, int target_s)
{
	bool running = clock->since_ms != TICKET_NEVER;
	return (struct view_clock){
		.running = running,
		.start_ms = running ? clock->since_ms - clock->count_ms : 0,
		.count_ms = clock->count_ms,
		.target_s = target_s,
		.any = target_s > 0 && (running || clock->high_ms != TICKET_NEVER),
	};
}

static void fill_waiting(struct desk *desk, struct desk_view *view)
{
	view->waiting_shown = (int)desk->waiting_count;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		const struct waiting_row *row = &desk->waiting[i];
		struct view_waiting *waiting = &view->waiting[i];
		*waiting = (struct view_waiting){
			.ticket = row->id,
			.service = row->service,
			.priority = row->priority,
			.issued_ms = row->issued_ms,
			.turn_ms = row->turn_ms,
			.appointed_ms = row->appointed_ms,
			.from_ms = row->from_ms,
			.only = target_bound(&desk->line, &desk->line.clocks[i]),
			.clock = clock_of(&desk->line.clocks[i], row->target_s),
		};
		text_copy(waiting->number, sizeof waiting->number, row->number);
	}
}

static void fill_aside(struct desk *desk, struct desk_view *view)
{
	struct aside_row rows[VIEW_ASIDE];
	view->aside_count = (int)ticket_rows_aside(desk->store, desk->date, rows, VIEW_ASIDE);
	for (int i = 0; i < view->aside_count; i++) {
		view->aside[i] = (struct view_aside){
			.ticket = rows[i].id,
			.service = rows[i].service,
			.state = rows[i].state,
			.since_ms = rows[i].since_ms,
		};
		text_copy(view->aside[i].number, sizeof view->aside[i].number, rows[i].number);
	}
}

/* Office guests are received as long as numbers would be given. */
static enum result closed_by(struct desk *desk, int service)
{
	enum result result = visitor_check_service(desk, service, true);
	return result == RESULT_SERVICE_RECEPTION ? RESULT_OK : result;
}

static void fill_services(struct desk *desk, struct desk_view *view)
{
	int counts[OFFICE_SERVICES];
	struct estimate_room room;
	ticket_rows_count_waiting(desk->store, desk->date, counts);
	estimate_begin(desk, &room);
	for (int i = 0; i < desk->office.service_count; i++) {
		struct estimate estimate;
		struct view_service *service = &view->services[i];
		int64_t now = desk->now.office_ms;
		estimate_turn(desk, &room, i, now, &estimate);
		bool known = estimate.expected_ms != TICKET_NEVER;
		*service = (struct view_service){
			.waiting = counts[i],
			.estimate_s = known ? (int)((estimate.expected_ms - now) / 1000) : -1,
			.low_min = known ? (int)((estimate.low_ms - now) / 60000) : -1,
			.high_min = known ? (int)((estimate.high_ms - now + 59999) / 60000) : -1,
			.closed = closed_by(desk, i),
		};
		view->waiting_total += counts[i];
	}
}

static struct view_call call_of(const struct call_row *row)
{
	struct view_call call = {
		.id = row->id,
		.counter = row->counter,
		.priority = row->priority,
		.called_ms = row->called_ms,
		.again = row->again,
	};
	memcpy(call.announced_ms, row->announced_ms, sizeof call.announced_ms);
	text_copy(call.number, sizeof call.number, row->number);
	return call;
}

static void fill_counter(
	struct desk *desk, const struct counter_row *row, struct view_counter *out_counter)
{
	static const enum view_counter_state states[COUNTER_STATES] = {
		[COUNTER_CLOSED] = VIEW_CLOSED,
		[COUNTER_FREE] = VIEW_FREE,
		[COUNTER_CALLED] = VIEW_CALLED,
		[COUNTER_SERVING] = VIEW_SERVING,
		[COUNTER_BREAK] = VIEW_BREAK,
	};
	*out_counter = (struct view_counter){
		.number = row->number,
		.state = states[row->state],
		.services = row->services,
		.since_ms = row->since_ms,
		.free_since_ms = row->free_since_ms,
		.stand_by_ms = row->stand_by_ms,
	};
	text_copy(out_counter->staff, sizeof out_counter->staff, row->staff);
	text_copy(out_counter->staff_name, sizeof out_counter->staff_name, row->staff_name);
	if (row->ticket != 0 && ticket_rows_get(desk->store, row->ticket, &out_counter->ticket) &&
		row->state == COUNTER_CALLED) {
		struct target_clock clock;
		ticket_rows_get_clock(desk->store, row->ticket, &clock);
		out_counter->clock = clock_of(&clock, out_counter->ticket.target_s);
	}
}

/* The newest call of who is called there; one that so many others followed is of no interest. */
static void find_call(const struct desk_view *view, struct view_counter *counter)
{
	for (int i = 0; i < view->call_count && counter->state == VIEW_CALLED; i++) {
		const struct view_call *call = &view->calls[i];
		if (call->counter == counter->number &&
			strcmp(call->number, counter->ticket.number) == 0) {
			counter->call = *call;
			return;
		}
	}
}

static void fill_calls(struct desk *desk, struct desk_view *view)
{
	struct call_row rows[VIEW_CALLS];
	size_t count = ticket_rows_calls(desk->store, desk->date, rows, VIEW_CALLS);
	view->call_count = (int)count;
	for (size_t i = 0; i < count; i++) {
		view->calls[i] = call_of(&rows[i]);
	}
	for (int i = 0; i < view->counter_count; i++) {
		find_call(view, &view->counters[i]);
	}
}

/* A clock that has passed its limit counts already; one that runs will, at a moment that is kept.
 */
static void watch_clock(
	struct desk_view *view, const struct target_clock *clock, int target_s, int64_t now)
{
	if (target_judge(target_s, target_elapsed(clock, now)) == TARGET_MISSED) {
		view->counted++;
	} else if (target_s > 0 && clock->since_ms != TICKET_NEVER) {
		int64_t at = now + (target_s + 1) * INT64_C(1000) - target_count(clock, now);
		bool sooner = view->late_at_ms == TICKET_NEVER || at < view->late_at_ms;
		view->late_at_ms = sooner ? at : view->late_at_ms;
	}
}

/* Segments with a verdict, and clocks that have passed the limit already. */
static void fill_figures(struct desk *desk, struct desk_view *view)
{
	struct day_figures figures;
	ticket_rows_figures(desk->store, desk->date, &figures);
	view->done = figures.done;
	view->met = figures.met;
	view->counted = figures.counted;
	view->late_at_ms = TICKET_NEVER;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		watch_clock(view, &desk->line.clocks[i], desk->waiting[i].target_s,
			desk->now.office_ms);
	}
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		struct target_clock clock;
		if (counter->state == VIEW_CALLED && !counter->ticket.uncertain) {
			ticket_rows_get_clock(desk->store, counter->ticket.id, &clock);
			watch_clock(view, &clock, counter->ticket.target_s, desk->now.office_ms);
		}
	}
}

/* "kiosk-1/printer" is of the program "kiosk-1". */
static bool is_device_of(const char *device, const char *program)
{
	size_t length = strlen(program);
	return strncmp(device, program, length) == 0 &&
	       (device[length] == '/' || device[length] == '\0');
}

static enum view_device_kind kind_of(const char *name)
{
	static const char *const kinds[VIEW_SCREEN] = {
		[VIEW_PRINTER] = "/printer",
		[VIEW_BOARD] = "/board",
		[VIEW_SCANNER] = "/scanner",
		[VIEW_KEYPAD] = "/keypad",
	};
	const char *slash = strrchr(name, '/');
	for (int i = 0; slash != NULL && i < VIEW_SCREEN; i++) {
		if (strcmp(slash, kinds[i]) == 0) {
			return (enum view_device_kind)i;
		}
	}
	return VIEW_OTHER;
}

/* The slips of a printer that staff have to decide about. */
static void fill_unsure(
	struct view_device *device, const struct unsure_row *unsure, size_t unsure_count)
{
	for (size_t i = 0; i < unsure_count; i++) {
		if (!is_device_of(device->name, unsure[i].device)) {
			continue;
		}
		if (device->unsure_slips++ == 0) {
			device->unsure_slip = unsure[i].id;
			device->unsure_ticket = unsure[i].ticket;
			text_copy(device->unsure_number, sizeof device->unsure_number,
				unsure[i].number);
		}
	}
}

/* By its program's word and the head's; one that no program spoke of counts. */
static bool is_used(const struct desk_view *view, const char *device)
{
	char program[WIRE_DEVICE_SIZE];
	enum wire_part part;
	const char *slash = strrchr(device, '/');
	if (slash == NULL || !wire_part_find(slash + 1, &part) ||
		!text_format(program, sizeof program, "%.*s", (int)(slash - device), device)) {
		return true;
	}
	const struct wire *wire = wire_find(view->wires, view->wire_count, program, part);
	return wire == NULL || wire_uri(wire)[0] != '\0';
}

/* What staff have to decide about is told of a printer that is used no more, too. */
static void fill_devices(struct desk *desk, struct desk_view *view)
{
	struct device_row rows[VIEW_DEVICES];
	struct unsure_row unsure[UNSURE];
	size_t unsure_count = slip_rows_unsure(desk->store, desk->date, unsure, UNSURE);
	int count = (int)device_rows_list(desk->store, rows, VIEW_DEVICES);
	for (int i = 0; i < count; i++) {
		struct view_device *device = &view->devices[view->device_count];
		*device = (struct view_device){
			.kind = kind_of(rows[i].name),
			.reason = rows[i].reason,
			.near_end = rows[i].near_end,
			.since_ms = rows[i].since_ms,
			.was = rows[i].was,
		};
		text_copy(device->name, sizeof device->name, rows[i].name);
		if (device->kind == VIEW_PRINTER) {
			(void)roll_rows_get(desk->store, device->name, &device->roll);
			fill_unsure(device, unsure, unsure_count);
		}
		if (device->unsure_slips > 0 || is_used(view, device->name)) {
			view->device_count++;
		}
	}
}

/* A display has announced something lately, or a board has reported. */
static bool has_waiting_room(struct desk *desk, const struct desk_view *view)
{
	for (int i = 0; i < view->device_count; i++) {
		if (view->devices[i].kind == VIEW_BOARD) {
			return true;
		}
	}
	return ticket_rows_are_heard(desk->store);
}

/* A screen that has shown nothing for a week is not missed any more. */
static bool has_screen(struct desk *desk)
{
	const int64_t week_ms = 7 * INT64_C(86400000);
	int64_t shown_ms = ticket_rows_last_shown(desk->store);
	return shown_ms != TICKET_NEVER && desk->now.office_ms - shown_ms < week_ms;
}

static void fill_served(struct desk *desk, struct desk_view *view)
{
	struct fresh_row rows[VIEW_SERVED];
	view->served_count = (int)rating_rows_fresh(
		desk->store, desk->date, desk->now.office_ms - VIEW_SERVED_MS, rows, VIEW_SERVED);
	for (int i = 0; i < view->served_count; i++) {
		view->served[i].finished_ms = rows[i].finished_ms;
		text_copy(view->served[i].number, sizeof view->served[i].number, rows[i].number);
	}
}

static void fill_gone(struct desk *desk, struct desk_view *view)
{
	struct withdrawal_row rows[VIEW_GONE];
	view->gone_count = (int)withdrawal_rows_list(desk->store, desk->date, rows, VIEW_GONE);
	for (int i = 0; i < view->gone_count; i++) {
		view->gone[i].at_ms = rows[i].at_ms;
		text_copy(view->gone[i].number, sizeof view->gone[i].number, rows[i].number);
	}
}

/* Whose broken promise has no reason yet. */
static void fill_late(struct desk *desk, int counter, struct desk_view *view)
{
	struct segment late;
	(void)segment_rows_unexplained(desk->store, desk->date, counter, &late);
	view->late_ticket = late.ticket;
	view->late_segment = late.place;
	view->late_service = late.service;
	text_copy(view->late_number, sizeof view->late_number, late.number);
}

/* Who sits at the counter or comes next, for the member of staff who works there. */
static void fill_own(struct desk *desk, int counter, struct desk_view *view)
{
	const struct counter_row *row = line_counter(desk, counter);
	if (row == NULL) {
		return;
	}
	/* A counter that has closed has its questions still. */
	fill_late(desk, counter, view);
	if (row->state == COUNTER_CLOSED) {
		return;
	}
	view->unsaid_ticket = segment_rows_unsaid(desk->store, desk->date, counter,
		desk->day.first_event, view->unsaid_number, &view->unsaid_ms);
	int64_t visitor = row->ticket;
	for (size_t i = 0; i < desk->waiting_count; i++) {
		int bound = target_bound(&desk->line, &desk->line.clocks[i]);
		if ((row->services >> desk->waiting[i].service & 1) != 0 &&
			(bound == 0 || bound == row->number)) {
			text_copy(view->next_number, sizeof view->next_number,
				desk->waiting[i].number);
			visitor = visitor == 0 ? desk->waiting[i].id : visitor;
			break;
		}
	}
	view_fill_visit(desk, row, visitor, &view->visit);
	view->has_guest = visitor != 0 && visit_rows_get_guest(desk->store, visitor, &view->guest);
}

static void fill(struct desk *desk, int counter, struct desk_view *view)
{
	view->now_ms = desk->now.office_ms;
	view->last_event = desk->head.id;
	view->training = desk->training;
	text_copy(view->service_date, sizeof view->service_date, desk->date);
	view->clock = desk->trouble;
	view->day_closed = desk->day.closed_event != 0;
	calendar_hours(&desk->office, desk->now.office_ms, &view->hours);
	fill_waiting(desk, view);
	fill_aside(desk, view);
	fill_services(desk, view);
	view->counter_count = desk->counter_count;
	for (int i = 0; i < desk->counter_count; i++) {
		fill_counter(desk, &desk->counters[i], &view->counters[i]);
	}
	view_fill_roster(desk, view);
	fill_calls(desk, view);
	fill_figures(desk, view);
	fill_served(desk, view);
	view->wire_count = wire_rows_list(desk->store, view->wires, WIRES);
	fill_devices(desk, view);
	test_slips_read(desk, &view->test_slip);
	view->announces = has_waiting_room(desk, view);
	view->has_screen = has_screen(desk);
	fill_gone(desk, view);
	view->complaints = complaint_rows_count_new(desk->store);
	view->help_count = (int)help_rows_list(desk->store, desk->date, view->helps, VIEW_HELPS);
	if (counter != 0) {
		fill_own(desk, counter, view);
	}
}

enum result desk_view(struct desk *desk, int counter, struct desk_view *out_view)
{
	memset(out_view, 0, sizeof *out_view);
	enum result result = desk_close_days(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	(void)day_load(desk);
	line_load(desk, desk->date, LINE_AT_NOW);
	fill(desk, counter, out_view);
	line_keep(desk);
	return look_end(desk, RESULT_OK);
}
