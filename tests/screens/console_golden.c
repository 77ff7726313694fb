#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Every state of every screen as text; the four that a clerk sees most as pictures too. */
enum { WIDTH = 1280, HEIGHT = 800 };

static void draw(struct ui *ui, const struct shift *shift, int64_t now)
{
	/* Twice: an open menu is known from the second frame on. */
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, now);
		ui_end(ui);
	}
}

/* Compares and forgets the shift. */
static void show(struct shift *shift, int64_t now, const char *name, bool picture)
{
	struct ui ui;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	draw(&ui, shift, now);
	golden_text(name, &ui.list);
	if (picture) {
		golden_picture(name, &ui.list, WIDTH, HEIGHT);
	}
	golden_finish(&ui);
	shift_finish(shift);
}

static void notice(struct shift *shift, const char *key)
{
	text_copy(shift->notice, sizeof(shift->notice), key);
	shift->notice_ms = 1000000;
}

static void test_starting(void **state)
{
	(void)state;
	struct shift shift;
	model_starting(&shift);
	show(&shift, 0, "console-starting", false);
	model_starting(&shift);
	shift.trouble = RESULT_STORE_MISSING;
	text_copy(shift.trouble_text, sizeof(shift.trouble_text), "giliran.db: no such file");
	show(&shift, 0, "console-no-store", false);
}

/* A visitor at the kiosk calls, is helped, and another has given up a number. */
static void test_help(void **state)
{
	(void)state;
	static const struct {
		enum help_state state;
		int counter;
		bool left, gone;
		const char *name;
	} rows[] = {
		{HELP_ASKED, 0, false, false, "console-help-asked"},
		{HELP_TAKEN, 2, false, true, "console-help-own"},
		{HELP_ASKED, 0, true, false, "console-help-left"},
		{HELP_TAKEN, 1, false, false, "console-help-other"},
		{HELP_DONE, 0, false, true, "console-gone"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shift shift;
		model_desk(&shift);
		model_serving(&shift);
		model_queue(&shift);
		struct desk_view *view = shift.view;
		view->help_count = rows[i].state != HELP_DONE;
		view->helps[0] = (struct help){.id = 1,
			.state = rows[i].state,
			.counter = rows[i].counter,
			.asked_ms = model_at(10, 30, 2),
			.left_ms = rows[i].left ? model_at(10, 31, 2) : 0};
		text_copy(view->helps[0].device, sizeof(view->helps[0].device), "kiosk-1");
		view->gone_count = rows[i].gone;
		view->gone[0].at_ms = model_at(10, 28, 0);
		text_copy(view->gone[0].number, sizeof(view->gone[0].number), "J002");
		show(&shift, model_at(10, 31, 24), rows[i].name, i < 3);
	}
}

static void test_sign_in(void **state)
{
	(void)state;
	struct shift shift;
	model_staff(&shift);
	shift.demo = true;
	show(&shift, model_at(7, 55, 2), "console-staff", false);
	model_staff(&shift);
	notice(&shift, "console.day_over");
	text_copy(shift.notice_value, sizeof(shift.notice_value), "K007");
	text_copy(shift.notice_date, sizeof(shift.notice_date), "2026-11-20");
	show(&shift, model_at(7, 55, 2), "console-staff-day-over", true);
	model_pin(&shift, false);
	text_copy(shift.pin, sizeof(shift.pin), "12");
	show(&shift, model_at(7, 55, 9), "console-pin", true);
	model_pin(&shift, false);
	notice(&shift, "result.pin_wrong");
	show(&shift, model_at(7, 55, 9), "console-pin-wrong", false);
	model_pin(&shift, false);
	notice(&shift, "result.pin_locked");
	show(&shift, model_at(7, 55, 9), "console-pin-locked", false);
}

static void test_set_pin(void **state)
{
	(void)state;
	struct shift shift;
	model_pin(&shift, true);
	show(&shift, model_at(7, 55, 9), "console-pin-new", false);
	model_pin(&shift, true);
	text_copy(shift.first_pin, sizeof(shift.first_pin), "12345678");
	text_copy(shift.pin, sizeof(shift.pin), "12345678");
	show(&shift, model_at(7, 55, 9), "console-pin-repeat", false);
	model_pin(&shift, true);
	notice(&shift, "console.pin_differs");
	show(&shift, model_at(7, 55, 9), "console-pin-differs", false);
}

static void test_counters(void **state)
{
	(void)state;
	struct shift shift;
	model_counters(&shift);
	show(&shift, model_at(7, 55, 20), "console-counters", false);
	model_counters(&shift);
	notice(&shift, "result.counter_taken");
	show(&shift, model_at(7, 55, 20), "console-counters-taken", false);
}

static void test_free_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	show(&shift, model_at(10, 31, 24), "console-free-nobody", false);
	model_desk(&shift);
	notice(&shift, "result.nobody_waiting");
	show(&shift, model_at(10, 31, 24), "console-refused", false);
	model_desk(&shift);
	model_queue(&shift);
	show(&shift, model_at(10, 31, 24), "console-free", false);
}

static void unannounced(struct shift *shift)
{
	model_desk(shift);
	model_called(shift);
	for (int i = 0; i < ANNOUNCED_WAYS; i++) {
		shift->view->counters[1].call.announced_ms[i] = TICKET_NEVER;
	}
}

static void test_visitor(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_called(&shift);
	model_printer(&shift, RESULT_OK, true);
	model_wait(&shift, "K008", MODEL_KONS, model_at(10, 25, 0), TICKET_NEVER);
	show(&shift, model_at(10, 43, 38), "console-called", true);
	unannounced(&shift);
	show(&shift, model_at(10, 42, 55), "console-called-just-now", false);
	unannounced(&shift);
	show(&shift, model_at(10, 43, 38), "console-unannounced", true);
	model_desk(&shift);
	model_called(&shift);
	office_voice_usual(&shift.office->voice);
	shift.view->counters[1].call.announced_ms[ANNOUNCED_SPOKEN] = TICKET_NEVER;
	show(&shift, model_at(10, 43, 38), "console-unspoken", true);
	model_desk(&shift);
	model_queue(&shift);
	model_serving(&shift);
	shift.view->devices[shift.view->device_count++] = (struct view_device){.kind = VIEW_SCREEN};
	shift.view->devices[shift.view->device_count++] =
		(struct view_device){.kind = VIEW_BOARD, .name = "display-1/board"};
	show(&shift, model_at(10, 31, 24), "console-counter", true);
	model_desk(&shift);
	model_serving(&shift);
	show(&shift, model_at(11, 31, 24), "console-serving-last", false);
	model_desk(&shift);
	model_serving(&shift);
	shift.view->has_guest = false;
	show(&shift, model_at(10, 31, 24), "console-no-guest", false);
}

static void test_phases(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_late(&shift);
	show(&shift, model_at(10, 50, 0), "console-on-time", false);
	model_desk(&shift);
	model_late(&shift);
	show(&shift, model_at(10, 55, 0), "console-soon", false);
	model_desk(&shift);
	model_late(&shift);
	show(&shift, model_at(10, 58, 10), "console-late", true);
}

static void test_state_of_counter(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.menu = true;
	show(&shift, model_at(10, 31, 24), "console-menu", false);
	model_desk(&shift);
	model_queue(&shift);
	model_serving(&shift);
	shift.menu = true;
	show(&shift, model_at(10, 31, 24), "console-menu-occupied", false);
	model_desk(&shift);
	model_queue(&shift);
	shift.view->counters[1].state = VIEW_BREAK;
	show(&shift, model_at(10, 31, 24), "console-break", false);
	model_desk(&shift);
	shift.view->counters[1].state = VIEW_CLOSED;
	show(&shift, model_at(15, 31, 24), "console-closed", false);
}

static void test_printer(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		enum result reason;
	} troubles[] = {
		{"console-paper-out", RESULT_PAPER_OUT},
		{"console-cover-open", RESULT_COVER_OPEN},
		{"console-unplugged", RESULT_DEVICE_MISSING},
	};
	struct shift shift;
	for (size_t i = 0; i < sizeof(troubles) / sizeof(troubles[0]); i++) {
		model_desk(&shift);
		model_printer(&shift, troubles[i].reason, false);
		show(&shift, model_at(10, 31, 24), troubles[i].name, false);
	}
	model_desk(&shift);
	struct view_device *printer = model_printer(&shift, RESULT_OK, false);
	printer->unsure_slips = 1;
	printer->unsure_ticket = 7;
	text_copy(printer->unsure_number, sizeof(printer->unsure_number), "K007");
	show(&shift, model_at(10, 31, 24), "console-unsure-slip", false);
}

static void test_trouble(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	model_serving(&shift);
	shift.trouble = RESULT_STORE_FULL;
	show(&shift, model_at(10, 31, 24), "console-store-lost", false);
	model_desk(&shift);
	model_called(&shift);
	shift.pending = 5;
	shift.pending_ms = 1000000 - SHIFT_BUSY_MS;
	show(&shift, model_at(10, 43, 38), "console-busy", false);
	model_desk(&shift);
	shift.training = true;
	show(&shift, model_at(10, 31, 24), "console-training", false);
}

/* The clock is everybody's, the list of holidays the head's; neither takes a slip's place. */
static void test_what_staff_ought_to_know(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_queue(&shift);
	shift.view->clock = DESK_CLOCK_BEHIND;
	show(&shift, model_at(10, 31, 24), "console-clock-behind", true);
	model_desk(&shift);
	shift.view->clock = DESK_CLOCK_AHEAD;
	struct view_device *printer = model_printer(&shift, RESULT_OK, true);
	printer->unsure_slips = 1;
	printer->unsure_ticket = 7;
	text_copy(printer->unsure_number, sizeof(printer->unsure_number), "R1007");
	show(&shift, model_at(10, 31, 24), "console-clock-ahead-unsure", true);
	model_staff(&shift);
	shift.view = memory_zeroed(1, sizeof(*shift.view));
	shift.view->clock = DESK_CLOCK_AHEAD;
	show(&shift, model_at(7, 55, 2), "console-staff-clock", false);
	model_counters(&shift);
	shift.chosen = 2;
	show(&shift, model_at(7, 55, 20), "console-counters-holidays", false);
	model_desk(&shift);
	shift.chosen = 2;
	shift.office->years[shift.office->year_count++].year = 2026;
	show(&shift, model_at(10, 31, 24), "console-holidays", true);
}

static bool says(const struct draw_list *list, const char *beginning)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		if (command->kind == DRAW_TEXT && strncmp(draw_command_text(list, command),
							  beginning, strlen(beginning)) == 0) {
			return true;
		}
	}
	return false;
}

/* What visitors have written is the head's to read. */
static void test_the_head_hears_of_complaints(void **state)
{
	(void)state;
	for (int head = 0; head < 2; head++) {
		struct shift shift;
		struct ui ui;
		model_desk(&shift);
		model_queue(&shift);
		shift.chosen = head ? 2 : 0;
		shift.office->years[shift.office->year_count++].year = 2026;
		shift.office->years[shift.office->year_count++].year = 2027;
		shift.view->complaints = 3;
		golden_start(&ui, "id", WIDTH, HEIGHT);
		draw(&ui, &shift, model_at(10, 31, 24));
		assert_int_equal(says(&ui.list, "3 saran"), head);
		golden_finish(&ui);
		if (head) {
			show(&shift, model_at(10, 31, 24), "console-complaints", true);
		} else {
			shift_finish(&shift);
		}
	}
}

/* With this year's list, the next one is missed from November on, and only by the head. */
static void test_holidays_are_missed_in_time(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	shift.office->years[shift.office->year_count++].year = 2026;
	const int64_t month_ms = INT64_C(30) * 24 * 3600 * 1000;
	const int64_t moments[] = {model_at(10, 0, 0) - month_ms, model_at(10, 0, 0)};
	for (int i = 0; i < 4; i++) {
		struct ui ui;
		shift.chosen = i < 2 ? 2 : 0;
		golden_start(&ui, "id", WIDTH, HEIGHT);
		draw(&ui, &shift, moments[i % 2]);
		bool told = says(&ui.list, "Daftar hari libur 2027");
		assert_int_equal(told, i == 1);
		golden_finish(&ui);
	}
	shift_finish(&shift);
}

static void test_long_texts_and_long_queue(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	model_serving(&shift);
	for (int i = 0; i < 13; i++) {
		model_wait(&shift, i == 0 ? "K1010" : "R011", i == 0 ? MODEL_KONS : MODEL_REKOM,
			model_at(10, 11, 0), i == 0 ? model_at(10, 24, 0) : TICKET_NEVER);
		shift.view->waiting[i].priority = TICKET_PREGNANT;
	}
	struct guest *guest = &shift.view->guest;
	text_copy(guest->name, sizeof(guest->name),
		"Prof. Dr. Raden Ayu Kusumawardhani Sastrodiningrat Notonegoro, S.Si., M.Stat., "
		"Ph.D.");
	text_copy(guest->data_needed[0], sizeof(guest->data_needed[0]),
		"Jumlah penduduk miskin per kecamatan 2021 sampai 2025 menurut jenis kelamin, "
		"pendidikan tertinggi, lapangan usaha, serta garis kemiskinan dan indeks kedalaman "
		"kemiskinan per kabupaten untuk penyusunan rencana pembangunan daerah");
	guest->needs = 15;
	guest->party_male = 4;
	show(&shift, model_at(10, 31, 24), "console-long", false);
}

/* A service whose short name is as long as a name: the clock goes below it, nothing over it. */
static void test_long_names_of_services(void **state)
{
	(void)state;
	struct shift shift;
	model_desk(&shift);
	for (int i = 0; i < 2; i++) {
		char *name = shift.office->services[i].short_name[OFFICE_INDONESIAN];
		text_copy(name, OFFICE_NAME_SIZE,
			i == 0 ? "Konsultasi Statistik"
			       : "Penjualan Produk Statistik Khusus Daerah");
		model_wait(&shift, i == 0 ? "K008" : "J1009", i, model_at(10, 11, 0),
			model_at(10, 24, 0));
		shift.view->waiting[i].priority = TICKET_ELDERLY;
	}
	show(&shift, model_at(10, 31, 24), "console-long-services", false);
}

static void test_long_name_of_staff(void **state)
{
	(void)state;
	static const char name[] = "Raden Mas Muhammad Budi Santoso Kartanegara Hadikusumo, S.ST., "
				   "M.Stat.";
	struct shift shift;
	model_pin(&shift, false);
	shift.demo = true;
	text_copy(shift.staff[shift.chosen].name, OFFICE_NAME_SIZE, name);
	show(&shift, model_at(7, 55, 9), "console-pin-long-name", false);

	model_counters(&shift);
	shift.view->counter_count = 12;
	for (int i = 0; i < 12; i++) {
		struct view_counter *counter = &shift.view->counters[i];
		*counter = (struct view_counter){
			.number = i + 1, .state = VIEW_FREE, .services = i % 2 ? 31 : 15};
		text_copy(counter->staff, sizeof(counter->staff), "budi");
		text_copy(counter->staff_name, sizeof(counter->staff_name), name);
	}
	show(&shift, model_at(7, 56, 0), "console-counters-many", false);
}

/* The queue widens on a large screen, and the other theme reads as well. */
static void test_other_screens(void **state)
{
	(void)state;
	struct shift shift;
	struct ui ui;
	model_desk(&shift);
	model_late(&shift);
	golden_start(&ui, "en", 1920, 1080);
	draw(&ui, &shift, model_at(10, 58, 10));
	golden_text("console-large", &ui.list);
	golden_finish(&ui);
	golden_start(&ui, "id", WIDTH, HEIGHT);
	ui.theme = &theme_contrast;
	draw(&ui, &shift, model_at(10, 58, 10));
	golden_text("console-contrast", &ui.list);
	shift.view->clock = DESK_CLOCK_BEHIND;
	draw(&ui, &shift, model_at(10, 58, 10));
	golden_text("console-clock-contrast", &ui.list);
	golden_finish(&ui);
	golden_start(&ui, "en", WIDTH, HEIGHT);
	draw(&ui, &shift, model_at(10, 58, 10));
	golden_text("console-clock-en", &ui.list);
	golden_finish(&ui);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_starting),
		cmocka_unit_test(test_sign_in),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_set_pin),
		cmocka_unit_test(test_counters),
		cmocka_unit_test(test_free_counter),
		cmocka_unit_test(test_visitor),
		cmocka_unit_test(test_phases),
		cmocka_unit_test(test_state_of_counter),
		cmocka_unit_test(test_printer),
		cmocka_unit_test(test_trouble),
		cmocka_unit_test(test_what_staff_ought_to_know),
		cmocka_unit_test(test_the_head_hears_of_complaints),
		cmocka_unit_test(test_holidays_are_missed_in_time),
		cmocka_unit_test(test_long_texts_and_long_queue),
		cmocka_unit_test(test_long_names_of_services),
		cmocka_unit_test(test_long_name_of_staff),
		cmocka_unit_test(test_other_screens),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
