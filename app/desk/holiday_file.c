#include "app/desk/holiday_file.h"
#include "app/base/memory.h"
#include "app/base/text.h"

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
	struct holiday_list *out_list, char *out_where, size_t size)
{
	int line = 1;
	enum result result = length > FILE_LIMIT ? RESULT_LIST_LONG
						 : holidays_parse(text, length, out_list, &line);
	if (result != RESULT_OK) {
		text_format(out_where, size, "%s:%d", path, line);
	} else if (out_list->source[0] == '\0') {
		text_copy(out_list->source, sizeof out_list->source, name_of(path));
	}
	return result;
}

enum result holiday_file_read(
	const char *path, struct holiday_list *out_list, char *out_where, size_t size)
{
	FILE *file = fopen(path, "rb");
	text_copy(out_where, size, path);
	if (file == NULL) {
		return RESULT_LIST_LOST;
	}
	char *text = memory_zeroed(FILE_LIMIT + 1, 1);
	size_t length = fread(text, 1, FILE_LIMIT + 1, file);
	bool failed = ferror(file) != 0;
	fclose(file);
	enum result result =
		failed ? RESULT_LIST_LOST : parse(path, text, length, out_list, out_where, size);
	free(text);
	return result;
}
