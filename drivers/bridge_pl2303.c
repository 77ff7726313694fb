#include "drivers/bridge.h"

/* Prolific PL2303, the classic ones: CDC's line coding after a start-up that only the maker knows.
 */
enum {
	TO_DEVICE = 0x40,
	TO_INTERFACE = 0x21,
	VENDOR = 1,
	CODING = 0x20,
	LINES = 0x22,
	BREAK = 0x23
};
enum { LINES_ON = 3, ONE_STOP = 0, PARITY_NONE = 0, PARITY_EVEN = 2 };

static void add(struct bridge_list *list, uint16_t value, uint16_t index)
{
	bridge_add(list, TO_DEVICE, VENDOR, value, index, NULL, 0);
}

static void ask(struct bridge_list *list, uint16_t value)
{
	bridge_ask(list, VENDOR, value, 1);
}

static void start(struct bridge_list *list)
{
	ask(list, 0x8080);
	ask(list, 0x8484);
	add(list, 0x0404, 0);
	ask(list, 0x8484);
	ask(list, 0x8383);
	ask(list, 0x8484);
	add(list, 0x0404, 1);
	ask(list, 0x8484);
	ask(list, 0x8383);
	add(list, 0, 1);
	add(list, 1, 0);
	add(list, 2, 0x44);
}

static void open_port(const struct serial_format *format, struct bridge_list *out_list)
{
	uint8_t coding[7];

	*out_list = (struct bridge_list){0};
	start(out_list);
	bridge_put_32(coding, (uint32_t)format->speed);
	coding[4] = ONE_STOP;
	coding[5] = format->seven_even ? PARITY_EVEN : PARITY_NONE;
	coding[6] = format->seven_even ? 7 : 8;
	bridge_add(out_list, TO_INTERFACE, CODING, 0, 0, coding, sizeof(coding));
	add(out_list, 0, 0);
	bridge_add(out_list, TO_INTERFACE, LINES, LINES_ON, 0, NULL, 0);
}

static void close_port(struct bridge_list *out_list)
{
	*out_list = (struct bridge_list){0};
	bridge_add(out_list, TO_INTERFACE, BREAK, 0, 0, NULL, 0);
}

const struct bridge bridge_pl2303 = {
	.name = "PL2303",
	.usb = {{0x067b, 0x2303}},
	.open = open_port,
	.close = close_port,
};
