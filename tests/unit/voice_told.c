/* What the voice tells of speeches: what has begun, and what is over, said or not. */
#include "app/base/clock.h"
#include "app/voice/clip.h"
#include "tests/unit/check.h"
#include "tests/unit/voice_rig.h"

#include <stdlib.h>
#include <string.h>

static void it_tells_what_has_begun_and_what_is_over(void **state)
{
	struct rig rig;
	char text[TOLD];
	(void)state;
	rig_start(&rig, "disk");
	for (int i = 0; i < 2; i++) {
		rig_record(rig.folder, rig_calls[i], 100 + 250 * i);
	}
	rig_open(&rig);
	for (int i = 0; i < 4; i++) { /* each twice: as in two languages */
		assert_true(voice_say(rig.voice,
			&(struct voice_speech){.lines = rig_calls[i / 2], .mark = 5 + i / 2}));
	}
	/* Nothing of it can be said. */
	assert_true(voice_say(rig.voice, &(struct voice_speech){.lines = " ", .mark = 9}));
	rig_wait_told(&rig, 5, text);
	assert_string_equal(text, "+5-5-5+6-6-6-9");
	assert_false(voice_is_speaking(rig.voice));
	rig_end(&rig);
}

static void what_is_stopped_is_over(void **state)
{
	struct rig rig;
	char text[TOLD];
	(void)state;
	rig_start(&rig, "disk");
	rig_open(&rig);
	for (int i = 1; i <= 3; i++) {
		assert_true(voice_say(rig.voice,
			&(struct voice_speech){.chime = true, .lines = "satu", .mark = i}));
	}
	rig_wait_heard(&rig, 100);
	voice_stop(rig.voice);
	rig_wait_told(&rig, 3, text);
	/* In what order depends on how much of them was made. */
	assert_int_equal(strlen(text), strlen("+1-1-2-3"));
	assert_memory_equal(text, "+1", 2);
	for (int i = 1; i <= 3; i++) {
		assert_non_null(strstr(text, (const char[]){'-', (char)('0' + i), '\0'}));
	}
	rig_end(&rig);
}

static void without_sound_all_is_over_and_nothing_has_begun(void **state)
{
	struct rig rig;
	char text[TOLD];
	(void)state;
	rig_start(&rig, "no_such_driver");
	rig_open(&rig);
	for (int i = 1; i <= 3; i++) {
		assert_true(voice_say(
			rig.voice, &(struct voice_speech){.lines = "satu\ndua", .mark = i}));
	}
	rig_wait_told(&rig, 3, text);
	assert_string_equal(text, "-1-2-3");
	rig_end(&rig);
}

/* A device that takes the first of it and no more, as one that is pulled out: what comes next is
 * said when it can be had again. */
static void a_device_that_vanishes_ends_what_was_being_said(void **state)
{
	struct rig rig;
	char text[TOLD];
	(void)state;
	rig_start(&rig, "disk");
	setenv("SDL_DISKAUDIOFILE", "/dev/full", 1);
	rig_record(rig.folder, rig_calls[0], 100);
	rig_open(&rig);
	assert_true(voice_say(rig.voice,
		&(struct voice_speech){.chime = true, .lines = rig_calls[0], .mark = 1}));
	rig_wait_told(&rig, 1, text);
	assert_string_equal(text, "+1-1");
	setenv("SDL_DISKAUDIOFILE", rig.file, 1);
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; rig_heard(&rig) == 0;) {
		assert_true(clock_ticks_ms() < end_ms);
		voice_say(rig.voice, &(struct voice_speech){.lines = rig_calls[0]});
		SDL_Delay(500);
	}
	rig_end(&rig);
}

static void the_volume_may_change(void **state)
{
	struct rig rig;
	(void)state;
	rig_start(&rig, "disk");
	rig_record(rig.folder, "satu", 500);
	rig_open(&rig);
	voice_set_volume(rig.voice, 25);
	assert_true(voice_say(rig.voice, &(struct voice_speech){.lines = "satu"}));
	rig_wait_said(&rig);
	SDL_Delay(200);
	struct sound heard = rig_played(&rig), whole;
	assert_true(clip_load(rig.folder, VOICE_INDONESIAN, "satu", &whole));
	assert_int_equal(sound_peak(&heard), sound_peak(&whole) / 4);
	sound_finish(&whole);
	sound_finish(&heard);
	rig_end(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_tells_what_has_begun_and_what_is_over),
		cmocka_unit_test(what_is_stopped_is_over),
		cmocka_unit_test(without_sound_all_is_over_and_nothing_has_begun),
		cmocka_unit_test(a_device_that_vanishes_ends_what_was_being_said),
		cmocka_unit_test(the_volume_may_change),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
