#include "drivers/bridge.h"

/*
 * WCH CH340: registers are written in pairs; speeds are a table, as the chip's prescaler wants. The
 * CH340K (7522) and the CH341 as a serial port (5523) are asked the same by Linux 6.1's ch341.
 */
enum { TO_DEVICE = 0x40, VERSION = 0x5f, START = 0xa1, WRITE = 0x9a, LINES = 0xa4 };
enum { REGISTER_SPEED = 0x1312, REGISTER_BITS = 0x2518, BITS_8N1 = 0x00c3, BITS_7E1 = 0x00da };
enum { SPEED_AT_START = 0xb282, LINES_OFF = 0xffff, LINES_ON = 0xff9f };

/* In the order of serial_speeds. */
static const uint16_t speeds[SERIAL_SPEEDS] = {
	0xb281, 0xd981, 0x6482, 0xb282, 0xd982, 0x6483, 0x9883, 0xcc83};

static void add(struct bridge_list *list, uint8_t request, uint16_t value, uint16_t index)
{
	bridge_add(list, TO_DEVICE, request, value, index, NULL, 0);
}

static void open_port(const struct serial_format *format, struct bridge_list *out_list)
{
	*out_list = (struct bridge_list){0};
	bridge_ask(out_list, VERSION, 0, 2);
	add(out_list, START, 0, 0);
	add(out_list, WRITE, REGISTER_SPEED, SPEED_AT_START);
	add(out_list, WRITE, REGISTER_BITS, BITS_8N1);
	add(out_list, LINES, LINES_OFF, 0);
	add(out_list, WRITE, REGISTER_SPEED, speeds[serial_find_speed(format->speed)]);
	add(out_list, WRITE, REGISTER_BITS, format->seven_even ? BITS_7E1 : BITS_8N1);
	add(out_list, LINES, LINES_ON, 0);
}

static void close_port(struct bridge_list *out_list)
{
	*out_list = (struct bridge_list){0};
}

const struct bridge bridge_ch340 = {
	.name = "CH340",
	.usb = {{0x1a86, 0x7523}, {0x1a86, 0x7522}, {0x1a86, 0x5523}},
	.open = open_port,
	.close = close_port,
};
