/* What an office says of the voice of its waiting room. */
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/queue/office.h"
#include "tests/unit/check.h"

#include <string.h>

enum { HOUR_MS = 60 * 60 * 1000 };

static void the_usual_voice_is_right(void **state)
{
	(void)state;
	struct office_voice voice;
	char why[OFFICE_TEXT_SIZE] = "x";
	office_voice_usual(&voice);
	assert_true(office_voice_check(&voice, why, sizeof why));
	assert_string_equal(why, "");
	assert_true(voice.on && voice.chime && !voice.by_words);
	assert_int_equal(voice.wordings[0].language, OFFICE_INDONESIAN);
	assert_int_equal(voice.wordings[1].language, OFFICE_ENGLISH);
}

static void refuse(struct office_voice voice, const char *part)
{
	char why[OFFICE_TEXT_SIZE];
	assert_false(office_voice_check(&voice, why, sizeof why));
	assert_true(strncmp(why, part, strlen(part)) == 0);
}

static void what_cannot_be_said_is_refused(void **state)
{
	(void)state;
	static const char *const wrong[] = {"Nomor {ticket}.", "Loket {counter}.",
		"{ticket} {ticket} {counter}", "{ticket} {counter} {name}", "{ticket} {counter} }",
		""};
	struct office_voice voice, usual;
	office_voice_usual(&usual);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		voice = usual;
		text_copy(voice.wordings[1].text, OFFICE_WORDING_SIZE, wrong[i]);
		refuse(voice, "wordings: each must have {ticket}");
	}
	voice = usual;
	voice.wordings[1].language = OFFICE_INDONESIAN;
	refuse(voice, "wordings: a language is there twice");
	for (int count = 0; count <= 3; count += 3) {
		voice = usual;
		voice.wording_count = count;
		refuse(voice, "wordings: there are 1 to 2");
	}
	for (int repeats = 0; repeats <= OFFICE_REPEATS + 1; repeats += OFFICE_REPEATS + 1) {
		voice = usual;
		voice.repeats = repeats;
		refuse(voice, "repeats: ");
	}
	for (int volume = -1; volume <= 101; volume += 102) {
		voice = usual;
		voice.volume = volume;
		refuse(voice, "volume: ");
		voice = usual;
		voice.hours[0] = (struct office_volume){{60, 120}, volume};
		voice.hour_count = 1;
		refuse(voice, "hours: a volume");
	}
}

static void what_is_brief_is_a_wording_too(void **state)
{
	(void)state;
	static const char *const wrong[] = {
		"{ticket}", "{counter}", "{ticket}, {counter}, {ticket}"};
	struct office_voice voice, usual;
	char why[OFFICE_TEXT_SIZE];
	office_voice_usual(&usual);
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		voice = usual;
		text_copy(voice.brief, OFFICE_WORDING_SIZE, wrong[i]);
		refuse(voice, "brief: must have {ticket}");
	}
	for (int from = -1; from <= OFFICE_BRIEF + 1; from += OFFICE_BRIEF + 2) {
		voice = usual;
		voice.brief_from = from;
		refuse(voice, "brief_from: 0 to 60");
	}
	voice = usual;
	voice.brief_from = OFFICE_BRIEF;
	text_copy(voice.brief, OFFICE_WORDING_SIZE, "{counter}: {ticket}");
	assert_true(office_voice_check(&voice, why, sizeof why));
	assert_string_equal(office_voice_brief(&voice), "{counter}: {ticket}");
	assert_string_equal(office_voice_brief(&usual), "{ticket}, loket {counter}.");
	usual.wordings[0].language = OFFICE_ENGLISH;
	assert_string_equal(office_voice_brief(&usual), "{ticket}, counter {counter}.");
}

static void calls_are_brief_when_so_many_wait(void **state)
{
	(void)state;
	struct office_voice voice;
	office_voice_usual(&voice);
	assert_false(office_voice_is_brief(&voice, 1));
	assert_false(office_voice_is_brief(&voice, 2));
	assert_true(office_voice_is_brief(&voice, 3));
	assert_true(office_voice_is_brief(&voice, 64));
	voice.brief_from = 1;
	assert_true(office_voice_is_brief(&voice, 1));
	voice.brief_from = 0;
	assert_false(office_voice_is_brief(&voice, 64));
}

static void all_words_of_a_language_are_gathered(void **state)
{
	(void)state;
	struct office_voice voice;
	char words[OFFICE_WORDS_SIZE];
	office_voice_usual(&voice);
	office_voice_words(&voice, 0, words);
	assert_string_equal(words, "Nomor antrean, {ticket}, silakan menuju loket {counter}.\n"
				   "{ticket}, loket {counter}.");
	office_voice_words(&voice, 1, words);
	assert_string_equal(words, "Queue number, {ticket}, please go to counter {counter}.\n");
	voice.brief_from = 0;
	office_voice_words(&voice, 0, words);
	assert_string_equal(words, "Nomor antrean, {ticket}, silakan menuju loket {counter}.\n");
}

static void hours_are_in_order(void **state)
{
	(void)state;
	static const struct office_span wrong[][2] = {{{60, 120}, {119, 180}}, {{60, 60}, {70, 80}},
		{{120, 180}, {0, 60}}, {{-1, 60}, {70, 80}}, {{60, 120}, {120, 24 * 60 + 1}}};
	struct office_voice voice;
	char why[OFFICE_TEXT_SIZE];
	office_voice_usual(&voice);
	voice.hour_count = 2;
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		voice.hours[0].span = wrong[i][0];
		voice.hours[1].span = wrong[i][1];
		refuse(voice, "hours: each must be later");
	}
	voice.hours[0].span = (struct office_span){0, 120};
	voice.hours[1].span = (struct office_span){120, 24 * 60};
	assert_true(office_voice_check(&voice, why, sizeof why));
	voice.hour_count = OFFICE_VOLUMES + 1;
	refuse(voice, "hours: there are at most");
}

static void the_volume_is_that_of_the_hour(void **state)
{
	(void)state;
	struct office office = {.zone = OFFICE_WITA};
	int64_t midnight;
	assert_true(calendar_parse(&office, "2026-11-23T00:00:00", &midnight));
	assert_int_equal(office_voice_volume(&office, midnight), 0); /* it has none */
	office_voice_usual(&office.voice);
	office.voice.volume = 80;
	office.voice.hours[0] = (struct office_volume){{0, 7 * 60}, 0};
	office.voice.hours[1] = (struct office_volume){{12 * 60, 13 * 60}, 40};
	office.voice.hour_count = 2;
	assert_int_equal(office_voice_volume(&office, midnight), 0);
	assert_int_equal(office_voice_volume(&office, midnight + 7 * HOUR_MS - 1), 0);
	assert_int_equal(office_voice_volume(&office, midnight + 7 * HOUR_MS), 80);
	assert_int_equal(office_voice_volume(&office, midnight + 12 * HOUR_MS), 40);
	assert_int_equal(office_voice_volume(&office, midnight + 13 * HOUR_MS), 80);
	office.voice.on = false;
	assert_int_equal(office_voice_volume(&office, midnight + 13 * HOUR_MS), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_usual_voice_is_right),
		cmocka_unit_test(what_cannot_be_said_is_refused),
		cmocka_unit_test(what_is_brief_is_a_wording_too),
		cmocka_unit_test(calls_are_brief_when_so_many_wait),
		cmocka_unit_test(all_words_of_a_language_are_gathered),
		cmocka_unit_test(hours_are_in_order),
		cmocka_unit_test(the_volume_is_that_of_the_hour),
	};
	return cmocka_run_group_tests_name("office_voice", tests, NULL, NULL);
}
