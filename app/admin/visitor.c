#include "app/admin/guest_words.h"
#include "app/admin/output.h"
#include "app/admin/visitor.h"
#include "app/base/clock.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/numbering.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { PARTY_MAX = 500 };

/* A run of the command is one press: without --token it gets a token nobody else has. */
static int read_token(struct admin *admin, char out_token[DESK_TOKEN_SIZE])
{
	const char *token = admin_value(admin, OPTION_TOKEN);
	if (!token) {
		text_format(out_token, DESK_TOKEN_SIZE, "cli-%ld-%" PRId64, (long)getpid(),
			clock_ticks_us());
		return ADMIN_DONE;
	}
	enum result result = text_check(token, strlen(token), DESK_TOKEN_SIZE);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, "--token");
	}
	text_copy(out_token, DESK_TOKEN_SIZE, token);
	return ADMIN_DONE;
}

static int refuse_priority(struct admin *admin)
{
	char names[256] = "";
	size_t used = 0;
	for (int i = 0; i < TICKET_PRIORITIES; i++) {
		text_format(names + used, sizeof names - used, "%s%s", i ? ", " : "",
			ticket_priority_name((enum ticket_priority)i));
		used = strlen(names);
	}
	return admin_misuse(admin, "admin.priority", names);
}

static int read_visitor(struct admin *admin, struct desk_issue *issue)
{
	const char *priority = admin_value(admin, OPTION_PRIORITY);
	const char *party = admin_value(admin, OPTION_PARTY);
	const char *words = admin_value(admin, OPTION_GUEST);
	int64_t people = 0;
	if (priority && !ticket_priority_find(priority, &issue->priority)) {
		return refuse_priority(admin);
	}
	if (party && !text_to_int(party, 1, PARTY_MAX, &people)) {
		return admin_misuse(admin, "admin.party", party);
	}
	issue->party = (int)people;
	if (words) {
		char field[64] = "";
		const struct office *office = desk_office(admin->desk);
		enum result result = guest_words_read(words, &office->services[issue->service],
			admin_year(admin), &issue->guest, field, sizeof field);
		if (result != RESULT_OK) {
			return admin_refuse(admin, result, field);
		}
		issue->with_guest = true;
	}
	return ADMIN_DONE;
}

int visitor_read_issue(struct admin *admin, struct desk_issue *out_issue)
{
	const char *service = admin_value(admin, OPTION_SERVICE);
	if (service) {
		out_issue->service = admin_find_service(desk_office(admin->desk), service);
	}
	if (out_issue->service < 0) {
		return admin_refuse(admin, RESULT_SERVICE_UNKNOWN, service);
	}
	int status = read_token(admin, out_issue->token);
	return status == ADMIN_DONE ? read_visitor(admin, out_issue) : status;
}

int admin_issue(struct admin *admin)
{
	struct desk_issue issue = {.print = !admin_flag(admin, OPTION_NO_PRINT)};
	struct ticket ticket;
	int status = visitor_read_issue(admin, &issue);
	if (status == ADMIN_DONE) {
		enum result result = desk_issue(admin->desk, &issue, true, &ticket);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, NULL);
	}
	memory_wipe(&issue, sizeof issue);
	return status == ADMIN_DONE ? output_number_or_ticket(admin, &ticket) : status;
}

/* Straight to a counter, so there is no slip. */
int admin_walk(struct admin *admin)
{
	struct desk_issue issue = {.print = false};
	struct ticket ticket;
	int counter = 0;
	if (!admin_counter(admin, &counter)) {
		return ADMIN_USAGE;
	}
	int status = visitor_read_issue(admin, &issue);
	if (status == ADMIN_DONE) {
		enum result result = desk_walk(admin->desk, counter, &issue, &ticket);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, NULL);
	}
	memory_wipe(&issue, sizeof issue);
	return status == ADMIN_DONE ? output_number_or_ticket(admin, &ticket) : status;
}

/* The service of an appointment of today, for what its guest book asks; any when there is none,
 * which desk_arrive refuses. */
static int find_appointed(struct admin *admin, const char *code)
{
	struct desk_appointment *list = memory_zeroed(DESK_APPOINTMENTS, sizeof *list);
	size_t count = 0;
	int service = 0;
	if (desk_list_appointments(admin->desk, NULL, list, DESK_APPOINTMENTS, &count) !=
		RESULT_OK) {
		count = 0;
	}
	for (size_t i = 0; i < count; i++) {
		if (strcasecmp(list[i].code, code) == 0) {
			service = list[i].service;
		}
	}
	free(list);
	return service;
}

int admin_arrive(struct admin *admin)
{
	const char *code = admin_operand(admin, 0);
	struct desk_issue issue = {.print = !admin_flag(admin, OPTION_NO_PRINT)};
	struct ticket ticket;
	issue.service = find_appointed(admin, code);
	int status = visitor_read_issue(admin, &issue);
	if (status == ADMIN_DONE) {
		enum result result = desk_arrive(admin->desk, code, &issue, true, &ticket);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, code);
	}
	memory_wipe(&issue, sizeof issue);
	return status == ADMIN_DONE ? output_number_or_ticket(admin, &ticket) : status;
}

/* The kiosks whose printers work, or with `broken` those whose do not, as "kiosk-1, kiosk-2". */
static void list_kiosks(const struct desk_view *view, bool broken, char *out_text, size_t size)
{
	size_t used = 0;
	out_text[0] = '\0';
	for (int i = 0; i < view->device_count; i++) {
		const struct view_device *device = &view->devices[i];
		const char *slash = strrchr(device->name, '/');
		if (slash && strcmp(slash, "/printer") == 0 &&
			(device->reason != RESULT_OK) == broken) {
			text_format(out_text + used, size - used, "%s%.*s", used ? ", " : "",
				(int)(slash - device->name), device->name);
			used = strlen(out_text);
		}
	}
}

/* Who prints: a kiosk whose printer works, one that has to be mended first, or none so far. */
static int say_printer(struct admin *admin, const char *number)
{
	char fine[512] = "", broken[512] = "";
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	if (desk_view(admin->desk, 0, view) == RESULT_OK) {
		list_kiosks(view, false, fine, sizeof fine);
		list_kiosks(view, true, broken, sizeof broken);
	}
	free(view);
	if (fine[0]) {
		return output_say(admin, "admin.print.by", number, fine);
	}
	return broken[0] ? output_say(admin, "admin.print.waits", number, broken)
			 : output_say(admin, "admin.print.nobody", number);
}

int admin_print(struct admin *admin)
{
	struct ticket ticket;
	int status = admin_find(admin, admin_operand(admin, 0), NULL, &ticket);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = desk_reprint(admin->desk, ticket.id);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, admin_operand(admin, 0));
	}
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin, json_pack("{s:s, s:s}", "ticket", ticket.number, "print",
						  print_state_name(PRINT_PENDING)));
	}
	return say_printer(admin, ticket.number);
}
