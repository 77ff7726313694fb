/* WAV files of every kind that is read, and broken ones. */
#include "app/voice/wave.h"
#include "tests/unit/check.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER = 44 };

struct file {
	uint8_t bytes[4096];
	size_t size;
};

static void put(struct file *file, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++) {
		file->bytes[file->size++] = (uint8_t)(value >> (8 * i));
	}
}

static void put_text(struct file *file, const char *text)
{
	memcpy(file->bytes + file->size, text, 4);
	file->size += 4;
}

/* The head of a file with `size` bytes of samples to follow. */
static struct file begin(int kind, int channels, int rate, int bits, size_t size)
{
	struct file file = {.size = 0};
	put_text(&file, "RIFF");
	put(&file, (uint32_t)(36 + size), 4);
	put_text(&file, "WAVE");
	put_text(&file, "fmt ");
	put(&file, 16, 4);
	put(&file, (uint32_t)kind, 2);
	put(&file, (uint32_t)channels, 2);
	put(&file, (uint32_t)rate, 4);
	put(&file, (uint32_t)(rate * channels * bits / 8), 4);
	put(&file, (uint32_t)(channels * bits / 8), 2);
	put(&file, (uint32_t)bits, 2);
	put_text(&file, "data");
	put(&file, (uint32_t)size, 4);
	return file;
}

static void assert_read(const struct file *file, size_t count, const int16_t *wanted)
{
	struct sound sound;
	assert_null(wave_read(file->bytes, file->size, WAVE_FILE, &sound));
	assert_int_equal(sound.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_in_range(sound.samples[i] + 40000, wanted[i] + 39997, wanted[i] + 40003);
	}
	sound_finish(&sound);
}

static void every_depth_is_read(void **state)
{
	static const int16_t wanted[] = {0, 16384, -16384, 32512, -32768};
	static const int32_t values[] = {0, 64, -64, 127, -128}; /* of 8 bits */
	(void)state;
	for (int bits = 8; bits <= 32; bits += 8) {
		struct file file = begin(1, 1, SOUND_RATE, bits, 5 * (size_t)bits / 8);
		for (int i = 0; i < 5; i++) {
			int32_t value = values[i] * (1 << (bits - 8));
			put(&file, (uint32_t)(bits == 8 ? value + 128 : value), bits / 8);
		}
		assert_read(&file, 5, wanted);
	}
}

static void floating_point_is_read_whatever_it_is(void **state)
{
	static const float values[] = {0, 0.5f, -0.5f, 7, -7};
	static const int16_t wanted[] = {0, 16384, -16384, 32767, -32767, 0};
	uint32_t raw;
	(void)state;
	struct file file = begin(3, 1, SOUND_RATE, 32, 24);
	for (int i = 0; i < 5; i++) {
		memcpy(&raw, &values[i], sizeof(raw));
		put(&file, raw, 4);
	}
	put(&file, 0x7FC00000, 4); /* no number */
	assert_read(&file, 6, wanted);
}

static void channels_are_mixed(void **state)
{
	static const int16_t wanted[] = {1000, -4000};
	(void)state;
	struct file file = begin(1, 2, SOUND_RATE, 16, 8);
	put(&file, 3000, 2);
	put(&file, (uint16_t)-1000, 2);
	put(&file, (uint16_t)-8000, 2);
	put(&file, 0, 2);
	assert_read(&file, 2, wanted);
}

/* Recorders write what they like before the samples. */
static void other_chunks_are_passed_over(void **state)
{
	static const int16_t wanted[] = {77};
	(void)state;
	struct file plain = begin(1, 1, SOUND_RATE, 16, 2), file = {.size = 0};
	put(&plain, 77, 2);
	memcpy(file.bytes, plain.bytes, 36);
	file.size = 36;
	put_text(&file, "LIST");
	put(&file, 3, 4);
	put(&file, 0x00414141, 4); /* an odd length is filled up */
	memcpy(file.bytes + file.size, plain.bytes + 36, plain.size - 36);
	file.size += plain.size - 36;
	assert_read(&file, 1, wanted);
}

static void what_the_synthesizer_streams_is_read(void **state)
{
	struct sound sound;
	(void)state;
	struct file file = begin(1, 1, SOUND_RATE, 16, 0x7ffff000);
	for (int i = 0; i < 10; i++) {
		put(&file, (uint32_t)i, 2);
	}
	assert_null(wave_read(file.bytes, file.size, WAVE_STREAM, &sound));
	assert_int_equal(sound.count, 10);
	sound_finish(&sound);
	assert_string_equal(wave_read(file.bytes, file.size, WAVE_FILE, &sound), "cut off");
	assert_null(sound.samples);
}

static void assert_refused(struct file file, const char *why)
{
	struct sound sound;
	assert_string_equal(wave_read(file.bytes, file.size, WAVE_FILE, &sound), why);
	assert_null(sound.samples);
	assert_int_equal(sound.count, 0);
}

static void what_cannot_be_used_says_why(void **state)
{
	struct file text = {.bytes = "not a sound at all", .size = 18};
	struct sound sound;
	(void)state;
	assert_refused(text, "no WAV file");
	assert_refused((struct file){.size = 0}, "no WAV file");
	struct file file = begin(1, 1, SOUND_RATE, 16, 4);
	assert_refused(file, "cut off");
	file.size = HEADER - 8;
	assert_refused(file, "without samples");
	assert_refused(begin(1, 1, SOUND_RATE, 16, 0), "empty");
	struct file odd = begin(2, 1, SOUND_RATE, 16, 2);
	put(&odd, 0, 2);
	assert_refused(odd, "of a format that is not read");
	static const struct {
		int channels, rate, bits;
	} rows[] = {{0, 22050, 16}, {9, 22050, 16}, {1, 7999, 16}, {1, 192001, 16}, {1, 22050, 12},
		{1, 0, 16}, {1, 22050, 0}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		file = begin(1, rows[i].channels, rows[i].rate, rows[i].bits, 4);
		put(&file, 0, 4);
		assert_refused(file, "of a format that is not read");
	}
	/* A minute and more. */
	size_t size = HEADER + 8000 * 60;
	uint8_t *bytes = calloc(size, 1);
	file = begin(1, 1, 8000, 8, 8000 * 60);
	memcpy(bytes, file.bytes, HEADER);
	assert_string_equal(wave_read(bytes, size, WAVE_FILE, &sound), "too long");
	bytes[40] = bytes[41] = bytes[42] = 0;
	bytes[41] = 8000 * 59 / 256 % 256;
	bytes[42] = 8000 * 59 / 65536;
	assert_null(wave_read(bytes, size, WAVE_FILE, &sound));
	sound_finish(&sound);
	free(bytes);
}

static void what_is_written_is_read_again(void **state)
{
	static const int16_t samples[] = {0, 1, -1, 32767, -32767, 1234};
	struct sound sound = {0}, again;
	size_t size;
	(void)state;
	sound_append(&sound, samples, 6);
	uint8_t *bytes = wave_write(&sound, &size);
	assert_int_equal(size, HEADER + 12);
	assert_null(wave_read(bytes, size, WAVE_FILE, &again));
	assert_int_equal(again.count, 6);
	for (int i = 0; i < 6; i++) {
		assert_in_range(again.samples[i] + 40000, samples[i] + 39999, samples[i] + 40001);
	}
	sound_finish(&again);
	sound_finish(&sound);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_depth_is_read),
		cmocka_unit_test(floating_point_is_read_whatever_it_is),
		cmocka_unit_test(channels_are_mixed),
		cmocka_unit_test(other_chunks_are_passed_over),
		cmocka_unit_test(what_the_synthesizer_streams_is_read),
		cmocka_unit_test(what_cannot_be_used_says_why),
		cmocka_unit_test(what_is_written_is_read_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
