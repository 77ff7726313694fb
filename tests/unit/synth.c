/* Speech by espeak-ng; and by programs that do worse. */
#include "app/base/clock.h"
#include "app/voice/synth.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void both_languages_are_spoken(void **state)
{
	struct synth synth = {0};
	struct sound indonesian, english, again;
	(void)state;
	assert_true(synth_speak(
		&synth, VOICE_INDONESIAN, "Selamat pagi. Silakan pilih layanan.", &indonesian));
	assert_true(synth_speak(
		&synth, VOICE_ENGLISH, "Selamat pagi. Silakan pilih layanan.", &english));
	assert_true(synth_speak(
		&synth, VOICE_INDONESIAN, "Selamat pagi. Silakan pilih layanan.", &again));
	assert_in_range(indonesian.count, SOUND_RATE, SOUND_RATE * 6);
	assert_in_range(english.count, SOUND_RATE, SOUND_RATE * 6);
	assert_in_range(sound_level(&indonesian), SOUND_LEVEL * 9 / 10, SOUND_LEVEL * 11 / 10);
	assert_true(sound_peak(&indonesian) <= SOUND_PEAK);
	/* The same words are the same sound, another voice is another. */
	assert_int_equal(again.count, indonesian.count);
	assert_memory_equal(again.samples, indonesian.samples, again.count * sizeof(int16_t));
	assert_true(english.count != indonesian.count ||
		    memcmp(english.samples, indonesian.samples, english.count * 2) != 0);
	sound_finish(&indonesian);
	sound_finish(&english);
	sound_finish(&again);
}

/* Words cannot be options, commands or markup. */
static void whatever_is_said_is_only_said(void **state)
{
	static const char *const words[] = {"--help", "-w /tmp/x", "$(id) `id`",
		"<speak>halo</speak>", "[[k'a]]", "\xF0\x9F\x98\x80 baik"};
	struct synth synth = {0};
	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct sound sound;
		assert_true(synth_speak(&synth, VOICE_INDONESIAN, words[i], &sound));
		assert_in_range(sound.count, 1000, SOUND_RATE * 10);
		sound_finish(&sound);
	}
}

static void script(const char *folder, const char *name, const char *text, char out_path[])
{
	temporary_write(folder, name, text, strlen(text), out_path);
	assert_int_equal(chmod(out_path, 0700), 0);
}

/* What was written to stderr meanwhile. */
static bool speak_and_listen(struct synth *synth, char *out_lines, size_t size)
{
	struct sound sound;
	int ends[2], kept = dup(STDERR_FILENO);
	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	bool spoken = synth_speak(synth, VOICE_INDONESIAN, "rahasia", &sound);
	assert_true(spoken || (sound.samples == NULL && sound.count == 0));
	sound_finish(&sound);
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t got = read(ends[0], out_lines, size - 1);
	out_lines[got > 0 ? got : 0] = '\0';
	close(ends[0]);
	return spoken;
}

static void a_worse_program_is_one_line_and_no_sound(void **state)
{
	static const char *const programs[] = {
		"#!/bin/sh\nexit 3\n", "#!/bin/sh\necho nothing of a sound\n",
		"#!/bin/sh\nkill -9 $$\n", "#!/bin/sh\nexec cat /dev/zero\n", /* without end */
	};
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], lines[2048];
	(void)state;
	temporary_create(folder);
	for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++) {
		script(folder, "speak", programs[i], path);
		struct synth synth = {.program = path};
		assert_false(speak_and_listen(&synth, lines, sizeof(lines)));
		assert_non_null(strstr(lines, "no speech from espeak-ng"));
		assert_ptr_equal(strchr(lines, '\n'), strrchr(lines, '\n'));
		assert_null(strstr(lines, "rahasia"));
	}
	temporary_remove(folder);
}

static void one_that_hangs_is_ended(void **state)
{
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], lines[2048];
	(void)state;
	temporary_create(folder);
	script(folder, "speak", "#!/bin/sh\nexec sleep 60\n", path);
	struct synth synth = {.program = path};
	int64_t begun_ms = clock_ticks_ms();
	assert_false(speak_and_listen(&synth, lines, sizeof(lines)));
	int64_t took_ms = clock_ticks_ms() - begun_ms;
	assert_in_range(took_ms, SYNTH_PATIENCE_MS - 10, SYNTH_PATIENCE_MS + 5000);
	assert_non_null(strstr(lines, "no answer in time"));
	temporary_remove(folder);
}

/* It has said everything, and stays. */
static void one_that_does_not_end_is_ended(void **state)
{
	static const char program[] = "#!/bin/sh\nespeak-ng \"$@\"\nexec >&-\necho $$ >\"$0.pid\"\n"
				      "exec sleep 60\n";
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], file[TEMPORARY_SIZE + 8], lines[2048];
	int pid = 0;
	(void)state;
	temporary_create(folder);
	script(folder, "speak", program, path);
	struct synth synth = {.program = path};
	int64_t begun_ms = clock_ticks_ms();
	assert_true(speak_and_listen(&synth, lines, sizeof(lines)));
	assert_in_range(clock_ticks_ms() - begun_ms, SYNTH_END_MS, SYNTH_END_MS + 5000);
	assert_string_equal(lines, "");
	snprintf(file, sizeof(file), "%s.pid", path);
	FILE *written = fopen(file, "r");
	assert_non_null(written);
	assert_int_equal(fscanf(written, "%d", &pid), 1);
	fclose(written);
	assert_int_equal(kill(pid, 0), -1); /* and nothing of it is left */
	temporary_remove(folder);
}

static void one_that_is_not_there_is_said_once(void **state)
{
	struct synth synth = {.program = "/nowhere/espeak-ng"};
	char lines[1024];
	(void)state;
	assert_false(speak_and_listen(&synth, lines, sizeof(lines)));
	assert_non_null(strstr(lines, "no speech from espeak-ng"));
	assert_false(speak_and_listen(&synth, lines, sizeof(lines)));
	assert_string_equal(lines, "");
}

static void what_is_too_long_is_not_said(void **state)
{
	struct synth synth = {0};
	struct sound sound;
	char text[SYNTH_TEXT_SIZE + 2];
	(void)state;
	memset(text, 'a', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	assert_false(synth_speak(&synth, VOICE_INDONESIAN, text, &sound));
	assert_null(sound.samples);
	assert_true(synth_speak(&synth, VOICE_INDONESIAN, "", &sound) || sound.samples == NULL);
	sound_finish(&sound);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_languages_are_spoken),
		cmocka_unit_test(whatever_is_said_is_only_said),
		cmocka_unit_test(a_worse_program_is_one_line_and_no_sound),
		cmocka_unit_test(one_that_hangs_is_ended),
		cmocka_unit_test(one_that_does_not_end_is_ended),
		cmocka_unit_test(one_that_is_not_there_is_said_once),
		cmocka_unit_test(what_is_too_long_is_not_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
