/* What screens show, and the day as a whole. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/simulate/world.h"
#include "db/day_rows.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- a screen ---- */

/* The waiting in call order; how many. */
static int line_of(const struct mirror *mirror, int out_line[MIRROR_TICKETS])
{
	int count = 0;
	for (int i = 0; i < mirror->count; i++) {
		const struct ticket *ticket = &mirror->tickets[i].ticket;
		int place = count;
		if (ticket->state != TICKET_WAITING) {
			continue;
		}
		while (place > 0 &&
			mirror->tickets[out_line[place - 1]].ticket.turn_ms > ticket->turn_ms) {
			out_line[place] = out_line[place - 1];
			place--;
		}
		out_line[place] = i;
		count++;
	}
	return count;
}

static bool check_line(struct world *world)
{
	int line[MIRROR_TICKETS];
	const struct desk_view *view = &world->view;
	int count = line_of(&world->mirror, line);
	if (view->waiting_total != count) {
		return world_fail(
			world, "view_line", "%d wait, expected %d", view->waiting_total, count);
	}
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct ticket *own = &world->mirror.tickets[line[i]].ticket;
		if (strcmp(own->number, view->waiting[i].number) != 0) {
			return world_fail(world, "view_line", "place %d is %s, expected %s", i + 1,
				view->waiting[i].number, own->number);
		}
	}
	return true;
}

/* No clock is negative, and not more run than seats are free; one more seat counts for services
 * that no open counter serves, and a promise that counts from the guest book needs none
 * (design §4). */
static bool check_clocks(struct world *world)
{
	const struct desk_view *view = &world->view;
	int running = 0, free_seats = 0;
	for (int i = 0; i < view->waiting_shown; i++) {
		const struct view_clock *clock = &view->waiting[i].clock;
		int service = view->waiting[i].service;
		bool needs_seat = world->office.services[service].target_start != OFFICE_GUEST_BOOK;
		running += clock->running && needs_seat ? 1 : 0;
		if (view_clock_count(clock, view->now_ms) < 0) {
			return world_fail(world, "clock_negative", "%s counts %" PRId64 " ms",
				view->waiting[i].number, view_clock_count(clock, view->now_ms));
		}
	}
	for (int i = 0; i < view->counter_count; i++) {
		free_seats += view->counters[i].state == VIEW_FREE ? 1 : 0;
	}
	if (view->hours.state == CALENDAR_OPEN) {
		free_seats++;
	} else if (view->hours.state == CALENDAR_BEFORE || view->hours.state == CALENDAR_BREAK) {
		free_seats = 0;
	}
	return running <= free_seats ||
	       world_fail(world, "clocks", "%d clocks run for %d seats", running, free_seats);
}

static bool check_counters(struct world *world, int number)
{
	static const enum view_counter_state states[] = {
		[MIRROR_CLOSED] = VIEW_CLOSED,
		[MIRROR_FREE] = VIEW_FREE,
		[MIRROR_CALLED] = VIEW_CALLED,
		[MIRROR_SERVING] = VIEW_SERVING,
		[MIRROR_BREAK] = VIEW_BREAK,
	};
	const struct desk_view *view = &world->view;
	/* Until an act ends it, an older day is shown as it was left. */
	for (int i = 0; i < view->counter_count && !world->mirror.follows_open; i++) {
		const struct mirror_counter *own = &world->mirror.counters[i];
		const char *holds =
			own->holds >= 0 ? world->mirror.tickets[own->holds].ticket.number : "";
		if (states[own->state] != view->counters[i].state ||
			strcmp(holds, view->counters[i].ticket.number) != 0) {
			return world_fail(world, "view_counter",
				"counter %d: state %d with %s, expected %d with %s", own->number,
				(int)view->counters[i].state, view->counters[i].ticket.number,
				(int)states[own->state], holds);
		}
		if (own->number == number && own->state != MIRROR_CLOSED) {
			int first = mirror_first(&world->mirror, own);
			const char *next =
				first >= 0 ? world->mirror.tickets[first].ticket.number : "";
			if (strcmp(next, view->next_number) != 0) {
				return world_fail(world, "view_next", "next is %s, expected %s",
					view->next_number, next);
			}
		}
	}
	return true;
}

/* Who has called for a clerk is on every console. */
static bool check_help(struct world *world)
{
	const struct mirror *mirror = &world->mirror;
	int count = 0;
	for (int i = 0; i < INTENT_KIOSKS; i++) {
		count += mirror_help_is_open(mirror, &mirror->helps[i]) ? 1 : 0;
	}
	return count == world->view.help_count ||
	       world_fail(world, "view_help", "%d have called for help, expected %d",
		       world->view.help_count, count);
}

bool world_look_at(struct world *world, const struct intent *intent)
{
	struct desk *desk = world_desk(world, intent->program);
	int64_t before = world->head.id;
	if (desk == NULL) {
		return world->failure.check[0] == '\0';
	}
	enum result result = desk_view(desk, intent->counter, &world->view);
	bool died = world_bury(world, intent->program);
	if (result == RESULT_STORE_FULL && world->full) {
		return true;
	}
	if (result != RESULT_OK) {
		return died || world_fail(world, "view", "%s", result_key(result));
	}
	struct desk_view *view = &world->view;
	bool rolled = mirror_roll(&world->mirror, view->now_ms);
	if (!world_read_head(world)) {
		return false;
	}
	if (world->head.id != before && !rolled) {
		return world_fail(
			world, "view_changed", "looking noted event %" PRId64, world->head.id);
	}
	if (died) {
		return world_compare(world);
	}
	if (world->head.id != before && !world->anchored) {
		world_anchor(world);
	}
	/* A date that was before is not begun anew. */
	if (rolled && !world_read(world, &world->mirror)) {
		return false;
	}
	return rolled || (check_line(world) && check_clocks(world) && check_help(world) &&
				 check_counters(world, intent->counter));
}

/* ---- a day ---- */

static bool check_proof(struct world *world, struct desk *desk)
{
	struct desk_proof proof;
	enum result result = desk_verify(desk, &proof);
	if (result != RESULT_OK) {
		return world_fail(world, "verify", "%s", result_key(result));
	}
	return proof.right || world_fail(world, "verify", "event %" PRId64 " %s %s %s", proof.event,
				      proof.what, proof.date, proof.number);
}

/* How often a forecast was right, to be told of all days. */
static void count_estimates(struct world *world, const struct figures_share *day)
{
	world->estimate.counted += day->counted;
	world->estimate.right += day->right;
	if (world->days_ended >= WORLD_LEARNS) {
		world->learnt.counted += day->counted;
		world->learnt.right += day->right;
	}
	world->days_ended++;
}

static bool check_figures(struct world *world, struct desk *desk, const char *date)
{
	struct desk_day *day = memory_zeroed(1, sizeof *day);
	enum result result = desk_day(desk, date, day);
	const struct figures *all = &day->all;
	const struct figures_priority *priority = &day->priority;
	int sum = all->done + all->absent + all->cancelled + all->closed_by_system +
		  all->transferred + all->open;
	bool right = result == RESULT_OK;
	if (!right) {
		world_fail(world, "day", "%s", result_key(result));
	} else if (sum != all->issued || all->target.right > all->target.counted) {
		right = world_fail(
			world, "figures", "%d issued, %d accounted for", all->issued, sum);
	} else if (!world->undone && world->plain &&
		   (!priority->known || priority->beyond > 0 || priority->most > priority->bound ||
			   priority->latest_ms > priority->window_ms ||
			   priority->extra_ms > priority->bound_ms)) {
		right = world_fail(world, "head_start",
			"%d overtook, at most %d may; %d tickets beyond their bound; %" PRId64
			" of %" PRId64 " ms",
			priority->most, priority->bound, priority->beyond, priority->extra_ms,
			priority->bound_ms);
	}
	count_estimates(world, &all->estimate);
	free(day);
	return right;
}

static bool show_day(struct world *world, struct desk *desk, const char *date)
{
	struct event *events;
	struct day_row row = {0};
	char what[WORLD_TEXT_SIZE] = "";
	if (world->options.look == NULL) {
		return true;
	}
	enum result result = store_look(world->observer);
	if (result != RESULT_OK) {
		return world_fail(world, "look", "%s", result_key(result));
	}
	(void)day_rows_get(world->observer, date, &row);
	size_t count = event_rows_list(world->observer, row.first_event, world->head.id, &events);
	store_rollback(world->observer);
	size_t own = 0;
	for (size_t i = 0; row.first_event != 0 && i < count; i++) {
		if (strcmp(events[i].service_date, date) == 0) {
			events[own++] = events[i];
		}
	}
	const struct world_day day = {
		.office = &world->office,
		.date = date,
		.store = world->options.store,
		.desk = desk,
		.events = events,
		.event_count = own,
		.undone = world->undone,
		.plain = world->plain,
	};
	bool right = world->options.look(world->options.look_context, &day, what, sizeof what);
	free(events);
	return right || world_fail(world, "look", "%s", what);
}

bool world_end_day(struct world *world)
{
	char date[CALENDAR_DATE_SIZE];
	if (!world_compare(world)) {
		return false;
	}
	struct desk *desk = world_desk(world, INTENT_OFFICE);
	if (desk == NULL) {
		return world->failure.check[0] == '\0';
	}
	text_copy(date, sizeof date, world->mirror.date);
	bool right = check_proof(world, desk) && check_figures(world, desk, date) &&
		     show_day(world, desk, date);
	for (size_t i = 0; world->head.hash[i] != '\0'; i++) {
		world->hash = (world->hash ^ (unsigned char)world->head.hash[i]) *
			      UINT64_C(1099511628211);
	}
	world->plain = true;
	world->undone = false;
	text_copy(world->ended, sizeof world->ended, date);
	return right;
}
