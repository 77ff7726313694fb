#include "tests/drivers/virtual_printer.h"

#include <umockdev.h>

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <linux/usbdevice_fs.h>

#define SYS_PATH "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-1"
#define NODE_PATH "/dev/bus/usb/001/002"

struct transfer {
	UMockdevIoctlData *urb, *buffer;
	bool done;
};

/* Where the device stands in the stream of bytes it has been sent. */
struct interpreter {
	uint8_t command[8];
	size_t length;
	size_t dots; /* of a raster band, still to come */
};

struct virtual_printer {
	struct virtual_printer_model model;
	UMockdevTestbed *testbed;
	UMockdevIoctlBase *handler;
	pthread_mutex_t lock; /* the handler runs on a thread of umockdev */
	struct virtual_printer_state state;
	GArray *transfers; /* oldest first */
	GByteArray *answers, *taken;
	struct interpreter interpreter;
	bool halted;
};

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

static void answer(struct virtual_printer *printer, uint8_t byte)
{
	g_byte_array_append(printer->answers, &byte, 1);
}

static void answer_status(struct virtual_printer *printer, int question)
{
	bool paper = printer->state.paper_out;
	bool cover = printer->state.cover_open;

	if (printer->model.garbage) {
		answer(printer, 0xff);
		answer(printer, 0x41);
		return;
	}
	if (!printer->model.answers_status) {
		return;
	}
	switch (question) {
	case 1: answer(printer, paper || cover ? 0x1a : 0x12); break;
	case 2: answer(printer, (uint8_t)(0x12 | (paper ? 0x20 : 0) | (cover ? 0x04 : 0))); break;
	case 4: answer(printer, paper ? 0x72 : 0x12); break;
	default: answer(printer, 0x12); break;
	}
}

/* Length of a command that begins like `command`; 0 = not known yet. */
static size_t command_length(const uint8_t *command, size_t length)
{
	if (command[0] != 0x10 && command[0] != 0x1b && command[0] != 0x1c && command[0] != 0x1d) {
		return 1;
	}
	if (length < 2) {
		return 0;
	}
	switch (command[0] << 8 | command[1]) {
	case 0x1b40: /* ESC @ */
	case 0x1c2e: /* FS . */ return 2;
	case 0x1004: /* DLE EOT */
	case 0x1005: /* DLE ENQ */
	case 0x1b4a: /* ESC J */
	case 0x1d72: /* GS r */ return 3;
	case 0x1d56: /* GS V */ return 4;
	case 0x1d76: /* GS v 0 */ return 8;
	default: return 1;
	}
}

/* Obeys a whole command; false when it is a question, which leaves nothing on the paper. */
static bool obey(struct virtual_printer *printer, const uint8_t *command)
{
	switch (command[0] << 8 | command[1]) {
	case 0x1004: answer_status(printer, command[2]); return false;
	case 0x1005: printer->state.cleared++; return false;
	case 0x1d72:
		if (printer->model.answers_order && !printer->state.paper_out &&
			!printer->state.cover_open) {
			answer(printer, 0x00);
		}
		return false;
	case 0x1d56: printer->state.cuts++; return true;
	case 0x1d76:
		printer->interpreter.dots = (size_t)(command[4] | command[5] << 8) *
					    (size_t)(command[6] | command[7] << 8);
		return true;
	default: return true;
	}
}

static void take_byte(struct virtual_printer *printer, uint8_t byte)
{
	struct interpreter *at = &printer->interpreter;

	if (at->dots > 0) {
		at->dots--;
		g_byte_array_append(printer->taken, &byte, 1);
		return;
	}
	at->command[at->length++] = byte;
	size_t wanted = command_length(at->command, at->length);
	if (wanted == 0 || at->length < wanted) {
		return;
	}
	if (wanted == 1 || obey(printer, at->command)) {
		g_byte_array_append(printer->taken, at->command, (guint)at->length);
	}
	at->length = 0;
}

static bool is_due(const struct virtual_printer *printer, long after)
{
	const struct interpreter *at = &printer->interpreter;
	/* A question that is under way is no part of a slip. */
	size_t begun = at->length > 0 && at->command[0] == 0x10 ? 0 : at->length;

	return after >= 0 && (long)(printer->taken->len + begun) >= after;
}

/* Takes bytes until something stops it; returns how many. */
static size_t take_bytes(struct virtual_printer *printer, const uint8_t *bytes, size_t size)
{
	struct virtual_printer_state *state = &printer->state;

	for (size_t i = 0; i < size; i++) {
		/* The question of three bytes is never torn: the points lie between slip bytes. */
		if (is_due(printer, state->unplug_after)) {
			state->gone = true;
			return i;
		}
		if (is_due(printer, state->halt_after)) {
			state->halt_after = -1;
			printer->halted = true;
			return i;
		}
		state->refuses |= is_due(printer, state->refuses_after);
		state->paper_out |= is_due(printer, state->paper_out_after);
		if (state->refuses) {
			return i;
		}
		take_byte(printer, bytes[i]);
	}
	return size;
}

static void control(struct virtual_printer *printer, struct usbdevfs_urb *urb, uint8_t *buffer)
{
	size_t room = (size_t)(buffer[6] | buffer[7] << 8);

	urb->status = 0;
	urb->actual_length = 0;
	if (buffer[0] == 0xa1 && buffer[1] == 0) {
		uint8_t text[512];
		size_t length = strlen(printer->model.id) + 2;
		text[0] = (uint8_t)(length >> 8);
		text[1] = (uint8_t)(length & 255);
		memcpy(text + 2, printer->model.id, length - 2);
		length = length < room ? length : room;
		memcpy(buffer + 8, text, length);
		urb->actual_length = (int)length;
	} else if (buffer[0] == 0xa1 && buffer[1] == 1) {
		buffer[8] = printer->state.paper_out ? 0x30 : 0x18;
		urb->actual_length = 1;
	} else {
		urb->status = -EPIPE;
	}
}

static bool advance_in(
	struct virtual_printer *printer, struct usbdevfs_urb *urb, const struct transfer *transfer)
{
	size_t count = printer->answers->len;

	if (printer->model.babbles) {
		memcpy(transfer->buffer->data, "", 1);
		urb->actual_length = 1;
		urb->status = 0;
		return true;
	}
	if (count == 0) {
		return false;
	}
	count = count < (size_t)urb->buffer_length ? count : (size_t)urb->buffer_length;
	memcpy(transfer->buffer->data, printer->answers->data, count);
	g_byte_array_remove_range(printer->answers, 0, (guint)count);
	urb->actual_length = (int)count;
	urb->status = 0;
	return true;
}

static bool advance_out(
	struct virtual_printer *printer, struct usbdevfs_urb *urb, const struct transfer *transfer)
{
	size_t before = (size_t)urb->actual_length;
	size_t size = (size_t)urb->buffer_length - before;
	size_t taken = take_bytes(printer, transfer->buffer->data + before, size);

	urb->actual_length = (int)(before + taken);
	if (printer->state.gone) {
		urb->status = -ESHUTDOWN;
	} else if (printer->halted) {
		urb->status = -EPIPE;
	} else if (taken < size) {
		return false;
	} else {
		urb->status = 0;
	}
	return true;
}

/* Completes what can be completed. */
static void advance(struct virtual_printer *printer)
{
	for (guint i = 0; i < printer->transfers->len; i++) {
		struct transfer *transfer = &g_array_index(printer->transfers, struct transfer, i);
		struct usbdevfs_urb *urb = (void *)transfer->urb->data;
		if (transfer->done) {
			continue;
		}
		if (printer->state.gone) {
			urb->status = -ESHUTDOWN;
			transfer->done = true;
		} else if (urb->type == USBDEVFS_URB_TYPE_CONTROL) {
			control(printer, urb, transfer->buffer->data);
			transfer->done = true;
		} else if (urb->endpoint == printer->model.in) {
			transfer->done = advance_in(printer, urb, transfer);
		} else if (urb->endpoint == printer->model.out) {
			transfer->done = advance_out(printer, urb, transfer);
		} else {
			urb->status = -ENOENT;
			transfer->done = true;
		}
	}
}

static void finish(UMockdevIoctlClient *client, long result, int error)
{
	umockdev_ioctl_client_complete(client, result, error);
}

static void submit(
	struct virtual_printer *printer, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	struct transfer transfer = {0};

	transfer.urb = umockdev_ioctl_data_resolve(argument, 0, sizeof(struct usbdevfs_urb), NULL);
	struct usbdevfs_urb *urb = (void *)transfer.urb->data;
	urb->actual_length = 0;
	if (urb->buffer_length > 0) {
		transfer.buffer = umockdev_ioctl_data_resolve(transfer.urb,
			G_STRUCT_OFFSET(struct usbdevfs_urb, buffer), (gsize)urb->buffer_length,
			NULL);
	}
	g_array_append_val(printer->transfers, transfer);
	advance(printer);
	finish(client, 0, 0);
}

static void discard(
	struct virtual_printer *printer, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	unsigned long wanted;

	memcpy(&wanted, argument->data, sizeof(wanted));
	for (guint i = 0; i < printer->transfers->len; i++) {
		struct transfer *transfer = &g_array_index(printer->transfers, struct transfer, i);
		if (transfer->urb->client_addr == wanted && !transfer->done) {
			((struct usbdevfs_urb *)(void *)transfer->urb->data)->status = -ENOENT;
			transfer->done = true;
			finish(client, 0, 0);
			return;
		}
	}
	finish(client, -1, EINVAL);
}

static void reap(
	struct virtual_printer *printer, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	advance(printer);
	for (guint i = 0; i < printer->transfers->len; i++) {
		struct transfer transfer = g_array_index(printer->transfers, struct transfer, i);
		if (transfer.done) {
			g_array_remove_index(printer->transfers, i);
			UMockdevIoctlData *result =
				umockdev_ioctl_data_resolve(argument, 0, sizeof(gpointer), NULL);
			umockdev_ioctl_data_set_ptr(result, 0, transfer.urb);
			finish(client, 0, 0);
			return;
		}
	}
	finish(client, -1, printer->state.gone ? ENODEV : EAGAIN);
}

/* The requests about interfaces and drivers. */
static void administer(struct virtual_printer *printer, UMockdevIoctlClient *client,
	unsigned long request, UMockdevIoctlData *argument)
{
	struct virtual_printer_state *state = &printer->state;
	UMockdevIoctlData *data;

	switch (request) {
	case USBDEVFS_GETDRIVER:
		if (!state->kernel_driver) {
			finish(client, -1, ENODATA);
			return;
		}
		data = umockdev_ioctl_data_resolve(
			argument, 0, sizeof(struct usbdevfs_getdriver), NULL);
		memcpy(((struct usbdevfs_getdriver *)(void *)data->data)->driver, "usblp", 6);
		break;
	case USBDEVFS_IOCTL:
		data = umockdev_ioctl_data_resolve(
			argument, 0, sizeof(struct usbdevfs_ioctl), NULL);
		bool detach = ((struct usbdevfs_ioctl *)(void *)data->data)->ioctl_code ==
			      (int)USBDEVFS_DISCONNECT;
		state->detaches += detach;
		state->attaches += !detach;
		state->kernel_driver = !detach;
		break;
	case USBDEVFS_CLAIMINTERFACE:
		if (state->kernel_driver || printer->model.held) {
			finish(client, -1, EBUSY);
			return;
		}
		state->claims++;
		break;
	case USBDEVFS_RELEASEINTERFACE: state->releases++; break;
	case USBDEVFS_SETINTERFACE:
		data = umockdev_ioctl_data_resolve(
			argument, 0, sizeof(struct usbdevfs_setinterface), NULL);
		state->alternate =
			(int)((struct usbdevfs_setinterface *)(void *)data->data)->altsetting;
		break;
	case USBDEVFS_CLEAR_HALT:
		printer->halted = false;
		state->halts_cleared++;
		break;
	default: break;
	}
	finish(client, 0, 0);
}

static void give_capabilities(UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	UMockdevIoctlData *data = umockdev_ioctl_data_resolve(argument, 0, 4, NULL);
	const uint32_t capabilities = USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_BULK_CONTINUATION |
				      USBDEVFS_CAP_NO_PACKET_SIZE_LIM |
				      USBDEVFS_CAP_REAP_AFTER_DISCONNECT;

	memcpy(data->data, &capabilities, sizeof(capabilities));
	finish(client, 0, 0);
}

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer context)
{
	struct virtual_printer *printer = context;
	unsigned long request = umockdev_ioctl_client_get_request(client);
	UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
	gboolean known = TRUE;

	(void)base;
	pthread_mutex_lock(&printer->lock);
	if (printer->state.gone && request != USBDEVFS_REAPURBNDELAY &&
		request != USBDEVFS_DISCARDURB) {
		finish(client, -1, ENODEV);
		pthread_mutex_unlock(&printer->lock);
		return TRUE;
	}
	switch (request) {
	case USBDEVFS_GET_CAPABILITIES: give_capabilities(client, argument); break;
	case USBDEVFS_SUBMITURB: submit(printer, client, argument); break;
	case USBDEVFS_DISCARDURB: discard(printer, client, argument); break;
	case USBDEVFS_REAPURB:
	case USBDEVFS_REAPURBNDELAY: reap(printer, client, argument); break;
	case USBDEVFS_GETDRIVER:
	case USBDEVFS_IOCTL:
	case USBDEVFS_CLAIMINTERFACE:
	case USBDEVFS_RELEASEINTERFACE:
	case USBDEVFS_SETINTERFACE:
	case USBDEVFS_SETCONFIGURATION:
	case USBDEVFS_CLEAR_HALT:
	case USBDEVFS_RESET: administer(printer, client, request, argument); break;
	default: known = FALSE; break;
	}
	pthread_mutex_unlock(&printer->lock);
	return known;
}

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

static GString *describe(const struct virtual_printer_model *model)
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
		SYS_PATH + 4, NODE_PATH, (unsigned)model->vendor, (unsigned)model->product,
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

static void plug(struct virtual_printer *printer)
{
	GString *text = describe(&printer->model);
	GError *error = NULL;

	if (!umockdev_testbed_add_from_string(printer->testbed, text->str, &error)) {
		fprintf(stderr, "umockdev: %s\n", error->message);
		abort();
	}
	g_string_free(text, TRUE);
}

struct virtual_printer *virtual_printer_create(const struct virtual_printer_model *model)
{
	struct virtual_printer *printer = calloc(1, sizeof(*printer));

	if (!printer) {
		abort();
	}
	printer->model = *model;
	printer->state.kernel_driver = model->kernel_driver;
	printer->state.paper_out_after = -1;
	printer->state.refuses_after = -1;
	printer->state.halt_after = -1;
	printer->state.unplug_after = -1;
	printer->transfers = g_array_new(FALSE, TRUE, sizeof(struct transfer));
	printer->answers = g_byte_array_new();
	printer->taken = g_byte_array_new();
	pthread_mutex_init(&printer->lock, NULL);
	printer->testbed = umockdev_testbed_new();
	plug(printer);
	printer->handler = umockdev_ioctl_base_new();
	g_signal_connect(printer->handler, "handle-ioctl", G_CALLBACK(on_ioctl), printer);
	umockdev_testbed_attach_ioctl(printer->testbed, NODE_PATH, printer->handler, NULL);
	return printer;
}

void virtual_printer_destroy(struct virtual_printer *printer)
{
	umockdev_testbed_detach_ioctl(printer->testbed, NODE_PATH, NULL);
	g_object_unref(printer->handler);
	g_object_unref(printer->testbed);
	g_array_free(printer->transfers, TRUE);
	g_byte_array_free(printer->answers, TRUE);
	g_byte_array_free(printer->taken, TRUE);
	pthread_mutex_destroy(&printer->lock);
	free(printer);
}

void virtual_printer_change(struct virtual_printer *printer,
	void (*change)(struct virtual_printer_state *state, long value), long value)
{
	pthread_mutex_lock(&printer->lock);
	change(&printer->state, value);
	pthread_mutex_unlock(&printer->lock);
}

struct virtual_printer_state virtual_printer_look(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	struct virtual_printer_state state = printer->state;
	pthread_mutex_unlock(&printer->lock);
	return state;
}

uint8_t *virtual_printer_taken(struct virtual_printer *printer, size_t *out_size)
{
	pthread_mutex_lock(&printer->lock);
	*out_size = printer->taken->len;
	uint8_t *copy = malloc(*out_size + 1);
	if (!copy) {
		abort();
	}
	memcpy(copy, printer->taken->data ? printer->taken->data : (guint8 *)"", *out_size);
	pthread_mutex_unlock(&printer->lock);
	return copy;
}

void virtual_printer_forget(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	g_byte_array_set_size(printer->taken, 0);
	pthread_mutex_unlock(&printer->lock);
}

void virtual_printer_unplug(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	printer->state.gone = true;
	pthread_mutex_unlock(&printer->lock);
	umockdev_testbed_uevent(printer->testbed, SYS_PATH, "remove");
	umockdev_testbed_remove_device(printer->testbed, SYS_PATH);
}

void virtual_printer_replug(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	printer->state.gone = false;
	printer->state.unplug_after = -1;
	printer->state.kernel_driver = printer->model.kernel_driver;
	printer->interpreter = (struct interpreter){0};
	printer->halted = false;
	g_byte_array_set_size(printer->answers, 0);
	pthread_mutex_unlock(&printer->lock);
	plug(printer);
	umockdev_testbed_uevent(printer->testbed, SYS_PATH, "add");
}
