#ifndef APP_KIOSK_KIOSK_H
#define APP_KIOSK_KIOSK_H

#include "app/base/settings.h"
#include "app/kiosk/aloud.h"
#include "app/kiosk/awaited.h"
#include "app/kiosk/corner.h"
#include "app/kiosk/guard.h"
#include "app/kiosk/inputs.h"
#include "app/kiosk/journey.h"
#include "app/kiosk/press.h"
#include "app/ui/loop.h"

/*
 * The program giliran-kiosk: one window, the desk on its thread, printer, scanner and keypad each
 * on its own. Here they are wired together; what a visitor sees is in the screens, what happens in
 * the journey.
 */
enum { KIOSK_WIRES = 3 };

/* When a device that could not be started is tried again, in ticks; 0 = it was started. */
struct kiosk_retry {
	int64_t wait_ms, again_ms;
};

/* Test slips: the staff corner's, and one that was asked for at a console. */
struct kiosk_tests {
	bool corner_waits;       /* until the printer is free for it */
	bool console_waits;      /* likewise */
	int64_t asked, taken;    /* of a console: the desk is asked for it; it is this kiosk's until
				  * it has ended; 0 = none */
	struct desk_request end; /* how that one went, until the desk has it; id 0 = not yet */
	bool telling;            /* the desk has been told, and has not answered */
};

struct kiosk {
	struct settings settings;       /* of the devices, those in use */
	struct wire wires[KIOSK_WIRES]; /* as the settings say */
	struct kiosk_retry retries[KIOSK_WIRES];
	struct language *languages[OFFICE_LANGUAGES];
	struct loop *loop;
	struct desk_thread *desk;
	struct printer_worker *worker;  /* NULL without a printer */
	struct printer_worker *leaving; /* of the printer before, while there is none */
	int printer_turn;               /* how often it was another one: old news are no news */
	struct press press;
	struct kiosk_tests tests;
	struct inputs inputs;
	struct clock clock; /* the desk's office time */
	struct office *office;
	struct standards *standards;
	bool standards_asked; /* and not answered yet */
	struct desk_view *view;
	struct lobby lobby;
	struct journey journey;
	struct awaited awaited;
	struct guard guard;
	struct instrument instrument; /* what visitors are asked; taken when the store opens */
	struct corner corner;
	struct aloud aloud;
	bool restart;   /* staff wants the program to start anew after kiosk_finish */
	int64_t minute; /* the office time shown */
};

/* False after one log line or sentence on stderr; kiosk_finish is still to be called. */
bool kiosk_init(struct kiosk *kiosk, const struct settings *settings);
void kiosk_finish(struct kiosk *kiosk);

/* Starts what the settings name; true without one, and false after one log line. The printer's
 * press is there before its worker can say anything; opening the device is the worker's own. */
bool kiosk_open_printer(struct kiosk *kiosk);
/* Likewise the scanner or the keypad, as inputs_start. */
enum result kiosk_open_input(struct kiosk *kiosk, bool keypad, const char *uri);

/* Runs until the program is told to end; with the exit key, or when the window is closed. */
void kiosk_run(struct kiosk *kiosk);

#endif
