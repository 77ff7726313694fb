#ifndef APP_DISPLAY_CALLER_H
#define APP_DISPLAY_CALLER_H

#include "app/base/settings.h"
#include "app/display/call_line.h"
#include "app/voice/call.h"
#include "app/voice/voice.h"

/*
 * The voice of the waiting room: says each call whole, in order and once, at its own pace, in the
 * wordings of the office. One call is with the voice at a time, so that one that is undone before
 * its turn is not said; in quiet hours a call is passed over. Pure but for the voice.
 */
enum { CALLER_SPEECHES = OFFICE_LANGUAGES * OFFICE_REPEATS };

struct caller {
	struct voice *voice; /* NULL = this display does not speak */
	int volume;          /* of this computer, 0 to 100 */
	struct call_line line;
	int64_t call; /* with the voice now */
	int left;     /* speeches of it that are not over; 0 = the next may come */
};

/* What the voice told, to be carried to the loop. */
struct caller_news {
	int64_t call;
	enum voice_stage stage;
	int64_t ticks_ms; /* when (clock_ticks_ms) */
};

/* One wording of a call, as voice_say takes it. */
struct caller_speech {
	enum voice_language language;
	bool chime;
	char lines[CALL_SIZE];
};

/*
 * Opens the voice unless `settings` forbid it; clips are looked for in their folder and beside
 * `store`. `tell` gets the calls' ids as marks. Without a thread for it there is no voice, after
 * one log line: the calls go on.
 */
void caller_open(struct caller *caller, const struct settings *settings, const char *store,
	voice_tell *tell, void *context);
void caller_close(struct caller *caller);

/* Another store: its calls are other calls. What is being said is said to its end. */
void caller_begin(struct caller *caller);

/* Says the next call of `view`, unless one is being said. */
void caller_take(struct caller *caller, const struct office *office, const struct desk_view *view,
	int64_t now_ms);

/* Takes news, and then says the next call; true when it was the first sample of a call. */
bool caller_hear(struct caller *caller, const struct office *office, int64_t now_ms,
	const struct caller_news *news);

/* The speeches of `call` in the order in which they are said; how many. Briefly it is one. */
int caller_compose(const struct office_voice *voice, const struct view_call *call, bool brief,
	struct caller_speech out_speeches[static CALLER_SPEECHES]);

#endif
