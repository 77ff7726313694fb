/* Any bytes as text: what is accepted stays well-formed however it is cut, filled or walked. */
#include "app/base/text.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void cut_everywhere(const char *text, size_t length)
{
	char out[64];
	for (size_t size = 1; size <= sizeof out; size++) {
		bool whole = text_copy(out, size, text);
		fuzz_require(whole == (length < size));
		fuzz_require(text_check(out, strlen(out), size) == RESULT_OK);
		whole = text_format(out, size, "%s", text);
		fuzz_require(whole == (length < size));
		fuzz_require(text_check(out, strlen(out), size) == RESULT_OK);
		const char *const values[] = {text, text};
		text_fill(out, size, text, values, 2);
		fuzz_require(text_check(out, strlen(out), size) == RESULT_OK);
	}
}

static void take_away_characters(char *text)
{
	size_t characters = text_length(text);
	for (size_t length = strlen(text); length > 0; characters--) {
		length -= text_last_size(text);
		text[length] = '\0';
	}
	fuzz_require(characters == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	size_t length = strlen(text);
	size_t steps = 0;
	for (const char *at = text; *at != '\0'; steps++) {
		text_next(&at);
	}
	fuzz_require(steps <= length && steps == text_length(text));
	if (text_check((const char *)data, size, size + 1) == RESULT_OK) {
		fuzz_require(length == size);
		cut_everywhere(text, length);
		text_trim(text);
		fuzz_require(text_check(text, strlen(text), size + 1) == RESULT_OK);
		fuzz_require(strstr(text, "  ") == NULL);
		take_away_characters(text);
	} else {
		text_trim(text);
		char out[16];
		text_copy(out, sizeof out, text);
		text_format(out, sizeof out, "%s", text);
	}
	free(text);
	return 0;
}
