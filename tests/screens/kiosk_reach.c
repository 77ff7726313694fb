#include "tests/support/golden.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/aloud.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_forms.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/*
 * Whoever has a keypad and ears needs nothing else: on every screen in every state each part gets
 * the focus by the keypad's keys, says then what it is, and pressed there it does what a finger on
 * it would do.
 */
struct hand {
	struct ui ui;
	struct stage stage;
	struct aloud aloud;
	struct journey before; /* a press must leave no trace for the next one */
	char where[96];        /* form and scene */
	char heard[READING_SIZE];
	size_t reached;
};

static void hear_stop(void *context)
{
	(void)context;
}

static void hear(void *context, const char *lines, bool personal)
{
	struct hand *hand = context;
	(void)personal;
	text_copy(hand->heard, sizeof(hand->heard), lines);
}

static struct action draw(struct hand *hand, enum ui_event_kind kind, const char *text)
{
	struct ui_event event = {.kind = kind};
	struct stage *stage = &hand->stage;
	text_copy(event.text, sizeof(event.text), text);
	hand->ui.ticks_ms = stage->lobby.ticks_ms;
	hand->ui.theme = stage->journey.contrast ? &theme_contrast : &theme_light;
	ui_begin(&hand->ui, kind == UI_NONE ? NULL : &event);
	struct action action = screen_frame(&hand->ui, &stage->lobby, &stage->journey);
	ui_end(&hand->ui);
	return action;
}

/* What is there when nothing moves any more, and what is said of it. */
static const char *listen(struct hand *hand)
{
	const struct aloud_hands hands = {hear_stop, hear, hand};
	hand->heard[0] = '\0';
	draw(hand, UI_NONE, "");
	draw(hand, UI_NONE, "");
	aloud_read(&hand->aloud, &hand->ui, &hand->stage.journey.visit, &hands);
	return hand->heard;
}

/* Pressed by key and by finger: the same action, and the same has been typed. */
static void check_press(struct hand *hand, const char *id)
{
	struct ui *ui = &hand->ui;
	struct journey *journey = &hand->stage.journey;
	const struct action pressed = draw(hand, UI_KEY, "return");
	struct journey after = *journey;
	*journey = hand->before;
	draw(hand, UI_NONE, "");
	const struct action tapped = draw(hand, UI_TAP_ID, id);
	if (pressed.kind != tapped.kind || pressed.field != tapped.field ||
		pressed.value != tapped.value || memcmp(&after, journey, sizeof(after)) != 0) {
		fail_msg("%s: %s is action %d by key, %d by finger", hand->where, id,
			(int)pressed.kind, (int)tapped.kind);
	}
	*journey = hand->before;
	draw(hand, UI_NONE, "");
	assert_true(ui_focused(ui, id));
	memory_wipe(&after, sizeof(after));
}

static void check_focus(struct hand *hand, const char *heard)
{
	char id[UI_ID_SIZE];
	if (!hand->ui.focus_shown) {
		fail_msg("%s: no key shows where one is", hand->where);
	}
	if (heard[0] == '\0') {
		fail_msg("%s: %s says nothing", hand->where, hand->ui.focus);
	}
	text_copy(id, sizeof(id), hand->ui.focus);
	check_press(hand, id);
	hand->reached++;
}

static size_t place_of(const struct ui *ui)
{
	size_t i = 0;
	while (i < ui->spot_count && strcmp(ui->spots[i].id, ui->focus) != 0) {
		i++;
	}
	return i;
}

/* The key that goes on comes to every part, and back to the first. */
static void check_scene(struct hand *hand, const char *scene)
{
	bool met[UI_SPOTS] = {false};
	hand->aloud = (struct aloud){.on = true};
	hand->ui.focus_shown = false;
	hand->ui.modal = false;
	hand->before = hand->stage.journey;
	(void)listen(hand);
	const size_t count = hand->ui.spot_count;
	if (count == 0) {
		return;
	}
	draw(hand, UI_KEY, "tab");
	for (size_t i = 0; i < count; i++) {
		check_focus(hand, listen(hand));
		met[place_of(&hand->ui)] = true;
		draw(hand, UI_KEY, "tab");
	}
	for (size_t i = 0; i < count; i++) {
		if (!met[i]) {
			fail_msg("%s: %s is out of reach", scene, hand->ui.spots[i].id);
		}
	}
}

static void check_form(const struct form *form, enum office_language language)
{
	const struct scene *scene;
	struct hand *hand = memory_zeroed(1, sizeof(*hand));
	form_start(&hand->ui, form, language == OFFICE_ENGLISH ? "en" : "id");
	hand->ui.keypad = true;
	for (size_t i = 0; (scene = scene_at(i)) != NULL; i++) {
		form_arrange(&hand->stage, scene->name, form, language);
		hand->stage.journey.voice = hand->stage.journey.aloud = true;
		text_format(hand->where, sizeof(hand->where), "%s %s", form->name, scene->name);
		check_scene(hand, hand->where);
	}
	print_message("%s: %zu parts\n", form->name, hand->reached);
	assert_true(hand->reached > 1000);
	golden_finish(&hand->ui);
	memory_wipe(hand, sizeof(*hand));
	free(hand);
}

static const struct form *form_named(const char *name)
{
	int i = 0;
	while (strcmp(forms[i].name, name) != 0) {
		i++;
		assert_true(i < FORMS);
	}
	return &forms[i];
}

static void test_every_part_on_a_wide_screen(void **state)
{
	(void)state;
	check_form(form_named("wide"), OFFICE_INDONESIAN);
}

static void test_every_part_on_a_small_screen(void **state)
{
	(void)state;
	check_form(form_named("small"), OFFICE_ENGLISH);
}

static void test_every_part_on_an_upright_screen(void **state)
{
	(void)state;
	check_form(form_named("tall-both"), OFFICE_INDONESIAN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_part_on_a_wide_screen),
		cmocka_unit_test(test_every_part_on_a_small_screen),
		cmocka_unit_test(test_every_part_on_an_upright_screen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
