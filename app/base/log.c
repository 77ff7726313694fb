#include "app/base/log.h"
#include "app/base/text.h"

#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE_SIZE = 1000, LEVEL_UNSET = -1 };

/* The one piece of state of the ground floor: a program has one journal. */
static atomic_int least_level = LEVEL_UNSET;

static const char *const names[] = {
	[LOG_DEBUG] = "debug",
	[LOG_INFO] = "info",
	[LOG_WARN] = "warn",
	[LOG_ERROR] = "error",
};

static int present_level(void)
{
	int level = atomic_load(&least_level);
	if (level == LEVEL_UNSET) {
		level = getenv("GILIRAN_DEBUG") != NULL ? LOG_DEBUG : LOG_INFO;
		atomic_store(&least_level, level);
	}
	return level;
}

static void mask_controls(char *line)
{
	for (char *c = line; *c != '\0'; c++) {
		unsigned char byte = (unsigned char)*c;
		if (byte < 0x20 || byte == 0x7F) {
			*c = '?';
		}
	}
}

void log_write(enum log_level level, const char *area, const char *format, ...)
{
	if ((int)level < present_level()) {
		return;
	}
	char message[LINE_SIZE];
	va_list args;
	va_start(args, format);
	int needed = vsnprintf(message, sizeof message, format, args);
	va_end(args);
	if (needed < 0) {
		message[0] = '\0';
	}
	char line[LINE_SIZE + 1];
	text_format(line, LINE_SIZE, "%s %s: %s", names[level], area, message);
	mask_controls(line);
	size_t length = strlen(line);
	line[length++] = '\n';
	/* One write, so that lines of two threads do not mix; no one could hear of a failure. */
	ssize_t written = write(STDERR_FILENO, line, length);
	(void)written;
}

void log_set_level(enum log_level level)
{
	atomic_store(&least_level, (int)level);
}
