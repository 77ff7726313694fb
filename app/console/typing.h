#ifndef APP_CONSOLE_TYPING_H
#define APP_CONSOLE_TYPING_H

#include "app/console/shift.h"
#include "app/ui/ui.h"

/* Keys where somebody types: all of them are the form's, so that no letter of a name does anything
 * else. */
struct typing_key {
	const char *name;
	struct shift_action action;
};

/*
 * What this frame's key or letter asks for: the action of the last of `keys` with its name, a
 * letter to be typed, or nothing, also when the event was another part's. Uses up letters; a key is
 * used up by the caller, who may know more of them.
 */
struct shift_action typing_take(struct ui *ui, const struct typing_key *keys, size_t count);

#endif
