#ifndef APP_CONSOLE_SAVER_H
#define APP_CONSOLE_SAVER_H

#include "app/base/place.h"
#include "app/report/save.h"
#include "app/slip/appointment.h"

/* Writes reports to files, or prints them, and slips, on a thread of its own, because a stick or a
 * printer may take its time: the loop does not wait for it, and nor does the desk. One at a time.
 */
struct saved {
	enum result result;
	bool printed;          /* on paper; else in a file */
	bool slip;             /* an appointment's slip, on paper; no report */
	bool confirmed;        /* the printer itself says so */
	bool busy;             /* nothing was begun: the one before is not done */
	char path[PLACE_SIZE]; /* of the file, or of the folder where it could not be written; or
				* the name of the print queue */
};

/* On the saver's thread, once a job: must hand it over and return; released with free(). */
typedef void saver_deliver(void *context, struct saved *saved);

/* Where it is written, and where it is printed (print_page.h), which may be another queue at the
 * next job. Borrowed until saver_destroy. */
struct saver_options {
	const char *folder;
	const char *queue;
	const struct language *language;
};

struct saver;

struct saver *saver_create(
	const struct saver_options *options, saver_deliver *deliver, void *context);

/* Begins to write a copy of `report`, or with REPORT_FORMATS to print it; false while another is
 * being written, or without a thread. */
bool saver_save(struct saver *saver, enum report_format format, const struct report *report,
	const struct office *office);

/* Begins to print an appointment's slip; false likewise. */
bool saver_print_slip(
	struct saver *saver, const struct appointment_slip *slip, const struct office *office);

/* Waits for what is being written; what is being printed is cancelled, a few seconds at most. NULL
 * is fine. */
void saver_destroy(struct saver *saver);

#endif
