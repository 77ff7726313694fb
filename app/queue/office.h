#ifndef APP_QUEUE_OFFICE_H
#define APP_QUEUE_OFFICE_H

#include "app/base/result.h"
#include "app/queue/guest_field.h"

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
	OFFICE_NOTICE_SIZE = 16,
	OFFICE_NAME_SIZE = 96,
	OFFICE_TEXT_SIZE = 256,
	OFFICE_RUNNING_SIZE = 1024,
	OFFICE_STANDARDS = 6,
	OFFICE_CHANNEL_SIZE = 16,
	OFFICE_HOLIDAYS = 256, /* ten years of lists with 25 days each */
	OFFICE_YEARS = 16,
	OFFICE_SEASONS = 8,
	OFFICE_CLOSURES = 64,
	OFFICE_WEEK = 7,
	OFFICE_ADDRESSES = 6,
	OFFICE_WORDING_SIZE = 160,
	OFFICE_VOLUMES = 8,
	OFFICE_REPEATS = 3,
	OFFICE_OPTIONS = 64, /* of all lists of the guest book together */
	OFFICE_OPTION_SIZE = 64,
	OFFICE_BRIEF_SIZE = 32,
	OFFICE_COUNTER_SIZE = 40,
	OFFICE_LOCK_MINUTES = 240,
	OFFICE_BRIEF = 60, /* calls that wait, at most, until they are said briefly */
};

/* The two languages of every text an office writes itself. */
enum office_language { OFFICE_INDONESIAN, OFFICE_ENGLISH, OFFICE_LANGUAGES };

enum office_fee { OFFICE_FEE_FREE, OFFICE_FEE_CHARGED, OFFICE_FEE_ZERO };

/* The promise of one service over one channel, as the published standard says it (domain §3.1). */
enum office_unit { OFFICE_MINUTES, OFFICE_DAYS, OFFICE_WORKING_DAYS, OFFICE_AT_ONCE, OFFICE_UNITS };
enum office_start {
	OFFICE_PREVIOUS_FINISHED, /* the visitor before has finished (design §4) */
	OFFICE_GUEST_BOOK,        /* the guest book is signed: the issue of the number */
	OFFICE_RECEIVED,          /* the letter, e-mail or request has come */
	OFFICE_COMPLETE,          /* it is clear and its papers are complete */
	OFFICE_STARTS
};

struct office_standard {
	char channel[OFFICE_CHANNEL_SIZE]; /* onsite, online, email, phone, … */
	int limit;                         /* 0 for OFFICE_AT_ONCE */
	enum office_unit unit;
	enum office_start start;
};

struct office_service {
	char code[OFFICE_CODE_SIZE];                         /* KONS */
	char prefix[OFFICE_PREFIX_SIZE];                     /* K; unique in the office */
	char name[OFFICE_LANGUAGES][OFFICE_NAME_SIZE];       /* Konsultasi Statistik */
	char short_name[OFFICE_LANGUAGES][OFFICE_NAME_SIZE]; /* where space is short; else = name */
	char meaning[OFFICE_LANGUAGES][OFFICE_TEXT_SIZE];    /* one sentence for the visitor */
	char icon[32];                                       /* icon name of look.md §6 */
	enum office_fee fee;
	bool withheld;       /* not offered for now: no new numbers, nor appointments */
	bool reception;      /* office guests: to the reception desk, without a number */
	bool email_required; /* the product is delivered by e-mail */
	bool unrated;        /* kept out of the ratings (domain.md §2.2) */
	enum guest_ask asks[GUEST_FIELDS]; /* its guest book; read by guest_asked */
	int target_s;                      /* the promise of §4, seconds; 0 = none */
	enum office_start target_start;
	int typical_service_s; /* estimate for an office without history */
	int daily_quota;       /* numbers a day; 0 = as many as come */
	int last_issue_min;    /* the last number is given then, minutes after midnight; <= 0 = no
				  limit */
	struct office_standard standards[OFFICE_STANDARDS];
	int standard_count;
};

struct office_counter {
	int number;        /* as on the sign: 1, 2, 3 */
	uint32_t services; /* bit i = services[i], what it serves when opened without a list */
	/* What it is called beside its number, "Konsultasi" of "Loket 1 · Konsultasi"; "" =
	 * nothing. Calls say the number alone. */
	char name[OFFICE_LANGUAGES][OFFICE_COUNTER_SIZE];
};

/* How the consoles of an office behave; a computer's own settings may have it otherwise
 * (app/base/settings.h). */
struct office_console {
	bool ring_soon;       /* a sound when the last 3 minutes of a promise begin */
	bool ring_late;       /* and when it is late */
	bool ring_unattended; /* a chime when people wait and nobody is at a desk for them */
	bool raise_late;      /* comes to the front when a promise is late */
	int lock_minutes;     /* untouched for so long: locked; 0 = never */
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

/*
 * The calendar. A day is the number of days since 1970-01-01, in the office's zone. `known_ms` is
 * the office time at which an entry was made, 0 = it was there from the beginning.
 *
 * What keeps the past provable: a holiday or season changes the opening hours of a day only when it
 * was entered before that day began, a closure only when it was entered before it begins; so no
 * entry can change a moment for which figures were already counted. For working days every holiday
 * counts whenever it was entered: the law made the day free, not our list (calendar.h).
 */
enum office_holiday_kind {
	OFFICE_HOLIDAY_NATIONAL, /* LN, libur nasional */
	OFFICE_HOLIDAY_JOINT,    /* CB, cuti bersama: no working day either */
	OFFICE_HOLIDAY_LOCAL,    /* LK, libur kantor */
	OFFICE_HOLIDAY_KINDS
};

struct office_holiday {
	int day;
	enum office_holiday_kind kind;
	char name[OFFICE_NAME_SIZE];
	int64_t known_ms;
};

struct office_year { /* a year whose list of holidays is there */
	int year;
	char source[OFFICE_TEXT_SIZE]; /* SKB 3 Menteri No. …, or the file it came from */
};

struct office_season { /* other hours for a range of days: Ramadan */
	int64_t id;
	char name[OFFICE_NAME_SIZE];
	int from_day, to_day; /* both included */
	struct office_day week[OFFICE_WEEK];
	int64_t known_ms;
};

struct office_closure {
	int64_t id;
	int64_t from_ms, to_ms;
	char reason[OFFICE_TEXT_SIZE]; /* one line for visitors */
	int64_t known_ms;
};

/* Where else the office hears suggestions and complaints. */
enum office_address_kind {
	OFFICE_BOX, /* in the room; `text` says where */
	OFFICE_WEB,
	OFFICE_EMAIL,
	OFFICE_WHATSAPP, /* a number, 08… */
	OFFICE_PHONE,
	OFFICE_ADDRESS_KINDS
};

struct office_address {
	enum office_address_kind kind;
	char text[OFFICE_NAME_SIZE]; /* as people read it, without "https://" */
};

struct office_feedback {
	char instrument[16]; /* what visitors are asked (assets/instruments); "" = nothing */
	bool invites; /* who has been served is asked on the kiosk's welcome screen to rate it */
	struct office_address addresses[OFFICE_ADDRESSES];
	int address_count;
};

/* What the waiting room hears of a call. */
struct office_wording {
	enum office_language language;
	char text[OFFICE_WORDING_SIZE]; /* "Nomor antrean, {ticket}, silakan menuju loket {counter}"
					 */
};

struct office_volume {
	struct office_span span; /* of every day */
	int volume;              /* 0 to 100; 0 = quiet */
};

struct office_voice { /* zeroed = there is none */
	bool on;
	bool chime;                                 /* before the first wording */
	bool by_words;                              /* "K, tujuh"; else "K, nol nol tujuh" */
	int repeats;                                /* how often all is said, 1 to 3 */
	int volume;                                 /* 0 to 100, outside of the hours below */
	struct office_volume hours[OFFICE_VOLUMES]; /* in order, apart from each other */
	int hour_count;
	struct office_wording wordings[OFFICE_LANGUAGES]; /* in the order in which they are said */
	int wording_count;
	/* So many calls wait, and they are said briefly, in the first language alone; 0 = never. */
	int brief_from;
	char brief[OFFICE_WORDING_SIZE]; /* "" = the usual words (office_voice_brief) */
};

/* Lines of a slip that an office may leave out; the others are always there. */
enum office_slip_line {
	OFFICE_SLIP_EXPECTATION, /* people before, expected call */
	OFFICE_SLIP_PROMISE,
	OFFICE_SLIP_CODE,     /* the QR code */
	OFFICE_SLIP_WITHDRAW, /* the letters by which the visitor can give it up */
	OFFICE_SLIP_WAIT,     /* "please wait", under the date */
	OFFICE_SLIP_LINES
};

struct office_slip {
	bool hidden[OFFICE_SLIP_LINES];
	char footer[OFFICE_LANGUAGES][OFFICE_TEXT_SIZE]; /* under everything; "" = none */
};

enum office_zone { OFFICE_WIB = 7, OFFICE_WITA = 8, OFFICE_WIT = 9 }; /* hours east of UTC */

/*
 * What an office says of an option of the guest book: other words for it, that it is not offered,
 * or an option of its own. A code once given is never given another meaning (domain.md §1.2 note
 * b).
 */
struct office_option {
	enum guest_field field;
	int code;    /* ours, or of its own: 101 to 199, of sets the bits 256 to 16384 */
	int survey;  /* of its own: what it counts as in the survey; 0 = itself */
	bool hidden; /* is not offered; stays in the words of who chose it */
	char label[OFFICE_LANGUAGES][OFFICE_OPTION_SIZE]; /* "" = ours */
	char brief[OFFICE_LANGUAGES][OFFICE_BRIEF_SIZE];  /* for narrow buttons; "" = as label */
};

struct office {
	char code[OFFICE_CODE_SIZE];                   /* BPS regional code, 6503 */
	char name[OFFICE_NAME_SIZE];                   /* BPS Kabupaten Tana Tidung */
	char unit[OFFICE_LANGUAGES][OFFICE_NAME_SIZE]; /* Pelayanan Statistik Terpadu */
	enum office_zone zone;
	struct office_service services[OFFICE_SERVICES];
	int service_count;
	struct office_counter counters[OFFICE_COUNTERS];
	int counter_count;
	struct office_day week[OFFICE_WEEK];             /* 0 = Monday */
	struct office_holiday holidays[OFFICE_HOLIDAYS]; /* in order of day, none twice */
	int holiday_count;
	struct office_year years[OFFICE_YEARS]; /* in order */
	int year_count;
	struct office_season seasons[OFFICE_SEASONS]; /* in order of day, apart from each other */
	int season_count;
	struct office_closure closures[OFFICE_CLOSURES]; /* in order of time, apart as well */
	int closure_count;

	int priority_head_start_s; /* UU 25/2009 art. 29; 0 = off; default 900 */
	int issue_before_s;    /* numbers are given from this long before opening; default 1800 */
	int recall_limit;      /* recalls of one ticket; default 3 */
	int recall_interval_s; /* between two calls of one ticket; default 20 */
	int undo_s;            /* default 10 */
	bool serve_on_call;    /* a call counts as served at once; default false */
	bool stand_by; /* a free counter may have the next arrival called by itself; default false
			*/
	bool call_any; /* a counter may call a ticket out of its turn; default false */
	bool asks_source;     /* of data given, out of which source (outcome.h); default false */
	bool ticket_first;    /* the number on choosing a service, the guest book behind it */
	int idle_s;           /* visitor's screen: warn after; 60 to 90 */
	int retention_months; /* personal columns are kept this long; default 12 */
	char notice_version[OFFICE_NOTICE_SIZE];
	char privacy_contact[OFFICE_NAME_SIZE]; /* who answers for personal data (UU 27/2022 art.
						   53); or "" */
	struct office_option options[OFFICE_OPTIONS];
	int option_count;
	char running[OFFICE_LANGUAGES][OFFICE_RUNNING_SIZE]; /* the display's running text */
	char online[OFFICE_NAME_SIZE]; /* where services go on when closed: pst.bps.go.id; or "" */
	char chat[OFFICE_NAME_SIZE];   /* WhatsApp 0812-5565-0671; or "" */
	struct office_feedback feedback;
	struct office_voice voice;
	struct office_slip slip;
	struct office_console console;
};

/* Place of the service with `code` or with `prefix`; -1 when there is none. */
int office_find_service(const struct office *office, const char *code);
int office_find_prefix(const struct office *office, const char *prefix);

/* One to three capital letters, so that a number typed by a person has one reading (numbering.h).
 */
bool office_is_prefix(const char *prefix);

/* Place of counter `number`; -1 when there is none. */
int office_find_counter(const struct office *office, int number);

/* What a counter is called beside its number, in `language` or, where that is empty, in the other;
 * "" = nothing, or no counter has that number. Borrowed. */
const char *office_counter_said(
	const struct office_counter *counter, enum office_language language);
const char *office_counter_name(
	const struct office *office, int number, enum office_language language);

/* What stands for the number in "Loket {}": "1 · Konsultasi", or "1" for one without a name. */
enum { OFFICE_COUNTER_WORDS = OFFICE_COUNTER_SIZE + 16 };
const char *office_counter_words(const struct office *office, int number,
	enum office_language language, char out_words[OFFICE_COUNTER_WORDS]);

/* Consoles of an office that says nothing of it: sounds, never to the front, locked after ten
 * minutes. */
void office_console_usual(struct office_console *out_console);

/* The holiday on `day`, and the season that holds it; NULL when there is none. */
const struct office_holiday *office_find_holiday(const struct office *office, int day);
const struct office_season *office_find_season(const struct office *office, int day);

/* Place of the first closure that ends after `ms`; closure_count when there is none. */
int office_find_closure(const struct office *office, int64_t ms);

/* Puts an entry in its place. False when that is taken or the office holds no more; nothing is
 * changed then. */
bool office_add_holiday(struct office *office, const struct office_holiday *holiday);
bool office_add_year(struct office *office, const struct office_year *year);
bool office_add_season(struct office *office, const struct office_season *season);
bool office_add_closure(struct office *office, const struct office_closure *closure);

/* The standard for `channel`; NULL when there is none. */
const struct office_standard *office_find_standard(
	const struct office_service *service, const char *channel);

/*
 * Makes target_s and target_start those of the onsite standard. Where there is none, one is written
 * from a target_s of whole minutes.
 */
void office_settle_promise(struct office_service *service);

/* Minutes of "08.00" or "24.00", and "08.00-15.30" with its end later than its beginning. */
bool office_parse_minutes(const char *text, int *out_minutes);
bool office_parse_span(const char *text, struct office_span *out_span);

/* "onsite"-like codes: 1 to 15 of a-z and _. */
bool office_is_channel(const char *channel);

/* The words of files, rows and JSON: "minutes", "previous_finished", "LN"; by name: false when
 * there is none. */
const char *office_unit_name(enum office_unit unit);
const char *office_start_name(enum office_start start);
const char *office_holiday_name(enum office_holiday_kind kind);
const char *office_address_name(enum office_address_kind kind);
bool office_unit_find(const char *name, enum office_unit *out_unit);
bool office_start_find(const char *name, enum office_start *out_start);
bool office_holiday_find(const char *name, enum office_holiday_kind *out_kind);
bool office_address_find(const char *name, enum office_address_kind *out_kind);
const char *office_slip_name(enum office_slip_line line); /* "expectation", … */

/* The voice of an office that says nothing of it: on, with a chime, both languages, digit by digit,
 * once, as loud as can be at all hours; briefly when three wait. */
void office_voice_usual(struct office_voice *out_voice);

/* Whether its numbers are in their bounds, its hours in order, and each wording, the brief one too,
 * has {ticket} and {counter} once and no other braces, and each but that a language of its own.
 * False leaves a sentence in `out_why`. */
bool office_voice_check(const struct office_voice *voice, char *out_why, size_t size);

/* Whether the next of `waiting` calls, which itself is counted, is said briefly: at more calls than
 * can be said the voice would fall behind by minutes, and who is called last would not hear it. */
bool office_voice_is_brief(const struct office_voice *voice, int waiting);

/* The brief wording, in the language of the first one: the office's own or the usual. Borrowed. */
const char *office_voice_brief(const struct office_voice *voice);

/* All sentences in the language of wording `place`, the brief one too: one a line. */
enum { OFFICE_WORDS_SIZE = 2 * OFFICE_WORDING_SIZE };
void office_voice_words(
	const struct office_voice *voice, int place, char out_words[OFFICE_WORDS_SIZE]);

/* How loud the waiting room is told of a call at `ms`, 0 to 100; 0 = it is not. */
int office_voice_volume(const struct office *office, int64_t ms);

/* Whether the spans of a day are in order and its breaks inside the opening. */
bool office_is_day(const struct office_day *day);

/* "WIB", "WITA", "WIT". */
const char *office_zone_name(enum office_zone zone);

/*
 * Checks what must hold between the parts (unique codes, prefixes and counter numbers, spans in
 * order, at least one service and counter, a calendar in order and without overlaps). CONFIG_WRONG
 * leaves one sentence in `out_why`.
 */
enum result office_check(const struct office *office, char *out_why, size_t size);

/* The part of it that is about holidays, years, seasons and closures. */
bool office_check_calendar(const struct office *office, char *out_why, size_t size);

#endif
