#include "app/admin/test_page.h"

#include "app/base/text.h"
#include "app/paper/page.h"

#include <string.h>

enum {
	DOTS_MM = 8, /* 203 dots an inch: hardware.md §6.3 */
	RULER = 64,
	TICK = 16,
	LONG_TICK = 36,
	LINE = 2,
	TEXT_SIZE = 512,
};

static void add_line(
	struct document *document, const char *text, enum document_size size, bool bold)
{
	struct document_item *item = document_add(document, DOCUMENT_LINE, text);

	item->size = size;
	item->weight = bold ? DOCUMENT_BOLD : DOCUMENT_MEDIUM;
}

static void add_row(struct document *document, const char *label, const char *value)
{
	document_add_pair(document, label, value)->size = DOCUMENT_BODY;
}

static void add_paper(
	const struct language *language, const struct test_paper *paper, struct document *document)
{
	char dots[16], columns[16], text[TEXT_SIZE];

	if (!paper) {
		add_row(document, language_text(language, "admin.print_test.on"), "A4");
		return;
	}
	text_format(dots, sizeof dots, "%d", paper->dots);
	text_format(columns, sizeof columns, "%d", paper->columns);
	add_row(document, language_text(language, "admin.print_test.on"), paper->name);
	add_row(document, language_text(language, "admin.print_test.width"),
		language_with(language, "admin.print_test.dots", text, sizeof text, dots, columns));
}

void test_page_write(const struct admin *admin, const char *printer, const struct test_paper *paper,
	struct document *out_document)
{
	const struct language *language = admin->language;
	const char *office = admin->desk ? desk_office(admin->desk)->name
					 : language_text(language, "admin.print_test.no_office");
	char code[TEXT_SIZE];

	*out_document = (struct document){0};
	add_line(out_document, office, DOCUMENT_TITLE, true);
	document_add(
		out_document, DOCUMENT_BAND, language_text(language, "admin.print_test.title"));
	document_add(out_document, DOCUMENT_SPACE, NULL)->space = 12;
	add_row(out_document, language_text(language, "admin.print_test.printer"), printer);
	add_paper(language, paper, out_document);
	document_add(out_document, DOCUMENT_NUMBER, "123");
	document_add(out_document, DOCUMENT_DASHES, NULL);
	/* Every letter that a name or a place may bring, and each size. */
	add_line(out_document, language_text(language, "admin.print_test.letters"), DOCUMENT_BODY,
		false);
	add_line(out_document, "0123456789", DOCUMENT_NOTE, false);
	add_line(out_document, "0123456789", DOCUMENT_LABEL, false);
	add_line(out_document, "0123456789", DOCUMENT_FIGURE, true);
	document_add(out_document, DOCUMENT_RULE, NULL);
	text_format(code, sizeof code, "giliran print-test %s", paper ? paper->name : "A4");
	document_add(out_document, DOCUMENT_QR, code);
	add_line(out_document, code, DOCUMENT_NOTE, false);
	if (paper) {
		add_line(out_document, language_text(language, "admin.print_test.ruler"),
			DOCUMENT_NOTE, false);
	}
}

static void draw_ruler(struct page *page, int top)
{
	int bottom = top + RULER - LINE;

	page_fill(page, 0, top, page->width, LINE, false);
	page_fill(page, 0, bottom, page->width, LINE, false);
	page_fill(page, 0, top, LINE, RULER, false);
	page_fill(page, page->width - LINE, top, LINE, RULER, false);
	for (int mm = 1; mm * DOTS_MM < page->width; mm++) {
		page_fill(page, mm * DOTS_MM, top, LINE, mm % 10 == 0 ? LONG_TICK : TICK, false);
	}
}

bool test_page_draw(
	struct paper *paper, const struct document *document, int width, struct page *out_page)
{
	struct page text;

	if (!paper_render(paper, document, width, &text)) {
		return false;
	}
	page_init(out_page, width, text.height + RULER);
	memcpy(out_page->bits, text.bits, (size_t)text.height * (size_t)text.pitch);
	draw_ruler(out_page, text.height);
	page_finish(&text);
	return true;
}
