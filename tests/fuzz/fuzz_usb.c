/* A configuration descriptor as a USB device sends it, and the interface that is chosen from it;
 * and a string of a device. */
#include "drivers/usb_list.h"
#include "drivers/usb_quirks.h"
#include "drivers/usb_setting.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

enum { INTERFACE = 4, ENDPOINT = 5 };

/* Follows the lengths of the descriptors (USB 2.0, §9.5) and believes everything else. */
static size_t read_settings(const uint8_t *data, size_t size, struct usb_setting *settings)
{
	size_t count = 0;

	for (size_t at = 0; at + 2 <= size && data[at] >= 2; at += data[at]) {
		const uint8_t *bytes = data + at;
		size_t length = bytes[0] < size - at ? bytes[0] : size - at;
		if (bytes[1] == INTERFACE && length >= 9 && count < USB_SETTINGS_MAX) {
			settings[count++] = (struct usb_setting){.interface = bytes[2],
				.alternate = bytes[3],
				.class_code = bytes[5],
				.subclass = bytes[6],
				.protocol = bytes[7],
				.count = bytes[4]};
			memset(settings[count - 1].endpoints, bytes[4],
				sizeof(settings[count - 1].endpoints));
		} else if (bytes[1] == ENDPOINT && length >= 7 && count > 0) {
			struct usb_setting *setting = &settings[count - 1];
			setting->endpoints[bytes[2] % USB_ENDPOINTS_MAX] =
				(struct usb_endpoint){.address = bytes[2],
					.attributes = bytes[3],
					.packet = (uint16_t)(bytes[4] | bytes[5] << 8)};
		}
	}
	return count;
}

static bool has_endpoint(const struct usb_setting *setting, uint8_t address)
{
	for (size_t i = 0; i < setting->count && i < USB_ENDPOINTS_MAX; i++) {
		const struct usb_endpoint *endpoint = &setting->endpoints[i];
		if (endpoint->address == address && (endpoint->attributes & 3) == 2 &&
			endpoint->packet > 0) {
			return true;
		}
	}
	return false;
}

/* What was chosen is in one of the settings, of a class that is wanted, and can be written to. */
static void check_choice(const struct usb_setting *settings, size_t count, bool vendor_class)
{
	struct usb_choice choice;
	bool there = false;

	if (!usb_setting_choose(settings, count, vendor_class, &choice)) {
		fuzz_require(choice.out == 0 && choice.in == 0);
		return;
	}
	fuzz_require(choice.out > 0 && choice.out < 0x10);
	fuzz_require(choice.in == 0 || (choice.in > 0x80 && choice.in < 0x90));
	for (size_t i = 0; i < count; i++) {
		const struct usb_setting *setting = &settings[i];
		there |= setting->interface == choice.interface &&
			 setting->alternate == choice.alternate &&
			 (setting->class_code == 7 ||
				 (vendor_class && setting->class_code == 0xff)) &&
			 has_endpoint(setting, choice.out) &&
			 (choice.in == 0 || has_endpoint(setting, choice.in));
	}
	fuzz_require(there);
}

/* A string as sysfs has it: plain, ended, and no longer than there is room, whatever it holds. */
static void check_string(const uint8_t *data, size_t size)
{
	char text[256], plain[64];
	size_t length = size < sizeof(text) - 1 ? size : sizeof(text) - 1;

	memcpy(text, data, length);
	text[length] = '\0';
	usb_list_plain(text, plain, sizeof(plain));
	fuzz_require(memchr(plain, '\0', sizeof(plain)) != NULL);
	fuzz_require(strlen(plain) <= 2 * strlen(text));
	for (size_t i = 0; plain[i] != '\0'; i++) {
		fuzz_require(plain[i] >= ' ' && plain[i] <= '~');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct usb_setting settings[USB_SETTINGS_MAX];
	size_t count = read_settings(data, size, settings);

	check_choice(settings, count, false);
	check_choice(settings, count, true);
	check_string(data, size);
	if (size >= 4) {
		usb_quirks_find(data[0] | data[1] << 8, data[2] | data[3] << 8);
	}
	return 0;
}
