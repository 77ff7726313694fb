#ifndef APP_REPORT_TABLE_H
#define APP_REPORT_TABLE_H

#include "app/report/words.h"

/*
 * A report as tables for a file: what the page shows, figure by figure, and nothing that it does
 * not. Whoever writes a kind of file takes the cells one by one, from left to right and from top to
 * bottom.
 */
enum report_number {
	REPORT_COUNT,    /* whole */
	REPORT_SECONDS,  /* a duration */
	REPORT_PORTION,  /* 0 to 1, in whole thousandths as on the screen */
	REPORT_HUNDREDTH /* two decimals */
};

struct report_writer {
	void *context;
	void (*begin_table)(void *context, const char *title);
	void (*heading)(void *context, const char *text);
	void (*text)(void *context, const char *text);
	void (*number)(void *context, enum report_number kind, double value);
	void (*blank)(void *context); /* unknown */
	void (*end_row)(void *context);
};

void report_write_tables(const struct report *report, const struct office *office,
	const struct language *language, const struct report_writer *writer);

#endif
