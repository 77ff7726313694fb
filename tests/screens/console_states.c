/*
 * Every state of the console, on each screen and in each way it is looked at: measured, and kept as
 * one line a state with a sum of each look's draw list. What the words and places are stands in the
 * other goldens; a sum that changed is looked at as a picture (GILIRAN_SHOTS=FOLDER,
 * STATE.LOOK.png).
 */
#include "app/base/text.h"
#include "app/console/screen.h"
#include "tests/screens/console_hands.h"
#include "tests/screens/console_model.h"
#include "tests/screens/console_office_scene.h"
#include "tests/support/golden.h"
#include "tests/support/inspect.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const int64_t NOW = 1000000;
enum { TARGET = 44, SUM_SIZE = 9 };

/* ---- the states ---- */

static void act(struct shift *shift, enum shift_act what, int index)
{
	hand_act(shift, what, index, NOW);
}

static void pin(struct shift *shift)
{
	model_pin(shift, false);
}

static void pin_new(struct shift *shift)
{
	model_pin(shift, true);
}

static void next(struct shift *shift)
{
	model_desk(shift);
	model_queue(shift);
}

static void serving(struct shift *shift)
{
	next(shift);
	model_serving(shift);
}

static void called(struct shift *shift)
{
	next(shift);
	model_called(shift);
}

static void late(struct shift *shift)
{
	model_desk(shift);
	model_late(shift);
}

static void resting(struct shift *shift)
{
	next(shift);
	shift->view->counters[1].state = VIEW_BREAK;
}

static void closed(struct shift *shift)
{
	next(shift);
	shift->view->counters[1].state = VIEW_CLOSED;
}

static void menu(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_MENU, 0);
}

static void devices(struct shift *shift)
{
	serving(shift);
	model_printer(shift, RESULT_PAPER_OUT, false);
	act(shift, SHIFT_DEVICES, 0);
}

static void trouble(struct shift *shift)
{
	serving(shift);
	shift->trouble = RESULT_STORE_FULL;
}

static void undo(struct shift *shift)
{
	serving(shift);
	shift->office->undo_s = 10;
	shift->undo_ms = shift->said_ms = NOW;
	text_copy(shift->said, sizeof(shift->said), "console.done.served");
	text_copy(shift->acted, sizeof(shift->acted), "K007");
}

static void refused(struct shift *shift)
{
	serving(shift);
	text_copy(shift->notice, sizeof(shift->notice), "result.counter_occupied");
}

static void locked(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_LOCK, 0);
}

static void transfer(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_SHEET, SHEET_TRANSFER);
}

static void tickets(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_SHEET, SHEET_TICKETS);
}

static void ticket(struct shift *shift)
{
	tickets(shift);
	act(shift, SHIFT_SHEET_CHOOSE, 0);
}

static void resting_why(struct shift *shift)
{
	next(shift);
	act(shift, SHIFT_SHEET, SHEET_BREAK);
}

static void relief(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_SHEET, SHEET_RELIEF);
}

static void helped(struct shift *shift)
{
	model_helped(shift, false);
}

/* All that may stand over the queue at once: nobody's counter is open, somebody is helped at the
 * kiosk, and questions are open. */
static void crowded(struct shift *shift)
{
	struct desk_view *view;
	model_helped(shift, false);
	view = shift->view;
	for (int i = 0; i < view->counter_count; i++) {
		view->counters[i].state = VIEW_CLOSED;
		view->counters[i].ticket = (struct ticket){0};
	}
	view->counters[1].state = VIEW_BREAK;
	view->late_ticket = view->unsaid_ticket = 5;
	view->unsaid_ms = 0;
	shift->late_count = 1;
	view->aside_count = 1;
	view->aside[0].state = TICKET_HELD;
	text_copy(view->aside[0].number, sizeof(view->aside[0].number), "D004");
}

static void book(struct shift *shift)
{
	serving(shift);
	act(shift, SHIFT_FORM, SHIFT_FORM_VISITOR);
}

static void hall(struct shift *shift, enum hall_page page)
{
	serving(shift);
	act(shift, SHIFT_HALL, (int)page);
	hand_drain(shift);
}

static void visitor(struct shift *shift)
{
	hall(shift, HALL_VISITOR);
}

static void new_number(struct shift *shift)
{
	hall(shift, HALL_NEW);
}

static void appointments(struct shift *shift)
{
	hall(shift, HALL_APPOINTMENTS);
}

static void room(struct shift *shift)
{
	hall(shift, HALL_ROOM);
}

static void roster(struct shift *shift)
{
	hall(shift, HALL_ROSTER);
}

static void settings(struct shift *shift)
{
	office_open_page(shift);
}

static const struct state {
	const char *name;
	void (*prepare)(struct shift *shift);
	int minute; /* after ten, and 24 seconds */
	bool over;  /* a menu lies over the desk, and over some of its texts */
} states[] = {
	{"starting", model_starting, 31, false},
	{"staff", model_staff, 31, false},
	{"pin", pin, 31, false},
	{"pin-new", pin_new, 31, false},
	{"counters", model_counters, 31, false},
	{"free", model_desk, 31, false},
	{"next", next, 31, false},
	{"called", called, 31, false},
	{"serving", serving, 31, false},
	{"late", late, 58, false},
	{"break", resting, 31, false},
	{"closed", closed, 31, false},
	{"menu", menu, 31, true},
	{"devices", devices, 31, true},
	{"trouble", trouble, 31, false},
	{"undo", undo, 31, false},
	{"refused", refused, 31, false},
	{"locked", locked, 31, false},
	{"transfer", transfer, 31, false},
	{"tickets", tickets, 31, false},
	{"ticket", ticket, 31, false},
	{"break-why", resting_why, 31, false},
	{"relief", relief, 31, false},
	{"helped", helped, 31, false},
	{"crowded", crowded, 31, false},
	{"book", book, 31, false},
	{"visitor", visitor, 31, false},
	{"new-number", new_number, 31, false},
	{"appointments", appointments, 31, false},
	{"room", room, 31, false},
	{"roster", roster, 31, false},
	{"settings", settings, 31, false},
};
enum { STATES = sizeof(states) / sizeof(states[0]) };

/* ---- the looks ---- */

static const struct look {
	const char *name, *language;
	int width, height;
	bool contrast;
} looks[] = {
	{"id", "id", 1280, 800, false},
	{"en", "en", 1280, 800, false},
	{"id-contrast", "id", 1280, 800, true},
	{"en-contrast", "en", 1280, 800, true},
	{"id-large", "id", 1920, 1080, false},
	{"en-large", "en", 1920, 1080, false},
	{"id-large-contrast", "id", 1920, 1080, true},
	{"en-large-contrast", "en", 1920, 1080, true},
	{"id-small", "id", 1024, 768, false},
	{"en-small", "en", 1024, 768, false},
};
enum { LOOKS = sizeof(looks) / sizeof(looks[0]) };

/* FNV-1a of its print, folded to 32 bits. */
static void sum_of(const struct draw_list *list, char out_sum[SUM_SIZE])
{
	char *text = NULL;
	size_t size;
	FILE *memory = open_memstream(&text, &size);
	assert_non_null(memory);
	draw_print(list, memory);
	assert_int_equal(fclose(memory), 0);
	uint64_t hash = UINT64_C(14695981039346656037);
	for (size_t i = 0; i < size; i++) {
		hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	}
	free(text);
	(void)snprintf(out_sum, SUM_SIZE, "%08" PRIx32, (uint32_t)(hash ^ hash >> 32));
}

/* A mouse is used too, so 44 of the console's units do (look.md, "Console"); a whole screen or card
 * behind what is asked is no target. */
static void inspect_hits(struct inspection *inspection, const char *name, const struct ui *ui)
{
	int least = TARGET *
		    (ui->height < ui->width * 800 / 1280 ? ui->height * 1280 / 800 : ui->width);
	for (size_t i = 0; i < ui->spot_count; i++) {
		const struct ui_spot *spot = &ui->spots[i];
		if (spot->rect.w * 1280 + 1280 < least || spot->rect.h * 1280 + 1280 < least) {
			fprintf(stderr, "%s: %s is %dx%d\n", name, spot->id, spot->rect.w,
				spot->rect.h);
			inspection->faults++;
		}
	}
}

static void look_at(const struct state *state, const struct look *look,
	struct inspection *inspection, char out_sum[SUM_SIZE])
{
	struct shift shift;
	struct ui ui;
	char name[96];
	text_format(name, sizeof(name), "%s.%s", state->name, look->name);
	state->prepare(&shift);
	golden_start(&ui, look->language, look->width, look->height);
	ui.theme = look->contrast ? &theme_contrast : &theme_light;
	for (int i = 0; i < 2; i++) {
		ui_begin(&ui, NULL);
		screen_frame(&ui, &shift, model_at(10, state->minute, 24));
		ui_end(&ui);
	}
	if (!state->over) {
		inspect_texts(inspection, name, &ui);
	}
	inspect_contrast(inspection, name, &ui);
	inspect_hits(inspection, name, &ui);
	golden_shot(name, &ui.list, look->width, look->height);
	sum_of(&ui.list, out_sum);
	golden_finish(&ui);
	shift_finish(&shift);
}

static void test_every_state_in_every_look(void **state)
{
	(void)state;
	struct inspection *inspection = calloc(1, sizeof(*inspection));
	char *words = NULL, sum[SUM_SIZE];
	size_t size;
	FILE *memory = open_memstream(&words, &size);
	assert_non_null(memory);
	for (size_t i = 0; i < STATES; i++) {
		fprintf(memory, "%-13s", states[i].name);
		for (size_t j = 0; j < LOOKS; j++) {
			look_at(&states[i], &looks[j], inspection, sum);
			fprintf(memory, " %s", sum);
		}
		fprintf(memory, "\n");
	}
	assert_int_equal(fclose(memory), 0);
	if (inspection->faults > 0) {
		fail_msg("%d faults\n%s", inspection->faults, inspection->words);
	}
	golden_words("console-states", words);
	free(words);
	free(inspection);
}

/* Whether `key` stands on the screen, as a word of its own. */
static bool stands(const struct draw_list *list, char key)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		const char *text =
			command->kind == DRAW_TEXT ? draw_command_text(list, command) : "";
		for (const char *at = strchr(text, key); at != NULL; at = strchr(at + 1, key)) {
			if ((at == text || at[-1] == ' ') && (at[1] == '\0' || at[1] == ' ')) {
				return true;
			}
		}
	}
	return false;
}

/* Letters that do something in this state and stand nowhere on its screen. */
static void find_secret_keys(const struct state *state, char *out_keys)
{
	for (char letter = 'a'; letter <= 'z'; letter++) {
		struct shift shift;
		struct ui ui;
		struct ui_event event = {.kind = UI_KEY, .text = {letter, '\0'}};
		state->prepare(&shift);
		golden_start(&ui, "id", 1280, 800);
		ui.ticks_ms = NOW;
		ui_begin(&ui, NULL);
		screen_frame(&ui, &shift, model_at(10, state->minute, 24));
		ui_end(&ui);
		bool shown = stands(&ui.list, (char)(letter - 'a' + 'A'));
		ui_begin(&ui, &event);
		struct shift_action action =
			screen_frame(&ui, &shift, model_at(10, state->minute, 24));
		ui_end(&ui);
		if (action.act != SHIFT_NOTHING && !shown) {
			*out_keys++ = letter;
		}
		golden_finish(&ui);
		shift_finish(&shift);
	}
	*out_keys = '\0';
}

/* The desk's keys to pages that have no button on it stand in the large panel's head. */
static void test_no_key_acts_on_what_is_not_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < STATES; i++) {
		char secret[32];
		find_secret_keys(&states[i], secret);
		if (secret[strspn(secret, "cjw")] != '\0') {
			fail_msg("%s: %s", states[i].name, secret);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_state_in_every_look),
		cmocka_unit_test(test_no_key_acts_on_what_is_not_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
