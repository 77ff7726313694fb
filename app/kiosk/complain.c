#include "app/kiosk/complain.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

/* The text of the step that is typed; NULL = nothing is. */
static char *text_of(struct visit *visit, size_t *out_size)
{
	struct desk_complaint *typed = &visit->complaint.typed;
	switch (visit->step) {
	case COMPLAINT_WORDS: *out_size = sizeof(typed->text); return typed->text;
	case COMPLAINT_REPLY: *out_size = sizeof(typed->contact); return typed->contact;
	default: *out_size = 0; return NULL;
	}
}

static void open_step(struct journey *journey, const struct lobby *lobby, enum complaint_step step)
{
	struct visit *visit = &journey->visit;
	size_t size;
	visit->step = step;
	visit->complaint.error = RESULT_OK;
	const char *text = text_of(visit, &size);
	if (text != NULL) {
		keyboard_start(&visit->keyboard,
			step == COMPLAINT_WORDS ? KEYBOARD_TEXT : KEYBOARD_EMAIL, text);
		visit->keyboard.shift = step == COMPLAINT_WORDS && text[0] == '\0';
	}
	journey_show(journey, lobby, JOURNEY_COMPLAINT);
}

void complain_open(struct journey *journey, const struct lobby *lobby)
{
	if (lobby->office == NULL || lobby->store != RESULT_OK) {
		return;
	}
	journey->visit.closes_ms = 0;
	open_step(journey, lobby, COMPLAINT_ABOUT);
}

static enum result check_step(struct visit *visit)
{
	struct desk_complaint *typed = &visit->complaint.typed;
	text_trim(visit->step == COMPLAINT_WORDS ? typed->text : typed->contact);
	return complaint_check(typed->text, visit->step == COMPLAINT_WORDS ? "" : typed->contact);
}

enum journey_wish complain_continue(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	size_t size;
	if (visit->step == COMPLAINT_NOTICE) {
		text_copy(visit->complaint.typed.notice, OFFICE_NOTICE_SIZE,
			lobby->office->notice_version);
		open_step(journey, lobby, COMPLAINT_WORDS);
		return JOURNEY_NOTHING;
	}
	if (text_of(visit, &size) == NULL) {
		return JOURNEY_NOTHING;
	}
	visit->complaint.error = check_step(visit);
	if (visit->complaint.error != RESULT_OK) {
		return JOURNEY_NOTHING;
	}
	if (visit->step == COMPLAINT_WORDS) {
		open_step(journey, lobby, COMPLAINT_REPLY);
		return JOURNEY_NOTHING;
	}
	visit->issuing = true;
	visit->tries = 0;
	return JOURNEY_FILE;
}

void complain_reopen(struct journey *journey, const struct lobby *lobby)
{
	open_step(journey, lobby, COMPLAINT_WORDS);
}

bool complain_back(struct journey *journey, const struct lobby *lobby)
{
	switch (journey->visit.step) {
	case COMPLAINT_NOTICE:
	case COMPLAINT_ELSEWHERE: open_step(journey, lobby, COMPLAINT_ABOUT); return true;
	case COMPLAINT_WORDS: open_step(journey, lobby, COMPLAINT_NOTICE); return true;
	case COMPLAINT_REPLY: open_step(journey, lobby, COMPLAINT_WORDS); return true;
	default: return false;
	}
}

/* The keyboard refused a character: the text is full, or it has no place in it. */
static enum result refusal_of(struct visit *visit)
{
	enum { LONGEST_CHARACTER = 4 };
	size_t size;
	const char *text = text_of(visit, &size);
	return text != NULL && strlen(text) + LONGEST_CHARACTER >= size ? RESULT_TEXT_LONG
									: RESULT_TEXT_CONTROL;
}

/* What was sent and then changed is another complaint. */
static bool changes(const struct desk_complaint *typed, const struct action *action)
{
	return action->kind == ACTION_TYPED ||
	       (action->kind == ACTION_KIND && action->value != (int)typed->kind) ||
	       (action->kind == ACTION_TOPIC && action->value != (int)typed->topic);
}

void complain_act(struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	struct complaint_visit *complaint = &journey->visit.complaint;
	if (changes(&complaint->typed, action)) {
		memory_wipe(complaint->typed.token, sizeof(complaint->typed.token));
	}
	switch (action->kind) {
	case ACTION_KIND:
		complaint->typed.kind = (enum complaint_kind)action->value;
		complaint->kind_said = true;
		complaint->error = RESULT_OK;
		break;
	case ACTION_TOPIC:
		if (!complaint->kind_said) {
			complaint->error = RESULT_FIELD_REQUIRED;
			break;
		}
		complaint->typed.topic = (enum complaint_topic)action->value;
		open_step(journey, lobby, COMPLAINT_NOTICE);
		break;
	case ACTION_ELSEWHERE: open_step(journey, lobby, COMPLAINT_ELSEWHERE); break;
	case ACTION_TYPED: complaint->error = RESULT_OK; break;
	case ACTION_REFUSED: complaint->error = refusal_of(&journey->visit); break;
	default: break;
	}
}

void complain_request(const struct journey *journey, struct desk_request *out_request)
{
	*out_request = (struct desk_request){.act = DESK_COMPLAIN};
	out_request->complaint = journey->visit.complaint.typed;
}

/* Better late than never: it is filed, and nothing of it was changed meanwhile. */
static bool is_late(const struct visit *visit, enum result result)
{
	return result == RESULT_OK && visit->screen == JOURNEY_COMPLAINT &&
	       visit->complaint.error == RESULT_DESK_SILENT &&
	       visit->complaint.typed.token[0] != '\0';
}

enum journey_wish complain_answered(
	struct journey *journey, const struct lobby *lobby, enum result result, const char *receipt)
{
	struct visit *visit = &journey->visit;
	if (!visit->issuing && is_late(visit, result)) {
		visit->issuing = true;
	}
	if (!visit->issuing || visit->screen != JOURNEY_COMPLAINT) {
		return JOURNEY_NOTHING;
	}
	if (result == RESULT_STORE_BUSY && visit->tries < JOURNEY_RETRIES) {
		visit->tries++;
		return JOURNEY_FILE;
	}
	visit->issuing = false;
	visit->complaint.error = result;
	if (result != RESULT_OK) {
		return JOURNEY_NOTHING;
	}
	visit->complaint.kind = visit->complaint.typed.kind;
	visit->complaint.topic = visit->complaint.typed.topic;
	visit->complaint.filed_ms = lobby->now_ms;
	visit->complaint.paper =
		lobby->prints && lobby->printer == RESULT_OK ? RECEIPT_WANTED : RECEIPT_NOT_PRINTED;
	desk_complaint_wipe(&visit->complaint.typed);
	memory_wipe(&visit->keyboard, sizeof(visit->keyboard));
	text_copy(visit->complaint.receipt, sizeof(visit->complaint.receipt), receipt);
	visit->closes_span_ms = JOURNEY_WRITE_MS;
	visit->closes_ms = lobby->ticks_ms + JOURNEY_WRITE_MS;
	journey_show(journey, lobby, JOURNEY_FILED);
	return JOURNEY_NOTHING;
}

bool complain_wants_paper(const struct journey *journey)
{
	return journey->visit.screen == JOURNEY_FILED &&
	       journey->visit.complaint.paper == RECEIPT_WANTED;
}

void complain_hear_paper(struct journey *journey, const struct lobby *lobby, const char *code,
	enum receipt_paper paper)
{
	struct visit *visit = &journey->visit;
	if (visit->screen != JOURNEY_FILED || strcmp(visit->complaint.receipt, code) != 0) {
		return;
	}
	visit->complaint.paper = paper;
	/* Who thought that paper would come has the whole time to write. */
	if (paper == RECEIPT_FAILED) {
		visit->closes_ms = lobby->ticks_ms + JOURNEY_WRITE_MS;
	}
}
