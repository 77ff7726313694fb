/* The soft bell before a screen closes by itself, and the same in words for who listens. */
#include "app/kiosk/aloud.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_stage.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

bool __wrap_voice_say(struct voice *voice, const struct voice_speech *speech);
void __wrap_voice_stop(struct voice *voice);

/* What was heard: a line a sound, "20 bell" or "10 bell: 10 detik lagi."; of a screen that is read
 * the bell and its words alone. */
struct ears {
	struct stage stage;
	struct ui ui;
	struct aloud aloud;
	char heard[400];
};

bool __wrap_voice_say(struct voice *voice, const struct voice_speech *speech)
{
	struct ears *ears = (struct ears *)(void *)voice;
	size_t used = strlen(ears->heard);
	if (speech->chime) {
		assert_int_equal(speech->bell, SOUND_LEAVING);
		snprintf(ears->heard + used, sizeof(ears->heard) - used, "%d bell%s%s\n",
			journey_seconds(
				&ears->stage.lobby, journey_ends(&ears->stage.journey.visit)),
			speech->lines[0] != '\0' ? ": " : "", speech->lines);
	}
	return true;
}

void __wrap_voice_stop(struct voice *voice)
{
	(void)voice;
}

static void start(struct ears *ears)
{
	memset(ears, 0, sizeof(*ears));
	stage_init(&ears->stage, 10, 13);
	golden_start(&ears->ui, "id", 1920, 1080);
	ears->aloud = (struct aloud){
		.voice = (struct voice *)(void *)ears, .rings = true, .speaks = true};
}

static void draw(struct ears *ears)
{
	for (int i = 0; i < 2; i++) { /* a dialog's second frame has all its parts */
		ui_begin(&ears->ui, NULL);
		screen_frame(&ears->ui, &ears->stage.lobby, &ears->stage.journey);
		ui_end(&ears->ui);
		aloud_frame(&ears->aloud, &ears->ui, &ears->stage.journey, &ears->stage.lobby);
	}
}

/* As the program does: a frame whenever something changes by itself, for so long. */
static void listen(struct ears *ears, int64_t for_ms)
{
	struct stage *stage = &ears->stage;
	const int64_t end_ms = stage->lobby.ticks_ms + for_ms;
	draw(ears);
	while (stage->lobby.ticks_ms < end_ms) {
		int64_t next_ms = journey_deadline(&stage->journey, &stage->lobby);
		int64_t step_ms = (next_ms < end_ms ? next_ms : end_ms) - stage->lobby.ticks_ms;
		stage_pass(stage, step_ms > 0 ? step_ms : 1);
		draw(ears);
	}
}

static void test_the_warning_rings_at_20_10_and_5(void **state)
{
	struct ears ears;
	(void)state;
	start(&ears);
	stage_act(&ears.stage, ACTION_START);
	listen(&ears, 74900);
	assert_string_equal(ears.heard, "");
	listen(&ears, 5000);
	assert_string_equal(ears.heard, "20 bell\n");
	stage_act(&ears.stage, ACTION_STAY); /* and warned once more */
	listen(&ears, 95200);
	assert_string_equal(ears.heard, "20 bell\n20 bell\n10 bell\n5 bell\n");
	stage_assert_forgotten(&ears.stage);
	listen(&ears, 100000); /* nobody is here */
	assert_string_equal(ears.heard, "20 bell\n20 bell\n10 bell\n5 bell\n");
	golden_finish(&ears.ui);
}

/* The ticket's 20 seconds are no warning: only their end is rung for, and anew after more time. */
static void test_a_screen_rings_before_it_closes(void **state)
{
	struct ears ears;
	(void)state;
	start(&ears);
	stage_to_issue(&ears.stage, 0);
	stage_answer(&ears.stage, RESULT_OK);
	stage_slip(&ears.stage, PRINT_CONFIRMED, RESULT_OK);
	listen(&ears, 16000);
	assert_string_equal(ears.heard, "10 bell\n5 bell\n");
	stage_act(&ears.stage, ACTION_MORE_TIME);
	listen(&ears, 56000);
	assert_string_equal(ears.heard, "10 bell\n5 bell\n10 bell\n");
	golden_finish(&ears.ui);
}

/* Who listens hears how much is left; the warning's own words tell its beginning. */
static void test_it_is_also_said(void **state)
{
	struct ears ears;
	(void)state;
	start(&ears);
	ears.stage.journey.voice = true;
	stage_act(&ears.stage, ACTION_START);
	stage_act(&ears.stage, ACTION_ALOUD);
	listen(&ears, 94900);
	assert_string_equal(ears.heard, "10 bell: 10 detik lagi.\n5 bell: 5 detik lagi.\n");
	golden_finish(&ears.ui);
}

static void test_an_office_may_silence_it(void **state)
{
	struct ears ears;
	(void)state;
	start(&ears);
	ears.aloud.rings = false;
	stage_act(&ears.stage, ACTION_START);
	listen(&ears, 94900);
	assert_string_equal(ears.heard, "");
	golden_finish(&ears.ui);
}

static void test_marks_of_a_busy_kiosk_are_not_missed(void **state)
{
	(void)state;
	assert_int_equal(aloud_mark(11, 9, false), 10);
	assert_int_equal(aloud_mark(12, 4, true), 5); /* once, for the nearest */
	assert_int_equal(aloud_mark(10, 9, true), 0);
	assert_int_equal(aloud_mark(0, 20, true), 20);
	assert_int_equal(aloud_mark(0, 19, true), 20);
	assert_int_equal(aloud_mark(0, 20, false), 0);
	assert_int_equal(aloud_mark(0, 10, false), 0);
	assert_int_equal(aloud_mark(1, 0, true), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_warning_rings_at_20_10_and_5),
		cmocka_unit_test(test_a_screen_rings_before_it_closes),
		cmocka_unit_test(test_it_is_also_said),
		cmocka_unit_test(test_an_office_may_silence_it),
		cmocka_unit_test(test_marks_of_a_busy_kiosk_are_not_missed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
