#ifndef APP_KIOSK_LOBBY_H
#define APP_KIOSK_LOBBY_H

#include "app/desk/view.h"
#include "app/feedback/instrument.h"
#include "app/slip/say.h"
#include "app/queue/calendar.h"
#include "app/queue/standard.h"

/*
 * What the kiosk knows of the room around it: the office, the desk's latest view, the printer's
 * health and the present moment. Screens and the journey read it; only kiosk.c writes it.
 */
struct lobby {
	const struct office *office;       /* NULL until the store was opened */
	const struct standards *standards; /* what it publishes; NULL until it was read */
	const struct desk_view *view;      /* NULL until the first view */
	enum result store;                 /* why there is no office; OK = still opening */
	int64_t now_ms;                    /* office time */
	int64_t ticks_ms;                  /* monotonic */
	bool training;
	bool prints;         /* a printer is configured */
	enum result printer; /* its state as last heard; OK until it says otherwise */
	const struct instrument *instrument; /* what visitors are asked; NULL = nothing */
};

/* What the calendar says of the present moment; CLOSED without an office, and until tomorrow once
 * the day was closed by hand. */
void lobby_hours(const struct lobby *lobby, struct calendar_hours *out_hours);

/* Whether the day was closed by hand: nothing is issued before tomorrow. */
bool lobby_day_is_closed(const struct lobby *lobby);

/* Whether a number can be taken now. */
bool lobby_is_issuing(const struct lobby *lobby);

/* Whether somebody is at a counter; also while that is not known yet. */
bool lobby_is_staffed(const struct lobby *lobby);

/* Whether visitors wait, and an open counter serves each of them. */
bool lobby_serves_on(const struct lobby *lobby);

/* Whether somebody may come who is called: not while the office is closed and nobody is at a
 * counter. */
bool lobby_has_help(const struct lobby *lobby);

/* Why no number of `service` can be had now: what the desk said last, and its last hour; or OK. */
enum result lobby_refusal(const struct lobby *lobby, int service);

/*
 * People ahead in `service` of somebody who takes a number with `priority` now, and when that
 * person would be called. A guess until the desk's ticket and slip say it exactly.
 */
void lobby_expect(const struct lobby *lobby, int service, enum ticket_priority priority,
	int *out_ahead, struct say_span *out_span);

/* People ahead in `service` of somebody whose turn is `turn_ms`. */
int lobby_ahead(const struct lobby *lobby, int service, int64_t turn_ms);

/* The published lines of `part` of `service` that hold today; returns how many. */
int lobby_standard(const struct lobby *lobby, int service, enum standard_part part,
	const struct standard_line *out_lines[STANDARD_PART_LINES]);

/* Whether the office has a pledge to show. */
bool lobby_has_pledge(const struct lobby *lobby);

/*
 * Visitors who have been served to the end in the last minute and are asked on the welcome screen
 * to rate it, by their numbers, who has the least time left first; returns how many, 0 also where
 * the office does not ask. The ticks at which that changes by itself are in `out_until_ms`,
 * INT64_MAX when nobody is asked.
 */
int lobby_invited(
	const struct lobby *lobby, const char *out_numbers[VIEW_SERVED], int64_t *out_until_ms);

/* Whether anybody is. */
bool lobby_invites(const struct lobby *lobby);

/* Ticks at which the office's clock shows its next minute. */
int64_t lobby_next_minute(const struct lobby *lobby);

#endif
