#include "app/base/clock.h"
#include "drivers/inventory.h"
#include "drivers/print_queue.h"
#include "drivers/printer.h"
#include "tests/drivers/ipp_server.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static const uint8_t bytes[] = {0x1b, '@', 0, 1, 2, 0xff, '\r', '\n', 0x1d, 'V', 66, 0};
static const uint8_t dots[72 * 16] = {0};

static bool has_document(void *server)
{
	return atomic_load(&((struct ipp_server *)server)->has_document);
}

static const struct printer_slip slip = {.bytes = bytes,
	.size = sizeof(bytes),
	.name = "2026-11-23_K007",
	.dots = dots,
	.dots_width = 576,
	.dots_height = 16,
	.dots_pitch = 72};

/* Prints on a server of that kind, which is the context of the slip's is_cancelled. */
static struct printer_outcome print(const char *uri, const struct printer_slip *what,
	const struct server_script *script, struct server_record *out_record)
{
	struct ipp_server server;
	struct printer_slip own = *what;
	struct printer_outcome outcome;
	struct printer *printer;

	own.context = &server;
	ipp_server_start(&server, script);
	assert_int_equal(printer_open(uri, NULL, &printer), RESULT_OK);
	assert_string_equal(printer_get_name(printer), "kasir");
	printer_print(printer, &own, &outcome);
	printer_close(printer);
	ipp_server_stop(&server);
	*out_record = server.record;
	assert_true(server.record.jobs <= 1 && server.record.documents <= 1);
	return outcome;
}

static void test_a_queue_with_a_driver_gets_a_pdf(void **state)
{
	const struct server_script script = {
		.looks = 2, .job = IPP_JSTATE_COMPLETED, .begun = true};
	struct server_record record;
	struct printer_outcome outcome = print("cups:kasir", &slip, &script, &record);

	(void)state;
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any && outcome.confirmed);
	assert_string_equal(record.format, "application/pdf");
	assert_string_equal(record.media, "custom_72x2mm_72x2mm");
	assert_string_equal(record.name, "2026-11-23_K007");
	assert_int_equal(record.copies, 1);
	assert_int_equal(record.cancels, 0);
	assert_memory_equal(record.document, "%PDF-1.4", 8);
}

static void test_a_raw_queue_gets_the_bytes_and_confirms_nothing(void **state)
{
	const struct server_script script = {
		.job = IPP_JSTATE_COMPLETED, .begun = true, .model = "Local Raw Printer"};
	struct server_record record;
	struct printer_outcome outcome = print("cups:kasir", &slip, &script, &record);

	(void)state;
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any && !outcome.confirmed);
	assert_string_equal(record.format, "application/vnd.cups-raw");
	assert_string_equal(record.media, "");
	assert_int_equal(record.size, sizeof(bytes));
	assert_memory_equal(record.document, bytes, sizeof(bytes));
}

/* Nobody asked the printer whether the page came out. */
static void test_a_driver_alone_confirms_nothing(void **state)
{
	const struct server_script script = {.job = IPP_JSTATE_COMPLETED,
		.begun = true,
		.device = "usb://EPSON/TM-T82X?serial=1"};
	struct server_record record;
	struct printer_outcome outcome = print("cups:kasir", &slip, &script, &record);

	(void)state;
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any && !outcome.confirmed);
	assert_string_equal(record.format, "application/pdf");
}

static void test_the_uri_decides_against_the_queue(void **state)
{
	struct server_script script = {.job = IPP_JSTATE_COMPLETED, .begun = true};
	struct server_record record;
	struct printer_outcome outcome = print("cups:kasir,raw", &slip, &script, &record);

	(void)state;
	assert_string_equal(record.format, "application/vnd.cups-raw");
	assert_true(outcome.reason == RESULT_OK && !outcome.confirmed);
	script.model = "Local Raw Printer";
	outcome = print("cups:kasir,pdf", &slip, &script, &record);
	assert_string_equal(record.format, "application/pdf");
	assert_true(outcome.reason == RESULT_OK && !outcome.confirmed);
}

/* Every way a slip can fail: why, whether something may be on paper, whether it was cancelled. */
static void test_a_slip_that_fails_is_cancelled_and_told(void **state)
{
	static const struct {
		struct server_script script;
		enum result reason;
		bool sent, cancelled;
	} rows[] = {
		{{.queue_on_job = IPP_PSTATE_PROCESSING, .begun = true, .reasons = "media-empty"},
			RESULT_PAPER_OUT, true, true},
		{{.begun = true, .reasons = "cover-open-warning"}, RESULT_COVER_OPEN, true, true},
		{{.begun = true, .reasons = "offline-report"}, RESULT_DEVICE_OFFLINE, true, true},
		{{.begun = true}, RESULT_DEVICE_TIMEOUT, true, true},
		{{.begun = false}, RESULT_DEVICE_TIMEOUT, false, true},
		/* It waits for its turn still, which comes when nobody counts on it. */
		{{.begun = false, .refuses_cancel = IPP_STATUS_ERROR_NOT_POSSIBLE},
			RESULT_DEVICE_TIMEOUT, true, false},
		{{.begun = true, .queue_on_job = IPP_PSTATE_STOPPED}, RESULT_DEVICE_STOPPED, true,
			true},
		{{.begun = false, .queue_on_job = IPP_PSTATE_STOPPED}, RESULT_DEVICE_STOPPED, false,
			true},
		{{.begun = true, .looks = 1, .job = IPP_JSTATE_ABORTED}, RESULT_DEVICE_FAILED, true,
			true},
		{{.begun = true, .looks = 1, .job = IPP_JSTATE_CANCELED}, RESULT_PRINT_CANCELLED,
			true, true},
		{{.refuses_create = IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS}, RESULT_DEVICE_STOPPED,
			false, false},
		{{.refuses_create = IPP_STATUS_ERROR_FORBIDDEN}, RESULT_DEVICE_DENIED, false,
			false},
		{{.refuses_document = IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED},
			RESULT_DEVICE_FAILED, false, true},
		{{.queue = IPP_PSTATE_STOPPED}, RESULT_DEVICE_STOPPED, false, false},
		{{.queue = IPP_PSTATE_PROCESSING, .reasons = "media-empty-error"}, RESULT_PAPER_OUT,
			false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct server_record record;
		struct printer_outcome outcome =
			print("cups:kasir,wait=1", &slip, &rows[i].script, &record);
		assert_int_equal(outcome.reason, rows[i].reason);
		assert_int_equal(outcome.sent_any, rows[i].sent);
		assert_int_equal(record.cancels, rows[i].cancelled);
		assert_false(outcome.confirmed);
	}
}

static void test_a_job_that_was_done_before_the_cancel_is_done(void **state)
{
	const struct server_script script = {.begun = true, .ends_well = true};
	struct server_record record;
	struct printer_outcome outcome = print("cups:kasir,wait=1", &slip, &script, &record);

	(void)state;
	assert_int_equal(record.cancels, 1);
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any && outcome.confirmed);
}

static void test_whoever_waits_can_cancel(void **state)
{
	const struct server_script script = {.begun = true};
	struct printer_slip cancelled = slip;
	struct server_record record;

	(void)state;
	cancelled.is_cancelled = has_document;
	struct printer_outcome outcome = print("cups:kasir", &cancelled, &script, &record);
	assert_int_equal(outcome.reason, RESULT_PRINT_CANCELLED);
	assert_true(outcome.sent_any);
	assert_int_equal(record.cancels, 1);
}

/* Neither the half minute of a document nor more than five seconds of a cancel are waited for. */
static void test_a_server_that_hangs_holds_nobody(void **state)
{
	const struct server_script script = {.hangs = true};
	struct printer_slip cancelled = slip;
	struct server_record record;
	int64_t began = clock_ticks_ms();

	(void)state;
	cancelled.is_cancelled = has_document;
	struct printer_outcome outcome = print("cups:kasir", &cancelled, &script, &record);
	assert_true(clock_ticks_ms() - began < 20000);
	assert_int_equal(outcome.reason, RESULT_PRINT_CANCELLED);
	assert_true(outcome.sent_any);
	assert_int_equal(record.documents, 1);
}

static void test_a_slip_without_dots_is_no_page(void **state)
{
	const struct server_script script = {.job = IPP_JSTATE_COMPLETED, .begun = true};
	struct printer_slip text = slip;
	struct server_record record;

	(void)state;
	text.dots = NULL;
	struct printer_outcome outcome = print("cups:kasir", &text, &script, &record);
	assert_int_equal(outcome.reason, RESULT_DEVICE_FAILED);
	assert_false(outcome.sent_any);
	assert_int_equal(record.jobs, 0);
}

static enum result try_open(const char *uri, const struct server_script *script)
{
	struct ipp_server server;
	struct printer *printer;

	ipp_server_start(&server, script);
	enum result result = printer_open(uri, NULL, &printer);
	assert_true((result == RESULT_OK) == (printer != NULL));
	printer_close(printer);
	ipp_server_stop(&server);
	return result;
}

/* Each ends by itself; that it does so in time is the time-out of this test. */
static void test_a_server_that_is_none(void **state)
{
	static const enum server_manner manners[] = {SERVER_MUTE, SERVER_TRICKLES, SERVER_HANGS_UP};
	struct printer *printer;

	(void)state;
	for (size_t i = 0; i < sizeof(manners) / sizeof(*manners); i++) {
		const struct server_script script = {.manner = manners[i]};
		assert_int_equal(try_open("cups:kasir", &script), RESULT_PRINT_SERVICE);
	}
	/* Nobody listens at the port of the last one any more. */
	assert_int_equal(printer_open("cups:kasir", NULL, &printer), RESULT_PRINT_SERVICE);
	assert_null(printer);
}

static void test_a_queue_that_cannot_be_had(void **state)
{
	(void)state;
	assert_int_equal(
		try_open("cups:kasir",
			&(struct server_script){.refuses_look = IPP_STATUS_ERROR_NOT_FOUND}),
		RESULT_DEVICE_MISSING);
	assert_int_equal(
		try_open("cups:kasir",
			&(struct server_script){.refuses_look = IPP_STATUS_ERROR_FORBIDDEN}),
		RESULT_DEVICE_DENIED);
	assert_int_equal(try_open("cups:", &(struct server_script){0}), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(
		try_open("cups:kasir,fast", &(struct server_script){0}), RESULT_DEVICE_UNKNOWN);
}

static void test_the_status_of_a_queue(void **state)
{
	struct ipp_server server;
	struct printer *printer;
	struct printer_status status;

	(void)state;
	ipp_server_start(&server, &(struct server_script){.reasons = "media-empty-warning"});
	assert_int_equal(printer_open("cups:kasir", NULL, &printer), RESULT_OK);
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_OK);
	assert_true(status.answers);
	ipp_server_stop(&server);
	/* The server has ended, and comes back elsewhere with a raw queue. */
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_PRINT_SERVICE);
	ipp_server_start(&server, &(struct server_script){.model = "Local Raw Printer"});
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_OK);
	assert_false(status.answers);
	ipp_server_stop(&server);
	ipp_server_start(&server, &(struct server_script){.device = "socket://10.0.0.7:9100"});
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_OK);
	assert_false(status.answers);
	ipp_server_stop(&server);
	printer_close(printer);
}

static void test_the_list_of_queues(void **state)
{
	static const enum server_manner silent[] = {SERVER_MUTE, SERVER_TRICKLES, SERVER_HANGS_UP};
	struct print_queue_name names[4];
	struct ipp_server server;

	(void)state;
	ipp_server_start(&server, &(struct server_script){0});
	assert_int_equal(print_queue_list(names, 4), 2);
	assert_string_equal(names[0].text, "kasir");
	assert_string_equal(names[1].text, "lantai-2");
	assert_int_equal(print_queue_list(names, 1), 1);
	ipp_server_stop(&server);
	/* No server, one that refuses, and those that never answer. */
	assert_int_equal(print_queue_list(names, 4), 0);
	ipp_server_start(
		&server, &(struct server_script){.refuses_look = IPP_STATUS_ERROR_FORBIDDEN});
	assert_int_equal(print_queue_list(names, 4), 0);
	ipp_server_stop(&server);
	for (size_t i = 0; i < sizeof(silent) / sizeof(*silent); i++) {
		ipp_server_start(&server, &(struct server_script){.manner = silent[i]});
		int64_t since = clock_ticks_ms();
		assert_int_equal(print_queue_list(names, 4), 0);
		assert_true(clock_ticks_ms() - since < 5000);
		ipp_server_stop(&server);
	}
}

/* As an inventory has them, beside whatever is plugged into this machine. */
static void check_inventory(
	const struct server_script *script, const char *name, enum result trouble)
{
	static struct inventory_device devices[INVENTORY_ROOM];
	struct rights_user user;
	struct ipp_server server;

	assert_true(rights_find_user(NULL, &user));
	ipp_server_start(&server, script);
	size_t count = inventory_list(&user, devices, INVENTORY_ROOM);
	ipp_server_stop(&server);
	assert_true(count >= 2);
	const struct inventory_device *queues = &devices[count - 2];
	assert_string_equal(queues[0].uri, "cups:kasir");
	assert_string_equal(queues[1].uri, "cups:lantai-2");
	for (int i = 0; i < 2; i++) {
		assert_int_equal(queues[i].kind, INVENTORY_QUEUE);
		assert_string_equal(queues[i].name, name ? name : queues[i].uri + strlen("cups:"));
		assert_int_equal(queues[i].trouble, trouble);
		assert_true(queues[i].permitted && !inventory_may_ask(&queues[i]));
	}
}

static void test_the_queues_of_an_inventory(void **state)
{
	(void)state;
	check_inventory(
		&(struct server_script){.model = "Office Laser"}, "Office Laser", RESULT_OK);
	check_inventory(
		&(struct server_script){.model = "Office Laser", .queue = IPP_PSTATE_STOPPED},
		"Office Laser", RESULT_DEVICE_STOPPED);
	/* A model in no letters at all is not repeated. */
	check_inventory(&(struct server_script){.model = "\xfe\x1b[2J"}, NULL, RESULT_OK);
}

/* How many warnings went into the pipe since it was last asked. */
static int count_warnings(int log)
{
	char text[4096];
	int count = 0;
	ssize_t size = read(log, text, sizeof(text) - 1);

	text[size > 0 ? size : 0] = '\0';
	for (const char *at = text; (at = strstr(at, "warn printer: ")); at++) {
		count++;
	}
	return count;
}

static void try_again(struct printer *printer, enum result expected)
{
	struct printer_status status;

	for (int i = 0; i < 3; i++) {
		printer_get_status(printer, &status);
		assert_int_equal(status.reason, expected);
	}
}

static void test_trouble_is_logged_once(void **state)
{
	struct ipp_server server;
	struct printer *printer, *none;
	int before = dup(STDERR_FILENO);
	int log[2];

	(void)state;
	ipp_server_start(&server, &(struct server_script){0});
	assert_int_equal(printer_open("cups:kasir", NULL, &printer), RESULT_OK);
	ipp_server_stop(&server);
	assert_true(before >= 0 && pipe(log) == 0);
	assert_int_equal(fcntl(log[0], F_SETFL, O_NONBLOCK), 0);
	assert_true(dup2(log[1], STDERR_FILENO) >= 0);
	for (int i = 0; i < 3; i++) {
		enum result result = printer_open("cups:kasir", NULL, &none);
		assert_int_equal(result, RESULT_PRINT_SERVICE);
	}
	int of_opening = count_warnings(log[0]);
	try_again(printer, RESULT_PRINT_SERVICE);
	int of_trouble = count_warnings(log[0]);
	ipp_server_start(&server, &(struct server_script){0});
	try_again(printer, RESULT_OK);
	ipp_server_stop(&server);
	try_again(printer, RESULT_PRINT_SERVICE);
	int of_return = count_warnings(log[0]);
	dup2(before, STDERR_FILENO);
	close(before);
	close(log[0]);
	close(log[1]);
	printer_close(printer);
	assert_int_equal(of_opening, 0);
	assert_int_equal(of_trouble, 1);
	assert_int_equal(of_return, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_queue_with_a_driver_gets_a_pdf),
		cmocka_unit_test(test_a_raw_queue_gets_the_bytes_and_confirms_nothing),
		cmocka_unit_test(test_a_driver_alone_confirms_nothing),
		cmocka_unit_test(test_the_uri_decides_against_the_queue),
		cmocka_unit_test(test_a_slip_that_fails_is_cancelled_and_told),
		cmocka_unit_test(test_a_job_that_was_done_before_the_cancel_is_done),
		cmocka_unit_test(test_whoever_waits_can_cancel),
		cmocka_unit_test(test_a_server_that_hangs_holds_nobody),
		cmocka_unit_test(test_a_slip_without_dots_is_no_page),
		cmocka_unit_test(test_a_server_that_is_none),
		cmocka_unit_test(test_a_queue_that_cannot_be_had),
		cmocka_unit_test(test_the_status_of_a_queue),
		cmocka_unit_test(test_the_list_of_queues),
		cmocka_unit_test(test_the_queues_of_an_inventory),
		cmocka_unit_test(test_trouble_is_logged_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
