/* The clips of calls, made beforehand: every call can be put together from them alone. */
#include "app/base/text.h"
#include "app/voice/call.h"
#include "app/voice/clip.h"
#include "app/voice/clip_set.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <stdlib.h>
#include <string.h>

static const char *const WORDINGS[VOICE_LANGUAGES] = {
	"Nomor antrean, {ticket}, silakan menuju loket {counter}.\nSekali lagi, {ticket}.",
	"Queue number, {ticket}, please go to counter {counter}."};

static void assert_clips_are_there(
	const char *folder, enum voice_language language, const char *pattern)
{
	char text[CALL_SIZE], lines[CALL_SIZE];
	for (int i = 0; i < 1000; i += 37) {
		for (int mode = CALL_DIGITS; mode <= CALL_WORDS; mode++) {
			char ticket[16];
			snprintf(ticket, sizeof(ticket), "%c%03d", 'A' + i % 26, i);
			assert_true(call_text(language, pattern, ticket, i % 30,
				(enum call_mode)mode, text, sizeof(text)));
			assert_true(call_clips(language, text, lines, sizeof(lines)));
			for (char *line = strtok(lines, "\n"); line; line = strtok(NULL, "\n")) {
				struct sound sound;
				assert_true(clip_load(folder, language, line, &sound));
				assert_in_range(sound_level(&sound), SOUND_LEVEL * 8 / 10,
					SOUND_LEVEL * 12 / 10);
				assert_true(sound_peak(&sound) <= SOUND_PEAK);
				sound_finish(&sound);
			}
		}
	}
}

static void every_call_has_its_clips(void **state)
{
	char folder[TEMPORARY_SIZE];
	struct synth synth = {0};
	(void)state;
	temporary_create(folder);
	int made = clip_set_make(&synth, folder, VOICE_INDONESIAN, WORDINGS[0]);
	assert_int_equal(made, 12 + 6 + 3 + 26 + 3);
	assert_true(clip_set_make(&synth, folder, VOICE_ENGLISH, WORDINGS[1]) > 50);
	assert_clips_are_there(folder, VOICE_INDONESIAN,
		"Nomor antrean, {ticket}, silakan menuju loket {counter}.");
	assert_clips_are_there(folder, VOICE_ENGLISH, WORDINGS[1]);
	/* What is there is not made again: an office's recording in its place stays. */
	assert_int_equal(clip_set_make(&synth, folder, VOICE_INDONESIAN, WORDINGS[0]), 0);
	temporary_remove(folder);
}

static void note(void *context, const char *text)
{
	char *notes = context;
	size_t used = strlen(notes);
	text_format(notes + used, 4096 - used, "%s|", text);
}

static void what_several_wordings_say_is_one_clip(void **state)
{
	char notes[4096] = "";
	(void)state;
	clip_set_each(VOICE_INDONESIAN,
		"Loket {counter}, {ticket}.\n{ticket}, loket {counter}!\nKe loket {counter}: {ticket}.",
		note, notes);
	assert_int_equal(strncmp(notes, "Loket|Ke loket|nol|", 19), 0);
}

static void without_the_program_nothing_is_made(void **state)
{
	char folder[TEMPORARY_SIZE];
	struct synth synth = {.program = "/nowhere/espeak-ng"};
	(void)state;
	temporary_create(folder);
	assert_int_equal(clip_set_make(&synth, folder, VOICE_INDONESIAN, WORDINGS[0]), -1);
	temporary_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_call_has_its_clips),
		cmocka_unit_test(what_several_wordings_say_is_one_clip),
		cmocka_unit_test(without_the_program_nothing_is_made),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
