#ifndef APP_DESK_EXPORT_H
#define APP_DESK_EXPORT_H

#include "app/desk/desk.h"

/*
 * Files that leave the appliance (design §10: exports are logged). The event is written before the
 * file is: there may be an event of a file that could not be written then, but no file without one.
 */
enum export_kind {
	EXPORT_REPORT_XLSX,
	EXPORT_REPORT_CSV,
	EXPORT_REPORT_PDF,
	EXPORT_REPORT_PRINT, /* on paper */
	EXPORT_OFFICE,
	EXPORT_KINDS
};

/*
 * Notes that `staff` (a code; NULL = nobody signed in) writes the figures of the days `from` to
 * `to` to a file, or the office's settings, of no days: NULL. No name of a file or folder is kept.
 * STAFF_UNKNOWN, DATE_FORM, and what the store says.
 */
enum result desk_note_export(struct desk *desk, const char *staff, enum export_kind kind,
	const char *from, const char *to);

#endif
