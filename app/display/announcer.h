#ifndef APP_DISPLAY_ANNOUNCER_H
#define APP_DISPLAY_ANNOUNCER_H

#include "app/desk/desk_thread.h"

/*
 * What is still to be told to the desk: which call was announced, how and when. Pure. A report is
 * kept until the desk has it, also while the store is away; one is asked at a time.
 */
enum { ANNOUNCER_REPORTS = 128 };

struct announcer_report {
	int64_t call;
	enum announced_way way;
	int64_t at_ms; /* office time */
};

struct announcer {
	struct announcer_report reports[ANNOUNCER_REPORTS]; /* oldest first */
	int count;
	int64_t noted[ANNOUNCED_WAYS]; /* the newest call of each way */
	bool asked;                    /* the first one is with the desk */
};

/* `call` was announced. A call that is not newer than the last one noted in this way is no news;
 * when there is no room it is left out. */
void announcer_note(
	struct announcer *announcer, int64_t call, enum announced_way way, int64_t at_ms);

/* The next request for the desk; false when there is none, or one is with it. */
bool announcer_ask(struct announcer *announcer, struct desk_request *out_request);

/* The desk's answer. What failed is kept, for the next time that
 * announcer_ask is called. */
void announcer_hear(struct announcer *announcer, enum result result);

#endif
