#include "app/admin/guest_words.h"

#include "app/base/text.h"

#include <string.h>

enum { VALUE_SIZE = 512, FIELD_NAME_SIZE = 32 };

/*
 * One "field=value" up to the next bare comma; *at moves past it. TEXT_LONG when it does not fit
 * whole, because a value cut short is not what was written.
 */
static enum result next_pair(
	const char **at, char out_name[FIELD_NAME_SIZE], char out_value[VALUE_SIZE])
{
	size_t name = strcspn(*at, "=,");
	if ((*at)[name] != '=' || name >= FIELD_NAME_SIZE) {
		text_format(out_name, FIELD_NAME_SIZE, "%.*s", FIELD_NAME_SIZE - 1, *at);
		return RESULT_FIELD_RANGE;
	}
	memcpy(out_name, *at, name);
	out_name[name] = '\0';
	const char *from = *at + name + 1;
	size_t length = 0;
	while (*from && *from != ',') {
		if (from[0] == '\\' && (from[1] == ',' || from[1] == '\\')) {
			from++;
		}
		if (length + 1 == VALUE_SIZE) {
			return RESULT_TEXT_LONG;
		}
		out_value[length++] = *from++;
	}
	out_value[length] = '\0';
	*at = from + (*from == ',');
	return RESULT_OK;
}

/* The code of the option whose word (after the dot of its key) or number is `word`; an office's own
 * have numbers only, and whether it has them is seen at the desk. 0 = none. */
static int find_option(enum guest_field field, const char *word, size_t length)
{
	char text[VALUE_SIZE];
	int64_t number = 0;
	text_format(text, sizeof text, "%.*s", (int)length, word);
	bool is_number = text_to_int(text, 1, 1 << 20, &number);
	for (const struct guest_option *option = guest_options(field); option->code; option++) {
		const char *dot = strrchr(option->key, '.');
		if (strcmp(dot ? dot + 1 : option->key, text) == 0 ||
			(is_number && option->code == number)) {
			return option->code;
		}
	}
	const bool own =
		is_number &&
		(guest_field_is_set(field) ? (number & GUEST_OWN_BITS) == number
					   : number >= GUEST_OWN_MIN && number <= GUEST_OWN_MAX);
	return own ? (int)number : 0;
}

/* Of a set several: "wheelchair+reading". */
static enum result read_choice(enum guest_field field, const char *value, int *out_code)
{
	const bool many = guest_field_is_set(field);
	int all = 0;
	while (*value) {
		size_t length = strcspn(value, many ? "+" : "");
		int code = find_option(field, value, length);
		if (!code) {
			return RESULT_FIELD_RANGE;
		}
		all |= code;
		value += length + (value[length] == '+');
	}
	*out_code = all;
	return RESULT_OK;
}

static enum result set_field(struct guest *guest, enum guest_field field, const char *value)
{
	size_t size = 0;
	char *text = guest_text(guest, field, &size);
	if (text) {
		enum result result = text_check(value, strlen(value), size);
		if (result == RESULT_OK) {
			text_copy(text, size, value);
			text_trim(text);
		}
		return result;
	}
	int *code = guest_code(guest, field);
	if (guest_options(field)) {
		return read_choice(field, value, code);
	}
	int64_t number = 0;
	if (!text_to_int(value, 0, 999, &number)) {
		return RESULT_FIELD_RANGE;
	}
	*code = (int)number;
	return RESULT_OK;
}

enum result guest_words_read(const char *words, const struct office_service *service, int year,
	struct guest *out_guest, char *out_field, size_t field_size)
{
	bool given[GUEST_FIELDS] = {false};
	char name[FIELD_NAME_SIZE] = "", value[VALUE_SIZE];
	enum result result = RESULT_OK;
	memset(out_guest, 0, sizeof *out_guest);
	while (result == RESULT_OK && *words) {
		enum guest_field field = GUEST_FIELDS;
		result = next_pair(&words, name, value);
		if (result == RESULT_OK && !guest_find_field(name, &field)) {
			result = RESULT_FIELD_RANGE;
		}
		if (result == RESULT_OK) {
			given[field] = true;
			result = set_field(out_guest, field, value);
		}
	}
	/* A field may depend on another ("other" on its choice), so they are checked at the end. */
	for (int i = 0; i < GUEST_FIELDS && result == RESULT_OK; i++) {
		enum guest_field field = (enum guest_field)i;
		if (given[i]) {
			result = guest_is_asked(field, service, out_guest)
					 ? guest_check_field(out_guest, field, service, year)
					 : RESULT_FIELD_UNASKED;
			text_copy(name, sizeof name, guest_field_name(field));
		}
	}
	text_copy(out_field, field_size, name);
	return result;
}
