#ifndef TESTS_SCREENS_KIOSK_SCENES_H
#define TESTS_SCREENS_KIOSK_SCENES_H

#include "tests/screens/kiosk_stage.h"

/* Every screen of the kiosk in every state it can be in. */
struct scene {
	const char *name;
	void (*arrange)(struct stage *stage); /* from a fresh stage at 10.13 */
	bool picture;                         /* key screens: also as a picture, in Indonesian */
};

/* Scene `index`; NULL past the last. */
const struct scene *scene_at(size_t index);

/* The stage of the scene with this name, which must exist. */
void scene_arrange(const char *name, struct stage *stage);

#endif
