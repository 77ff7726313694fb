/* The voice with a sound device that writes what it plays to a file; with none; and with one that
 * keeps everybody waiting. */
#include "app/base/clock.h"
#include "app/voice/clip.h"
#include "tests/unit/check.h"
#include "tests/unit/voice_rig.h"

#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void expect(struct sound *sound, const char *folder, const char *lines, bool chime)
{
	char copy[256];
	if (chime) {
		struct sound bell = sound_chime();
		sound_append(sound, bell.samples, bell.count);
		sound_append_silence(sound, CLIP_GAP_MS);
		sound_finish(&bell);
	}
	snprintf(copy, sizeof(copy), "%s", lines);
	for (char *line = strtok(copy, "\n"); line != NULL; line = strtok(NULL, "\n")) {
		struct sound clip;
		assert_true(clip_load(folder, VOICE_INDONESIAN, line, &clip));
		sound_append(sound, clip.samples, clip.count);
		sound_append_silence(sound, clip_gap_ms(line));
		sound_finish(&clip);
	}
}

static void two_calls_are_said_whole_in_order_and_once(void **state)
{
	struct rig rig;
	struct sound wanted = {0};
	(void)state;
	rig_start(&rig, "disk");
	for (int i = 0; i < 2; i++) {
		rig_record(rig.folder, rig_calls[i], 100 + 250 * i);
	}
	for (int i = 0; i < 2; i++) {
		expect(&wanted, rig.folder, rig_calls[i], true);
	}
	rig_open(&rig);
	int64_t begun_ms = clock_ticks_ms();
	for (int i = 0; i < 2; i++) {
		const struct voice_speech speech = {
			.language = VOICE_INDONESIAN, .lines = rig_calls[i], .chime = true};
		assert_true(voice_say(rig.voice, &speech));
	}
	assert_true(clock_ticks_ms() - begun_ms < 500);
	assert_true(voice_is_speaking(rig.voice));
	rig_wait_said(&rig);
	SDL_Delay(200); /* the device's last buffer */
	struct sound heard = rig_played(&rig);
	size_t skip = sound_first_heard(&wanted), first = sound_first_heard(&heard);
	size_t length = sound_last_heard(&wanted) - skip;
	assert_int_equal(sound_last_heard(&heard) - first, length);
	assert_memory_equal(heard.samples + first, wanted.samples + skip, length * sizeof(int16_t));
	sound_finish(&heard);
	sound_finish(&wanted);
	rig_end(&rig);
}

/* The office's recording, else the clip made beforehand, else espeak-ng: one by one. */
static void a_recording_wins_over_a_made_clip(void **state)
{
	struct rig rig;
	struct sound wanted = {0};
	(void)state;
	rig_start(&rig, "disk");
	rig_record(rig.made, "satu\ndua", 500);
	rig_record(rig.folder, "satu", 900);
	expect(&wanted, rig.folder, "satu", false);
	expect(&wanted, rig.made, "dua", false);
	rig_open(&rig);
	const struct voice_speech speech = {.lines = "satu\ndua\nkursi"};
	assert_true(voice_say(rig.voice, &speech));
	rig_wait_said(&rig);
	SDL_Delay(200);
	struct sound heard = rig_played(&rig);
	size_t skip = sound_first_heard(&wanted), first = sound_first_heard(&heard);
	assert_memory_equal(heard.samples + first, wanted.samples + skip,
		(wanted.count - skip) * sizeof(int16_t));
	assert_true(sound_last_heard(&heard) - first > wanted.count - skip + SOUND_RATE / 5);
	sound_finish(&heard);
	sound_finish(&wanted);
	rig_end(&rig);
}

/* How often the program has spoken that says `lines` twice. */
static long times_spoken(bool personal)
{
	static const char program[] = "#!/bin/sh\necho >>\"$0.runs\"\nexec espeak-ng \"$@\"\n";
	struct rig rig;
	char path[TEMPORARY_SIZE], runs[TEMPORARY_SIZE + 8];
	struct stat counted;
	rig_start(&rig, "disk");
	temporary_write(rig.folder, "speak", program, strlen(program), path);
	assert_int_equal(chmod(path, 0700), 0);
	const struct voice_options options = {.volume = 100, .program = path};
	rig.voice = voice_open(&options);
	assert_non_null(rig.voice);
	for (int i = 0; i < 2; i++) {
		const struct voice_speech speech = {.lines = "S. R.", .personal = personal};
		assert_true(voice_say(rig.voice, &speech));
		rig_wait_said(&rig);
	}
	snprintf(runs, sizeof(runs), "%s.runs", path);
	assert_int_equal(stat(runs, &counted), 0);
	rig_end(&rig);
	return (long)counted.st_size;
}

/* What is said often is made once; what is about one visitor is made anew, and kept nowhere. */
static void nothing_personal_is_kept(void **state)
{
	(void)state;
	assert_int_equal(times_spoken(false), 1);
	assert_int_equal(times_spoken(true), 2);
}

static void a_stop_is_silence_at_once(void **state)
{
	struct rig rig;
	const struct voice_speech speech = {.language = VOICE_INDONESIAN,
		.lines =
			"Ada yang bisa kami bantu hari ini, silakan pilih satu dari layanan yang ada.\n"
			"Konsultasi statistik.\nPerpustakaan.\nPenjualan produk statistik."};
	(void)state;
	rig_start(&rig, "disk");
	rig_open(&rig);
	assert_true(voice_say(rig.voice, &speech));
	rig_wait_heard(&rig, SOUND_RATE / 2);
	int64_t begun_ms = clock_ticks_ms();
	voice_stop(rig.voice);
	assert_true(clock_ticks_ms() - begun_ms < 100);
	assert_false(voice_is_speaking(rig.voice));
	size_t before = rig_heard(&rig);
	SDL_Delay(1500);
	size_t after = rig_heard(&rig);
	assert_in_range(after, before, before + SOUND_RATE / 10);
	/* What comes next is said. */
	assert_true(voice_say(rig.voice, &(struct voice_speech){.lines = "Terima kasih."}));
	rig_wait_heard(&rig, after + SOUND_RATE);
	rig_wait_said(&rig);
	rig_end(&rig);
}

static void a_press_is_heard_and_short(void **state)
{
	struct rig rig;
	(void)state;
	rig_start(&rig, "disk");
	rig_open(&rig);
	voice_click(rig.voice);
	rig_wait_heard(&rig, 100);
	SDL_Delay(200);
	struct sound heard = rig_played(&rig);
	assert_in_range(sound_peak(&heard), 1000, 3300);
	assert_true(sound_last_heard(&heard) - sound_first_heard(&heard) <= 176);
	sound_finish(&heard);
	rig_end(&rig);
}

/* A device that is closed is fed no more. */
static void after_some_silence_the_device_is_closed(void **state)
{
	struct rig rig;
	struct stat before = {0}, after = {.st_size = 1};
	(void)state;
	rig_start(&rig, "disk");
	rig_open(&rig);
	voice_click(rig.voice);
	rig_wait_heard(&rig, 100);
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; before.st_size != after.st_size;) {
		assert_true(clock_ticks_ms() < end_ms);
		assert_int_equal(stat(rig.file, &before), 0);
		SDL_Delay(400);
		assert_int_equal(stat(rig.file, &after), 0);
	}
	/* And opened again: the driver begins its file anew. */
	voice_click(rig.voice);
	SDL_Delay(50);
	rig_wait_heard(&rig, 100);
	rig_end(&rig);
}

/* Runs with stderr in a pipe; what was written is in `out_lines`. */
static void listen_to_lines(
	void (*act)(struct rig *rig), struct rig *rig, char *out_lines, size_t size)
{
	int ends[2], kept = dup(STDERR_FILENO);
	assert_int_equal(pipe(ends), 0);
	dup2(ends[1], STDERR_FILENO);
	close(ends[1]);
	act(rig);
	dup2(kept, STDERR_FILENO);
	close(kept);
	ssize_t got = read(ends[0], out_lines, size - 1);
	out_lines[got > 0 ? got : 0] = '\0';
	close(ends[0]);
}

static void try_without_sound(struct rig *rig)
{
	rig_open(rig);
	for (int i = 0; i < 20; i++) {
		int64_t begun_ms = clock_ticks_ms();
		voice_click(rig->voice);
		assert_true(voice_say(rig->voice, &(struct voice_speech){.lines = "satu\ndua"}));
		assert_true(clock_ticks_ms() - begun_ms < 500);
		rig_wait_said(rig);
	}
	/* Plugged in: it is tried again by itself with the next thing to say. */
	setenv("SDL_AUDIODRIVER", "disk", 1);
	for (int64_t end_ms = clock_ticks_ms() + RIG_LIMIT_MS; rig_heard(rig) == 0;) {
		assert_true(clock_ticks_ms() < end_ms);
		voice_say(rig->voice, &(struct voice_speech){.lines = "satu"});
		SDL_Delay(300);
	}
}

static void without_sound_there_is_one_line_and_it_is_tried_again(void **state)
{
	struct rig rig;
	char lines[4096];
	(void)state;
	rig_start(&rig, "no_such_driver");
	listen_to_lines(try_without_sound, &rig, lines, sizeof(lines));
	const char *line = strstr(lines, "voice: ");
	assert_non_null(line);
	assert_ptr_equal(line, strstr(lines, "voice: no sound"));
	assert_null(strstr(line + 1, "voice: "));
	rig_end(&rig);
}

/* Opening a pipe that nobody reads lasts for ever: as a sound server that hangs. */
static void a_device_that_hangs_delays_nobody(void **state)
{
	struct rig rig;
	(void)state;
	rig_start(&rig, "disk");
	assert_int_equal(mkfifo(rig.file, 0600), 0);
	rig_open(&rig);
	int64_t begun_ms = clock_ticks_ms();
	for (int i = 0; i < 2 * VOICE_QUEUE; i++) {
		bool said = voice_say(rig.voice, &(struct voice_speech){.lines = "satu"});
		assert_true(said || i >= VOICE_QUEUE);
		voice_click(rig.voice);
	}
	assert_true(voice_is_speaking(rig.voice));
	assert_false(voice_say(rig.voice, &(struct voice_speech){.lines = "satu"}));
	voice_stop(rig.voice);
	assert_false(voice_is_speaking(rig.voice));
	assert_true(clock_ticks_ms() - begun_ms < 1000);
	int reader = open(rig.file, O_RDONLY | O_NONBLOCK);
	assert_true(reader >= 0);
	voice_close(rig.voice);
	rig.voice = NULL;
	close(reader);
	rig_end(&rig);
}

static void none_is_silent(void **state)
{
	(void)state;
	voice_click(NULL);
	voice_stop(NULL);
	assert_false(voice_say(NULL, &(struct voice_speech){.lines = "satu"}));
	assert_false(voice_is_speaking(NULL));
	voice_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_calls_are_said_whole_in_order_and_once),
		cmocka_unit_test(a_recording_wins_over_a_made_clip),
		cmocka_unit_test(nothing_personal_is_kept),
		cmocka_unit_test(a_stop_is_silence_at_once),
		cmocka_unit_test(a_press_is_heard_and_short),
		cmocka_unit_test(after_some_silence_the_device_is_closed),
		cmocka_unit_test(without_sound_there_is_one_line_and_it_is_tried_again),
		cmocka_unit_test(a_device_that_hangs_delays_nobody),
		cmocka_unit_test(none_is_silent),
	};
	signal(SIGPIPE, SIG_IGN);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
