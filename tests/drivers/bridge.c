#include "drivers/bridge.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/*
 * What the Debian 6.1 kernel drivers ask of these chips, captured on a virtual bus, written down
 * here by hand: bmRequestType bRequest wValue wIndex, then the data, or "?" and how many bytes are
 * asked for.
 */
struct golden {
	const struct bridge *bridge;
	const char *start;
	const char *speeds[SERIAL_SPEEDS]; /* 1200 2400 4800 9600 19200 38400 57600 115200 */
	const char *bits[2];               /* 8N1, 7E1; after the speed */
	const char *rest;                  /* no flow control, DTR and RTS */
	const char *close;
};

#define CODING "21 20 0000 0000 "

static const struct golden golden[] = {
	{&bridge_ftdi, "40 00 0000 0000; 40 09 0010 0000; ",
		{"40 03 09c4 0000; ", "40 03 04e2 0000; ", "40 03 0271 0000; ", "40 03 4138 0000; ",
			"40 03 809c 0000; ", "40 03 c04e 0000; ", "40 03 c034 0000; ",
			"40 03 001a 0000; "},
		{"40 04 0008 0000; ", "40 04 0207 0000; "}, "40 02 0000 0000; 40 01 0303 0000; ",
		""},
	{&bridge_ch340,
		"c0 5f 0000 0000 ?2; 40 a1 0000 0000; 40 9a 1312 b282; 40 9a 2518 00c3; "
		"40 a4 ffff 0000; ",
		{"40 9a 1312 b281; ", "40 9a 1312 d981; ", "40 9a 1312 6482; ", "40 9a 1312 b282; ",
			"40 9a 1312 d982; ", "40 9a 1312 6483; ", "40 9a 1312 9883; ",
			"40 9a 1312 cc83; "},
		{"40 9a 2518 00c3; ", "40 9a 2518 00da; "}, "40 a4 ff9f 0000; ", ""},
	{&bridge_cp210x, "41 00 0001 0000; ",
		{"41 1e 0000 0000 b0040000; ", "41 1e 0000 0000 60090000; ",
			"41 1e 0000 0000 c0120000; ", "41 1e 0000 0000 80250000; ",
			"41 1e 0000 0000 004b0000; ", "41 1e 0000 0000 00960000; ",
			"41 1e 0000 0000 00e10000; ", "41 1e 0000 0000 00c20100; "},
		{"41 03 0800 0000; ", "41 03 0720 0000; "},
		"41 13 0000 0000 01000000400000000000000000000000; 41 07 0303 0000; ",
		"41 12 000f 0000; 41 00 0000 0000; "},
	{&bridge_pl2303,
		"c0 01 8080 0000 ?1; c0 01 8484 0000 ?1; 40 01 0404 0000; c0 01 8484 0000 ?1; "
		"c0 01 8383 0000 ?1; c0 01 8484 0000 ?1; 40 01 0404 0001; c0 01 8484 0000 ?1; "
		"c0 01 8383 0000 ?1; 40 01 0000 0001; 40 01 0001 0000; 40 01 0002 0044; ",
		{CODING "b0040000", CODING "60090000", CODING "c0120000", CODING "80250000",
			CODING "004b0000", CODING "00960000", CODING "00e10000", CODING "00c20100"},
		{"000008; ", "000207; "}, "40 01 0000 0000; 21 22 0003 0000; ",
		"21 23 0000 0000; "},
};

/* A list in the words of the table. */
static void say(const struct bridge_list *list, char *out_text, size_t size)
{
	size_t at = 0;

	out_text[0] = '\0';
	for (size_t i = 0; i < list->count; i++) {
		const struct usb_request *one = &list->requests[i];
		at += (size_t)snprintf(out_text + at, size - at, "%02x %02x %04x %04x", one->type,
			one->request, one->value, one->index);
		if (one->type & 0x80) {
			at += (size_t)snprintf(out_text + at, size - at, " ?%d", one->size);
		} else if (one->size > 0) {
			at += (size_t)snprintf(out_text + at, size - at, " ");
		}
		for (int k = 0; k < one->size && !(one->type & 0x80); k++) {
			at += (size_t)snprintf(out_text + at, size - at, "%02x", one->data[k]);
		}
		at += (size_t)snprintf(out_text + at, size - at, "; ");
		assert_true(at < size);
	}
}

static void test_golden_requests(void **state)
{
	(void)state;
	char wanted[2048], made[2048];
	struct bridge_list list;

	assert_int_equal(sizeof(golden) / sizeof(*golden), BRIDGES);
	for (size_t i = 0; i < BRIDGES; i++) {
		const struct golden *row = &golden[i];
		for (int speed = 0; speed < SERIAL_SPEEDS; speed++) {
			for (int bits = 0; bits < 2; bits++) {
				struct serial_format format = {serial_speeds[speed], bits == 1};
				snprintf(wanted, sizeof(wanted), "%s%s%s%s", row->start,
					row->speeds[speed], row->bits[bits], row->rest);
				row->bridge->open(&format, &list);
				say(&list, made, sizeof(made));
				assert_string_equal(made, wanted);
			}
		}
		row->bridge->close(&list);
		say(&list, made, sizeof(made));
		assert_string_equal(made, row->close);
	}
}

static void test_names(void **state)
{
	(void)state;
	static const struct {
		int vendor, product;
		const struct bridge *bridge;
	} rows[] = {
		{0x0403, 0x6001, &bridge_ftdi},
		{0x0403, 0x6015, &bridge_ftdi},
		{0x1a86, 0x7523, &bridge_ch340},
		{0x1a86, 0x7522, &bridge_ch340},
		{0x1a86, 0x5523, &bridge_ch340},
		{0x10c4, 0xea60, &bridge_cp210x},
		{0x10c4, 0xea61, &bridge_cp210x},
		{0x10c4, 0xea63, &bridge_cp210x},
		{0x067b, 0x2303, &bridge_pl2303},
	};
	enum { ROWS = sizeof(rows) / sizeof(*rows) };

	for (size_t i = 0; i < BRIDGES; i++) {
		assert_ptr_equal(bridges[i], golden[i].bridge);
		assert_int_equal(bridges[i]->header, i == 0 ? 2 : 0);
	}
	for (size_t i = 0; i < ROWS; i++) {
		assert_int_equal(bridge_name_at(i)->vendor, rows[i].vendor);
		assert_int_equal(bridge_name_at(i)->product, rows[i].product);
		assert_ptr_equal(bridge_find(rows[i].vendor, rows[i].product), rows[i].bridge);
	}
	assert_null(bridge_name_at(ROWS));
	/* Several ports (FT2232, CP2105, CP2108), another mode (CH341 as a parallel port), the
	 * places that are left over, and a pair of two makers. */
	assert_null(bridge_find(0x0403, 0x6010));
	assert_null(bridge_find(0x10c4, 0xea70));
	assert_null(bridge_find(0x10c4, 0xea71));
	assert_null(bridge_find(0x1a86, 0x5512));
	assert_null(bridge_find(0, 0));
	assert_null(bridge_find(0x0403, 0x7523));
}

/* Two bytes of every packet are not data, of the short last one too, however short. */
static void test_status_bytes_are_taken_out(void **state)
{
	(void)state;
	static const struct {
		size_t size, left;
	} rows[] = {{0, 0}, {1, 0}, {2, 0}, {3, 1}, {64, 62}, {65, 62}, {66, 62}, {67, 63},
		{128, 124}, {512, 496}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		uint8_t data[512];
		for (size_t k = 0; k < sizeof(data); k++) {
			data[k] = k % 64 < 2 ? 0xee : (uint8_t)(k & 0x7f);
		}
		assert_int_equal(bridge_strip(data, rows[i].size, 64, 2), rows[i].left);
		for (size_t k = 0; k < rows[i].left; k++) {
			assert_int_equal(data[k], (k / 62 * 64 + k % 62 + 2) & 0x7f);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden_requests),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_status_bytes_are_taken_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
