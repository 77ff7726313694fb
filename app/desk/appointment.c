#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"

/* The code a visitor is given: no other appointment has it. */
static void make_code(struct desk *desk, int64_t id, char out_code[APPOINTMENT_CODE_SIZE])
{
	struct appointment_row other;
	int try = 0;
	do {
		code_draw(desk, "", id, try++, out_code);
	} while (try < CODE_TRIES && appointment_rows_find(desk->store, out_code, &other));
}

void appointment_tidy(const char *typed, char out_code[APPOINTMENT_CODE_SIZE])
{
	code_tidy(typed, out_code, APPOINTMENT_CODE_SIZE);
}

static void fill(const struct appointment_row *row, struct desk_appointment *out_appointment)
{
	static const enum desk_appointment_state states[] = {
		[APPOINTMENT_BOOKED] = DESK_APPOINTMENT_BOOKED,
		[APPOINTMENT_ARRIVED] = DESK_APPOINTMENT_ARRIVED,
		[APPOINTMENT_CANCELLED] = DESK_APPOINTMENT_CANCELLED,
	};
	*out_appointment = (struct desk_appointment){
		.service = row->service,
		.at_ms = row->at_ms,
		.state = states[row->state],
		.ticket = row->ticket,
	};
	text_copy(out_appointment->code, sizeof out_appointment->code, row->code);
	text_copy(out_appointment->service_date, sizeof out_appointment->service_date,
		row->service_date);
}

static void note(struct desk *desk, enum event_kind kind, const struct appointment_row *row)
{
	struct event event = event_of(kind);
	event.refers = row->id;
	event.with_service = true;
	event.service = row->service;
	event.turn_ms = row->at_ms;
	act_note_event(desk, &event, NULL);
}

/* Only for an hour at which the office is open. */
static enum result check_hour(const struct desk *desk, int64_t at_ms)
{
	struct calendar_hours hours;
	calendar_hours(&desk->office, at_ms, &hours);
	if (at_ms <= desk->now.office_ms) {
		return RESULT_TIME_PAST;
	}
	return hours.state == CALENDAR_OPEN ? RESULT_OK : RESULT_OFFICE_CLOSED;
}

enum result desk_appoint(
	struct desk *desk, int service, int64_t at_ms, struct desk_appointment *out_appointment)
{
	if (service < 0 || service >= desk->office.service_count) {
		return RESULT_SERVICE_UNKNOWN;
	}
	if (desk->office.services[service].withheld) {
		return RESULT_SERVICE_WITHHELD;
	}
	if (desk->office.services[service].reception) {
		return RESULT_SERVICE_RECEPTION;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = check_hour(desk, at_ms);
	if (result != RESULT_OK) {
		return act_end(desk, result);
	}
	struct appointment_row row = {
		.id = appointment_rows_next_id(desk->store),
		.service = service,
		.at_ms = at_ms,
		.state = APPOINTMENT_BOOKED,
	};
	calendar_date(&desk->office, at_ms, row.service_date);
	make_code(desk, row.id, row.code);
	appointment_rows_insert(desk->store, &row);
	note(desk, EVENT_APPOINTED, &row);
	fill(&row, out_appointment);
	return act_end(desk, RESULT_OK);
}

enum result desk_cancel_appointment(struct desk *desk, const char *code)
{
	struct appointment_row row;
	char tidy[APPOINTMENT_CODE_SIZE];
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	appointment_tidy(code, tidy);
	if (!appointment_rows_find(desk->store, tidy, &row)) {
		return act_end(desk, RESULT_APPOINTMENT_UNKNOWN);
	}
	if (row.state != APPOINTMENT_BOOKED) {
		return act_end(desk, RESULT_APPOINTMENT_USED);
	}
	row.state = APPOINTMENT_CANCELLED;
	appointment_rows_set(desk->store, &row);
	note(desk, EVENT_APPOINTMENT_CANCELLED, &row);
	return act_end(desk, RESULT_OK);
}

enum result desk_list_appointments(struct desk *desk, const char *date,
	struct desk_appointment *out_appointments, size_t size, size_t *out_count)
{
	struct appointment_row rows[DESK_APPOINTMENTS];
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	size_t count = appointment_rows_list(desk->store, date != NULL ? date : desk->date, rows,
		size < DESK_APPOINTMENTS ? size : DESK_APPOINTMENTS);
	for (size_t i = 0; i < count; i++) {
		fill(&rows[i], &out_appointments[i]);
	}
	*out_count = count;
	return look_end(desk, RESULT_OK);
}
