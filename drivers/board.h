#ifndef DRIVERS_BOARD_H
#define DRIVERS_BOARD_H

#include "app/base/result.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * LED boards and pole displays, as a program sees them. A board is a URI, PROTOCOL+TRANSPORT:
 *
 *   alpha, alpha-sum, cd5220, epson, line, frame      the language it speaks (board_protocol.h)
 *   usb:8765:1234                                     bulk endpoint (BetaBrite Prism)
 *   serial:auto, serial:VVVV:PPPP[:NUMBER]            USB-serial bridge; auto = the first known
 *   tty:/dev/ttyS0                                    a serial port of the system
 *   file:DIR                                          DIR/board.bin and DIR/board.txt
 *
 * Serial ones may end with ",SPEED" or ",SPEED,8N1" or ",SPEED,7E1". "fault:OPTIONS/" before it all
 * breaks it on purpose (fault_options.h; serial_fault.c says what is meant here).
 */
enum { BOARD_TICKET_SIZE = 16, BOARD_WORD_SIZE = 16, BOARD_TEXT_SIZE = 128, BOARD_NAME_SIZE = 64 };

enum board_message_kind { BOARD_BLANK, BOARD_CALL, BOARD_IDLE };

/* What a board is to show. Text is UTF-8; boards show ASCII. */
struct board_message {
	enum board_message_kind kind;
	char ticket[BOARD_TICKET_SIZE]; /* call: "A012", letters and then digits */
	int counter;                    /* call: 0 to 9999 */
	char word[BOARD_WORD_SIZE];     /* call: what stands before the counter; "LOKET", or "" */
	char text[BOARD_TEXT_SIZE];     /* idle: what the office chose */
	int64_t mark;                   /* the sender's own; board_news tells it back */
};

enum board_answer {
	BOARD_FAILED,       /* not all of it went out, or an answer was due and none came */
	BOARD_SENT,         /* all bytes went out; this board does not answer */
	BOARD_ACKNOWLEDGED, /* the board said that it shows it */
};

struct board_outcome {
	enum board_answer answer;
	enum result reason; /* of BOARD_FAILED, else OK */
	int tries;          /* times the message was sent */
};

struct board;

/* Whether the board at `uri` is shown a line by template, which must then be there and right. */
bool board_needs_line(const char *uri);

/*
 * Opens the board. `line` is the template of a "line" board (board_line.h), else NULL. DEVICE_…
 * with *out_board NULL; DEVICE_UNKNOWN: the URI or the template is wrong.
 */
enum result board_open(const char *uri, const char *line, struct board **out_board);
/* NULL is fine. */
void board_close(struct board *board);

/* "FTDI 0403:6001", for people. */
const char *board_get_name(const struct board *board);

/* Whether it is still there; blocks at most half a second. */
enum result board_look(struct board *board);

/*
 * Shows `message`; blocks at most 5 seconds. `is_cancelled` is asked before each try; NULL = never.
 * A message that is sent again keeps its sequence number, so that no board shows it twice.
 */
void board_show(struct board *board, const struct board_message *message,
	bool (*is_cancelled)(void *context), void *context, struct board_outcome *out_outcome);

/* The words of `message` on one line, "A012 LOKET 3", as they are logged and kept by file:. */
void board_say(const struct board_message *message, char *out_text, size_t size);

/* See worker.h; NULL where the system tells nothing of the device. */
struct board_watch;
struct board_watch *board_watch_open(const char *uri);
void board_watch_close(struct board_watch *watch);
size_t board_watch_fds(struct board_watch *watch, struct pollfd *out_fds);
bool board_watch_read(struct board_watch *watch);

#endif
