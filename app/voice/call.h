#ifndef APP_VOICE_CALL_H
#define APP_VOICE_CALL_H

#include "app/voice/words.h"

/*
 * What the waiting room hears: an office's wording with a ticket and a counter filled in, and the
 * clips it is put together from. Pure.
 */
enum call_mode {
	CALL_DIGITS, /* "K, nol nol tujuh": the default, since tickets have leading zeros */
	CALL_WORDS,  /* "K, tujuh" */
};

enum { CALL_SIZE = 512 };

/*
 * Fills `pattern`, such as "Nomor antrean, {ticket}, silakan menuju loket {counter}". `ticket` is
 * letters and digits ("K007"). False, and an empty text, when it is not, when a number is too large
 * to be said (then it is said by digits before that), or when it needs more than `size` bytes.
 */
bool call_text(enum voice_language language, const char *pattern, const char *ticket, int counter,
	enum call_mode mode, char *out_text, size_t size);

/*
 * The clips of a sentence, one a line: words of numbers and single letters are each a clip, what is
 * between them another. A comma or full stop stays at the end of its clip, for the gap after it.
 */
bool call_clips(enum voice_language language, const char *text, char *out_lines, size_t size);

/* Both, with a full stop at the end for the pause after it: the lines of voice_say. */
bool call_lines(enum voice_language language, const char *pattern, const char *ticket, int counter,
	enum call_mode mode, char *out_lines, size_t size);

#endif
