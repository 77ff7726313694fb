#include "drivers/usb_list.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "drivers/usb_handle.h"
#include "drivers/usb_quirks.h"

#include <libusb.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define DEVICES "/sys/bus/usb/devices"

enum { PATH_SIZE = 512, LINE_SIZE = 512, NAMES_MAX = 4096 /* of a folder, looked at */ };

/* ---- sysfs ---- */

/* The first line of a file; "" when it cannot be read. */
static void read_line(const char *folder, const char *name, char *out_line, size_t size)
{
	char path[PATH_SIZE];
	FILE *file = NULL;

	out_line[0] = '\0';
	if (text_format(path, sizeof(path), "%s/%s", folder, name)) {
		file = fopen(path, "re");
	}
	if (file) {
		if (!fgets(out_line, (int)size, file)) {
			out_line[0] = '\0';
		}
		fclose(file);
	}
	out_line[strcspn(out_line, "\n")] = '\0';
}

static bool has_number(const char *folder, const char *name, int wanted)
{
	char line[16];
	int64_t number;

	read_line(folder, name, line, sizeof(line));
	return text_to_int(line, 0, 255, &number) && number == wanted;
}

/* The folder of a device: "…/1-1.2", never that of an interface ("1-1.2:1.0"). */
static bool find_folder(libusb_device *device, char *out_folder, size_t size)
{
	int bus = libusb_get_bus_number(device), address = libusb_get_device_address(device);
	struct dirent *entry;
	bool found = false;
	DIR *folder = opendir(DEVICES);

	for (int i = 0; folder && !found && i < NAMES_MAX && (entry = readdir(folder)) != NULL;
		i++) {
		found = entry->d_name[0] != '.' && !strchr(entry->d_name, ':') &&
			text_format(out_folder, size, DEVICES "/%s", entry->d_name) &&
			has_number(out_folder, "busnum", bus) &&
			has_number(out_folder, "devnum", address);
	}
	if (folder) {
		closedir(folder);
	}
	return found;
}

void usb_list_plain(const char *text, char *out_text, size_t size)
{
	size_t used = 0;

	for (; *text != '\0' && *text != '\n'; text++) {
		unsigned char c = (unsigned char)*text;
		bool follows = (c & 0xc0) == 0x80;
		int places = follows ? 0 : c >= 0xf0 ? 2 : 1;
		for (; places > 0 && used + 1 < size; places--) {
			out_text[used++] = c < 0x20 || c > 0x7e ? '?' : (char)c;
		}
	}
	out_text[used] = '\0';
}

static void read_string(const char *folder, const char *name, char *out_text, size_t size)
{
	char line[LINE_SIZE];

	read_line(folder, name, line, sizeof(line));
	usb_list_plain(line, out_text, size);
}

/* "EPSON TM-T82X"; a name that begins with its maker is not told twice. */
static void read_title(const char *folder, char *out_title, size_t size)
{
	char maker[USB_TITLE_SIZE / 2], name[USB_TITLE_SIZE / 2];

	read_string(folder, "manufacturer", maker, sizeof(maker));
	read_string(folder, "product", name, sizeof(name));
	text_trim(maker);
	text_trim(name);
	bool twice = maker[0] != '\0' && strncmp(name, maker, strlen(maker)) == 0;
	text_format(out_title, size, "%s%s%s", twice ? "" : maker,
		maker[0] && name[0] && !twice ? " " : "", name);
}

/* ---- whose it is ---- */

/* The file name that a link ends in; "" when there is no link. */
static void read_link(const char *path, char *out_name, size_t size)
{
	char target[PATH_SIZE];
	ssize_t length = readlink(path, target, sizeof(target) - 1);

	out_name[0] = '\0';
	if (length > 0) {
		target[length] = '\0';
		const char *slash = strrchr(target, '/');
		text_copy(out_name, size, slash ? slash + 1 : target);
	}
}

/* Whether a program prints through usblp's node, which only one may have open at a time. */
static bool is_printed_to(const char *interface)
{
	char path[PATH_SIZE], node[USB_NODE_SIZE] = "";
	struct dirent *entry;

	text_format(path, sizeof(path), "%s/usbmisc", interface);
	DIR *folder = opendir(path);
	for (int i = 0; folder && i < NAMES_MAX && (entry = readdir(folder)) != NULL; i++) {
		if (strncmp(entry->d_name, "lp", 2) == 0 && strlen(entry->d_name) < 8) {
			text_format(node, sizeof(node), "/dev/usb/%.8s", entry->d_name);
		}
	}
	if (folder) {
		closedir(folder);
	}
	int file = node[0] ? open(node, O_RDWR | O_NONBLOCK | O_CLOEXEC) : -1;
	bool busy = node[0] && file < 0 && errno == EBUSY;
	if (file >= 0) {
		close(file);
	}
	return busy;
}

static void read_owner(const char *folder, int interface, struct usb_found *found)
{
	const char *slash = strrchr(folder, '/');
	char configuration[16], path[PATH_SIZE], link[PATH_SIZE];

	read_line(folder, "bConfigurationValue", configuration, sizeof(configuration));
	if (!text_format(
		    path, sizeof(path), "%s%s:%s.%d", folder, slash, configuration, interface) ||
		!text_format(link, sizeof(link), "%s/driver", path)) {
		return;
	}
	read_link(link, found->driver, sizeof(found->driver));
	found->held = strcmp(found->driver, "usbfs") == 0 ||
		      (strcmp(found->driver, "usblp") == 0 && is_printed_to(path));
}

/* ---- the devices ---- */

static bool is_named(const struct usb_bulk_name *names, size_t count, const struct usb_found *found)
{
	for (size_t i = 0; i < count; i++) {
		if (names[i].vendor == found->vendor && names[i].product == found->product) {
			return true;
		}
	}
	return false;
}

/* Whether something can be sent to the first interface; usb_bulk takes it then. */
static bool can_be_sent_to(const struct usb_setting *setting)
{
	for (size_t i = 0; i < setting->count; i++) {
		const struct usb_endpoint *endpoint = &setting->endpoints[i];
		if ((endpoint->attributes & 3) == LIBUSB_TRANSFER_TYPE_BULK &&
			!(endpoint->address & LIBUSB_ENDPOINT_IN)) {
			return true;
		}
	}
	return false;
}

/* Only a setting of the printer class is asked: of another class the kernel would claim it. */
static void ask_id(libusb_device *device, const struct usb_choice *choice, struct usb_found *found)
{
	struct usb_handle handle = {.interface = choice->interface};

	if (usb_handle_open(&handle, device) == RESULT_OK) {
		usb_handle_ask_id(&handle, choice, found->id, sizeof(found->id));
		usb_handle_close(&handle, false);
	}
}

static bool is_printer_class(
	const struct usb_setting *settings, size_t count, const struct usb_choice *choice)
{
	for (size_t i = 0; i < count; i++) {
		if (settings[i].interface == choice->interface &&
			settings[i].alternate == choice->alternate) {
			return settings[i].class_code == LIBUSB_CLASS_PRINTER;
		}
	}
	return false;
}

/* False when `device` is nothing for us. */
static bool look_at(libusb_device *device, const struct usb_bulk_name *names, size_t name_count,
	struct usb_found *found)
{
	struct libusb_device_descriptor descriptor;
	struct usb_setting settings[USB_SETTINGS_MAX];
	struct usb_choice choice;
	char folder[PATH_SIZE];

	*found = (struct usb_found){0};
	if (libusb_get_device_descriptor(device, &descriptor) != 0) {
		return false;
	}
	found->vendor = descriptor.idVendor;
	found->product = descriptor.idProduct;
	bool vendor_class = usb_quirks_find(found->vendor, found->product) & USB_VENDOR_CLASS;
	size_t count = usb_handle_settings(device, settings, USB_SETTINGS_MAX);
	found->printer = usb_setting_choose(settings, count, vendor_class, &choice);
	if (!found->printer && !(is_named(names, name_count, found) && count > 0 &&
				       can_be_sent_to(&settings[0]))) {
		return false;
	}
	choice.interface = found->printer ? choice.interface : settings[0].interface;
	text_format(found->node, sizeof(found->node), "/dev/bus/usb/%03d/%03d",
		libusb_get_bus_number(device), libusb_get_device_address(device));
	if (find_folder(device, folder, sizeof(folder))) {
		read_string(folder, "serial", found->serial, sizeof(found->serial));
		read_title(folder, found->title, sizeof(found->title));
		read_owner(folder, choice.interface, found);
	}
	if (found->printer && !found->held && is_printer_class(settings, count, &choice)) {
		ask_id(device, &choice, found);
	}
	return true;
}

size_t usb_list(
	const struct usb_bulk_name *names, size_t count, struct usb_found *out_found, size_t room)
{
	libusb_context *context;
	libusb_device **devices;
	size_t found = 0;

	if (libusb_init(&context) != 0) {
		log_error("usb", "libusb cannot start");
		return 0;
	}
	ssize_t all = libusb_get_device_list(context, &devices);
	for (ssize_t i = 0; i < all && found < room; i++) {
		found += look_at(devices[i], names, count, &out_found[found]);
	}
	if (all >= 0) {
		libusb_free_device_list(devices, 1);
	}
	libusb_exit(context);
	return found;
}
