#include "app/kiosk/journey.h"

#include "app/kiosk/rate.h"
#include "app/kiosk/ways.h"

/* The part of the journey that happens when nobody does anything. */

/* Somebody chose how the welcome screen looks and may have left. */
bool journey_is_adjusted(const struct journey *journey)
{
	return journey->visit.screen == JOURNEY_WELCOME &&
	       (journey->visit.adjusting || journey->large || journey->low || journey->aloud ||
		       journey->language != journey->first_language ||
		       journey->contrast != journey->first_contrast);
}

/* Screens on which entries, or those choices, wait for somebody who may have gone. */
static bool can_idle(const struct journey *journey)
{
	const struct visit *visit = &journey->visit;
	bool asks = visit->screen == JOURNEY_SERVICE || visit->screen == JOURNEY_NOTICE ||
		    visit->screen == JOURNEY_GUEST || visit->screen == JOURNEY_CODE ||
		    visit->screen == JOURNEY_STANDARDS || visit->screen == JOURNEY_STANDARD ||
		    visit->screen == JOURNEY_PLEDGE || visit->screen == JOURNEY_NUMBER ||
		    visit->screen == JOURNEY_RATING || visit->screen == JOURNEY_COMPLAINT ||
		    ways_can_idle(visit) || journey_is_adjusted(journey);
	return asks && !visit->issuing;
}

static int64_t idle_ms(const struct lobby *lobby)
{
	enum { BEFORE_OPENING_S = 60 };
	return (lobby->office != NULL ? lobby->office->idle_s : BEFORE_OPENING_S) * INT64_C(1000);
}

void journey_touch(struct journey *journey, const struct lobby *lobby)
{
	if (journey->visit.warned_ms == 0) {
		journey->visit.input_ms = lobby->ticks_ms;
	}
}

static void tick_idle(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->warned_ms == 0 && lobby->ticks_ms - visit->input_ms >= idle_ms(lobby)) {
		visit->warned_ms = lobby->ticks_ms;
	} else if (visit->warned_ms != 0 && lobby->ticks_ms - visit->warned_ms >= JOURNEY_WARN_MS) {
		journey_forget(journey);
	}
}

void journey_tick(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->note != NOTE_NONE && lobby->ticks_ms >= visit->note_ms) {
		visit->note = NOTE_NONE;
		visit->note_ms = 0;
	}
	if (visit->screen == JOURNEY_TICKET) {
		journey_settle(visit, lobby);
	}
	rate_tick(journey, lobby);
	ways_tick(journey, lobby);
	if (can_idle(journey)) {
		tick_idle(journey, lobby);
	} else if (visit->closes_ms != 0 && lobby->ticks_ms >= visit->closes_ms) {
		journey_forget(journey);
	}
}

/* The next moment at which the seconds left until `end_ms` change. */
static int64_t next_second(const struct lobby *lobby, int64_t end_ms)
{
	int64_t left_ms = end_ms - lobby->ticks_ms;
	return left_ms <= 0 ? lobby->ticks_ms : end_ms - (left_ms - 1) / 1000 * 1000;
}

static int64_t visit_deadline(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	if (visit->issuing) {
		return ways_deadline(visit);
	}
	if (visit->rate.next_ms != 0) {
		return visit->rate.next_ms;
	}
	if (can_idle(journey)) {
		return visit->warned_ms == 0
			       ? visit->input_ms + idle_ms(lobby)
			       : next_second(lobby, visit->warned_ms + JOURNEY_WARN_MS);
	}
	if (visit->closes_ms != 0) {
		return next_second(lobby, visit->closes_ms);
	}
	if (visit->phase == PHASE_PRINTING) {
		return visit->phase_ms + JOURNEY_PATIENCE_MS;
	}
	return INT64_MAX;
}

int64_t journey_ends(const struct visit *visit)
{
	return visit->warned_ms != 0 ? visit->warned_ms + JOURNEY_WARN_MS : visit->closes_ms;
}

int64_t journey_deadline(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	int64_t deadline_ms = visit_deadline(journey, lobby);
	return visit->note != NOTE_NONE && visit->note_ms < deadline_ms ? visit->note_ms
									: deadline_ms;
}
