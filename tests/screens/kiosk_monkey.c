#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/book.h"
#include "app/kiosk/screen.h"
#include "app/kiosk/ways.h"
#include "tests/screens/kiosk_monkey_zoo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Ten thousand random taps, drags, touches with two fingers, keys and scans from a seed, on the
 * screens with a real desk behind: nothing breaks, there is a way back from every state, and
 * nothing that a visitor typed is left when the visit is over. Then a part of it on every other
 * form of screen, and by keypad alone. GILIRAN_SEED=N plays another game,
 * GILIRAN_GAME=forms the second part.
 */
enum { ACTS = 10000, MOST_ACTS = 80000, ACTS_A_FORM = 400, SEED = 20261123 };

static const char marker[] = KIOSK_MARKER;

/* ---- frames, as kiosk.c makes them ---- */

static void corner_or_visitor(struct zoo *zoo, enum journey_wish *out_wish)
{
	struct ui *ui = &zoo->ui;
	struct journey *journey = &zoo->stage.journey;
	struct lobby *lobby = &zoo->stage.lobby;
	*out_wish = JOURNEY_NOTHING;
	if (zoo->corner.page != CORNER_SHUT) {
		if (ui->event.kind != UI_NONE) {
			corner_touch(&zoo->corner, lobby->ticks_ms);
		}
		struct corner_action action = corner_frame(ui, lobby, journey, &zoo->corner);
		zoo_grant(zoo, corner_act(&zoo->corner, &action, lobby->ticks_ms));
		corner_dim(ui, &zoo->corner);
		return;
	}
	if (guard_swallows(&zoo->guard, &journey->visit, &ui->event, lobby->ticks_ms)) {
		ui->event.kind = UI_NONE;
	}
	struct action action = screen_frame(ui, lobby, journey);
	*out_wish = journey_act(journey, lobby, &action);
	if (journey->visit.screen == JOURNEY_WELCOME && lobby->store == RESULT_OK) {
		zoo_grant(zoo, corner_knock(&zoo->corner, ui, lobby->ticks_ms));
	}
	corner_dim(ui, &zoo->corner);
}

enum journey_wish zoo_frame(struct zoo *zoo, const struct ui_event *event)
{
	struct ui *ui = &zoo->ui;
	struct journey *journey = &zoo->stage.journey;
	struct lobby *lobby = &zoo->stage.lobby;
	enum journey_wish wish;
	journey_tick(journey, lobby);
	corner_tick(&zoo->corner, lobby->ticks_ms);
	ui->ticks_ms = lobby->ticks_ms;
	ui_begin(ui, event);
	if (ui->event.kind != UI_NONE) {
		journey_touch(journey, lobby);
	}
	ui->language = zoo->languages[journey->language];
	ui->theme = journey->contrast ? &theme_contrast : &theme_light;
	corner_or_visitor(zoo, &wish);
	ui_end(ui);
	return wish;
}

/* An event, the desk's answer some time later, and the frame that shows what came of it. */
static void send(struct zoo *zoo, const struct ui_event *event)
{
	enum journey_wish wish = zoo_frame(zoo, event);
	zoo->typed += event->kind == UI_TEXT && event->text[0] == marker[0];
	if (wish == JOURNEY_RATE || wish == JOURNEY_ANSWER || wish == JOURNEY_RATED) {
		zoo_rate(zoo, wish);
	} else if (wish == JOURNEY_FILE) {
		zoo_file(zoo);
	} else if (wish >= JOURNEY_SIGN &&
		   (wish == JOURNEY_WITHDRAW_HELP || monkey_chance(&zoo->monkey, 2))) {
		zoo_answer_way(zoo, wish);
	} else if (wish == JOURNEY_ISSUE && monkey_chance(&zoo->monkey, 2)) {
		zoo_answer(zoo);
	}
	if (event->kind != UI_TEXT || zoo->ui.modal) {
		zoo_frame(zoo, NULL);
	}
}

/* ---- what happens to the kiosk ---- */

static void pass(struct zoo *zoo, int64_t ms)
{
	struct lobby *lobby = &zoo->stage.lobby;
	lobby->ticks_ms += ms;
	lobby->now_ms += ms;
	journey_tick(&zoo->stage.journey, lobby);
}

static void send_all(struct zoo *zoo, const struct monkey_move *move)
{
	for (int i = 0; i < move->count; i++) {
		pass(zoo, move->wait_ms[i]);
		send(zoo, &move->events[i]);
	}
}

/* A finger on the part, or the keypad's way to it. */
static void press(struct zoo *zoo, const char *id)
{
	struct ui_event event = {.kind = UI_KEY};
	struct monkey_move move;
	if (!monkey_press_id(&zoo->ui, id, &move)) {
		return;
	}
	if (!zoo->keypad_only) {
		send_all(zoo, &move);
		return;
	}
	text_copy(event.text, sizeof(event.text), "tab");
	for (int i = 0; i <= UI_SPOTS && !ui_focused(&zoo->ui, id); i++) {
		send(zoo, &event);
	}
	text_copy(event.text, sizeof(event.text), "return");
	send(zoo, &event);
}

static bool press_one(struct zoo *zoo, const char *begin)
{
	char id[UI_ID_SIZE];
	bool found = monkey_choose(&zoo->monkey, &zoo->ui, begin, id);
	if (found) {
		press(zoo, id);
	}
	return found;
}

static void type_marker(struct zoo *zoo)
{
	const enum keyboard_layout layout = zoo->stage.journey.visit.keyboard.layout;
	const char *text = layout == KEYBOARD_PHONE    ? ZOO_DIGITS
			   : layout == KEYBOARD_DIGITS ? "1985"
			   : layout == KEYBOARD_EMAIL  ? KIOSK_MARKER "@a.id"
						       : marker;
	for (const char *letter = text; *letter != '\0'; letter++) {
		struct ui_event event = {.kind = UI_TEXT, .text = {*letter}};
		char key[] = {'k', 'e', 'y', '.', *letter, '\0'};
		if (!zoo->keypad_only || text[0] != marker[0]) { /* a keypad has digits */
			send(zoo, &event);
		} else if (monkey_finds(&zoo->ui, key)) {
			zoo->typed += letter == text;
			press(zoo, key);
		}
	}
}

/* Five times on the mark: staff. */
static void knock(struct zoo *zoo)
{
	for (int i = 0; i < CORNER_TAPS && !zoo->keypad_only; i++) {
		struct ui_event down = {.kind = UI_DOWN, .x = 24, .y = 24}, up = down;
		up.kind = UI_UP;
		pass(zoo, 500); /* later than the second of a double tap */
		send(zoo, &down);
		send(zoo, &up);
	}
}

/* Somebody who knows the PIN. */
static void sign_in(struct zoo *zoo)
{
	for (int i = 0; i < 4 && zoo->corner.page == CORNER_PIN; i++) {
		pass(zoo, 500);
		press(zoo, "corner.2");
	}
	pass(zoo, 500);
	if (!monkey_finds(&zoo->ui, "corner.enter") || monkey_chance(&zoo->monkey, 4)) {
		(void)press_one(zoo, "corner.");
	} else {
		press(zoo, "corner.enter");
	}
}

/* What is there already would only be spoiled. */
static bool has_empty_field(const struct zoo *zoo)
{
	struct journey journey = zoo->stage.journey;
	size_t size;
	const char *text = guest_text(&journey.visit.guest, journey.visit.focus, &size);
	bool empty = book_is_typing(&journey, &zoo->stage.lobby) && text != NULL && text[0] == '\0';
	memory_wipe(&journey, sizeof(journey));
	return empty;
}

/* A visitor who knows what to do, so that the random ones do not all stay at the door. */
static void do_right(struct zoo *zoo)
{
	const struct visit *visit = &zoo->stage.journey.visit;
	if (zoo->corner.page != CORNER_SHUT) {
		sign_in(zoo);
		return;
	}
	if (visit->screen == JOURNEY_WELCOME && monkey_chance(&zoo->monkey, 12)) {
		knock(zoo);
		return;
	}
	if (ways_is_typing(visit) || has_empty_field(zoo)) {
		type_marker(zoo);
	}
	while (monkey_finds(&zoo->ui, "guest.item")) {
		press(zoo, "guest.item");
		monkey_see(&zoo->stage.journey, &zoo->stage.lobby, zoo->asked);
		pass(zoo, 500);
		type_marker(zoo);
	}
	for (int i = 0; i < 8; i++) {
		(void)press_one(zoo, "guest.");
	}
	pass(zoo, 500);
	if (monkey_finds(&zoo->ui, "kiosk.continue")) {
		press(zoo, "kiosk.continue");
		return;
	}
	static const char *const wanted[] = {"service.", "known.", "rating.", "welcome.invited",
		"ticket.sign", "standards.pledge", "welcome.take"};
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		if (press_one(zoo, wanted[i])) {
			return;
		}
	}
}

/* Somebody who has had enough. */
static void go_home(struct zoo *zoo)
{
	enum { STEPS = 12 };
	static const char *const ways[] = {"idle.erase", "kiosk.back", "help.back", "known.no",
		"ticket.done", "refused.home", "thanks.done", "filed.done"};
	for (int i = 0; i < STEPS && zoo->stage.journey.visit.screen != JOURNEY_WELCOME; i++) {
		for (size_t j = 0; j < sizeof(ways) / sizeof(ways[0]); j++) {
			pass(zoo, 500);
			press(zoo, ways[j]);
		}
	}
}

/* The office changes its questions while a visitor is answering them. */
static void ask_otherwise(struct zoo *zoo)
{
	struct office *office = memory_zeroed(1, sizeof(*office));
	*office = *desk_office(zoo->desk);
	monkey_question(&zoo->monkey, office);
	assert_int_equal(desk_set_questions(zoo->desk, office), RESULT_OK);
	free(office);
	zoo_look(zoo);
	book_follow(&zoo->stage.journey, &zoo->stage.lobby);
}

/* News of the slip, of the printer, of the store, of another day, of other questions. */
static void change_the_world(struct zoo *zoo)
{
	struct lobby *lobby = &zoo->stage.lobby;
	struct monkey *monkey = &zoo->monkey;
	switch (monkey_below(monkey, 7)) {
	case 5: zoo_serve(zoo); break;
	case 4: ask_otherwise(zoo); break;
	case 0:
		stage_slip(&zoo->stage, (enum print_state)monkey_below(monkey, PRINT_FAILED + 1),
			monkey_chance(monkey, 2) ? RESULT_OK : RESULT_PAPER_OUT);
		break;
	case 1: lobby->printer = monkey_chance(monkey, 2) ? RESULT_OK : RESULT_PAPER_OUT; break;
	case 2: lobby->store = monkey_chance(monkey, 5) ? RESULT_STORE_FAILED : RESULT_OK; break;
	case 3: lobby->prints = !monkey_chance(monkey, 5); break;
	default: {
		struct instant now;
		desk_now(zoo->desk, &now);
		lobby->now_ms = now.office_ms + monkey_below(monkey, 7) * INT64_C(3600000);
		break;
	}
	}
	zoo_frame(zoo, NULL);
}

static void scan(struct zoo *zoo)
{
	static const char *const codes[] = {
		"JANJI:K7Q2MZ", "zqxjkv", "\x1d\x02garbage", "", "K7Q2MZ", "K001", NULL};
	const char *code = codes[monkey_below(&zoo->monkey, sizeof(codes) / sizeof(codes[0]))];
	enum journey_wish wish = journey_scan(&zoo->stage.journey, &zoo->stage.lobby, code);
	if (wish == JOURNEY_ISSUE) {
		zoo_answer(zoo);
	} else if (wish == JOURNEY_RATE) {
		zoo_rate(zoo, wish);
	}
	zoo_frame(zoo, NULL);
}

/* What is done next. Now and then somebody comes who does what is right for a while: the last pages
 * of a long guest book are met by nobody else. */
static int throw_dice(struct zoo *zoo)
{
	enum { RARE = 150, STREAK = 30, RIGHT = 1 };
	if (zoo->diligent == 0 && monkey_chance(&zoo->monkey, RARE)) {
		zoo->diligent = STREAK;
	}
	int dice = (int)monkey_below(&zoo->monkey, 100);
	if (zoo->diligent > 0) {
		zoo->diligent--;
		dice = RIGHT;
	}
	return dice;
}

static void act(struct zoo *zoo)
{
	struct monkey_move move;
	bool was_away = zoo->stage.journey.visit.screen != JOURNEY_WELCOME;
	int dice = throw_dice(zoo);
	const struct visit *visit = &zoo->stage.journey.visit;
	if (!was_away && monkey_chance(&zoo->monkey, 4)) { /* as this form's visitors like it */
		zoo->stage.journey.large = zoo->form->large;
		zoo->stage.journey.low = zoo->form->low;
	}
	if (visit->issuing && monkey_chance(&zoo->monkey, 2)) {
		if (visit->ways.wish >= JOURNEY_SIGN) {
			zoo_answer_way(zoo, visit->ways.wish);
		} else {
			zoo_answer(zoo);
		}
	}
	if (dice < 1) {
		go_home(zoo);
	} else if (dice < 30) {
		do_right(zoo);
	} else if (dice < 34) {
		type_marker(zoo);
	} else if (dice < 38) {
		change_the_world(zoo);
	} else if (dice < 41 && zoo->corner.page == CORNER_SHUT) {
		scan(zoo);
	} else if (dice < 43) {
		pass(zoo, 1000 * (int64_t)monkey_below(&zoo->monkey, 120));
		zoo_frame(zoo, NULL);
	} else {
		if (zoo->keypad_only) {
			monkey_keypad(&zoo->monkey, &move);
		} else {
			monkey_move(&zoo->monkey, &zoo->ui, &move);
		}
		send_all(zoo, &move);
	}
	zoo->visits += was_away && zoo->stage.journey.visit.screen == JOURNEY_WELCOME;
}

/* ---- the game ---- */

static void open_zoo(struct zoo *zoo, const struct form *form, bool keypad_only, uint64_t seed)
{
	static const char *const codes[] = {"id", "en"};
	char texts[1024];
	*zoo = (struct zoo){.form = form, .keypad_only = keypad_only, .monkey = {seed}};
	stage_init(&zoo->stage, 10, 13);
	zoo->stage.journey.voice = true;
	zoo->corner.may_shut_down = true;
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		zoo->languages[i] = language_open(texts, codes[i]);
		assert_non_null(zoo->languages[i]);
	}
	ui_init(&zoo->ui);
	zoo->ui.measure = monkey_measure;
	zoo->ui.width = form->width;
	zoo->ui.height = form->height;
	zoo->ui.ppm = form->ppm;
	zoo->ui.keypad = true;
	zoo->desk = monkey_open_desk(zoo->folder);
	assert_int_equal(desk_read_standards(zoo->desk, &zoo->stage.standards), RESULT_OK);
	zoo->stage.lobby.standards = &zoo->stage.standards;
	zoo_look(zoo);
	zoo_frame(zoo, NULL);
}

static void close_zoo(struct zoo *zoo)
{
	print_message("%s%s: %d acts, %d visits, %d tickets, %d refusals, %d ratings, marker begun "
		      "%d times\n",
		zoo->form->name, zoo->keypad_only ? " by keypad" : "", zoo->acts, zoo->visits,
		zoo->tickets, zoo->refusals, zoo->rated, zoo->typed);
	monkey_close_desk(zoo->folder, zoo->desk);
	ui_finish(&zoo->ui);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		language_close(zoo->languages[i]);
	}
	free(zoo);
}

static uint64_t seed_of_the_day(void)
{
	const char *chosen = getenv("GILIRAN_SEED");
	uint64_t seed = chosen != NULL ? strtoull(chosen, NULL, 10) : SEED;
	print_message("seed %llu\n", (unsigned long long)seed);
	return seed;
}

static void play(struct zoo *zoo)
{
	act(zoo);
	zoo_check(zoo);
	zoo->acts++;
}

/* A game that stays at the door proves nothing: with bad luck it goes on for a while. */
static void test_ten_thousand_acts(void **state)
{
	(void)state;
	struct zoo *zoo = memory_zeroed(1, sizeof(*zoo));
	open_zoo(zoo, &forms[0], false, seed_of_the_day());
	char missing[64] = "";
	bool met = false;
	while (zoo->acts < ACTS || (zoo->acts < MOST_ACTS && !met)) {
		play(zoo);
		met = monkey_has_met_all(zoo->seen, zoo->asked, missing, sizeof(missing));
	}
	if (!met) {
		fail_msg("never met: %s", missing);
	}
	assert_true(zoo->tickets >= 10 && zoo->refusals >= 5 && zoo->visits >= 40);
	assert_true(zoo->rated >= 1);
	assert_true(zoo->seen_corner[CORNER_PIN] && zoo->seen_corner[CORNER_MENU]);
	close_zoo(zoo);
}

/* Somebody has typed and gone, or the game goes on. */
static bool is_played(const struct zoo *zoo)
{
	return zoo->acts >= ACTS_A_FORM && zoo->typed > 0 && zoo->visits > 2;
}

static void test_every_form(void **state)
{
	(void)state;
	uint64_t seed = seed_of_the_day();
	for (int i = 1; i <= FORMS; i++) { /* the last is the first's by keypad */
		struct zoo *zoo = memory_zeroed(1, sizeof(*zoo));
		open_zoo(zoo, &forms[i % FORMS], i == FORMS, seed + (uint64_t)i);
		while (zoo->acts < MOST_ACTS && !is_played(zoo)) {
			play(zoo);
		}
		assert_true(is_played(zoo));
		close_zoo(zoo);
	}
}

int main(void)
{
	const struct CMUnitTest game[] = {cmocka_unit_test(test_ten_thousand_acts)};
	const struct CMUnitTest forms_game[] = {cmocka_unit_test(test_every_form)};
	const char *wanted = getenv("GILIRAN_GAME");
	if (wanted != NULL && strcmp(wanted, "forms") == 0) {
		return cmocka_run_group_tests(forms_game, NULL, NULL);
	}
	return cmocka_run_group_tests(game, NULL, NULL);
}
