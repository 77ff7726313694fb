/* What is heard, sample by sample. */
#include "app/voice/mixer.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

static void add_marked(struct mixer *mixer, size_t count, int16_t value, int64_t mark)
{
	struct sound sound = {0};
	for (size_t i = 0; i < count; i++) {
		sound_append(&sound, &value, 1);
	}
	mixer_add(mixer, &sound, mark);
	assert_null(sound.samples);
}

static void add(struct mixer *mixer, size_t count, int16_t value)
{
	add_marked(mixer, count, value, 0);
}

static void sounds_are_heard_whole_and_in_order(void **state)
{
	struct mixer mixer;
	int16_t heard[100];
	(void)state;
	mixer_init(&mixer, 100);
	assert_true(mixer_is_silent(&mixer));
	add(&mixer, 10, 1);
	add(&mixer, 20, 2);
	add(&mixer, 0, 9);
	add(&mixer, 5, 3);
	assert_int_equal(mixer.left, 35);
	for (int at = 0; at < 98; at += 7) { /* in pieces that fit none of them */
		mixer_take(&mixer, heard + at, 7);
	}
	for (int i = 0; i < 98; i++) {
		assert_int_equal(heard[i], i < 10 ? 1 : i < 30 ? 2 : i < 35 ? 3 : 0);
	}
	assert_true(mixer_is_silent(&mixer));
	assert_int_equal(mixer.left, 0);
	mixer_finish(&mixer);
}

static void a_stop_is_heard_at_once_and_without_a_crack(void **state)
{
	struct mixer mixer;
	int16_t heard[400];
	(void)state;
	mixer_init(&mixer, 100);
	add(&mixer, 5000, 10000);
	add(&mixer, 5000, 20000);
	mixer_take(&mixer, heard, 100);
	mixer_stop(&mixer);
	assert_int_equal(mixer.left, 0);
	mixer_take(&mixer, heard, 400);
	assert_int_equal(heard[0], 10000);
	for (int i = 1; i < 400; i++) {
		assert_true(heard[i] <= heard[i - 1] && heard[i - 1] - heard[i] < 200);
		assert_true(i <= SOUND_RATE / 200 || heard[i] == 0);
	}
	assert_true(mixer_is_silent(&mixer));
	add(&mixer, 3, 5);
	mixer_take(&mixer, heard, 4);
	assert_int_equal(heard[0], 5);
	assert_int_equal(heard[3], 0);
	mixer_stop(&mixer);
	mixer_finish(&mixer);
}

static void the_click_is_over_it_and_not_begun_anew(void **state)
{
	struct mixer mixer;
	struct sound click = sound_click();
	int16_t heard[400];
	(void)state;
	mixer_init(&mixer, 50);
	add(&mixer, 400, 1000);
	mixer_click(&mixer);
	mixer_take(&mixer, heard, 60);
	mixer_click(&mixer);
	mixer_take(&mixer, heard + 60, 340);
	for (size_t i = 0; i < 400; i++) {
		int wanted = 500 + (i < click.count ? click.samples[i] : 0);
		assert_int_equal(heard[i], wanted);
	}
	mixer_click(&mixer);
	assert_false(mixer_is_silent(&mixer));
	sound_finish(&click);
	mixer_finish(&mixer);
}

static void nothing_overflows(void **state)
{
	struct mixer mixer;
	int16_t heard[200];
	(void)state;
	mixer_init(&mixer, 100);
	add(&mixer, 200, 32767);
	mixer_click(&mixer);
	mixer_take(&mixer, heard, 200);
	for (int i = 0; i < 170; i++) {
		assert_true(heard[i] > 20000);
	}
	mixer_finish(&mixer);
	mixer_finish(&mixer); /* zeroed memory */
}

static void the_volume_is_of_speech(void **state)
{
	struct mixer mixer;
	int16_t heard[1];
	(void)state;
	mixer_init(&mixer, 0);
	add(&mixer, 2, 30000);
	mixer_take(&mixer, heard, 1);
	assert_int_equal(heard[0], 0);
	mixer.volume = 80;
	mixer_take(&mixer, heard, 1);
	assert_int_equal(heard[0], 24000);
	mixer_finish(&mixer);
}

/* "+7" = 7 has begun, "-7" = it is over. */
static void note(void *context, int64_t mark, enum voice_stage stage)
{
	char *told = context;
	size_t used = strlen(told);
	snprintf(told + used, 64 - used, "%c%d", stage == VOICE_BEGUN ? '+' : '-', (int)mark);
}

static void it_tells_what_is_heard(void **state)
{
	struct mixer mixer;
	int16_t heard[100];
	char told[64] = "";
	(void)state;
	mixer_init(&mixer, 100);
	mixer_listen(&mixer, note, told);
	add(&mixer, 5, 1);
	add_marked(&mixer, 10, 2, 7);
	add_marked(&mixer, 10, 3, 7);
	mixer_end(&mixer, 7);
	add_marked(&mixer, 10, 4, 8);
	add_marked(&mixer, 0, 4, 8);
	mixer_end(&mixer, 8);
	mixer_take(&mixer, heard, 5);
	assert_string_equal(told, "");
	mixer_take(&mixer, heard, 1);
	assert_string_equal(told, "+7");
	mixer_take(&mixer, heard, 19);
	assert_string_equal(told, "+7");
	assert_false(mixer_is_silent(&mixer));
	mixer_take(&mixer, heard, 11);
	assert_string_equal(told, "+7-7+8-8");
	assert_true(mixer_is_silent(&mixer));
	assert_int_equal(heard[9], 4);
	/* A second speech of the same mark does not begin again; one without a sound is over. */
	told[0] = '\0';
	add_marked(&mixer, 1, 4, 8);
	mixer_end(&mixer, 8);
	mixer_end(&mixer, 9);
	mixer_take(&mixer, heard, 2);
	assert_string_equal(told, "-8-9");
	/* What is stopped is over as well. */
	told[0] = '\0';
	add_marked(&mixer, 10, 1, 10);
	mixer_end(&mixer, 10);
	mixer_take(&mixer, heard, 2);
	mixer_stop(&mixer);
	assert_string_equal(told, "+10-10");
	mixer_finish(&mixer);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sounds_are_heard_whole_and_in_order),
		cmocka_unit_test(a_stop_is_heard_at_once_and_without_a_crack),
		cmocka_unit_test(the_click_is_over_it_and_not_begun_anew),
		cmocka_unit_test(nothing_overflows),
		cmocka_unit_test(the_volume_is_of_speech),
		cmocka_unit_test(it_tells_what_is_heard),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
