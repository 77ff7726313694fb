#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_looks.h"
#include "tests/screens/console_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* The large panel over the desk: its pages as they look, and the keys that lead through it. */
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
	visit->earlier[0].outcome.source = OUTCOME_WEBSITE;
	visit->earlier[2].outcome =
		(struct outcome){.result = OUTCOME_SERVED, .source = OUTCOME_MAP};
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
	looks_show(&shift, "desk");
	open_page(&shift, HALL_VISITOR);
	looks_show(&shift, "visitor");
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
	shift.view->visit.appointed_ms = model_at(10, 30, 0);
	looks_show(&shift, "desk-long");
	open_page(&shift, HALL_VISITOR);
	looks_show(&shift, "visitor-long");
	shift_finish(&shift);
	model_desk(&shift);
	model_serving(&shift);
	shift.view->has_guest = false;
	open_page(&shift, HALL_VISITOR);
	looks_show(&shift, "visitor-unsigned");
	shift_finish(&shift);
}

static void test_it_opens_and_closes(void **state)
{
	(void)state;
	struct shift shift;
	model_known(&shift);
	looks_press(&shift, "v");
	assert_int_equal(shift.hall.page, HALL_VISITOR);
	/* The desk below is dead: neither the blue button nor a letter of it does anything. */
	assert_int_equal(looks_event(&shift, UI_KEY, "space").act, SHIFT_NOTHING);
	assert_int_equal(looks_event(&shift, UI_KEY, "f").act, SHIFT_NOTHING);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "desk.finish").act, SHIFT_NOTHING);
	looks_press(&shift, "escape");
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	shift_act(&shift, looks_event(&shift, UI_TAP_ID, "visitor.more"), 1000000);
	assert_int_equal(shift.hall.page, HALL_VISITOR);
	assert_int_equal(looks_event(&shift, UI_TAP_ID, "hall.leave").act, SHIFT_HALL_LEAVE);
	/* Nobody is there any more. */
	struct desk_view view = *shift.view;
	view.visit = (struct view_visit){0};
	hand_show(&shift, &view);
	assert_int_equal(shift.hall.page, HALL_CLOSED);
	assert_int_equal(looks_event(&shift, UI_KEY, "v").act, SHIFT_NOTHING);
	shift_finish(&shift);
}

/* The letter that stands beside a page's name, as at the desk; where letters are typed, Tab. */
static void test_letters_turn_the_pages(void **state)
{
	(void)state;
	static const struct {
		const char *key;
		enum hall_page page;
	} rows[] = {{"o", HALL_ROOM}, {"n", HALL_NEW}, {"j", HALL_APPOINTMENTS}, {"w", HALL_ROSTER},
		{"v", HALL_VISITOR}, {"c", HALL_TICKETS}};
	struct shift shift;
	model_known(&shift);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		looks_press(&shift, rows[i].key);
		assert_int_equal(shift.hall.page, rows[i].page);
		hand_drain(&shift);
		shift.pending = 0;
		/* The open one's own letter changes nothing of it. */
		assert_int_equal(looks_event(&shift, UI_KEY, rows[i].key).act, SHIFT_NOTHING);
	}
	assert_int_equal(looks_event(&shift, UI_KEY, "o").act, SHIFT_NOTHING);
	looks_press(&shift, "tab");
	assert_int_not_equal(shift.hall.page, HALL_TICKETS);
	shift_finish(&shift);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_visitor),
		cmocka_unit_test(test_the_longest_and_no_guest_book),
		cmocka_unit_test(test_it_opens_and_closes),
		cmocka_unit_test(test_letters_turn_the_pages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
