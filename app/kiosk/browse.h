#ifndef APP_KIOSK_BROWSE_H
#define APP_KIOSK_BROWSE_H

#include "app/kiosk/layout.h"
#include "app/ui/widget.h"

/*
 * Leafing through what does not fit one screen: by two large buttons, never by a gesture. The
 * visitor's place is a thing, not a page, as another text size makes other pages.
 */
struct browse {
	int page, pages;
	int first, per_page; /* of the things on this page; as many on each */
};

/* The page of `count` things on which the visitor's is, `per_page` on each; what is no more there
 * is on the last. */
struct browse browse_at(const struct visit *visit, int count, int per_page);

/* The title, and at its right "Halaman 2 dari 4" if there is more than one. */
void browse_heading(struct ui *ui, const struct layout *layout, const struct browse *browse,
	const char *title, const char *brief);

/* The foot: back to the page before or the screen before; on to the next page, or, on the last
 * where `ends`, done. */
struct action browse_foot(
	struct ui *ui, const struct journey *journey, const struct browse *browse, bool ends);

#endif
