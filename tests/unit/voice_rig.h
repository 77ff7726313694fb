#ifndef TESTS_UNIT_VOICE_RIG_H
#define TESTS_UNIT_VOICE_RIG_H

#include "app/voice/voice.h"
#include "app/voice/sound.h"
#include "tests/unit/temporary.h"

#include <SDL.h>

/* A voice whose sound device writes what it plays to a file, and recordings for it. */
enum { RIG_LIMIT_MS = 30000, RIG_CALLS = 2, TOLD = 64 };

/* Two calls, a clip a line. */
extern const char *const rig_calls[RIG_CALLS];

/* What the voice told, by mark: "+7" = it has begun, "-7" = it is over. */
struct told {
	SDL_mutex *lock;
	char text[TOLD];
	int overs;
};

struct rig {
	char folder[TEMPORARY_SIZE], file[TEMPORARY_SIZE + 16], made[TEMPORARY_SIZE + 16];
	struct voice *voice;
	struct told told;
};

/* A folder, and SDL's sound driver: "disk", or the name of none. */
void rig_start(struct rig *rig, const char *driver);
void rig_open(struct rig *rig);
void rig_end(struct rig *rig);

/* A recording for every clip of `lines`, each with a tone of its own. */
void rig_record(const char *folder, const char *lines, double base);

/* All that was played; the caller's to finish. */
struct sound rig_played(const struct rig *rig);

/* Where the first sample that is heard stands, and the one after the last. */
size_t sound_first_heard(const struct sound *sound);
size_t sound_last_heard(const struct sound *sound);

/* How much lies between these so far; and waits for so much. */
size_t rig_heard(const struct rig *rig);
void rig_wait_heard(const struct rig *rig, size_t samples);

/* Until nothing is being said. */
void rig_wait_said(const struct rig *rig);

/* Until `overs` speeches are over; all that was told until then is in `out_text`. */
void rig_wait_told(struct rig *rig, int overs, char out_text[TOLD]);

#endif
