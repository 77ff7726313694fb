/* What was said last is kept, within its limits. */
#include "app/voice/cache.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

static void keep(struct cache *cache, const char *text, size_t count, int16_t value)
{
	struct sound sound = {0};
	sound_append_silence(&sound, (int)(count * 1000 / SOUND_RATE) + 1);
	sound.count = count;
	sound.samples[0] = value;
	cache_keep(cache, VOICE_INDONESIAN, text, &sound);
	sound_finish(&sound);
}

static int value_of(struct cache *cache, enum voice_language language, const char *text)
{
	struct sound sound;
	int value = cache_find(cache, language, text, &sound) ? sound.samples[0] : -1;
	sound_finish(&sound);
	return value;
}

static void what_is_kept_is_found_by_language_and_words(void **state)
{
	struct cache *cache = calloc(1, sizeof(*cache));
	(void)state;
	keep(cache, "nol", 100, 7);
	keep(cache, "satu", 100, 8);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "nol"), 7);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "satu"), 8);
	assert_int_equal(value_of(cache, VOICE_ENGLISH, "nol"), -1);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "dua"), -1);
	cache_finish(cache);
	assert_int_equal(cache->samples, 0);
	free(cache);
}

static void the_oldest_makes_room(void **state)
{
	struct cache *cache = calloc(1, sizeof(*cache));
	char text[16];
	(void)state;
	keep(cache, "first", 100, 1);
	for (int i = 0; i < CACHE_PLACES - 1; i++) {
		snprintf(text, sizeof(text), "word %d", i);
		keep(cache, text, 100, 2);
	}
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "first"), 1); /* used again */
	keep(cache, "one more", 100, 3);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "first"), 1);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "word 0"), -1);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "word 1"), 2);
	cache_finish(cache);
	free(cache);
}

static void it_holds_no_more_than_its_samples(void **state)
{
	enum { LONG = SOUND_RATE * 20 };
	struct cache *cache = calloc(1, sizeof(*cache));
	char text[16];
	(void)state;
	for (int i = 0; i < 12; i++) {
		snprintf(text, sizeof(text), "long %d", i);
		keep(cache, text, LONG, (int16_t)(i + 1));
		assert_true(cache->samples <= CACHE_SAMPLES);
	}
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "long 7"), -1);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "long 8"), 9);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "long 11"), 12);
	keep(cache, "too long", CACHE_SAMPLES / 4 + 1, 5);
	assert_int_equal(value_of(cache, VOICE_INDONESIAN, "too long"), -1);
	cache_finish(cache);
	free(cache);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_kept_is_found_by_language_and_words),
		cmocka_unit_test(the_oldest_makes_room),
		cmocka_unit_test(it_holds_no_more_than_its_samples),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
