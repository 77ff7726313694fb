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

/* Name and meaning; without a meaning (NULL) a low card's name has the line's room too. */
void card_draw_name(struct ui *ui, struct rect card, enum theme_token ink, const char *name,
	const char *short_name, const char *meaning);

/* The line at the foot of a tall card, or under the name of a low one. */
struct rect card_line(const struct ui *ui, struct rect card);

#endif
