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
 * the printer can tell: "can paper near_end cover cutter confirms", and a state that tells nothing
 * else of news is no line. Ends with its input; 0 when all was given back to libusb.
 */

/* What has been told of the printer; the worker's thread writes it. */
struct told {
	atomic_uint can;
	struct printer_status status;
};

static bool is_news_of_can_only(const struct told *told, const struct printer_status *status)
{
	return told->status.reason == status->reason && told->status.answers == status->answers &&
	       told->status.near_end == status->near_end && told->status.can != status->can;
}

static void say(void *context, struct printer_message *message)
{
	struct told *told = context;
	bool silent = message->kind == PRINTER_STATE && is_news_of_can_only(told, &message->status);

	if (message->kind == PRINTER_STATE) {
		told->status = message->status;
		told->can = message->status.can;
	}
	if (silent) {
		free(message);
		return;
	}
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
	struct told told = {.can = 0, .status = {.reason = RESULT_DEVICE_UNKNOWN}};
	const struct printer_wanted wanted = {.uri = argc > 1 ? argv[1] : "usb:auto"};
	struct printer_worker *worker = printer_worker_start(&wanted, say, &told);

	while (worker && fgets(line, sizeof(line), stdin)) {
		struct escpos_bytes bytes;
		long long id;
		int seed;
		if (strcmp(line, "can\n") == 0) {
			say_can(told.can);
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
