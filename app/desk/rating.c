#include "app/base/text.h"
#include "app/desk/act.h"
#include "app/desk/feedback.h"
#include "app/desk/rating.h"
#include "app/queue/numbering.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

/* ---- the log ---- */

static void hash_answers(struct desk *desk, int64_t ticket, int segment, char out_hash[33])
{
	struct answer_row rows[INSTRUMENT_ITEMS];
	unsigned char hash[16];
	crypto_generichash_state state;
	size_t count = rating_rows_answers(desk->store, ticket, segment, rows, INSTRUMENT_ITEMS);
	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	for (size_t i = 0; i < count; i++) {
		char line[INSTRUMENT_CODE_SIZE + 16];
		text_format(line, sizeof line, "%s=%d\n", rows[i].item, rows[i].answer);
		crypto_generichash_update(&state, (const unsigned char *)line, strlen(line));
	}
	crypto_generichash_final(&state, hash, sizeof hash);
	sodium_bin2hex(out_hash, 33, hash, sizeof hash);
}

/* "skm-9/2017 hash": what the event of a finished rating says. */
static void write_detail(
	struct desk *desk, const struct rating_row *row, char out_detail[EVENT_DETAIL_SIZE])
{
	char hash[33];
	hash_answers(desk, row->ticket, row->segment, hash);
	text_format(out_detail, EVENT_DETAIL_SIZE, "%s/%s %s", row->instrument, row->version, hash);
}

static void note_rating(struct desk *desk, const struct rating_row *row)
{
	struct event event = event_of(EVENT_RATED);
	event.ticket = row->ticket;
	event.refers = row->segment;
	event.with_service = true;
	event.service = row->service;
	write_detail(desk, row, event.detail);
	act_note_event(desk, &event, NULL);
}

bool rating_is_right(struct desk *desk, const struct event *event)
{
	struct rating_row row;
	char detail[EVENT_DETAIL_SIZE];
	if (!rating_rows_get(desk->store, event->ticket, (int)event->refers, &row) ||
		row.finished_ms == TICKET_NEVER || row.service != event->service) {
		return false;
	}
	write_detail(desk, &row, detail);
	return strcmp(detail, event->detail) == 0;
}

/* ---- which segment ---- */

static bool is_over(const struct segment *segment)
{
	return segment->served_ms != TICKET_NEVER && segment->finished_ms != TICKET_NEVER &&
	       segment->state == TICKET_DONE;
}

/* The latest that is not rated yet, with the row it has, if any; services that are kept out of the
 * ratings are passed over. */
static enum result find_segment(
	struct desk *desk, int64_t ticket, struct rating_row *out_row, bool *out_begun)
{
	struct segment *segments;
	enum result result = RESULT_RATING_EARLY;
	size_t count = segment_rows_list(desk->store, ticket, &segments);
	for (size_t i = count; i > 0 && result != RESULT_OK; i--) {
		if (!is_over(&segments[i - 1])) {
			continue;
		}
		if (desk->office.services[segments[i - 1].service].unrated) {
			result = result == RESULT_RATING_EARLY ? RESULT_RATING_UNASKED : result;
			continue;
		}
		*out_begun = rating_rows_get(desk->store, ticket, segments[i - 1].place, out_row);
		out_row->service = segments[i - 1].service;
		result = out_row->finished_ms == TICKET_NEVER ? RESULT_OK : RESULT_RATING_DONE;
	}
	free(segments);
	return result;
}

static enum result find_ticket(struct desk *desk, const char *number, struct ticket *out_ticket)
{
	char prefix[OFFICE_PREFIX_SIZE];
	int sequence;
	return numbering_parse(number, prefix, &sequence) &&
			       ticket_rows_find_number(
				       desk->store, desk->date, prefix, sequence, out_ticket)
		       ? RESULT_OK
		       : RESULT_TICKET_UNKNOWN;
}

/* ---- begin ---- */

static void read_answers(struct desk *desk, const struct rating_row *row,
	const struct instrument *instrument, struct desk_rating *rating)
{
	struct answer_row rows[INSTRUMENT_ITEMS];
	size_t count =
		rating_rows_answers(desk->store, row->ticket, row->segment, rows, INSTRUMENT_ITEMS);
	for (size_t i = 0; i < count; i++) {
		int place = instrument_find_item(instrument, rows[i].item);
		if (place >= 0) {
			rating->answers[place] = rows[i].answer;
		}
	}
}

/* Its row, made or emptied where what is there is of another questionnaire. */
static void open_row(
	struct desk *desk, struct rating_row *row, bool begun, const struct instrument *instrument)
{
	bool same = strcmp(row->instrument, instrument->code) == 0 &&
		    strcmp(row->version, instrument->version) == 0;
	text_copy(row->instrument, sizeof row->instrument, instrument->code);
	text_copy(row->version, sizeof row->version, instrument->version);
	if (!begun) {
		rating_rows_insert(desk->store, row, desk->date, desk->now.office_ms);
	} else if (!same) {
		rating_rows_restart(desk->store, row, desk->now.office_ms);
	}
}

enum result desk_rate(struct desk *desk, const char *number, const struct instrument *instrument,
	struct desk_rating *out_rating)
{
	struct ticket ticket;
	struct rating_row row;
	bool begun = false;
	*out_rating = (struct desk_rating){0};
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = find_ticket(desk, number, &ticket);
	if (result == RESULT_OK) {
		result = find_segment(desk, ticket.id, &row, &begun);
	}
	if (result == RESULT_OK) {
		open_row(desk, &row, begun, instrument);
		out_rating->ticket = row.ticket;
		out_rating->segment = row.segment;
		out_rating->service = row.service;
		text_copy(out_rating->number, sizeof out_rating->number, ticket.number);
		for (int i = 0; i < INSTRUMENT_ITEMS; i++) {
			out_rating->answers[i] = DESK_OPEN;
		}
		read_answers(desk, &row, instrument, out_rating);
	}
	return act_end(desk, result);
}

/* ---- answers ---- */

static bool is_answer(const struct instrument *instrument, int answer)
{
	return answer == DESK_SKIPPED || instrument_is_answer(instrument, answer);
}

/* The rating that was begun with this questionnaire and can still be answered. */
static enum result read_row(struct desk *desk, const struct desk_rating *rating,
	const struct instrument *instrument, struct rating_row *out_row)
{
	if (!rating_rows_get(desk->store, rating->ticket, rating->segment, out_row)) {
		return RESULT_TICKET_UNKNOWN;
	}
	if (out_row->finished_ms != TICKET_NEVER) {
		return RESULT_RATING_DONE;
	}
	bool same = strcmp(out_row->instrument, instrument->code) == 0 &&
		    strcmp(out_row->version, instrument->version) == 0;
	return same ? RESULT_OK : RESULT_FIELD_RANGE;
}

enum result desk_rate_answer(struct desk *desk, const struct desk_rating *rating,
	const struct instrument *instrument, int item)
{
	struct rating_row row;
	if (item < 0 || item >= instrument->item_count ||
		!is_answer(instrument, rating->answers[item])) {
		return RESULT_FIELD_RANGE;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = read_row(desk, rating, instrument, &row);
	if (result == RESULT_OK) {
		rating_rows_answer(desk->store, row.ticket, row.segment,
			instrument->items[item].code, rating->answers[item]);
	}
	return act_end(desk, result);
}

static enum result check_answers(
	const struct desk_rating *rating, const struct instrument *instrument)
{
	bool any = false;
	for (int i = 0; i < instrument->item_count; i++) {
		int answer = rating->answers[i];
		if (answer != DESK_OPEN && !is_answer(instrument, answer)) {
			return RESULT_FIELD_RANGE;
		}
		any = any || answer > DESK_SKIPPED;
	}
	return any ? RESULT_OK : RESULT_FIELD_REQUIRED;
}

enum result desk_rate_finish(
	struct desk *desk, const struct desk_rating *rating, const struct instrument *instrument)
{
	struct rating_row row;
	enum result result = check_answers(rating, instrument);
	if (result == RESULT_OK) {
		result = act_begin(desk);
	}
	if (result != RESULT_OK) {
		return result;
	}
	result = read_row(desk, rating, instrument, &row);
	if (result != RESULT_OK) {
		return act_end(desk, result);
	}
	for (int i = 0; i < instrument->item_count; i++) {
		int answer = rating->answers[i] == DESK_OPEN ? DESK_SKIPPED : rating->answers[i];
		rating_rows_answer(
			desk->store, row.ticket, row.segment, instrument->items[i].code, answer);
	}
	rating_rows_finish(desk->store, row.ticket, row.segment, desk->now.office_ms);
	note_rating(desk, &row);
	return act_end(desk, RESULT_OK);
}
