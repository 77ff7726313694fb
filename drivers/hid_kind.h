#ifndef DRIVERS_HID_KIND_H
#define DRIVERS_HID_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Which input device is a scanner, which a keypad, and which somebody's keyboard. Pure: from what
 * a device says of itself, and what the installer asked for.
 *
 * A scanner shows itself as a whole keyboard, so that its keys tell nothing. By itself a kiosk
 * takes only what says by its name or its vendor that it reads codes, and a pad that has digits and
 * no letters; every other keyboard is somebody's and is left alone unless it is named.
 */
enum { HID_KEYS = 0x300, /* KEY_CNT of linux/input-event-codes.h */ HID_NAME_SIZE = 96 };

struct hid_facts {
	int vendor, product;
	char name[HID_NAME_SIZE];
	uint8_t keys[HID_KEYS / 8]; /* bit n: it has the key with code n */
};

enum hid_kind {
	HID_OTHER, /* a mouse, a power button, a remote control */
	HID_SCANNER,
	HID_KEYPAD,
	HID_KEYBOARD,
};
enum hid_kind hid_kind_of(const struct hid_facts *facts);

/* Whether it has the ten digits and Enter: the least a scanner or a keypad needs. */
bool hid_can_type(const struct hid_facts *facts);

/*
 * Reads the key bitmap as sysfs prints it (capabilities/key): hexadecimal words of the machine's
 * word size, the highest first. False when it is no such text; keys beyond HID_KEYS are left out.
 */
bool hid_keys_read(const char *text, uint8_t out_keys[HID_KEYS / 8]);

/*
 * What to look for: "scanner:auto", "scanner:0c2e:0b61", "scanner:/dev/input/by-id/usb-…", the
 * same with "keypad:", and with "phonepad:" for a keypad with 1 2 3 in the upper row.
 */
enum hid_by { HID_BY_KIND, HID_BY_NUMBERS, HID_BY_PATH };
struct hid_wish {
	enum hid_kind kind; /* HID_SCANNER or HID_KEYPAD */
	bool phone;         /* 1 2 3 is the upper row */
	enum hid_by by;
	int vendor, product;
	char path[256]; /* HID_BY_PATH: an absolute path without ".." */
};

/* False when `uri` is none of these. */
bool hid_wish_read(const char *uri, struct hid_wish *out_wish);

/* Whether a device is the wished one; HID_BY_PATH asks only for the keys. */
bool hid_wish_takes(const struct hid_wish *wish, const struct hid_facts *facts);

/* The makers hid_kind_of knows, one after the other; false past the last. `product` -1 = all. */
bool hid_maker_at(size_t index, int *out_vendor, int *out_product);

#endif
