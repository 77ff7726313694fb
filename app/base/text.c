#include "app/base/text.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* What the first byte of a character says: its length, its own bits, the least value allowed. */
struct lead {
	size_t size;
	uint32_t bits;
	uint32_t least;
};

static bool read_lead(unsigned char byte, struct lead *out_lead)
{
	if (byte < 0x80) {
		*out_lead = (struct lead){1, byte, 0};
	} else if (byte >= 0xC2 && byte <= 0xDF) {
		*out_lead = (struct lead){2, byte & 0x1Fu, 0x80};
	} else if (byte >= 0xE0 && byte <= 0xEF) {
		*out_lead = (struct lead){3, byte & 0x0Fu, 0x800};
	} else if (byte >= 0xF0 && byte <= 0xF4) {
		*out_lead = (struct lead){4, byte & 0x07u, 0x10000};
	} else {
		return false;
	}
	return true;
}

/* Size of the character at `text` (`length` bytes are there), 0 when malformed (RFC 3629 §4). */
static size_t decode(const char *text, size_t length, uint32_t *out_point)
{
	struct lead lead;
	if (length == 0 || !read_lead((unsigned char)text[0], &lead) || lead.size > length) {
		return 0;
	}
	uint32_t point = lead.bits;
	for (size_t i = 1; i < lead.size; i++) {
		unsigned char byte = (unsigned char)text[i];
		if ((byte & 0xC0u) != 0x80u) {
			return 0;
		}
		point = point << 6 | (byte & 0x3Fu);
	}
	bool surrogate = point >= 0xD800 && point <= 0xDFFF;
	if (point < lead.least || point > 0x10FFFF || surrogate) {
		return 0;
	}
	*out_point = point;
	return lead.size;
}

struct range {
	uint32_t first, last;
};

static bool is_in(const struct range *ranges, size_t count, uint32_t point)
{
	for (size_t i = 0; i < count; i++) {
		if (point >= ranges[i].first && point <= ranges[i].last) {
			return true;
		}
	}
	return false;
}

#define IS_IN(ranges, point) is_in(ranges, sizeof(ranges) / sizeof((ranges)[0]), point)

/* C0, DEL and C1; Unicode line and paragraph separators; bidirectional marks, embeddings, overrides
 * and isolates (UAX #9); what has no width. */
static bool is_control(uint32_t point)
{
	static const struct range ranges[] = {{0, 0x1F}, {0x7F, 0x9F}, {0x61C, 0x61C},
		{0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}};
	return IS_IN(ranges, point);
}

bool text_is_latin(uint32_t point)
{
	static const struct range ranges[] = {{'A', 'Z'}, {'a', 'z'}, {0xAA, 0xAA}, {0xBA, 0xBA},
		{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2AF}, {0x1E00, 0x1EFF}, {0x2C60, 0x2C7F},
		{0xA722, 0xA787}, {0xA78B, 0xA7CA}, {0xA7F2, 0xA7FF}, {0xAB30, 0xAB5A},
		{0xAB5C, 0xAB64}};
	return IS_IN(ranges, point);
}

bool text_is_mark(uint32_t point)
{
	return point >= 0x300 && point <= 0x36F;
}

/* Beyond the first plane there are pictures, and scripts that nobody types at a counter. */
bool text_is_sign(uint32_t point)
{
	static const struct range ranges[] = {{0x20D0, 0x20FF}, {0x2190, 0x21FF}, {0x2300, 0x23FF},
		{0x2460, 0x27BF}, {0x2900, 0x297F}, {0x2B00, 0x2BFF}, {0x3030, 0x3030},
		{0x303D, 0x303D}, {0x3297, 0x3299}, {0xE000, 0xF8FF}, {0xFDD0, 0xFDEF},
		{0xFE00, 0xFE0F}, {0xFFF0, 0x10FFFF}};
	return IS_IN(ranges, point);
}

enum result text_check(const char *text, size_t length, size_t size)
{
	if (length >= size) {
		return RESULT_TEXT_LONG;
	}
	bool control = false;
	for (size_t at = 0; at < length;) {
		uint32_t point;
		size_t step = decode(text + at, length - at, &point);
		if (step == 0) {
			return RESULT_TEXT_ENCODING;
		}
		control = control || is_control(point);
		at += step;
	}
	return control ? RESULT_TEXT_CONTROL : RESULT_OK;
}

/* The greatest number of bytes, at most `limit`, that ends between two characters. */
static size_t whole_characters(const char *text, size_t limit)
{
	size_t end = limit;
	while (end > 0 && ((unsigned char)text[end] & 0xC0u) == 0x80u) {
		end--;
	}
	return end;
}

bool text_copy(char *out_text, size_t size, const char *text)
{
	size_t length = strlen(text);
	bool fits = length < size;
	if (size == 0) {
		return false;
	}
	if (!fits) {
		length = whole_characters(text, size - 1);
	}
	memmove(out_text, text, length);
	out_text[length] = '\0';
	return fits;
}

/* Takes away a last character whose bytes were not all written. */
static void drop_half(char *text)
{
	size_t length = strlen(text);
	size_t start = length - text_last_size(text);
	uint32_t point;
	if (start < length && decode(text + start, length - start, &point) == 0) {
		text[start] = '\0';
	}
}

bool text_format(char *out_text, size_t size, const char *format, ...)
{
	if (size == 0) {
		return false;
	}
	va_list args;
	va_start(args, format);
	int needed = vsnprintf(out_text, size, format, args);
	va_end(args);
	if (needed < 0) {
		out_text[0] = '\0';
		return false;
	}
	if ((size_t)needed >= size) {
		drop_half(out_text);
		return false;
	}
	return true;
}

/* Appends what fits; false when something was cut. */
static bool append(char *out_text, size_t size, size_t *used, const char *part, size_t length)
{
	bool fits = *used + length < size;
	if (!fits) {
		length = whole_characters(part, size - 1 - *used);
	}
	memcpy(out_text + *used, part, length);
	*used += length;
	out_text[*used] = '\0';
	return fits;
}

/* Length of "{}" or "{1}" at `at`, 0 for anything else; moves `next` for the first form. */
static size_t read_mark(const char *at, size_t *next, size_t *out_place)
{
	if (at[0] != '{') {
		return 0;
	}
	if (at[1] == '}') {
		*out_place = (*next)++;
		return 2;
	}
	if (at[1] >= '1' && at[1] <= '9' && at[2] == '}') {
		*out_place = (size_t)(at[1] - '1');
		return 3;
	}
	return 0;
}

bool text_fill(
	char *out_text, size_t size, const char *pattern, const char *const *values, size_t count)
{
	if (size == 0) {
		return false;
	}
	size_t used = 0;
	size_t next = 0;
	bool whole = true;
	out_text[0] = '\0';
	while (*pattern != '\0' && whole) {
		size_t place = 0;
		size_t mark = read_mark(pattern, &next, &place);
		if (mark > 0) {
			const char *value = place < count ? values[place] : "";
			whole = append(out_text, size, &used, value, strlen(value));
			pattern += mark;
		} else {
			size_t plain = 1 + strcspn(pattern + 1, "{");
			whole = append(out_text, size, &used, pattern, plain);
			pattern += plain;
		}
	}
	return whole;
}

uint32_t text_next(const char **at)
{
	if (**at == '\0') {
		return 0;
	}
	uint32_t point;
	/* A NUL is no continuation byte, so decode never reads past the end. */
	size_t step = decode(*at, 4, &point);
	*at += step > 0 ? step : 1;
	return step > 0 ? point : REPLACEMENT;
}

size_t text_last_size(const char *text)
{
	size_t length = strlen(text);
	size_t size = length > 0 ? 1 : 0;
	while (size > 0 && size < length && size < 4 &&
		((unsigned char)text[length - size] & 0xC0u) == 0x80u) {
		size++;
	}
	return size;
}

size_t text_length(const char *text)
{
	size_t count = 0;
	while (*text != '\0') {
		text_next(&text);
		count++;
	}
	return count;
}

bool text_is_blank(const char *text)
{
	return text[strspn(text, " ")] == '\0';
}

void text_trim(char *text)
{
	char *out = text;
	bool gap = false;
	for (const char *in = text; *in != '\0'; in++) {
		if (*in == ' ') {
			gap = out > text;
			continue;
		}
		if (gap) {
			*out++ = ' ';
			gap = false;
		}
		*out++ = *in;
	}
	*out = '\0';
}

bool text_to_int(const char *text, int64_t min, int64_t max, int64_t *out_value)
{
	const char *digits = text[0] == '-' ? text + 1 : text;
	if (digits[0] == '\0' || strspn(digits, "0123456789") != strlen(digits)) {
		return false;
	}
	errno = 0;
	long long value = strtoll(text, NULL, 10);
	if (errno != 0 || value < min || value > max) {
		return false;
	}
	*out_value = value;
	return true;
}
