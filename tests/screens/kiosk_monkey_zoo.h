#ifndef TESTS_SCREENS_KIOSK_MONKEY_ZOO_H
#define TESTS_SCREENS_KIOSK_MONKEY_ZOO_H

#include "app/kiosk/corner.h"
#include "app/kiosk/guard.h"
#include "tests/screens/kiosk_forms.h"
#include "tests/screens/kiosk_monkey_desk.h"
#include "tests/screens/kiosk_monkey_hand.h"

/* What a visitor types where letters go, and where digits go. */
#define ZOO_DIGITS "08155501993"

/* A screen with a monkey before it and a real desk behind. */
struct zoo {
	const struct form *form;
	bool keypad_only; /* its hands find the keypad and nothing else */
	struct ui ui;
	struct stage stage;
	struct corner corner;
	struct guard guard;
	struct monkey monkey;
	struct language *languages[OFFICE_LANGUAGES];
	char folder[MONKEY_FOLDER];
	struct desk *desk;
	int acts, visits, tickets, refusals, typed, rated;
	int diligent; /* acts that are still done right, one after the other */
	bool seen[JOURNEY_SCREENS];
	bool seen_corner[CORNER_MENU + 1];
	bool asked[GUEST_FIELDS];
};

/* The desk's view; another office each time nobody is here. */
void zoo_look(struct zoo *zoo);

/* The desk answers what is asked for, or has its troubles. */
void zoo_answer(struct zoo *zoo);
void zoo_answer_way(struct zoo *zoo, enum journey_wish wish);
void zoo_rate(struct zoo *zoo, enum journey_wish wish);
void zoo_file(struct zoo *zoo);

/* What the staff corner wants. */
void zoo_grant(struct zoo *zoo, enum corner_wish wish);

/* Somebody is served to the end, and invited to rate that. */
void zoo_serve(struct zoo *zoo);

/* A frame as kiosk.c makes it; `event` may be NULL. */
enum journey_wish zoo_frame(struct zoo *zoo, const struct ui_event *event);

/* What must hold after everything that may happen; fails the test. */
void zoo_check(struct zoo *zoo);

#endif
