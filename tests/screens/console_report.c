#include "app/base/text.h"
#include "app/console/report_parts.h"
#include "tests/screens/console_days.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The page of reports: what it asks of the desk and in which order, what it shows to whom. */
static const int64_t NOW = 1000000;

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

static void frame(struct ui *ui, const struct shift *shift, const struct ui_event *event,
	struct shift_action *out_action)
{
	ui_begin(ui, event);
	*out_action = screen_frame(ui, shift, model_at(11, 12, 40));
	ui_end(ui);
}

static void press(struct shift *shift, const char *key)
{
	struct ui ui;
	struct ui_event event = {.kind = UI_KEY};
	struct shift_action action;
	golden_start(&ui, "id", 1280, 800);
	text_copy(event.text, sizeof(event.text), key);
	frame(&ui, shift, NULL, &action);
	frame(&ui, shift, &event, &action);
	golden_finish(&ui);
	shift_act(shift, action, NOW);
}

/* ---- what is asked ---- */

static void test_today_first(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	struct desk_request request = hand_take(&shift, DESK_READ_RECORD);
	assert_string_equal(request.date, "2026-11-23");
	assert_false(shift.reporting.made);
	shift_finish(&shift);
}

/* One request is under way at a time: between two days a clerk's press finds its place. */
static void test_a_month_day_by_day(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	assert_int_equal(days_answer(&shift, 6), 2);
	act(&shift, SHIFT_REPORT_SPAN, REPORT_MONTH);
	assert_int_equal(shift.request_count, 1);
	/* Of the running month no day to come is asked for: 23 days and the ratings. */
	assert_int_equal(days_answer(&shift, 6), 24);
	assert_true(shift.reporting.made);
	assert_int_equal(shift.reporting.report.day_count, 16);
	act(&shift, SHIFT_REPORT_STEP, -1);
	assert_string_equal(shift.reporting.period.from, "2026-10-01");
	assert_int_equal(days_answer(&shift, 6), 32);
	assert_int_equal(shift.reporting.report.day_count, 22);
	shift_finish(&shift);
}

static void test_nobody_knows_tomorrow(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	assert_false(reporting_can_step(&shift.reporting, 1));
	act(&shift, SHIFT_REPORT_STEP, 1);
	assert_string_equal(shift.reporting.period.from, "2026-11-23");
	press(&shift, "left");
	assert_string_equal(shift.reporting.period.from, "2026-11-22");
	press(&shift, "right");
	assert_string_equal(shift.reporting.period.from, "2026-11-23");
	press(&shift, "4");
	assert_string_equal(shift.reporting.period.from, "2026-01-01");
	shift_finish(&shift);
}

static void test_a_clerk_has_today_alone(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_CLERK);
	days_answer(&shift, 6);
	act(&shift, SHIFT_REPORT_SPAN, REPORT_MONTH);
	act(&shift, SHIFT_REPORT_STEP, -1);
	press(&shift, "left");
	press(&shift, "2");
	assert_string_equal(shift.reporting.period.from, "2026-11-23");
	assert_string_equal(shift.reporting.period.to, "2026-11-23");
	assert_int_equal(shift.reporting.report.counter_count, 1);
	shift_finish(&shift);
}

/* An answer to what was asked before is nobody's. */
static void test_a_late_answer_is_dropped(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	act(&shift, SHIFT_REPORT_STEP, -1);
	struct desk_request first = hand_take(&shift, DESK_READ_RECORD);
	act(&shift, SHIFT_REPORT_STEP, -1);
	struct desk_request second = hand_take(&shift, DESK_READ_RECORD);
	assert_string_equal(second.date, "2026-11-21");
	hand_answer(&shift, &first, RESULT_STORE_BUSY, NOW);
	assert_int_equal(shift.reporting.trouble, RESULT_OK);
	assert_int_equal(shift.reporting.tag, second.tag);
	shift_finish(&shift);
}

static void test_what_failed_is_asked_again(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	struct desk_request request = hand_take(&shift, DESK_READ_RECORD);
	hand_answer(&shift, &request, RESULT_STORE_BUSY, NOW);
	hand_take_none(&shift);
	shift_pass_time(&shift, NOW + REPORTING_RETRY_MS - 1);
	hand_take_none(&shift);
	shift_pass_time(&shift, NOW + REPORTING_RETRY_MS);
	assert_string_equal(hand_take(&shift, DESK_READ_RECORD).date, "2026-11-23");
	shift_finish(&shift);
}

/* What happens at the desk is in today's report; in yesterday's it is not. */
static void test_today_stays_fresh(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	int visits = shift.reporting.report.visits;
	struct desk_view view = *shift.view;
	hand_show(&shift, &view);
	assert_true(shift.reporting.made);
	shift_pass_time(&shift, NOW + REPORTING_FRESH_MS);
	assert_int_equal(days_answer(&shift, 9), 2);
	assert_true(shift.reporting.report.visits > visits);
	act(&shift, SHIFT_REPORT_STEP, -1);
	days_answer(&shift, 6);
	hand_show(&shift, &view);
	shift_pass_time(&shift, NOW + 2 * REPORTING_FRESH_MS);
	hand_take_none(&shift);
	assert_int_equal(reporting_deadline(&shift.reporting), INT64_MAX);
	shift_finish(&shift);
}

/* A morning's rush is an event every second: the year is not read for each of them. */
static void test_a_rush_is_read_once_in_ten_seconds(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	act(&shift, SHIFT_REPORT_SPAN, REPORT_YEAR);
	days_answer(&shift, 6);
	assert_int_equal(reporting_deadline(&shift.reporting), INT64_MAX);
	struct desk_view view = *shift.view;
	for (int i = 0; i < 20; i++) {
		hand_show(&shift, &view);
		shift_pass_time(&shift, NOW + REPORTING_FRESH_MS - 1);
		hand_take_none(&shift);
	}
	/* The loop wakes for it, and not before. */
	assert_int_equal(reporting_deadline(&shift.reporting), NOW + REPORTING_FRESH_MS);
	assert_true(shift_deadline(&shift, NOW) <= NOW + REPORTING_FRESH_MS);
	shift_pass_time(&shift, NOW + REPORTING_FRESH_MS);
	assert_int_equal(shift.request_count, 1);
	assert_int_equal(reporting_deadline(&shift.reporting), INT64_MAX);
	assert_int_equal(days_answer(&shift, 9), 2); /* today, and the ratings */
	shift_finish(&shift);
}

/* What happened in the last seconds of a day is read of that day, after midnight. */
static void test_the_end_of_a_day_is_not_lost(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 6);
	act(&shift, SHIFT_REPORT_SPAN, REPORT_MONTH);
	days_answer(&shift, 6);
	struct desk_view view = *shift.view;
	hand_show(&shift, &view);
	text_copy(view.service_date, sizeof(view.service_date), "2026-11-24");
	hand_show(&shift, &view);
	shift_pass_time(&shift, NOW + REPORTING_FRESH_MS);
	struct desk_request request = hand_take(&shift, DESK_READ_RECORD);
	assert_string_equal(request.date, "2026-11-23");
	assert_string_equal(shift.reporting.last, "2026-11-24");
	shift_finish(&shift);
}

static void test_midnight_brings_the_new_day(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_CLERK);
	days_answer(&shift, 6);
	struct desk_view view = *shift.view;
	text_copy(view.service_date, sizeof(view.service_date), "2026-11-24");
	hand_show(&shift, &view);
	assert_string_equal(shift.reporting.period.from, "2026-11-24");
	assert_string_equal(hand_take(&shift, DESK_READ_RECORD).date, "2026-11-24");
	shift_finish(&shift);
}

static void test_sheets_are_turned(void **state)
{
	(void)state;
	struct shift shift;
	days_open(&shift, DESK_HEAD);
	days_answer(&shift, 20);
	press(&shift, "3");
	days_answer(&shift, 20);
	press(&shift, "l");
	assert_int_equal(shift.reporting.part, REPORTING_SHEETS);
	int pages = reporting_pages(&shift.reporting);
	assert_true(pages > 2);
	press(&shift, "up");
	assert_int_equal(shift.reporting.page, 0);
	for (int i = 0; i < pages + 2; i++) {
		press(&shift, "down");
	}
	assert_int_equal(shift.reporting.page, pages - 1);
	press(&shift, "escape");
	assert_int_equal(shift.reporting.part, REPORTING_FIGURES);
	assert_int_equal(shift.page, SHIFT_PAGE_REPORT);
	press(&shift, "escape");
	assert_int_equal(shift.page, SHIFT_PAGE_QUEUE);
	shift_finish(&shift);
}

/* ---- looks ---- */

/* One in ten broken: green on the card and in every row, one more is not. */
static void test_what_counts_as_kept(void **state)
{
	(void)state;
	assert_true(report_is_kept(&(struct figures_share){.right = 9, .counted = 10}));
	assert_true(report_is_kept(&(struct figures_share){.right = 4660, .counted = 4660}));
	assert_false(report_is_kept(&(struct figures_share){.right = 899, .counted = 1000}));
	assert_false(report_is_kept(&(struct figures_share){.right = 0, .counted = 0}));
}

struct look {
	const char *name;
	enum desk_role role;
	int span, steps, busy;
	enum reporting_part part;
	bool picture;
};

static const struct look looks[] = {
	{"console-report-empty", DESK_HEAD, REPORT_DAY, 0, 0, REPORTING_FIGURES, true},
	{"console-report-day", DESK_HEAD, REPORT_DAY, 3, 14, REPORTING_FIGURES, true},
	{"console-report-clerk", DESK_CLERK, REPORT_DAY, 0, 12, REPORTING_FIGURES, true},
	{"console-report-treasurer", DESK_TREASURER, REPORT_MONTH, 0, 5, REPORTING_FIGURES, false},
	{"console-report-month", DESK_HEAD, REPORT_MONTH, 1, 5, REPORTING_FIGURES, true},
	{"console-report-quarter", DESK_HEAD, REPORT_QUARTER, 1, 5, REPORTING_FIGURES, false},
	{"console-report-year", DESK_HEAD, REPORT_YEAR, 0, 20, REPORTING_FIGURES, true},
	{"console-report-details", DESK_HEAD, REPORT_MONTH, 1, 5, REPORTING_DETAILS, true},
	{"console-report-sheets", DESK_HEAD, REPORT_MONTH, 1, 9, REPORTING_SHEETS, true},
	{"console-report-picks", DESK_HEAD, REPORT_MONTH, 1, 9, REPORTING_SHEETS, true},
	{"console-report-saved", DESK_HEAD, REPORT_DAY, 3, 14, REPORTING_FIGURES, true},
};
enum { LOOKS = sizeof(looks) / sizeof(looks[0]) };

static void prepare(struct shift *shift, const struct look *look)
{
	days_open(shift, look->role);
	days_answer(shift, look->busy);
	act(shift, SHIFT_REPORT_SPAN, look->span);
	for (int i = 0; i < look->steps; i++) {
		act(shift, SHIFT_REPORT_STEP, -1);
	}
	days_answer(shift, look->busy);
	act(shift, SHIFT_REPORT_PART, look->part);
	/* Those who were called out of turn stand behind the sheets. */
	for (int i = 0; strcmp(look->name, "console-report-picks") == 0 && i < 99; i++) {
		act(shift, SHIFT_REPORT_TURN, 1);
	}
	if (strcmp(look->name, "console-report-saved") == 0) {
		shift_saved(shift,
			&(struct saved){.path = "/home/petugas/Dokumen/laporan-2026-11-20.xlsx"},
			NOW);
	}
}

static void draw(struct ui *ui, const struct shift *shift)
{
	struct shift_action action;
	frame(ui, shift, NULL, &action);
	frame(ui, shift, NULL, &action);
}

static void test_looks(void **state)
{
	(void)state;
	for (int i = 0; i < LOOKS; i++) {
		struct ui ui;
		struct shift shift;
		golden_start(&ui, "id", 1280, 800);
		prepare(&shift, &looks[i]);
		draw(&ui, &shift);
		golden_text(looks[i].name, &ui.list);
		if (looks[i].picture) {
			golden_picture(looks[i].name, &ui.list, 1280, 800);
		}
		golden_finish(&ui);
		shift_finish(&shift);
	}
}

/* Wherever a counter is a row, or stands in one. */
static void test_counters_have_their_names(void **state)
{
	static const struct {
		int look;
		const char *golden;
	} rows[] = {{4, "console-report-named"}, {7, "console-report-named-details"},
		{8, "console-report-named-sheets"}};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ui ui;
		struct shift shift;
		golden_start(&ui, "id", 1280, 800);
		prepare(&shift, &looks[rows[i].look]);
		text_copy(shift.office->counters[0].name[0], OFFICE_COUNTER_SIZE, "Kasir");
		text_copy(shift.office->counters[1].name[0], OFFICE_COUNTER_SIZE,
			"Konsultasi dan Perpustakaan");
		draw(&ui, &shift);
		golden_text(rows[i].golden, &ui.list);
		golden_picture(rows[i].golden, &ui.list, 1280, 800);
		golden_finish(&ui);
		shift_finish(&shift);
	}
}

/* Of a month with a day that cannot tell whom priority overtook, the page does not either. */
static void test_what_is_not_known_is_no_nought(void **state)
{
	(void)state;
	enum { DETAILS = 7 };
	struct ui ui;
	struct shift shift;
	size_t dashes[2] = {0, 0};
	for (int untold = 0; untold < 2; untold++) {
		golden_start(&ui, "id", 1280, 800);
		prepare(&shift, &looks[DETAILS]);
		shift.reporting.report.untold_days = untold;
		draw(&ui, &shift);
		for (size_t i = 0; i < ui.list.count; i++) {
			const struct draw_command *command = &ui.list.commands[i];
			dashes[untold] += command->kind == DRAW_TEXT &&
					  strcmp(draw_command_text(&ui.list, command), "–") == 0;
		}
		golden_finish(&ui);
		shift_finish(&shift);
	}
	assert_int_equal(dashes[1], dashes[0] + 2);
}

static void test_looks_of_other_screens(void **state)
{
	(void)state;
	static const struct {
		int look, width, height;
		bool contrast;
		const char *language, *name;
	} rows[] = {
		{4, 1920, 1080, false, "en", "console-report-month-wide"},
		{4, 1280, 800, true, "id", "console-report-month-contrast"},
		{7, 1920, 1080, true, "en", "console-report-details-contrast"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct ui ui;
		struct shift shift;
		golden_start(&ui, rows[i].language, rows[i].width, rows[i].height);
		ui.theme = rows[i].contrast ? &theme_contrast : &theme_light;
		prepare(&shift, &looks[rows[i].look]);
		draw(&ui, &shift);
		golden_picture(rows[i].name, &ui.list, rows[i].width, rows[i].height);
		golden_finish(&ui);
		shift_finish(&shift);
	}
}

static void test_counting_is_said(void **state)
{
	(void)state;
	struct ui ui;
	struct shift shift;
	golden_start(&ui, "id", 1280, 800);
	days_open(&shift, DESK_HEAD);
	act(&shift, SHIFT_REPORT_SPAN, REPORT_YEAR);
	draw(&ui, &shift);
	golden_text("console-report-counting", &ui.list);
	struct desk_request request;
	while (shift_take_request(&shift, &request)) {
		hand_answer(&shift, &request, RESULT_STORE_BUSY, NOW);
	}
	draw(&ui, &shift);
	golden_text("console-report-busy", &ui.list);
	golden_finish(&ui);
	shift_finish(&shift);
}

/* All words under the bar, which has a person's name, are our own and must have room; "…" is what
 * is drawn where they have not. */
static void assert_nothing_is_cut(const char *name, const struct draw_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		if (command->kind == DRAW_TEXT && command->rect.y >= 64 &&
			strstr(draw_command_text(list, command), "…") != NULL) {
			fail_msg("%s: %s", name, draw_command_text(list, command));
		}
	}
}

/* On both sizes of screen, in both languages and themes: read by a person. */
static void test_everything_can_be_read(void **state)
{
	(void)state;
	static const int sizes[][2] = {{1280, 800}, {1920, 1080}};
	struct inspection inspection = {0};
	for (int i = 0; i < LOOKS * 8; i++) {
		struct ui ui;
		struct shift shift;
		char name[64];
		const int *size = sizes[i / 4 % 2];
		prepare(&shift, &looks[i / 8]);
		golden_start(&ui, i % 2 == 0 ? "id" : "en", size[0], size[1]);
		ui.theme = i / 2 % 2 == 0 ? &theme_light : &theme_contrast;
		draw(&ui, &shift);
		text_format(name, sizeof(name), "%s %d%s%s", looks[i / 8].name, size[0],
			i % 2 == 0 ? " id" : " en", i / 2 % 2 == 0 ? "" : " contrast");
		assert_nothing_is_cut(name, &ui.list);
		inspect_texts(&inspection, name, &ui);
		inspect_contrast(&inspection, name, &ui);
		golden_finish(&ui);
		shift_finish(&shift);
	}
	fputs(inspection.words, stderr);
	assert_int_equal(inspection.faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_today_first),
		cmocka_unit_test(test_a_month_day_by_day),
		cmocka_unit_test(test_nobody_knows_tomorrow),
		cmocka_unit_test(test_a_clerk_has_today_alone),
		cmocka_unit_test(test_a_late_answer_is_dropped),
		cmocka_unit_test(test_what_failed_is_asked_again),
		cmocka_unit_test(test_today_stays_fresh),
		cmocka_unit_test(test_a_rush_is_read_once_in_ten_seconds),
		cmocka_unit_test(test_the_end_of_a_day_is_not_lost),
		cmocka_unit_test(test_midnight_brings_the_new_day),
		cmocka_unit_test(test_sheets_are_turned),
		cmocka_unit_test(test_what_counts_as_kept),
		cmocka_unit_test(test_looks),
		cmocka_unit_test(test_counters_have_their_names),
		cmocka_unit_test(test_what_is_not_known_is_no_nought),
		cmocka_unit_test(test_looks_of_other_screens),
		cmocka_unit_test(test_counting_is_said),
		cmocka_unit_test(test_everything_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
