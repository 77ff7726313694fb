/* Any file as a .mo: refused, or every look-up stays inside it. */
#include "app/base/language.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

enum { KEY_MAX = 40 };

static void look_up(const struct language *language, const char *key)
{
	char out[64];
	fuzz_require(language_text(language, key) != NULL);
	fuzz_require(language_short(language, key) != NULL);
	fuzz_require(strlen(language_with(language, key, out, sizeof out, "1", "2")) < sizeof out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[512];
	char folder[512];
	fuzz_write_file("id.mo", data, size, path, sizeof path);
	memcpy(folder, path, sizeof folder);
	*strrchr(folder, '/') = '\0';
	struct language *language = language_open(folder, "id");
	if (language != NULL) {
		static const char *const keys[] = {"", "date.full", "slip.expected", "slip.number"};
		for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
			look_up(language, keys[i]);
		}
		size_t tail = size < KEY_MAX ? size : KEY_MAX;
		char *key = fuzz_string(data + size - tail, tail);
		look_up(language, key);
		free(key);
	}
	language_close(language);
	fuzz_remove_file(path);
	return 0;
}
