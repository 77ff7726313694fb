#ifndef DRIVERS_USB_H
#define DRIVERS_USB_H

#include "app/base/result.h"
#include "drivers/device_id.h"
#include "drivers/usb_address.h"

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A printer's USB interface: class 7 (USB Printer Class 1.1), or one of the models that show the
 * vendor class instead. A port belongs to one thread.
 */
struct usb_port;

struct usb_identity {
	int vendor, product;
	bool two_way;                 /* it has a bulk IN endpoint that may be read */
	char serial[USB_SERIAL_SIZE]; /* "" when it has none or cannot be had */
	char id[DEVICE_ID_SIZE];      /* IEEE-1284 id, "" when it does not tell */
};

/*
 * Opens and claims the first printer that `address` fits and no other program holds; with USB_ANY
 * the first that is known to be a receipt printer or says that it speaks ESC/POS, so that an
 * office's A4 printer is left alone. The kernel's driver is detached only where it is active, and
 * attached again by usb_close unless usb_quirks.h knows better. DEVICE_HELD (all that fit belong to
 * other programs), DEVICE_DENIED (no right to the device), DEVICE_FAILED or DEVICE_MISSING leave
 * *out_port NULL.
 */
enum result usb_open(const struct usb_address *address, struct usb_port **out_port);
/* Lets go of the device; of a few models only a second after the last byte. */
void usb_close(struct usb_port *port);

const struct usb_identity *usb_get_identity(const struct usb_port *port);

/*
 * Sends up to `size` bytes; *out_written is how many the device took, also when the result is not
 * OK: DEVICE_TIMEOUT, DEVICE_MISSING (unplugged), DEVICE_STOPPED (the endpoint was halted and has
 * been cleared; go on after *out_written), DEVICE_FAILED.
 */
enum result usb_write(struct usb_port *port, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written);

/* Reads what is there, at most `size` bytes; DEVICE_TIMEOUT when nothing came. */
enum result usb_read(
	struct usb_port *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read);

/* GET_PORT_STATUS: bit 3 no error, bit 4 selected, bit 5 paper empty. */
enum result usb_get_port_status(struct usb_port *port, uint8_t *out_status);

/* News of devices that come and go; see printer_watch_open for its use. NULL = the system has none.
 */
struct usb_watch;
struct usb_watch *usb_watch_open(void);
void usb_watch_close(struct usb_watch *watch);
size_t usb_watch_fds(struct usb_watch *watch, struct pollfd *out_fds, size_t room);
bool usb_watch_read(struct usb_watch *watch);

#endif
