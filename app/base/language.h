#ifndef APP_BASE_LANGUAGE_H
#define APP_BASE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What people read comes from assets/text/<code>.po, compiled to .mo (format: GNU gettext manual,
 * "The Format of GNU MO Files"). Message ids are dotted keys ("welcome.take"); a short form has the
 * context "short". Our own reader, because glibc's needs installed locales and knows one language
 * at a time, while a kiosk switches between visitors.
 */
struct language;

/*
 * Reads DIR/<code>.mo whole and checks every offset in it. NULL and one log line when it cannot.
 * Release with language_close (NULL is fine).
 */
struct language *language_open(const char *dir, const char *code);
void language_close(struct language *language);

/* "id" or "en", from LC_ALL, then LC_MESSAGES, then LANG (POSIX.1-2017 §8.2). */
const char *language_of_terminal(void);

/* "id" or "en". */
const char *language_code(const struct language *language);

/* The text of `key`, borrowed; a key that is missing comes back itself and is logged once. */
const char *language_text(const struct language *language, const char *key);

/* The short form of `key`, or its ordinary text where there is none. */
const char *language_short(const struct language *language, const char *key);

/* The text of `key` with each "{}" replaced (text_fill) into `out_text`; returns out_text. */
const char *language_fill(const struct language *language, const char *key, char *out_text,
	size_t size, const char *const *values, size_t count);

/* language_fill with the values as arguments. */
#define language_with(language, key, out_text, size, ...)                                          \
	language_fill(language, key, out_text, size, (const char *const[]){__VA_ARGS__},           \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

#endif
