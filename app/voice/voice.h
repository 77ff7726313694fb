#ifndef APP_VOICE_VOICE_H
#define APP_VOICE_VOICE_H

#include "app/voice/stage.h"
#include "app/voice/sound.h"
#include "app/voice/words.h"

/*
 * A program's voice and the click of its presses: one thread that finds or makes sounds and opens
 * the sound device, and closes it some seconds after the last. Nothing here waits: what is to be
 * said is copied and queued. Where there is no sound, there is silence and one log line; the device
 * is tried again at the next sound, no more often than every ten seconds.
 */
struct voice;

struct voice_options {
	int volume;          /* 0 to 100, of speech; the click stays as soft as it is */
	const char *own;     /* folder of the office's recordings; "" or NULL = none */
	const char *made;    /* folder of clips that were made beforehand; likewise */
	const char *program; /* NULL = espeak-ng */
	voice_tell *tell;    /* of speeches that have a mark; NULL = nobody */
	void *context;
};

/*
 * One line a clip; the mark at its end says how long a pause follows (clip.h). A line is a clip of
 * the office under its own words (clip_key), else a clip made beforehand, else it is synthesized
 * after prepare_text.
 */
struct voice_speech {
	enum voice_language language;
	const char *lines;
	bool chime; /* before it: `bell` */
	enum sound_bell bell;
	bool personal; /* what is about one visitor: not kept, and no clip is looked for */
	int64_t mark;  /* by which it is told of; 0 = it is not */
};

enum { VOICE_QUEUE = 64, VOICE_END_MS = 3000 };

/* Copies the options. NULL, after one log line, when no thread can be had. */
struct voice *voice_open(const struct voice_options *options);
/*
 * Stops at once, and tells nothing any more. A sound server that hangs keeps nobody waiting longer
 * than VOICE_END_MS: then, with one log line, the thread is left to free everything whenever it
 * comes back. NULL is fine, here and below.
 */
void voice_close(struct voice *voice);

/* A press; several while one is still heard are one. */
void voice_click(struct voice *voice);

/*
 * Queues what is to be said after all that is queued: whole, in order, once. False, and one log
 * line at the first of them, when VOICE_QUEUE speeches wait already.
 */
bool voice_say(struct voice *voice, const struct voice_speech *speech);

/* How loud speech is from now on, 0 to 100; also what is being heard. */
void voice_set_volume(struct voice *voice, int volume);

/* Silence now; nothing that was queued is said any more: it is over, in whatever order. */
void voice_stop(struct voice *voice);

/* Whether something is being said or waits to be. */
bool voice_is_speaking(struct voice *voice);

#endif
