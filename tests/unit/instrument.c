/* Questionnaires as files: the two that are shipped, and what is refused. */
#include "app/desk/instrument_file.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

static void the_nine_elements(void **state)
{
	struct instrument instrument;
	char error[256] = "";
	(void)state;
	assert_int_equal(
		instrument_file_find("skm-9", &instrument, error, sizeof error), RESULT_OK);
	assert_string_equal(instrument.version, "2017");
	assert_int_equal(instrument.item_count, 9);
	assert_int_equal(instrument.part_count, 1);
	assert_int_equal(instrument.min, 1);
	assert_int_equal(instrument.max, 4);
	assert_int_equal(instrument.weight, INDEX_EXACT);
	for (int i = 0; i < 9; i++) {
		char code[8];
		snprintf(code, sizeof code, "U%d", i + 1);
		assert_string_equal(instrument.items[i].code, code);
		assert_int_equal(instrument.items[i].weight, 1);
	}
	assert_string_equal(instrument.items[2].answers[3][0], "Sangat cepat");
	assert_string_equal(instrument.items[3].answers[3][0], "Gratis");
	assert_string_equal(instrument.items[7].answers[0][0], "Buruk");
	assert_string_equal(instrument.items[8].answers[3][0], "Dikelola dengan baik");
	static const int bounds[] = {8831, 7661, 6500, 2500};
	for (int i = 0; i < 4; i++) {
		assert_int_equal(instrument.grades[i].from_centi, bounds[i]);
	}
	assert_string_equal(instrument_grade(&instrument, 2475)->letter, "D");
	assert_true(instrument_has_words(&instrument));
	assert_false(instrument_is_answer(&instrument, 0));
	assert_false(instrument_is_answer(&instrument, 5));
}

static void the_survey_of_data_needs(void **state)
{
	struct instrument instrument;
	char error[256] = "";
	(void)state;
	assert_int_equal(
		instrument_file_find("skd-16", &instrument, error, sizeof error), RESULT_OK);
	assert_int_equal(instrument.item_count, 16);
	assert_int_equal(instrument.max, 10);
	assert_false(instrument_has_words(&instrument));
	assert_string_equal(instrument.ends[1][0], "Sangat puas");
	for (int i = 0; i < 16; i++) {
		assert_int_equal(instrument.items[i].part, i < 11 ? 0 : 1);
	}
	assert_string_equal(instrument.parts[0].code, "IKK");
	assert_string_equal(instrument.parts[1].code, "IPAK");
	assert_null(instrument_grade(&instrument, 9000));
}

static void what_is_not_there_is_said(void **state)
{
	struct instrument instrument;
	char error[256] = "";
	(void)state;
	assert_int_equal(instrument_file_find("skm-10", &instrument, error, sizeof error),
		RESULT_CONFIG_MISSING);
	assert_non_null(strstr(error, "skm-10.conf"));
	assert_int_equal(instrument_file_find("../skm-9", &instrument, error, sizeof error),
		RESULT_CONFIG_WRONG);
	assert_int_equal(
		instrument_file_find("", &instrument, error, sizeof error), RESULT_CONFIG_WRONG);
}

#define NAME "{ id = \"a\"; en = \"b\"; }"
#define HEAD "code = \"x\"; version = \"1\"; name = " NAME "; "
#define SCALE "scale = { min = 1; max = 2; }; "
#define INDICES "indices = ( { code = \"I\"; name = " NAME "; } ); "
#define ITEM(code, answers)                                                                        \
	"{ code = \"" code "\"; index = \"I\"; topic = " NAME "; question = " NAME "; " answers "}"
#define TWO "answers = ( " NAME ", " NAME " ); "

static void what_is_wrong_is_refused(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{HEAD SCALE INDICES "items = ( " ITEM("A", TWO) " );", NULL},
		{HEAD SCALE INDICES "items = ( " ITEM("A", TWO) ", " ITEM("A", TWO) " );", "twice"},
		{HEAD SCALE INDICES "items = ( );", "nothing to ask"},
		{HEAD SCALE INDICES "items = ( " ITEM("A", "answers = ( " NAME " ); ") " );",
			"each value"},
		{HEAD SCALE INDICES "items = ( " ITEM("A", "") " );", "answers"},
		{HEAD SCALE "indices = ( ); items = ( " ITEM("A", TWO) " );", "index"},
		{HEAD "scale = { min = 2; max = 2; }; " INDICES
		      "items = ( " ITEM("A", "answers = ( " NAME " ); ") " );",
			"scale"},
		{HEAD "scale = { min = 0; max = 2; }; " INDICES "items = ( " ITEM("A", TWO) " );",
			"min"},
		{HEAD "scale = { min = 1; max = 11; }; " INDICES "items = ( " ITEM("A", TWO) " );",
			"max"},
		{HEAD "scale = { min = 1; max = 10; }; " INDICES "items = ( " ITEM("A", "") " );",
			"ends"},
		{HEAD SCALE INDICES "weight = \"0.11\"; items = ( " ITEM("A", TWO) " );", "weight"},
		{HEAD SCALE INDICES "items = ( " ITEM("A", TWO) " ); grades = ( { grade = \"A\"; "
								"word = " NAME
								"; from = \"88,31\"; } );",
			"88.31"},
		{HEAD SCALE INDICES "items = ( " ITEM("A",
			 TWO) " ); grades = ( { grade = \"A\"; "
			      "word = " NAME "; from = \"1.00\"; }, { grade = \"B\"; word = " NAME
			      "; from = \"2.00\"; } );",
			"order"},
		{HEAD SCALE INDICES "items = ( " ITEM("A", TWO) " ); colour = 3;", "colour"},
	};
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE];
	(void)state;
	temporary_create(folder);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct instrument instrument;
		char error[400] = "";
		temporary_write(folder, "x.conf", rows[i].text, strlen(rows[i].text), path);
		enum result result = instrument_file_read(path, &instrument, error, sizeof error);
		if (rows[i].why == NULL) {
			assert_int_equal(result, RESULT_OK);
		} else {
			assert_int_equal(result, RESULT_CONFIG_WRONG);
			if (strstr(error, rows[i].why) == NULL) {
				print_message("%s\n%s\n", rows[i].text, error);
			}
			assert_non_null(strstr(error, rows[i].why));
		}
	}
	temporary_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_nine_elements),
		cmocka_unit_test(the_survey_of_data_needs),
		cmocka_unit_test(what_is_not_there_is_said),
		cmocka_unit_test(what_is_wrong_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
