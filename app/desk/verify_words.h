#ifndef APP_DESK_VERIFY_WORDS_H
#define APP_DESK_VERIFY_WORDS_H

#include "app/feedback/complaint.h"
#include "app/queue/event.h"

/*
 * Inside verify only: free text beside the log, of which its events have the hashes. It is what
 * they say, or it is gone and of a day before `blanked`, when it was no longer kept ("" = none is).
 */
struct desk;

/* What staff wrote beside an event of explaining or correcting (explain.c). */
bool remark_is_right(struct desk *desk, const struct event *event, const char *blanked);

/* The suggestion or complaint that `filed` tells of, with what it is about and when it came; and in
 * which state its row is (complaint.c). */
bool complaint_is_right(struct desk *desk, const struct event *filed, const char *blanked,
	enum complaint_state *out_state);

#endif
