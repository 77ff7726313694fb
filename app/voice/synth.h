#ifndef APP_VOICE_SYNTH_H
#define APP_VOICE_SYNTH_H

#include "app/voice/sound.h"
#include "app/voice/words.h"

/*
 * Speech from text by the program espeak-ng, run once a line. As a program and not as its library:
 * the library's licence (GPL-3) would be ours, the library keeps state from one text to the next,
 * and a crash in it would be ours too; the price is some 20 ms a line, on a thread that nobody
 * waits for. The text goes through a pipe, so it is in no list of processes and in no file.
 */
enum {
	SYNTH_TEXT_SIZE = 2048,
	SYNTH_PATIENCE_MS = 5000,
	SYNTH_END_MS = 500, /* after its last word the program has so long to end by itself */
};

struct synth {
	const char *program; /* NULL = "espeak-ng", by the path */
	bool missing;        /* it is not there, which was said once */
};

/*
 * Says `text`, a line of at most SYNTH_TEXT_SIZE bytes. The sound is trimmed and evened, the
 * caller's to finish. False, after one log line that does not hold the text, when the program is
 * not there, takes longer than SYNTH_PATIENCE_MS or gives no sound. It returns in a little more
 * than SYNTH_PATIENCE_MS + SYNTH_END_MS at most; a program that still runs then is killed.
 */
bool synth_speak(struct synth *synth, enum voice_language language, const char *text,
	struct sound *out_sound);

#endif
