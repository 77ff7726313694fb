#include "app/queue/attempt.h"

static bool is_of_span(const struct attempt *attempt, const struct attempt_rule *rule, int64_t now)
{
	return now >= attempt->since_ms && now - attempt->since_ms < rule->span_ms;
}

bool attempt_is_allowed(const struct attempt *attempt, const struct attempt_rule *rule, int64_t now)
{
	return attempt->tries < rule->limit || !is_of_span(attempt, rule, now);
}

void attempt_add(struct attempt *attempt, const struct attempt_rule *rule, int64_t now)
{
	if (attempt->tries == 0 || !is_of_span(attempt, rule, now)) {
		*attempt = (struct attempt){.since_ms = now};
	}
	attempt->tries++;
}
