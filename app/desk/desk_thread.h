#ifndef APP_DESK_DESK_THREAD_H
#define APP_DESK_DESK_THREAD_H

#include "app/desk/feedback.h"
#include "app/desk/flows.h"
#include "app/desk/record.h"
#include "app/desk/office_settings.h"
#include "app/queue/test_slip.h"

/*
 * The desk on a thread of its own, because a slow disk must not freeze a screen. The screen's loop
 * posts requests and gets answers and views as messages that carry their data; the two share
 * nothing. The thread sleeps in poll(): on its requests and on the store's change signal.
 */
enum desk_act {
	DESK_ISSUE,
	DESK_ARRIVE, /* with an appointment: `code`, `issue` */
	DESK_SIGN_IN,
	DESK_OPEN_COUNTER,
	DESK_BREAK_COUNTER, /* for the reason `word`, "" = none */
	DESK_CLOSE_COUNTER,
	DESK_HAND_OVER, /* to `staff` */
	DESK_NEXT,
	DESK_STAND_BY,
	DESK_STAND_DOWN,
	DESK_CALL_TICKET, /* ticket `id`, out of its turn, for the reason `word`, "" = none */
	DESK_RECALL,
	DESK_SERVE,
	DESK_FINISH,   /* ticket `id`, from another counter; 0 = the counter's */
	DESK_ABSENT,   /* likewise */
	DESK_HOLD,     /* ticket `id`, 0 = the counter's; so TRANSFER and CANCEL */
	DESK_RESUME,   /* ticket `id` */
	DESK_RETURN,   /* likewise */
	DESK_TRANSFER, /* to `issue.service` */
	DESK_SEND,     /* to counter `to` */
	DESK_CANCEL,   /* for the reason `word` */
	DESK_UNDO,
	DESK_NOTE_OUTCOME, /* of ticket `id`: `outcome` */
	DESK_EXPLAIN,      /* why ticket `id` was served late in `segment`: `word` and `note`, says
			    * `staff` */
	DESK_REPRINT,
	DESK_LIST_STAFF,
	DESK_WATCH_COUNTER, /* views show this counter's visitor from now on; 0 = none */
	DESK_TAKE_SLIP,     /* answers with the oldest pending slip, already begun; or with none */
	DESK_END_SLIP,
	DESK_ASK_TEST_SLIP,  /* answers with the `test_slip` */
	DESK_TAKE_TEST_SLIP, /* the one `id` */
	DESK_END_TEST_SLIP,  /* likewise: `print`, `reason` */
	DESK_REPORT_DEVICE,
	DESK_ANNOUNCE,   /* the call `id` in the way `way`, at `at_ms` */
	DESK_RENEW_ROLL, /* of `device`, says `staff` */
	DESK_KEEP_ROLL,
	DESK_REPORT_WIRE,    /* `wire`, as the computer says */
	DESK_READ_STANDARDS, /* what the office publishes of its services */
	DESK_RATE,           /* `rating.number` with `instrument`; answers with the rating */
	DESK_RATE_ANSWER,    /* item `id` of `rating` */
	DESK_RATE_FINISH,
	DESK_COMPLAIN,      /* `complaint`; answers with the `receipt` */
	DESK_WITHDRAW,      /* `number` and `code` of a slip */
	DESK_SIGN,          /* the guest book for ticket `id` of `issue.token`: `issue.guest` */
	DESK_RECEIVE,       /* an office guest: `issue` */
	DESK_RECOGNISE,     /* `contact`, `name`; answers with the `initials` */
	DESK_RECALL_GUEST,  /* `contact`, `name`; answers with the `guest` */
	DESK_ASK_HELP,      /* answers with the `help` */
	DESK_WITHDRAW_HELP, /* the one of this device */
	DESK_LEAVE_HELP,    /* likewise */
	DESK_TAKE_HELP,     /* call `id`, as the next two */
	DESK_HELP_ISSUE,    /* with `issue`, by staff */
	DESK_END_HELP,
	DESK_WRITE_GUEST,  /* of ticket `id`, at `counter`: `issue.guest`, for the reason `word` */
	DESK_READ_RECORD,  /* of the service date `date`; answers with the record */
	DESK_READ_INDICES, /* from `date` to `date_to`; answers with the indices */
	DESK_REFRESH,      /* a view now, changed or not */
	DESK_STAFF_ISSUE,  /* `issue`, by staff */
	DESK_WALK,         /* `issue`, served at `counter` at once */
	DESK_APPOINT,      /* `issue.service` at `at_ms`; answers with the appointment */
	DESK_CANCEL_APPOINTMENT, /* `code` */
	DESK_LIST_APPOINTMENTS,  /* of the date `word`; answers with the appointments */
	DESK_SET_DUTY,           /* `word` (a code, "" = nobody) at `counter` today, says `staff` */
	DESK_LIST_TICKETS,       /* answers with the tickets of today */
	DESK_LIST_LATE,     /* `staff`; answers with what they are asked about of earlier days */
	DESK_UNLOCK_OFFICE, /* `staff` and `pin`; answers with the `settings` */
	DESK_SAVE_OFFICE,   /* `settings` of `revision`, says `staff`; answers with them as they are
			     */
	DESK_RETIRE_STAFF,  /* `word`, says `staff`; likewise */
	DESK_RESET_PIN,     /* likewise */
	DESK_NOTE_EXPORT,   /* export_kind `id` of `date` to `date_to`, says `staff` */
};

struct desk_request {
	enum desk_act act;
	int tag; /* comes back with the answer */
	int counter, to;
	uint32_t services;
	int64_t id;  /* ticket, slip or call */
	int segment; /* of that ticket */
	enum announced_way way;
	int64_t at_ms;
	enum print_state print;
	enum result reason;
	bool relieves; /* DESK_SIGN_IN: a desk is taken over, so that no first PIN is set */
	bool near_end;
	int fed_mm, roll_mm; /* DESK_END_SLIP: desk_feed of `device`; 0 mm = nothing */
	char staff[DESK_STAFF_SIZE];
	char pin[DESK_PIN_MAX + 1]; /* wiped by the thread after use */
	char code[DESK_CODE_SIZE];
	char word[DESK_WORD_SIZE];
	char note[DESK_NOTE_SIZE]; /* free words beside `word`; "" = none */
	struct outcome outcome;
	char number[TICKET_NUMBER_SIZE];
	char contact[GUEST_EMAIL_SIZE]; /* wiped likewise */
	char name[GUEST_NAME_SIZE];     /* likewise */
	char device[32];
	struct wire wire;
	char date[CALENDAR_DATE_SIZE], date_to[CALENDAR_DATE_SIZE];
	struct desk_issue issue;             /* wiped by the thread after use */
	const struct instrument *instrument; /* borrowed; does not change while the thread runs */
	struct desk_rating rating;
	struct desk_complaint complaint; /* wiped likewise */
	struct office_file *settings;    /* DESK_SAVE_OFFICE; the thread releases it */
	int64_t revision;
};

enum desk_message_kind {
	DESK_MESSAGE_OPENED, /* first of all: `result`, and the office; or why the store is not
				there */
	DESK_MESSAGE_ANSWER,
	DESK_MESSAGE_VIEW,
};

/* Released by the receiver with desk_message_destroy. */
struct desk_message {
	enum desk_message_kind kind;
	enum result result;
	enum desk_act act;
	int tag;
	struct ticket ticket;
	struct desk_slip slip;             /* DESK_TAKE_SLIP; id 0 = none */
	struct test_slip test_slip;        /* DESK_ASK_TEST_SLIP */
	struct desk_rating rating;         /* DESK_RATE */
	char receipt[COMPLAINT_CODE_SIZE]; /* DESK_COMPLAIN */
	char initials[DESK_INITIALS_SIZE]; /* DESK_RECOGNISE */
	struct guest guest;                /* DESK_RECALL_GUEST */
	struct help help;                  /* DESK_ASK_HELP */
	struct desk_staff staff[DESK_STAFF_LISTED];
	size_t staff_count;
	struct office *office;  /* DESK_MESSAGE_OPENED, and a VIEW after the calendar was changed;
				   owned by the message until taken (set to NULL) */
	struct desk_view *view; /* DESK_MESSAGE_VIEW, likewise */
	/* DESK_APPOINT, DESK_LIST_APPOINTMENTS, when OK: so many, by hour; likewise */
	struct desk_appointment *appointments;
	size_t appointment_count;
	struct ticket
		*tickets; /* DESK_LIST_TICKETS, when OK: so many, the latest first; likewise */
	size_t ticket_count;
	struct desk_late late[DESK_LATE_LISTED]; /* DESK_LIST_LATE, when OK: so many */
	size_t late_count;
	struct standards *standards; /* DESK_READ_STANDARDS, when OK; likewise */
	struct desk_record *record;  /* DESK_READ_RECORD, when OK; likewise, and ended */
	struct desk_index indices[DESK_INDICES]; /* DESK_READ_INDICES */
	size_t index_count;
	struct office_file *settings; /* of `revision`, when OK or OFFICE_MOVED; likewise */
	int64_t revision;
	struct clock clock; /* reads the same office time as the desk; it may change until the
			       first event of a boot, so a VIEW brings it too */
	bool training;
	char error[512];
};
void desk_message_destroy(struct desk_message *message);

/* Called on the desk's thread; must hand `message` over (loop_post) and return at once. */
typedef void desk_deliver(void *context, struct desk_message *message);

struct desk_thread;

/*
 * Starts the thread, which opens the store; while the store is missing or busy it tries again every
 * second and says so with DESK_MESSAGE_OPENED whenever the reason changes. So it does when the file
 * is removed or replaced later. The strings of `options`
 * are copied. NULL when no thread can be had.
 */
struct desk_thread *desk_thread_start(
	const struct desk_options *options, desk_deliver *deliver, void *context);

/* Never blocks; the request is copied. */
void desk_thread_post(struct desk_thread *thread, const struct desk_request *request);

/* Ends the thread after the requests already posted. NULL is fine. */
void desk_thread_stop(struct desk_thread *thread);

#endif
