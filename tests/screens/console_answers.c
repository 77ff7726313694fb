/* What the guest book says in the console's words. */
#include "app/base/text.h"
#include "app/console/answers.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <limits.h>
#include <string.h>

#include <cmocka.h>

static const struct office office; /* that adds nothing of its own */

struct page {
	struct ui ui;
	struct guest guest;
};

static void open_page(struct page *page)
{
	*page = (struct page){.guest = {.name = ""}};
	golden_start(&page->ui, "id", 1280, 800);
}

static void test_a_set(void **state)
{
	(void)state;
	static const struct {
		int code;
		const char *words;
	} rows[] = {
		{0, ""},
		{4, "Situs web atau AllStats BPS"},
		{8 | 1, "Datang langsung ke PST, Surat atau email"},
		/* Only of a damaged store: what is known of it is said, and it ends. */
		{INT_MAX & ~7, "Surat atau email, Aplikasi pesan, seperti WhatsApp, Lainnya"},
		{INT_MIN, ""},
	};
	struct page page;
	open_page(&page);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[ANSWERS_SIZE];
		answers_set(&page.ui, &office, GUEST_MEDIA, rows[i].code, text, sizeof(text));
		assert_string_equal(text, rows[i].words);
	}
	golden_finish(&page.ui);
}

static void expect_item(struct page *page, const char *words)
{
	char text[ANSWERS_SIZE];
	answers_item(&page->ui, &office, &page->guest, 0, text);
	assert_string_equal(text, words);
}

static void test_an_item_of_data(void **state)
{
	(void)state;
	struct page page;
	open_page(&page);
	struct guest_item *item = &page.guest.items[0];
	text_copy(item->region, sizeof(item->region), "Sesayap");
	expect_item(&page, ""); /* of no item there is nothing to say */
	text_copy(page.guest.data_needed[0], GUEST_NOTE_SIZE, "Jumlah penduduk");
	item->region[0] = '\0';
	expect_item(&page, "Jumlah penduduk");
	text_copy(item->from, sizeof(item->from), "2020");
	expect_item(&page, "Jumlah penduduk (2020)");
	text_copy(item->until, sizeof(item->until), "2020");
	expect_item(&page, "Jumlah penduduk (2020)");
	text_copy(item->until, sizeof(item->until), "2024");
	text_copy(item->region, sizeof(item->region), "Sesayap");
	item->level = 4;
	item->period = 4;
	item->national = 1;
	expect_item(&page, "Jumlah penduduk (Kecamatan · Tahunan · Sesayap · 2020–2024 · "
			   "pembangunan nasional)");
	item->national = 2;
	expect_item(&page, "Jumlah penduduk (Kecamatan · Tahunan · Sesayap · 2020–2024)");
	golden_finish(&page.ui);
}

static void test_what_stands_nowhere_else(void **state)
{
	(void)state;
	static const struct {
		const char *key, *words;
	} rows[ANSWERS_MORE] = {
		{"console.form.field.office_purpose", "Lainnya: rapat"},
		{"console.form.field.services_used", "Perpustakaan, Konsultasi statistik"},
		{"console.form.field.media", "Surat atau email, Lainnya: radio"},
		{"console.form.field.disability", "Ya: Sensorik"},
	};
	char text[ANSWERS_SIZE];
	const char *key;
	struct page page;
	open_page(&page);
	struct guest *guest = &page.guest;
	for (int i = 0; i < ANSWERS_MORE; i++) {
		assert_false(answers_more(&page.ui, &office, guest, i, &key, text));
	}
	guest->office_purpose = 99;
	text_copy(guest->office_purpose_other, sizeof(guest->office_purpose_other), "rapat");
	guest->services_used = 1 | 16;
	guest->media = 8 | 32;
	text_copy(guest->media_other, sizeof(guest->media_other), "radio");
	guest->disability = 1;
	guest->disability_kind = 4;
	for (int i = 0; i < ANSWERS_MORE; i++) {
		assert_true(answers_more(&page.ui, &office, guest, i, &key, text));
		assert_string_equal(key, rows[i].key);
		assert_string_equal(text, rows[i].words);
	}
	golden_finish(&page.ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_set),
		cmocka_unit_test(test_an_item_of_data),
		cmocka_unit_test(test_what_stands_nowhere_else),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
