#include "tests/screens/kiosk_forms.h"
#include "tests/support/golden.h"

#include "app/base/text.h"
#include "app/kiosk/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

/*
 * A page does not jump under the finger: what is picked is marked, and every word of what can be
 * picked stays where it is, in its size. Measured on every screen the kiosk may stand on.
 */
static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
static const char *const scenes[] = {"guest-occupation-missing", "guest-purpose", "guest-needs",
	"guest-about", "book-registry", "list-services-used", "list-media", "list-detail",
	"list-own-tiles", "list-own-rows", "complaint"};

enum { OPTIONS = 64, WORDS = 8 };

/* What can be picked, and the lines of its words. */
struct option {
	char id[UI_ID_SIZE];
	int count;
	struct rect lines[WORDS];
	int sizes[WORDS];
};

struct page {
	struct option options[OPTIONS];
	int count;
};

static bool is_option(const char *id)
{
	const char *last = strrchr(id, '.');
	return (strncmp(id, "guest.", 6) == 0 || strncmp(id, "complaint.kind.", 15) == 0) &&
	       last[1] >= '0' && last[1] <= '9';
}

static bool is_inside(struct rect inner, struct rect outer)
{
	return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
	       inner.y + inner.h <= outer.y + outer.h;
}

static void measure(const struct ui *ui, struct rect rect, struct option *out_option)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT && command->face != DRAW_ICONS &&
			is_inside(command->rect, rect)) {
			assert_in_range(out_option->count, 0, WORDS - 1);
			out_option->lines[out_option->count] = command->rect;
			out_option->sizes[out_option->count++] = command->size;
		}
	}
	assert_in_range(out_option->count, 1, WORDS);
}

static void look(struct ui *ui, struct stage *stage, struct page *out_page)
{
	memset(out_page, 0, sizeof(*out_page));
	form_draw(ui, stage);
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (is_option(ui->spots[i].id)) {
			assert_in_range(out_page->count, 0, OPTIONS - 1);
			struct option *option = &out_page->options[out_page->count++];
			text_copy(option->id, sizeof(option->id), ui->spots[i].id);
			measure(ui, ui->spots[i].rect, option);
		}
	}
}

static void tap(struct ui *ui, struct stage *stage, const char *id)
{
	struct ui_event event = {.kind = UI_TAP_ID};
	text_copy(event.text, sizeof(event.text), id);
	ui->ticks_ms = stage->lobby.ticks_ms;
	ui_begin(ui, &event);
	struct action action = screen_frame(ui, &stage->lobby, &stage->journey);
	ui_end(ui);
	assert_int_not_equal(action.kind, ACTION_NONE);
	journey_act(&stage->journey, &stage->lobby, &action);
}

/* Taps one option after the other, and puts the visitor's answers back each time. */
static void check_scene(struct ui *ui, struct stage *stage, const char *where)
{
	static struct page before, after;
	const struct journey journey = stage->journey;
	look(ui, stage, &before);
	assert_in_range(before.count, 2, OPTIONS);
	for (int i = 0; i < before.count; i++) {
		tap(ui, stage, before.options[i].id);
		if (stage->journey.visit.typing_other) { /* on to what else it is */
			stage->journey = journey;
			continue;
		}
		look(ui, stage, &after);
		assert_int_equal(after.count, before.count);
		for (int j = 0; j < before.count; j++) {
			if (memcmp(&before.options[j], &after.options[j], sizeof(struct option)) !=
				0) {
				fail_msg("%s: a tap on %s moves the words of %s", where,
					before.options[i].id, before.options[j].id);
			}
		}
		stage->journey = journey;
	}
}

static void test_no_word_moves(void **state)
{
	struct ui ui;
	struct stage stage;
	char where[96];
	(void)state;
	for (int i = 0; i < FORMS; i++) {
		for (int language = 0; language < OFFICE_LANGUAGES; language++) {
			form_start(&ui, &forms[i], codes[language]);
			for (size_t j = 0; j < sizeof(scenes) / sizeof(scenes[0]); j++) {
				form_arrange(&stage, scenes[j], &forms[i],
					(enum office_language)language);
				text_format(where, sizeof(where), "%s %s.%s", forms[i].name,
					scenes[j], codes[language]);
				check_scene(&ui, &stage, where);
			}
			golden_finish(&ui);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_word_moves)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
