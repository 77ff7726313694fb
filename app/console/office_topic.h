#ifndef APP_CONSOLE_OFFICE_TOPIC_H
#define APP_CONSOLE_OFFICE_TOPIC_H

#include "app/console/office_setup.h"

/* Inside the page of the settings: a topic whose rows stand in a file of their own. Each function
 * does for its rows what the one of office_setup.h with setup_ in front does for all. */
struct topic {
	int (*rows)(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS]);
	int (*options)(const struct setup *setup, struct setup_row row);
	int (*chosen)(const struct setup *setup, struct setup_row row);
	void (*take)(struct setup *setup, struct setup_row row, int option);
	void (*text)(
		const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE]);
	enum result (*put)(struct setup *setup, struct setup_row row, const char *text);
};

extern const struct topic topic_counters; /* office_counters.c */
extern const struct topic topic_days;     /* office_days.c */
extern const struct topic topic_devices;  /* office_devices.c */
extern const struct topic topic_voice;    /* office_voice.c */

/* Adds rows of `field`, with the indices below `indices`, as long as there is room. */
void topic_add(struct setup_row *rows, int *count, enum setup_field field, int indices);

/* A text that is typed, into its place: TEXT_…; FIELD_REQUIRED when it may not be empty. */
enum result topic_put_text(char *place, size_t size, bool required, const char *text);

/* "08.00-15.30", behind what stands in `text`, after a comma. */
void topic_write_span(const struct office_span *span, char *text, size_t size);

/* The next part of a list with commas, trimmed, into `out_part`; moves *text behind it. False when
 * it is longer than `size`. */
bool topic_next_part(const char **text, char *out_part, size_t size);

/* The closure, and the day off, to come that stand at `option` > 0 of their rows (office_days.c).
 */
const struct office_closure *topic_closure(const struct setup *setup, int option);
const struct office_holiday *topic_holiday(const struct setup *setup, int option);

/* The wire that the rows are about; NULL without any. And what can be chosen for it: nothing
 * chosen, no device, what is usual, what is plugged in (office_devices.c). */
enum { TOPIC_CHOICES = 40 };
struct topic_choices {
	char uris[TOPIC_CHOICES][WIRE_URI_SIZE];
	int count;
};
const struct wire *topic_wire(const struct setup *setup);
void topic_find_choices(
	const struct setup *setup, const struct wire *wire, struct topic_choices *out_choices);

/* Once the settings are known: the order and the wordings of the voice as they are chosen and
 * typed (office_voice.c). */
void topic_learn_voice(struct setup *setup);

#endif
