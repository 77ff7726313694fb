#ifndef APP_UI_SCRIPT_H
#define APP_UI_SCRIPT_H

#include "app/ui/ui.h"

/*
 * Lines that drive a program in place of a person, for the demo without a display and for tests:
 *   tap ID          a tap on the widget with this id
 *   point X Y       pointer down and up at these pixels
 *   where ID        answers "ok X Y": the middle of that widget, pixels of the window
 *   type TEXT       typed letters
 *   key NAME        a key
 *   wait TEXT MS    until a text of the screen contains TEXT, at most MS milliseconds
 *   shot FILE       the window as a PNG
 *   dump FILE       the draw list as text
 *   quit
 * Each is answered on standard output by "ok" or "failed: why" once its effect is drawn.
 */
enum script_verb {
	SCRIPT_EVENT,
	SCRIPT_WHERE,
	SCRIPT_TYPE,
	SCRIPT_WAIT,
	SCRIPT_SHOT,
	SCRIPT_DUMP,
	SCRIPT_QUIT
};

struct script_command {
	enum script_verb verb;
	struct ui_event event; /* SCRIPT_EVENT, SCRIPT_WHERE */
	bool click;            /* down and up at event.x, event.y */
	char text[256];        /* SCRIPT_TYPE, SCRIPT_WAIT, file of SCRIPT_SHOT and SCRIPT_DUMP */
	int limit_ms;
};

/* Parses one line; false with the reason in `out_error`. Pure; fuzzed. */
bool script_parse(
	const char *line, struct script_command *out_command, char *out_error, size_t error_size);

#endif
