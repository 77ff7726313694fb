#include "app/console/hall.h"

#include "app/queue/slot.h"

#include <stdlib.h>
#include <string.h>

void hall_lists_finish(struct hall_lists *lists)
{
	free(lists->appointments);
	free(lists->tickets);
	*lists = (struct hall_lists){0};
}

bool hall_has_service(const struct office *office, int service)
{
	return service >= 0 && service < office->service_count &&
	       !office->services[service].reception;
}

/* The next one round the corner that gives numbers. */
static int other_service(const struct office *office, int service, int by)
{
	for (int i = 0; i < office->service_count; i++) {
		service = (service + by + office->service_count) % office->service_count;
		if (hall_has_service(office, service)) {
			break;
		}
	}
	return service;
}

void hall_open(struct hall *hall, enum hall_page page, const struct office *office,
	uint32_t services, int64_t now)
{
	int service = other_service(office, office->service_count - 1, 1);
	for (int i = office->service_count - 1; i >= 0; i--) {
		if (hall_has_service(office, i) && (services >> i & 1u) != 0) {
			service = i;
		}
	}
	*hall = (struct hall){.page = page,
		.service = service,
		.priority = TICKET_ORDINARY,
		.party = 1,
		.at_ms = page == HALL_APPOINTMENTS ? slot_first(office, now) : -1};
}

static int count_rows(const struct hall *hall, const struct hall_lists *lists)
{
	return hall->page == HALL_NEW            ? HALL_NEW_ROWS
	       : hall->page == HALL_ROOM         ? 2 /* halves, where one page does not hold it */
	       : hall->page == HALL_TICKETS      ? hall_count_tickets(hall, lists)
	       : hall->page == HALL_APPOINTMENTS ? HALL_LIST + lists->appointment_count
						 : 0;
}

bool hall_move(struct hall *hall, const struct hall_lists *lists, int by)
{
	int rows = count_rows(hall, lists);
	if (rows == 0) {
		return false;
	}
	int row = hall->row + by;
	bool one = by == 1 || by == -1; /* a page stops at the ends, a row goes round */
	hall->row = row >= 0 && row < rows ? row : (row < 0) == one ? rows - 1 : 0;
	hall->doubted[0] = '\0';
	return true;
}

static bool step_hour(struct hall *hall, const struct office *office, int64_t now, int by)
{
	int64_t before = hall->at_ms;
	if (before < 0) {
		return false;
	}
	if (hall->row == HALL_DAY) {
		hall->at_ms = slot_step_day(office, now, before, by);
	} else if (hall->row == HALL_HOUR) {
		hall->at_ms = slot_step(office, now, before, by);
	}
	return hall->at_ms != before;
}

bool hall_step(struct hall *hall, const struct office *office, int64_t now, int by)
{
	if (hall->page != HALL_NEW && hall->page != HALL_APPOINTMENTS) {
		return false;
	}
	hall->code[0] = '\0';
	if (hall->row == HALL_SERVICE) {
		hall->service = other_service(office, hall->service, by);
		return true;
	}
	if (hall->page == HALL_APPOINTMENTS) {
		return step_hour(hall, office, now, by);
	}
	if (hall->row == HALL_PRIORITY) {
		int next = (int)hall->priority + by + TICKET_PRIORITIES;
		hall->priority = (enum ticket_priority)(next % TICKET_PRIORITIES);
		return true;
	}
	int party = hall->party + by;
	bool possible = hall->row == HALL_PARTY && party >= 1 && party <= HALL_PARTY_MAX;
	hall->party = possible ? party : hall->party;
	return possible;
}

bool hall_choose(struct hall *hall, const struct office *office, int row, int value)
{
	hall->row = row;
	hall->code[0] = hall->doubted[0] = '\0';
	if (row == HALL_SERVICE && hall_has_service(office, value)) {
		hall->service = value;
		return true;
	}
	if (hall->page == HALL_NEW && row == HALL_PRIORITY && value >= 0 &&
		value < TICKET_PRIORITIES) {
		hall->priority = (enum ticket_priority)value;
		return true;
	}
	if (hall->page == HALL_NEW && row == HALL_PARTY && value >= 1 && value <= HALL_PARTY_MAX) {
		hall->party = value;
		return true;
	}
	return false;
}

bool hall_type(struct hall *hall, char letter)
{
	size_t length = strlen(hall->typed);
	bool small = letter >= 'a' && letter <= 'z';
	bool known = small || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
	if (letter == '\b' && length > 0) {
		hall->typed[length - 1] = '\0';
	} else if (known && length + 1 < sizeof(hall->typed)) {
		hall->typed[length] = (char)(small ? letter - 'a' + 'A' : letter);
		hall->typed[length + 1] = '\0';
	} else {
		return false;
	}
	hall->row = 0;
	return true;
}

bool hall_matches(const char *number, const char *typed)
{
	static const char figures[] = "0123456789";
	size_t prefix = strcspn(number, figures), letters = strcspn(typed, figures);
	const char *digits = number + prefix, *sought = typed + letters;
	bool of_prefix = letters <= prefix && strncmp(number, typed, letters) == 0 &&
			 (letters == 0 || letters == prefix || sought[0] == '\0');
	const char *value = digits + strspn(digits, "0");
	size_t length = strlen(sought);
	return of_prefix &&
	       (strncmp(digits, sought, length) == 0 || strncmp(value, sought, length) == 0);
}

int hall_count_tickets(const struct hall *hall, const struct hall_lists *lists)
{
	int count = 0;
	for (int i = 0; i < lists->ticket_count; i++) {
		count += hall_matches(lists->tickets[i].number, hall->typed);
	}
	return count;
}

const struct ticket *hall_ticket(const struct hall *hall, const struct hall_lists *lists, int place)
{
	for (int i = 0; place >= 0 && i < lists->ticket_count; i++) {
		if (hall_matches(lists->tickets[i].number, hall->typed) && place-- == 0) {
			return &lists->tickets[i];
		}
	}
	return NULL;
}

const struct desk_appointment *hall_appointment(
	const struct hall *hall, const struct hall_lists *lists)
{
	int place = hall->row - HALL_LIST;
	return hall->page == HALL_APPOINTMENTS && place >= 0 && place < lists->appointment_count
		       ? &lists->appointments[place]
		       : NULL;
}
