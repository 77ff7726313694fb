/* Whatever is to be said: prepared, called, put together from clips, under keys that are file
 * names. */
#include "app/base/text.h"
#include "app/voice/call.h"
#include "app/voice/clip.h"
#include "app/voice/prepare.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void try_key(const char *text)
{
	char key[CLIP_KEY_SIZE];
	bool any = clip_key(text, key);
	fuzz_require(any == (key[0] != '\0'));
	fuzz_require(strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(key));
}

static void try_prepared(enum voice_language language, const char *text, size_t size)
{
	char said[PREPARE_SIZE];
	bool whole = prepare_text(language, text, said, size);
	fuzz_require(strlen(said) < size);
	fuzz_require(whole || size < PREPARE_SIZE || strlen(text) > 64);
	for (const char *at = said; *at != '\0'; at++) {
		fuzz_require((unsigned char)*at >= ' ');
	}
	bool character = prepare_character(language, text, said, sizeof(said));
	fuzz_require(character || said[0] == '\0');
}

static void try_call(enum voice_language language, const char *text)
{
	char said[CALL_SIZE], lines[CALL_SIZE];
	for (int mode = CALL_DIGITS; mode <= CALL_WORDS; mode++) {
		bool whole = call_text(
			language, text, "K007", 2, (enum call_mode)mode, said, sizeof(said));
		fuzz_require(whole || said[0] == '\0');
		whole = call_text(language, "{ticket} {counter}", text, 2, (enum call_mode)mode,
			said, sizeof(said));
		fuzz_require(whole || said[0] == '\0');
	}
	(void)call_clips(language, text, lines, sizeof(lines));
	fuzz_require(strstr(lines, "\n\n") == NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	try_key(text);
	for (int language = 0; language < VOICE_LANGUAGES; language++) {
		try_prepared((enum voice_language)language, text, PREPARE_SIZE);
		try_prepared((enum voice_language)language, text, 1 + size % 40);
		try_call((enum voice_language)language, text);
	}
	free(text);
	return 0;
}
