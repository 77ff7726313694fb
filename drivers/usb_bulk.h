#ifndef DRIVERS_USB_BULK_H
#define DRIVERS_USB_BULK_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The bulk endpoints and the vendor's control requests of a USB device's first interface: what
 * boards and USB-serial bridges need. Printers have usb.h. A device belongs to one thread.
 */
struct usb_bulk;

struct usb_bulk_name {
	int vendor, product;
};

/* A control request, to the device or from it. */
enum { USB_REQUEST_DATA = 16 };
struct usb_request {
	uint8_t type; /* bmRequestType; bit 7 = the device answers */
	uint8_t request;
	uint16_t value, index;
	uint8_t size; /* of the data stage */
	uint8_t data[USB_REQUEST_DATA];
};

/*
 * Opens and claims the first device that is one of `names` and, unless `number` is "", has that
 * serial number; *out_which is the place of its name. The kernel's driver is detached only where it
 * is active, and attached again by usb_bulk_close. DEVICE_MISSING, DEVICE_DENIED, DEVICE_HELD or
 * DEVICE_FAILED leave *out_bulk NULL. A device without a bulk OUT endpoint is passed over.
 */
enum result usb_bulk_open(const struct usb_bulk_name *names, size_t count, const char *number,
	struct usb_bulk **out_bulk, size_t *out_which);
/* NULL is fine. */
void usb_bulk_close(struct usb_bulk *bulk);

/* Whether it has a bulk IN endpoint, and the bytes of one packet of it (8 to 512). */
bool usb_bulk_is_two_way(const struct usb_bulk *bulk);
size_t usb_bulk_packet(const struct usb_bulk *bulk);

/* Half a second at most. DEVICE_STOPPED: the device does not know the request. */
enum result usb_bulk_control(struct usb_bulk *bulk, struct usb_request *request);

/* As usb_write and usb_read of usb.h. */
enum result usb_bulk_write(struct usb_bulk *bulk, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written);
enum result usb_bulk_read(
	struct usb_bulk *bulk, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read);

/* Whether it is still there, as usb_handle_check. */
enum result usb_bulk_check(struct usb_bulk *bulk);

#endif
