#include "app/base/config.h"
#include "app/base/config_scan.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <libconfig.h>

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 512 * 1024, ERROR_SIZE = 512 };

struct config {
	config_t file;
	char *path;
	bool wrong;
	char error[ERROR_SIZE];
};

static config_setting_t *setting_of(const struct config *config, const struct config_group *group)
{
	/* The opaque type is libconfig's own, so that its names stay in this file. */
	return group != NULL ? (config_setting_t *)(uintptr_t)group
			     : config_root_setting(&config->file);
}

static const struct config_group *group_of(const config_setting_t *setting)
{
	return (const struct config_group *)(const void *)setting;
}

/* The hook of a setting that somebody asked for points to itself. */
static void mark(config_setting_t *setting)
{
	config_setting_set_hook(setting, setting);
}

/* "services[1].prefix": where a setting stands in its file. */
static void describe(const config_setting_t *setting, char *out_path, size_t size)
{
	if (setting == NULL || config_setting_is_root(setting)) {
		text_copy(out_path, size, "");
		return;
	}
	char parent[ERROR_SIZE / 2];
	const config_setting_t *above = config_setting_parent(setting);
	describe(above, parent, sizeof parent);
	const char *name = config_setting_name(setting);
	if (name == NULL) {
		text_format(out_path, size, "%s[%d]", parent, config_setting_index(setting) + 1);
	} else {
		text_format(out_path, size, "%s%s%s", parent, parent[0] != '\0' ? "." : "", name);
	}
}

/* Remembers the first wrong thing: `key` of `near`, or `near` itself when key is NULL. */
__attribute__((format(printf, 4, 0))) static void refuse(struct config *config,
	const config_setting_t *near, const char *key, const char *format, va_list args)
{
	if (config->wrong) {
		return;
	}
	config->wrong = true;
	char path[ERROR_SIZE / 2];
	char reason[ERROR_SIZE / 2];
	const config_setting_t *exact = key != NULL ? config_setting_get_member(near, key) : near;
	describe(near, path, sizeof path);
	vsnprintf(reason, sizeof reason, format, args);
	unsigned line = config_setting_source_line(exact != NULL ? exact : near);
	const char *dot = path[0] != '\0' && key != NULL ? "." : "";
	const char *colon = path[0] != '\0' || key != NULL ? ": " : "";
	text_format(config->error, sizeof config->error, "%s:%u: %s%s%s%s%s", config->path,
		line > 0 ? line : 1, path, dot, key != NULL ? key : "", colon, reason);
}

__attribute__((format(printf, 4, 5))) static void complain(struct config *config,
	const config_setting_t *near, const char *key, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	refuse(config, near, key, format, args);
	va_end(args);
}

static enum result read_file(const char *path, char **out_text, char *out_error, size_t size)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		text_format(out_error, size, "%s: %s", path, strerror(errno));
		return RESULT_CONFIG_MISSING;
	}
	char *text = memory_zeroed(FILE_LIMIT + 2, 1);
	size_t length = fread(text, 1, FILE_LIMIT + 1, file);
	bool failed = ferror(file) != 0;
	fclose(file);
	if (failed) {
		text_format(out_error, size, "%s: cannot be read", path);
		free(text);
		return RESULT_CONFIG_MISSING;
	}
	if (length > FILE_LIMIT || strlen(text) != length) {
		text_format(out_error, size, "%s:1: not a configuration file (%s)", path,
			length > FILE_LIMIT ? "longer than 512 KB" : "holds a zero byte");
		free(text);
		return RESULT_CONFIG_WRONG;
	}
	int line;
	const char *wrong = config_scan(text, &line);
	if (wrong != NULL) {
		text_format(out_error, size, "%s:%d: %s", path, line, wrong);
		free(text);
		return RESULT_CONFIG_WRONG;
	}
	*out_text = text;
	return RESULT_OK;
}

enum result config_open(
	const char *path, struct config **out_config, char *out_error, size_t error_size)
{
	*out_config = NULL;
	char *text = NULL;
	enum result result = read_file(path, &text, out_error, error_size);
	if (result != RESULT_OK) {
		return result;
	}
	struct config *config = memory_zeroed(1, sizeof *config);
	config->path = memory_string(path);
	config_init(&config->file);
	if (config_read_string(&config->file, text) != CONFIG_TRUE) {
		text_format(out_error, error_size, "%s:%d: %s", path,
			config_error_line(&config->file), config_error_text(&config->file));
		config_close(config);
		config = NULL;
		result = RESULT_CONFIG_WRONG;
	}
	free(text);
	*out_config = config;
	return result;
}

void config_close(struct config *config)
{
	if (config == NULL) {
		return;
	}
	config_destroy(&config->file);
	free(config->path);
	free(config);
}

/* The setting at `key`, marked as known; NULL when it is not there or reading has stopped. */
static config_setting_t *look_up(
	struct config *config, const struct config_group *group, const char *key, bool required)
{
	if (config->wrong) {
		return NULL;
	}
	config_setting_t *near = setting_of(config, group);
	if (!config_setting_is_group(near)) {
		complain(config, near, NULL, "must be a group { … } with %s", key);
		return NULL;
	}
	config_setting_t *setting = config_setting_get_member(near, key);
	if (setting != NULL) {
		mark(setting);
	} else if (required) {
		complain(config, near, key, "is missing");
	}
	return setting;
}

bool config_has(const struct config *config, const struct config_group *group, const char *key)
{
	const config_setting_t *near = setting_of(config, group);
	return config_setting_is_group(near) && config_setting_get_member(near, key) != NULL;
}

static void take_text(
	struct config *config, const config_setting_t *setting, char *out_text, size_t size)
{
	const char *text = config_setting_get_string(setting);
	if (text == NULL) {
		complain(config, setting, NULL, "must be a text in quotation marks");
		return;
	}
	switch (text_check(text, strlen(text), size)) {
	case RESULT_OK: text_copy(out_text, size, text); break;
	case RESULT_TEXT_LONG:
		complain(config, setting, NULL, "is longer than %zu bytes", size - 1);
		break;
	case RESULT_TEXT_ENCODING: complain(config, setting, NULL, "is not UTF-8"); break;
	default: complain(config, setting, NULL, "holds a control character"); break;
	}
}

void config_get_text(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, char *out_text, size_t size)
{
	text_copy(out_text, size, fallback != NULL ? fallback : "");
	config_setting_t *setting = look_up(config, group, key, fallback == NULL);
	if (setting != NULL) {
		take_text(config, setting, out_text, size);
	}
}

void config_get_words(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, char *out_text, size_t size)
{
	config_get_text(config, group, key, fallback, out_text, size);
	if (out_text[0] != '\0' && text_is_blank(out_text)) {
		complain(config, look_up(config, group, key, true), NULL, "is blank");
	}
}

void config_get_int(struct config *config, const struct config_group *group, const char *key,
	const int64_t *fallback, int64_t min, int64_t max, int64_t *out_value)
{
	*out_value = fallback != NULL ? *fallback : min;
	config_setting_t *setting = look_up(config, group, key, fallback == NULL);
	if (setting == NULL) {
		return;
	}
	int type = config_setting_type(setting);
	if (type != CONFIG_TYPE_INT && type != CONFIG_TYPE_INT64) {
		complain(config, setting, NULL, "must be a whole number");
		return;
	}
	int64_t value = config_setting_get_int64(setting);
	if (value < min || value > max) {
		complain(config, setting, NULL, "must be from %lld to %lld", (long long)min,
			(long long)max);
		return;
	}
	*out_value = value;
}

void config_get_real(struct config *config, const struct config_group *group, const char *key,
	const double *fallback, double min, double max, double *out_value)
{
	*out_value = fallback != NULL ? *fallback : min;
	config_setting_t *setting = look_up(config, group, key, fallback == NULL);
	if (setting == NULL) {
		return;
	}
	double value = 0;
	switch (config_setting_type(setting)) {
	case CONFIG_TYPE_FLOAT: value = config_setting_get_float(setting); break;
	case CONFIG_TYPE_INT: value = config_setting_get_int(setting); break;
	default: complain(config, setting, NULL, "must be a number"); return;
	}
	if (!(value >= min && value <= max)) {
		complain(config, setting, NULL, "must be from %g to %g", min, max);
		return;
	}
	*out_value = value;
}

void config_get_bool(struct config *config, const struct config_group *group, const char *key,
	const bool *fallback, bool *out_value)
{
	*out_value = fallback != NULL && *fallback;
	config_setting_t *setting = look_up(config, group, key, fallback == NULL);
	if (setting == NULL) {
		return;
	}
	if (config_setting_type(setting) != CONFIG_TYPE_BOOL) {
		complain(config, setting, NULL, "must be true or false");
		return;
	}
	*out_value = config_setting_get_bool(setting) == CONFIG_TRUE;
}

static void complain_choice(struct config *config, const config_setting_t *setting,
	const char *const *names, size_t count)
{
	char list[ERROR_SIZE / 4] = "";
	for (size_t i = 0; i < count; i++) {
		size_t used = strlen(list);
		text_format(list + used, sizeof list - used, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	complain(config, setting, NULL, "must be one of %s", list);
}

void config_get_choice(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, const char *const *names, size_t count, size_t *out_index)
{
	char name[64];
	*out_index = 0;
	config_get_text(config, group, key, fallback, name, sizeof name);
	if (config->wrong) {
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (strcmp(names[i], name) == 0) {
			*out_index = i;
			return;
		}
	}
	const config_setting_t *near = setting_of(config, group);
	complain_choice(config, config_setting_get_member(near, key), names, count);
}

const struct config_group *config_get_group(
	struct config *config, const struct config_group *group, const char *key, bool required)
{
	config_setting_t *setting = look_up(config, group, key, required);
	if (setting != NULL && !config_setting_is_aggregate(setting)) {
		complain(config, setting, NULL, "must be a group { … } or a list ( … )");
		return NULL;
	}
	return group_of(setting);
}

size_t config_count(const struct config_group *list)
{
	return list != NULL ? (size_t)config_setting_length(setting_of(NULL, list)) : 0;
}

const struct config_group *config_member(const struct config_group *list, size_t index)
{
	if (index >= config_count(list)) {
		return NULL;
	}
	config_setting_t *member = config_setting_get_elem(setting_of(NULL, list), (unsigned)index);
	mark(member);
	return group_of(member);
}

void config_member_text(struct config *config, const struct config_group *list, size_t index,
	char *out_text, size_t size)
{
	text_copy(out_text, size, "");
	const struct config_group *member = config_member(list, index);
	if (member != NULL && !config->wrong) {
		take_text(config, setting_of(config, member), out_text, size);
	}
}

void config_refuse(struct config *config, const struct config_group *group, const char *key,
	const char *format, ...)
{
	va_list args;
	va_start(args, format);
	refuse(config, setting_of(config, group), key, format, args);
	va_end(args);
}

/* Finds a setting nobody asked for, and complains about the first. */
static void find_unknown(struct config *config, const config_setting_t *setting)
{
	int count = config_setting_is_aggregate(setting) ? config_setting_length(setting) : 0;
	for (int i = 0; i < count && !config->wrong; i++) {
		config_setting_t *member = config_setting_get_elem(setting, (unsigned)i);
		if (config_setting_get_hook(member) == NULL) {
			complain(config, member, NULL, "is not a setting of this file");
		} else {
			find_unknown(config, member);
		}
	}
}

enum result config_finish_reading(struct config *config, char *out_error, size_t error_size)
{
	if (!config->wrong) {
		find_unknown(config, config_root_setting(&config->file));
	}
	text_copy(out_error, error_size, config->wrong ? config->error : "");
	return config->wrong ? RESULT_CONFIG_WRONG : RESULT_OK;
}
