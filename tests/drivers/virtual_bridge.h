#ifndef TESTS_DRIVERS_VIRTUAL_BRIDGE_H
#define TESTS_DRIVERS_VIRTUAL_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A USB-serial bridge with a display board behind it, or a board that is a USB device itself, made
 * of nothing but umockdev, for real libusb in another process: descriptors in a mock sysfs, usbfs
 * answered request by request. The board answers the frames of the open frame (board_frame.h).
 */
struct virtual_bridge_model {
	int vendor, product;
	uint8_t out, in;     /* endpoint addresses; 0 = there is none */
	uint8_t interrupt;   /* an interrupt endpoint before the others; 0 = none */
	uint16_t packet;     /* as the descriptors have it */
	uint8_t cut;         /* bytes that its configuration lacks at the end */
	bool ftdi;           /* two bytes of status before what comes in, also when it is nothing */
	bool kernel_driver;  /* one is bound when it is plugged in */
	bool held;           /* another program has the interface */
	bool refuses_asking; /* stalls questions to the chip, as clones do */
	bool refuses_setting; /* stalls whatever else the chip is told */
};

/* What may be set while it runs, and what there is to be seen. */
struct virtual_bridge_state {
	bool refuses;      /* takes no more bytes (NAK) */
	bool deaf;         /* the board answers no more */
	long halt_after;   /* bytes after which its endpoint halts once; -1 = never */
	long unplug_after; /* … after which it is pulled out */
	bool gone;
	int detaches, attaches, claims, releases, halts_cleared;
	bool kernel_driver;
	int shown; /* frames with a new number */
	int repeated;
	long lost; /* bytes that a CP210x had not sent yet at 9600 baud when it was told to purge */
};

struct virtual_bridge;

/* Plugs it in (on a new mock system, one at a time). */
struct virtual_bridge *virtual_bridge_create(const struct virtual_bridge_model *model);
void virtual_bridge_destroy(struct virtual_bridge *bridge);

/* Calls `change` with the state, safely beside a running client. */
void virtual_bridge_change(struct virtual_bridge *bridge,
	void (*change)(struct virtual_bridge_state *state, long value), long value);
struct virtual_bridge_state virtual_bridge_look(struct virtual_bridge *bridge);

/* The bytes that were taken; release with free(). It ends with a NUL that is not counted. */
char *virtual_bridge_taken(struct virtual_bridge *bridge, size_t *out_size);
/* What the chip was asked, "40 03 4138 0000; …", without the system's own; release with free(). */
char *virtual_bridge_asked(struct virtual_bridge *bridge);
/* Forgets both; the points "after" count from here. */
void virtual_bridge_forget(struct virtual_bridge *bridge);

void virtual_bridge_unplug(struct virtual_bridge *bridge);
void virtual_bridge_replug(struct virtual_bridge *bridge);

#endif
