#ifndef APP_PAPER_PAGE_H
#define APP_PAPER_PAGE_H

#include "app/paper/paper.h"

/* Drawing on a 1-bit page; everything is clipped to it. */

/* A white page. */
void page_init(struct page *page, int width, int height);

/* Makes one dot black, or white. */
void page_set(struct page *page, int x, int y, bool white);

void page_fill(struct page *page, int x, int y, int width, int height, bool white);

#endif
