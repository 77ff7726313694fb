#ifndef APP_CONSOLE_OFFICE_WORDS_H
#define APP_CONSOLE_OFFICE_WORDS_H

#include "app/console/office_setup.h"
#include "app/ui/ui.h"

/* The words of the settings' page: what a row is called, and what can be chosen in it. */

/* The word of a field in widget ids and text keys. */
const char *office_field_name(enum setup_field field);

/* The same of a topic. */
const char *office_topic_name(enum setup_topic topic);

/* What stands over the row, in the language of the screen. */
void office_say_label(const struct ui *ui, const struct setup *setup, struct setup_row row,
	char *out_text, size_t size);

/* Option `option` of a row that is chosen in. */
void office_say_option(const struct ui *ui, const struct setup *setup, struct setup_row row,
	int option, char *out_text, size_t size);

/* What stands in a row in which nothing is typed: "closed" for a day's hours, "none" for its
 * breaks, else "". Borrowed. */
const char *office_say_empty(const struct ui *ui, struct setup_row row);

/* A change in words; "–" for what is empty. */
struct office_words {
	char about[2 * OFFICE_NAME_SIZE]; /* topic, and the service, counter or person */
	char what[OFFICE_TEXT_SIZE];
	char was[SETUP_TEXT_SIZE];
	char is[SETUP_TEXT_SIZE];
};

/* `change` of `setup`, which was as `before` (setup_before; its rows are made those of `change`).
 */
void office_say_change(const struct ui *ui, const struct setup *setup, struct setup *before,
	const struct setup_change *change, struct office_words *out_words);

#endif
