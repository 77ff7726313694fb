#ifndef DRIVERS_BOARD_WORKER_H
#define DRIVERS_BOARD_WORKER_H

#include "drivers/board.h"

/*
 * A worker (worker.h) for one board: messages in, states out. Only the newest message matters: one
 * that was not begun yet is forgotten for the next, and a board that comes back, or fails, is shown
 * what is to be seen now. Nothing here ever waits for the board.
 */
struct board_news {
	enum result reason;       /* how the board is: OK or why not */
	enum board_answer answer; /* to the last message; BOARD_FAILED also before the first */
	int64_t taken;            /* mark of the message the board took last; 0 = none */
	char name[BOARD_NAME_SIZE];
};

/* Called on the worker's thread with a copy the receiver frees with free(), whenever the board's
 * state changes, also the first one after start, and when it took a message that has a mark. */
typedef void board_deliver(void *context, struct board_news *news);

struct board_worker;

/* `uri` and `line` (board_open) are copied. NULL when no thread can be had. */
struct board_worker *board_worker_start(
	const char *uri, const char *line, board_deliver *deliver, void *context);

/* Copies `message` and returns at once. */
void board_worker_show(struct board_worker *worker, const struct board_message *message);

/* Blanks the board, so that no call stays on it for the night, and ends the thread. NULL is fine.
 */
void board_worker_stop(struct board_worker *worker);

#endif
