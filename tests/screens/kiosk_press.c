#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/kiosk/press.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The outbox drained, with the desk and the worker replaced by notes of what they were asked. */
static struct notes {
	int takes, ends, reports, prints;
	struct desk_request last;
	int64_t printed;
	size_t size;
	int rows;
	bool clear_first, refuses, drawn;
	char name[64];
} notes;

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request);
bool __wrap_printer_worker_print(
	struct printer_worker *worker, int64_t id, const struct printer_slip *slip);

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request)
{
	(void)thread;
	notes.last = *request;
	notes.takes += request->act == DESK_TAKE_SLIP;
	notes.ends += request->act == DESK_END_SLIP;
	notes.reports += request->act == DESK_REPORT_DEVICE;
}

bool __wrap_printer_worker_print(
	struct printer_worker *worker, int64_t id, const struct printer_slip *slip)
{
	(void)worker;
	if (notes.refuses) {
		return false;
	}
	notes.prints++;
	notes.printed = id;
	notes.size = slip->size;
	notes.clear_first = slip->clear_first;
	notes.drawn = slip->dots != NULL;
	notes.rows = slip->dots_height;
	text_copy(notes.name, sizeof(notes.name), slip->name);
	return true;
}

struct shop {
	struct stage stage;
	struct language *language;
	struct press press;
};

static void say_state(struct shop *shop, enum result reason)
{
	const struct printer_message message = {.kind = PRINTER_STATE,
		.status = {.reason = reason},
		.profile = printer_profile_find("80mm")};
	press_hear(&shop->press, &message);
}

static int start(void **state)
{
	char texts[1024];
	struct shop *shop = calloc(1, sizeof(*shop));
	notes = (struct notes){0};
	stage_init(&shop->stage, 10, 15);
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	shop->language = language_open(texts, "id");
	*state = shop;
	const struct press_options options = {.device = "kiosk-1"};
	return press_init(&shop->press, NULL, NULL, shop->language, OFFICE_INDONESIAN, &options)
		       ? 0
		       : -1;
}

static int stop(void **state)
{
	struct shop *shop = *state;
	press_finish(&shop->press);
	language_close(shop->language);
	free(shop);
	return 0;
}

static struct press_news take(struct shop *shop, int64_t id, bool again)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER, .act = DESK_TAKE_SLIP};
	message.slip.id = id;
	message.slip.again = again;
	message.slip.ticket.issued_ms = shop->stage.lobby.now_ms;
	text_copy(message.slip.ticket.number, TICKET_NUMBER_SIZE, "K007");
	text_copy(message.slip.ticket.service_date, CALENDAR_DATE_SIZE, "2026-11-23");
	return press_take(&shop->press, &message);
}

static struct press_news done(
	struct shop *shop, int64_t id, bool sent, bool confirmed, enum result reason)
{
	const struct printer_message message = {.kind = PRINTER_DONE,
		.slip = id,
		.outcome = {.sent_any = sent, .confirmed = confirmed, .reason = reason}};
	return press_hear(&shop->press, &message);
}

static void test_takes_only_when_store_and_printer_are_there(void **state)
{
	struct shop *shop = *state;
	press_wake(&shop->press);
	assert_int_equal(notes.takes, 0);
	say_state(shop, RESULT_OK);
	assert_int_equal(notes.takes, 0);
	press_open(&shop->press, &shop->stage.office);
	assert_int_equal(notes.reports, 1);
	assert_int_equal(notes.takes, 1);
	press_wake(&shop->press); /* asked already */
	assert_int_equal(notes.takes, 1);
}

static void test_a_change_while_asking_is_not_missed(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	press_wake(&shop->press);
	take(shop, 0, false); /* none; but something changed after the question */
	assert_int_equal(notes.takes, 2);
	take(shop, 0, false);
	assert_int_equal(notes.takes, 2);
}

static void test_one_slip_at_a_time_to_its_end(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	struct press_news news = take(shop, 3, false);
	assert_int_equal(news.state, PRINT_SENDING);
	assert_int_equal(notes.printed, 3);
	assert_true(notes.size > 1000);
	assert_false(notes.clear_first);
	assert_string_equal(notes.name, "2026-11-23_K007");
	press_wake(&shop->press);
	assert_int_equal(notes.takes, 1);
	news = done(shop, 3, true, true, RESULT_OK);
	assert_int_equal(news.state, PRINT_CONFIRMED);
	assert_int_equal(notes.ends, 1);
	press_wake(&shop->press);
	assert_int_equal(notes.takes, 1); /* not before the end is written */
	press_ended(&shop->press, RESULT_OK);
	assert_int_equal(notes.takes, 2); /* is there another? */
}

static void test_reprint_clears_the_printer_first(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 4, true);
	assert_true(notes.clear_first);
	assert_string_equal(notes.name, "2026-11-23_K007_ulang");
}

static void test_unsent_waits_for_the_mend(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	struct press_news news = done(shop, 3, false, false, RESULT_PAPER_OUT);
	assert_int_equal(news.state, PRINT_PENDING);
	assert_int_equal(news.reason, RESULT_PAPER_OUT);
	assert_int_equal(shop->press.health, RESULT_PAPER_OUT);
	press_ended(&shop->press, RESULT_OK);
	press_wake(&shop->press);
	assert_int_equal(notes.takes, 1);
	say_state(shop, RESULT_PAPER_OUT);
	assert_int_equal(notes.takes, 1);
	say_state(shop, RESULT_OK);
	assert_int_equal(notes.takes, 2);
}

static void test_begun_and_broken_off_is_for_staff(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	assert_int_equal(done(shop, 3, true, false, RESULT_COVER_OPEN).state, PRINT_FAILED);
	press_ended(&shop->press, RESULT_OK);
	say_state(shop, RESULT_OK);
	take(shop, 5, false);
	assert_int_equal(done(shop, 5, true, false, RESULT_OK).state, PRINT_UNCONFIRMED);
	assert_int_equal(notes.ends, 2);
}

static void test_a_busy_store_loses_no_outcome(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	done(shop, 3, true, true, RESULT_OK);
	press_ended(&shop->press, RESULT_STORE_BUSY);
	assert_int_equal(notes.takes, 1);
	press_retry(&shop->press);
	assert_int_equal(notes.ends, 2);
	assert_int_equal(notes.last.id, 3);
	assert_int_equal(notes.last.print, PRINT_CONFIRMED);
	press_retry(&shop->press); /* under way */
	assert_int_equal(notes.ends, 2);
	press_ended(&shop->press, RESULT_OK);
	assert_int_equal(notes.takes, 2);
}

static void test_what_cannot_be_handed_over_does_not_come_back(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	notes.refuses = true;
	assert_int_equal(take(shop, 3, false).state, PRINT_FAILED);
	assert_int_equal(notes.last.act, DESK_END_SLIP);
	assert_int_equal(notes.last.print, PRINT_FAILED);
	assert_int_equal(done(shop, 99, true, true, RESULT_OK).slip.id, 0); /* nobody's slip */
}

static void test_what_is_sent_is_fed(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	done(shop, 3, false, false, RESULT_PAPER_OUT);
	assert_int_equal(notes.last.fed_mm, 0);
	press_ended(&shop->press, RESULT_OK);
	say_state(shop, RESULT_OK);
	take(shop, 4, false);
	int mm = (notes.rows + 7) / 8;
	assert_in_range(mm, 80, 300);
	done(shop, 4, true, true, RESULT_OK);
	assert_int_equal(notes.last.fed_mm, mm);
	assert_int_equal(notes.last.roll_mm, 80000);
	assert_string_equal(notes.last.device, "kiosk-1/printer");
	/* Broken off in the middle it is counted whole; a set length goes before the usual one. */
	press_ended(&shop->press, RESULT_OK);
	shop->press.roll_mm = 60000;
	take(shop, 5, false);
	done(shop, 5, true, false, RESULT_COVER_OPEN);
	assert_int_equal(notes.last.print, PRINT_FAILED);
	assert_int_equal(notes.last.fed_mm, mm);
	assert_int_equal(notes.last.roll_mm, 60000);
}

static void test_narrow_paper_is_fed_to_its_tear_bar(void **state)
{
	struct shop *shop = *state;
	const struct printer_message narrow = {
		.kind = PRINTER_STATE, .profile = printer_profile_find("58mm")};
	press_open(&shop->press, &shop->stage.office);
	press_hear(&shop->press, &narrow);
	take(shop, 3, false);
	done(shop, 3, true, true, RESULT_OK);
	assert_int_equal(notes.last.fed_mm, (notes.rows + 96 + 7) / 8);
	assert_int_equal(notes.last.roll_mm, 12000);
}

static void test_slow_links_get_words(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	size_t dots = notes.size;
	assert_true(notes.drawn);
	done(shop, 3, true, true, RESULT_OK);
	int mm = notes.last.fed_mm;
	press_ended(&shop->press, RESULT_OK);
	shop->press.text = true;
	take(shop, 4, false);
	assert_true(notes.drawn); /* a print queue prints those */
	assert_in_range(notes.size, 200, dots / 10);
	done(shop, 4, true, true, RESULT_OK);
	assert_int_equal(notes.last.fed_mm, mm);
}

static enum print_state fail_unsent(struct shop *shop, int64_t id)
{
	take(shop, id, false);
	enum print_state state = done(shop, id, false, false, RESULT_DEVICE_FAILED).state;
	press_ended(&shop->press, RESULT_OK);
	return state;
}

static void test_a_printer_that_only_says_it_is_well_is_told_of(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(fail_unsent(shop, 3), PRINT_PENDING);
		say_state(shop, RESULT_OK);
	}
	assert_int_equal(fail_unsent(shop, 3), PRINT_FAILED);
	/* The next slip has its own tries, and so has one after a trouble that was told. */
	say_state(shop, RESULT_OK);
	for (int i = 0; i < 6; i++) {
		assert_int_equal(fail_unsent(shop, 4), PRINT_PENDING);
		say_state(shop, i % 2 == 0 ? RESULT_OK : RESULT_PAPER_OUT);
		say_state(shop, RESULT_OK);
	}
}

static void test_how_the_last_slip_went_is_heard_at_the_end(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	press_stop(&shop->press);
	assert_int_equal(done(shop, 3, true, true, RESULT_OK).state, PRINT_CONFIRMED);
	int takes = notes.takes;
	press_ended(&shop->press, RESULT_OK);
	assert_int_equal(notes.takes, takes);
	/* One that was on its way from the store goes back to it. */
	assert_int_equal(take(shop, 4, false).state, PRINT_PENDING);
	assert_int_equal(notes.prints, 1);
}

static const struct receipt complaint = {.code = "K7QM2X", .kind = COMPLAINT_COMPLAINT};

/* Past the outbox: nothing is kept of it, so that it cannot come out for somebody else. */
static void test_a_receipt_is_printed_now_or_never(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	assert_false(press_is_free(&shop->press)); /* no word from the printer yet */
	say_state(shop, RESULT_OK);
	assert_false(press_is_free(&shop->press)); /* the outbox is being asked */
	take(shop, 3, false);
	assert_false(press_is_free(&shop->press)); /* a number is being printed */
	done(shop, 3, true, true, RESULT_OK);
	press_ended(&shop->press, RESULT_OK);
	take(shop, 0, false);
	assert_true(press_is_free(&shop->press));
	assert_true(press_receipt(&shop->press, &complaint));
	assert_int_equal(notes.printed, PRESS_RECEIPT);
	assert_string_equal(notes.name, "receipt");
	assert_false(press_is_free(&shop->press));
	int takes = notes.takes, ends = notes.ends;
	press_wake(&shop->press); /* a number waits until it is out */
	assert_int_equal(notes.takes, takes);
	done(shop, PRESS_RECEIPT, true, true, RESULT_OK);
	assert_int_equal(shop->press.aside, PRESS_ASIDE_ENDED);
	assert_int_equal(press_aside_result(&shop->press), RESULT_OK);
	assert_int_equal(notes.takes, takes + 1);
	assert_int_equal(notes.ends, ends); /* the outbox knows nothing of it */
	take(shop, 0, false);
	say_state(shop, RESULT_PAPER_OUT);
	assert_false(press_is_free(&shop->press));
}

static void test_half_a_receipt_does_not_come_out_with_a_number(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	done(shop, PRESS_RECEIPT, true, false, RESULT_PAPER_OUT);
	assert_int_equal(press_aside_result(&shop->press), RESULT_PAPER_OUT);
	say_state(shop, RESULT_OK);
	assert_int_equal(notes.prints, 1);
	take(shop, 5, false);
	assert_true(notes.clear_first);
	done(shop, 5, true, true, RESULT_OK);
	press_ended(&shop->press, RESULT_OK);
	take(shop, 6, false);
	assert_false(notes.clear_first);
}

/* Nor with the next receipt or the staff's test; and what could not be cleared is cleared yet. */
static void test_half_a_receipt_does_not_come_out_with_another(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	assert_false(notes.clear_first);
	done(shop, PRESS_RECEIPT, true, false, RESULT_COVER_OPEN);
	press_aside_result(&shop->press);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	assert_true(notes.clear_first);
	done(shop, PRESS_RECEIPT, false, false, RESULT_DEVICE_TIMEOUT);
	press_aside_result(&shop->press);
	take(shop, 0, false);
	assert_true(press_test(&shop->press, PRESS_TEST_SLIP, 0, false));
	assert_true(notes.clear_first);
	done(shop, PRESS_TEST_SLIP, true, true, RESULT_OK);
	press_aside_result(&shop->press);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	assert_false(notes.clear_first);
}

static void test_half_a_number_does_not_come_out_with_a_receipt(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	assert_int_equal(done(shop, 3, true, false, RESULT_PAPER_OUT).state, PRINT_FAILED);
	press_ended(&shop->press, RESULT_OK);
	say_state(shop, RESULT_OK);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	assert_true(notes.clear_first);
}

/* The roll knows slips only: a receipt's paper is counted with the next of them. */
static void test_what_receipts_feed_is_counted_with_the_next_number(void **state)
{
	struct shop *shop = *state;
	press_open(&shop->press, &shop->stage.office);
	say_state(shop, RESULT_OK);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	int receipt_mm = (notes.rows + 7) / 8;
	assert_true(receipt_mm > 50);
	done(shop, PRESS_RECEIPT, true, true, RESULT_OK);
	press_aside_result(&shop->press);
	take(shop, 0, false);
	assert_true(press_receipt(&shop->press, &complaint));
	done(shop, PRESS_RECEIPT, false, false, RESULT_PAPER_OUT); /* not a millimetre */
	press_aside_result(&shop->press);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	done(shop, 3, false, false, RESULT_PAPER_OUT);
	assert_int_equal(notes.last.fed_mm, 0);
	press_ended(&shop->press, RESULT_OK);
	say_state(shop, RESULT_OK);
	take(shop, 3, false);
	int slip_mm = (notes.rows + 7) / 8;
	done(shop, 3, true, true, RESULT_OK);
	assert_int_equal(notes.last.fed_mm, slip_mm + receipt_mm);
	press_ended(&shop->press, RESULT_OK);
	take(shop, 4, false);
	done(shop, 4, true, true, RESULT_OK);
	assert_int_equal(notes.last.fed_mm, slip_mm);
}

#define PRESS_TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRESS_TEST(test_takes_only_when_store_and_printer_are_there),
		PRESS_TEST(test_a_change_while_asking_is_not_missed),
		PRESS_TEST(test_one_slip_at_a_time_to_its_end),
		PRESS_TEST(test_reprint_clears_the_printer_first),
		PRESS_TEST(test_unsent_waits_for_the_mend),
		PRESS_TEST(test_begun_and_broken_off_is_for_staff),
		PRESS_TEST(test_a_busy_store_loses_no_outcome),
		PRESS_TEST(test_what_is_sent_is_fed),
		PRESS_TEST(test_narrow_paper_is_fed_to_its_tear_bar),
		PRESS_TEST(test_slow_links_get_words),
		PRESS_TEST(test_a_printer_that_only_says_it_is_well_is_told_of),
		PRESS_TEST(test_how_the_last_slip_went_is_heard_at_the_end),
		PRESS_TEST(test_what_cannot_be_handed_over_does_not_come_back),
		PRESS_TEST(test_a_receipt_is_printed_now_or_never),
		PRESS_TEST(test_half_a_receipt_does_not_come_out_with_a_number),
		PRESS_TEST(test_half_a_receipt_does_not_come_out_with_another),
		PRESS_TEST(test_half_a_number_does_not_come_out_with_a_receipt),
		PRESS_TEST(test_what_receipts_feed_is_counted_with_the_next_number),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
