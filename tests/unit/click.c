/* The click of a press: heard by a device that writes what it plays to a file; and where there is
 * no sound, silence and one line. */
#include "app/base/clock.h"
#include "app/ui/click.h"

#include "tests/unit/check.h"

#include <SDL.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SAMPLES = 352, LIMIT_MS = 20000 };

/* How loud the loudest sample in the file is, and how many samples are not silent. */
static int loudness(const char *path, int *out_loud)
{
	FILE *file = fopen(path, "rb");
	int16_t sample;
	int most = 0;

	*out_loud = 0;
	while (file && fread(&sample, sizeof(sample), 1, file) == 1) {
		most = abs(sample) > most ? abs(sample) : most;
		*out_loud += sample != 0;
	}
	if (file) {
		fclose(file);
	}
	return most;
}

static void a_press_is_heard_and_waits_for_nothing(void **state)
{
	char path[64];
	int loud = 0, most = 0;

	(void)state;
	snprintf(path, sizeof(path), "click-%ld.raw", (long)getpid());
	setenv("SDL_AUDIODRIVER", "disk", 1);
	setenv("SDL_DISKAUDIOFILE", path, 1);
	struct click *click = click_open();
	assert_non_null(click);
	click_play(click);
	for (int64_t end = clock_ticks_ms() + LIMIT_MS; loud < SAMPLES / 2;) {
		assert_true(clock_ticks_ms() < end);
		SDL_Delay(20);
		most = loudness(path, &loud);
	}
	click_close(click);
	/* Soft: a tenth of full strength; short: no more than its samples. */
	most = loudness(path, &loud);
	assert_in_range(most, 1000, 3300);
	assert_true(loud <= SAMPLES);
	remove(path);
}

/* What was written to stderr while `presses` presses found no sound. */
static void press_without_sound(int presses, char *out_lines, size_t size)
{
	int pipes[2], kept = dup(STDERR_FILENO);

	setenv("SDL_AUDIODRIVER", "no_such_driver", 1);
	assert_int_equal(pipe(pipes), 0);
	dup2(pipes[1], STDERR_FILENO);
	close(pipes[1]);
	struct click *click = click_open();
	for (int i = 0; i < presses; i++) {
		click_play(click);
		SDL_Delay(5);
	}
	click_close(click);
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t got = read(pipes[0], out_lines, size - 1);
	out_lines[got > 0 ? got : 0] = '\0';
	close(pipes[0]);
}

static void without_sound_there_is_one_line(void **state)
{
	char lines[1024];

	(void)state;
	press_without_sound(20, lines, sizeof(lines));
	assert_non_null(strstr(lines, "click: no sound"));
	assert_ptr_equal(strchr(lines, '\n'), strrchr(lines, '\n'));
}

static void none_is_silent(void **state)
{
	(void)state;
	click_play(NULL);
	click_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_press_is_heard_and_waits_for_nothing),
		cmocka_unit_test(without_sound_there_is_one_line),
		cmocka_unit_test(none_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
