#ifndef APP_REPORT_PRINTED_H
#define APP_REPORT_PRINTED_H

#include "app/report/report.h"

#include "app/base/language.h"
#include "app/base/result.h"

/*
 * A report on A4 pages, as PDF: the five figures it begins with, and then the tables of the other
 * files (table.h), arrivals and waits with bars. What is printed is this file. FILE_FAILED and one
 * log line without the fonts; else *out_bytes is released with free().
 */
enum result printed_make(const struct report *report, const struct office *office,
	const struct language *language, uint8_t **out_bytes, size_t *out_size);

#endif
