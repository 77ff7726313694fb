#include "drivers/usb_address.h"

#include "app/base/text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* One to four hexadecimal digits; moves `text` behind them. */
static bool read_number(const char **text, int *out_number)
{
	size_t digits = strspn(*text, "0123456789abcdefABCDEF");

	if (digits < 1 || digits > 4) {
		return false;
	}
	*out_number = (int)strtol(*text, NULL, 16);
	*text += digits;
	return true;
}

static bool is_serial(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < length; i++) {
		if (text[i] < 0x20 || text[i] > 0x7e) {
			return false;
		}
	}
	return length > 0 && length < USB_SERIAL_SIZE;
}

bool usb_address_read(const char *text, struct usb_address *out_address)
{
	*out_address = (struct usb_address){.vendor = USB_ANY, .product = USB_ANY};
	if (strcmp(text, "auto") == 0) {
		return true;
	}
	if (!read_number(&text, &out_address->vendor) || *text++ != ':' ||
		!read_number(&text, &out_address->product)) {
		return false;
	}
	if (*text == '\0') {
		return true;
	}
	if (*text != ':' || !is_serial(text + 1)) {
		return false;
	}
	text_copy(out_address->serial, sizeof(out_address->serial), text + 1);
	return true;
}
