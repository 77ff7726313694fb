/* Words added to a number later: why its promise was broken, and that its times do not count. */
#include "app/admin/output.h"
#include "app/admin/pin.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/breach.h"

enum { SEGMENT_MAX = 999 };

/* The number that was named, of today or of --date. */
static int find(struct admin *admin, struct ticket *out_ticket)
{
	const char *date = NULL;
	if (!admin_date(admin, OPTION_DATE, &date)) {
		return ADMIN_USAGE;
	}
	return admin_find(admin, admin_operand(admin, 0), date, out_ticket);
}

static int refuse(struct admin *admin, enum result result)
{
	const char *reason = admin_value(admin, OPTION_REASON);
	switch (result) {
	case RESULT_FIELD_RANGE: return admin_misuse(admin, "admin.reason_form", reason);
	case RESULT_TEXT_LONG:
	case RESULT_TEXT_ENCODING:
	case RESULT_TEXT_CONTROL: return admin_refuse(admin, result, "--note");
	case RESULT_STAFF_UNKNOWN:
	case RESULT_PIN_FORM:
	case RESULT_PIN_WRONG:
	case RESULT_PIN_LOCKED:
	case RESULT_HEAD_ONLY: return admin_refuse(admin, result, admin_value(admin, OPTION_STAFF));
	default: return admin_refuse(admin, result, admin_operand(admin, 0));
	}
}

/* With --json the whole ticket as it is now. */
static int answer(struct admin *admin, const struct ticket *before, const char *key)
{
	struct ticket ticket;
	if (!admin_flag(admin, OPTION_JSON)) {
		return output_say(admin, key, before->number);
	}
	enum result result =
		desk_find_ticket(admin->desk, before->number, before->service_date, &ticket);
	return result == RESULT_OK ? output_json(admin, output_ticket(admin, &ticket))
				   : refuse(admin, result);
}

int admin_explain(struct admin *admin)
{
	struct ticket ticket;
	int64_t segment = 0;
	const char *named = admin_value(admin, OPTION_SEGMENT);
	if (named != NULL && !text_to_int(named, 1, SEGMENT_MAX, &segment)) {
		return admin_misuse(admin, "admin.segment", named);
	}
	int status = find(admin, &ticket);
	if (status != ADMIN_DONE) {
		return status;
	}
	enum result result = desk_explain(admin->desk, admin_value(admin, OPTION_STAFF), ticket.id,
		(int)segment, admin_value(admin, OPTION_REASON), admin_value(admin, OPTION_NOTE));
	return result == RESULT_OK ? answer(admin, &ticket, "admin.explained")
				   : refuse(admin, result);
}

int admin_correct(struct admin *admin)
{
	struct ticket ticket;
	const char *staff = admin_value(admin, OPTION_STAFF);
	char pin[DESK_PIN_MAX + 1] = "";
	int status = find(admin, &ticket);
	if (status == ADMIN_DONE) {
		status = pin_ask(admin, staff, pin);
	}
	if (status == ADMIN_DONE) {
		enum result result = desk_doubt(admin->desk, staff, pin, ticket.id,
			admin_value(admin, OPTION_REASON), admin_value(admin, OPTION_NOTE));
		status = result == RESULT_OK ? ADMIN_DONE : refuse(admin, result);
	}
	memory_wipe(pin, sizeof pin);
	return status == ADMIN_DONE ? answer(admin, &ticket, "admin.corrected") : status;
}
