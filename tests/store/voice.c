/* The voice of the waiting room in the store: kept, changed from one act to the next, and usual
 * where rows are wrong. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct office_voice another(void)
{
	struct office_voice voice = {.on = true,
		.by_words = true,
		.repeats = 2,
		.volume = 70,
		.hours = {{{7 * 60, 8 * 60}, 0}, {{12 * 60, 13 * 60}, 30}},
		.hour_count = 2,
		.wordings = {{OFFICE_ENGLISH, "Number {ticket}, counter {counter}."},
			{OFFICE_INDONESIAN, "Nomor {ticket}, loket {counter}."}},
		.wording_count = 2,
		.brief_from = 7,
		.brief = "{ticket}: {counter}"};
	return voice;
}

static void other_programs_have_it_too(void **state)
{
	struct stage *stage = *state;
	char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
	struct office_voice voice = another(), usual;
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *other = stage_desk(stage, "08:02:00"), *desk = stage_desk(stage, "08:01:00");
	office_voice_usual(&usual);
	assert_memory_equal(&desk_office(desk)->voice, &usual, sizeof usual);
	office_fingerprint(desk_office(desk), before);
	assert_int_equal(desk_set_voice(desk, &voice), RESULT_OK);
	assert_memory_equal(&desk_office(desk)->voice, &voice, sizeof voice);
	desk_close(desk);
	assert_int_equal(desk_view(other, 0, view), RESULT_OK);
	assert_memory_equal(&desk_office(other)->voice, &voice, sizeof voice);
	/* The queue's rules are the same. */
	office_fingerprint(desk_office(other), after);
	assert_string_equal(before, after);
	/* Fewer rows leave none of the old ones behind. */
	voice.hour_count = voice.wording_count = 1;
	memset(&voice.hours[1], 0, sizeof voice.hours[1]);
	memset(&voice.wordings[1], 0, sizeof voice.wordings[1]);
	assert_int_equal(desk_set_voice(other, &voice), RESULT_OK);
	desk_close(other);
	desk = stage_desk(stage, "08:03:00");
	assert_memory_equal(&desk_office(desk)->voice, &voice, sizeof voice);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(view);
}

static void what_is_wrong_changes_nothing(void **state)
{
	struct stage *stage = *state;
	struct office_voice voice = another();
	struct desk *desk = stage_desk(stage, "08:01:00");
	char *before = stage_dump(stage);
	voice.repeats = 4;
	assert_int_equal(desk_set_voice(desk, &voice), RESULT_CONFIG_WRONG);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	assert_int_equal(desk_office(desk)->voice.repeats, 1);
	desk_close(desk);
	free(after);
	free(before);
}

/* Rows that another hand has written: numbers are called all the same. */
static void with_strange_rows_the_voice_is_the_usual_one(void **state)
{
	static const char *const strange[] = {"UPDATE voice SET volume = 400",
		"UPDATE voice SET brief = '{ticket}'", "UPDATE voice_hour SET to_min = 5000",
		"UPDATE wording SET content = '{ticket}'", "DELETE FROM wording",
		"DELETE FROM voice"};
	struct stage *stage = *state;
	struct office_voice voice = another(), usual;
	office_voice_usual(&usual);
	for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
		sqlite3 *connection;
		char at[] = "08:01:00";
		at[4] = (char)('1' + i);
		struct desk *desk = stage_desk(stage, at);
		assert_int_equal(desk_set_voice(desk, &voice), RESULT_OK);
		desk_close(desk);
		assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
		assert_int_equal(sqlite3_exec(connection, strange[i], NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(connection);
		at[6] = '3';
		desk = stage_desk(stage, at);
		assert_memory_equal(&desk_office(desk)->voice, &usual, sizeof usual);
		desk_close(desk);
	}
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(other_programs_have_it_too),
		test(what_is_wrong_changes_nothing),
		test(with_strange_rows_the_voice_is_the_usual_one),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
