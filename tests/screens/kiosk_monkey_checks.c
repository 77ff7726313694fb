#include "app/base/memory.h"
#include "app/kiosk/ways.h"
#include "tests/screens/kiosk_monkey_zoo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* What must hold after everything that may happen to the kiosk. */
/* The longest way back is through five items of data with all that is asked of each. */
enum { HOPS = 400, BACKS = 60 };

/* As loop_forget does: what was drawn before is wiped when the next frame has been drawn. */
static void check_forgotten(struct zoo *zoo)
{
	struct visit visit = zoo->stage.journey.visit;
	draw_wipe(&zoo->ui.list);
	zoo_frame(zoo, NULL);
	visit.input_ms = visit.note_ms = visit.warned_ms = 0; /* of the looks, if any */
	visit.note = NOTE_NONE;
	visit.adjusting = false; /* how the screen looks, not who stands before it */
	assert_true(stage_is_blank(&visit, sizeof(visit)));
	assert_false(monkey_holds(zoo, offsetof(struct zoo, monkey), KIOSK_MARKER));
	assert_false(monkey_holds(zoo, offsetof(struct zoo, monkey), ZOO_DIGITS));
	assert_false(monkey_holds(zoo->ui.list.bytes, zoo->ui.list.room, KIOSK_MARKER));
	assert_false(monkey_holds(zoo->ui.list.bytes, zoo->ui.list.room, ZOO_DIGITS));
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
		assert_false(monkey_holds(visit, sizeof(*visit), KIOSK_MARKER));
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

/* Staff have a way back on every page, leave nothing of their PIN behind, and may just go away. */
static void check_corner(const struct zoo *zoo)
{
	struct corner corner = zoo->corner;
	if (corner.page != CORNER_SHUT) {
		assert_true(monkey_finds(&zoo->ui, "corner.back"));
		corner_tick(&corner, corner_deadline(&corner));
	}
	assert_int_equal(corner.page, CORNER_SHUT);
	assert_true(stage_is_blank(corner.pin, sizeof(corner.pin)));
	assert_true(stage_is_blank(corner.staff, sizeof(corner.staff)));
}

/* … and the screen does have it. */
static void check_a_way_out_is_shown(const struct zoo *zoo)
{
	static const char *const ways[] = {"kiosk.back", "ticket.done", "refused.home",
		"idle.erase", "welcome.take", "filed.done", "thanks.done", "access.done",
		"gone.done", "signed.done", "reception.done", "help.back", "help.done", "known.no",
		"known.new"};
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

void zoo_check(struct zoo *zoo)
{
	const struct visit *visit = &zoo->stage.journey.visit;
	zoo->seen[visit->screen] = true;
	zoo->seen_corner[zoo->corner.page] = true;
	monkey_see(&zoo->stage.journey, &zoo->stage.lobby, zoo->asked);
	zoo_frame(zoo, NULL); /* parts behind a dialog that has just gone … */
	zoo_frame(zoo, NULL); /* … live again */
	assert_true(zoo->ui.list.count > 0);
	check_answers_are_gone(zoo);
	check_time_leads_home(zoo);
	check_back_leads_home(zoo);
	check_a_way_out_is_shown(zoo);
	check_corner(zoo);
	if (visit->screen == JOURNEY_WELCOME) {
		check_forgotten(zoo);
	}
}
