#include "drivers/usb_bulk.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <libusb.h>

#include <stdlib.h>
#include <string.h>

enum { CONTROL_MS = 500, PACKET_MIN = 8, PACKET_MAX = 512, PACKET_USUAL = 64 };

struct usb_bulk {
	libusb_context *context;
	libusb_device_handle *handle;
	int interface;
	unsigned char in, out; /* endpoint addresses; in = 0 when there is none */
	size_t packet;
	bool detached; /* the kernel's driver, to be attached again */
	bool claimed;
};

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

static void take_endpoint(struct usb_bulk *bulk, const struct libusb_endpoint_descriptor *end)
{
	size_t packet = end->wMaxPacketSize & 0x7ff;

	if ((end->bmAttributes & 3) != LIBUSB_TRANSFER_TYPE_BULK) {
		return;
	}
	if (!(end->bEndpointAddress & LIBUSB_ENDPOINT_IN)) {
		bulk->out = bulk->out ? bulk->out : end->bEndpointAddress;
	} else if (!bulk->in) {
		bulk->in = end->bEndpointAddress;
		bulk->packet = packet >= PACKET_MIN && packet <= PACKET_MAX ? packet : PACKET_USUAL;
	}
}

/* The first interface's endpoints; false when nothing can be sent to it. */
static bool find_endpoints(struct usb_bulk *bulk, libusb_device *device)
{
	struct libusb_config_descriptor *config;

	if (libusb_get_active_config_descriptor(device, &config) != 0 &&
		libusb_get_config_descriptor(device, 0, &config) != 0) {
		return false;
	}
	bulk->in = 0;
	bulk->out = 0;
	bulk->packet = PACKET_USUAL;
	if (config->bNumInterfaces > 0 && config->interface[0].num_altsetting > 0) {
		const struct libusb_interface_descriptor *first =
			&config->interface[0].altsetting[0];
		bulk->interface = first->bInterfaceNumber;
		/* A configuration that is cut short counts endpoints that are not there. */
		for (int i = 0; first->endpoint && i < first->bNumEndpoints; i++) {
			take_endpoint(bulk, &first->endpoint[i]);
		}
	}
	libusb_free_config_descriptor(config);
	return bulk->out != 0;
}

static enum result claim(struct usb_bulk *bulk)
{
	int error;

	/* Only where a driver is bound: some systems answer the question with an error, and an
	 * automatic detach would then fail the claim. */
	if (libusb_kernel_driver_active(bulk->handle, bulk->interface) == 1) {
		error = libusb_detach_kernel_driver(bulk->handle, bulk->interface);
		if (error != 0) {
			return result_of(error);
		}
		bulk->detached = true;
	}
	error = libusb_claim_interface(bulk->handle, bulk->interface);
	bulk->claimed = error == 0;
	return result_of(error);
}

static void release(struct usb_bulk *bulk)
{
	if (bulk->claimed) {
		libusb_release_interface(bulk->handle, bulk->interface);
	}
	if (bulk->detached) {
		libusb_attach_kernel_driver(bulk->handle, bulk->interface);
	}
	if (bulk->handle) {
		libusb_close(bulk->handle);
	}
	bulk->handle = NULL;
	bulk->claimed = false;
	bulk->detached = false;
}

static bool has_number(struct usb_bulk *bulk, uint8_t index, const char *number)
{
	unsigned char text[128] = "";
	int size = index ? libusb_get_string_descriptor_ascii(
				   bulk->handle, index, text, sizeof(text) - 1)
			 : 0;

	return size > 0 && strlen(number) == (size_t)size &&
	       memcmp(text, number, (size_t)size) == 0;
}

/* Opens `device` if it is wanted; DEVICE_UNKNOWN when it is not. */
static enum result open_device(struct usb_bulk *bulk, libusb_device *device,
	const struct usb_bulk_name *names, size_t count, const char *number, size_t *out_which)
{
	struct libusb_device_descriptor descriptor;
	enum result result;
	size_t which = 0;

	if (libusb_get_device_descriptor(device, &descriptor) != 0) {
		return RESULT_DEVICE_UNKNOWN;
	}
	while (which < count && (names[which].vendor != descriptor.idVendor ||
					names[which].product != descriptor.idProduct)) {
		which++;
	}
	if (which == count || !find_endpoints(bulk, device)) {
		return RESULT_DEVICE_UNKNOWN;
	}
	result = result_of(libusb_open(device, &bulk->handle));
	if (result != RESULT_OK) {
		bulk->handle = NULL;
		return result;
	}
	if (number[0] && !has_number(bulk, descriptor.iSerialNumber, number)) {
		release(bulk);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = claim(bulk);
	if (result != RESULT_OK) {
		release(bulk);
	}
	*out_which = which;
	return result;
}

enum result usb_bulk_open(const struct usb_bulk_name *names, size_t count, const char *number,
	struct usb_bulk **out_bulk, size_t *out_which)
{
	struct usb_bulk *bulk = memory_zeroed(1, sizeof(*bulk));
	enum result best = RESULT_DEVICE_MISSING;
	libusb_device **devices;
	ssize_t found;

	*out_bulk = NULL;
	if (libusb_init(&bulk->context) != 0) {
		log_error("usb", "libusb cannot start");
		free(bulk);
		return RESULT_DEVICE_FAILED;
	}
	found = libusb_get_device_list(bulk->context, &devices);
	for (ssize_t i = 0; i < found && best != RESULT_OK; i++) {
		enum result result = open_device(bulk, devices[i], names, count, number, out_which);
		best = result != RESULT_DEVICE_UNKNOWN ? result : best;
	}
	if (found >= 0) {
		libusb_free_device_list(devices, 1);
	}
	if (best != RESULT_OK) {
		libusb_exit(bulk->context);
		free(bulk);
		return best;
	}
	*out_bulk = bulk;
	return RESULT_OK;
}

void usb_bulk_close(struct usb_bulk *bulk)
{
	if (bulk) {
		release(bulk);
		libusb_exit(bulk->context);
		free(bulk);
	}
}

bool usb_bulk_is_two_way(const struct usb_bulk *bulk)
{
	return bulk->in != 0;
}

size_t usb_bulk_packet(const struct usb_bulk *bulk)
{
	return bulk->packet;
}

enum result usb_bulk_control(struct usb_bulk *bulk, struct usb_request *request)
{
	int size = libusb_control_transfer(bulk->handle, request->type, request->request,
		request->value, request->index, request->data, request->size, CONTROL_MS);

	return size < 0 ? result_of(size) : RESULT_OK;
}

enum result usb_bulk_check(struct usb_bulk *bulk)
{
	enum { GET_STATUS = 0 };
	struct usb_request request = {.type = LIBUSB_ENDPOINT_IN, .request = GET_STATUS, .size = 2};
	enum result result = usb_bulk_control(bulk, &request);

	/* One that is slow or refuses is there all the same. */
	return result == RESULT_DEVICE_STOPPED || result == RESULT_DEVICE_TIMEOUT ? RESULT_OK
										  : result;
}

/* A device that is pulled out while it is spoken to answers with an I/O error first. */
static enum result failed_or_missing(struct usb_bulk *bulk, int error)
{
	if (error != LIBUSB_ERROR_IO && error != LIBUSB_ERROR_OTHER) {
		return result_of(error);
	}
	return usb_bulk_check(bulk) == RESULT_DEVICE_MISSING ? RESULT_DEVICE_MISSING
							     : RESULT_DEVICE_FAILED;
}

static enum result transfer(struct usb_bulk *bulk, unsigned char endpoint, uint8_t *data,
	size_t size, int timeout_ms, size_t *out_moved)
{
	int moved = 0;
	int length = size < INT16_MAX ? (int)size : INT16_MAX;
	int error = libusb_bulk_transfer(
		bulk->handle, endpoint, data, length, &moved, (unsigned)timeout_ms);

	*out_moved = (size_t)(moved > 0 ? moved : 0);
	if (error == LIBUSB_ERROR_PIPE) {
		int cleared = libusb_clear_halt(bulk->handle, endpoint);
		log_warn("usb", "endpoint %02x was halted", endpoint);
		return cleared == 0 ? RESULT_DEVICE_STOPPED : failed_or_missing(bulk, cleared);
	}
	return error == 0 ? RESULT_OK : failed_or_missing(bulk, error);
}

enum result usb_bulk_write(struct usb_bulk *bulk, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written)
{
	/* libusb takes one pointer for both directions; it only reads from this one. */
	union {
		const uint8_t *from;
		uint8_t *to;
	} bytes = {.from = data};

	return transfer(bulk, bulk->out, bytes.to, size, timeout_ms, out_written);
}

enum result usb_bulk_read(
	struct usb_bulk *bulk, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	enum result result;

	*out_read = 0;
	if (!bulk->in) {
		return RESULT_DEVICE_TIMEOUT;
	}
	result = transfer(bulk, bulk->in, out_data, size, timeout_ms, out_read);
	return *out_read > 0 ? RESULT_OK : result == RESULT_OK ? RESULT_DEVICE_TIMEOUT : result;
}
