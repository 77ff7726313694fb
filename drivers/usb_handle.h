#ifndef DRIVERS_USB_HANDLE_H
#define DRIVERS_USB_HANDLE_H

#include "app/base/result.h"
#include "drivers/usb_setting.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What printers (usb.h), boards (usb_bulk.h) and the list of what is plugged in (usb_list.h) have
 * in common: a device of libusb that is opened, and one of its interfaces that is claimed. For
 * those files only. A handle belongs to one thread.
 */
struct libusb_context;
struct libusb_device;
struct libusb_device_handle;

enum { USB_CONTROL_MS = 500 }; /* what a device is given to answer a control request */

struct usb_handle {
	struct libusb_device_handle *device; /* NULL = not open */
	int interface;
	bool detached; /* the kernel's driver, to be attached again */
	bool claimed;
};

/* What an error of libusb says of a device; 0 is OK. */
enum result usb_handle_result(int error);

/* Opens `device`, which only opens its node; OK, DEVICE_DENIED, DEVICE_MISSING or DEVICE_FAILED. */
enum result usb_handle_open(struct usb_handle *handle, struct libusb_device *device);

/* Claims handle->interface, which takes it from the kernel's driver where one is bound. What was
 * taken before a failure is given back by usb_handle_close. */
enum result usb_handle_claim(struct usb_handle *handle);

/* Lets go of the interface, attaches the kernel's driver again if `give_back`, and closes. Nothing
 * happens to a handle that is not open. */
void usb_handle_close(struct usb_handle *handle, bool give_back);

/* The settings of the active configuration, or else of the first, at most `room` of them. */
size_t usb_handle_settings(
	struct libusb_device *device, struct usb_setting *out_settings, size_t room);

/* GET_DEVICE_ID of the printer class (§4.2.1), "" without an answer. The kernel lets it through
 * without a claim where the setting is of class 7; of another class it would claim by itself. */
void usb_handle_ask_id(
	const struct usb_handle *handle, const struct usb_choice *at, char *out_id, size_t size);

/* Whether it is still there: GET_STATUS (USB 2.0, §9.4.5), which every device answers. */
enum result usb_handle_check(const struct usb_handle *handle);

/*
 * Sends or takes up to `size` bytes; *out_moved is how many, also when the result is not OK:
 * DEVICE_TIMEOUT, DEVICE_MISSING (unplugged), DEVICE_STOPPED (the endpoint was halted and has been
 * cleared; go on after *out_moved), DEVICE_FAILED.
 */
enum result usb_handle_send(const struct usb_handle *handle, uint8_t endpoint, const uint8_t *data,
	size_t size, int timeout_ms, size_t *out_moved);
/* OK only with at least one byte; DEVICE_TIMEOUT when nothing came. */
enum result usb_handle_receive(const struct usb_handle *handle, uint8_t endpoint, uint8_t *out_data,
	size_t size, int timeout_ms, size_t *out_moved);

#endif
