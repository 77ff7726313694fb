#include "app/console/seat.h"

#include "app/base/log.h"
#include "app/base/place.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { COUNTER_MAX = 999 };

/* A device's name may be any text; a file's may not. */
static bool find_file(const char *device, char *out_path, size_t size)
{
	char name[64];
	if (!text_format(
		    name, sizeof(name), "%s.counter", device[0] != '\0' ? device : "console")) {
		return false;
	}
	for (char *slash = strchr(name, '/'); slash != NULL; slash = strchr(slash, '/')) {
		*slash = '_';
	}
	return place_state(name, out_path, size);
}

int seat_read(const char *device)
{
	char path[PLACE_SIZE];
	int counter = 0;
	FILE *file = find_file(device, path, sizeof(path)) ? fopen(path, "re") : NULL;
	if (file == NULL) {
		return 0;
	}
	bool read = fscanf(file, "%3d", &counter) == 1;
	fclose(file);
	return read && counter >= 1 && counter <= COUNTER_MAX ? counter : 0;
}

static bool write_number(const char *path, int counter)
{
	FILE *file = place_make_parent(path) ? fopen(path, "we") : NULL;
	if (file == NULL) {
		return false;
	}
	bool written = fprintf(file, "%d\n", counter) > 0;
	return fclose(file) == 0 && written;
}

bool seat_keep(const char *device, int counter)
{
	char path[PLACE_SIZE];
	if (!find_file(device, path, sizeof(path))) {
		log_warn("console", "no place to remember the counter of this computer");
		return false;
	}
	bool kept =
		counter == 0 ? unlink(path) == 0 || errno == ENOENT : write_number(path, counter);
	if (!kept) {
		log_warn("console", "%s: %s", path, strerror(errno));
	}
	return kept;
}
