/* A timer aimed at one thread (SIGEV_THREAD_ID) is Linux, not POSIX. */
#define _GNU_SOURCE
#include "db/lock.h"

#include "app/base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum { REPEAT_MS = 50 };

int lock_open(const char *path)
{
	int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	struct stat status;
	/* The umask must not shut the other programs' users out; only the owner can mend it. */
	if (lock >= 0 && fstat(lock, &status) == 0 && status.st_uid == geteuid() &&
		(status.st_mode & 0777) != 0660) {
		(void)fchmod(lock, 0660);
	}
	return lock;
}

bool lock_renew(int *lock, const char *path)
{
	struct stat status;
	if (fstat(*lock, &status) != 0 || status.st_nlink > 0) {
		return false;
	}
	int fresh = lock_open(path);
	if (fresh < 0) {
		return false;
	}
	close(*lock);
	*lock = fresh;
	return true;
}

static void handle_timer(int number)
{
	(void)number;
}

/* A repeating signal to this thread only: the first may come just before flock() sleeps. */
static bool timer_start(int limit_ms, timer_t *out_timer)
{
	struct sigaction action = {.sa_handler = handle_timer};
	struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN + 1};
	struct itimerspec times = {
		.it_value = {limit_ms / 1000, limit_ms % 1000 * 1000000L},
		.it_interval = {0, REPEAT_MS * 1000000L},
	};
	event.sigev_notify_thread_id = gettid();
	sigemptyset(&action.sa_mask);
	if (sigaction(SIGRTMIN + 1, &action, NULL) != 0 ||
		timer_create(CLOCK_MONOTONIC, &event, out_timer) != 0) {
		return false;
	}
	if (timer_settime(*out_timer, 0, &times, NULL) == 0) {
		return true;
	}
	timer_delete(*out_timer);
	return false;
}

static enum result wait_in_line(int lock, int limit_ms)
{
	int64_t start = clock_ticks_ms();
	while (flock(lock, LOCK_EX) != 0) {
		if (errno != EINTR) {
			return RESULT_STORE_FAILED;
		}
		if (clock_ticks_ms() - start >= limit_ms) {
			return RESULT_STORE_BUSY;
		}
	}
	return RESULT_OK;
}

enum result lock_take(int lock, int limit_ms)
{
	if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
		return RESULT_OK;
	}
	if (errno != EWOULDBLOCK && errno != EINTR) {
		return RESULT_STORE_FAILED;
	}

	sigset_t ours, before;
	sigemptyset(&ours);
	sigaddset(&ours, SIGRTMIN + 1);
	pthread_sigmask(SIG_UNBLOCK, &ours, &before);
	enum result result = RESULT_STORE_FAILED;
	timer_t timer;
	if (timer_start(limit_ms, &timer)) {
		result = wait_in_line(lock, limit_ms);
		timer_delete(timer);
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return result;
}

void lock_give(int lock)
{
	(void)flock(lock, LOCK_UN);
}
