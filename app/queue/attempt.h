#ifndef APP_QUEUE_ATTEMPT_H
#define APP_QUEUE_ATTEMPT_H

#include <stdbool.h>
#include <stdint.h>

/*
 * How often what could be guessed may be tried: a number of tries in a span, which begins with the
 * first of them. All zero = none yet.
 */
struct attempt {
	int64_t since_ms;
	int tries;
};

struct attempt_rule {
	int limit;
	int64_t span_ms;
};

/* Whether one more is allowed at `now`. */
bool attempt_is_allowed(
	const struct attempt *attempt, const struct attempt_rule *rule, int64_t now);

/* One more was made. A clock that was set back begins a new span. */
void attempt_add(struct attempt *attempt, const struct attempt_rule *rule, int64_t now);

#endif
