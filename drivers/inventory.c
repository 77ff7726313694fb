#include "drivers/inventory.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/bridge.h"
#include "drivers/hid.h"
#include "drivers/print_queue.h"
#include "drivers/serial_driver.h"
#include "drivers/usb_list.h"
#include "drivers/usb_quirks.h"

#include <stdlib.h>
#include <string.h>

enum { QUEUES = 8, NUMBER_SIZE = 64 /* of a bridge, serial_usb.c */ };

#define PRINTERS_GROUP "lp"
#define OUR_GROUP "giliran"

const char *inventory_kind_name(enum inventory_kind kind)
{
	static const char *const names[] = {
		[INVENTORY_PRINTER] = "printer",
		[INVENTORY_BOARD] = "board",
		[INVENTORY_SCANNER] = "scanner",
		[INVENTORY_KEYPAD] = "keypad",
		[INVENTORY_QUEUE] = "queue",
	};
	return names[kind];
}

const char *inventory_state_name(enum inventory_state state)
{
	static const char *const names[] = {
		[INVENTORY_FREE] = "free",
		[INVENTORY_KERNEL] = "kernel",
		[INVENTORY_HELD] = "held",
		[INVENTORY_DENIED] = "denied",
	};
	return names[state];
}

bool inventory_may_ask(const struct inventory_device *device)
{
	/* Some cannot be given back to the kernel's driver: that would be a lasting change. */
	bool returns = !(usb_quirks_find(device->vendor, device->product) & USB_NO_REATTACH);

	return device->kind == INVENTORY_PRINTER && device->receipt && device->permitted &&
	       (device->state == INVENTORY_FREE || (device->state == INVENTORY_KERNEL && returns));
}

/* ---- rights ---- */

static bool is_input(const struct inventory_device *device)
{
	return device->kind == INVENTORY_SCANNER || device->kind == INVENTORY_KEYPAD;
}

/* The line that assets/system/udev has for devices of this kind, for this one alone. */
static void write_rule(struct inventory_device *device)
{
	unsigned vendor = (unsigned)device->vendor, product = (unsigned)device->product;

	if (is_input(device)) {
		text_format(device->rule, sizeof(device->rule),
			"SUBSYSTEM==\"input\", KERNEL==\"event*\", ATTRS{id/vendor}==\"%04x\", "
			"ATTRS{id/product}==\"%04x\", GROUP=\"" OUR_GROUP "\", MODE=\"0660\"",
			vendor, product);
		return;
	}
	bool printer = device->kind == INVENTORY_PRINTER;
	text_format(device->rule, sizeof(device->rule),
		"SUBSYSTEM==\"usb\", ATTR{idVendor}==\"%04x\", ATTR{idProduct}==\"%04x\", "
		"%sGROUP=\"%s\", MODE=\"0660\"",
		vendor, product, printer ? "" : "ENV{ID_MM_DEVICE_IGNORE}=\"1\", ",
		printer ? PRINTERS_GROUP : OUR_GROUP);
}

/* An input device belongs to a group of Debian's whose members read every keyboard: ours instead.
 */
static void judge_rights(const struct rights_user *user, struct inventory_device *device)
{
	bool write = !is_input(device);

	device->permitted = rights_allow(user, device->node, write);
	if (device->permitted) {
		return;
	}
	rights_find_group(device->node, write, device->group);
	if (device->group[0] == '\0' ||
		(is_input(device) && strcmp(device->group, OUR_GROUP) != 0)) {
		text_copy(device->group, sizeof(device->group),
			device->kind == INVENTORY_PRINTER ? PRINTERS_GROUP : OUR_GROUP);
		write_rule(device);
	}
	device->member = rights_has_group(user, device->group);
}

/* ---- USB ---- */

static void name_usb(const struct usb_found *found, struct inventory_device *device)
{
	const struct bridge *bridge = bridge_find(found->vendor, found->product);

	device_id_name(found->id, device->name, sizeof(device->name));
	if (device->name[0] == '\0') {
		text_copy(device->name, sizeof(device->name), found->title);
	}
	if (device->name[0] == '\0' && !found->printer) {
		text_copy(device->name, sizeof(device->name),
			bridge ? bridge->name : "BetaBrite Prism");
	}
	if (device->name[0] == '\0') {
		text_format(device->name, sizeof(device->name), "USB %04x:%04x",
			(unsigned)found->vendor, (unsigned)found->product);
	}
}

/* Whether another device of `all` has the numbers of this one: only its serial number tells them
 * apart. */
static bool has_twin(const struct usb_found *all, size_t count, const struct usb_found *found)
{
	size_t alike = 0;

	for (size_t i = 0; i < count; i++) {
		alike += all[i].vendor == found->vendor && all[i].product == found->product;
	}
	return alike > 1;
}

/* A printer is named with its serial number, which follows it to another socket and keeps another
 * of its model away; a bridge, of which a spare is to do as well, only beside one of its kind. */
static void write_uri(const struct usb_found *all, size_t count, const struct usb_found *found,
	struct inventory_device *device)
{
	const struct bridge *bridge = bridge_find(found->vendor, found->product);
	const char *serial = found->serial;

	if (!found->printer && (!has_twin(all, count, found) || strlen(serial) >= NUMBER_SIZE ||
				       strchr(serial, ','))) {
		serial = "";
	}
	text_format(device->uri, sizeof(device->uri), "%s:%04x:%04x%s%s",
		found->printer || !bridge ? "usb" : "serial", (unsigned)found->vendor,
		(unsigned)found->product, serial[0] ? ":" : "", serial);
}

static void take_usb(const struct rights_user *user, const struct usb_found *all, size_t count,
	const struct usb_found *found, struct inventory_device *device)
{
	*device = (struct inventory_device){
		.kind = found->printer ? INVENTORY_PRINTER : INVENTORY_BOARD,
		.vendor = found->vendor,
		.product = found->product,
		.trouble = RESULT_OK,
	};
	text_copy(device->serial, sizeof(device->serial), found->serial);
	text_copy(device->driver, sizeof(device->driver), found->driver);
	text_copy(device->node, sizeof(device->node), found->node);
	name_usb(found, device);
	write_uri(all, count, found, device);
	if (found->printer) {
		device->profile = printer_profile_guess(found->vendor, found->product, found->id);
		device->receipt = (usb_quirks_find(found->vendor, found->product) & USB_RECEIPT) ||
				  device_id_is_escpos(found->id);
	}
	judge_rights(user, device);
	device->state = found->held          ? INVENTORY_HELD
			: !device->permitted ? INVENTORY_DENIED
			: found->driver[0]   ? INVENTORY_KERNEL
					     : INVENTORY_FREE;
}

static size_t list_usb(
	const struct rights_user *user, struct inventory_device *out_devices, size_t room)
{
	struct usb_bulk_name names[BRIDGES * BRIDGE_NAMES + 1] = {serial_usb_board};
	struct usb_found *found = memory_zeroed(USB_LIST_ROOM, sizeof(*found));
	const struct usb_bulk_name *name;
	size_t count = 1;

	for (size_t i = 0; (name = bridge_name_at(i)) != NULL; i++) {
		names[count++] = *name;
	}
	size_t all = usb_list(names, count, found, USB_LIST_ROOM);
	size_t taken = all < room ? all : room;
	for (size_t i = 0; i < taken; i++) {
		take_usb(user, found, all, &found[i], &out_devices[i]);
	}
	free(found);
	return taken;
}

/* ---- input devices and queues ---- */

static size_t list_inputs(
	const struct rights_user *user, struct inventory_device *out_devices, size_t room)
{
	struct hid_found *found = memory_zeroed(HID_LIST, sizeof(*found));
	size_t all = hid_list(found, HID_LIST), taken = 0;

	for (size_t i = 0; i < all && taken < room; i++) {
		const struct hid_facts *facts = &found[i].facts;
		enum hid_kind kind = hid_kind_of(facts);
		if (kind != HID_SCANNER && kind != HID_KEYPAD) {
			continue;
		}
		struct inventory_device *device = &out_devices[taken++];
		*device = (struct inventory_device){
			.kind = kind == HID_SCANNER ? INVENTORY_SCANNER : INVENTORY_KEYPAD,
			.vendor = facts->vendor,
			.product = facts->product,
			.trouble = RESULT_OK,
		};
		text_copy(device->name, sizeof(device->name), facts->name);
		text_copy(device->node, sizeof(device->node), found[i].path);
		text_format(device->uri, sizeof(device->uri), "%s:%04x:%04x",
			inventory_kind_name(device->kind), (unsigned)facts->vendor,
			(unsigned)facts->product);
		judge_rights(user, device);
		device->state = device->permitted ? INVENTORY_FREE : INVENTORY_DENIED;
	}
	free(found);
	return taken;
}

static size_t list_queues(struct inventory_device *out_devices, size_t room)
{
	struct print_queue_name names[QUEUES];
	size_t all = print_queue_list(names, room < QUEUES ? room : QUEUES);
	enum result trouble = RESULT_OK;

	for (size_t i = 0; i < all; i++) {
		struct print_queue *queue;
		struct inventory_device *device = &out_devices[i];
		*device = (struct inventory_device){.kind = INVENTORY_QUEUE, .permitted = true};
		text_format(device->uri, sizeof(device->uri), "cups:%s", names[i].text);
		text_copy(device->name, sizeof(device->name), names[i].text);
		/* A server that falls silent is not asked about the next one. */
		if (trouble != RESULT_PRINT_SERVICE) {
			trouble = print_queue_open(names[i].text, &queue);
		}
		device->trouble = trouble;
		if (trouble == RESULT_OK) {
			const struct print_printer *printer = print_queue_get_printer(queue);
			device->trouble = print_state_of_queue(printer);
			bool named = printer->model[0] &&
				     text_check(printer->model, strlen(printer->model),
					     sizeof(printer->model)) == RESULT_OK;
			text_copy(device->name, sizeof(device->name),
				named ? printer->model : names[i].text);
			print_queue_close(queue);
		}
	}
	return all;
}

static int compare(const void *one, const void *other)
{
	const struct inventory_device *a = one, *b = other;
	int by_node = strcmp(a->node, b->node);

	return a->kind != b->kind ? (a->kind > b->kind) - (a->kind < b->kind)
	       : by_node != 0     ? by_node
				  : strcmp(a->uri, b->uri);
}

size_t inventory_list(
	const struct rights_user *user, struct inventory_device *out_devices, size_t room)
{
	size_t count = list_usb(user, out_devices, room);

	count += list_inputs(user, out_devices + count, room - count);
	count += list_queues(out_devices + count, room - count);
	qsort(out_devices, count, sizeof(*out_devices), compare);
	return count;
}
