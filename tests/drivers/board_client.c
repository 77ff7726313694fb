#include "drivers/board_worker.h"
#include "tests/drivers/usb_count.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * board_client URI: a board's worker on a pipe. "call TICKET COUNTER" on standard input is shown;
 * every change of state is a line on standard output, "state REASON [NAME]". Ends with its input; 0
 * when all was given back to libusb.
 */
static void say(void *context, struct board_news *news)
{
	(void)context;
	printf("state %s [%s]\n", result_key(news->reason), news->name);
	fflush(stdout);
	free(news);
}

int main(int argc, char **argv)
{
	struct board_message message = {.kind = BOARD_CALL, .word = "LOKET"};
	char line[64];
	struct board_worker *worker =
		board_worker_start(argc > 1 ? argv[1] : "frame+serial:auto", NULL, say, NULL);

	while (worker && fgets(line, sizeof(line), stdin)) {
		if (sscanf(line, "call %15s %d", message.ticket, &message.counter) == 2) {
			board_worker_show(worker, &message);
		}
	}
	board_worker_stop(worker);
	return worker && usb_count_is_even() ? 0 : 1;
}
