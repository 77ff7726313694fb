#ifndef APP_CONSOLE_OFFICE_SETUP_H
#define APP_CONSOLE_OFFICE_SETUP_H

#include "app/console/lists.h"
#include "app/console/plugged.h"
#include "app/desk/desk_thread.h"

/*
 * The page of the office's settings, pure: topics, each a list of rows that are typed or chosen. A
 * copy of the settings is changed; what differs is shown before it is saved (office_setup.c). What
 * a row is and how it is read from the copy and put into it: office_topic.c.
 */
enum setup_phase {
	SETUP_SHUT,    /* another page is shown: nothing is known */
	SETUP_LOCKED,  /* the head's PIN is asked again */
	SETUP_OPENING, /* the desk was asked for the settings */
	SETUP_OPEN,
	SETUP_REVIEW, /* what will change: save it? */
	SETUP_SAVING,
};

enum setup_topic {
	SETUP_SERVICES,
	SETUP_COUNTERS,
	SETUP_HOURS,
	SETUP_DAYS,
	SETUP_TEXTS,
	SETUP_VOICE,
	SETUP_SLIP,
	SETUP_BOOK,
	SETUP_STAFF,
	SETUP_SWITCHES,
	SETUP_DEVICES,
	SETUP_TOPICS
};

enum setup_field {
	SETUP_SERVICE, /* which one the rows below are about; so PERSON */
	SETUP_NAME,    /* index = language; so SHORT, UNIT, RUNNING, FOOTER */
	SETUP_SHORT,
	SETUP_PREFIX,
	SETUP_TARGET, /* minutes */
	SETUP_OFFERED,
	SETUP_COUNTER,        /* which one the rows below are about */
	SETUP_COUNTER_NUMBER, /* of a new one */
	SETUP_COUNTER_NAME,   /* index = language */
	SETUP_COUNTER_STAYS,
	SETUP_SERVES,        /* index = place of the service */
	SETUP_OPENING_HOURS, /* index = weekday; so BREAKS */
	SETUP_BREAKS,
	SETUP_LIST,      /* a year's days off out of a file */
	SETUP_LIST_PATH, /* of one that was not found: typed */
	SETUP_OFF_DATE,
	SETUP_OFF_NAME,
	SETUP_OFF_DROP, /* a day off to come that is taken back */
	SETUP_CLOSED_FROM,
	SETUP_CLOSED_TO,
	SETUP_CLOSED_REASON,
	SETUP_DROP, /* a closure to come that is taken back */
	SETUP_UNIT,
	SETUP_RUNNING,
	SETUP_ONLINE,
	SETUP_CHAT,
	SETUP_VOICE_ON,
	SETUP_ORDER,   /* index of an option = enum setup_order */
	SETUP_WORDING, /* index = language */
	SETUP_SAID,    /* digit by digit, by words */
	SETUP_REPEATS,
	SETUP_CHIME,
	SETUP_VOLUME,
	SETUP_VOLUMES,    /* at some hours another one */
	SETUP_BRIEF_FROM, /* so many calls wait, and they are said briefly; 0 = never */
	SETUP_BRIEF,
	SETUP_SLIP_LINE, /* index = enum office_slip_line */
	SETUP_FOOTER,
	SETUP_ASK, /* index = enum guest_field */
	SETUP_PERSON,
	SETUP_CODE,
	SETUP_PERSON_NAME,
	SETUP_ROLE,
	SETUP_DEED,   /* index = nothing, new PIN, leaves */
	SETUP_SWITCH, /* index = enum setup_switch */
	SETUP_NUMBER, /* index = enum setup_number */
	SETUP_WIRE,   /* the part of a program that the rows below are about */
	SETUP_WIRE_DEVICE,
	SETUP_WIRE_PAPER,
};

enum setup_switch {
	SETUP_SERVE_ON_CALL,
	SETUP_TICKET_FIRST,
	SETUP_INVITES,
	SETUP_STAND_BY,
	SETUP_CALL_ANY,
	SETUP_RING_SOON,
	SETUP_RING_LATE,
	SETUP_RING_UNATTENDED,
	SETUP_RAISE_LATE,
	SETUP_ASKS_SOURCE,
	SETUP_SWITCH_COUNT
};
/* In which order the languages of a call are said. */
enum setup_order {
	SETUP_BOTH,
	SETUP_ENGLISH_FIRST,
	SETUP_INDONESIAN_ONLY,
	SETUP_ENGLISH_ONLY,
	SETUP_ORDERS
};
enum setup_number {
	SETUP_RECALL_LIMIT,
	SETUP_RECALL_INTERVAL,
	SETUP_UNDO,
	SETUP_HEAD_START,
	SETUP_ISSUE_BEFORE,
	SETUP_RETENTION,
	SETUP_LOCK_MINUTES,
	SETUP_NUMBERS
};
enum setup_deed { SETUP_NO_DEED, SETUP_RESET_PIN, SETUP_RETIRE, SETUP_DEEDS };

enum {
	SETUP_ROWS = 32,
	SETUP_TEXT_SIZE = OFFICE_RUNNING_SIZE,
	SETUP_TIME_SIZE = 24,
	SETUP_COUNTER_MAX = 99, /* largest number of a counter that is made here */
};

struct setup_row {
	enum setup_field field;
	int index;
};

/* A row that says something else than before, or an entry that is new: then the row where it is
 * typed first, or SETUP_OFF_DROP and SETUP_DROP for one that is taken back. */
struct setup_change {
	enum setup_topic topic;
	int of; /* which service, counter or member of staff the row is about */
	struct setup_row row;
};

/* The test slip that was asked for on this page. */
struct setup_test {
	int tag;             /* of the request under way; 0 = none */
	int64_t id;          /* 0 = none was asked for, or the desk has refused it */
	enum result refusal; /* for this */
};

struct setup {
	enum setup_phase phase;
	struct office_file *was;    /* owned; as the store has it, NULL until it is known */
	struct office_file *edit;   /* owned; as it is to be, but for what is below */
	struct office_file *wanted; /* owned; SETUP_REVIEW: all that is to be */
	int64_t revision;
	int tag;        /* of the request under way; 0 = none */
	int64_t now_ms; /* office time of the newest picture */
	enum setup_topic topic;
	int row;
	int service;         /* that the rows are about */
	int person;          /* likewise; staff_count = a new one */
	int counter;         /* likewise; counter_count = a new one */
	struct lists *lists; /* owned; files of days off, NULL until they are looked for */
	bool wants_lists;    /* nobody looks for them yet */
	char list_path[LISTS_PATH_SIZE]; /* typed */
	bool reads_path;                 /* it is being read, or is to be */
	bool wants_path;                 /* nobody reads it yet */
	struct plugged *plugged;         /* owned; what is plugged in, likewise */
	bool wants_plugged;
	int wire;     /* that the rows are about */
	int list;     /* of them, whose days are taken; 0 = none, 1 = the first */
	int off_drop; /* place of the day off that is taken back; 0 = none */
	int drop;     /* likewise of the closure */
	enum setup_deed deed;
	char typed[SETUP_TEXT_SIZE]; /* of the row, while it is one to type in */
	bool touched;                /* typed is not what the copy says */
	enum result fault;           /* of what is typed, or of the last save */
	char detail[OFFICE_TEXT_SIZE];
	bool saved; /* until the next press */
	char pin[DESK_PIN_MAX + 1];

	/* a day off and a closure to come, as typed; in the copy once they are whole */
	char off_date[SETUP_TIME_SIZE], off_name[OFFICE_NAME_SIZE];
	char closed_from[SETUP_TIME_SIZE], closed_to[SETUP_TIME_SIZE];
	char closed_reason[OFFICE_TEXT_SIZE];
	struct desk_staff fresh;             /* a new member of staff, likewise */
	char fresh_number[4];                /* a new counter, likewise; "" = none */
	struct office_counter fresh_counter; /* but for its number */
	bool shut[OFFICE_COUNTERS];          /* counters that are taken away, by their places */

	enum setup_order order; /* of the voice; the copy has its wordings by it */
	char wordings[OFFICE_LANGUAGES][OFFICE_WORDING_SIZE];

	struct setup_change *changes; /* owned; SETUP_REVIEW */
	int change_count;
	int first; /* of them on the screen */
	struct setup_test test;
};

/* What is to be asked of the desk after a press. */
enum setup_wish {
	SETUP_NOTHING,
	SETUP_ASK_UNLOCK,
	SETUP_ASK_SAVE,
	SETUP_ASK_PIN,
	SETUP_ASK_RETIRE
};

/* Begins with the PIN; ends with everything forgotten. */
void setup_open(struct setup *setup, int64_t now_ms);
void setup_close(struct setup *setup);

/* Whether `message` answers what this page asks now: one that was asked before the page was left is
 * nobody's, so that no settings are shown without the PIN that opens them. */
bool setup_awaits(const struct setup *setup, const struct desk_message *message);

/* The settings as the desk answered what is awaited; takes `file`. `result` other than OK is shown,
 * and the copy stays as it is but for OFFICE_MOVED. */
void setup_hear(struct setup *setup, enum result result, struct office_file *file, int64_t revision,
	const char *detail);

/* Whether the files of days off are to be looked for; true once a time. */
bool setup_take_wish_for_lists(struct setup *setup);
/* The file that is to be read since its path was typed; NULL when there is none. Borrowed. And it
 * is under way. */
const char *setup_wished_list(const struct setup *setup);
void setup_begin_list(struct setup *setup);
/* They are found, or that one is read and is chosen; takes `lists`. */
void setup_hear_lists(struct setup *setup, struct lists *lists);

/* The same of the devices that are plugged in. */
bool setup_take_wish_for_devices(struct setup *setup);
void setup_hear_devices(struct setup *setup, struct plugged *plugged);

/* ---- presses ---- */

void setup_type(struct setup *setup, const char *text);
void setup_erase(struct setup *setup);
/* To the row, or `by` rows on; refused while what is typed is wrong. */
void setup_focus(struct setup *setup, int row);
void setup_move(struct setup *setup, int by);
void setup_turn(struct setup *setup, enum setup_topic topic);
/* Another option of the row, `by` on; or the one at `index`. */
void setup_step(struct setup *setup, int by);
void setup_choose(struct setup *setup, int index);
/* Enter or F10: the PIN; the review; or, in it, the save. And back from each: true = leave the
 * page. */
enum setup_wish setup_enter(struct setup *setup);
bool setup_back(struct setup *setup);

/* ---- rows (office_topic.c) ---- */

int setup_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS]);
/* How many can be chosen from, 0 = it is typed; and which is. */
int setup_options(const struct setup *setup, struct setup_row row);
int setup_chosen(const struct setup *setup, struct setup_row row);
void setup_take(struct setup *setup, struct setup_row row, int option);
/* The text of a row that is typed; and puts one: FIELD_…, TEXT_…,
 * PREFIX_…, COUNTER_EXISTS, HOURS_FORM, WORDING_FORM, VOLUME_FORM. */
void setup_text(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE]);
enum result setup_put(struct setup *setup, struct setup_row row, const char *text);
/* Makes `wanted` of the copy, with what was typed of counters, days off, closures and new staff;
 * else why not, and the topic and field where that was typed (office_entry.c). */
enum result setup_gather(
	struct setup *setup, enum setup_topic *out_topic, enum setup_field *out_field);

/* ---- a test slip (office_test.c) ---- */

/* Whether one may be asked for: its topic is open, and the desk is not being asked. */
bool setup_may_test(const struct setup *setup);
/* The desk's answer to DESK_ASK_TEST_SLIP, if it is the one that is awaited. */
void setup_hear_test(struct setup *setup, const struct desk_message *message);

/* "id" or "en" while a footer of the slip is typed, NULL otherwise. */
const char *setup_slip_language(const struct setup *setup);

/* ---- what is changed (office_review.c) ---- */

/* Makes the list of changes, in the order of the topics. */
void setup_compare(struct setup *setup);
/* The page with the settings as they were; borrows what `setup` owns, released with free(). */
struct setup *setup_before(const struct setup *setup);
/* Makes its rows those that `change` is about. */
void setup_go_to(struct setup *setup, const struct setup_change *change);

#endif
