#ifndef APP_DESK_OFFICE_DIFFER_H
#define APP_DESK_OFFICE_DIFFER_H

#include "app/desk/office_file.h"

/* One setting that two offices say otherwise, by its name in an office file:
 * "services.KONS.name.id". */
struct office_difference {
	char *name;
	char *before; /* NULL = it was not there */
	char *after;  /* NULL = it is not there any more */
};

struct office_differences {
	struct office_difference *list;
	size_t count;
};

/* All of them, in the order of `before`, then what is new; ended with office_differences_finish,
 * which takes an empty list. When an entry of the calendar was made is not compared. */
void office_differ(const struct office_file *before, const struct office_file *after,
	struct office_differences *out_differences);
void office_differences_finish(struct office_differences *differences);

#endif
