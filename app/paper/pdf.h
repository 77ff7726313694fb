#ifndef APP_PAPER_PDF_H
#define APP_PAPER_PDF_H

#include "app/base/document.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A document on A4 pages as PDF: the same layout as a slip's (layout.h), with the fonts in the
 * file, so that text stays text. A layout's dot is 0.4 points, which makes the body of a slip
 * 10.4 points; the page keeps a margin of 20 mm. What is longer than a page goes on on the next
 * one, never in the middle of a line.
 */

/* Fonts in memory; keep one a program. NULL and one log line that names the missing Debian
 * package. */
struct pdf;
struct pdf *pdf_create(void);
void pdf_destroy(struct pdf *pdf);

/* `title` is what a viewer shows in its window. False and one log line when the document is longer
 * than LAYOUT_HEIGHT_MAX, about four pages; else *out_bytes is released with free(). */
bool pdf_render(struct pdf *pdf, const struct document *document, const char *title,
	uint8_t **out_bytes, size_t *out_size);

#endif
