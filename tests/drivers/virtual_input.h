#ifndef TESTS_DRIVERS_VIRTUAL_INPUT_H
#define TESTS_DRIVERS_VIRTUAL_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Input devices for programs that run under umockdev: sysfs, a node with the ioctls of evdev, its
 * events, unplugging. What is plugged in is seen by this process and by those it starts.
 */
struct virtual_input;

struct virtual_input_model {
	int number; /* of /dev/input/event… */
	int vendor, product;
	const char *name;
	const char *keys; /* as in capabilities/key */
};

/* Plugs it in; `other` plugs it into the same machine as that one. NULL = the first. */
struct virtual_input *virtual_input_create(
	const struct virtual_input_model *model, struct virtual_input *other);
/* The machine goes with its first device, which is destroyed last. */
void virtual_input_destroy(struct virtual_input *input);

/* The mock system it is plugged into, for other kinds of devices (virtual_printer_create_on). */
void *virtual_input_testbed(struct virtual_input *input);

/* How often it was grabbed, and asked anything at all. */
int virtual_input_grabs(struct virtual_input *input);
int virtual_input_requests(struct virtual_input *input);

/* Another program holds it, or no more. */
void virtual_input_hold(struct virtual_input *input, bool held);

/* The node's rights, and a link in /dev/input/by-id. */
void virtual_input_set_mode(struct virtual_input *input, int mode);
void virtual_input_link(struct virtual_input *input, const char *name);

/* Keys pressed and released, codes of linux/input-event-codes.h, `gap_ms` apart on its clock. */
void virtual_input_press(
	struct virtual_input *input, const uint16_t *codes, size_t count, int gap_ms);

/* When it is plugged in again it has the next number, as on a machine that has kept the last. */
void virtual_input_unplug(struct virtual_input *input);
void virtual_input_replug(struct virtual_input *input);

#endif
