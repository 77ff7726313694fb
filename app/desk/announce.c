#include "app/desk/act.h"

static int64_t within(int64_t ms, int64_t from, int64_t to)
{
	return ms < from ? from : ms > to ? to : ms;
}

enum result desk_announce(
	struct desk *desk, int64_t call, enum announced_way way, int64_t announced_ms)
{
	struct call_row row;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	/* Several displays tell the same; only the first one is a write. */
	bool news = ticket_rows_get_call(desk->store, call, &row) &&
		    row.announced_ms[way] == TICKET_NEVER;
	result = look_end(desk, RESULT_OK);
	if (result != RESULT_OK || !news) {
		return result;
	}
	result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	if (ticket_rows_get_call(desk->store, call, &row)) {
		ticket_rows_announce(desk->store, call, way,
			within(announced_ms, row.called_ms, desk->now.office_ms));
	}
	return act_end(desk, RESULT_OK);
}
