#ifndef APP_BASE_FONT_FILE_H
#define APP_BASE_FONT_FILE_H

#include <stdbool.h>
#include <stddef.h>

/* A font of Debian's, mapped: its pages are shared by all programs of the machine. */
struct font_file {
	void *data; /* NULL = not mapped */
	size_t size;
};

/*
 * Maps the whole of `path` for reading. False and one log line of `area` that names `package`, the
 * Debian package to install, when it cannot; *file is then untouched. End with font_file_finish.
 */
bool font_file_init(
	struct font_file *file, const char *area, const char *path, const char *package);

/* A file that was never mapped is fine. */
void font_file_finish(struct font_file *file);

#endif
