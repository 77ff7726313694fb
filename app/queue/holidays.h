#ifndef APP_QUEUE_HOLIDAYS_H
#define APP_QUEUE_HOLIDAYS_H

#include "app/queue/office.h"

/* A year's holidays as an official list gives them. */
enum { HOLIDAYS_LISTED = 128, HOLIDAYS_LINE_SIZE = 256, HOLIDAYS_LINES = 1000 };

struct holiday_list {
	int year;
	char source[OFFICE_TEXT_SIZE]; /* after "# sumber:"; "" when the list does not say */
	struct office_holiday days[HOLIDAYS_LISTED]; /* in order; known_ms 0 */
	int count;
};

/*
 * Reads the text of a list: lines "2026-01-01;LN;Tahun Baru 2026 Masehi" (LN, CB or LK) in any
 * order, all of one year, none twice; empty lines and those that begin with "#" are passed over; a
 * line may end in CR LF, the text may begin with a byte order mark. Otherwise LIST_…, and the line
 * (from 1) in *out_line; nothing in *out_list may be relied on then.
 */
enum result holidays_parse(
	const char *text, size_t length, struct holiday_list *out_list, int *out_line);

/*
 * Takes a list into the office: its days after `today` are those of its year, but for days off of
 * the office's own that it does not name, and what it has of the past is added where no day is
 * known. Days that are new have `known_ms`. False when there is no room; the calendar may then be
 * half of each.
 */
bool holidays_take(
	struct office *office, const struct holiday_list *list, int today, int64_t known_ms);

#endif
