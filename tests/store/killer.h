#ifndef TESTS_STORE_KILLER_H
#define TESTS_STORE_KILLER_H

/*
 * Kills this process in the act of writing. killer.c stands in front of the C library's calls that
 * change files, for our code and for SQLite alike: the program's own symbols come first.
 */

/* From now on the `nth` change (1 = the next) is not made: the process dies with SIGKILL.
 * 0 = never. */
void killer_arm(long nth);

/* How many changes are left until then, that one included. */
long killer_left(void);

#endif
