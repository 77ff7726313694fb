/* Words added later, each an event of its own: why a promise was broken, and what does not count.
 */
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/breach.h"
#include "app/desk/rights.h"
#include "app/desk/verify_words.h"
#include "db/staff_rows.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

/* "code hash": the hash of the free text, which lies apart and can be blanked. */
static void write_detail(const char *code, const char *note, char out_detail[EVENT_DETAIL_SIZE])
{
	unsigned char hash[16];
	char hex[33];
	text_copy(out_detail, EVENT_DETAIL_SIZE, code);
	if (note != NULL && note[0] != '\0') {
		crypto_generichash(
			hash, sizeof hash, (const unsigned char *)note, strlen(note), NULL, 0);
		sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
		text_format(out_detail, EVENT_DETAIL_SIZE, "%s %s", code, hex);
	}
}

bool remark_is_right(struct desk *desk, const struct event *event, const char *blanked)
{
	char code[DESK_WORD_SIZE], note[DESK_NOTE_SIZE], detail[EVENT_DETAIL_SIZE];
	size_t length = strcspn(event->detail, " ");
	enum remark kept = remark_rows_get(desk->store, event->id, note, sizeof note);
	if (kept == REMARK_BLANKED && event->detail[length] == ' ') {
		return strcmp(event->service_date, blanked) < 0;
	}
	text_format(code, sizeof code, "%.*s", (int)length, event->detail);
	write_detail(code, note, detail);
	return strcmp(detail, event->detail) == 0;
}

static int64_t note_word(struct desk *desk, struct event *event, const struct act_order *order,
	const struct ticket *ticket)
{
	text_copy(event->service_date, sizeof event->service_date, ticket->service_date);
	text_copy(event->staff, sizeof event->staff, order->staff_code);
	event->ticket = ticket->id;
	write_detail(order->text, order->note, event->detail);
	int64_t id = act_note_event(desk, event, NULL);
	if (order->note != NULL && order->note[0] != '\0') {
		remark_rows_insert(desk->store, id, order->note);
	}
	return id;
}

/* The segment that is named if its promise was broken, or the latest whose was; 0 = none. */
static int find_missed(struct desk *desk, int64_t ticket, int named)
{
	struct segment *segments;
	int place = 0;
	size_t count = segment_rows_list(desk->store, ticket, &segments);
	for (size_t i = 0; i < count; i++) {
		if (segments[i].verdict == TARGET_MISSED &&
			(named == 0 || named == segments[i].place)) {
			place = segments[i].place;
		}
	}
	free(segments);
	return place;
}

static enum result explain_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct event event = event_of(EVENT_EXPLAINED);
	struct staff_row person;
	if (!staff_rows_get(desk->store, order->staff_code, &person)) {
		return RESULT_STAFF_UNKNOWN;
	}
	if (!ticket_rows_get(desk->store, order->ticket, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	int place = find_missed(desk, order->ticket, order->segment);
	if (place == 0) {
		return RESULT_NOT_MISSED;
	}
	event.refers = place;
	int64_t id = note_word(desk, &event, order, out_ticket);
	segment_rows_set_reason(desk->store, order->ticket, place, order->text, id);
	return RESULT_OK;
}

static enum result check_words(const char *reason, const char *note)
{
	if (reason == NULL || !act_is_code(reason)) {
		return RESULT_FIELD_RANGE;
	}
	return note == NULL ? RESULT_OK : text_check(note, strlen(note), DESK_NOTE_SIZE);
}

enum result desk_explain(struct desk *desk, const char *staff, int64_t ticket, int segment,
	const char *reason, const char *note)
{
	const struct act_order order = {.ticket = ticket,
		.segment = segment,
		.text = reason,
		.note = note,
		.staff_code = staff};
	enum result result = check_words(reason, note);
	return result == RESULT_OK ? act_do(desk, explain_now, &order, NULL) : result;
}

/* Whose visits are asked about: NULL = everybody's. */
static enum result find_server(struct desk *desk, const char *staff, const char **out_server)
{
	struct staff_row person;
	enum desk_role role;
	if (!staff_rows_get(desk->store, staff, &person) || !desk_role_find(person.role, &role)) {
		return RESULT_STAFF_UNKNOWN;
	}
	*out_server = desk_role_may(role, DESK_EXPLAIN_ANY) ? NULL : staff;
	return RESULT_OK;
}

enum result desk_list_late(struct desk *desk, const char *staff, struct desk_late *out_late,
	size_t size, size_t *out_count)
{
	struct late_row rows[DESK_LATE_LISTED];
	const char *server;
	*out_count = 0;
	enum result result = desk_close_days(desk);
	if (result == RESULT_OK) {
		result = look_begin(desk);
	}
	if (result != RESULT_OK) {
		return result;
	}
	result = find_server(desk, staff, &server);
	if (result == RESULT_OK) {
		size_t most = size < DESK_LATE_LISTED ? size : DESK_LATE_LISTED;
		const struct late_choice choice = {desk->date, DESK_ASKED_DAYS, server};
		*out_count = segment_rows_list_late(desk->store, &choice, rows, most);
	}
	for (size_t i = 0; i < *out_count; i++) {
		out_late[i] = (struct desk_late){.ticket = rows[i].ticket,
			.segment = rows[i].place,
			.service = rows[i].service};
		text_copy(out_late[i].number, sizeof out_late[i].number, rows[i].number);
		text_copy(out_late[i].service_date, sizeof out_late[i].service_date,
			rows[i].service_date);
	}
	return look_end(desk, result);
}

static enum result doubt_now(
	struct desk *desk, const struct act_order *order, struct ticket *out_ticket)
{
	struct event event = event_of(EVENT_DOUBTED);
	if (!ticket_rows_get(desk->store, order->ticket, out_ticket)) {
		return RESULT_TICKET_UNKNOWN;
	}
	note_word(desk, &event, order, out_ticket);
	ticket_rows_doubt(desk->store, order->ticket);
	return RESULT_OK;
}

enum result desk_doubt(struct desk *desk, const char *staff, const char *pin, int64_t ticket,
	const char *reason, const char *note)
{
	struct desk_staff head;
	const struct act_order order = {
		.ticket = ticket, .text = reason, .note = note, .staff_code = staff};
	enum result result = check_words(reason, note);
	if (result == RESULT_OK) {
		result = desk_sign_in(desk, staff, pin, &head);
	}
	if (result == RESULT_OK && head.role != DESK_HEAD) {
		result = RESULT_HEAD_ONLY;
	}
	return result == RESULT_OK ? act_do(desk, doubt_now, &order, NULL) : result;
}
