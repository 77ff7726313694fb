#ifndef APP_KIOSK_PRESS_H
#define APP_KIOSK_PRESS_H

#include "app/base/language.h"
#include "app/desk/desk_thread.h"
#include "app/paper/paper.h"
#include "app/slip/receipt.h"
#include "drivers/printer_worker.h"

/*
 * Drains the outbox: takes the oldest pending slip from the desk while the printer is well, draws
 * it, hands it to the printer's worker and tells the desk how it went. One slip at a time. Runs on
 * the loop's thread and never blocks; the desk and the worker have threads of their own.
 */
/* A paper of no ticket, past the outbox: it goes to the printer now or never. Its id at the worker
 * is no slip's. One at a time. */
enum press_aside { PRESS_NO_ASIDE, PRESS_ASIDE_SENT, PRESS_ASIDE_ENDED };
enum {
	PRESS_TEST_SLIP = -1, /* for who stands in the staff corner */
	PRESS_RECEIPT = -2,
	PRESS_ASKED_TEST = -3, /* for who asked at a console */
};

struct press {
	struct desk_thread *desk;      /* borrowed */
	struct printer_worker *worker; /* borrowed */
	struct paper *paper;
	const struct office *office;     /* borrowed; NULL until the store is open */
	const struct language *language; /* borrowed: the office's first */
	enum office_language index;
	const struct printer_profile *profile; /* of the open printer; NULL before the first news */
	char device[64];                       /* "kiosk-1/printer" */
	bool text;                             /* slips as text, for slow links */
	const char *logo_path;                 /* borrowed; "" = none */
	struct document_picture logo;          /* for paper of `logo_dots`; no bits = none */
	int logo_dots;
	int roll_mm;  /* of a new roll; 0 = usual */
	int slip_mm;  /* what the paper being printed feeds */
	int aside_mm; /* fed by papers aside, not counted yet: with the next slip */
	enum result health;
	bool near_end;
	bool stopped;    /* the worker has ended */
	int64_t failing; /* the slip that nothing was sent of last time */
	int failures;    /* how often in a row, with the printer well in between */
	bool asked;      /* a DESK_TAKE_SLIP is under way */
	bool again;      /* ask once more after the answer: something changed meanwhile */
	bool ending;     /* `end` has not been written yet; no other slip is taken before */
	bool stuck;      /* the store was busy or full: press_retry */
	struct desk_request end;
	struct desk_slip slip; /* being printed; id 0 = none */
	enum press_aside aside;
	int64_t aside_id; /* PRESS_TEST_SLIP or another of these */
	enum result aside_result;
	bool aside_confirmed;              /* the printer itself said so */
	char receipt[COMPLAINT_CODE_SIZE]; /* the code on the receipt under way */
	bool clear_first;                  /* half a paper may still be in the printer */
};

/* What happened to a slip, for the screen of its visitor; `slip.id` 0 = nothing. */
struct press_news {
	struct desk_slip slip;
	enum print_state state;
	enum result reason;
};

/* What is set at the kiosk. */
struct press_options {
	const char *device; /* names the kiosk: "kiosk-1" */
	bool text;          /* slips as text, not as dots */
	int roll_mm;        /* length of a new paper roll; 0 = as is usual for the printer */
	const char *logo; /* PNG file on top of each slip; NULL or "" = none; outlives the press */
};

/* False and one log line when the fonts are missing. */
bool press_init(struct press *press, struct desk_thread *desk, struct printer_worker *worker,
	const struct language *language, enum office_language index,
	const struct press_options *options);
/* The worker has ended: what it said last is still heard, nothing more is printed. */
void press_stop(struct press *press);
void press_finish(struct press *press);

/* The store is open: from now on slips can be taken and the printer's state reported. */
void press_open(struct press *press, const struct office *office);

/* Something changed in the store: there may be a slip. */
void press_wake(struct press *press);

/* The desk's answer to DESK_TAKE_SLIP. */
struct press_news press_take(struct press *press, const struct desk_message *message);

/* The desk's answer to DESK_END_SLIP: what is not written is kept for press_retry. */
void press_ended(struct press *press, enum result result);

/* Tries again what the store would not take; to be called now and then, it does nothing else. */
void press_retry(struct press *press);

/* Prints a test slip (slip_sample) of `now_ms` for staff, past the outbox, as `id`: PRESS_TEST_SLIP
 * or PRESS_ASKED_TEST. False when a slip is under way or the printer has not answered yet. Its end
 * is told by press->aside after press_hear. */
bool press_test(struct press *press, int64_t id, int64_t now_ms, bool training);

/* Whether nothing is in hand, nor about to be: the printer may be another one from here on. */
bool press_is_idle(const struct press *press);

/* Whether the printer is well and has nothing in hand. */
bool press_is_free(const struct press *press);

/* Prints the receipt of a suggestion or complaint, likewise; the press must be free. False when it
 * could not even begin. */
bool press_receipt(struct press *press, const struct receipt *receipt);

/* How the paper of `press->aside_id` went, once: OK, also from printers that confirm nothing; and
 * there is none any more. */
enum result press_aside_result(struct press *press);

/* News from the worker. */
struct press_news press_hear(struct press *press, const struct printer_message *message);

#endif
