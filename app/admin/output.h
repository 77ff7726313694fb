#ifndef APP_ADMIN_OUTPUT_H
#define APP_ADMIN_OUTPUT_H

#include "app/admin/admin.h"

#include <jansson.h>

/* Writing: JSON as design §9 fixes it, and short times for people. */

/* ISO 8601 with the office's offset, or null for TICKET_NEVER. */
json_t *output_time(const struct office *office, int64_t ms);

/* The hour of an appointment, or null for 0: there is none. */
json_t *output_appointment(const struct office *office, int64_t at_ms);

/* Whole seconds from `from_ms` to `to_ms`, or null when either is TICKET_NEVER. */
json_t *output_span(int64_t from_ms, int64_t to_ms);

/* A text, or null for "". */
json_t *output_text(const char *text);

/* A number, or null for 0. */
json_t *output_number(int64_t number);

/* Whole seconds of a duration, or null for TICKET_NEVER. */
json_t *output_seconds(int64_t ms);

/* When an entry of the calendar was made, or null for one that was there from the beginning. */
json_t *output_known(const struct office *office, int64_t known_ms);

/* "08.00-15.30". */
const char *output_minutes(const struct office_span *span, char out_text[32]);

/* The closures that lie between two moments, in part at least; as lines on stdout. */
json_t *output_closures(const struct office *office, int64_t from_ms, int64_t to_ms);
void output_closure_lines(struct admin *admin, int64_t from_ms, int64_t to_ms);

/* Everything `giliran ticket --json` says of a ticket; NULL after a line on stderr. */
json_t *output_ticket(struct admin *admin, const struct ticket *ticket);

/* Writes and releases `json`; ADMIN_DONE, or ADMIN_FAILED when stdout does not take it. */
int output_json(struct admin *admin, json_t *json);

/* "10.13", or "–" for TICKET_NEVER. */
const char *output_clock(const struct office *office, int64_t ms, char out_text[16]);

/* Minutes and seconds, "21.05", or "-" for TICKET_NEVER. */
const char *output_duration(int64_t ms, char out_text[32]);

/* "right", "behind" or "ahead". */
const char *output_clock_name(enum desk_clock clock);

/* The words for a ticket's state: "waiting", "on hold". */
const char *output_state(const struct admin *admin, enum ticket_state state);

/* One cell of a table, whose words have no letter outside ASCII, and the heading of a column:
 * "admin.column.<name>". */
void output_cell(int width, const char *text);
const char *output_column(const struct admin *admin, const char *name);

/* One line on stdout: a text of admin.*.po with its values. */
int output_line(struct admin *admin, const char *key, const char *const *values, size_t count);

#define output_say(admin, key, ...)                                                                \
	output_line(admin, key, (const char *const[]){__VA_ARGS__},                                \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

/* After an act on a ticket: the number alone, or with --json the whole ticket. */
int output_number_or_ticket(struct admin *admin, const struct ticket *ticket);

#endif
