#ifndef APP_UI_ICON_H
#define APP_UI_ICON_H

#include <stdbool.h>
#include <stddef.h>

/* UTF-8 of the icon with this name in Debian's Material Design Icons 1.6.50 (look.md §6), such as
 * "ticket-confirmation"; the help circle when there is none of that name. */
const char *icon_text(const char *name);

/* Name and text of icon `index` for the test against the font; false past the last. */
bool icon_at(size_t index, const char **out_name, const char **out_text);

#endif
