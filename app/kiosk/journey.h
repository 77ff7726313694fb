#ifndef APP_KIOSK_JOURNEY_H
#define APP_KIOSK_JOURNEY_H

#include "app/desk/feedback.h"
#include "app/desk/flows.h"
#include "app/kiosk/lobby.h"
#include "app/kiosk/step.h"
#include "app/ui/keyboard.h"

/*
 * One visitor's way from the welcome screen to a number on paper and back: which screen is shown,
 * what was answered, what times out. Pure: no device, store or clock; the moment comes with the
 * lobby. What a screen wants is an action; journey_act says what the program must then do.
 */
enum journey_screen {
	JOURNEY_WELCOME, /* nobody is here */
	JOURNEY_SERVICE,
	JOURNEY_NOTICE, /* before the first typed letter */
	JOURNEY_GUEST,
	JOURNEY_CODE, /* in place of service and guest book: the code of an appointment */
	JOURNEY_TICKET,
	JOURNEY_REFUSED,   /* no number could be had */
	JOURNEY_STANDARDS, /* aside, from the welcome screen or the services: all that is published
			    */
	JOURNEY_STANDARD,  /* of one service */
	JOURNEY_PLEDGE,    /* of the office */
	JOURNEY_NUMBER,    /* whose visit is rated */
	JOURNEY_RATING,
	JOURNEY_THANKS,
	JOURNEY_COMPLAINT,
	JOURNEY_FILED,     /* the receipt of a complaint */
	JOURNEY_GROUP,     /* how many came together */
	JOURNEY_CONTACT,   /* who comes again: by which address or number … */
	JOURNEY_NAME,      /* … and by which name */
	JOURNEY_KNOWN,     /* is that you? or, without initials: nobody was found */
	JOURNEY_OWN,       /* the slip's code of the number that is to be given up */
	JOURNEY_GONE,      /* it was given up */
	JOURNEY_HELP,      /* a clerk was called */
	JOURNEY_SIGNED,    /* the guest book behind the number is full */
	JOURNEY_RECEPTION, /* no number: on to the reception desk */
	JOURNEY_SCREENS
};

enum {
	JOURNEY_WARN_MS = 20000,   /* the idle warning's countdown (WCAG 2.2.1) */
	JOURNEY_TICKET_MS = 20000, /* the ticket's screen after printing */
	JOURNEY_WRITE_MS = 60000,  /* while a number is written down; "more time" adds as much */
	JOURNEY_WRITE_MAX_MS = 300000, /* … but a screen never stays longer than this by itself */
	JOURNEY_PATIENCE_MS = 60000,   /* printing that takes longer is treated as a fault */
	JOURNEY_CODES = 5,             /* wrong codes of one visitor; then staff help */
	JOURNEY_NOTE_MS = 8000,        /* a sentence about what was scanned */
	JOURNEY_NEXT_MS = 400,         /* an answer is seen marked, then the next question comes */
	JOURNEY_THANKS_MS = 10000,
	JOURNEY_SILENT_MS = 15000, /* a desk that has not answered by then is not waited for */
	JOURNEY_LOOKUPS = 3,       /* of one visitor who comes again */
	GROUP_MIN = 2,
	GROUP_MAX = 200,
	JOURNEY_RETRIES = 2, /* when the store is busy: the same token, so one ticket */
};

enum action_kind {
	ACTION_NONE,
	ACTION_START,
	ACTION_APPOINTMENT, /* has a code */
	ACTION_LANGUAGE,    /* value: enum office_language */
	ACTION_CONTRAST,
	ACTION_LARGE,
	ACTION_LOW,
	ACTION_ALOUD,   /* screens are read aloud, or no longer */
	ACTION_ADJUST,  /* opens the panel of these, and closes it */
	ACTION_RESET,   /* all of them as they were */
	ACTION_SERVICE, /* value: place in office.services */
	ACTION_PAGE,    /* value: pages to go on by, 0 = one */
	ACTION_TURN,    /* to the guest book's next page; field: the last of this one */
	ACTION_PRIORITY,
	ACTION_BACK, /* where a number was refused: to the other services */
	ACTION_CONTINUE,
	ACTION_FOCUS,    /* field */
	ACTION_TYPED,    /* field: its text changed */
	ACTION_REFUSED,  /* field: a character was not taken */
	ACTION_NO_EMAIL, /* leaves the e-mail empty and goes to the telephone */
	ACTION_ITEM,     /* one more item of data */
	ACTION_CHOOSE,   /* field, value: code of the option */
	ACTION_COUNT,    /* field, value: +1 or -1 */
	ACTION_RATE,
	ACTION_INVITED, /* number: who of those asked on the welcome screen (lobby_invited) */
	ACTION_ANSWER,  /* value: of the scale */
	ACTION_SKIP,
	ACTION_COMPLAIN,
	ACTION_KIND,      /* value: enum complaint_kind */
	ACTION_TOPIC,     /* value: enum complaint_topic */
	ACTION_ELSEWHERE, /* where else complaints are heard */
	ACTION_GROUP,     /* comes with others, or alone after all */
	ACTION_CONTACT,   /* has been here before */
	ACTION_GIVE_UP,   /* the own number */
	ACTION_HELP,      /* calls for a clerk */
	ACTION_SIGN,      /* the guest book behind the number */
	ACTION_AGAIN,     /* asks a desk once more that did not answer */
	ACTION_OTHERWISE, /* the other answer of a page that asks: not me; once more */
	ACTION_MORE_TIME,
	ACTION_DONE,
	ACTION_STAY,      /* the visitor is still here */
	ACTION_ERASE,     /* the visitor leaves */
	ACTION_STANDARDS, /* reads what is published of the services */
	ACTION_STANDARD,  /* value: place in office.services, or STANDARD_OFFICE for the pledge */
	ACTION_LEAF,      /* value: the page to turn to */
};

struct action {
	enum action_kind kind;
	enum guest_field field;
	int value;
	char number[TICKET_NUMBER_SIZE]; /* of a ticket */
};

/* What is said of a code that was scanned and leads nowhere, or of help that does not come. */
enum journey_note {
	NOTE_NONE,
	NOTE_UNKNOWN,    /* no code of ours */
	NOTE_UNREADABLE, /* only part of it came, or strange letters */
	NOTE_CLOSED,     /* no numbers are given now */
	NOTE_LATER,      /* somebody is in the middle of something else */
	NOTE_NO_HELP,    /* no clerk could be called */
	NOTE_NOBODY,     /* there is none to call: the office is closed */
};

/* How the slip of the ticket on the screen fares. */
enum journey_phase { PHASE_NONE, PHASE_PRINTING, PHASE_PRINTED, PHASE_TROUBLE };

/* A visitor rates a visit (rate.h); the question shown is visit.step. */
struct rating_visit {
	char typed[TICKET_NUMBER_SIZE]; /* the number, as typed */
	enum result error;              /* why the desk did not take it */
	struct desk_rating rating;
	int first;       /* where it was taken up: what was answered before that is not shown */
	int sent;        /* the question whose answer is to be kept */
	int64_t next_ms; /* when the next question comes; 0 = not by itself */
	bool ending;     /* the desk is asked to end it; else, which number it is */
};

/* A visitor has something to say (complain.h); visit.step is an enum complaint_step. */
enum complaint_step {
	COMPLAINT_ABOUT,
	COMPLAINT_NOTICE, /* before the first typed letter */
	COMPLAINT_WORDS,
	COMPLAINT_REPLY,
	COMPLAINT_ELSEWHERE,
};

/* The receipt on paper. It is for who stands there: nothing of it outlives the visit. */
enum receipt_paper {
	RECEIPT_NOT_PRINTED, /* no printer, or not well when it was filed */
	RECEIPT_WANTED,      /* the printer has something else in hand */
	RECEIPT_SENT,
	RECEIPT_PRINTED,
	RECEIPT_FAILED,
};

struct complaint_visit {
	struct desk_complaint typed;
	bool kind_said; /* typed.kind is the visitor's word: nothing is chosen beforehand */
	enum result error;
	char receipt[COMPLAINT_CODE_SIZE];
	enum complaint_kind kind;   /* of what was filed, for the receipt: nothing typed */
	enum complaint_topic topic; /* likewise */
	int64_t filed_ms;
	enum receipt_paper paper;
};

/* What the program must do after an action or an answer. */
enum journey_wish {
	JOURNEY_NOTHING,
	JOURNEY_ISSUE,
	JOURNEY_RATE,   /* which number; rate_request */
	JOURNEY_ANSWER, /* one answer, which nobody waits for; likewise */
	JOURNEY_RATED,
	JOURNEY_FILE, /* a complaint; complain_request */
	JOURNEY_SIGN, /* from here on: ways_request */
	JOURNEY_RECEIVE,
	JOURNEY_RECOGNISE,
	JOURNEY_RECALL,
	JOURNEY_WITHDRAW,
	JOURNEY_ASK_HELP,
	JOURNEY_WITHDRAW_HELP, /* which nobody waits for */
	JOURNEY_LEAVE_HELP,    /* likewise */
};

/* A visitor's other ways (ways.h). */
struct ways_visit {
	int party;         /* people of a group; 0 = comes alone, or nothing was said */
	bool signing;      /* the guest book is for the number on the ticket's screen */
	bool giving_up;    /* the number typed is to be given up, not rated */
	enum result error; /* of the one typed line */
	char contact[GUEST_EMAIL_SIZE]; /* who comes again, as typed */
	char name[GUEST_NAME_SIZE];     /* likewise */
	char initials[DESK_INITIALS_SIZE];
	int lookups;
	bool known; /* the guest book holds what the last visit left */
	struct help help;
	enum journey_screen help_from; /* where help was called */
	enum journey_wish wish;        /* what the desk was asked last */
	int64_t asked_ms;              /* since when it is waited for; 0 = it is not */
};

/* Everything of one visitor: all zero = nobody is here. Times are ticks. */
struct visit {
	enum journey_screen screen;
	int64_t screen_ms; /* when it opened */
	int64_t input_ms;  /* when the visitor last did something */
	int64_t warned_ms; /* when the idle warning opened; 0 = it is not open */
	int64_t closes_ms; /* when the screen closes by itself; 0 = not yet */
	int64_t closes_span_ms;

	bool adjusting; /* the panel of text size, contrast and reach is open */
	int page;       /* of services, options or questions that one screen cannot hold */
	enum journey_screen aside_from; /* where somebody went to read the standards */
	int standard;                   /* the service whose standard is read */
	int leaf;                       /* page of what is read */
	int service;
	bool priority;

	char notice[OFFICE_NOTICE_SIZE]; /* version of the one that was agreed to; "" = none yet */
	struct guest guest;
	int step;
	bool typing_other;
	int item;               /* of the data needed */
	enum guest_field focus; /* the field being typed */
	struct keyboard keyboard;
	enum result errors[GUEST_FIELDS];

	char code[DESK_CODE_SIZE];  /* of the appointment, as typed */
	char asked[DESK_CODE_SIZE]; /* the code the desk was asked for; "" = for an issue */
	enum result code_error;
	int wrong_codes;
	enum journey_note note;
	int64_t note_ms; /* when it goes */

	struct rating_visit rate;
	struct complaint_visit complaint;
	struct ways_visit ways;

	char token[DESK_TOKEN_SIZE]; /* one a visitor; made when the first request goes out */
	bool issuing;                /* the desk is being asked for a number */
	int tries;
	enum result refusal;

	struct ticket ticket;
	int ahead;
	struct say_span expected;
	enum print_state print;
	enum result print_reason;
	enum journey_phase phase;
	int64_t phase_ms;
};

struct journey {
	struct visit visit;
	enum office_language language, first_language; /* now, and for each new visitor */
	bool contrast, first_contrast;
	bool large; /* text */
	bool low;   /* nothing to touch in the upper half */
	bool aloud; /* what is on the screen is said */
	bool voice; /* the kiosk has a voice: this can be chosen */
};

void journey_init(struct journey *journey, enum office_language language, bool contrast);

/* Overwrites everything of the visitor; the welcome screen in the first language remains. */
void journey_forget(struct journey *journey);

/* The visitor goes back to the welcome screen: what was entered is overwritten, but language and
 * looks stay for who still stands there, until the idle time is over. */
void journey_go_home(struct journey *journey, const struct lobby *lobby);

enum journey_wish journey_act(
	struct journey *journey, const struct lobby *lobby, const struct action *action);

/*
 * The scanner has read `text`; NULL = something that could not be read. An appointment's code on
 * the welcome screen or on that of codes is entered and asked for; anything else leaves a note. On
 * no screen does it change what was typed.
 */
enum journey_wish journey_scan(
	struct journey *journey, const struct lobby *lobby, const char *text);

/* The desk's answer to JOURNEY_ISSUE; `ticket` is read when `result` is OK. */
enum journey_wish journey_answer(struct journey *journey, const struct lobby *lobby,
	enum result result, const struct ticket *ticket);

/* What the slip of `slip->ticket` says and how it fares; other visitors' slips are ignored. */
void journey_slip(struct journey *journey, const struct lobby *lobby, const struct desk_slip *slip,
	enum print_state print, enum result reason);

/* What the ticket's screen says and when it closes, after the slip, its printer or the hour may
 * have changed. */
void journey_settle(struct visit *visit, const struct lobby *lobby);

/* The visitor touched something: the idle time starts anew, unless the warning is open. */
void journey_touch(struct journey *journey, const struct lobby *lobby);

/* Lets time pass, after every message and at journey_deadline. */
void journey_tick(struct journey *journey, const struct lobby *lobby);

/* Ticks at which something changes by itself, the second hand of a countdown included. */
int64_t journey_deadline(const struct journey *journey, const struct lobby *lobby);

/*
 * What to ask the desk for: a number, or with a code in visit->asked the number of that
 * appointment. The caller fills in a token where there is none, and wipes `out_issue`.
 */
void journey_request(
	const struct journey *journey, const struct lobby *lobby, struct desk_issue *out_issue);

/* Asks for the number of the service chosen. */
enum journey_wish journey_issue(struct journey *journey, const struct lobby *lobby);

/* Says why nothing came of it. Who may try again need not type everything anew: the answers stay as
 * long as the screen does. */
void journey_refuse(struct journey *journey, const struct lobby *lobby, enum result result);

/* Turns to another screen. */
void journey_show(struct journey *journey, const struct lobby *lobby, enum journey_screen screen);

/* Whether the number was refused for the service chosen only: another may be had. */
bool journey_may_choose_again(const struct visit *visit);

/* The service chosen. */
const struct office_service *journey_service(
	const struct journey *journey, const struct lobby *lobby);

/* Whether somebody has set the language or the looks of the welcome screen, and nothing else. */
bool journey_is_adjusted(const struct journey *journey);

/* Ticks at which the screen is left without an act of the visitor: the end of the idle warning, or
 * when the screen closes; 0 = nothing runs out that the visitor is told of. */
int64_t journey_ends(const struct visit *visit);

/* Whole seconds until `deadline_ms`, rounded up; never negative. */
int journey_seconds(const struct lobby *lobby, int64_t deadline_ms);

#endif
