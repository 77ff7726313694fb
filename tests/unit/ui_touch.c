#include "app/ui/widget.h"

#include "tests/unit/check.h"

#include <string.h>

/* One letter is half an em wide: enough for touch. */
static int measure(void *context, enum draw_face face, int size, const char *text)
{
	(void)context;
	(void)face;
	return (int)strlen(text) * size / 2;
}

struct scene {
	struct ui ui;
	int taps_a, taps_b, taps_dialog;
	bool dialog, held_a;
	int keys;
};

static const struct rect part_a = {100, 100, 200, 100}, part_b = {400, 100, 200, 100};
static const struct rect part_c = {100, 300, 200, 100};

static void frame(struct scene *scene, const struct ui_event *event)
{
	struct ui *ui = &scene->ui;

	ui_begin(ui, event);
	ui_canvas(ui, 1000, 500);
	scene->taps_a += ui_touch(ui, "a", part_a, &scene->held_a, NULL);
	scene->taps_b += ui_touch(ui, "b", part_b, NULL, NULL);
	ui_touch(ui, "c", part_c, NULL, NULL);
	scene->keys += ui_key(ui, "space");
	if (scene->dialog) {
		ui_modal_begin(ui);
		scene->taps_dialog += ui_touch(ui, "ok", part_a, NULL, NULL);
		ui_modal_end(ui);
	}
	ui_end(ui);
}

static void act(struct scene *scene, enum ui_event_kind kind, int x, int y, const char *text)
{
	struct ui_event event = {.kind = kind, .x = x, .y = y};

	snprintf(event.text, sizeof(event.text), "%s", text);
	frame(scene, &event);
	frame(scene, NULL);
}

static int start(void **state)
{
	static struct scene scene;

	scene = (struct scene){0};
	ui_init(&scene.ui);
	scene.ui.measure = measure;
	scene.ui.width = 1000;
	scene.ui.height = 500;
	scene.ui.ticks_ms = 5000;
	frame(&scene, NULL);
	*state = &scene;
	return 0;
}

static int finish(void **state)
{
	struct scene *scene = *state;

	ui_finish(&scene->ui);
	return 0;
}

static void down_and_up_inside_is_one_tap(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 150, 150, "");
	assert_true(scene->held_a);
	assert_int_equal(scene->taps_a, 0);
	act(scene, UI_UP, 160, 160, "");
	assert_false(scene->held_a);
	assert_int_equal(scene->taps_a, 1);
	act(scene, UI_UP, 160, 160, "");
	assert_int_equal(scene->taps_a, 1);
}

static void sliding_off_cancels(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 150, 150, "");
	act(scene, UI_MOVE, 450, 150, "");
	assert_false(scene->held_a);
	act(scene, UI_UP, 450, 150, "");
	assert_int_equal(scene->taps_a, 0);
	assert_int_equal(scene->taps_b, 0);
}

static void sliding_off_and_back_is_a_tap(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 150, 150, "");
	act(scene, UI_MOVE, 50, 150, "");
	act(scene, UI_MOVE, 150, 150, "");
	assert_true(scene->held_a);
	act(scene, UI_UP, 150, 150, "");
	assert_int_equal(scene->taps_a, 1);
}

static void a_second_finger_cancels(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 150, 150, "");
	act(scene, UI_CANCEL, 450, 150, "");
	assert_false(scene->held_a);
	act(scene, UI_UP, 150, 150, "");
	assert_int_equal(scene->taps_a + scene->taps_b, 0);
}

static void two_quick_taps_are_two_taps(void **state)
{
	struct scene *scene = *state;

	for (int i = 0; i < 2; i++) {
		act(scene, UI_DOWN, 150, 150, "");
		act(scene, UI_UP, 150, 150, "");
	}
	assert_int_equal(scene->taps_a, 2);
}

static void a_press_outside_everything_taps_nothing(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 350, 150, "");
	act(scene, UI_UP, 150, 150, "");
	assert_int_equal(scene->taps_a, 0);
}

static void under_a_dialog_nothing_lives(void **state)
{
	struct scene *scene = *state;

	scene->dialog = true;
	frame(scene, NULL);
	act(scene, UI_DOWN, 150, 150, "");
	act(scene, UI_UP, 150, 150, "");
	assert_int_equal(scene->taps_a, 0);
	assert_int_equal(scene->taps_dialog, 1);
	act(scene, UI_TAP_ID, 0, 0, "b");
	assert_int_equal(scene->taps_b, 0);
	act(scene, UI_KEY, 0, 0, "space");
	assert_int_equal(scene->keys, 0);
}

static void a_press_does_not_reach_into_a_new_dialog(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_DOWN, 150, 150, "");
	scene->dialog = true;
	frame(scene, NULL);
	act(scene, UI_UP, 150, 150, "");
	assert_int_equal(scene->taps_a + scene->taps_dialog, 0);
}

static void scripts_tap_by_id(void **state)
{
	struct scene *scene = *state;
	struct ui_event event = {.kind = UI_TAP_ID, .text = "b"};

	frame(scene, &event);
	assert_true(scene->ui.event_used && scene->ui.tapped_any);
	assert_int_equal(scene->taps_b, 1);
	snprintf(event.text, sizeof(event.text), "nobody");
	frame(scene, &event);
	assert_false(scene->ui.event_used);
	event = (struct ui_event){.kind = UI_WHERE_ID, .text = "b"};
	frame(scene, &event);
	assert_int_equal(scene->ui.where.x, 400);
	assert_int_equal(scene->taps_b, 1);
}

static void the_first_key_shows_the_focus_and_space_taps_it(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_KEY, 0, 0, "tab");
	assert_true(ui_focused(&scene->ui, "a"));
	act(scene, UI_KEY, 0, 0, "space");
	assert_int_equal(scene->taps_a, 1);
	assert_int_equal(scene->keys, 0);
	act(scene, UI_DOWN, 350, 10, "");
	assert_false(ui_focused(&scene->ui, "a"));
	act(scene, UI_KEY, 0, 0, "space");
	assert_int_equal(scene->taps_a, 1);
	assert_int_equal(scene->keys, 1);
}

static void arrows_go_to_the_nearest_that_way(void **state)
{
	struct scene *scene = *state;

	act(scene, UI_KEY, 0, 0, "down");
	assert_true(ui_focused(&scene->ui, "a"));
	act(scene, UI_KEY, 0, 0, "right");
	assert_true(ui_focused(&scene->ui, "b"));
	act(scene, UI_KEY, 0, 0, "right");
	assert_true(ui_focused(&scene->ui, "b"));
	act(scene, UI_KEY, 0, 0, "left");
	act(scene, UI_KEY, 0, 0, "down");
	assert_true(ui_focused(&scene->ui, "c"));
	act(scene, UI_KEY, 0, 0, "up");
	assert_true(ui_focused(&scene->ui, "a"));
	act(scene, UI_KEY, 0, 0, "backtab");
	assert_true(ui_focused(&scene->ui, "c"));
	act(scene, UI_KEY, 0, 0, "tab");
	assert_true(ui_focused(&scene->ui, "a"));
}

static void a_release_fades_for_150_ms(void **state)
{
	struct scene *scene = *state;
	struct ui *ui = &scene->ui;
	double fade;

	act(scene, UI_DOWN, 150, 150, "");
	act(scene, UI_UP, 150, 150, "");
	assert_true(ui->wake_ms <= ui->ticks_ms + 16);
	ui->ticks_ms += 75;
	ui_begin(ui, NULL);
	ui_touch(ui, "a", part_a, NULL, &fade);
	assert_float_equal(fade, 0.5, 0.01);
	ui->ticks_ms += 76;
	ui_begin(ui, NULL);
	ui_touch(ui, "a", part_a, NULL, &fade);
	assert_float_equal(fade, 0, 0.001);
	assert_true(ui->wake_ms == INT64_MAX);
	ui->motion = false;
	ui->ticks_ms -= 100;
	ui_begin(ui, NULL);
	ui_touch(ui, "a", part_a, NULL, &fade);
	assert_float_equal(fade, 0, 0.001);
}

static void a_disabled_button_is_dead(void **state)
{
	struct scene *scene = *state;
	struct ui_event event = {.kind = UI_TAP_ID, .text = "x"};

	ui_begin(&scene->ui, &event);
	assert_false(
		ui_button(&scene->ui, "x", part_a, "Lanjut", (struct ui_button){.disabled = true}));
	assert_false(ui_choice(&scene->ui, "x", part_a, (struct ui_choice){.disabled = true}));
	assert_false(scene->ui.event_used);
	assert_true(ui_button(&scene->ui, "x", part_a, "Lanjut", (struct ui_button){0}));
	ui_end(&scene->ui);
}

static void halves_and_rows_are_whole_targets(void **state)
{
	struct scene *scene = *state;
	const char *const labels[2] = {"Indonesia", "English"};
	struct ui_event event = {.kind = UI_DOWN, .x = 995, .y = 5};
	int tapped = -1;

	for (int i = 0; i < 2; i++) {
		ui_begin(&scene->ui, &event);
		ui_canvas(&scene->ui, 1000, 500);
		tapped = ui_segment(&scene->ui, "lang", (struct rect){600, 0, 400, 96}, labels, 0);
		ui_end(&scene->ui);
		event.kind = UI_UP;
	}
	assert_int_equal(tapped, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, finish)
	const struct CMUnitTest tests[] = {
		TEST(down_and_up_inside_is_one_tap),
		TEST(sliding_off_cancels),
		TEST(sliding_off_and_back_is_a_tap),
		TEST(a_second_finger_cancels),
		TEST(two_quick_taps_are_two_taps),
		TEST(a_press_outside_everything_taps_nothing),
		TEST(under_a_dialog_nothing_lives),
		TEST(a_press_does_not_reach_into_a_new_dialog),
		TEST(scripts_tap_by_id),
		TEST(the_first_key_shows_the_focus_and_space_taps_it),
		TEST(arrows_go_to_the_nearest_that_way),
		TEST(a_release_fades_for_150_ms),
		TEST(a_disabled_button_is_dead),
		TEST(halves_and_rows_are_whole_targets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
