#ifndef APP_KIOSK_BRUSH_H
#define APP_KIOSK_BRUSH_H

#include "app/paper/paper.h"
#include "drivers/escpos.h"

/*
 * Draws with the paper's fonts what a slip of text cannot spell: a `struct escpos_painter` is
 * {brush_paint, &brush}. Begins as {.paper = …}, which is borrowed.
 */
struct brush {
	struct paper *paper;
	struct page page; /* what was drawn last */
};
void brush_finish(struct brush *brush);

/* See struct escpos_painter; `context` is a struct brush. */
bool brush_paint(
	void *context, const struct document_item *item, int width, struct escpos_dots *out_dots);

#endif
