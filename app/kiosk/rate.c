#include "app/kiosk/rate.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/numbering.h"

#include <string.h>

enum { DIGITS = 6 };

/* ---- the number ---- */

static size_t letters_of(const char *typed)
{
	return strspn(typed, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

bool rate_type(char typed[TICKET_NUMBER_SIZE], const char *key)
{
	char before[TICKET_NUMBER_SIZE];
	size_t letters = letters_of(typed);
	text_copy(before, sizeof before, typed);
	if (key[0] >= '0' && key[0] <= '9' && key[1] == '\0') {
		return strlen(typed) - letters < DIGITS &&
		       text_format(typed, TICKET_NUMBER_SIZE, "%s%s", before, key);
	}
	return office_is_prefix(key) &&
	       text_format(typed, TICKET_NUMBER_SIZE, "%s%s", key, before + letters);
}

bool rate_erase(char typed[TICKET_NUMBER_SIZE])
{
	size_t length = strlen(typed);
	if (length == 0) {
		return false;
	}
	typed[length - 1] = '\0';
	return true;
}

static bool can_rate(const struct lobby *lobby)
{
	return lobby->instrument != NULL && lobby->office != NULL && lobby->store == RESULT_OK;
}

static void open_number(struct journey *journey, const struct lobby *lobby, const char *number)
{
	struct visit *visit = &journey->visit;
	memory_wipe(&visit->rate, sizeof(visit->rate));
	visit->closes_ms = 0;
	text_copy(visit->rate.typed, sizeof(visit->rate.typed), number);
	journey_show(journey, lobby, JOURNEY_NUMBER);
}

void rate_open(struct journey *journey, const struct lobby *lobby)
{
	if (can_rate(lobby)) {
		open_number(journey, lobby, "");
	}
}

static enum journey_wish ask(struct visit *visit)
{
	visit->issuing = true;
	visit->tries = 0;
	visit->rate.ending = false;
	visit->rate.error = RESULT_OK;
	return JOURNEY_RATE;
}

static bool is_invited(const struct lobby *lobby, const char *number)
{
	const char *numbers[VIEW_SERVED];
	int64_t until_ms;
	const int count = lobby_invited(lobby, numbers, &until_ms);
	for (int i = 0; i < count; i++) {
		if (strcmp(numbers[i], number) == 0) {
			return true;
		}
	}
	return false;
}

enum journey_wish rate_invited(
	struct journey *journey, const struct lobby *lobby, const char *number)
{
	if (!is_invited(lobby, number) || !can_rate(lobby)) {
		return JOURNEY_NOTHING;
	}
	open_number(journey, lobby, number);
	return ask(&journey->visit);
}

bool rate_find_number(const struct office *office, const char *text, char *out_number)
{
	static const char gaps[] = " \t\r\n";
	for (text += strspn(text, gaps); *text != '\0'; text += strspn(text, gaps)) {
		size_t length = strcspn(text, gaps);
		char prefix[OFFICE_PREFIX_SIZE];
		int sequence;
		if (length < TICKET_NUMBER_SIZE) {
			text_format(out_number, TICKET_NUMBER_SIZE, "%.*s", (int)length, text);
			if (numbering_parse(out_number, prefix, &sequence) &&
				office_find_prefix(office, prefix) >= 0) {
				return true;
			}
		}
		text += length;
	}
	return false;
}

bool rate_scanned(struct journey *journey, const struct lobby *lobby, const char *text,
	enum journey_wish *out_wish)
{
	struct visit *visit = &journey->visit;
	char number[TICKET_NUMBER_SIZE];
	bool free = visit->screen == JOURNEY_WELCOME || visit->screen == JOURNEY_NUMBER;
	*out_wish = JOURNEY_NOTHING;
	if (!free || visit->issuing || !can_rate(lobby) ||
		!rate_find_number(lobby->office, text, number)) {
		return false;
	}
	open_number(journey, lobby, number);
	*out_wish = ask(visit);
	return true;
}

enum journey_wish rate_continue(struct visit *visit)
{
	if (visit->rate.typed[0] == '\0') {
		visit->rate.error = RESULT_FIELD_REQUIRED;
		return JOURNEY_NOTHING;
	}
	return ask(visit);
}

/* ---- the questions ---- */

static void open_question(struct journey *journey, const struct lobby *lobby, int item)
{
	struct visit *visit = &journey->visit;
	visit->step = item;
	visit->rate.next_ms = 0;
	visit->rate.error = RESULT_OK;
	journey_show(journey, lobby, JOURNEY_RATING);
}

bool rate_back(struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	if (visit->step <= visit->rate.first) {
		return false;
	}
	open_question(journey, lobby, visit->step - 1);
	return true;
}

static bool has_answer(const struct visit *visit, const struct instrument *instrument)
{
	for (int i = 0; i < instrument->item_count; i++) {
		if (visit->rate.rating.answers[i] > DESK_SKIPPED) {
			return true;
		}
	}
	return false;
}

static enum journey_wish end(struct visit *visit)
{
	visit->issuing = true;
	visit->tries = 0;
	visit->rate.ending = true;
	visit->rate.error = RESULT_OK;
	return JOURNEY_RATED;
}

static enum journey_wish take_answer(struct journey *journey, const struct lobby *lobby, int answer)
{
	struct visit *visit = &journey->visit;
	visit->rate.rating.answers[visit->step] = answer;
	visit->rate.sent = visit->step;
	if (visit->step + 1 < lobby->instrument->item_count) {
		if (answer == DESK_SKIPPED) {
			open_question(journey, lobby, visit->step + 1);
		} else {
			visit->rate.next_ms = lobby->ticks_ms + JOURNEY_NEXT_MS;
		}
		return JOURNEY_ANSWER;
	}
	if (has_answer(visit, lobby->instrument)) {
		return end(visit);
	}
	journey_forget(journey); /* nothing was said: nothing counts */
	return JOURNEY_NOTHING;
}

enum journey_wish rate_act(
	struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	struct visit *visit = &journey->visit;
	if (visit->screen == JOURNEY_NUMBER) {
		if (action->kind == ACTION_TYPED) {
			visit->rate.error = RESULT_OK;
		}
		return JOURNEY_NOTHING;
	}
	if (action->kind == ACTION_SKIP) {
		return take_answer(journey, lobby, DESK_SKIPPED);
	}
	return action->kind == ACTION_ANSWER &&
			       instrument_is_answer(lobby->instrument, action->value)
		       ? take_answer(journey, lobby, action->value)
		       : JOURNEY_NOTHING;
}

void rate_tick(struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	if (visit->rate.next_ms != 0 && lobby->ticks_ms >= visit->rate.next_ms) {
		open_question(journey, lobby, visit->step + 1);
	}
}

/* ---- the desk ---- */

void rate_request(const struct journey *journey, const struct lobby *lobby, enum journey_wish wish,
	struct desk_request *out_request)
{
	const struct rating_visit *rate = &journey->visit.rate;
	*out_request = (struct desk_request){.instrument = lobby->instrument};
	out_request->rating = rate->rating;
	if (wish == JOURNEY_RATE) {
		out_request->act = DESK_RATE;
		text_copy(out_request->rating.number, sizeof(out_request->rating.number),
			rate->typed);
	} else {
		out_request->act = wish == JOURNEY_ANSWER ? DESK_RATE_ANSWER : DESK_RATE_FINISH;
		out_request->id = rate->sent;
	}
}

static void begin(
	struct journey *journey, const struct lobby *lobby, const struct desk_rating *rating)
{
	struct rating_visit *rate = &journey->visit.rate;
	int count = lobby->instrument->item_count;
	rate->rating = *rating;
	rate->first = 0;
	while (rate->first + 1 < count && rating->answers[rate->first] != DESK_OPEN) {
		rate->first++;
	}
	open_question(journey, lobby, rate->first);
}

static void thank(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	memory_wipe(&visit->rate, sizeof(visit->rate));
	visit->closes_span_ms = JOURNEY_THANKS_MS;
	visit->closes_ms = lobby->ticks_ms + JOURNEY_THANKS_MS;
	journey_show(journey, lobby, JOURNEY_THANKS);
}

enum journey_wish rate_answered(struct journey *journey, const struct lobby *lobby,
	enum result result, const struct desk_rating *rating)
{
	struct visit *visit = &journey->visit;
	bool rates = visit->screen == JOURNEY_NUMBER || visit->screen == JOURNEY_RATING;
	if (!visit->issuing || !rates) {
		return JOURNEY_NOTHING;
	}
	if (result == RESULT_STORE_BUSY && visit->tries < JOURNEY_RETRIES) {
		visit->tries++;
		return visit->rate.ending ? JOURNEY_RATED : JOURNEY_RATE;
	}
	visit->issuing = false;
	if (visit->rate.ending && (result == RESULT_OK || result == RESULT_RATING_DONE)) {
		thank(journey, lobby);
	} else if (result == RESULT_OK) {
		begin(journey, lobby, rating);
	} else {
		visit->rate.error = result;
	}
	return JOURNEY_NOTHING;
}
