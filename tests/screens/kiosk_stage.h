#ifndef TESTS_SCREENS_KIOSK_STAGE_H
#define TESTS_SCREENS_KIOSK_STAGE_H

#include "app/kiosk/journey.h"
#include "app/kiosk/ways.h"

/* An office, its lobby and a visitor for the tests of the kiosk: Monday, 23 November 2026. */
struct stage {
	struct office office;
	struct standards standards; /* empty until a scene publishes something */
	struct desk_view view;
	struct lobby lobby;
	struct journey journey;
	struct instrument instrument; /* the nine elements */
};

/* At `hour`.`minute` of that Monday in WITA; the printer is well, three people wait. */
void stage_init(struct stage *stage, int hour, int minute);

/* An action, and what the program must do then. */
enum journey_wish stage_act(struct stage *stage, enum action_kind kind);
enum journey_wish stage_pick(
	struct stage *stage, enum action_kind kind, enum guest_field field, int value);

/* Lets `ms` pass, on both clocks. */
void stage_pass(struct stage *stage, int64_t ms);

/* Types into the field of the guest book that has the focus, as the keyboard would. */
void stage_type(struct stage *stage, enum guest_field field, const char *text);

/* The visitor with an appointment types its code, and asks for a number. */
enum journey_wish stage_enter_code(struct stage *stage, const char *code);

/* The visitor goes to the guest book for service `service`; and through it to its step `step`, or
 * to where `field` is asked, with an answer to whatever must be answered before. */
void stage_to_book(struct stage *stage, int service);
void stage_to_step(struct stage *stage, int service, int step);
void stage_to_field(struct stage *stage, int service, enum guest_field field);

/* Through all of it: the journey wants a number now. Then the desk's answer: K007, or `result`. */
void stage_to_issue(struct stage *stage, int service);
void stage_answer(struct stage *stage, enum result result);

/* The welcome screen, and nothing that anybody entered; fails the test otherwise. */
void stage_assert_wiped(const struct stage *stage);

/* Nobody is here, and nothing of anybody is left in the model; fails the test otherwise. */
void stage_assert_forgotten(const struct stage *stage);
bool stage_is_blank(const void *data, size_t size);

/* The visitor types the number and asks for it; then the desk's answer: it is there, with what was
 * answered before (NULL = nothing), or `result`. */
enum journey_wish stage_enter_number(struct stage *stage, const char *number);
void stage_begin_rating(struct stage *stage, enum result result, const int *answers);

/* The questionnaire with `code` instead of the nine elements. */
void stage_take_instrument(struct stage *stage, const char *code);

/* The visitor has a complaint about staff and has typed `text`. */
void stage_complain(struct stage *stage, const char *text);

/* What the program asks the desk for one of the visitor's ways; and the desk's answer to it: a call
 * for help is the one of id 5. */
struct desk_request stage_request(struct stage *stage, enum journey_wish wish);
enum journey_wish stage_hear(struct stage *stage, enum desk_act act, enum result result);

/* News of the slip of the ticket on the screen. */
void stage_slip(struct stage *stage, enum print_state print, enum result reason);

#endif
