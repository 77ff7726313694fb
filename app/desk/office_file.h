#ifndef APP_DESK_OFFICE_FILE_H
#define APP_DESK_OFFICE_FILE_H

#include "app/desk/desk.h"
#include "app/queue/standard.h"
#include "app/queue/wire.h"

#include <stdio.h>

enum { OFFICE_FILE_STAFF = DESK_STAFF_LISTED };

/* All that an office file says. Of the parts below a file may say nothing, which is not the same as
 * an empty list: an import then leaves them as they are. */
struct office_file {
	struct office office;
	struct standards standards;
	struct desk_staff staff[OFFICE_FILE_STAFF]; /* has_pin is never set: a file holds no PIN */
	int staff_count;
	bool with_days_off; /* holidays or days_off */
	bool with_seasons;
	bool with_closures;
	bool with_published; /* of any service, or the pledge */
	bool with_staff;
	/* Which devices this machine's programs use: of the store, never in a file, since another
	 * office, or a new computer, has other devices. */
	struct wire wires[WIRES];
	int wire_count;
	bool with_wires;
};

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

/* The same, with everything. */
enum result office_file_read_all(
	const char *path, struct office_file *out_file, char *out_error, size_t size);

/*
 * Writes `file` so that reading it gives the same again; the flags are not looked at, every part is
 * written. False when `out` did not take it.
 */
bool office_file_write(const struct office_file *file, FILE *out);

#endif
