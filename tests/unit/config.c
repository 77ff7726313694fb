#include "app/base/config.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

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

static struct config *open_text(const char *folder, const char *text)
{
	char path[TEMPORARY_SIZE];
	char error[256];
	struct config *config = NULL;
	temporary_write(folder, "a.conf", text, strlen(text), path);
	assert_int_equal(config_open(path, &config, error, sizeof error), RESULT_OK);
	assert_non_null(config);
	return config;
}

/* The sentence without the folder: "a.conf:1: …". */
static void assert_wrong(struct config *config, const char *sentence)
{
	char error[256] = "";
	assert_int_equal(config_finish_reading(config, error, sizeof error), RESULT_CONFIG_WRONG);
	const char *name = strrchr(error, '/');
	assert_non_null(name);
	assert_string_equal(name + 1, sentence);
	config_close(config);
}

static void reads_every_kind(void **state)
{
	struct config *config = open_text(*state,
		"text = \"Loket\"; number = 7; ppm = 4.5; on = true;\nsort = \"zero\";\n"
		"group = { inner = \"x\"; };\nlist = (\"a\", \"b\");\n");
	static const char *const names[] = {"free", "zero"};
	char text[16];
	int64_t number;
	double real;
	bool on;
	size_t place;
	char error[64];
	config_get_text(config, NULL, "text", NULL, text, sizeof text);
	assert_string_equal(text, "Loket");
	config_get_int(config, NULL, "number", NULL, 0, 9, &number);
	assert_int_equal(number, 7);
	config_get_real(config, NULL, "ppm", NULL, 1, 50, &real);
	assert_true(real > 4.49 && real < 4.51);
	config_get_bool(config, NULL, "on", NULL, &on);
	assert_true(on);
	config_get_choice(config, NULL, "sort", NULL, names, 2, &place);
	assert_int_equal(place, 1);
	const struct config_group *group = config_get_group(config, NULL, "group", true);
	config_get_text(config, group, "inner", NULL, text, sizeof text);
	assert_string_equal(text, "x");
	const struct config_group *list = config_get_group(config, NULL, "list", true);
	assert_int_equal(config_count(list), 2);
	config_member_text(config, list, 0, text, sizeof text);
	config_member_text(config, list, 1, text, sizeof text);
	assert_string_equal(text, "b");
	assert_null(config_member(list, 2));
	assert_int_equal(config_finish_reading(config, error, sizeof error), RESULT_OK);
	assert_string_equal(error, "");
	config_close(config);
}

static void falls_back(void **state)
{
	struct config *config = open_text(*state, "");
	const int64_t usual = 15;
	const bool yes = true;
	char text[16];
	int64_t number;
	bool on;
	char error[64];
	config_get_text(config, NULL, "text", "biasa", text, sizeof text);
	assert_string_equal(text, "biasa");
	config_get_int(config, NULL, "number", &usual, 0, 99, &number);
	assert_int_equal(number, 15);
	config_get_bool(config, NULL, "on", &yes, &on);
	assert_true(on);
	assert_null(config_get_group(config, NULL, "list", false));
	assert_int_equal(config_count(NULL), 0);
	assert_int_equal(config_finish_reading(config, error, sizeof error), RESULT_OK);
	config_close(config);
}

static void comments_and_texts_may_hold_anything(void **state)
{
	struct config *config = open_text(*state,
		"/* \" ((( @include */ a = \"/* # @include \\\" {[(\"; # \"\n// \"\nb = 1;\n");
	char text[32];
	char error[64];
	int64_t number;
	config_get_text(config, NULL, "a", NULL, text, sizeof text);
	assert_string_equal(text, "/* # @include \" {[(");
	config_get_int(config, NULL, "b", NULL, 0, 9, &number);
	assert_int_equal(config_finish_reading(config, error, sizeof error), RESULT_OK);
	config_close(config);
}

static void want_text(void *folder, const char *file, const char *sentence)
{
	struct config *config = open_text(folder, file);
	char text[6];
	config_get_text(config, NULL, "name", NULL, text, sizeof text);
	assert_wrong(config, sentence);
}

static void refuses_wrong_texts(void **state)
{
	want_text(*state, "", "a.conf:1: name: is missing");
	want_text(*state, "\n\nname = 5;", "a.conf:3: name: must be a text in quotation marks");
	want_text(*state, "name = \"Tarakan\";", "a.conf:1: name: is longer than 5 bytes");
	want_text(*state, "name = \"\xC3(\";", "a.conf:1: name: is not UTF-8");
	want_text(*state, "name = \"a\\n\";", "a.conf:1: name: holds a control character");
}

static void want_int(void *folder, const char *file, const char *sentence)
{
	struct config *config = open_text(folder, file);
	int64_t number;
	config_get_int(config, NULL, "number", NULL, 60, 90, &number);
	assert_wrong(config, sentence);
}

static void refuses_wrong_numbers(void **state)
{
	want_int(*state, "number = 59;", "a.conf:1: number: must be from 60 to 90");
	want_int(*state, "number = 91L;", "a.conf:1: number: must be from 60 to 90");
	want_int(*state, "number = 60.5;", "a.conf:1: number: must be a whole number");
	want_int(*state, "number = \"60\";", "a.conf:1: number: must be a whole number");
}

static void refuses_wrong_choices(void **state)
{
	static const char *const names[] = {"free", "zero"};
	struct config *config = open_text(*state, "fee = \"gratis\";");
	size_t place;
	config_get_choice(config, NULL, "fee", NULL, names, 2, &place);
	assert_wrong(config, "a.conf:1: fee: must be one of free, zero");
	bool on;
	config = open_text(*state, "on = 1;");
	config_get_bool(config, NULL, "on", NULL, &on);
	assert_wrong(config, "a.conf:1: on: must be true or false");
	config = open_text(*state, "group = 1;");
	assert_null(config_get_group(config, NULL, "group", true));
	assert_wrong(config, "a.conf:1: group: must be a group { … } or a list ( … )");
	double real;
	config = open_text(*state, "ppm = 0.5;");
	config_get_real(config, NULL, "ppm", NULL, 1, 50, &real);
	assert_wrong(config, "a.conf:1: ppm: must be from 1 to 50");
}

static void refuses_what_nobody_knows(void **state)
{
	struct config *config = open_text(*state, "a = 1;\nidel = 75;");
	int64_t number;
	config_get_int(config, NULL, "a", NULL, 0, 9, &number);
	assert_wrong(config, "a.conf:2: idel: is not a setting of this file");
	config = open_text(*state, "list = (\n { b = 1; },\n { b = 2; c = 3; } );");
	const struct config_group *list = config_get_group(config, NULL, "list", true);
	for (size_t i = 0; i < config_count(list); i++) {
		config_get_int(config, config_member(list, i), "b", NULL, 0, 9, &number);
	}
	assert_wrong(config, "a.conf:3: list[2].c: is not a setting of this file");
}

static void says_the_first_thing_only(void **state)
{
	struct config *config = open_text(*state, "a = 1;\nb = 2;");
	char text[8] = "x";
	int64_t number;
	config_refuse(config, NULL, "b", "%s is used twice", "K");
	config_get_text(config, NULL, "a", NULL, text, sizeof text);
	assert_string_equal(text, "");
	config_get_int(config, NULL, "c", NULL, 3, 9, &number);
	assert_int_equal(number, 3);
	assert_wrong(config, "a.conf:2: b: K is used twice");
	config = open_text(*state, "");
	config_refuse(config, NULL, NULL, "nothing fits");
	assert_wrong(config, "a.conf:1: nothing fits");
}

static void assert_not_opened(
	const char *folder, const char *text, size_t size, enum result result, const char *part)
{
	char path[TEMPORARY_SIZE];
	char error[256] = "";
	struct config *config = NULL;
	temporary_write(folder, "a.conf", text, size, path);
	assert_int_equal(config_open(path, &config, error, sizeof error), result);
	assert_null(config);
	assert_non_null(strstr(error, part));
}

static void does_not_open_what_is_no_configuration(void **state)
{
	char error[256] = "";
	struct config *config = NULL;
	assert_int_equal(config_open("/nowhere/a.conf", &config, error, sizeof error),
		RESULT_CONFIG_MISSING);
	assert_null(config);
	assert_string_equal(error, "/nowhere/a.conf: No such file or directory");
	assert_int_equal(config_open("/", &config, error, sizeof error), RESULT_CONFIG_MISSING);
	assert_not_opened(*state, "a = 1;\nb = ;", 12, RESULT_CONFIG_WRONG, "a.conf:2: syntax");
	assert_not_opened(*state, "a = 1;\na = 2;", 13, RESULT_CONFIG_WRONG, "a.conf:2: duplicate");
	assert_not_opened(*state, "a = 1;\0", 7, RESULT_CONFIG_WRONG, "a zero byte");
	assert_not_opened(
		*state, "#\n  @include \"b\"", 16, RESULT_CONFIG_WRONG, "a.conf:2: @include");
	assert_not_opened(*state, "a = 1;\nb = \"x\n\\\"", 16, RESULT_CONFIG_WRONG,
		"a.conf:2: a text is not closed");
	assert_not_opened(*state, "a = 1;\n/* x\n", 12, RESULT_CONFIG_WRONG,
		"a.conf:2: a comment is not closed");
	assert_not_opened(*state, "a =\n(((((((((((((((((", 21, RESULT_CONFIG_WRONG,
		"a.conf:2: brackets are too deep");
	size_t size = 600 * 1024;
	char *spaces = malloc(size);
	assert_non_null(spaces);
	memset(spaces, ' ', size);
	assert_not_opened(*state, spaces, size, RESULT_CONFIG_WRONG, "longer than 512 KB");
	free(spaces);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_kind),
		cmocka_unit_test(falls_back),
		cmocka_unit_test(comments_and_texts_may_hold_anything),
		cmocka_unit_test(refuses_wrong_texts),
		cmocka_unit_test(refuses_wrong_numbers),
		cmocka_unit_test(refuses_wrong_choices),
		cmocka_unit_test(refuses_what_nobody_knows),
		cmocka_unit_test(says_the_first_thing_only),
		cmocka_unit_test(does_not_open_what_is_no_configuration),
	};
	return cmocka_run_group_tests_name("config", tests, make_folder, remove_folder);
}
