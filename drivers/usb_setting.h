#ifndef DRIVERS_USB_SETTING_H
#define DRIVERS_USB_SETTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Which interface of a device is its printer, as a pure function of what its configuration says
 * (USB 2.0, §9.6; USB Printer Class 1.1, §5). Nothing in it is believed: devices say wild things.
 */
enum { USB_SETTINGS_MAX = 32, USB_ENDPOINTS_MAX = 8 };

struct usb_endpoint {
	uint8_t address;    /* bit 7: to the host */
	uint8_t attributes; /* bits 0-1: 2 = bulk */
	uint16_t packet;    /* bytes */
};

/* One setting of one interface. */
struct usb_setting {
	uint8_t interface, alternate;
	uint8_t class_code, subclass, protocol;
	size_t count; /* of its endpoints; more than USB_ENDPOINTS_MAX are not looked at */
	struct usb_endpoint endpoints[USB_ENDPOINTS_MAX];
};

struct usb_choice {
	uint8_t interface, alternate;
	uint8_t in, out; /* endpoint addresses; in = 0 when there is none */
};

/*
 * The two-way setting where there is one, else the one-way, else, with `vendor_class`, one of class
 * FF. False when nothing of it can be printed to.
 */
bool usb_setting_choose(const struct usb_setting *settings, size_t count, bool vendor_class,
	struct usb_choice *out_choice);

#endif
