#ifndef APP_SIMULATE_WORLD_H
#define APP_SIMULATE_WORLD_H

#include "app/desk/desk.h"
#include "app/simulate/mirror.h"
#include "db/event_rows.h"

#include <stdio.h>

/*
 * One office on a machine with clocks that are turned by hand: the programs that have its store
 * open, what goes wrong with them, and what has been acknowledged. It performs intents on the real
 * desk and stops at the first answer that cannot be.
 */
enum { WORLD_CHECK_SIZE = 48, WORLD_TEXT_SIZE = 400, WORLD_LEARNS = 5 };

struct world_failure {
	char check[WORLD_CHECK_SIZE]; /* which check: a code; "" = nothing is wrong */
	char what[WORLD_TEXT_SIZE];
};

struct world_visitor {
	int64_t ticket; /* id; 0 = has none */
	char number[TICKET_NUMBER_SIZE];
	char code[DESK_CODE_SIZE];         /* of the appointment; "" */
	char receipt[COMPLAINT_CODE_SIZE]; /* the code of the complaint; "" */
	bool slip_sent;
};

struct world_program {
	struct desk *desk; /* NULL = to be opened at the next use */
	struct fault_plan own;
	int life; /* of the plan when it was opened */
};

/* A day that has been looked at: what the callback gets (simulate.h). */
struct world_day {
	const struct office *office;
	const char *date;
	const char *store;          /* its path */
	struct desk *desk;          /* of the office's console */
	const struct event *events; /* all events of the date, in order */
	size_t event_count;
	bool undone; /* a press was taken back */
	bool plain;  /* one boot, no clock set, no death: nothing is uncertain but what was open at
			the end */
};

/* Says what is wrong with a day in `out_what`, and false; or true. */
typedef bool world_look(void *context, const struct world_day *day, char *out_what, size_t size);

struct world_options {
	const char *store; /* "memory:NAME" or a path in a folder that is there */
	const char *office_file;
	const char *at;   /* its first moment, local: "2026-11-23T16:00:00" */
	bool one_machine; /* what dies, dies with all others: it is the power */
	world_look *look; /* or NULL */
	void *look_context;
	FILE *trace; /* each intent with its result, a line; or NULL */
};

struct world {
	struct world_options options;
	struct clock_source source;
	int64_t true_ms;
	int64_t wall_off_ms; /* wall - true */
	int64_t boot_ms;
	int boot;
	bool anchored;     /* this boot has an event: office - boot time is settled */
	int64_t offset_ms; /* then */

	struct fault_plan machine; /* of all, when one_machine */
	struct world_program programs[INTENT_PROGRAMS];
	struct fault_plan observing;
	struct store *observer;
	struct engine *hold;
	struct office office;
	struct event_head head;
	bool full;

	struct mirror mirror, before;
	struct desk_view view;
	struct world_visitor *visitors; /* by their number */
	int visitor_count;
	int64_t helps[INTENT_KIOSKS];   /* ids of the latest calls that were heard of; 0 */
	bool plain, undone;             /* of this day, as in world_day */
	char ended[CALENDAR_DATE_SIZE]; /* the date of the last INTENT_DAY_END */
	struct world_failure failure;
	uint64_t hash; /* of everything that came out */
	int days_ended;
	struct figures_share estimate; /* forecasts of its days … */
	struct figures_share learnt;   /* … after the first WORLD_LEARNS, from which it learns */
	long acts, refused, deaths;
	long done[INTENT_ACTS]; /* acts that were acknowledged and changed something */
};

/* Makes the store and its clerks. False with `failure` set when that fails. Released with
 * world_destroy in either case. */
bool world_create(const struct world_options *options, struct world **out_world);
void world_destroy(struct world *world);

/* Performs one intent, which becomes what it really was (INTENT_WORK). False: see `failure`. */
bool world_perform(struct world *world, struct intent *intent);

/* ---- between the files of the world ---- */

/* Keeps the first failure; false. */
bool world_fail(struct world *world, const char *check, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* For clock_source: the wall's and the machine's clocks. */
void world_read_clocks(void *context, int64_t *out_wall_ms, int64_t *out_boot_ms,
	char out_boot_id[CLOCK_BOOT_ID_SIZE]);
/* Time passes until `until_ms`; it never runs back. */
void world_pass(struct world *world, int64_t until_ms);
/* This boot has its first event: from now on office time goes with the machine. */
void world_anchor(struct world *world);

/* One act of a visitor or a member of staff (step.c). */
bool world_act(struct world *world, const struct intent *intent);
/* Into the trace. */
void world_say(struct world *world, const struct intent *intent, enum result result);

void world_close_all(struct world *world);
/* The program's desk, opened when it is not; NULL after world_fail. */
struct desk *world_desk(struct world *world, int program);
struct fault_plan *world_plan(struct world *world, int program);

/* After an act of a program: whether it died in it. What is dead is closed. */
bool world_bury(struct world *world, int program);

/* Whether the disk is full, for all programs. */
void world_set_full(struct world *world, bool full);

/* The machine starts anew. */
void world_restart(struct world *world);

/* Reads the newest event. */
bool world_read_head(struct world *world);

/* The visitor's place among `visitors`, made when there is none yet. */
struct world_visitor *world_visitor(struct world *world, int visitor);

/* The visitor has this ticket. */
void world_know(struct world *world, int visitor, const struct ticket *ticket);

/* Calls the desk (act.c). */
enum result world_call(struct world *world, struct desk *desk, const struct intent *intent,
	struct ticket *out_ticket);

/* The same for what has nothing to do with the line (act_flows.c). */
enum result world_call_flow(struct world *world, struct desk *desk, const struct intent *intent,
	const struct desk_issue *issue, struct ticket *out_ticket);

/* The name of a program's device. */
void world_name_program(int program, char out_device[DESK_STAFF_SIZE]);

/* Calls for help and tries to give up a number, as the store has them (read_flows.c). */
bool world_read_flows(struct world *world, struct mirror *mirror);
/* These, visits without a number and complaints against the mirror. */
bool world_compare_flows(struct world *world, const struct mirror *store);

/* The store's counters and tickets of today as a mirror (read.c). */
bool world_read(struct world *world, struct mirror *out_mirror);
/* Whether the mirror's date has begun and was closed when `until` was the newest event; it may be
 * one that has been before, when the clock was set back. */
bool world_read_day(struct world *world, struct mirror *mirror, int64_t until);
/* Reads the store and holds the mirror against it. */
bool world_compare(struct world *world);

/* A slip at the printer (printer.c). */
bool world_print(struct world *world, const struct intent *intent);

/* What a screen shows, against the mirror (check.c). */
bool world_look_at(struct world *world, const struct intent *intent);
/* The whole day (check.c). */
bool world_end_day(struct world *world);

#endif
