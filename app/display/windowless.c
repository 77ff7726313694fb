#include "app/display/windowless.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

/* A message is a pointer in the pipe, which is written whole or not at all (POSIX: PIPE_BUF). */
struct windowless {
	struct windowless_program program;
	int pipe[2];
	int signals;
};

/* The signals that end the program come through a descriptor, like everything else. */
static int open_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) {
		return -1;
	}
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

struct windowless *windowless_create(const struct windowless_program *program)
{
	struct windowless *loop = memory_zeroed(1, sizeof *loop);

	loop->program = *program;
	if (pipe(loop->pipe) != 0) {
		log_error("display", "no pipe: %s", strerror(errno));
		free(loop);
		return NULL;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(loop->pipe[i], F_SETFD, FD_CLOEXEC);
	}
	/* Reading never waits; a writer does, until the loop has read what is there. */
	fcntl(loop->pipe[0], F_SETFL, O_NONBLOCK);
	loop->signals = open_signals();
	if (loop->signals < 0) {
		log_error("display", "no signals: %s", strerror(errno));
		windowless_destroy(loop);
		return NULL;
	}
	return loop;
}

static bool take(struct windowless *loop, void **out_data)
{
	return read(loop->pipe[0], out_data, sizeof *out_data) == (ssize_t)sizeof *out_data;
}

void windowless_destroy(struct windowless *loop)
{
	void *data;

	if (!loop) {
		return;
	}
	while (take(loop, &data)) {
		loop->program.drop(data);
	}
	close(loop->pipe[0]);
	close(loop->pipe[1]);
	if (loop->signals >= 0) {
		close(loop->signals);
	}
	free(loop);
}

void windowless_run(struct windowless *loop)
{
	const struct windowless_program *program = &loop->program;
	struct pollfd fds[2] = {
		{.fd = loop->pipe[0], .events = POLLIN}, {.fd = loop->signals, .events = POLLIN}};

	for (;;) {
		void *data;
		int64_t wait = program->step(program->context);
		poll(fds, 2, wait > INT_MAX ? -1 : (int)wait);
		if (fds[1].revents) {
			return;
		}
		while (take(loop, &data)) {
			program->message(program->context, data);
		}
	}
}

bool windowless_post(struct windowless *loop, void *data)
{
	return write(loop->pipe[1], &data, sizeof data) == (ssize_t)sizeof data;
}
