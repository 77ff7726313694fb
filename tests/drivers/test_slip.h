#ifndef TESTS_DRIVERS_TEST_SLIP_H
#define TESTS_DRIVERS_TEST_SLIP_H

#include "drivers/escpos.h"

/* A slip of about 11 kB whose dots follow from `seed`; release with escpos_finish. */
void test_slip_make(int seed, struct escpos_bytes *out_bytes);

#endif
