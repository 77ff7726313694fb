/* Reports as files: noted in the log first, one at a time, of what is shown. */
#include "app/base/text.h"
#include "app/console/report_parts.h"
#include "tests/screens/console_days.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;

static void save(struct shift *shift, enum report_format format)
{
	hand_act(shift, SHIFT_REPORT_SAVE, (int)format, NOW);
}

static void saved(struct shift *shift, enum result result, const char *path)
{
	struct saved news = {.result = result};
	text_copy(news.path, sizeof(news.path), path);
	shift_saved(shift, &news, NOW);
}

/* The desk is asked to note it first, and answers. */
static struct desk_request note(struct shift *shift, enum export_kind kind, enum result result)
{
	struct desk_request request = hand_take(shift, DESK_NOTE_EXPORT);
	assert_int_equal(request.id, kind);
	hand_answer(shift, &request, result, NOW);
	return request;
}

static void test_one_file_at_a_time(void **state)
{
	(void)state;
	struct shift shift;
	enum report_format format;
	days_open(&shift, DESK_HEAD);
	save(&shift, REPORT_XLSX);
	assert_false(shift_take_save(&shift, &format)); /* nothing is there yet */
	days_answer(&shift, 6);
	save(&shift, REPORT_CSV);
	assert_false(shift_take_save(&shift, &format));
	struct desk_request noted = note(&shift, EXPORT_REPORT_CSV, RESULT_OK);
	assert_string_equal(noted.staff, shift_person(&shift)->code);
	assert_string_equal(noted.date, "2026-11-23");
	assert_string_equal(noted.date_to, "2026-11-23");
	assert_true(shift_take_save(&shift, &format));
	assert_int_equal(format, REPORT_CSV);
	save(&shift, REPORT_XLSX);
	hand_take_none(&shift);
	assert_false(shift_take_save(&shift, &format));
	saved(&shift, RESULT_OK, "/home/ani/Dokumen/laporan-2026-11-23.csv");
	assert_string_equal(shift.notice, "report.saved");
	assert_true(shift.notice_done);
	assert_string_equal(shift.notice_value, "/home/ani/Dokumen/laporan-2026-11-23.csv");
	save(&shift, REPORT_XLSX);
	note(&shift, EXPORT_REPORT_XLSX, RESULT_OK);
	assert_true(shift_take_save(&shift, &format));
	assert_int_equal(format, REPORT_XLSX);
	/* Of the page that was left the file comes all the same. */
	hand_act(&shift, SHIFT_PAGE, SHIFT_PAGE_QUEUE, NOW);
	assert_true(shift.reporting.saving);
	saved(&shift, RESULT_FILE_FULL, "/home/ani/Dokumen");
	assert_string_equal(shift.notice, "result.file_full");
	assert_false(shift.notice_done);
	assert_false(shift.reporting.saving);
	shift_finish(&shift);
}

/* While an appointment's slip is printed no file is wrong, and no other program holds the printer.
 */
static void test_what_comes_before_is_waited_for(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	save(&shift, REPORT_CSV);
	note(&shift, EXPORT_REPORT_CSV, RESULT_OK);
	shift_saved(&shift, &(struct saved){.busy = true, .slip = true}, NOW);
	assert_string_equal(shift.notice, "report.busy");
	assert_true(shift.reporting.saving);
	shift_saved(&shift, &(struct saved){.busy = true}, NOW);
	assert_string_equal(shift.notice, "report.busy");
	assert_false(shift.reporting.saving);
	shift_finish(&shift);
}

/* Paper goes the way of a file: into the log first, and what became of it is said. */
static void test_on_paper(void **state)
{
	(void)state;
	struct shift shift;
	enum report_format format;
	struct saved news = {.printed = true, .confirmed = true, .path = "kantor"};
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	hand_act(&shift, SHIFT_REPORT_SAVE, REPORTING_PRINT, NOW);
	assert_false(shift_take_save(&shift, &format));
	note(&shift, EXPORT_REPORT_PRINT, RESULT_OK);
	assert_true(shift_take_save(&shift, &format));
	assert_int_equal(format, REPORTING_PRINT);
	assert_false(reporting_can_save(&shift.reporting));
	shift_saved(&shift, &news, NOW);
	assert_string_equal(shift.notice, "report.printed");
	assert_string_equal(shift.notice_value, "kantor");
	news.confirmed = false;
	shift_saved(&shift, &news, NOW);
	assert_string_equal(shift.notice, "report.sent");
	assert_true(shift.notice_done);
	news.result = RESULT_PAPER_OUT;
	shift_saved(&shift, &news, NOW);
	assert_string_equal(shift.notice, "result.paper_out");
	assert_false(shift.notice_done);
	assert_true(reporting_can_save(&shift.reporting));
	hand_act(&shift, SHIFT_REPORT_SAVE, REPORTING_WAYS, NOW);
	hand_take_none(&shift);
	shift_finish(&shift);
}

/* What the log does not take is not written. */
static void test_no_file_without_its_event(void **state)
{
	(void)state;
	struct shift shift;
	enum report_format format;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	save(&shift, REPORT_XLSX);
	note(&shift, EXPORT_REPORT_XLSX, RESULT_STORE_BUSY);
	assert_false(shift_take_save(&shift, &format));
	assert_string_equal(shift.notice, "result.store_busy");
	assert_true(reporting_can_save(&shift.reporting));
	shift_finish(&shift);
}

/* Another stretch, chosen before the first was begun to be written: neither is. */
static void test_a_file_is_of_what_is_shown(void **state)
{
	(void)state;
	struct shift shift;
	enum report_format format;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	save(&shift, REPORT_XLSX);
	struct desk_request early = hand_take(&shift, DESK_NOTE_EXPORT);
	hand_act(&shift, SHIFT_REPORT_STEP, -1, NOW);
	hand_answer(&shift, &early, RESULT_OK, NOW);
	assert_false(shift_take_save(&shift, &format));
	assert_false(shift.reporting.saving);
	days_answer(&shift, 6);
	save(&shift, REPORT_XLSX);
	note(&shift, EXPORT_REPORT_XLSX, RESULT_OK);
	hand_act(&shift, SHIFT_REPORT_STEP, -1, NOW);
	assert_false(shift_take_save(&shift, &format));
	assert_false(shift.reporting.saving);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_file_at_a_time),
		cmocka_unit_test(test_what_comes_before_is_waited_for),
		cmocka_unit_test(test_on_paper),
		cmocka_unit_test(test_no_file_without_its_event),
		cmocka_unit_test(test_a_file_is_of_what_is_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
