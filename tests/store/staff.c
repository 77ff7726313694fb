/* Who may sign in, and that a PIN is kept as nothing but its hash. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum result sign_in(struct stage *stage, const char *time, const char *who, const char *pin)
{
	struct desk_staff staff;
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_sign_in(desk, who, pin, &staff);
	desk_close(desk);
	if (result == RESULT_OK) {
		assert_string_equal(staff.code, who);
	}
	return result;
}

static void the_first_pin_is_kept(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(sign_in(stage, "08:00:00", "kepala", "123"), RESULT_PIN_FORM);
	assert_int_equal(sign_in(stage, "08:00:00", "kepala", "12a4"), RESULT_PIN_FORM);
	assert_int_equal(sign_in(stage, "08:00:00", "kepala", "1234567890123"), RESULT_PIN_FORM);
	assert_int_equal(sign_in(stage, "08:00:00", "kepala", "860519"), RESULT_OK);
	assert_int_equal(sign_in(stage, "08:01:00", "kepala", "860519"), RESULT_OK);
	assert_int_equal(sign_in(stage, "08:02:00", "kepala", "860518"), RESULT_PIN_WRONG);
	assert_int_equal(sign_in(stage, "08:02:00", "zaki", "860519"), RESULT_STAFF_UNKNOWN);
}

static void five_wrong_pins_lock_for_a_minute(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(sign_in(stage, "08:00:00", "ani", "4711"), RESULT_OK);
	for (int i = 0; i < 4; i++) {
		assert_int_equal(sign_in(stage, "08:01:00", "ani", "0000"), RESULT_PIN_WRONG);
	}
	assert_int_equal(sign_in(stage, "08:01:00", "ani", "0000"), RESULT_PIN_LOCKED);
	assert_int_equal(sign_in(stage, "08:01:59", "ani", "4711"), RESULT_PIN_LOCKED);
	assert_int_equal(sign_in(stage, "08:02:00", "ani", "4711"), RESULT_OK);
	/* The right one cleared the count. */
	for (int i = 0; i < 4; i++) {
		assert_int_equal(sign_in(stage, "08:03:00", "ani", "0000"), RESULT_PIN_WRONG);
	}
	assert_int_equal(sign_in(stage, "08:03:00", "ani", "4711"), RESULT_OK);
	assert_int_equal(sign_in(stage, "08:03:00", "ani", "0000"), RESULT_PIN_WRONG);
}

static void staff_is_listed_by_name(void **state)
{
	struct stage *stage = *state;
	struct desk_staff staff[8];
	size_t count;
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct desk_staff dewi = {.code = "dewi", .name = "Dewi Lestari", .role = DESK_TREASURER};
	assert_int_equal(desk_add_staff(desk, &dewi, "2468"), RESULT_OK);
	assert_int_equal(desk_add_staff(desk, &dewi, "2468"), RESULT_STAFF_EXISTS);
	struct desk_staff wrong = {.code = "De wi", .name = "Dewi"};
	assert_int_equal(desk_add_staff(desk, &wrong, NULL), RESULT_FIELD_RANGE);
	wrong = (struct desk_staff){.code = "x", .name = "  "};
	assert_int_equal(desk_add_staff(desk, &wrong, NULL), RESULT_FIELD_REQUIRED);
	wrong = (struct desk_staff){.code = "x", .name = "a\nb"};
	assert_int_equal(desk_add_staff(desk, &wrong, NULL), RESULT_TEXT_CONTROL);
	assert_int_equal(desk_list_staff(desk, staff, 8, &count), RESULT_OK);
	assert_int_equal(count, 5);
	assert_string_equal(staff[0].code, "dewi");
	assert_int_equal(staff[0].role, DESK_TREASURER);
	assert_true(staff[0].has_pin);
	assert_string_equal(staff[1].code, "kepala");
	assert_int_equal(staff[1].role, DESK_HEAD);
	assert_false(staff[1].has_pin);
	desk_close(desk);
}

/* No file of the store holds the PIN, nor a hash that can be tried quickly. */
static void a_pin_is_nowhere(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(sign_in(stage, "08:00:00", "ani", "860519223377"), RESULT_OK);
	FILE *file = fopen(stage->store, "rb");
	assert_non_null(file);
	char *data = calloc(1, 1 << 20);
	size_t size = fread(data, 1, 1 << 20, file);
	fclose(file);
	bool hashed = false;
	for (size_t i = 0; i + 12 < size; i++) {
		assert_int_not_equal(memcmp(data + i, "860519223377", 12), 0);
		hashed = hashed || memcmp(data + i, "$argon2id$", 10) == 0;
	}
	assert_true(hashed);
	free(data);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(the_first_pin_is_kept),
		test(five_wrong_pins_lock_for_a_minute),
		test(staff_is_listed_by_name),
		test(a_pin_is_nowhere),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
