#include "tests/support/model_parts.h"

int64_t model_turn(const struct model_day *day, int64_t issued_ms, enum ticket_priority priority,
	int64_t hour_ms)
{
	int64_t of_class = priority == TICKET_ORDINARY ? issued_ms : issued_ms - day->head_start_ms;
	if (hour_ms == TICKET_NEVER || issued_ms > hour_ms + MODEL_GRACE_MS) {
		return of_class;
	}
	int64_t before_hour = hour_ms - MODEL_APPOINTMENT_MS;
	return of_class < before_hour ? of_class : before_hour;
}

static bool comes_before(const struct model_ticket *a, const struct model_ticket *b)
{
	return a->turn_ms < b->turn_ms ||
	       (a->turn_ms == b->turn_ms && a->issue_event < b->issue_event);
}

size_t model_line(
	const struct model_moment *moment, const struct model_ticket *out_line[MODEL_TICKETS])
{
	size_t count = 0;
	for (size_t i = 0; i < moment->ticket_count; i++) {
		const struct model_ticket *ticket = &moment->tickets[i];
		if (ticket->state != TICKET_WAITING) {
			continue;
		}
		size_t place = count++;
		while (place > 0 && comes_before(ticket, out_line[place - 1])) {
			out_line[place] = out_line[place - 1];
			place--;
		}
		out_line[place] = ticket;
	}
	return count;
}

static bool serves(uint32_t services, const struct model_ticket *ticket)
{
	return (services >> model_segment(ticket)->service & 1) != 0;
}

bool model_is_anothers(
	const struct model_moment *moment, const struct model_ticket *ticket, int number)
{
	const struct model_counter *own = model_find_counter(moment, ticket->only);
	return ticket->only != MODEL_NOBODY && ticket->only != number && own && own->open &&
	       serves(own->services, ticket);
}

int64_t model_next(const struct model_moment *moment, int number)
{
	const struct model_ticket *line[MODEL_TICKETS];
	const struct model_counter *counter = model_find_counter(moment, number);
	if (!counter || !counter->open) {
		return MODEL_NOBODY;
	}
	const struct model_ticket *current = model_find_ticket(moment, counter->ticket);
	if (current && current->state == TICKET_CALLED) {
		return MODEL_NOBODY;
	}
	size_t count = model_line(moment, line);
	for (size_t i = 0; i < count; i++) {
		if (serves(counter->services, line[i]) &&
			!model_is_anothers(moment, line[i], number)) {
			return line[i]->number;
		}
	}
	return MODEL_NOBODY;
}

bool model_is_attended(const struct model_moment *moment, int service)
{
	for (size_t i = 0; i < moment->counter_count; i++) {
		const struct model_counter *counter = &moment->counters[i];
		if (counter->open && (counter->services >> service & 1) != 0) {
			return true;
		}
	}
	return false;
}

/* A counter that counts as free; number MODEL_NOBODY: the one more for what no open one serves. */
struct free_counter {
	int number;
	uint32_t services;
};

static size_t find_free(
	const struct model_moment *moment, struct free_counter out_free[MODEL_COUNTERS + 1])
{
	if (!model_counts(moment->day, moment->now_ms)) {
		return 0;
	}
	size_t count = 0;
	uint32_t attended = 0;
	for (size_t i = 0; i < moment->counter_count; i++) {
		const struct model_counter *counter = &moment->counters[i];
		if (counter->open) {
			attended |= counter->services;
		}
		if (counter->open && counter->ticket == MODEL_NOBODY) {
			out_free[count++] =
				(struct free_counter){counter->number, counter->services};
		}
	}
	if (model_is_open(moment->day, moment->now_ms)) {
		out_free[count++] = (struct free_counter){MODEL_NOBODY, ~attended};
	}
	return count;
}

/* Whether the first `count` of `line` can all be given a counter of their own; by trying. */
static bool can_serve_all(const struct model_moment *moment,
	const struct model_ticket *const line[], size_t count, const struct free_counter free_[],
	size_t free_count, uint32_t taken)
{
	if (count == 0) {
		return true;
	}
	for (size_t i = 0; i < free_count; i++) {
		if ((taken >> i & 1) == 0 && serves(free_[i].services, line[count - 1]) &&
			!model_is_anothers(moment, line[count - 1], free_[i].number) &&
			can_serve_all(
				moment, line, count - 1, free_, free_count, taken | 1U << i)) {
			return true;
		}
	}
	return false;
}

void model_keep(const struct model_moment *moment, bool out_kept[MODEL_TICKETS])
{
	const struct model_ticket *line[MODEL_TICKETS];
	const struct model_ticket *kept[MODEL_COUNTERS + 2];
	struct free_counter free_[MODEL_COUNTERS + 1];
	for (size_t i = 0; i < moment->ticket_count; i++) {
		out_kept[i] = false;
	}
	size_t count = model_line(moment, line);
	size_t free_count = find_free(moment, free_);
	size_t kept_count = 0;
	for (size_t i = 0; i < count && kept_count < free_count; i++) {
		kept[kept_count] = line[i];
		if (can_serve_all(moment, kept, kept_count + 1, free_, free_count, 0)) {
			kept_count++;
			out_kept[line[i] - moment->tickets] = true;
		}
	}
}

bool model_is_kept(const struct model_moment *moment, int64_t number)
{
	bool kept[MODEL_TICKETS];
	const struct model_ticket *ticket = model_find_ticket(moment, number);
	model_keep(moment, kept);
	return ticket && kept[ticket - moment->tickets];
}
