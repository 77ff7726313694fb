/* Ways of a visitor beside "guest book, then number". */
#include "app/admin/guest_words.h"
#include "app/admin/output.h"
#include "app/admin/visitor.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/flows.h"

#include <inttypes.h>
#include <stdio.h>

/* ---- giving up, signing later, office guests ---- */

int admin_withdraw(struct admin *admin)
{
	struct ticket ticket;
	enum result result = desk_withdraw(
		admin->desk, admin_operand(admin, 0), admin_operand(admin, 1), &ticket);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_operand(admin, 0));
	}
	return output_number_or_ticket(admin, &ticket);
}

int admin_sign(struct admin *admin)
{
	struct ticket ticket;
	struct desk_issue issue = {0};
	char field[64] = "";
	const char *number = admin_operand(admin, 0);
	int status = admin_find(admin, number, NULL, &ticket);
	if (status != ADMIN_DONE) {
		return status;
	}
	const struct office *office = desk_office(admin->desk);
	enum result result = guest_words_read(admin_value(admin, OPTION_GUEST),
		&office->services[ticket.service], admin_year(admin), &issue.guest, field,
		sizeof field);
	if (result == RESULT_OK) {
		result = desk_sign(admin->desk, ticket.id, &issue, true, &ticket);
	}
	guest_wipe(&issue.guest);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, field[0] != '\0' ? field : number);
	}
	return output_number_or_ticket(admin, &ticket);
}

int admin_receive(struct admin *admin)
{
	struct desk_issue issue = {0};
	int status = visitor_read_issue(admin, &issue);
	if (status == ADMIN_DONE) {
		enum result result = desk_receive(admin->desk, &issue, true);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, NULL);
	}
	memory_wipe(&issue, sizeof issue);
	if (status != ADMIN_DONE) {
		return status;
	}
	return admin_flag(admin, OPTION_JSON)
		       ? output_json(admin, json_pack("{s:b}", "received", true))
		       : output_say(admin, "admin.received", "");
}

int admin_recognise(struct admin *admin)
{
	char initials[DESK_INITIALS_SIZE];
	enum result result = desk_recognise(admin->desk, admin_value(admin, OPTION_CONTACT),
		admin_value(admin, OPTION_NAME), initials);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s}", "initials", initials));
	}
	return puts(initials) == EOF ? admin_fail(admin, "admin.no_output", "") : ADMIN_DONE;
}

/* ---- help ---- */

static json_t *help_json(struct admin *admin, const struct help *help)
{
	return json_pack("{s:I, s:s, s:s, s:o, s:o, s:o, s:o}", "id", (json_int_t)help->id,
		"device", help->device, "state", help_state_name(help->state), "asked_at",
		output_time(desk_office(admin->desk), help->asked_ms), "left_at",
		output_time(desk_office(admin->desk),
			help->left_ms != 0 ? help->left_ms : TICKET_NEVER),
		"counter", output_number(help->counter), "ticket", output_text(help->number));
}

int admin_assistance(struct admin *admin)
{
	struct help helps[DESK_HELPS];
	size_t count;
	enum result result = desk_list_help(admin->desk, helps, DESK_HELPS, &count);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		json_t *list = json_array();
		for (size_t i = 0; i < count; i++) {
			json_array_append_new(list, help_json(admin, &helps[i]));
		}
		return output_json(admin, json_pack("{s:o}", "assistance", list));
	}
	for (size_t i = 0; i < count; i++) {
		char clock[16], id[24], counter[16];
		text_format(id, sizeof id, "%" PRId64, helps[i].id);
		text_format(counter, sizeof counter, "%d", helps[i].counter);
		output_say(admin, "admin.assistance.line", id, helps[i].device,
			output_clock(desk_office(admin->desk), helps[i].asked_ms, clock),
			helps[i].counter != 0 ? counter : "-");
	}
	return count > 0 ? ADMIN_DONE : output_say(admin, "admin.assistance.none", "");
}

static int say_id(struct admin *admin, int64_t id)
{
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:I}", "id", (json_int_t)id));
	}
	return printf("%" PRId64 "\n", id) < 0 ? admin_fail(admin, "admin.no_output", "")
					       : ADMIN_DONE;
}

int admin_assistance_ask(struct admin *admin)
{
	struct help help;
	enum result result = desk_ask_help(admin->desk, &help);
	return result == RESULT_OK ? say_id(admin, help.id) : admin_refuse(admin, result, NULL);
}

/* The call named by the operand, and --counter. */
static bool read_call(struct admin *admin, int *out_counter, int64_t *out_id)
{
	const char *word = admin_operand(admin, 0);
	*out_id = 0;
	if (!admin_counter(admin, out_counter)) {
		return false;
	}
	(void)text_to_int(word, 1, INT64_MAX, out_id); /* none has the number 0 */
	return true;
}

typedef enum result help_act(struct desk *desk, int counter, int64_t help);

static int do_help(struct admin *admin, help_act *act)
{
	int counter;
	int64_t id;
	if (!read_call(admin, &counter, &id)) {
		return ADMIN_USAGE;
	}
	enum result result = act(admin->desk, counter, id);
	return result == RESULT_OK ? say_id(admin, id)
				   : admin_refuse(admin, result, admin_operand(admin, 0));
}

int admin_assistance_take(struct admin *admin)
{
	return do_help(admin, desk_take_help);
}

int admin_assistance_done(struct admin *admin)
{
	return do_help(admin, desk_end_help);
}

int admin_assistance_issue(struct admin *admin)
{
	struct desk_issue issue = {.print = !admin_flag(admin, OPTION_NO_PRINT)};
	struct ticket ticket;
	int counter;
	int64_t id;
	if (!read_call(admin, &counter, &id)) {
		return ADMIN_USAGE;
	}
	int status = visitor_read_issue(admin, &issue);
	if (status == ADMIN_DONE) {
		enum result result = desk_help_issue(admin->desk, counter, id, &issue, &ticket);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, NULL);
	}
	memory_wipe(&issue, sizeof issue);
	return status == ADMIN_DONE ? output_number_or_ticket(admin, &ticket) : status;
}
