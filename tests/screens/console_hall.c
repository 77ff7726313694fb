#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The large panel over the desk: its pages as they look, and the keys that lead through it. */
static void draw(struct ui *ui, const struct shift *shift)
{
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, model_at(10, 31, 24));
		ui_end(ui);
	}
}

/* In every language, size and theme: no fault of text or contrast; each of them is a golden. */
static void show(const struct shift *shift, const char *name)
{
	static const struct {
		const char *language, *suffix;
		int width, height;
		bool contrast;
	} looks[] = {
		{"id", "", 1280, 800, false},
		{"en", "-en", 1280, 800, false},
		{"id", "-contrast", 1280, 800, true},
		{"id", "-large", 1920, 1080, false},
	};
	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
		struct ui ui;
		struct inspection inspection = {0};
		char golden[96];
		text_format(golden, sizeof(golden), "console-hall-%s%s", name, looks[i].suffix);
		golden_start(&ui, looks[i].language, looks[i].width, looks[i].height);
		ui.theme = looks[i].contrast ? &theme_contrast : &theme_light;
		draw(&ui, shift);
		inspect_texts(&inspection, golden, &ui);
		inspect_contrast(&inspection, golden, &ui);
		if (inspection.faults > 0) {
			fail_msg("%s", inspection.words);
		}
		golden_text(golden, &ui.list);
		if (i == 0 || i == 2) {
			golden_picture(golden, &ui.list, looks[i].width, looks[i].height);
		}
		golden_finish(&ui);
	}
}

/* K007 was sent on from Sale, was here twice, and needs five items of data. */
static void model_known(struct shift *shift)
{
	static const char *const items[GUEST_ITEMS] = {
		"Jumlah penduduk miskin per kecamatan, 2021–2025",
		"Garis kemiskinan kabupaten, 2021–2025",
		"Indeks kedalaman dan keparahan kemiskinan menurut kabupaten/kota se-Kalimantan "
		"Utara, 2015–2025",
		"Produksi padi dan palawija menurut kecamatan",
		"Peta wilayah kerja statistik Kecamatan Sesayap Hilir",
	};
	model_desk(shift);
	model_queue(shift);
	model_serving(shift);
	struct view_visit *visit = &shift->view->visit;
	for (int i = 0; i < GUEST_ITEMS; i++) {
		text_copy(shift->view->guest.data_needed[i], GUEST_NOTE_SIZE, items[i]);
	}
	visit->times.held_ms = 125000;
	visit->legs[0] = (struct view_leg){.service = MODEL_JUAL,
		.counter = 1,
		.from_ms = visit->issued_ms,
		.called_ms = model_at(10, 22, 0),
		.served_ms = model_at(10, 22, 30),
		.service_ms = 192000};
	visit->legs[1] = (struct view_leg){.service = MODEL_PERP,
		.called_ms = TICKET_NEVER,
		.served_ms = TICKET_NEVER,
		.service_ms = TICKET_NEVER};
	visit->leg_count = 2;
	visit->earlier_total = 12;
	visit->earlier_count = VIEW_EARLIER;
	for (int i = 0; i < VIEW_EARLIER; i++) {
		visit->earlier[i] = (struct view_earlier){.service = i, .state = TICKET_DONE};
		text_format(
			visit->earlier[i].service_date, CALENDAR_DATE_SIZE, "2026-%02d-20", 10 - i);
	}
	visit->earlier[0].outcome.result = OUTCOME_PARTLY;
	visit->earlier[1].outcome.result = OUTCOME_NOT_AVAILABLE;
	visit->earlier[3].state = TICKET_CLOSED_BY_SYSTEM;
}

static void open_page(struct shift *shift, enum hall_page page)
{
	hand_act(shift, SHIFT_HALL, (int)page, 1000000);
	assert_int_equal(shift->hall.page, page);
}

static void test_the_visitor(void **state)
{
	(void)state;
	struct shift shift;
	model_known(&shift);
	show(&shift, "desk");
	open_page(&shift, HALL_VISITOR);
	show(&shift, "visitor");
	shift_finish(&shift);
}

/* As much as can be typed, and nothing at all. */
static void test_the_longest_and_no_guest_book(void **state)
{
	(void)state;
	struct shift shift;
	model_known(&shift);
	struct guest *guest = &shift.view->guest;
	for (int i = 0; i < GUEST_ITEMS; i++) {
		for (int at = 0; at < GUEST_NOTE_SIZE - 12; at += 11) {
			text_copy(guest->data_needed[i] + at, (size_t)(GUEST_NOTE_SIZE - at),
				"kemiskinan ");
		}
	}
	text_copy(guest->name, sizeof(guest->name),
		"Prof. Dr. Raden Ayu Kusumawardhani Sastrodiningrat Notonegoro, S.Si., M.Stat., "
		"Ph.D.");
	guest->needs = 15;
	guest->party_male = 4;
	show(&shift, "desk-long");
	open_page(&shift, HALL_VISITOR);
	show(&shift, "visitor-long");
	shift_finish(&shift);
	model_desk(&shift);
	model_serving(&shift);
	shift.view->has_guest = false;
	open_page(&shift, HALL_VISITOR);
	show(&shift, "visitor-unsigned");
	shift_finish(&shift);
}

/* What a frame returns for a key or a tap. */
static struct shift_action event(
	const struct shift *shift, enum ui_event_kind kind, const char *what)
{
	struct ui ui;
	golden_start(&ui, "id", 1280, 800);
	draw(&ui, shift);
	struct ui_event given = {.kind = kind};
	text_copy(given.text, sizeof(given.text), what);
	ui_begin(&ui, &given);
	struct shift_action action = screen_frame(&ui, shift, model_at(10, 31, 24));
	ui_end(&ui);
	golden_finish(&ui);
	return action;
}

static void press(struct shift *shift, const char *key)
{
	struct shift_action action = event(shift, UI_KEY, key);
	shift_act(shift, action, 1000000);
}

static void test_it_opens_and_closes(void **state)
{
	(void)state;
	struct shift shift;
	model_known(&shift);
	press(&shift, "v");
	assert_int_equal(shift.hall.page, HALL_VISITOR);
	/* The desk below is dead: neither the blue button nor a letter of it does anything. */
	assert_int_equal(event(&shift, UI_KEY, "space").act, SHIFT_NOTHING);
	assert_int_equal(event(&shift, UI_KEY, "f").act, SHIFT_NOTHING);
	assert_int_equal(event(&shift, UI_TAP_ID, "desk.finish").act, SHIFT_NOTHING);
	press(&shift, "escape");
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	shift_act(&shift, event(&shift, UI_TAP_ID, "visitor.more"), 1000000);
	assert_int_equal(shift.hall.page, HALL_VISITOR);
	assert_int_equal(event(&shift, UI_TAP_ID, "hall.leave").act, SHIFT_HALL_LEAVE);
	/* Nobody is there any more. */
	struct desk_view view = *shift.view;
	view.visit = (struct view_visit){0};
	hand_show(&shift, &view);
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	assert_int_equal(event(&shift, UI_KEY, "v").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_visitor),
		cmocka_unit_test(test_the_longest_and_no_guest_book),
		cmocka_unit_test(test_it_opens_and_closes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
