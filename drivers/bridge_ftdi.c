#include "drivers/bridge.h"

/*
 * FTDI FT232: the speed is a divisor of 3 MHz in eighths, whose last three bits are coded. The FT-X
 * chips (FT230X, FT231X, FT234X: 6015) are asked the same by Linux 6.1's ftdi_sio and by libftdi.
 */
enum { TO_DEVICE = 0x40, RESET = 0, LINES = 1, FLOW = 2, SPEED = 3, BITS = 4, LATENCY = 9 };
enum { CLOCK = 24000000, LATENCY_MS = 16, LINES_ON = 0x0303, BITS_8N1 = 0x0008, BITS_7E1 = 0x0207 };

static void add(struct bridge_list *list, uint8_t request, uint16_t value, uint16_t index)
{
	bridge_add(list, TO_DEVICE, request, value, index, NULL, 0);
}

static uint32_t divisor(int speed)
{
	static const uint8_t eighths[8] = {0, 3, 2, 4, 1, 5, 6, 7};
	uint32_t all = (uint32_t)((CLOCK + speed / 2) / speed);

	return all >> 3 | (uint32_t)eighths[all & 7] << 14;
}

static void open_port(const struct serial_format *format, struct bridge_list *out_list)
{
	uint32_t speed = divisor(format->speed);

	*out_list = (struct bridge_list){0};
	add(out_list, RESET, 0, 0);
	add(out_list, LATENCY, LATENCY_MS, 0);
	add(out_list, SPEED, (uint16_t)(speed & 0xffff), (uint16_t)(speed >> 16));
	add(out_list, BITS, format->seven_even ? BITS_7E1 : BITS_8N1, 0);
	add(out_list, FLOW, 0, 0);
	add(out_list, LINES, LINES_ON, 0);
}

static void close_port(struct bridge_list *out_list)
{
	*out_list = (struct bridge_list){0};
}

const struct bridge bridge_ftdi = {
	.name = "FTDI",
	.usb = {{0x0403, 0x6001}, {0x0403, 0x6015}},
	.header = 2,
	.open = open_port,
	.close = close_port,
};
