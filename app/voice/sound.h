#ifndef APP_VOICE_SOUND_H
#define APP_VOICE_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Sound in the one format of the product: 22,050 samples a second, 16 bit, one channel (that of
 * espeak-ng). Pure. Samples may be of a visitor's words, so whatever is released is wiped first.
 */
enum { SOUND_RATE = 22050, SOUND_MAX = SOUND_RATE * 60 }; /* no sound is longer than a minute */

/* Loudness that sounds are evened to (RMS of what is not silence) and the peak none exceeds. */
enum { SOUND_LEVEL = 3277, SOUND_PEAK = 29204 }; /* -20 and -1 dB of full strength */

struct sound {
	int16_t *samples; /* NULL when empty */
	size_t count;
};

/* Wipes and releases; zeroed memory is fine. */
void sound_finish(struct sound *sound);

/* Appends; what would make it longer than SOUND_MAX is left out, and the answer false. */
bool sound_append(struct sound *sound, const int16_t *samples, size_t count);
bool sound_append_silence(struct sound *sound, int ms);

/* Takes silence (below -50 dB) off both ends, but for 5 ms, so that joints are where they are meant
 * to be. A sound that is all silence becomes empty. */
void sound_trim(struct sound *sound);

/* Root of the mean square over the stretches of 10 ms that are not silence; 0 = all silence. */
int sound_level(const struct sound *sound);

/* The largest magnitude of a sample. */
int sound_peak(const struct sound *sound);

/*
 * Brings it to SOUND_LEVEL. Peaks that would come out above SOUND_PEAK are turned down for some
 * milliseconds round them, smoothly, so nothing is clipped; silence stays as it is.
 */
void sound_even(struct sound *sound);

/* `count` samples of one channel, -1 to 1, at `rate` a second, appended at SOUND_RATE by windowed
 * sinc interpolation. */
bool sound_append_rate(struct sound *sound, const float *samples, size_t count, int rate);

/* The click of a press: 8 ms of a falling tone of 1.6 kHz, soft. */
struct sound sound_click(void);

/* What a program rings: the waiting room's chime, or a softer signal for who stands close: a
 * counter's, or a visitor's at the kiosk. */
enum sound_bell {
	SOUND_CALL,       /* sound_chime */
	SOUND_UNATTENDED, /* two low, even tones: visitors wait and nobody is there */
	SOUND_SOON,       /* one tone: the last minutes of the promise */
	SOUND_LATE,       /* three falling tones: it is broken */
	SOUND_LEAVING,    /* two rising tones, at the kiosk: its screen soon closes */
};
struct sound sound_of_bell(enum sound_bell bell);

/* "Ting-tong" before a call: 659 Hz, then 523 Hz, as waiting rooms know it (domain.md §8.1). */
struct sound sound_chime(void);

#endif
