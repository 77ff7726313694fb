/*
 * A sound server that hangs does not delay the program's end, and what is left behind does no harm
 * when it comes back. Each case is a process of its own, as the program is: a second voice beside
 * one that was left behind is nothing that happens.
 */
#include "app/base/clock.h"
#include "app/voice/voice.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <SDL.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT_MS = 30000 };

/* The sound goes into a pipe. */
struct rig {
	char folder[TEMPORARY_SIZE], file[TEMPORARY_SIZE + 16];
	int reader; /* -1 = not yet */
};

static void start(struct rig *rig)
{
	temporary_create(rig->folder);
	snprintf(rig->file, sizeof(rig->file), "%s/sound.raw", rig->folder);
	setenv("SDL_AUDIODRIVER", "disk", 1);
	setenv("SDL_DISKAUDIOFILE", rig->file, 1);
	assert_int_equal(mkfifo(rig->file, 0600), 0);
}

static void open_reader(struct rig *rig)
{
	rig->reader = open(rig->file, O_RDONLY | O_NONBLOCK);
	assert_true(rig->reader >= 0);
}

static struct voice *open_voice(void)
{
	struct voice *voice = voice_open(&(struct voice_options){.volume = 100});
	assert_non_null(voice);
	voice_click(voice);
	return voice;
}

/* In time, and with one line on stderr. */
static void close_voice(struct voice *voice)
{
	char lines[2048];
	int ends[2], kept = dup(STDERR_FILENO);
	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	int64_t begun_ms = clock_ticks_ms();
	voice_close(voice);
	int64_t took_ms = clock_ticks_ms() - begun_ms;
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t got = read(ends[0], lines, sizeof(lines) - 1);
	lines[got > 0 ? got : 0] = '\0';
	close(ends[0]);
	assert_in_range(took_ms, VOICE_END_MS - 10, VOICE_END_MS + 2000);
	assert_non_null(strstr(lines, "voice: the sound hangs"));
	assert_ptr_equal(strchr(lines, '\n'), strrchr(lines, '\n'));
}

/* Reads on until the device was closed, and what was left behind has freed itself. */
static void come_back(struct rig *rig)
{
	char bytes[4096];
	for (int64_t end_ms = clock_ticks_ms() + LIMIT_MS;;) {
		struct pollfd wait = {.fd = rig->reader, .events = POLLIN};
		assert_true(clock_ticks_ms() < end_ms);
		(void)poll(&wait, 1, 100);
		if ((wait.revents & POLLIN) != 0) {
			assert_true(read(rig->reader, bytes, sizeof(bytes)) > 0);
		} else if ((wait.revents & POLLHUP) != 0) {
			break;
		}
	}
	SDL_Delay(300);
	close(rig->reader);
	temporary_remove(rig->folder);
}

/* Nobody reads the pipe: its opening hangs. */
static void hang_while_opening(void)
{
	struct rig rig;
	start(&rig);
	struct voice *voice = open_voice();
	assert_true(voice_say(voice, &(struct voice_speech){.lines = "satu"}));
	SDL_Delay(200);
	close_voice(voice);
	open_reader(&rig);
	come_back(&rig);
}

/* The pipe is full: closing hangs, because SDL waits for its thread that writes. */
static void hang_while_closing(void)
{
	struct rig rig;
	int filled = 0, before = -1;
	start(&rig);
	open_reader(&rig);
	struct voice *voice = open_voice();
	while (filled == 0 || filled != before) {
		before = filled;
		SDL_Delay(500);
		assert_int_equal(ioctl(rig.reader, FIONREAD, &filled), 0);
	}
	close_voice(voice);
	come_back(&rig);
}

/* An assertion that fails ends the process otherwise than well. */
static void run_apart(void (*act)(void))
{
	int status = 0;
	fflush(NULL);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		act();
		exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void sound_that_does_not_open_delays_no_end(void **state)
{
	(void)state;
	run_apart(hang_while_opening);
}

static void sound_that_does_not_close_delays_no_end(void **state)
{
	(void)state;
	run_apart(hang_while_closing);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sound_that_does_not_open_delays_no_end),
		cmocka_unit_test(sound_that_does_not_close_delays_no_end),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
