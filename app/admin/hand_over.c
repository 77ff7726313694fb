/*
 * `giliran print-test` is the program giliran-print: drawing takes libraries that are ten times as
 * slow to load as all the rest, and scripts start `giliran` for every act.
 */
#include "app/admin/admin.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <unistd.h>

enum { ARGUMENT_SIZE = PLACE_SIZE + 32 };

int admin_print_test(struct admin *admin)
{
	char path[PLACE_SIZE] = "", name[] = "print-test";
	char texts[OPTION_COUNT][ARGUMENT_SIZE];
	char *arguments[OPTION_COUNT + 3] = {path, name};
	int count = 2;

	for (int i = 0; i < OPTION_COUNT; i++) {
		const char *value = admin_value(admin, (enum option)i);
		if (!value) {
			continue;
		}
		/* A flag's value is empty. */
		if (!text_format(texts[i], sizeof texts[i], value[0] ? "--%s=%s" : "--%s%s",
			    option_name((enum option)i), value)) {
			return admin_refuse(admin, RESULT_TEXT_LONG, option_name((enum option)i));
		}
		arguments[count++] = texts[i];
	}
	if (place_program("giliran-print", path, sizeof path)) {
		execv(path, arguments);
	}
	return admin_fail(admin, "admin.print_test.no_program", path);
}
