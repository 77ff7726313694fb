#ifndef APP_REPORT_STOCK_H
#define APP_REPORT_STOCK_H

#include "app/report/report.h"

/* The records that a report is made of, gathered day by day: on the desk's thread for a screen, in
 * one go for the command line. Starts as zeroes; ended with report_stock_finish. */
struct report_stock {
	struct desk_record *records; /* owned; in order of date, one a date */
	size_t record_count;
	struct desk_index indices[DESK_INDICES];
	size_t index_count;
};

/* Takes over what `record` owns, in the place of an older record of its date; a day without
 * visitors leaves no record. `record` is empty afterwards. */
void report_stock_put(struct report_stock *stock, struct desk_record *record);

/* The service days of the stretch and its ratings, all at once: for who can wait. */
enum result report_stock_fill(
	struct report_stock *stock, struct desk *desk, const char *from, const char *to);

/* What the report is made of. */
struct report_source report_stock_source(const struct report_stock *stock,
	const struct office *office, const char *from, const char *to, int64_t now);

void report_stock_finish(struct report_stock *stock);

#endif
