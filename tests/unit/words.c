/* Numbers in words: the vectors of domain.md §4.4, English, and the edges. */
#include "app/voice/words.h"
#include "tests/unit/check.h"

#include <string.h>

static const struct {
	int64_t value;
	const char *words;
} indonesian[] =
	{
		{INT64_C(0), "nol"},
		{INT64_C(1), "satu"},
		{INT64_C(9), "sembilan"},
		{INT64_C(10), "sepuluh"},
		{INT64_C(11), "sebelas"},
		{INT64_C(12), "dua belas"},
		{INT64_C(15), "lima belas"},
		{INT64_C(19), "sembilan belas"},
		{INT64_C(20), "dua puluh"},
		{INT64_C(21), "dua puluh satu"},
		{INT64_C(30), "tiga puluh"},
		{INT64_C(99), "sembilan puluh sembilan"},
		{INT64_C(100), "seratus"},
		{INT64_C(101), "seratus satu"},
		{INT64_C(110), "seratus sepuluh"},
		{INT64_C(111), "seratus sebelas"},
		{INT64_C(112), "seratus dua belas"},
		{INT64_C(120), "seratus dua puluh"},
		{INT64_C(199), "seratus sembilan puluh sembilan"},
		{INT64_C(200), "dua ratus"},
		{INT64_C(211), "dua ratus sebelas"},
		{INT64_C(999), "sembilan ratus sembilan puluh sembilan"},
		{INT64_C(1000), "seribu"},
		{INT64_C(1001), "seribu satu"},
		{INT64_C(1010), "seribu sepuluh"},
		{INT64_C(1011), "seribu sebelas"},
		{INT64_C(1100), "seribu seratus"},
		{INT64_C(1111), "seribu seratus sebelas"},
		{INT64_C(1999), "seribu sembilan ratus sembilan puluh sembilan"},
		{INT64_C(2000), "dua ribu"},
		{INT64_C(10000), "sepuluh ribu"},
		{INT64_C(11000), "sebelas ribu"},
		{INT64_C(11011), "sebelas ribu sebelas"},
		{INT64_C(12345), "dua belas ribu tiga ratus empat puluh lima"},
		{INT64_C(21000), "dua puluh satu ribu"},
		{INT64_C(100000), "seratus ribu"},
		{INT64_C(101000), "seratus satu ribu"},
		{INT64_C(111111), "seratus sebelas ribu seratus sebelas"},
		{INT64_C(150000), "seratus lima puluh ribu"},
		{INT64_C(201000), "dua ratus satu ribu"},
		{INT64_C(190118), "seratus sembilan puluh ribu seratus delapan belas"},
		{INT64_C(999999),
			"sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan"},
		{INT64_C(1000000), "satu juta"},
		{INT64_C(1001000), "satu juta seribu"},
		{INT64_C(1011021), "satu juta sebelas ribu dua puluh satu"},
		{INT64_C(1500000), "satu juta lima ratus ribu"},
		{INT64_C(2001000), "dua juta seribu"},
		{INT64_C(5000000), "lima juta"},
		{INT64_C(12500000), "dua belas juta lima ratus ribu"},
		{INT64_C(121212121),
			"seratus dua puluh satu juta dua ratus dua belas ribu seratus dua puluh satu"},
		{INT64_C(1000000000), "satu miliar"},
		{INT64_C(1001001001), "satu miliar satu juta seribu satu"},
		{INT64_C(11000000000), "sebelas miliar"},
		{INT64_C(1000000000000), "satu triliun"},
		{INT64_C(1000000000000000) - 1, "sembilan ratus sembilan puluh sembilan triliun "
						"sembilan ratus sembilan puluh sembilan miliar "
						"sembilan ratus sembilan puluh sembilan juta "
						"sembilan ratus sembilan puluh sembilan ribu "
						"sembilan ratus sembilan puluh sembilan"},
		{INT64_C(1001000001000), "satu triliun satu miliar seribu"},
		{INT64_C(200000000000013), "dua ratus triliun tiga belas"},
		{INT64_C(100100100100100),
			"seratus triliun seratus miliar seratus juta seratus ribu seratus"},
},
  english[] = {
	  {0, "zero"},
	  {7, "seven"},
	  {12, "twelve"},
	  {20, "twenty"},
	  {42, "forty two"},
	  {99, "ninety nine"},
	  {100, "one hundred"},
	  {101, "one hundred and one"},
	  {110, "one hundred and ten"},
	  {345, "three hundred and forty five"},
	  {1000, "one thousand"},
	  {1001, "one thousand and one"},
	  {1100, "one thousand one hundred"},
	  {2026, "two thousand and twenty six"},
	  {9999, "nine thousand nine hundred and ninety nine"},
};

static void the_vectors_are_said(void **state)
{
	char words[WORDS_SIZE];
	(void)state;
	for (size_t i = 0; i < sizeof(indonesian) / sizeof(indonesian[0]); i++) {
		assert_true(
			words_number(VOICE_INDONESIAN, indonesian[i].value, words, sizeof(words)));
		assert_string_equal(words, indonesian[i].words);
	}
	for (size_t i = 0; i < sizeof(english) / sizeof(english[0]); i++) {
		assert_true(words_number(VOICE_ENGLISH, english[i].value, words, sizeof(words)));
		assert_string_equal(words, english[i].words);
	}
}

static void beyond_them_nothing_is_said(void **state)
{
	char words[WORDS_SIZE];
	(void)state;
	assert_false(words_number(VOICE_INDONESIAN, -1, words, sizeof(words)));
	assert_false(
		words_number(VOICE_INDONESIAN, WORDS_MAX_INDONESIAN + 1, words, sizeof(words)));
	assert_false(words_number(VOICE_INDONESIAN, INT64_MIN, words, sizeof(words)));
	assert_false(words_number(VOICE_ENGLISH, 10000, words, sizeof(words)));
	assert_string_equal(words, "");
}

/* What a listener would understand, read back by rules of its own. */
static int64_t listen(const char *words)
{
	static const char *const units[] = {"nol", "satu", "dua", "tiga", "empat", "lima", "enam",
		"tujuh", "delapan", "sembilan", "sepuluh", "sebelas"};
	static const struct {
		const char *word;
		int64_t value;
	} scales[] = {{"ribu", 1000}, {"juta", 1000000}, {"miliar", 1000000000},
		{"triliun", INT64_C(1000000000000)}};
	char copy[WORDS_SIZE];
	int64_t total = 0, group = 0, unit = 0;
	snprintf(copy, sizeof(copy), "%s", words);
	for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
		for (int i = 0; i < 12; i++) {
			unit = strcmp(word, units[i]) == 0 ? i : unit;
		}
		if (strcmp(word, "belas") == 0) {
			unit += 10;
		} else if (strcmp(word, "puluh") == 0) {
			group += unit * 10;
			unit = 0;
		} else if (strcmp(word, "ratus") == 0) {
			group += unit * 100;
			unit = 0;
		} else if (strcmp(word, "seratus") == 0) {
			group += 100;
		} else if (strcmp(word, "seribu") == 0) {
			total += 1000;
		}
		for (int i = 0; i < 4; i++) {
			if (strcmp(word, scales[i].word) == 0) {
				total += (group + unit) * scales[i].value;
				group = unit = 0;
			}
		}
	}
	return total + group + unit;
}

/* The same for English. */
static int listen_english(const char *words)
{
	static const char *const units[] = {"zero", "one", "two", "three", "four", "five", "six",
		"seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
		"fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
	static const char *const tens[] = {
		"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
	char copy[WORDS_SIZE];
	int total = 0, group = 0;
	snprintf(copy, sizeof(copy), "%s", words);
	for (char *word = strtok(copy, " "); word != NULL; word = strtok(NULL, " ")) {
		for (int i = 0; i < 20; i++) {
			group += strcmp(word, units[i]) == 0 ? i : 0;
		}
		for (int i = 0; i < 8; i++) {
			group += strcmp(word, tens[i]) == 0 ? (i + 2) * 10 : 0;
		}
		if (strcmp(word, "hundred") == 0) {
			group *= 100;
		} else if (strcmp(word, "thousand") == 0) {
			total = group * 1000;
			group = 0;
		}
	}
	return total + group;
}

/* "and" stands before the last two digits when more went before them, and nowhere else. */
static void what_is_said_in_english_is_the_number(void **state)
{
	char words[WORDS_SIZE];
	(void)state;
	for (int value = 0; value < 10000; value++) {
		assert_true(words_number(VOICE_ENGLISH, value, words, sizeof(words)));
		assert_int_equal(listen_english(words), value);
		const char *link = strstr(words, " and ");
		assert_int_equal(link != NULL, value > 100 && value % 100 > 0);
		assert_true(link == NULL || listen_english(link + 5) == value % 100);
		assert_true(value == 0 || strstr(words, "zero") == NULL);
	}
}

static void what_is_said_is_the_number(void **state)
{
	char words[WORDS_SIZE];
	uint64_t seed = 20261123;
	(void)state;
	for (int64_t value = 0; value < 20000; value++) {
		assert_true(words_number(VOICE_INDONESIAN, value, words, sizeof(words)));
		assert_int_equal(listen(words), value);
		assert_null(strstr(words, "satu ratus"));
		assert_null(strstr(words, "satu puluh"));
		assert_true(value % 1000000 / 1000 != 1 || strstr(words, "seribu") != NULL);
	}
	for (int i = 0; i < 20000; i++) {
		seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		int64_t value = (int64_t)(seed >> 14) % (WORDS_MAX_INDONESIAN + 1);
		assert_true(words_number(VOICE_INDONESIAN, value, words, sizeof(words)));
		assert_int_equal(listen(words), value);
	}
}

static void every_word_of_a_number_is_known(void **state)
{
	(void)state;
	for (int language = 0; language < VOICE_LANGUAGES; language++) {
		for (int64_t value = 0; value < 10000; value++) {
			char words[WORDS_SIZE];
			assert_true(words_number(
				(enum voice_language)language, value, words, sizeof(words)));
			for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
				assert_true(words_is_number(
					(enum voice_language)language, word, strlen(word)));
			}
		}
	}
	assert_false(words_is_number(VOICE_INDONESIAN, "loket", 5));
	assert_false(words_is_number(VOICE_INDONESIAN, "sat", 3));
	assert_false(words_is_number(VOICE_ENGLISH, "satu", 4));
	assert_true(words_is_number(VOICE_INDONESIAN, "triliun", 7));
	assert_null(words_at(VOICE_ENGLISH, 100));
}

static void digits_are_said_one_by_one(void **state)
{
	char words[WORDS_SIZE], narrow[8];
	(void)state;
	assert_true(words_digits(VOICE_INDONESIAN, "007", words, sizeof(words)));
	assert_string_equal(words, "nol nol tujuh");
	assert_true(words_digits(VOICE_ENGLISH, "K012", words, sizeof(words)));
	assert_string_equal(words, "zero one two");
	assert_false(words_digits(VOICE_INDONESIAN, "K", words, sizeof(words)));
	assert_false(words_digits(VOICE_INDONESIAN, "12", narrow, sizeof(narrow)));
	assert_string_equal(narrow, "");
	assert_false(words_number(VOICE_INDONESIAN, 99, narrow, sizeof(narrow)));
	assert_string_equal(narrow, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_vectors_are_said),
		cmocka_unit_test(beyond_them_nothing_is_said),
		cmocka_unit_test(what_is_said_is_the_number),
		cmocka_unit_test(what_is_said_in_english_is_the_number),
		cmocka_unit_test(every_word_of_a_number_is_known),
		cmocka_unit_test(digits_are_said_one_by_one),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
