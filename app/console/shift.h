#ifndef APP_CONSOLE_SHIFT_H
#define APP_CONSOLE_SHIFT_H

#include "app/base/clock.h"
#include "app/base/settings.h"
#include "app/console/form.h"
#include "app/console/office_setup.h"
#include "app/console/reporting.h"
#include "app/console/saver.h"
#include "app/console/hall.h"
#include "app/console/sheet.h"
#include "app/desk/desk_thread.h"
#include "app/ui/draw.h"

/*
 * A clerk's shift at a counter as a pure state machine: what the desk's thread said and what the
 * clerk did go in, requests to the desk come out. It asks no clock (`ticks` are given), touches no
 * store and draws nothing; the screens read it.
 */
enum shift_phase {
	SHIFT_STARTING, /* the store is not open yet, or the names have not come */
	SHIFT_STAFF,    /* who is on duty? */
	SHIFT_PIN,
	SHIFT_COUNTERS, /* which counter? */
	SHIFT_DESK,     /* at the counter: open, on break or closed */
};

/* What stands under the top bar at the desk; the queue first, and back to it. */
enum shift_page {
	SHIFT_PAGE_QUEUE,
	SHIFT_PAGE_REPORT,
	SHIFT_PAGE_OFFICE, /* the settings: heads only */
	SHIFT_PAGES,
};

enum shift_act {
	SHIFT_NOTHING,
	SHIFT_CHOOSE_STAFF, /* index in staff[] */
	SHIFT_MORE_STAFF,   /* index = page of them, from 0 */
	SHIFT_MOVE,         /* the computer stands at another counter: asked at the next sign-in */
	SHIFT_DIGIT,        /* index 0 to 9 */
	SHIFT_ERASE,        /* the last digit */
	SHIFT_ENTER,        /* the PIN is complete */
	SHIFT_LEAVE,        /* back to the list of staff */
	SHIFT_CHOOSE_COUNTER, /* index = counter number */
	SHIFT_STEP,           /* the blue button: one step on */
	SHIFT_RECALL,
	SHIFT_ABSENT,
	SHIFT_FINISH,
	SHIFT_MENU, /* opens or closes the menu of the counter's state */
	SHIFT_OPEN,
	SHIFT_BREAK,
	SHIFT_CLOSE,
	SHIFT_REPRINT,    /* the slip in question: print it again */
	SHIFT_SETTLE,     /* the slip in question: it did come out */
	SHIFT_DEVICES,    /* opens or closes the list of devices */
	SHIFT_ROLL_NEW,   /* index = place in view->devices: a new paper roll was put in */
	SHIFT_HELP_TAKE,  /* the call that is shown (shift_help) */
	SHIFT_HELP_ISSUE, /* index = place of the service */
	SHIFT_HELP_DONE,
	SHIFT_ROLL_OLD,    /* likewise: it is still the same roll */
	SHIFT_FORM,        /* the guest book; index = enum shift_form */
	SHIFT_FORM_FOCUS,  /* index = place (form.h) */
	SHIFT_FORM_MOVE,   /* index = 1 or -1 */
	SHIFT_FORM_STEP,   /* likewise: another option */
	SHIFT_FORM_CHOOSE, /* index = place among the options */
	SHIFT_FORM_ERASE,
	SHIFT_FORM_TYPE, /* the frame's text: shift_type */
	SHIFT_FORM_SAVE,
	SHIFT_FORM_LEAVE,
	SHIFT_HOLD,
	SHIFT_UNDO,
	SHIFT_STAND_DOWN, /* the next arrival is not called by itself any more */
	SHIFT_LOCK,
	SHIFT_SHEET,        /* index = enum sheet_kind */
	SHIFT_SHEET_MOVE,   /* index = 1 or -1 */
	SHIFT_SHEET_CHOOSE, /* index = place among the answers */
	SHIFT_SHEET_WRITE,  /* index = 1: the note, 0: it is written, -1: it is dropped */
	SHIFT_SHEET_ERASE,  /* the last letter of the note */
	SHIFT_SHEET_LEAVE,
	SHIFT_PAGE,        /* index = enum shift_page */
	SHIFT_REPORT_SPAN, /* index = enum report_span */
	SHIFT_REPORT_STEP, /* index = -1 or 1 */
	SHIFT_REPORT_PART, /* index = enum reporting_part */
	SHIFT_REPORT_TURN, /* index = -1 or 1 */
	SHIFT_REPORT_SAVE, /* index = enum report_format */
	SHIFT_HALL,        /* index = enum hall_page */
	SHIFT_HALL_MOVE,   /* index = 1 or -1: another row */
	SHIFT_HALL_STEP,   /* likewise: another value of it */
	SHIFT_HALL_CHOOSE, /* index = enum hall_row << SHIFT_HALL_BITS, and a value */
	SHIFT_HALL_DO,     /* index = enum hall_deed */
	SHIFT_HALL_PLAN,   /* index in staff[], -1 = nobody: for the counter where the clerk is */
	SHIFT_HALL_TYPE,   /* index = a letter or digit, '\b' = erase */
	SHIFT_HALL_LEAVE,
	SHIFT_OFFICE_TOPIC, /* index = enum setup_topic */
	SHIFT_OFFICE_FOCUS, /* index = row */
	SHIFT_OFFICE_MOVE,  /* index = 1 or -1; so STEP */
	SHIFT_OFFICE_STEP,
	SHIFT_OFFICE_CHOOSE, /* index = option */
	SHIFT_OFFICE_ERASE,
	SHIFT_OFFICE_ENTER,
	SHIFT_OFFICE_TEST, /* a test slip */
	SHIFT_OFFICE_BACK,
};

/* Whose guest book. */
enum shift_form {
	SHIFT_FORM_ANY, /* who is helped at the kiosk, else the visitor at the counter */
	SHIFT_FORM_HELP,
	SHIFT_FORM_VISITOR,
};

struct shift_action { /* what a screen returns */
	enum shift_act act;
	int index;
};

/* What the blue button does now. */
enum shift_step {
	SHIFT_STEP_NONE, /* nobody is waiting; a press asks the desk all the same, which knows */
	SHIFT_STEP_CALL,
	SHIFT_STEP_SERVE,
	SHIFT_STEP_FINISH_AND_CALL,
	SHIFT_STEP_FINISH,   /* serving and nobody is waiting */
	SHIFT_STEP_OPEN,     /* on break or closed */
	SHIFT_STEP_STAND_BY, /* nobody waits: the next arrival is to be called by itself */
	SHIFT_STEP_STANDING, /* and will be; a press changes nothing */
};

enum {
	SHIFT_STAFF_MAX = DESK_STAFF_LISTED,
	SHIFT_REQUESTS = 8,
	SHIFT_GUARD_MS = 1000,     /* a second press within this is a double press (look.md §8) */
	SHIFT_BUSY_MS = 300,       /* an answer that takes longer is said to take time */
	SHIFT_NOTICE_MS = 6000,    /* how long a refusal stays */
	SHIFT_HANDING_MS = 30000,  /* a hand-over begun and left: then it takes a PIN to go back */
	SHIFT_ALONE_MS = 60000,    /* untouched for so long without an open counter: signed out */
	SHIFT_READING_MS = 300000, /* the same on another page than the queue's */
	SHIFT_SAID_MS = 4000,      /* how long what was done stays, unless it can be taken back */
	SHIFT_NEVER = -1,
	SHIFT_NOTICE_SIZE = 48,
	SHIFT_VALUE_SIZE = 256, /* a number, or the path of a file */
	SHIFT_PAPER_LOW = 50,   /* unless it is set otherwise */
	SHIFT_HALL_BITS = 10,
};

struct shift {
	enum shift_phase phase;
	bool demo;          /* shows the demo's clerk and PIN */
	int wanted_counter; /* of this computer; 0 = asked at sign-in */
	bool may_move;      /* it was not given at start: another may be chosen, and is kept */
	bool moved;         /* it was chosen, and is to be kept (shift_take_seat) */
	int paper_low;      /* with fewer slips left than this, paper is low */
	struct settings_console own; /* what this computer's file sets, whatever the office has */

	struct office *office;  /* owned; NULL until the store is open */
	struct desk_view *view; /* owned; NULL until the first picture */
	struct clock clock;
	bool training;
	enum result trouble;  /* of the store; OK = none */
	bool trouble_writing; /* it refused an act: reading well does not end it */
	char trouble_text[512];

	struct desk_staff staff[SHIFT_STAFF_MAX];
	size_t staff_count;
	int staff_page;                   /* of the list, from 0 */
	int chosen;                       /* place in staff[]; -1 = nobody */
	char pin[DESK_PIN_MAX + 1];       /* as typed so far */
	char first_pin[DESK_PIN_MAX + 1]; /* a new PIN, typed once; "" before */

	int counter;       /* 0 = none yet */
	int asked_counter; /* the one that is being opened */
	enum shift_page page;
	struct reporting reporting;              /* the page of reports */
	struct setup setup;                      /* of the settings' page */
	const struct draw_picture *slip_picture; /* borrowed; of its slip, NULL = none */
	bool menu;
	bool devices; /* the list of devices is open */
	/* a PIN is needed to go on: since when, and whose, a place in staff[]; or, with `handing`,
	 * the clerk who is here hands over and may yet go back */
	bool locked, handing;
	int relief;
	int64_t locked_ms;
	int64_t lock_ms; /* untouched for so long: locked; 0 = never */
	struct form form;
	struct sheet sheet;
	struct desk_late late[DESK_LATE_LISTED]; /* of earlier days, without a reason */
	size_t late_count;
	int late_tag;        /* of the request for that list */
	bool asks_late;      /* a reason was just given: the next is asked */
	int64_t put_away_ms; /* of visits that were over by then nobody asks what came of them */
	struct hall hall;
	struct hall_lists lists; /* of its open page */
	bool wants_slip;         /* of an appointment, and nobody has begun to print it */
	struct appointment_slip slip;

	/* what was done last: text key, of which ticket, when; and since when it can be undone */
	char said[SHIFT_NOTICE_SIZE];
	char acted[TICKET_NUMBER_SIZE];
	char asked[TICKET_NUMBER_SIZE]; /* the ticket that the desk is asked about */
	int sent_service,
		sent_counter; /* where it was transferred to; counter 0 = to the service */
	int64_t said_ms;
	int64_t undo_ms; /* SHIFT_NEVER */

	char notice[SHIFT_NOTICE_SIZE]; /* text key of a refusal, or of what was done; "" = none */
	bool notice_done;               /* the latter */
	char notice_value[SHIFT_VALUE_SIZE];
	char notice_date[CALENDAR_DATE_SIZE]; /* what it says second; "" = nothing */
	bool notice_stays; /* until the next press or until the counter is open, signed out or not
			    */
	int64_t notice_ms;

	/* who waited when the clerk was about to close, and has no other counter; by service */
	int stranded, stranded_for[OFFICE_SERVICES];

	int tag;     /* of the newest request */
	int pending; /* tag of the act that waits for its answer; 0 = none */
	enum desk_act pending_act;
	int pending_counter; /* where it acts: the own counter, or one whose console has died */
	int64_t pending_ms;
	int64_t pressed_ms; /* last press of the blue button that was taken */
	int64_t alive_ms;   /* the clerk did something last, or the counter was closed */

	struct desk_request requests[SHIFT_REQUESTS];
	size_t request_count;
};

/* `counter` 0 = ask; `demo` shows the demo's sign-in. */
void shift_init(struct shift *shift, int counter, bool demo);
void shift_finish(struct shift *shift);

/* The clerk did something at `ticks`. Acts that make no sense in this phase change nothing. */
void shift_act(struct shift *shift, struct shift_action action, int64_t ticks);

/* The desk's thread said something at `ticks`; takes the office or view out of `message`. */
void shift_hear(struct shift *shift, struct desk_message *message, int64_t ticks);

/* The next request for the desk's thread; false when there is none. */
bool shift_take_request(struct shift *shift, struct desk_request *out_request);

/* Whether the notice tells of who is stranded by a counter that closes. */
bool shift_tells_stranded(const struct shift *shift);

/* Forgets a notice that has been shown long enough, and signs out a clerk who left half-way: a
 * session ends with the shift (design §10). May ask the desk something. */
void shift_pass_time(struct shift *shift, int64_t ticks);

/* The moment (ticks) at which shift_pass_time, or a busy mark, has something to do; INT64_MAX. */
int64_t shift_deadline(const struct shift *shift, int64_t ticks);

/* This shift's counter in the newest view; NULL before there is one. */
const struct view_counter *shift_counter(const struct shift *shift);

/* The counter of that number in the newest view; NULL before there is one, or where it has none. */
const struct view_counter *shift_counter_at(const struct shift *shift, int number);

/* Whether the console of counter `number` has died while a visitor was there with another member of
 * staff: who signs in may go on in their place. */
bool shift_is_left(const struct shift *shift, int number);

/* The member of staff chosen or signed in; NULL when nobody. */
const struct desk_staff *shift_person(const struct shift *shift);

enum shift_step shift_step(const struct shift *shift);

/* Whether one of RECALL, ABSENT, HOLD, FINISH, OPEN, BREAK, CLOSE can be done now. */
bool shift_can(const struct shift *shift, enum shift_act act);

/* How long the called visitor cannot be called once more yet, in ms; 0 = now, or not at all. */
int64_t shift_recall_left(const struct shift *shift, int64_t now);

/* Whose PIN is being typed. */
const struct desk_staff *shift_entering(const struct shift *shift);

/* Asks the desk for what must not outlive the program or the presence of its clerk: a counter that
 * stands by does so no more. */
void shift_rest(struct shift *shift, int64_t ticks);

/* Whether an answer has been awaited for more than SHIFT_BUSY_MS. */
bool shift_is_busy(const struct shift *shift, int64_t ticks);

/* The device with a slip for staff to decide; NULL when there is none. */
const struct view_device *shift_unsure(const struct shift *shift);

/* The call for help that is shown: the own one, else the first that nobody has taken; NULL = none.
 */
const struct help *shift_help(const struct shift *shift);

/* Whether the clerk is with a visitor at the kiosk: then what can wait is not asked. */
bool shift_is_helping(const struct shift *shift);

/* Place of the printer in view->devices that works again with a roll in doubt, so that staff are
 * asked for it; -1 = none. */
int shift_doubtful_roll(const struct shift *shift);

/* Whether a question can be asked now: BREAK, TICKETS, TRANSFER, RELIEF, LATE, BEFORE,
 * OUTCOME. What it says holds for the line on the screen as for its key. */
bool shift_can_open(const struct shift *shift, enum sheet_kind kind);

/* Whether the last press can be taken back at `ticks`, and until when that and the word of it stay;
 * SHIFT_NEVER. */
bool shift_can_undo(const struct shift *shift, int64_t ticks);
int64_t shift_undo_until(const struct shift *shift);
int64_t shift_said_until(const struct shift *shift);

/* True once after the counter of this computer was chosen, 0 = it is to be asked again. */
bool shift_take_seat(struct shift *shift, int *out_counter);

/* What format the report that is shown is to be saved in, or REPORTING_PRINT; false when nothing is
 * to be saved. The caller answers with shift_saved: where it is, or why not. */
bool shift_take_save(struct shift *shift, enum report_format *out_format);
void shift_saved(struct shift *shift, const struct saved *saved, int64_t ticks);

/* Which appointment is to be printed; false when none is. The caller answers with shift_saved. */
bool shift_take_slip(struct shift *shift, struct appointment_slip *out_slip);

/* Whether there is an appointment to print: the one where the clerk is, or the one just made. */
bool shift_find_slip(const struct shift *shift, struct appointment_slip *out_slip);

/* How a page stands in the top bar. */
struct shift_tab {
	const char *id, *icon, *key, *hint, *label;
	bool head_only;
};
const struct shift_tab *shift_tab(enum shift_page page);

/* Whether the page exists for who is signed in. */
bool shift_can_show(const struct shift *shift, int page);

/* Whether the clerk is to be told that promises of earlier days have no reason yet: never while
 * somebody is called or served here. And whether all of them are of the day before. */
bool shift_has_late(const struct shift *shift);
bool shift_late_is_yesterdays(const struct shift *shift);

/* Whether something modal lies over the desk: no key and no tap is the page's then. */
bool shift_is_covered(const struct shift *shift);
/* Whether a page of the large panel has something to show. */
bool shift_can_enter(const struct shift *shift, enum hall_page page);

/* Whether who is signed in may say who is at which counter. */
bool shift_may_plan(const struct shift *shift);

/* Whether the visitor for whom a number is made can be served here at once. */
bool shift_can_walk(const struct shift *shift);

/* Whether there is somebody to write the guest book for. */
bool shift_can_write(const struct shift *shift, enum shift_form which);

/* Text typed into the open form; nothing without one. */
void shift_type(struct shift *shift, const char *text, int64_t ticks);

#endif
