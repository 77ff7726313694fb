#include "app/queue/help.h"

#include <string.h>

static const char *const names[HELP_STATES] = {
	[HELP_ASKED] = "asked",
	[HELP_TAKEN] = "taken",
	[HELP_DONE] = "done",
	[HELP_WITHDRAWN] = "withdrawn",
};

const char *help_state_name(enum help_state state)
{
	return names[state];
}

enum help_state help_state_find(const char *name)
{
	for (int i = 0; i < HELP_STATES; i++) {
		if (strcmp(names[i], name) == 0) {
			return (enum help_state)i;
		}
	}
	return HELP_DONE;
}

bool help_is_open(enum help_state state)
{
	return state == HELP_ASKED || state == HELP_TAKEN;
}
