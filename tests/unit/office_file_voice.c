/* What an office file says of the voice of its waiting room. */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <string.h>

static const char form[] =
	"code = \"1\"; name = \"a\"; zone = \"WIB\"; unit = { id = \"b\"; en = \"c\"; };\n"
	"hours = { monday = \"08.00-15.30\"; }; counters = ({ number = 1; });\n"
	"notice_version = \"1\"; running = { id = \"h\"; en = \"i\"; };\n"
	"services = ({ code = \"A\"; prefix = \"A\"; name = { id = \"d\"; en = \"e\"; };\n"
	"    meaning = { id = \"f\"; en = \"g\"; }; });\n"
	"{}\n";

static enum result read_with(const char *voice, struct office *out_office, char error[256])
{
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], text[2048];
	const char *const values[] = {voice};
	assert_true(text_fill(text, sizeof text, form, values, 1));
	temporary_create(folder);
	temporary_write(folder, "a.conf", text, strlen(text), path);
	enum result result = office_file_read(path, out_office, error, 256);
	temporary_remove(folder);
	return result;
}

static void says_what_is_wrong_and_where(void **state)
{
	(void)state;
	static const struct {
		const char *voice, *sentence;
	} rows[] = {
		{"voice = true;", "6: voice: must be a group { … } or a list ( … )"},
		{"voice = { on = 1; };", "6: voice.on: must be true or false"},
		{"voice = { numbers = \"roman\"; };",
			"6: voice.numbers: must be one of digits, words"},
		{"voice = { repeats = 4; };", "6: voice.repeats: must be from 1 to 3"},
		{"voice = {\n volume = 101; };", "7: voice.volume: must be from 0 to 100"},
		{"voice = { hours = ({ time = \"12-13\"; volume = 0; }); };",
			"6: voice.hours[1].time: must be like \"12.00-13.00\""},
		{"voice = { hours = ({ time = \"12.00-13.00\"; }); };",
			"6: voice.hours[1].volume: is missing"},
		{"voice = { hours = ({ time = \"12.00-13.00\"; volume = 0; },\n"
		 " { time = \"12.30-13.30\"; volume = 0; }); };",
			"6: voice: hours: each must be later than the one before and inside a "
			"day"},
		{"voice = { brief_from = 61; };", "6: voice.brief_from: must be from 0 to 60"},
		{"voice = { brief_from = \"3\"; };", "6: voice.brief_from: must be a whole number"},
		{"voice = { brief = \"{ticket}\"; };",
			"6: voice: brief: must have {ticket} and {counter} once, and no other "
			"braces"},
		{"voice = { wordings = (); };", "6: voice.wordings: must be 1 to 2"},
		{"voice = { wordings = ({ language = \"jv\"; text = \"x\"; }); };",
			"6: voice.wordings[1].language: must be one of id, en"},
		{"voice = { wordings = ({ language = \"en\"; text = \"Counter {counter}\"; }); };",
			"6: voice: wordings: each must have {ticket} and {counter} once, and no "
			"other braces"},
		{"voice = { speed = 2; };", "6: voice.speed: is not a setting of this file"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct office office;
		char error[256] = "";
		assert_int_equal(read_with(rows[i].voice, &office, error), RESULT_CONFIG_WRONG);
		const char *where = strstr(error, "a.conf:");
		assert_non_null(where);
		assert_string_equal(where + strlen("a.conf:"), rows[i].sentence);
	}
}

static void what_is_said_is_read_and_the_rest_as_usual(void **state)
{
	(void)state;
	struct office office;
	struct office_voice usual;
	char error[256] = "";
	office_voice_usual(&usual);
	assert_int_equal(read_with("", &office, error), RESULT_OK);
	assert_memory_equal(&office.voice, &usual, sizeof usual);
	assert_int_equal(read_with("voice = { };", &office, error), RESULT_OK);
	assert_memory_equal(&office.voice, &usual, sizeof usual);
	assert_int_equal(
		read_with(
			"voice = { on = false; chime = false; numbers = \"words\"; repeats = 3;"
			" volume = 70; brief_from = 5; brief = \"{counter}: {ticket}\"; hours = ({ time = \"12.00-13.00\"; volume = 0; });"
			" wordings = ({ language = \"en\"; text = \"{ticket}, {counter}\"; }); };",
			&office, error),
		RESULT_OK);
	const struct office_voice *voice = &office.voice;
	assert_true(!voice->on && !voice->chime && voice->by_words);
	assert_int_equal(voice->repeats, 3);
	assert_int_equal(voice->volume, 70);
	assert_int_equal(voice->brief_from, 5);
	assert_string_equal(voice->brief, "{counter}: {ticket}");
	assert_int_equal(voice->hour_count, 1);
	assert_int_equal(voice->hours[0].span.from_min, 12 * 60);
	assert_int_equal(voice->hours[0].volume, 0);
	assert_int_equal(voice->wording_count, 1);
	assert_int_equal(voice->wordings[0].language, OFFICE_ENGLISH);
	assert_string_equal(voice->wordings[0].text, "{ticket}, {counter}");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_is_wrong_and_where),
		cmocka_unit_test(what_is_said_is_read_and_the_rest_as_usual),
	};
	return cmocka_run_group_tests_name("office_file_voice", tests, NULL, NULL);
}
