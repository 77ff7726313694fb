#include "drivers/usb_address.h"
#include "drivers/usb_list.h"
#include "drivers/usb_quirks.h"
#include "drivers/usb_setting.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What is known of a USB printer before it is opened: its address, its quirks, its interface. */

static void test_addresses(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool good;
		int vendor, product;
		const char *serial;
	} rows[] = {
		{"auto", true, USB_ANY, USB_ANY, ""},
		{"04b8:0e28", true, 0x04b8, 0x0e28, ""},
		{"4B8:E28", true, 0x04b8, 0x0e28, ""},
		{"04b8:0e28:X7ABCD001", true, 0x04b8, 0x0e28, "X7ABCD001"},
		{"04b8:0e28:a:b /c", true, 0x04b8, 0x0e28, "a:b /c"},
		{"04b8:0e28:", false, 0, 0, ""},
		{"04b8:0e28:\x01", false, 0, 0, ""},
		{"04b8:0e28:\xc3\xa9", false, 0, 0, ""},
		{"04b8:0e28x", false, 0, 0, ""},
		{"04b8", false, 0, 0, ""},
		{"04b8:", false, 0, 0, ""},
		{":0e28", false, 0, 0, ""},
		{"004b8:0e28", false, 0, 0, ""},
		{"-4b8:0e28", false, 0, 0, ""},
		{"0x04b8:0e28", false, 0, 0, ""},
		{"auto:1", false, 0, 0, ""},
		{"", false, 0, 0, ""},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct usb_address address;
		assert_int_equal(usb_address_read(rows[i].text, &address), rows[i].good);
		if (rows[i].good) {
			assert_int_equal(address.vendor, rows[i].vendor);
			assert_int_equal(address.product, rows[i].product);
			assert_string_equal(address.serial, rows[i].serial);
		}
	}
}

static void test_a_serial_number_has_an_end(void **state)
{
	(void)state;
	char text[10 + USB_SERIAL_SIZE + 1] = "04b8:0e28:";
	struct usb_address address;

	memset(text + 10, 'x', USB_SERIAL_SIZE - 1);
	assert_true(usb_address_read(text, &address));
	assert_int_equal(strlen(address.serial), USB_SERIAL_SIZE - 1);
	text[10 + USB_SERIAL_SIZE - 1] = 'x';
	assert_false(usb_address_read(text, &address));
}

/* What sysfs has of a string, as libusb has it: a serial number must be the same from both. */
static void test_strings_of_sysfs(void **state)
{
	(void)state;
	static const struct {
		const char *text, *plain;
	} rows[] = {
		{"X7ABCD001\n", "X7ABCD001"}, {"", ""}, {"\n", ""}, {"a:b /c", "a:b /c"},
		{"tab\there\x7f", "tab?here?"},
		{"\xc3\xa9\xe2\x82\xac", "??"}, /* two bytes, three bytes: a unit each */
		{"\xf0\x9f\x98\x80", "??"},     /* four bytes: two units */
		{"\x80\xbf\xff", "??"},         /* broken */
		{"\xc3", "?"}, {"line\nanother", "line"},
		{"12345678901234567890", "123456789012345"}, /* cut */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		char plain[16];
		usb_list_plain(rows[i].text, plain, sizeof(plain));
		assert_string_equal(plain, rows[i].plain);
	}
}

static void test_quirks(void **state)
{
	(void)state;
	static const struct {
		int vendor, product;
		unsigned quirks;
	} rows[] = {
		{0x04b8, 0x0202, USB_RECEIPT | USB_VENDOR_CLASS},
		{0x04b8, 0x0e28, USB_RECEIPT},
		{0x04b8, 0x0005, 0}, /* Epson's printers for desks */
		{0x0519, 0x0003, USB_ONE_WAY},
		{0x0519, 0x0001, USB_DELAY_CLOSE}, /* a model before its maker */
		{0x0519, 0x0011, USB_RECEIPT | USB_ONE_WAY},
		{0x2730, 0x2008, USB_RECEIPT | USB_ONE_WAY | USB_DELAY_CLOSE},
		{0x1a86, 0x7584, USB_NO_REATTACH},
		{0x067b, 0x2305, USB_ONE_WAY | USB_NO_REATTACH | USB_SOFT_RESET},
		{0x2d84, 0xc7c8, USB_RECEIPT | USB_ONE_WAY | USB_NO_REATTACH},
		{0x2d84, 0x0001, USB_ONE_WAY | USB_NO_REATTACH},
		{0x03f0, 0x2b17, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(usb_quirks_find(rows[i].vendor, rows[i].product), rows[i].quirks);
	}
}

#define BULK(number)                                                                               \
	{                                                                                          \
		(number), 2, 64                                                                    \
	}

static void check_choice(const struct usb_setting *settings, size_t count, bool vendor_class,
	bool found, struct usb_choice wanted)
{
	struct usb_choice choice;

	assert_int_equal(usb_setting_choose(settings, count, vendor_class, &choice), found);
	assert_int_equal(choice.interface, wanted.interface);
	assert_int_equal(choice.alternate, wanted.alternate);
	assert_int_equal(choice.in, wanted.in);
	assert_int_equal(choice.out, wanted.out);
}

static void test_two_way_comes_before_one_way(void **state)
{
	(void)state;
	const struct usb_setting settings[] = {
		{0, 0, 0xff, 0, 0, 2, {BULK(0x05), BULK(0x85)}},
		{1, 0, 7, 1, 1, 1, {BULK(0x01)}},
		{1, 1, 7, 1, 2, 3, {{0x83, 3, 8}, BULK(0x82), BULK(0x02)}},
		{1, 2, 7, 1, 2, 2, {BULK(0x04), BULK(0x84)}},
	};
	const struct usb_choice two_way = {1, 1, 0x82, 0x02}, one_way = {1, 0, 0, 0x01},
				vendor = {0, 0, 0x85, 0x05}, none = {0};

	check_choice(settings, 4, true, true, two_way);
	check_choice(settings, 2, true, true, one_way);
	check_choice(settings, 1, true, true, vendor);
	check_choice(settings, 1, false, false, none);
	check_choice(settings, 0, true, false, none);
}

/* What no endpoint can be is not spoken to; without one to write to it is no printer. */
static void test_wild_endpoints_are_passed_over(void **state)
{
	(void)state;
	const struct usb_choice none = {0}, good = {0, 0, 0x82, 0x01};
	const struct usb_setting wild[] = {
		{0, 0, 7, 1, 2, 1, {BULK(0x00)}},             /* number 0 is the control one */
		{0, 0, 7, 1, 2, 1, {BULK(0x11)}},             /* a reserved bit */
		{0, 0, 7, 1, 2, 1, {{0x01, 2, 0}}},           /* no room for a byte */
		{0, 0, 7, 1, 2, 1, {{0x01, 1, 64}}},          /* isochronous */
		{0, 0, 7, 1, 2, 2, {BULK(0x81), BULK(0x82)}}, /* nothing to write to */
		{0, 0, 7, 1, 2, 0, {BULK(0x01)}},             /* none at all */
		{0, 0, 7, 2, 2, 1, {BULK(0x01)}},             /* another subclass */
		{0, 0, 7, 1, 3, 1, {BULK(0x01)}},             /* IEEE 1284.4, another protocol */
	};
	const struct usb_setting mixed = {0, 0, 7, 1, 2, 99,
		{BULK(0x00), BULK(0x80), {0x02, 3, 8}, BULK(0x01), BULK(0x03), BULK(0x82)}};

	for (size_t i = 0; i < sizeof(wild) / sizeof(*wild); i++) {
		check_choice(&wild[i], 1, true, false, none);
	}
	check_choice(&mixed, 1, true, true, good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_a_serial_number_has_an_end),
		cmocka_unit_test(test_strings_of_sysfs),
		cmocka_unit_test(test_quirks),
		cmocka_unit_test(test_two_way_comes_before_one_way),
		cmocka_unit_test(test_wild_endpoints_are_passed_over),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
