#ifndef TESTS_SCREENS_DISPLAY_SCENES_H
#define TESTS_SCREENS_DISPLAY_SCENES_H

#include "tests/screens/display_model.h"

/* Every state of the waiting room's screen. */

/* Then the row of the last calls, and on small screens that of who is next, is a service's. */
enum { SERVICE_MS = 8000 };

/* How a scene is looked at on the forms of which there are pictures: not at all, as text and
 * upright as a picture too, or as both everywhere. */
enum looked { MEASURED, UPRIGHT, PICTURED };

struct scene_case {
	const char *name;
	void (*arrange)(struct room *room);
	enum looked looked;
	int later_ms; /* so long after golden_start's moment */
};

extern const struct scene_case scenes[];
extern const int scene_count;

/* The scene of that name; the test fails when there is none. */
const struct scene_case *scene_find(const char *name);

#endif
