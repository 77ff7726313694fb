/* What the waiting room hears: the vectors of domain.md §8.1, and the clips of it. */
#include "app/voice/call.h"
#include "tests/unit/check.h"

#include <string.h>

static const char *const PATTERN = "Nomor antrean, {ticket}, silakan menuju loket {counter}";
static const char *const ENGLISH = "Queue number, {ticket}, please go to counter {counter}.";

static void the_vectors_are_said(void **state)
{
	static const struct {
		const char *ticket;
		int counter;
		enum call_mode mode;
		const char *text;
	} rows[] = {
		{"A001", 1, CALL_DIGITS,
			"Nomor antrean, A, nol nol satu, silakan menuju loket satu"},
		{"A011", 2, CALL_DIGITS,
			"Nomor antrean, A, nol satu satu, silakan menuju loket dua"},
		{"A011", 2, CALL_WORDS, "Nomor antrean, A, sebelas, silakan menuju loket dua"},
		{"K021", 3, CALL_WORDS,
			"Nomor antrean, K, dua puluh satu, silakan menuju loket tiga"},
		{"P100", 11, CALL_WORDS, "Nomor antrean, P, seratus, silakan menuju loket sebelas"},
		{"R110", 1, CALL_WORDS,
			"Nomor antrean, R, seratus sepuluh, silakan menuju loket satu"},
		{"J119", 4, CALL_WORDS,
			"Nomor antrean, J, seratus sembilan belas, silakan menuju loket empat"},
		{"D205", 12, CALL_WORDS,
			"Nomor antrean, D, dua ratus lima, silakan menuju loket dua belas"},
		{"K007", 2, CALL_DIGITS,
			"Nomor antrean, K, nol nol tujuh, silakan menuju loket dua"},
		{"PS1204", 2, CALL_DIGITS,
			"Nomor antrean, P S, satu dua nol empat, silakan menuju loket dua"},
	};
	char text[CALL_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_true(call_text(VOICE_INDONESIAN, PATTERN, rows[i].ticket, rows[i].counter,
			rows[i].mode, text, sizeof(text)));
		assert_string_equal(text, rows[i].text);
	}
}

static void english_is_said_likewise(void **state)
{
	char text[CALL_SIZE];
	(void)state;
	assert_true(call_text(VOICE_ENGLISH, ENGLISH, "K007", 2, CALL_DIGITS, text, sizeof(text)));
	assert_string_equal(text, "Queue number, K, zero zero seven, please go to counter two.");
	assert_true(call_text(VOICE_ENGLISH, ENGLISH, "K121", 12, CALL_WORDS, text, sizeof(text)));
	assert_string_equal(
		text, "Queue number, K, one hundred and twenty one, please go to counter twelve.");
	/* Beyond the words there are digits. */
	assert_true(
		call_text(VOICE_ENGLISH, "{ticket}", "K12345", 1, CALL_WORDS, text, sizeof(text)));
	assert_string_equal(text, "K, one two three four five");
}

static void what_is_no_ticket_is_not_called(void **state)
{
	static const char *const wrong[] = {"", "007", "K", "K-7", "K7a", "K 7",
		"\xC3\xA9"
		"1",
		"K-1"};
	char text[CALL_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_false(call_text(
			VOICE_INDONESIAN, PATTERN, wrong[i], 1, CALL_DIGITS, text, sizeof(text)));
		assert_string_equal(text, "");
	}
	assert_false(
		call_text(VOICE_INDONESIAN, PATTERN, "K007", -1, CALL_DIGITS, text, sizeof(text)));
	assert_false(call_text(VOICE_INDONESIAN, PATTERN, "K007", 1, CALL_DIGITS, text, 20));
	assert_string_equal(text, "");
}

static void a_wording_is_an_offices_own(void **state)
{
	char text[CALL_SIZE];
	(void)state;
	assert_true(call_text(VOICE_INDONESIAN, "Loket {counter}: {ticket} {x} {", "K007", 3,
		CALL_WORDS, text, sizeof(text)));
	assert_string_equal(text, "Loket tiga: K, tujuh x} ");
	assert_true(
		call_text(VOICE_INDONESIAN, "Silakan.", "K007", 3, CALL_WORDS, text, sizeof(text)));
	assert_string_equal(text, "Silakan.");
}

static void assert_clips(enum voice_language language, const char *text, const char *lines)
{
	char clips[CALL_SIZE];
	assert_true(call_clips(language, text, clips, sizeof(clips)));
	assert_string_equal(clips, lines);
}

static void sentences_are_put_together_from_clips(void **state)
{
	char narrow[16];
	(void)state;
	assert_clips(VOICE_INDONESIAN, "Nomor antrean, K, nol nol tujuh, silakan menuju loket dua",
		"Nomor antrean,\nK,\nnol\nnol\ntujuh,\nsilakan menuju loket\ndua");
	assert_clips(VOICE_INDONESIAN, "Nomor antrean, PS, dua puluh satu. Loket dua belas.",
		"Nomor antrean,\nPS,\ndua\npuluh\nsatu.\nLoket\ndua\nbelas.");
	assert_clips(VOICE_ENGLISH, "Queue number, K, twenty one, please go to counter two.",
		"Queue number,\nK,\ntwenty\none,\nplease go to counter\ntwo.");
	assert_clips(VOICE_INDONESIAN, "", "");
	assert_clips(VOICE_INDONESIAN, " , . !", "");
	assert_clips(VOICE_INDONESIAN, "Satu loket lagi!", "Satu loket lagi.");
	assert_false(call_clips(
		VOICE_INDONESIAN, "Nomor antrean, silakan menuju loket", narrow, sizeof(narrow)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vectors_are_said),
		cmocka_unit_test(english_is_said_likewise),
		cmocka_unit_test(what_is_no_ticket_is_not_called),
		cmocka_unit_test(a_wording_is_an_offices_own),
		cmocka_unit_test(sentences_are_put_together_from_clips),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
