#include "app/kiosk/kiosk_wish.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"
#include "app/kiosk/token.h"
#include "app/kiosk/ways.h"

static void make_token(struct kiosk *kiosk)
{
	struct visit *visit = &kiosk->journey.visit;
	if (visit->token[0] == '\0') {
		token_make(visit->token);
	}
}

static void issue(struct kiosk *kiosk)
{
	struct visit *visit = &kiosk->journey.visit;
	struct desk_request request = {.act = DESK_ISSUE};
	make_token(kiosk);
	if (visit->asked[0] != '\0') {
		request.act = DESK_ARRIVE;
		text_copy(request.code, sizeof(request.code), visit->asked);
	}
	journey_request(&kiosk->journey, &kiosk->lobby, &request.issue);
	awaited_ask(&kiosk->awaited, &request);
	desk_thread_post(kiosk->desk, &request);
	memory_wipe(&request, sizeof(request));
}

void kiosk_perform(struct kiosk *kiosk, enum journey_wish wish)
{
	struct desk_request request;
	switch (wish) {
	case JOURNEY_NOTHING: return;
	case JOURNEY_ISSUE: issue(kiosk); return;
	case JOURNEY_FILE:
		/* Of its own: nothing ties a complaint to a number. */
		if (kiosk->journey.visit.complaint.typed.token[0] == '\0') {
			token_make(kiosk->journey.visit.complaint.typed.token);
		}
		complain_request(&kiosk->journey, &request);
		break;
	case JOURNEY_RATE:
	case JOURNEY_ANSWER:
	case JOURNEY_RATED: rate_request(&kiosk->journey, &kiosk->lobby, wish, &request); break;
	default:
		make_token(kiosk);
		ways_request(&kiosk->journey, &kiosk->lobby, wish, &request);
		break;
	}
	awaited_ask(&kiosk->awaited, &request);
	desk_thread_post(kiosk->desk, &request);
	memory_wipe(&request, sizeof(request));
}

bool kiosk_hear_way(struct kiosk *kiosk, const struct desk_message *message)
{
	switch (message->act) {
	case DESK_SIGN:
	case DESK_RECEIVE:
	case DESK_RECOGNISE:
	case DESK_RECALL_GUEST:
	case DESK_WITHDRAW:
	case DESK_ASK_HELP:
		kiosk_perform(kiosk, ways_answered(&kiosk->journey, &kiosk->lobby, message));
		return true;
	default: return false;
	}
}

void kiosk_leave_help(struct kiosk *kiosk)
{
	const struct help *help = ways_help(&kiosk->lobby, kiosk->settings.device);
	if (help != NULL && help->left_ms == 0) {
		kiosk_perform(kiosk, JOURNEY_LEAVE_HELP);
	}
}
