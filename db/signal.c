#include "db/signal.h"

#include "app/base/log.h"
#include "db/lock.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

static uint32_t number_read(const struct signal *signal)
{
	uint32_t number = 0;
	if (pread(signal->file, &number, sizeof number, 0) != (ssize_t)sizeof number) {
		return 0;
	}
	return number;
}

/* A failure costs the others a late look, never the act itself. */
static void number_write(const struct signal *signal, uint32_t number)
{
	if (pwrite(signal->file, &number, sizeof number, 0) != (ssize_t)sizeof number) {
		log_warn("store", "the change signal cannot be written: %s", strerror(errno));
	}
}

bool signal_init(struct signal *signal, const char *path)
{
	*signal = (struct signal){.path = path, .file = lock_open(path), .watch = -1};
	if (signal->file < 0) {
		return false;
	}
	signal->known = number_read(signal);
	return true;
}

void signal_finish(struct signal *signal)
{
	if (signal->watch >= 0) {
		close(signal->watch);
	}
	if (signal->file >= 0) {
		close(signal->file);
	}
	*signal = (struct signal){.file = -1, .watch = -1};
}

/* A removed file is still there for those who have it open; its last name fires IN_ATTRIB. */
static bool file_watch(const struct signal *signal)
{
	return inotify_add_watch(signal->watch, signal->path, IN_MODIFY | IN_ATTRIB) >= 0;
}

/* Somebody tidied the file away: whoever notices makes it anew, and the others follow. */
static bool file_renew(struct signal *signal)
{
	if (!lock_renew(&signal->file, signal->path)) {
		return false;
	}
	if (signal->watch >= 0 && !file_watch(signal)) {
		log_error("store", "changes cannot be watched: %s", strerror(errno));
	}
	return true;
}

void signal_begin(struct signal *signal)
{
	(void)file_renew(signal);
	/* Odd before we begin: a writer died; what it committed nobody was told. */
	signal->before = number_read(signal);
	number_write(signal, (signal->before | 1) + (signal->before & 1) * 2);
}

void signal_commit(struct signal *signal)
{
	uint32_t number = (signal->before | 1) + (signal->before & 1) * 2 + 1;
	/* Our own word is no news to us, unless somebody else's came just before it. */
	if (signal->known == signal->before) {
		signal->known = number;
	}
	number_write(signal, number);
}

void signal_cancel(struct signal *signal)
{
	number_write(signal, signal->before + (signal->before & 1));
}

int signal_watch(struct signal *signal)
{
	if (signal->watch < 0) {
		signal->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
		if (signal->watch >= 0 && !file_watch(signal)) {
			close(signal->watch);
			signal->watch = -1;
		}
	}
	if (signal->watch < 0) {
		log_error("store", "changes cannot be watched: %s", strerror(errno));
	}
	return signal->watch;
}

static void drain(int watch)
{
	char events[1024];
	while (watch >= 0 && read(watch, events, sizeof events) > 0) {
		;
	}
}

enum engine_news signal_news(struct signal *signal)
{
	drain(signal->watch);
	bool renewed = file_renew(signal);
	uint32_t number = number_read(signal);
	if (renewed) {
		signal->underway = 0;
		signal->known = number;
		return ENGINE_CHANGED;
	}
	if (number == signal->known) {
		signal->underway = 0;
		return ENGINE_SAME;
	}
	if (number % 2 != 0 && number != signal->underway) {
		signal->underway = number;
		return ENGINE_UNDERWAY;
	}
	signal->underway = 0;
	signal->known = number;
	return ENGINE_CHANGED;
}
