/* What a console sounds and says while visitors wait and nobody is at a desk for them. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/alarm.h"
#include "app/console/screen.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

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
	assert_int_equal(alarm_hear(&alarm, &shift, model_at(9, 0, 0)), ALARM_NOTHING);
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
	assert_int_equal(alarm_hear(&alarm, &shift, now), ALARM_NOTHING); /* switched off */
	alarm.rings_unattended = true;
	assert_int_equal(alarm_hear(&alarm, &shift, now), ALARM_UNATTENDED);
	assert_int_equal(alarm_hear(&alarm, &shift, now), ALARM_NOTHING);
	now += ALARM_AGAIN_MS;
	assert_int_equal(alarm_hear(&alarm, &shift, now - 1), ALARM_NOTHING);
	assert_int_equal(alarm_hear(&alarm, &shift, now), ALARM_UNATTENDED);
	/* Office time was set back by the head. */
	assert_int_equal(alarm_hear(&alarm, &shift, now - 3600000), ALARM_UNATTENDED);
	/* Somebody comes, leaves again: sounded at once. */
	shift.view->counters[0].state = VIEW_FREE;
	assert_int_equal(alarm_hear(&alarm, &shift, now + ALARM_AGAIN_MS), ALARM_NOTHING);
	shift.view->counters[0].state = VIEW_CLOSED;
	assert_int_equal(alarm_hear(&alarm, &shift, now + ALARM_AGAIN_MS), ALARM_UNATTENDED);
	shift_finish(&shift);
}

static void draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 58, 10));
		ui_end(ui);
	}
}

static void show(struct shift *shift, const char *name, const char *language, bool picture)
{
	struct ui ui;
	struct inspection inspection = {0};
	char golden[64];
	golden_start(&ui, language, 1280, 800);
	draw(&ui, shift);
	text_format(golden, sizeof(golden), "%s.%s", name, language);
	golden_text(golden, &ui.list);
	if (picture) {
		golden_picture(name, &ui.list, 1280, 800);
	}
	inspect_texts(&inspection, golden, &ui);
	inspect_contrast(&inspection, golden, &ui);
	if (inspection.faults > 0) {
		fail_msg("%s", inspection.words);
	}
	golden_finish(&ui);
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
		show(&shift, rows[i].name, "id", i < 2);
		show(&shift, rows[i].name, "en", false);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_silent_before_anything_is_known),
		cmocka_unit_test(test_unattended_is_repeated_until_somebody_is_there),
		cmocka_unit_test(test_is_said_on_every_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
