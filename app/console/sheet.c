#include "app/console/sheet.h"

#include "app/base/text.h"

#include <stddef.h>
#include <string.h>

static const char *const break_words[] = {"prayer", "meal", "meeting", "errand"};
static const char *const cancel_words[] = {"left", "twice", "mistake", "elsewhere"};
static const char *const pick_words[] = {"needs", "short", "returns", "officer", "other"};
/* The last is for the days before only: who is asked while it is fresh knows. */
static const char *const late_words[] = {
	"crowd", "long_visit", "away", "system", "visitor", "forgotten"};
enum {
	LATE_WORDS = sizeof(late_words) / sizeof(late_words[0]) - 1,
	PICK_WORDS = sizeof(pick_words) / sizeof(pick_words[0]),
	BREAK_WORDS = sizeof(break_words) / sizeof(break_words[0]),
	CANCEL_WORDS = sizeof(cancel_words) / sizeof(cancel_words[0]),
};

static bool can_go_to(const struct sheet *sheet, const struct office *office, int service)
{
	return service != sheet->service && !office->services[service].reception;
}

/* Another counter that is there for the ticket. */
static bool can_be_sent_to(const struct sheet *sheet, const struct view_counter *counter)
{
	int own = sheet->from != 0 ? sheet->from : sheet->counter;
	return counter->number != own && counter->state != VIEW_CLOSED &&
	       counter->state != VIEW_BREAK && (counter->services >> sheet->service & 1u) != 0;
}

static int count_services(const struct sheet *sheet, const struct office *office)
{
	int count = 0;
	for (int i = 0; i < office->service_count; i++) {
		count += can_go_to(sheet, office, i);
	}
	return count;
}

/* Services first, then counters. */
static struct sheet_answer find_place(const struct sheet *sheet, const struct office *office,
	const struct desk_view *view, int index)
{
	for (int i = 0; i < office->service_count; i++) {
		if (can_go_to(sheet, office, i) && index-- == 0) {
			return (struct sheet_answer){.service = i};
		}
	}
	for (int i = 0; i < view->counter_count; i++) {
		if (can_be_sent_to(sheet, &view->counters[i]) && index-- == 0) {
			return (struct sheet_answer){.counter = view->counters[i].number};
		}
	}
	return (struct sheet_answer){0};
}

/* What the state of a ticket lets a clerk do (design §3), in the order shown. */
static const enum sheet_deed *deeds_of(const struct sheet *sheet, int *out_count)
{
	static const enum sheet_deed waiting[] = {
		SHEET_CALL, SHEET_HOLD, SHEET_TO_SERVICE, SHEET_GIVE_UP, SHEET_PRINT};
	static const enum sheet_deed held[] = {SHEET_RESUME, SHEET_PRINT};
	static const enum sheet_deed absent[] = {SHEET_RETURN, SHEET_PRINT};
	static const enum sheet_deed left[] = {
		SHEET_FETCH, SHEET_END, SHEET_TO_SERVICE, SHEET_PRINT};
	if (sheet->from != 0) {
		*out_count = sheet->callable ? 4 : 3;
		return sheet->callable ? left : &left[1];
	}
	if (sheet->state != TICKET_WAITING) {
		*out_count = 2;
		return sheet->state == TICKET_HELD ? held : absent;
	}
	*out_count = sheet->calls ? 5 : 4;
	return sheet->calls ? waiting : &waiting[1];
}

/* With its visitor, whom the other counters may help. */
static bool is_left(const struct view_counter *counter)
{
	return counter->left && counter->ticket.id != 0;
}

static int count_left(const struct desk_view *view)
{
	int count = 0;
	for (int i = 0; i < view->counter_count; i++) {
		count += is_left(&view->counters[i]);
	}
	return count;
}

static int count_tickets(const struct desk_view *view)
{
	return count_left(view) + view->aside_count + view->waiting_shown;
}

static struct sheet_answer answer_left(const struct view_counter *counter)
{
	return (struct sheet_answer){.ticket = counter->ticket.id,
		.number = counter->ticket.number,
		.service = counter->ticket.service,
		.counter = counter->number,
		.state = counter->state == VIEW_CALLED ? TICKET_CALLED : TICKET_SERVING,
		.since_ms = counter->since_ms};
}

int sheet_count(
	const struct sheet *sheet, const struct office *office, const struct desk_view *view)
{
	int count = 0;
	switch (sheet->kind) {
	case SHEET_NONE: break;
	case SHEET_BREAK: return BREAK_WORDS;
	case SHEET_CANCEL: return CANCEL_WORDS;
	case SHEET_PICK: return PICK_WORDS;
	case SHEET_LATE: return LATE_WORDS;
	case SHEET_BEFORE: return LATE_WORDS + 1;
	case SHEET_RELIEF: return sheet->people - 1;
	case SHEET_OUTCOME: return OUTCOME_RESULTS - OUTCOME_SERVED + 1;
	case SHEET_FOLLOW: return OUTCOME_FOLLOWS;
	case SHEET_DATA: return OUTCOME_DATAS;
	case SHEET_SOURCE: return OUTCOME_SOURCES;
	case SHEET_TICKETS: return count_tickets(view);
	case SHEET_TICKET: (void)deeds_of(sheet, &count); break;
	case SHEET_TRANSFER:
		count = count_services(sheet, office);
		for (int i = 0; i < view->counter_count; i++) {
			count += can_be_sent_to(sheet, &view->counters[i]);
		}
		break;
	}
	return count;
}

/* Those whom nobody has in sight come first, then who is called back: they are few, and were here
 * before. */
static struct sheet_answer find_ticket(const struct desk_view *view, int index)
{
	for (int i = 0; i < view->counter_count; i++) {
		if (is_left(&view->counters[i]) && index-- == 0) {
			return answer_left(&view->counters[i]);
		}
	}
	if (index < view->aside_count) {
		const struct view_aside *aside = &view->aside[index];
		return (struct sheet_answer){.ticket = aside->ticket,
			.number = aside->number,
			.service = aside->service,
			.state = aside->state,
			.since_ms = aside->since_ms};
	}
	const struct view_waiting *waiting = &view->waiting[index - view->aside_count];
	return (struct sheet_answer){.ticket = waiting->ticket,
		.number = waiting->number,
		.service = waiting->service,
		.state = TICKET_WAITING,
		.since_ms = waiting->issued_ms};
}

static const char *find_result(int index)
{
	enum outcome_result result = (enum outcome_result)(OUTCOME_SERVED + index);
	return result < OUTCOME_RESULTS ? outcome_result_name(result) : "skip";
}

enum outcome_source sheet_source(int index)
{
	return (enum outcome_source)((index + 1) % OUTCOME_SOURCES);
}

struct sheet_answer sheet_answer(const struct sheet *sheet, const struct office *office,
	const struct desk_view *view, int index)
{
	int count;
	switch (sheet->kind) {
	case SHEET_BREAK: return (struct sheet_answer){.word = break_words[index]};
	case SHEET_CANCEL: return (struct sheet_answer){.word = cancel_words[index]};
	case SHEET_PICK: return (struct sheet_answer){.word = pick_words[index]};
	case SHEET_LATE:
	case SHEET_BEFORE: return (struct sheet_answer){.word = late_words[index]};
	case SHEET_OUTCOME: return (struct sheet_answer){.word = find_result(index)};
	case SHEET_FOLLOW:
		return (struct sheet_answer){
			.word = outcome_follow_name((enum outcome_follow)index)};
	case SHEET_DATA:
		return (struct sheet_answer){.word = outcome_data_name((enum outcome_data)index)};
	case SHEET_SOURCE:
		return (struct sheet_answer){.word = outcome_source_name(sheet_source(index))};
	case SHEET_RELIEF: return (struct sheet_answer){.person = index + (index >= sheet->own)};
	case SHEET_TICKETS: return find_ticket(view, index);
	case SHEET_TICKET: return (struct sheet_answer){.deed = deeds_of(sheet, &count)[index]};
	case SHEET_TRANSFER: return find_place(sheet, office, view, index);
	case SHEET_NONE: break;
	}
	return (struct sheet_answer){.service = 0};
}

bool sheet_can_choose(const struct sheet *sheet, const struct office *office,
	const struct desk_view *view, int index)
{
	return sheet->kind != SHEET_TICKET || sheet->callable ||
	       sheet_answer(sheet, office, view, index).deed != SHEET_CALL;
}

void sheet_move(struct sheet *sheet, int by, int count)
{
	int from = sheet->at == SHEET_NOWHERE && by < 0 ? 0 : sheet->at;
	sheet->at = count > 0 ? (from + by + count) % count : 0;
}

bool sheet_takes_note(const struct sheet *sheet)
{
	return sheet->kind == SHEET_LATE || sheet->kind == SHEET_BEFORE;
}

bool sheet_can_wait(const struct sheet *sheet)
{
	return sheet_takes_note(sheet) || sheet->kind >= SHEET_OUTCOME;
}

void sheet_type(struct sheet *sheet, const char *text)
{
	size_t used = strlen(sheet->note), added = strlen(text);
	if (sheet->writes && used + added < sizeof(sheet->note) &&
		text_check(text, added, sizeof(sheet->note)) == RESULT_OK) {
		memcpy(sheet->note + used, text, added + 1);
	}
}

void sheet_erase(struct sheet *sheet)
{
	if (sheet->writes) {
		sheet->note[strlen(sheet->note) - text_last_size(sheet->note)] = '\0';
	}
}

bool sheet_holds(
	const struct sheet *sheet, const struct desk_view *view, const struct view_counter *counter)
{
	if (counter != NULL && sheet->kind == SHEET_LATE) {
		return view->late_ticket == sheet->ticket && view->late_segment == sheet->segment;
	}
	if (counter != NULL && sheet->kind == SHEET_BEFORE) {
		return true; /* of a day that is over */
	}
	if (counter == NULL || counter->state == VIEW_CLOSED) {
		return false;
	}
	if (sheet->kind == SHEET_BREAK) {
		return counter->state == VIEW_FREE;
	}
	if (sheet->ticket == 0 || sheet->kind >= SHEET_OUTCOME) {
		return true;
	}
	if (sheet->from == 0 && (sheet->state == TICKET_CALLED || sheet->state == TICKET_SERVING)) {
		return counter->ticket.id == sheet->ticket &&
		       counter->ticket.service == sheet->service;
	}
	for (int i = 0; i < count_tickets(view); i++) {
		struct sheet_answer own = find_ticket(view, i);
		if (own.ticket == sheet->ticket) {
			return own.state == sheet->state && own.service == sheet->service &&
			       own.counter == sheet->from;
		}
	}
	return false;
}
