#ifndef APP_QUEUE_EVENT_H
#define APP_QUEUE_EVENT_H

#include "app/base/clock.h"
#include "app/queue/ticket.h"

/*
 * One line of the append-only log: what happened, when, where and by whom, in codes and times only,
 * never personal data. The events of a day are enough to compute the day again (replay.h).
 */
enum {
	EVENT_NAME_SIZE = 32,   /* of a device or a member of staff */
	EVENT_DETAIL_SIZE = 72, /* a code, or a hash */
	EVENT_HASH_SIZE = 65,   /* 64 hexadecimal digits */
	EVENT_TEXT_SIZE = 1024, /* of event_write */
};

/* What can happen; the order is of no meaning, the names are what the store keeps. */
enum event_kind {
	EVENT_STORE_CREATED, /* detail: fingerprint of the office */
	EVENT_CLOCK_SHIFTED, /* turn: the moment that was, when of the same date; detail: shift */
	EVENT_CLOCK_SET,     /* turn likewise; detail: by how much */
	EVENT_STAFF_ADDED,
	EVENT_PIN_SET,
	EVENT_PIN_LOCKED,
	EVENT_COUNTER_OPENED, /* services: what it serves from now on */
	EVENT_COUNTER_BROKEN, /* a break began */
	EVENT_COUNTER_CLOSED,
	EVENT_ISSUED, /* service, priority, turn, low and high, party; refers: an appointment */
	EVENT_CALLED, /* refers: the finish of the same press; detail: EVENT_PICKED, or nothing */
	EVENT_RECALLED,
	EVENT_SERVED, /* refers: the call of the same press */
	EVENT_FINISHED,
	EVENT_MISSED, /* marked absent */
	EVENT_HELD,
	EVENT_RESUMED,     /* counter: where it is served again; none = waits again */
	EVENT_RETURNED,    /* turn, low and high */
	EVENT_TRANSFERRED, /* service, low and high; refers: the one counter it is sent to */
	EVENT_CANCELLED,   /* detail: the reason */
	EVENT_UNDONE,      /* refers: the event that counts as if it had not been */
	EVENT_CLOSED_BY_SYSTEM,
	EVENT_DOUBTED,    /* a correction: the ticket's times do not count; detail: the reason */
	EVENT_EXPLAINED,  /* why a promise was broken; refers: place of the segment; detail: code,
			     and  hash of what was written */
	EVENT_DAY_CLOSED, /* detail: hash of the figures */
	EVENT_APPOINTED,  /* refers: the appointment; service, turn: its hour */
	EVENT_APPOINTMENT_CANCELLED,
	EVENT_SLIP_REPRINTED,
	EVENT_SLIP_CONFIRMED,
	EVENT_SLIP_UNCONFIRMED,
	EVENT_SLIP_FAILED,
	EVENT_SLIP_DROPPED,
	EVENT_DEVICE,
	EVENT_ROLL_RENEWED,     /* a new paper roll was put in; detail: the printer */
	EVENT_ROLL_KEPT,        /* the same roll goes on after the paper was out; detail likewise */
	EVENT_CALENDAR_CHANGED, /* detail: fingerprint of the office after it */
	EVENT_PUBLISHED,        /* other words about the services, or with detail "guest_book" other
			     questions, "voice" another voice; no rule changed */
	EVENT_RATED, /* refers: place of the segment; service; detail: questionnaire, and hash of
		      the answers */
	EVENT_COMPLAINED, /* refers: the complaint; detail: kind, topic, hash of the text */
	EVENT_SIGNED,     /* the guest book, for a number that was given before; party */
	EVENT_CORRECTED,  /* the guest book, by a clerk; party; detail: the reason */
	EVENT_RECEIVED,   /* an office guest, without a number: service, party; refers: visit */
	EVENT_HELP_ASKED, /* at the kiosk that is the device; refers: the call for help */
	EVENT_HELP_TAKEN, /* counter; refers likewise */
	EVENT_HELP_LEFT,  /* nobody answers at the kiosk any more; refers likewise */
	EVENT_HELP_ENDED, /* detail: done or withdrawn; ticket: issued for the visitor */
	EVENT_COMPLAINT_MOVED, /* refers: the complaint; detail: its state from now on */
	EVENT_OUTCOME,         /* what came of a visit that is over; refers: place of the segment;
				* detail: outcome_write */
	EVENT_BLANKED,         /* personal words are gone; detail: of how many visits,
				* complaints and remarks of staff, and the date before which */
	EVENT_OFFICE_CHANGED,  /* its rules (rules.h); detail: fingerprint of the office after it,
				* "/",  hash of the rules before it */
	EVENT_STAFF_CHANGED,   /* name or role; staff: who changed it; detail: whose */
	EVENT_ROSTER_SET,      /* who is to be at a counter; detail: date, counter, staff or "-" */
	EVENT_STOOD_BY,        /* the next arrival is called to the counter by itself */
	EVENT_STOOD_DOWN,      /* and is not any more, with nobody called */
	EVENT_HANDED_OVER, /* another member of staff goes on at the counter; detail: who was there
			    */
	EVENT_EXPORTED,    /* written to a file; staff: by whom; detail: what, and of which days */
	EVENT_BACKED_UP,   /* a copy of the store was made; refers: the newest event in it */
	EVENT_RESTORED,    /* the store was made from a copy; refers likewise */
	EVENT_DEVICE_CHOSEN, /* by the head; staff: by whom; detail: device/part, its
			      * address or the hash of one that is too long, and its paper */
	EVENT_KINDS
};

/* Of a call: not the first in line, but chosen; behind it a space and why, a code, if it was told.
 */
#define EVENT_PICKED "picked"

struct event {
	int64_t id;
	enum event_kind kind;
	char service_date[CALENDAR_DATE_SIZE];
	struct instant at;
	char device[EVENT_NAME_SIZE]; /* the program that acts */
	char staff[EVENT_NAME_SIZE];  /* code; "" = nobody signed in */
	int counter;                  /* 0 = none */
	int64_t ticket;               /* 0 = none */
	bool with_service;
	int service;       /* place in office.services, when with_service */
	uint32_t services; /* 0 = none */
	enum ticket_priority priority;
	int64_t turn_ms; /* TICKET_NEVER = none; so low and high */
	int64_t low_ms, high_ms;
	int party;      /* 0 = none */
	int64_t refers; /* 0 = none */
	char detail[EVENT_DETAIL_SIZE];
	char hash[EVENT_HASH_SIZE]; /* "" = from before the log was chained */
};

/* An event of `kind` with nothing else in it. */
struct event event_of(enum event_kind kind);

/* "?" for EVENT_KINDS, which stands for a kind that this program does not know. */
const char *event_kind_name(enum event_kind kind);
/* False when there is no kind of that name. */
bool event_kind_find(const char *name, enum event_kind *out_kind);

/* Whether its ticket was called out of its turn; and why, "" = that was not told. */
bool event_is_picked(const struct event *event);
const char *event_pick_reason(const struct event *event);

/* Whether it is of the life of its ticket: slips, explanations and undoing are not. */
bool event_is_of_life(enum event_kind kind);

/*
 * Writes everything but the hash in one unambiguous form, texts with their lengths, to be hashed
 * after the hash of the event before. The length without the NUL.
 */
size_t event_write(const struct event *event, char out_text[EVENT_TEXT_SIZE]);

#endif
