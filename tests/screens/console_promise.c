#include "app/console/promise.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { HERE = 1 }; /* counter 2 */

static void test_nobody(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	promise_find(shift.view, HERE, model_at(10, 31, 24), &promise);
	assert_false(promise.running);
	assert_int_equal(promise.reason, PROMISE_NOBODY);
	shift.view->hours.state = CALENDAR_BREAK;
	promise_find(shift.view, HERE, model_at(10, 31, 24), &promise);
	assert_int_equal(promise.reason, PROMISE_NOT_OPEN);
	shift_finish(&shift);
}

static void test_only_what_this_counter_serves(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_serving(&shift);
	model_queue(&shift);
	promise_find(shift.view, HERE, model_at(10, 31, 24), &promise);
	assert_false(promise.running); /* J005 is counter 1's */
	assert_int_equal(promise.reason, PROMISE_ALL_BUSY);
	assert_string_equal(promise.number, "D006"); /* and not of the whole office's first */

	promise_find(shift.view, 0, model_at(10, 31, 24), &promise);
	assert_true(promise.running);
	assert_string_equal(promise.number, "J005");
	assert_int_equal(promise.count_ms, (4 * 60 + 12) * 1000);
	assert_int_equal(promise.phase, TARGET_ON_TIME);
	assert_int_equal(promise.reason, PROMISE_FREE_SINCE);
	assert_int_equal(promise.counter, 1);
	assert_true(promise.since_ms == model_at(10, 27, 12));
	shift_finish(&shift);
}

/* On break, with the others busy: visitors do wait for this counter, only their clock does not run.
 */
static void test_on_break_while_others_serve(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_wait(&shift, "K001", MODEL_KONS, model_at(10, 0, 0), TICKET_NEVER);
	shift.view->counters[HERE].state = VIEW_BREAK;
	promise_find(shift.view, HERE, model_at(10, 31, 0), &promise);
	assert_false(promise.running);
	assert_int_equal(promise.reason, PROMISE_ALL_BUSY);
	shift_finish(&shift);
}

/* The first one who is promised a time is told of; if there is none, that there is no promise. */
static void test_a_service_without_a_promise(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_serving(&shift);
	model_wait(&shift, "K001", MODEL_KONS, model_at(10, 0, 0), TICKET_NEVER);
	model_wait(&shift, "D001", MODEL_DTSEN, model_at(10, 1, 0), TICKET_NEVER);
	shift.view->waiting[0].clock.target_s = 0;
	promise_find(shift.view, HERE, model_at(10, 31, 0), &promise);
	assert_int_equal(promise.reason, PROMISE_ALL_BUSY);
	assert_string_equal(promise.number, "D001");
	shift.view->waiting[1].clock.target_s = 0;
	promise_find(shift.view, HERE, model_at(10, 31, 0), &promise);
	assert_int_equal(promise.reason, PROMISE_NO_LIMIT);
	assert_string_equal(promise.number, "K001");
	assert_false(promise.running);
	shift_finish(&shift);
}

static void test_the_oldest_of_several(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_wait(&shift, "K001", MODEL_KONS, model_at(10, 0, 0), model_at(10, 30, 0));
	model_wait(&shift, "K002", MODEL_KONS, model_at(10, 1, 0), model_at(10, 29, 0));
	shift.view->waiting[0].clock.count_ms = 0;
	promise_find(shift.view, HERE, model_at(10, 31, 0), &promise);
	assert_string_equal(promise.number, "K002");
	assert_int_equal(promise.count_ms, 120000);
	shift_finish(&shift);
}

static void test_called_ticket_comes_first(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_called(&shift);
	model_wait(&shift, "K008", MODEL_KONS, model_at(10, 25, 0), model_at(10, 30, 0));
	promise_find(shift.view, HERE, model_at(10, 43, 38), &promise);
	assert_string_equal(promise.number, "D006");
	assert_int_equal(promise.phase, TARGET_SOON);
	assert_int_equal(promise.count_ms, (8 * 60 + 26) * 1000);
	shift_finish(&shift);
}

static void test_late_from_the_second_it_passes(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_late(&shift);
	promise_find(shift.view, HERE, model_at(10, 56, 47), &promise);
	assert_int_equal(promise.phase, TARGET_SOON);
	promise_find(shift.view, HERE, model_at(10, 56, 48), &promise);
	assert_int_equal(promise.phase, TARGET_LATE);
	shift_finish(&shift);
}

static void test_service_without_an_open_counter(void **state)
{
	(void)state;
	struct shift shift;
	struct promise promise;
	model_desk(&shift);
	model_late(&shift);
	shift.view->counters[HERE].state = VIEW_BREAK;
	promise_find(shift.view, HERE, model_at(10, 50, 0), &promise);
	assert_true(promise.running);
	assert_int_equal(promise.reason, PROMISE_UNATTENDED);
	shift_finish(&shift);
}

/* The shortest of those that the counter serves; one that is closed stands for the office. */
static void test_usual_promise_of_a_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	const struct view_counter *here = &shift.view->counters[HERE];
	struct office *office = shift.office;
	assert_int_equal(promise_usual(office, here), 600);
	office->services[MODEL_JUAL].target_s = 120; /* counter 1's */
	office->services[MODEL_REKOM].target_s = 300;
	assert_int_equal(promise_usual(office, here), 300);
	office->services[MODEL_REKOM].target_s = 0;
	assert_int_equal(promise_usual(office, here), 600);
	shift.view->counters[HERE].state = VIEW_CLOSED;
	assert_int_equal(promise_usual(office, here), 120);
	for (int i = 0; i < office->service_count; i++) {
		office->services[i].target_s = 0;
	}
	assert_int_equal(promise_usual(office, here), 0);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nobody),
		cmocka_unit_test(test_only_what_this_counter_serves),
		cmocka_unit_test(test_on_break_while_others_serve),
		cmocka_unit_test(test_a_service_without_a_promise),
		cmocka_unit_test(test_the_oldest_of_several),
		cmocka_unit_test(test_called_ticket_comes_first),
		cmocka_unit_test(test_late_from_the_second_it_passes),
		cmocka_unit_test(test_service_without_an_open_counter),
		cmocka_unit_test(test_usual_promise_of_a_counter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
