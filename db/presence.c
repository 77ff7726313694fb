/* Locks of an open file (F_OFD_SETLK) are Linux, not POSIX. */
#define _GNU_SOURCE
#include "db/presence.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "db/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { COUNTERS = 1000 }; /* the highest number of a counter, and one */

/* Whose bytes are no counter's. */
static const int room_bytes[PRESENCE_ROOM] = {
	[PRESENCE_SCREEN] = COUNTERS, [PRESENCE_BOARD] = COUNTERS + 1};

/* What a counter's byte says. Who is turned back takes away what only comers have said. */
enum { MARK_NONE, MARK_AT, MARK_COMING };

static const char suffix[] = "-here";

static void complain(const char *what)
{
	log_warn("store", "%s: %s", what, strerror(errno));
}

static int lock_byte(const struct presence *presence, int command, short type, int counter)
{
	struct flock byte = {.l_type = type, .l_whence = SEEK_SET, .l_start = counter, .l_len = 1};
	int result;
	do {
		result = fcntl(presence->file, command, &byte);
	} while (result != 0 && errno == EINTR);
	return result != 0 ? -1 : byte.l_type == F_UNLCK ? 0 : 1;
}

/* Whether nobody is there; who makes sure of that just now (presence_claim) is nobody. */
static bool is_empty(const struct presence *presence, int counter)
{
	struct flock byte = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = counter, .l_len = 1};
	return fcntl(presence->file, F_OFD_GETLK, &byte) == 0 && byte.l_type != F_RDLCK;
}

static char read_mark(const struct presence *presence, int counter)
{
	char value = MARK_NONE;
	return pread(presence->file, &value, 1, counter) == 1 ? value : MARK_NONE;
}

static void mark(const struct presence *presence, int counter, char value)
{
	if (pwrite(presence->file, &value, 1, counter) != 1) {
		complain("who is at the counters cannot be written");
	}
}

static void hold(const struct presence *presence, int counter, char value)
{
	if (counter == 0) {
		return;
	}
	if (lock_byte(presence, F_OFD_SETLKW, F_RDLCK, counter) < 0) {
		complain("the counter cannot be held");
	}
	if (value == MARK_AT || read_mark(presence, counter) == MARK_NONE) {
		mark(presence, counter, value);
	}
}

/* Whether nobody else is at a counter that this program holds, which from then on nobody comes to
 * until let_go. Of several who leave together the last one is alone. */
static bool is_alone(const struct presence *presence, int counter)
{
	if (lock_byte(presence, F_OFD_SETLK, F_WRLCK, counter) >= 0) {
		return true;
	}
	(void)lock_byte(presence, F_OFD_SETLK, F_UNLCK, counter);
	return lock_byte(presence, F_OFD_SETLK, F_WRLCK, counter) >= 0;
}

static void let_go(const struct presence *presence, int counter)
{
	(void)lock_byte(presence, F_OFD_SETLK, F_UNLCK, counter);
}

static void hold_room(const struct presence *presence)
{
	for (int i = 0; i < PRESENCE_ROOM; i++) {
		if (presence->room[i] &&
			lock_byte(presence, F_OFD_SETLKW, F_RDLCK, room_bytes[i]) < 0) {
			complain("the waiting room cannot be held");
		}
	}
}

/* Somebody tidied the file away: it is made anew, and what this program says in it is said again.
 */
static void renew(struct presence *presence)
{
	if (!lock_renew(&presence->file, presence->path)) {
		return;
	}
	if (presence->watch >= 0 &&
		inotify_add_watch(presence->watch, presence->path, IN_CLOSE_WRITE) < 0) {
		complain("the counters cannot be watched");
	}
	hold(presence, presence->counter, MARK_AT);
	hold(presence, presence->coming, MARK_COMING);
	hold_room(presence);
}

bool presence_init(struct presence *presence, const char *store)
{
	*presence = (struct presence){.file = -1, .watch = -1};
	if (strchr(store, ':') != NULL) {
		return false;
	}
	size_t size = strlen(store) + sizeof suffix;
	char *path = memory_zeroed(size, 1);
	text_format(path, size, "%s%s", store, suffix);
	presence->file = lock_open(path);
	if (presence->file < 0) {
		complain("who is at the counters cannot be known");
		free(path);
		return false;
	}
	presence->path = path;
	return true;
}

void presence_finish(struct presence *presence)
{
	if (presence->watch >= 0) {
		close(presence->watch);
	}
	if (presence->file >= 0) {
		close(presence->file);
	}
	free(presence->path);
	*presence = (struct presence){.file = -1, .watch = -1};
}

void presence_come(struct presence *presence, int counter)
{
	if (presence->path == NULL || counter <= 0 || counter >= COUNTERS) {
		return;
	}
	renew(presence);
	if (presence->counter == counter) {
		hold(presence, counter, MARK_AT);
		return;
	}
	presence->coming = counter;
	hold(presence, counter, MARK_COMING);
}

void presence_arrive(struct presence *presence)
{
	if (presence->coming == 0) {
		return;
	}
	if (presence->counter != 0) {
		let_go(presence, presence->counter);
	}
	presence->counter = presence->coming;
	presence->coming = 0;
	mark(presence, presence->counter, MARK_AT);
}

void presence_turn_back(struct presence *presence)
{
	int counter = presence->coming;
	presence->coming = 0;
	if (counter == 0) {
		return;
	}
	if (is_alone(presence, counter) && read_mark(presence, counter) == MARK_COMING) {
		mark(presence, counter, MARK_NONE);
	}
	let_go(presence, counter);
}

void presence_take(struct presence *presence, int counter)
{
	presence_come(presence, counter);
	presence_arrive(presence);
}

void presence_give(struct presence *presence)
{
	int counter = presence->counter;
	if (presence->path == NULL || counter == 0) {
		return;
	}
	renew(presence);
	presence->counter = 0;
	if (is_alone(presence, counter)) {
		mark(presence, counter, MARK_NONE);
	}
	let_go(presence, counter);
}

int presence_watch(struct presence *presence)
{
	if (presence->path == NULL || presence->watch >= 0) {
		return presence->watch;
	}
	presence->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (presence->watch < 0 ||
		inotify_add_watch(presence->watch, presence->path, IN_CLOSE_WRITE) < 0) {
		complain("the counters cannot be watched");
	}
	return presence->watch;
}

void presence_drain(struct presence *presence)
{
	char events[1024];
	while (presence->watch >= 0 && read(presence->watch, events, sizeof events) > 0) {
		;
	}
}

bool presence_is_left(struct presence *presence, int counter)
{
	if (presence->path == NULL || counter <= 0 || counter >= COUNTERS) {
		return false;
	}
	renew(presence);
	return counter != presence->counter && read_mark(presence, counter) != MARK_NONE &&
	       is_empty(presence, counter);
}

size_t presence_list_left(struct presence *presence, int *out_counters, size_t size)
{
	char marks[COUNTERS];
	size_t found = 0;
	if (presence->path == NULL) {
		return 0;
	}
	renew(presence);
	ssize_t count = pread(presence->file, marks, sizeof marks, 0);
	for (int i = 1; i < count && found < size; i++) {
		if (marks[i] != MARK_NONE && i != presence->counter &&
			lock_byte(presence, F_OFD_GETLK, F_WRLCK, i) == 0) {
			out_counters[found++] = i;
		}
	}
	return found;
}

void presence_attend_room(struct presence *presence, enum presence_room what)
{
	if (presence->path == NULL) {
		return;
	}
	renew(presence);
	presence->room[what] = true;
	hold_room(presence);
	/* A file that was open for writing and is closed wakes those who watch. */
	int bell = open(presence->path, O_WRONLY | O_CLOEXEC);
	if (bell >= 0) {
		close(bell);
	}
}

bool presence_has_room(struct presence *presence, enum presence_room what)
{
	if (presence->path == NULL) {
		return false;
	}
	renew(presence);
	return lock_byte(presence, F_OFD_GETLK, F_WRLCK, room_bytes[what]) > 0;
}

bool presence_claim(struct presence *presence, int counter)
{
	if (presence->path == NULL || counter == presence->counter ||
		lock_byte(presence, F_OFD_SETLK, F_WRLCK, counter) < 0) {
		return false;
	}
	if (read_mark(presence, counter) == MARK_NONE) {
		let_go(presence, counter);
		return false;
	}
	return true;
}

void presence_settle(struct presence *presence, int counter, bool gone)
{
	if (gone) {
		mark(presence, counter, MARK_NONE);
	}
	let_go(presence, counter);
}
