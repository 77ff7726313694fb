#ifndef APP_DESK_TEST_SLIPS_H
#define APP_DESK_TEST_SLIPS_H

#include "app/desk/desk.h"
#include "app/queue/test_slip.h"

/*
 * Asks the kiosks for a test slip (app/queue/test_slip.h), and says how the request stands. One
 * that is open already is not asked for twice. No event: nothing of the queue changes.
 */
enum result desk_ask_test_slip(struct desk *desk, struct test_slip *out_slip);

/* This program prints the request `id` now; the program says how it went with
 * desk_end_test_slip. TICKET_STATE when another has taken it, or it waits no more. */
enum result desk_take_test_slip(struct desk *desk, int64_t id);

/* How the request `id`, which this program has taken, went: confirmed, unconfirmed, or failed for
 * `reason`. TICKET_STATE when it is not this program's, or has ended. */
enum result desk_end_test_slip(
	struct desk *desk, int64_t id, enum print_state state, enum result reason);

/* Inside an act or look: the newest request as it is; id 0 when there was none in this boot. */
void test_slips_read(struct desk *desk, struct test_slip *out_slip);

#endif
