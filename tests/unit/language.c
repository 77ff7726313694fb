#include "app/base/language.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

enum { MO_LIMIT = 512 };

/* A .mo file put together byte by byte, so that every field can be made wrong. */
struct mo {
	unsigned char data[MO_LIMIT];
	size_t size;
	bool swapped;
};

static void put_word(struct mo *mo, size_t at, uint32_t word)
{
	for (size_t i = 0; i < 4; i++) {
		size_t shift = (mo->swapped ? 3 - i : i) * 8;
		mo->data[at + i] = (unsigned char)(word >> shift & 0xFF);
	}
}

static void build(struct mo *mo, const char *const pairs[][2], uint32_t count)
{
	uint32_t ids = 28;
	uint32_t texts = ids + count * 8;
	mo->size = texts + count * 8;
	put_word(mo, 0, 0x950412DE);
	put_word(mo, 4, 0);
	put_word(mo, 8, count);
	put_word(mo, 12, ids);
	put_word(mo, 16, texts);
	for (uint32_t i = 0; i < count * 2; i++) {
		const char *text = pairs[i / 2][i % 2];
		size_t entry = (i % 2 == 0 ? ids : texts) + i / 2 * 8;
		put_word(mo, entry, (uint32_t)strlen(text));
		put_word(mo, entry + 4, (uint32_t)mo->size);
		memcpy(mo->data + mo->size, text, strlen(text) + 1);
		mo->size += strlen(text) + 1;
	}
}

static const char *const pairs[][2] = {
	{"", "Language: id\n"},
	{"date.full", "{1}, {2} {3}"},
	{"short\004slip.expected", "Perkiraan"},
	{"slip.expected", "Perkiraan dipanggil"},
	{"slip.number", "Nomor antrean"},
};
enum { PAIRS = sizeof pairs / sizeof pairs[0] };

static int make_folder(void **state)
{
	char *folder = malloc(TEMPORARY_SIZE);
	assert_non_null(folder);
	temporary_create(folder);
	*state = folder;
	return 0;
}

static int remove_folder(void **state)
{
	temporary_remove(*state);
	free(*state);
	return 0;
}

static struct language *open_mo(const char *folder, const struct mo *mo)
{
	char path[TEMPORARY_SIZE];
	temporary_write(folder, "id.mo", mo->data, mo->size, path);
	return language_open(folder, "id");
}

static void assert_reads(const char *folder, bool swapped)
{
	struct mo mo = {.swapped = swapped};
	build(&mo, pairs, PAIRS);
	struct language *language = open_mo(folder, &mo);
	assert_non_null(language);
	assert_string_equal(language_code(language), "id");
	assert_string_equal(language_text(language, "slip.number"), "Nomor antrean");
	assert_string_equal(language_text(language, "slip.expected"), "Perkiraan dipanggil");
	assert_string_equal(language_short(language, "slip.expected"), "Perkiraan");
	assert_string_equal(language_short(language, "slip.number"), "Nomor antrean");
	char out[64];
	assert_string_equal(
		language_with(language, "date.full", out, sizeof out, "Senin", "23", "November"),
		"Senin, 23 November");
	language_close(language);
}

static void reads_both_byte_orders(void **state)
{
	assert_reads(*state, false);
	assert_reads(*state, true);
}

static void a_missing_key_is_its_own_text(void **state)
{
	struct mo mo = {.swapped = false};
	build(&mo, pairs, PAIRS);
	struct language *language = open_mo(*state, &mo);
	assert_non_null(language);
	assert_string_equal(language_text(language, "no.such"), "no.such");
	assert_string_equal(language_text(language, ""), "");
	assert_string_equal(language_short(language, "no.such"), "no.such");
	language_close(language);
	language_close(NULL);
}

static void assert_refused(const char *folder, size_t at, uint32_t word)
{
	struct mo mo = {.swapped = false};
	build(&mo, pairs, PAIRS);
	put_word(&mo, at, word);
	assert_null(open_mo(folder, &mo));
}

static void refuses_every_wrong_field(void **state)
{
	assert_refused(*state, 0, 0x12345678);  /* magic */
	assert_refused(*state, 4, 0x10000);     /* revision */
	assert_refused(*state, 8, 0x20000000);  /* count */
	assert_refused(*state, 12, 0xFFFFFFF0); /* place of the ids */
	assert_refused(*state, 16, 0xFFFFFFF0); /* place of the texts */
	assert_refused(*state, 28, 0xFFFFFFFF); /* length of an id */
	assert_refused(*state, 32, 0xFFFFFFFF); /* place of an id */
	assert_refused(*state, 36, 3);          /* a length that ends inside */
	assert_refused(*state, 68, 0xFFFFFFFF); /* length of a text */
	assert_refused(*state, 72, MO_LIMIT);   /* place of a text */
}

static void refuses_every_cut(void **state)
{
	struct mo mo = {.swapped = false};
	build(&mo, pairs, PAIRS);
	for (size_t size = mo.size; size > 0; size--) {
		mo.size = size - 1;
		assert_null(open_mo(*state, &mo));
	}
}

static void refuses_unsorted_ids(void **state)
{
	static const char *const wrong[][2] = {{"b", "x"}, {"a", "y"}};
	struct mo mo = {.swapped = false};
	build(&mo, wrong, 2);
	assert_null(open_mo(*state, &mo));
}

static void refuses_what_is_not_there(void **state)
{
	assert_null(language_open(*state, "xx"));
	assert_null(language_open(*state, "a-code-too-long"));
}

static void follows_the_terminal(void **state)
{
	(void)state;
	assert_int_equal(unsetenv("LC_ALL") + unsetenv("LC_MESSAGES"), 0);
	assert_int_equal(setenv("LANG", "id_ID.UTF-8", 1), 0);
	assert_string_equal(language_of_terminal(), "id");
	assert_int_equal(setenv("LC_ALL", "C", 1), 0);
	assert_string_equal(language_of_terminal(), "en");
	assert_int_equal(setenv("LC_ALL", "", 1), 0);
	assert_string_equal(language_of_terminal(), "id");
	assert_int_equal(unsetenv("LC_ALL") + unsetenv("LANG"), 0);
	assert_string_equal(language_of_terminal(), "en");
}

/* The files of the build: what the programs open. */
static void opens_the_real_files(void **state)
{
	(void)state;
	char folder[1024];
	assert_non_null(getenv("GILIRAN_ASSETS"));
	snprintf(folder, sizeof folder, "%s/text", getenv("GILIRAN_ASSETS"));
	struct language *indonesian = language_open(folder, "id");
	struct language *english = language_open(folder, "en");
	assert_non_null(indonesian);
	assert_non_null(english);
	assert_string_equal(
		language_text(indonesian, "result.nobody_waiting"), "Tidak ada yang menunggu.");
	assert_string_equal(language_text(english, "result.nobody_waiting"), "Nobody is waiting.");
	language_close(indonesian);
	language_close(english);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_both_byte_orders),
		cmocka_unit_test(a_missing_key_is_its_own_text),
		cmocka_unit_test(refuses_every_wrong_field),
		cmocka_unit_test(refuses_every_cut),
		cmocka_unit_test(refuses_unsorted_ids),
		cmocka_unit_test(refuses_what_is_not_there),
		cmocka_unit_test(follows_the_terminal),
		cmocka_unit_test(opens_the_real_files),
	};
	return cmocka_run_group_tests_name("language", tests, make_folder, remove_folder);
}
