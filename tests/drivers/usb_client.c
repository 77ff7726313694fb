#include "drivers/worker.h"
#include "tests/drivers/test_slip.h"
#include "tests/drivers/usb_count.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * usb_client URI: a worker on a pipe. "print ID SEED" on standard input starts a slip; every
 * message is a line on standard output: "state REASON answers NAME PROFILE", "done ID REASON
 * sent|unsent confirmed|unconfirmed". Ends with its input; 0 when all was given back to libusb.
 */

static void say(void *context, struct worker_message *message)
{
	(void)context;
	if (message->kind == WORKER_STATE) {
		printf("state %s %s %s [%s]\n", result_key(message->status.reason),
			message->status.answers ? "answers" : "silent",
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

int main(int argc, char **argv)
{
	char line[64];
	struct worker *worker = worker_start(argc > 1 ? argv[1] : "usb:auto", NULL, say, NULL);

	while (worker && fgets(line, sizeof(line), stdin)) {
		struct escpos_bytes bytes;
		long long id;
		int seed;
		if (sscanf(line, "print %lld %d", &id, &seed) != 2) {
			continue;
		}
		test_slip_make(seed, &bytes);
		struct printer_slip slip = {
			.bytes = bytes.data, .size = bytes.size, .name = "test"};
		if (!worker_print(worker, id, &slip)) {
			printf("busy %lld\n", id);
			fflush(stdout);
		}
		escpos_finish(&bytes);
	}
	worker_stop(worker);
	return worker && usb_count_is_even() ? 0 : 1;
}
