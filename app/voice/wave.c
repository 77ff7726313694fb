#include "app/voice/wave.h"

#include "app/base/memory.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
	PCM = 1,
	FLOATING = 3,
	EXTENSIBLE = 0xFFFE,
	HEAD = 12,
	CHUNK = 8,
	FORMAT = 16,
	RATE_MIN = 8000,
	RATE_MAX = 192000,
	CHANNELS_MAX = 8
};

/* What the file says of its samples, and where they are. */
struct wave {
	int kind, channels, bits;
	uint32_t rate;
	const uint8_t *data;
	size_t size;
};

static uint32_t read16(const uint8_t *at)
{
	return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t read32(const uint8_t *at)
{
	return read16(at) | read16(at + 2) << 16;
}

static void take_format(struct wave *wave, const uint8_t *at, size_t size)
{
	wave->kind = (int)read16(at);
	wave->channels = (int)read16(at + 2);
	wave->rate = read32(at + 4);
	wave->bits = (int)read16(at + 14);
	if (wave->kind == EXTENSIBLE && size >= 26) {
		wave->kind = (int)read16(at + 24);
	}
}

/* Walks the chunks up to the samples. */
static const char *find_data(
	const uint8_t *bytes, size_t size, enum wave_source source, struct wave *out_wave)
{
	size_t at = HEAD;
	if (size < HEAD || memcmp(bytes, "RIFF", 4) != 0 || memcmp(bytes + 8, "WAVE", 4) != 0) {
		return "no WAV file";
	}
	while (size - at >= CHUNK) {
		const uint8_t *chunk = bytes + at;
		size_t left = size - at - CHUNK, length = read32(chunk + 4);
		bool data = memcmp(chunk, "data", 4) == 0;
		if (length > left && !(data && source == WAVE_STREAM)) {
			return "cut off";
		}
		length = length < left ? length : left;
		if (memcmp(chunk, "fmt ", 4) == 0 && length >= FORMAT) {
			take_format(out_wave, chunk + CHUNK, length);
		} else if (data) {
			out_wave->data = chunk + CHUNK;
			out_wave->size = length;
			return NULL;
		}
		at += CHUNK + length;
		at += length % 2 == 1 && at < size; /* chunks begin at even places */
	}
	return "without samples";
}

static const char *check(const struct wave *wave)
{
	bool whole = wave->kind == PCM &&
		     (wave->bits == 8 || wave->bits == 16 || wave->bits == 24 || wave->bits == 32);
	if (!whole && !(wave->kind == FLOATING && wave->bits == 32)) {
		return "of a format that is not read";
	}
	if (wave->channels < 1 || wave->channels > CHANNELS_MAX || wave->rate < RATE_MIN ||
		wave->rate > RATE_MAX) {
		return "of a format that is not read";
	}
	size_t frame = (size_t)wave->channels * (size_t)wave->bits / 8;
	if (wave->size / frame / wave->rate >= SOUND_MAX / SOUND_RATE) {
		return "too long";
	}
	return wave->size < frame ? "empty" : NULL;
}

static float read_sample(const struct wave *wave, const uint8_t *at)
{
	uint32_t raw;
	float value;
	switch (wave->bits) {
	case 8: return (float)(at[0] - 128) / 128;
	case 16: return (float)(int16_t)read16(at) / 32768;
	case 24:
		return (float)((int32_t)((read16(at) << 8) | (uint32_t)at[2] << 24) / 256) /
		       8388608;
	default: break;
	}
	raw = read32(at);
	if (wave->kind == PCM) {
		return (float)(int32_t)raw / 2147483648.0f;
	}
	memcpy(&value, &raw, sizeof(value));
	return isfinite(value) ? fminf(fmaxf(value, -1), 1) : 0;
}

const char *wave_read(
	const uint8_t *bytes, size_t size, enum wave_source source, struct sound *out_sound)
{
	struct wave wave = {0};
	*out_sound = (struct sound){0};
	const char *why = size > WAVE_MAX ? "too long" : find_data(bytes, size, source, &wave);
	if (why == NULL) {
		why = check(&wave);
	}
	if (why != NULL) {
		return why;
	}
	size_t step = (size_t)wave.bits / 8, frames = wave.size / step / (size_t)wave.channels;
	float *mixed = memory_zeroed(frames, sizeof(*mixed));
	for (size_t i = 0; i < frames; i++) {
		for (size_t channel = 0; channel < (size_t)wave.channels; channel++) {
			size_t place = i * (size_t)wave.channels + channel;
			mixed[i] +=
				read_sample(&wave, wave.data + place * step) / (float)wave.channels;
		}
	}
	sound_append_rate(out_sound, mixed, frames, (int)wave.rate);
	memory_wipe(mixed, frames * sizeof(*mixed));
	free(mixed);
	return NULL;
}

static void write16(uint8_t *at, uint32_t value)
{
	at[0] = (uint8_t)value;
	at[1] = (uint8_t)(value >> 8);
}

static void write32(uint8_t *at, uint32_t value)
{
	write16(at, value);
	write16(at + 2, value >> 16);
}

uint8_t *wave_write(const struct sound *sound, size_t *out_size)
{
	enum { WHOLE = HEAD + CHUNK + FORMAT + CHUNK };
	size_t length = sound->count * 2;
	uint8_t *bytes = memory_zeroed(1, WHOLE + length);
	memcpy(bytes, "RIFF", 4);
	write32(bytes + 4, (uint32_t)(WHOLE - CHUNK + length));
	memcpy(bytes + 8, "WAVEfmt ", 8);
	write32(bytes + 16, FORMAT);
	write16(bytes + 20, PCM);
	write16(bytes + 22, 1);
	write32(bytes + 24, SOUND_RATE);
	write32(bytes + 28, SOUND_RATE * 2);
	write16(bytes + 32, 2);
	write16(bytes + 34, 16);
	memcpy(bytes + 36, "data", 4);
	write32(bytes + 40, (uint32_t)length);
	for (size_t i = 0; i < sound->count; i++) {
		write16(bytes + WHOLE + i * 2, (uint16_t)sound->samples[i]);
	}
	*out_size = WHOLE + length;
	return bytes;
}
