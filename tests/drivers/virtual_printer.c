#include "tests/drivers/virtual_parts.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <linux/usbdevice_fs.h>

/* Takes bytes until something stops it; returns how many. */
static size_t take_bytes(struct virtual_printer *printer, const uint8_t *bytes, size_t size)
{
	struct virtual_printer_state *state = &printer->state;

	for (size_t i = 0; i < size; i++) {
		/* The question of three bytes is never torn: the points lie between slip bytes. */
		if (virtual_board_is_due(printer, state->unplug_after)) {
			state->gone = true;
			return i;
		}
		if (virtual_board_is_due(printer, state->halt_after)) {
			state->halt_after = state->halts_more-- > 0 ? state->halt_after : -1;
			printer->halted = true;
			return i;
		}
		state->refuses |= virtual_board_is_due(printer, state->refuses_after);
		state->refuses |= state->refuses_clearing && i + 1 < size && bytes[i] == 0x10 &&
				  bytes[i + 1] == 0x05;
		state->noisy |= virtual_board_is_due(printer, state->noisy_after);
		state->paper_out |= virtual_board_is_due(printer, state->paper_out_after);
		state->halts_in |= virtual_board_is_due(printer, state->halts_in_after);
		if (state->refuses) {
			return i;
		}
		virtual_board_take(printer, bytes[i]);
	}
	return size;
}

static void control(struct virtual_printer *printer, struct usbdevfs_urb *urb, uint8_t *buffer)
{
	int length = virtual_descriptor_control(printer, buffer);

	urb->status = length < 0 ? length : 0;
	urb->actual_length = length < 0 ? 0 : length;
}

static bool advance_in(
	struct virtual_printer *printer, struct usbdevfs_urb *urb, const struct transfer *transfer)
{
	size_t count = printer->answers->len;

	if (printer->state.halts_in) {
		urb->status = -EPIPE;
		return true;
	}
	if (printer->model.babbles) {
		memcpy(transfer->buffer->data, &printer->model.babble, 1);
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
	struct transfer transfer = {.client = client};

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
		if (transfer->client == client && transfer->urb->client_addr == wanted &&
			!transfer->done) {
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
		if (transfer.done && transfer.client == client) {
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
		if (!state->kernel_driver && !printer->owner) {
			finish(client, -1, ENODATA);
			return;
		}
		data = umockdev_ioctl_data_resolve(
			argument, 0, sizeof(struct usbdevfs_getdriver), NULL);
		memcpy(((struct usbdevfs_getdriver *)(void *)data->data)->driver,
			state->kernel_driver ? "usblp" : "usbfs", 6);
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
		if (state->kernel_driver || printer->model.held ||
			(printer->owner && printer->owner != client)) {
			finish(client, -1, EBUSY);
			return;
		}
		printer->owner = client;
		state->claims++;
		break;
	case USBDEVFS_RELEASEINTERFACE:
		printer->owner = NULL;
		state->releases++;
		break;
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

/* What was opened before the printer was pulled out stays dead when it is back, as in the kernel.
 */
static bool is_stale(struct virtual_printer *printer, UMockdevIoctlClient *client)
{
	static const char key[] = "session";
	int session = GPOINTER_TO_INT(g_object_get_data(G_OBJECT(client), key));

	if (session == 0) {
		session = printer->session;
		g_object_set_data(G_OBJECT(client), key, GINT_TO_POINTER(session));
	}
	return session != printer->session;
}

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer context)
{
	struct virtual_printer *printer = context;
	unsigned long request = umockdev_ioctl_client_get_request(client);
	UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
	gboolean known = TRUE;

	(void)base;
	pthread_mutex_lock(&printer->lock);
	bool winding_up = request == USBDEVFS_REAPURBNDELAY || request == USBDEVFS_DISCARDURB;
	if (is_stale(printer, client) || (printer->state.gone && !winding_up)) {
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

/* The kernel gives back what a program leaves behind. */
static void on_vanished(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer context)
{
	struct virtual_printer *printer = context;

	(void)base;
	pthread_mutex_lock(&printer->lock);
	if (printer->owner == client) {
		printer->owner = NULL;
	}
	for (guint i = printer->transfers->len; i > 0; i--) {
		if (g_array_index(printer->transfers, struct transfer, i - 1).client == client) {
			g_array_remove_index(printer->transfers, i - 1);
		}
	}
	pthread_mutex_unlock(&printer->lock);
}

void virtual_printer_let_go(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	printer->owner = NULL;
	g_array_set_size(printer->transfers, 0);
	pthread_mutex_unlock(&printer->lock);
}

static void plug(struct virtual_printer *printer)
{
	GString *text = virtual_descriptor_make(printer);
	GError *error = NULL;

	if (!umockdev_testbed_add_from_string(printer->testbed, text->str, &error)) {
		fprintf(stderr, "umockdev: %s\n", error->message);
		abort();
	}
	g_string_free(text, TRUE);
}

static struct virtual_printer *create(
	UMockdevTestbed *testbed, const struct virtual_printer_model *model)
{
	struct virtual_printer *printer = calloc(1, sizeof(*printer));

	if (!printer) {
		abort();
	}
	printer->model = *model;
	printer->session = 1;
	printer->state.kernel_driver = model->kernel_driver;
	printer->state.paper_out_after = -1;
	printer->state.refuses_after = -1;
	printer->state.halt_after = -1;
	printer->state.noisy_after = -1;
	printer->state.halts_in_after = -1;
	printer->state.unplug_after = -1;
	printer->transfers = g_array_new(FALSE, TRUE, sizeof(struct transfer));
	printer->answers = g_byte_array_new();
	printer->taken = g_byte_array_new();
	/* A client can vanish while it is answered. */
	pthread_mutexattr_t recursive;
	pthread_mutexattr_init(&recursive);
	pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&printer->lock, &recursive);
	pthread_mutexattr_destroy(&recursive);
	printer->testbed = testbed;
	snprintf(printer->sys_path, sizeof(printer->sys_path),
		"/sys/devices/pci0000:00/0000:00:14.0/usb1/1-%d", 1 + model->port);
	snprintf(printer->node_path, sizeof(printer->node_path), "/dev/bus/usb/001/%03d",
		2 + model->port);
	plug(printer);
	printer->handler = umockdev_ioctl_base_new();
	g_signal_connect(printer->handler, "handle-ioctl", G_CALLBACK(on_ioctl), printer);
	g_signal_connect(printer->handler, "client-vanished", G_CALLBACK(on_vanished), printer);
	umockdev_testbed_attach_ioctl(testbed, printer->node_path, printer->handler, NULL);
	return printer;
}

struct virtual_printer *virtual_printer_create(const struct virtual_printer_model *model)
{
	return create(umockdev_testbed_new(), model);
}

struct virtual_printer *virtual_printer_create_beside(
	struct virtual_printer *first, const struct virtual_printer_model *model)
{
	return create(g_object_ref(first->testbed), model);
}

struct virtual_printer *virtual_printer_create_on(
	void *testbed, const struct virtual_printer_model *model)
{
	return create(g_object_ref(testbed), model);
}

void virtual_printer_destroy(struct virtual_printer *printer)
{
	umockdev_testbed_detach_ioctl(printer->testbed, printer->node_path, NULL);
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
	virtual_board_tell(printer);
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

void virtual_printer_set_rights(struct virtual_printer *printer, unsigned mode, unsigned group)
{
	gchar *root = umockdev_testbed_get_root_dir(printer->testbed);
	gchar *node = g_strconcat(root, printer->node_path, NULL);

	if (chown(node, (uid_t)-1, (gid_t)group) != 0 || chmod(node, (mode_t)mode) != 0) {
		perror(node);
		abort();
	}
	g_free(node);
	g_free(root);
}

void virtual_printer_forbid(struct virtual_printer *printer)
{
	virtual_printer_set_rights(printer, 0, getegid());
}

void virtual_printer_unplug(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	printer->state.gone = true;
	pthread_mutex_unlock(&printer->lock);
	umockdev_testbed_uevent(printer->testbed, printer->sys_path, "remove");
	umockdev_testbed_remove_device(printer->testbed, printer->sys_path);
}

void virtual_printer_replug(struct virtual_printer *printer)
{
	pthread_mutex_lock(&printer->lock);
	printer->session++;
	printer->state.gone = false;
	g_array_set_size(printer->transfers, 0);
	printer->state.unplug_after = -1;
	printer->state.kernel_driver = printer->model.kernel_driver;
	printer->interpreter = (struct interpreter){0};
	printer->halted = false;
	printer->tells_changes = false;
	printer->owner = NULL;
	g_byte_array_set_size(printer->answers, 0);
	pthread_mutex_unlock(&printer->lock);
	plug(printer);
	umockdev_testbed_uevent(printer->testbed, printer->sys_path, "add");
}
