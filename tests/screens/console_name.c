/* The clerk's name in the bar: whole where there is room, shortened by rule, never cut. */
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void expect(struct ui *ui, const char *name, const char *room, const char *wanted)
{
	char text[OFFICE_NAME_SIZE];
	int width = ui_text_width(ui, PARTS_NOTE, room);
	assert_string_equal(parts_name(ui, PARTS_NOTE, width, name, text, sizeof(text)), wanted);
}

static void test_it_is_shortened_by_rule(void **state)
{
	(void)state;
	struct ui ui;
	const char *long_name = "Ani Rahmawati Putri, S.ST., M.Stat.";
	golden_start(&ui, "id", 1280, 800);
	expect(&ui, long_name, long_name, long_name);
	expect(&ui, long_name, "Ani Rahmawati Putri", "Ani Rahmawati Putri");
	expect(&ui, long_name, "Ani R. P.", "Ani R. P.");
	expect(&ui, long_name, "Ani R.", "Ani");
	expect(&ui, long_name, "A", "Ani");
	expect(&ui, "Dr. H. Budi Santoso", "Dr. H. Budi S.", "Dr. H. Budi S.");
	expect(&ui, "Dr. H. Budi Santoso", "B", "Dr. H. Budi");
	expect(&ui, "Éva  Łukasz", "Éva Ł.", "Éva Ł.");
	expect(&ui, "Kusumaningtyas", "Kusuma", "Kusumaningtyas");
	expect(&ui, "", "A", "");
	golden_finish(&ui);
}

static void test_a_counters_name_ends_at_a_word(void **state)
{
	static const char *const rows[][3] = {
		{"Konsultasi dan  Kasir", "Konsultasi dan  Kasir", "Konsultasi dan  Kasir"},
		{"Konsultasi dan  Kasir", "Konsultasi dan  Kas", "Konsultasi dan\u2026"},
		{"Konsultasi dan  Kasir", "Konsultasi\u2026", "Konsultasi\u2026"},
		{"Konsultasi dan  Kasir", "Kon", "Konsultasi"}, {"Konsultasi", "Kon", "Konsultasi"},
		{"", "Kon", ""}};
	(void)state;
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[OFFICE_COUNTER_SIZE + 4];
		int width = ui_text_width(&ui, PARTS_NOTE, rows[i][1]);
		assert_string_equal(
			parts_at_word(&ui, PARTS_NOTE, width, rows[i][0], text, sizeof(text)),
			rows[i][2]);
	}
	golden_finish(&ui);
}

/* Whether the bar shows `words`, or with NULL, anything that was cut. */
static bool bar_says(const struct ui *ui, const char *words)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT && command->rect.y < ui->height * 16 / 100 &&
			strstr(draw_command_text(&ui->list, command),
				words != NULL ? words : "\u2026") != NULL) {
			return true;
		}
	}
	return false;
}

static void test_no_bar_cuts_it(void **state)
{
	static const int sizes[][2] = {{1024, 768}, {1280, 800}, {1366, 768}, {1920, 1080}};
	static const char *const names[] = {"Ani Rahmawati", "Bonaventura Situmorang",
		"Maria Angelina Kusumaningtyas, S.ST., M.Stat."};
	static const char *const firsts[] = {"Ani", "Bonaventura", "Maria"};
	(void)state;
	for (int i = 0; i < 4 * 2 * 3 * 2; i++) {
		struct ui ui;
		struct shift shift;
		const int *size = sizes[i % 4];
		model_desk(&shift);
		shift.training = i / 24 == 1;
		struct desk_staff *person = &shift.staff[shift.chosen];
		person->role = DESK_HEAD; /* one tab more */
		text_copy(person->name, sizeof(person->name), names[i / 8 % 3]);
		golden_start(&ui, i / 4 % 2 == 0 ? "id" : "en", size[0], size[1]);
		for (int frame = 0; frame < 2; frame++) {
			ui_begin(&ui, NULL);
			screen_frame(&ui, &shift, model_at(10, 31, 24));
			ui_end(&ui);
		}
		assert_false(bar_says(&ui, NULL));
		assert_true(bar_says(&ui, firsts[i / 8 % 3]));
		golden_finish(&ui);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_it_is_shortened_by_rule),
		cmocka_unit_test(test_a_counters_name_ends_at_a_word),
		cmocka_unit_test(test_no_bar_cuts_it),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
