#ifndef APP_CONSOLE_SAVER_H
#define APP_CONSOLE_SAVER_H

#include "app/base/place.h"
#include "app/report/save.h"

/* Writes reports to files on a thread of its own, because a stick may take its time: the loop does
 * not wait for it, and nor does the desk. One at a time. */
struct saved {
	enum result result;
	char path[PLACE_SIZE]; /* of the file, or of the folder where it could not be written */
};

/* On the saver's thread, once a job: must hand it over and return; released with free(). */
typedef void saver_deliver(void *context, struct saved *saved);

struct saver;

/* `folder` and `language` are borrowed until saver_destroy. */
struct saver *saver_create(
	const char *folder, const struct language *language, saver_deliver *deliver, void *context);

/* Begins to write a copy of `report`; false while another is being written, or without a thread. */
bool saver_save(struct saver *saver, enum report_format format, const struct report *report,
	const struct office *office);

/* Waits for what is being written. NULL is fine. */
void saver_destroy(struct saver *saver);

#endif
