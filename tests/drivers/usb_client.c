#include "drivers/printer_worker.h"
#include "tests/drivers/test_slip.h"
#include "tests/drivers/usb_count.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * usb_client URI: a worker on a pipe. "print ID SEED" on standard input starts a slip; every
 * message is a line on standard output: "state REASON answers|low|silent PROFILE [NAME]" (low: the
 * roll ends soon), "done ID REASON sent|unsent confirmed|unconfirmed"; "can" is answered by what
 * the printer can tell: "can paper near_end cover cutter confirms". Ends with its input; 0 when all
 * was given back to libusb.
 */

static void say(void *context, struct printer_message *message)
{
	atomic_uint *can = context;

	*can = message->kind == PRINTER_STATE ? message->status.can : *can;
	if (message->kind == PRINTER_STATE) {
		printf("state %s %s %s [%s]\n", result_key(message->status.reason),
			message->status.near_end  ? "low"
			: message->status.answers ? "answers"
						  : "silent",
			message->profile ? message->profile->name : "-", message->name);
	} else {
		printf("done %lld %s %s %s\n", (long long)message->slip,
			result_key(message->outcome.reason),
			message->outcome.sent_any ? "sent" : "unsent",
			message->outcome.confirmed ? "confirmed" : "unconfirmed");
	}
	fflush(stdout);
	free(message);
}

static void say_can(unsigned can)
{
	printf("can%s%s%s%s%s\n", can & PRINTER_TELLS_PAPER ? " paper" : "",
		can & PRINTER_TELLS_NEAR_END ? " near_end" : "",
		can & PRINTER_TELLS_COVER ? " cover" : "",
		can & PRINTER_TELLS_CUTTER ? " cutter" : "",
		can & PRINTER_CONFIRMS ? " confirms" : "");
	fflush(stdout);
}

int main(int argc, char **argv)
{
	char line[64];
	atomic_uint can = 0;
	struct printer_worker *worker =
		printer_worker_start(argc > 1 ? argv[1] : "usb:auto", NULL, say, &can);

	while (worker && fgets(line, sizeof(line), stdin)) {
		struct escpos_bytes bytes;
		long long id;
		int seed;
		if (strcmp(line, "can\n") == 0) {
			say_can(can);
			continue;
		}
		if (sscanf(line, "print %lld %d", &id, &seed) != 2) {
			continue;
		}
		test_slip_make(seed, &bytes);
		struct printer_slip slip = {
			.bytes = bytes.data, .size = bytes.size, .name = "test"};
		if (!printer_worker_print(worker, id, &slip)) {
			printf("busy %lld\n", id);
			fflush(stdout);
		}
		escpos_finish(&bytes);
	}
	printer_worker_stop(worker);
	return worker && usb_count_is_even() ? 0 : 1;
}
