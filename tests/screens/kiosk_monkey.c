#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/feedback.h"
#include "app/kiosk/book.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/guard.h"
#include "app/kiosk/rate.h"
#include "app/kiosk/screen.h"
#include "app/kiosk/token.h"
#include "app/kiosk/ways.h"
#include "tests/screens/kiosk_monkey_desk.h"
#include "tests/screens/kiosk_monkey_hand.h"
#include "tests/screens/kiosk_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/*
 * Ten thousand random taps, drags, touches with two fingers, keys and scans from a seed, on the
 * screens with a real desk behind: nothing breaks, there is a way back from every state, and
 * nothing that a visitor typed is left when the visit is over. GILIRAN_SEED=N plays another game.
 */
enum {
	ACTS = 10000,
	MOST_ACTS = 80000,
	SEED = 20261123,
	WIDTH = 1280,
	HEIGHT = 720,
	HOPS = 400,
	BACKS = 24
};

static const char marker[] = KIOSK_MARKER;
static const char digits_marker[] = "08155501993";

struct zoo {
	struct ui ui;
	struct stage stage;
	struct guard guard;
	struct monkey monkey;
	struct language *languages[OFFICE_LANGUAGES];
	char folder[MONKEY_FOLDER];
	struct desk *desk;
	int acts, visits, tickets, refusals, typed;
	bool seen[JOURNEY_SCREENS];
	bool asked[GUEST_FIELDS];
};

/* ---- the store behind ---- */

static void look(struct zoo *zoo)
{
	assert_int_equal(desk_view(zoo->desk, 0, &zoo->stage.view), RESULT_OK);
	/* Another office each time nobody is here. */
	bool first = zoo->stage.office.ticket_first;
	bool reception = zoo->stage.office.services[0].reception;
	if (zoo->stage.journey.visit.screen == JOURNEY_WELCOME) {
		first = monkey_chance(&zoo->monkey, 3);
		reception = monkey_chance(&zoo->monkey, 2);
	}
	zoo->stage.office = *desk_office(zoo->desk);
	zoo->stage.office.ticket_first = first;
	zoo->stage.office.services[0].reception = reception;
	zoo->stage.lobby.office = &zoo->stage.office;
}

static void answer(struct zoo *zoo)
{
	struct ticket ticket = {0};
	enum result result = monkey_ask_desk(&zoo->monkey, zoo->desk, &zoo->stage, &ticket);
	while (journey_answer(&zoo->stage.journey, &zoo->stage.lobby, result, &ticket) ==
		JOURNEY_ISSUE) {
		result = monkey_ask_desk(&zoo->monkey, zoo->desk, &zoo->stage, &ticket);
	}
	zoo->tickets += result == RESULT_OK;
	zoo->refusals += result != RESULT_OK;
	look(zoo);
}

/* A complaint is filed at once, or the desk has its troubles. */
static void file_complaint(struct zoo *zoo)
{
	struct journey *journey = &zoo->stage.journey;
	struct desk_request request;
	char receipt[COMPLAINT_CODE_SIZE] = "";
	complain_request(journey, &request);
	enum result result = monkey_chance(&zoo->monkey, 4)
				     ? RESULT_STORE_FULL
				     : desk_complain(zoo->desk, &request.complaint, receipt);
	memory_wipe(&request, sizeof(request));
	while (complain_answered(journey, &zoo->stage.lobby, result, receipt) == JOURNEY_FILE) {
		result = RESULT_STORE_FAILED;
	}
}

/* Nobody has been served on this day, so that no number can be rated. */
static void ask_rating(struct zoo *zoo)
{
	struct journey *journey = &zoo->stage.journey;
	struct desk_request request;
	struct desk_rating rating = {0};
	rate_request(journey, &zoo->stage.lobby, JOURNEY_RATE, &request);
	enum result result =
		desk_rate(zoo->desk, request.rating.number, request.instrument, &rating);
	assert_int_not_equal(result, RESULT_OK);
	while (rate_answered(journey, &zoo->stage.lobby, result, &rating) == JOURNEY_RATE) {
		result = RESULT_STORE_FAILED;
	}
}

static void answer_way(struct zoo *zoo, enum journey_wish wish)
{
	struct journey *journey = &zoo->stage.journey;
	struct desk_request request;
	struct desk_message message;
	while (wish != JOURNEY_NOTHING) {
		if (journey->visit.token[0] == '\0' && journey->visit.issuing) {
			token_make(journey->visit.token);
		}
		ways_request(journey, &zoo->stage.lobby, wish, &request);
		memset(&message, 0, sizeof(message));
		message.act = request.act;
		message.result = monkey_ask_way(&zoo->monkey, zoo->desk, &request, &message);
		memory_wipe(&request, sizeof(request));
		wish = ways_answered(journey, &zoo->stage.lobby, &message);
		memory_wipe(&message, sizeof(message));
	}
	look(zoo);
	ways_look(journey, &zoo->stage.lobby, "kiosk-1");
}

/* ---- frames, as kiosk.c makes them ---- */

static enum journey_wish frame(struct zoo *zoo, const struct ui_event *event)
{
	struct ui *ui = &zoo->ui;
	struct journey *journey = &zoo->stage.journey;
	struct lobby *lobby = &zoo->stage.lobby;
	journey_tick(journey, lobby);
	ui->ticks_ms = lobby->ticks_ms;
	ui_begin(ui, event);
	if (ui->event.kind != UI_NONE) {
		journey_touch(journey, lobby);
	}
	if (guard_swallows(&zoo->guard, &journey->visit, &ui->event, lobby->ticks_ms)) {
		ui->event.kind = UI_NONE;
	}
	ui->language = zoo->languages[journey->language];
	ui->theme = journey->contrast ? &theme_contrast : &theme_light;
	struct action action = screen_frame(ui, lobby, journey);
	enum journey_wish wish = journey_act(journey, lobby, &action);
	ui_end(ui);
	return wish;
}

/* An event, the desk's answer some time later, and the frame that shows what came of it. */
static void send(struct zoo *zoo, const struct ui_event *event)
{
	enum journey_wish wish = frame(zoo, event);
	zoo->typed += event->kind == UI_TEXT && event->text[0] == marker[0];
	if (wish == JOURNEY_RATE) {
		ask_rating(zoo);
	} else if (wish == JOURNEY_FILE) {
		file_complaint(zoo);
	} else if (wish >= JOURNEY_SIGN &&
		   (wish == JOURNEY_WITHDRAW_HELP || monkey_chance(&zoo->monkey, 2))) {
		answer_way(zoo, wish);
	} else if (wish == JOURNEY_ISSUE && monkey_chance(&zoo->monkey, 2)) {
		answer(zoo);
	}
	if (event->kind != UI_TEXT || zoo->ui.modal) {
		frame(zoo, NULL);
	}
}

/* ---- what must hold after everything ---- */

/* As loop_forget does: what was drawn before is wiped when the next frame has been drawn. */
static void check_forgotten(struct zoo *zoo)
{
	struct visit visit = zoo->stage.journey.visit;
	draw_wipe(&zoo->ui.list);
	frame(zoo, NULL);
	visit.input_ms = visit.note_ms = 0;
	visit.note = NOTE_NONE;
	visit.adjusting = false; /* how the screen looks, not who stands before it */
	assert_true(stage_is_blank(&visit, sizeof(visit)));
	assert_false(monkey_holds(zoo, offsetof(struct zoo, monkey), marker));
	assert_false(monkey_holds(zoo, offsetof(struct zoo, monkey), digits_marker));
	assert_false(monkey_holds(zoo->ui.list.bytes, zoo->ui.list.room, marker));
	assert_false(monkey_holds(zoo->ui.list.bytes, zoo->ui.list.room, digits_marker));
}

/* Once the number is there, or it is refused for good, the answers are of no use any more. */
static void check_answers_are_gone(const struct zoo *zoo)
{
	const struct visit *visit = &zoo->stage.journey.visit;
	bool over = visit->screen == JOURNEY_TICKET || visit->screen == JOURNEY_SIGNED ||
		    visit->screen == JOURNEY_RECEPTION || visit->screen == JOURNEY_GONE ||
		    (visit->screen == JOURNEY_REFUSED && !journey_may_choose_again(visit) &&
			    visit->refusal != RESULT_DESK_SILENT);
	if (over) {
		assert_true(stage_is_blank(&visit->guest, sizeof(visit->guest)));
		assert_false(monkey_holds(visit, sizeof(*visit), marker));
	}
}

/* Nobody touches anything any more: the screens end by themselves. */
static void check_time_leads_home(const struct zoo *zoo)
{
	struct journey journey = zoo->stage.journey;
	struct lobby lobby = zoo->stage.lobby;
	int hops = 0;
	if (journey.visit.issuing) {
		journey.visit.tries = JOURNEY_RETRIES;
		journey_answer(&journey, &lobby, RESULT_STORE_BUSY, NULL);
	}
	while (journey.visit.screen != JOURNEY_WELCOME) {
		int64_t due_ms = journey_deadline(&journey, &lobby);
		assert_true(due_ms != INT64_MAX);
		assert_true(++hops < HOPS);
		lobby.now_ms += due_ms - lobby.ticks_ms;
		lobby.ticks_ms = due_ms > lobby.ticks_ms ? due_ms : lobby.ticks_ms + 1;
		journey_tick(&journey, &lobby);
	}
	memory_wipe(&journey, sizeof(journey));
}

/* Somebody who wants to leave presses what the screen has for it. */
static void check_back_leads_home(const struct zoo *zoo)
{
	struct journey journey = zoo->stage.journey;
	const struct visit *visit = &journey.visit;
	int presses = 0;
	while (visit->screen != JOURNEY_WELCOME && !visit->issuing) {
		struct action action = {.kind = ACTION_BACK};
		if (visit->warned_ms != 0) {
			action.kind = ACTION_STAY;
		} else if (visit->screen == JOURNEY_REFUSED && !journey_may_choose_again(visit)) {
			action.kind = ACTION_DONE;
		}
		assert_true(++presses < BACKS);
		enum journey_wish wish = journey_act(&journey, &zoo->stage.lobby, &action);
		assert_true(wish == JOURNEY_NOTHING || wish == JOURNEY_WITHDRAW_HELP);
	}
	memory_wipe(&journey, sizeof(journey));
}

/* … and the screen does have it. */
static void check_a_way_out_is_shown(const struct zoo *zoo)
{
	static const char *const ways[] = {"kiosk.back", "ticket.done", "refused.home",
		"idle.erase", "welcome.take", "filed.done", "access.done", "gone.done",
		"signed.done", "reception.done", "help.back", "help.done", "known.no", "known.new"};
	const struct visit *visit = &zoo->stage.journey.visit;
	if (visit->screen == JOURNEY_WELCOME) {
		return;
	}
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		if (monkey_finds(&zoo->ui, ways[i])) {
			return;
		}
	}
	fail_msg("no way out of screen %d, step %d", (int)visit->screen, visit->step);
}

static void check(struct zoo *zoo)
{
	const struct visit *visit = &zoo->stage.journey.visit;
	zoo->seen[visit->screen] = true;
	monkey_see(&zoo->stage.journey, &zoo->stage.lobby, zoo->asked);
	frame(zoo, NULL); /* parts behind a dialog that has just gone … */
	frame(zoo, NULL); /* … live again */
	assert_true(zoo->ui.list.count > 0);
	check_answers_are_gone(zoo);
	check_time_leads_home(zoo);
	check_back_leads_home(zoo);
	check_a_way_out_is_shown(zoo);
	if (visit->screen == JOURNEY_WELCOME) {
		check_forgotten(zoo);
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

static void type_marker(struct zoo *zoo)
{
	const enum keyboard_layout layout = zoo->stage.journey.visit.keyboard.layout;
	const char *text = layout == KEYBOARD_PHONE    ? digits_marker
			   : layout == KEYBOARD_DIGITS ? "1985"
						       : marker;
	for (const char *letter = text; *letter != '\0'; letter++) {
		struct ui_event event = {.kind = UI_TEXT, .text = {*letter}};
		send(zoo, &event);
	}
}

/* A visitor who knows what to do, so that the random ones do not all stay at the door. */
static void do_right(struct zoo *zoo)
{
	const struct visit *visit = &zoo->stage.journey.visit;
	struct monkey_move move;
	if (book_is_typing(&zoo->stage.journey, &zoo->stage.lobby) || ways_is_typing(visit)) {
		type_marker(zoo);
	}
	while (monkey_press_id(&zoo->ui, "guest.item", &move)) {
		send_all(zoo, &move);
		monkey_see(&zoo->stage.journey, &zoo->stage.lobby, zoo->asked);
		pass(zoo, 500);
		type_marker(zoo);
	}
	for (int i = 0; i < 6; i++) {
		if (monkey_press_one(&zoo->monkey, &zoo->ui, "guest.", &move)) {
			send_all(zoo, &move);
		}
	}
	pass(zoo, 500);
	if (monkey_press_id(&zoo->ui, "kiosk.continue", &move) ||
		monkey_press_one(&zoo->monkey, &zoo->ui, "service.", &move) ||
		monkey_press_one(&zoo->monkey, &zoo->ui, "known.", &move) ||
		monkey_press_id(&zoo->ui, "ticket.sign", &move) ||
		monkey_press_id(&zoo->ui, "welcome.take", &move)) {
		send_all(zoo, &move);
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
	look(zoo);
	book_follow(&zoo->stage.journey, &zoo->stage.lobby);
}

/* News of the slip, of the printer, of the store, of another day, of other questions. */
static void change_the_world(struct zoo *zoo)
{
	struct lobby *lobby = &zoo->stage.lobby;
	struct monkey *monkey = &zoo->monkey;
	switch (monkey_below(monkey, 6)) {
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
	frame(zoo, NULL);
}

static void scan(struct zoo *zoo)
{
	static const char *const codes[] = {
		"JANJI:K7Q2MZ", "zqxjkv", "\x1d\x02garbage", "", "K7Q2MZ", NULL};
	const char *code = codes[monkey_below(&zoo->monkey, sizeof(codes) / sizeof(codes[0]))];
	if (journey_scan(&zoo->stage.journey, &zoo->stage.lobby, code) == JOURNEY_ISSUE) {
		answer(zoo);
	}
	frame(zoo, NULL);
}

static void act(struct zoo *zoo)
{
	struct monkey_move move;
	bool was_away = zoo->stage.journey.visit.screen != JOURNEY_WELCOME;
	int dice = (int)monkey_below(&zoo->monkey, 100);
	const struct visit *visit = &zoo->stage.journey.visit;
	if (visit->issuing && monkey_chance(&zoo->monkey, 2)) {
		if (visit->ways.wish >= JOURNEY_SIGN) {
			answer_way(zoo, visit->ways.wish);
		} else {
			answer(zoo);
		}
	}
	if (dice < 25) {
		do_right(zoo);
	} else if (dice < 30) {
		type_marker(zoo);
	} else if (dice < 34) {
		change_the_world(zoo);
	} else if (dice < 37) {
		scan(zoo);
	} else if (dice < 39) {
		pass(zoo, 1000 * (int64_t)monkey_below(&zoo->monkey, 120));
		frame(zoo, NULL);
	} else {
		monkey_move(&zoo->monkey, &zoo->ui, &move);
		send_all(zoo, &move);
	}
	zoo->visits += was_away && zoo->stage.journey.visit.screen == JOURNEY_WELCOME;
}

/* ---- the game ---- */

static void open_zoo(struct zoo *zoo, uint64_t seed)
{
	static const char *const codes[] = {"id", "en"};
	char texts[1024];
	*zoo = (struct zoo){.monkey = {seed}};
	stage_init(&zoo->stage, 10, 13);
	snprintf(texts, sizeof(texts), "%s/text", getenv("GILIRAN_ASSETS"));
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		zoo->languages[i] = language_open(texts, codes[i]);
		assert_non_null(zoo->languages[i]);
	}
	ui_init(&zoo->ui);
	zoo->ui.measure = monkey_measure;
	zoo->ui.width = WIDTH;
	zoo->ui.height = HEIGHT;
	zoo->ui.keypad = true;
	zoo->desk = monkey_open_desk(zoo->folder);
	look(zoo);
	frame(zoo, NULL);
}

static int start(void **state)
{
	const char *chosen = getenv("GILIRAN_SEED");
	struct zoo *zoo = memory_zeroed(1, sizeof(*zoo));
	uint64_t seed = chosen != NULL ? strtoull(chosen, NULL, 10) : SEED;
	print_message("seed %llu\n", (unsigned long long)seed);
	open_zoo(zoo, seed);
	*state = zoo;
	return 0;
}

static int finish(void **state)
{
	struct zoo *zoo = *state;
	print_message("%d acts, %d visits, %d tickets, %d refusals, marker begun %d times\n",
		zoo->acts, zoo->visits, zoo->tickets, zoo->refusals, zoo->typed);
	monkey_close_desk(zoo->folder, zoo->desk);
	ui_finish(&zoo->ui);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		language_close(zoo->languages[i]);
	}
	free(zoo);
	return 0;
}

/* A game that stays at the door proves nothing: with bad luck it goes on for a while. */
static void test_ten_thousand_acts(void **state)
{
	struct zoo *zoo = *state;
	char missing[64] = "";
	bool met = false;
	for (; zoo->acts < ACTS || (zoo->acts < MOST_ACTS && !met); zoo->acts++) {
		act(zoo);
		check(zoo);
		met = monkey_has_met_all(zoo->seen, zoo->asked, missing, sizeof(missing));
	}
	if (!met) {
		fail_msg("never met: %s", missing);
	}
	assert_true(monkey_meets_no_other(zoo->seen));
	assert_true(zoo->tickets >= 10 && zoo->refusals >= 5 && zoo->visits >= 40);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_ten_thousand_acts, start, finish),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
