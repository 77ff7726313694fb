#ifndef APP_QUEUE_OFFICE_H
#define APP_QUEUE_OFFICE_H

#include "app/base/result.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * One PST desk: what it offers, when, where and by which numbers. Filled from an office file at
 * `giliran init`, kept in the store, read by every program.
 */
enum {
	OFFICE_SERVICES = 16,
	OFFICE_COUNTERS = 16,
	OFFICE_BREAKS = 3,
	OFFICE_CODE_SIZE = 12,
	OFFICE_PREFIX_SIZE = 4,
	OFFICE_NAME_SIZE = 96,
	OFFICE_TEXT_SIZE = 256,
	OFFICE_RUNNING_SIZE = 1024,
};

/* The two languages of every text an office writes itself. */
enum office_language { OFFICE_INDONESIAN, OFFICE_ENGLISH, OFFICE_LANGUAGES };

enum office_fee { OFFICE_FEE_FREE, OFFICE_FEE_CHARGED, OFFICE_FEE_ZERO };

struct office_service {
	char code[OFFICE_CODE_SIZE];                         /* KONS */
	char prefix[OFFICE_PREFIX_SIZE];                     /* K; unique in the office */
	char name[OFFICE_LANGUAGES][OFFICE_NAME_SIZE];       /* Konsultasi Statistik */
	char short_name[OFFICE_LANGUAGES][OFFICE_NAME_SIZE]; /* where space is short; else = name */
	char meaning[OFFICE_LANGUAGES][OFFICE_TEXT_SIZE];    /* one sentence for the visitor */
	char icon[32];                                       /* icon name of look.md §6 */
	enum office_fee fee;
	bool email_required;   /* the product is delivered by e-mail */
	int target_s;          /* the promise of §4, seconds; 0 = none */
	int typical_service_s; /* estimate for an office without history */
	int daily_quota;       /* numbers a day; 0 = any */
	int last_issue_min;    /* none from this minute of the day on; <= 0 = no limit */
};

struct office_counter {
	int number;        /* as on the sign: 1, 2, 3 */
	uint32_t services; /* bit i = services[i], what it serves when opened without a list */
};

/* Minutes after local midnight; open == close means closed that day. */
struct office_span {
	int from_min;
	int to_min;
};

struct office_day {
	struct office_span open;
	struct office_span breaks[OFFICE_BREAKS]; /* office-wide only: nobody serves */
	int break_count;
};

enum office_zone { OFFICE_WIB = 7, OFFICE_WITA = 8, OFFICE_WIT = 9 }; /* hours east of UTC */

struct office {
	char code[OFFICE_CODE_SIZE];                   /* BPS regional code, 6503 */
	char name[OFFICE_NAME_SIZE];                   /* BPS Kabupaten Tana Tidung */
	char unit[OFFICE_LANGUAGES][OFFICE_NAME_SIZE]; /* Pelayanan Statistik Terpadu */
	enum office_zone zone;
	struct office_service services[OFFICE_SERVICES];
	int service_count;
	struct office_counter counters[OFFICE_COUNTERS];
	int counter_count;
	struct office_day week[7]; /* 0 = Monday */

	int priority_head_start_s; /* UU 25/2009 art. 29; 0 = off; default 900 */
	int issue_before_s;    /* numbers are given from this long before opening; default 1800 */
	int recall_limit;      /* recalls of one ticket; default 3 */
	int recall_interval_s; /* between two calls of one ticket; default 20 */
	int undo_s;            /* default 10 */
	bool serve_on_call;    /* a call counts as served at once; default false */
	int idle_s;            /* visitor's screen: warn after; 60 to 90 */
	int retention_months;  /* personal columns are kept this long; default 12 */
	char notice_version[16];
	char running[OFFICE_LANGUAGES][OFFICE_RUNNING_SIZE]; /* the display's running text */
	char online[OFFICE_NAME_SIZE]; /* where services go on when closed: pst.bps.go.id; or "" */
	char chat[OFFICE_NAME_SIZE];   /* WhatsApp 0812-5565-0671; or "" */
};

/* Place of the service with `code` or with `prefix`; -1 when there is none. */
int office_find_service(const struct office *office, const char *code);
int office_find_prefix(const struct office *office, const char *prefix);

/* One to three capital letters, so that a number typed by a person has one reading (numbering.h).
 */
bool office_is_prefix(const char *prefix);

/* Place of counter `number`; -1 when there is none. */
int office_find_counter(const struct office *office, int number);

/* "WIB", "WITA", "WIT". */
const char *office_zone_name(enum office_zone zone);

/*
 * Checks what must hold between the parts (unique codes, prefixes and counter numbers, spans in
 * order, at least one service and counter). CONFIG_WRONG leaves one sentence in `out_why`.
 */
enum result office_check(const struct office *office, char *out_why, size_t size);

#endif
