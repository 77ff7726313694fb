#ifndef APP_CONSOLE_HALL_FRAME_H
#define APP_CONSOLE_HALL_FRAME_H

#include "app/console/screen.h"

/* Inside the large panel: its pages, and what they share. */
enum { HALL_PAD = 28, HALL_CHOICE_H = 48, HALL_TEXT_SIZE = 160 };

/* A heading with a line below it; returns the y below. */
int hall_heading(struct ui *ui, struct rect line, const char *words);

/* "Datang        10.22": a label and its value at the right of `line`. */
void hall_value(struct ui *ui, struct rect line, const char *label, const char *value);

/* "20 Nov 2026" of "2026-11-20". */
void hall_say_date(const struct ui *ui, const struct office *office, const char *date,
	char *out_text, size_t size);

/* "10.15" of an office time. */
void hall_say_hour(const struct office *office, int64_t ms, char out_text[PARTS_TIME_SIZE]);

/* Choices side by side, in as many lines as they need. */
struct hall_flow {
	struct rect room; /* x and w of the lines; y of the present one */
	int x;            /* of the next choice */
};

/* What a row is about, in the colour of the accent where the clerk is; begins its choices. */
void hall_label(struct ui *ui, struct hall_flow *flow, const char *words, bool here);

/* One of several; True = tapped. */
struct hall_choice {
	char digit; /* its key; 0 = none */
	bool chosen;
	bool here; /* in the row where the clerk is */
	bool disabled;
};
bool hall_choice(struct ui *ui, struct hall_flow *flow, const char *id, const char *label,
	struct hall_choice look);

/* The services as such a row, in both pages that choose one. */
void hall_services(struct ui *ui, const struct shift *shift, struct hall_flow *flow,
	struct shift_action *action);

/* The action that chooses a value of a row. */
struct shift_action hall_action(int row, int value);

/* The keys of a page, beside those of the panel: what the key leads to. */
struct shift_action hall_new_key(const struct shift *shift, const char *key);
struct shift_action hall_roster_key(const struct shift *shift, const char *key);
struct shift_action hall_appointments_key(const struct shift *shift, const char *key);

/* The pages; `body` is what they may fill. */
void hall_visitor(struct ui *ui, const struct shift *shift, struct rect body, int64_t now);
void hall_room(struct ui *ui, const struct shift *shift, struct rect body, int64_t now);
struct shift_action hall_tickets(struct ui *ui, const struct shift *shift, struct rect body);
struct shift_action hall_roster(struct ui *ui, const struct shift *shift, struct rect body);
struct shift_action hall_new(struct ui *ui, const struct shift *shift, struct rect body);
struct shift_action hall_appointments(struct ui *ui, const struct shift *shift, struct rect body);

#endif
