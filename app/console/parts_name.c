/* The name of a member of staff, and of a counter, where there is little room. */
#include "app/console/parts.h"

#include "app/base/text.h"

#include <string.h>

/* Bytes of the first name with the titles before it: a title ends in a full stop. */
static size_t first_size(const char *name)
{
	size_t length = strcspn(name, " ");
	while (length > 0 && name[length - 1] == '.' && name[length] == ' ') {
		length += 1 + strcspn(name + length + 1, " ");
	}
	return length;
}

/* The first name, and of each that follows its first letter. */
static void write_initials(const char *name, char *out_text, size_t size)
{
	size_t first = first_size(name);
	text_format(out_text, size, "%.*s", (int)first, name);
	for (const char *at = name + first; *at != '\0'; at += strcspn(at, " ")) {
		at += strspn(at, " ");
		const char *next = at;
		if (text_next(&next) != 0) {
			size_t used = strlen(out_text);
			text_format(out_text + used, size - used, " %.*s.", (int)(next - at), at);
		}
	}
}

const char *parts_name(const struct ui *ui, struct ui_style style, int width, const char *name,
	char *out_text, size_t size)
{
	char plain[OFFICE_NAME_SIZE];
	text_copy(out_text, size, name);
	if (ui_text_width(ui, style, out_text) <= width) {
		return out_text;
	}
	text_format(plain, sizeof(plain), "%.*s", (int)strcspn(name, ","), name);
	text_copy(out_text, size, plain);
	if (ui_text_width(ui, style, out_text) > width) {
		write_initials(plain, out_text, size);
	}
	if (ui_text_width(ui, style, out_text) > width) {
		text_format(out_text, size, "%.*s", (int)first_size(plain), plain);
	}
	return out_text;
}

const char *parts_at_word(const struct ui *ui, struct ui_style style, int width, const char *name,
	char *out_text, size_t size)
{
	text_copy(out_text, size, name);
	size_t end = strlen(name);
	while (ui_text_width(ui, style, out_text) > width) {
		while (end > 0 && name[end - 1] != ' ') {
			end--;
		}
		while (end > 0 && name[end - 1] == ' ') {
			end--;
		}
		if (end == 0) {
			text_format(out_text, size, "%.*s", (int)strcspn(name, " "), name);
			return out_text;
		}
		text_format(out_text, size, "%.*s\u2026", (int)end, name);
	}
	return out_text;
}
