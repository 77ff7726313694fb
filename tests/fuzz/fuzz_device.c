/* What a USB device says of itself: its id, its status bytes; and what a person writes for it. */
#include "drivers/device_id.h"
#include "drivers/escpos_status.h"
#include "drivers/fault_options.h"
#include "drivers/profile.h"
#include "drivers/usb_address.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void try_id(const uint8_t *data, size_t size)
{
	char id[256], name[64], value[16];

	bool read = device_id_read(data, size, id, sizeof(id));
	fuzz_require(read == (id[0] != '\0'));
	fuzz_require(strlen(id) < sizeof(id) && strlen(id) + 2 <= size + (read ? 0 : 2));
	for (const char *at = id; *at; at++) {
		fuzz_require(*at >= 0x20 && *at < 0x7f);
	}
	device_id_name(id, name, sizeof(name));
	fuzz_require(strlen(name) < sizeof(name));
	device_id_field(id, (const char *const[]){"CMD", "MDL", NULL}, value, sizeof(value));
	fuzz_require(strlen(value) < sizeof(value) && !strchr(value, ';'));
	device_id_is_escpos(id);
	fuzz_require(printer_profile_guess(0, 0, id) != NULL);
}

static void try_address(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	struct usb_address address;

	if (usb_address_read(text, &address)) {
		fuzz_require((address.vendor == USB_ANY) == (address.product == USB_ANY));
		fuzz_require(address.vendor <= 0xffff && address.product <= 0xffff);
		fuzz_require(strlen(address.serial) < strlen(text) + (*text == '\0'));
		fuzz_require(address.vendor != USB_ANY || address.serial[0] == '\0');
	}
	free(text);
}

static void try_status(const uint8_t *data, size_t size)
{
	struct printer_status status = {.reason = RESULT_OK};

	for (size_t i = 0; i < size; i++) {
		struct printer_status before = status;
		int question = (int)(i % 5);
		if (!escpos_read_status(question, data[i], &status)) {
			fuzz_require(status.reason == before.reason);
			fuzz_require(status.near_end == before.near_end);
		} else {
			fuzz_require((data[i] & 0x93) == 0x12);
		}
	}
}

static void try_options(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	struct fault_options options;

	if (fault_options_read(text, &options)) {
		fuzz_require(strlen(options.inner) > 0 && strchr(options.inner, ':'));
		fuzz_require(options.paper_out >= 0 && options.paper_out <= 1);
		fuzz_require(options.slow >= 0 && options.lasts >= 0);
	}
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	try_id(data, size);
	try_status(data, size);
	try_options(data, size);
	try_address(data, size);
	return 0;
}
