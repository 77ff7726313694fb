#ifndef APP_VOICE_STAGE_H
#define APP_VOICE_STAGE_H

#include <stdint.h>

/* What is told of a speech that has a mark (voice.h). */
enum voice_stage {
	VOICE_BEGUN, /* its first sample has gone to the device; speeches of one mark begin once */
	VOICE_OVER,  /* all of it has, or it will not be heard: told once of each speech */
};

/*
 * Told on the device's thread or the voice's, or by whoever stops it; with locks held: it must
 * return at once and call nothing of the voice.
 */
typedef void voice_tell(void *context, int64_t mark, enum voice_stage stage);

#endif
