#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The promise always in sight: in every state of the desk with a running clock its digits can be
 * read from two metres, nothing lies over them, and so it is with who waits alone. */
static const int64_t NOW = 1000000;

/* Two metres by the rule of 1/200 of the distance: capitals of 10 mm. */
static const double CAPITALS_MM = 10, CAPITALS_EM = 0.727;

enum over {
	OVER_NOTHING,
	OVER_MENU,
	OVER_DEVICES,
	OVER_FORM,
	OVER_TOAST,
	OVER_NOTICE,
	OVER_TROUBLE,
	OVER_SHEETS, /* and the kind of sheet */
	OVER_HALLS = OVER_SHEETS + SHEET_DATA,
	OVERS = OVER_HALLS + HALL_PAGES - 1
};

struct scene {
	enum shift_page page;
	bool locked;
	int over; /* enum over */
	bool late;
	int64_t now;
	const char *count;
};

static void open_sheet(struct shift *shift, enum sheet_kind kind)
{
	shift->sheet = (struct sheet){.kind = kind,
		.counter = shift->counter,
		.ticket = 1,
		.service = MODEL_JUAL,
		.state = TICKET_WAITING,
		.people = (int)shift->staff_count,
		.own = shift->chosen};
	text_copy(shift->sheet.number, sizeof(shift->sheet.number), "J009");
}

static void lay_over(struct shift *shift, int over)
{
	switch (over) {
	case OVER_NOTHING: return;
	case OVER_MENU: shift->menu = true; return;
	case OVER_DEVICES: shift->devices = true; return;
	case OVER_FORM: form_open_help(&shift->form, shift->office, 6); return;
	case OVER_NOTICE:
		text_copy(shift->notice, sizeof(shift->notice), "result.nobody_waiting");
		shift->notice_ms = NOW;
		return;
	case OVER_TROUBLE: shift->trouble = RESULT_STORE_FULL; return;
	case OVER_TOAST: break;
	default:
		if (over < OVER_HALLS) {
			open_sheet(shift, (enum sheet_kind)(over - OVER_SHEETS + 1));
		} else {
			hall_open(&shift->hall, (enum hall_page)(over - OVER_HALLS + 1),
				shift->office, 0x1F, shift->view->now_ms);
		}
		return;
	}
	shift->office->undo_s = 10;
	shift->undo_ms = shift->said_ms = NOW;
	text_copy(shift->said, sizeof(shift->said), "console.done.called");
	text_copy(shift->acted, sizeof(shift->acted), "D006");
}

static void prepare(struct shift *shift, const struct scene *scene)
{
	model_desk(shift);
	shift->chosen = 2; /* the head, who has all pages */
	if (scene->late) {
		model_late(shift);
	} else {
		model_called(shift);
	}
	model_wait(shift, "J009", MODEL_JUAL, model_at(10, 20, 0), TICKET_NEVER);
	shift->view->counters[0].state = VIEW_CLOSED;
	shift->view->now_ms = scene->now;
	if (scene->page != SHIFT_PAGE_QUEUE) {
		hand_act(shift, SHIFT_PAGE, (int)scene->page, NOW);
		hand_drain(shift);
	}
	shift->locked = scene->locked;
	lay_over(shift, scene->over);
}

/* ---- what can be seen ---- */

/* Anything painted over it counts, a scrim too. */
static bool is_bare(const struct draw_list *list, size_t index)
{
	struct rect own = rect_meet(list->commands[index].rect, list->commands[index].clip);
	for (size_t i = index + 1; i < list->count; i++) {
		const struct draw_command *later = &list->commands[i];
		bool fills = (later->kind == DRAW_RECT && (later->color & 0xFF) != 0) ||
			     later->kind == DRAW_PICTURE;
		if (fills && !rect_is_empty(rect_meet(own, rect_meet(later->rect, later->clip)))) {
			return false;
		}
	}
	return true;
}

/* The digits of a counter are texts of one letter each. */
static bool shows_count(const struct ui *ui, const char *count, double ppm)
{
	const struct draw_list *list = &ui->list;
	size_t length = strlen(count);
	for (size_t i = 0; i + length <= list->count; i++) {
		size_t found = 0;
		while (found < length) {
			const struct draw_command *cell = &list->commands[i + found];
			const char *text =
				cell->kind == DRAW_TEXT ? draw_command_text(list, cell) : "";
			bool tall = CAPITALS_EM * cell->size / ppm >= CAPITALS_MM;
			if (text[0] != count[found] || text[1] != '\0' || !tall ||
				!is_bare(list, i + found)) {
				break;
			}
			found++;
		}
		if (found == length) {
			return true;
		}
	}
	return false;
}

static bool shows_words(const struct ui *ui, const char *words)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_TEXT &&
			strstr(draw_command_text(&ui->list, command), words) != NULL &&
			is_bare(&ui->list, i)) {
			return true;
		}
	}
	return false;
}

/* ---- every state ---- */

static const struct screen {
	int width, height;
	double inches; /* of its diagonal */
	bool contrast;
} screens[] = {
	{1280, 800, 14, false},
	{1280, 800, 14, true},
	{1920, 1080, 24, false},
};
enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

static double pixels_per_mm(const struct screen *screen)
{
	return sqrt((double)screen->width * screen->width +
		       (double)screen->height * screen->height) /
	       (screen->inches * 25.4);
}

static void draw(struct ui *ui, const struct shift *shift, const struct screen *screen, int64_t now)
{
	golden_start(ui, "id", screen->width, screen->height);
	ui->ticks_ms = NOW;
	ui->theme = screen->contrast ? &theme_contrast : &theme_light;
	for (int i = 0; i < 2; i++) {
		ui_begin(ui, NULL);
		screen_frame(ui, shift, now);
		ui_end(ui);
	}
}

/* They lie over a part of what is below them, half covered texts and all. */
static bool is_popup(int over)
{
	return over == OVER_MENU || over == OVER_DEVICES;
}

static int look(const struct scene *scene, const char *name)
{
	int faults = 0;
	for (int i = 0; i < SCREENS; i++) {
		struct ui ui;
		struct shift shift;
		struct inspection inspection = {0};
		char shot[96];
		prepare(&shift, scene);
		draw(&ui, &shift, &screens[i], scene->now);
		bool counts = shows_count(&ui, scene->count, pixels_per_mm(&screens[i]));
		bool alone = shows_words(&ui, "menunggu tanpa loket");
		if (!is_popup(scene->over)) {
			inspect_texts(&inspection, name, &ui);
			inspect_contrast(&inspection, name, &ui);
		}
		if (!counts || !alone || inspection.faults > 0) {
			fprintf(stderr, "%s on %d: %s%s\n%s", name, i, counts ? "" : "no clock ",
				alone ? "" : "nobody waits alone", inspection.words);
			faults++;
		}
		text_format(shot, sizeof(shot), "sight-%s-%d", name, i);
		golden_shot(shot, &ui.list, screens[i].width, screens[i].height);
		golden_finish(&ui);
		shift_finish(&shift);
	}
	return faults;
}

/* A sheet over a locked desk is that of who goes on there, and nothing else lies over it. */
static bool is_possible(const struct scene *scene)
{
	if (!scene->locked) {
		return true;
	}
	return scene->page == SHIFT_PAGE_QUEUE &&
	       (scene->over == OVER_NOTHING || scene->over == OVER_SHEETS + SHEET_RELIEF - 1);
}

static void test_every_state_shows_the_clock(void **state)
{
	(void)state;
	int faults = 0;
	struct scene scene = {0};
	for (int i = 0; i < SHIFT_PAGES * OVERS * 2 * 2; i++) {
		char name[64];
		scene.over = i % OVERS;
		scene.page = (enum shift_page)(i / OVERS % SHIFT_PAGES);
		scene.locked = i / OVERS / SHIFT_PAGES % 2 == 1;
		scene.late = i / OVERS / SHIFT_PAGES / 2 == 1;
		scene.now = scene.late ? model_at(11, 58, 10) : model_at(10, 43, 38);
		scene.count = scene.late ? "1.11.23" : "08.26";
		text_format(name, sizeof(name), "page%d-over%d%s%s", (int)scene.page, scene.over,
			scene.locked ? "-locked" : "", scene.late ? "-late" : "");
		faults += is_possible(&scene) ? look(&scene, name) : 0;
	}
	assert_int_equal(faults, 0);
}

/* What the office promises stands there before a clock runs, too. */
static void test_other_promises(void **state)
{
	(void)state;
	static const struct {
		int target_s;
		bool runs;
		const char *name;
	} rows[] = {
		{300, false, "console-promise-5"},
		{120, false, "console-promise-2"},
		{300, true, "console-promise-5-runs"},
		{120, true, "console-promise-2-runs"},
		{0, false, "console-promise-none"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct shift shift;
		struct ui ui;
		model_desk(&shift);
		for (int service = 0; service < shift.office->service_count; service++) {
			shift.office->services[service].target_s = rows[i].target_s;
		}
		if (rows[i].runs) {
			model_late(&shift);
			shift.view->waiting[0].clock.target_s = rows[i].target_s;
		}
		draw(&ui, &shift, &screens[0], model_at(10, 48, 17));
		golden_text(rows[i].name, &ui.list);
		if (i < 2) {
			golden_picture(rows[i].name, &ui.list, 1280, 800);
		}
		golden_finish(&ui);
		shift_finish(&shift);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_shows_the_clock),
		cmocka_unit_test(test_other_promises),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
