#ifndef APP_DISPLAY_LED_BOARD_H
#define APP_DISPLAY_LED_BOARD_H

#include "app/base/settings.h"
#include "app/desk/desk_thread.h"
#include "app/display/screen.h"
#include "drivers/board_worker.h"

/*
 * The LED board beside or instead of the screen: it shows the call that has the panel, at the same
 * moment, and else what the office chose. Pure but for the worker, which it hands messages to.
 */
struct led_board {
	struct board_worker *worker;     /* NULL = there is no board */
	const struct language *language; /* borrowed */
	char idle[8];                    /* clock, text or blank */
	char text[64];
	char device[32]; /* "display-1/board" */
	bool known;      /* the worker has said how the board is */
	enum result reason;

	struct board_message shown; /* handed over last */
	int64_t call;               /* its call; 0 = none */
	bool any;
};

/*
 * Starts the board of `settings`, if there is one; `deliver` gets its news. False after a sentence
 * on standard error: the template is wrong, or one log line: no thread.
 */
bool led_board_open(struct led_board *board, const struct settings *settings,
	const struct language *language, board_deliver *deliver, void *context);
/* Blanks the board and ends its thread. */
void led_board_close(struct led_board *board);

/* What the board is to show now; the call's id, or 0. */
int64_t led_board_compose(const struct led_board *board, const struct display_model *model,
	struct board_message *out_message);

/* Hands it over, unless that is what the board was told last. A number called again is told again.
 */
void led_board_follow(struct led_board *board, const struct display_model *model);

/* Milliseconds until the board changes by the clock; INT64_MAX = it does not. */
int64_t led_board_wait(const struct led_board *board, const struct display_model *model);

/* Takes news of the worker (NULL = none) and tells the desk (NULL = not open yet) how the board is.
 */
void led_board_report(
	struct led_board *board, struct desk_thread *desk, const struct board_news *news);

#endif
