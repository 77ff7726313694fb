#include "drivers/serial_driver.h"

#include "app/base/text.h"

#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { PATH_SIZE = 1024 };

/* The folder is watched, not the file: the file may be made later or be replaced. */
void file_watch_init(struct file_watch *watch, const char *path)
{
	char dir[PATH_SIZE];
	char *slash;

	watch->inotify = -1;
	if (!text_copy(dir, sizeof(dir), path)) {
		return;
	}
	slash = strrchr(dir, '/');
	if (!text_copy(watch->file, sizeof(watch->file), slash ? slash + 1 : dir)) {
		return;
	}
	if (slash) {
		slash[slash == dir] = '\0';
	}
	watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->inotify >= 0 &&
		inotify_add_watch(watch->inotify, slash ? dir : ".",
			IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_ATTRIB) < 0) {
		file_watch_finish(watch);
	}
}

void file_watch_finish(struct file_watch *watch)
{
	if (watch->inotify >= 0) {
		close(watch->inotify);
	}
	watch->inotify = -1;
}

bool file_watch_read(struct file_watch *watch)
{
	_Alignas(struct inotify_event) char buffer[4096];
	ssize_t size;
	bool changed = false;

	while (watch->inotify >= 0 && (size = read(watch->inotify, buffer, sizeof(buffer))) > 0) {
		for (char *at = buffer; at < buffer + size;) {
			const struct inotify_event *event = (const void *)at;
			changed |= event->len > 0 && strcmp(event->name, watch->file) == 0;
			at += sizeof(*event) + event->len;
		}
	}
	return changed;
}
