#include "app/ui/loop.h"

#include "app/ui/loop_script.h"
#include "app/ui/paint_window.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <SDL.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* BATCH: events taken before the next frame is shown, so that a flood freezes no screen. */
enum { WARM = 32, BATCH = 64, IDLE_MS = 30, TOUCH_ECHO_MS = 500, TOUCH_LOST_MS = 3000 };

struct loop {
	struct loop_program program;
	struct ui ui;
	struct paint_window *window;
	struct loop_script *script;
	bool exit_key, locked;

	SDL_FingerID finger;
	bool touching, spoiled; /* a finger leads; a second one came */
	int64_t touched_ms;
	bool key_taken; /* the text of this key press is not for typing */

	struct {
		enum draw_face face;
		int size;
	} warm[WARM];
	size_t warm_count;

	Uint32 message_type, script_type;
	pthread_mutex_t lock;
	int forget; /* frames to be shown before all traces of the visit are wiped */
	bool ended; /* under lock: nothing is posted any more */
	bool quit;
};

/* ---- frames ---- */

static bool run_frame(struct loop *loop, const struct ui_event *event)
{
	loop->ui.ticks_ms = clock_ticks_ms();
	ui_begin(&loop->ui, event);
	loop->program.frame(loop->program.context, &loop->ui);
	ui_end(&loop->ui);
	return loop->ui.event_used;
}

/* Draws the present state and shows what differs from what is on the screen. */
static void show(struct loop *loop)
{
	run_frame(loop, NULL);
	paint_window_follow(loop->window, loop->ui.ticks_ms);
	paint_window_show(loop->window, &loop->ui.list);
	if (loop->program.shown) {
		loop->program.shown(loop->program.context);
	}
	if (loop->forget) {
		loop->forget--;
		paint_window_forget(loop->window, &loop->ui.list);
		memory_wipe_stack();
	}
	if (loop->script) {
		loop_script_check(loop->script, loop->ui.ticks_ms);
	}
}

/* ---- input ---- */

static void point(struct loop *loop, enum ui_event_kind kind, int x, int y)
{
	struct ui_event event = {.kind = kind, .x = x, .y = y};

	run_frame(loop, &event);
}

/* Milliseconds since any finger last did something. */
static int64_t finger_rest(const struct loop *loop)
{
	return loop->touched_ms ? clock_ticks_ms() - loop->touched_ms : INT64_MAX;
}

static void handle_finger(struct loop *loop, const SDL_TouchFingerEvent *finger)
{
	int x = (int)(finger->x * (float)loop->ui.width);
	int y = (int)(finger->y * (float)loop->ui.height);
	bool leads = loop->touching && finger->fingerId == loop->finger;

	/* A finger whose end was never told (an unplugged panel) must not block the next one. */
	if (finger_rest(loop) > TOUCH_LOST_MS && !leads) {
		loop->touching = false;
	}
	loop->touched_ms = clock_ticks_ms();
	if (finger->type == SDL_FINGERDOWN && loop->touching) {
		loop->spoiled = true;
		point(loop, UI_CANCEL, x, y);
	} else if (finger->type == SDL_FINGERDOWN) {
		loop->finger = finger->fingerId;
		loop->touching = true;
		loop->spoiled = false;
		point(loop, UI_DOWN, x, y);
	} else if (leads && finger->type == SDL_FINGERMOTION && !loop->spoiled) {
		point(loop, UI_MOVE, x, y);
	} else if (leads && finger->type == SDL_FINGERUP) {
		loop->touching = false;
		point(loop, loop->spoiled ? UI_CANCEL : UI_UP, x, y);
	}
}

/* A touch screen's driver may send the mouse along with each finger. */
static bool is_echo(const struct loop *loop, Uint32 mouse)
{
	return mouse == SDL_TOUCH_MOUSEID ||
	       finger_rest(loop) < (loop->touching ? TOUCH_LOST_MS : TOUCH_ECHO_MS);
}

static void handle_mouse(struct loop *loop, const SDL_Event *event)
{
	if (event->type == SDL_MOUSEMOTION) {
		/* A pointer that only hovers wakes nothing. */
		if (loop->ui.pressed[0] && !is_echo(loop, event->motion.which)) {
			point(loop, UI_MOVE, event->motion.x, event->motion.y);
		}
		return;
	}
	if (event->button.button != SDL_BUTTON_LEFT || is_echo(loop, event->button.which)) {
		return;
	}
	point(loop, event->type == SDL_MOUSEBUTTONDOWN ? UI_DOWN : UI_UP, event->button.x,
		event->button.y);
}

static void name_key(const SDL_Keysym *key, char *out_name, size_t size)
{
	const char *name = SDL_GetKeyName(key->sym);

	if (strncmp(name, "Keypad ", 7) == 0) {
		name += 7;
	}
	if (strcmp(name, "Enter") == 0) {
		name = "return";
	}
	if (strcmp(name, "Tab") == 0 && (key->mod & KMOD_SHIFT)) {
		name = "backtab";
	}
	text_copy(out_name, size, name);
	for (char *at = out_name; *at; at++) {
		if (*at >= 'A' && *at <= 'Z') {
			*at = (char)(*at + 'a' - 'A');
		}
	}
}

static bool may_repeat(const char *name)
{
	static const char *const names[] = {
		"backspace", "left", "right", "up", "down", "tab", "backtab"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], name) == 0) {
			return true;
		}
	}
	return false;
}

static void handle_key(struct loop *loop, const SDL_KeyboardEvent *key)
{
	struct ui_event event = {.kind = UI_KEY};

	if (loop->exit_key && key->keysym.sym == SDLK_q && (key->keysym.mod & KMOD_CTRL)) {
		loop->quit = true;
		return;
	}
	name_key(&key->keysym, event.text, sizeof(event.text));
	/* A repeat that is left out types what its first press typed, or nothing. */
	if (!key->repeat || may_repeat(event.text)) {
		loop->key_taken = run_frame(loop, &event);
	}
}

static void handle_text(struct loop *loop, const char *text)
{
	struct ui_event event = {.kind = UI_TEXT};

	if (!loop->key_taken && text_copy(event.text, sizeof(event.text), text)) {
		run_frame(loop, &event);
	}
}

static void take_size(struct loop *loop)
{
	paint_window_size(loop->window, &loop->ui.width, &loop->ui.height);
	paint_window_repaint(loop->window);
}

static void handle_window(struct loop *loop, const SDL_WindowEvent *event)
{
	switch (event->event) {
	case SDL_WINDOWEVENT_SIZE_CHANGED:
	case SDL_WINDOWEVENT_EXPOSED:
	case SDL_WINDOWEVENT_SHOWN:
	case SDL_WINDOWEVENT_RESTORED: take_size(loop); break;
	case SDL_WINDOWEVENT_FOCUS_LOST: point(loop, UI_CANCEL, 0, 0); break;
	case SDL_WINDOWEVENT_CLOSE: loop->quit = loop->quit || !loop->locked; break;
	default: break;
	}
}

static void handle(struct loop *loop, const SDL_Event *event)
{
	switch (event->type) {
	case SDL_QUIT: loop->quit = true; break; /* a signal: see paint_window_create */
	case SDL_WINDOWEVENT: handle_window(loop, &event->window); break;
	case SDL_FINGERDOWN:
	case SDL_FINGERUP:
	case SDL_FINGERMOTION: handle_finger(loop, &event->tfinger); break;
	case SDL_MOUSEBUTTONDOWN:
	case SDL_MOUSEBUTTONUP:
	case SDL_MOUSEMOTION: handle_mouse(loop, event); break;
	case SDL_KEYDOWN: handle_key(loop, &event->key); break;
	case SDL_TEXTINPUT: handle_text(loop, event->text.text); break;
	default:
		if (event->type == loop->message_type) {
			loop->program.message(loop->program.context, event->user.data1);
		} else if (event->type == loop->script_type && loop->script) {
			loop_script_obey(loop->script, clock_ticks_ms());
		}
		break;
	}
}

/* ---- running ---- */

static int64_t earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Milliseconds until something is due without input; -1 = never. */
static int time_left(struct loop *loop)
{
	int64_t due = loop->ui.wake_ms, left;

	if (loop->program.deadline) {
		due = earlier(due, loop->program.deadline(loop->program.context));
	}
	if (loop->script) {
		due = earlier(due, loop_script_deadline(loop->script));
	}
	if (loop->forget) {
		return 0;
	}
	if (due == INT64_MAX) {
		return -1;
	}
	left = due - clock_ticks_ms();
	return left < 1 ? 1 : (int)earlier(left, 3600000);
}

static bool wait_event(struct loop *loop, SDL_Event *out_event)
{
	int left = time_left(loop);

	while (loop->warm_count && (left < 0 || left > IDLE_MS)) {
		if (SDL_PollEvent(out_event)) {
			return true;
		}
		loop->warm_count--;
		paint_warm(paint_window_paint(loop->window), loop->warm[loop->warm_count].face,
			loop->warm[loop->warm_count].size);
		left = time_left(loop);
	}
	return SDL_WaitEventTimeout(out_event, left) != 0;
}

/* This event and what else came meanwhile. */
static void handle_batch(struct loop *loop, SDL_Event *event)
{
	int left = BATCH;

	do {
		handle(loop, event);
	} while (--left > 0 && !loop->quit && SDL_PollEvent(event));
}

void loop_run(struct loop *loop)
{
	SDL_Event event;

	show(loop);
	while (!loop->quit) {
		if (wait_event(loop, &event)) {
			handle_batch(loop, &event);
		}
		if (!loop->quit) {
			show(loop);
		}
	}
	pthread_mutex_lock(&loop->lock);
	loop->ended = true;
	pthread_mutex_unlock(&loop->lock);
}

void loop_raise(struct loop *loop)
{
	paint_window_raise(loop->window);
}

void loop_quit(struct loop *loop)
{
	loop->quit = true;
}

static bool push(struct loop *loop, Uint32 type, void *data)
{
	SDL_Event event;

	SDL_zero(event);
	event.type = type;
	event.user.data1 = data;
	pthread_mutex_lock(&loop->lock);
	bool pushed = !loop->ended && SDL_PushEvent(&event) == 1;
	pthread_mutex_unlock(&loop->lock);
	return pushed;
}

bool loop_post(struct loop *loop, void *data)
{
	return push(loop, loop->message_type, data);
}

void loop_input(struct loop *loop, const struct ui_event *event)
{
	run_frame(loop, event);
}

void loop_warm(struct loop *loop, enum draw_face face, int size_px)
{
	if (loop->warm_count == WARM) {
		return;
	}
	loop->warm[loop->warm_count].face = face;
	loop->warm[loop->warm_count++].size = size_px;
}

void loop_allow_blanking(struct loop *loop, bool allow)
{
	paint_window_allow_blanking(loop->window, allow);
}

void loop_forget(struct loop *loop)
{
	loop->forget = 2;
}

struct ui *loop_ui(struct loop *loop)
{
	return &loop->ui;
}

/* ---- the script's hands ---- */

static void hand_wake(void *context)
{
	struct loop *loop = context;

	push(loop, loop->script_type, NULL);
}

static bool hand_act(void *context, const struct ui_event *event, struct rect *out_where)
{
	struct loop *loop = context;
	bool taken = run_frame(loop, event);

	*out_where = loop->ui.where;
	show(loop);
	return taken;
}

static bool hand_shot(void *context, const char *path)
{
	struct loop *loop = context;

	show(loop);
	return paint_window_shot(loop->window, path);
}

static const struct draw_list *hand_shown(void *context)
{
	struct loop *loop = context;

	return paint_window_shown(loop->window);
}

static void hand_quit(void *context)
{
	loop_quit(context);
}

/* ---- making ---- */

static bool start_script(struct loop *loop)
{
	struct loop_script_hands hands = {
		.context = loop,
		.wake = hand_wake,
		.act = hand_act,
		.shot = hand_shot,
		.shown = hand_shown,
		.quit = hand_quit,
	};

	loop->script = loop_script_create(&hands);
	return loop->script != NULL;
}

struct loop *loop_create(const struct loop_options *options, const struct loop_program *program)
{
	struct paint_window *window = paint_window_create(options);
	struct loop *loop;

	if (!window) {
		return NULL;
	}
	loop = memory_zeroed(1, sizeof(*loop));
	pthread_mutex_init(&loop->lock, NULL);
	loop->program = *program;
	loop->exit_key = options->exit_key;
	loop->locked = options->locked;
	loop->window = window;
	loop->message_type = SDL_RegisterEvents(2);
	loop->script_type = loop->message_type + 1;
	ui_init(&loop->ui);
	loop->ui.measure = paint_measure;
	loop->ui.measure_context = paint_window_paint(window);
	take_size(loop);
	if (options->script && !start_script(loop)) {
		loop_destroy(loop);
		return NULL;
	}
	return loop;
}

/* Gives every message that is left to `take`. */
static void empty_queue(struct loop *loop, void (*take)(struct loop *loop, void *data))
{
	SDL_Event event;

	while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, loop->message_type, loop->message_type) ==
		1) {
		take(loop, event.user.data1);
	}
}

static void hand_over(struct loop *loop, void *data)
{
	loop->program.message(loop->program.context, data);
}

static void drop(struct loop *loop, void *data)
{
	if (loop->program.drop) {
		loop->program.drop(data);
	}
}

void loop_hear_rest(struct loop *loop)
{
	empty_queue(loop, hand_over);
}

void loop_destroy(struct loop *loop)
{
	if (!loop) {
		return;
	}
	pthread_mutex_lock(&loop->lock);
	loop->ended = true;
	pthread_mutex_unlock(&loop->lock);
	loop_script_destroy(loop->script);
	empty_queue(loop, drop);
	ui_finish(&loop->ui);
	paint_window_destroy(loop->window);
	pthread_mutex_destroy(&loop->lock);
	free(loop);
}
