#ifndef APP_VOICE_SPEAKER_H
#define APP_VOICE_SPEAKER_H

#include "app/voice/mixer.h"

/*
 * The one sound device of a program, and the mixer that it plays. It is opened and closed by the
 * voice's thread alone, because a sound server that is not well may keep one waiting; everything
 * else may come from any thread and returns at once. Open, it wakes up forty times a second; so it
 * is closed when nothing is to be heard.
 */
struct speaker;

/* NULL and one log line when there is no memory for its lock. */
struct speaker *speaker_create(int volume);
void speaker_destroy(struct speaker *speaker);

/* False and, at the first failure after a success, one log line when no sound can be had. */
bool speaker_open(struct speaker *speaker);
void speaker_close(struct speaker *speaker);
bool speaker_is_open(const struct speaker *speaker);

/* As the mixer's. */
void speaker_listen(struct speaker *speaker, voice_tell *tell, void *context);
void speaker_add(struct speaker *speaker, struct sound *sound, int64_t mark);
void speaker_end(struct speaker *speaker, int64_t mark);
void speaker_set_volume(struct speaker *speaker, int volume);
void speaker_stop(struct speaker *speaker);
void speaker_click(struct speaker *speaker);
/* A click that was not heard will not be. */
void speaker_forget_click(struct speaker *speaker);
bool speaker_is_silent(struct speaker *speaker);

/* Samples still to be heard. */
size_t speaker_left(struct speaker *speaker);

/* Whether the device has taken samples since it was last asked: one that has not is dead, or was
 * unplugged. */
bool speaker_has_moved(struct speaker *speaker);

#endif
