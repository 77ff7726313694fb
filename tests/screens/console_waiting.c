/* What the list of those who wait says to a counter that does not serve them all. */
#include "app/base/text.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static bool says(const struct shift *shift, const char *words)
{
	return looks_says(shift, model_at(10, 31, 24), words);
}

/* Sale is counter 1's; the first of the others is marked as the next one. */
static void test_other_counters_numbers_are_marked(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), TICKET_NEVER);
	assert_true(says(&shift, "berikutnya"));
	assert_false(says(&shift, "loket lain"));
	model_wait(&shift, "J005", MODEL_JUAL, model_at(10, 25, 0), model_at(10, 27, 12));
	assert_true(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* A number that was sent to one counter is another's for the rest, though they serve its service.
 */
static void test_a_number_sent_elsewhere_is_marked(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), TICKET_NEVER);
	shift.view->waiting[0].only = 2;
	assert_false(says(&shift, "loket lain"));
	shift.view->waiting[0].only = 3;
	assert_true(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* A counter on break calls nobody; a closed one serves nothing yet. */
static void test_nothing_is_next_where_nobody_is_called(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	shift.view->counters[1].state = VIEW_BREAK;
	assert_false(says(&shift, "berikutnya"));
	assert_true(says(&shift, "loket lain"));
	shift.view->counters[1].state = VIEW_CLOSED;
	assert_false(says(&shift, "berikutnya"));
	assert_false(says(&shift, "loket lain"));
	shift_finish(&shift);
}

/* Behind more of other counters' numbers than there is room for. */
static void test_the_next_one_is_always_in_sight(void **state)
{
	(void)state;
	struct shift shift;
	char number[TICKET_NUMBER_SIZE];
	model_desk(&shift);
	for (int i = 0; i < 20; i++) {
		text_format(number, sizeof(number), "J%03d", i + 1);
		model_wait(&shift, number, MODEL_JUAL, model_at(10, i, 0), TICKET_NEVER);
	}
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(10, 24, 0), model_at(10, 24, 6));
	model_wait(&shift, "D007", MODEL_DTSEN, model_at(10, 25, 0), TICKET_NEVER);
	assert_true(says(&shift, "berikutnya"));
	assert_true(says(&shift, "7 menit")); /* D006 itself */
	assert_false(says(&shift, "D007"));
	looks_show_one(&shift, model_at(10, 31, 24), "console-waiting-behind", "id", true);
	shift_finish(&shift);
}

/* Up to an hour and a half in minutes, then in hours and minutes. */
static void test_a_long_wait_is_told_in_hours(void **state)
{
	(void)state;
	static const struct {
		int minutes;
		const char *words;
	} rows[] = {{0, "baru datang"}, {1, "1 menit"}, {90, "90 menit"}, {91, "1 jam 31 menit"},
		{120, "2 jam"}, {393, "6 jam 33 menit"}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shift shift;
		char waiting[64];
		int64_t now = model_at(15, 30, 59);
		model_desk(&shift);
		shift.view->hours.state = CALENDAR_CLOSED;
		model_wait(&shift, "K008", MODEL_KONS,
			model_at(15, 30, 0) - rows[i].minutes * INT64_C(60000), TICKET_NEVER);
		assert_true(looks_says(&shift, now, rows[i].words));
		text_format(waiting, sizeof(waiting), "%s%s", i > 0 ? "menunggu " : "",
			rows[i].words); /* as the next one, beside the large number */
		assert_true(looks_says(&shift, now, waiting));
		shift_finish(&shift);
	}
}

/* Who has an appointment is told by its hour, in place of the wait; a running clock goes before. */
static void test_an_appointment_is_in_sight(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_serving(&shift);
	shift.view->visit.appointed_ms = model_at(10, 30, 0);
	model_queue(&shift);
	shift.view->waiting[1].appointed_ms = model_at(10, 30, 0);
	shift.view->waiting[3].appointed_ms = model_at(10, 45, 0);
	assert_true(says(&shift, "Janji 10.45"));
	assert_true(says(&shift, "datang 10.29"));
	assert_true(says(&shift, "janji 10.30"));
	looks_show_one(&shift, model_at(10, 31, 24), "console-waiting-appointed", "id", true);
	shift.view->waiting[3].clock = (struct view_clock){
		.running = true, .any = true, .start_ms = model_at(10, 30, 0), .target_s = 600};
	assert_true(says(&shift, "Janji 10.45"));
	assert_false(says(&shift, "datang 10.29"));
	shift_finish(&shift);
}

/* The clock is in the middle of its row however long the name of the service is; which counter
 * alone may call a number is said before how long it has waited. */
static void test_rows_keep_their_order(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	text_copy(shift.office->services[MODEL_DTSEN].short_name[OFFICE_INDONESIAN],
		OFFICE_NAME_SIZE, "Rekomendasi Statistik");
	text_copy(shift.office->services[MODEL_KONS].short_name[OFFICE_INDONESIAN],
		OFFICE_NAME_SIZE, "Konsultasi dan Rekomendasi Kegiatan Statistik");
	model_wait(&shift, "D006", MODEL_DTSEN, model_at(6, 24, 0), model_at(10, 27, 12));
	shift.view->waiting[0].priority = TICKET_ELDERLY;
	model_wait(&shift, "J005", MODEL_JUAL, model_at(8, 10, 0), model_at(10, 28, 12));
	model_wait(&shift, "K008", MODEL_KONS, model_at(8, 25, 0), model_at(10, 29, 12));
	model_wait(&shift, "D007", MODEL_DTSEN, model_at(8, 25, 0), model_at(10, 29, 12));
	shift.view->waiting[3].only = 3;
	model_wait(&shift, "D008", MODEL_DTSEN, model_at(8, 25, 0), TICKET_NEVER);
	looks_show_one(&shift, model_at(10, 31, 24), "console-waiting-long", "id", true);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_counters_numbers_are_marked),
		cmocka_unit_test(test_a_number_sent_elsewhere_is_marked),
		cmocka_unit_test(test_nothing_is_next_where_nobody_is_called),
		cmocka_unit_test(test_the_next_one_is_always_in_sight),
		cmocka_unit_test(test_a_long_wait_is_told_in_hours),
		cmocka_unit_test(test_an_appointment_is_in_sight),
		cmocka_unit_test(test_rows_keep_their_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
