#ifndef DB_PRESENCE_H
#define DB_PRESENCE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Which counters have a living console. A file beside the store has a byte for each counter, its
 * mark, from the moment a console comes to it until the last one there has left in order, and that
 * long each console there holds a lock on the byte, shared with the others. The kernel gives the
 * lock back and closes the file when the program dies, however it dies, which wakes whoever
 * watches: nobody has to look by the clock. A counter that no console ever was at (the command line
 * opened it) has no mark. Only programs of one machine see each other.
 */
/* What stands in the waiting room, held likewise by the programs that tell the room of calls. */
enum presence_room { PRESENCE_SCREEN, PRESENCE_BOARD, PRESENCE_ROOM };

struct presence {
	char *path; /* owned; NULL = not in use, and everything below does nothing */
	int file;
	int watch;                /* inotify; -1 = not watching */
	int counter;              /* where this program is; 0 = nowhere */
	int coming;               /* where it is about to be; likewise */
	bool room[PRESENCE_ROOM]; /* what this program is in the waiting room */
};

/* "<store>-here", made with mode 0660 if it is not there. False after a line in the log; then, and
 * for a store in memory, it is not in use. */
bool presence_init(struct presence *presence, const char *store);

/* Leaves the mark of where this program is: without it, nobody is there any more. */
void presence_finish(struct presence *presence);

/* This program comes to `counter`, and is still where it was; followed by one of the next two.
 * Waits while another program settles what was left there. */
void presence_come(struct presence *presence, int counter);

/* It is there, and no more where it was. */
void presence_arrive(struct presence *presence);

/* It was not let in: what was marked there before stays as it is. */
void presence_turn_back(struct presence *presence);

/* It comes and arrives. */
void presence_take(struct presence *presence, int counter);

/* It leaves in order: the mark goes too, unless another console is there. */
void presence_give(struct presence *presence);

/* A descriptor that is readable when some program has ended; -1 = none. */
int presence_watch(struct presence *presence);

/* Takes in what the descriptor has to say. */
void presence_drain(struct presence *presence);

/* The marked counters where nobody is; how many, at most `size`. */
size_t presence_list_left(struct presence *presence, int *out_counters, size_t size);

/* This program is that in the waiting room until it ends; the others are woken. */
void presence_attend_room(struct presence *presence, enum presence_room what);
/* Whether any other program is that now. */
bool presence_has_room(struct presence *presence, enum presence_room what);

/* Whether nobody is at a marked counter. */
bool presence_is_left(struct presence *presence, int counter);

/* Keeps programs from coming to a counter that was left, until presence_settle; false when somebody
 * is there after all, or another program has dealt with it. `gone` = the mark has been dealt with
 * and goes. */
bool presence_claim(struct presence *presence, int counter);
void presence_settle(struct presence *presence, int counter, bool gone);

#endif
