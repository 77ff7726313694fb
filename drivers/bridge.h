#ifndef DRIVERS_BRIDGE_H
#define DRIVERS_BRIDGE_H

#include "drivers/serial.h"
#include "drivers/usb_bulk.h"

/*
 * USB-serial bridges as pure functions: what is asked of the chip to open its port in a format, and
 * to close it, as lists of control requests. The numbers are those that Debian 6.1's kernel drivers
 * send, captured on a virtual bus; they are facts, no code of those drivers is here.
 */
enum { BRIDGE_REQUESTS = 24, BRIDGE_NAMES = 3 };

struct bridge_list {
	struct usb_request requests[BRIDGE_REQUESTS];
	size_t count;
};

struct bridge {
	const char *name;                       /* "FTDI" */
	struct usb_bulk_name usb[BRIDGE_NAMES]; /* chips with one port; 0000:0000 = no more */
	size_t header; /* bytes of status at the beginning of each packet that comes in */
	/* Reset, speed, bits, no flow control, and DTR and RTS on: a board is powered by them now
	 * and then. `format` is one of serial_speeds. */
	void (*open)(const struct serial_format *format, struct bridge_list *out_list);
	void (*close)(struct bridge_list *out_list);
};

enum { BRIDGES = 4 };
/* FTDI FT232 and FT-X, WCH CH340 and CH341, Silicon Labs CP210x, Prolific PL2303 (the classic
 * ones).
 */
extern const struct bridge *const bridges[BRIDGES];

/* The bridge that a device with these numbers is; NULL for any other device. */
const struct bridge *bridge_find(int vendor, int product);

/* The numbers of all bridges, one after the other; NULL past the last. At most BRIDGES *
 * BRIDGE_NAMES. */
const struct usb_bulk_name *bridge_name_at(size_t index);

/*
 * Takes the status bytes out of what one read gave: the first `header` of each `packet` bytes.
 * Works in place; returns how many bytes of data are left.
 */
size_t bridge_strip(uint8_t *data, size_t size, size_t packet, size_t header);

/* ---- for the files of the bridges ---- */

extern const struct bridge bridge_ftdi, bridge_ch340, bridge_cp210x, bridge_pl2303;

/* Appends a request without data (0x40, 0x41) or with `size` bytes of it. */
void bridge_add(struct bridge_list *list, uint8_t type, uint8_t request, uint16_t value,
	uint16_t index, const uint8_t *data, uint8_t size);

/* Appends a request that the device answers with `size` bytes. */
void bridge_ask(struct bridge_list *list, uint8_t request, uint16_t value, uint8_t size);

/* `value` as four bytes, the lowest first. */
void bridge_put_32(uint8_t *bytes, uint32_t value);

#endif
