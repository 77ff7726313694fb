/* Which devices the programs of this computer use: what their own settings name, and what is chosen
 * instead, as the head chooses it at the console. */
#include "app/admin/output.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/wires.h"
#include "drivers/profile.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = WIRE_DEVICE_SIZE + 16 };

static void name_wire(const struct wire *wire, char out_name[NAME_SIZE])
{
	text_format(out_name, NAME_SIZE, "%s/%s", wire->device, wire_part_name(wire->part));
}

static json_t *wire_json(const struct wire *wire)
{
	char name[NAME_SIZE];
	name_wire(wire, name);
	return json_pack("{s:s, s:o, s:o, s:b, s:o, s:o}", "device", name, "uses",
		output_text(wire_uri(wire)), "paper", output_text(wire_paper(wire)), "fixed",
		wire->fixed, "own", output_text(wire->own), "chosen", output_text(wire->chosen));
}

static int say_wire(struct admin *admin, const struct wire *wire)
{
	char name[NAME_SIZE];
	const char *uri = wire_uri(wire);
	name_wire(wire, name);
	return output_say(admin,
		wire_is_chosen(wire) ? "admin.devices.chosen"
		: wire->fixed        ? "admin.devices.fixed"
				     : "admin.devices.own",
		name, uri[0] != '\0' ? uri : WIRE_NOTHING, wire_paper(wire));
}

int admin_devices(struct admin *admin)
{
	struct wire *wires = memory_zeroed(WIRES, sizeof *wires);
	int count, status = ADMIN_DONE;
	json_t *list = json_array();
	enum result result = desk_list_wires(admin->desk, wires, &count);
	for (int i = 0; i < count; i++) {
		json_array_append_new(list, wire_json(&wires[i]));
	}
	if (result != RESULT_OK) {
		json_decref(list);
		status = admin_refuse(admin, result, NULL);
	} else if (admin_flag(admin, OPTION_JSON)) {
		status = output_json(admin, json_pack("{s:o}", "devices", list));
	} else {
		json_decref(list);
		status = count == 0 ? output_line(admin, "admin.devices.none", NULL, 0) : status;
		for (int i = 0; i < count && status == ADMIN_DONE; i++) {
			status = say_wire(admin, &wires[i]);
		}
	}
	free(wires);
	return status;
}

/* "kiosk-1/printer": a device's name may have a stroke of its own. */
static bool read_name(const char *name, struct wire *wire)
{
	const char *stroke = strrchr(name, '/');
	return stroke != NULL && stroke > name && stroke - name < WIRE_DEVICE_SIZE &&
	       text_format(wire->device, sizeof wire->device, "%.*s", (int)(stroke - name), name) &&
	       wire_part_find(stroke + 1, &wire->part);
}

static int choose(struct admin *admin, const char *uri, const char *paper)
{
	struct wire wire = {.part = WIRE_PRINTER};
	const char *name = admin_operand(admin, 0);
	if (!read_name(name, &wire)) {
		return admin_misuse(admin, "admin.devices.name", name);
	}
	if (paper[0] != '\0' &&
		(wire.part != WIRE_PRINTER || printer_profile_find(paper) == NULL)) {
		return admin_misuse(admin, "admin.devices.paper", paper);
	}
	if (!text_copy(wire.chosen, sizeof wire.chosen, uri)) {
		return admin_refuse(admin, RESULT_TEXT_LONG, name);
	}
	text_copy(wire.paper, sizeof wire.paper, paper);
	enum result result = desk_choose_wire(admin->desk, &wire);
	return result == RESULT_OK ? admin_devices(admin) : admin_refuse(admin, result, name);
}

int admin_devices_set(struct admin *admin)
{
	const char *paper = admin_value(admin, OPTION_PAPER);
	return choose(admin, admin_operand(admin, 1), paper != NULL ? paper : "");
}

int admin_devices_reset(struct admin *admin)
{
	return choose(admin, "", "");
}
