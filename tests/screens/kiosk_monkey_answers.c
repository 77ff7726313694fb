#include "app/base/memory.h"
#include "app/desk/feedback.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"
#include "app/kiosk/token.h"
#include "app/kiosk/ways.h"
#include "tests/screens/kiosk_monkey_zoo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The desk behind the monkey's screen: what it is asked for, and what comes of it. */

void zoo_look(struct zoo *zoo)
{
	assert_int_equal(desk_view(zoo->desk, 0, &zoo->stage.view), RESULT_OK);
	/* Another office each time nobody is here. */
	bool first = zoo->stage.office.ticket_first;
	bool reception = zoo->stage.office.services[0].reception;
	if (zoo->stage.journey.visit.screen == JOURNEY_WELCOME) {
		first = monkey_chance(&zoo->monkey, 3);
		reception = monkey_chance(&zoo->monkey, 2);
	}
	zoo->stage.office = *desk_office(zoo->desk);
	zoo->stage.office.ticket_first = first;
	zoo->stage.office.services[0].reception = reception;
	zoo->stage.lobby.office = &zoo->stage.office;
}

void zoo_answer(struct zoo *zoo)
{
	struct ticket ticket = {0};
	enum result result = monkey_ask_desk(&zoo->monkey, zoo->desk, &zoo->stage, &ticket);
	while (journey_answer(&zoo->stage.journey, &zoo->stage.lobby, result, &ticket) ==
		JOURNEY_ISSUE) {
		result = monkey_ask_desk(&zoo->monkey, zoo->desk, &zoo->stage, &ticket);
	}
	zoo->tickets += result == RESULT_OK;
	zoo->refusals += result != RESULT_OK;
	zoo_look(zoo);
}

/* A complaint is filed at once, or the desk has its troubles. */
void zoo_file(struct zoo *zoo)
{
	struct journey *journey = &zoo->stage.journey;
	struct desk_request request;
	char receipt[COMPLAINT_CODE_SIZE] = "";
	complain_request(journey, &request);
	enum result result = monkey_chance(&zoo->monkey, 4)
				     ? RESULT_STORE_FULL
				     : desk_complain(zoo->desk, &request.complaint, receipt);
	memory_wipe(&request, sizeof(request));
	while (complain_answered(journey, &zoo->stage.lobby, result, receipt) == JOURNEY_FILE) {
		result = RESULT_STORE_FAILED;
	}
}

/* Kept answer by answer, as it is in the kiosk, or the desk has its troubles. */
void zoo_rate(struct zoo *zoo, enum journey_wish wish)
{
	struct journey *journey = &zoo->stage.journey;
	const bool trouble = monkey_chance(&zoo->monkey, 6);
	struct desk_request request;
	struct desk_rating rating = {0};
	enum result result = RESULT_STORE_FAILED;
	rate_request(journey, &zoo->stage.lobby, wish, &request);
	if (wish == JOURNEY_ANSWER) {
		(void)desk_rate_answer(
			zoo->desk, &request.rating, request.instrument, (int)request.id);
		return;
	}
	if (!trouble && wish == JOURNEY_RATE) {
		result = desk_rate(zoo->desk, request.rating.number, request.instrument, &rating);
	} else if (!trouble) {
		result = desk_rate_finish(zoo->desk, &request.rating, request.instrument);
		zoo->rated += result == RESULT_OK;
	}
	while (rate_answered(journey, &zoo->stage.lobby, result, &rating) == wish) {
		result = RESULT_STORE_FAILED;
	}
	zoo_look(zoo);
}

void zoo_answer_way(struct zoo *zoo, enum journey_wish wish)
{
	struct journey *journey = &zoo->stage.journey;
	struct desk_request request;
	struct desk_message message;
	while (wish != JOURNEY_NOTHING) {
		if (journey->visit.token[0] == '\0' && journey->visit.issuing) {
			token_make(journey->visit.token);
		}
		ways_request(journey, &zoo->stage.lobby, wish, &request);
		memset(&message, 0, sizeof(message));
		message.act = request.act;
		message.result = monkey_ask_way(&zoo->monkey, zoo->desk, &request, &message);
		memory_wipe(&request, sizeof(request));
		wish = ways_answered(journey, &zoo->stage.lobby, &message);
		memory_wipe(&message, sizeof(message));
	}
	zoo_look(zoo);
	ways_look(journey, &zoo->stage.lobby, "kiosk-1");
}

/* ---- staff ---- */

static void list_staff(struct zoo *zoo)
{
	struct desk_staff staff[CORNER_STAFF];
	size_t count = 0;
	enum result result = desk_list_staff(zoo->desk, staff, CORNER_STAFF, &count);
	bool alone = zoo->stage.journey.visit.screen == JOURNEY_WELCOME;
	corner_hear_staff(&zoo->corner, alone ? result : RESULT_STORE_BUSY, staff, count,
		zoo->stage.lobby.ticks_ms);
}

void zoo_grant(struct zoo *zoo, enum corner_wish wish)
{
	static const enum result answers[] = {RESULT_OK, RESULT_PIN_WRONG, RESULT_PIN_LOCKED};
	struct journey *journey = &zoo->stage.journey;
	switch (wish) {
	case CORNER_WISH_STAFF: list_staff(zoo); break;
	case CORNER_WISH_SIGN_IN:
		memory_wipe(zoo->corner.pin, sizeof(zoo->corner.pin));
		corner_hear_sign_in(&zoo->corner, answers[monkey_below(&zoo->monkey, 3)]);
		break;
	case CORNER_WISH_LANGUAGE:
		journey->first_language = journey->first_language == OFFICE_ENGLISH
						  ? OFFICE_INDONESIAN
						  : OFFICE_ENGLISH;
		journey_forget(journey);
		break;
	case CORNER_WISH_TEST:
		corner_hear_test(&zoo->corner,
			monkey_chance(&zoo->monkey, 2) ? RESULT_OK : RESULT_PAPER_OUT);
		break;
	default: break; /* the machine's and the program's own ends */
	}
}

/* From the line, whoever it is. */
void zoo_serve(struct zoo *zoo)
{
	const struct desk_issue issue = {.service = 0};
	struct instant now;
	struct ticket ticket;
	(void)desk_issue(zoo->desk, &issue, true, &ticket);
	if (desk_next(zoo->desk, 1, &ticket) == RESULT_OK) {
		assert_int_equal(desk_serve(zoo->desk, 1, &ticket), RESULT_OK);
		assert_int_equal(desk_finish(zoo->desk, 1, &ticket), RESULT_OK);
	}
	desk_now(zoo->desk, &now);
	zoo->stage.lobby.now_ms = now.office_ms;
	zoo_look(zoo);
}
