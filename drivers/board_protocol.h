#ifndef DRIVERS_BOARD_PROTOCOL_H
#define DRIVERS_BOARD_PROTOCOL_H

#include "drivers/board.h"
#include "drivers/board_bytes.h"
#include "drivers/board_line.h"
#include "drivers/serial.h"

/*
 * The languages boards speak, as pure functions: a message in, bytes out. All facts: the makers'
 * manuals as collected for hardware §6.5 (Alpha: Adaptive 9708-8061F).
 */

/* What a protocol may need beside the message. */
struct board_setting {
	const struct board_line *line; /* of a "line" board */
	unsigned sequence;             /* of a "frame" board: 1 to 255 */
};

struct board_protocol {
	const char *name;            /* "cd5220" */
	int lines, columns;          /* that a message is laid out for; 0 columns = runs through */
	struct serial_format format; /* as boards leave the factory */
	bool acknowledges;           /* answers each frame (board_frame.h) */
	/* No bytes: this board has nothing to show for such a message. */
	void (*write)(const struct board_message *message, const struct board_setting *setting,
		struct board_bytes *out_bytes);
};

extern const struct board_protocol board_alpha;
extern const struct board_protocol board_alpha_sum; /* with checksum, for firmware 2.0 and later */
extern const struct board_protocol board_cd5220;
extern const struct board_protocol board_epson;
extern const struct board_protocol board_line;
extern const struct board_protocol board_frame;

/* The protocol whose name ends at `length` bytes of `name`; NULL when there is none. */
const struct board_protocol *board_protocol_find(const char *name, size_t length);

enum { BOARD_COLUMNS = 40 };

/*
 * Lays `message` out on two lines of `columns` (at most BOARD_COLUMNS), each centred and filled
 * with spaces to the whole width: the ticket above the counter, or the text in both lines.
 */
void board_lay_out(
	const struct board_message *message, int columns, char out_lines[2][BOARD_COLUMNS + 1]);

/* ---- Alpha, for its test ---- */

enum board_alpha_position { ALPHA_MIDDLE = 0x20, ALPHA_BOTTOM = 0x26, ALPHA_FILL = 0x30 };

/* The frame that sets the priority text; `mode` 'b' hold, 'c' flash. At most 125 characters. */
void board_alpha_write(enum board_alpha_position position, char mode, const char *text,
	bool checksum, struct board_bytes *out_bytes);

#endif
