#include "drivers/printer.h"
#include "tests/drivers/scratch.h"

#include <png.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const uint8_t dots[] = {0x80, 0x01, 0x00, 0xff};

static struct printer_slip slip_named(const char *name)
{
	return (struct printer_slip){.bytes = (const uint8_t *)"abc",
		.size = 3,
		.name = name,
		.dots = dots,
		.dots_width = 16,
		.dots_height = 2,
		.dots_pitch = 2};
}

static struct printer *open_in(const struct scratch *scratch)
{
	struct printer *printer;
	char uri[256];

	snprintf(uri, sizeof(uri), "file:%s", scratch->dir);
	assert_int_equal(printer_open(uri, NULL, &printer), RESULT_OK);
	return printer;
}

static void print(struct printer *printer, const char *name)
{
	struct printer_slip slip = slip_named(name);
	struct printer_outcome outcome;

	printer_print(printer, &slip, &outcome);
	assert_int_equal(outcome.reason, RESULT_OK);
	assert_true(outcome.sent_any);
	assert_true(outcome.confirmed);
}

static void test_slip_is_kept_as_bytes_and_picture(void **state)
{
	(void)state;
	struct scratch scratch;
	size_t size = 0;

	scratch_init(&scratch);
	struct printer *printer = open_in(&scratch);
	print(printer, "2026-11-23_K007");
	uint8_t *data = scratch_read(&scratch, "2026-11-23_K007.bin", &size);
	assert_int_equal(size, 3);
	assert_memory_equal(data, "abc", 3);
	free(data);

	png_image image = {.version = PNG_IMAGE_VERSION};
	const char *path = scratch_path(&scratch, "2026-11-23_K007.png");
	assert_true(png_image_begin_read_from_file(&image, path));
	assert_int_equal(image.width, 16);
	assert_int_equal(image.height, 2);
	image.format = PNG_FORMAT_GRAY;
	uint8_t pixels[32];
	assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	for (int i = 0; i < 32; i++) {
		bool black = dots[i / 8] >> (7 - i % 8) & 1;
		assert_int_equal(pixels[i], black ? 0 : 255);
	}
	assert_int_equal(scratch_count(&scratch), 2);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_nothing_is_overwritten(void **state)
{
	(void)state;
	struct scratch scratch;

	scratch_init(&scratch);
	struct printer *printer = open_in(&scratch);
	scratch_write(&scratch, "K007-2.png", "somebody's");
	print(printer, "K007");
	print(printer, "K007");
	print(printer, "K007");
	assert_true(scratch_has(&scratch, "K007.bin"));
	assert_false(scratch_has(&scratch, "K007-2.bin"));
	assert_true(scratch_has(&scratch, "K007-3.bin"));
	assert_true(scratch_has(&scratch, "K007-4.bin"));
	assert_int_equal(scratch_count(&scratch), 7);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_name_never_leaves_the_folder(void **state)
{
	(void)state;
	struct scratch scratch;

	scratch_init(&scratch);
	struct printer *printer = open_in(&scratch);
	print(printer, "../../etc/x y");
	print(printer, "");
	print(printer, NULL);
	assert_true(scratch_has(&scratch, "_._.._etc_x_y.bin"));
	assert_true(scratch_has(&scratch, "slip.bin"));
	assert_true(scratch_has(&scratch, "slip-2.png"));
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_slip_without_dots_has_no_picture(void **state)
{
	(void)state;
	struct scratch scratch;
	struct printer_outcome outcome;
	struct printer_slip slip = slip_named("text");

	scratch_init(&scratch);
	slip.dots = NULL;
	struct printer *printer = open_in(&scratch);
	printer_print(printer, &slip, &outcome);
	assert_true(outcome.confirmed);
	assert_int_equal(scratch_count(&scratch), 1);
	printer_close(printer);
	scratch_finish(&scratch);
}

static void test_folder_taken_away_is_a_printer_unplugged(void **state)
{
	(void)state;
	struct scratch scratch;
	struct printer_status status;
	struct printer_outcome outcome;
	struct printer_slip slip = slip_named("K008");

	scratch_init(&scratch);
	struct printer *printer = open_in(&scratch);
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_OK);
	assert_true(status.answers);
	scratch_finish(&scratch);
	printer_get_status(printer, &status);
	assert_int_equal(status.reason, RESULT_DEVICE_MISSING);
	printer_print(printer, &slip, &outcome);
	assert_int_equal(outcome.reason, RESULT_DEVICE_MISSING);
	assert_false(outcome.sent_any);
	printer_close(printer);
}

static void test_wrong_addresses(void **state)
{
	(void)state;
	static const struct {
		const char *uri;
		enum result result;
	} rows[] = {
		{"file:", RESULT_DEVICE_UNKNOWN},
		{"file:/dev/null", RESULT_DEVICE_MISSING},
		{"file:/no/such/folder", RESULT_DEVICE_MISSING},
		{"paper:1", RESULT_DEVICE_UNKNOWN},
		{"", RESULT_DEVICE_UNKNOWN},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct printer *printer;
		assert_int_equal(printer_open(rows[i].uri, NULL, &printer), rows[i].result);
		assert_null(printer);
	}
}

static void test_profile_is_the_one_asked_for(void **state)
{
	(void)state;
	struct scratch scratch;
	struct printer *printer;
	char uri[256];

	scratch_init(&scratch);
	snprintf(uri, sizeof(uri), "file:%s", scratch.dir);
	assert_int_equal(printer_open(uri, printer_profile_find("58mm"), &printer), RESULT_OK);
	assert_string_equal(printer_get_profile(printer)->name, "58mm");
	printer_close(printer);
	assert_int_equal(printer_open(uri, NULL, &printer), RESULT_OK);
	assert_string_equal(printer_get_profile(printer)->name, "80mm");
	printer_close(printer);
	scratch_finish(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slip_is_kept_as_bytes_and_picture),
		cmocka_unit_test(test_nothing_is_overwritten),
		cmocka_unit_test(test_name_never_leaves_the_folder),
		cmocka_unit_test(test_slip_without_dots_has_no_picture),
		cmocka_unit_test(test_folder_taken_away_is_a_printer_unplugged),
		cmocka_unit_test(test_wrong_addresses),
		cmocka_unit_test(test_profile_is_the_one_asked_for),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
