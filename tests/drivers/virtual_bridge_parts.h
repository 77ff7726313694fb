#ifndef TESTS_DRIVERS_VIRTUAL_BRIDGE_PARTS_H
#define TESTS_DRIVERS_VIRTUAL_BRIDGE_PARTS_H

#include "tests/drivers/virtual_bridge.h"

#include <umockdev.h>

#include <pthread.h>

/* What the two files of the virtual bridge share. */

#define BRIDGE_SYS_PATH "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2"
#define BRIDGE_NODE_PATH "/dev/bus/usb/001/003"
#define BRIDGE_NUMBER "GLR0001" /* its serial number */

struct bridge_transfer {
	UMockdevIoctlData *urb, *buffer;
	bool done;
};

struct virtual_bridge {
	struct virtual_bridge_model model;
	UMockdevTestbed *testbed;
	UMockdevIoctlBase *handler;
	pthread_mutex_t lock; /* the handler runs on a thread of umockdev */
	struct virtual_bridge_state state;
	GArray *transfers; /* oldest first */
	GByteArray *taken, *answers;
	GString *asked, *line; /* line: of the frame that is coming */
	int last;              /* sequence number shown; -1 = none */
	int64_t sending_to_us; /* when all that was taken has left at 9600 baud */
	bool halted;
	int session; /* one more each time it is plugged in */
};

/* virtual_bridge_device.c: the device as umockdev_testbed_add_from_string wants it. */
GString *virtual_bridge_describe(const struct virtual_bridge_model *model);
/* A control request in `buffer`: 8 bytes of setup, then data. Returns the bytes of data that moved,
 * or -errno. */
int virtual_bridge_control(struct virtual_bridge *bridge, uint8_t *buffer);
/* Takes one byte that was sent to the board. */
void virtual_bridge_take(struct virtual_bridge *bridge, uint8_t byte);

#endif
