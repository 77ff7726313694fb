/* Every state of the waiting room's screen as text, three of them as pictures. */
#include "app/base/text.h"
#include "tests/screens/display_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WIDTH = 1920, HEIGHT = 1080 };

struct look {
	const char *language;
	int width, height;
	bool motion;
	bool picture;
	bool contrast;
};

static const struct look usual = {"id", WIDTH, HEIGHT, false, false, false};
static const struct look pictured = {"id", WIDTH, HEIGHT, false, true, false};
static const struct look contrasting = {"id", WIDTH, HEIGHT, false, false, true};

/* Draws the room once the scene has taken its view, and compares. */
static void check(struct room *room, const char *name, struct look look)
{
	struct ui ui;
	golden_start(&ui, look.language, look.width, look.height);
	ui.motion = look.motion;
	if (look.contrast) {
		ui.theme = &theme_contrast;
	}
	if (room->model.view && !room->model.scene.calls.begun) {
		room_take(room, ui.ticks_ms);
	}
	ui_begin(&ui, NULL);
	display_frame(&ui, &room->model);
	ui_end(&ui);
	golden_text(name, &ui.list);
	if (look.picture) {
		golden_picture(name, &ui.list, look.width, look.height);
	}
	golden_finish(&ui);
}

static void idle_room(struct room *room)
{
	room_start(room, "13:42:00");
	room_occupy(room, 3, VIEW_BREAK, "");
	room_call(room, "K014", 1);
	room_call(room, "D009", 2);
	room->view.met = 37;
	room->view.counted = 38;
}

static void test_board(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	check(&room, "display-board", pictured);
	check(&room, "display-board-en", (struct look){.language = "en", WIDTH, HEIGHT});
	check(&room, "display-board-small", (struct look){.language = "id", 800, 600});
	check(&room, "display-board-portrait", (struct look){.language = "id", 1080, 1920});
	room.view.training = true;
	check(&room, "display-training", usual);
}

static void test_call_flashes(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room.model.scene.calls.begun = true;
	scene_take(&room.model.scene, &room.view, 1000000 - SCENE_SHOWN_MS * 3);
	room_call(&room, "K007", 2);
	scene_step(&room.model.scene, &room.view, 1000000 - SCENE_SHOWN_MS * 2);
	scene_step(&room.model.scene, &room.view, 1000000 - SCENE_SHOWN_MS);
	scene_take(&room.model.scene, &room.view, 1000000);
	check(&room, "display-flash",
		(struct look){.language = "id", WIDTH, HEIGHT, .motion = true});
}

static void test_promise_phases(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room_run_clock(&room, 2, 8 * 60 + 5);
	check(&room, "display-soon", usual);
	room_run_clock(&room, 2, 11 * 60 + 42);
	check(&room, "display-late", usual);
	check(&room, "display-late-en", (struct look){.language = "en", WIDTH, HEIGHT});
}

static void test_waiting(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "08:05:00");
	room_wait(&room, "K001", TICKET_ORDINARY);
	room_wait(&room, "J001", TICKET_ELDERLY);
	check(&room, "display-waiting", usual);
}

/* More services than lines: which page it is stands beside them. Long waits are told in hours. */
static void test_services_turn_pages(void **state)
{
	enum { SERVICES = 11 };
	static const int waits[SERVICES][2] = {{8, 17}, {12, 12}, {45, 75}, {60, 60}, {60, 85},
		{95, 140}, {240, 300}, {0, 2}, {-1, -1}, {3, 9}, {61, 61}};
	(void)state;
	struct room room;
	room_start(&room, "08:05:00");
	room_wait(&room, "K001", TICKET_ORDINARY);
	for (int i = 0; i < SERVICES; i++) {
		room.office.services[i] = room.office.services[i % 5];
		room.view.services[i] = (struct view_service){
			.waiting = 3 * i, .low_min = waits[i][0], .high_min = waits[i][1]};
	}
	room.office.service_count = SERVICES;
	check(&room, "display-services", pictured);
	check(&room, "display-services-en", (struct look){.language = "en", WIDTH, HEIGHT});
	check(&room, "display-services-portrait",
		(struct look){.language = "id", 1080, 1920, .picture = true});
}

static void test_idle(void **state)
{
	(void)state;
	struct room room;
	idle_room(&room);
	check(&room, "display-idle", pictured);
	room.view.hours.state = CALENDAR_BREAK;
	room.view.hours.until_ms = room_time(&room, "14:00:00");
	check(&room, "display-break", usual);
	room_start(&room, "07:40:00");
	assert_int_equal(room.view.hours.state, CALENDAR_BEFORE);
	check(&room, "display-before", usual);
}

static void test_closed(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "15:47:00");
	room.view.met = 43;
	room.view.counted = 44;
	check(&room, "display-closed", pictured);
	check(&room, "display-closed-en", (struct look){.language = "en", WIDTH, HEIGHT});
	room.office.online[0] = room.office.chat[0] = '\0';
	check(&room, "display-closed-plain", usual);
}

static void add_holiday(struct room *room, const char *name)
{
	struct office_holiday holiday = {
		.day = calendar_day_number(&room->office, room->view.now_ms)};
	text_copy(holiday.name, sizeof holiday.name, name);
	assert_true(office_add_holiday(&room->office, &holiday));
	calendar_hours(&room->office, room->view.now_ms, &room->view.hours);
}

/* design.md: no text below 40 units, however long the reason is. */
static void check_reason_is_read_from_afar(struct room *room)
{
	struct ui ui;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	room_take(room, ui.ticks_ms);
	ui_begin(&ui, NULL);
	display_frame(&ui, &room->model);
	ui_end(&ui);
	for (size_t i = 0; i < ui.list.count; i++) {
		const struct draw_command *command = &ui.list.commands[i];
		if (command->kind == DRAW_TEXT && command->face != DRAW_ICONS) {
			assert_true(command->size >= 40);
		}
	}
	golden_finish(&ui);
}

static void test_closed_for_a_reason(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "10:26:00");
	add_holiday(&room, "Hari Raya Waisak 2570 BE");
	check(&room, "display-holiday", pictured);
	check(&room, "display-holiday-en", (struct look){.language = "en", WIDTH, HEIGHT});
	check(&room, "display-holiday-contrast", contrasting);

	room_start(&room, "10:26:00");
	struct office_closure closure = {.from_ms = room_time(&room, "08:00:00"),
		.to_ms = room_time(&room, "16:00:00") + INT64_C(24) * 3600 * 1000};
	text_copy(closure.reason, sizeof closure.reason,
		"Kantor pindah ke gedung baru di Jalan Perintis Kemerdekaan Nomor 27, Kecamatan "
		"Sesayap; selama pindah silakan gunakan layanan daring.");
	assert_true(office_add_closure(&room.office, &closure));
	calendar_hours(&room.office, room.view.now_ms, &room.view.hours);
	check(&room, "display-closure", pictured);
	check_reason_is_read_from_afar(&room);
	room.office.online[0] = room.office.chat[0] = '\0';
	check(&room, "display-closure-plain", usual);

	/* Entered when it had begun: it does not hold (office.h). */
	room_start(&room, "10:26:00");
	closure.known_ms = room.view.now_ms;
	assert_true(office_add_closure(&room.office, &closure));
	calendar_hours(&room.office, room.view.now_ms, &room.view.hours);
	check(&room, "display-closure-late", usual);
}

static void test_day_closed_by_hand(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "11:47:00");
	room.view.day_closed = true;
	check(&room, "display-day-closed", usual);
	room_start(&room, "15:47:00");
	room.view.day_closed = true;
	check(&room, "display-day-closed-after-hours", usual);
}

static void test_clock_in_doubt(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room.view.clock = DESK_CLOCK_BEHIND;
	check(&room, "display-clock", pictured);
	check(&room, "display-clock-contrast", contrasting);
	room.view.clock = DESK_CLOCK_AHEAD;
	room.view.training = true;
	text_copy(room.office.name, sizeof room.office.name,
		"BPS Provinsi Daerah Khusus Ibukota Jakarta Raya");
	check(&room, "display-clock-long-words", usual);
	check(&room, "display-clock-en", (struct look){.language = "en", WIDTH, HEIGHT});
}

static void test_many_counters(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	static const int counts[] = {1, 4, 7, 16};
	for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
		char name[48];
		room.model.scene = (struct scene){0};
		room.view.counter_count = counts[i];
		for (int j = 3; j < counts[i]; j++) {
			room.view.counters[j].number = j + 1;
			room.view.counters[j].state = j % 5 ? VIEW_BREAK : VIEW_CLOSED;
			if (j == 4 || j == 12) {
				room_occupy(&room, j + 1, VIEW_SERVING, "D1204");
			}
		}
		text_format(name, sizeof name, "display-counters-%d", counts[i]);
		check(&room, name, usual);
	}
}

static void test_long_words(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room_call(&room, "DTS1234", 2);
	room_occupy(&room, 2, VIEW_CALLED, "DTS1234");
	for (int i = 0; i < 4; i++) {
		room_wait(&room, "DTS1235", TICKET_PRIORITY);
	}
	room.view.training = true;
	text_copy(room.office.name, sizeof room.office.name,
		"BPS Provinsi Daerah Khusus Ibukota Jakarta Raya");
	check(&room, "display-long-words", usual);
}

/* The last picture stays: clocks stand still, and the age is said. */
static void test_the_store_is_lost(void **state)
{
	(void)state;
	struct room room;
	room_fill_board(&room);
	room.model.trouble = RESULT_STORE_MISSING;
	room.model.now_ms += 7 * 60 * 1000;
	check(&room, "display-stale", pictured);
	check(&room, "display-stale-en", (struct look){.language = "en", WIDTH, HEIGHT});
	check(&room, "display-stale-portrait", (struct look){.language = "id", 1080, 1920});
	room.model.now_ms += 5 * 60 * 60 * 1000;
	check(&room, "display-stale-hours", usual);
}

static void test_picture_between_calls(void **state)
{
	(void)state;
	struct room room;
	enum { ACROSS = 1024, DOWN = 576 };
	uint32_t *pixels = calloc(ACROSS * DOWN, sizeof *pixels);
	for (int i = 0; i < ACROSS * DOWN; i++) {
		uint32_t x = (uint32_t)(i % ACROSS), y = (uint32_t)(i / ACROSS);
		pixels[i] = x / 5 << 16 | (y / 3) << 8 | (x + y) / 8;
	}
	const struct draw_picture picture = {1, ACROSS, DOWN, pixels};
	idle_room(&room);
	room.model.picture = &picture;
	room.model.picture_share = 1;
	check(&room, "display-picture", pictured);
	room.model.picture_share = 0.5;
	check(&room, "display-picture-fading", usual);
	free(pixels);
}

/* At night the screen is darker; all day it wanders a little. */
static void test_spared_screens(void **state)
{
	(void)state;
	struct room room;
	room_start(&room, "22:47:00");
	room.model.dimmed = true;
	check(&room, "display-night", pictured);
	room_fill_board(&room);
	room.model.drift_x = -6;
	room.model.drift_y = 12;
	check(&room, "display-drift", pictured);
}

static void test_before_the_store(void **state)
{
	(void)state;
	struct room room;
	memset(&room, 0, sizeof room);
	check(&room, "display-starting", usual);
	room.model.trouble = RESULT_STORE_MISSING;
	check(&room, "display-no-store", usual);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_board),
		cmocka_unit_test(test_call_flashes),
		cmocka_unit_test(test_promise_phases),
		cmocka_unit_test(test_waiting),
		cmocka_unit_test(test_services_turn_pages),
		cmocka_unit_test(test_idle),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_closed_for_a_reason),
		cmocka_unit_test(test_day_closed_by_hand),
		cmocka_unit_test(test_clock_in_doubt),
		cmocka_unit_test(test_many_counters),
		cmocka_unit_test(test_long_words),
		cmocka_unit_test(test_the_store_is_lost),
		cmocka_unit_test(test_picture_between_calls),
		cmocka_unit_test(test_spared_screens),
		cmocka_unit_test(test_before_the_store),
	};
	return cmocka_run_group_tests_name("display", tests, NULL, NULL);
}
