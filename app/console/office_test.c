/* The test print under the rows of the slip: what may be pressed, and what has become of it. */
#include "app/base/text.h"
#include "app/console/screen.h"

#include <string.h>

enum { WORDS = 512 };

bool setup_may_test(const struct setup *setup)
{
	return setup->phase == SETUP_OPEN && setup->topic == SETUP_SLIP && setup->test.tag == 0;
}

void setup_hear_test(struct setup *setup, const struct desk_message *message)
{
	if (setup->test.tag == 0 || message->tag != setup->test.tag) {
		return; /* of a page that was left */
	}
	bool asked = message->result == RESULT_OK;
	setup->test = (struct setup_test){
		.id = asked ? message->test_slip.id : 0, .refusal = message->result};
}

/* What the newest picture says of it. That may be from before it was asked for, and of another slip
 * once somebody has asked at another console. */
static enum test_slip_fate find_fate(const struct shift *shift, int64_t now)
{
	const struct setup_test *test = &shift->setup.test;
	int64_t seen = shift->view != NULL ? shift->view->test_slip.id : 0;
	if (test->tag != 0 || (test->id != 0 && seen < test->id)) {
		return TEST_SLIP_WAITS;
	}
	return test->id != 0 && seen == test->id ? test_slip_fate(&shift->view->test_slip, now)
						 : TEST_SLIP_NONE;
}

/* What is typed, or chosen, and not saved is not printed: all that stands on the sample (sample.h),
 * whichever topic it is of. */
static bool is_changed(const struct setup *setup)
{
	const struct office *was = &setup->was->office, *edit = &setup->edit->office;
	const struct office_service *first = &was->services[0], *now = &edit->services[0];
	bool differs = strcmp(was->name, edit->name) != 0 ||
		       strcmp(first->prefix, now->prefix) != 0 ||
		       first->target_s != now->target_s ||
		       memcmp(was->slip.hidden, edit->slip.hidden, sizeof(edit->slip.hidden)) != 0;
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		differs = differs || strcmp(was->slip.footer[i], edit->slip.footer[i]) != 0 ||
			  strcmp(first->name[i], now->name[i]) != 0;
	}
	return setup->touched || differs;
}

static bool is_good(enum test_slip_fate fate)
{
	return fate == TEST_SLIP_CONFIRMED || fate == TEST_SLIP_SENT;
}

/* Who has changed something since must not look for it on the paper. */
static const char *say(
	struct ui *ui, const struct shift *shift, enum test_slip_fate fate, char out_text[WORDS])
{
	static const char *const keys[] = {
		[TEST_SLIP_WAITS] = "console.office.test.waits",
		[TEST_SLIP_PRINTS] = "console.office.test.prints",
		[TEST_SLIP_CONFIRMED] = "console.office.test.confirmed",
		[TEST_SLIP_SENT] = "console.office.test.sent",
		[TEST_SLIP_FAILED] = "console.office.test.failed",
		[TEST_SLIP_UNTAKEN] = "console.office.test.untaken",
		[TEST_SLIP_SILENT] = "console.office.test.silent",
	};
	const struct setup *setup = &shift->setup;
	char key[64];
	if (setup->test.refusal != RESULT_OK) {
		text_format(key, sizeof(key), "result.%s", result_key(setup->test.refusal));
		return ui_say(ui, key);
	}
	if (fate == TEST_SLIP_NONE) {
		return ui_say(ui, is_changed(setup) ? "console.office.test.saved"
						    : "console.office.test.note");
	}
	if (fate == TEST_SLIP_WAITS || fate == TEST_SLIP_UNTAKEN) {
		return ui_say(ui, keys[fate]);
	}
	const struct test_slip *slip = &shift->view->test_slip;
	text_format(key, sizeof(key), "result.%s", result_key(slip->reason));
	language_with(ui->language, keys[fate], out_text, WORDS, slip->device,
		fate == TEST_SLIP_FAILED ? ui_say(ui, key) : "");
	if (is_good(fate) && is_changed(setup)) {
		size_t used = strlen(out_text);
		text_format(out_text + used, WORDS - used, " %s",
			ui_say(ui, "console.office.test.since"));
	}
	return out_text;
}

static bool is_trouble(const struct setup *setup, enum test_slip_fate fate)
{
	return setup->test.refusal != RESULT_OK || fate == TEST_SLIP_FAILED ||
	       fate == TEST_SLIP_UNTAKEN || fate == TEST_SLIP_SILENT;
}

/* As many lines as there is room for beside the button. */
static void draw_words(
	struct ui *ui, const struct shift *shift, enum test_slip_fate fate, struct rect room)
{
	enum { LINES = 3 };
	char text[WORDS];
	bool bad = is_trouble(&shift->setup, fate);
	bool good = is_good(fate);
	const char *words = say(ui, shift, fate, text);
	if (bad || good) {
		ui_icon(ui, (struct rect){room.x, room.y, 24, room.h}, 22,
			bad ? THEME_LATE : THEME_OK, bad ? "alert-circle" : "check-circle");
		room.x += 32;
		room.w -= 32;
	}
	int height = ui_paragraph_height(ui, room.w, PARTS_NOTE_MEDIUM, words);
	int most = LINES * PARTS_NOTE_MEDIUM.line;
	height = height < most ? height : most;
	parts_lines(ui,
		(struct rect){
			room.x, room.y + (room.h - height) / 2, room.w, PARTS_NOTE_MEDIUM.line},
		PARTS_NOTE_MEDIUM, UI_LEFT, LINES,
		bad    ? THEME_LATE_INK
		: good ? THEME_OK_INK
		       : THEME_INK2,
		words);
}

struct shift_action office_test_frame(
	struct ui *ui, const struct shift *shift, struct rect box, int64_t now)
{
	enum { BUTTON_H = 48, BUTTON_W = 188, GAP = 20 };
	enum test_slip_fate fate = find_fate(shift, now);
	bool waits = fate == TEST_SLIP_WAITS || fate == TEST_SLIP_PRINTS;
	bool may = setup_may_test(&shift->setup) && !waits;
	struct rect button = {box.x, box.y + (box.h - BUTTON_H) / 2, BUTTON_W, BUTTON_H};
	draw_words(ui, shift, fate,
		(struct rect){box.x + BUTTON_W + GAP, box.y, box.w - BUTTON_W - GAP, box.h});
	bool pressed = ui_button(ui, "office.test", button, ui_say(ui, "console.office.test"),
		(struct ui_button){.kind = UI_SECONDARY, .text_size = 18, .disabled = !may});
	bool key = !shift_is_covered(shift) && ui_key(ui, "f9");
	return (struct shift_action){
		may && (pressed || key) ? SHIFT_OFFICE_TEST : SHIFT_NOTHING, 0};
}
