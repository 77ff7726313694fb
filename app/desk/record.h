#ifndef APP_DESK_RECORD_H
#define APP_DESK_RECORD_H

#include "app/desk/desk.h"

/*
 * All that a report says of one service date, read in one look: so that its figures, its segments
 * and its broken promises are those of the same moment. Figures of several days are made from the
 * segments of their records (app/report).
 */
struct desk_record {
	struct desk_day day;
	struct segment *segments; /* owned */
	size_t segment_count;
	struct desk_breach *breaches; /* owned */
	size_t breach_count;
};

/* The record of `date`, NULL = today; empty for a day without visitors. It is ended with
 * desk_record_finish, whatever the result. */
enum result desk_read_record(struct desk *desk, const char *date, struct desk_record *out_record);

/* Right for zeroed memory, and for a record that was ended before. */
void desk_record_finish(struct desk_record *record);

#endif
