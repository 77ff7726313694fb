#include "drivers/usb_bulk.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "drivers/usb_handle.h"

#include <libusb.h>

#include <stdlib.h>
#include <string.h>

enum { PACKET_MIN = 8, PACKET_MAX = 512, PACKET_USUAL = 64 };

struct usb_bulk {
	libusb_context *context;
	struct usb_handle handle;
	uint8_t in, out; /* endpoint addresses; in = 0 when there is none */
	size_t packet;
};

static void take_endpoint(struct usb_bulk *bulk, const struct usb_endpoint *end)
{
	size_t packet = end->packet & 0x7ff;

	if ((end->attributes & 3) != LIBUSB_TRANSFER_TYPE_BULK) {
		return;
	}
	if (!(end->address & LIBUSB_ENDPOINT_IN)) {
		bulk->out = bulk->out ? bulk->out : end->address;
	} else if (!bulk->in) {
		bulk->in = end->address;
		bulk->packet = packet >= PACKET_MIN && packet <= PACKET_MAX ? packet : PACKET_USUAL;
	}
}

/* The first interface's endpoints; false when nothing can be sent to it. */
static bool find_endpoints(struct usb_bulk *bulk, libusb_device *device)
{
	struct usb_setting first = {0};

	usb_handle_settings(device, &first, 1);
	bulk->in = 0;
	bulk->out = 0;
	bulk->packet = PACKET_USUAL;
	bulk->handle.interface = first.interface;
	for (size_t i = 0; i < first.count; i++) {
		take_endpoint(bulk, &first.endpoints[i]);
	}
	return bulk->out != 0;
}

static bool has_number(struct usb_bulk *bulk, uint8_t index, const char *number)
{
	unsigned char text[128] = "";
	int size = index ? libusb_get_string_descriptor_ascii(
				   bulk->handle.device, index, text, sizeof(text) - 1)
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
	result = usb_handle_open(&bulk->handle, device);
	if (result != RESULT_OK) {
		return result;
	}
	if (number[0] && !has_number(bulk, descriptor.iSerialNumber, number)) {
		usb_handle_close(&bulk->handle, true);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = usb_handle_claim(&bulk->handle);
	if (result != RESULT_OK) {
		usb_handle_close(&bulk->handle, true);
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
		usb_handle_close(&bulk->handle, true);
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
	int size = libusb_control_transfer(bulk->handle.device, request->type, request->request,
		request->value, request->index, request->data, request->size, USB_CONTROL_MS);

	return size < 0 ? usb_handle_result(size) : RESULT_OK;
}

enum result usb_bulk_check(struct usb_bulk *bulk)
{
	return usb_handle_check(&bulk->handle);
}

enum result usb_bulk_write(struct usb_bulk *bulk, const uint8_t *data, size_t size, int timeout_ms,
	size_t *out_written)
{
	return usb_handle_send(&bulk->handle, bulk->out, data, size, timeout_ms, out_written);
}

enum result usb_bulk_read(
	struct usb_bulk *bulk, uint8_t *out_data, size_t size, int timeout_ms, size_t *out_read)
{
	*out_read = 0;
	return bulk->in ? usb_handle_receive(
				  &bulk->handle, bulk->in, out_data, size, timeout_ms, out_read)
			: RESULT_DEVICE_TIMEOUT;
}
