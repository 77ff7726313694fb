/* Appointments: booked by staff, listed, cancelled. */
#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const states[] = {
	[DESK_APPOINTMENT_BOOKED] = "booked",
	[DESK_APPOINTMENT_ARRIVED] = "arrived",
	[DESK_APPOINTMENT_CANCELLED] = "cancelled",
};

/* --time, with or without seconds; false after a line on stderr. */
static bool read_hour(struct admin *admin, int64_t *out_ms)
{
	const char *text = admin_value(admin, OPTION_TIME);
	bool short_form = strlen(text) == strlen("2026-11-24T10:00");
	char whole[CALENDAR_TIME_SIZE];
	bool right = text_format(whole, sizeof whole, "%s%s", text, short_form ? ":00" : "") &&
		     calendar_parse(desk_office(admin->desk), whole, out_ms);
	if (!right) {
		admin_misuse(admin, "admin.at_form", text);
	}
	return right;
}

/* The number that an appointment was given, or "". */
static void find_number(struct admin *admin, int64_t ticket, char out_number[TICKET_NUMBER_SIZE])
{
	struct desk_story story;
	out_number[0] = '\0';
	if (ticket && desk_tell(admin->desk, ticket, &story) == RESULT_OK) {
		text_copy(out_number, TICKET_NUMBER_SIZE, story.segments[0].number);
		desk_story_finish(&story);
	}
}

static json_t *appointment_json(struct admin *admin, const struct desk_appointment *appointment)
{
	const struct office *office = desk_office(admin->desk);
	char number[TICKET_NUMBER_SIZE];
	find_number(admin, appointment->ticket, number);
	return json_pack("{s:s, s:s, s:s, s:o, s:s, s:o}", "appointment", appointment->code,
		"service", office->services[appointment->service].code, "service_date",
		appointment->service_date, "at", output_time(office, appointment->at_ms), "state",
		states[appointment->state], "ticket", output_text(number));
}

int admin_appoint(struct admin *admin)
{
	const char *code = admin_value(admin, OPTION_SERVICE);
	int service = admin_find_service(desk_office(admin->desk), code);
	struct desk_appointment appointment;
	int64_t at_ms = 0;
	if (!read_hour(admin, &at_ms)) {
		return ADMIN_USAGE;
	}
	if (service < 0) {
		return admin_refuse(admin, RESULT_SERVICE_UNKNOWN, code);
	}
	enum result result = desk_appoint(admin->desk, service, at_ms, &appointment);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_value(admin, OPTION_TIME));
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, appointment_json(admin, &appointment));
	}
	if (puts(appointment.code) == EOF || fflush(stdout) != 0) {
		return admin_fail(admin, "admin.no_output", "");
	}
	return ADMIN_DONE;
}

int admin_appointments_cancel(struct admin *admin)
{
	char code[DESK_CODE_SIZE];
	enum result result = desk_cancel_appointment(admin->desk, admin_operand(admin, 0));
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_operand(admin, 0));
	}
	/* It may have been typed in small letters. */
	text_copy(code, sizeof code, admin_operand(admin, 0));
	for (char *at = code; *at; at++) {
		*at = (char)toupper((unsigned char)*at);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s, s:s}", "appointment", code, "state",
						  states[DESK_APPOINTMENT_CANCELLED]));
	}
	return output_say(admin, "admin.appointment.cancelled", code);
}

/* ---- the list ---- */

static json_t *list_json(struct admin *admin, const struct desk_appointment *list, size_t count)
{
	json_t *json = json_array();
	for (size_t i = 0; i < count; i++) {
		json_array_append_new(json, appointment_json(admin, &list[i]));
	}
	return json_pack("{s:o}", "appointments", json);
}

static void print_list(struct admin *admin, const struct desk_appointment *list, size_t count)
{
	enum { HOUR = 7, CODE = 13, SERVICE = 11, TICKET = 8 };
	const struct office *office = desk_office(admin->desk);
	output_cell(HOUR, output_column(admin, "hour"));
	output_cell(CODE, output_column(admin, "appointment"));
	output_cell(SERVICE, output_column(admin, "service"));
	output_cell(TICKET, output_column(admin, "ticket"));
	puts(output_column(admin, "state"));
	for (size_t i = 0; i < count; i++) {
		char clock[16], number[TICKET_NUMBER_SIZE], key[64];
		find_number(admin, list[i].ticket, number);
		text_format(key, sizeof key, "admin.appointment.state.%s", states[list[i].state]);
		output_cell(HOUR, output_clock(office, list[i].at_ms, clock));
		output_cell(CODE, list[i].code);
		output_cell(SERVICE, office->services[list[i].service].code);
		output_cell(TICKET, number[0] ? number : "-");
		puts(language_text(admin->language, key));
	}
}

int admin_appointments(struct admin *admin)
{
	const char *date = NULL;
	size_t count = 0;
	int status = ADMIN_DONE;
	if (!admin_date(admin, OPTION_DATE, &date)) {
		return ADMIN_USAGE;
	}
	struct desk_appointment *list = memory_zeroed(DESK_APPOINTMENTS, sizeof *list);
	enum result result =
		desk_list_appointments(admin->desk, date, list, DESK_APPOINTMENTS, &count);
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, NULL);
	} else if (admin_flag(admin, OPTION_JSON)) {
		status = output_json(admin, list_json(admin, list, count));
	} else if (!count) {
		status = output_say(admin, "admin.appointment.none", "");
	} else {
		print_list(admin, list, count);
	}
	free(list);
	return status;
}
