#include "app/queue/standard.h"
#include "app/base/text.h"
#include "tests/unit/check.h"

#include <string.h>

static struct standards standards;

static struct standard_line line_of(int service, enum standard_part part, const char *text)
{
	struct standard_line line = {.service = service, .part = part};
	text_copy(line.text[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE, text);
	text_copy(line.text[OFFICE_ENGLISH], OFFICE_TEXT_SIZE, text);
	return line;
}

static void parts_have_names(void **state)
{
	(void)state;
	for (int i = 0; i < STANDARD_PARTS; i++) {
		enum standard_part part = STANDARD_PARTS;
		assert_true(standard_part_find(standard_part_name((enum standard_part)i), &part));
		assert_int_equal(part, i);
	}
	enum standard_part part = STANDARD_FEE;
	assert_false(standard_part_find("fees", &part));
	assert_int_equal(part, STANDARD_FEE);
}

static void lines_are_listed_by_service_and_part(void **state)
{
	(void)state;
	const struct standard_line *lines[STANDARD_PART_LINES];
	struct standard_line one = line_of(0, STANDARD_FEE, "one");
	struct standard_line two = line_of(0, STANDARD_FEE, "two");
	struct standard_line other = line_of(1, STANDARD_FEE, "other");
	struct standard_line pledge = line_of(STANDARD_OFFICE, STANDARD_PLEDGE, "pledge");
	standards.count = 0;
	assert_true(standard_add(&standards, &one));
	assert_true(standard_add(&standards, &two));
	assert_true(standard_add(&standards, &other));
	assert_true(standard_add(&standards, &pledge));
	assert_int_equal(standard_list(&standards, 0, STANDARD_FEE, 20000, lines), 2);
	assert_string_equal(lines[0]->text[0], "one");
	assert_string_equal(lines[1]->text[0], "two");
	assert_int_equal(standard_list(&standards, 1, STANDARD_FEE, 20000, lines), 1);
	assert_int_equal(standard_list(&standards, 1, STANDARD_TIME, 20000, lines), 0);
	assert_int_equal(
		standard_list(&standards, STANDARD_OFFICE, STANDARD_PLEDGE, 20000, lines), 1);
	assert_string_equal(lines[0]->text[1], "pledge");
}

/* A tariff of one law until a day, that of the next from the day after. */
static void a_line_holds_from_a_day_to_a_day(void **state)
{
	(void)state;
	const struct standard_line *lines[STANDARD_PART_LINES];
	struct standard_line old = line_of(0, STANDARD_FEE, "PP 7/2015");
	struct standard_line new = line_of(0, STANDARD_FEE, "PP 13/2024");
	old.until_day = 20000;
	new.from_day = 20001;
	standards.count = 0;
	assert_true(standard_add(&standards, &old));
	assert_true(standard_add(&standards, &new));
	assert_int_equal(standard_list(&standards, 0, STANDARD_FEE, 20000, lines), 1);
	assert_string_equal(lines[0]->text[0], "PP 7/2015");
	assert_int_equal(standard_list(&standards, 0, STANDARD_FEE, 20001, lines), 1);
	assert_string_equal(lines[0]->text[0], "PP 13/2024");
}

static void a_part_and_the_whole_are_bounded(void **state)
{
	(void)state;
	struct standard_line line = line_of(0, STANDARD_PROCEDURE, "step");
	standards.count = 0;
	for (int i = 0; i < STANDARD_PART_LINES; i++) {
		assert_true(standard_add(&standards, &line));
	}
	assert_false(standard_add(&standards, &line));
	assert_int_equal(standards.count, STANDARD_PART_LINES);
	while (standards.count < STANDARD_LINES) {
		line.part = (enum standard_part)((int)line.part + 1);
		if (line.part == STANDARD_PLEDGE) {
			line.part = STANDARD_REQUIREMENTS;
			line.service++;
		}
		while (standard_add(&standards, &line)) {
		}
	}
	line.service = OFFICE_SERVICES - 1;
	assert_false(standard_add(&standards, &line));
	assert_int_equal(standards.count, STANDARD_LINES);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_have_names),
		cmocka_unit_test(lines_are_listed_by_service_and_part),
		cmocka_unit_test(a_line_holds_from_a_day_to_a_day),
		cmocka_unit_test(a_part_and_the_whole_are_bounded),
	};
	return cmocka_run_group_tests_name("standard", tests, NULL, NULL);
}
