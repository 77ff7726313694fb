#include "app/base/text.h"
#include "tests/unit/check.h"

#include <string.h>

static void assert_check(const char *text, size_t size, enum result result)
{
	assert_int_equal(text_check(text, strlen(text), size), result);
}

static void accepts_well_formed_text(void **state)
{
	(void)state;
	assert_check("", 1, RESULT_OK);
	assert_check("Tana Tidung", 12, RESULT_OK);
	assert_check("\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82", 32, RESULT_OK);
	assert_check("\xF4\x8F\xBF\xBF", 8, RESULT_OK);
}

static void refuses_what_is_too_long(void **state)
{
	(void)state;
	assert_check("Tana Tidung", 11, RESULT_TEXT_LONG);
	assert_check("", 0, RESULT_TEXT_LONG);
}

/* RFC 3629 §3 and §10: overlong forms, surrogates, beyond U+10FFFF, cut and stray bytes. */
static void refuses_malformed_text(void **state)
{
	(void)state;
	static const char *const wrong[] = {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\xAF",
		"\xF0\x80\x80\xAF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80", "\xFF", "a\xC3", "\xE2\x82", "\xF0\x9F\x99", "\xC3(",
		"\xE2\x82("};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_check(wrong[i], 32, RESULT_TEXT_ENCODING);
	}
}

static void refuses_control_characters(void **state)
{
	(void)state;
	static const char *const wrong[] = {"\x01", "a\nb", "a\tb", "\x1B[31m", "\x7F", "\xC2\x80",
		"\xC2\x9B", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAE", "\xE2\x81\xA6",
		"\xE2\x81\xA9", "\xE2\x80\x8E", "\xE2\x80\x8F", "\xD8\x9C", "\xE2\x80\x8B",
		"\xE2\x80\x8D", "\xEF\xBB\xBF"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_check(wrong[i], 32, RESULT_TEXT_CONTROL);
	}
	assert_int_equal(text_check("a\0b", 3, 8), RESULT_TEXT_CONTROL);
}

static void tells_letters_from_signs(void **state)
{
	(void)state;
	static const uint32_t latin[] = {'a', 'Z', 0xE9, 0xFF, 0x141, 0x24F, 0x1E24, 0x1EC5};
	static const uint32_t signs[] = {0x2192, 0x2605, 0x2708, 0xFE0F, 0xE000, 0xFFFD, 0x1F642};
	static const uint32_t neither[] = {'0', ' ', '-', 0xB2, 0xD7, 0xF7, 0x300, 0x3B1, 0x20AC};
	for (size_t i = 0; i < sizeof latin / sizeof latin[0]; i++) {
		assert_true(text_is_latin(latin[i]) && !text_is_sign(latin[i]));
	}
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		assert_true(text_is_sign(signs[i]) && !text_is_latin(signs[i]));
	}
	for (size_t i = 0; i < sizeof neither / sizeof neither[0]; i++) {
		assert_false(text_is_latin(neither[i]) || text_is_sign(neither[i]));
	}
	assert_true(text_is_mark(0x300) && text_is_mark(0x36F) && !text_is_mark(0x370));
}

static void copies_whole_characters(void **state)
{
	(void)state;
	char out[4];
	assert_true(text_copy(out, sizeof out, "abc"));
	assert_string_equal(out, "abc");
	assert_false(text_copy(out, sizeof out, "ab\xC3\xA9"));
	assert_string_equal(out, "ab");
	assert_false(text_copy(out, sizeof out, "\xF0\x9F\x99\x82"));
	assert_string_equal(out, "");
	assert_false(text_copy(out, 0, "a"));
}

static void formats_whole_characters(void **state)
{
	(void)state;
	char out[6];
	assert_true(text_format(out, sizeof out, "%s%03d", "K", 7));
	assert_string_equal(out, "K007");
	assert_false(text_format(out, sizeof out, "%s", "abcd\xE2\x82\xAC"));
	assert_string_equal(out, "abcd");
	assert_false(text_format(out, sizeof out, "%s", "abc\xE2\x82\xAC"));
	assert_string_equal(out, "abc");
	assert_false(text_format(out, sizeof out, "abcdefg"));
	assert_string_equal(out, "abcde");
}

static void fill_into(const char *pattern, const char *wanted)
{
	static const char *const values[] = {"satu", "dua"};
	char out[64];
	assert_true(text_fill(out, sizeof out, pattern, values, 2));
	assert_string_equal(out, wanted);
}

static void fills_places(void **state)
{
	(void)state;
	fill_into("", "");
	fill_into("tanpa", "tanpa");
	fill_into("{} lalu {}", "satu lalu dua");
	fill_into("{2} {1} {2}", "dua satu dua");
	fill_into("{}{}{}", "satudua");
	fill_into("{9}.", ".");
	fill_into("{ } {0} {x} {", "{ } {0} {x} {");
	fill_into("{{}", "{satu");
}

static void fill_cuts_between_characters(void **state)
{
	(void)state;
	const char *const values[] = {"\xE2\x82\xAC\xE2\x82\xAC"};
	char out[6];
	assert_false(text_fill(out, sizeof out, "a{}", values, 1));
	assert_string_equal(out, "a\xE2\x82\xAC");
	/* A value that looks like a mark stays what it is. */
	const char *const marks[] = {"{}"};
	assert_true(text_fill(out, sizeof out, "{}!", marks, 1));
	assert_string_equal(out, "{}!");
}

static void walks_characters(void **state)
{
	(void)state;
	const char *at = "a\xE2\x82\xAC\xFF\xC3";
	assert_int_equal(text_next(&at), 'a');
	assert_int_equal(text_next(&at), 0x20AC);
	assert_int_equal(text_next(&at), 0xFFFD);
	assert_int_equal(text_next(&at), 0xFFFD);
	assert_int_equal(text_next(&at), 0);
	assert_string_equal(at, "");
	assert_int_equal(text_length("a\xE2\x82\xAC\xF0\x9F\x99\x82"), 3);
}

static void knows_what_backspace_takes(void **state)
{
	(void)state;
	assert_int_equal(text_last_size(""), 0);
	assert_int_equal(text_last_size("ab"), 1);
	assert_int_equal(text_last_size("a\xC3\xA9"), 2);
	assert_int_equal(text_last_size("\xE2\x82\xAC"), 3);
	assert_int_equal(text_last_size("\xF0\x9F\x99\x82"), 4);
}

static void trims_spaces(void **state)
{
	(void)state;
	char text[] = "  Ani   Lestari  ";
	text_trim(text);
	assert_string_equal(text, "Ani Lestari");
	char blank[] = "   ";
	text_trim(blank);
	assert_string_equal(blank, "");
}

static void reads_whole_numbers(void **state)
{
	(void)state;
	int64_t value = 5;
	assert_true(text_to_int("007", 0, 99, &value));
	assert_int_equal(value, 7);
	assert_true(text_to_int("-3", -5, 5, &value));
	assert_int_equal(value, -3);
	assert_true(text_to_int("9223372036854775807", 0, INT64_MAX, &value));
	static const char *const wrong[] = {
		"", "-", "+1", " 1", "1 ", "1a", "0x1", "100", "99999999999999999999"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_false(text_to_int(wrong[i], 0, 99, &value));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepts_well_formed_text),
		cmocka_unit_test(refuses_what_is_too_long),
		cmocka_unit_test(refuses_malformed_text),
		cmocka_unit_test(refuses_control_characters),
		cmocka_unit_test(tells_letters_from_signs),
		cmocka_unit_test(copies_whole_characters),
		cmocka_unit_test(formats_whole_characters),
		cmocka_unit_test(fills_places),
		cmocka_unit_test(fill_cuts_between_characters),
		cmocka_unit_test(walks_characters),
		cmocka_unit_test(knows_what_backspace_takes),
		cmocka_unit_test(trims_spaces),
		cmocka_unit_test(reads_whole_numbers),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
