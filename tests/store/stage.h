#ifndef TESTS_STORE_STAGE_H
#define TESTS_STORE_STAGE_H

#include "app/desk/feedback.h"

/* What the store's tests start from: a scratch folder with the sample office's store in it. */
struct stage {
	char folder[256];
	char store[300];
};

/* A folder of its own, without a store. */
void stage_init(struct stage *stage);
/* Removes the folder and what is in it. */
void stage_finish(struct stage *stage);

/* For cmocka: a stage with a store made at 07:30, and its end. The second end also asks the rows
 * for the invariants of design §3. */
int stage_set_up(void **state);
/* The same where the office has switched on what its counters may do (office.h). */
int stage_set_up_switched(void **state);
/* The same with the store that a program of schema `version` left behind (save.sh). */
int stage_set_up_saved(void **state, int version);
int stage_tear_down(void **state);
int stage_tear_down_right(void **state);

/* Whether the rows are what the log says (desk_verify); says on stderr what is not. */
bool stage_is_proven(const struct stage *stage);

/* The sample office's file. */
void stage_office_file(char *out_path, size_t size);

/* Creates a training store whose first moment is `at` ("2026-11-23T08:00:00", a Monday), with the
 * clerks ani, budi and citra. */
void stage_create(struct stage *stage, const char *at);

/* The desk at a moment of that day, "09:00:00" (or a whole time); fails the test if it cannot. */
struct desk *stage_desk(const struct stage *stage, const char *time);

/* One ticket of `service` (its code) at `time`. */
struct ticket stage_issue(const struct stage *stage, const char *time, const char *service);
struct ticket stage_issue_priority(const struct stage *stage, const char *time, const char *service,
	enum ticket_priority priority);

void stage_open(const struct stage *stage, const char *time, int counter, const char *staff);

/* Acts at a counter; the ticket, and what came of it. */
typedef enum result stage_act(struct desk *desk, int counter, struct ticket *out_ticket);
enum result stage_do(const struct stage *stage, const char *time, stage_act *act, int counter,
	struct ticket *out_ticket);

/* All rows of the store (a path or a URI of SQLite's) as text, for comparing; released with free().
 */
char *stage_dump(const struct stage *stage);

/* A questionnaire of three items, U1 to U3, from 1 to 4. */
extern const struct instrument stage_instrument;

/* Somebody who fills in the usual questions of the guest book. */
extern const struct guest stage_guest;

/* The first number that a query gives, asked of the file itself; fails the test if it gives none.
 */
int64_t stage_count(const struct stage *stage, const char *sql);
/* Changes rows behind the desk's back, which it is to notice; fails the test if SQLite will not. */
void stage_change(const struct stage *stage, const char *sql);

/* Copies a file. */
void stage_copy_file(const char *from, const char *to);

/* Milliseconds of a time of the test day, as stage_desk takes it. */
int64_t stage_ms(const struct stage *stage, const char *time);

#endif
