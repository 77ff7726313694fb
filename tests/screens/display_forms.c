/*
 * Every state of the waiting room's screen can be read on every screen it may hang on: measured,
 * not looked at. The main ones are looked at too.
 */
#include "app/base/text.h"
#include "tests/screens/display_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct form {
	const char *name;
	int width, height;
	double ppm; /* 0 = nobody knows */
	bool pictures;
};

static const struct form forms[] = {
	{"720p", 1280, 720, 0, true},
	{"1080p", 1920, 1080, 2.02, false}, /* 43 inches */
	{"1440p", 2560, 1440, 0, false},
	{"4k", 3840, 2160, 0, true},
	{"portrait", 1080, 1920, 0, true},
	{"portrait-720", 720, 1280, 0, false},
	{"portrait-4k", 2160, 3840, 0, false},
	{"small-tv", 1920, 1080, 2.71, true},       /* 32 inches */
	{"smaller-tv", 1366, 768, 2.24, false},     /* 27 inches */
	{"portrait-small", 1080, 1920, 2.71, true}, /* 32 inches, upright */
	{"laptop", 1366, 768, 0, false},
	{"ten-to-sixteen", 1920, 1200, 0, false},
	{"four-to-three", 1024, 768, 0, false},
};
enum { FORMS = sizeof forms / sizeof forms[0] };

struct scene_case {
	const char *name;
	void (*arrange)(struct room *room);
	bool picture;
	int later_ms; /* so long after golden_start's moment */
};

/* Then the row of the last calls, and on small screens that of who is next, is a service's. */
enum { SERVICE_MS = 8000 };

static void expect_waits(struct room *room)
{
	static const struct view_service services[] = {
		{.waiting = 3, .low_min = 8, .high_min = 17},
		{.waiting = 1, .low_min = 12, .high_min = 12},
		{.waiting = 0, .low_min = 0, .high_min = 1},
		{.waiting = 0, .low_min = -1, .high_min = -1, .closed = RESULT_QUOTA_FULL},
		{.waiting = 12, .low_min = 95, .high_min = 140},
	};
	for (int i = 0; i < room->office.service_count; i++) {
		room->view.services[i] = services[i % 5];
	}
}

static void calling(struct room *room)
{
	room_fill_board(room);
	expect_waits(room);
}

static void waiting(struct room *room)
{
	room_start(room, "08:05:00");
	room_wait(room, "K001", TICKET_ORDINARY);
	room_wait(room, "J001", TICKET_ELDERLY);
	expect_waits(room);
}

static void late(struct room *room)
{
	calling(room);
	room_run_clock(room, 2, 11 * 60 + 42);
}

static void soon(struct room *room)
{
	calling(room);
	room_run_clock(room, 2, 9 * 60 + 59);
}

static void idle(struct room *room)
{
	room_start(room, "13:42:00");
	room->view.met = 37;
	room->view.counted = 38;
	room_call(room, "K014", 1);
	expect_waits(room);
}

static void resting(struct room *room)
{
	idle(room);
	room->view.hours.state = CALENDAR_BREAK;
	room->view.hours.until_ms = room_time(room, "14:00:00");
}

static void before(struct room *room)
{
	room_start(room, "07:40:00");
}

static void closed(struct room *room)
{
	room_start(room, "15:47:00");
	room->view.met = 43;
	room->view.counted = 44;
}

static void reasoned(struct room *room)
{
	room_start(room, "11:47:00");
	room->view.day_closed = true;
}

static void offline(struct room *room)
{
	reasoned(room);
	room->office.online[0] = room->office.chat[0] = '\0';
}

static void crowd(struct room *room, int count)
{
	calling(room);
	room->view.counter_count = count;
	for (int i = 3; i < count; i++) {
		room->view.counters[i].number = i + 1;
		room->view.counters[i].state = i % 5 ? VIEW_BREAK : VIEW_CLOSED;
		if (i % 4 == 0) {
			room_occupy(room, i + 1, VIEW_SERVING, "D1204");
		}
	}
}

static void one(struct room *room)
{
	calling(room);
	room->view.counter_count = 1;
}

static void five(struct room *room)
{
	crowd(room, 5);
}

static void eight(struct room *room)
{
	crowd(room, 8);
}

static void sixteen(struct room *room)
{
	crowd(room, 16);
}

static void long_words(struct room *room)
{
	calling(room);
	room_call(room, "DTS1234", 2);
	room_occupy(room, 2, VIEW_CALLED, "DTS1234");
	for (int i = 0; i < 4; i++) {
		room_wait(room, "DTS1235", TICKET_PRIORITY);
	}
	room->view.waiting_total = 128;
	room->view.training = true;
	text_copy(room->office.name, sizeof room->office.name,
		"BPS Provinsi Daerah Khusus Ibukota Jakarta Raya");
	room_run_clock(room, 2, 75 * 60);
}

/* As long as an office file may make them (office.h): in words, and in the widest letter. */
static void fill_office(struct office *office, const char *name, const char *address)
{
	text_copy(office->name, sizeof office->name, name);
	text_copy(office->online, sizeof office->online, address);
	text_copy(office->chat, sizeof office->chat, name);
	assert_int_equal(strlen(office->name), OFFICE_NAME_SIZE - 1);
	assert_int_equal(strlen(office->online), OFFICE_NAME_SIZE - 1);
}

static void fill_words(struct room *room)
{
	fill_office(&room->office,
		"Badan Pusat Statistik Kabupaten Pangkajene dan Kepulauan Provinsi Sulawesi "
		"Selatan di Pangkajene",
		"pangkajenekepulauan.bps.go.id/pelayanan-statistik-terpadu/konsultasi-daring/"
		"permintaan-data-mikro");
}

static void fill_widest(struct room *room)
{
	char widest[OFFICE_NAME_SIZE + 1];
	memset(widest, 'W', sizeof widest);
	widest[sizeof widest - 1] = '\0';
	fill_office(&room->office, widest, widest);
}

static void long_calling(struct room *room)
{
	calling(room);
	fill_words(room);
}

static void long_training(struct room *room)
{
	calling(room);
	fill_words(room);
	room->view.training = true;
}

static void long_waiting(struct room *room)
{
	waiting(room);
	fill_words(room);
}

static void long_closed(struct room *room)
{
	closed(room);
	fill_words(room);
}

static void long_reasoned(struct room *room)
{
	reasoned(room);
	fill_words(room);
}

static void long_chat(struct room *room)
{
	closed(room);
	fill_words(room);
	room->office.online[0] = '\0';
}

static void wide_calling(struct room *room)
{
	calling(room);
	fill_widest(room);
}

static void wide_waiting(struct room *room)
{
	waiting(room);
	fill_widest(room);
}

static void wide_closed(struct room *room)
{
	closed(room);
	fill_widest(room);
}

static void doubtful(struct room *room)
{
	calling(room);
	room->view.clock = DESK_CLOCK_BEHIND;
}

static void no_store(struct room *room)
{
	memset(room, 0, sizeof *room);
	room->model.trouble = RESULT_STORE_MISSING;
}

static const struct scene_case scenes[] = {
	{"calling", calling, true, 0},
	{"waiting", waiting, true, 0},
	{"service", calling, true, SERVICE_MS},
	{"late", late, false, 0},
	{"soon", soon, false, 0},
	{"idle", idle, true, 0},
	{"break", resting, false, 0},
	{"before", before, false, 0},
	{"closed", closed, true, 0},
	{"closed-reason", reasoned, false, 0},
	{"closed-offline", offline, false, 0},
	{"one", one, false, 0},
	{"five", five, false, 0},
	{"eight", eight, false, 0},
	{"sixteen", sixteen, false, 0},
	{"long-words", long_words, true, 0},
	{"long-name-calling", long_calling, true, 0},
	{"long-name-training", long_training, false, 0},
	{"long-name-waiting", long_waiting, false, 0},
	{"long-name-closed", long_closed, true, 0},
	{"long-name-reason", long_reasoned, false, 0},
	{"long-chat", long_chat, false, 0},
	{"widest-calling", wide_calling, false, 0},
	{"widest-waiting", wide_waiting, false, 0},
	{"widest-closed", wide_closed, false, 0},
	{"doubtful-clock", doubtful, false, 0},
	{"no-store", no_store, false, 0},
};
enum { SCENES = sizeof scenes / sizeof scenes[0] };

static void draw(struct ui *ui, struct room *room, const struct scene_case *scene)
{
	int64_t began = ui->ticks_ms;
	scene->arrange(room);
	if (room->model.view) {
		room_take(room, ui->ticks_ms);
	}
	ui->ticks_ms += scene->later_ms;
	ui_begin(ui, NULL);
	display_frame(ui, &room->model);
	ui_end(ui);
	ui->ticks_ms = began;
}

static void start(struct ui *ui, const struct form *form, const char *code)
{
	golden_start(ui, code, form->width, form->height);
	ui->ppm = form->ppm;
	ui->motion = false;
}

static void check(struct inspection *inspection, const struct form *form, const char *code)
{
	struct ui ui;
	static struct room room;
	char name[96];
	start(&ui, form, code);
	for (int i = 0; i < SCENES; i++) {
		for (int contrast = 0; contrast < 2; contrast++) {
			ui.theme = contrast ? &theme_contrast : &theme_light;
			draw(&ui, &room, &scenes[i]);
			text_format(name, sizeof name, "%s %s.%s%s", form->name, scenes[i].name,
				code, contrast ? " (contrast)" : "");
			inspect_texts(inspection, name, &ui);
			inspect_contrast(inspection, name, &ui);
		}
	}
	golden_finish(&ui);
}

static void check_all(const char *code)
{
	int faults = 0;
	for (int i = 0; i < FORMS; i++) {
		struct inspection inspection = {0};
		check(&inspection, &forms[i], code);
		fputs(inspection.words, stderr);
		faults += inspection.faults;
	}
	assert_int_equal(faults, 0);
}

static void test_every_state_in_indonesian(void **state)
{
	(void)state;
	check_all("id");
}

static void test_every_state_in_english(void **state)
{
	(void)state;
	check_all("en");
}

/* The smallest letters are as high as design and eyes want: 14 mm where the screen's size is known
 * and it can be had by leaving parts out. */
static void test_small_screens_have_larger_texts(void **state)
{
	(void)state;
	const struct layout_need need = {.counters = 3, .services = 5};
	struct layout layout;
	struct ui ui;
	golden_start(&ui, "id", 1920, 1080);
	ui.ppm = 2.02;
	layout_begin(&ui, &need, &layout);
	assert_int_equal(ui.canvas_w, 1920);
	assert_true(layout.line.w > 0 && layout.last.w > 0);
	ui.ppm = 2.2; /* 39.5 inches: without the running text */
	layout_begin(&ui, &need, &layout);
	assert_true(layout.line.w == 0 && layout.last.w > 0);
	assert_true(40 * 0.727 * ui.scale / ui.ppm > 13.9);
	ui.ppm = 2.5; /* 35 inches: without the last calls too */
	layout_begin(&ui, &need, &layout);
	assert_true(layout.line.w == 0 && layout.last.w == 0);
	assert_true(40 * 0.727 * ui.scale / ui.ppm > 13.9);
	golden_finish(&ui);
}

static bool tells(const struct ui *ui, const char *start)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT && command->length >= strlen(start) &&
			memcmp(ui->list.bytes + command->text, start, strlen(start)) == 0) {
			return true;
		}
	}
	return false;
}

/* While a number is called every service that can be told its wait is, within so many turns. */
static void check_turns(const struct form *form, int turns)
{
	static const struct scene_case turning = {"", calling, false, 0};
	static const char *const names[] = {
		"Konsultasi Statistik", "Penjualan Produk", "Perpustakaan", "DTSEN"};
	struct ui ui;
	static struct room room;
	int told[4] = {0};
	bool next = false;
	start(&ui, form, "id");
	for (int i = 0; i < turns; i++, ui.ticks_ms += SERVICE_MS) {
		draw(&ui, &room, &turning);
		next = next || tells(&ui, "J005");
		for (int j = 0; j < 4; j++) {
			told[j] += tells(&ui, names[j]);
		}
		assert_false(tells(&ui, "Rekomendasi")); /* its quota is full */
		assert_true(ui.wake_ms <= ui.ticks_ms + SERVICE_MS);
	}
	assert_true(next);
	for (int j = 0; j < 4; j++) {
		assert_int_equal(told[j], 1);
	}
	golden_finish(&ui);
}

static void test_waits_are_told_during_calls(void **state)
{
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		if (strcmp(forms[i].name, "1080p") == 0) {
			check_turns(&forms[i], 8);
		} else if (strcmp(forms[i].name, "small-tv") == 0) {
			check_turns(&forms[i], 12);
		}
	}
}

static void test_the_main_ones(void **state)
{
	(void)state;
	struct ui ui;
	static struct room room;
	char name[96];
	for (int i = 0; i < FORMS; i++) {
		if (!forms[i].pictures) {
			continue;
		}
		start(&ui, &forms[i], "id");
		for (int j = 0; j < SCENES; j++) {
			draw(&ui, &room, &scenes[j]);
			text_format(
				name, sizeof name, "display-%s-%s", forms[i].name, scenes[j].name);
			if (scenes[j].picture) {
				golden_text(name, &ui.list);
			}
			if (scenes[j].picture && (j < 3 || forms[i].height > forms[i].width)) {
				golden_picture(name, &ui.list, forms[i].width, forms[i].height);
			}
		}
		golden_finish(&ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_in_indonesian),
		cmocka_unit_test(test_every_state_in_english),
		cmocka_unit_test(test_small_screens_have_larger_texts),
		cmocka_unit_test(test_waits_are_told_during_calls),
		cmocka_unit_test(test_the_main_ones),
	};
	return cmocka_run_group_tests_name("display_forms", tests, NULL, NULL);
}
