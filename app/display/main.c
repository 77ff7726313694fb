#include "app/display/display.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* For `giliran demo`, which sees no display itself: where windows may stand, "X Y W H". */
static int say_desktop(void)
{
	struct rect room;
	if (!loop_desktop(&room)) {
		return EXIT_FAILURE;
	}
	printf("%d %d %d %d\n", room.x, room.y, room.w, room.h);
	return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
	struct settings settings;
	struct display display;
	if (argc == 2 && strcmp(argv[1], "--desktop") == 0) {
		return say_desktop();
	}
	int status = settings_read("giliran-display", argc, argv, &settings);
	if (status != 0 || settings.help) {
		return status;
	}
	bool ready = display_init(&display, &settings);
	if (ready) {
		display_run(&display);
	}
	display_finish(&display);
	return ready ? EXIT_SUCCESS : EXIT_FAILURE;
}
