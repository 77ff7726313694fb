#ifndef APP_DESK_OFFICE_MERGE_H
#define APP_DESK_OFFICE_MERGE_H

#include "app/desk/office_file.h"

/*
 * What the office of a store becomes when a file is taken into it. Services are known by their
 * codes and keep their places; new ones come behind. Of the calendar only what is to come changes:
 * days after today, seasons and closures that have not begun (office.h says why). New staff is
 * added, known staff gets the file's name and role, nobody is removed. What the file says nothing
 * of stays as it is.
 *
 * `out_wanted` has the ids of seasons and closures that stay, 0 for new ones; known_ms of what is
 * new is `now_ms`. OFFICE_OTHER, OFFICE_ZONE, SERVICE_LEFT (its code in `out_detail`),
 * CALENDAR_OVERLAP, CALENDAR_FULL, STAFF_FULL, STAFF_LAST_HEAD; CONFIG_WRONG with a sentence when
 * the whole is no right office.
 */
enum result office_merge(const struct office_file *now, const struct office_file *file,
	int64_t now_ms, struct office_file *out_wanted, char *out_detail, size_t size);

/* The calendar of `from` in place of that of `office`: days off, years, seasons and closures. */
void office_take_calendar(struct office *office, const struct office *from);

#endif
