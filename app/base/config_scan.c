#include "app/base/config_scan.h"

#include <string.h>

enum { DEPTH_MAX = 16 };

static int count_lines(const char *from, const char *to)
{
	int lines = 0;
	for (; from < to; from++) {
		lines += *from == '\n' ? 1 : 0;
	}
	return lines;
}

/* The end of a text that begins after `at`, NULL when it has none. */
static const char *end_of_text(const char *at)
{
	for (at++; *at != '\0'; at++) {
		if (*at == '\\' && at[1] != '\0') {
			at++;
		} else if (*at == '"') {
			return at + 1;
		}
	}
	return NULL;
}

/* Where the text or comment at `at` ends; `at` itself when none begins there, NULL when unclosed.
 */
static const char *skip(const char *at)
{
	if (*at == '"') {
		return end_of_text(at);
	}
	if (strncmp(at, "/*", 2) == 0) {
		const char *end = strstr(at + 2, "*/");
		return end != NULL ? end + 2 : NULL;
	}
	if (*at == '#' || strncmp(at, "//", 2) == 0) {
		return at + strcspn(at, "\n");
	}
	return at;
}

const char *config_scan(const char *text, int *out_line)
{
	int depth = 0;
	const char *at = text;
	*out_line = 1;
	while (*at != '\0') {
		const char *end = skip(at);
		if (end == NULL) {
			return *at == '"' ? "a text is not closed" : "a comment is not closed";
		}
		if (end > at) {
			*out_line += count_lines(at, end);
			at = end;
			continue;
		}
		if (*at == '@') {
			return "@include is not allowed";
		}
		depth += strchr("({[", *at) != NULL ? 1 : 0;
		depth -= strchr(")}]", *at) != NULL ? 1 : 0;
		if (depth > DEPTH_MAX) {
			return "brackets are too deep";
		}
		*out_line += *at == '\n' ? 1 : 0;
		at++;
	}
	return NULL;
}
