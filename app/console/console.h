#ifndef APP_CONSOLE_CONSOLE_H
#define APP_CONSOLE_CONSOLE_H

#include "app/base/language.h"
#include "app/base/settings.h"
#include "app/console/alarm.h"
#include "app/console/lists.h"
#include "app/console/office_preview.h"
#include "app/console/plugged.h"
#include "app/console/saver.h"
#include "app/console/shift.h"
#include "app/desk/desk_thread.h"
#include "app/ui/loop.h"
#include "app/voice/voice.h"

/* The program at a counter: one window, one shift, the desk on its own thread. */
struct console {
	struct language *language;
	struct language *other; /* of the slip under a footer that is not in `language`; NULL
				 * until there is one */
	struct loop *loop;
	struct desk_thread *desk;
	struct voice *voice; /* NULL = silent */
	struct saver *saver;
	struct lists_finder *finder;
	struct plugged_finder *plugged;
	char device[32];           /* as it is named in events; "" = by default */
	char reports[PLACE_SIZE];  /* where it saves */
	char queue[WIRE_URI_SIZE]; /* where it prints */
	struct wire wire;          /* the same, as the settings say */
	struct shift shift;
	struct alarm alarm;
	struct office_preview preview;
	bool wrote; /* the guest book was open at the last frame */
};

/* False and one log line when texts, window or thread cannot be had; finish it all the same. */
bool console_init(struct console *console, const struct settings *settings);
void console_run(struct console *console);
void console_finish(struct console *console);

#endif
