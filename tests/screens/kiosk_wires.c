/* The head chooses the kiosk's devices while it runs: what is started and ended for that, when, and
 * what is told of it. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/kiosk_wires.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request);
struct printer_worker *__wrap_printer_worker_start(
	const struct printer_wanted *wanted, printer_deliver *deliver, void *context);
void __wrap_printer_worker_end(struct printer_worker *worker);
void __wrap_printer_worker_stop(struct printer_worker *worker);
struct reader *__wrap_reader_start(
	const struct hid_wish *wish, reader_deliver *deliver, void *context);
void __wrap_reader_stop(struct reader *reader);

/* The kiosk with what its threads and the desk have been asked for. */
static struct scene {
	struct kiosk kiosk;
	struct desk_view view;
	char printer[WIRE_URI_SIZE]; /* that runs; "" = none */
	int printers;                /* started, and not handed on to the next one or waited for */
	int readers;                 /* that run */
	char well[64];               /* the device that was told of last, as well */
	char ill[64];                /* as one that failed */
	enum result why;             /* and why */
	bool refuses;                /* nothing can be started */
	int tries;
} * scene;

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request)
{
	(void)thread;
	if (request->act == DESK_REPORT_DEVICE) {
		bool well = request->reason == RESULT_OK;
		text_copy(well ? scene->well : scene->ill, sizeof(scene->well), request->device);
		scene->why = well ? scene->why : request->reason;
	}
}

struct printer_worker *__wrap_printer_worker_start(
	const struct printer_wanted *wanted, printer_deliver *deliver, void *context)
{
	(void)deliver;
	(void)context;
	assert_string_equal(scene->printer, "");
	assert_int_equal(wanted->before != NULL, scene->printers); /* the new one waits for it */
	scene->tries++;
	if (scene->refuses) {
		return NULL;
	}
	text_copy(scene->printer, sizeof(scene->printer), wanted->uri);
	scene->printers += wanted->before == NULL;
	return (struct printer_worker *)(void *)scene;
}

void __wrap_printer_worker_end(struct printer_worker *worker)
{
	assert_non_null(worker);
	scene->printer[0] = '\0';
}

/* Waits for a thread that may be opening its device: never while the kiosk runs. */
void __wrap_printer_worker_stop(struct printer_worker *worker)
{
	assert_null(worker);
}

struct reader *__wrap_reader_start(
	const struct hid_wish *wish, reader_deliver *deliver, void *context)
{
	(void)wish;
	(void)deliver;
	(void)context;
	scene->tries++;
	if (scene->refuses) {
		return NULL;
	}
	scene->readers++;
	return (struct reader *)(void *)scene;
}

void __wrap_reader_stop(struct reader *reader)
{
	scene->readers -= reader != NULL ? 1 : 0;
}

/* A computer that names no device at all. */
static int set_up(void **state)
{
	(void)state;
	scene = memory_zeroed(1, sizeof(*scene));
	struct kiosk *kiosk = &scene->kiosk;
	text_copy(kiosk->settings.device, sizeof(kiosk->settings.device), "kiosk-1");
	kiosk->view = &scene->view;
	kiosk_learn_wires(kiosk);
	inputs_init(&kiosk->inputs, kiosk->desk, kiosk->settings.device);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	inputs_finish(&scene->kiosk.inputs);
	press_finish(&scene->kiosk.press);
	free(scene);
	return 0;
}

static void choose(enum wire_part part, const char *uri)
{
	struct wire *wire = &scene->view.wires[0];
	*wire = (struct wire){.part = part};
	text_copy(wire->device, sizeof(wire->device), "kiosk-1");
	text_copy(wire->chosen, sizeof(wire->chosen), uri);
	scene->view.wire_count = 1;
	scene->well[0] = '\0';
	kiosk_follow_wires(&scene->kiosk);
}

/* Who listens is told of the keypad's keys while there is one, and only then. */
static void test_a_keypad_comes_and_goes(void **state)
{
	(void)state;
	choose(WIRE_KEYPAD, "keypad:auto");
	assert_int_equal(scene->readers, 1);
	assert_true(scene->kiosk.aloud.keypad);
	choose(WIRE_KEYPAD, "keypad:auto");
	assert_int_equal(scene->readers, 1);
	choose(WIRE_KEYPAD, WIRE_NOTHING);
	assert_int_equal(scene->readers, 0);
	assert_false(scene->kiosk.aloud.keypad);
	assert_string_equal(scene->well, "kiosk-1/keypad");
}

static void test_a_scanner_is_no_keypad(void **state)
{
	(void)state;
	choose(WIRE_SCANNER, "scanner:auto");
	assert_int_equal(scene->readers, 1);
	assert_false(scene->kiosk.aloud.keypad);
}

/* Another printer, but not with a slip in hand. */
static void test_a_slip_in_hand_ends_first(void **state)
{
	(void)state;
	struct kiosk *kiosk = &scene->kiosk;
	choose(WIRE_PRINTER, "usb:auto");
	assert_string_equal(scene->printer, "usb:auto");
	assert_true(kiosk->lobby.prints);
	kiosk->press.slip.id = 7;
	choose(WIRE_PRINTER, "cups:kasir");
	assert_string_equal(scene->printer, "usb:auto");
	kiosk->press.slip.id = 0;
	choose(WIRE_PRINTER, "cups:kasir");
	assert_string_equal(scene->printer, "cups:kasir");
	assert_int_equal(kiosk->printer_turn, 2);
	choose(WIRE_PRINTER, WIRE_NOTHING);
	assert_string_equal(scene->printer, "");
	assert_false(kiosk->lobby.prints);
	assert_string_equal(scene->well, "kiosk-1/printer");
	/* The next one knows of the last, whose device may not be closed yet. */
	choose(WIRE_PRINTER, "usb:auto");
	assert_string_equal(scene->printer, "usb:auto");
	assert_null(kiosk->leaving);
	assert_int_equal(scene->printers, 1);
}

/* For an hour, a picture of the desk each second. */
static void pass_an_hour(enum wire_part part, const char *uri)
{
	for (int second = 2; second < 3600; second++) {
		scene->kiosk.lobby.ticks_ms = second * INT64_C(1000);
		choose(part, uri);
	}
}

/* It is tried again, later and later, and another one at once. */
static void test_a_printer_that_could_not_be_started_is_tried_again(void **state)
{
	(void)state;
	struct kiosk *kiosk = &scene->kiosk;
	scene->refuses = true;
	kiosk->lobby.ticks_ms = 1000;
	choose(WIRE_PRINTER, "usb:auto");
	assert_false(kiosk->lobby.prints);
	assert_string_equal(scene->ill, "kiosk-1/printer");
	for (int i = 0; i < 50; i++) {
		choose(WIRE_PRINTER, "usb:auto"); /* so many pictures in the same moment */
	}
	assert_int_equal(scene->tries, 1);
	pass_an_hour(WIRE_PRINTER, "usb:auto");
	assert_in_range(scene->tries, 12, 20); /* every five minutes in the end */
	int tries = scene->tries;
	choose(WIRE_PRINTER, "cups:kasir");
	assert_int_equal(scene->tries, tries + 1);
	scene->refuses = false;
	kiosk->lobby.ticks_ms += 400000;
	choose(WIRE_PRINTER, "cups:kasir");
	assert_true(kiosk->lobby.prints);
	assert_string_equal(scene->printer, "cups:kasir");
	kiosk->lobby.ticks_ms += 400000;
	choose(WIRE_PRINTER, "cups:kasir");
	assert_int_equal(scene->tries, tries + 2);
}

/* So are a scanner and a keypad, and staff are told that they do not work. */
static void check_input_is_tried_again(enum wire_part part, const char *uri, const char *device)
{
	struct kiosk *kiosk = &scene->kiosk;
	scene->refuses = true;
	kiosk->lobby.ticks_ms = 1000;
	choose(part, uri);
	assert_string_equal(scene->ill, device);
	assert_int_equal(scene->why, RESULT_DEVICE_FAILED);
	assert_string_equal(scene->well, "");
	kiosk->lobby.ticks_ms = 10000;
	choose(part, uri);
	assert_int_equal(scene->tries, 1);
	pass_an_hour(part, uri);
	assert_in_range(scene->tries, 12, 20);
	int tries = scene->tries;
	scene->refuses = false;
	kiosk->lobby.ticks_ms += 400000;
	choose(part, uri);
	kiosk->lobby.ticks_ms += 400000;
	choose(part, uri);
	assert_int_equal(scene->tries, tries + 1);
	assert_int_equal(scene->readers, 1);
	/* It is the reader that says how it is from here on. */
	assert_string_equal(scene->well, "");
}

static void test_a_scanner_that_could_not_be_started_is_tried_again(void **state)
{
	(void)state;
	check_input_is_tried_again(WIRE_SCANNER, "scanner:auto", "kiosk-1/scanner");
}

static void test_a_keypad_that_could_not_be_started_is_tried_again(void **state)
{
	(void)state;
	check_input_is_tried_again(WIRE_KEYPAD, "keypad:auto", "kiosk-1/keypad");
}

/* An address that names no scanner is told as one, and is given up for none without trouble. */
static void test_a_wrong_address_is_told(void **state)
{
	(void)state;
	choose(WIRE_SCANNER, "keypad:auto");
	assert_int_equal(scene->tries, 0);
	assert_string_equal(scene->ill, "kiosk-1/scanner");
	assert_int_equal(scene->why, RESULT_DEVICE_UNKNOWN);
	choose(WIRE_SCANNER, WIRE_NOTHING);
	assert_string_equal(scene->well, "kiosk-1/scanner");
	scene->ill[0] = '\0';
	pass_an_hour(WIRE_SCANNER, WIRE_NOTHING);
	assert_string_equal(scene->ill, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_a_keypad_comes_and_goes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_scanner_is_no_keypad, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_slip_in_hand_ends_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_a_printer_that_could_not_be_started_is_tried_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_a_scanner_that_could_not_be_started_is_tried_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_a_keypad_that_could_not_be_started_is_tried_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_a_wrong_address_is_told, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
