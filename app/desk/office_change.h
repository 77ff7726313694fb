#ifndef APP_DESK_OFFICE_CHANGE_H
#define APP_DESK_OFFICE_CHANGE_H

#include "app/desk/office_file.h"

/* Inside the desk only, inside a transaction: what the acts that change the office share. */

/* All that an office file can say, as the store has it. */
void office_gather(struct desk *desk, struct office_file *out_file);

/* Whether what is in use today stays: PREFIX_USED, COUNTER_STAYS; which, in `out_detail`. */
enum result office_check_use(
	struct desk *desk, const struct office *wanted, char *out_detail, size_t size);

/* Whether another device is chosen for any part of a program. */
bool office_wires_differ(const struct office_file *before, const struct office_file *wanted);

/* Writes what differs from `before` (office_gather), notes it as done by `staff` (NULL = nobody
 * signed in), and ends the act. */
enum result office_replace(struct desk *desk, const struct office_file *before,
	const struct office_file *wanted, const char *staff);

#endif
