#include "app/admin/options.h"

#include <string.h>

struct option_kind {
	const char *name;
	bool takes_value;
};

static const struct option_kind kinds[OPTION_COUNT] = {
#define X(name, text, value) {text, value},
	OPTION_LIST(X)
#undef X
};

static enum option find(const char *name, size_t length)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (strlen(kinds[i].name) == length && strncmp(kinds[i].name, name, length) == 0) {
			return (enum option)i;
		}
	}
	return OPTION_COUNT;
}

/* Takes the option at argv[*at]; moves *at past a value that stands in its own word. */
static enum option_fault take(int argc, char **argv, int *at, struct options *options)
{
	const char *name = argv[*at] + 2;
	const char *equals = strchr(name, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);
	enum option option = find(name, length);
	if (option == OPTION_COUNT) {
		return OPTION_UNKNOWN;
	}
	if (options->values[option]) {
		return OPTION_TWICE;
	}
	if (!kinds[option].takes_value) {
		options->values[option] = "";
		return equals ? OPTION_HAS_VALUE : OPTION_FINE;
	}
	const char *value = equals ? equals + 1 : NULL;
	if (!equals && *at + 1 < argc) {
		value = argv[++*at];
	}
	if (!value || !value[0]) {
		return OPTION_NO_VALUE;
	}
	options->values[option] = value;
	return OPTION_FINE;
}

enum option_fault options_read(
	int argc, char **argv, struct options *out_options, const char **out_word)
{
	struct options options = {0};
	bool words_only = false;
	*out_word = "";
	for (int i = 1; i < argc; i++) {
		enum option_fault fault = OPTION_FINE;
		const char *word = argv[i];
		if (!words_only && strcmp(word, "--") == 0) {
			words_only = true;
		} else if (!words_only && strcmp(word, "-h") == 0) {
			options.values[OPTION_HELP] = "";
		} else if (!words_only && strncmp(word, "--", 2) == 0) {
			fault = take(argc, argv, &i, &options);
		} else if (!words_only && word[0] == '-' && word[1]) {
			fault = OPTION_UNKNOWN;
		} else if (options.word_count == OPTION_WORDS) {
			fault = OPTION_TOO_MANY;
		} else {
			options.words[options.word_count++] = word;
		}
		if (fault != OPTION_FINE) {
			*out_options = options;
			*out_word = word;
			return fault;
		}
	}
	*out_options = options;
	return OPTION_FINE;
}

uint64_t options_given(const struct options *options)
{
	uint64_t given = 0;
	for (int i = 0; i < OPTION_COUNT; i++) {
		given |= options->values[i] ? UINT64_C(1) << i : 0;
	}
	return given;
}

const char *option_name(enum option option)
{
	return kinds[option].name;
}
