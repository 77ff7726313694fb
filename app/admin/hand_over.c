#include "app/admin/admin.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <unistd.h>

enum { ARGUMENT_SIZE = PLACE_SIZE + 32, ARGUMENTS = OPTION_COUNT + OPTION_WORDS + 3 };

int admin_hand_over(struct admin *admin, const char *program)
{
	char path[PLACE_SIZE] = "", end[] = "--";
	char texts[OPTION_COUNT][ARGUMENT_SIZE];
	char *arguments[ARGUMENTS] = {path};
	int count = 1;

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
	arguments[count++] = end;
	for (size_t i = 0; i < admin->options.word_count; i++) {
		arguments[count++] = (char *)admin->options.words[i];
	}
	if (place_program(program, path, sizeof path)) {
		execv(path, arguments);
	}
	return admin_fail(admin, "admin.no_program", path);
}
