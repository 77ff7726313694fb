#include "drivers/profile.h"

#include "app/base/settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void test_names_find_their_profile(void **state)
{
	(void)state;
	const struct printer_profile *profile;
	size_t count = 0;

	while ((profile = printer_profile_at(count))) {
		assert_ptr_equal(printer_profile_find(profile->name), profile);
		count++;
	}
	assert_in_range(count, 8, 20);
	assert_int_equal(printer_profile_find("80mm")->dots, 576);
	assert_int_equal(printer_profile_find("58mm")->dots, 384);
	assert_null(printer_profile_find("210mm"));
	assert_null(printer_profile_find(""));
}

/* A native font fits the head; what has no cutter reaches its tear bar by a feed. */
static void test_profiles_fit_their_printers(void **state)
{
	(void)state;
	const struct printer_profile *profile;

	for (size_t i = 0; (profile = printer_profile_at(i)); i++) {
		assert_true(profile->dots >= 384 && profile->dots <= 640);
		assert_true(profile->columns >= 32 && profile->columns <= 64);
		assert_true(profile->columns * (profile->font ? 9 : 12) <= profile->dots);
		assert_true(profile->cutter || profile->feed_dots > 0);
		assert_in_range(profile->feed_units, 0, 2);
	}
}

/* Every profile can be chosen by its name, and no other. */
static void test_settings_know_every_profile(void **state)
{
	(void)state;
	const struct printer_profile *profile;

	for (size_t i = 0; (profile = printer_profile_at(i)); i++) {
		char option[32] = "--paper", name[32];
		char program[] = "giliran-kiosk";
		char *argv[] = {program, option, name, NULL};
		struct settings settings;
		strncpy(name, profile->name, sizeof(name) - 1);
		name[sizeof(name) - 1] = '\0';
		assert_int_equal(settings_read(program, 3, argv, &settings), 0);
		assert_string_equal(settings.profile, profile->name);
	}
}

static void test_guesses(void **state)
{
	(void)state;
	static const struct {
		int vendor, product;
		const char *id, *profile;
	} rows[] = {
		{0x04b8, 0x0e28, "MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;", "80mm-epson"},
		{0x04b8, 0x0e27, "", "80mm-epson"},
		/* the model is more exact than the number, which several share */
		{0x04b8, 0x0202, "MFG:EPSON;MDL:TM-T20II;", "80mm-epson"},
		{0x04b8, 0x0202, "MFG:EPSON;MDL:UB-U05;", "80mm-512"},
		{0x04b8, 0x0e99, "MFG:EPSON;MDL:TM-T88VI;", "80mm-512"},
		{0x0416, 0x5011, "MFG:Zjiang;MDL:POS58;", "58mm"},
		{0x0416, 0x5011, "", "58mm"},
		{0x0416, 0x5011, "MFG:Xprinter;MDL:XP-80C;", "80mm-clone"},
		{0x0483, 0x5743, "MFG:POS;MDL:Printer;", "80mm-clone"},
		{0, 0, "MANUFACTURER:ZKTeco;MODEL:zkp8003;", "80mm-clone"},
		{0, 0, "MFG:BIXOLON;MDL:SRP-S300;", "80mm-640"},
		{0, 0, "MFG:CITIZEN;MDL:CT-S310II;", "80mm"},
		{0, 0, "MFG:Iware;MDL:MP-58II;", "58mm"},
		/* both numbers in it: the narrow one loses nothing */
		{0, 0, "MFG:x;MDL:POS-5880;", "58mm"},
		/* nobody knows them; "58" and "80" elsewhere are no model */
		{0x6868, 0x0200, "MFG:58;CMD:ESC/POS;SN:8058;MDL:Receipt Printer;", "safe"},
		{0x04b8, 0x0e99, "MFG:EPSON;MDL:TM-P20;", "safe"},
		{-1, -1, "", "safe"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const struct printer_profile *profile =
			printer_profile_guess(rows[i].vendor, rows[i].product, rows[i].id);
		assert_string_equal(profile->name, rows[i].profile);
	}
}

/* Nothing is asked of a printer that nobody knows: every dot of it is on every paper. */
static void test_safe_asks_nothing(void **state)
{
	(void)state;
	const struct printer_profile *safe = printer_profile_find("safe"), *other;

	for (size_t i = 0; (other = printer_profile_at(i)); i++) {
		assert_true(safe->dots <= other->dots);
	}
	assert_false(safe->native_qr);
	assert_false(safe->text_safe);
	assert_int_equal(safe->feed_units, 0);
	assert_int_equal(safe->code_page, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_find_their_profile),
		cmocka_unit_test(test_profiles_fit_their_printers),
		cmocka_unit_test(test_settings_know_every_profile),
		cmocka_unit_test(test_guesses),
		cmocka_unit_test(test_safe_asks_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
