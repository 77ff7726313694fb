#include "app/display/display.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
	struct settings settings;
	struct display display;
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
