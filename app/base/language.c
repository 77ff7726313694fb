#include "app/base/language.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * A .mo file: magic, revision, count, place of the table of ids, place of the table of texts, then
 * the tables of (length, place) pairs, sorted by id. Either byte order is allowed.
 */
enum {
	HEADER_SIZE = 28,
	FILE_LIMIT = 1 << 20,
	KEY_SIZE = 96,
	MISSING_REMEMBERED = 64,
};
static const uint32_t magic_same = 0x950412DE;
static const uint32_t magic_swapped = 0xDE120495;

struct language {
	char code[8];
	unsigned char *data;
	size_t size;
	bool swapped;
	uint32_t count;
	uint32_t ids;
	uint32_t texts;
	/* Hashes of keys already complained about; shared by threads, so atomic. */
	atomic_uint *missing;
};

static uint32_t read_word(const struct language *language, size_t at)
{
	uint32_t word;
	memcpy(&word, language->data + at, sizeof word);
	if (language->swapped) {
		word = word >> 24 | (word >> 8 & 0xFF00u) | (word << 8 & 0xFF0000u) | word << 24;
	}
	return word;
}

/* The string that entry `index` of `table` points to; open_checked has made sure it is there. */
static const char *entry(const struct language *language, uint32_t table, uint32_t index)
{
	uint32_t at = read_word(language, table + (size_t)index * 8 + 4);
	return (const char *)language->data + at;
}

static bool is_table_right(const struct language *language, uint32_t table)
{
	if (table > language->size || language->count > (language->size - table) / 8) {
		return false;
	}
	for (uint32_t i = 0; i < language->count; i++) {
		size_t length = read_word(language, table + (size_t)i * 8);
		size_t at = read_word(language, table + (size_t)i * 8 + 4);
		if (at >= language->size || length >= language->size - at ||
			language->data[at + length] != '\0') {
			return false;
		}
	}
	return true;
}

/* What is wrong with the file, or NULL. */
static const char *check(struct language *language)
{
	if (language->size < HEADER_SIZE) {
		return "too short";
	}
	uint32_t magic = read_word(language, 0);
	language->swapped = magic == magic_swapped;
	if (magic != magic_same && magic != magic_swapped) {
		return "not a .mo file";
	}
	if (read_word(language, 4) >> 16 != 0) {
		return "a newer kind of .mo file";
	}
	language->count = read_word(language, 8);
	language->ids = read_word(language, 12);
	language->texts = read_word(language, 16);
	if (!is_table_right(language, language->ids) ||
		!is_table_right(language, language->texts)) {
		return "a text lies outside the file";
	}
	for (uint32_t i = 1; i < language->count; i++) {
		if (strcmp(entry(language, language->ids, i - 1),
			    entry(language, language->ids, i)) >= 0) {
			return "not sorted";
		}
	}
	return NULL;
}

static bool read_whole(const char *path, unsigned char **out_data, size_t *out_size)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL) {
		return false;
	}
	unsigned char *data = memory_zeroed(FILE_LIMIT + 1, 1);
	size_t size = fread(data, 1, FILE_LIMIT + 1, file);
	bool right = ferror(file) == 0 && size <= FILE_LIMIT;
	fclose(file);
	if (!right) {
		free(data);
		return false;
	}
	*out_data = memory_resized(data, size, 1);
	*out_size = size;
	return true;
}

struct language *language_open(const char *dir, const char *code)
{
	char path[1024];
	struct language *language = memory_zeroed(1, sizeof *language);
	language->missing = memory_zeroed(MISSING_REMEMBERED, sizeof *language->missing);
	if (!text_copy(language->code, sizeof language->code, code) ||
		!text_format(path, sizeof path, "%s/%s.mo", dir, code)) {
		log_error("language", "the path of language %s is too long", code);
		goto fail;
	}
	if (!read_whole(path, &language->data, &language->size)) {
		log_error("language", "%s cannot be read", path);
		goto fail;
	}
	const char *wrong = check(language);
	if (wrong != NULL) {
		log_error("language", "%s: %s", path, wrong);
		goto fail;
	}
	return language;
fail:
	language_close(language);
	return NULL;
}

void language_close(struct language *language)
{
	if (language == NULL) {
		return;
	}
	free(language->data);
	free(language->missing);
	free(language);
}

const char *language_of_terminal(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);
		if (value != NULL && value[0] != '\0') {
			return strncmp(value, "id", 2) == 0 ? "id" : "en";
		}
	}
	return "en";
}

const char *language_code(const struct language *language)
{
	return language->code;
}

/* The text of an id, or NULL. */
static const char *find(const struct language *language, const char *id)
{
	uint32_t low = 0;
	uint32_t high = language->count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(id, entry(language, language->ids, middle));
		if (order == 0) {
			return entry(language, language->texts, middle);
		}
		if (order < 0) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return NULL;
}

static void complain_once(const struct language *language, const char *key)
{
	unsigned hash = 2166136261u; /* FNV-1a */
	for (const char *c = key; *c != '\0'; c++) {
		hash = (hash ^ (unsigned char)*c) * 16777619u;
	}
	hash |= 1; /* 0 marks a free place */
	for (int i = 0; i < MISSING_REMEMBERED; i++) {
		unsigned known = 0;
		if (atomic_compare_exchange_strong(&language->missing[i], &known, hash)) {
			log_warn("language", "%s: no text for '%s'", language->code, key);
			return;
		}
		if (known == hash) {
			return;
		}
	}
}

const char *language_text(const struct language *language, const char *key)
{
	const char *text = key[0] != '\0' ? find(language, key) : NULL;
	if (text == NULL) {
		complain_once(language, key);
		return key;
	}
	return text;
}

const char *language_short(const struct language *language, const char *key)
{
	char id[KEY_SIZE];
	/* gettext joins a context and its id with the byte 4. */
	const char *text =
		text_format(id, sizeof id, "short\004%s", key) ? find(language, id) : NULL;
	return text != NULL ? text : language_text(language, key);
}

const char *language_fill(const struct language *language, const char *key, char *out_text,
	size_t size, const char *const *values, size_t count)
{
	text_fill(out_text, size, language_text(language, key), values, count);
	return out_text;
}
