/* Which device a part of a program uses: its computer's, or the head's choice. */
#include "app/base/text.h"
#include "app/queue/wire.h"
#include "tests/unit/check.h"

static void the_command_line_comes_before_the_head_and_he_before_the_file(void **state)
{
	(void)state;
	static const struct {
		const char *own;
		bool fixed;
		const char *chosen, *uri, *paper;
	} rows[] = {
		{"usb:auto", false, "", "usb:auto", "80mm"},
		{"", false, "", "", "80mm"},
		{"usb:auto", false, "cups:kasir", "cups:kasir", "58mm"},
		{"usb:auto", false, WIRE_NOTHING, "", "58mm"},
		{"usb:auto", true, "cups:kasir", "usb:auto", "80mm"},
		{"usb:auto", true, WIRE_NOTHING, "usb:auto", "80mm"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wire wire = {.fixed = rows[i].fixed, .own_paper = "80mm", .paper = "58mm"};
		text_copy(wire.own, sizeof wire.own, rows[i].own);
		text_copy(wire.chosen, sizeof wire.chosen, rows[i].chosen);
		assert_string_equal(wire_uri(&wire), rows[i].uri);
		assert_string_equal(wire_paper(&wire), rows[i].paper);
	}
}

/* What the store says of the settings may be from before the program was started. */
static void a_program_knows_its_settings_best(void **state)
{
	(void)state;
	const struct wire own = {.device = "kiosk-1", .part = WIRE_SCANNER, .own = "scanner:auto"};
	const struct wire told[] = {
		{.device = "kiosk-1", .part = WIRE_PRINTER, .chosen = "cups:kasir"},
		{.device = "kiosk-1", .part = WIRE_SCANNER, .own = "scanner:old", .fixed = true}};
	struct wire wire = wire_follow(&own, told, 2);
	assert_string_equal(wire_uri(&wire), "scanner:auto");
	struct wire chosen[] = {told[0], told[1]};
	text_copy(chosen[1].chosen, sizeof chosen[1].chosen, "scanner:0c2e:0b61");
	wire = wire_follow(&own, chosen, 2);
	assert_string_equal(wire_uri(&wire), "scanner:0c2e:0b61");
	wire = wire_follow(&own, chosen, 0);
	assert_string_equal(wire_uri(&wire), "scanner:auto");
}

static void parts_have_names(void **state)
{
	(void)state;
	enum wire_part part = WIRE_PRINTER;
	for (int i = 0; i < WIRE_PARTS; i++) {
		assert_true(wire_part_find(wire_part_name((enum wire_part)i), &part));
		assert_int_equal(part, i);
	}
	assert_false(wire_part_find("door", &part));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_command_line_comes_before_the_head_and_he_before_the_file),
		cmocka_unit_test(a_program_knows_its_settings_best),
		cmocka_unit_test(parts_have_names),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
