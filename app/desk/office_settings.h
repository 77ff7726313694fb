#ifndef APP_DESK_OFFICE_SETTINGS_H
#define APP_DESK_OFFICE_SETTINGS_H

#include "app/desk/office_differ.h"

/* The office's settings as a whole: out of the store as a file says them, and changed. */

/* All that an office file can say, as the store has it now. */
enum result desk_read_office(struct desk *desk, struct office_file *out_file);

/*
 * Takes `file` into the store as office_merge says, as one act: all of it or nothing. What changes
 * holds from this moment on, with the events of today before it as they were; each kind of change
 * (rules, calendar, words, each member of staff) is an event of `staff`, NULL = nobody signed in.
 * Its list in `out_differences`, which the caller finishes; with `only_look` nothing is written.
 *
 * Refused, beside what office_merge refuses: PREFIX_USED when a number with it was given today,
 * COUNTER_STAYS when a counter that is to go is open; `out_detail` then says which.
 */
enum result desk_import_office(struct desk *desk, const struct office_file *file, const char *staff,
	bool only_look, struct office_differences *out_differences, char *out_detail, size_t size);

#endif
