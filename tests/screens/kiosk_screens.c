#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Every state as text in both languages, the key ones as pictures; and what taps on them ask for.
 */
enum { WIDTH = 1920, HEIGHT = 1080 };

static struct action draw(struct ui *ui, struct stage *stage, const struct ui_event *event)
{
	const struct ui_event nothing = {.kind = UI_NONE};
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui->theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(ui, event != NULL ? event : &nothing);
	struct action action = screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
	return action;
}

static void show_all(const char *code, enum office_language language)
{
	struct ui ui;
	struct stage stage;
	char name[64];
	golden_start(&ui, code, WIDTH, HEIGHT);
	const struct scene *scene;
	for (size_t i = 0; (scene = scene_at(i)) != NULL; i++) {
		scene_arrange(scene->name, &stage);
		stage.journey.language = language;
		draw(&ui, &stage, NULL);
		snprintf(name, sizeof(name), "kiosk-%s.%s", scene->name, code);
		golden_text(name, &ui.list);
		if (scene->picture && language == OFFICE_INDONESIAN) {
			snprintf(name, sizeof(name), "kiosk-%s", scene->name);
			golden_picture(name, &ui.list, WIDTH, HEIGHT);
		}
	}
	golden_finish(&ui);
}

static void test_every_state_in_indonesian(void **state)
{
	(void)state;
	show_all("id", OFFICE_INDONESIAN);
}

static void test_every_state_in_english(void **state)
{
	(void)state;
	show_all("en", OFFICE_ENGLISH);
}

/* ---- touching them ---- */

static struct action tap(struct ui *ui, struct stage *stage, const char *id)
{
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	return draw(ui, stage, &event);
}

static void assert_taps(
	struct ui *ui, const char *scene, const char *id, enum action_kind kind, int value)
{
	struct stage stage;
	scene_arrange(scene, &stage);
	stage_pass(&stage, 500);
	struct action action = tap(ui, &stage, id);
	if (action.kind != kind || action.value != value) {
		print_message("tap on %s in %s\n", id, scene);
	}
	assert_int_equal(action.kind, kind);
	assert_int_equal(action.value, value);
}

/* Every screen that closes by itself: a touch beside its buttons or a key that presses none gives
 * more time, and its buttons keep their meaning. */
static void test_a_touch_gives_more_time(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	static const struct {
		const char *scene, *button;
		enum action_kind kind;
	} screens[] = {{"ticket-printed", "ticket.done", ACTION_DONE},
		{"thanks", "thanks.done", ACTION_DONE},
		{"refused-closed", "refused.home", ACTION_DONE},
		{"silent", "refused.again", ACTION_AGAIN}, {"gone", "gone.done", ACTION_DONE},
		{"signed", "signed.done", ACTION_DONE},
		{"reception", "reception.done", ACTION_DONE},
		{"help-ended", "help.done", ACTION_DONE}};
	const struct ui_event beside = {.kind = UI_DOWN, .x = WIDTH / 2, .y = 8};
	const struct ui_event arrow = {.kind = UI_KEY, .text = "right"};
	golden_start(&ui, "id", WIDTH, HEIGHT);
	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++) {
		scene_arrange(screens[i].scene, &stage);
		stage_pass(&stage, 500);
		assert_int_equal(draw(&ui, &stage, &beside).kind, ACTION_MORE_TIME);
		assert_int_equal(draw(&ui, &stage, &arrow).kind, ACTION_MORE_TIME);
		assert_int_equal(tap(&ui, &stage, screens[i].button).kind, screens[i].kind);
		int64_t closes_ms = stage.journey.visit.closes_ms;
		stage_act(&stage, ACTION_MORE_TIME);
		assert_true(stage.journey.visit.closes_ms > closes_ms);
	}
	golden_finish(&ui);
}

/* The other ways. */
static void test_taps_on_other_ways(void **state)
{
	struct ui ui;
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	assert_taps(&ui, "welcome", "welcome.help", ACTION_HELP, 0);
	assert_taps(&ui, "welcome", "welcome.give_up", ACTION_GIVE_UP, 0);
	assert_taps(&ui, "welcome-served-on", "welcome.give_up", ACTION_GIVE_UP, 0);
	assert_taps(&ui, "welcome-unserved", "welcome.give_up", ACTION_GIVE_UP, 0);
	assert_taps(&ui, "help", "help.over", ACTION_ERASE, 0);
	assert_taps(&ui, "service", "service.help", ACTION_HELP, 0);
	assert_taps(&ui, "service", "service.group", ACTION_GROUP, 0);
	assert_taps(&ui, "group", "group.more10", ACTION_COUNT, 10);
	assert_taps(&ui, "group", "group.minus", ACTION_COUNT, -1);
	assert_taps(&ui, "guest-name-missing", "guest.known", ACTION_CONTACT, 0);
	assert_taps(&ui, "known-filled", "guest.known", ACTION_NONE, 0);
	assert_taps(&ui, "contact", "key.a", ACTION_TYPED, 0);
	assert_taps(&ui, "known", "known.yes", ACTION_CONTINUE, 0);
	assert_taps(&ui, "known", "known.no", ACTION_OTHERWISE, 0);
	assert_taps(&ui, "known", "kiosk.back", ACTION_BACK, 0);
	assert_taps(&ui, "known", "kiosk.help", ACTION_HELP, 0);
	assert_taps(&ui, "unknown", "known.again", ACTION_OTHERWISE, 0);
	assert_taps(&ui, "unknown", "known.new", ACTION_CONTINUE, 0);
	assert_taps(&ui, "unknown-last", "known.again", ACTION_NONE, 0);
	assert_taps(&ui, "own", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "gone", "gone.done", ACTION_DONE, 0);
	assert_taps(&ui, "help", "help.back", ACTION_BACK, 0);
	assert_taps(&ui, "help-ended", "help.done", ACTION_DONE, 0);
	assert_taps(&ui, "reception", "reception.done", ACTION_DONE, 0);
	assert_taps(&ui, "ticket-first", "ticket.sign", ACTION_SIGN, 0);
	assert_taps(&ui, "ticket-printed", "ticket.sign", ACTION_NONE, 0);
	assert_taps(&ui, "signed", "signed.done", ACTION_DONE, 0);
	assert_taps(&ui, "silent", "refused.again", ACTION_AGAIN, 0);
	assert_taps(&ui, "silent", "refused.home", ACTION_DONE, 0);
	golden_finish(&ui);
}

static void test_taps_are_actions(void **state)
{
	struct ui ui;
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	assert_taps(&ui, "welcome", "welcome.take", ACTION_START, 0);
	assert_taps(&ui, "welcome", "welcome.appointment", ACTION_APPOINTMENT, 0);
	assert_taps(&ui, "welcome", "kiosk.language.1", ACTION_LANGUAGE, OFFICE_ENGLISH);
	assert_taps(&ui, "welcome", "kiosk.language.0", ACTION_NONE, 0);
	assert_taps(&ui, "welcome", "kiosk.access", ACTION_ADJUST, 0);
	assert_taps(&ui, "welcome-closed", "welcome.take", ACTION_NONE, 0);
	assert_taps(&ui, "welcome-closed", "welcome.appointment", ACTION_NONE, 0);
	assert_taps(&ui, "welcome-no-store", "welcome.take", ACTION_NONE, 0);
	assert_taps(&ui, "service", "service.DTSEN", ACTION_SERVICE, 4);
	assert_taps(&ui, "service", "service.priority", ACTION_PRIORITY, 0);
	assert_taps(&ui, "service", "kiosk.back", ACTION_BACK, 0);
	assert_taps(&ui, "service-paged", "service.PPID", ACTION_SERVICE, 6);
	assert_taps(&ui, "service-paged", "service.more", ACTION_PAGE, 0);
	assert_taps(&ui, "notice", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "guest-contact", "guest.phone", ACTION_FOCUS, 0);
	assert_taps(&ui, "guest-contact", "guest.no_email", ACTION_NO_EMAIL, 0);
	assert_taps(&ui, "guest-contact-sale", "guest.no_email", ACTION_NONE, 0);
	assert_taps(&ui, "guest-contact", "key.a", ACTION_TYPED, 0);
	assert_taps(&ui, "guest-full", "key.a", ACTION_REFUSED, 0);
	assert_taps(&ui, "guest-about", "guest.age_band.7", ACTION_CHOOSE, 7);
	assert_taps(&ui, "guest-occupation", "guest.occupation.7", ACTION_CHOOSE, 7);
	assert_taps(&ui, "guest-institution", "guest.institution_kind.9", ACTION_CHOOSE, 9);
	assert_taps(&ui, "guest-needs", "guest.needs.4", ACTION_CHOOSE, 4);
	assert_taps(&ui, "guest-needs", "guest.party_female.plus", ACTION_COUNT, 1);
	assert_taps(&ui, "guest-needs", "guest.party_female.minus", ACTION_COUNT, -1);
	assert_taps(&ui, "issuing", "kiosk.continue", ACTION_NONE, 0);
	assert_taps(&ui, "code", "key.a", ACTION_TYPED, 0);
	assert_taps(&ui, "code", "kiosk.back", ACTION_BACK, 0);
	assert_taps(&ui, "code-wrong", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "code-full", "key.a", ACTION_REFUSED, 0);
	assert_taps(&ui, "code-asking", "kiosk.continue", ACTION_NONE, 0);
	assert_taps(&ui, "ticket-printed", "ticket.done", ACTION_DONE, 0);
	assert_taps(&ui, "trouble-paper", "ticket.more", ACTION_MORE_TIME, 0);
	assert_taps(&ui, "trouble-paper", "ticket.done", ACTION_DONE, 0);
	assert_taps(&ui, "service-closed", "service.KONS", ACTION_NONE, 0);
	assert_taps(&ui, "service-closed", "service.JUAL", ACTION_NONE, 0);
	assert_taps(&ui, "service-closed", "service.REKOM", ACTION_SERVICE, 3);
	assert_taps(&ui, "welcome-holiday", "welcome.take", ACTION_NONE, 0);
	assert_taps(&ui, "welcome-day-closed", "welcome.take", ACTION_NONE, 0);
	assert_taps(&ui, "welcome-late-holiday", "welcome.take", ACTION_START, 0);
	assert_taps(&ui, "refused-closed", "refused.home", ACTION_DONE, 0);
	assert_taps(&ui, "refused-day", "refused.another", ACTION_NONE, 0);
	assert_taps(&ui, "refused-full", "refused.another", ACTION_BACK, 0);
	assert_taps(&ui, "refused-full", "refused.home", ACTION_DONE, 0);
	assert_taps(&ui, "idle", "idle.stay", ACTION_STAY, 0);
	assert_taps(&ui, "idle", "idle.erase", ACTION_ERASE, 0);
	assert_taps(&ui, "idle", "kiosk.continue", ACTION_NONE, 0); /* under the dialog */
	golden_finish(&ui);
}

/* One of two invitations ends while a finger is on it: the other one, which takes its place, is not
 * meant. */
static void test_an_invitation_that_ends_under_a_finger(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("welcome-invited-two", &stage);
	draw(&ui, &stage, NULL);
	const struct ui_spot *spot = NULL;
	for (size_t i = 0; i < ui.spot_count; i++) {
		spot = strcmp(ui.spots[i].id, "welcome.invited.K007") == 0 ? &ui.spots[i] : spot;
	}
	assert_non_null(spot);
	struct ui_event event = {.kind = UI_DOWN, .x = spot->rect.x + 20, .y = spot->rect.y + 20};
	assert_int_equal(draw(&ui, &stage, &event).kind, ACTION_NONE);
	stage.view.served_count = 1; /* of JS1041 */
	event.kind = UI_UP;
	assert_int_equal(draw(&ui, &stage, &event).kind, ACTION_NONE);
	/* The same press on the one that is there is its own. */
	event.kind = UI_DOWN;
	draw(&ui, &stage, &event);
	event.kind = UI_UP;
	const struct action action = draw(&ui, &stage, &event);
	assert_int_equal(action.kind, ACTION_INVITED);
	assert_string_equal(action.number, "JS1041");
	golden_finish(&ui);
}

static void test_taps_on_ratings_and_complaints_are_actions(void **state)
{
	struct ui ui;
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	assert_taps(&ui, "welcome", "welcome.rate", ACTION_RATE, 0);
	assert_taps(&ui, "welcome", "welcome.complain", ACTION_COMPLAIN, 0);
	assert_taps(&ui, "welcome-closed", "welcome.rate", ACTION_RATE, 0);
	assert_taps(&ui, "welcome", "welcome.invited.K007", ACTION_NONE, 0);
	assert_taps(&ui, "welcome-invited", "welcome.invited.K007", ACTION_INVITED, 0);
	assert_taps(&ui, "number", "number.K", ACTION_TYPED, 0);
	assert_taps(&ui, "number", "number.7", ACTION_TYPED, 0);
	assert_taps(&ui, "number", "number.erase", ACTION_NONE, 0);
	assert_taps(&ui, "number-typed", "number.erase", ACTION_TYPED, 0);
	assert_taps(&ui, "number-typed", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "number-asking", "number.7", ACTION_NONE, 0);
	assert_taps(&ui, "number-asking", "kiosk.continue", ACTION_NONE, 0);
	assert_taps(&ui, "rating", "rating.1", ACTION_ANSWER, 1);
	assert_taps(&ui, "rating", "rating.4", ACTION_ANSWER, 4);
	assert_taps(&ui, "rating", "rating.skip", ACTION_SKIP, 0);
	assert_taps(&ui, "rating", "kiosk.back", ACTION_BACK, 0);
	assert_taps(&ui, "rating-ten", "rating.10", ACTION_ANSWER, 10);
	assert_taps(&ui, "thanks", "thanks.done", ACTION_DONE, 0);
	assert_taps(&ui, "thanks", "thanks.more", ACTION_COMPLAIN, 0);
	assert_taps(&ui, "complaint", "complaint.kind.1", ACTION_KIND, COMPLAINT_COMPLAINT);
	assert_taps(&ui, "complaint", "complaint.staff", ACTION_TOPIC, COMPLAINT_STAFF);
	assert_taps(&ui, "complaint", "complaint.elsewhere", ACTION_ELSEWHERE, 0);
	assert_taps(&ui, "complaint-words", "key.a", ACTION_TYPED, 0);
	assert_taps(&ui, "complaint-full", "key.a", ACTION_REFUSED, 0);
	assert_taps(&ui, "complaint-typed", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "complaint-reply", "kiosk.continue", ACTION_CONTINUE, 0);
	assert_taps(&ui, "filed", "filed.more", ACTION_MORE_TIME, 0);
	assert_taps(&ui, "filed", "filed.done", ACTION_DONE, 0);
	golden_finish(&ui);
}

static void test_any_key_or_tap_ends_the_idle_warning(void **state)
{
	struct ui ui;
	struct stage stage;
	const struct ui_event key = {.kind = UI_KEY, .text = "x"};
	const struct ui_event down = {.kind = UI_DOWN, .x = 100, .y = 100};
	const struct ui_event up = {.kind = UI_UP, .x = 100, .y = 100};
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("idle", &stage);
	assert_int_equal(draw(&ui, &stage, NULL).kind, ACTION_NONE);
	assert_int_equal(draw(&ui, &stage, &key).kind, ACTION_STAY);
	assert_int_equal(draw(&ui, &stage, &down).kind, ACTION_NONE);
	assert_int_equal(draw(&ui, &stage, &up).kind, ACTION_STAY);
	golden_finish(&ui);
}

static void test_typing_fills_the_field_in_place(void **state)
{
	struct ui ui;
	struct stage stage;
	const struct ui_event letter = {.kind = UI_TEXT, .text = "S"};
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("guest-name", &stage);
	assert_int_equal(draw(&ui, &stage, &letter).kind, ACTION_TYPED);
	assert_int_equal(tap(&ui, &stage, "key.i").kind, ACTION_TYPED);
	assert_string_equal(stage.journey.visit.guest.name, "Si");
	assert_int_equal(tap(&ui, &stage, "key.backspace").kind, ACTION_TYPED);
	assert_string_equal(stage.journey.visit.guest.name, "S");
	golden_finish(&ui);
}

static void test_a_code_is_typed_in_capitals(void **state)
{
	struct ui ui;
	struct stage stage;
	const struct ui_event letter = {.kind = UI_TEXT, .text = "k"};
	const struct ui_event enter = {.kind = UI_KEY, .text = "return"};
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("code", &stage);
	assert_int_equal(draw(&ui, &stage, &letter).kind, ACTION_TYPED);
	assert_int_equal(tap(&ui, &stage, "key.7").kind, ACTION_TYPED);
	assert_int_equal(tap(&ui, &stage, "key.q").kind, ACTION_TYPED);
	assert_string_equal(stage.journey.visit.code, "K7Q");
	assert_int_equal(draw(&ui, &stage, &enter).kind, ACTION_CONTINUE);
	golden_finish(&ui);
}

static void press_key(struct ui *ui, struct stage *stage, enum ui_event_kind kind, const char *key,
	enum action_kind wanted)
{
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), key);
	assert_int_equal(draw(ui, stage, &event).kind, wanted);
}

/* A keyboard types the number as it is on the ticket; the screen's letters take its place. */
static void test_a_number_is_typed_by_keys(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("number", &stage);
	const char *typed = stage.journey.visit.rate.typed;
	press_key(&ui, &stage, UI_TEXT, "p", ACTION_TYPED);
	press_key(&ui, &stage, UI_TEXT, "s", ACTION_TYPED);
	press_key(&ui, &stage, UI_TEXT, "7", ACTION_TYPED);
	press_key(&ui, &stage, UI_TEXT, "!", ACTION_NONE);
	assert_string_equal(typed, "PS7");
	assert_int_equal(tap(&ui, &stage, "number.J").kind, ACTION_TYPED);
	assert_string_equal(typed, "J7");
	press_key(&ui, &stage, UI_KEY, "backspace", ACTION_TYPED);
	assert_string_equal(typed, "J");
	press_key(&ui, &stage, UI_KEY, "return", ACTION_CONTINUE);
	golden_finish(&ui);
}

static void test_the_keypad_answers(void **state)
{
	struct ui ui;
	struct stage stage;
	const struct ui_event three = {.kind = UI_KEY, .text = "3"};
	const struct ui_event zero = {.kind = UI_KEY, .text = "0"};
	(void)state;
	golden_start(&ui, "id", WIDTH, HEIGHT);
	scene_arrange("rating", &stage);
	struct action action = draw(&ui, &stage, &three);
	assert_int_equal(action.kind, ACTION_ANSWER);
	assert_int_equal(action.value, 3);
	assert_int_equal(draw(&ui, &stage, &zero).kind, ACTION_NONE);
	scene_arrange("rating-ten", &stage);
	action = draw(&ui, &stage, &zero);
	assert_int_equal(action.kind, ACTION_ANSWER);
	assert_int_equal(action.value, 10);
	golden_finish(&ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_in_indonesian),
		cmocka_unit_test(test_every_state_in_english),
		cmocka_unit_test(test_taps_are_actions),
		cmocka_unit_test(test_a_touch_gives_more_time),
		cmocka_unit_test(test_taps_on_other_ways),
		cmocka_unit_test(test_an_invitation_that_ends_under_a_finger),
		cmocka_unit_test(test_taps_on_ratings_and_complaints_are_actions),
		cmocka_unit_test(test_any_key_or_tap_ends_the_idle_warning),
		cmocka_unit_test(test_typing_fills_the_field_in_place),
		cmocka_unit_test(test_a_code_is_typed_in_capitals),
		cmocka_unit_test(test_a_number_is_typed_by_keys),
		cmocka_unit_test(test_the_keypad_answers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
