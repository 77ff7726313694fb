#ifndef TESTS_SCREENS_CONSOLE_OFFICE_SCENE_H
#define TESTS_SCREENS_CONSOLE_OFFICE_SCENE_H

#include "app/console/office_words.h"
#include "app/console/shift.h"

/* The page of the settings as the tests of it press and look at it; wrong answers fail the test. */
enum { OFFICE_NOW = 1000000 };

/* The head at counter 2. */
void office_make_head(struct shift *shift);
/* And the page opened with the PIN. */
void office_open_page(struct shift *shift);

/* The desk answers `request`, or the one of `act`, with settings or without. */
void office_answer_to(
	struct shift *shift, struct desk_request request, enum result result, bool with_file);
void office_answer(struct shift *shift, enum desk_act act, enum result result, bool with_file);

void office_type(struct shift *shift, const char *text);
/* Erases all that stands in the row. */
void office_clear(struct shift *shift);
void office_draw(struct ui *ui, const struct shift *shift);

/* The review is shown and has so many changes; what it says of one, in Indonesian. */
void office_assert_changes(const struct setup *setup, int count);
void office_assert_change(const struct setup *setup, int place, const char *about, const char *what,
	const char *was, const char *is);

/* Four parts of programs, in the settings as they were and as they are; and three devices that are
 * plugged in. */
void office_wire(struct shift *shift);
void office_plug_in(struct setup *setup);

#endif
