#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"
#include "tests/screens/kiosk_forms.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/*
 * What a visitor reads in order to act is not set so small, where it has little room, that it can
 * be read no more: sizes of texts, on every screen the kiosk may stand on.
 */
static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};

/* The size that `style` has in this form, in pixels. */
static int size_of(const struct ui *ui, struct ui_style style)
{
	return ui_px(ui, ui_sized(ui, style).size);
}

static bool is_inside(struct rect inner, struct rect outer)
{
	return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
	       inner.y + inner.h <= outer.y + outer.h;
}

/* The first text inside `rect`; NULL when there is none. */
static const struct draw_command *first_text(const struct ui *ui, struct rect rect)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT && command->face != DRAW_ICONS &&
			is_inside(command->rect, rect)) {
			return command;
		}
	}
	return NULL;
}

/* Of all services but the one with this code; NULL: of all. */
static int check_names(
	const struct ui *ui, const char *where, const char *prefix, const char *without)
{
	const int least = size_of(ui, (struct ui_style){DRAW_SEMIBOLD, 28, 40});
	int names = 0;
	for (size_t i = 0; i < ui->spot_count; i++) {
		const char *id = ui->spots[i].id, *code = id + strlen(prefix);
		if (strncmp(id, prefix, strlen(prefix)) != 0 || !isupper(*code) ||
			(without != NULL && strcmp(code, without) == 0)) {
			continue;
		}
		const struct draw_command *name = first_text(ui, ui->spots[i].rect);
		assert_non_null(name);
		if (name->size < least) {
			fail_msg("%s: the name of %s is %d high, not %d", where, id, name->size,
				least);
		}
		names++;
	}
	return names;
}

/* An office's names, short where they need be, at most one size down. */
static void test_names_of_services(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		for (int language = 0; language < OFFICE_LANGUAGES; language++) {
			form_start(&ui, &forms[i], codes[language]);
			form_arrange(&stage, "service", &forms[i], (enum office_language)language);
			form_draw(&ui, &stage);
			assert_true(check_names(&ui, forms[i].name, "service.", NULL) >= 2);
			form_arrange(
				&stage, "standards", &forms[i], (enum office_language)language);
			form_draw(&ui, &stage);
			assert_true(check_names(&ui, forms[i].name, "standards.", NULL) >= 2);
			golden_finish(&ui);
		}
	}
}

/* A very long name is set smaller alone; on every screen the others keep theirs. */
static void test_one_long_name(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		form_arrange(&stage, "service-long", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		assert_true(check_names(&ui, forms[i].name, "service.", "KONS") >= 1);
		golden_finish(&ui);
	}
}

/* The text that begins with `start`; NULL when there is none. */
static const struct draw_command *find_text(const struct ui *ui, const char *start)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT && command->length >= strlen(start) &&
			memcmp(ui->list.bytes + command->text, start, strlen(start)) == 0) {
			return command;
		}
	}
	return NULL;
}

static void check_reason(
	const struct form *form, const char *scene, const char *start, struct ui_style least)
{
	struct ui ui;
	struct stage stage;
	form_start(&ui, form, "id");
	form_arrange(&stage, scene, form, OFFICE_INDONESIAN);
	form_draw(&ui, &stage);
	const struct draw_command *reason = find_text(&ui, start);
	assert_non_null(reason);
	if (reason->size < size_of(&ui, least) * 9 / 10) { /* it may be set a step smaller */
		fail_msg("%s: \"%s\" is %d high", form->name, start, reason->size);
	}
	golden_finish(&ui);
}

/* The longest an office may write is a note, a usual one is as large as a label. */
static void test_reasons_of_closing(void **state)
{
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		check_reason(&forms[i], "welcome-holiday", "Hari ini libur", UI_LABEL);
		if (!forms[i].large) {
			check_reason(&forms[i], "welcome-closure", "Tutup sementara", UI_NOTE);
		}
	}
}

/* What is not of the ticket: the header, and the paper's own small print. */
static bool is_print(const struct draw_command *command, int height)
{
	return command->rect.y < height / 9 ||
	       (command->rect.x < 832 && command->rect.y < 960 && command->rect.x > 64);
}

/* look.md §2: with large text every word that is needed is 42 units high. */
static void test_a_large_ticket(void **state)
{
	static const char *const scenes[] = {"ticket-printed", "ticket-sent", "trouble-paper"};
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		for (size_t j = 0; forms[i].large && j < sizeof(scenes) / sizeof(scenes[0]); j++) {
			form_start(&ui, &forms[i], "id");
			form_arrange(&stage, scenes[j], &forms[i], OFFICE_INDONESIAN);
			form_draw(&ui, &stage);
			for (size_t k = 0; ui.text_share == 1 && k < ui.list.count; k++) {
				const struct draw_command *text = &ui.list.commands[k];
				if (text->kind == DRAW_TEXT && text->face != DRAW_ICONS &&
					!is_print(text, ui.height) && text->size < 41) {
					fail_msg("%s %s: \"%.*s\" is %d high", forms[i].name,
						scenes[j], (int)text->length,
						ui.list.bytes + text->text, text->size);
				}
			}
			golden_finish(&ui);
		}
	}
}

/* Large letters leave no counter out, and what the code is for is no heading of the promise. */
static void test_large_letters_say_all(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		if (!forms[i].large || (ui.width != 1920 && ui.width != 1080)) {
			golden_finish(&ui);
			continue;
		}
		form_arrange(&stage, "welcome", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		assert_non_null(find_text(&ui, "Loket 3"));
		form_arrange(&stage, "ticket-printed", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		const struct draw_command *keep = find_text(&ui, "Simpan nomor");
		const struct draw_command *promise = find_text(&ui, "Anda dilayani");
		assert_non_null(keep);
		assert_non_null(promise);
		assert_true(keep->rect.y > promise->rect.y);
		golden_finish(&ui);
	}
}

/* Tiles that stand together have letters of one size, and their icons in one place. */
static void test_tiles_of_a_small_welcome(void **state)
{
	static const char *const ids[] = {"welcome.appointment", "welcome.help",
		"welcome.standards", "welcome.give_up", "welcome.rate", "welcome.complain"};
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < 2 * FORMS; i++) {
		const struct form *form = &forms[i / 2];
		int size = 0, tiles = 0;
		form_start(&ui, form, codes[i % 2]);
		form_arrange(&stage, "welcome", form, (enum office_language)(i % 2));
		form_draw(&ui, &stage);
		for (size_t j = 0; j < ui.spot_count && ui.canvas_w != 1920 && ui.canvas_w != 1080;
			j++) {
			for (size_t k = 0; k < sizeof(ids) / sizeof(ids[0]); k++) {
				if (strcmp(ui.spots[j].id, ids[k]) == 0) {
					const struct draw_command *label =
						first_text(&ui, ui.spots[j].rect);
					assert_non_null(label);
					size = tiles++ == 0 ? label->size : size;
					assert_int_equal(label->size, size);
				}
			}
		}
		assert_true(tiles == 0 || tiles == 6);
		assert_true(tiles == 6 || ui.canvas_w == 1920 || ui.canvas_w == 1080);
		golden_finish(&ui);
	}
}

/* The hero's bars are decoration: they stand behind no text and not behind the pill of who waits.
 */
static void test_bars_keep_clear_of_the_pill(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		form_arrange(&stage, "welcome", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		const struct draw_command *pill = NULL;
		for (size_t j = ui.list.count; j-- > 0 && pill == NULL;) {
			const struct draw_command *command = &ui.list.commands[j];
			pill = command->kind == DRAW_RECT &&
					       command->color ==
						       theme_light.colors[THEME_ACTION_DEEP]
				       ? command
				       : NULL;
		}
		assert_non_null(pill);
		for (size_t j = 0; j < ui.list.count; j++) {
			const struct draw_command *bar = &ui.list.commands[j];
			if (bar->kind == DRAW_RECT &&
				bar->color == theme_light.colors[THEME_HERO_BAR]) {
				assert_true(bar->rect.x >= pill->rect.x + pill->rect.w ||
					    bar->rect.y >= pill->rect.y + pill->rect.h);
			}
		}
		golden_finish(&ui);
	}
}

static enum action_kind tap(struct ui *ui, struct stage *stage, const char *id)
{
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui_begin(ui, &event);
	struct action action = screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
	return action.kind;
}

/* More than one item of data can be asked for, seen and taken back on every screen. */
static void test_items_of_data(void **state)
{
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		form_arrange(&stage, "book-item", &forms[i], OFFICE_INDONESIAN);
		assert_int_equal(tap(&ui, &stage, "guest.item"), ACTION_ITEM);
		assert_int_equal(tap(&ui, &stage, "kiosk.continue"), ACTION_CONTINUE);
		assert_null(find_text(&ui, "Data 1 dari"));
		form_arrange(&stage, "book-item-second", &forms[i], OFFICE_INDONESIAN);
		form_draw(&ui, &stage);
		assert_non_null(find_text(&ui, "Data 2 dari"));
		golden_finish(&ui);
	}
}

/* What can be done on a large screen can be done on the smallest: the services, their standards, a
 * group and priority, and to call a clerk for something else. */
static void test_choice_of_services(void **state)
{
	static const struct {
		const char *id;
		enum action_kind kind;
	} parts[] = {{"service.KONS", ACTION_SERVICE}, {"service.JUAL", ACTION_SERVICE},
		{"service.PERP", ACTION_SERVICE}, {"service.REKOM", ACTION_SERVICE},
		{"service.DTSEN", ACTION_SERVICE}, {"service.help", ACTION_HELP},
		{"service.priority", ACTION_PRIORITY}, {"service.group", ACTION_GROUP},
		{"service.standards", ACTION_STANDARDS}, {"kiosk.back", ACTION_BACK},
		{"kiosk.access", ACTION_ADJUST}, {"kiosk.help", ACTION_HELP}};
	struct ui ui;
	struct stage stage;
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		form_start(&ui, &forms[i], "id");
		for (size_t j = 0; j < sizeof(parts) / sizeof(parts[0]); j++) {
			form_arrange(&stage, "service", &forms[i], OFFICE_INDONESIAN);
			enum action_kind kind = tap(&ui, &stage, parts[j].id);
			const struct action page = {.kind = ACTION_PAGE};
			if (kind == ACTION_NONE && forms[i].large && /* which has pages */
				tap(&ui, &stage, "service.more") == ACTION_PAGE) {
				journey_act(&stage.journey, &stage.lobby, &page);
				kind = tap(&ui, &stage, parts[j].id);
			}
			if (kind != parts[j].kind) {
				fail_msg("%s has no %s", forms[i].name, parts[j].id);
			}
		}
		/* Who has priority is said, but in large letters. */
		form_draw(&ui, &stage);
		if (!forms[i].large && find_text(&ui, "Lansia 60+") == NULL) {
			fail_msg("%s does not say who has priority", forms[i].name);
		}
		golden_finish(&ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names_of_services),
		cmocka_unit_test(test_one_long_name),
		cmocka_unit_test(test_reasons_of_closing),
		cmocka_unit_test(test_a_large_ticket),
		cmocka_unit_test(test_large_letters_say_all),
		cmocka_unit_test(test_tiles_of_a_small_welcome),
		cmocka_unit_test(test_bars_keep_clear_of_the_pill),
		cmocka_unit_test(test_choice_of_services),
		cmocka_unit_test(test_items_of_data),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
