#ifndef APP_DESK_HOLIDAY_FILE_H
#define APP_DESK_HOLIDAY_FILE_H

#include "app/queue/holidays.h"

/*
 * Reads the list of holidays in the file at `path` (assets/calendar/ shows the form). A list that
 * does not name its source has the file's name as one. OK, or LIST_LOST or another
 * LIST_… with "FILE:LINE" in `out_where`; on failure nothing in *out_list may be relied on.
 */
enum result holiday_file_read(
	const char *path, struct holiday_list *out_list, char *out_where, size_t size);

#endif
