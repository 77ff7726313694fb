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

static void tell_end(struct kiosk *kiosk)
{
	struct kiosk_tests *tests = &kiosk->tests;
	if (tests->end.id != 0 && !tests->telling) {
		tests->telling = true;
		desk_thread_post(kiosk->desk, &tests->end);
	}
}

static void end_test(struct kiosk *kiosk, enum print_state state, enum result reason)
{
	kiosk->tests.end = (struct desk_request){.act = DESK_END_TEST_SLIP,
		.id = kiosk->tests.taken,
		.print = state,
		.reason = reason};
	log_info("kiosk", "test slip for a console: %s", result_key(reason));
	tell_end(kiosk);
}

/* Begins the test slip `id` as soon as nothing else is in hand: false = later. Else it was begun,
 * or will never be, for the reason in *out_result. */
static bool begin_test(struct kiosk *kiosk, int64_t id, enum result *out_result)
{
	struct press *press = &kiosk->press;
	*out_result = RESULT_OK;
	if (!kiosk->lobby.prints) {
		*out_result = RESULT_DEVICE_MISSING;
		return true;
	}
	if (press->aside != PRESS_NO_ASIDE) {
		return false;
	}
	if (press->health != RESULT_OK) {
		*out_result = press->health;
		return true;
	}
	if (!press_is_free(press)) {
		return false;
	}
	if (!press_test(press, id, kiosk->lobby.now_ms, kiosk->lobby.training)) {
		*out_result = RESULT_DEVICE_FAILED;
	}
	return true;
}

/* Who has left the corner wants none any more. */
static void follow_corner(struct kiosk *kiosk)
{
	struct kiosk_tests *tests = &kiosk->tests;
	enum result result;
	tests->corner_waits = tests->corner_waits && kiosk->corner.test == CORNER_TESTING;
	if (tests->corner_waits && begin_test(kiosk, PRESS_TEST_SLIP, &result)) {
		tests->corner_waits = false;
		if (result != RESULT_OK) {
			corner_hear_test(&kiosk->corner, result);
		}
	}
}

static void follow_taken(struct kiosk *kiosk)
{
	enum result result;
	if (kiosk->tests.console_waits && begin_test(kiosk, PRESS_ASKED_TEST, &result)) {
		kiosk->tests.console_waits = false;
		if (result != RESULT_OK) {
			end_test(kiosk, PRINT_FAILED, result);
		}
	}
}

/* Whoever can print, or can say why not, takes it. */
static void take_asked(struct kiosk *kiosk)
{
	struct kiosk_tests *tests = &kiosk->tests;
	if (kiosk->view == NULL || !kiosk->lobby.prints || tests->asked != 0 || tests->taken != 0) {
		return;
	}
	const struct test_slip *slip = &kiosk->view->test_slip;
	bool waits = test_slip_fate(slip, kiosk->lobby.now_ms) == TEST_SLIP_WAITS;
	if (waits && (press_is_free(&kiosk->press) || kiosk->press.health != RESULT_OK)) {
		tests->asked = slip->id;
		desk_thread_post(kiosk->desk,
			&(struct desk_request){.act = DESK_TAKE_TEST_SLIP, .id = slip->id});
	}
}

void kiosk_print_test(struct kiosk *kiosk)
{
	kiosk->tests.corner_waits = true;
	kiosk_follow_test(kiosk);
}

void kiosk_follow_test(struct kiosk *kiosk)
{
	tell_end(kiosk);
	follow_corner(kiosk);
	follow_taken(kiosk);
	take_asked(kiosk);
}

/* Whose turn to tell it is over (TICKET_STATE) has nothing to tell any more. */
static void hear_end(struct kiosk_tests *tests, enum result result)
{
	tests->telling = false;
	if (result == RESULT_OK || result == RESULT_TICKET_STATE) {
		tests->taken = 0;
		tests->end = (struct desk_request){0};
	}
}

void kiosk_hear_test(struct kiosk *kiosk, const struct desk_message *message)
{
	struct kiosk_tests *tests = &kiosk->tests;
	if (message->act == DESK_END_TEST_SLIP) {
		hear_end(tests, message->result);
		return;
	}
	if (message->result == RESULT_OK) {
		tests->taken = tests->asked;
		tests->console_waits = true;
	}
	tests->asked = 0;
	follow_taken(kiosk);
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
