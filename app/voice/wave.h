#ifndef APP_VOICE_WAVE_H
#define APP_VOICE_WAVE_H

#include "app/voice/sound.h"

/*
 * RIFF WAVE files: read into the one format of sound.h, and written from it. Whole and parts of
 * 8, 16, 24 and 32 bit and floating point, one to eight channels (mixed), 8,000 to 192,000 samples
 * a second. Pure; fuzzed.
 */
enum { WAVE_MAX = 64 * 1024 * 1024 }; /* bytes; no file of a minute is larger */

enum wave_source {
	WAVE_FILE,   /* must be whole */
	WAVE_STREAM, /* written before its length was known: ends where it ends */
};

/* NULL, and the sound in `out_sound` (the caller's to finish); else why not, and it is empty. */
const char *wave_read(
	const uint8_t *bytes, size_t size, enum wave_source source, struct sound *out_sound);

/* The file of a sound, to be released with free(). */
uint8_t *wave_write(const struct sound *sound, size_t *out_size);

#endif
