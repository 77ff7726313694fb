/* When a call counts as one that the waiting room should have heard and did not. */
#include "app/desk/view.h"
#include "tests/unit/check.h"

#include <stdlib.h>

enum { SECOND = 1000 };

struct scene {
	struct office office;
	struct desk_view view;
	int64_t morning; /* 08.00 */
};

/* A call at 08.00 that was shown and not spoken. */
static struct scene *start(void)
{
	struct scene *scene = calloc(1, sizeof *scene);
	assert_non_null(scene);
	scene->office.zone = OFFICE_WITA;
	office_voice_usual(&scene->office.voice);
	assert_true(calendar_parse(&scene->office, "2026-11-23T08:00:00", &scene->morning));
	scene->view.call_count = 2;
	for (int i = 0; i < 2; i++) {
		scene->view.calls[i] = (struct view_call){.id = 2 - i,
			.called_ms = scene->morning - i * 60 * SECOND,
			.announced_ms = {scene->morning, TICKET_NEVER, TICKET_NEVER}};
	}
	return scene;
}

static bool unspoken(const struct scene *scene, int64_t after_ms)
{
	return view_unspoken(
		&scene->office, &scene->view, &scene->view.calls[0], scene->morning + after_ms);
}

static void a_call_that_nobody_heard_is_told_soon(void **state)
{
	(void)state;
	struct scene *scene = start();
	assert_false(unspoken(scene, 6 * SECOND - 1));
	assert_true(unspoken(scene, 6 * SECOND));
	scene->view.calls[0].announced_ms[ANNOUNCED_SPOKEN] = scene->morning + 5 * SECOND;
	assert_false(unspoken(scene, 60 * SECOND));
	free(scene);
}

/* The voice may be saying another call still, in two languages. */
static void it_may_wait_for_what_was_said_before(void **state)
{
	(void)state;
	struct scene *scene = start();
	scene->view.calls[1].announced_ms[ANNOUNCED_SPOKEN] = scene->morning + 2 * SECOND;
	assert_false(unspoken(scene, (2 + 24 + 6) * SECOND - 1));
	assert_true(unspoken(scene, (2 + 24 + 6) * SECOND));
	scene->office.voice.repeats = 2;
	assert_false(unspoken(scene, (2 + 48 + 6) * SECOND - 1));
	/* Long ago is over. */
	scene->view.calls[1].announced_ms[ANNOUNCED_SPOKEN] = scene->morning - 60 * SECOND;
	assert_true(unspoken(scene, 6 * SECOND));
	free(scene);
}

static void silence_that_is_meant_is_no_trouble(void **state)
{
	(void)state;
	struct scene *scene = start();
	scene->office.voice.on = false;
	assert_false(unspoken(scene, 600 * SECOND));
	scene->office.voice.on = true;
	scene->office.voice.hours[0] = (struct office_volume){{7 * 60, 9 * 60}, 0};
	scene->office.voice.hour_count = 1;
	assert_false(unspoken(scene, 3 * 60 * 60 * SECOND));
	free(scene);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_call_that_nobody_heard_is_told_soon),
		cmocka_unit_test(it_may_wait_for_what_was_said_before),
		cmocka_unit_test(silence_that_is_meant_is_no_trouble),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
