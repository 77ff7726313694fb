#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A visitor who feels keys instead of seeing a screen: every part can be reached and pressed. */
enum { WIDTH = 1920, HEIGHT = 1080, KONS = 0 };

struct hand {
	struct ui ui;
	struct stage stage;
	enum journey_wish wish;
	int keys; /* pressed so far */
};

static void start(struct hand *hand)
{
	*hand = (struct hand){0};
	golden_start(&hand->ui, "id", WIDTH, HEIGHT);
	hand->ui.keypad = true;
	stage_init(&hand->stage, 10, 13);
}

static void draw(struct hand *hand, const struct ui_event *event)
{
	struct stage *stage = &hand->stage;
	hand->ui.ticks_ms = stage->lobby.ticks_ms;
	ui_begin(&hand->ui, event);
	struct action action = screen_frame(&hand->ui, &stage->lobby, &stage->journey);
	hand->wish = journey_act(&stage->journey, &stage->lobby, &action);
	ui_end(&hand->ui);
}

/* As the loop does: a frame for the event, one to draw, and another one if it is asked for. */
static void send(struct hand *hand, enum ui_event_kind kind, const char *text)
{
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), text);
	draw(hand, &event);
	enum journey_wish wish = hand->wish;
	draw(hand, NULL);
	if (hand->ui.wake_ms <= hand->ui.ticks_ms) {
		draw(hand, NULL);
	}
	hand->wish = wish;
}

static void key(struct hand *hand, const char *name)
{
	hand->keys++;
	send(hand, UI_KEY, name);
}

/* Goes on with + until the part has the focus, and presses it. */
static void press(struct hand *hand, const char *id)
{
	for (int i = 0; i <= UI_SPOTS && !ui_focused(&hand->ui, id); i++) {
		key(hand, "tab");
	}
	if (!ui_focused(&hand->ui, id)) {
		print_message("%s is out of reach\n", id);
	}
	assert_true(ui_focused(&hand->ui, id));
	key(hand, "return");
}

static void test_from_the_door_to_a_number(void **state)
{
	struct hand hand;
	struct visit *visit = &hand.stage.journey.visit;
	(void)state;
	start(&hand);
	draw(&hand, NULL);
	assert_false(hand.ui.focus_shown);
	key(&hand, "return"); /* where am I? */
	assert_true(ui_focused(&hand.ui, "welcome.take"));
	assert_int_equal(visit->screen, JOURNEY_WELCOME);
	golden_text("kiosk-focus-welcome", &hand.ui.list);
	golden_picture("kiosk-focus-welcome", &hand.ui.list, WIDTH, HEIGHT);
	key(&hand, "return");
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	assert_true(ui_focused(&hand.ui, "service.KONS"));
	key(&hand, "return");
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
	assert_true(ui_focused(&hand.ui, "kiosk.continue"));
	key(&hand, "return");
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	press(&hand, "guest.sex.1");
	press(&hand, "guest.age_band.2");
	press(&hand, "guest.education.9");
	press(&hand, "kiosk.continue");
	assert_int_equal(visit->step, 1);
	press(&hand, "key.s");
	press(&hand, "key.i");
	press(&hand, "key.t");
	press(&hand, "key.i");
	assert_string_equal(visit->guest.name, "Siti");
	golden_text("kiosk-focus-key", &hand.ui.list);
	press(&hand, "kiosk.continue");
	assert_int_equal(visit->step, 2);
	press(&hand, "guest.no_email");
	assert_int_equal(visit->focus, GUEST_PHONE);
	for (const char *digit = "081234567890"; *digit != '\0'; digit++) {
		const char text[] = {*digit, '\0'};
		send(&hand, UI_TEXT, text); /* inputs_key: digits type here */
	}
	press(&hand, "kiosk.continue");
	assert_int_equal(visit->step, 3);
	press(&hand, "guest.occupation.1");
	press(&hand, "kiosk.continue");
	press(&hand, "guest.purpose.1");
	press(&hand, "kiosk.continue");
	press(&hand, "key.a");
	press(&hand, "kiosk.continue");
	press(&hand, "kiosk.continue");
	assert_int_equal(hand.wish, JOURNEY_ISSUE);
	stage_answer(&hand.stage, RESULT_OK);
	draw(&hand, NULL);
	draw(&hand, NULL);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
	stage_slip(&hand.stage, PRINT_CONFIRMED, RESULT_OK);
	press(&hand, "ticket.done");
	stage_assert_forgotten(&hand.stage);
	golden_finish(&hand.ui);
}

static struct rect rect_of(const struct ui *ui, const char *id)
{
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, id) == 0) {
			return ui->spots[i].rect;
		}
	}
	fail_msg("%s is not there", id);
	return (struct rect){0};
}

/* By the arrows, as somebody who sees goes: to the row, then along it, and the other way round
 * where that leads past it. */
static void go(struct hand *hand, const char *id)
{
	enum { MOST = 40 };
	char before[UI_ID_SIZE];
	for (int i = 0; !ui_focused(&hand->ui, id); i++) {
		struct rect from = rect_of(&hand->ui, hand->ui.focus), to = rect_of(&hand->ui, id);
		int across = to.x + to.w / 2 - from.x - from.w / 2;
		int down = to.y + to.h / 2 - from.y - from.h / 2;
		bool same_row = down < from.h / 2 && -down < from.h / 2;
		assert_true(i < MOST);
		text_copy(before, sizeof(before), hand->ui.focus);
		bool along = same_row || (i % 3 == 2 && across != 0);
		key(hand, along ? (across > 0 ? "right" : "left") : (down > 0 ? "down" : "up"));
		if (strcmp(before, hand->ui.focus) == 0) {
			key(hand, "tab"); /* nothing lies that way */
		}
	}
	key(hand, "return");
}

/*
 * The shortest guest book by keypad alone, in less than the ninety seconds that it may take: by the
 * keystroke-level model (Card, Moran and Newell, 1980), half a second a key and 1.35 s to make up
 * one's mind on each screen, as system/journey has it for taps.
 */
static void test_the_shortest_book_in_time(void **state)
{
	static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
	const double key_s = 0.5, mind_s = 1.35;
	(void)state;
	for (int language = 0; language < OFFICE_LANGUAGES; language++) {
		struct hand hand;
		struct visit *visit = &hand.stage.journey.visit;
		enum { SCREENS = 5 }; /* welcome, service, notice, name, ticket */
		start(&hand);
		golden_finish(&hand.ui);
		golden_start(&hand.ui, codes[language], WIDTH, HEIGHT);
		hand.ui.keypad = true;
		hand.stage.journey.language = (enum office_language)language;
		for (int i = 0; i < GUEST_FIELDS; i++) {
			hand.stage.office.services[KONS].asks[i] =
				i == GUEST_NAME ? GUEST_REQUIRED : GUEST_NO;
		}
		draw(&hand, NULL);
		key(&hand, "return"); /* where am I? */
		key(&hand, "return");
		go(&hand, "service.KONS");
		go(&hand, "kiosk.continue");
		for (const char *letter = "siti aminah"; *letter != '\0'; letter++) {
			char id[] = {'k', 'e', 'y', '.', *letter, '\0'};
			go(&hand, *letter == ' ' ? "key.space" : id);
		}
		assert_string_equal(visit->guest.name, "Siti Aminah");
		go(&hand, "kiosk.continue");
		assert_int_equal(hand.wish, JOURNEY_ISSUE);
		double needed_s = hand.keys * key_s + SCREENS * mind_s;
		print_message("%s: %d keys, a person about %.0f s\n", codes[language], hand.keys,
			needed_s);
		assert_true(needed_s < 90);
		golden_finish(&hand.ui);
	}
}

static void test_back_by_key(void **state)
{
	struct hand hand;
	struct visit *visit = &hand.stage.journey.visit;
	(void)state;
	start(&hand);
	stage_to_book(&hand.stage, KONS);
	draw(&hand, NULL);
	key(&hand, "escape");
	assert_int_equal(visit->screen, JOURNEY_NOTICE);
	key(&hand, "escape");
	assert_int_equal(visit->screen, JOURNEY_SERVICE);
	key(&hand, "escape");
	assert_int_equal(visit->screen, JOURNEY_WELCOME);
	key(&hand, "escape");
	assert_int_equal(visit->screen, JOURNEY_WELCOME);
	golden_finish(&hand.ui);
}

static void test_arrows_go_where_they_point(void **state)
{
	struct hand hand;
	(void)state;
	start(&hand);
	draw(&hand, NULL);
	key(&hand, "down");
	assert_true(ui_focused(&hand.ui, "welcome.take"));
	key(&hand, "right");
	assert_true(ui_focused(&hand.ui, "welcome.appointment"));
	key(&hand, "left");
	assert_true(ui_focused(&hand.ui, "welcome.take"));
	key(&hand, "down");
	assert_true(ui_focused(&hand.ui, "welcome.standards"));
	key(&hand, "right");
	assert_true(ui_focused(&hand.ui, "welcome.rate"));
	key(&hand, "left");
	key(&hand, "left");
	assert_true(ui_focused(&hand.ui, "kiosk.language.1"));
	key(&hand, "up");
	assert_true(ui_focused(&hand.ui, "welcome.take"));
	golden_finish(&hand.ui);
}

/* The question whether somebody is there: "yes" has the focus, any key means it. */
static void test_the_idle_warning(void **state)
{
	struct hand hand;
	struct visit *visit = &hand.stage.journey.visit;
	(void)state;
	start(&hand);
	stage_to_book(&hand.stage, KONS);
	draw(&hand, NULL);
	key(&hand, "tab");
	stage_pass(&hand.stage, hand.stage.office.idle_s * 1000);
	draw(&hand, NULL);
	draw(&hand, NULL);
	assert_true(ui_focused(&hand.ui, "idle.stay"));
	key(&hand, "return");
	assert_int_equal(visit->warned_ms, 0);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	golden_finish(&hand.ui);
}

/* Without the keypad's rule, as on the console, a vanished focus moves nowhere by itself. */
static void test_touch_and_other_programs_see_no_ring(void **state)
{
	struct hand hand;
	(void)state;
	start(&hand);
	draw(&hand, NULL);
	key(&hand, "down");
	send(&hand, UI_DOWN, "");
	assert_false(hand.ui.focus_shown);
	hand.ui.keypad = false;
	key(&hand, "return");
	assert_false(hand.ui.focus_shown);
	key(&hand, "down");
	stage_act(&hand.stage, ACTION_START);
	draw(&hand, NULL);
	draw(&hand, NULL);
	assert_true(ui_focused(&hand.ui, "welcome.take"));
	golden_finish(&hand.ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_from_the_door_to_a_number),
		cmocka_unit_test(test_the_shortest_book_in_time),
		cmocka_unit_test(test_back_by_key),
		cmocka_unit_test(test_arrows_go_where_they_point),
		cmocka_unit_test(test_the_idle_warning),
		cmocka_unit_test(test_touch_and_other_programs_see_no_ring),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
