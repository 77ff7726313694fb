#ifndef APP_PAPER_PAPER_H
#define APP_PAPER_PAPER_H

#include "app/base/document.h"

#include <stdbool.h>
#include <stdint.h>

/* A document laid out to a 1-bit page with the screens' fonts (look.md §5 "Paper"). */
struct page {
	int width, height; /* dots */
	int pitch;         /* bytes a row */
	uint8_t *bits;     /* most significant bit left, 1 = black */
};
void page_finish(struct page *page);

/* Fonts in memory; keep one a program. NULL and one log line that names the
 * missing Debian package. */
struct paper;
struct paper *paper_create(void);
void paper_destroy(struct paper *paper);

/* Draws `document` for paper of `width` dots (384, 576, …). Release with page_finish. */
bool paper_render(
	struct paper *paper, const struct document *document, int width, struct page *out_page);

#endif
