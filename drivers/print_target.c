#include "drivers/print_target.h"

#include "app/base/text.h"

#include <string.h>

enum { OPTION_MAX = 15 };

bool print_target_is_name(const char *name, size_t length)
{
	if (length == 0 || length > PRINT_QUEUE_NAME_MAX) {
		return false;
	}
	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)name[i];
		if (c <= ' ' || c == 0x7f || strchr("/\\#?,'\"", c)) {
			return false;
		}
	}
	return true;
}

/* One of what follows the name. */
static bool read_option(struct print_target *target, const char *option)
{
	int64_t seconds;

	if (strcmp(option, "raw") == 0) {
		target->form = PRINT_FORM_RAW;
		return true;
	}
	if (strcmp(option, "pdf") == 0) {
		target->form = PRINT_FORM_PDF;
		return true;
	}
	if (strncmp(option, "wait=", 5) == 0 &&
		text_to_int(option + 5, 1, PRINT_TARGET_WAIT_MAX_S, &seconds)) {
		target->wait_s = (int)seconds;
		return true;
	}
	return false;
}

bool print_target_read(const char *rest, struct print_target *out_target)
{
	size_t length = strcspn(rest, ",");

	*out_target = (struct print_target){.form = PRINT_FORM_BY_QUEUE};
	if (!print_target_is_name(rest, length)) {
		return false;
	}
	memcpy(out_target->name, rest, length);
	for (rest += length; *rest == ','; rest += length) {
		char option[OPTION_MAX + 1] = "";
		length = strcspn(++rest, ",");
		if (length > OPTION_MAX) {
			return false;
		}
		memcpy(option, rest, length);
		if (!read_option(out_target, option)) {
			return false;
		}
	}
	return true;
}
