#include "app/queue/test_slip.h"

enum test_slip_fate test_slip_fate(const struct test_slip *slip, int64_t now)
{
	switch (slip->state) {
	case PRINT_PENDING: return now < slip->until_ms ? TEST_SLIP_WAITS : TEST_SLIP_UNTAKEN;
	case PRINT_SENDING: return now < slip->until_ms ? TEST_SLIP_PRINTS : TEST_SLIP_SILENT;
	case PRINT_CONFIRMED: return TEST_SLIP_CONFIRMED;
	case PRINT_UNCONFIRMED: return TEST_SLIP_SENT;
	case PRINT_FAILED: return TEST_SLIP_FAILED;
	default: return TEST_SLIP_NONE;
	}
}

bool test_slip_is_open(const struct test_slip *slip, int64_t now)
{
	enum test_slip_fate fate = test_slip_fate(slip, now);
	return fate == TEST_SLIP_WAITS || fate == TEST_SLIP_PRINTS;
}
