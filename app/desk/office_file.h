#ifndef APP_DESK_OFFICE_FILE_H
#define APP_DESK_OFFICE_FILE_H

#include "app/queue/standard.h"

/*
 * Reads an office's profile from the libconfig file at `path` (assets/offices/ shows the form).
 * OK, or CONFIG_MISSING or CONFIG_WRONG with "FILE:LINE: what is wrong" in `out_error`; a key that
 * no office has is wrong too. On failure nothing in *out_office may be relied on.
 */
enum result office_file_read(
	const char *path, struct office *out_office, char *out_error, size_t size);

/* The same, with what the office publishes of its services. */
enum result office_file_read_whole(const char *path, struct office *out_office,
	struct standards *out_standards, char *out_error, size_t size);

#endif
