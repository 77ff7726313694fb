#ifndef APP_BASE_CONFIG_H
#define APP_BASE_CONFIG_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A checked reader over libconfig. Every getter knows the bounds of what it reads; the first thing
 * that is wrong is remembered as "FILE:LINE: path: what is wrong" and later getters do nothing, so
 * a loader reads all it needs and asks once at the end. A key nobody asked for is wrong too
 * (config_finish_reading), so that a misspelt setting is never silently ignored.
 */
struct config;
struct config_group; /* borrowed from its config; a NULL group stands for the whole file */

/* CONFIG_MISSING or CONFIG_WRONG leave the sentence in `out_error`; *out_config is then NULL. */
enum result config_open(
	const char *path, struct config **out_config, char *out_error, size_t error_size);
void config_close(struct config *config);

/* Every getter takes `group` or NULL for the file's top level. `fallback` NULL = required. */
void config_get_text(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, char *out_text, size_t size);
/* The same of words that people read: blanks alone are none, and wrong. */
void config_get_words(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, char *out_text, size_t size);
void config_get_int(struct config *config, const struct config_group *group, const char *key,
	const int64_t *fallback, int64_t min, int64_t max, int64_t *out_value);
void config_get_real(struct config *config, const struct config_group *group, const char *key,
	const double *fallback, double min, double max, double *out_value);
void config_get_bool(struct config *config, const struct config_group *group, const char *key,
	const bool *fallback, bool *out_value);
/* One of `names` (count of them); `out_index` is its place. */
void config_get_choice(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, const char *const *names, size_t count, size_t *out_index);

/* Whether the file says anything at `key`. */
bool config_has(const struct config *config, const struct config_group *group, const char *key);

/* The group or list at `key`; NULL when it is not there (wrong if `required`). */
const struct config_group *config_get_group(
	struct config *config, const struct config_group *group, const char *key, bool required);
/* Members of a list or group, and one of them (borrowed). */
size_t config_count(const struct config_group *list);
const struct config_group *config_member(const struct config_group *list, size_t index);

/* Member `index` of a list of texts. */
void config_member_text(struct config *config, const struct config_group *list, size_t index,
	char *out_text, size_t size);

/* Says that `key` of `group` is wrong in a way only the caller can see ("prefix K is used twice").
 */
void config_refuse(struct config *config, const struct config_group *group, const char *key,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reports the first wrong thing, or a key that nobody asked for; OK when there is none. */
enum result config_finish_reading(struct config *config, char *out_error, size_t error_size);

#endif
