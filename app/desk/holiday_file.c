#include "app/desk/holiday_file.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 64 * 1024 };

static const char *name_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

static enum result parse(const char *path, const char *text, size_t length,
	struct holiday_list *out_list, char *out_error, size_t size)
{
	char why[OFFICE_TEXT_SIZE];
	int line;
	if (length > FILE_LIMIT) {
		text_format(out_error, size, "%s:1: the list is longer than 64 KB", path);
		return RESULT_CONFIG_WRONG;
	}
	if (!holidays_parse(text, length, out_list, &line, why, sizeof why)) {
		text_format(out_error, size, "%s:%d: %s", path, line, why);
		return RESULT_CONFIG_WRONG;
	}
	if (out_list->source[0] == '\0') {
		text_copy(out_list->source, sizeof out_list->source, name_of(path));
	}
	return RESULT_OK;
}

enum result holiday_file_read(
	const char *path, struct holiday_list *out_list, char *out_error, size_t size)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		text_format(out_error, size, "%s: %s", path, strerror(errno));
		return RESULT_CONFIG_MISSING;
	}
	char *text = memory_zeroed(FILE_LIMIT + 1, 1);
	size_t length = fread(text, 1, FILE_LIMIT + 1, file);
	bool failed = ferror(file) != 0;
	fclose(file);
	enum result result = RESULT_CONFIG_MISSING;
	if (failed) {
		text_format(out_error, size, "%s: cannot be read", path);
	} else {
		result = parse(path, text, length, out_list, out_error, size);
	}
	free(text);
	return result;
}
