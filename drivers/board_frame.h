#ifndef DRIVERS_BOARD_FRAME_H
#define DRIVERS_BOARD_FRAME_H

#include "drivers/board_bytes.h"

/*
 * Our own open frame, for boards that are built for this product: assets/board/README.md is its
 * description for builders, assets/board/giliran_board the sketch of a board.
 *
 *   $ SS K payload * CCCC CR LF
 *
 * SS: sequence number, two hexadecimal digits. K: C call, T text, B blank, H hello; from the board
 * A taken, N not understood. CCCC: CRC-16/CCITT-FALSE of what stands between '$' and '*', four
 * upper-case hexadecimal digits. A number is answered each time it comes but shown once; 00 is the
 * hello's, after which every number is new.
 */
enum {
	BOARD_FRAME_ANSWER_MS = 500, /* from the last byte handed over; a board has 200 of them */
	BOARD_FRAME_TRIES = 3,
	BOARD_FRAME_GREETINGS = 6, /* an Arduino starts anew when its port is opened: 2 s */
	BOARD_FRAME_ANSWER_SIZE = 16,
};

/* CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xffff; "123456789" gives 0x29b1. */
unsigned board_frame_sum(const uint8_t *data, size_t size);

/* The frame with this number, kind and payload; '$' and '*' of the payload become spaces. */
void board_frame_write(
	unsigned sequence, char kind, const char *payload, struct board_bytes *out_bytes);

/* Finds answers among the bytes that come from a board. Begins zeroed. */
struct board_frame_reader {
	char text[BOARD_FRAME_ANSWER_SIZE]; /* after the '$' */
	size_t length;
	bool inside;
};

struct board_frame_answer {
	unsigned sequence;
	bool taken; /* 'A'; else 'N' */
};

/* Takes the next byte; true when a whole answer with the right sum has come with it. */
bool board_frame_take(
	struct board_frame_reader *reader, uint8_t byte, struct board_frame_answer *out_answer);

#endif
