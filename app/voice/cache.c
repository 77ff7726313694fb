#include "app/voice/cache.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

static void empty(struct cache *cache, struct cache_place *place)
{
	cache->samples -= place->sound.count;
	sound_finish(&place->sound);
	free(place->text);
	*place = (struct cache_place){0};
}

void cache_finish(struct cache *cache)
{
	for (size_t i = 0; i < CACHE_PLACES; i++) {
		empty(cache, &cache->places[i]);
	}
}

static struct cache_place *find(struct cache *cache, enum voice_language language, const char *text)
{
	for (size_t i = 0; i < CACHE_PLACES; i++) {
		struct cache_place *place = &cache->places[i];
		if (place->text != NULL && place->language == language &&
			strcmp(place->text, text) == 0) {
			return place;
		}
	}
	return NULL;
}

bool cache_find(struct cache *cache, enum voice_language language, const char *text,
	struct sound *out_sound)
{
	struct cache_place *place = find(cache, language, text);
	*out_sound = (struct sound){0};
	if (place == NULL) {
		return false;
	}
	place->used = ++cache->turn;
	return sound_append(out_sound, place->sound.samples, place->sound.count);
}

/* The place that was not used for the longest time: a free one where `taken` allows it. */
static struct cache_place *oldest(struct cache *cache, bool taken)
{
	struct cache_place *found = NULL;
	for (size_t i = 0; i < CACHE_PLACES; i++) {
		struct cache_place *place = &cache->places[i];
		if (taken && place->text == NULL) {
			continue;
		}
		found = found == NULL || place->used < found->used ? place : found;
	}
	return found;
}

void cache_keep(struct cache *cache, enum voice_language language, const char *text,
	const struct sound *sound)
{
	if (sound->count > CACHE_SAMPLES / 4 || find(cache, language, text) != NULL) {
		return;
	}
	while (cache->samples + sound->count > CACHE_SAMPLES) {
		empty(cache, oldest(cache, true));
	}
	struct cache_place *place = oldest(cache, false);
	empty(cache, place);
	place->text = memory_string(text);
	place->language = language;
	place->used = ++cache->turn;
	sound_append(&place->sound, sound->samples, sound->count);
	cache->samples += sound->count;
}
