/* A timer aimed at one thread (SIGEV_THREAD_ID) and locks of an open file (F_OFD_SETLK) are Linux,
 * not POSIX. */
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

enum { TURN_US = 2000, REPEAT_MS = 50 };

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
static bool timer_start(int first_ms, timer_t *out_timer)
{
	struct sigaction action = {.sa_handler = handle_timer};
	struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN + 1};
	struct itimerspec times = {
		.it_value = {first_ms / 1000, first_ms % 1000 * 1000000L},
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

/*
 * flock() is not all of a queue: who gives the lock back and asks again at once has it before the
 * next in line is awake, for ever. So there is a door (a lock on the file's first byte, which the
 * kernel hands on in the order of asking): only who stands in it may wait for the lock, and stays
 * there until the lock is given back, so that who gave it finds the door taken by the next.
 * Every change of hands costs two wake-ups and all that SQLite had read. So who had to wait may
 * pass the door by for TURN_US: the others wait a little longer, and all are served sooner.
 */
static int door(int file, int command, short type)
{
	struct flock first_byte = {.l_type = type, .l_whence = SEEK_SET, .l_len = 1};
	return fcntl(file, command, &first_byte);
}

/* Whether to ask again after a call that was interrupted; else *out_result says why not. */
static bool is_patient(int64_t start, int limit_ms, enum result *out_result)
{
	if (errno != EINTR) {
		*out_result = RESULT_STORE_FAILED;
		return false;
	}
	*out_result = RESULT_STORE_BUSY;
	return clock_ticks_ms() - start < limit_ms;
}

static enum result wait_in_line(int file, int limit_ms, bool at_door)
{
	int64_t start = clock_ticks_ms();
	enum result result = RESULT_OK;
	while (!at_door && door(file, F_OFD_SETLKW, F_WRLCK) != 0) {
		if (!is_patient(start, limit_ms, &result)) {
			return result;
		}
	}
	while (flock(file, LOCK_EX) != 0) {
		if (!is_patient(start, limit_ms, &result)) {
			return result;
		}
	}
	return RESULT_OK;
}

static enum result wait_with_timer(int file, int limit_ms, bool at_door)
{
	sigset_t ours, before;
	sigemptyset(&ours);
	sigaddset(&ours, SIGRTMIN + 1);
	pthread_sigmask(SIG_UNBLOCK, &ours, &before);
	enum result result = RESULT_STORE_FAILED;
	timer_t timer;
	if (timer_start(limit_ms, &timer)) {
		result = wait_in_line(file, limit_ms, at_door);
		timer_delete(timer);
	}
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return result;
}

enum result lock_take(struct lock *lock, int limit_ms)
{
	if (clock_ticks_us() < lock->turn_end_us && flock(lock->file, LOCK_EX | LOCK_NB) == 0) {
		return RESULT_OK;
	}
	bool at_door = door(lock->file, F_OFD_SETLK, F_WRLCK) == 0;
	enum result result = RESULT_OK;
	if (!at_door || flock(lock->file, LOCK_EX | LOCK_NB) != 0) {
		bool taken = errno == EWOULDBLOCK || errno == EACCES || errno == EINTR;
		result = taken ? wait_with_timer(lock->file, limit_ms, at_door)
			       : RESULT_STORE_FAILED;
		lock->turn_end_us = clock_ticks_us() + TURN_US;
	}
	if (result != RESULT_OK) {
		lock->turn_end_us = 0;
		(void)door(lock->file, F_OFD_SETLK, F_UNLCK);
	}
	return result;
}

void lock_give(struct lock *lock)
{
	(void)flock(lock->file, LOCK_UN);
	(void)door(lock->file, F_OFD_SETLK, F_UNLCK);
}
