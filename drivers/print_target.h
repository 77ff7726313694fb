#ifndef DRIVERS_PRINT_TARGET_H
#define DRIVERS_PRINT_TARGET_H

#include <stdbool.h>
#include <stddef.h>

/* What stands behind "cups:" in a printer's URI: QUEUE[,raw|,pdf][,wait=SECONDS]. */

enum { PRINT_QUEUE_NAME_MAX = 127, PRINT_TARGET_WAIT_MAX_S = 600 };

enum print_form {
	PRINT_FORM_BY_QUEUE, /* as the queue itself says */
	PRINT_FORM_RAW,      /* bytes as they are */
	PRINT_FORM_PDF,
};

struct print_target {
	char name[PRINT_QUEUE_NAME_MAX + 1];
	enum print_form form;
	int wait_s; /* 1 to PRINT_TARGET_WAIT_MAX_S; 0 = not told */
};

/* False when `rest` is not of that form; the queue need not exist. */
bool print_target_read(const char *rest, struct print_target *out_target);

/* Whether the first `length` bytes of `name` can be a queue's name (lpadmin): printable, without
 * blanks, '/', '\', '#', '?', ',' and quotes. */
bool print_target_is_name(const char *name, size_t length);

#endif
