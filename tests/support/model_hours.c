#include "tests/support/model_parts.h"

static bool is_within(const struct model_span *span, int64_t now)
{
	return span->from_ms <= now && now < span->to_ms;
}

static bool is_within_any(const struct model_span spans[], size_t count, int64_t now)
{
	for (size_t i = 0; i < count; i++) {
		if (is_within(&spans[i], now)) {
			return true;
		}
	}
	return false;
}

bool model_is_open(const struct model_day *day, int64_t now)
{
	return is_within(&day->open, now) && !is_within_any(day->closures, day->closure_count, now);
}

/* Openings begin with the hours or where a closure ends; whether one does in `when`. */
static bool opens_in(const struct model_day *day, struct model_span when)
{
	bool found = is_within(&when, day->open.from_ms) && model_is_open(day, day->open.from_ms);
	for (size_t i = 0; i < day->closure_count; i++) {
		int64_t end = day->closures[i].to_ms;
		found = found || (is_within(&when, end) && model_is_open(day, end));
	}
	return found;
}

bool model_counts(const struct model_day *day, int64_t now)
{
	if (model_is_open(day, now)) {
		return !is_within_any(day->breaks, day->break_count, now);
	}
	const struct model_span before = {INT64_MIN, now + 1}, after = {now + 1, INT64_MAX};
	return opens_in(day, before) && !opens_in(day, after);
}

bool model_is_from_book(const struct model_day *day, int service)
{
	return (day->from_book >> service & 1) != 0;
}
