#ifndef APP_VOICE_CLIP_SET_H
#define APP_VOICE_CLIP_SET_H

#include "app/voice/synth.h"

/*
 * The clips that calls are put together from, made beforehand by espeak-ng, so that the waiting
 * room is never late and an office can listen to each and record its own in its place: the words of
 * numbers, the letters A to Z, and what an office's wording says between them.
 */

/* `wordings`, here and below, are sentences as call_text takes them, one a line. Tells each clip,
 * once, by what it says: "tujuh", "silakan menuju loket". */
typedef void clip_visit(void *context, const char *text);
void clip_set_each(
	enum voice_language language, const char *wordings, clip_visit *visit, void *context);

/*
 * Makes what is not in `folder` yet, or cannot be read there. Returns how many clips were made, or
 * -1, after one log line, when one cannot be; those made until then stay.
 */
int clip_set_make(struct synth *synth, const char *folder, enum voice_language language,
	const char *wordings);

#endif
