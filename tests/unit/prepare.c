/* What stands on a screen, as it is to be said. */
#include "app/voice/prepare.h"
#include "tests/unit/check.h"

#include <string.h>

struct row {
	const char *written, *said;
};

static void assert_said(enum voice_language language, const struct row *rows, size_t count)
{
	char text[PREPARE_SIZE];
	for (size_t i = 0; i < count; i++) {
		assert_true(prepare_text(language, rows[i].written, text, sizeof(text)));
		assert_string_equal(text, rows[i].said);
	}
}

static void indonesian_is_prepared(void **state)
{
	static const struct row rows[] = {
		{"Selamat pagi.", "Selamat pagi."},
		{"Nomor K007", "Nomor K, nol nol tujuh"},
		{"PS1204", "P S, satu dua nol empat"},
		{"Buka sampai 15.30", "Buka sampai lima belas tiga puluh"},
		{"pukul 08.00", "pukul delapan"},
		{"pukul 10.05", "pukul sepuluh nol lima"},
		{"3 orang menunggu · ± 15 menit", "tiga orang menunggu , sekitar lima belas menit"},
		{"Rp1.250.000", "satu juta dua ratus lima puluh ribu rupiah"},
		{"Rp500", "lima ratus rupiah"},
		{"1.001", "seribu satu"},
		{"98,4 %", "sembilan puluh delapan koma empat %"},
		{"23 November 2026", "dua puluh tiga November dua ribu dua puluh enam"},
		{"Buku tamu · 2 dari 4", "Buku tamu , dua dari empat"},
		{"08123456789", "nol delapan satu dua tiga empat lima enam tujuh delapan sembilan"},
		{"Senin–Kamis", "Senin sampai Kamis"},
		{"biaya/tarif", "biaya atau tarif"},
		{"siti@bps.go.id", "siti et bps titik go titik id"},
		{"a7b@c.id", "a tujuh b et c titik id"},
		{"Lihat bps.go.id.", "Lihat bps titik go titik id."},
		{"", ""},
		{"a\nb\x01"
		 "c",
			"a b c"},
		{"versi A4b", "versi A4b"},
	};
	(void)state;
	assert_said(VOICE_INDONESIAN, rows, sizeof(rows) / sizeof(rows[0]));
}

static void english_is_prepared(void **state)
{
	static const struct row rows[] = {
		{"Open until 15.30", "Open until fifteen thirty"},
		{"at 10.00", "at ten o'clock"},
		{"about 3.5 days", "about three point five days"},
		{"Ticket K012", "Ticket K, zero one two"},
		{"1.250.000", "1250000"},
		{"a@b.id", "a at b dot id"},
		{"on 23 November 2026", "on twenty three November two thousand and twenty six"},
	};
	(void)state;
	assert_said(VOICE_ENGLISH, rows, sizeof(rows) / sizeof(rows[0]));
}

static void assert_character(enum voice_language language, const char *typed, const char *said)
{
	char text[32];
	assert_true(prepare_character(language, typed, text, sizeof(text)));
	assert_string_equal(text, said);
}

static void a_typed_character_is_named(void **state)
{
	char text[32];
	(void)state;
	assert_character(VOICE_INDONESIAN, "S", "S");
	assert_character(VOICE_INDONESIAN, "7", "tujuh");
	assert_character(VOICE_INDONESIAN, " ", "spasi");
	assert_character(VOICE_INDONESIAN, "@", "et");
	assert_character(VOICE_ENGLISH, ".com", "dot");
	assert_character(VOICE_ENGLISH, "_", "underscore");
	assert_character(VOICE_ENGLISH, "\xC3\xA9t", "\xC3\xA9");
	assert_false(prepare_character(VOICE_ENGLISH, "", text, sizeof(text)));
	assert_string_equal(text, "");
}

static void what_is_too_long_is_cut_and_said_so(void **state)
{
	char text[16];
	(void)state;
	assert_false(prepare_text(VOICE_INDONESIAN, "nomor antrean 999999", text, sizeof(text)));
	assert_true(strlen(text) < sizeof(text));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(indonesian_is_prepared),
		cmocka_unit_test(english_is_prepared),
		cmocka_unit_test(a_typed_character_is_named),
		cmocka_unit_test(what_is_too_long_is_cut_and_said_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
