#ifndef APP_CONSOLE_SLIP_JOB_H
#define APP_CONSOLE_SLIP_JOB_H

#include "app/console/saver.h"
#include "app/slip/appointment.h"

/* A slip that the console prints on its own queue, in the clerk's sight: through the outbox it
 * would come out at the kiosk, beside another visitor. */
struct slip_job {
	struct appointment_slip slip;
	const struct office *office;
	const struct language *language;
	const char *queue;   /* as of print_page_send: "" = the usual one */
	struct paper *paper; /* borrowed, of the loop's thread; NULL = nothing can be drawn */
	bool (*is_cancelled)(void *context);
	void *context;
};

/* Draws it and waits for the printer; for a thread that may. `saved` is told what became of it. */
void slip_job_print(const struct slip_job *job, struct saved *saved);

#endif
