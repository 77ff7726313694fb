#ifndef APP_DESK_VIEW_VISIT_H
#define APP_DESK_VIEW_VISIT_H

#include "app/queue/outcome.h"
#include "app/queue/visit_times.h"

/* The visit of who sits at a counter or comes next there, beside the guest book (view.h). */
enum { VIEW_LEGS = 4, VIEW_EARLIER = 4 };

/* What a visitor was served, or waited for, before a transfer. */
struct view_leg {
	int service;
	int counter; /* 0 = none */
	int64_t from_ms;
	int64_t called_ms; /* TICKET_NEVER; so the next */
	int64_t served_ms;
	int64_t service_ms; /* how long */
};

/* An earlier visit: when, for what and what came of it, nothing else. */
struct view_earlier {
	char service_date[CALENDAR_DATE_SIZE];
	int service;
	enum ticket_state state;
	struct outcome outcome; /* as the clerk said it */
};

struct view_visit {
	int64_t ticket; /* 0 = there is none */
	int64_t issued_ms;
	int64_t appointed_ms; /* the hour of its appointment; 0 = it came without one */
	int64_t called_ms;    /* first, in this service; TICKET_NEVER; so the next */
	int64_t served_ms;
	struct visit_times times;
	struct view_leg legs[VIEW_LEGS]; /* the latest ones before this */
	int leg_count;
	/* 0 for whoever was not recognised or was blanked, and for a role that may not see it */
	int earlier_total;
	struct view_earlier earlier[VIEW_EARLIER]; /* the latest first */
	int earlier_count;
};

#endif
