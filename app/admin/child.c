#include "app/admin/child.h"

#include "app/base/clock.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { EXEC_FAILED = 127 };

/* Between fork and exec; never returns. */
static void become(
	const char *path, char *const *argv, const int *pipes, const char *log, pid_t parent)
{
	sigset_t none;
	sigemptyset(&none);
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_SETMASK, &none, NULL);
	/* The parent may have died before the kernel was told to watch it. */
	if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || getppid() != parent) {
		_exit(EXEC_FAILED);
	}
	if (pipes && (dup2(pipes[0], STDIN_FILENO) < 0 || dup2(pipes[3], STDOUT_FILENO) < 0)) {
		_exit(EXEC_FAILED);
	}
	int file = log ? open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0660) : -1;
	if (file >= 0) {
		dup2(file, STDERR_FILENO);
	}
	execv(path, argv);
	_exit(EXEC_FAILED);
}

static void close_all(const int *pipes, int count)
{
	for (int i = 0; i < count; i++) {
		close(pipes[i]);
	}
}

/* pipes[0], [1]: to the child; [2], [3]: from it. All close on exec. */
static bool open_pipes(int pipes[4])
{
	if (pipe(pipes) != 0) {
		return false;
	}
	if (pipe(pipes + 2) != 0) {
		close_all(pipes, 2);
		return false;
	}
	for (int i = 0; i < 4; i++) {
		fcntl(pipes[i], F_SETFD, FD_CLOEXEC);
	}
	return true;
}

bool child_start(struct child *child, const char *name, const char *const *arguments, bool piped,
	const char *log)
{
	char path[PLACE_SIZE];
	char *argv[CHILD_ARGUMENTS] = {path};
	int pipes[4];
	*child = (struct child){.to = -1, .from = -1, .name = name};
	for (size_t i = 0; arguments[i] && i + 2 < CHILD_ARGUMENTS; i++) {
		argv[i + 1] = (char *)arguments[i];
	}
	if (!place_program(name, path, sizeof path) || access(path, X_OK) != 0) {
		return false;
	}
	if (piped && !open_pipes(pipes)) {
		return false;
	}
	pid_t parent = getpid();
	pid_t pid = fork();
	if (pid == 0) {
		become(path, argv, piped ? pipes : NULL, log, parent);
	}
	if (piped && pid < 0) {
		close_all(pipes, 4);
	} else if (piped) {
		close(pipes[0]);
		close(pipes[3]);
		child->to = pipes[1];
		child->from = pipes[2];
	}
	child->pid = pid > 0 ? pid : 0;
	return pid > 0;
}

static bool write_all(int file, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t done = write(file, text, length);
		if (done < 0 && errno == EINTR) {
			continue;
		}
		if (done <= 0) {
			return false;
		}
		text += done;
		length -= (size_t)done;
	}
	return true;
}

bool child_hear(struct child *child, char *out_line, size_t size)
{
	int64_t end = clock_ticks_ms() + CHILD_PATIENCE_MS;
	size_t length = 0;
	for (;;) {
		struct pollfd wait = {.fd = child->from, .events = POLLIN};
		int64_t left = end - clock_ticks_ms();
		char byte = 0;
		if (left <= 0 || poll(&wait, 1, (int)left) == 0) {
			return false;
		}
		ssize_t got = read(child->from, &byte, 1);
		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got <= 0 || byte == '\n') {
			out_line[length] = '\0';
			return got > 0;
		}
		if (length + 1 < size) {
			out_line[length++] = byte;
		}
	}
}

bool child_say(struct child *child, const char *line, char *out_answer, size_t size)
{
	char answer[512];
	text_copy(out_answer, size, child->name);
	if (!write_all(child->to, line, strlen(line)) || !write_all(child->to, "\n", 1) ||
		!child_hear(child, answer, sizeof answer)) {
		return false;
	}
	bool fine = strncmp(answer, "ok", 2) == 0;
	text_copy(out_answer, size, fine && answer[2] ? answer + 3 : fine ? "" : answer);
	return fine;
}

bool child_take_end(struct child *child, pid_t ended)
{
	if (ended <= 0 || child->pid != ended) {
		return false;
	}
	if (child->to >= 0) {
		close(child->to);
		close(child->from);
	}
	child->pid = 0;
	child->to = child->from = -1;
	return true;
}

void child_end(struct child *child)
{
	if (!child->pid) {
		return;
	}
	kill(child->pid, SIGTERM);
	while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR) {
	}
	child_take_end(child, child->pid);
}
