#ifndef DRIVERS_ESCPOS_STATUS_H
#define DRIVERS_ESCPOS_STATUS_H

#include "drivers/printer.h"

/*
 * What comes back from an ESC/POS printer (hardware.md §6.1), a byte at a time. Three kinds of
 * answers share the line and are told apart by the bits that are fixed in each: DLE EOT (bits 0, 1,
 * 4, 7 = 0, 1, 1, 0), GS a (four bytes: 0, 0, 1, 0, then three times bits 4, 7 = 0, 0) and GS r
 * (bits 4, 7 = 0, 0). Flow control (XON, XOFF) is passed over; any other byte is garbage.
 */
enum { ESCPOS_FRAME_SIZE = 4 };

/* Zeroed = nothing heard yet. */
struct escpos_reader {
	uint8_t frame[ESCPOS_FRAME_SIZE]; /* of GS a; whole after ESCPOS_SAID_FRAME */
	size_t length;
};

enum escpos_said {
	ESCPOS_SAID_NOTHING, /* a part of a frame, flow control or garbage */
	ESCPOS_SAID_STATUS,  /* the byte answers DLE EOT */
	ESCPOS_SAID_FRAME,   /* the byte ends a frame of GS a */
	ESCPOS_SAID_DONE,    /* the byte answers GS r 1: what was sent before is done */
};

/* Takes one byte. Garbage ends a frame that is under way, so that the next one is understood. */
enum escpos_said escpos_hear(struct escpos_reader *reader, uint8_t byte);

/* Forgets a frame that is under way: after a silence the rest of it comes no more. */
void escpos_forget(struct escpos_reader *reader);

/*
 * Adds the answer to DLE EOT `question` (1 to 4) to `status`; false when `answer` is not a status
 * byte. Of several troubles the cover comes first, then the paper: both explain the others.
 */
bool escpos_read_status(int question, uint8_t answer, struct printer_status *status);

/* Adds a whole frame of GS a to `status`, by the same order. */
void escpos_read_frame(const uint8_t frame[ESCPOS_FRAME_SIZE], struct printer_status *status);

/* The printer_capability bits of who answers DLE EOT `question`. */
unsigned escpos_question_tells(int question);

#endif
