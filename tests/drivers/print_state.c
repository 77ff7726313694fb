#include "drivers/print_state.h"
#include "drivers/print_target.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* An answer of a healthy queue, with its reasons as one text: "a,b". */
static struct print_printer read_queue(ipp_pstate_t state, bool accepting, const char *reasons)
{
	struct print_printer printer;
	ipp_t *answer = ippNew();
	char copy[256] = "", *next = NULL;
	ipp_attribute_t *attribute = NULL;

	strncat(copy, reasons, sizeof(copy) - 1);
	ippAddInteger(answer, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", (int)state);
	ippAddBoolean(answer, IPP_TAG_PRINTER, "printer-is-accepting-jobs", accepting);
	for (char *one = strtok_r(copy, ",", &next); one; one = strtok_r(NULL, ",", &next)) {
		if (attribute) {
			ippSetString(answer, &attribute, ippGetCount(attribute), one);
		} else {
			attribute = ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_KEYWORD,
				"printer-state-reasons", NULL, one);
		}
	}
	print_state_read_printer(answer, &printer);
	ippDelete(answer);
	return printer;
}

static void test_reasons_are_believed_of_a_queue_at_work(void **state)
{
	static const struct {
		ipp_pstate_t state;
		bool accepting;
		const char *reasons;
		enum result result;
		bool near_end;
	} rows[] = {
		{IPP_PSTATE_IDLE, true, "none", RESULT_OK, false},
		{IPP_PSTATE_IDLE, true, "media-empty-warning", RESULT_OK, false},
		{IPP_PSTATE_PROCESSING, true, "cups-waiting-for-job-completed", RESULT_OK, false},
		{IPP_PSTATE_PROCESSING, true, "cups-waiting-for-job-completed,media-empty-warning",
			RESULT_PAPER_OUT, false},
		{IPP_PSTATE_PROCESSING, true, "media-empty", RESULT_PAPER_OUT, false},
		{IPP_PSTATE_PROCESSING, true, "media-needed-error", RESULT_PAPER_OUT, false},
		{IPP_PSTATE_PROCESSING, true, "media-empty-error,cover-open-error",
			RESULT_COVER_OPEN, false},
		{IPP_PSTATE_PROCESSING, true, "door-open", RESULT_COVER_OPEN, false},
		{IPP_PSTATE_PROCESSING, true, "media-jam-error", RESULT_PRINTER_ERROR, false},
		{IPP_PSTATE_PROCESSING, true, "offline-report", RESULT_DEVICE_OFFLINE, false},
		{IPP_PSTATE_PROCESSING, true, "connecting-to-device", RESULT_DEVICE_OFFLINE, false},
		{IPP_PSTATE_PROCESSING, true, "media-low-warning", RESULT_OK, true},
		{IPP_PSTATE_PROCESSING, true, "toner-low-warning", RESULT_OK, false},
		{IPP_PSTATE_STOPPED, true, "paused", RESULT_DEVICE_STOPPED, false},
		{IPP_PSTATE_STOPPED, true, "paused,media-empty-error", RESULT_DEVICE_STOPPED,
			false},
		{IPP_PSTATE_IDLE, false, "none", RESULT_DEVICE_STOPPED, false},
		{(ipp_pstate_t)77, true, "none", RESULT_DEVICE_STOPPED, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct print_printer printer =
			read_queue(rows[i].state, rows[i].accepting, rows[i].reasons);
		assert_int_equal(print_state_of_queue(&printer), rows[i].result);
		assert_int_equal(printer.near_end, rows[i].near_end);
	}
}

static void test_an_empty_answer_is_a_queue_that_is_stopped(void **state)
{
	struct print_printer printer;
	ipp_t *answer = ippNew();

	(void)state;
	print_state_read_printer(answer, &printer);
	assert_int_equal(print_state_of_queue(&printer), RESULT_DEVICE_STOPPED);
	assert_string_equal(printer.model, "");
	assert_false(printer.raw);
	ippDelete(answer);
}

static struct print_printer read_model(const char *model)
{
	struct print_printer printer;
	ipp_t *answer = ippNew();

	ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_TEXT, "printer-make-and-model", NULL, model);
	print_state_read_printer(answer, &printer);
	ippDelete(answer);
	return printer;
}

static void test_the_model_tells_whether_there_is_a_driver(void **state)
{
	(void)state;
	assert_true(read_model("Local Raw Printer").raw);
	assert_false(read_model("EPSON TM-T82X").raw);
	assert_string_equal(read_model("EPSON TM-T82X").model, "EPSON TM-T82X");
	assert_string_equal(read_model("a\033[31mb").model, "");
}

static bool confirms(const char *uri, const char *model)
{
	struct print_printer printer;
	ipp_t *answer = ippNew();

	ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_TEXT, "printer-make-and-model", NULL, model);
	if (uri) {
		ippAddString(answer, IPP_TAG_PRINTER, IPP_TAG_URI, "device-uri", NULL, uri);
	}
	print_state_read_printer(answer, &printer);
	ippDelete(answer);
	return printer.confirms;
}

static void test_only_what_speaks_ipp_confirms(void **state)
{
	static const char *const do_not[] = {"usb://EPSON/TM-T82X?serial=ipp://",
		"socket://10.0.0.7:9100", "lpd://10.0.0.7/ipp", "serial:/dev/ttyS0?baud=9600",
		"file:///dev/null", "http://10.0.0.7/", "ipp", "ipp:", "ippx://10.0.0.7/", "",
		"dnssd://TM-T82X._printer._tcp.local/", "dnssd://ipp._pdl-datastream._tcp.local/",
		"ipp://10.0.0.7/ipp/print?waitjob=false"};
	static const char *const do_so[] = {"ipp://10.0.0.7/ipp/print", "ipps://printer.local/",
		"dnssd://TM-T82X._ipp._tcp.local/?uuid=1", "dnssd://TM-T82X._ipps._tcp.local/",
		"ipp://10.0.0.7/ipp/print?version=1.1"};

	(void)state;
	for (size_t i = 0; i < sizeof(do_not) / sizeof(*do_not); i++) {
		assert_false(confirms(do_not[i], "EPSON TM-T82X"));
	}
	for (size_t i = 0; i < sizeof(do_so) / sizeof(*do_so); i++) {
		assert_true(confirms(do_so[i], "EPSON TM-T82X"));
		assert_false(confirms(do_so[i], "Local Raw Printer"));
	}
	assert_false(confirms(NULL, "EPSON TM-T82X"));
}

static void test_sizes_are_asked_for_where_they_can_be_had(void **state)
{
	static const char *const media[] = {
		"iso_a4_210x297mm", "custom_min_30x30mm", "custom_max_80x1000mm"};
	struct print_printer printer;
	ipp_t *answer = ippNew();

	(void)state;
	ippAddStrings(answer, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "media-supported", 3, NULL, media);
	print_state_read_printer(answer, &printer);
	ippDelete(answer);
	assert_string_equal(print_state_name_size(&printer, &(struct print_size){21000, 29700}),
		"iso_a4_210x297mm");
	assert_string_equal(print_state_name_size(&printer, &(struct print_size){7200, 14300}),
		"custom_72x143mm_72x143mm");
	assert_null(print_state_name_size(&printer, &(struct print_size){7200, 100001}));
	assert_null(print_state_name_size(&printer, &(struct print_size){8100, 14300}));
	assert_null(print_state_name_size(&printer, &(struct print_size){0, 0}));
	printer = read_model("HP LaserJet");
	assert_null(print_state_name_size(&printer, &(struct print_size){7200, 14300}));
}

static struct print_job_state read_job(ipp_jstate_t state, ipp_tag_t begun)
{
	struct print_job_state job;
	ipp_t *answer = ippNew();

	ippAddInteger(answer, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", (int)state);
	if (begun == IPP_TAG_INTEGER) {
		ippAddInteger(answer, IPP_TAG_JOB, begun, "time-at-processing", 1795);
	} else if (begun != IPP_TAG_ZERO) {
		ippAddOutOfBand(answer, IPP_TAG_JOB, begun, "time-at-processing");
	}
	assert_true(print_state_read_job(answer, &job));
	ippDelete(answer);
	return job;
}

static void test_only_a_server_that_says_so_makes_a_job_not_begun(void **state)
{
	struct print_job_state job;
	ipp_t *answer = ippNew();

	(void)state;
	assert_false(read_job(IPP_JSTATE_CANCELED, IPP_TAG_NOVALUE).begun);
	assert_true(read_job(IPP_JSTATE_CANCELED, IPP_TAG_INTEGER).begun);
	assert_true(read_job(IPP_JSTATE_CANCELED, IPP_TAG_ZERO).begun);
	assert_int_equal(
		read_job(IPP_JSTATE_COMPLETED, IPP_TAG_INTEGER).state, IPP_JSTATE_COMPLETED);
	assert_false(print_state_read_job(answer, &job));
	assert_true(job.begun);
	ippDelete(answer);
}

static void test_statuses(void **state)
{
	(void)state;
	assert_int_equal(print_state_of_status(IPP_STATUS_ERROR_NOT_FOUND), RESULT_DEVICE_MISSING);
	assert_int_equal(print_state_of_status(IPP_STATUS_ERROR_FORBIDDEN), RESULT_DEVICE_DENIED);
	assert_int_equal(
		print_state_of_status(IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS), RESULT_DEVICE_STOPPED);
	assert_int_equal(
		print_state_of_status(IPP_STATUS_ERROR_SERVICE_UNAVAILABLE), RESULT_PRINT_SERVICE);
	assert_int_equal(print_state_of_status(IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED),
		RESULT_DEVICE_FAILED);
}

static void test_what_stands_behind_the_scheme(void **state)
{
	static const char *const wrong[] = {"", ",raw", "a b", "a/b", "a#b", "a?b", "a'b", "kasir,",
		"kasir,RAW", "kasir,wait=", "kasir,wait=0", "kasir,wait=601", "kasir,wait=5x",
		"kasir,,raw", "kasir,raw,", "kasir,wait=00000000000005", "\x7f"};
	struct print_target target;
	char longest[PRINT_QUEUE_NAME_MAX + 2];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_false(print_target_read(wrong[i], &target));
	}
	assert_true(print_target_read("kasir", &target));
	assert_string_equal(target.name, "kasir");
	assert_int_equal(target.form, PRINT_FORM_BY_QUEUE);
	assert_int_equal(target.wait_s, 0);
	assert_true(print_target_read("kasir,raw,wait=600", &target));
	assert_string_equal(target.name, "kasir");
	assert_int_equal(target.form, PRINT_FORM_RAW);
	assert_int_equal(target.wait_s, 600);
	assert_true(print_target_read("Loket-2,pdf", &target));
	assert_int_equal(target.form, PRINT_FORM_PDF);
	memset(longest, 'q', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	assert_false(print_target_read(longest, &target));
	assert_true(print_target_read(longest + 1, &target));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reasons_are_believed_of_a_queue_at_work),
		cmocka_unit_test(test_an_empty_answer_is_a_queue_that_is_stopped),
		cmocka_unit_test(test_the_model_tells_whether_there_is_a_driver),
		cmocka_unit_test(test_only_what_speaks_ipp_confirms),
		cmocka_unit_test(test_sizes_are_asked_for_where_they_can_be_had),
		cmocka_unit_test(test_only_a_server_that_says_so_makes_a_job_not_begun),
		cmocka_unit_test(test_statuses),
		cmocka_unit_test(test_what_stands_behind_the_scheme),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
