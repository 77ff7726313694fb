#ifndef DRIVERS_USB_ADDRESS_H
#define DRIVERS_USB_ADDRESS_H

#include <stdbool.h>

/* Any receipt printer, instead of a vendor and product. */
enum { USB_ANY = -1, USB_SERIAL_SIZE = 128 };

/* Which device is meant. */
struct usb_address {
	int vendor, product;          /* USB_ANY for both, or both given */
	char serial[USB_SERIAL_SIZE]; /* "" = whichever is free */
};

/*
 * Reads "auto", "VVVV:PPPP" (hexadecimal) or "VVVV:PPPP:SERIAL", where SERIAL is the rest, as the
 * device tells it, in printable ASCII. False when it is none of them.
 */
bool usb_address_read(const char *text, struct usb_address *out_address);

#endif
