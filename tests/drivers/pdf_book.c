/* Tables on A4 pages: how many pages they take, and how their columns share the width. */
#include "app/base/text.h"
#include "app/paper/pdf_book_parts.h"
#include "tests/support/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int count_pages(const uint8_t *bytes, size_t size)
{
	static const char mark[] = "/Count ";
	for (size_t at = 0; at + sizeof(mark) < size; at++) {
		if (memcmp(bytes + at, mark, sizeof(mark) - 1) == 0) {
			return bytes[at + sizeof(mark) - 1] - '0';
		}
	}
	return 0;
}

static void add_table(struct pdf_book *book, int columns, int rows)
{
	char text[32];
	pdf_book_begin_table(book, "Ringkasan");
	for (int i = 0; i < columns; i++) {
		pdf_book_add_text(book, "Lama menunggu");
	}
	pdf_book_end_row(book);
	for (int row = 0; row < rows; row++) {
		for (int i = 0; i < columns; i++) {
			text_format(text, sizeof(text), "%d", row);
			pdf_book_add_number(book, text, row);
		}
		pdf_book_end_row(book);
	}
}

static int pages_of(int columns, int rows, int tables)
{
	struct pdf *pdf = pdf_create();
	assert_non_null(pdf);
	struct pdf_book *book = pdf_book_create(pdf, "Oktober 2026", "BPS", "Dibuat");
	uint8_t *bytes = NULL;
	size_t size = 0;
	pdf_book_add_figure(book, "Kunjungan", "452", "P 236");
	for (int i = 0; i < tables; i++) {
		add_table(book, columns, rows);
	}
	assert_true(pdf_book_finish(book, &bytes, &size));
	assert_memory_equal(bytes, "%PDF-1.", 7);
	assert_memory_equal(bytes + size - 6, "%%EOF\n", 6);
	int pages = count_pages(bytes, size);
	free(bytes);
	pdf_destroy(pdf);
	return pages;
}

/* A row is 38 dots; 952 are below the figures of the first page, 1240 on another. */
static void test_a_table_goes_on_on_the_next_page(void **state)
{
	(void)state;
	paper_destroy(pages_open_paper());
	assert_int_equal(pages_of(5, 1, 1), 1);
	assert_int_equal(pages_of(5, 20, 1), 1);
	assert_int_equal(pages_of(5, 30, 1), 2);
	assert_int_equal(pages_of(5, 80, 1), 3);
	/* Three narrow ones stand beside each other. */
	assert_int_equal(pages_of(2, 20, 3), 1);
	assert_int_equal(pages_of(2, 20, 4), 2);
	/* A table without rows is none. */
	assert_int_equal(pages_of(5, 0, 9), 1);
}

static void test_widths_are_shared(void **state)
{
	(void)state;
	static const int least[] = {10, 20, 30}, liked[] = {10, 40, 130};
	int widths[3];
	book_share_width(least, liked, 3, 360, widths); /* room for all: in proportion */
	assert_int_equal(widths[0], 20);
	assert_int_equal(widths[1], 80);
	assert_int_equal(widths[2], 260);
	book_share_width(least, liked, 3, 120, widths); /* between: who wants more gets more */
	assert_int_equal(widths[0], 10);
	assert_int_equal(widths[1], 30);
	assert_int_equal(widths[2], 80);
	book_share_width(least, liked, 3, 30, widths); /* words are cut */
	assert_int_equal(widths[0], 5);
	assert_int_equal(widths[1], 10);
	assert_int_equal(widths[2], 15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_table_goes_on_on_the_next_page),
		cmocka_unit_test(test_widths_are_shared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
