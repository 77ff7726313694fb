#include "app/kiosk/brush.h"

void brush_finish(struct brush *brush)
{
	page_finish(&brush->page);
}

bool brush_paint(
	void *context, const struct document_item *item, int width, struct escpos_dots *out_dots)
{
	struct brush *brush = context;
	struct page *page = &brush->page;
	/* The document borrows the item and is not finished. */
	struct document_item copy = *item;
	const struct document document = {.items = &copy, .count = 1};
	page_finish(page);
	if (!paper_render(brush->paper, &document, width, page)) {
		return false;
	}
	*out_dots = (struct escpos_dots){page->bits, page->width, page->height, page->pitch};
	return true;
}
