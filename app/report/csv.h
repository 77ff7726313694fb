#ifndef APP_REPORT_CSV_H
#define APP_REPORT_CSV_H

#include "app/report/table.h"

#include <stdio.h>

/*
 * The tables as CSV (RFC 4180: CRLF, fields with a separator, quote or line break in quotes, quotes
 * doubled), one below the other with an empty line between, each under its title. The separator is
 * ';' and the text begins with the UTF-8 mark, so that an Excel with Indonesian settings, whose
 * decimal sign is the comma, opens it by a double click. Durations are h:mm:ss, shares and decimals
 * have the language's decimal sign. A field that a spreadsheet would take for a formula (= + - @,
 * tab) is given an apostrophe in front.
 */
void csv_write(FILE *file, const struct report *report, const struct office *office,
	const struct language *language);

/* One field as it stands in the file, without its separator. */
void csv_write_field(FILE *file, const char *text);

#endif
