#ifndef APP_ADMIN_TEST_PAGE_H
#define APP_ADMIN_TEST_PAGE_H

#include "app/admin/admin.h"
#include "app/base/document.h"
#include "app/paper/paper.h"

/* What `giliran print-test` prints. */

/* The paper of a slip printer. */
struct test_paper {
	const char *name; /* "80mm" */
	int dots, columns;
};

/* Office, printer, paper (NULL = A4), letters, sizes and a QR code; end with document_finish. */
void test_page_write(const struct admin *admin, const char *printer, const struct test_paper *paper,
	struct document *out_document);

/*
 * Draws it for a slip of `width` dots, with a ruler below that goes from the first dot to the last:
 * a line every millimetre, a long one every centimetre, a box round it. End with page_finish. False
 * and one log line when it cannot.
 */
bool test_page_draw(
	struct paper *paper, const struct document *document, int width, struct page *out_page);

#endif
