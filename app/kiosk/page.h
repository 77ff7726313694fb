#ifndef APP_KIOSK_PAGE_H
#define APP_KIOSK_PAGE_H

#include "app/kiosk/chrome.h"

/* A page that says one thing: an icon, a headline, a few lines, and one or two buttons. */
struct page_button {
	const char *id, *label; /* label NULL = there is no such button */
	enum action_kind action;
};

struct page {
	const char *icon, *title, *text; /* in words, not keys */
	struct page_button first, last;  /* `last` is the one that most want */
};

/* Tells what is left of its time, if it closes by itself; a touch beside its buttons gives more. */
struct action page_draw(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct page *page);

/* A page in the middle of a visit, which asks: its answers stand on it, and the foot has the ways
 * back and to help as every step has. */
struct action page_ask(struct ui *ui, const struct lobby *lobby, const struct journey *journey,
	const struct page *page);

#endif
