#include "drivers/bridge.h"

/*
 * Silicon Labs CP210x: everything goes to interface 0; the speed is told in baud. Linux 6.1's
 * cp210x has ea61 as another number from the factory, and ea63 as that of CP2101 to CP2104 and
 * CP2102N after an update; those with several ports (ea70, ea71) are not here.
 */
enum { TO_INTERFACE = 0x41, ENABLE = 0, BITS = 3, LINES = 7, PURGE = 0x12, FLOW = 0x13 };
enum { SPEED = 0x1e, LINES_ON = 0x0303, PURGE_ALL = 0x000f, BITS_8N1 = 0x0800, BITS_7E1 = 0x0720 };

static void add(struct bridge_list *list, uint8_t request, uint16_t value)
{
	bridge_add(list, TO_INTERFACE, request, value, 0, NULL, 0);
}

static void open_port(const struct serial_format *format, struct bridge_list *out_list)
{
	/* DTR held on, RTS held on, no limits. */
	static const uint8_t flow[16] = {[0] = 0x01, [4] = 0x40};
	uint8_t speed[4];

	*out_list = (struct bridge_list){0};
	bridge_put_32(speed, (uint32_t)format->speed);
	add(out_list, ENABLE, 1);
	bridge_add(out_list, TO_INTERFACE, SPEED, 0, 0, speed, sizeof(speed));
	add(out_list, BITS, format->seven_even ? BITS_7E1 : BITS_8N1);
	bridge_add(out_list, TO_INTERFACE, FLOW, 0, 0, flow, sizeof(flow));
	add(out_list, LINES, LINES_ON);
}

static void close_port(struct bridge_list *out_list)
{
	*out_list = (struct bridge_list){0};
	add(out_list, PURGE, PURGE_ALL);
	add(out_list, ENABLE, 0);
}

const struct bridge bridge_cp210x = {
	.name = "CP210x",
	.usb = {{0x10c4, 0xea60}, {0x10c4, 0xea61}, {0x10c4, 0xea63}},
	.open = open_port,
	.close = close_port,
};
