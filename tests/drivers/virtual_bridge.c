#include "tests/drivers/virtual_bridge_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include <linux/usbdevice_fs.h>

static bool is_due(const struct virtual_bridge *bridge, long after)
{
	return after >= 0 && (long)bridge->taken->len >= after;
}

static bool advance_out(struct virtual_bridge *bridge, struct usbdevfs_urb *urb, uint8_t *data)
{
	struct virtual_bridge_state *state = &bridge->state;

	while (urb->actual_length < urb->buffer_length) {
		if (is_due(bridge, state->unplug_after)) {
			state->gone = true;
			urb->status = -ESHUTDOWN;
			return true;
		}
		if (is_due(bridge, state->halt_after)) {
			state->halt_after = -1;
			bridge->halted = true;
		}
		if (bridge->halted) {
			urb->status = -EPIPE;
			return true;
		}
		if (state->refuses) {
			return false;
		}
		virtual_bridge_take(bridge, data[urb->actual_length++]);
	}
	urb->status = 0;
	return true;
}

/* One short packet a read, as slow boards send them: three bytes of the answer. */
static bool advance_in(struct virtual_bridge *bridge, struct usbdevfs_urb *urb, uint8_t *data)
{
	enum { PIECE = 3 };
	int header = bridge->model.ftdi ? 2 : 0;
	int count = bridge->answers->len < PIECE ? (int)bridge->answers->len : PIECE;

	if (header + count > urb->buffer_length || header + count == 0) {
		return false;
	}
	if (header > 0) {
		data[0] = 0x01;
		data[1] = 0x60;
	}
	if (count > 0) {
		memcpy(data + header, bridge->answers->data, (size_t)count);
		g_byte_array_remove_range(bridge->answers, 0, (guint)count);
	}
	urb->actual_length = header + count;
	urb->status = 0;
	return true;
}

/* Completes what can be completed. */
static void advance(struct virtual_bridge *bridge)
{
	for (guint i = 0; i < bridge->transfers->len; i++) {
		struct bridge_transfer *transfer =
			&g_array_index(bridge->transfers, struct bridge_transfer, i);
		struct usbdevfs_urb *urb = (void *)transfer->urb->data;
		if (transfer->done) {
			continue;
		}
		if (bridge->state.gone) {
			urb->status = -ESHUTDOWN;
			transfer->done = true;
		} else if (urb->type == USBDEVFS_URB_TYPE_CONTROL) {
			int moved = virtual_bridge_control(bridge, transfer->buffer->data);
			urb->status = moved < 0 ? moved : 0;
			urb->actual_length = moved < 0 ? 0 : moved;
			transfer->done = true;
		} else if (urb->endpoint == bridge->model.in && bridge->model.in) {
			transfer->done = advance_in(bridge, urb, transfer->buffer->data);
		} else if (urb->endpoint == bridge->model.out) {
			transfer->done = advance_out(bridge, urb, transfer->buffer->data);
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
	struct virtual_bridge *bridge, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	struct bridge_transfer transfer = {0};

	transfer.urb = umockdev_ioctl_data_resolve(argument, 0, sizeof(struct usbdevfs_urb), NULL);
	struct usbdevfs_urb *urb = (void *)transfer.urb->data;
	urb->actual_length = 0;
	if (urb->buffer_length > 0) {
		transfer.buffer = umockdev_ioctl_data_resolve(transfer.urb,
			G_STRUCT_OFFSET(struct usbdevfs_urb, buffer), (gsize)urb->buffer_length,
			NULL);
	}
	g_array_append_val(bridge->transfers, transfer);
	advance(bridge);
	finish(client, 0, 0);
}

static void discard(
	struct virtual_bridge *bridge, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	unsigned long wanted;

	memcpy(&wanted, argument->data, sizeof(wanted));
	for (guint i = 0; i < bridge->transfers->len; i++) {
		struct bridge_transfer *transfer =
			&g_array_index(bridge->transfers, struct bridge_transfer, i);
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
	struct virtual_bridge *bridge, UMockdevIoctlClient *client, UMockdevIoctlData *argument)
{
	advance(bridge);
	for (guint i = 0; i < bridge->transfers->len; i++) {
		struct bridge_transfer transfer =
			g_array_index(bridge->transfers, struct bridge_transfer, i);
		if (transfer.done) {
			g_array_remove_index(bridge->transfers, i);
			UMockdevIoctlData *result =
				umockdev_ioctl_data_resolve(argument, 0, sizeof(gpointer), NULL);
			umockdev_ioctl_data_set_ptr(result, 0, transfer.urb);
			finish(client, 0, 0);
			return;
		}
	}
	finish(client, -1, bridge->state.gone ? ENODEV : EAGAIN);
}

/* The requests about interfaces and drivers. */
static void administer(struct virtual_bridge *bridge, UMockdevIoctlClient *client,
	unsigned long request, UMockdevIoctlData *argument)
{
	struct virtual_bridge_state *state = &bridge->state;
	UMockdevIoctlData *data;

	switch (request) {
	case USBDEVFS_GETDRIVER:
		if (!state->kernel_driver) {
			finish(client, -1, ENODATA);
			return;
		}
		data = umockdev_ioctl_data_resolve(
			argument, 0, sizeof(struct usbdevfs_getdriver), NULL);
		memcpy(((struct usbdevfs_getdriver *)(void *)data->data)->driver, "ch341", 6);
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
		if (state->kernel_driver || bridge->model.held) {
			finish(client, -1, EBUSY);
			return;
		}
		state->claims++;
		break;
	case USBDEVFS_RELEASEINTERFACE: state->releases++; break;
	case USBDEVFS_CLEAR_HALT:
		bridge->halted = false;
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

/* What was opened before it was pulled out stays dead when it is back, as in the kernel. */
static bool is_stale(struct virtual_bridge *bridge, UMockdevIoctlClient *client)
{
	static const char key[] = "session";
	int session = GPOINTER_TO_INT(g_object_get_data(G_OBJECT(client), key));

	if (session == 0) {
		session = bridge->session;
		g_object_set_data(G_OBJECT(client), key, GINT_TO_POINTER(session));
	}
	return session != bridge->session;
}

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer context)
{
	struct virtual_bridge *bridge = context;
	unsigned long request = umockdev_ioctl_client_get_request(client);
	UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
	gboolean known = TRUE;

	(void)base;
	pthread_mutex_lock(&bridge->lock);
	bool winding_up = request == USBDEVFS_REAPURBNDELAY || request == USBDEVFS_DISCARDURB;
	if (is_stale(bridge, client) || (bridge->state.gone && !winding_up)) {
		finish(client, -1, ENODEV);
		pthread_mutex_unlock(&bridge->lock);
		return TRUE;
	}
	switch (request) {
	case USBDEVFS_GET_CAPABILITIES: give_capabilities(client, argument); break;
	case USBDEVFS_SUBMITURB: submit(bridge, client, argument); break;
	case USBDEVFS_DISCARDURB: discard(bridge, client, argument); break;
	case USBDEVFS_REAPURB:
	case USBDEVFS_REAPURBNDELAY: reap(bridge, client, argument); break;
	case USBDEVFS_GETDRIVER:
	case USBDEVFS_IOCTL:
	case USBDEVFS_CLAIMINTERFACE:
	case USBDEVFS_RELEASEINTERFACE:
	case USBDEVFS_SETINTERFACE:
	case USBDEVFS_SETCONFIGURATION:
	case USBDEVFS_CLEAR_HALT:
	case USBDEVFS_RESET: administer(bridge, client, request, argument); break;
	default: known = FALSE; break;
	}
	pthread_mutex_unlock(&bridge->lock);
	return known;
}

static void plug(struct virtual_bridge *bridge)
{
	GString *text = virtual_bridge_describe(&bridge->model);
	GError *error = NULL;

	if (!umockdev_testbed_add_from_string(bridge->testbed, text->str, &error)) {
		fprintf(stderr, "umockdev: %s\n", error->message);
		abort();
	}
	g_string_free(text, TRUE);
}

struct virtual_bridge *virtual_bridge_create(const struct virtual_bridge_model *model)
{
	struct virtual_bridge *bridge = calloc(1, sizeof(*bridge));

	if (!bridge) {
		abort();
	}
	bridge->model = *model;
	bridge->session = 1;
	bridge->last = -1;
	bridge->state = (struct virtual_bridge_state){
		.halt_after = -1, .unplug_after = -1, .kernel_driver = model->kernel_driver};
	bridge->transfers = g_array_new(FALSE, TRUE, sizeof(struct bridge_transfer));
	bridge->taken = g_byte_array_new();
	bridge->answers = g_byte_array_new();
	bridge->asked = g_string_new(NULL);
	bridge->line = g_string_new(NULL);
	pthread_mutex_init(&bridge->lock, NULL);
	bridge->testbed = umockdev_testbed_new();
	plug(bridge);
	bridge->handler = umockdev_ioctl_base_new();
	g_signal_connect(bridge->handler, "handle-ioctl", G_CALLBACK(on_ioctl), bridge);
	umockdev_testbed_attach_ioctl(bridge->testbed, BRIDGE_NODE_PATH, bridge->handler, NULL);
	return bridge;
}

void virtual_bridge_destroy(struct virtual_bridge *bridge)
{
	umockdev_testbed_detach_ioctl(bridge->testbed, BRIDGE_NODE_PATH, NULL);
	g_object_unref(bridge->handler);
	g_object_unref(bridge->testbed);
	g_array_free(bridge->transfers, TRUE);
	g_byte_array_free(bridge->taken, TRUE);
	g_byte_array_free(bridge->answers, TRUE);
	g_string_free(bridge->asked, TRUE);
	g_string_free(bridge->line, TRUE);
	pthread_mutex_destroy(&bridge->lock);
	free(bridge);
}

void virtual_bridge_change(struct virtual_bridge *bridge,
	void (*change)(struct virtual_bridge_state *state, long value), long value)
{
	pthread_mutex_lock(&bridge->lock);
	change(&bridge->state, value);
	pthread_mutex_unlock(&bridge->lock);
}

struct virtual_bridge_state virtual_bridge_look(struct virtual_bridge *bridge)
{
	pthread_mutex_lock(&bridge->lock);
	struct virtual_bridge_state state = bridge->state;
	pthread_mutex_unlock(&bridge->lock);
	return state;
}

static char *copy(const void *data, size_t size)
{
	char *text = calloc(1, size + 1);

	if (!text) {
		abort();
	}
	memcpy(text, data ? data : "", size);
	return text;
}

char *virtual_bridge_taken(struct virtual_bridge *bridge, size_t *out_size)
{
	pthread_mutex_lock(&bridge->lock);
	*out_size = bridge->taken->len;
	char *text = copy(bridge->taken->data, bridge->taken->len);
	pthread_mutex_unlock(&bridge->lock);
	return text;
}

char *virtual_bridge_asked(struct virtual_bridge *bridge)
{
	pthread_mutex_lock(&bridge->lock);
	char *text = copy(bridge->asked->str, bridge->asked->len);
	pthread_mutex_unlock(&bridge->lock);
	return text;
}

void virtual_bridge_forget(struct virtual_bridge *bridge)
{
	pthread_mutex_lock(&bridge->lock);
	g_byte_array_set_size(bridge->taken, 0);
	g_string_truncate(bridge->asked, 0);
	pthread_mutex_unlock(&bridge->lock);
}

void virtual_bridge_unplug(struct virtual_bridge *bridge)
{
	pthread_mutex_lock(&bridge->lock);
	bridge->state.gone = true;
	pthread_mutex_unlock(&bridge->lock);
	umockdev_testbed_uevent(bridge->testbed, BRIDGE_SYS_PATH, "remove");
	umockdev_testbed_remove_device(bridge->testbed, BRIDGE_SYS_PATH);
}

void virtual_bridge_replug(struct virtual_bridge *bridge)
{
	pthread_mutex_lock(&bridge->lock);
	bridge->session++;
	bridge->state.gone = false;
	bridge->state.unplug_after = -1;
	bridge->state.kernel_driver = bridge->model.kernel_driver;
	g_array_set_size(bridge->transfers, 0);
	g_byte_array_set_size(bridge->answers, 0);
	bridge->last = -1;
	bridge->halted = false;
	pthread_mutex_unlock(&bridge->lock);
	plug(bridge);
	umockdev_testbed_uevent(bridge->testbed, BRIDGE_SYS_PATH, "add");
}
