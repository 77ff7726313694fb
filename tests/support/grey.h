#ifndef TESTS_SUPPORT_GREY_H
#define TESTS_SUPPORT_GREY_H

#include "app/ui/ui.h"

/*
 * What is left of a frame for who sees no colours, and does not measure: its words without their
 * numbers, its icons and edges, and on which side a switch is. No meaning may be lost by it.
 */
enum { GREY_STATES = 8 };
struct grey {
	const char *of; /* what has these states */
	bool pieces;    /* how many surfaces there are is seen as well: a bar with zones */
	char *states[GREY_STATES];
	int count;
};

/* Keeps the frame as one more state. */
void grey_add(struct grey *grey, const struct ui *ui);

/* Fails the test when two of the states are the same in grey; frees them. */
void grey_finish(struct grey *grey);

/* Frees them unseen. */
void grey_drop(struct grey *grey);

#endif
