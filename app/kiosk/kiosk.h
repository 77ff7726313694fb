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
struct kiosk {
	struct settings settings;
	struct language *languages[OFFICE_LANGUAGES];
	struct loop *loop;
	struct desk_thread *desk;
	struct printer_worker *worker; /* NULL without a printer */
	struct press press;
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

/* Runs until the program is told to end; with the exit key, or when the window is closed. */
void kiosk_run(struct kiosk *kiosk);

#endif
