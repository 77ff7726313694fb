/* Acts on any number of today beside its straight way: hold, resume, return, transfer, send,
 * cancel; and the last press of a counter taken back. */
#include "app/admin/output.h"
#include "app/base/text.h"

/* The number that was named as a ticket's id, 0 without one, and the counter that acts. */
static int read_whose(struct admin *admin, int *out_counter, int64_t *out_ticket)
{
	struct ticket ticket;
	const char *number = admin_operand(admin, 0);
	*out_ticket = 0;
	if (!admin_counter(admin, out_counter)) {
		return ADMIN_USAGE;
	}
	if (!number) {
		return *out_counter ? ADMIN_DONE : admin_misuse(admin, "admin.whose", "");
	}
	int status = admin_find(admin, number, NULL, &ticket);
	*out_ticket = status == ADMIN_DONE ? ticket.id : 0;
	return status;
}

/* The answer to an act; `key` NULL = the number alone is written. */
static int answer(struct admin *admin, enum result result, const struct ticket *ticket,
	const char *key, const char *value)
{
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_operand(admin, 0));
	}
	if (!key || admin_flag(admin, OPTION_JSON)) {
		return output_number_or_ticket(admin, ticket);
	}
	return output_say(admin, key, ticket->number, value);
}

typedef enum result move_act(
	struct desk *desk, int counter, int64_t ticket, struct ticket *out_ticket);

static int move(struct admin *admin, move_act *act, const char *key)
{
	struct ticket ticket;
	int64_t id = 0;
	int counter = 0;
	int status = read_whose(admin, &counter, &id);
	if (status != ADMIN_DONE) {
		return status;
	}
	return answer(admin, act(admin->desk, counter, id, &ticket), &ticket, key, "");
}

int admin_hold(struct admin *admin)
{
	return move(admin, desk_hold, "admin.held");
}

int admin_resume(struct admin *admin)
{
	return move(admin, desk_resume, NULL);
}

int admin_return(struct admin *admin)
{
	struct ticket ticket;
	int64_t id = 0;
	int counter = 0;
	int status = read_whose(admin, &counter, &id);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = desk_return(admin->desk, id, &ticket);
	return answer(admin, result, &ticket, "admin.returned", "");
}

int admin_transfer(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	const char *code = admin_value(admin, OPTION_TO);
	struct ticket ticket;
	int64_t id = 0;
	int counter = 0;
	int status = read_whose(admin, &counter, &id);
	if (status != ADMIN_DONE) {
		return status;
	}
	int service = admin_find_service(office, code);
	if (service < 0) {
		return admin_refuse(admin, RESULT_SERVICE_UNKNOWN, code);
	}
	enum result result = desk_transfer(admin->desk, counter, id, service, &ticket);
	return answer(admin, result, &ticket, "admin.transferred", office->services[service].code);
}

int admin_send(struct admin *admin)
{
	const char *to = admin_value(admin, OPTION_TO);
	struct ticket ticket;
	int64_t id = 0, number = 0;
	int counter = 0;
	int status = read_whose(admin, &counter, &id);
	if (status != ADMIN_DONE) {
		return status;
	}
	if (!text_to_int(to, 1, 999, &number)) {
		return admin_misuse(admin, "admin.counter_number", to);
	}
	enum result result = desk_send(admin->desk, counter, id, (int)number, &ticket);
	return answer(admin, result, &ticket, "admin.sent", to);
}

int admin_cancel(struct admin *admin)
{
	const char *reason = admin_value(admin, OPTION_REASON);
	struct ticket ticket;
	int64_t id = 0;
	int counter = 0;
	int status = read_whose(admin, &counter, &id);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = desk_cancel(admin->desk, counter, id, reason, &ticket);
	if (result == RESULT_FIELD_RANGE) {
		return admin_misuse(admin, "admin.reason_form", reason);
	}
	return answer(admin, result, &ticket, "admin.cancelled", "");
}

int admin_undo(struct admin *admin)
{
	struct ticket ticket;
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	enum result result = desk_undo(admin->desk, counter, &ticket);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	return answer(admin, result, &ticket, "admin.undone", output_state(admin, ticket.state));
}
