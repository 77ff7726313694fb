/*
 * appoint STORE SERVICE TIME: books that hour, as staff does, and prints the code.
 */
#include "app/desk/desk.h"
#include "app/queue/calendar.h"

#include <stdio.h>

static enum result appoint(
	struct desk *desk, const char *code, const char *time, struct desk_appointment *out_made)
{
	const struct office *office = desk_office(desk);
	int service = office_find_service(office, code);
	int64_t at_ms;
	return calendar_parse(office, time, &at_ms) ? desk_appoint(desk, service, at_ms, out_made)
						    : RESULT_FIELD_RANGE;
}

int main(int argc, char **argv)
{
	struct desk_options options = {.device = "test"};
	struct desk_appointment made;
	struct desk *desk;
	enum result result;
	char error[512];

	if (argc != 4) {
		fprintf(stderr, "usage: appoint STORE SERVICE TIME\n");
		return 2;
	}
	options.store = argv[1];
	if (desk_open(&options, &desk, error, sizeof(error)) != RESULT_OK) {
		fprintf(stderr, "appoint: %s\n", error);
		return 1;
	}
	result = appoint(desk, argv[2], argv[3], &made);
	desk_close(desk);
	if (result != RESULT_OK) {
		fprintf(stderr, "appoint: %s\n", result_key(result));
		return 1;
	}
	printf("%s\n", made.code);
	return 0;
}
