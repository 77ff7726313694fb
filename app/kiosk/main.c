#include "app/kiosk/kiosk.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
	if (kiosk.restart) {
		execvp(argv[0], argv); /* as it was started, and by the file that is there now */
		log_error("kiosk", "cannot start anew: %s", strerror(errno));
		return EXIT_FAILURE;
	}
	return ready ? EXIT_SUCCESS : EXIT_FAILURE;
}
