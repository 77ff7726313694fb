#include "app/ui/loop.h"

#include "app/base/clock.h"

#include "tests/unit/check.h"

#include <SDL.h>

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A program with one big button, driven by events of the video system as a person would. */
struct program {
	struct loop *loop;
	int taps, messages, frames, keys;
	char typed[64];
	int64_t deadline_ms, started_ms;
	const SDL_Event *events; /* pushed after the first frame, one a frame */
	size_t event_count, next_event;
	size_t pause_after; /* so many events were pushed: 3.1 s pass */
	const char *secret; /* drawn for some frames, then forgotten */
	bool forgot;
	int quit_after; /* frames without anything left to push */
};

static const struct rect button = {100, 100, 400, 200};

static void frame(void *context, struct ui *ui)
{
	struct program *program = context;

	ui_canvas(ui, 640, 480);
	ui_fill(ui, ui_screen(ui), 0, THEME_PAGE);
	program->taps += ui_touch(ui, "button", button, NULL, NULL);
	program->keys += ui_key(ui, "f");
	if (ui->event.kind == UI_TEXT) {
		snprintf(program->typed + strlen(program->typed), 8, "%.7s", ui->event.text);
	}
	if (ui->event.kind != UI_NONE) {
		return;
	}
	program->frames++;
	ui_text(ui, button, UI_LABEL, UI_CENTER, THEME_INK, program->taps ? "tapped" : "waiting");
	if (program->secret && program->quit_after > 4) {
		ui_text(ui, button, UI_LABEL, UI_LEFT, THEME_INK, program->secret);
	}
	if (program->secret && program->quit_after == 5) {
		loop_forget(program->loop);
		program->forgot = true;
	}
	if (program->next_event < program->event_count) {
		SDL_Event event = program->events[program->next_event++];
		if (program->pause_after && program->next_event == program->pause_after + 1) {
			SDL_Delay(3100);
		}
		SDL_PushEvent(&event);
	} else if (program->quit_after && --program->quit_after == 0) {
		loop_quit(program->loop);
	}
	if (program->quit_after) {
		ui_wake_in(ui, 1);
	}
}

static void message(void *context, void *data)
{
	struct program *program = context;

	program->messages++;
	assert_string_equal(data, "hello");
	free(data);
	loop_quit(program->loop);
}

static int64_t deadline(void *context)
{
	struct program *program = context;

	if (program->deadline_ms && clock_ticks_ms() >= program->deadline_ms) {
		loop_quit(program->loop);
	}
	return program->deadline_ms ? program->deadline_ms : INT64_MAX;
}

/* Dropped data is marked, so that the test can tell. */
static void drop(void *data)
{
	snprintf(data, 6, "gone");
}

static void start(struct program *program, bool script)
{
	const struct loop_options options = {
		.title = "test", .width = 640, .height = 480, .x = -1, .y = -1, .script = script};
	const struct loop_program parts = {.context = program,
		.frame = frame,
		.message = message,
		.deadline = deadline,
		.drop = drop};

	program->loop = loop_create(&options, &parts);
	assert_non_null(program->loop);
}

static void run(struct program *program, const SDL_Event *events, size_t count)
{
	program->events = events;
	program->event_count = count;
	program->quit_after = 2;
	start(program, false);
	loop_run(program->loop);
	loop_destroy(program->loop);
}

static SDL_Event mouse(Uint32 type, int x, int y)
{
	SDL_Event event = {.button = {.type = type, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};

	return event;
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
	SDL_Event event = {.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};

	return event;
}

static SDL_Event key(SDL_Keycode code)
{
	SDL_Event event = {.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code}}};

	return event;
}

static SDL_Event text(const char *letters)
{
	SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};

	snprintf(event.text.text, sizeof(event.text.text), "%s", letters);
	return event;
}

static void a_click_is_one_tap(void **state)
{
	struct program program = {0};
	SDL_Event events[2] = {
		mouse(SDL_MOUSEBUTTONDOWN, 200, 200), mouse(SDL_MOUSEBUTTONUP, 210, 210)};

	(void)state;
	run(&program, events, 2);
	assert_int_equal(program.taps, 1);
}

static void the_mouse_that_comes_with_a_finger_is_left_out(void **state)
{
	struct program program = {0};
	SDL_Event events[4] = {finger(SDL_FINGERDOWN, 1, 0.3F, 0.4F),
		mouse(SDL_MOUSEBUTTONDOWN, 192, 192), finger(SDL_FINGERUP, 1, 0.3F, 0.4F),
		mouse(SDL_MOUSEBUTTONUP, 192, 192)};

	(void)state;
	run(&program, events, 4);
	assert_int_equal(program.taps, 1);
}

static void a_second_finger_undoes_the_press(void **state)
{
	struct program program = {0};
	SDL_Event events[6] = {finger(SDL_FINGERDOWN, 1, 0.3F, 0.4F),
		finger(SDL_FINGERDOWN, 2, 0.4F, 0.4F), finger(SDL_FINGERUP, 2, 0.4F, 0.4F),
		finger(SDL_FINGERUP, 1, 0.3F, 0.4F), finger(SDL_FINGERDOWN, 3, 0.3F, 0.4F),
		finger(SDL_FINGERUP, 3, 0.3F, 0.4F)};

	(void)state;
	run(&program, events, 4);
	assert_int_equal(program.taps, 0);
	program = (struct program){0};
	run(&program, events, 6);
	assert_int_equal(program.taps, 1);
}

static void a_finger_that_never_ends_does_not_block_the_next(void **state)
{
	struct program program = {.pause_after = 1};
	SDL_Event events[3] = {finger(SDL_FINGERDOWN, 1, 0.9F, 0.9F),
		finger(SDL_FINGERDOWN, 2, 0.3F, 0.4F), finger(SDL_FINGERUP, 2, 0.3F, 0.4F)};

	(void)state;
	run(&program, events, 3);
	assert_int_equal(program.taps, 1);
}

static void a_key_that_was_taken_types_nothing(void **state)
{
	struct program program = {0};
	SDL_Event events[4] = {key(SDLK_f), text("f"), key(SDLK_g), text("g")};

	(void)state;
	run(&program, events, 4);
	assert_int_equal(program.keys, 1);
	assert_string_equal(program.typed, "g");
}

static void a_held_key_that_was_taken_types_nothing_either(void **state)
{
	struct program program = {0};
	SDL_Event events[6] = {
		key(SDLK_f), text("f"), key(SDLK_f), text("f"), key(SDLK_g), text("g")};

	(void)state;
	events[2].key.repeat = 1;
	run(&program, events, 6);
	assert_int_equal(program.keys, 1);
	assert_string_equal(program.typed, "g");
}

static void a_flood_of_letters_does_not_freeze_the_screen(void **state)
{
	enum { LETTERS = 10000, SHOWN_AT_LEAST = 100 };
	struct program program = {0};
	SDL_Event event = text("");

	(void)state;
	start(&program, false);
	for (int i = 0; i < LETTERS; i++) {
		assert_int_equal(SDL_PushEvent(&event), 1);
	}
	program.quit_after = SHOWN_AT_LEAST;
	loop_run(program.loop);
	assert_true(SDL_PeepEvents(NULL, 0, SDL_PEEKEVENT, SDL_TEXTINPUT, SDL_TEXTINPUT) > 0);
	loop_destroy(program.loop);
}

static void *post_hello(void *context)
{
	struct program *program = context;
	char *data = strdup("hello");

	assert_true(loop_post(program->loop, data));
	return NULL;
}

static void a_message_comes_from_another_thread(void **state)
{
	struct program program = {0};
	pthread_t thread;

	(void)state;
	start(&program, false);
	assert_int_equal(pthread_create(&thread, NULL, post_hello, &program), 0);
	loop_run(program.loop);
	pthread_join(thread, NULL);
	assert_int_equal(program.messages, 1);
	char *late = strdup("late");
	assert_false(loop_post(program.loop, late));
	free(late);
	loop_destroy(program.loop);
}

static void a_message_that_is_not_delivered_is_dropped(void **state)
{
	struct program program = {0};

	(void)state;
	char data[] = "hello";
	start(&program, false);
	assert_true(loop_post(program.loop, data));
	loop_destroy(program.loop);
	assert_string_equal(data, "gone");
	assert_int_equal(program.messages, 0);
}

static void it_wakes_at_the_deadline(void **state)
{
	struct program program = {0};

	(void)state;
	start(&program, false);
	program.started_ms = clock_ticks_ms();
	program.deadline_ms = program.started_ms + 120;
	loop_run(program.loop);
	assert_true(clock_ticks_ms() - program.started_ms >= 120);
	assert_true(program.frames < 10);
	loop_destroy(program.loop);
}

static void *terminate(void *context)
{
	(void)context;
	SDL_Delay(50);
	kill(getpid(), SIGTERM);
	return NULL;
}

static void the_signal_to_end_ends_it(void **state)
{
	struct program program = {0};
	pthread_t thread;

	(void)state;
	start(&program, false);
	assert_int_equal(pthread_create(&thread, NULL, terminate, NULL), 0);
	loop_run(program.loop);
	pthread_join(thread, NULL);
	loop_destroy(program.loop);
}

/* Asks the window to close after the first frame; three more frames otherwise end the program. */
static bool closes(bool locked)
{
	struct program program = {.quit_after = 3};
	SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE}};
	const struct loop_options options = {
		.title = "test", .width = 640, .height = 480, .x = -1, .y = -1, .locked = locked};
	const struct loop_program parts = {.context = &program, .frame = frame};

	program.events = &event;
	program.event_count = 1;
	program.loop = loop_create(&options, &parts);
	assert_non_null(program.loop);
	loop_run(program.loop);
	loop_destroy(program.loop);
	return program.quit_after > 0;
}

static void only_a_locked_window_stays_open(void **state)
{
	(void)state;
	assert_true(closes(false));
	assert_false(closes(true));
}

/* Runs a script from standard input; its answers are in `out_answers`. */
static void run_script(struct program *program, const char *lines, char *out_answers, size_t size)
{
	int in[2], out[2], kept_in = dup(STDIN_FILENO), kept_out = dup(STDOUT_FILENO);

	fflush(stdout);
	assert_int_equal(pipe(in), 0);
	assert_int_equal(pipe(out), 0);
	assert_int_equal(write(in[1], lines, strlen(lines)), (ssize_t)strlen(lines));
	close(in[1]);
	dup2(in[0], STDIN_FILENO);
	dup2(out[1], STDOUT_FILENO);
	close(out[1]);
	start(program, true);
	loop_run(program->loop);
	loop_destroy(program->loop);
	fflush(stdout);
	dup2(kept_in, STDIN_FILENO);
	dup2(kept_out, STDOUT_FILENO);
	ssize_t got = read(out[0], out_answers, size - 1);
	out_answers[got > 0 ? got : 0] = '\0';
	close(in[0]);
	close(out[0]);
	close(kept_in);
	close(kept_out);
}

static void a_script_taps_waits_and_asks(void **state)
{
	struct program program = {0};
	char answers[512];

	(void)state;
	run_script(&program,
		"wait waiting 1000\nwait nonsense 20\nwhere button\ntap nobody\ntap button\n"
		"wait tapped 1000\npoint 300 200\nhop\ntype ab\nshot /nowhere/a.png\nquit\n",
		answers, sizeof(answers));
	assert_string_equal(answers, "ok\nfailed: the text did not appear in time\nok 300 200\n"
				     "failed: nothing with this id can be tapped\nok\nok\nok\n"
				     "failed: there is no command of that name\nok\n"
				     "failed: the picture cannot be written\nok\n");
	assert_int_equal(program.taps, 2);
	assert_string_equal(program.typed, "ab");
}

/* Whether the letters of this visit are in the lists that the loop holds. */
static bool holds(const struct draw_list *list, const char *letters)
{
	for (size_t i = 0; i + strlen(letters) <= list->room; i++) {
		if (memcmp(list->bytes + i, letters, strlen(letters)) == 0) {
			return true;
		}
	}
	return false;
}

static void forgetting_leaves_no_letter(void **state)
{
	struct program program = {.secret = "Siti Rahma", .quit_after = 8};

	(void)state;
	start(&program, false);
	loop_run(program.loop);
	assert_false(holds(&loop_ui(program.loop)->list, "Siti Rahma"));
	assert_true(program.forgot);
	loop_destroy(program.loop);
}

static void a_script_writes_what_is_shown(void **state)
{
	char lines[256], picture[64], list[64], answers[64], first[64] = "";
	struct program program = {0};
	unsigned char head[8] = {0};

	(void)state;
	snprintf(picture, sizeof(picture), "loop-%ld.png", (long)getpid());
	snprintf(list, sizeof(list), "loop-%ld.txt", (long)getpid());
	snprintf(lines, sizeof(lines), "shot %s\ndump %s\nquit\n", picture, list);
	run_script(&program, lines, answers, sizeof(answers));
	assert_string_equal(answers, "ok\nok\nok\n");
	FILE *file = fopen(picture, "rb");
	assert_non_null(file);
	assert_int_equal(fread(head, 1, sizeof(head), file), sizeof(head));
	fclose(file);
	assert_memory_equal(head + 1, "PNG", 3);
	file = fopen(list, "r");
	assert_non_null(file);
	assert_non_null(fgets(first, sizeof(first), file));
	fclose(file);
	assert_string_equal(first, "rect    0,0 640x480 r0 page\n");
	remove(picture);
	remove(list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_click_is_one_tap),
		cmocka_unit_test(the_mouse_that_comes_with_a_finger_is_left_out),
		cmocka_unit_test(a_second_finger_undoes_the_press),
		cmocka_unit_test(a_finger_that_never_ends_does_not_block_the_next),
		cmocka_unit_test(a_key_that_was_taken_types_nothing),
		cmocka_unit_test(a_held_key_that_was_taken_types_nothing_either),
		cmocka_unit_test(a_flood_of_letters_does_not_freeze_the_screen),
		cmocka_unit_test(a_message_comes_from_another_thread),
		cmocka_unit_test(a_message_that_is_not_delivered_is_dropped),
		cmocka_unit_test(it_wakes_at_the_deadline),
		cmocka_unit_test(the_signal_to_end_ends_it),
		cmocka_unit_test(only_a_locked_window_stays_open),
		cmocka_unit_test(a_script_taps_waits_and_asks),
		cmocka_unit_test(forgetting_leaves_no_letter),
		cmocka_unit_test(a_script_writes_what_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
