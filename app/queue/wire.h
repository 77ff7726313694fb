#ifndef APP_QUEUE_WIRE_H
#define APP_QUEUE_WIRE_H

#include <stdbool.h>

/* Which device each part of a program uses: what its computer says, or what the head has chosen. */
enum wire_part {
	WIRE_PRINTER, /* a kiosk's, of tickets */
	WIRE_SCANNER,
	WIRE_KEYPAD,
	WIRE_BOARD, /* a display's LED board */
	WIRE_A4,    /* a console's print queue of pages; "" = the usual one */
	WIRE_PARTS
};

enum { WIRES = 32, WIRE_URI_SIZE = 256, WIRE_PAPER_SIZE = 16, WIRE_DEVICE_SIZE = 32 };

#define WIRE_NOTHING "none"

struct wire {
	char device[WIRE_DEVICE_SIZE]; /* the program: "kiosk-1" */
	enum wire_part part;
	char own[WIRE_URI_SIZE];         /* what its computer says; "" = nothing */
	bool fixed;                      /* on its command line, which wins */
	char chosen[WIRE_URI_SIZE];      /* by the head: an address, WIRE_NOTHING; "" = not */
	char own_paper[WIRE_PAPER_SIZE]; /* of a printer: its profile; "" = by its id */
	char paper[WIRE_PAPER_SIZE];     /* the head's, with what is chosen; likewise */
};

/* "printer", "scanner", …; false when there is none of that name. */
const char *wire_part_name(enum wire_part part);
bool wire_part_find(const char *name, enum wire_part *out_part);

/* Whether the head's choice holds; the address that is to be used then, "" = none, and its paper.
 * Borrowed. */
bool wire_is_chosen(const struct wire *wire);
const char *wire_uri(const struct wire *wire);
const char *wire_paper(const struct wire *wire);

/* `own` as a program knows it, with what the head has chosen for it in `wires`: what these say of
 * its settings may be from before it was started. */
struct wire wire_follow(const struct wire *own, const struct wire *wires, int count);

/* The wire of `part` of `device`; NULL when there is none. */
const struct wire *wire_find(
	const struct wire *wires, int count, const char *device, enum wire_part part);

#endif
