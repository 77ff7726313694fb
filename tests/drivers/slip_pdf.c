#include "drivers/slip_pdf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Where `text` stands in the file; fails when it is not there. */
static size_t find(const uint8_t *pdf, size_t size, const char *text)
{
	size_t length = strlen(text);

	for (size_t at = 0; at + length <= size; at++) {
		if (memcmp(pdf + at, text, length) == 0) {
			return at;
		}
	}
	fail_msg("no \"%s\"", text);
	return 0;
}

static void check_begins(const uint8_t *pdf, size_t size, size_t at, const char *text)
{
	assert_true(at + strlen(text) <= size);
	assert_memory_equal(pdf + at, text, strlen(text));
}

/* A reader starts at the end: the table of objects is where it says, and so is each object. */
static void test_the_table_of_objects_is_right(void **state)
{
	static const uint8_t dots[] = {0x80, 0x01};
	size_t size;
	uint8_t *pdf = slip_pdf_make(dots, 8, 2, 1, &size);
	size_t end = find(pdf, size, "startxref\n") + strlen("startxref\n");
	size_t table = strtoul((const char *)pdf + end, NULL, 10);
	char text[64];

	(void)state;
	check_begins(pdf, size, 0, "%PDF-1.4\n");
	check_begins(pdf, size, size - 6, "%%EOF\n");
	check_begins(pdf, size, table, "xref\n0 6\n0000000000 65535 f \n");
	for (int i = 1; i <= 5; i++) {
		/* Each line of the table is 20 bytes (ISO 32000-1 §7.5.4). */
		size_t line = table + strlen("xref\n0 6\n") + 20 * (size_t)i;
		size_t at = strtoul((const char *)pdf + line, NULL, 10);
		check_begins(pdf, size, line + 10, " 00000 n \n");
		snprintf(text, sizeof(text), "%d 0 obj\n", i);
		check_begins(pdf, size, at, text);
	}
	free(pdf);
}

static void test_the_page_is_as_large_as_the_slip(void **state)
{
	static const uint8_t dots[72 * 8] = {0};
	size_t size;
	uint8_t *pdf = slip_pdf_make(dots, 576, 8, 72, &size);

	(void)state;
	/* 576 dots are 72 mm = 204.09 points, 8 dots are 1 mm = 2.83 points. */
	find(pdf, size, "/MediaBox [0 0 204.09 2.83]");
	find(pdf, size, "204.09 0 0 2.83 0 0 cm /Slip Do");
	free(pdf);
}

static void test_the_dots_are_in_it_without_the_rest_of_the_rows(void **state)
{
	/* Three bytes a row, of which 12 dots fill two. */
	static const uint8_t dots[] = {0xaa, 0xb0, 0xee, 0x55, 0xc0, 0xee, 0x0f, 0xd0, 0xee};
	static const uint8_t rows[] = {0xaa, 0xb0, 0x55, 0xc0, 0x0f, 0xd0};
	size_t size;
	uint8_t *pdf = slip_pdf_make(dots, 12, 3, 3, &size);
	size_t picture = find(pdf, size,
		"/Width 12 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]"
		" /Length 6 >>\nstream\n");
	size_t at = picture + find(pdf + picture, size - picture, "stream\n") + 7;

	(void)state;
	assert_memory_equal(pdf + at, rows, sizeof(rows));
	check_begins(pdf, size, at + sizeof(rows), "\nendstream");
	free(pdf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_table_of_objects_is_right),
		cmocka_unit_test(test_the_page_is_as_large_as_the_slip),
		cmocka_unit_test(test_the_dots_are_in_it_without_the_rest_of_the_rows),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
