#include "app/kiosk/journey.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/arrival.h"
#include "app/kiosk/aside.h"
#include "app/kiosk/book.h"
#include "app/kiosk/scan.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"
#include "app/kiosk/ways.h"

#include <assert.h>

void journey_init(struct journey *journey, enum office_language language, bool contrast)
{
	*journey = (struct journey){.first_language = language, .first_contrast = contrast};
	journey_forget(journey);
}

static void reset_choices(struct journey *journey)
{
	journey->language = journey->first_language;
	journey->contrast = journey->first_contrast;
	journey->large = false;
	journey->low = false;
	journey->aloud = false;
}

void journey_forget(struct journey *journey)
{
	memory_wipe(&journey->visit, sizeof(journey->visit));
	reset_choices(journey);
}

void journey_go_home(struct journey *journey, const struct lobby *lobby)
{
	memory_wipe(&journey->visit, sizeof(journey->visit));
	journey->visit.input_ms = lobby->ticks_ms;
}

const struct office_service *journey_service(
	const struct journey *journey, const struct lobby *lobby)
{
	assert(journey->visit.service < lobby->office->service_count);
	return &lobby->office->services[journey->visit.service];
}

int journey_seconds(const struct lobby *lobby, int64_t deadline_ms)
{
	int64_t left_ms = deadline_ms - lobby->ticks_ms;
	return left_ms <= 0 ? 0 : (int)((left_ms + 999) / 1000);
}

void journey_show(struct journey *journey, const struct lobby *lobby, enum journey_screen screen)
{
	journey->visit.screen = screen;
	journey->visit.screen_ms = lobby->ticks_ms;
	journey->visit.input_ms = lobby->ticks_ms;
	journey->visit.page = 0;
}

/* ---- the ticket's screen ---- */

static enum journey_phase phase_now(const struct visit *visit, const struct lobby *lobby)
{
	switch (visit->print) {
	case PRINT_CONFIRMED:
	case PRINT_UNCONFIRMED: return PHASE_PRINTED;
	case PRINT_SENDING: return PHASE_PRINTING;
	case PRINT_PENDING: return lobby->printer == RESULT_OK ? PHASE_PRINTING : PHASE_TROUBLE;
	default: return PHASE_TROUBLE;
	}
}

void journey_settle(struct visit *visit, const struct lobby *lobby)
{
	if (visit->phase == PHASE_PRINTING &&
		lobby->ticks_ms - visit->phase_ms >= JOURNEY_PATIENCE_MS) {
		visit->print = PRINT_FAILED;
		visit->print_reason = RESULT_DEVICE_TIMEOUT;
	}
	enum journey_phase phase = phase_now(visit, lobby);
	if (phase == visit->phase) {
		return;
	}
	visit->phase = phase;
	visit->phase_ms = lobby->ticks_ms;
	visit->closes_span_ms = phase == PHASE_TROUBLE ? JOURNEY_WRITE_MS : JOURNEY_TICKET_MS;
	visit->closes_ms = phase == PHASE_PRINTING ? 0 : lobby->ticks_ms + visit->closes_span_ms;
}

void journey_slip(struct journey *journey, const struct lobby *lobby, const struct desk_slip *slip,
	enum print_state print, enum result reason)
{
	struct visit *visit = &journey->visit;
	if (visit->screen != JOURNEY_TICKET || slip->ticket.id != visit->ticket.id) {
		return;
	}
	visit->ahead = slip->ahead;
	visit->expected = (struct say_span){slip->low_ms, slip->high_ms};
	visit->print = print;
	visit->print_reason = reason;
	journey_settle(visit, lobby);
}

/* ---- asking the desk ---- */

/* Special needs give priority too; the queue never learns which. */
static enum ticket_priority priority_of(const struct visit *visit)
{
	return visit->priority || visit->guest.needs != 0 ? TICKET_PRIORITY : TICKET_ORDINARY;
}

void journey_request(
	const struct journey *journey, const struct lobby *lobby, struct desk_issue *out_issue)
{
	const struct visit *visit = &journey->visit;
	*out_issue = (struct desk_issue){
		.service = visit->service,
		.priority = priority_of(visit),
		.with_guest = visit->asked[0] == '\0' && !lobby->office->ticket_first,
		.party = visit->ways.party,
		.guest = visit->guest,
		.print = lobby->prints,
	};
	text_copy(out_issue->notice, sizeof(out_issue->notice), visit->notice);
	text_copy(out_issue->token, sizeof(out_issue->token), visit->token);
}

enum journey_wish journey_issue(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	lobby_expect(lobby, visit->service, priority_of(visit), &visit->ahead, &visit->expected);
	visit->issuing = true;
	visit->ways.wish = JOURNEY_ISSUE;
	return JOURNEY_ISSUE;
}

void journey_refuse(struct journey *journey, const struct lobby *lobby, enum result result)
{
	struct visit *visit = &journey->visit;
	visit->refusal = result;
	if (!journey_may_choose_again(visit) && result != RESULT_DESK_SILENT) {
		book_wipe(visit);
	}
	visit->closes_span_ms = JOURNEY_WRITE_MS;
	visit->closes_ms = lobby->ticks_ms + JOURNEY_WRITE_MS;
	journey_show(journey, lobby, JOURNEY_REFUSED);
}

static void choose_again(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	visit->refusal = RESULT_OK;
	visit->closes_ms = 0;
	visit->tries = 0;
	journey_show(journey, lobby, JOURNEY_SERVICE);
}

enum journey_wish journey_answer(struct journey *journey, const struct lobby *lobby,
	enum result result, const struct ticket *ticket)
{
	struct visit *visit = &journey->visit;
	/* Better late than never: the number is there. */
	bool late = visit->screen == JOURNEY_REFUSED && visit->refusal == RESULT_DESK_SILENT &&
		    visit->ways.wish == JOURNEY_ISSUE && result == RESULT_OK;
	if (!visit->issuing && !late) {
		return JOURNEY_NOTHING;
	}
	if (result == RESULT_STORE_BUSY && visit->tries < JOURNEY_RETRIES) {
		visit->tries++;
		visit->ways.asked_ms = 0; /* it does answer */
		return JOURNEY_ISSUE;
	}
	visit->issuing = false;
	bool arriving = visit->screen == JOURNEY_CODE || (late && visit->asked[0] != '\0');
	if (arriving && arrival_stays(visit, result)) {
		return JOURNEY_NOTHING;
	}
	arrival_wipe(visit);
	if (result != RESULT_OK) {
		journey_refuse(journey, lobby, result);
		return JOURNEY_NOTHING;
	}
	book_wipe(visit);
	if (arriving) {
		arrival_take(visit, lobby, ticket);
	}
	visit->ticket = *ticket;
	if (ticket->low_ms >= 0) {
		visit->expected = (struct say_span){ticket->low_ms, ticket->high_ms};
	}
	visit->print = lobby->prints ? PRINT_PENDING : PRINT_NONE;
	journey_show(journey, lobby, JOURNEY_TICKET);
	journey_settle(visit, lobby);
	return JOURNEY_NOTHING;
}

/* ---- actions ---- */

static enum journey_wish go_on(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->screen == JOURNEY_NOTICE) {
		text_copy(visit->notice, sizeof(visit->notice), lobby->office->notice_version);
		journey_show(journey, lobby, JOURNEY_GUEST);
		book_open(journey, lobby, 0);
	} else if (visit->screen == JOURNEY_GUEST && book_continue(journey, lobby)) {
		return journey_issue(journey, lobby);
	} else if (visit->screen == JOURNEY_CODE && arrival_continue(visit)) {
		visit->issuing = true;
		return visit->ways.wish = JOURNEY_ISSUE;
	} else if (visit->screen == JOURNEY_NUMBER) {
		return rate_continue(visit);
	} else if (visit->screen == JOURNEY_COMPLAINT) {
		return complain_continue(journey, lobby);
	}
	return JOURNEY_NOTHING;
}

static void go_back(struct journey *journey, const struct lobby *lobby)
{
	switch (journey->visit.screen) {
	case JOURNEY_NOTICE: journey_show(journey, lobby, JOURNEY_SERVICE); break;
	case JOURNEY_GUEST:
		if (!book_back(journey, lobby)) {
			journey_show(journey, lobby, JOURNEY_NOTICE);
		}
		break;
	case JOURNEY_REFUSED:
		if (journey_may_choose_again(&journey->visit)) {
			choose_again(journey, lobby);
		}
		break;
	case JOURNEY_STANDARDS: aside_close(journey, lobby); break;
	case JOURNEY_STANDARD:
	case JOURNEY_PLEDGE: aside_back(journey, lobby); break;
	case JOURNEY_RATING:
		if (!rate_back(journey, lobby)) {
			journey_go_home(journey, lobby);
		}
		break;
	case JOURNEY_COMPLAINT:
		if (!complain_back(journey, lobby)) {
			journey_go_home(journey, lobby);
		}
		break;
	default: journey_go_home(journey, lobby); break;
	}
}

static void enter_code(struct journey *journey, const struct lobby *lobby)
{
	if (lobby_is_issuing(lobby)) {
		journey_show(journey, lobby, JOURNEY_CODE);
		arrival_open(&journey->visit);
	}
}

/* Letters and choices. */
static enum journey_wish enter(
	struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	switch (journey->visit.screen) {
	case JOURNEY_CODE: arrival_act(&journey->visit, action->kind); break;
	case JOURNEY_NUMBER:
	case JOURNEY_RATING: return rate_act(journey, lobby, action);
	case JOURNEY_COMPLAINT: complain_act(journey, lobby, action); break;
	default: book_act(journey, lobby, action); break;
	}
	return JOURNEY_NOTHING;
}

/* As often as wanted, but not in advance: who has left must not hold the kiosk for an hour. */
static void add_time(struct visit *visit, const struct lobby *lobby)
{
	int64_t most_ms = lobby->ticks_ms + JOURNEY_WRITE_MAX_MS;
	int64_t wanted_ms = visit->closes_ms + JOURNEY_WRITE_MS;
	if (visit->closes_ms == 0) {
		return; /* nothing runs out yet */
	}
	visit->closes_ms = wanted_ms < most_ms ? wanted_ms : most_ms;
	visit->closes_span_ms = visit->closes_ms - lobby->ticks_ms;
}

/* How the screen looks: at any time. */
static bool adjust(struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	switch (action->kind) {
	case ACTION_LANGUAGE:
		ways_change_language(journey, lobby, (enum office_language)action->value);
		return true;
	case ACTION_CONTRAST: journey->contrast = !journey->contrast; return true;
	case ACTION_LARGE: journey->large = !journey->large; break;
	case ACTION_LOW: journey->low = !journey->low; break;
	case ACTION_ALOUD: journey->aloud = journey->voice && !journey->aloud; return true;
	case ACTION_ADJUST: journey->visit.adjusting = !journey->visit.adjusting; return true;
	case ACTION_RESET: reset_choices(journey); break;
	default: return false;
	}
	journey->visit.page = 0; /* another number of things fits */
	return true;
}

enum journey_wish journey_act(
	struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	struct visit *visit = &journey->visit;
	enum journey_wish wish;
	if (adjust(journey, lobby, action) || visit->issuing) {
		return JOURNEY_NOTHING;
	}
	if (ways_act(journey, lobby, action, &wish)) {
		return wish;
	}
	switch (action->kind) {
	case ACTION_NONE: break;
	case ACTION_START:
		if (lobby_is_issuing(lobby)) {
			journey_show(journey, lobby, JOURNEY_SERVICE);
		}
		break;
	case ACTION_APPOINTMENT: enter_code(journey, lobby); break;
	case ACTION_PAGE: visit->page += action->value != 0 ? action->value : 1; break;
	case ACTION_STANDARDS: aside_open(journey, lobby); break;
	case ACTION_STANDARD: aside_read(journey, lobby, action->value); break;
	case ACTION_LEAF: aside_leaf(journey, lobby, action->value); break;
	case ACTION_PRIORITY: visit->priority = !visit->priority; break;
	case ACTION_BACK: go_back(journey, lobby); break;
	case ACTION_CONTINUE: return go_on(journey, lobby);
	case ACTION_RATE: rate_open(journey, lobby); break;
	case ACTION_INVITED: return rate_invited(journey, lobby, action->number);
	case ACTION_COMPLAIN: complain_open(journey, lobby); break;
	case ACTION_MORE_TIME: add_time(visit, lobby); break;
	case ACTION_STAY:
		visit->warned_ms = 0;
		visit->input_ms = lobby->ticks_ms;
		break;
	case ACTION_DONE:
	case ACTION_ERASE: journey_forget(journey); break;
	default: return enter(journey, lobby, action);
	}
	return JOURNEY_NOTHING;
}

/* ---- the scanner ---- */

static void note(struct journey *journey, const struct lobby *lobby, enum journey_note what)
{
	journey->visit.note = what;
	journey->visit.note_ms = lobby->ticks_ms + JOURNEY_NOTE_MS;
}

static enum journey_note note_of(const struct journey *journey, const struct lobby *lobby)
{
	switch (journey->visit.screen) {
	case JOURNEY_WELCOME: return lobby_is_issuing(lobby) ? NOTE_NONE : NOTE_CLOSED;
	case JOURNEY_CODE: return NOTE_NONE;
	default: return NOTE_LATER;
	}
}

enum journey_wish journey_scan(struct journey *journey, const struct lobby *lobby, const char *text)
{
	struct visit *visit = &journey->visit;
	char code[DESK_CODE_SIZE];
	enum journey_wish wish = JOURNEY_NOTHING;
	if (visit->issuing || lobby->office == NULL || lobby->store != RESULT_OK) {
		return JOURNEY_NOTHING;
	}
	visit->warned_ms = 0; /* somebody is here */
	visit->input_ms = lobby->ticks_ms;
	enum scan_kind kind = text != NULL ? scan_read(text, code) : SCAN_UNKNOWN;
	if (kind == SCAN_UNKNOWN && text != NULL && ways_scanned(journey, lobby, text)) {
		visit->note = NOTE_NONE;
	} else if (kind == SCAN_UNKNOWN && text != NULL &&
		   rate_scanned(journey, lobby, text, &wish)) {
		visit->note = NOTE_NONE;
	} else if (kind == SCAN_UNKNOWN) {
		note(journey, lobby, text != NULL ? NOTE_UNKNOWN : NOTE_UNREADABLE);
	} else if (note_of(journey, lobby) != NOTE_NONE) {
		note(journey, lobby, note_of(journey, lobby));
	} else {
		visit->note = NOTE_NONE;
		visit->note_ms = 0;
		if (visit->screen == JOURNEY_WELCOME) {
			enter_code(journey, lobby);
		}
		arrival_enter(visit, code);
		wish = go_on(journey, lobby);
	}
	memory_wipe(code, sizeof(code));
	return wish;
}
