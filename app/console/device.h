#ifndef APP_CONSOLE_DEVICE_H
#define APP_CONSOLE_DEVICE_H

#include "app/desk/view.h"
#include "app/ui/ui.h"

/* The devices in words for staff: what is wrong with one, what to do, and how its paper stands. */
enum device_need { /* the worse, the greater */
	DEVICE_FINE,
	DEVICE_CURED, /* not long ago */
	DEVICE_LOW,   /* a printer near the end of its paper */
	DEVICE_BROKEN,
};

enum { DEVICE_TEXT_SIZE = 256, DEVICE_CURED_MS = 10 * 60 * 1000 };

/* `paper_low`: with fewer slips left the paper is low; `now` in office ms. */
enum device_need device_need(const struct view_device *device, int paper_low, int64_t now);

/* How many need somebody: broken ones and those low on paper. */
int device_count_needy(const struct desk_view *view, int paper_low, int64_t now);

/* Whether a new roll may have been put in: the paper is low, out or in doubt, or somebody was at
 * the cover not long ago. */
bool device_may_renew(const struct view_device *device, int paper_low, int64_t now);

/* The one to speak of first: the worst, of equals a printer before others; NULL = there is none.
 * A device that is not a printer counts only when it is broken or just cured. */
const struct view_device *device_worst(const struct desk_view *view, int paper_low, int64_t now);

/* The first one of `kind` of which there is nothing to say; NULL. */
const struct view_device *device_fine(
	const struct desk_view *view, enum view_device_kind kind, int paper_low, int64_t now);

/* Its icon (app/ui/icon.h). */
const char *device_icon(const struct view_device *device, enum device_need need);

/* "Printer kiosk-1". */
const char *device_name(
	const struct ui *ui, const struct view_device *device, char out_text[DEVICE_TEXT_SIZE]);

/* "Printer kiosk-1: kertas habis", "… pulih pukul 10.42". */
const char *device_say(const struct ui *ui, const struct office *office,
	const struct view_device *device, enum device_need need, char out_text[DEVICE_TEXT_SIZE]);

/* What to do, in one sentence; "" when nothing is to be done. */
const char *device_mend(
	const struct ui *ui, const struct view_device *device, enum device_need need);

/* What the roll of a printer has fed, and how many slips are left; "" for other devices. */
const char *device_paper(
	const struct ui *ui, const struct view_device *device, char out_text[DEVICE_TEXT_SIZE]);

#endif
