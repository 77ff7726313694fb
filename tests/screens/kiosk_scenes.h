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

/* For scene_at: those of kiosk_scenes_code.c, _closed.c, _standards.c, _opinion.c, _ways.c,
 * _lists.c and _book.c. */
const struct scene *scene_book_at(size_t index);
const struct scene *scene_lists_at(size_t index);
const struct scene *scene_code_at(size_t index);
const struct scene *scene_closed_at(size_t index);
const struct scene *scene_standards_at(size_t index);
const struct scene *scene_opinion_at(size_t index);
const struct scene *scene_ways_at(size_t index);

/* The longest words an office may write, and the training's mark. */
void scene_lengthen(struct stage *stage);

/* As in an office where nobody waits. */
void scene_empty(struct stage *stage);

/* The stage of the scene with this name, which must exist. */
void scene_arrange(const char *name, struct stage *stage);

#endif
