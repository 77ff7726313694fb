#ifndef TESTS_SUPPORT_PAGES_H
#define TESTS_SUPPORT_PAGES_H

#include "app/paper/paper.h"

#include <stddef.h>

/* Pages on paper as accepted, and what a telephone reads from them. */

/* Debian's fonts for paper; without them the program says so and ends with 77. */
struct paper *pages_open_paper(void);

/* Compares with tests/golden/<name>.png, dot by dot; GILIRAN_ACCEPT=1 writes it anew. */
void page_compare(const struct page *page, const char *name);

/* The text of the QR code on the page, as zbarimg reads it; ends with 77 where that is missing. */
void page_read_code(const struct page *page, char *out_text, size_t size);

#endif
