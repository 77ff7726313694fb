#ifndef APP_KIOSK_ALOUD_H
#define APP_KIOSK_ALOUD_H

#include "app/base/settings.h"
#include "app/kiosk/journey.h"
#include "app/ui/reading.h"
#include "app/voice/voice.h"

/*
 * What the kiosk lets be heard: the click of a press; a soft bell before a screen closes by itself;
 * and, when a visitor wants it, every screen read aloud. What is said comes from what was drawn
 * (app/ui/reading.h): a new screen whole, else what has changed, the part that gets the focus, and
 * each letter that is typed. Of what was said only sums are kept, to know what is new.
 */
enum {
	ALOUD_HOLD_MS = 10000,      /* a screen stays at least so long after its last word … */
	ALOUD_HOLD_MAX_MS = 180000, /* … but not for ever, whatever the voice does */
};

struct aloud_typed {
	uint32_t sum;
	size_t length;
};

struct aloud {
	struct voice *voice; /* NULL = silent */
	bool click, rings, speaks;
	bool keypad; /* there is one: its keys are said */
	int seconds; /* of the countdown, when last looked at; 0 = nothing ran out */

	/* while a visitor listens */
	bool on, hinted;
	uint32_t said[READING_LINES]; /* of the last frame */
	size_t said_count;
	struct aloud_typed typed[READING_TYPED];
	size_t typed_count;
	char focus[UI_ID_SIZE];
	bool counting;  /* what is being said is the countdown, which must go on */
	int64_t act_ms; /* when somebody last touched anything */
};

/* As the settings say; aloud_close may be called on zeroed memory. */
void aloud_open(struct aloud *aloud, const struct settings *settings);
void aloud_close(struct aloud *aloud);

/* Whether screens can be read aloud at all. */
bool aloud_can_speak(const struct aloud *aloud);

/* Before a frame: while something else than the countdown is said, nothing runs out. */
void aloud_hold(struct aloud *aloud, struct journey *journey, const struct lobby *lobby);

/* After a frame, event or drawn: clicks, falls silent at a touch or key, and says what is new. */
void aloud_frame(struct aloud *aloud, const struct ui *ui, const struct journey *journey,
	const struct lobby *lobby);

/* Nothing is said any more, and nothing remembered: staff have the screen. */
void aloud_silence(struct aloud *aloud);

/* Where what is to be said goes: lines as voice_say takes them, and what of it is about a visitor:
 * typed, or private_holds. */
struct aloud_hands {
	void (*stop)(void *context); /* what comes takes the place of what is being said */
	void (*say)(void *context, const char *lines, bool personal);
	void *context;
};

/*
 * The mark of a countdown (look.md §8: 20, 10 and 5 s of the idle warning) that has been reached
 * since `before` seconds were left, 0 = nothing ran out then; 0 = none. A screen that opens with so
 * little time, which is no warning, is not rung for.
 */
int aloud_mark(int before, int seconds, bool warning);

/* Finds what is new in the frame just drawn for `visit`, and says it. */
void aloud_read(struct aloud *aloud, const struct ui *ui, const struct visit *visit,
	const struct aloud_hands *hands);

#endif
