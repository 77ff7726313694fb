#ifndef APP_KIOSK_CORNER_H
#define APP_KIOSK_CORNER_H

#include "app/desk/desk.h"
#include "app/kiosk/journey.h"
#include "app/kiosk/lobby.h"
#include "app/ui/ui.h"

/*
 * The staff corner: what only staff may do at the kiosk. Five presses within five seconds on the
 * mark at the top left of the welcome screen, where nothing else can be pressed, open it; then one
 * says who one is and gives the PIN of the console, with its lock after wrong ones. It closes by
 * itself after a minute without a touch. Pure: corner_act says what the program must do.
 *
 * Widget ids: corner.back on every page, corner.staff.CODE, corner.0 to corner.9, corner.erase,
 * corner.enter, corner.language, corner.darker, corner.brighter, corner.test, corner.restart,
 * corner.shut_down.
 */
enum corner_page { CORNER_SHUT, CORNER_WHO, CORNER_PIN, CORNER_MENU };

enum {
	CORNER_TAPS = 5,
	CORNER_TAPS_MS = 5000,
	CORNER_IDLE_MS = 60000,
	CORNER_STAFF = DESK_STAFF_LISTED,
	CORNER_TILES = 12, /* people on one page, at most */
	CORNER_DIM_STEP = 10,
	CORNER_DIM_MOST = 30, /* percent of black over everything: texts keep 4.5:1 */
};

/* How the test slip fares. */
enum corner_test { CORNER_UNTESTED, CORNER_TESTING, CORNER_TESTED, CORNER_TEST_FAILED };

struct corner {
	enum corner_page page;
	int taps; /* on the mark, since first_ms */
	int64_t first_ms;
	int64_t input_ms;
	struct desk_staff staff[CORNER_STAFF];
	size_t staff_count;
	int tiles; /* the first one shown */
	int chosen;
	char pin[DESK_PIN_MAX + 1];
	bool asking;         /* the desk is being asked */
	enum result refusal; /* what the desk said; OK = nothing */
	enum corner_test test;
	enum result test_result;
	bool may_shut_down; /* a command for it is set */
	int dim;            /* percent; stays when the corner closes */
};

enum corner_kind {
	CORNER_NOTHING,
	CORNER_CHOOSE, /* value: place in staff */
	CORNER_MORE,   /* value: people on this page */
	CORNER_DIGIT,  /* value */
	CORNER_ERASE,
	CORNER_ENTER,
	CORNER_LANGUAGE,
	CORNER_DARKER,
	CORNER_BRIGHTER,
	CORNER_TEST,
	CORNER_RESTART,
	CORNER_SHUT_DOWN,
	CORNER_BACK,
};
struct corner_action {
	enum corner_kind kind;
	int value;
};

/* What the program must do: ask the desk who is staff or for a sign-in, turn the first language,
 * print a test slip, start anew, shut the machine down. */
enum corner_wish {
	CORNER_WISH_NOTHING,
	CORNER_WISH_STAFF,
	CORNER_WISH_SIGN_IN,
	CORNER_WISH_LANGUAGE,
	CORNER_WISH_TEST,
	CORNER_WISH_RESTART,
	CORNER_WISH_SHUT_DOWN,
};

/* An event of the welcome screen: counts presses on the mark. CORNER_WISH_STAFF at the fifth. */
enum corner_wish corner_knock(struct corner *corner, const struct ui *ui, int64_t ticks_ms);

enum corner_wish corner_act(
	struct corner *corner, const struct corner_action *action, int64_t ticks_ms);

/* The desk's answers. Staff without a PIN yet set it at the console, not here. */
void corner_hear_staff(struct corner *corner, enum result result, const struct desk_staff *staff,
	size_t count, int64_t ticks_ms);
void corner_hear_sign_in(struct corner *corner, enum result result);
void corner_hear_test(struct corner *corner, enum result result);

/* Somebody touched it; time passes; when it closes by itself (INT64_MAX = not). */
void corner_touch(struct corner *corner, int64_t ticks_ms);
void corner_tick(struct corner *corner, int64_t ticks_ms);
int64_t corner_deadline(const struct corner *corner);

/* Wipes names and PIN; the darkness stays. */
void corner_close(struct corner *corner);

/* The page open now, laid out as a visitor's screen would be with what `journey` says: text size
 * and reach serve staff as well. */
struct corner_action corner_frame(struct ui *ui, const struct lobby *lobby,
	const struct journey *journey, const struct corner *corner);

/* The darkness, over what has been drawn. */
void corner_dim(struct ui *ui, const struct corner *corner);

#endif
