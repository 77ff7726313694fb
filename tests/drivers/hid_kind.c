#include "drivers/hid_kind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <linux/input-event-codes.h>

#include <cmocka.h>

/*
 * Key bitmaps as /sys/class/input/event…/device/capabilities/key prints them on a 64-bit machine.
 * BOOT is what Linux gives a device with the 101 usages of the HID boot keyboard (HID Usage Tables,
 * page 7), which is what most scanners are; the others say what they lack or add.
 */
#define BOOT "e080ffdf01cfffff fffffffffffffffe"
#define DESK "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"

static struct hid_facts facts_of(int vendor, int product, const char *name, const char *keys)
{
	struct hid_facts facts = {.vendor = vendor, .product = product};
	snprintf(facts.name, sizeof(facts.name), "%s", name);
	assert_true(hid_keys_read(keys, facts.keys));
	return facts;
}

/* The pad's bitmap is put together here from its keys, so that the test says which they are. */
static struct hid_facts pad_facts(int vendor, int product, const char *name)
{
	static const int keys[] = {KEY_NUMLOCK, KEY_KPSLASH, KEY_KPASTERISK, KEY_KPMINUS,
		KEY_KPPLUS, KEY_KPENTER, KEY_KPDOT, KEY_KP0, KEY_KP1, KEY_KP2, KEY_KP3, KEY_KP4,
		KEY_KP5, KEY_KP6, KEY_KP7, KEY_KP8, KEY_KP9, KEY_BACKSPACE};
	struct hid_facts facts = {.vendor = vendor, .product = product};
	snprintf(facts.name, sizeof(facts.name), "%s", name);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		facts.keys[keys[i] / 8] = (uint8_t)(facts.keys[keys[i] / 8] | 1 << keys[i] % 8);
	}
	return facts;
}

static void test_devices_are_told_apart(void **state)
{
	static const struct {
		int vendor, product;
		const char *name, *keys;
		enum hid_kind kind;
	} devices[] = {
		{0x0c2e, 0x0b61, "Honeywell Scanning and Mobility (HSM) USB Bar Code Scanner", BOOT,
			HID_SCANNER},
		{0x05e0, 0x1200, "\302\251Symbol Technologies, Inc, 2008 Symbol Bar Code Scanner",
			BOOT, HID_SCANNER},
		{0x05f9, 0x2204, "Datalogic ADC, Inc. Handheld", BOOT, HID_SCANNER},
		{0x1eab, 0x0c03, "NLS HR100", BOOT, HID_SCANNER},
		{0x0416, 0xc141, "USB Device", BOOT, HID_SCANNER},
		/* A chip that keyboards have too: the name alone tells. */
		{0xac90, 0x3002, "SM SM-2D PRODUCT HID KBW", BOOT, HID_SCANNER},
		{0x0483, 0x5011, "BF SCAN SCAN KEYBOARD", BOOT, HID_SCANNER},
		/* Somebody's keyboards. */
		{0x046d, 0xc31c, "Logitech USB Keyboard", DESK, HID_KEYBOARD},
		{0x0001, 0x0001, "AT Translated Set 2 keyboard", DESK, HID_KEYBOARD},
		{0x0627, 0x0001, "QEMU QEMU USB Keyboard", DESK, HID_KEYBOARD},
		{0x04d9, 0xa088, "HID 04d9:a088", BOOT, HID_KEYBOARD},
		{0x0416, 0x0001, "USB Device", BOOT, HID_KEYBOARD},
		{0x1c4f, 0x0002, "", BOOT, HID_KEYBOARD},
		/* A pad with a keyboard's chip, by its name; a keyboard with a pad is none. */
		{0x05a4, 0x9840, "USB Compliant Keypad", BOOT, HID_KEYPAD},
		{0x1a2c, 0x2d43, "SEM USB Keyboard/Keypad", BOOT, HID_KEYBOARD},
		/* Mouse buttons, a power button, the keys of a headset. */
		{0x046d, 0xc077, "Logitech USB Optical Mouse", "1f0000 0 0 0 0", HID_OTHER},
		{0x0000, 0x0001, "Power Button", "10000000000000 0", HID_OTHER},
		{0x0c2e, 0x0b61, "Honeywell Scanner Consumer Control", "c000000000000 0",
			HID_OTHER},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++) {
		struct hid_facts facts = facts_of(
			devices[i].vendor, devices[i].product, devices[i].name, devices[i].keys);
		if (hid_kind_of(&facts) != devices[i].kind) {
			print_message("%s\n", devices[i].name);
		}
		assert_int_equal(hid_kind_of(&facts), devices[i].kind);
	}
	struct hid_facts pad = pad_facts(0x04d9, 0xa02a, "");
	assert_int_equal(hid_kind_of(&pad), HID_KEYPAD);
	/* A scanner of numbers only, which is built like a pad. */
	struct hid_facts scanner = pad_facts(0x0c2e, 0x0200, "");
	assert_int_equal(hid_kind_of(&scanner), HID_SCANNER);
}

static void test_auto_never_takes_a_keyboard(void **state)
{
	struct hid_facts keyboard = facts_of(0x046d, 0xc31c, "Logitech USB Keyboard", DESK);
	struct hid_facts scanner = facts_of(0x0c2e, 0x0b61, "Honeywell", BOOT);
	struct hid_facts pad = pad_facts(0x04d9, 0xa02a, "");
	struct hid_wish wish;

	(void)state;
	assert_true(hid_wish_read("scanner:auto", &wish));
	assert_true(hid_wish_takes(&wish, &scanner));
	assert_false(hid_wish_takes(&wish, &keyboard));
	assert_false(hid_wish_takes(&wish, &pad));
	assert_true(hid_wish_read("keypad:auto", &wish));
	assert_true(hid_wish_takes(&wish, &pad));
	assert_false(hid_wish_takes(&wish, &keyboard));
	assert_false(hid_wish_takes(&wish, &scanner));
	/* What the installer names is taken, a keyboard too, but never a mouse. */
	assert_true(hid_wish_read("scanner:046D:c31c", &wish));
	assert_true(hid_wish_takes(&wish, &keyboard));
	assert_false(hid_wish_takes(&wish, &scanner));
	struct hid_facts mouse = facts_of(0x046d, 0xc31c, "Receiver Mouse", "1f0000 0 0 0 0");
	assert_false(hid_wish_takes(&wish, &mouse));
	assert_true(hid_wish_read("keypad:/dev/input/by-id/usb-x-event-kbd", &wish));
	assert_true(hid_wish_takes(&wish, &keyboard));
	assert_false(hid_wish_takes(&wish, &mouse));
}

static void test_wishes(void **state)
{
	static const char *const wrong[] = {"", "scanner", "scanner:", "scanner:aut", "usb:auto",
		"scanner:auto ", "scanner:0c2e", "scanner:0c2e:", "scanner:0c2e:0b6",
		"scanner:0c2e:0b611", "scanner:0c2e-0b61", "scanner:0x2e:0b61",
		"scanner:dev/input/event1", "scanner:/dev/input/../sda", "keypad:g000:0000"};
	struct hid_wish wish;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_false(hid_wish_read(wrong[i], &wish));
	}
	assert_true(hid_wish_read("phonepad:04d9:A02a", &wish));
	assert_int_equal(wish.kind, HID_KEYPAD);
	assert_int_equal(wish.by, HID_BY_NUMBERS);
	assert_int_equal(wish.vendor, 0x04d9);
	assert_int_equal(wish.product, 0xa02a);
	assert_true(wish.phone);
	assert_true(hid_wish_read("scanner:/dev/input/event3", &wish));
	assert_int_equal(wish.by, HID_BY_PATH);
	assert_string_equal(wish.path, "/dev/input/event3");
	assert_false(wish.phone);
	char path[400] = "scanner:/";
	memset(path + 9, 'x', sizeof(path) - 10);
	path[sizeof(path) - 1] = '\0';
	assert_false(hid_wish_read(path, &wish));
}

static void test_bitmaps(void **state)
{
	static const char *const wrong[] = {"", "\n", "xyz", "1  2", "1 2 ", "-1",
		"1fffffffffffffffff", "fffffffffffffffff 0", "0x10"};
	uint8_t keys[HID_KEYS / 8];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_false(hid_keys_read(wrong[i], keys));
	}
	assert_true(hid_keys_read("0", keys));
	assert_true(hid_keys_read("8000000000000001 4\n", keys));
	assert_int_equal(keys[0], 4);
	assert_int_equal(keys[8], 1);
	assert_int_equal(keys[15], 0x80);
	/* More words than there are keys. */
	assert_true(hid_keys_read("f 0 0 0 0 0 0 0 0 0 0 0 0 0 1", keys));
	assert_int_equal(keys[0], 1);
}

/* The rules give the kiosk the devices it would take by itself, no more. */
static void test_the_rules_name_the_same_makers(void **state)
{
	char path[512], rules[8192], wanted[32];
	int vendor, product, named = 0;

	(void)state;
	snprintf(path, sizeof(path), "%s/assets/system/udev/71-giliran-input.rules",
		getenv("GILIRAN_SOURCE"));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	size_t size = fread(rules, 1, sizeof(rules) - 1, file);
	fclose(file);
	rules[size] = '\0';
	for (const char *at = rules; (at = strstr(at, "\nATTRS{id/vendor}==\"")) != NULL; at++) {
		named++;
	}
	size_t known = 0;
	for (; hid_maker_at(known, &vendor, &product); known++) {
		if (product < 0) {
			snprintf(wanted, sizeof(wanted), "ATTRS{id/vendor}==\"%04x\", ", vendor);
		} else {
			snprintf(wanted, sizeof(wanted), "ATTRS{id/product}==\"%04x\"", product);
		}
		if (strstr(rules, wanted) == NULL) {
			print_message("%s is not in the rules\n", wanted);
		}
		assert_non_null(strstr(rules, wanted));
	}
	assert_int_equal(named, known);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_devices_are_told_apart),
		cmocka_unit_test(test_auto_never_takes_a_keyboard),
		cmocka_unit_test(test_wishes),
		cmocka_unit_test(test_bitmaps),
		cmocka_unit_test(test_the_rules_name_the_same_makers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
