#ifndef TESTS_SCREENS_CONSOLE_HANDS_H
#define TESTS_SCREENS_CONSOLE_HANDS_H

#include "app/console/shift.h"

/* What a clerk and the desk's thread do to a shift in a test; wrong requests fail the test. */
void hand_act(struct shift *shift, enum shift_act what, int index, int64_t ticks);

/* Digits and Enter. */
void hand_type_pin(struct shift *shift, const char *pin);

/* The only request in line, which must be `wanted`; or there must be none; or all are dropped. */
struct desk_request hand_take(struct shift *shift, enum desk_act wanted);
void hand_take_none(struct shift *shift);
void hand_drain(struct shift *shift);

/* The desk's answer to `request`. */
void hand_answer(
	struct shift *shift, const struct desk_request *request, enum result result, int64_t ticks);

/* Hands over a copy of `view`, as the thread would after a change. */
void hand_show(struct shift *shift, const struct desk_view *view);

/* The visitor of the model, K007, is finished, and the desk has answered. */
void hand_finish(struct shift *shift, int64_t now);

#endif
