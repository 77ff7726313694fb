/* The proof: the log's chain, and all that hangs on a single event of it. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_past.h"
#include "app/desk/rating.h"
#include "app/desk/trial.h"
#include "db/complaint_rows.h"
#include "db/past_rows.h"

#include <stdlib.h>
#include <string.h>

enum { PART = 4096 }; /* events in memory at a time */

static bool is_first(const struct desk_proof *proof, int64_t event)
{
	return proof->right || (event != 0 && (proof->event == 0 || event < proof->event));
}

void trial_fail_ticket(struct desk_proof *proof, int64_t event, const char *what, const char *date,
	const char *number)
{
	if (is_first(proof, event)) {
		proof->event = event;
		text_copy(proof->what, sizeof proof->what, what);
		text_copy(proof->date, sizeof proof->date, date);
		text_copy(proof->number, sizeof proof->number, number);
	}
	proof->right = false;
}

void trial_fail(struct desk_proof *proof, int64_t event, const char *what)
{
	trial_fail_ticket(proof, event, what, "", "");
}

/* ---- ratings ---- */

/* Answers are no part of a day's replay: the log has their hashes. */
static void check_rating(struct trial *trial, const struct event *event)
{
	if (event->kind == EVENT_RATED) {
		trial->ratings++;
		if (!rating_is_right(trial->desk, event)) {
			trial_fail(trial->proof, event->id, "rating");
		}
	}
}

static void count_ratings(struct trial *trial)
{
	if (rating_rows_total(trial->desk->store) != trial->ratings) {
		trial_fail(trial->proof, 0, "ratings");
	}
}

/* ---- what staff wrote ---- */

/* Free text lies beside the log, which has its hash; it may be gone when its time is over. */
static void check_remarks(struct trial *trial)
{
	int64_t remarks = 0;
	for (size_t i = 0; i < trial->word_count; i++) {
		const struct event *word = &trial->words[i];
		remarks += strchr(word->detail, ' ') != NULL ? 1 : 0;
		if (!remark_is_right(trial->desk, word, trial->blanked)) {
			trial_fail_ticket(trial->proof, word->id, "remark", word->service_date, "");
		}
	}
	if (remark_rows_total(trial->desk->store) != remarks) {
		trial_fail(trial->proof, 0, "remarks");
	}
}

/* ---- suggestions and complaints ---- */

static void keep_complaint(struct trial *trial, const struct event *event)
{
	size_t count = trial->complaint_count;
	if (event->kind == EVENT_COMPLAINED) {
		trial->complaints =
			memory_resized(trial->complaints, count + 1, sizeof *trial->complaints);
		trial->complaints[trial->complaint_count++] =
			(struct trial_complaint){*event, COMPLAINT_NEW, event->id};
	}
	for (size_t i = count; event->kind == EVENT_COMPLAINT_MOVED && i > 0; i--) {
		struct trial_complaint *own = &trial->complaints[i - 1];
		if (own->filed.refers == event->refers) {
			(void)complaint_state_find(event->detail, &own->state);
			own->state_event = event->id;
			break;
		}
	}
}

static void check_complaints(struct trial *trial)
{
	for (size_t i = 0; i < trial->complaint_count; i++) {
		const struct trial_complaint *told = &trial->complaints[i];
		enum complaint_state state;
		if (!complaint_is_right(trial->desk, &told->filed, trial->blanked, &state)) {
			trial_fail(trial->proof, told->filed.id, "complaint");
		} else if (state != told->state) {
			trial_fail(trial->proof, told->state_event, "complaint");
		}
	}
	if (complaint_rows_total(trial->desk->store) != (int64_t)trial->complaint_count) {
		trial_fail(trial->proof, 0, "complaint");
	}
}

/* ---- visits without a number, and help ---- */

static void check_flow(struct trial *trial, const struct event *event)
{
	const char *what = flow_trial_add(&trial->flows, trial->desk, event);
	if (what != NULL) {
		trial_fail(trial->proof, event->id, what);
	}
}

static void end_flows(struct trial *trial)
{
	int64_t event;
	const char *what = flow_trial_end(&trial->flows, trial->desk, &event);
	if (what != NULL) {
		trial_fail(trial->proof, event, what);
	}
}

/* ---- the chain ---- */

/* From the end: an event is nearly always of the day that was last begun. */
const struct trial_date *trial_find_date(const struct trial *trial, const char *date)
{
	for (size_t i = trial->date_count; i > 0; i--) {
		if (strcmp(trial->dates[i - 1].date, date) == 0) {
			return &trial->dates[i - 1];
		}
	}
	return NULL;
}

static void keep_date(struct trial *trial, const struct event *event)
{
	if (trial_find_date(trial, event->service_date) != NULL) {
		return;
	}
	trial->dates = memory_resized(trial->dates, trial->date_count + 1, sizeof *trial->dates);
	struct trial_date *date = &trial->dates[trial->date_count++];
	text_copy(date->date, sizeof date->date, event->service_date);
	date->first_event = event->id;
}

/* What is needed of an event when its day is looked at. */
/* An office that keeps longer from now on wipes up to an earlier day than it has before. */
static void keep_blanked(struct trial *trial, const struct event *event)
{
	const char *date = event->kind == EVENT_BLANKED ? strrchr(event->detail, ' ') : NULL;
	if (date != NULL && strcmp(date + 1, trial->blanked) > 0) {
		text_copy(trial->blanked, sizeof trial->blanked, date + 1);
	}
}

static void keep(struct trial *trial, const struct event *event)
{
	keep_date(trial, event);
	keep_complaint(trial, event);
	keep_blanked(trial, event);
	if (event->kind == EVENT_DOUBTED || event->kind == EVENT_EXPLAINED) {
		trial->words =
			memory_resized(trial->words, trial->word_count + 1, sizeof *trial->words);
		trial->words[trial->word_count++] = *event;
	}
	if (event->kind == EVENT_STORE_CREATED || event->kind == EVENT_CALENDAR_CHANGED ||
		event->kind == EVENT_OFFICE_CHANGED) {
		trial->office_event = event->hash[0] != '\0' ? event->id : 0;
		text_copy(trial->fingerprint, sizeof trial->fingerprint, event->detail);
	}
}

/* The rules that a change ended are kept as they were. */
static void check_past(struct trial *trial, const struct event *event)
{
	trial->changes += event->kind == EVENT_OFFICE_CHANGED ? 1 : 0;
	if (event->kind == EVENT_OFFICE_CHANGED && !office_past_is_right(trial->desk, event)) {
		trial_fail(trial->proof, event->id, "office_past");
	}
}

/* One event behind another; false = the chain is broken here. */
static bool check_link(
	struct trial *trial, const struct event *event, int64_t id, char previous[EVENT_HASH_SIZE])
{
	char hash[EVENT_HASH_SIZE];
	bool chained = event->hash[0] != '\0';
	if (event->id != id) {
		trial_fail(trial->proof, event->id, "event_missing_before");
		return false;
	}
	if (!chained && previous[0] != '\0') {
		trial_fail(trial->proof, event->id, "event_without_hash");
		return false;
	}
	event_rows_hash(event, previous, hash);
	if (chained && strcmp(hash, event->hash) != 0) {
		trial_fail(trial->proof, event->id, "event_changed");
		return false;
	}
	trial->proof->unchained += chained ? 0 : 1;
	text_copy(previous, EVENT_HASH_SIZE, event->hash);
	return true;
}

/* A part of the log at a time: years of it would not fit a small computer. */
static void check_chain(struct trial *trial)
{
	char previous[EVENT_HASH_SIZE] = "";
	bool whole = true;
	for (int64_t first = 1; first <= trial->desk->head.id; first += PART) {
		struct event *events;
		size_t count =
			event_rows_list(trial->desk->store, first, first + PART - 1, &events);
		for (size_t i = 0; i < count; i++) {
			keep(trial, &events[i]);
			whole = whole &&
				check_link(trial, &events[i], ++trial->proof->events, previous);
			check_rating(trial, &events[i]);
			check_flow(trial, &events[i]);
			check_past(trial, &events[i]);
		}
		free(events);
	}
}

/* What the office promises, and when it is open, is what the last event about it says. */
static void check_office(struct trial *trial)
{
	if (trial->office_event != 0 &&
		!office_has_fingerprint(&trial->desk->office, trial->fingerprint)) {
		trial_fail(trial->proof, trial->office_event, "office_changed");
	}
	if (past_rows_total(trial->desk->store) != trial->changes) {
		trial_fail(trial->proof, 0, "office_past");
	}
}

enum result desk_verify(struct desk *desk, struct desk_proof *out_proof)
{
	*out_proof = (struct desk_proof){.right = true};
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	text_copy(out_proof->head, sizeof out_proof->head, desk->head.hash);
	struct trial *trial = memory_zeroed(1, sizeof *trial);
	trial->desk = desk;
	trial->proof = out_proof;
	check_chain(trial);
	/* Of a broken log nothing can be told again. */
	if (out_proof->right) {
		count_ratings(trial);
		check_remarks(trial);
		check_complaints(trial);
		end_flows(trial);
		check_office(trial);
		trial_check_days(trial);
	}
	if (!seal_is_own(desk)) {
		trial_fail(out_proof, 0, "key_changed");
	}
	free(trial->dates);
	free(trial->words);
	free(trial->complaints);
	free(trial->flows.calls);
	free(trial);
	return look_end(desk, RESULT_OK);
}
