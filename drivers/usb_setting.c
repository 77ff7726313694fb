#include "drivers/usb_setting.h"

enum {
	CLASS_PRINTER = 7,
	SUBCLASS_PRINTER = 1,
	CLASS_VENDOR = 0xff,
	PROTOCOL_ONE_WAY = 1,
	PROTOCOL_TWO_WAY = 2,
	TYPE_BULK = 2,
};

/* A bulk endpoint that can exist: a number from 1 to 15, no reserved bit, room for a byte. */
static bool is_usable(const struct usb_endpoint *endpoint)
{
	return (endpoint->attributes & 3) == TYPE_BULK && (endpoint->address & 0x0f) != 0 &&
	       (endpoint->address & 0x70) == 0 && endpoint->packet > 0;
}

/* Takes the first endpoint of each direction; false without one to write to. */
static bool take(const struct usb_setting *setting, struct usb_choice *out_choice)
{
	size_t count = setting->count < USB_ENDPOINTS_MAX ? setting->count : USB_ENDPOINTS_MAX;

	*out_choice = (struct usb_choice){
		.interface = setting->interface, .alternate = setting->alternate};
	for (size_t i = 0; i < count; i++) {
		const struct usb_endpoint *endpoint = &setting->endpoints[i];
		if (!is_usable(endpoint)) {
			continue;
		}
		if (endpoint->address & 0x80) {
			out_choice->in = out_choice->in ? out_choice->in : endpoint->address;
		} else {
			out_choice->out = out_choice->out ? out_choice->out : endpoint->address;
		}
	}
	return out_choice->out != 0;
}

static bool is_printer(const struct usb_setting *setting, int protocol)
{
	return setting->class_code == CLASS_PRINTER && setting->subclass == SUBCLASS_PRINTER &&
	       setting->protocol == protocol;
}

bool usb_setting_choose(const struct usb_setting *settings, size_t count, bool vendor_class,
	struct usb_choice *out_choice)
{
	static const int protocols[] = {PROTOCOL_TWO_WAY, PROTOCOL_ONE_WAY};

	for (size_t k = 0; k < sizeof(protocols) / sizeof(*protocols); k++) {
		for (size_t i = 0; i < count; i++) {
			if (is_printer(&settings[i], protocols[k]) &&
				take(&settings[i], out_choice)) {
				return true;
			}
		}
	}
	for (size_t i = 0; vendor_class && i < count; i++) {
		if (settings[i].class_code == CLASS_VENDOR && take(&settings[i], out_choice)) {
			return true;
		}
	}
	*out_choice = (struct usb_choice){0};
	return false;
}
