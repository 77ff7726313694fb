#include "drivers/usb.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <libusb.h>

#include <stdlib.h>
#include <string.h>

enum { CLASS_VENDOR = 0xff, PROTOCOL_ONE_WAY = 1, PROTOCOL_TWO_WAY = 2, CONTROL_MS = 500 };

/* Receipt printers by number. `vendor_class`: they show class FF instead of 7; `one_way`: their IN
 * endpoint must not be used (both from CUPS's quirks, hardware.md §6.2). */
static const struct known {
	int vendor, first, last;
	bool vendor_class, one_way;
} known_printers[] = {
	{0x04b8, 0x0202, 0x0202, true, false},  /* Epson UB-U05, TM-T70, TM-T88IV */
	{0x04b8, 0x0e00, 0x0eff, false, false}, /* Epson TM */
	{0x0416, 0x5011, 0x5011, false, false}, /* Zjiang POS-58, XP-58IIH */
	{0x0483, 0x5743, 0x5743, false, false}, /* POS-80xx */
	{0x0483, 0x5840, 0x5840, false, false}, /* MPT-II */
	{0x0483, 0x5720, 0x5720, false, false}, /* STM-based */
	{0x0483, 0x070b, 0x070b, false, false},
	{0x1fc9, 0x2016, 0x2016, false, false}, /* Xprinter */
	{0x0fe6, 0x811e, 0x811e, false, false}, {0x4b43, 0x3830, 0x3830, false, false}, /* Caysn */
	{0x2730, 0x2008, 0x2008, false, true}, /* Citizen CT-S4000 */
};

struct usb_port {
	libusb_context *context;
	libusb_device_handle *handle;
	struct usb_identity identity;
	int interface, alternate;
	unsigned char in, out; /* endpoint addresses; in = 0 when there is none */
	bool detached;         /* the kernel's driver, to be attached again */
	bool claimed;
};

struct usb_watch {
	libusb_context *context;
	bool changed;
};

static const struct known *find_known(int vendor, int product)
{
	for (size_t i = 0; i < sizeof(known_printers) / sizeof(*known_printers); i++) {
		const struct known *known = &known_printers[i];
		if (known->vendor == vendor && product >= known->first && product <= known->last) {
			return known;
		}
	}
	return NULL;
}

static enum result result_of(int error)
{
	switch (error) {
	case LIBUSB_SUCCESS: return RESULT_OK;
	case LIBUSB_ERROR_NO_DEVICE:
	case LIBUSB_ERROR_NOT_FOUND: return RESULT_DEVICE_MISSING;
	case LIBUSB_ERROR_ACCESS: return RESULT_DEVICE_DENIED;
	case LIBUSB_ERROR_BUSY: return RESULT_DEVICE_HELD;
	case LIBUSB_ERROR_TIMEOUT: return RESULT_DEVICE_TIMEOUT;
	case LIBUSB_ERROR_PIPE: return RESULT_DEVICE_STOPPED;
	default: return RESULT_DEVICE_FAILED;
	}
}

/* Takes the endpoints of one setting of an interface; false when it cannot be printed to. */
static bool take_endpoints(struct usb_port *port, const struct libusb_interface_descriptor *setting)
{
	port->in = 0;
	port->out = 0;
	for (int i = 0; i < setting->bNumEndpoints; i++) {
		const struct libusb_endpoint_descriptor *end = &setting->endpoint[i];
		if ((end->bmAttributes & 3) != LIBUSB_TRANSFER_TYPE_BULK) {
			continue;
		}
		if (end->bEndpointAddress & LIBUSB_ENDPOINT_IN) {
			port->in = port->in ? port->in : end->bEndpointAddress;
		} else {
			port->out = port->out ? port->out : end->bEndpointAddress;
		}
	}
	port->interface = setting->bInterfaceNumber;
	port->alternate = setting->bAlternateSetting;
	return port->out != 0;
}

static bool is_setting_wanted(
	const struct libusb_interface_descriptor *setting, int protocol, bool vendor_class)
{
	if (setting->bInterfaceClass == CLASS_VENDOR) {
		return vendor_class;
	}
	return setting->bInterfaceClass == LIBUSB_CLASS_PRINTER &&
	       setting->bInterfaceSubClass == 1 && setting->bInterfaceProtocol == protocol;
}

static bool find_setting(struct usb_port *port, const struct libusb_config_descriptor *config,
	int protocol, bool vendor_class)
{
	for (int i = 0; i < config->bNumInterfaces; i++) {
		for (int k = 0; k < config->interface[i].num_altsetting; k++) {
			const struct libusb_interface_descriptor *setting =
				&config->interface[i].altsetting[k];
			if (is_setting_wanted(setting, protocol, vendor_class) &&
				take_endpoints(port, setting)) {
				return true;
			}
		}
	}
	return false;
}

/* The two-way setting where there is one, else the one-way, else (by name or quirk) class FF. */
static bool find_interface(struct usb_port *port, libusb_device *device, bool vendor_class)
{
	struct libusb_config_descriptor *config;
	bool found;

	if (libusb_get_active_config_descriptor(device, &config) != 0 &&
		libusb_get_config_descriptor(device, 0, &config) != 0) {
		return false;
	}
	found = find_setting(port, config, PROTOCOL_TWO_WAY, false) ||
		find_setting(port, config, PROTOCOL_ONE_WAY, false) ||
		(vendor_class && find_setting(port, config, PROTOCOL_TWO_WAY, true));
	libusb_free_config_descriptor(config);
	return found;
}

static void ask_id(struct usb_port *port)
{
	uint8_t answer[DEVICE_ID_SIZE];
	int size = libusb_control_transfer(port->handle,
		LIBUSB_ENDPOINT_IN | LIBUSB_REQUEST_TYPE_CLASS | LIBUSB_RECIPIENT_INTERFACE, 0, 0,
		(uint16_t)(port->interface << 8 | port->alternate), answer, sizeof(answer),
		CONTROL_MS);

	device_id_read(
		answer, size > 0 ? (size_t)size : 0, port->identity.id, sizeof(port->identity.id));
}

static enum result claim(struct usb_port *port)
{
	int error;

	/* Only where a driver is bound: some systems answer the question with an error, and an
	 * automatic detach would then fail the claim (hardware.md §2). */
	if (libusb_kernel_driver_active(port->handle, port->interface) == 1) {
		error = libusb_detach_kernel_driver(port->handle, port->interface);
		if (error != 0) {
			return result_of(error);
		}
		port->detached = true;
	}
	error = libusb_claim_interface(port->handle, port->interface);
	if (error != 0) {
		return result_of(error);
	}
	port->claimed = true;
	if (port->alternate != 0) {
		error = libusb_set_interface_alt_setting(
			port->handle, port->interface, port->alternate);
	}
	return result_of(error);
}

static void release(struct usb_port *port)
{
	if (port->claimed) {
		libusb_release_interface(port->handle, port->interface);
	}
	if (port->detached) {
		libusb_attach_kernel_driver(port->handle, port->interface);
	}
	if (port->handle) {
		libusb_close(port->handle);
	}
	port->handle = NULL;
	port->claimed = false;
	port->detached = false;
}

/* Opens `device` if it is a printer that is wanted; DEVICE_UNKNOWN when it is not. */
static enum result open_device(
	struct usb_port *port, libusb_device *device, int vendor, int product)
{
	struct libusb_device_descriptor descriptor;
	enum result result;
	bool any = vendor == USB_ANY;

	if (libusb_get_device_descriptor(device, &descriptor) != 0 ||
		(!any && (descriptor.idVendor != vendor || descriptor.idProduct != product))) {
		return RESULT_DEVICE_UNKNOWN;
	}
	const struct known *known = find_known(descriptor.idVendor, descriptor.idProduct);
	if (!find_interface(port, device, !any || (known && known->vendor_class))) {
		return RESULT_DEVICE_UNKNOWN;
	}
	result = result_of(libusb_open(device, &port->handle));
	if (result != RESULT_OK) {
		port->handle = NULL;
		return !any || known ? result : RESULT_DEVICE_UNKNOWN;
	}
	/* The one request that the kernel lets through without a claim, so that a printer which is
	 * not ours stays with its driver. */
	ask_id(port);
	if (any && !known && !device_id_is_escpos(port->identity.id)) {
		release(port);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = claim(port);
	if (result != RESULT_OK) {
		release(port);
		return result;
	}
	port->identity.vendor = descriptor.idVendor;
	port->identity.product = descriptor.idProduct;
	port->identity.two_way = port->in != 0 && !(known && known->one_way);
	return RESULT_OK;
}

enum result usb_open(int vendor, int product, struct usb_port **out_port)
{
	struct usb_port *port = memory_zeroed(1, sizeof(*port));
	enum result best = RESULT_DEVICE_MISSING;
	libusb_device **devices;
	ssize_t count;

	*out_port = NULL;
	if (libusb_init(&port->context) != 0) {
		log_error("usb", "libusb cannot start");
		free(port);
		return RESULT_DEVICE_FAILED;
	}
	count = libusb_get_device_list(port->context, &devices);
	for (ssize_t i = 0; i < count; i++) {
		enum result result = open_device(port, devices[i], vendor, product);
		if (result != RESULT_DEVICE_UNKNOWN) {
			best = result;
		}
		if (result == RESULT_OK) {
			break;
		}
	}
	if (count >= 0) {
		libusb_free_device_list(devices, 1);
	}
	if (best != RESULT_OK) {
		libusb_exit(port->context);
		free(port);
		return best;
	}
	*out_port = port;
	return RESULT_OK;
}

void usb_close(struct usb_port *port)
{
	if (port) {
		release(port);
		libusb_exit(port->context);
		free(port);
	}
}

const struct usb_identity *usb_get_identity(const struct usb_port *port)
{
	return &port->identity;
}

/* A device that is pulled out while it is spoken to answers with an I/O error first. */
static enum result failed_or_missing(struct usb_port *port, int error)
{
	uint8_t status;

	if (error != LIBUSB_ERROR_IO && error != LIBUSB_ERROR_OTHER) {
		return result_of(error);
	}
	return usb_get_port_status(port, &status) == RESULT_DEVICE_MISSING ? RESULT_DEVICE_MISSING
									   : RESULT_DEVICE_FAILED;
}

static enum result transfer(struct usb_port *port, unsigned char endpoint, uint8_t *data,
	size_t size, int timeout_ms, size_t *out_moved)
{
	int moved = 0;
	int length = size < INT16_MAX ? (int)size : INT16_MAX;
	int error = libusb_bulk_transfer(
		port->handle, endpoint, data, length, &moved, (unsigned)timeout_ms);

	*out_moved = (size_t)(moved > 0 ? moved : 0);
	if (error == LIBUSB_ERROR_PIPE) {
		int cleared = libusb_clear_halt(port->handle, endpoint);
		log_warn("usb", "endpoint %02x was halted", endpoint);
		return cleared == 0 ? RESULT_DEVICE_STOPPED : failed_or_missing(port, cleared);
	}
	return error == 0 ? RESULT_OK : failed_or_missing(port, error);
}

enum result usb_write(struct usb_port *port, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written)
{
	/* libusb takes one pointer for both directions; it only reads from this one. */
	union {
		const uint8_t *from;
		uint8_t *to;
	} bytes = {.from = data};

	return transfer(port, port->out, bytes.to, size, timeout_ms, out_written);
}

enum result usb_read(
	struct usb_port *port, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	enum result result;

	*out_read = 0;
	if (!port->identity.two_way) {
		return RESULT_DEVICE_TIMEOUT;
	}
	result = transfer(port, port->in, out_data, size, timeout_ms, out_read);
	return *out_read > 0 ? RESULT_OK : result == RESULT_OK ? RESULT_DEVICE_TIMEOUT : result;
}

enum result usb_get_port_status(struct usb_port *port, uint8_t *out_status)
{
	int size = libusb_control_transfer(port->handle,
		LIBUSB_ENDPOINT_IN | LIBUSB_REQUEST_TYPE_CLASS | LIBUSB_RECIPIENT_INTERFACE, 1, 0,
		(uint16_t)port->interface, out_status, 1, CONTROL_MS / 2);

	if (size == 1) {
		return RESULT_OK;
	}
	return size < 0 ? result_of(size) : RESULT_DEVICE_FAILED;
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
