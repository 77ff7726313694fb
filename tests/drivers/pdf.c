#include "app/paper/pdf.h"
#include "app/base/document.h"
#include "tests/support/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Whether `text` stands in the file. */
static bool has(const uint8_t *pdf, size_t size, const char *text)
{
	size_t length = strlen(text);

	for (size_t at = 0; at + length <= size; at++) {
		if (memcmp(pdf + at, text, length) == 0) {
			return true;
		}
	}
	return false;
}

static struct pdf *open_pdf(void)
{
	/* Without Debian's fonts the test is skipped. */
	paper_destroy(pages_open_paper());
	struct pdf *pdf = pdf_create();
	assert_non_null(pdf);
	return pdf;
}

static void add_lines(struct document *document, int count)
{
	for (int i = 0; i < count; i++) {
		document_add(document, DOCUMENT_LINE, "Konsultasi Statistik 0123456789")->size =
			DOCUMENT_BODY;
	}
}

static void test_a_document_is_as_many_a4_pages_as_it_takes(void **state)
{
	/* 36 dots a line of the body; 22 above, 1821 dots a page. */
	static const struct {
		int lines;
		const char *count;
	} rows[] = {{1, "/Count 1"}, {49, "/Count 1"}, {51, "/Count 2"}, {120, "/Count 3"}};
	struct pdf *pdf = open_pdf();

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct document document = {0};
		uint8_t *bytes;
		size_t size;
		add_lines(&document, rows[i].lines);
		assert_true(pdf_render(pdf, &document, "Uji", &bytes, &size));
		assert_memory_equal(bytes, "%PDF-1.", 7);
		assert_memory_equal(bytes + size - 6, "%%EOF\n", 6);
		assert_true(has(bytes, size, rows[i].count));
		assert_true(has(bytes, size, "[ 0 0 595.276001 841.890015 ]") ||
			    has(bytes, size, "[ 0 0 595.276 841.89 ]"));
		/* The fonts are inside, so that it looks the same everywhere. */
		assert_true(has(bytes, size, "+Inter-Medium"));
		free(bytes);
		document_finish(&document);
	}
	pdf_destroy(pdf);
}

static void test_too_long_is_refused(void **state)
{
	struct pdf *pdf = open_pdf();
	struct document document = {0};
	uint8_t *bytes;
	size_t size;

	(void)state;
	add_lines(&document, 400);
	assert_false(pdf_render(pdf, &document, "Uji", &bytes, &size));
	document_finish(&document);
	pdf_destroy(pdf);
}

/* Every kind of item, an empty document, and a code that is too long. */
static void test_every_item(void **state)
{
	struct pdf *pdf = open_pdf();
	struct document document = {0};
	char code[1200];
	uint8_t *bytes;
	size_t size;

	(void)state;
	assert_true(pdf_render(pdf, &document, "", &bytes, &size));
	free(bytes);
	memset(code, 'x', sizeof(code) - 1);
	code[sizeof(code) - 1] = '\0';
	document_add(&document, DOCUMENT_NUMBER, "K007");
	document_add(&document, DOCUMENT_RULE, NULL);
	document_add(&document, DOCUMENT_DASHES, NULL);
	document_add(&document, DOCUMENT_BAND, "LATIHAN")->heart = true;
	document_add(&document, DOCUMENT_QR, "https://bps.go.id");
	document_add(&document, DOCUMENT_QR, code);
	document_add(&document, DOCUMENT_SPACE, NULL)->space = 40;
	document_add_pair(&document, "kiri", code + 600)->size = DOCUMENT_FIGURE;
	document_add(&document, DOCUMENT_LINE, "*tebal* dan \xc3\xa4")->heart = true;
	assert_true(pdf_render(pdf, &document, "Uji", &bytes, &size));
	assert_true(has(bytes, size, "/Count 1"));
	free(bytes);
	document_finish(&document);
	pdf_destroy(pdf);
	pdf_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_document_is_as_many_a4_pages_as_it_takes),
		cmocka_unit_test(test_too_long_is_refused),
		cmocka_unit_test(test_every_item),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
