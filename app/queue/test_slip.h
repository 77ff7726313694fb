#ifndef APP_QUEUE_TEST_SLIP_H
#define APP_QUEUE_TEST_SLIP_H

#include "app/queue/ticket.h"

/*
 * A slip for trial, which staff ask for at a console and a kiosk's printer brings out past the
 * outbox: no number is given for it, and no figure counts it. The newest request is the only one.
 * It waits for a kiosk for a few seconds of the boot it was asked in: whoever asked stands there
 * and looks, and what nobody took is not printed later.
 */
enum {
	TEST_SLIP_WAIT_MS = 15000,   /* from the request until a kiosk has taken it */
	TEST_SLIP_PRINT_MS = 120000, /* and from then until it says how it went */
};

struct test_slip {
	int64_t id;             /* grows; 0 = none was asked for in this boot */
	enum print_state state; /* pending until it is taken, then sending */
	enum result reason;     /* of one that has ended */
	char device[32];        /* which kiosk took it: "kiosk-1"; "" = none yet */
	int64_t until_ms;       /* office time: pending or sending no longer than that */
};

enum test_slip_fate {
	TEST_SLIP_NONE,
	TEST_SLIP_WAITS,
	TEST_SLIP_PRINTS,
	TEST_SLIP_CONFIRMED, /* the printer says so */
	TEST_SLIP_SENT,      /* to a printer that cannot say so */
	TEST_SLIP_FAILED,    /* for its reason */
	TEST_SLIP_UNTAKEN,   /* no kiosk with a printer has answered */
	TEST_SLIP_SILENT,    /* one has taken it, and never said how it went */
};

/* What has become of `slip` by `now`, office time. */
enum test_slip_fate test_slip_fate(const struct test_slip *slip, int64_t now);

/* Whether it may still come out: it waits or is being printed. */
bool test_slip_is_open(const struct test_slip *slip, int64_t now);

#endif
