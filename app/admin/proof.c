/* The proof that rows and figures are what the log says. */
#include "app/admin/output.h"
#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

enum { PLACE_TEXT = 160, COUNT_TEXT = 24 };

static json_t *proof_json(const struct desk_proof *proof)
{
	return json_pack("{s:b, s:o, s:o, s:o, s:o, s:I, s:I, s:I, s:I, s:I, s:I, s:o}", "right",
		proof->right, "event", output_number(proof->event), "what",
		output_text(proof->what), "service_date", output_text(proof->date), "ticket",
		output_text(proof->number), "events", (json_int_t)proof->events, "days",
		(json_int_t)proof->days, "tickets", (json_int_t)proof->tickets, "unchained_events",
		(json_int_t)proof->unchained, "unproven_days", (json_int_t)proof->unproven_days,
		"unsealed_days", (json_int_t)proof->unsealed_days, "head",
		output_text(proof->head));
}

static const char *count(int64_t number, char out_text[COUNT_TEXT])
{
	text_format(out_text, COUNT_TEXT, "%" PRId64, number);
	return out_text;
}

static void add_place(char out_place[PLACE_TEXT], const char *text)
{
	size_t used = strlen(out_place);
	if (text[0]) {
		text_format(out_place + used, PLACE_TEXT - used, "%s%s", used ? ", " : "", text);
	}
}

/* "event 17, 2026-11-23, K001: what does not fit". */
static int say_wrong(struct admin *admin, const struct desk_proof *proof)
{
	char place[PLACE_TEXT] = "", event[64], number[COUNT_TEXT], key[96], line[512];
	if (proof->event) {
		add_place(place, language_with(admin->language, "admin.verify.event", event,
					 sizeof event, count(proof->event, number)));
	}
	add_place(place, proof->date);
	add_place(place, proof->number);
	text_format(key, sizeof key, "admin.verify.wrong.%s", proof->what);
	const char *what = language_text(admin->language, key);
	text_copy(line, sizeof line, what);
	if (place[0] != '\0') {
		language_with(admin->language, "admin.verify.at", line, sizeof line, place, what);
	}
	return admin_fail(admin, "admin.verify.wrong", line);
}

/* What could not be looked at is told, not held against the store. The head comes last, to be noted
 * where nobody at the store can change it. */
static int say_right(struct admin *admin, const struct desk_proof *proof)
{
	char events[COUNT_TEXT], days[COUNT_TEXT], tickets[COUNT_TEXT];
	int status = output_say(admin, "admin.verify.right", count(proof->events, events),
		count(proof->days, days), count(proof->tickets, tickets));
	if (status == ADMIN_DONE && proof->unchained) {
		status = output_say(admin, "admin.verify.unchained",
			count(proof->unchained, events), count(proof->unproven_days, days));
	}
	if (status == ADMIN_DONE && proof->unsealed_days) {
		status = output_say(
			admin, "admin.verify.unsealed", count(proof->unsealed_days, days));
	}
	if (status == ADMIN_DONE && proof->head[0] != '\0') {
		status = output_say(admin, "admin.verify.head", proof->head);
	}
	return status;
}

int admin_verify(struct admin *admin)
{
	struct desk_proof proof;
	enum result result = desk_verify(admin->desk, &proof);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		int status = output_json(admin, proof_json(&proof));
		return proof.right ? status : say_wrong(admin, &proof);
	}
	return proof.right ? say_right(admin, &proof) : say_wrong(admin, &proof);
}
