#include "app/base/text.h"
#include "app/console/device.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The devices at the console: their sentences, the list of all, the paper rolls. */
enum { WIDTH = 1280, HEIGHT = 800 };

static const char *const names[VIEW_DEVICE_KINDS] = {"kiosk-1/printer", "display-1/board",
	"kiosk-1/scanner", "kiosk-1/keypad", "display/screen", "lobby/lamp"};

static struct view_device *add(
	struct shift *shift, enum view_device_kind kind, const char *name, enum result reason)
{
	struct view_device *device = &shift->view->devices[shift->view->device_count++];
	*device = (struct view_device){
		.kind = kind, .reason = reason, .since_ms = model_at(10, 26, 0)};
	text_copy(device->name, sizeof(device->name), name);
	return device;
}

static void start(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
	shift->view->device_count = 0;
}

static void draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 31, 24));
		ui_end(ui);
	}
}

static void show(struct shift *shift, const char *language, const char *name, bool picture)
{
	struct ui ui;
	golden_start(&ui, language, WIDTH, HEIGHT);
	draw(&ui, shift);
	golden_text(name, &ui.list);
	if (picture) {
		golden_picture(name, &ui.list, WIDTH, HEIGHT);
	}
	golden_finish(&ui);
	shift_finish(shift);
}

static void put_roll(struct view_device *device, int64_t fed_mm, int slips)
{
	device->roll = (struct roll){.since_ms = model_at(8, 0, 0),
		.length_mm = 80000,
		.fed_mm = fed_mm,
		.slips = slips};
}

/* Whether `reason` can be of a device of `kind` (device.h). */
static bool can_be(enum view_device_kind kind, enum result reason)
{
	if (kind == VIEW_SCREEN) {
		return reason == RESULT_DEVICE_MISSING;
	}
	return kind == VIEW_PRINTER ||
	       (reason != RESULT_PAPER_OUT && reason != RESULT_COVER_OPEN &&
		       reason != RESULT_PRINTER_ERROR && reason != RESULT_PRINT_SERVICE);
}

/* In both languages: what is wrong and what to do, with the device's name, and no key instead. */
static void test_every_trouble_has_its_sentence(void **state)
{
	(void)state;
	for (int l = 0; l < 2; l++) {
		struct ui ui;
		struct office office;
		char said[DEVICE_TEXT_SIZE];
		model_office(&office);
		golden_start(&ui, l == 0 ? "id" : "en", WIDTH, HEIGHT);
		for (int kind = 0; kind < VIEW_DEVICE_KINDS; kind++) {
			for (int reason = RESULT_DEVICE_UNKNOWN; reason <= RESULT_PRINT_SERVICE;
				reason++) {
				struct view_device device = {.kind = (enum view_device_kind)kind,
					.reason = (enum result)reason};
				text_copy(device.name, sizeof(device.name), names[kind]);
				device_say(&ui, &office, &device, DEVICE_BROKEN, said);
				const char *mend = device_mend(&ui, &device, DEVICE_BROKEN);
				assert_null(strstr(said, "console."));
				assert_null(strstr(mend, "console."));
				assert_non_null(strstr(said, ": "));
				assert_int_equal(mend[strlen(mend) - 1], '.');
				assert_int_equal(said[0] >= 'A' && said[0] <= 'Z', true);
			}
		}
		golden_finish(&ui);
	}
}

/* A list of each kind in every trouble it can have, seven to a picture. */
static void test_lists_of_troubles(void **state)
{
	(void)state;
	static const char *const goldens[VIEW_DEVICE_KINDS] = {"console-devices-printer",
		"console-devices-board", "console-devices-scanner", "console-devices-keypad",
		"console-devices-screen", "console-devices-other"};
	for (int kind = 0; kind < VIEW_DEVICE_KINDS; kind++) {
		int reason = RESULT_DEVICE_UNKNOWN;
		for (int part = 1; reason <= RESULT_PRINT_SERVICE; part++) {
			struct shift shift;
			char name[64];
			start(&shift);
			shift.devices = true;
			for (; reason <= RESULT_PRINT_SERVICE && shift.view->device_count < 7;
				reason++) {
				if (can_be((enum view_device_kind)kind, (enum result)reason)) {
					add(&shift, (enum view_device_kind)kind, names[kind],
						(enum result)reason);
				}
			}
			text_format(name, sizeof(name), "%s-%d", goldens[kind], part);
			show(&shift, "id", name, kind == 0 && part == 1);
		}
	}
}

static void test_one_sentence_in_the_strip(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_PAPER_OUT);
	show(&shift, "id", "console-strip-paper-out", true);
	start(&shift);
	add(&shift, VIEW_BOARD, "display-1/board", RESULT_DEVICE_MISSING);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	show(&shift, "id", "console-strip-board", false);
	start(&shift);
	add(&shift, VIEW_SCANNER, "kiosk-1/scanner", RESULT_DEVICE_FAILED);
	show(&shift, "en", "console-strip-scanner-en", false);
	start(&shift);
	add(&shift, VIEW_KEYPAD, "kiosk-1/keypad", RESULT_DEVICE_FAILED);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	show(&shift, "id", "console-strip-keypad", false);
	start(&shift);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK)->near_end = true;
	show(&shift, "id", "console-strip-near-end", false);
	start(&shift);
	put_roll(add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK), 74000, 493);
	show(&shift, "id", "console-strip-few-left", true);
}

static void test_several_are_all_told(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	add(&shift, VIEW_BOARD, "display-1/board", RESULT_DEVICE_MISSING);
	add(&shift, VIEW_SCANNER, "kiosk-1/scanner", RESULT_DEVICE_TIMEOUT);
	add(&shift, VIEW_PRINTER, "kiosk-2/printer", RESULT_PAPER_OUT);
	put_roll(add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK), 12450, 83);
	show(&shift, "id", "console-strip-several", true);
	start(&shift);
	add(&shift, VIEW_BOARD, "display-1/board", RESULT_DEVICE_MISSING);
	add(&shift, VIEW_SCANNER, "kiosk-1/scanner", RESULT_DEVICE_TIMEOUT);
	add(&shift, VIEW_PRINTER, "kiosk-2/printer", RESULT_PAPER_OUT);
	add(&shift, VIEW_PRINTER, "kiosk-3/printer", RESULT_OK)->was = RESULT_COVER_OPEN;
	put_roll(&shift.view->devices[3], 12450, 83);
	put_roll(add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK), 75000, 500);
	add(&shift, VIEW_KEYPAD, "kiosk-1/keypad", RESULT_OK);
	shift.devices = true;
	show(&shift, "id", "console-devices", true);
	start(&shift);
	for (int i = 0; i < 12; i++) {
		char name[32];
		text_format(name, sizeof(name), "kiosk-%d/printer", i + 1);
		add(&shift, VIEW_PRINTER, name, RESULT_DEVICE_TIMEOUT);
	}
	shift.devices = true;
	show(&shift, "en", "console-devices-many-en", false);
	start(&shift);
	shift.devices = true;
	show(&shift, "id", "console-devices-none", false);
}

static void test_a_cure_is_told_for_a_while(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct view_device *printer = add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	printer->was = RESULT_COVER_OPEN;
	assert_int_equal(
		device_need(printer, 50, printer->since_ms + DEVICE_CURED_MS - 1), DEVICE_CURED);
	assert_int_equal(
		device_need(printer, 50, printer->since_ms + DEVICE_CURED_MS), DEVICE_FINE);
	show(&shift, "id", "console-strip-cured", true);
}

/* Everything at once: a broken board, a wrong clock, the question, and no share. */
static void start_crowded(struct shift *shift)
{
	start(shift);
	add(shift, VIEW_BOARD, "display-1/board", RESULT_DEVICE_FAILED);
	add(shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK)->roll.in_doubt = true;
	shift->view->clock = DESK_CLOCK_BEHIND;
}

static void test_a_doubtful_roll_is_asked_for(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct view_device *printer = add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	put_roll(printer, 79000, 526);
	printer->was = RESULT_PAPER_OUT;
	printer->roll.in_doubt = true;
	show(&shift, "id", "console-roll-ask", true);
	start_crowded(&shift);
	show(&shift, "id", "console-strip-crowded", true);
	/* On the smallest screen that is served it is still all there. */
	struct ui ui;
	start_crowded(&shift);
	golden_start(&ui, "id", 1024, 768);
	draw(&ui, &shift);
	golden_text("console-strip-crowded-small", &ui.list);
	golden_picture("console-strip-crowded-small", &ui.list, 1024, 768);
	golden_finish(&ui);
	shift_finish(&shift);
}

/* ---- what taps do ---- */

static struct shift_action do_event(
	const struct shift *shift, enum ui_event_kind kind, const char *what)
{
	struct ui ui;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	draw(&ui, shift);
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), what);
	ui_begin(&ui, &event);
	struct shift_action action = screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

static void expect(const struct shift *shift, const char *id, enum shift_act act, int index)
{
	struct shift_action action = do_event(shift, UI_TAP_ID, id);
	assert_int_equal(action.act, act);
	assert_int_equal(action.index, index);
}

static void expect_key(const struct shift *shift, const char *key, enum shift_act act, int index)
{
	struct shift_action action = do_event(shift, UI_KEY, key);
	assert_int_equal(action.act, act);
	assert_int_equal(action.index, index);
}

/* What is asked in the strip, and the list of devices, without a pointer. */
static void test_keys(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct view_device *printer = add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	expect_key(&shift, "x", SHIFT_NOTHING, 0);
	expect_key(&shift, "y", SHIFT_NOTHING, 0);
	expect_key(&shift, "e", SHIFT_DEVICES, 0);
	printer->roll.in_doubt = true;
	expect_key(&shift, "y", SHIFT_ROLL_NEW, 0);
	expect_key(&shift, "x", SHIFT_ROLL_OLD, 0);
	printer->unsure_slips = 1;
	printer->unsure_ticket = 7;
	expect_key(&shift, "x", SHIFT_REPRINT, 0);
	expect_key(&shift, "y", SHIFT_SETTLE, 0);
	shift.devices = true;
	expect_key(&shift, "x", SHIFT_NOTHING, 0);
	expect_key(&shift, "1", SHIFT_ROLL_NEW, 0);
	expect_key(&shift, "2", SHIFT_NOTHING, 0);
	expect_key(&shift, "e", SHIFT_DEVICES, 0);
	shift_finish(&shift);
}

static void test_taps(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	add(&shift, VIEW_BOARD, "display-1/board", RESULT_DEVICE_MISSING);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK)->roll.in_doubt = true;
	expect(&shift, "strip.devices", SHIFT_DEVICES, 0);
	expect(&shift, "strip.roll_new", SHIFT_ROLL_NEW, 1);
	expect(&shift, "strip.roll_old", SHIFT_ROLL_OLD, 1);
	expect(&shift, "devices.roll.1", SHIFT_NOTHING, 0);
	shift.devices = true;
	expect(&shift, "devices.roll.1", SHIFT_ROLL_NEW, 1);
	expect(&shift, "devices.roll.0", SHIFT_NOTHING, 0);
	expect(&shift, "devices.outside", SHIFT_DEVICES, 0);
	/* The desk below is dead. */
	expect(&shift, "desk.step", SHIFT_NOTHING, 0);
	expect(&shift, "strip.roll_new", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void test_a_slip_is_decided_before_a_roll(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	struct view_device *printer = add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK);
	printer->roll.in_doubt = true;
	printer->unsure_slips = 1;
	printer->unsure_ticket = 7;
	expect(&shift, "strip.roll_new", SHIFT_NOTHING, 0);
	expect(&shift, "strip.reprint", SHIFT_REPRINT, 0);
	shift_finish(&shift);
}

static void test_nobody_is_asked_while_the_printer_is_broken(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_PAPER_OUT)->roll.in_doubt = true;
	assert_int_equal(shift_doubtful_roll(&shift), -1);
	expect(&shift, "strip.roll_new", SHIFT_NOTHING, 0);
	shift_finish(&shift);
}

static void test_answers_go_to_the_desk(void **state)
{
	(void)state;
	struct shift shift;
	start(&shift);
	add(&shift, VIEW_BOARD, "display-1/board", RESULT_OK);
	add(&shift, VIEW_PRINTER, "kiosk-1/printer", RESULT_OK)->roll.in_doubt = true;
	shift.devices = true;
	hand_act(&shift, SHIFT_ROLL_NEW, 1, 10000);
	struct desk_request request = hand_take(&shift, DESK_RENEW_ROLL);
	assert_string_equal(request.device, "kiosk-1/printer");
	assert_string_equal(request.staff, "ani");
	assert_false(shift.devices);
	assert_string_equal(shift.notice, "console.roll.renewed");
	hand_answer(&shift, &request, RESULT_OK, 10010);
	hand_act(&shift, SHIFT_ROLL_OLD, 1, 20000);
	request = hand_take(&shift, DESK_KEEP_ROLL);
	hand_answer(&shift, &request, RESULT_STORE_BUSY, 25000);
	assert_string_equal(shift.notice, "result.store_busy");
	hand_act(&shift, SHIFT_ROLL_NEW, 2, 30000);
	hand_act(&shift, SHIFT_ROLL_NEW, -1, 30000);
	hand_take_none(&shift);
	/* The list opens and closes even while an answer is awaited. */
	hand_act(&shift, SHIFT_ROLL_OLD, 1, 40000);
	hand_act(&shift, SHIFT_DEVICES, 0, 40001);
	assert_true(shift.devices);
	hand_act(&shift, SHIFT_DEVICES, 0, 40002);
	assert_false(shift.devices);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_trouble_has_its_sentence),
		cmocka_unit_test(test_lists_of_troubles),
		cmocka_unit_test(test_one_sentence_in_the_strip),
		cmocka_unit_test(test_several_are_all_told),
		cmocka_unit_test(test_a_cure_is_told_for_a_while),
		cmocka_unit_test(test_a_doubtful_roll_is_asked_for),
		cmocka_unit_test(test_taps),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_a_slip_is_decided_before_a_roll),
		cmocka_unit_test(test_nobody_is_asked_while_the_printer_is_broken),
		cmocka_unit_test(test_answers_go_to_the_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
