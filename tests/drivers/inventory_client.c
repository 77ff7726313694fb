#include "drivers/inventory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * inventory_client [USER]: what there is, with the rights of USER, a device a line: "KIND ID SERIAL
 * [NAME] URI PROFILE STATE DRIVER ask|leave yes|GROUP:of|GROUP:out RULE", "-" for what it has not.
 * With GILIRAN_BUSY the node of that name is open in another program.
 */
int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);

int __wrap_open(const char *path, int flags, ...)
{
	const char *busy = getenv("GILIRAN_BUSY");
	va_list more;
	int mode = 0;

	if (flags & O_CREAT) {
		va_start(more, flags);
		mode = va_arg(more, int);
		va_end(more);
	}
	if (busy && strcmp(path, busy) == 0) {
		errno = EBUSY;
		return -1;
	}
	return __real_open(path, flags, mode);
}

static const char *or_dash(const char *text)
{
	return text[0] ? text : "-";
}

static void say(const struct inventory_device *device)
{
	printf("%s %04x:%04x %s [%s] %s %s %s %s %s ", inventory_kind_name(device->kind),
		(unsigned)device->vendor, (unsigned)device->product, or_dash(device->serial),
		device->name, device->uri, device->profile ? device->profile->name : "-",
		inventory_state_name(device->state), or_dash(device->driver),
		inventory_may_ask(device) ? "ask" : "leave");
	if (device->permitted) {
		printf("yes");
	} else {
		printf("%s:%s", device->group, device->member ? "of" : "out");
	}
	printf(" %s\n", or_dash(device->rule));
}

int main(int argc, char **argv)
{
	static struct inventory_device devices[INVENTORY_ROOM];
	struct rights_user user;

	if (!rights_find_user(argc > 1 ? argv[1] : NULL, &user)) {
		return 1;
	}
	size_t count = inventory_list(&user, devices, INVENTORY_ROOM);
	for (size_t i = 0; i < count; i++) {
		say(&devices[i]);
	}
	return 0;
}
