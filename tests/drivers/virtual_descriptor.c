#include "tests/drivers/virtual_parts.h"

const struct virtual_printer_model virtual_printer_ordinary = {
	.vendor = 0x04b8,
	.product = 0x0e28,
	.id = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;DES:EPSON TM-T82X;",
	.interface_class = 7,
	.out = 0x01,
	.in = 0x82,
	.answers_status = true,
	.answers_order = true,
	.kernel_driver = true,
};

/* Appends bytes as hexadecimal digits. */
static void add_hex(GString *text, const uint8_t *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		g_string_append_printf(text, "%02X", bytes[i]);
	}
}

/* One setting of interface 0 with its endpoints (USB 2.0, §9.6.5 and §9.6.6). */
static void add_setting(
	GString *hex, const struct virtual_printer_model *model, uint8_t alternate, bool two_way)
{
	const uint8_t ends = two_way ? 2 : 1;
	const uint8_t setting[] = {
		9, 4, 0, alternate, ends, model->interface_class, 1, two_way ? 2 : 1, 0};
	const uint8_t out[] = {7, 5, model->out, 2, 64, 0, 0};
	const uint8_t in[] = {7, 5, model->in, 2, 64, 0, 0};

	add_hex(hex, setting, sizeof(setting));
	add_hex(hex, out, sizeof(out));
	if (two_way) {
		add_hex(hex, in, sizeof(in));
	}
}

GString *virtual_descriptor_make(const struct virtual_printer_model *model)
{
	const bool two_way = model->in != 0;
	const int total = 9 + (model->two_settings ? 16 : 0) + (two_way ? 23 : 16);
	const uint8_t device[] = {18, 1, 0x10, 1, 0, 0, 0, 64, (uint8_t)(model->vendor & 255),
		(uint8_t)(model->vendor >> 8), (uint8_t)(model->product & 255),
		(uint8_t)(model->product >> 8), 0, 1, 1, 2, 3, 1};
	const uint8_t config[] = {9, 2, (uint8_t)total, 0, 1, 1, 0, 0xc0, 1};
	GString *text = g_string_new(NULL);

	g_string_append_printf(text,
		"P: %s\nN: bus/usb/001/002\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
		"E: BUSNUM=001\nE: DEVNUM=002\nE: DEVNAME=%s\nE: PRODUCT=%x/%x/100\n"
		"E: TYPE=0/0/0\nE: MAJOR=189\nE: MINOR=1\nA: bConfigurationValue=1\\n\n"
		"A: busnum=1\\n\nA: devnum=2\\n\nA: idVendor=%04x\\n\nA: idProduct=%04x\\n\n"
		"A: speed=12\\n\nA: bNumInterfaces= 1\\n\nH: descriptors=",
		&SYS_PATH[4], NODE_PATH, (unsigned)model->vendor, (unsigned)model->product,
		(unsigned)model->vendor, (unsigned)model->product);
	add_hex(text, device, sizeof(device));
	add_hex(text, config, sizeof(config));
	if (model->two_settings) {
		add_setting(text, model, 0, false);
	}
	add_setting(text, model, model->two_settings ? 1 : 0, two_way);
	g_string_append_c(text, '\n');
	return text;
}
