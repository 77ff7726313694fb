#ifndef DB_EVENT_ROWS_H
#define DB_EVENT_ROWS_H

#include "app/base/clock.h"
#include "db/store.h"

/* What can happen; the order is of no meaning, the names are what the store keeps. */
enum event_kind {
	EVENT_STORE_CREATED,
	EVENT_CLOCK_SHIFTED,
	EVENT_STAFF_ADDED,
	EVENT_PIN_SET,
	EVENT_PIN_LOCKED,
	EVENT_COUNTER_OPENED,
	EVENT_COUNTER_BROKEN, /* a break began */
	EVENT_COUNTER_CLOSED,
	EVENT_ISSUED,
	EVENT_CALLED,
	EVENT_RECALLED,
	EVENT_SERVED,
	EVENT_FINISHED,
	EVENT_MISSED, /* marked absent */
	EVENT_CLOSED_BY_SYSTEM,
	EVENT_SLIP_REPRINTED,
	EVENT_SLIP_CONFIRMED,
	EVENT_SLIP_UNCONFIRMED,
	EVENT_SLIP_FAILED,
	EVENT_SLIP_DROPPED,
	EVENT_DEVICE,
	EVENT_CALENDAR_CHANGED, /* detail: fingerprint of the office after it */
	EVENT_KINDS
};

/* One line of the append-only log: codes and times only, never personal data. */
struct event {
	enum event_kind kind;
	const char *service_date;
	const struct instant *at;
	const char *device; /* the program that acts */
	const char *staff;  /* code, or NULL */
	int counter;        /* 0 = none */
	int64_t ticket;     /* 0 = none */
	const char *detail; /* a code: service, reason, state; or NULL */
};

/* Appends; the new event's id. */
int64_t event_rows_append(struct store *store, const struct event *event);

/* When the newest event happened, office and wall time; false when there is none. */
bool event_rows_newest(struct store *store, int64_t *out_office_ms, int64_t *out_wall_ms);

#endif
