/* A visitor gives up the own number: the slip's code says that it is the own one. */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"
#include "app/desk/flows.h"
#include "app/queue/numbering.h"
#include "db/help_rows.h"

#include <sodium.h>

#include <string.h>

static const struct attempt_rule rule = {DESK_CANCELS, DESK_TRIES_MS};

/* Compared in a time that does not depend on how much of it is right. */
static bool is_code_of(struct desk *desk, const struct ticket *ticket, const char *typed)
{
	char right[CODE_SIZE] = "", tidy[CODE_SIZE] = "";
	code_tidy(typed, tidy, sizeof tidy);
	code_of_ticket(desk, ticket->id, right);
	return right[0] != '\0' && strlen(typed) == strlen(right) &&
	       sodium_memcmp(right, tidy, sizeof right) == 0;
}

static bool find_own(
	struct desk *desk, const char *number, const char *code, struct ticket *out_ticket)
{
	char prefix[OFFICE_PREFIX_SIZE];
	int sequence;
	return numbering_parse(number, prefix, &sequence) &&
	       ticket_rows_find_number(desk->store, desk->date, prefix, sequence, out_ticket) &&
	       is_code_of(desk, out_ticket, code);
}

/* The ticket, if the code is right. A wrong one is counted, which is written though the act is
 * refused. */
static enum result check(
	struct desk *desk, const char *number, const char *code, int64_t *out_ticket)
{
	struct ticket ticket;
	char name[64];
	struct attempt attempt;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	text_format(name, sizeof name, "cancel %s", desk->device);
	attempt_rows_get(desk->store, name, &attempt);
	if (!attempt_is_allowed(&attempt, &rule, desk->now.office_ms)) {
		return act_end(desk, RESULT_TRY_LATER);
	}
	if (find_own(desk, number, code, &ticket)) {
		*out_ticket = ticket.id;
		return look_end(desk, RESULT_OK);
	}
	attempt_add(&attempt, &rule, desk->now.office_ms);
	attempt_rows_set(desk->store, name, &attempt);
	result = act_end(desk, RESULT_OK);
	return result == RESULT_OK ? RESULT_CODE_WRONG : result;
}

enum result desk_withdraw(
	struct desk *desk, const char *number, const char *code, struct ticket *out_ticket)
{
	int64_t ticket = 0;
	enum result result = check(desk, number, code, &ticket);
	return result == RESULT_OK ? ticket_withdraw(desk, ticket, out_ticket) : result;
}

enum result desk_ticket_code(struct desk *desk, int64_t ticket, char out_code[DESK_CODE_SIZE])
{
	out_code[0] = '\0';
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	code_of_ticket(desk, ticket, out_code);
	return look_end(desk, out_code[0] != '\0' ? RESULT_OK : RESULT_TICKET_UNKNOWN);
}
