#ifndef APP_DISPLAY_RUNNING_H
#define APP_DISPLAY_RUNNING_H

#include "app/ui/ui.h"

enum { RUNNING_PAGE_MS = 8000, RUNNING_TEXT_SIZE = 1536 };

/*
 * Splits `text` into pages no wider than `width` units: at "•" or the end of a sentence where it
 * can, else between words.
 * Writes page `page` (counted round) to `out_page` and returns how many there are, at least 1.
 */
int running_page(const struct ui *ui, struct ui_style style, int width, const char *text,
	int64_t page, char *out_page, size_t size);

/*
 * `text` as it can be shown: without control characters, marks that turn the direction of writing
 * or that nobody sees, and bytes that are no UTF-8. Whether anything was left out, or cut to
 * `size`.
 */
bool running_clean(const char *text, char *out_text, size_t size);

#endif
