#ifndef APP_DESK_RECORD_H
#define APP_DESK_RECORD_H

#include "app/desk/breach.h"
#include "app/desk/feedback.h"
#include "app/desk/picks.h"

/*
 * All that a report says of one service date, read in one look: so that its figures, its segments
 * and its broken promises are those of the same moment. Figures of several days are made from the
 * segments of their records (app/report).
 */
struct desk_record {
	struct desk_day day;
	int men, women;                 /* of its numbers, where the guest book asked it */
	struct outcome_counts outcomes; /* what came of its visits, by the last word of each */
	struct segment *segments;       /* owned */
	size_t segment_count;
	struct desk_breach *breaches; /* owned */
	size_t breach_count;
	struct desk_pick *picks; /* owned */
	size_t pick_count;
};

/* The record of `date`, NULL = today; empty for a day without visitors. It is ended with
 * desk_record_finish, whatever the result. */
enum result desk_read_record(struct desk *desk, const char *date, struct desk_record *out_record);

/* One index of a questionnaire over a span of service dates, as `giliran ratings` has it. */
enum { DESK_INDICES = 8 };
struct desk_index {
	char instrument[INSTRUMENT_CODE_SIZE];
	char part[INSTRUMENT_CODE_SIZE]; /* IKM */
	int64_t finished;                /* sheets */
	bool any;                        /* somebody has answered to this part */
	int centi;                       /* 9148 = 91.48 */
	char grade[4];                   /* "" = the questionnaire has none */
};

/* Those of the questionnaires that were used from `from` to `to` and that the assets have in the
 * version that was used; at most DESK_INDICES. */
enum result desk_list_indices(struct desk *desk, const char *from, const char *to,
	struct desk_index out_indices[DESK_INDICES], size_t *out_count);

/* Right for zeroed memory, and for a record that was ended before. */
void desk_record_finish(struct desk_record *record);

#endif
