#include "app/kiosk/kiosk_paper.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "app/kiosk/complain.h"

void kiosk_hear_slip(struct kiosk *kiosk, const struct press_news *news)
{
	kiosk->lobby.printer = kiosk->press.health;
	if (news->slip.id != 0) {
		journey_slip(
			&kiosk->journey, &kiosk->lobby, &news->slip, news->state, news->reason);
	}
	kiosk_offer_receipt(kiosk);
	kiosk_follow_test(kiosk);
}

void kiosk_offer_receipt(struct kiosk *kiosk)
{
	const struct complaint_visit *filed = &kiosk->journey.visit.complaint;
	struct receipt receipt = {
		.kind = filed->kind,
		.topic = filed->topic,
		.filed_ms = filed->filed_ms,
		.training = kiosk->lobby.training,
	};
	if (!complain_wants_paper(&kiosk->journey)) {
		return;
	}
	text_copy(receipt.code, sizeof(receipt.code), filed->receipt);
	enum receipt_paper paper = RECEIPT_WANTED;
	if (press_is_free(&kiosk->press)) {
		paper = press_receipt(&kiosk->press, &receipt) ? RECEIPT_SENT : RECEIPT_FAILED;
	} else if (kiosk->press.health != RESULT_OK) {
		paper = RECEIPT_FAILED;
	}
	complain_hear_paper(&kiosk->journey, &kiosk->lobby, receipt.code, paper);
}

/* ---- test slips ---- */

void kiosk_print_test(struct kiosk *kiosk)
{
	if (!press_test(
		    &kiosk->press, PRESS_TEST_SLIP, kiosk->lobby.now_ms, kiosk->lobby.training)) {
		corner_hear_test(&kiosk->corner, RESULT_DEVICE_FAILED);
	}
}

static void end_test(struct kiosk *kiosk, enum print_state state, enum result reason)
{
	const struct desk_request request = {.act = DESK_END_TEST_SLIP,
		.id = kiosk->test_taken,
		.print = state,
		.reason = reason};
	log_info("kiosk", "test slip for a console: %s", result_key(reason));
	kiosk->test_taken = 0;
	desk_thread_post(kiosk->desk, &request);
}

/* What was taken is printed as soon as nothing else is in hand. */
static void go_on(struct kiosk *kiosk)
{
	struct press *press = &kiosk->press;
	if (!kiosk->lobby.prints) {
		end_test(kiosk, PRINT_FAILED, RESULT_DEVICE_MISSING);
	} else if (press->aside != PRESS_NO_ASIDE) {
		return; /* perhaps this one */
	} else if (press->health != RESULT_OK) {
		end_test(kiosk, PRINT_FAILED, press->health);
	} else if (press_is_free(press) && !press_test(press, PRESS_ASKED_TEST, kiosk->lobby.now_ms,
						   kiosk->lobby.training)) {
		end_test(kiosk, PRINT_FAILED, RESULT_DEVICE_FAILED);
	}
}

void kiosk_follow_test(struct kiosk *kiosk)
{
	if (kiosk->test_taken != 0) {
		go_on(kiosk);
		return;
	}
	if (kiosk->view == NULL || !kiosk->lobby.prints || kiosk->test_asked != 0) {
		return;
	}
	const struct test_slip *slip = &kiosk->view->test_slip;
	bool waits = test_slip_fate(slip, kiosk->lobby.now_ms) == TEST_SLIP_WAITS;
	if (waits && (press_is_free(&kiosk->press) || kiosk->press.health != RESULT_OK)) {
		kiosk->test_asked = slip->id;
		desk_thread_post(kiosk->desk,
			&(struct desk_request){.act = DESK_TAKE_TEST_SLIP, .id = slip->id});
	}
}

void kiosk_hear_test(struct kiosk *kiosk, const struct desk_message *message)
{
	int64_t asked = kiosk->test_asked;
	kiosk->test_asked = 0;
	if (message->result == RESULT_OK) {
		kiosk->test_taken = asked;
		go_on(kiosk);
	}
}

/* ---- the end of what is of no ticket ---- */

static enum print_state state_of(const struct press *press, enum result result)
{
	return result != RESULT_OK      ? PRINT_FAILED
	       : press->aside_confirmed ? PRINT_CONFIRMED
					: PRINT_UNCONFIRMED;
}

void kiosk_hear_aside(struct kiosk *kiosk)
{
	struct press *press = &kiosk->press;
	if (press->aside != PRESS_ASIDE_ENDED) {
		return;
	}
	enum result result = press_aside_result(press);
	switch (press->aside_id) {
	case PRESS_RECEIPT:
		complain_hear_paper(&kiosk->journey, &kiosk->lobby, press->receipt,
			result == RESULT_OK ? RECEIPT_PRINTED : RECEIPT_FAILED);
		break;
	case PRESS_ASKED_TEST: end_test(kiosk, state_of(press, result), result); break;
	default: corner_hear_test(&kiosk->corner, result); break;
	}
	kiosk_follow_test(kiosk);
}
