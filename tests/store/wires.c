/* The devices of this machine's programs: said by the programs, chosen by the head. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_settings.h"
#include "app/desk/view.h"
#include "app/desk/wires.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static struct wire wire_of(const char *device, enum wire_part part, const char *own)
{
	struct wire wire = {.part = part};
	text_copy(wire.device, sizeof wire.device, device);
	text_copy(wire.own, sizeof wire.own, own);
	return wire;
}

static void report(const struct stage *stage, const char *time, const struct wire *wire)
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_report_wire(desk, wire), RESULT_OK);
	desk_close(desk);
}

static enum result choose(const struct stage *stage, const char *time, const char *staff,
	const char *uri, const char *paper)
{
	char detail[256];
	struct desk *desk = stage_desk(stage, time);
	struct office_file *file = memory_zeroed(1, sizeof *file);
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	assert_true(file->with_wires);
	text_copy(file->wires[0].chosen, sizeof file->wires[0].chosen, uri);
	text_copy(file->wires[0].paper, sizeof file->wires[0].paper, paper);
	enum result result = desk_save_office(
		desk, staff, desk_office_revision(desk), file, detail, sizeof detail);
	free(file);
	desk_close(desk);
	return result;
}

/* What every program sees. */
static void expect(const struct stage *stage, const char *time, const char *uri, const char *paper)
{
	struct desk *desk = stage_desk(stage, time);
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	const struct wire *wire = wire_find(view->wires, view->wire_count, "kiosk-1", WIRE_PRINTER);
	assert_non_null(wire);
	assert_string_equal(wire_uri(wire), uri);
	assert_string_equal(wire_paper(wire), paper);
	free(view);
	desk_close(desk);
}

static int count(const char *text, const char *what)
{
	int found = 0;
	for (; (text = strstr(text, what)) != NULL; text++) {
		found++;
	}
	return found;
}

static void what_a_program_says_is_written_once(void **state)
{
	const struct stage *stage = *state;
	struct wire wire = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto");
	report(stage, "08:00:00", &wire);
	char *first = stage_dump(stage);
	report(stage, "08:01:00", &wire);
	char *second = stage_dump(stage);
	assert_string_equal(first, second);
	expect(stage, "08:02:00", "usb:auto", "");
	text_copy(wire.own, sizeof wire.own, "cups:kasir");
	text_copy(wire.own_paper, sizeof wire.own_paper, "58mm");
	report(stage, "08:03:00", &wire);
	expect(stage, "08:04:00", "cups:kasir", "58mm");
	free(first);
	free(second);
}

static void the_head_chooses_and_it_is_an_event(void **state)
{
	const struct stage *stage = *state;
	struct wire wire = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto");
	report(stage, "08:00:00", &wire);
	assert_int_equal(choose(stage, "08:01:00", "ani", "cups:kasir", ""), RESULT_HEAD_ONLY);
	expect(stage, "08:02:00", "usb:auto", "");
	assert_int_equal(choose(stage, "08:03:00", "kepala", "cups:kasir", "58mm"), RESULT_OK);
	expect(stage, "08:04:00", "cups:kasir", "58mm");
	assert_int_equal(choose(stage, "08:05:00", "kepala", "cups:kasir", "58mm"), RESULT_OK);
	/* The program starts anew: the choice stays, whatever its computer says by now. */
	text_copy(wire.own, sizeof wire.own, "file:/tmp");
	report(stage, "08:06:00", &wire);
	expect(stage, "08:07:00", "cups:kasir", "58mm");
	/* Another paper is a choice too, and is told. */
	assert_int_equal(choose(stage, "08:07:10", "kepala", "cups:kasir", "80mm"), RESULT_OK);
	assert_int_equal(
		choose(stage, "08:07:20", "kepala",
			"usb:04b8:0e28:A-SERIAL-NUMBER-THAT-IS-LONGER-THAN-THE-LOG-TAKES", "80mm"),
		RESULT_OK);
	assert_int_equal(choose(stage, "08:08:00", "kepala", "", ""), RESULT_OK);
	expect(stage, "08:09:00", "file:/tmp", "");
	char *log = stage_dump(stage);
	assert_int_equal(count(log, "device_chosen"), 4);
	assert_int_equal(count(log, "kiosk-1/printer cups:kasir 58mm"), 1);
	assert_int_equal(count(log, "kiosk-1/printer cups:kasir 80mm"), 1);
	assert_int_equal(count(log, "kiosk-1/printer #"), 1);
	free(log);
}

/* As on the command line: an event of nobody, and settings that were read before it are old. */
static void it_is_chosen_without_a_page(void **state)
{
	const struct stage *stage = *state;
	struct wire wire = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto");
	struct wire fixed = wire_of("kiosk-1", WIRE_SCANNER, "scanner:auto");
	fixed.fixed = true;
	report(stage, "08:00:00", &wire);
	report(stage, "08:00:00", &fixed);
	struct desk *desk = stage_desk(stage, "08:01:00");
	struct office_file *file = memory_zeroed(1, sizeof *file);
	char detail[256];
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	int64_t revision = desk_office_revision(desk);
	text_copy(wire.chosen, sizeof wire.chosen, "cups:kasir");
	text_copy(wire.paper, sizeof wire.paper, "58mm");
	assert_int_equal(desk_choose_wire(desk, &wire), RESULT_OK);
	assert_int_equal(desk_choose_wire(desk, &wire), RESULT_OK);
	assert_int_equal(desk_save_office(desk, "kepala", revision, file, detail, sizeof detail),
		RESULT_OFFICE_MOVED);
	assert_int_equal(desk_choose_wire(desk, &fixed), RESULT_WIRE_FIXED);
	wire.part = WIRE_BOARD;
	assert_int_equal(desk_choose_wire(desk, &wire), RESULT_WIRE_UNKNOWN);
	wire.part = WIRE_PRINTER;
	text_copy(wire.chosen, sizeof wire.chosen, "a\nb");
	assert_int_equal(desk_choose_wire(desk, &wire), RESULT_TEXT_CONTROL);
	free(file);
	desk_close(desk);
	expect(stage, "08:02:00", "cups:kasir", "58mm");
	char *log = stage_dump(stage);
	assert_int_equal(count(log, "device_chosen"), 1);
	free(log);
}

/* Another office, or a new computer, has other devices. */
static void devices_are_in_no_file(void **state)
{
	const struct stage *stage = *state;
	struct wire wire = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto");
	char *text = NULL, detail[256];
	size_t size = 0;
	report(stage, "08:00:00", &wire);
	assert_int_equal(choose(stage, "08:01:00", "kepala", "cups:kasir", ""), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:02:00");
	struct office_file *file = memory_zeroed(1, sizeof *file);
	struct office_differences differences;
	assert_int_equal(desk_read_office(desk, file), RESULT_OK);
	FILE *out = open_memstream(&text, &size);
	assert_true(office_file_write(file, out));
	assert_int_equal(fclose(out), 0);
	assert_null(strstr(text, "cups:kasir"));
	/* As it is when it was read from such a file. */
	memset(file->wires, 0, sizeof file->wires);
	file->wire_count = 0;
	file->with_wires = false;
	file->office.undo_s = 20;
	assert_int_equal(desk_import_office(
				 desk, file, "kepala", false, &differences, detail, sizeof detail),
		RESULT_OK);
	office_differences_finish(&differences);
	free(file);
	free(text);
	desk_close(desk);
	expect(stage, "08:03:00", "cups:kasir", "");
}

static int count_devices(const struct stage *stage, const char *time)
{
	struct desk *desk = stage_desk(stage, time);
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	int devices = view->device_count;
	free(view);
	desk_close(desk);
	return devices;
}

static void what_is_used_no_more_is_no_device(void **state)
{
	const struct stage *stage = *state;
	struct wire wire = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto");
	struct desk *desk = stage_desk(stage, "08:00:00");
	assert_int_equal(desk_report_device(desk, "kiosk-1/printer", RESULT_OK, false), RESULT_OK);
	assert_int_equal(desk_report_device(desk, "kiosk-1/scanner", RESULT_OK, false), RESULT_OK);
	desk_close(desk);
	assert_int_equal(count_devices(stage, "08:01:00"), 2);
	report(stage, "08:02:00", &wire);
	assert_int_equal(count_devices(stage, "08:03:00"), 2);
	assert_int_equal(choose(stage, "08:04:00", "kepala", WIRE_NOTHING, ""), RESULT_OK);
	assert_int_equal(count_devices(stage, "08:05:00"), 1);
	assert_int_equal(choose(stage, "08:06:00", "kepala", "", ""), RESULT_OK);
	assert_int_equal(count_devices(stage, "08:07:00"), 2);
	wire.own[0] = '\0';
	report(stage, "08:08:00", &wire);
	assert_int_equal(count_devices(stage, "08:09:00"), 1);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(what_a_program_says_is_written_once),
		TEST(the_head_chooses_and_it_is_an_event),
		TEST(it_is_chosen_without_a_page),
		TEST(devices_are_in_no_file),
		TEST(what_is_used_no_more_is_no_device),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
