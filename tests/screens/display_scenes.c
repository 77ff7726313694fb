#include "tests/screens/display_scenes.h"

#include "app/base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

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

/* Counters with a name beside their number; one that fits nowhere. */
static void named(struct room *room)
{
	calling(room);
	text_copy(room->office.counters[0].name[0], OFFICE_COUNTER_SIZE, "Kasir");
	text_copy(room->office.counters[1].name[0], OFFICE_COUNTER_SIZE, "Konsultasi");
	text_copy(room->office.counters[2].name[0], OFFICE_COUNTER_SIZE,
		"Ruang tamu kantor di lantai dua");
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

/* Somebody is still being served. */
static void after_hours(struct room *room)
{
	closed(room);
	room_occupy(room, 2, VIEW_SERVING, "J031");
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

static void textless(struct room *room)
{
	calling(room);
	room->office.running[OFFICE_INDONESIAN][0] = '\0';
	room->office.running[OFFICE_ENGLISH][0] = '\0';
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

const struct scene_case scenes[] = {
	{"calling", calling, PICTURED, 0},
	{"waiting", waiting, PICTURED, 0},
	{"service", calling, PICTURED, SERVICE_MS},
	{"named", named, PICTURED, 0},
	{"late", late, PICTURED, 0},
	{"soon", soon, MEASURED, 0},
	{"idle", idle, PICTURED, 0},
	{"break", resting, MEASURED, 0},
	{"before", before, MEASURED, 0},
	{"closed", closed, PICTURED, 0},
	{"after-hours", after_hours, MEASURED, 0},
	{"closed-reason", reasoned, MEASURED, 0},
	{"closed-offline", offline, MEASURED, 0},
	{"one", one, MEASURED, 0},
	{"five", five, MEASURED, 0},
	{"eight", eight, MEASURED, 0},
	{"sixteen", sixteen, MEASURED, 0},
	{"long-words", long_words, UPRIGHT, 0},
	{"long-name-calling", long_calling, UPRIGHT, 0},
	{"long-name-training", long_training, MEASURED, 0},
	{"long-name-waiting", long_waiting, MEASURED, 0},
	{"long-name-closed", long_closed, UPRIGHT, 0},
	{"long-name-reason", long_reasoned, MEASURED, 0},
	{"long-chat", long_chat, MEASURED, 0},
	{"widest-calling", wide_calling, MEASURED, 0},
	{"widest-waiting", wide_waiting, MEASURED, 0},
	{"widest-closed", wide_closed, MEASURED, 0},
	{"textless", textless, UPRIGHT, 0},
	{"doubtful-clock", doubtful, MEASURED, 0},
	{"no-store", no_store, MEASURED, 0},
};
const int scene_count = sizeof scenes / sizeof scenes[0];

const struct scene_case *scene_find(const char *name)
{
	for (int i = 0; i < scene_count; i++) {
		if (strcmp(scenes[i].name, name) == 0) {
			return &scenes[i];
		}
	}
	fail_msg("no scene %s", name);
	return NULL;
}
