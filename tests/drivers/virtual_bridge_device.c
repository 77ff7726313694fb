#include "tests/drivers/virtual_bridge_parts.h"

#include "app/base/clock.h"
#include "drivers/board_frame.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { BYTE_US = 1042 }; /* ten bits at 9600 baud */

static void add_hex(GString *text, const uint8_t *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		g_string_append_printf(text, "%02X", bytes[i]);
	}
}

static size_t add_endpoint(uint8_t *config, size_t at, uint8_t address, uint8_t type, int packet)
{
	const uint8_t end[] = {
		7, 5, address, type, (uint8_t)(packet & 255), (uint8_t)(packet >> 8), 1};

	if (address == 0) {
		return at;
	}
	memcpy(config + at, end, sizeof(end));
	config[13]++;
	return at + sizeof(end);
}

GString *virtual_bridge_describe(const struct virtual_bridge_model *model)
{
	const uint8_t device[] = {18, 1, 0x10, 1, 0, 0, 0, 64, (uint8_t)(model->vendor & 255),
		(uint8_t)(model->vendor >> 8), (uint8_t)(model->product & 255),
		(uint8_t)(model->product >> 8), 0, 1, 1, 2, 3, 1};
	uint8_t config[64] = {9, 2, 0, 0, 1, 1, 0, 0x80, 50, 9, 4, 0, 0, 0, 0xff, 0, 0, 0};
	size_t size = 18;
	GString *text = g_string_new(NULL);

	size = add_endpoint(config, size, model->interrupt, 3, 8);
	size = add_endpoint(config, size, model->in, 2, model->packet);
	size = add_endpoint(config, size, model->out, 2, model->packet);
	config[2] = (uint8_t)size;
	g_string_append_printf(text,
		"P: %s\nN: bus/usb/001/003\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\n"
		"E: BUSNUM=001\nE: DEVNUM=003\nE: DEVNAME=%s\nE: PRODUCT=%x/%x/100\n"
		"E: TYPE=0/0/0\nE: MAJOR=189\nE: MINOR=2\nA: bConfigurationValue=1\\n\n"
		"A: busnum=1\\n\nA: devnum=3\\n\nA: idVendor=%04x\\n\nA: idProduct=%04x\\n\n"
		"A: speed=12\\n\nA: bNumInterfaces= 1\\n\nH: descriptors=",
		&BRIDGE_SYS_PATH[4], BRIDGE_NODE_PATH, (unsigned)model->vendor,
		(unsigned)model->product, (unsigned)model->vendor, (unsigned)model->product);
	add_hex(text, device, sizeof(device));
	add_hex(text, config, size - model->cut);
	g_string_append_c(text, '\n');
	return text;
}

/* Standard requests: GET_STATUS, and the strings of the device. */
static int answer_system(const uint8_t *setup, uint8_t *data, size_t room)
{
	uint8_t text[64] = {4, 3, 9, 4}; /* the languages: English */
	size_t size = 4;

	if (setup[1] == 0) {
		memset(data, 0, 2);
		return 2;
	}
	if (setup[1] != 6 || setup[3] != 3) {
		return -EPIPE;
	}
	if (setup[2] == 3) {
		size = 2 + 2 * strlen(BRIDGE_NUMBER);
		for (size_t i = 0; i < strlen(BRIDGE_NUMBER); i++) {
			text[2 + 2 * i] = (uint8_t)BRIDGE_NUMBER[i];
			text[3 + 2 * i] = 0;
		}
		text[0] = (uint8_t)size;
	}
	size = size < room ? size : room;
	memcpy(data, text, size);
	return (int)size;
}

/* Its line is as slow as a real one. */
static void send_on(struct virtual_bridge *bridge)
{
	int64_t now = clock_ticks_ms() * 1000;

	bridge->sending_to_us =
		(bridge->sending_to_us > now ? bridge->sending_to_us : now) + BYTE_US;
}

static void purge(struct virtual_bridge *bridge)
{
	int64_t left = bridge->sending_to_us - clock_ticks_ms() * 1000;

	bridge->state.lost += left > 0 ? (long)((left + BYTE_US - 1) / BYTE_US) : 0;
}

int virtual_bridge_control(struct virtual_bridge *bridge, uint8_t *buffer)
{
	bool question = (buffer[0] & 0x80) != 0;
	int size = buffer[6] | buffer[7] << 8;
	uint8_t *data = buffer + 8;

	if ((buffer[0] & 0x60) == 0) {
		return answer_system(buffer, data, (size_t)size);
	}
	if (question ? bridge->model.refuses_asking : bridge->model.refuses_setting) {
		return -EPIPE;
	}
	if (buffer[0] == 0x41 && buffer[1] == 0x12) {
		purge(bridge);
	}
	g_string_append_printf(bridge->asked, "%02x %02x %04x %04x", buffer[0], buffer[1],
		buffer[2] | buffer[3] << 8, buffer[4] | buffer[5] << 8);
	if (question) {
		g_string_append_printf(bridge->asked, " ?%d", size);
		memset(data, 0, (size_t)size);
	} else if (size > 0) {
		g_string_append_c(bridge->asked, ' ');
	}
	for (int i = 0; i < size && !question; i++) {
		g_string_append_printf(bridge->asked, "%02x", data[i]);
	}
	g_string_append(bridge->asked, "; ");
	return size;
}

static void answer_frame(struct virtual_bridge *bridge)
{
	struct board_bytes bytes;
	unsigned sequence, sum;
	const char *text = bridge->line->str, *star = strrchr(text, '*');

	if (!star || sscanf(text, "%2X", &sequence) != 1 || sscanf(star + 1, "%4X", &sum) != 1 ||
		board_frame_sum((const uint8_t *)text, (size_t)(star - text)) != sum) {
		return;
	}
	if (text[2] == 'H') {
		bridge->last = -1;
	} else if ((int)sequence == bridge->last) {
		bridge->state.repeated++;
	} else {
		bridge->last = (int)sequence;
		bridge->state.shown++;
	}
	board_frame_write(sequence, 'A', "", &bytes);
	if (!bridge->state.deaf) {
		g_byte_array_append(bridge->answers, bytes.data, (guint)bytes.size);
	}
}

void virtual_bridge_take(struct virtual_bridge *bridge, uint8_t byte)
{
	g_byte_array_append(bridge->taken, &byte, 1);
	send_on(bridge);
	if (byte == '$') {
		g_string_truncate(bridge->line, 0);
	} else if (byte == '\r') {
		answer_frame(bridge);
	} else {
		g_string_append_c(bridge->line, (gchar)byte);
	}
}
