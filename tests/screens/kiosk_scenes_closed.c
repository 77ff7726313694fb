#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"

/* What is not to be had, and why: days and services that are closed, numbers that are refused, a
 * clock in doubt. */
enum { KONS = 0, JUAL = 1, REKOM = 3 };

static void add_holiday(
	struct stage *stage, enum office_holiday_kind kind, const char *name, int64_t known_ms)
{
	struct office_holiday holiday = {.kind = kind, .known_ms = known_ms};
	holiday.day = calendar_day_number(&stage->office, stage->lobby.now_ms);
	text_copy(holiday.name, sizeof(holiday.name), name);
	office_add_holiday(&stage->office, &holiday);
}

static void welcome_holiday(struct stage *stage)
{
	scene_empty(stage);
	add_holiday(stage, OFFICE_HOLIDAY_NATIONAL, "Hari Raya Waisak 2570 BE", 0);
}

static void welcome_joint_leave(struct stage *stage)
{
	scene_empty(stage);
	add_holiday(stage, OFFICE_HOLIDAY_JOINT, "Idulfitri 1447 H", 0);
	stage_act(stage, ACTION_CONTRAST);
}

/* Entered this morning: too late to close the day. */
static void welcome_late_holiday(struct stage *stage)
{
	add_holiday(stage, OFFICE_HOLIDAY_LOCAL, "Hari jadi daerah", stage->lobby.now_ms);
}

/* Two days, and the longest reason that an office may write. */
static void welcome_closure(struct stage *stage)
{
	struct office_closure closure = {.known_ms = 1};
	closure.from_ms = calendar_day_start(
		&stage->office, calendar_day_number(&stage->office, stage->lobby.now_ms));
	closure.to_ms = closure.from_ms + INT64_C(2) * 24 * 3600 * 1000;
	text_copy(closure.reason, sizeof(closure.reason),
		"Kantor pindah ke gedung baru di Jalan Perintis Kemerdekaan Nomor 27, Kecamatan "
		"Sesayap, seberang lapangan alun-alun kabupaten; selama pindah silakan gunakan "
		"layanan daring atau hubungi kami lewat WhatsApp pada jam kerja hari Senin "
		"sampai Jumat.");
	office_add_closure(&stage->office, &closure);
	scene_empty(stage);
}

/* A meeting in the morning: the counters open later. */
static void welcome_closure_early(struct stage *stage)
{
	struct office_closure closure = {.from_ms = stage->lobby.now_ms - INT64_C(3600000),
		.to_ms = stage->lobby.now_ms + INT64_C(7200000)};
	text_copy(closure.reason, sizeof(closure.reason), "Rapat pegawai");
	office_add_closure(&stage->office, &closure);
	scene_empty(stage);
}

static void welcome_day_closed(struct stage *stage)
{
	stage_init(stage, 11, 47);
	scene_empty(stage);
	stage->view.day_closed = true;
}

/* After hours, with visitors who still wait: the counters go on, … */
static void welcome_served_on(struct stage *stage)
{
	stage_init(stage, 15, 47);
	for (int i = 0; i < 3; i++) {
		stage->view.counters[i].services = 31;
	}
}

/* … or their clerks have left. */
static void welcome_unserved(struct stage *stage)
{
	welcome_served_on(stage);
	for (int i = 0; i < 3; i++) {
		stage->view.counters[i].state = VIEW_CLOSED;
	}
}

static void welcome_clock(struct stage *stage)
{
	stage->view.clock = DESK_CLOCK_BEHIND;
}

static void welcome_clock_closed(struct stage *stage)
{
	stage_init(stage, 15, 47);
	scene_empty(stage);
	stage->view.clock = DESK_CLOCK_AHEAD;
}

/* No number of two services: all were given, and the last hour is over. */
static void service_closed(struct stage *stage)
{
	stage->view.services[KONS].closed = RESULT_QUOTA_FULL;
	stage->office.services[JUAL].last_issue_min = 10 * 60;
	stage->office.services[REKOM].last_issue_min = 14 * 60; /* not yet */
	stage_act(stage, ACTION_START);
}

static void service_closed_long(struct stage *stage)
{
	scene_lengthen(stage);
	service_closed(stage);
}

static void service_closed_contrast(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	service_closed(stage);
}

/* The head ends the day while somebody chooses. */
static void service_day_closed(struct stage *stage)
{
	stage_act(stage, ACTION_START);
	stage->view.day_closed = true;
	for (int i = 0; i < 5; i++) {
		stage->view.services[i].closed = RESULT_DAY_CLOSED;
	}
}

static void refused_closed(struct stage *stage)
{
	stage_to_issue(stage, KONS);
	stage_answer(stage, RESULT_OFFICE_CLOSED);
}

static void refused_full(struct stage *stage)
{
	stage_to_issue(stage, KONS);
	stage_answer(stage, RESULT_QUOTA_FULL);
}

static void refused_over(struct stage *stage)
{
	stage_act(stage, ACTION_CONTRAST);
	stage_to_issue(stage, KONS);
	stage_answer(stage, RESULT_ISSUE_OVER);
}

static void refused_day(struct stage *stage)
{
	stage_to_issue(stage, KONS);
	stage_answer(stage, RESULT_DAY_CLOSED);
}

static void refused_store(struct stage *stage)
{
	stage_to_issue(stage, KONS);
	stage_answer(stage, RESULT_STORE_FULL);
}

static const struct scene scenes[] = {
	{"welcome-holiday", welcome_holiday, true},
	{"welcome-joint-leave", welcome_joint_leave, true},
	{"welcome-late-holiday", welcome_late_holiday, false},
	{"welcome-closure", welcome_closure, true},
	{"welcome-closure-early", welcome_closure_early, false},
	{"welcome-day-closed", welcome_day_closed, true},
	{"welcome-served-on", welcome_served_on, true},
	{"welcome-unserved", welcome_unserved, true},
	{"welcome-clock", welcome_clock, true},
	{"welcome-clock-closed", welcome_clock_closed, false},
	{"service-closed", service_closed, true},
	{"service-closed-long", service_closed_long, false},
	{"service-closed-contrast", service_closed_contrast, true},
	{"service-day-closed", service_day_closed, false},
	{"refused-closed", refused_closed, false},
	{"refused-full", refused_full, true},
	{"refused-over", refused_over, false},
	{"refused-day", refused_day, false},
	{"refused-store", refused_store, false},
};

const struct scene *scene_closed_at(size_t index)
{
	const size_t count = sizeof(scenes) / sizeof(scenes[0]);
	return index < count ? &scenes[index] : scene_standards_at(index - count);
}
