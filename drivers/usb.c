#include "drivers/usb.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "drivers/usb_handle.h"
#include "drivers/usb_quirks.h"

#include <libusb.h>

#include <stdlib.h>
#include <string.h>

enum { CLOSE_MS = 1000 };

struct usb_port {
	libusb_context *context;
	struct usb_handle handle;
	struct usb_identity identity;
	struct usb_choice at;
	unsigned quirks;
	int64_t written_at; /* clock_ticks_ms of the last byte; 0 = none */
};

struct usb_watch {
	libusb_context *context;
	bool changed;
};

static bool find_interface(struct usb_port *port, libusb_device *device, bool vendor_class)
{
	struct usb_setting settings[USB_SETTINGS_MAX];
	size_t count = usb_handle_settings(device, settings, USB_SETTINGS_MAX);
	bool found = usb_setting_choose(settings, count, vendor_class, &port->at);

	port->handle.interface = port->at.interface;
	return found;
}

static void read_serial(struct usb_port *port, uint8_t index)
{
	unsigned char text[USB_SERIAL_SIZE];
	int length = index == 0 ? 0
				: libusb_get_string_descriptor_ascii(
					  port->handle.device, index, text, sizeof(text));

	port->identity.serial[0] = '\0';
	for (int i = 0; i < length && i < USB_SERIAL_SIZE - 1; i++) {
		bool printable = text[i] >= 0x20 && text[i] < 0x7f;
		port->identity.serial[i] = printable ? (char)text[i] : '?';
		port->identity.serial[i + 1] = '\0';
	}
}

/* SOFT_RESET (USB Printer Class 1.1, §4.2.3). Before our first byte, not after our last as CUPS
 * does: it clears as much, and cannot throw away the end of a slip. */
static void reset(struct usb_port *port)
{
	/* By the standard to the interface; devices of version 1.0 want it to "other". */
	static const uint8_t recipients[] = {LIBUSB_RECIPIENT_INTERFACE, LIBUSB_RECIPIENT_OTHER};
	int error = LIBUSB_ERROR_OTHER;

	for (size_t i = 0; i < sizeof(recipients) && error < 0; i++) {
		error = libusb_control_transfer(port->handle.device,
			(uint8_t)(LIBUSB_REQUEST_TYPE_CLASS | recipients[i]), 2, 0,
			port->at.interface, NULL, 0, USB_CONTROL_MS);
	}
	if (error < 0) {
		log_warn("usb", "no soft reset: %s", libusb_error_name(error));
	}
}

static enum result claim(struct usb_port *port)
{
	enum result result = usb_handle_claim(&port->handle);
	int error = 0;

	if (result != RESULT_OK) {
		return result;
	}
	if (port->at.alternate != 0) {
		error = libusb_set_interface_alt_setting(
			port->handle.device, port->at.interface, port->at.alternate);
	}
	if (error == 0 && (port->quirks & USB_SOFT_RESET)) {
		reset(port);
	}
	return usb_handle_result(error);
}

static void release(struct usb_port *port)
{
	usb_handle_close(&port->handle, !(port->quirks & USB_NO_REATTACH));
}

/*
 * Opens `device`, which has the numbers that are wanted, if it is the printer that is. The id is
 * asked for before the claim: the kernel lets that one request through, so that a printer which is
 * not ours stays with its driver.
 */
static enum result open_numbered(struct usb_port *port, libusb_device *device,
	const struct libusb_device_descriptor *descriptor, const struct usb_address *address)
{
	bool any = address->vendor == USB_ANY;
	bool known = (port->quirks & USB_RECEIPT) != 0;
	enum result result = usb_handle_open(&port->handle, device);

	if (result != RESULT_OK) {
		return !any || known ? result : RESULT_DEVICE_UNKNOWN;
	}
	usb_handle_ask_id(&port->handle, &port->at, port->identity.id, sizeof(port->identity.id));
	read_serial(port, descriptor->iSerialNumber);
	bool wanted = any ? known || device_id_is_escpos(port->identity.id)
			  : address->serial[0] == '\0' ||
				      strcmp(address->serial, port->identity.serial) == 0;
	result = wanted ? claim(port) : RESULT_DEVICE_UNKNOWN;
	if (result != RESULT_OK) {
		release(port);
	}
	return result;
}

/* Opens `device` if it is a printer that is wanted; DEVICE_UNKNOWN when it is not. */
static enum result open_device(
	struct usb_port *port, libusb_device *device, const struct usb_address *address)
{
	struct libusb_device_descriptor descriptor;
	bool any = address->vendor == USB_ANY;

	if (libusb_get_device_descriptor(device, &descriptor) != 0 ||
		(!any && (descriptor.idVendor != address->vendor ||
				 descriptor.idProduct != address->product))) {
		return RESULT_DEVICE_UNKNOWN;
	}
	port->quirks = usb_quirks_find(descriptor.idVendor, descriptor.idProduct);
	if (!find_interface(port, device, !any || (port->quirks & USB_VENDOR_CLASS))) {
		return RESULT_DEVICE_UNKNOWN;
	}
	port->identity.vendor = descriptor.idVendor;
	port->identity.product = descriptor.idProduct;
	port->identity.two_way = port->at.in != 0 && !(port->quirks & USB_ONE_WAY);
	return open_numbered(port, device, &descriptor, address);
}

/* Tries one after the other. Of several reasons, one that waits for another program is told first:
 * it passes. */
static enum result open_first(struct usb_port *port, const struct usb_address *address)
{
	enum result best = RESULT_DEVICE_MISSING;
	libusb_device **devices;
	ssize_t count = libusb_get_device_list(port->context, &devices);

	for (ssize_t i = 0; i < count && best != RESULT_OK; i++) {
		enum result result = open_device(port, devices[i], address);
		if (result == RESULT_OK ||
			(result != RESULT_DEVICE_UNKNOWN && best != RESULT_DEVICE_HELD)) {
			best = result;
		}
	}
	if (count >= 0) {
		libusb_free_device_list(devices, 1);
	}
	return best;
}

enum result usb_open(const struct usb_address *address, struct usb_port **out_port)
{
	struct usb_port *port = memory_zeroed(1, sizeof(*port));
	enum result result;

	*out_port = NULL;
	if (libusb_init(&port->context) != 0) {
		log_error("usb", "libusb cannot start");
		free(port);
		return RESULT_DEVICE_FAILED;
	}
	result = open_first(port, address);
	if (result != RESULT_OK) {
		libusb_exit(port->context);
		free(port);
		return result;
	}
	*out_port = port;
	return RESULT_OK;
}

void usb_close(struct usb_port *port)
{
	if (!port) {
		return;
	}
	int64_t left = port->written_at + CLOSE_MS - clock_ticks_ms();
	if ((port->quirks & USB_DELAY_CLOSE) && port->written_at > 0 && left > 0) {
		poll(NULL, 0, (int)left);
	}
	release(port);
	libusb_exit(port->context);
	free(port);
}

const struct usb_identity *usb_get_identity(const struct usb_port *port)
{
	return &port->identity;
}

enum result usb_write(struct usb_port *port, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written)
{
	enum result result =
		usb_handle_send(&port->handle, port->at.out, data, size, timeout_ms, out_written);

	if (*out_written > 0) {
		port->written_at = clock_ticks_ms();
	}
	return result;
}

enum result usb_read(
	struct usb_port *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	*out_read = 0;
	return port->identity.two_way ? usb_handle_receive(&port->handle, port->at.in, out_data,
						size, timeout_ms, out_read)
				      : RESULT_DEVICE_TIMEOUT;
}

enum result usb_get_port_status(struct usb_port *port, uint8_t *out_status)
{
	int size = libusb_control_transfer(port->handle.device,
		LIBUSB_ENDPOINT_IN | LIBUSB_REQUEST_TYPE_CLASS | LIBUSB_RECIPIENT_INTERFACE, 1, 0,
		(uint16_t)port->at.interface, out_status, 1, USB_CONTROL_MS / 2);

	if (size == 1) {
		return RESULT_OK;
	}
	return size < 0 ? usb_handle_result(size) : RESULT_DEVICE_FAILED;
}

static int LIBUSB_CALL on_hotplug(
	libusb_context *context, libusb_device *device, libusb_hotplug_event event, void *data)
{
	struct usb_watch *watch = data;

	(void)context;
	(void)device;
	(void)event;
	watch->changed = true;
	return 0;
}

struct usb_watch *usb_watch_open(void)
{
	struct usb_watch *watch = memory_zeroed(1, sizeof(*watch));
	int events = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;

	if (libusb_init(&watch->context) != 0) {
		free(watch);
		return NULL;
	}
	if (libusb_hotplug_register_callback(watch->context, events, 0, LIBUSB_HOTPLUG_MATCH_ANY,
		    LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY, on_hotplug, watch,
		    NULL) != 0) {
		log_warn("usb", "no news of devices that come and go: looking from time to time");
		libusb_exit(watch->context);
		free(watch);
		return NULL;
	}
	return watch;
}

void usb_watch_close(struct usb_watch *watch)
{
	if (watch) {
		libusb_exit(watch->context);
		free(watch);
	}
}

size_t usb_watch_fds(struct usb_watch *watch, struct pollfd *out_fds, size_t room)
{
	const struct libusb_pollfd **fds = libusb_get_pollfds(watch->context);
	size_t count = 0;

	for (size_t i = 0; fds && fds[i] && count < room; i++) {
		out_fds[count++] = (struct pollfd){.fd = fds[i]->fd, .events = fds[i]->events};
	}
	libusb_free_pollfds(fds);
	return count;
}

bool usb_watch_read(struct usb_watch *watch)
{
	struct timeval at_once = {0, 0};
	bool changed;

	libusb_handle_events_timeout_completed(watch->context, &at_once, NULL);
	changed = watch->changed;
	watch->changed = false;
	return changed;
}
