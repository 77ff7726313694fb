/* The rows of the devices: which one each part of a program on this computer uses. */
#include "app/base/text.h"
#include "app/console/office_topic.h"

#include <string.h>

enum { OWN, NOTHING, FIRST_FOUND };

static const struct wire *wires_of(const struct office_file *file, int *out_count)
{
	*out_count = file->with_wires ? file->wire_count : 0;
	return file->wires;
}

const struct wire *topic_wire(const struct setup *setup)
{
	int count;
	const struct wire *wires = wires_of(setup->edit, &count);
	return setup->wire < count ? &wires[setup->wire] : NULL;
}

/* ---- what can be chosen ---- */

static void add(struct topic_choices *choices, const char *uri)
{
	for (int i = 0; i < choices->count; i++) {
		if (strcmp(choices->uris[i], uri) == 0) {
			return;
		}
	}
	if (choices->count < TOPIC_CHOICES) {
		text_copy(choices->uris[choices->count++], WIRE_URI_SIZE, uri);
	}
}

/* Whatever of its kind is plugged in, or will be. */
static void add_usual(struct topic_choices *choices, enum wire_part part)
{
	static const char *const usual[WIRE_PARTS][4] = {
		[WIRE_PRINTER] = {"usb:auto"},
		[WIRE_SCANNER] = {"scanner:auto"},
		[WIRE_KEYPAD] = {"keypad:auto", "phonepad:auto"},
		[WIRE_BOARD] = {"alpha+usb:auto", "cd5220+serial:auto", "epson+serial:auto",
			"frame+serial:auto"},
	};
	for (int i = 0; i < 4 && usual[part][i] != NULL; i++) {
		add(choices, usual[part][i]);
	}
}

static bool is_of(const struct inventory_device *device, enum wire_part part)
{
	switch (part) {
	case WIRE_PRINTER:
		return device->kind == INVENTORY_PRINTER || device->kind == INVENTORY_QUEUE;
	case WIRE_SCANNER: return device->kind == INVENTORY_SCANNER;
	case WIRE_KEYPAD: return device->kind == INVENTORY_KEYPAD;
	case WIRE_BOARD: return device->kind == INVENTORY_BOARD;
	default: return device->kind == INVENTORY_QUEUE;
	}
}

/* A board's language stands before its address: the one it has, else the open one. */
static void add_found(struct topic_choices *choices, const struct wire *wire,
	const struct inventory_device *device)
{
	char uri[WIRE_URI_SIZE];
	const char *end = strchr(wire->own, '+');
	if (wire->part != WIRE_BOARD) {
		add(choices, device->uri);
	} else if (text_format(uri, sizeof uri, "%.*s+%s", end != NULL ? (int)(end - wire->own) : 5,
			   end != NULL ? wire->own : "frame", device->uri)) {
		add(choices, uri);
	}
}

void topic_find_choices(
	const struct setup *setup, const struct wire *wire, struct topic_choices *out_choices)
{
	*out_choices = (struct topic_choices){.count = FIRST_FOUND};
	text_copy(out_choices->uris[NOTHING], WIRE_URI_SIZE, WIRE_NOTHING);
	if (wire->fixed) {
		out_choices->count = 1;
		return;
	}
	add_usual(out_choices, wire->part);
	for (int i = 0; setup->plugged != NULL && i < setup->plugged->count; i++) {
		if (is_of(&setup->plugged->devices[i], wire->part)) {
			add_found(out_choices, wire, &setup->plugged->devices[i]);
		}
	}
	/* What was chosen may be unplugged by now. */
	add(out_choices, setup->was->wires[setup->wire].chosen);
	add(out_choices, wire->chosen);
}

/* ---- rows ---- */

static int list_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS])
{
	const struct wire *wire = topic_wire(setup);
	int count = 0;
	topic_add(out_rows, &count, SETUP_WIRE, 1);
	topic_add(out_rows, &count, SETUP_WIRE_DEVICE, wire != NULL ? 1 : 0);
	bool papers = wire != NULL && wire->part == WIRE_PRINTER && !wire->fixed &&
		      wire->chosen[0] != '\0' && strcmp(wire->chosen, WIRE_NOTHING) != 0;
	topic_add(out_rows, &count, SETUP_WIRE_PAPER, papers ? 1 : 0);
	return count;
}

static int count_papers(void)
{
	int count = 0;
	while (printer_profile_at((size_t)count) != NULL) {
		count++;
	}
	return count;
}

static int count_options(const struct setup *setup, struct setup_row row)
{
	struct topic_choices choices;
	const struct wire *wire = topic_wire(setup);
	int count;
	(void)wires_of(setup->edit, &count);
	if (row.field == SETUP_WIRE) {
		return count > 0 ? count : 1;
	}
	if (wire == NULL) {
		return 1;
	}
	if (row.field == SETUP_WIRE_PAPER) {
		return count_papers() + 1;
	}
	topic_find_choices(setup, wire, &choices);
	return choices.count;
}

static int find_paper(const char *name)
{
	const struct printer_profile *profile;
	for (int i = 0; (profile = printer_profile_at((size_t)i)) != NULL; i++) {
		if (strcmp(profile->name, name) == 0) {
			return i + 1;
		}
	}
	return 0;
}

static int chosen(const struct setup *setup, struct setup_row row)
{
	struct topic_choices choices;
	const struct wire *wire = topic_wire(setup);
	if (row.field == SETUP_WIRE) {
		return setup->wire;
	}
	if (wire == NULL) {
		return 0;
	}
	if (row.field == SETUP_WIRE_PAPER) {
		return find_paper(wire->paper);
	}
	topic_find_choices(setup, wire, &choices);
	for (int i = 0; i < choices.count; i++) {
		if (strcmp(choices.uris[i], wire->chosen) == 0) {
			return i;
		}
	}
	return OWN;
}

static void take(struct setup *setup, struct setup_row row, int option)
{
	struct topic_choices choices;
	struct wire *wire = (struct wire *)(uintptr_t)topic_wire(setup);
	if (row.field == SETUP_WIRE || wire == NULL) {
		setup->wire = option;
	} else if (row.field == SETUP_WIRE_PAPER) {
		text_copy(wire->paper, sizeof wire->paper,
			option > 0 ? printer_profile_at((size_t)option - 1)->name : "");
	} else {
		topic_find_choices(setup, wire, &choices);
		text_copy(wire->chosen, sizeof wire->chosen, choices.uris[option]);
		if (option <= NOTHING) {
			wire->paper[0] = '\0';
		}
	}
}

static void tell(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE])
{
	(void)setup;
	(void)row;
	out_text[0] = '\0';
}

/* Nothing is typed here. */
static enum result put(struct setup *setup, struct setup_row row, const char *text)
{
	(void)setup;
	(void)row;
	(void)text;
	return RESULT_OK;
}

const struct topic topic_devices = {list_rows, count_options, chosen, take, tell, put};
