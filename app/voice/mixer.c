#include "app/voice/mixer.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FADE = SOUND_RATE / 200 };

void mixer_init(struct mixer *mixer, int volume)
{
	*mixer = (struct mixer){.volume = volume, .click = sound_click()};
	mixer->click_at = mixer->click.count;
}

void mixer_listen(struct mixer *mixer, voice_tell *tell, void *context)
{
	mixer->tell = tell;
	mixer->context = context;
}

static void tell(struct mixer *mixer, int64_t mark, enum voice_stage stage)
{
	if (mark != 0 && mixer->tell != NULL) {
		mixer->tell(mixer->context, mark, stage);
	}
}

static bool is_end(const struct mixed_sound *sound)
{
	return sound->sound.count == 0;
}

static void drop_first(struct mixer *mixer)
{
	struct mixed_sound *first = mixer->first;
	if (is_end(first)) {
		tell(mixer, first->mark, VOICE_OVER);
	}
	mixer->left -= first->sound.count - mixer->at;
	mixer->at = 0;
	mixer->first = first->next;
	mixer->last = mixer->first != NULL ? mixer->last : NULL;
	sound_finish(&first->sound);
	free(first);
}

static void drop_all(struct mixer *mixer)
{
	while (mixer->first != NULL) {
		drop_first(mixer);
	}
}

void mixer_finish(struct mixer *mixer)
{
	drop_all(mixer);
	sound_finish(&mixer->fading);
	sound_finish(&mixer->click);
	*mixer = (struct mixer){0};
}

static void append(struct mixer *mixer, struct sound sound, int64_t mark)
{
	struct mixed_sound *added = memory_zeroed(1, sizeof(*added));
	added->sound = sound;
	added->mark = mark;
	if (mixer->last != NULL) {
		mixer->last->next = added;
	} else {
		mixer->first = added;
	}
	mixer->last = added;
	mixer->left += added->sound.count;
}

void mixer_add(struct mixer *mixer, struct sound *sound, int64_t mark)
{
	if (sound->count == 0) {
		sound_finish(sound);
		return;
	}
	append(mixer, *sound, mark);
	*sound = (struct sound){0};
}

void mixer_end(struct mixer *mixer, int64_t mark)
{
	append(mixer, (struct sound){0}, mark);
}

void mixer_stop(struct mixer *mixer)
{
	if (mixer->first != NULL && mixer->at > 0) {
		const struct sound *heard = &mixer->first->sound;
		size_t rest = heard->count - mixer->at;
		sound_finish(&mixer->fading);
		sound_append(&mixer->fading, heard->samples + mixer->at, rest < FADE ? rest : FADE);
		mixer->faded = 0;
		for (size_t i = 0; i < mixer->fading.count; i++) {
			int32_t sample = mixer->fading.samples[i];
			mixer->fading.samples[i] = (int16_t)(sample * (FADE - (int32_t)i) / FADE);
		}
	}
	drop_all(mixer);
}

void mixer_click(struct mixer *mixer)
{
	if (mixer->click_at == mixer->click.count) {
		mixer->click_at = 0;
	}
}

/* The next sample of the queue. */
static int32_t take_queued(struct mixer *mixer)
{
	while (mixer->first != NULL && is_end(mixer->first)) {
		drop_first(mixer);
	}
	if (mixer->first == NULL) {
		return 0;
	}
	if (mixer->at == 0 && mixer->first->mark != mixer->begun) {
		mixer->begun = mixer->first->mark;
		tell(mixer, mixer->begun, VOICE_BEGUN);
	}
	int32_t sample = mixer->first->sound.samples[mixer->at++];
	mixer->left--;
	if (mixer->at == mixer->first->sound.count) {
		drop_first(mixer);
	}
	return sample;
}

static int32_t take_fading(struct mixer *mixer)
{
	if (mixer->fading.count == 0) {
		return 0;
	}
	int32_t sample = mixer->fading.samples[mixer->faded++];
	if (mixer->faded == mixer->fading.count) {
		sound_finish(&mixer->fading);
	}
	return sample;
}

void mixer_take(struct mixer *mixer, int16_t *out_samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int32_t sum = (take_queued(mixer) + take_fading(mixer)) * mixer->volume / 100;
		if (mixer->click_at < mixer->click.count) {
			sum += mixer->click.samples[mixer->click_at++];
		}
		sum = sum > INT16_MAX ? INT16_MAX : sum < INT16_MIN ? INT16_MIN : sum;
		out_samples[i] = (int16_t)sum;
	}
}

bool mixer_is_silent(const struct mixer *mixer)
{
	return mixer->first == NULL && mixer->fading.count == 0 &&
	       mixer->click_at == mixer->click.count;
}
