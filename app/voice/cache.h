#ifndef APP_VOICE_CACHE_H
#define APP_VOICE_CACHE_H

#include "app/voice/sound.h"
#include "app/voice/words.h"

/*
 * The sounds of what was said last, so that what is said often is made once: the buttons of a
 * screen, the numbers of a morning. Nothing personal is kept in it (the caller's care).
 */
enum { CACHE_PLACES = 96, CACHE_SAMPLES = SOUND_RATE * 90 }; /* 4 MB */

struct cache_place {
	char *text; /* NULL = free */
	enum voice_language language;
	struct sound sound;
	unsigned used; /* when, by cache.turn */
};

struct cache {
	struct cache_place places[CACHE_PLACES];
	size_t samples;
	unsigned turn;
};

/* Zeroed memory is an empty cache. */
void cache_finish(struct cache *cache);

/* A copy of the sound of `text`, the caller's to finish; false when it is not there. */
bool cache_find(struct cache *cache, enum voice_language language, const char *text,
	struct sound *out_sound);

/* Keeps a copy; what was not used for the longest time makes room. */
void cache_keep(struct cache *cache, enum voice_language language, const char *text,
	const struct sound *sound);

#endif
