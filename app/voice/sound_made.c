#include "app/voice/sound.h"

#include <math.h>

static const double TURN = 2 * 3.14159265358979323846;

/* Adds `ms` of a tone from `from_ms` on that falls to nothing; `shape` 2 falls evenly, more at
 * once. */
static void add_tone(
	struct sound *sound, int from_ms, int ms, double hertz, double strength, double shape)
{
	size_t first = (size_t)from_ms * SOUND_RATE / 1000, length = (size_t)ms * SOUND_RATE / 1000;
	for (size_t i = 0; i < length && first + i < sound->count; i++) {
		double left = 1 - (double)i / (double)length;
		double value =
			strength * pow(left, shape) * sin(TURN * hertz * (double)i / SOUND_RATE);
		sound->samples[first + i] = (int16_t)(sound->samples[first + i] + lround(value));
	}
}

struct sound sound_click(void)
{
	struct sound sound = {0};
	sound_append_silence(&sound, 8);
	add_tone(&sound, 0, 8, 1600, 3300, 2);
	return sound;
}

struct sound sound_chime(void)
{
	enum { TING_MS = 500, TONG_MS = 900 };
	struct sound sound = {0};
	sound_append_silence(&sound, TING_MS + TONG_MS);
	/* An octave above, softer, makes it a bell. */
	add_tone(&sound, 0, TING_MS + 400, 659.26, 6000, 3);
	add_tone(&sound, 0, TING_MS, 2 * 659.26, 1500, 5);
	add_tone(&sound, TING_MS, TONG_MS, 523.25, 6000, 3);
	add_tone(&sound, TING_MS, TONG_MS, 2 * 523.25, 1500, 5);
	return sound;
}

/* Tones of `ms` one after another, each with its octave above, softer, so that it sounds like a
 * small bell. */
static struct sound ring(const double *hertz, int count, int ms)
{
	enum { STRENGTH = 2600, REST_MS = 250 };
	struct sound sound = {0};
	sound_append_silence(&sound, count * ms + REST_MS);
	for (int i = 0; i < count; i++) {
		add_tone(&sound, i * ms, ms + REST_MS, hertz[i], STRENGTH, 3);
		add_tone(&sound, i * ms, ms, 2 * hertz[i], STRENGTH / 4.0, 5);
	}
	return sound;
}

struct sound sound_of_bell(enum sound_bell bell)
{
	static const double unattended[] = {392.00, 392.00};
	static const double soon[] = {587.33};
	static const double late[] = {587.33, 493.88, 392.00};
	static const double leaving[] = {523.25, 659.26};
	switch (bell) {
	case SOUND_LEAVING: return ring(leaving, 2, 180);
	case SOUND_SOON: return ring(soon, 1, 500);
	case SOUND_LATE: return ring(late, 3, 250);
	case SOUND_UNATTENDED: return ring(unattended, 2, 350);
	case SOUND_CALL: break;
	}
	return sound_chime();
}
