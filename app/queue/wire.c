#include "app/queue/wire.h"

#include <stddef.h>
#include <string.h>

static const char *const names[WIRE_PARTS] = {"printer", "scanner", "keypad", "board", "a4"};

const char *wire_part_name(enum wire_part part)
{
	return names[part];
}

bool wire_part_find(const char *name, enum wire_part *out_part)
{
	for (int i = 0; i < WIRE_PARTS; i++) {
		if (strcmp(names[i], name) == 0) {
			*out_part = (enum wire_part)i;
			return true;
		}
	}
	return false;
}

bool wire_is_chosen(const struct wire *wire)
{
	return !wire->fixed && wire->chosen[0] != '\0';
}

const char *wire_uri(const struct wire *wire)
{
	if (!wire_is_chosen(wire)) {
		return wire->own;
	}
	return strcmp(wire->chosen, WIRE_NOTHING) == 0 ? "" : wire->chosen;
}

const char *wire_paper(const struct wire *wire)
{
	return wire_is_chosen(wire) ? wire->paper : wire->own_paper;
}

const struct wire *wire_find(
	const struct wire *wires, int count, const char *device, enum wire_part part)
{
	for (int i = 0; i < count; i++) {
		if (wires[i].part == part && strcmp(wires[i].device, device) == 0) {
			return &wires[i];
		}
	}
	return NULL;
}

struct wire wire_follow(const struct wire *own, const struct wire *wires, int count)
{
	struct wire wire = *own;
	const struct wire *told = wire_find(wires, count, own->device, own->part);
	if (told != NULL) {
		memcpy(wire.chosen, told->chosen, sizeof wire.chosen);
		memcpy(wire.paper, told->paper, sizeof wire.paper);
	}
	return wire;
}
