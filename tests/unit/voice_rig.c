#include "app/base/clock.h"
#include "app/voice/clip.h"
#include "tests/unit/check.h"
#include "tests/unit/voice_rig.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CLIP_MS = 60 };

const char *const rig_calls[RIG_CALLS] = {
	"Nomor antrean,\nK,\nnol\nnol\ntujuh,\nsilakan menuju loket\ndua.",
	"Nomor antrean,\nJ,\nnol\nnol\ndua,\nsilakan menuju loket\nsatu."};

static void note(void *context, int64_t mark, enum voice_stage stage)
{
	struct told *told = context;
	SDL_LockMutex(told->lock);
	size_t used = strlen(told->text);
	snprintf(told->text + used, TOLD - used, "%c%d", stage == VOICE_BEGUN ? '+' : '-',
		(int)mark);
	told->overs += stage == VOICE_OVER;
	SDL_UnlockMutex(told->lock);
}

void rig_start(struct rig *rig, const char *driver)
{
	rig->told = (struct told){0};
	temporary_create(rig->folder);
	snprintf(rig->file, sizeof(rig->file), "%s/sound.raw", rig->folder);
	snprintf(rig->made, sizeof(rig->made), "%s/made", rig->folder);
	setenv("SDL_AUDIODRIVER", driver, 1);
	setenv("SDL_DISKAUDIOFILE", rig->file, 1);
}

void rig_open(struct rig *rig)
{
	const struct voice_options options = {.volume = 100,
		.own = rig->folder,
		.made = rig->made,
		.tell = note,
		.context = &rig->told};
	rig->told = (struct told){.lock = SDL_CreateMutex()};
	rig->voice = voice_open(&options);
	assert_non_null(rig->voice);
}

void rig_end(struct rig *rig)
{
	voice_close(rig->voice);
	SDL_DestroyMutex(rig->told.lock);
	temporary_remove(rig->folder);
}

void rig_wait_told(struct rig *rig, int overs, char out_text[TOLD])
{
	bool all = false;
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; !all;) {
		assert_true(clock_ticks_ms() < end_ms);
		SDL_LockMutex(rig->told.lock);
		all = rig->told.overs >= overs;
		memcpy(out_text, rig->told.text, TOLD);
		SDL_UnlockMutex(rig->told.lock);
		SDL_Delay(20);
	}
}

struct sound rig_played(const struct rig *rig)
{
	struct sound sound = {0};
	FILE *file = fopen(rig->file, "rb");
	int16_t samples[1024];
	size_t got;
	while (file != NULL && (got = fread(samples, sizeof(int16_t), 1024, file)) > 0) {
		sound_append(&sound, samples, got);
	}
	if (file != NULL) {
		fclose(file);
	}
	return sound;
}

size_t sound_first_heard(const struct sound *sound)
{
	size_t at = 0;
	while (at < sound->count && sound->samples[at] == 0) {
		at++;
	}
	return at;
}

size_t sound_last_heard(const struct sound *sound)
{
	size_t at = sound->count;
	while (at > 0 && sound->samples[at - 1] == 0) {
		at--;
	}
	return at;
}

size_t rig_heard(const struct rig *rig)
{
	struct sound sound = rig_played(rig);
	size_t first = sound_first_heard(&sound), last = sound_last_heard(&sound);
	sound_finish(&sound);
	return last > first ? last - first : 0;
}

void rig_wait_heard(const struct rig *rig, size_t samples)
{
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; rig_heard(rig) < samples;) {
		assert_true(clock_ticks_ms() < end_ms);
		SDL_Delay(20);
	}
}

void rig_wait_said(const struct rig *rig)
{
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; voice_is_speaking(rig->voice);) {
		assert_true(clock_ticks_ms() < end_ms);
		SDL_Delay(20);
	}
}

void rig_record(const char *folder, const char *lines, double base)
{
	char copy[256];
	snprintf(copy, sizeof(copy), "%s", lines);
	for (char *line = strtok(copy, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		struct sound sound = {0};
		sound_append_silence(&sound, CLIP_MS);
		base += 31;
		for (size_t i = 0; i < sound.count; i++) {
			double angle = base * (double)i / 1000;
			sound.samples[i] = (int16_t)lround(9000 * sin(angle + 0.5));
		}
		assert_true(clip_save(folder, VOICE_INDONESIAN, line, &sound));
		sound_finish(&sound);
	}
}
