#ifndef APP_DISPLAY_DISPLAY_H
#define APP_DISPLAY_DISPLAY_H

#include "app/base/settings.h"
#include "app/desk/desk_thread.h"
#include "app/display/announcer.h"
#include "app/display/caller.h"
#include "app/display/led_board.h"
#include "app/display/screen.h"
#include "app/display/slide_worker.h"
#include "app/display/slides.h"
#include "app/display/windowless.h"
#include "app/ui/loop.h"

/* The program giliran-display: a screen, an LED board, the voice; one desk thread, one loop. */
struct display {
	struct language *language;
	struct loop *loop; /* one of these two */
	struct windowless *windowless;
	struct led_board board;
	struct settings settings; /* the board's are those in use */
	struct wire wire;         /* of the board, as the settings say */
	struct caller caller;
	struct announcer announcer;
	struct slides slides;
	struct slide_worker *pictures; /* NULL = there are none */
	bool opened;                   /* the desk is there: it may be told things */
	struct desk_thread *desk;
	struct clock clock;     /* the desk's, from its first message */
	int64_t looked_ticks;   /* when the store was last asked for a view without need */
	bool lost;              /* the store was there and is not any more */
	int64_t lost_ms;        /* since, office time */
	struct office *office;  /* owned */
	struct desk_view *view; /* owned */
	struct display_model model;
};

/* False and one log line when texts, window or thread cannot be had; finish it all the same. */
bool display_init(struct display *display, const struct settings *settings);

/* Until the window is closed or the program is told to end. */
void display_run(struct display *display);

void display_finish(struct display *display);

#endif
