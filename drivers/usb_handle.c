#include "drivers/usb_handle.h"

#include "app/base/log.h"
#include "drivers/device_id.h"

#include <libusb.h>

#include <poll.h>

enum result usb_handle_result(int error)
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

enum result usb_handle_open(struct usb_handle *handle, struct libusb_device *device)
{
	enum result result = usb_handle_result(libusb_open(device, &handle->device));

	if (result != RESULT_OK) {
		handle->device = NULL;
	}
	return result;
}

enum result usb_handle_claim(struct usb_handle *handle)
{
	int error;

	/* Only where a driver is bound: some systems answer the question with an error, and an
	 * automatic detach would then fail the claim (hardware.md §2). */
	if (libusb_kernel_driver_active(handle->device, handle->interface) == 1) {
		error = libusb_detach_kernel_driver(handle->device, handle->interface);
		if (error != 0) {
			return usb_handle_result(error);
		}
		handle->detached = true;
	}
	error = libusb_claim_interface(handle->device, handle->interface);
	handle->claimed = error == 0;
	return usb_handle_result(error);
}

void usb_handle_close(struct usb_handle *handle, bool give_back)
{
	if (handle->claimed) {
		libusb_release_interface(handle->device, handle->interface);
	}
	if (handle->detached && give_back) {
		libusb_attach_kernel_driver(handle->device, handle->interface);
	}
	if (handle->device) {
		libusb_close(handle->device);
	}
	handle->device = NULL;
	handle->claimed = false;
	handle->detached = false;
}

/* A descriptor that breaks off may announce endpoints that libusb has not found. */
static void copy_setting(
	const struct libusb_interface_descriptor *from, struct usb_setting *out_setting)
{
	*out_setting = (struct usb_setting){.interface = from->bInterfaceNumber,
		.alternate = from->bAlternateSetting,
		.class_code = from->bInterfaceClass,
		.subclass = from->bInterfaceSubClass,
		.protocol = from->bInterfaceProtocol};
	size_t count = from->endpoint ? from->bNumEndpoints : 0;
	for (; out_setting->count < count && out_setting->count < USB_ENDPOINTS_MAX;
		out_setting->count++) {
		const struct libusb_endpoint_descriptor *end = &from->endpoint[out_setting->count];
		out_setting->endpoints[out_setting->count] =
			(struct usb_endpoint){.address = end->bEndpointAddress,
				.attributes = end->bmAttributes,
				.packet = end->wMaxPacketSize};
	}
}

size_t usb_handle_settings(
	struct libusb_device *device, struct usb_setting *out_settings, size_t room)
{
	struct libusb_config_descriptor *config;
	size_t count = 0;

	if (libusb_get_active_config_descriptor(device, &config) != 0 &&
		libusb_get_config_descriptor(device, 0, &config) != 0) {
		return 0;
	}
	for (int i = 0; i < config->bNumInterfaces; i++) {
		const struct libusb_interface *interface = &config->interface[i];
		for (int k = 0; k < interface->num_altsetting && count < room; k++) {
			copy_setting(&interface->altsetting[k], &out_settings[count++]);
		}
	}
	libusb_free_config_descriptor(config);
	return count;
}

void usb_handle_ask_id(
	const struct usb_handle *handle, const struct usb_choice *at, char *out_id, size_t size)
{
	uint8_t answer[DEVICE_ID_SIZE];
	int length = libusb_control_transfer(handle->device,
		LIBUSB_ENDPOINT_IN | LIBUSB_REQUEST_TYPE_CLASS | LIBUSB_RECIPIENT_INTERFACE, 0, 0,
		(uint16_t)(at->interface << 8 | at->alternate), answer, sizeof(answer),
		USB_CONTROL_MS);

	device_id_read(answer, length > 0 ? (size_t)length : 0, out_id, size);
}

enum result usb_handle_check(const struct usb_handle *handle)
{
	uint8_t status[2];
	int length = libusb_control_transfer(handle->device, LIBUSB_ENDPOINT_IN,
		LIBUSB_REQUEST_GET_STATUS, 0, 0, status, sizeof(status), USB_CONTROL_MS);
	enum result result = length < 0 ? usb_handle_result(length) : RESULT_OK;

	/* One that is slow or refuses is there all the same. */
	return result == RESULT_DEVICE_STOPPED || result == RESULT_DEVICE_TIMEOUT ? RESULT_OK
										  : result;
}

enum { HUB_LOOKS = 25, HUB_LOOK_MS = 20 }; /* so long a hub is given to tell of an empty port */

/*
 * A device that is pulled out while it is spoken to fails with I/O errors until its hub, which is
 * asked every 256 ms (USB 2.0, §11.23.1), has told that it is gone.
 */
static enum result failed_or_missing(const struct usb_handle *handle, int error)
{
	enum result result;

	if (error != LIBUSB_ERROR_IO && error != LIBUSB_ERROR_OTHER) {
		return usb_handle_result(error);
	}
	result = usb_handle_check(handle);
	for (int i = 0; i < HUB_LOOKS && result == RESULT_DEVICE_FAILED; i++) {
		poll(NULL, 0, HUB_LOOK_MS);
		result = usb_handle_check(handle);
	}
	return result == RESULT_DEVICE_MISSING ? RESULT_DEVICE_MISSING : RESULT_DEVICE_FAILED;
}

static enum result transfer(const struct usb_handle *handle, uint8_t endpoint, uint8_t *data,
	size_t size, int timeout_ms, size_t *out_moved)
{
	int moved = 0;
	int length = size < INT16_MAX ? (int)size : INT16_MAX;
	int error = libusb_bulk_transfer(
		handle->device, endpoint, data, length, &moved, (unsigned)timeout_ms);

	*out_moved = (size_t)(moved > 0 ? moved : 0);
	if (error == LIBUSB_ERROR_PIPE) {
		int cleared = libusb_clear_halt(handle->device, endpoint);
		log_warn("usb", "endpoint %02x was halted", endpoint);
		return cleared == 0 ? RESULT_DEVICE_STOPPED : failed_or_missing(handle, cleared);
	}
	return error == 0 ? RESULT_OK : failed_or_missing(handle, error);
}

enum result usb_handle_send(const struct usb_handle *handle, uint8_t endpoint, const uint8_t *data,
	size_t size, int timeout_ms, size_t *out_moved)
{
	/* libusb takes one pointer for both directions; it only reads from this one. */
	union {
		const uint8_t *from;
		uint8_t *to;
	} bytes = {.from = data};

	return transfer(handle, endpoint, bytes.to, size, timeout_ms, out_moved);
}

enum result usb_handle_receive(const struct usb_handle *handle, uint8_t endpoint, uint8_t *out_data,
	size_t size, int timeout_ms, size_t *out_moved)
{
	enum result result = transfer(handle, endpoint, out_data, size, timeout_ms, out_moved);

	return *out_moved > 0 ? RESULT_OK : result == RESULT_OK ? RESULT_DEVICE_TIMEOUT : result;
}
