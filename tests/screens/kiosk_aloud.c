#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/aloud.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_scenes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What a visitor hears who listens to the kiosk: all of every screen, and what is new in it. */
enum { WIDTH = 1920, HEIGHT = 1080, HEARD = 32768, ALL = 1 << 20 };

struct ear {
	char heard[HEARD]; /* each thing said on lines of its own; "[…]" is personal */
	int stops;
};

struct listener {
	struct ui ui;
	struct stage stage;
	struct aloud aloud;
	struct ear ear;
};

static void hear_stop(void *context)
{
	struct ear *ear = context;
	ear->stops++;
}

static void hear(void *context, const char *lines, bool personal)
{
	struct ear *ear = context;
	size_t used = strlen(ear->heard);
	assert_true(lines[0] != '\0');
	assert_true(text_format(
		ear->heard + used, sizeof(ear->heard) - used, personal ? "[%s]\n" : "%s", lines));
}

static void draw(struct listener *listener, const struct ui_event *event)
{
	struct stage *stage = &listener->stage;
	listener->ui.ticks_ms = stage->lobby.ticks_ms;
	ui_begin(&listener->ui, event);
	struct action action = screen_frame(&listener->ui, &stage->lobby, &stage->journey);
	journey_act(&stage->journey, &stage->lobby, &action);
	ui_end(&listener->ui);
}

static struct listener *start(const char *code, const char *scene)
{
	struct listener *listener = calloc(1, sizeof(*listener));
	assert_non_null(listener);
	golden_start(&listener->ui, code, WIDTH, HEIGHT);
	listener->ui.keypad = true;
	scene_arrange(scene, &listener->stage);
	listener->stage.journey.voice = true;
	listener->stage.journey.aloud = true;
	listener->stage.journey.language =
		strcmp(code, "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
	return listener;
}

static void finish(struct listener *listener)
{
	golden_finish(&listener->ui);
	free(listener);
}

/* The frame as it is now; what is said of it is all that is in the ear. */
static const char *listen(struct listener *listener)
{
	const struct aloud_hands hands = {hear_stop, hear, &listener->ear};
	listener->ear.heard[0] = '\0';
	listener->ear.stops = 0;
	draw(listener, NULL);
	if (listener->ui.wake_ms <= listener->ui.ticks_ms) {
		draw(listener, NULL);
	}
	aloud_read(&listener->aloud, &listener->ui, &listener->stage.journey.visit, &hands);
	return listener->ear.heard;
}

static const char *press(struct listener *listener, enum ui_event_kind kind, const char *text)
{
	struct ui_event event = {.kind = kind};
	text_copy(event.text, sizeof(event.text), text);
	draw(listener, &event);
	return listen(listener);
}

/* ---- every screen ---- */

static bool is_unread(const struct ui *ui, size_t index)
{
	for (size_t i = 0; i < ui->stretch_count; i++) {
		const struct ui_stretch *stretch = &ui->stretches[i];
		if (stretch->kind == UI_UNREAD && index >= stretch->from && index < stretch->to) {
			return true;
		}
	}
	return false;
}

static bool is_on_key(const struct ui *ui, struct rect rect)
{
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (ui->spots[i].part == UI_PART_KEY &&
			rect_holds(ui->spots[i].rect, rect.x + rect.w / 2, rect.y + rect.h / 2)) {
			return true;
		}
	}
	return false;
}

static bool is_sign(const char *text)
{
	return strcmp(text, "+") == 0 || strcmp(text, "–") == 0;
}

/* Words alone: without line breaks, and what ends a line. */
static void flatten(const char *text, char *out_flat, size_t size)
{
	size_t used = 0;
	for (; *text != '\0' && used + 1 < size; text++) {
		if (strchr("\n ,.", *text) == NULL) {
			out_flat[used++] = *text;
		}
	}
	out_flat[used] = '\0';
}

/* Nothing that is drawn for visitors is left unsaid. */
static void assert_all_is_said(const struct ui *ui, const char *scene, const char *heard)
{
	static char flat[HEARD];
	char words[1024];
	flatten(heard, flat, sizeof(flat));
	for (size_t i = ui->modal_seen ? ui->modal_from : 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind != DRAW_TEXT || command->face == DRAW_ICONS || is_unread(ui, i) ||
			is_on_key(ui, command->rect)) {
			continue;
		}
		const char *text = draw_command_text(&ui->list, command);
		flatten(text, words, sizeof(words));
		if (!is_sign(text) && strstr(flat, words) == NULL) {
			fail_msg("%s: \"%s\" is not said in: %s", scene, text, heard);
		}
	}
}

/* What each part says when it has the focus: words, and what it is. */
static void assert_parts_speak(struct listener *listener, const char *scene)
{
	struct ui *ui = &listener->ui;
	struct reading *reading = calloc(1, sizeof(*reading));
	for (size_t i = 0; i < ui->spot_count; i++) {
		text_copy(ui->focus, sizeof(ui->focus), ui->spots[i].id);
		ui->focus_shown = true;
		reading_make(ui, reading);
		const char *words = reading->text + reading->focus;
		const char *end = strstr(words, ",\n");
		bool named = reading->focus != 0 &&
			     (ui->spots[i].part == UI_PART_KEY ? words[0] != '\0'
							       : end != NULL && end > words);
		if (!named) {
			fail_msg("%s: %s says \"%s\"", scene, ui->spots[i].id,
				reading->focus != 0 ? words : "");
		}
	}
	ui->focus_shown = false;
	free(reading);
}

static void read_all(const char *code)
{
	char *all = calloc(1, ALL), name[64];
	const struct scene *scene;
	for (size_t i = 0; (scene = scene_at(i)) != NULL; i++) {
		struct listener *listener = start(code, scene->name);
		const char *heard = listen(listener);
		assert_int_equal(listener->ear.stops, 1);
		assert_true(strlen(heard) > 20);
		assert_all_is_said(&listener->ui, scene->name, heard);
		assert_parts_speak(listener, scene->name);
		size_t used = strlen(all);
		assert_true(text_format(all + used, ALL - used, "## %s\n%s\n", scene->name, heard));
		finish(listener);
	}
	snprintf(name, sizeof(name), "kiosk-aloud.%s", code);
	golden_words(name, all);
	free(all);
}

static void test_every_screen_is_read_in_indonesian(void **state)
{
	(void)state;
	read_all("id");
}

static void test_every_screen_is_read_in_english(void **state)
{
	(void)state;
	read_all("en");
}

/* ---- what is new ---- */

static void test_what_was_said_is_not_said_again(void **state)
{
	(void)state;
	struct listener *listener = start("id", "service");
	assert_non_null(strstr(listen(listener), "Layanan apa yang Anda perlukan?"));
	assert_string_equal(listen(listener), "");
	assert_int_equal(listener->ear.stops, 0);
	stage_pass(&listener->stage, 61000);
	listener->stage.view.waiting_total++;
	assert_string_equal(listen(listener), "");
	finish(listener);
}

static void test_a_countdown_is_no_news(void **state)
{
	(void)state;
	struct listener *listener = start("id", "idle");
	const char *heard = listen(listener);
	assert_non_null(strstr(heard, "Masih di sini?"));
	assert_non_null(strstr(heard, "Saya masih di sini,\ntombol."));
	assert_null(strstr(heard, "Layanan apa")); /* under the dialog */
	for (int i = 0; i < 9; i++) {
		stage_pass(&listener->stage, 1000);
		assert_string_equal(listen(listener), "");
	}
	finish(listener);
}

static void test_the_focus_says_where_it_is(void **state)
{
	(void)state;
	struct listener *listener = start("id", "welcome");
	listen(listener);
	assert_non_null(strstr(press(listener, UI_KEY, "right"), "Ambil nomor"));
	assert_int_equal(listener->ear.stops, 0);
	assert_string_equal(listen(listener), "");
	const char *heard = press(listener, UI_KEY, "right");
	assert_string_equal(heard, "Sudah punya janji,\ntombol.\n");
	/* Pressed: another screen, and where the focus is on it. */
	heard = press(listener, UI_KEY, "return");
	assert_int_equal(listener->ear.stops, 1);
	assert_true(strlen(heard) > 40);
	finish(listener);
}

static void test_a_switch_says_how_it_stands(void **state)
{
	(void)state;
	struct listener *listener = start("id", "service");
	assert_non_null(strstr(listen(listener), "Tidak perlu bukti,\nmati.\n"));
	assert_non_null(strstr(press(listener, UI_TAP_ID, "service.priority"), ",\nmenyala.\n"));
	finish(listener);
}

/* ---- what is typed ---- */

static void test_letters_are_said_as_they_are_typed(void **state)
{
	(void)state;
	struct listener *listener = start("id", "guest-name");
	assert_non_null(strstr(listen(listener), "Nama"));
	assert_string_equal(press(listener, UI_TEXT, "S"), "[S]\n");
	assert_string_equal(press(listener, UI_TAP_ID, "key.i"), "[i]\n");
	assert_string_equal(press(listener, UI_TEXT, " "), "[spasi]\n");
	assert_string_equal(press(listener, UI_KEY, "backspace"), "Dihapus.\n");
	assert_string_equal(press(listener, UI_TEXT, "7"), "[tujuh]\n");
	finish(listener);
}

static void test_what_was_typed_is_personal_whenever_it_is_said(void **state)
{
	(void)state;
	struct listener *listener = start("id", "guest-name");
	stage_type(&listener->stage, GUEST_NAME, "Rahasia Sekali");
	const char *heard = listen(listener);
	assert_non_null(strstr(heard, "[Rahasia Sekali]\n"));
	char *found = strstr(heard, "Rahasia");
	assert_null(strstr(found + 1, "Rahasia")); /* only there */
	/* And it is in nothing that is kept. */
	const char *kept = (const char *)&listener->aloud;
	for (size_t i = 0; i + 7 < sizeof(listener->aloud); i++) {
		assert_int_not_equal(memcmp(kept + i, "Rahasia", 7), 0);
	}
	finish(listener);
}

/* What the program itself says of one visitor is as personal as what that visitor typed. */
static void test_who_is_meant_is_personal(void **state)
{
	(void)state;
	static const struct {
		const char *scene, *line, *word;
	} rows[] = {
		{"known", "[Apakah inisial Anda S. R.?]\n", "S. R."},
		{"ticket-printed", "[K007.]\n", "K007"},
		{"own-wrong", "[K7M2QX]\n", "K7M2QX"},
		{"gone", "[Nomor K007 sudah dibatalkan.]\n", "K007"},
		{"signed", "[Nomor Anda K007. Mohon tunggu panggilan di layar.]\n", "K007"},
		{"filed", "[K7QM2X.]\n", "K7QM2X"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct listener *listener = start("id", rows[i].scene);
		const char *heard = listen(listener);
		if (strstr(heard, rows[i].line) == NULL) {
			fail_msg("%s: %s", rows[i].scene, heard);
		}
		for (const char *at = heard; (at = strstr(at, rows[i].word)) != NULL; at++) {
			const char *line = at;
			while (line > heard && line[-1] != '\n') {
				line--;
			}
			if (*line != '[') {
				fail_msg("%s: %s", rows[i].scene, heard);
			}
		}
		finish(listener);
	}
}

static void test_an_error_is_said_when_it_comes(void **state)
{
	(void)state;
	struct listener *listener = start("id", "guest-name");
	listen(listener);
	const char *heard = press(listener, UI_TAP_ID, "kiosk.continue");
	assert_non_null(strstr(heard, "isi"));
	assert_int_equal(listener->ear.stops, 0);
	finish(listener);
}

/* ---- on and off ---- */

static void test_a_keypad_starts_it_and_the_visits_end_ends_it(void **state)
{
	(void)state;
	struct listener *listener = start("id", "welcome");
	struct journey *journey = &listener->stage.journey;
	journey->aloud = false;
	press(listener, UI_KEY, "escape");
	assert_true(journey->aloud);
	press(listener, UI_KEY, "escape");
	assert_false(journey->aloud);
	journey->voice = false; /* nothing to hear: no button, no key */
	press(listener, UI_KEY, "escape");
	assert_false(journey->aloud);
	stage_act(&listener->stage, ACTION_ALOUD);
	assert_false(journey->aloud);
	journey->voice = true;
	stage_act(&listener->stage, ACTION_ALOUD);
	assert_true(journey->aloud);
	journey_forget(journey);
	assert_false(journey->aloud);
	assert_true(journey->voice);
	finish(listener);
}

static void test_the_panel_offers_it(void **state)
{
	(void)state;
	struct listener *listener = start("id", "service");
	listener->stage.journey.aloud = false;
	stage_act(&listener->stage, ACTION_ADJUST);
	press(listener, UI_TAP_ID, "kiosk.aloud");
	assert_true(listener->stage.journey.aloud);
	const char *heard = listener->ear.heard;
	assert_non_null(strstr(heard, "Sesuaikan layar."));
	assert_non_null(strstr(heard, "Bacakan, Menyala,\nterpilih."));
	finish(listener);
}

static void test_keys_are_explained_once_where_there_are_some(void **state)
{
	(void)state;
	struct listener *listener = start("en", "welcome");
	listener->aloud.keypad = true;
	assert_non_null(strstr(listen(listener), "Press six for the next choice"));
	stage_act(&listener->stage, ACTION_START);
	assert_null(strstr(listen(listener), "Press six"));
	assert_int_equal(listener->ear.stops, 1);
	finish(listener);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_screen_is_read_in_indonesian),
		cmocka_unit_test(test_every_screen_is_read_in_english),
		cmocka_unit_test(test_what_was_said_is_not_said_again),
		cmocka_unit_test(test_a_countdown_is_no_news),
		cmocka_unit_test(test_the_focus_says_where_it_is),
		cmocka_unit_test(test_a_switch_says_how_it_stands),
		cmocka_unit_test(test_letters_are_said_as_they_are_typed),
		cmocka_unit_test(test_what_was_typed_is_personal_whenever_it_is_said),
		cmocka_unit_test(test_who_is_meant_is_personal),
		cmocka_unit_test(test_an_error_is_said_when_it_comes),
		cmocka_unit_test(test_a_keypad_starts_it_and_the_visits_end_ends_it),
		cmocka_unit_test(test_the_panel_offers_it),
		cmocka_unit_test(test_keys_are_explained_once_where_there_are_some),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
