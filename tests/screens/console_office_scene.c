#include "tests/screens/console_office_scene.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void office_make_head(struct shift *shift)
{
	model_desk(shift);
	shift->staff[shift->chosen].role = DESK_HEAD;
}

static struct office_file *make_file(const struct shift *shift)
{
	struct office_file *file = memory_zeroed(1, sizeof(*file));
	static const struct desk_staff staff[] = {{"ani", "Ani Rahmawati", DESK_CLERK, false},
		{"kepala", "Ratna Dewi", DESK_HEAD, false}};
	file->office = *shift->office;
	for (int i = 0; i < file->office.service_count; i++) {
		office_settle_promise(&file->office.services[i]);
	}
	office_voice_usual(&file->office.voice);
	memcpy(file->staff, staff, sizeof(staff));
	file->staff_count = 2;
	return file;
}

void office_answer_to(
	struct shift *shift, struct desk_request request, enum result result, bool with_file)
{
	struct desk_message *message = memory_zeroed(1, sizeof(*message));
	message->kind = DESK_MESSAGE_ANSWER;
	message->act = request.act;
	message->tag = request.tag;
	message->result = result;
	message->revision = 5;
	message->settings = with_file ? make_file(shift) : NULL;
	shift_hear(shift, message, OFFICE_NOW);
	desk_message_destroy(message);
	free(request.settings);
	hand_drain(shift);
}

void office_answer(struct shift *shift, enum desk_act act, enum result result, bool with_file)
{
	office_answer_to(shift, hand_take(shift, act), result, with_file);
}

void office_type(struct shift *shift, const char *text)
{
	for (; *text != '\0'; text++) {
		const char one[] = {*text, '\0'};
		shift_type(shift, one, OFFICE_NOW);
	}
}

void office_open_page(struct shift *shift)
{
	office_make_head(shift);
	hand_act(shift, SHIFT_PAGE, SHIFT_PAGE_OFFICE, OFFICE_NOW);
	office_type(shift, "2468");
	hand_act(shift, SHIFT_OFFICE_ENTER, 0, OFFICE_NOW);
	office_answer(shift, DESK_UNLOCK_OFFICE, RESULT_OK, true);
	assert_int_equal(shift->setup.phase, SETUP_OPEN);
}

void office_clear(struct shift *shift)
{
	while (shift->setup.typed[0] != '\0') {
		hand_act(shift, SHIFT_OFFICE_ERASE, 0, OFFICE_NOW);
	}
}

void office_draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 31, 24));
		ui_end(ui);
	}
}

void office_assert_changes(const struct setup *setup, int count)
{
	assert_int_equal(setup->phase, SETUP_REVIEW);
	assert_int_equal(setup->change_count, count);
}

void office_assert_change(const struct setup *setup, int place, const char *about, const char *what,
	const char *was, const char *is)
{
	struct ui ui;
	struct office_words words;
	struct setup *before = setup_before(setup);
	golden_start(&ui, "id", 1280, 800);
	office_say_change(&ui, setup, before, &setup->changes[place], &words);
	assert_string_equal(words.about, about);
	assert_string_equal(words.what, what);
	assert_string_equal(words.was, was);
	assert_string_equal(words.is, is);
	golden_finish(&ui);
	free(before);
}

static struct wire wire_of(const char *device, enum wire_part part, const char *own, bool fixed)
{
	struct wire wire = {.part = part, .fixed = fixed};
	text_copy(wire.device, sizeof(wire.device), device);
	text_copy(wire.own, sizeof(wire.own), own);
	return wire;
}

void office_wire(struct shift *shift)
{
	struct office_file *files[] = {shift->setup.was, shift->setup.edit};
	for (int i = 0; i < 2; i++) {
		files[i]->wires[0] = wire_of("display-1", WIRE_BOARD, "cd5220+serial:auto", false);
		files[i]->wires[1] = wire_of("kiosk-1", WIRE_PRINTER, "usb:auto", false);
		files[i]->wires[2] = wire_of("kiosk-1", WIRE_SCANNER, "scanner:auto", true);
		files[i]->wires[3] = wire_of("console-1", WIRE_A4, "", false);
		files[i]->wire_count = 4;
		files[i]->with_wires = true;
	}
}

static void plug(
	struct plugged *plugged, enum inventory_kind kind, const char *name, const char *uri)
{
	struct inventory_device *device = &plugged->devices[plugged->count++];
	device->kind = kind;
	text_copy(device->name, sizeof(device->name), name);
	text_copy(device->uri, sizeof(device->uri), uri);
}

void office_plug_in(struct setup *setup)
{
	struct plugged *plugged = memory_zeroed(1, sizeof(*plugged));
	plug(plugged, INVENTORY_PRINTER, "EPSON TM-T82X", "usb:04b8:0e28:X7AB1");
	plug(plugged, INVENTORY_QUEUE, "kantor", "cups:kantor");
	plug(plugged, INVENTORY_BOARD, "FTDI FT232R USB UART", "serial:0403:6001");
	setup_hear_devices(setup, plugged);
}
