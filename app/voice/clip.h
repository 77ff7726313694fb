#ifndef APP_VOICE_CLIP_H
#define APP_VOICE_CLIP_H

#include "app/base/place.h"
#include "app/voice/sound.h"
#include "app/voice/words.h"

/*
 * Clips are WAV files FOLDER/id/KEY.wav and FOLDER/en/KEY.wav. What is said is looked for under its
 * own words, so an office replaces a clip by recording a file of that name and needs no list.
 */
enum { CLIP_KEY_SIZE = 64 };

/*
 * The key of what is said: its letters and digits in small letters, with "-" for everything between
 * them ("silakan-menuju-loket"). Long ones end with a checksum in place of the rest. False when
 * nothing of it can be said.
 */
bool clip_key(const char *text, char out_key[CLIP_KEY_SIZE]);

/* Where the clip of `text` in `folder` is or would be; false when nothing of it can be said, or
 * `folder` is "". */
bool clip_path(const char *folder, enum voice_language language, const char *text,
	char out_path[PLACE_SIZE]);

/* Silence after a clip, by the mark at its end. */
enum { CLIP_GAP_MS = 40, CLIP_COMMA_MS = 220, CLIP_STOP_MS = 450 };
int clip_gap_ms(const char *text);

/*
 * The recorded clip of `text` in `folder`, trimmed and evened. False when there is none (or
 * `folder` is ""), and, after one log line, when it cannot be used.
 */
bool clip_load(const char *folder, enum voice_language language, const char *text,
	struct sound *out_sound);

/* Which clip of `text` is heard: one of the folder `own`, else one of `made`. `out_broken`: there
 * is an own one, which cannot be used. */
enum clip_source { CLIP_OWN, CLIP_MADE, CLIP_NONE };
enum clip_source clip_find(const char *own, const char *made, enum voice_language language,
	const char *text, bool *out_broken);

/* Writes a clip, whole or not at all, and the folders it takes; false after one log line. */
bool clip_save(const char *folder, enum voice_language language, const char *text,
	const struct sound *sound);

#endif
