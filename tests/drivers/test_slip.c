#include "tests/drivers/test_slip.h"

#include <stdlib.h>

void test_slip_make(int seed, struct escpos_bytes *out_bytes)
{
	enum { PITCH = 72, ROWS = 150 };
	uint8_t *dots = malloc(PITCH * ROWS);
	uint32_t random = (uint32_t)seed * 2654435761u + 1;

	if (!dots) {
		abort();
	}
	for (size_t i = 0; i < PITCH * ROWS; i++) {
		random = random * 1664525u + 1013904223u;
		dots[i] = (uint8_t)(random >> 24);
	}
	*out_bytes = (struct escpos_bytes){0};
	escpos_page(out_bytes, printer_profile_find("80mm"), dots, PITCH * 8, ROWS, PITCH);
	free(dots);
}
