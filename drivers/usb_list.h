#ifndef DRIVERS_USB_LIST_H
#define DRIVERS_USB_LIST_H

#include "drivers/device_id.h"
#include "drivers/usb_address.h"
#include "drivers/usb_bulk.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The USB devices that could be ours, for who looks after a machine: nothing is claimed, detached
 * or set. What they are comes from their descriptors and from sysfs, where the kernel keeps their
 * strings; only a printer that nobody holds is opened, for its IEEE-1284 id.
 */
enum { USB_LIST_ROOM = 64, USB_TITLE_SIZE = 128, USB_NODE_SIZE = 32, USB_DRIVER_SIZE = 32 };

struct usb_found {
	int vendor, product;
	bool printer; /* an interface that can be printed to; else one of the names */
	char serial[USB_SERIAL_SIZE]; /* as usb_open compares it; "" when it has none */
	char title[USB_TITLE_SIZE];   /* its maker's and its own name, "" when it tells none */
	char id[DEVICE_ID_SIZE];      /* IEEE-1284, "" when it does not tell or was not asked */
	char node[USB_NODE_SIZE];     /* "/dev/bus/usb/001/002" */
	/* Of its interface: "usblp", "ftdi_sio"; "usbfs" is a program; "" is nobody. */
	char driver[USB_DRIVER_SIZE];
	bool held; /* a program has the interface, or the port that the kernel's driver makes of it
		    */
};

/*
 * The printers, and the devices with one of `names` that can be sent to (usb_bulk.h), by bus and
 * address; returns how many, at most `room`. 0 also without libusb, with one log line.
 */
size_t usb_list(
	const struct usb_bulk_name *names, size_t count, struct usb_found *out_found, size_t room);

/* ---- for usb_list.c and its test ---- */

/*
 * A string of a device as sysfs has it (UTF-8, and a line end), made into what libusb makes of the
 * string itself: what is not ASCII becomes '?', one for each unit of UTF-16.
 */
void usb_list_plain(const char *text, char *out_text, size_t size);

#endif
