#include "tests/support/model_parts.h"

/* What a day publishes, counted out of how everything stood at a moment. */

static bool has_ended(const struct model_ticket *ticket)
{
	return ticket->state == TICKET_DONE || ticket->state == TICKET_ABSENT ||
	       ticket->state == TICKET_CANCELLED;
}

/* The system closed it: when it ended nobody knows, and nothing of it is in a figure. */
static bool is_uncertain(const struct model_ticket *ticket, bool ended)
{
	return ended && !has_ended(ticket);
}

static bool was_served(const struct model_ticket *ticket, size_t segment)
{
	return ticket->segments[segment].served_ms != TICKET_NEVER;
}

int64_t model_wait(const struct model_ticket *ticket, size_t segment)
{
	bool again = false;
	for (size_t i = 0; i < segment; i++) {
		again = again || was_served(ticket, i);
	}
	if (!was_served(ticket, segment)) {
		return TICKET_NEVER;
	}
	const struct model_segment *own = &ticket->segments[segment];
	return own->served_ms - (again ? own->from_ms : ticket->issued_ms);
}

/* ---- the literal figure ---- */

struct place {
	const struct model_ticket *ticket;
	size_t segment;
};

static bool is_before(const struct place *a, const struct place *b)
{
	if (a->ticket->turn_ms != b->ticket->turn_ms) {
		return a->ticket->turn_ms < b->ticket->turn_ms;
	}
	if (a->ticket != b->ticket) {
		return a->ticket->issue_event < b->ticket->issue_event;
	}
	return a->segment < b->segment;
}

int64_t model_literal(const struct model_moment *moment, bool ended, size_t ticket, size_t segment)
{
	const struct place own = {&moment->tickets[ticket], segment};
	struct place last = {NULL, 0};
	if (is_uncertain(own.ticket, ended) || !was_served(own.ticket, segment)) {
		return TICKET_NEVER;
	}
	for (size_t i = 0; i < moment->ticket_count; i++) {
		struct place other = {&moment->tickets[i], 0};
		for (; other.segment < other.ticket->segment_count; other.segment++) {
			if (!is_uncertain(other.ticket, ended) &&
				was_served(other.ticket, other.segment) &&
				is_before(&other, &own) &&
				(!last.ticket || is_before(&last, &other))) {
				last = other;
			}
		}
	}
	if (!last.ticket) {
		return TICKET_NEVER;
	}
	int64_t start = own.ticket->segments[segment].served_ms;
	int64_t finish = last.ticket->segments[last.segment].finished_ms;
	return finish == TICKET_NEVER || finish > start ? 0 : start - finish;
}

/* ---- shares and spreads ---- */

static void add(struct model_share *share, int limit_s, int64_t ms)
{
	if (limit_s == 0 || ms == TICKET_NEVER) {
		return;
	}
	share->counted++;
	share->right += ms / 1000 <= limit_s ? 1 : 0;
	if (share->longest_ms < ms) {
		share->longest_ms = ms;
	}
}

/* The least of all that `percent` of all are not above: each is tried. */
static int64_t rank(const int64_t *all, int count, int percent)
{
	int64_t least = TICKET_NEVER;
	for (int i = 0; i < count; i++) {
		int within = 0;
		for (int k = 0; k < count; k++) {
			within += all[k] <= all[i] ? 1 : 0;
		}
		if (within * 100 >= percent * count && (least == TICKET_NEVER || all[i] < least)) {
			least = all[i];
		}
	}
	return least;
}

static struct model_spread spread(const int64_t *all, int count)
{
	return (struct model_spread){
		count, rank(all, count, 50), rank(all, count, 90), rank(all, count, 100)};
}

/* ---- the day ---- */

static void count_segment(struct model_figures *figures, const struct model_ticket *ticket,
	size_t segment, bool ended)
{
	bool last = segment + 1 == ticket->segment_count;
	figures->issued++;
	figures->uncertain += is_uncertain(ticket, ended) ? 1 : 0;
	if (!last) {
		*(was_served(ticket, segment) ? &figures->done : &figures->transferred) += 1;
	} else if (!has_ended(ticket)) {
		*(ended ? &figures->closed_by_system : &figures->open) += 1;
	} else {
		figures->done += ticket->state == TICKET_DONE ? 1 : 0;
		figures->absent += ticket->state == TICKET_ABSENT ? 1 : 0;
		figures->cancelled += ticket->state == TICKET_CANCELLED ? 1 : 0;
	}
}

static void add_times(struct model_figures *figures, const struct model_ticket *ticket,
	size_t segment, int limit_s, int64_t waits[], int64_t services[])
{
	const struct model_segment *own = &ticket->segments[segment];
	int64_t wait = model_wait(ticket, segment);
	figures->unattended_ms += own->clock.unattended_ms;
	add(&figures->target, limit_s,
		was_served(ticket, segment) ? own->clock.high_ms : TICKET_NEVER);
	if (wait != TICKET_NEVER) {
		waits[figures->wait.count++] = wait;
	}
	if (was_served(ticket, segment) && own->finished_ms != TICKET_NEVER) {
		services[figures->service.count++] = own->serving_ms;
	}
}

void model_figures(const struct model_moment *moment, bool ended, const int *limits_s, int service,
	struct model_figures *out_figures)
{
	static int64_t waits[MODEL_TICKETS * MODEL_SEGMENTS];
	static int64_t services[MODEL_TICKETS * MODEL_SEGMENTS];
	struct model_figures figures = {
		.target = {0, 0, TICKET_NEVER}, .literal = {0, 0, TICKET_NEVER}};
	for (size_t i = 0; i < moment->ticket_count; i++) {
		const struct model_ticket *ticket = &moment->tickets[i];
		for (size_t k = 0; k < ticket->segment_count; k++) {
			int own = ticket->segments[k].service;
			if (service >= 0 && own != service) {
				continue;
			}
			count_segment(&figures, ticket, k, ended);
			if (is_uncertain(ticket, ended)) {
				continue;
			}
			add_times(&figures, ticket, k, limits_s[own], waits, services);
			if (service < 0) {
				add(&figures.literal, limits_s[own],
					model_literal(moment, ended, i, k));
			}
		}
	}
	figures.wait = spread(waits, figures.wait.count);
	figures.service = spread(services, figures.service.count);
	*out_figures = figures;
}
