#ifndef TESTS_DRIVERS_VIRTUAL_PARTS_H
#define TESTS_DRIVERS_VIRTUAL_PARTS_H

#include "tests/drivers/virtual_printer.h"

#include <umockdev.h>

#include <pthread.h>

/* What the three files of the virtual printer share. */

struct transfer {
	UMockdevIoctlClient *client; /* who sent it and hears of it */
	UMockdevIoctlData *urb, *buffer;
	bool done;
};

/* Where the device stands in the stream of bytes it has been sent. */
struct interpreter {
	uint8_t command[8];
	size_t length;
	size_t dots;  /* of a raster band, still to come */
	size_t zeros; /* outside of commands, in a row */
};

struct virtual_printer {
	struct virtual_printer_model model;
	UMockdevTestbed *testbed;
	UMockdevIoctlBase *handler;
	char sys_path[96], node_path[48];
	pthread_mutex_t lock; /* the handler runs on a thread of umockdev */
	struct virtual_printer_state state;
	GArray *transfers; /* oldest first */
	GByteArray *answers, *taken;
	struct interpreter interpreter;
	int kept; /* answers to GS r that are kept back */
	bool halted;
	bool tells_changes;         /* GS a was obeyed */
	UMockdevIoctlClient *owner; /* whose claim it is; NULL = nobody's */
	int session;                /* one more each time it is plugged in */
};

/* virtual_board.c: takes one byte that was sent, obeys and answers. */
void virtual_board_take(struct virtual_printer *printer, uint8_t byte);
/* The state has changed: tells it by itself if it was asked to. */
void virtual_board_tell(struct virtual_printer *printer);
/* Whether the slip has come to the point `after` (-1 = never). */
bool virtual_board_is_due(const struct virtual_printer *printer, long after);

/* virtual_descriptor.c: the device as umockdev_testbed_add_from_string wants it. */
GString *virtual_descriptor_make(const struct virtual_printer *printer);
/* Answers a control request: eight bytes of set-up in `buffer`, then room for the answer. Returns
 * its length, or a negative errno. */
int virtual_descriptor_control(struct virtual_printer *printer, uint8_t *buffer);

#endif
