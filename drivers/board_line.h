#ifndef DRIVERS_BOARD_LINE_H
#define DRIVERS_BOARD_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The line of a home-made board, written by whoever knows the board: "<{ticket} {counter:02}>\r".
 * Placeholders are {ticket} A012, {prefix} A, {number} 12, {counter} 3; {counter:2} is filled with
 * spaces from the left to two places, {counter:02} with zeros. \r \n \t \\ \{ \} \| \xNN are
 * bytes; everything else is printable ASCII. After a '|' stands what the board gets when nobody is
 * called, with {text} for what the office chose; without it such a board keeps its last number.
 */
enum { BOARD_LINE_ITEMS = 64, BOARD_LINE_WIDTH = 40 };

enum board_line_kind {
	LINE_BYTE,
	LINE_TICKET,
	LINE_PREFIX,
	LINE_NUMBER,
	LINE_COUNTER,
	LINE_TEXT,
};

struct board_line {
	struct board_line_item {
		enum board_line_kind kind;
		uint8_t byte;  /* of LINE_BYTE */
		uint8_t width; /* least places of a placeholder */
		char pad;      /* ' ' or '0' */
	} items[BOARD_LINE_ITEMS];
	size_t count;  /* of all items */
	size_t called; /* how many of them are sent for a call */
	bool has_idle; /* the rest is sent when nobody is called */
};

enum board_line_fault {
	LINE_FINE,
	LINE_EMPTY,  /* nothing before the '|' or at all */
	LINE_LONG,   /* more than BOARD_LINE_ITEMS items, or more bytes than fit a message */
	LINE_NAME,   /* no such placeholder, or not in this half */
	LINE_OPEN,   /* '{' without '}', or the other way round */
	LINE_PLACES, /* after ':' stands no number from 1 to BOARD_LINE_WIDTH */
	LINE_ESCAPE, /* '\' before something else than it may */
	LINE_LETTER, /* a control character, or beyond ASCII */
	LINE_HALVES, /* more than one '|' */
	LINE_FAULTS,
};

/* Reads a template; what is wrong with the first wrong thing in it, else LINE_FINE. */
enum board_line_fault board_line_parse(const char *text, struct board_line *out_line);

/* "places": the .po files have a sentence about each fault but LINE_FINE under this name. */
const char *board_line_key(enum board_line_fault fault);

#endif
