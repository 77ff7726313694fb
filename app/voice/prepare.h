#ifndef APP_VOICE_PREPARE_H
#define APP_VOICE_PREPARE_H

#include "app/voice/words.h"

/*
 * What stands on a screen, as it is to be said: a ticket's number digit by digit, hours, amounts
 * and addresses in words, signs as words or pauses. Pure; fuzzed.
 */
enum { PREPARE_SIZE = 2048 };

/* One line; false when it was cut at `size`. Control characters become spaces. */
bool prepare_text(enum voice_language language, const char *text, char *out_text, size_t size);

/*
 * A character that was just typed, as its name: "A", "spasi", "titik"; capitals as what they are,
 * since they sound alike. `character` is the first of the text.
 */
bool prepare_character(
	enum voice_language language, const char *character, char *out_text, size_t size);

#endif
