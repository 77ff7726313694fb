#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/code.h"
#include "app/desk/feedback.h"
#include "app/desk/verify_words.h"
#include "db/complaint_rows.h"
#include "db/staff_rows.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

enum { PART = 32 }; /* rows in memory at a time */

void desk_complaint_wipe(struct desk_complaint *complaint)
{
	memory_wipe(complaint, sizeof *complaint);
}

static void fill(const struct complaint_row *row, struct desk_complaint *out_complaint)
{
	*out_complaint = (struct desk_complaint){
		.kind = row->kind,
		.topic = row->topic,
		.filed_ms = row->filed_ms,
		.state = row->state,
		.changed_ms = row->changed_ms,
	};
	text_copy(out_complaint->code, sizeof out_complaint->code, row->code);
	text_copy(
		out_complaint->service_date, sizeof out_complaint->service_date, row->service_date);
	text_copy(out_complaint->text, sizeof out_complaint->text, row->text);
	text_copy(out_complaint->contact, sizeof out_complaint->contact, row->contact);
}

/* ---- filing ---- */

static void make_code(struct desk *desk, struct complaint_row *row)
{
	struct complaint_row *other = memory_zeroed(1, sizeof *other);
	int try = 0;
	do {
		code_draw(desk, "complaint ", row->id, try++, row->code);
	} while (try < CODE_TRIES && complaint_rows_find(desk->store, row->code, other));
	memory_wipe(other, sizeof *other);
	free(other);
}

/* What it is about, and the hash of what was typed: both fields, told apart by the byte between. */
static void write_detail(const struct complaint_row *row, char out_detail[EVENT_DETAIL_SIZE])
{
	unsigned char hash[16];
	char hex[33];
	crypto_generichash_state state;
	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	crypto_generichash_update(&state, (const unsigned char *)row->text, strlen(row->text) + 1);
	crypto_generichash_update(
		&state, (const unsigned char *)row->contact, strlen(row->contact));
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	text_format(out_detail, EVENT_DETAIL_SIZE, "%s %s %s", complaint_kind_name(row->kind),
		complaint_topic_name(row->topic), hex);
}

static void note_complaint(struct desk *desk, const struct complaint_row *row)
{
	struct event event = event_of(EVENT_COMPLAINED);
	event.refers = row->id;
	write_detail(row, event.detail);
	act_note_event(desk, &event, NULL);
}

/* Of words that are gone only what they were about can be held against the log. */
static bool is_about(const struct complaint_row *row, const struct event *event)
{
	char detail[EVENT_DETAIL_SIZE];
	write_detail(row, detail);
	size_t about = (size_t)(strrchr(detail, ' ') - detail);
	return strncmp(detail, event->detail, about + 1) == 0;
}

static bool are_words_right(
	const struct complaint_row *row, const struct event *filed, const char *blanked)
{
	char detail[EVENT_DETAIL_SIZE];
	if (row->text[0] == '\0') {
		return strcmp(filed->service_date, blanked) < 0 && is_about(row, filed);
	}
	write_detail(row, detail);
	return strcmp(detail, filed->detail) == 0;
}

bool complaint_is_right(struct desk *desk, const struct event *filed, const char *blanked,
	enum complaint_state *out_state)
{
	struct complaint_row *row = memory_zeroed(1, sizeof *row);
	bool right = complaint_rows_list(desk->store, filed->refers - 1, row, 1) == 1 &&
		     row->id == filed->refers && row->filed_ms == filed->at.office_ms &&
		     strcmp(row->service_date, filed->service_date) == 0 &&
		     are_words_right(row, filed, blanked);
	*out_state = row->state;
	memory_wipe(row, sizeof *row);
	free(row);
	return right;
}

static enum result check(const struct desk_complaint *complaint)
{
	if (complaint->kind < 0 || complaint->kind >= COMPLAINT_KINDS || complaint->topic < 0 ||
		complaint->topic >= COMPLAINT_TOPICS) {
		return RESULT_FIELD_RANGE;
	}
	return complaint_check(complaint->text, complaint->contact);
}

static void file(
	struct desk *desk, struct complaint_row *row, const struct desk_complaint *complaint)
{
	row->id = complaint_rows_next_id(desk->store);
	row->filed_ms = row->changed_ms = desk->now.office_ms;
	text_copy(row->service_date, sizeof row->service_date, desk->date);
	make_code(desk, row);
	complaint_rows_insert(desk->store, row, complaint->notice, complaint->token);
	note_complaint(desk, row);
}

enum result desk_complain(struct desk *desk, const struct desk_complaint *complaint,
	char out_code[COMPLAINT_CODE_SIZE])
{
	struct complaint_row row = {.kind = complaint->kind, .topic = complaint->topic};
	out_code[0] = '\0';
	enum result result = check(complaint);
	if (result == RESULT_OK) {
		result = act_begin(desk);
	}
	if (result != RESULT_OK) {
		return result;
	}
	if (complaint->token[0] != '\0' &&
		complaint_rows_find_token(desk->store, desk->date, complaint->token, out_code)) {
		return look_end(desk, RESULT_OK);
	}
	text_copy(row.text, sizeof row.text, complaint->text);
	text_copy(row.contact, sizeof row.contact, complaint->contact);
	file(desk, &row, complaint);
	result = act_end(desk, RESULT_OK);
	if (result == RESULT_OK) {
		text_copy(out_code, COMPLAINT_CODE_SIZE, row.code);
	}
	memory_wipe(&row, sizeof row);
	return result;
}

/* ---- what becomes of them ---- */

static enum result move(
	struct desk *desk, struct complaint_row *row, enum complaint_state state, const char *staff)
{
	struct event event = event_of(EVENT_COMPLAINT_MOVED);
	struct staff_row person;
	if (staff != NULL && !staff_rows_get(desk->store, staff, &person)) {
		return RESULT_STAFF_UNKNOWN;
	}
	row->state = state;
	row->changed_ms = desk->now.office_ms;
	complaint_rows_set(desk->store, row);
	event.refers = row->id;
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	text_copy(event.detail, sizeof event.detail, complaint_state_name(state));
	act_note_event(desk, &event, NULL);
	return RESULT_OK;
}

enum result desk_move_complaint(struct desk *desk, const char *code, enum complaint_state state,
	const char *staff, struct desk_complaint *out_complaint)
{
	struct complaint_row row;
	char tidy[COMPLAINT_CODE_SIZE];
	code_tidy(code, tidy, sizeof tidy); /* it may be that of `out_complaint` */
	*out_complaint = (struct desk_complaint){0};
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result =
		complaint_rows_find(desk->store, tidy, &row) ? RESULT_OK : RESULT_COMPLAINT_UNKNOWN;
	bool moves = result == RESULT_OK && row.state != state;
	if (moves) {
		result = move(desk, &row, state, staff);
	}
	/* Nothing is written where it is in that state already. */
	result = moves || result != RESULT_OK ? act_end(desk, result) : look_end(desk, result);
	if (result == RESULT_OK) {
		fill(&row, out_complaint);
	}
	return result;
}

enum result desk_list_complaints(struct desk *desk, int64_t *inout_after,
	struct desk_complaint *out_complaints, size_t size, size_t *out_count)
{
	struct complaint_row *rows = memory_zeroed(PART, sizeof *rows);
	*out_count = 0;
	enum result result = look_begin(desk);
	if (result == RESULT_OK) {
		size_t count = complaint_rows_list(
			desk->store, *inout_after, rows, size < PART ? size : PART);
		for (size_t i = 0; i < count; i++) {
			fill(&rows[i], &out_complaints[i]);
			*inout_after = rows[i].id;
		}
		*out_count = count;
		result = look_end(desk, RESULT_OK);
	}
	memory_wipe(rows, PART * sizeof *rows);
	free(rows);
	return result;
}
