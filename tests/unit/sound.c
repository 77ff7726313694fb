/* Evening, trimming and resampling, measured. */
#include "app/voice/sound.h"
#include "tests/unit/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double TURN = 2 * 3.14159265358979323846;

static struct sound tone(int ms, double hertz, double strength)
{
	struct sound sound = {0};
	assert_true(sound_append_silence(&sound, ms));
	for (size_t i = 0; i < sound.count; i++) {
		sound.samples[i] =
			(int16_t)lround(strength * sin(TURN * hertz * (double)i / SOUND_RATE));
	}
	return sound;
}

/* Strength of one frequency in the sound (Goertzel, as a sum). */
static double strength_of(const struct sound *sound, double hertz)
{
	double real = 0, imaginary = 0;
	for (size_t i = 0; i < sound->count; i++) {
		double angle = TURN * hertz * (double)i / SOUND_RATE;
		real += sound->samples[i] * cos(angle);
		imaginary += sound->samples[i] * sin(angle);
	}
	return 2 * sqrt(real * real + imaginary * imaginary) / (double)sound->count;
}

static void assert_even(struct sound *sound)
{
	sound_even(sound);
	int level = sound_level(sound), peak = sound_peak(sound);
	assert_in_range(level, SOUND_LEVEL * 89 / 100, SOUND_LEVEL * 112 / 100); /* 1 dB */
	assert_true(peak <= SOUND_PEAK);
	sound_finish(sound);
}

static void loud_and_soft_come_out_alike(void **state)
{
	static const double strengths[] = {300, 1000, 4000, 12000, 32767};
	(void)state;
	for (size_t i = 0; i < sizeof(strengths) / sizeof(strengths[0]); i++) {
		struct sound sound = tone(600, 220, strengths[i]);
		assert_even(&sound);
		/* Pauses do not make a sound louder. */
		sound = tone(300, 220, strengths[i]);
		sound_append_silence(&sound, 900);
		assert_even(&sound);
	}
	struct sound whisper = tone(500, 220, 150);
	sound_even(&whisper);
	assert_in_range(sound_peak(&whisper), 2900, 3100); /* twenty times and no more */
	sound_finish(&whisper);
	struct sound silence = {0};
	sound_append_silence(&silence, 100);
	sound_even(&silence);
	assert_int_equal(sound_peak(&silence), 0);
	sound_finish(&silence);
}

/* A soft voice with a knock in it: the knock is turned down, the voice is not. */
static void a_knock_is_turned_down_and_clips_nothing(void **state)
{
	(void)state;
	struct sound sound = tone(1000, 200, 1200);
	size_t knock = sound.count / 2;
	for (size_t i = 0; i < 60; i++) {
		sound.samples[knock + i] = i % 2 == 0 ? 32767 : -32768;
	}
	sound_even(&sound);
	assert_in_range(sound_peak(&sound), SOUND_PEAK - 2, SOUND_PEAK);
	int flat = 0;
	for (size_t i = 0; i < sound.count; i++) {
		flat += abs(sound.samples[i]) > SOUND_PEAK;
	}
	assert_int_equal(flat, 0);
	/* Where it is not near the knock, nothing is bent: the tone is as pure as before. */
	struct sound part = {0};
	sound_append(&part, sound.samples, knock - SOUND_RATE / 50);
	double pure = strength_of(&part, 200), bent = strength_of(&part, 600);
	assert_true(pure > 1000);
	assert_true(bent < pure / 200);
	sound_finish(&part);
	sound_finish(&sound);
}

static void silence_is_taken_off_both_ends(void **state)
{
	(void)state;
	struct sound sound = {0}, middle = tone(200, 300, 8000);
	sound_append_silence(&sound, 700);
	sound_append(&sound, middle.samples, middle.count);
	sound_append_silence(&sound, 400);
	sound.samples[10] = 100; /* hiss */
	sound_trim(&sound);
	assert_in_range(sound.count, middle.count, middle.count + SOUND_RATE / 100);
	sound_finish(&middle);
	sound_finish(&sound);
	sound_append_silence(&sound, 50);
	sound_trim(&sound);
	assert_null(sound.samples);
	assert_int_equal(sound.count, 0);
	sound_trim(&sound);
}

static void assert_rate(int rate, double hertz, double wanted)
{
	size_t count = (size_t)rate / 2;
	float *samples = malloc(count * sizeof(*samples));
	struct sound sound = {0};
	for (size_t i = 0; i < count; i++) {
		samples[i] = (float)(0.5 * sin(TURN * hertz * (double)i / rate));
	}
	assert_true(sound_append_rate(&sound, samples, count, rate));
	assert_in_range(sound.count, SOUND_RATE / 2 - 1, SOUND_RATE / 2 + 1);
	double got = strength_of(&sound, hertz) / 32767;
	assert_true(fabs(got - wanted) < 0.02);
	sound_finish(&sound);
	free(samples);
}

static void every_rate_keeps_tone_and_loudness(void **state)
{
	(void)state;
	assert_rate(SOUND_RATE, 1000, 0.5);
	assert_rate(8000, 1000, 0.5);
	assert_rate(16000, 440, 0.5);
	assert_rate(44100, 3000, 0.5);
	assert_rate(48000, 1000, 0.5);
	assert_rate(192000, 1000, 0.5);
}

/* What is too high for our rate would come out as another tone. */
static void nothing_is_mirrored(void **state)
{
	enum { RATE = 48000, HERTZ = 15000 };
	float *samples = malloc(RATE * sizeof(*samples));
	struct sound sound = {0};
	(void)state;
	for (size_t i = 0; i < RATE; i++) {
		samples[i] = (float)(0.5 * sin(TURN * HERTZ * (double)i / RATE));
	}
	assert_true(sound_append_rate(&sound, samples, RATE, RATE));
	assert_true(strength_of(&sound, SOUND_RATE - HERTZ) / 32767 < 0.01);
	sound_finish(&sound);
	free(samples);
}

static void no_sound_is_longer_than_a_minute(void **state)
{
	struct sound sound = {0};
	int16_t sample = 5;
	(void)state;
	assert_true(sound_append_silence(&sound, 60000));
	assert_int_equal(sound.count, SOUND_MAX);
	assert_false(sound_append(&sound, &sample, 1));
	assert_false(sound_append_silence(&sound, 1));
	assert_int_equal(sound.count, SOUND_MAX);
	sound_finish(&sound);
	assert_true(sound_append_silence(&sound, -5));
	assert_int_equal(sound.count, 0);
}

static void the_made_sounds_are_what_they_should_be(void **state)
{
	(void)state;
	struct sound click = sound_click(), chime = sound_chime();
	assert_in_range(sound_peak(&click), 1000, 3300);
	assert_in_range(click.count, 170, 180);
	assert_in_range(sound_peak(&chime), 4000, 16000);
	struct sound ting = {chime.samples, SOUND_RATE / 4};
	struct sound tong = {chime.samples + SOUND_RATE * 6 / 10, SOUND_RATE / 4};
	assert_true(strength_of(&ting, 659.26) > 4 * strength_of(&ting, 523.25));
	assert_true(strength_of(&tong, 523.25) > 4 * strength_of(&tong, 659.26));
	sound_finish(&click);
	sound_finish(&chime);
}

/* A counter's signals are heard at the desk, and are none of the waiting room's. */
static void the_signals_of_a_counter_are_soft(void **state)
{
	(void)state;
	struct sound call = sound_of_bell(SOUND_CALL), chime = sound_chime();
	struct sound alone = sound_of_bell(SOUND_UNATTENDED);
	assert_int_equal(call.count, chime.count);
	assert_memory_equal(call.samples, chime.samples, call.count * sizeof(*call.samples));
	assert_in_range(sound_peak(&alone), 1000, sound_peak(&chime) / 2);
	struct sound tone = {alone.samples, SOUND_RATE / 4};
	assert_true(strength_of(&tone, 392) > 4 * strength_of(&tone, 659.26));
	struct sound soon = sound_of_bell(SOUND_SOON), late = sound_of_bell(SOUND_LATE);
	assert_in_range(sound_peak(&soon), 1000, sound_peak(&chime) / 2);
	assert_in_range(sound_peak(&late), 1000, sound_peak(&chime) / 2);
	struct sound last = {late.samples + SOUND_RATE * 6 / 10, SOUND_RATE / 4};
	assert_true(strength_of(&last, 392) > 2 * strength_of(&last, 587.33));
	struct sound leaving = sound_of_bell(SOUND_LEAVING);
	assert_in_range(sound_peak(&leaving), 1000, sound_peak(&chime) / 2);
	struct sound ting = {leaving.samples, SOUND_RATE / 6};
	assert_true(strength_of(&ting, 523.25) > 4 * strength_of(&ting, 392));
	sound_finish(&leaving);
	sound_finish(&soon);
	sound_finish(&late);
	sound_finish(&call);
	sound_finish(&chime);
	sound_finish(&alone);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loud_and_soft_come_out_alike),
		cmocka_unit_test(a_knock_is_turned_down_and_clips_nothing),
		cmocka_unit_test(silence_is_taken_off_both_ends),
		cmocka_unit_test(every_rate_keeps_tone_and_loudness),
		cmocka_unit_test(nothing_is_mirrored),
		cmocka_unit_test(no_sound_is_longer_than_a_minute),
		cmocka_unit_test(the_made_sounds_are_what_they_should_be),
		cmocka_unit_test(the_signals_of_a_counter_are_soft),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
