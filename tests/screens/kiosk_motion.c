/* What moves at the kiosk (look.md §3), for how long, and that it delays no tap. */
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_scenes.h"
#include "tests/support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOTION_MS = 150, FRAME_MS = 16, REST_MS = 1000 };

struct show {
	struct stage stage;
	struct ui ui;
	int64_t from_ms; /* ticks when the screen opened */
};

/* The stage of a scene that has just been reached, on a screen where things move. */
static void open_show(struct show *show, const char *scene)
{
	memset(show, 0, sizeof(*show));
	golden_start(&show->ui, "id", 1920, 1080);
	show->ui.motion = true;
	scene_arrange(scene, &show->stage);
	show->from_ms = show->stage.journey.visit.screen_ms;
}

static struct action draw_at(struct show *show, int64_t age_ms, const struct ui_event *event)
{
	show->ui.ticks_ms = show->from_ms + age_ms;
	ui_begin(&show->ui, event);
	struct action action = screen_frame(&show->ui, &show->stage.lobby, &show->stage.journey);
	ui_end(&show->ui);
	return action;
}

/* A copy of what was drawn last, as text; the caller's to free. */
static char *print(const struct show *show)
{
	char *text = NULL;
	size_t size;
	FILE *memory = open_memstream(&text, &size);
	assert_non_null(memory);
	draw_print(&show->ui.list, memory);
	assert_int_equal(fclose(memory), 0);
	return text;
}

static bool looks_like(const struct show *show, const char *before)
{
	char *now = print(show);
	bool same = strcmp(now, before) == 0;
	free(now);
	return same;
}

/* The middle of a part when everything has come to rest. */
static struct ui_event middle_of(struct show *show, const char *id)
{
	struct ui_event where = {.kind = UI_WHERE_ID};
	snprintf(where.text, sizeof(where.text), "%s", id);
	draw_at(show, REST_MS, NULL);
	draw_at(show, REST_MS, &where);
	assert_true(show->ui.where.w > 0);
	return (struct ui_event){.x = show->ui.where.x + show->ui.where.w / 2,
		.y = show->ui.where.y + show->ui.where.h / 2};
}

static const struct {
	const char *scene, *part;
	enum action_kind kind;
} steps[] = {{"service", "service.KONS", ACTION_SERVICE},
	{"notice", "kiosk.continue", ACTION_CONTINUE},
	{"guest-name", "kiosk.continue", ACTION_CONTINUE},
	{"guest-occupation", "kiosk.back", ACTION_BACK}, {"thanks", "thanks.done", ACTION_DONE},
	{"ticket-printed", "ticket.done", ACTION_DONE},
	{"group", "kiosk.continue", ACTION_CONTINUE}};
enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

static void test_a_tap_on_any_frame_counts(void **state)
{
	(void)state;
	for (int i = 0; i < STEPS; i++) {
		for (int64_t age_ms = 0; age_ms <= MOTION_MS + FRAME_MS; age_ms += FRAME_MS) {
			struct show show;
			open_show(&show, steps[i].scene);
			struct ui_event event = middle_of(&show, steps[i].part);
			event.kind = UI_DOWN;
			draw_at(&show, age_ms, &event);
			assert_true(show.ui.event_used); /* pressed at once */
			event.kind = UI_UP;
			assert_int_equal(draw_at(&show, age_ms, &event).kind, steps[i].kind);
			golden_finish(&show.ui);
		}
	}
}

/* Frames that are asked for from `age_ms` on, until none is. */
static int count_frames(struct show *show, int64_t age_ms)
{
	int frames = 1;
	draw_at(show, age_ms, NULL);
	while (show->ui.wake_ms != INT64_MAX) {
		assert_true(frames < 100);
		int64_t next_ms = show->ui.wake_ms - show->from_ms;
		draw_at(show, next_ms > age_ms ? next_ms : age_ms + 1, NULL);
		age_ms = show->ui.ticks_ms - show->from_ms;
		frames++;
	}
	return frames;
}

static void test_a_new_screen_comes_within_150_ms_and_stands(void **state)
{
	(void)state;
	for (int i = 0; i < STEPS; i++) {
		struct show show;
		if (strcmp(steps[i].scene, "ticket-printed") == 0) {
			continue;
		}
		open_show(&show, steps[i].scene);
		draw_at(&show, MOTION_MS, NULL);
		char *rest = print(&show);
		draw_at(&show, 0, NULL);
		assert_false(looks_like(&show, rest));
		draw_at(&show, MOTION_MS / 2, NULL);
		assert_false(looks_like(&show, rest));
		assert_in_range(count_frames(&show, 0), 9, 12);
		assert_true(looks_like(&show, rest));
		assert_int_equal(count_frames(&show, MOTION_MS), 1);
		assert_int_equal(count_frames(&show, REST_MS), 1);
		show.ui.motion = false;
		assert_int_equal(count_frames(&show, 0), 1);
		assert_true(looks_like(&show, rest));
		free(rest);
		golden_finish(&show.ui);
	}
}

/* The dialog or sheet that `scene` has open: `part` is on it. */
static void check_rise(const char *scene, const char *part, enum action_kind kind)
{
	struct show show;
	open_show(&show, scene);
	draw_at(&show, 0, NULL);
	struct ui_event event = middle_of(&show, part);
	char *rest = print(&show);
	struct rect place = show.ui.where;
	show.ui.modal = false; /* it opens once more, at REST_MS */
	draw_at(&show, 2 * REST_MS, NULL);
	assert_int_equal(show.ui.modal_ms - show.from_ms, 2 * REST_MS);
	struct ui_event where = {.kind = UI_WHERE_ID};
	snprintf(where.text, sizeof(where.text), "%s", part);
	draw_at(&show, 2 * REST_MS, &where);
	assert_int_equal(show.ui.where.y, place.y + 24);
	event.kind = UI_DOWN;
	draw_at(&show, 2 * REST_MS, &event); /* the frame after the first, which comes at once */
	event.kind = UI_UP;
	assert_int_equal(draw_at(&show, 2 * REST_MS, &event).kind, kind);
	assert_in_range(count_frames(&show, 2 * REST_MS), 9, 25);
	draw_at(&show, 3 * REST_MS, &where);
	assert_int_equal(show.ui.where.y, place.y);
	show.ui.released[0] = '\0';
	draw_at(&show, 3 * REST_MS, NULL);
	assert_true(looks_like(&show, rest));
	show.ui.motion = show.ui.modal = false;
	draw_at(&show, 4 * REST_MS, NULL);
	assert_true(looks_like(&show, rest));
	free(rest);
	golden_finish(&show.ui);
}

static void test_dialogs_rise(void **state)
{
	(void)state;
	check_rise("idle", "idle.stay", ACTION_STAY);
	check_rise("welcome-idle", "idle.erase", ACTION_ERASE);
}

static struct rect number_place(const struct show *show)
{
	const char *number = show->stage.journey.visit.ticket.number;
	for (size_t i = 0; i < show->ui.list.count; i++) {
		const struct draw_command *command = &show->ui.list.commands[i];
		if (command->kind == DRAW_TEXT && command->size > 200 &&
			strcmp(draw_command_text(&show->ui.list, command), number) == 0) {
			return command->rect;
		}
	}
	fail_msg("no number");
	return (struct rect){0};
}

/* The paper comes out of its slot in 600 ms; what is on it can be read all the while. */
static void test_the_number_stands_still(void **state)
{
	struct show show;
	(void)state;
	open_show(&show, "ticket-printed");
	draw_at(&show, REST_MS, NULL);
	struct rect rest = number_place(&show);
	char *text = print(&show);
	for (int64_t age_ms = 0; age_ms < 600; age_ms += FRAME_MS) {
		draw_at(&show, age_ms, NULL);
		struct rect now = number_place(&show);
		assert_memory_equal(&now, &rest, sizeof(now));
		assert_false(looks_like(&show, text)); /* it moves */
	}
	assert_int_equal(count_frames(&show, 600), 1);
	assert_true(looks_like(&show, text));
	show.ui.motion = false;
	assert_int_equal(count_frames(&show, 0), 1);
	assert_true(looks_like(&show, text));
	free(text);
	golden_finish(&show.ui);
}

/* A press is seen at once, and its end fades. */
static void test_a_release_fades(void **state)
{
	struct show show;
	(void)state;
	open_show(&show, "notice");
	struct ui_event event = middle_of(&show, "kiosk.continue");
	draw_at(&show, REST_MS, NULL);
	char *rest = print(&show);
	event.kind = UI_DOWN;
	draw_at(&show, REST_MS, &event);
	assert_false(looks_like(&show, rest));
	assert_int_equal(count_frames(&show, REST_MS), 1); /* held, it stands */
	event.kind = UI_UP;
	draw_at(&show, REST_MS, &event);
	assert_in_range(count_frames(&show, REST_MS), 9, 12);
	assert_true(looks_like(&show, rest));
	free(rest);
	golden_finish(&show.ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_tap_on_any_frame_counts),
		cmocka_unit_test(test_a_new_screen_comes_within_150_ms_and_stands),
		cmocka_unit_test(test_dialogs_rise),
		cmocka_unit_test(test_the_number_stands_still),
		cmocka_unit_test(test_a_release_fades),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
