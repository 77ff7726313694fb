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
 * Who has left stays so, also when the file still names them: it may be older than their leaving.
 * Its list in `out_differences`, which the caller finishes; with `only_look` nothing is written.
 *
 * Refused, beside what office_merge refuses: PREFIX_USED when a number with it was given today,
 * COUNTER_STAYS when a counter that is to go is open; `out_detail` then says which.
 */
enum result desk_import_office(struct desk *desk, const struct office_file *file, const char *staff,
	bool only_look, struct office_differences *out_differences, char *out_detail, size_t size);

/* ---- what the head sets at the console ---- */

/* The head's PIN, asked again before the settings are shown: PIN_…, HEAD_ONLY. */
enum result desk_unlock_office(struct desk *desk, const char *staff, const char *pin);

/* Of which revision what desk_read_office read last is: it goes up with every change. */
int64_t desk_office_revision(const struct desk *desk);

/*
 * The settings as `staff` wants them, made from those of `revision`: OFFICE_MOVED when somebody has
 * changed them since. Otherwise as desk_import_office, with everything that `wanted` holds; who is
 * not in its list of staff stays. STAFF_LEFT when it names somebody who has left, whose code is
 * then in `out_detail`. HEAD_ONLY.
 */
enum result desk_save_office(struct desk *desk, const char *staff, int64_t revision,
	const struct office_file *wanted, char *out_detail, size_t size);

/* Who has left can sign in no more and is in no list; what the log says of them stays. No
 * settings and no file bring them back, only desk_add_staff. Raises the revision. HEAD_ONLY,
 * STAFF_UNKNOWN, STAFF_SELF, STAFF_BUSY while a counter is theirs. */
enum result desk_retire_staff(struct desk *desk, const char *staff, const char *code);

/* The next sign-in of `code` sets a new PIN. Raises the revision. HEAD_ONLY, STAFF_UNKNOWN. */
enum result desk_reset_pin(struct desk *desk, const char *staff, const char *code);

#endif
