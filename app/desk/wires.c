#include "app/desk/wires.h"

#include "app/base/memory.h"
#include "app/desk/act.h"
#include "db/wire_rows.h"

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
