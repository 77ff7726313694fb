#ifndef APP_CONSOLE_SHEET_H
#define APP_CONSOLE_SHEET_H

#include "app/desk/desk.h"
#include "app/desk/view.h"
#include "app/queue/outcome.h"

/*
 * A question with a list of answers over the desk: where to, why, which ticket, what with it. Each
 * answer has its number as key. Pure; it names a ticket of the view, and closes when that has moved
 * on.
 */
enum sheet_kind {
	SHEET_NONE,
	SHEET_BREAK,    /* why the counter rests */
	SHEET_TICKETS,  /* who waits, is on hold or absent */
	SHEET_TICKET,   /* what with that ticket */
	SHEET_TRANSFER, /* to which service, or which counter */
	SHEET_CANCEL,   /* why */
	SHEET_PICK,     /* why it is called out of its turn */
	SHEET_LATE,     /* why the promise was broken, after the visit */
	SHEET_BEFORE,   /* the same of an earlier day */
	SHEET_RELIEF,   /* who goes on at this counter */
	SHEET_OUTCOME,  /* what came of the visit that is over; the last answer puts it away */
	SHEET_FOLLOW,   /* and what is to follow */
	SHEET_DATA,     /* and where the data are */
	SHEET_SOURCE,   /* and out of which source */
};

enum sheet_deed {   /* answers of SHEET_TICKET */
	SHEET_CALL, /* out of its turn */
	SHEET_HOLD,
	SHEET_TO_SERVICE,
	SHEET_GIVE_UP,
	SHEET_RESUME,
	SHEET_RETURN,
	SHEET_PRINT, /* its number again */
	/* of a visitor at a counter whose console has died */
	SHEET_FETCH, /* on to the clerk's own counter */
	SHEET_END,   /* has left: finished there, or absent */
};

/* Where words may stand beside a reason, the clerk is at none at first: it is chosen on purpose. */
enum { SHEET_NOWHERE = -1 };

struct sheet {
	enum sheet_kind kind;
	int at;         /* the answer where the clerk is, or SHEET_NOWHERE */
	int64_t ticket; /* 0 = none, or any */
	char number[TICKET_NUMBER_SIZE];
	int segment; /* SHEET_LATE, SHEET_BEFORE: of the ticket */
	int service;
	int counter; /* the clerk's own */
	int from;    /* where the ticket is, a counter whose console has died; 0 = not so */
	enum ticket_state state;
	bool callable;   /* the counter may call that ticket now, or fetch it */
	bool calls;      /* the office has counters call a waiting one out of its turn */
	int people, own; /* SHEET_RELIEF: how many staff there are, and the place of the clerk */
	char date[CALENDAR_DATE_SIZE]; /* SHEET_BEFORE: of the visit */
	char note[DESK_NOTE_SIZE];     /* free words beside the reason; "" = none */
	bool writes;                   /* the clerk is writing it */
	struct outcome outcome;        /* as far as it was said */
	int64_t finished_ms;           /* SHEET_OUTCOME: when that visit was over */
};

struct sheet_answer {
	const char *word;        /* code of a reason; NULL = none */
	enum sheet_deed deed;    /* SHEET_TICKET */
	int service;             /* SHEET_TRANSFER; SHEET_TICKETS: the ticket's */
	int person;              /* SHEET_RELIEF: place among the staff */
	int counter;             /* SHEET_TRANSFER: to this counter; 0 = to the service;
				  * SHEET_TICKETS: as sheet.from */
	int64_t ticket;          /* SHEET_TICKETS */
	const char *number;      /* likewise, borrowed from the view */
	enum ticket_state state; /* likewise */
	int64_t since_ms;        /* likewise: came then, or stands aside or at the counter since */
};

/* How many answers there are now, and the `index`th. */
int sheet_count(
	const struct sheet *sheet, const struct office *office, const struct desk_view *view);
struct sheet_answer sheet_answer(const struct sheet *sheet, const struct office *office,
	const struct desk_view *view, int index);

/* Whether the `index`th answer can be given now. To call a number out of its turn keeps its place
 * among the answers all the same: a key that did it a moment ago does nothing else. */
bool sheet_can_choose(const struct sheet *sheet, const struct office *office,
	const struct desk_view *view, int index);

/* To the answer `by` (1 or -1) places on among `count`; round at either end. */
void sheet_move(struct sheet *sheet, int by, int count);

/* Whether free words may stand beside the answer; and what is written of them, `text` as it was
 * typed. Words that are too long stay as they are. */
bool sheet_takes_note(const struct sheet *sheet);
void sheet_type(struct sheet *sheet, const char *text);
void sheet_erase(struct sheet *sheet);

/* Whether nobody waits for the answer: the next step puts it off. */
bool sheet_can_wait(const struct sheet *sheet);

/* The source that the `index`th answer of SHEET_SOURCE names; "none" is the last one. */
enum outcome_source sheet_source(int index);

/* Whether what it asks about is still so; `counter` is the clerk's own. */
bool sheet_holds(const struct sheet *sheet, const struct desk_view *view,
	const struct view_counter *counter);

#endif
