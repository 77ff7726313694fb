/* An office's own recordings under the words that are said. */
#include "app/voice/clip.h"
#include "app/voice/wave.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void assert_key(const char *text, const char *wanted)
{
	char key[CLIP_KEY_SIZE];
	assert_true(clip_key(text, key));
	assert_string_equal(key, wanted);
}

static void keys_are_the_words(void **state)
{
	char key[CLIP_KEY_SIZE], other[CLIP_KEY_SIZE];
	(void)state;
	assert_key("nol", "nol");
	assert_key("K,", "k");
	assert_key("Silakan menuju loket", "silakan-menuju-loket");
	assert_key("  Ada yang -- bisa kami bantu?", "ada-yang-bisa-kami-bantu");
	assert_key("../../etc/passwd", "etc-passwd");
	assert_false(clip_key("", key));
	assert_false(clip_key(" .,!", key));
	/* Long words and other letters differ by their checksum. */
	char text[600];
	memset(text, 'a', sizeof(text));
	text[599] = '\0';
	assert_true(clip_key(text, key));
	text[598] = 'b';
	assert_true(clip_key(text, other));
	assert_string_not_equal(key, other);
	assert_true(strlen(key) < CLIP_KEY_SIZE);
	assert_true(clip_key("\xC3\xA9", key));
	assert_true(clip_key("\xC3\xA8", other));
	assert_string_not_equal(key, other);
}

static void the_mark_is_the_gap(void **state)
{
	(void)state;
	assert_int_equal(clip_gap_ms("nol"), CLIP_GAP_MS);
	assert_int_equal(clip_gap_ms("tujuh,"), CLIP_COMMA_MS);
	assert_int_equal(clip_gap_ms("dua."), CLIP_STOP_MS);
	assert_int_equal(clip_gap_ms("apa?"), CLIP_STOP_MS);
	assert_int_equal(clip_gap_ms(""), CLIP_GAP_MS);
}

static void a_recording_is_found_trimmed_and_even(void **state)
{
	char folder[TEMPORARY_SIZE];
	struct sound sound = {0}, found;
	(void)state;
	temporary_create(folder);
	sound_append_silence(&sound, 1500);
	for (size_t i = SOUND_RATE / 2; i < (size_t)SOUND_RATE; i++) {
		sound.samples[i] = (int16_t)lround(900 * sin((double)i / 20));
	}
	assert_false(clip_load(folder, VOICE_INDONESIAN, "nol", &found));
	assert_true(clip_save(folder, VOICE_INDONESIAN, "Nol,", &sound));
	assert_true(clip_load(folder, VOICE_INDONESIAN, "nol", &found));
	assert_in_range(found.count, SOUND_RATE / 2 - 100, SOUND_RATE / 2 + SOUND_RATE / 50);
	assert_in_range(sound_level(&found), SOUND_LEVEL * 9 / 10, SOUND_LEVEL * 11 / 10);
	sound_finish(&found);
	assert_false(clip_load(folder, VOICE_ENGLISH, "nol", &found));
	assert_false(clip_load("", VOICE_INDONESIAN, "nol", &found));
	sound_finish(&sound);
	temporary_remove(folder);
}

/* What was written to stderr while a clip was looked for. */
static bool load_and_listen(const char *folder, const char *text, char *out_lines, size_t size)
{
	struct sound found;
	int ends[2], kept = dup(STDERR_FILENO);
	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	bool loaded = clip_load(folder, VOICE_INDONESIAN, text, &found);
	assert_true(loaded || found.samples == NULL);
	sound_finish(&found);
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t got = read(ends[0], out_lines, size - 1);
	out_lines[got > 0 ? got : 0] = '\0';
	close(ends[0]);
	return loaded;
}

static void a_broken_recording_is_left_out_with_one_line(void **state)
{
	char folder[TEMPORARY_SIZE], path[TEMPORARY_SIZE], lines[2048];
	struct sound silence = {0};
	(void)state;
	temporary_create(folder);
	sound_append_silence(&silence, 100);
	assert_true(clip_save(folder, VOICE_INDONESIAN, "satu", &silence));
	sound_finish(&silence);
	/* The folder is there by now. */
	temporary_write(folder, "id/dua.wav", "RIFFoops", 8, path);
	assert_false(load_and_listen(folder, "satu", lines, sizeof(lines)));
	assert_non_null(strstr(lines, "satu.wav is left out: silent\n"));
	assert_ptr_equal(strchr(lines, '\n'), strrchr(lines, '\n'));
	assert_false(load_and_listen(folder, "dua", lines, sizeof(lines)));
	assert_non_null(strstr(lines, "dua.wav is left out: no WAV file\n"));
	assert_ptr_equal(strchr(lines, '\n'), strrchr(lines, '\n'));
	assert_false(load_and_listen(folder, "tiga", lines, sizeof(lines)));
	assert_string_equal(lines, "");
	temporary_remove(folder);
}

static void finds(
	const char *own, const char *made, const char *text, enum clip_source source, bool broken)
{
	bool is_broken;
	assert_int_equal(clip_find(own, made, VOICE_INDONESIAN, text, &is_broken), source);
	assert_int_equal(is_broken, broken);
}

static void an_own_clip_comes_before_a_made_one(void **state)
{
	char own[TEMPORARY_SIZE], made[TEMPORARY_SIZE], path[TEMPORARY_SIZE];
	struct sound click = sound_click();
	(void)state;
	temporary_create(own);
	temporary_create(made);
	finds(own, made, "satu", CLIP_NONE, false);
	assert_true(clip_save(made, VOICE_INDONESIAN, "satu", &click));
	finds(own, made, "satu", CLIP_MADE, false);
	finds("", made, "satu", CLIP_MADE, false);
	assert_true(clip_save(own, VOICE_INDONESIAN, "satu", &click));
	finds(own, made, "satu", CLIP_OWN, false);
	temporary_write(own, "id/satu.wav", "RIFFoops", 8, path);
	finds(own, made, "satu", CLIP_MADE, true);
	temporary_write(made, "id/satu.wav", "RIFFoops", 8, path);
	finds(own, made, "satu", CLIP_NONE, true);
	sound_finish(&click);
	temporary_remove(own);
	temporary_remove(made);
}

/* What cannot be written leaves the clip as it was, and nothing beside it. */
static void a_clip_is_written_whole_or_not_at_all(void **state)
{
	char folder[TEMPORARY_SIZE], path[PLACE_SIZE], part[PLACE_SIZE + 24];
	struct sound click = sound_click(), found;
	(void)state;
	temporary_create(folder);
	assert_true(clip_save(folder, VOICE_INDONESIAN, "satu", &click));
	assert_true(clip_path(folder, VOICE_INDONESIAN, "satu", path));
	snprintf(part, sizeof part, "%s.%ld", path, (long)getpid());
	assert_int_equal(access(part, F_OK), -1);
	assert_int_equal(mkdir(part, 0700), 0); /* nothing can be written there */
	struct sound silence = {0};
	sound_append_silence(&silence, 100);
	assert_false(clip_save(folder, VOICE_INDONESIAN, "satu", &silence));
	assert_true(clip_load(folder, VOICE_INDONESIAN, "satu", &found));
	sound_finish(&found);
	sound_finish(&silence);
	sound_finish(&click);
	temporary_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_are_the_words),
		cmocka_unit_test(the_mark_is_the_gap),
		cmocka_unit_test(a_recording_is_found_trimmed_and_even),
		cmocka_unit_test(a_broken_recording_is_left_out_with_one_line),
		cmocka_unit_test(an_own_clip_comes_before_a_made_one),
		cmocka_unit_test(a_clip_is_written_whole_or_not_at_all),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
