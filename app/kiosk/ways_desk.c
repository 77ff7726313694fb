#include "app/kiosk/ways_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/book.h"

#include <string.h>

/* ---- the desk ---- */

void ways_request(const struct journey *journey, const struct lobby *lobby, enum journey_wish wish,
	struct desk_request *out_request)
{
	const struct visit *visit = &journey->visit;
	*out_request = (struct desk_request){0};
	switch (wish) {
	case JOURNEY_SIGN:
	case JOURNEY_RECEIVE:
		out_request->act = wish == JOURNEY_SIGN ? DESK_SIGN : DESK_RECEIVE;
		journey_request(journey, lobby, &out_request->issue);
		out_request->issue.with_guest = true;
		out_request->id = visit->ticket.id;
		break;
	case JOURNEY_WITHDRAW:
		out_request->act = DESK_WITHDRAW;
		text_copy(out_request->number, sizeof(out_request->number), visit->rate.typed);
		text_copy(out_request->code, sizeof(out_request->code), visit->code);
		break;
	case JOURNEY_ASK_HELP: out_request->act = DESK_ASK_HELP; break;
	case JOURNEY_WITHDRAW_HELP: out_request->act = DESK_WITHDRAW_HELP; break;
	case JOURNEY_LEAVE_HELP: out_request->act = DESK_LEAVE_HELP; break;
	default:
		out_request->act = wish == JOURNEY_RECALL ? DESK_RECALL_GUEST : DESK_RECOGNISE;
		text_copy(out_request->contact, sizeof(out_request->contact), visit->ways.contact);
		text_copy(out_request->name, sizeof(out_request->name), visit->ways.name);
		break;
	}
}

static void take_guest(
	struct journey *journey, const struct lobby *lobby, const struct guest *guest)
{
	struct visit *visit = &journey->visit;
	guest_recall(&visit->guest, guest);
	visit->ways.known = true;
	ways_back_to_book(journey, lobby);
}

static void take_answer(
	struct journey *journey, const struct lobby *lobby, const struct desk_message *message)
{
	struct visit *visit = &journey->visit;
	switch (visit->ways.wish) {
	case JOURNEY_SIGN:
	case JOURNEY_RECEIVE:
		book_wipe(visit);
		ways_show_until(journey, lobby,
			visit->ways.wish == JOURNEY_SIGN ? JOURNEY_SIGNED : JOURNEY_RECEPTION,
			JOURNEY_TICKET_MS);
		break;
	case JOURNEY_RECOGNISE:
		text_copy(visit->ways.initials, sizeof(visit->ways.initials), message->initials);
		journey_show(journey, lobby, JOURNEY_KNOWN);
		break;
	case JOURNEY_RECALL: take_guest(journey, lobby, &message->guest); break;
	case JOURNEY_WITHDRAW:
		ways_close_line(visit);
		ways_show_until(journey, lobby, JOURNEY_GONE, JOURNEY_TICKET_MS);
		break;
	case JOURNEY_ASK_HELP: visit->ways.help = message->help; break;
	default: break;
	}
}

/* Nobody could be called. */
static void return_without_help(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	ways_leave_help(journey, lobby);
	visit->note = NOTE_NO_HELP;
	visit->note_ms = lobby->ticks_ms + JOURNEY_NOTE_MS;
}

static void refuse(struct journey *journey, const struct lobby *lobby, enum result result)
{
	struct visit *visit = &journey->visit;
	switch (visit->ways.wish) {
	case JOURNEY_WITHDRAW:
		visit->wrong_codes += result == RESULT_CODE_WRONG;
		visit->ways.error = result;
		if (visit->wrong_codes >= JOURNEY_CODES) {
			ways_close_line(visit);
			journey_refuse(journey, lobby, RESULT_TRY_LATER);
		}
		break;
	case JOURNEY_RECALL:
	case JOURNEY_RECOGNISE:
		if (result == RESULT_GUEST_UNKNOWN) {
			memory_wipe(visit->ways.initials, sizeof(visit->ways.initials));
			journey_show(journey, lobby, JOURNEY_KNOWN);
			break;
		}
		visit->ways.error = result;
		break;
	case JOURNEY_SIGN:
		if (result == RESULT_BOOK_SIGNED) { /* the first answer was lost */
			book_wipe(visit);
			ways_show_until(journey, lobby, JOURNEY_SIGNED, JOURNEY_TICKET_MS);
			break;
		}
		journey_refuse(journey, lobby, result);
		break;
	case JOURNEY_ASK_HELP: return_without_help(journey, lobby); break;
	default: journey_refuse(journey, lobby, result); break;
	}
}

/* The answer must be to what is awaited now, not to what nobody waits for any more. */
static bool is_awaited(const struct visit *visit, enum desk_act act)
{
	static const struct {
		enum desk_act act;
		enum journey_wish wish;
	} pairs[] = {
		{DESK_SIGN, JOURNEY_SIGN},
		{DESK_RECEIVE, JOURNEY_RECEIVE},
		{DESK_RECOGNISE, JOURNEY_RECOGNISE},
		{DESK_RECALL_GUEST, JOURNEY_RECALL},
		{DESK_WITHDRAW, JOURNEY_WITHDRAW},
		{DESK_ASK_HELP, JOURNEY_ASK_HELP},
	};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (pairs[i].act == act) {
			return visit->issuing && visit->ways.wish == pairs[i].wish;
		}
	}
	return false;
}

enum journey_wish ways_answered(
	struct journey *journey, const struct lobby *lobby, const struct desk_message *message)
{
	struct visit *visit = &journey->visit;
	if (!is_awaited(visit, message->act)) {
		return JOURNEY_NOTHING;
	}
	if (message->result == RESULT_STORE_BUSY && visit->tries < JOURNEY_RETRIES) {
		visit->tries++;
		visit->ways.asked_ms = 0; /* it does answer */
		return visit->ways.wish;
	}
	visit->issuing = false;
	visit->ways.lookups += message->act == DESK_RECOGNISE;
	if (message->result == RESULT_OK) {
		take_answer(journey, lobby, message);
	} else {
		refuse(journey, lobby, message->result);
	}
	return JOURNEY_NOTHING;
}

/* ---- a desk that does not answer ---- */

static void give_up_waiting(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	visit->issuing = false;
	visit->ways.asked_ms = 0;
	switch (visit->screen) {
	case JOURNEY_NUMBER:
	case JOURNEY_RATING: visit->rate.error = RESULT_DESK_SILENT; break;
	case JOURNEY_COMPLAINT: visit->complaint.error = RESULT_DESK_SILENT; break;
	case JOURNEY_OWN:
	case JOURNEY_NAME:
	case JOURNEY_KNOWN: visit->ways.error = RESULT_DESK_SILENT; break;
	default: journey_refuse(journey, lobby, RESULT_DESK_SILENT); break;
	}
}

void ways_tick(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (!visit->issuing) {
		visit->ways.asked_ms = 0;
	} else if (visit->ways.asked_ms == 0) {
		visit->ways.asked_ms = lobby->ticks_ms;
	} else if (lobby->ticks_ms - visit->ways.asked_ms >= JOURNEY_SILENT_MS) {
		give_up_waiting(journey, lobby);
	}
}

int64_t ways_deadline(const struct visit *visit)
{
	if (!visit->issuing) {
		return INT64_MAX;
	}
	/* At once where the waiting has only just begun, so that it is measured. */
	return visit->ways.asked_ms != 0 ? visit->ways.asked_ms + JOURNEY_SILENT_MS : 0;
}

bool ways_awaits_help(const struct visit *visit)
{
	return visit->screen == JOURNEY_HELP && help_is_open(visit->ways.help.state);
}

bool ways_can_idle(const struct visit *visit)
{
	return ways_is_typing(visit) || visit->screen == JOURNEY_KNOWN ||
	       visit->screen == JOURNEY_GROUP || ways_awaits_help(visit);
}

bool ways_is_typing(const struct visit *visit)
{
	return visit->screen == JOURNEY_OWN || visit->screen == JOURNEY_CONTACT ||
	       visit->screen == JOURNEY_NAME;
}
