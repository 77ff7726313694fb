#include "app/display/announcer.h"

#include <string.h>

static void drop_first(struct announcer *announcer)
{
	announcer->count--;
	memmove(announcer->reports, announcer->reports + 1,
		(size_t)announcer->count * sizeof *announcer->reports);
}

void announcer_note(
	struct announcer *announcer, int64_t call, enum announced_way way, int64_t at_ms)
{
	if (call <= announcer->noted[way]) {
		return;
	}
	announcer->noted[way] = call;
	if (announcer->count == ANNOUNCER_REPORTS) {
		return;
	}
	announcer->reports[announcer->count++] = (struct announcer_report){call, way, at_ms};
}

bool announcer_ask(struct announcer *announcer, struct desk_request *out_request)
{
	if (announcer->asked || announcer->count == 0) {
		return false;
	}
	const struct announcer_report *first = &announcer->reports[0];
	*out_request = (struct desk_request){
		.act = DESK_ANNOUNCE, .id = first->call, .way = first->way, .at_ms = first->at_ms};
	announcer->asked = true;
	return true;
}

/* Only what may be cured by waiting is kept. */
static bool is_passing(enum result result)
{
	return result == RESULT_STORE_BUSY || result == RESULT_STORE_MISSING ||
	       result == RESULT_STORE_FULL;
}

void announcer_hear(struct announcer *announcer, enum result result)
{
	announcer->asked = false;
	if (announcer->count > 0 && !is_passing(result)) {
		drop_first(announcer);
	}
}
