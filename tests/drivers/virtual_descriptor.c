#include "tests/drivers/virtual_parts.h"

#include <errno.h>
#include <string.h>

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

/* The configuration with its one interface. */
static void add_config(GString *hex, const struct virtual_printer_model *model)
{
	const bool two_way = model->in != 0;
	const int total = 9 + (model->two_settings ? 16 : 0) + (two_way ? 23 : 16);
	const uint8_t config[] = {9, 2, (uint8_t)total, 0, 1, 1, 0, 0xc0, 1};

	if (model->wild) {
		add_hex(hex, model->wild, model->wild_size);
		return;
	}
	add_hex(hex, config, sizeof(config));
	if (model->two_settings) {
		add_setting(hex, model, 0, false);
	}
	add_setting(hex, model, model->two_settings ? 1 : 0, two_way);
}

/* What the kernel keeps of its strings, and whose its interface is. */
static void add_sysfs(GString *text, const struct virtual_printer *printer)
{
	const struct virtual_printer_model *model = &printer->model;
	const char *const names[] = {"serial", "manufacturer", "product"};
	const char *const values[] = {model->serial, model->maker, model->title};
	const char *path = &printer->sys_path[4], *name = strrchr(path, '/') + 1;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (values[i]) {
			g_string_append_printf(text, "A: %s=%s\\n\n", names[i], values[i]);
		}
	}
	if (model->driver) {
		g_string_append_printf(text,
			"\nP: %s/%s:1.0\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_interface\n"
			"L: driver=../../bus/usb/drivers/%s\n",
			path, name, model->driver);
	}
	if (model->lp) {
		g_string_append_printf(
			text, "\nP: %s/%s:1.0/usbmisc/lp0\nE: SUBSYSTEM=usbmisc\n", path, name);
	}
}

GString *virtual_descriptor_make(const struct virtual_printer *printer)
{
	const struct virtual_printer_model *model = &printer->model;
	const uint8_t device[] = {18, 1, 0x10, 1, 0, 0, 0, 64, (uint8_t)(model->vendor & 255),
		(uint8_t)(model->vendor >> 8), (uint8_t)(model->product & 255),
		(uint8_t)(model->product >> 8), 0, 1, 1, 2, model->serial ? 3 : 0, 1};
	GString *text = g_string_new(NULL), *hex = g_string_new(NULL);
	int number = 2 + model->port;

	add_hex(hex, device, sizeof(device));
	add_config(hex, model);
	if (model->descriptors_end > 0) {
		g_string_truncate(hex, model->descriptors_end * 2);
	}
	g_string_append_printf(text,
		"P: %s\nN: bus/usb/001/%03d\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
		"E: BUSNUM=001\nE: DEVNUM=%03d\nE: DEVNAME=%s\nE: PRODUCT=%x/%x/100\n"
		"E: TYPE=0/0/0\nE: MAJOR=189\nE: MINOR=%d\nA: bConfigurationValue=1\\n\n"
		"A: busnum=1\\n\nA: devnum=%d\\n\nA: idVendor=%04x\\n\nA: idProduct=%04x\\n\n"
		"A: speed=12\\n\nA: bNumInterfaces= 1\\n\nH: descriptors=%s\n",
		&printer->sys_path[4], number, number, printer->node_path, (unsigned)model->vendor,
		(unsigned)model->product, number - 1, number, (unsigned)model->vendor,
		(unsigned)model->product, hex->str);
	add_sysfs(text, printer);
	g_string_free(hex, TRUE);
	return text;
}

static int put_answer(uint8_t *buffer, const uint8_t *answer, size_t size)
{
	size_t room = (size_t)(buffer[6] | buffer[7] << 8);
	size_t length = size < room ? size : room;

	memcpy(buffer + 8, answer, length);
	return (int)length;
}

static int give_id(const struct virtual_printer_model *model, uint8_t *buffer)
{
	uint8_t text[512];
	size_t size = strlen(model->id) + 2;
	int length = model->id_length ? model->id_length : (int)size;

	text[0] = (uint8_t)(length >> 8);
	text[1] = (uint8_t)(length & 255);
	memcpy(text + 2, model->id, size - 2);
	return put_answer(buffer, text, size);
}

/* String 0 is the list of languages, 3 the serial number, in UTF-16 (USB 2.0, §9.6.7). */
static int give_string(const struct virtual_printer_model *model, uint8_t *buffer)
{
	uint8_t text[256] = {4, 3, 0x09, 0x04};

	if (buffer[2] == 3 && model->serial) {
		size_t length = strlen(model->serial);
		text[0] = (uint8_t)(2 + 2 * length);
		memset(text + 2, 0, sizeof(text) - 2);
		for (size_t i = 0; i < length; i++) {
			text[2 + 2 * i] = (uint8_t)model->serial[i];
		}
	} else if (buffer[2] != 0) {
		return -EPIPE;
	}
	return put_answer(buffer, text, text[0]);
}

int virtual_descriptor_control(struct virtual_printer *printer, uint8_t *buffer)
{
	uint8_t status = printer->state.paper_out ? 0x30 : 0x18;

	switch (buffer[0] << 8 | buffer[1]) {
	case 0xa100: return give_id(&printer->model, buffer);
	case 0xa101: return put_answer(buffer, &status, 1);
	case 0x2102: printer->state.resets++; return 0;
	case 0x8006: return buffer[3] == 3 ? give_string(&printer->model, buffer) : -EPIPE;
	default: return -EPIPE;
	}
}
