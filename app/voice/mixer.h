#ifndef APP_VOICE_MIXER_H
#define APP_VOICE_MIXER_H

#include "app/voice/sound.h"
#include "app/voice/stage.h"

/*
 * What is heard, sample by sample: sounds one after another, and the click of a press over them. No
 * device and no thread of its own; whoever shares one brings the lock.
 */
struct mixed_sound {
	struct sound sound; /* empty = the end of a speech */
	int64_t mark;       /* of its speech; 0 = nobody asks */
	struct mixed_sound *next;
};

struct mixer {
	struct mixed_sound *first, *last; /* the queue; the first is being heard */
	size_t at;                        /* of the first, how much was heard */
	size_t left;                      /* samples still to be heard, of all */
	struct sound fading;              /* the end of what was stopped */
	size_t faded;
	struct sound click;
	size_t click_at;  /* click.count = it is not heard */
	int volume;       /* 0 to 100 */
	int64_t begun;    /* the mark told last */
	voice_tell *tell; /* NULL = nobody listens */
	void *context;
};

/* Finish with mixer_finish. */
void mixer_init(struct mixer *mixer, int volume);
void mixer_finish(struct mixer *mixer);

/* Whom mixer_take and whatever drops sounds tell of speeches. */
void mixer_listen(struct mixer *mixer, voice_tell *tell, void *context);

/* Takes the sound, a part of the speech `mark`, over and queues it. */
void mixer_add(struct mixer *mixer, struct sound *sound, int64_t mark);

/* All parts of the speech `mark`, which is not 0, are queued. */
void mixer_end(struct mixer *mixer, int64_t mark);

/* Nothing queued is heard any more; what is being heard fades out within 5 ms, so that it ends
 * without a crack. Sounds added later are not affected. */
void mixer_stop(struct mixer *mixer);

/* A click from now on; one that is still heard is not begun anew. */
void mixer_click(struct mixer *mixer);

/* The next `count` samples; silence where there is nothing. */
void mixer_take(struct mixer *mixer, int16_t *out_samples, size_t count);

bool mixer_is_silent(const struct mixer *mixer);

#endif
