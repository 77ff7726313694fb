#ifndef APP_DESK_VERIFY_FLOWS_H
#define APP_DESK_VERIFY_FLOWS_H

#include "app/desk/act.h"
#include "app/queue/help.h"

/*
 * Inside verify only: visits without a number and calls for help, told again from the log and held
 * against their rows. All zero = nothing told yet; the calls are released with free().
 */
struct flow_trial {
	struct flow_call {
		struct help help; /* id, state, counter and ticket, as told */
		int64_t event;    /* the last about it */
	} * calls;
	size_t call_count;
	int64_t received, withdrawn;
};

/* Takes the next event of the log; what does not fit, a code, or NULL. */
const char *flow_trial_add(struct flow_trial *trial, struct desk *desk, const struct event *event);

/* After the last: the first event that does not fit the rows (0 = there are more or fewer rows),
 * and what; NULL = all is right. */
const char *flow_trial_end(const struct flow_trial *trial, struct desk *desk, int64_t *out_event);

#endif
