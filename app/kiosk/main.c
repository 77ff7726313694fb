#include "app/kiosk/kiosk.h"

#include "app/base/memory.h"

#include <stdlib.h>

int main(int argc, char **argv)
{
	struct settings settings;
	struct kiosk kiosk;
	int status = settings_read("giliran-kiosk", argc, argv, &settings);
	if (status != 0 || settings.help) {
		return status;
	}
	memory_forbid_dumps();
	bool ready = kiosk_init(&kiosk, &settings);
	if (ready) {
		kiosk_run(&kiosk);
	}
	kiosk_finish(&kiosk);
	return ready ? EXIT_SUCCESS : EXIT_FAILURE;
}
