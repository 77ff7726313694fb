#include "drivers/bridge.h"

#include <assert.h>
#include <string.h>

enum { FROM_DEVICE = 0xc0 };

const struct bridge *const bridges[BRIDGES] = {
	&bridge_ftdi,
	&bridge_ch340,
	&bridge_cp210x,
	&bridge_pl2303,
};

const struct usb_bulk_name *bridge_name_at(size_t index)
{
	for (size_t i = 0; i < BRIDGES; i++) {
		for (size_t k = 0; k < BRIDGE_NAMES && bridges[i]->usb[k].vendor != 0; k++) {
			if (index-- == 0) {
				return &bridges[i]->usb[k];
			}
		}
	}
	return NULL;
}

const struct bridge *bridge_find(int vendor, int product)
{
	for (size_t i = 0; i < BRIDGES; i++) {
		for (size_t k = 0; k < BRIDGE_NAMES && bridges[i]->usb[k].vendor != 0; k++) {
			const struct usb_bulk_name *name = &bridges[i]->usb[k];
			if (name->vendor == vendor && name->product == product) {
				return bridges[i];
			}
		}
	}
	return NULL;
}

size_t bridge_strip(uint8_t *data, size_t size, size_t packet, size_t header)
{
	size_t kept = 0;

	for (size_t at = 0; at < size; at += packet) {
		size_t end = at + packet < size ? at + packet : size;
		size_t from = at + header < end ? at + header : end;
		memmove(data + kept, data + from, end - from);
		kept += end - from;
	}
	return kept;
}

void bridge_add(struct bridge_list *list, uint8_t type, uint8_t request, uint16_t value,
	uint16_t index, const uint8_t *data, uint8_t size)
{
	assert(list->count < BRIDGE_REQUESTS && size <= USB_REQUEST_DATA);
	struct usb_request *added = &list->requests[list->count++];
	*added = (struct usb_request){
		.type = type, .request = request, .value = value, .index = index, .size = size};
	if (data) {
		memcpy(added->data, data, size);
	}
}

void bridge_ask(struct bridge_list *list, uint8_t request, uint16_t value, uint8_t size)
{
	bridge_add(list, FROM_DEVICE, request, value, 0, NULL, size);
}

void bridge_put_32(uint8_t *bytes, uint32_t value)
{
	for (int i = 0; i < 4; i++) {
		bytes[i] = (uint8_t)(value >> (8 * i) & 0xff);
	}
}
