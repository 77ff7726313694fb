#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* How the guest book at the console looks, in every state and on every screen. */
static const int64_t NOW = 1000000;

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

static void type(struct shift *shift, int place, const char *text)
{
	act(shift, SHIFT_FORM_FOCUS, place);
	shift_type(shift, text, NOW);
}

static void frame(struct ui *ui, const struct shift *shift, const struct ui_event *event)
{
	ui_begin(ui, event);
	screen_frame(ui, shift, model_at(10, 31, 24));
	ui_end(ui);
}

struct look {
	const char *name;
	void (*prepare)(struct shift *shift);
	bool picture;
};

static void prepare_help(struct shift *shift)
{
	model_helped(shift, false);
	act(shift, SHIFT_FORM, SHIFT_FORM_HELP);
	shift_type(shift, "1", NOW);
	type(shift, GUEST_NAME, "Budi Wahyu");
	type(shift, GUEST_EMAIL, "budi@example");
	type(shift, GUEST_OCCUPATION, "1");
}

static void prepare_help_begun(struct shift *shift)
{
	model_helped(shift, false);
	act(shift, SHIFT_FORM, SHIFT_FORM_HELP);
}

static void prepare_sign(struct shift *shift)
{
	model_helped(shift, true);
	shift->view->has_guest = false;
	act(shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	act(shift, SHIFT_FORM_SAVE, 0);
}

static void prepare_correct(struct shift *shift)
{
	model_helped(shift, true);
	act(shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	type(shift, GUEST_NAME, "wati");
	type(shift, GUEST_NEEDS, "2");
	act(shift, SHIFT_FORM_FOCUS, FORM_REASON);
}

/* Everything is asked, and everything that goes on from it: two pages. */
static void prepare_all(struct shift *shift)
{
	model_helped(shift, true);
	struct office_service *service = &shift->office->services[MODEL_KONS];
	for (int i = 0; i < GUEST_FIELDS; i++) {
		service->asks[guest_field_lead((enum guest_field)i)] = GUEST_OPTIONAL;
	}
	service->asks[GUEST_EMAIL] = GUEST_REQUIRED;
	struct guest *guest = &shift->view->guest;
	guest->occupation = 7;
	guest->institution_kind = 9;
	guest->purpose = 5;
	guest->dtsen = 9;
	guest->needs = 15;
	for (int i = 0; i < GUEST_ITEMS; i++) {
		text_copy(guest->data_needed[i], GUEST_NOTE_SIZE,
			"Jumlah penduduk miskin per kecamatan menurut jenis kelamin, 2021–2025");
	}
	text_copy(guest->email, sizeof(guest->email), "siti..rahma@example.id");
	act(shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
	act(shift, SHIFT_FORM_FOCUS, GUEST_EMAIL);
	act(shift, SHIFT_FORM_SAVE, 0);
}

static void prepare_all_second(struct shift *shift)
{
	prepare_all(shift);
	act(shift, SHIFT_FORM_FOCUS, GUEST_NEEDS);
}

static const struct look looks[] = {
	{"console-form-service", prepare_help_begun, false},
	{"console-form-help", prepare_help, true},
	{"console-form-sign", prepare_sign, false},
	{"console-form-correct", prepare_correct, true},
	{"console-form-all", prepare_all, false},
	{"console-form-all-2", prepare_all_second, false},
};
enum { LOOKS = sizeof(looks) / sizeof(looks[0]) };

static void draw(
	struct ui *ui, const struct look *look, const char *language, int width, int height)
{
	struct shift shift;
	look->prepare(&shift);
	golden_start(ui, language, width, height);
	for (int i = 0; i < 2; i++) {
		frame(ui, &shift, NULL);
	}
	shift_finish(&shift);
}

static void test_pictures(void **state)
{
	(void)state;
	for (int i = 0; i < 2 * LOOKS; i++) {
		struct ui ui;
		char name[64];
		const char *language = i % 2 == 0 ? "id" : "en";
		draw(&ui, &looks[i / 2], language, 1280, 800);
		text_format(name, sizeof(name), "%s.%s", looks[i / 2].name, language);
		golden_text(name, &ui.list);
		if (looks[i / 2].picture && i % 2 == 0) {
			golden_picture(looks[i / 2].name, &ui.list, 1280, 800);
		}
		golden_finish(&ui);
	}
}

/* On both sizes of screen, in both languages and themes: read by a person. */
static void test_everything_can_be_read(void **state)
{
	(void)state;
	static const int sizes[][2] = {{1280, 800}, {1920, 1080}};
	struct inspection inspection = {0};
	for (int i = 0; i < LOOKS * 8; i++) {
		struct ui ui;
		char name[64];
		const int *size = sizes[i / 4 % 2];
		const struct look *look = &looks[i / 8];
		struct shift shift;
		look->prepare(&shift);
		golden_start(&ui, i % 2 == 0 ? "id" : "en", size[0], size[1]);
		ui.theme = i / 2 % 2 == 0 ? &theme_light : &theme_contrast;
		frame(&ui, &shift, NULL);
		frame(&ui, &shift, NULL);
		text_format(name, sizeof(name), "%s %d%s%s", look->name, size[0],
			i % 2 == 0 ? " id" : " en", i / 2 % 2 == 0 ? "" : " contrast");
		inspect_texts(&inspection, name, &ui);
		inspect_contrast(&inspection, name, &ui);
		golden_finish(&ui);
		shift_finish(&shift);
	}
	fputs(inspection.words, stderr);
	assert_int_equal(inspection.faults, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_everything_can_be_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
