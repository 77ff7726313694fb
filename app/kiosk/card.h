#ifndef APP_KIOSK_CARD_H
#define APP_KIOSK_CARD_H

#include "app/ui/widget.h"

/*
 * What a card of a service shows, whatever its size: a tall one its icon at the top left, the name
 * beside it, the meaning below and a line at the foot; a low one, and any with large text, the name
 * and a line beside the icon.
 */
enum { CARD_MEANS = 260 }; /* from this height on the meaning has room */

bool card_is_low(const struct ui *ui, struct rect card);

/* Where the icon's tile stands. */
struct rect card_tile(const struct ui *ui, struct rect card);

struct card_words {
	const char *name, *brief; /* whole and short */
	const char *meaning;      /* NULL: a low card's name has the line's room too */
	enum theme_token ink;
	bool needs_line; /* the line is not given up for the name */
};

/* Cards that stand together are set alike: their names, and their meanings. */
struct card_sizes {
	struct ui_style name, meaning;
};

/* Whole, for card_fit. */
struct card_sizes card_sizes_whole(void);

/* Makes `sizes` as small as this card needs them, by one step at most (chrome_alike). */
void card_fit(const struct ui *ui, struct rect card, const struct card_words *words,
	struct card_sizes *sizes);

/* Name and meaning, in `sizes`. Returns the line at the foot of a tall card, or under the name of a
 * low one. On a low card a name that is too long is short, then one size smaller, then on two
 * lines, and with large text in the line's place, which then has no height (look.md §2). */
struct rect card_draw_words(
	struct ui *ui, struct rect card, struct card_words words, const struct card_sizes *sizes);

#endif
