#ifndef APP_REPORT_XLSX_H
#define APP_REPORT_XLSX_H

#include "app/report/table.h"

#include "app/base/result.h"

/*
 * The tables as a workbook, a sheet each (libxlsxwriter): numbers as numbers, durations as times of
 * day beyond 24 hours, shares in percent; texts are never formulas. The file at `path` is made
 * anew; FILE_FULL, FILE_FAILED when it cannot be written, and it is no right workbook then.
 */
enum result xlsx_write(const char *path, const struct report *report, const struct office *office,
	const struct language *language);

#endif
