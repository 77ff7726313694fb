/* What a program is told from outside, and where it finds its things. */
#include "app/base/settings.h"
#include "tests/unit/check.h"
#include "tests/unit/temporary.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* settings_read of a line cut at its spaces. */
static int read_line(const char *line, struct settings *out_settings)
{
	char words[512];
	char *argv[64] = {NULL};
	int argc = 0;
	char *rest = NULL;
	snprintf(words, sizeof words, "giliran-kiosk %s", line);
	for (char *word = strtok_r(words, " ", &rest); word != NULL;
		word = strtok_r(NULL, " ", &rest)) {
		argv[argc++] = word;
	}
	return settings_read("giliran-kiosk", argc, argv, out_settings);
}

static void starts_with_defaults(void **state)
{
	(void)state;
	struct settings settings;
	assert_int_equal(read_line("", &settings), 0);
	assert_string_equal(settings.store, "");
	assert_string_equal(settings.language, "id");
	assert_int_equal(settings.width, 0);
	assert_int_equal(settings.x, -1);
	assert_false(settings.text_slips);
	assert_int_equal(settings.roll_mm, 0);
	assert_int_equal(settings.paper_low, 50);
	assert_true(settings.motion);
	assert_true(settings.pointer);
	assert_true(settings.click && settings.ring_idle);
	/* Consoles behave as their office has it. */
	const struct settings_console office = {SETTINGS_OFFICE, SETTINGS_OFFICE, SETTINGS_OFFICE,
		SETTINGS_OFFICE, SETTINGS_OFFICE};
	assert_memory_equal(&settings.console, &office, sizeof office);
	assert_int_equal(settings.volume, 80);
	assert_string_equal(settings.clips, "");
	assert_string_equal(settings.shutdown, "");
	assert_true(settings.voice);
	assert_false(settings.demo || settings.script || settings.exit_key || settings.help);
}

static void reads_the_command_line(void **state)
{
	(void)state;
	struct settings settings;
	assert_int_equal(
		read_line(
			"--store /a/b.db --printer=file:/tmp/x --paper 58mm "
			"--slip text --logo /l.png --roll-mm 30000 --paper-low 20 "
			"--device kiosk-1 --monitor HDMI-1 --language en --window 1280x720 "
			"--place 40,60 --ppm 4.03 --counter 2 --contrast --no-motion "
			"--no-pointer --demo --script --exit-key --scanner scanner:auto "
			"--keypad phonepad:04d9:a02a "
			"--board frame+serial:auto "
			"--board-line <{ticket}> --board-idle text --board-text PST --no-window --no-voice",
			&settings),
		0);
	assert_string_equal(settings.store, "/a/b.db");
	assert_string_equal(settings.printer, "file:/tmp/x");
	assert_string_equal(settings.scanner, "scanner:auto");
	assert_string_equal(settings.keypad, "phonepad:04d9:a02a");
	assert_string_equal(settings.profile, "58mm");
	assert_true(settings.text_slips);
	assert_string_equal(settings.logo, "/l.png");
	assert_int_equal(settings.roll_mm, 30000);
	assert_int_equal(settings.paper_low, 20);
	assert_string_equal(settings.device, "kiosk-1");
	assert_string_equal(settings.monitor, "HDMI-1");
	assert_string_equal(settings.language, "en");
	assert_int_equal(settings.width, 1280);
	assert_int_equal(settings.height, 720);
	assert_int_equal(settings.x, 40);
	assert_int_equal(settings.y, 60);
	assert_true(settings.ppm > 4.02 && settings.ppm < 4.04);
	assert_int_equal(settings.counter, 2);
	assert_true(settings.contrast && settings.demo && settings.script && settings.exit_key);
	assert_false(settings.motion || settings.pointer);
	assert_string_equal(settings.board, "frame+serial:auto");
	assert_string_equal(settings.board_line, "<{ticket}>");
	assert_string_equal(settings.board_idle, "text");
	assert_string_equal(settings.board_text, "PST");
	assert_true(settings.no_window);
	assert_false(settings.voice);
}

static void refuses_wrong_usage(void **state)
{
	(void)state;
	static const char *const wrong[] = {"--nope", "extra", "--store", "--paper 70mm",
		"--board-idle moon", "--language de", "--window 1280", "--window 0x720",
		"--window 1280x720x", "--window 99999x1", "--place -1,0", "--ppm 0", "--ppm nan",
		"--ppm 4,5", "--slip x", "--roll-mm 999", "--roll-mm 1000001", "--paper-low -1",
		"--paper-low 1001", "--counter 0", "--counter x", "--contrast=1", "--device a\nb",
		"--device 0123456789012345678901234567890123456789"};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		struct settings settings;
		assert_int_equal(read_line(wrong[i], &settings), 2);
	}
}

static void answers_help(void **state)
{
	(void)state;
	struct settings settings;
	assert_int_equal(read_line("--help", &settings), 0);
	assert_true(settings.help);
}

static void the_line_wins_over_the_file(void **state)
{
	struct settings settings;
	char path[TEMPORARY_SIZE];
	char line[TEMPORARY_SIZE * 2];
	const char *text = "store = \"/from/file.db\"; counter = 3; ppm = 5.9; width = 800;\n"
			   "height = 480; pointer = false; paper = \"80mm\"; slip = \"text\";\n"
			   "roll_mm = 60000; paper_low = 30; language = \"en\";\n"
			   "scanner = \"scanner:0c2e:0b61\"; keypad = \"keypad:auto\";\n"
			   "ring_late = false; raise_late = true; lock_minutes = 0;";
	temporary_write(*state, "a.conf", text, strlen(text), path);
	snprintf(line, sizeof line, "--counter 1 --config %s", path);
	assert_int_equal(read_line(line, &settings), 0);
	assert_string_equal(settings.store, "/from/file.db");
	assert_string_equal(settings.scanner, "scanner:0c2e:0b61");
	assert_string_equal(settings.keypad, "keypad:auto");
	assert_int_equal(settings.counter, 1);
	assert_int_equal(settings.width, 800);
	assert_string_equal(settings.profile, "80mm");
	assert_true(settings.text_slips);
	assert_int_equal(settings.roll_mm, 60000);
	assert_int_equal(settings.paper_low, 30);
	assert_string_equal(settings.language, "en");
	assert_true(settings.ppm > 5.8);
	assert_false(settings.pointer);
	assert_int_equal(settings.console.ring_soon, SETTINGS_OFFICE);
	assert_int_equal(settings.console.ring_late, 0);
	assert_int_equal(settings.console.raise_late, 1);
	assert_int_equal(settings.console.lock_minutes, 0);
}

static void a_wrong_file_is_said(void **state)
{
	struct settings settings;
	char path[TEMPORARY_SIZE];
	char line[TEMPORARY_SIZE * 2];
	temporary_write(*state, "b.conf", "stoer = 1;", 10, path);
	snprintf(line, sizeof line, "--config %s", path);
	assert_int_equal(read_line(line, &settings), 1);
	assert_int_equal(read_line("--config /nowhere/a.conf", &settings), 1);
}

/* What is said on stderr while `line` is read goes to `out_said`. */
static int read_line_and_listen(const char *line, char *out_said, size_t size)
{
	struct settings settings;
	FILE *file = tmpfile();
	int before = dup(STDERR_FILENO);
	assert_non_null(file);
	fflush(stderr);
	assert_int_equal(dup2(fileno(file), STDERR_FILENO), STDERR_FILENO);
	int status = read_line(line, &settings);
	fflush(stderr);
	dup2(before, STDERR_FILENO);
	close(before);
	rewind(file);
	out_said[fread(out_said, 1, size - 1, file)] = '\0';
	fclose(file);
	return status;
}

/* What the option refuses the file may not say either; 0 is "as is usual". */
static void a_roll_in_the_file_has_the_bounds_of_the_option(void **state)
{
	static const struct {
		const char *text, *said;
	} rows[] = {{"roll_mm = 0;", NULL}, {"roll_mm = 1000;", NULL}, {"roll_mm = 1000000;", NULL},
		{"\nroll_mm = 1;", "c.conf:2: roll_mm"}, {"roll_mm = 80;", "c.conf:1: roll_mm"},
		{"roll_mm = 999;", "c.conf:1: roll_mm"}, {"roll_mm = -1;", "c.conf:1: roll_mm"},
		{"roll_mm = 1000001;", "c.conf:1: roll_mm"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char path[TEMPORARY_SIZE];
		char line[TEMPORARY_SIZE * 2];
		char said[512];
		temporary_write(*state, "c.conf", rows[i].text, strlen(rows[i].text), path);
		snprintf(line, sizeof line, "--config %s", path);
		int status = read_line_and_listen(line, said, sizeof said);
		assert_int_equal(status, rows[i].said == NULL ? 0 : 1);
		assert_non_null(strstr(said, rows[i].said == NULL ? "" : rows[i].said));
	}
}

static void the_store_is_chosen_in_order(void **state)
{
	(void)state;
	char path[PLACE_SIZE];
	assert_int_equal(setenv("GILIRAN_STORE", "/env.db", 1), 0);
	assert_int_equal(setenv("XDG_DATA_HOME", "/data", 1), 0);
	assert_int_equal(setenv("HOME", "/home/ani", 1), 0);
	assert_true(place_store("/line.db", "/conf.db", path, sizeof path));
	assert_string_equal(path, "/line.db");
	assert_true(place_store("", "/conf.db", path, sizeof path));
	assert_string_equal(path, "/env.db");
	assert_int_equal(unsetenv("GILIRAN_STORE"), 0);
	assert_true(place_store(NULL, "/conf.db", path, sizeof path));
	assert_string_equal(path, "/conf.db");
	assert_true(place_store(NULL, NULL, path, sizeof path));
	assert_string_equal(path, "/data/giliran/giliran.db");
	assert_int_equal(unsetenv("XDG_DATA_HOME"), 0);
	assert_true(place_store(NULL, "", path, sizeof path));
	assert_string_equal(path, "/home/ani/.local/share/giliran/giliran.db");
	assert_int_equal(unsetenv("HOME"), 0);
	assert_false(place_store(NULL, NULL, path, sizeof path));
}

static void assets_lie_beside_the_build(void **state)
{
	(void)state;
	char path[PLACE_SIZE];
	char texts[PLACE_SIZE + 8];
	assert_int_equal(setenv("GILIRAN_ASSETS", "/chosen", 1), 0);
	assert_true(place_assets(path, sizeof path));
	assert_string_equal(path, "/chosen");
	assert_int_equal(unsetenv("GILIRAN_ASSETS"), 0);
	assert_true(place_assets(path, sizeof path));
	snprintf(texts, sizeof texts, "%s/text", path);
	assert_int_equal(access(texts, R_OK), 0);
	assert_true(place_program("giliran-kiosk", path, sizeof path));
	assert_string_equal(strrchr(path, '/'), "/giliran-kiosk");
}

static void makes_the_folders_above_a_file(void **state)
{
	char path[TEMPORARY_SIZE + 32];
	struct stat info;
	snprintf(path, sizeof path, "%s/x/y/giliran.db", (const char *)*state);
	assert_true(place_make_parent(path));
	assert_true(place_make_parent(path));
	*strrchr(path, '/') = '\0';
	assert_int_equal(stat(path, &info), 0);
	assert_true(S_ISDIR(info.st_mode));
	assert_int_equal(info.st_mode & 07, 0);
	assert_true(place_make_parent("giliran.db"));
	assert_false(place_make_parent("/proc/no/such/giliran.db"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts_with_defaults),
		cmocka_unit_test(reads_the_command_line),
		cmocka_unit_test(refuses_wrong_usage),
		cmocka_unit_test(answers_help),
		cmocka_unit_test(the_line_wins_over_the_file),
		cmocka_unit_test(a_wrong_file_is_said),
		cmocka_unit_test(a_roll_in_the_file_has_the_bounds_of_the_option),
		cmocka_unit_test(the_store_is_chosen_in_order),
		cmocka_unit_test(assets_lie_beside_the_build),
		cmocka_unit_test(makes_the_folders_above_a_file),
	};
	return cmocka_run_group_tests_name("settings", tests, make_folder, remove_folder);
}
