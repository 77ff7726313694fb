#ifndef APP_BASE_TEXT_H
#define APP_BASE_TEXT_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Checks text from outside: OK; TEXT_LONG when it needs more than `size` bytes with its NUL;
 * TEXT_ENCODING when it is not well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms);
 * TEXT_CONTROL when it holds C0, DEL, C1, U+2028/2029, a bidirectional mark, override or isolate,
 * or another character that is not seen (zero width, U+FEFF).
 */
enum result text_check(const char *text, size_t length, size_t size);

/* Copies what fits of well-formed `text`, never half a character; returns false when it was cut. */
bool text_copy(char *out_text, size_t size, const char *text);

/* snprintf that never leaves half a character at the end; returns false when the text was cut. */
bool text_format(char *out_text, size_t size, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * Puts `values[0]`, `values[1]`, … in place of each "{}" of `pattern`, in order; "{1}", "{2}" name
 * one by its place, where a language needs another order. Returns false when the text was cut.
 */
bool text_fill(
	char *out_text, size_t size, const char *pattern, const char *const *values, size_t count);

/* The code point at `*at`, which moves past it. At a malformed byte: U+FFFD and one byte on. */
uint32_t text_next(const char **at);

/* A letter of the Latin script, with or without marks (Unicode blocks up to Latin Extended-E). */
bool text_is_latin(uint32_t point);

/* A mark that stands over or under the letter before it (U+0300 to U+036F). */
bool text_is_mark(uint32_t point);

/* A picture (emoji, dingbat, arrow), a character of private use or none at all: no writing. */
bool text_is_sign(uint32_t point);

/* Bytes of the last character of `text` (0 when empty): what a backspace takes away. */
size_t text_last_size(const char *text);

/* Characters (code points) of well-formed `text`. */
size_t text_length(const char *text);

/* Removes spaces at both ends and makes runs of spaces one, in place. */
void text_trim(char *text);

/* Whether there is nothing but spaces, as in an empty text. */
bool text_is_blank(const char *text);

/* Parses the whole of `text` as a decimal number from `min` to `max`; false for anything else. */
bool text_to_int(const char *text, int64_t min, int64_t max, int64_t *out_value);

#endif
