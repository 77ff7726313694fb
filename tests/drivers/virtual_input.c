#include "tests/drivers/virtual_input.h"

#include <umockdev.h>

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sys/ioctl.h>

#include <linux/input.h>

struct virtual_input {
	struct virtual_input_model model;
	struct virtual_input *first; /* whose machine it is */
	UMockdevTestbed *testbed;
	UMockdevIoctlBase *handler;
	char device[64], event[80], node[32]; /* in sysfs, and in /dev */
	int64_t now_ms;

	pthread_mutex_t lock; /* the handler runs on umockdev's thread */
	bool held;
	int grabs, requests;
};

static void check(bool right, const char *what)
{
	if (!right) {
		perror(what);
		abort();
	}
}

static void give_id(UMockdevIoctlClient *client, const struct virtual_input_model *model)
{
	struct input_id id = {.bustype = BUS_USB,
		.vendor = (__u16)model->vendor,
		.product = (__u16)model->product};
	UMockdevIoctlData *argument = umockdev_ioctl_client_get_arg(client);
	UMockdevIoctlData *data = umockdev_ioctl_data_resolve(argument, 0, sizeof(id), NULL);
	umockdev_ioctl_data_update(data, 0, (guint8 *)&id, sizeof(id));
	g_object_unref(data);
}

static gboolean on_ioctl(UMockdevIoctlBase *base, UMockdevIoctlClient *client, gpointer context)
{
	struct virtual_input *input = context;
	int result = 0, error = 0;
	gboolean known = TRUE;

	(void)base;
	pthread_mutex_lock(&input->lock);
	input->requests++;
	switch (umockdev_ioctl_client_get_request(client)) {
	case EVIOCGID: give_id(client, &input->model); break;
	case EVIOCSCLOCKID: break;
	case EVIOCGRAB:
		result = input->held ? -1 : 0;
		error = input->held ? EBUSY : 0;
		input->grabs += !input->held;
		break;
	default: known = FALSE; break;
	}
	if (known) {
		umockdev_ioctl_client_complete(client, result, error);
	}
	pthread_mutex_unlock(&input->lock);
	return known;
}

static char *path_in_machine(struct virtual_input *input, const char *path)
{
	gchar *root = umockdev_testbed_get_root_dir(input->testbed);
	gchar *whole = g_strconcat(root, path, NULL);

	g_free(root);
	return whole;
}

static void plug(struct virtual_input *input)
{
	const struct virtual_input_model *model = &input->model;
	snprintf(input->device, sizeof(input->device), "/sys/devices/pci/usb1/input/input%d",
		model->number);
	snprintf(input->event, sizeof(input->event), "%s/event%d", input->device, model->number);
	snprintf(input->node, sizeof(input->node), "/dev/input/event%d", model->number);
	GError *error = NULL;
	gchar *text = g_strdup_printf("P: %s\nE: SUBSYSTEM=input\nA: name=%s\\n\n"
				      "A: id/vendor=%04x\\n\nA: id/product=%04x\\n\n"
				      "A: capabilities/key=%s\\n\n\n"
				      "P: %s\nN: input/event%d\nE: DEVNAME=%s\nE: MAJOR=13\n"
				      "E: MINOR=%d\nE: SUBSYSTEM=input\nL: device=../../input%d\n",
		input->device + strlen("/sys"), model->name, (unsigned)model->vendor,
		(unsigned)model->product, model->keys, input->event + strlen("/sys"), model->number,
		input->node, 64 + model->number, model->number);

	check(umockdev_testbed_add_from_string(input->testbed, text, &error), "umockdev");
	g_free(text);
	/* A client that had the other end of its own node would never be told that it is gone. */
	fcntl(umockdev_testbed_get_dev_fd(input->testbed, input->node), F_SETFD, FD_CLOEXEC);
	check(umockdev_testbed_attach_ioctl(input->testbed, input->node, input->handler, NULL),
		"umockdev");
}

struct virtual_input *virtual_input_create(
	const struct virtual_input_model *model, struct virtual_input *other)
{
	struct virtual_input *input = calloc(1, sizeof(*input));

	check(input != NULL, "memory");
	input->model = *model;
	input->first = other != NULL ? other->first : input;
	input->now_ms = 1000;
	pthread_mutex_init(&input->lock, NULL);
	input->testbed = other != NULL ? other->testbed : umockdev_testbed_new();
	input->handler = umockdev_ioctl_base_new();
	g_signal_connect(input->handler, "handle-ioctl", G_CALLBACK(on_ioctl), input);
	plug(input);
	return input;
}

void virtual_input_destroy(struct virtual_input *input)
{
	umockdev_testbed_detach_ioctl(input->testbed, input->node, NULL);
	g_object_unref(input->handler);
	if (input->first == input) {
		g_object_unref(input->testbed);
	}
	pthread_mutex_destroy(&input->lock);
	free(input);
}

void *virtual_input_testbed(struct virtual_input *input)
{
	return input->testbed;
}

int virtual_input_grabs(struct virtual_input *input)
{
	pthread_mutex_lock(&input->lock);
	int grabs = input->grabs;
	pthread_mutex_unlock(&input->lock);
	return grabs;
}

int virtual_input_requests(struct virtual_input *input)
{
	pthread_mutex_lock(&input->lock);
	int requests = input->requests;
	pthread_mutex_unlock(&input->lock);
	return requests;
}

void virtual_input_hold(struct virtual_input *input, bool held)
{
	pthread_mutex_lock(&input->lock);
	input->held = held;
	pthread_mutex_unlock(&input->lock);
}

void virtual_input_set_mode(struct virtual_input *input, int mode)
{
	gchar *node = path_in_machine(input, input->node);

	check(chmod(node, (mode_t)mode) == 0, node);
	g_free(node);
}

void virtual_input_link(struct virtual_input *input, const char *name)
{
	gchar *folder = path_in_machine(input, "/dev/input/by-id");
	gchar *link = g_strdup_printf("%s/%s", folder, name);
	gchar *target = g_strdup_printf("../event%d", input->model.number);

	mkdir(folder, 0755);
	check(symlink(target, link) == 0, link);
	g_free(target);
	g_free(link);
	g_free(folder);
}

static struct input_event event_of(const struct virtual_input *input, int type, int code, int value)
{
	struct input_event event = {.type = (__u16)type, .code = (__u16)code, .value = value};

	event.input_event_sec = input->now_ms / 1000;
	event.input_event_usec = input->now_ms % 1000 * 1000;
	return event;
}

void virtual_input_press(
	struct virtual_input *input, const uint16_t *codes, size_t count, int gap_ms)
{
	enum { EVENTS = 4, KEYS = 64 };
	struct input_event events[EVENTS * KEYS];
	size_t used = 0;
	int fd = umockdev_testbed_get_dev_fd(input->testbed, input->node);

	check(count <= KEYS, "too many keys");
	for (size_t i = 0; i < count; i++) {
		input->now_ms += gap_ms;
		for (int down = 1; down >= 0; down--) {
			events[used++] = event_of(input, EV_KEY, codes[i], down);
			events[used++] = event_of(input, EV_SYN, SYN_REPORT, 0);
		}
	}
	ssize_t size = (ssize_t)(used * sizeof(events[0]));
	check(write(fd, events, (size_t)size) == size, "event");
	input->now_ms += 1000;
}

/* The node is the end of a pty: when the other end is taken away, whoever has it open is told. */
void virtual_input_unplug(struct virtual_input *input)
{
	gchar *node = path_in_machine(input, input->node);
	int fd = umockdev_testbed_get_dev_fd(input->testbed, input->node);
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);

	umockdev_testbed_detach_ioctl(input->testbed, input->node, NULL);
	umockdev_testbed_remove_device(input->testbed, input->event);
	umockdev_testbed_remove_device(input->testbed, input->device);
	unlink(node);
	check(nothing >= 0 && dup2(nothing, fd) == fd, "unplugging");
	close(nothing);
	g_free(node);
}

void virtual_input_replug(struct virtual_input *input)
{
	input->model.number++;
	plug(input);
}
