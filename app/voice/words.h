#ifndef APP_VOICE_WORDS_H
#define APP_VOICE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers as people say them. Pure. */
enum voice_language { VOICE_INDONESIAN, VOICE_ENGLISH, VOICE_LANGUAGES };

enum { WORDS_SIZE = 256 }; /* the longest number in words, with its NUL */
#define WORDS_MAX_INDONESIAN INT64_C(999999999999999)
#define WORDS_MAX_ENGLISH INT64_C(9999)

/* "id", "en": also the names of the folders with clips, and of the voices. */
const char *voice_language_code(enum voice_language language);

/*
 * `value` in words: in Indonesian by the rules of domain.md §4.4 ("se-" for exactly one hundred or
 * thousand, KBBI's "miliar" and "triliun"), in British English ("one hundred and one"). False, and
 * an empty text, when it is negative or larger than WORDS_MAX_…, or needs more than `size` bytes.
 */
bool words_number(enum voice_language language, int64_t value, char *out_text, size_t size);

/* The digits one by one, as in "nol nol tujuh"; characters that are no digits are passed over.
 * False, and an empty text, when there is none or they need more than `size` bytes. */
bool words_digits(enum voice_language language, const char *digits, char *out_text, size_t size);

/* Whether the `length` bytes at `word` are one word of a number: a clip of its own. */
bool words_is_number(enum voice_language language, const char *word, size_t length);

/* All words that numbers are made of, NULL past the last. */
const char *words_at(enum voice_language language, size_t index);

#endif
