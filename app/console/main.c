#include "app/console/console.h"

#include "app/base/memory.h"

int main(int argc, char **argv)
{
	struct settings settings;
	int status = settings_read("giliran-console", argc, argv, &settings);
	if (status != 0 || settings.help) {
		return status;
	}
	memory_forbid_dumps();
	struct console console;
	bool ready = console_init(&console, &settings);
	if (ready) {
		console_run(&console);
	}
	console_finish(&console);
	return ready ? 0 : 1;
}
