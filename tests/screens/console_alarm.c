/* What a console sounds and says while visitors wait and nobody is at a desk for them. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/manner.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Counter 1, which serves sales, rests since 10.46; J006 came at 10.56. */
static void start(struct shift *shift)
{
	model_desk(shift);
	model_late(shift);
	shift->view->counters[0].state = VIEW_BREAK;
	shift->view->counters[0].since_ms = model_at(10, 46, 0);
}

static void test_silent_before_anything_is_known(void **state)
{
	(void)state;
	struct shift shift;
	struct alarm alarm;
	alarm_init(&alarm);
	alarm.rings_unattended = true;
	model_staff(&shift);
	assert_int_equal(alarm_hear(&alarm, &shift, model_at(9, 0, 0)).sound, ALARM_NOTHING);
	shift_finish(&shift);
}

static void test_unattended_is_repeated_until_somebody_is_there(void **state)
{
	(void)state;
	struct shift shift;
	struct alarm alarm;
	alarm_init(&alarm);
	start(&shift);
	int64_t now = model_at(10, 58, 0);
	assert_int_equal(alarm_hear(&alarm, &shift, now).sound, ALARM_NOTHING); /* switched off */
	alarm.rings_unattended = true;
	assert_int_equal(alarm_hear(&alarm, &shift, now).sound, ALARM_UNATTENDED);
	assert_int_equal(alarm_hear(&alarm, &shift, now).sound, ALARM_NOTHING);
	now += ALARM_AGAIN_MS;
	assert_int_equal(alarm_hear(&alarm, &shift, now - 1).sound, ALARM_NOTHING);
	assert_int_equal(alarm_hear(&alarm, &shift, now).sound, ALARM_UNATTENDED);
	/* Office time was set back by the head. */
	assert_int_equal(alarm_hear(&alarm, &shift, now - 3600000).sound, ALARM_UNATTENDED);
	/* Somebody comes, leaves again: sounded at once. */
	shift.view->counters[0].state = VIEW_FREE;
	assert_int_equal(alarm_hear(&alarm, &shift, now + ALARM_AGAIN_MS).sound, ALARM_NOTHING);
	shift.view->counters[0].state = VIEW_CLOSED;
	assert_int_equal(alarm_hear(&alarm, &shift, now + ALARM_AGAIN_MS).sound, ALARM_UNATTENDED);
	shift_finish(&shift);
}

/* The office's, or what this computer's own settings say; usual until the office is known. */
static void test_a_console_behaves_as_its_office_has_it(void **state)
{
	(void)state;
	struct shift shift;
	struct alarm alarm;
	alarm_init(&alarm);
	shift_init(&shift, 0, false);
	assert_false(manner_follow(&shift, &alarm));
	assert_true(alarm.rings_soon && alarm.rings_late && alarm.rings_unattended);
	assert_int_equal(shift.lock_ms, 600000);
	shift_finish(&shift);
	model_desk(&shift);
	shift.office->console = (struct office_console){.raise_late = true, .lock_minutes = 3};
	assert_true(manner_follow(&shift, &alarm));
	assert_false(alarm.rings_soon || alarm.rings_late || alarm.rings_unattended);
	assert_int_equal(shift.lock_ms, 180000);
	shift.own = (struct settings_console){1, SETTINGS_OFFICE, 1, 0, 0};
	assert_false(manner_follow(&shift, &alarm));
	assert_true(alarm.rings_soon && !alarm.rings_late && alarm.rings_unattended);
	assert_int_equal(shift.lock_ms, 0);
	shift_finish(&shift);
}

/* A picture with K008's clock at 7 minutes less a second, and what is heard `later` seconds on. */
static struct alarm_news hear(struct alarm *alarm, struct shift *shift, int later)
{
	return alarm_hear(alarm, shift, model_at(10, 53, 46) + later * 1000);
}

static void test_each_phase_is_sounded_once(void **state)
{
	(void)state;
	struct shift shift;
	struct alarm alarm;
	alarm_init(&alarm);
	alarm.rings_soon = alarm.rings_late = true;
	model_desk(&shift);
	model_late(&shift);
	assert_int_equal(hear(&alarm, &shift, 0).sound, ALARM_NOTHING);
	assert_int_equal(hear(&alarm, &shift, 1).sound, ALARM_SOON);
	assert_int_equal(hear(&alarm, &shift, 2).sound, ALARM_NOTHING);
	/* Another one's clock is shown in between. */
	shift.view->waiting[0].clock.running = false;
	shift.view->waiting[1].clock = (struct view_clock){
		.running = true, .any = true, .start_ms = model_at(10, 53, 0), .target_s = 600};
	assert_int_equal(hear(&alarm, &shift, 3).sound, ALARM_NOTHING);
	shift.view->waiting[0].clock.running = true;
	assert_int_equal(hear(&alarm, &shift, 4).sound, ALARM_NOTHING);
	assert_false(hear(&alarm, &shift, 181).late);
	struct alarm_news news = hear(&alarm, &shift, 182);
	assert_int_equal(news.sound, ALARM_LATE);
	assert_true(news.late);
	assert_false(hear(&alarm, &shift, 183).late);
	/* The same number of another day. */
	text_copy(shift.view->service_date, sizeof(shift.view->service_date), "2026-11-24");
	assert_int_equal(hear(&alarm, &shift, 184).sound, ALARM_LATE);
	shift_finish(&shift);
}

/* Who wants no sound is told all the same; and before the desk is there nothing is. */
static void test_late_is_told_without_a_sound(void **state)
{
	(void)state;
	struct shift shift;
	struct alarm alarm;
	alarm_init(&alarm);
	model_desk(&shift);
	model_late(&shift);
	shift.phase = SHIFT_COUNTERS;
	assert_false(hear(&alarm, &shift, 182).late);
	shift.phase = SHIFT_DESK;
	struct alarm_news news = hear(&alarm, &shift, 182);
	assert_true(news.late);
	assert_int_equal(news.sound, ALARM_NOTHING);
	shift_finish(&shift);
}

/* At the desk and on every screen of the sign-in. */
static void test_is_said_on_every_screen(void **state)
{
	(void)state;
	static const struct {
		enum shift_phase phase;
		const char *name;
	} rows[] = {
		{SHIFT_DESK, "console-unattended"},
		{SHIFT_STAFF, "console-unattended-staff"},
		{SHIFT_PIN, "console-unattended-pin"},
		{SHIFT_COUNTERS, "console-unattended-counters"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shift shift;
		start(&shift);
		shift.phase = rows[i].phase;
		looks_show_one(&shift, model_at(10, 58, 10), rows[i].name, "id", i < 2);
		looks_show_one(&shift, model_at(10, 58, 10), rows[i].name, "en", false);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_silent_before_anything_is_known),
		cmocka_unit_test(test_unattended_is_repeated_until_somebody_is_there),
		cmocka_unit_test(test_a_console_behaves_as_its_office_has_it),
		cmocka_unit_test(test_each_phase_is_sounded_once),
		cmocka_unit_test(test_late_is_told_without_a_sound),
		cmocka_unit_test(test_is_said_on_every_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
