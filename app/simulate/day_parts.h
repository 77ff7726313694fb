#ifndef APP_SIMULATE_DAY_PARTS_H
#define APP_SIMULATE_DAY_PARTS_H

#include "app/feedback/complaint.h"
#include "app/simulate/day.h"
#include "app/simulate/random.h"

/* Between the files of the day. */
struct day {
	const struct day_plan *plan;
	struct random random;
	struct intent_list *list;
	int64_t open_ms, close_ms;
	int kiosks;
	int visitors; /* how many have been drawn */
};

enum { DAY_SECOND_MS = 1000, DAY_MINUTE_MS = 60000 };

/* Adds an intent without visitor, service or counter. */
struct intent day_intent(enum intent_act act, int64_t at_ms, int program);

/* At `counter`, by its own program. */
struct intent day_at_counter(const struct day *day, enum intent_act act, int64_t at_ms, int place);

/* Between the two, to the millisecond. */
int64_t day_moment(struct day *day, int64_t from_ms, int64_t to_ms);

/* Faults and the night before (day_faults.c). */
void day_draw_night(struct day *day);
void day_draw_faults(struct day *day);
/* Help, visits without a number, own numbers given up, complaints (day_flows.c). */
void day_draw_flows(struct day *day);
/* Acts that must be refused. */
void day_draw_mistakes(struct day *day);

#endif
