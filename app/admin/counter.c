#include "app/admin/output.h"
#include "app/base/text.h"

#include <string.h>

/* What a counter's own acts answer with --json. */
static json_t *counter_json(int counter, const char *state, const char *staff)
{
	return json_pack("{s:i, s:s, s:o}", "counter", counter, "state", state, "staff",
		staff ? json_string(staff) : json_null());
}

static int answer(
	struct admin *admin, enum result result, int counter, const char *state, const char *key)
{
	char number[16];
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(
			admin, counter_json(counter, state, admin_value(admin, OPTION_STAFF)));
	}
	text_format(number, sizeof number, "%d", counter);
	return output_say(admin, key, number);
}

/* "KONS,JUAL" as the set of places of these services; false after a line on stderr. */
static bool read_services(struct admin *admin, const char *list, uint32_t *out_services)
{
	const struct office *office = desk_office(admin->desk);
	uint32_t services = 0;
	for (const char *at = list; at && *at;) {
		char code[OFFICE_CODE_SIZE];
		size_t length = strcspn(at, ",");
		text_format(code, sizeof code, "%.*s", (int)(length < 64 ? length : 64), at);
		int service = strlen(code) == length ? admin_find_service(office, code) : -1;
		if (service < 0) {
			admin_refuse(admin, RESULT_SERVICE_UNKNOWN, code);
			return false;
		}
		services |= UINT32_C(1) << service;
		at += length + (at[length] == ',');
	}
	*out_services = services;
	return true;
}

int admin_open(struct admin *admin)
{
	int counter = 0;
	uint32_t services = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	if (!read_services(admin, admin_value(admin, OPTION_SERVICES), &services)) {
		return ADMIN_FAILED;
	}
	enum result result =
		desk_open_counter(admin->desk, counter, admin_value(admin, OPTION_STAFF), services);
	return answer(admin, result, counter, "free", "admin.counter.open");
}

int admin_break(struct admin *admin)
{
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	const char *reason = admin_value(admin, OPTION_REASON);
	enum result result = desk_break_counter(admin->desk, counter, reason);
	if (result == RESULT_FIELD_RANGE) {
		return admin_misuse(admin, "admin.reason_form", reason);
	}
	return answer(admin, result, counter, "break", "admin.counter.break");
}

int admin_close(struct admin *admin)
{
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_close_counter(admin->desk, counter);
	return answer(admin, result, counter, "closed", "admin.counter.closed");
}

typedef enum result counter_act(struct desk *desk, int counter, struct ticket *out_ticket);

/* An act on the counter's current ticket. `key` NULL = the number alone is written. */
static int act(struct admin *admin, counter_act *perform, const char *key)
{
	int counter = 0;
	struct ticket ticket;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = perform(admin->desk, counter, &ticket);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (!key || admin_flag(admin, OPTION_JSON)) {
		return output_number_or_ticket(admin, &ticket);
	}
	char number[16];
	text_format(number, sizeof number, "%d", counter);
	return output_say(admin, key, ticket.number, number);
}

int admin_next(struct admin *admin)
{
	return act(admin, desk_next, NULL);
}

int admin_recall(struct admin *admin)
{
	return act(admin, desk_recall, "admin.recalled");
}

int admin_serve(struct admin *admin)
{
	return act(admin, desk_serve, "admin.serving");
}

int admin_finish(struct admin *admin)
{
	return act(admin, desk_finish, "admin.finished");
}

int admin_absent(struct admin *admin)
{
	return act(admin, desk_absent, "admin.absent");
}

int admin_stand_by(struct admin *admin)
{
	int counter = 0;
	struct ticket ticket = {0};
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_stand_by(admin->desk, counter, &ticket);
	if (result == RESULT_OK && ticket.id != 0) {
		return output_number_or_ticket(admin, &ticket);
	}
	return answer(admin, result, counter, "stand_by", "admin.counter.stand_by");
}

int admin_stand_down(struct admin *admin)
{
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_stand_down(admin->desk, counter);
	return answer(admin, result, counter, "stand_down", "admin.counter.stand_down");
}

int admin_pick(struct admin *admin)
{
	int counter = 0;
	struct ticket ticket;
	const char *number = admin_operand(admin, 0);
	const char *reason = admin_value(admin, OPTION_REASON);
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_find_ticket(admin->desk, number, NULL, &ticket);
	if (result == RESULT_OK) {
		result = desk_call_ticket(admin->desk, counter, ticket.id, reason, &ticket);
	}
	if (result == RESULT_FIELD_RANGE) {
		return admin_misuse(admin, "admin.reason_form", reason);
	}
	return result == RESULT_OK ? output_number_or_ticket(admin, &ticket)
				   : admin_refuse(admin, result, number);
}

int admin_relieve(struct admin *admin)
{
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_hand_over(admin->desk, counter, admin_value(admin, OPTION_STAFF));
	return answer(admin, result, counter, "handed_over", "admin.counter.handed_over");
}
