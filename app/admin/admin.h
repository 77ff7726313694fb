#ifndef APP_ADMIN_ADMIN_H
#define APP_ADMIN_ADMIN_H

#include "app/admin/options.h"
#include "app/base/language.h"
#include "app/base/place.h"
#include "app/desk/desk.h"

/* The exit statuses of design §9. */
enum { ADMIN_DONE = 0, ADMIN_FAILED = 1, ADMIN_USAGE = 2 };

/* One run of `giliran`: what a command gets to work with. */
struct admin {
	const struct command *command;
	struct options options;
	struct language *language; /* of the person at the terminal */
	char store[PLACE_SIZE];
	char clips[PLACE_SIZE]; /* the office's own recordings; "" = none */
	int volume;             /* of this computer's voice, 0 to 100 */
	struct desk *desk;      /* open when the command asks for it, else NULL */
};

/* One command. The table is in main.c. */
struct command {
	const char *name;   /* "issue"; the text of --help is "admin.help.<name>" */
	const char *second; /* "add" of "staff add"; NULL for most */
	const char *usage;  /* what stands after "giliran " */
	uint64_t takes;     /* options beside OPTION_COMMON */
	uint64_t needs;     /* those that must be given */
	int operands;       /* words after the name, exactly; negative = at most so many */
	bool opens_desk;    /* run with admin->desk open */
	int (*run)(struct admin *admin);
};

/* ---- for the commands ---- */

/* The value of an option, or NULL; a flag as bool. */
const char *admin_value(const struct admin *admin, enum option option);
bool admin_flag(const struct admin *admin, enum option option);

/* Operand `index` after the command's name; NULL when it was left out. */
const char *admin_operand(const struct admin *admin, size_t index);

/* "giliran: " and a text of admin.*.po with its values, one line on stderr; returns ADMIN_FAILED.
 */
int admin_fail(const struct admin *admin, const char *key, const char *value);

/* The same for a wrong command line; adds where help is; returns ADMIN_USAGE. */
int admin_misuse(const struct admin *admin, const char *key, const char *value);

/* Says why an act was refused and what to do; `detail` may be NULL. Returns ADMIN_FAILED. */
int admin_refuse(const struct admin *admin, enum result result, const char *detail);

/* Finds a number of today, or of `date`. ADMIN_FAILED when it cannot, and it has been said why: for
 * one of an earlier day, of which. */
int admin_find(
	struct admin *admin, const char *number, const char *date, struct ticket *out_ticket);

/* Opens the store named on the command line, for commands that do it themselves. */
enum result admin_open_desk(struct admin *admin, char *out_error, size_t error_size);

/* --counter as a number, 0 when it is not given; false after a line on stderr (ADMIN_USAGE). */
bool admin_counter(const struct admin *admin, int *out_counter);

/* A date of an option, NULL when it is not given; false after a line on stderr (ADMIN_USAGE). */
bool admin_date(const struct admin *admin, enum option option, const char **out_date);

/* Today's date in office time. */
void admin_today(const struct admin *admin, char out_date[CALENDAR_DATE_SIZE]);
int admin_year(const struct admin *admin);

/* Whether the office file at `path` is right, before anything is made of it that would be left
 * behind; the cause in `out_error`. */
enum result admin_check_office(const char *path, char *out_error, size_t size);

/* The place of a service by its code or prefix, in any case; -1 when there is none. */
int admin_find_service(const struct office *office, const char *code);

/*
 * Becomes the program `program` that lies beside this one, with the same command line: what draws
 * or speaks takes libraries that are ten times as slow to load as all the rest, and scripts start
 * `giliran` for every act. Returns only when that cannot be, after a line on stderr.
 */
int admin_hand_over(struct admin *admin, const char *program);

/* ---- the commands, by theme ---- */

int admin_init(struct admin *admin);

int admin_staff_add(struct admin *admin);
int admin_staff_list(struct admin *admin);

int admin_open(struct admin *admin);
int admin_break(struct admin *admin);
int admin_close(struct admin *admin);
int admin_next(struct admin *admin);
int admin_recall(struct admin *admin);
int admin_serve(struct admin *admin);
int admin_finish(struct admin *admin);
int admin_absent(struct admin *admin);
int admin_stand_by(struct admin *admin);
int admin_stand_down(struct admin *admin);
int admin_pick(struct admin *admin);
int admin_relieve(struct admin *admin);

int admin_hold(struct admin *admin);
int admin_resume(struct admin *admin);
int admin_return(struct admin *admin);
int admin_transfer(struct admin *admin);
int admin_send(struct admin *admin);
int admin_cancel(struct admin *admin);
int admin_undo(struct admin *admin);

int admin_issue(struct admin *admin);
int admin_walk(struct admin *admin);
int admin_arrive(struct admin *admin);
int admin_print(struct admin *admin);
int admin_print_test(struct admin *admin);

int admin_appoint(struct admin *admin);
int admin_appointments(struct admin *admin);
int admin_appointments_cancel(struct admin *admin);

int admin_withdraw(struct admin *admin);
int admin_sign(struct admin *admin);
int admin_receive(struct admin *admin);
int admin_recognise(struct admin *admin);
int admin_assistance(struct admin *admin);
int admin_assistance_ask(struct admin *admin);
int admin_assistance_take(struct admin *admin);
int admin_assistance_issue(struct admin *admin);
int admin_assistance_done(struct admin *admin);

int admin_queue(struct admin *admin);
int admin_ticket(struct admin *admin);

int admin_day(struct admin *admin);
int admin_close_day(struct admin *admin);
int admin_target(struct admin *admin);
int admin_report(struct admin *admin);
int admin_report_drawn(struct admin *admin); /* with --pdf */
int admin_breaches(struct admin *admin);
int admin_explain(struct admin *admin);
int admin_correct(struct admin *admin);

int admin_clock(struct admin *admin);
int admin_clock_set(struct admin *admin);
int admin_verify(struct admin *admin);

int admin_holidays_import(struct admin *admin);
int admin_holidays_list(struct admin *admin);
int admin_closure_add(struct admin *admin);
int admin_closure_list(struct admin *admin);
int admin_closure_remove(struct admin *admin);
int admin_season_add(struct admin *admin);
int admin_season_list(struct admin *admin);
int admin_season_remove(struct admin *admin);
int admin_calendar(struct admin *admin);

/* Reads the file of --office and gives it to `take`, whose exit status it returns; refuses a wrong
 * file and another office's. */
int admin_take_office(
	struct admin *admin, int (*take)(struct admin *admin, const struct office *file));

int admin_office_export(struct admin *admin);
int admin_office_import(struct admin *admin);
int admin_services(struct admin *admin);
int admin_services_publish(struct admin *admin);
int admin_guest_book(struct admin *admin);
int admin_guest_book_set(struct admin *admin);

int admin_voice(struct admin *admin);
int admin_voice_set(struct admin *admin);
int admin_voice_make(struct admin *admin);
int admin_voice_list(struct admin *admin);
int admin_voice_say(struct admin *admin);
int admin_rate(struct admin *admin);
int admin_ratings(struct admin *admin);
int admin_complain(struct admin *admin);
int admin_complaints(struct admin *admin);
int admin_complaints_set(struct admin *admin);

int admin_roll(struct admin *admin);
int admin_roster(struct admin *admin);
int admin_devices(struct admin *admin);
int admin_devices_set(struct admin *admin);
int admin_devices_reset(struct admin *admin);
int admin_scan_test(struct admin *admin);
int admin_doctor(struct admin *admin);
int admin_backup(struct admin *admin);
int admin_restore(struct admin *admin);
int admin_board_test(struct admin *admin);
int admin_demo(struct admin *admin);
int admin_simulate(struct admin *admin);

#endif
