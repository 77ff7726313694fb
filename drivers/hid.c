#include "drivers/hid.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include <linux/input.h>

#define NODES "/dev/input"
#define NODE_PREFIX NODES "/event"
#define BY_ID NODES "/by-id"
#define CLASS "/sys/class/input"

enum { NUMBER_LIMIT = 9999, NAMES = 256, READ_EVENTS = 64, KEYS_TEXT = 512 };

struct hid_device {
	int fd;
	struct hid_found found;
};

/* ---- sysfs ---- */

/* The first line of a file of device `number`; false when it cannot be read. */
static bool read_attribute(int number, const char *name, char *out_text, size_t size)
{
	char path[96];
	text_format(path, sizeof(path), CLASS "/event%d/device/%s", number, name);
	FILE *file = fopen(path, "re");
	if (file == NULL) {
		return false;
	}
	bool read = fgets(out_text, (int)size, file) != NULL;
	fclose(file);
	if (read) {
		out_text[strcspn(out_text, "\n")] = '\0';
	}
	return read;
}

static bool read_id(int number, const char *name, int *out_value)
{
	char text[16];
	char *end;
	if (!read_attribute(number, name, text, sizeof(text))) {
		return false;
	}
	long value = strtol(text, &end, 16);
	*out_value = (int)value;
	return end != text && *end == '\0' && value >= 0 && value <= 0xffff;
}

/* What the maker wrote, without what a terminal or a screen would stumble over. */
static void clean_name(char *name)
{
	for (char *at = name; *at != '\0'; at++) {
		if (*at < ' ' || *at > '~') {
			*at = '?';
		}
	}
	text_trim(name);
}

static bool read_facts(int number, struct hid_found *out_found)
{
	char keys[KEYS_TEXT];
	struct hid_facts *facts = &out_found->facts;
	*out_found = (struct hid_found){0};
	text_format(out_found->path, sizeof(out_found->path), NODE_PREFIX "%d", number);
	if (!read_attribute(number, "name", facts->name, sizeof(facts->name))) {
		facts->name[0] = '\0'; /* a device need not have one */
	}
	clean_name(facts->name);
	return read_id(number, "id/vendor", &facts->vendor) &&
	       read_id(number, "id/product", &facts->product) &&
	       read_attribute(number, "capabilities/key", keys, sizeof(keys)) &&
	       hid_keys_read(keys, facts->keys);
}

/* The number of "event12"; false for every other name. */
static bool read_number(const char *name, int *out_number)
{
	static const char prefix[] = "event";
	int64_t value;
	if (strncmp(name, prefix, sizeof(prefix) - 1) != 0 ||
		!text_to_int(name + sizeof(prefix) - 1, 0, NUMBER_LIMIT, &value)) {
		return false;
	}
	*out_number = (int)value;
	return true;
}

static int compare_numbers(const void *one, const void *other)
{
	const int *a = one, *b = other;
	return (*a > *b) - (*a < *b);
}

static size_t list_numbers(int out_numbers[NAMES])
{
	size_t count = 0;
	struct dirent *entry;
	DIR *folder = opendir(CLASS);
	if (folder == NULL) {
		return 0;
	}
	while (count < NAMES && (entry = readdir(folder)) != NULL) {
		count += read_number(entry->d_name, &out_numbers[count]);
	}
	closedir(folder);
	qsort(out_numbers, count, sizeof(out_numbers[0]), compare_numbers);
	return count;
}

size_t hid_list(struct hid_found *out_found, size_t room)
{
	int numbers[NAMES];
	size_t known = list_numbers(numbers), count = 0;
	for (size_t i = 0; i < known && count < room; i++) {
		count += read_facts(numbers[i], &out_found[count]) &&
			 hid_can_type(&out_found[count].facts);
	}
	return count;
}

/* ---- opening ---- */

static enum result result_of(int error)
{
	switch (error) {
	case EACCES:
	case EPERM: return RESULT_DEVICE_DENIED;
	case EBUSY: return RESULT_DEVICE_HELD;
	case ENOENT:
	case ENODEV:
	case ENXIO: return RESULT_DEVICE_MISSING;
	default: return RESULT_DEVICE_FAILED;
	}
}

/* The node may have been given to another device since sysfs was read. */
static bool is_same(int fd, const struct hid_facts *facts)
{
	struct input_id id;
	return ioctl(fd, EVIOCGID, &id) >= 0 && id.vendor == facts->vendor &&
	       id.product == facts->product;
}

static enum result grab(int fd, const struct hid_found *found)
{
	int clock = CLOCK_MONOTONIC;
	if (!is_same(fd, &found->facts)) {
		return RESULT_DEVICE_MISSING;
	}
	if (ioctl(fd, EVIOCGRAB, (void *)1) != 0) {
		return result_of(errno);
	}
	/* So that a clock set right between two keys is no pause; else their times are as good. */
	if (ioctl(fd, EVIOCSCLOCKID, &clock) != 0) {
		log_warn("hid", "%s keeps wall time: %s", found->path, strerror(errno));
	}
	return RESULT_OK;
}

static enum result open_found(const struct hid_found *found, struct hid_device **out_device)
{
	int fd = open(found->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd < 0) {
		return result_of(errno);
	}
	enum result result = grab(fd, found);
	if (result != RESULT_OK) {
		close(fd);
		return result;
	}
	*out_device = memory_zeroed(1, sizeof(**out_device));
	**out_device = (struct hid_device){.fd = fd, .found = *found};
	return RESULT_OK;
}

/* The device of a node, or of a link of udev that ends in one ("../event5"). */
static bool find_path(const char *path, struct hid_found *out_found)
{
	char target[PATH_MAX];
	int number;
	ssize_t length = readlink(path, target, sizeof(target) - 1);
	if (length >= 0) {
		target[length] = '\0';
		path = target;
	}
	const char *slash = strrchr(path, '/');
	return slash != NULL && read_number(slash + 1, &number) && read_facts(number, out_found);
}

static size_t find_all(const struct hid_wish *wish, struct hid_found *out_found, size_t room)
{
	if (wish->by == HID_BY_PATH) {
		return find_path(wish->path, out_found);
	}
	return hid_list(out_found, room);
}

enum result hid_open(const struct hid_wish *wish, struct hid_device **out_device)
{
	struct hid_found *found = memory_zeroed(HID_LIST, sizeof(*found));
	enum result result = RESULT_DEVICE_MISSING;
	size_t count = find_all(wish, found, HID_LIST);
	*out_device = NULL;
	for (size_t i = 0; i < count && result != RESULT_OK; i++) {
		if (hid_wish_takes(wish, &found[i].facts)) {
			enum result opened = open_found(&found[i], out_device);
			result = opened != RESULT_DEVICE_MISSING ? opened : result;
		}
	}
	free(found);
	return result;
}

void hid_close(struct hid_device *device)
{
	if (device != NULL) {
		close(device->fd); /* which also ends the grab */
		free(device);
	}
}

int hid_get_fd(const struct hid_device *device)
{
	return device->fd;
}

const struct hid_found *hid_get_found(const struct hid_device *device)
{
	return &device->found;
}

enum result hid_read(
	struct hid_device *device, struct hid_event *out_events, size_t room, size_t *out_count)
{
	struct input_event events[READ_EVENTS];
	room = room < READ_EVENTS ? room : READ_EVENTS;
	*out_count = 0;
	ssize_t size = read(device->fd, events, room * sizeof(events[0]));
	if (size < 0 && (errno == EAGAIN || errno == EINTR)) {
		return RESULT_OK;
	}
	if (size <= 0) {
		return RESULT_DEVICE_MISSING; /* ENODEV: unplugged */
	}
	for (size_t i = 0; i < (size_t)size / sizeof(events[0]); i++) {
		int64_t seconds = events[i].input_event_sec;
		out_events[(*out_count)++] = (struct hid_event){
			.time_ms = seconds * 1000 + events[i].input_event_usec / 1000,
			.type = events[i].type,
			.code = events[i].code,
			.value = events[i].value,
		};
	}
	memory_wipe(events, sizeof(events));
	return RESULT_OK;
}

/* ---- what comes and goes ---- */

int hid_watch_open(void)
{
	int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch < 0) {
		log_warn("hid", "no news of devices, they are looked for: %s", strerror(errno));
	}
	return watch;
}

/* A node is made for root alone and gets its rights a moment later (IN_ATTRIB). Watching a folder
 * twice is watching it once; one that is not there, or cannot be watched, is looked at now and
 * then. */
void hid_watch_renew(int watch)
{
	static const char *const folders[] = {NODES, BY_ID};
	for (size_t i = 0; watch >= 0 && i < sizeof(folders) / sizeof(folders[0]); i++) {
		(void)inotify_add_watch(
			watch, folders[i], IN_CREATE | IN_ATTRIB | IN_MOVED_TO | IN_DELETE);
	}
}

void hid_watch_read(int watch)
{
	char drained[4096];
	while (read(watch, drained, sizeof(drained)) > 0) {
	}
}
