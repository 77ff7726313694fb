/*
 * shift STORE TIME: from now on the office time of this training store is TIME, running on, for all
 * programs: so that a test at night or on a Sunday finds the office open.
 */
#include "app/desk/desk.h"
#include "app/queue/calendar.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	struct desk_options options = {.device = "test"};
	struct desk *desk;
	struct instant now;
	enum result result;
	int64_t wanted_ms;
	char error[512];

	if (argc != 3) {
		fprintf(stderr, "usage: shift STORE TIME\n");
		return 2;
	}
	options.store = argv[1];
	if (desk_open(&options, &desk, error, sizeof(error)) != RESULT_OK) {
		fprintf(stderr, "shift: %s\n", error);
		return 1;
	}
	desk_now(desk, &now);
	result = calendar_parse(desk_office(desk), argv[2], &wanted_ms)
			 ? desk_set_shift(desk, wanted_ms - now.wall_ms)
			 : RESULT_FIELD_RANGE;
	if (result != RESULT_OK) {
		fprintf(stderr, "shift: %s: %s\n", argv[2], result_key(result));
	}
	desk_close(desk);
	return result == RESULT_OK ? 0 : 1;
}
