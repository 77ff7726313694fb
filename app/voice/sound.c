#include "app/voice/sound.h"

#include "app/base/memory.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
	QUIET = 104, /* -50 dB */
	BLOCK = SOUND_RATE / 100,
	EDGE = SOUND_RATE / 200,
	GAIN_MAX = 20,            /* what needs more is not speech */
	REACH = SOUND_RATE / 100, /* how far round a peak its gain is turned down */
	TAPS = 16                 /* zero crossings of the sinc on each side */
};

static const double PI = 3.14159265358979323846;

void sound_finish(struct sound *sound)
{
	if (sound->samples != NULL) {
		memory_wipe(sound->samples, sound->count * sizeof(sound->samples[0]));
		free(sound->samples);
	}
	*sound = (struct sound){0};
}

/* Room for `count` more; the old copy is wiped, which realloc would not do. */
static int16_t *grow(struct sound *sound, size_t count)
{
	struct sound larger = {
		memory_zeroed(sound->count + count, sizeof(int16_t)), sound->count + count};
	size_t used = sound->count;
	if (used > 0) {
		memcpy(larger.samples, sound->samples, used * sizeof(int16_t));
	}
	sound_finish(sound);
	*sound = larger;
	return larger.samples + used;
}

/* As much of `count` as fits. */
static size_t room_for(const struct sound *sound, size_t count)
{
	return count < SOUND_MAX - sound->count ? count : SOUND_MAX - sound->count;
}

bool sound_append(struct sound *sound, const int16_t *samples, size_t count)
{
	size_t fitting = room_for(sound, count);
	if (fitting > 0) {
		memcpy(grow(sound, fitting), samples, fitting * sizeof(int16_t));
	}
	return fitting == count;
}

bool sound_append_silence(struct sound *sound, int ms)
{
	size_t count = ms > 0 ? (size_t)ms * SOUND_RATE / 1000 : 0;
	size_t fitting = room_for(sound, count);
	if (fitting > 0) {
		(void)grow(sound, fitting);
	}
	return fitting == count;
}

void sound_trim(struct sound *sound)
{
	size_t first = 0, end = sound->count;
	while (first < end && abs(sound->samples[first]) <= QUIET) {
		first++;
	}
	while (end > first && abs(sound->samples[end - 1]) <= QUIET) {
		end--;
	}
	if (first == end) {
		sound_finish(sound);
		return;
	}
	first = first > EDGE ? first - EDGE : 0;
	end = end + EDGE < sound->count ? end + EDGE : sound->count;
	struct sound kept = {0};
	sound_append(&kept, sound->samples + first, end - first);
	sound_finish(sound);
	*sound = kept;
}

int sound_level(const struct sound *sound)
{
	double total = 0;
	size_t counted = 0;
	for (size_t at = 0; at < sound->count; at += BLOCK) {
		size_t length = sound->count - at < BLOCK ? sound->count - at : BLOCK;
		double sum = 0;
		for (size_t i = 0; i < length; i++) {
			double sample = sound->samples[at + i];
			sum += sample * sample;
		}
		if (sum > (double)length * QUIET * QUIET) {
			total += sum;
			counted += length;
		}
	}
	return counted > 0 ? (int)lround(sqrt(total / (double)counted)) : 0;
}

int sound_peak(const struct sound *sound)
{
	int most = 0;
	for (size_t i = 0; i < sound->count; i++) {
		most = abs(sound->samples[i]) > most ? abs(sound->samples[i]) : most;
	}
	return most;
}

/* Turns the gains round sample `at` down to `gain`, less and less with the distance. */
static void turn_down(double *gains, size_t count, size_t at, double gain, const double *slope)
{
	size_t first = at > REACH ? at - REACH : 0;
	size_t end = at + REACH + 1 < count ? at + REACH + 1 : count;
	for (size_t i = first; i < end; i++) {
		double share = slope[i > at ? i - at : at - i];
		double here = gain + (gains[i] - gain) * share;
		gains[i] = here < gains[i] ? here : gains[i];
	}
}

/* Sample by sample: where one is still too loud, its surroundings are turned down with it. */
static void limit(const struct sound *sound, double *gains)
{
	double slope[REACH + 1];
	for (int i = 0; i <= REACH; i++) {
		slope[i] = (1 - cos(PI * i / (REACH + 1))) / 2;
	}
	for (size_t i = 0; i < sound->count; i++) {
		double loud = abs(sound->samples[i]);
		if (loud * gains[i] > SOUND_PEAK) {
			turn_down(gains, sound->count, i, SOUND_PEAK / loud, slope);
		}
	}
}

void sound_even(struct sound *sound)
{
	int level = sound_level(sound);
	if (level == 0) {
		return;
	}
	double full = (double)SOUND_LEVEL / level;
	full = full > GAIN_MAX ? GAIN_MAX : full;
	double *gains = memory_zeroed(sound->count, sizeof(*gains));
	for (size_t i = 0; i < sound->count; i++) {
		gains[i] = full;
	}
	limit(sound, gains);
	for (size_t i = 0; i < sound->count; i++) {
		sound->samples[i] = (int16_t)lround(sound->samples[i] * gains[i]);
	}
	free(gains);
}

/* The weight of a sample `distance` away (samples of the lower rate). */
static double weigh(double distance)
{
	if (fabs(distance) >= TAPS) {
		return 0;
	}
	if (fabs(distance) < 1e-9) {
		return 1;
	}
	double window = (1 + cos(PI * distance / TAPS)) / 2;
	return sin(PI * distance) / (PI * distance) * window;
}

static double sample_at(const float *samples, size_t count, double where, double narrow)
{
	double reach = TAPS / narrow, sum = 0, weights = 0;
	long first = (long)ceil(where - reach), last = (long)floor(where + reach);
	first = first < 0 ? 0 : first;
	last = last < (long)count - 1 ? last : (long)count - 1;
	for (long i = first; i <= last; i++) {
		double weight = weigh(((double)i - where) * narrow);
		sum += weight * (double)samples[i];
		weights += weight;
	}
	return weights > 0.1 ? sum / weights : 0;
}

bool sound_append_rate(struct sound *sound, const float *samples, size_t count, int rate)
{
	double step = (double)rate / SOUND_RATE;
	size_t wanted = (size_t)((double)count / step);
	size_t fitting = room_for(sound, wanted);
	int16_t *to = fitting > 0 ? grow(sound, fitting) : NULL;
	for (size_t i = 0; i < fitting; i++) {
		double value = rate == SOUND_RATE ? (double)samples[i]
						  : sample_at(samples, count, (double)i * step,
							    step > 1 ? 1 / step : 1);
		to[i] = (int16_t)lround(fmin(fmax(value, -1), 1) * 32767);
	}
	return fitting == wanted;
}
