#ifndef TESTS_SCREENS_CONSOLE_LOOKS_H
#define TESTS_SCREENS_CONSOLE_LOOKS_H

#include "app/console/screen.h"

/* How the console's desk looks at 10.31.24 of the model's morning, and what it does with a key. */

/* In both languages, two sizes and high contrast: no fault of text or contrast, and each of them is
 * the golden console-hall-<name>; two are pictures too. */
void looks_show(const struct shift *shift, const char *name);

/* At an hour of the model's day and in one language: no fault of text or contrast, and the golden
 * <name>.<language>; a picture too, if it is asked for. */
void looks_show_one(const struct shift *shift, int64_t now, const char *name, const char *language,
	bool picture);

/* Whether it shows these words then. */
bool looks_says(const struct shift *shift, int64_t now, const char *words);

/* What a frame returns for a key or a tap. */
struct shift_action looks_event(
	const struct shift *shift, enum ui_event_kind kind, const char *what);

/* The same with keys, done to the shift. */
void looks_press(struct shift *shift, const char *key);

#endif
