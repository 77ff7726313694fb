#include "app/desk/test_slips.h"

#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/slip_rows.h"

#include <string.h>

/* One of another boot is none: whoever asked has gone, and must not find it printed. */
void test_slips_read(struct desk *desk, struct test_slip *out_slip)
{
	struct test_slip_row row;
	*out_slip = (struct test_slip){0};
	test_slip_rows_get(desk->store, &row);
	if (strcmp(row.boot_id, desk->now.boot_id) != 0) {
		return;
	}
	int64_t since_ms = desk->now.office_ms - (desk->now.boot_ms - row.boot_ms);
	out_slip->id = row.id;
	out_slip->state = row.state;
	out_slip->reason = row.reason;
	out_slip->until_ms =
		since_ms + (row.state == PRINT_PENDING ? TEST_SLIP_WAIT_MS : TEST_SLIP_PRINT_MS);
	text_copy(out_slip->device, sizeof out_slip->device, row.device);
}

static void write_row(struct desk *desk, int64_t id, enum print_state state, enum result reason)
{
	struct test_slip_row row = {
		.id = id, .boot_ms = desk->now.boot_ms, .state = state, .reason = reason};
	text_copy(row.boot_id, sizeof row.boot_id, desk->now.boot_id);
	text_copy(row.device, sizeof row.device, state == PRINT_PENDING ? "" : desk->device);
	test_slip_rows_set(desk->store, &row);
}

enum result desk_ask_test_slip(struct desk *desk, struct test_slip *out_slip)
{
	struct test_slip_row row;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	test_slips_read(desk, out_slip);
	if (!test_slip_is_open(out_slip, desk->now.office_ms)) {
		test_slip_rows_get(desk->store, &row);
		write_row(desk, row.id + 1, PRINT_PENDING, RESULT_OK);
		test_slips_read(desk, out_slip);
	}
	return act_end(desk, RESULT_OK);
}

enum result desk_take_test_slip(struct desk *desk, int64_t id)
{
	struct test_slip slip;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	test_slips_read(desk, &slip);
	if (slip.id != id || test_slip_fate(&slip, desk->now.office_ms) != TEST_SLIP_WAITS) {
		return act_end(desk, RESULT_TICKET_STATE);
	}
	write_row(desk, id, PRINT_SENDING, RESULT_OK);
	return act_end(desk, RESULT_OK);
}

enum result desk_end_test_slip(
	struct desk *desk, int64_t id, enum print_state state, enum result reason)
{
	struct test_slip slip;
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	test_slips_read(desk, &slip);
	if (slip.id != id || slip.state != PRINT_SENDING ||
		strcmp(slip.device, desk->device) != 0) {
		return act_end(desk, RESULT_TICKET_STATE);
	}
	write_row(desk, id, state, reason);
	return act_end(desk, RESULT_OK);
}
