#include "app/desk/wires.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/office_rows.h"
#include "db/wire_rows.h"

#include <sodium.h>

#include <stdlib.h>
#include <string.h>

static bool is_known(struct desk *desk, const struct wire *wire)
{
	struct wire *wires = memory_zeroed(WIRES, sizeof *wires);
	int count = wire_rows_list(desk->store, wires, WIRES);
	const struct wire *known = wire_find(wires, count, wire->device, wire->part);
	/* Where the table is full of other programs it is not grown further. */
	bool same = known != NULL
			    ? strcmp(known->own, wire->own) == 0 && known->fixed == wire->fixed &&
				      strcmp(known->own_paper, wire->own_paper) == 0
			    : count == WIRES;
	free(wires);
	return same;
}

enum result desk_report_wire(struct desk *desk, const struct wire *wire)
{
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	bool known = is_known(desk, wire);
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || known) {
		return result;
	}
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	wire_rows_set_own(desk->store, wire);
	return act_end(desk, RESULT_OK);
}

enum result desk_list_wires(struct desk *desk, struct wire *out_wires, int *out_count)
{
	enum result result = look_begin(desk);
	*out_count = 0;
	if (result != RESULT_OK) {
		return result;
	}
	*out_count = wire_rows_list(desk->store, out_wires, WIRES);
	return look_end(desk, RESULT_OK);
}

/* "kiosk-1/printer cups:kasir 58mm". An address that is too long for the log is told by the start
 * of its hash; it stands in the row. */
static void say_wire(const struct wire *wire, char out_detail[EVENT_DETAIL_SIZE])
{
	enum { HASH = 16, SHOWN = 12 };
	const char *part = wire_part_name(wire->part);
	const char *gap = wire->paper[0] != '\0' ? " " : "";
	unsigned char hash[HASH];
	char hex[2 * HASH + 1];
	if (text_format(out_detail, EVENT_DETAIL_SIZE, "%s/%s %s%s%s", wire->device, part,
		    wire->chosen, gap, wire->paper)) {
		return;
	}
	crypto_generichash(hash, sizeof hash, (const unsigned char *)wire->chosen,
		strlen(wire->chosen), NULL, 0);
	sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
	text_format(out_detail, EVENT_DETAIL_SIZE, "%s/%s #%.*s%s%s", wire->device, part, SHOWN,
		hex, gap, wire->paper);
}

void wires_write_choice(struct desk *desk, const struct wire *wire, const char *staff)
{
	struct event event = event_of(EVENT_DEVICE_CHOSEN);
	wire_rows_choose(desk->store, wire);
	text_copy(event.staff, sizeof event.staff, staff);
	say_wire(wire, event.detail);
	act_note_event(desk, &event, NULL);
}

/* Inside the act. */
static enum result choose(struct desk *desk, const struct wire *wanted, bool *out_changed)
{
	struct wire *wires = memory_zeroed(WIRES, sizeof *wires);
	int count = wire_rows_list(desk->store, wires, WIRES);
	const struct wire *known = wire_find(wires, count, wanted->device, wanted->part);
	enum result result = known == NULL  ? RESULT_WIRE_UNKNOWN
			     : known->fixed ? RESULT_WIRE_FIXED
					    : text_check(wanted->chosen, strlen(wanted->chosen),
						      sizeof wanted->chosen);
	*out_changed = result == RESULT_OK && (strcmp(known->chosen, wanted->chosen) != 0 ||
						      strcmp(known->paper, wanted->paper) != 0);
	free(wires);
	return result;
}

enum result desk_choose_wire(struct desk *desk, const struct wire *wire)
{
	bool changes;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = choose(desk, wire, &changes);
	if (result != RESULT_OK) {
		return act_end(desk, result);
	}
	if (!changes) {
		return look_end(desk, RESULT_OK);
	}
	wires_write_choice(desk, wire, "");
	office_rows_bump(desk->store);
	int64_t revision = office_rows_revision(desk->store);
	result = act_end(desk, RESULT_OK);
	if (result == RESULT_OK) {
		desk->revision = revision;
	}
	return result;
}
