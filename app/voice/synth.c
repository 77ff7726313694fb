#include "app/voice/synth.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/voice/wave.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* The text fits a pipe whole, and the sound a minute. */
enum { BYTES_MAX = SOUND_MAX * 2 + 4096, STEP = 64 * 1024 };

struct talk {
	int to[2], from[2]; /* -1 = closed */
	pid_t pid;          /* 0 = not running */
	uint8_t *bytes;
	size_t size;
};

static void close_end(int *end)
{
	if (*end >= 0) {
		close(*end);
	}
	*end = -1;
}

static bool open_pipe(int ends[2])
{
	if (pipe(ends) != 0) {
		ends[0] = ends[1] = -1;
		return false;
	}
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

/* Whole before the program runs: who writes to nobody is killed by SIGPIPE. */
static bool write_text(struct talk *talk, const char *text)
{
	size_t length = strlen(text);
	bool written =
		length <= SYNTH_TEXT_SIZE && write(talk->to[1], text, length) == (ssize_t)length;
	close_end(&talk->to[1]);
	return written;
}

/* 0, or why it could not be started (errno). */
static int start(struct talk *talk, const char *program, enum voice_language language)
{
	const char *voice = language == VOICE_ENGLISH ? "en-gb" : "id";
	/* -z: no pause at the end; the gaps are ours. */
	const char *const words[] = {
		program, "-v", voice, "-s", "150", "-z", "-b", "1", "--stdin", "--stdout", NULL};
	char *arguments[sizeof(words) / sizeof(words[0])];
	posix_spawn_file_actions_t actions;
	memcpy(arguments, words, sizeof(words)); /* posix_spawn does not change them */
	if (posix_spawn_file_actions_init(&actions) != 0) {
		return ENOMEM;
	}
	posix_spawn_file_actions_adddup2(&actions, talk->to[0], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, talk->from[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int failed = posix_spawnp(&talk->pid, program, &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (failed != 0) {
		talk->pid = 0;
	}
	close_end(&talk->to[0]);
	close_end(&talk->from[1]);
	return failed;
}

/* Room for STEP more bytes; what was there is wiped. */
static void make_room(struct talk *talk, size_t *room)
{
	if (*room - talk->size >= STEP) {
		return;
	}
	size_t larger = *room * 2 + STEP;
	uint8_t *bytes = memory_zeroed(larger, 1);
	if (talk->size > 0) {
		memcpy(bytes, talk->bytes, talk->size);
		memory_wipe(talk->bytes, talk->size);
	}
	free(talk->bytes);
	talk->bytes = bytes;
	*room = larger;
}

static bool hear(struct talk *talk)
{
	int64_t end_ms = clock_ticks_ms() + SYNTH_PATIENCE_MS;
	size_t room = 0;
	while (talk->size <= BYTES_MAX) {
		struct pollfd wait = {.fd = talk->from[0], .events = POLLIN};
		int64_t left = end_ms - clock_ticks_ms();
		int ready = left > 0 ? poll(&wait, 1, (int)left) : 0;
		if (ready < 0 && errno == EINTR) {
			continue;
		}
		if (ready <= 0) {
			return false;
		}
		make_room(talk, &room);
		ssize_t got = read(talk->from[0], talk->bytes + talk->size, STEP);
		if (got == 0) {
			return true;
		}
		if (got < 0 && errno != EINTR) {
			return false;
		}
		talk->size += got > 0 ? (size_t)got : 0;
	}
	return false;
}

/* Whether it has ended by itself before `end_ms`. */
static bool wait_for(pid_t pid, int64_t end_ms)
{
	enum { LOOK_MS = 2 };
	pid_t got = 0;
	while ((got = waitpid(pid, NULL, WNOHANG)) == 0 || (got < 0 && errno == EINTR)) {
		if (clock_ticks_ms() >= end_ms) {
			return false;
		}
		poll(NULL, 0, LOOK_MS);
	}
	return true;
}

/* It ends by itself when nobody reads it; one that does not is ended: it may have closed its output
 * and gone on. */
static void end(struct talk *talk, bool heard)
{
	for (int i = 0; i < 2; i++) {
		close_end(&talk->to[i]);
		close_end(&talk->from[i]);
	}
	if (talk->pid > 0 && !(heard && wait_for(talk->pid, clock_ticks_ms() + SYNTH_END_MS))) {
		kill(talk->pid, SIGKILL);
		while (waitpid(talk->pid, NULL, 0) < 0 && errno == EINTR) {
		}
	}
	if (talk->bytes != NULL) {
		memory_wipe(talk->bytes, talk->size);
		free(talk->bytes);
	}
}

static const char *run(struct synth *synth, struct talk *talk, enum voice_language language,
	const char *text, bool *out_heard)
{
	const char *program = synth->program != NULL ? synth->program : "espeak-ng";
	*out_heard = false;
	if (!open_pipe(talk->to) || !open_pipe(talk->from) || !write_text(talk, text)) {
		return "no pipe";
	}
	int failed = start(talk, program, language);
	if (failed != 0) {
		synth->missing = failed == ENOENT || failed == EACCES;
		return strerror(failed);
	}
	*out_heard = hear(talk);
	return *out_heard ? NULL : "no answer in time";
}

bool synth_speak(struct synth *synth, enum voice_language language, const char *text,
	struct sound *out_sound)
{
	struct talk talk = {.to = {-1, -1}, .from = {-1, -1}};
	bool heard;
	*out_sound = (struct sound){0};
	if (synth->missing) {
		return false;
	}
	const char *why = run(synth, &talk, language, text, &heard);
	if (why == NULL) {
		why = wave_read(talk.bytes, talk.size, WAVE_STREAM, out_sound);
	}
	end(&talk, heard);
	if (why != NULL) {
		log_warn("voice", "no speech from espeak-ng: %s", why);
		return false;
	}
	sound_trim(out_sound);
	sound_even(out_sound);
	return true;
}
