#ifndef APP_KIOSK_BROWSE_H
#define APP_KIOSK_BROWSE_H

#include "app/kiosk/journey.h"
#include "app/ui/widget.h"

/* Leafing through what does not fit one screen: by two large buttons, never by a gesture. */
enum { BROWSE_CARDS = 9 }; /* cards on a page of the list of standards */

struct browse {
	int page, pages;
	int first; /* of the things on this page */
};

/* The visitor's page of `count` things, `per_page` on each; a page that is no more is the last. */
struct browse browse_at(const struct visit *visit, int count, int per_page);

/* "Halaman 2 dari 4" at the title's right, if there is more than one. */
void browse_draw_page(struct ui *ui, const struct browse *browse);

/* The foot: back to the page before or the screen before; on to the next page, or, on the last
 * where `ends`, done. */
struct action browse_foot(
	struct ui *ui, const struct journey *journey, const struct browse *browse, bool ends);

#endif
