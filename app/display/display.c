#include "app/display/display.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/display/running.h"
#include "app/display/spare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What other threads post to the loop; owns what it carries. */
struct envelope {
	struct desk_message *desk;
	struct board_news *board;
	struct photo *photo;
	struct caller_news *voice;
};

static void drop(void *data)
{
	struct envelope *envelope = data;
	desk_message_destroy(envelope->desk);
	free(envelope->board);
	if (envelope->photo) {
		photo_finish(envelope->photo);
	}
	free(envelope->photo);
	free(envelope->voice);
	free(envelope);
}

static void post(struct display *display, struct envelope carried)
{
	struct envelope *envelope = memory_zeroed(1, sizeof *envelope);
	*envelope = carried;
	bool taken = display->loop ? loop_post(display->loop, envelope)
				   : windowless_post(display->windowless, envelope);
	if (!taken) {
		drop(envelope);
	}
}

/* On the desk's thread. */
static void deliver_desk(void *context, struct desk_message *message)
{
	post(context, (struct envelope){.desk = message});
}

/* On the board's thread. */
static void deliver_board(void *context, struct board_news *news)
{
	post(context, (struct envelope){.board = news});
}

/* On the thread of the pictures. */
static void deliver_photo(void *context, struct photo *photo)
{
	struct photo *own = memory_zeroed(1, sizeof *own);
	*own = *photo;
	post(context, (struct envelope){.photo = own});
}

/* On the sound device's thread, or the voice's. */
static void deliver_voice(void *context, int64_t call, enum voice_stage stage)
{
	struct caller_news *news = memory_zeroed(1, sizeof *news);
	*news = (struct caller_news){call, stage, clock_ticks_ms()};
	post(context, (struct envelope){.voice = news});
}

/* One report after the other goes to the desk. */
static void pass_reports(struct display *display)
{
	struct desk_request request;
	if (display->opened && announcer_ask(&display->announcer, &request)) {
		desk_thread_post(display->desk, &request);
	}
}

static int64_t office_now(const struct display *display)
{
	struct instant now;
	clock_read(&display->clock, &now);
	return now.office_ms;
}

/* It was announced `age_ms` ago. */
static void note(struct display *display, int64_t call, enum announced_way way, int64_t age_ms)
{
	announcer_note(&display->announcer, call, way, office_now(display) - age_ms);
	pass_reports(display);
}

/* Nobody is called, and pictures may be seen by people who wait or pass. */
static bool is_quiet(const struct display_model *model)
{
	if (!model->view || !model->office || display_is_stale(model)) {
		return false;
	}
	enum scene_kind kind = scene_kind(&model->scene, model->view);
	return kind == SCENE_WAITING || kind == SCENE_IDLE;
}

enum { LOOK_MS = 15000 };

/* Nobody tells that a store is gone while nothing happens: a look every quarter of a minute does.
 */
static void look(struct display *display, int64_t ticks)
{
	const struct desk_request request = {.act = DESK_REFRESH};
	if (ticks - display->looked_ticks < LOOK_MS) {
		return;
	}
	display->looked_ticks = ticks;
	if (display->opened && !display->lost) {
		desk_thread_post(display->desk, &request);
	}
}

/* Lets time pass for all that is shown, and the LED board with it. */
static void advance(struct display *display, int64_t ticks)
{
	struct display_model *model = &display->model;
	struct instant now;
	clock_read(&display->clock, &now);
	model->now_ms = now.office_ms;
	model->told_ms = display->lost ? display->lost_ms : now.office_ms;
	if (model->view) {
		scene_step(&model->scene, model->view, ticks);
	}
	look(display, ticks);
	slides_step(&display->slides, is_quiet(model), ticks);
	led_board_follow(&display->board, model);
}

static void frame(void *context, struct ui *ui)
{
	struct display *display = context;
	struct display_model *model = &display->model;
	int width, height;
	advance(display, ui->ticks_ms);
	if (slides_ask(&display->slides, ui->ticks_ms)) {
		display_picture_room(ui, model, &width, &height);
		slide_worker_ask(display->pictures, width, height);
	}
	model->picture =
		slides_shown(&display->slides, ui->ticks_ms, ui->motion, &model->picture_share);
	model->dimmed = spare_is_night(model);
	spare_drift(model);
	loop_allow_blanking(display->loop, model->dimmed);
	display_frame(ui, model);
	ui_wake_at(ui, display->looked_ticks + LOOK_MS);
	ui_wake_at(ui, slides_deadline(&display->slides, ui->ticks_ms, ui->motion));
}

/* The frame is on the screen: its call was seen. */
static void shown(void *context)
{
	struct display *display = context;
	const struct display_model *model = &display->model;
	if (model->office && model->view && model->scene.showing) {
		note(display, model->scene.shown.id, ANNOUNCED_SHOWN, 0);
	}
}

static int64_t step(void *context)
{
	struct display *display = context;
	const struct display_model *model = &display->model;
	int64_t ticks = clock_ticks_ms();
	advance(display, ticks);
	int64_t next =
		model->view ? scene_deadline(&model->scene, model->view, ticks, false) : INT64_MAX;
	int64_t wait = led_board_wait(&display->board, model);
	int64_t look_at = display->looked_ticks + LOOK_MS;
	next = look_at < next ? look_at : next;
	if (next - ticks < wait) {
		wait = next > ticks ? next - ticks : 0;
	}
	return wait;
}

/* A training store's clock may be moved while the screen is on. */
static void follow_clock(struct display *display, int64_t office_ms)
{
	enum { SLACK_MS = 1000 };
	struct instant now;
	clock_read(&display->clock, &now);
	if (llabs(office_ms - now.office_ms) > SLACK_MS) {
		clock_set_offset(&display->clock, office_ms - now.boot_ms);
	}
}

/* It was checked when the office was made; a store may have been written by other hands since. */
static void clean_running(struct office *office)
{
	char clean[OFFICE_RUNNING_SIZE];
	bool cut = false;
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		char *text = office->running[i];
		/* The store's reader cuts without a word, so a full one counts as cut. */
		cut = strlen(text) > OFFICE_RUNNING_SIZE - 5 || cut;
		cut = running_clean(text, clean, sizeof clean) || cut;
		text_copy(text, OFFICE_RUNNING_SIZE, clean);
	}
	if (cut) {
		log_warn("display", "the running text is cut, or has marks that are left out");
	}
}

static void take_office(struct display *display, struct desk_message *message)
{
	free(display->office);
	display->office = message->office;
	message->office = NULL;
	clean_running(display->office);
	display->model.office = display->office;
}

/* The last picture stays, and says how old it is. */
static void lose(struct display *display)
{
	struct instant now;
	clock_read(&display->clock, &now);
	if (!display->lost) {
		display->lost_ms = now.office_ms;
	}
	display->lost = true;
}

/* The head has chosen another board, or none. */
static void follow_wire(struct display *display)
{
	struct settings *settings = &display->settings;
	const struct desk_view *view = display->view;
	struct wire wire = wire_follow(&display->wire, view->wires, view->wire_count);
	if (strcmp(wire_uri(&wire), settings->board) == 0) {
		return;
	}
	struct desk_request request = {.act = DESK_REPORT_DEVICE, .reason = RESULT_OK};
	text_copy(request.device, sizeof request.device, display->board.device);
	text_copy(settings->board, sizeof settings->board, wire_uri(&wire));
	log_info("display", "board: %s", settings->board[0] != '\0' ? settings->board : "none");
	led_board_close(&display->board);
	(void)led_board_open(&display->board, settings, display->language, deliver_board, display);
	if (request.device[0] != '\0' && display->board.worker == NULL) {
		desk_thread_post(display->desk, &request);
	}
}

static void take_view(struct display *display, struct desk_message *message)
{
	if (message->view == NULL) {
		/* Busy is looked at again by itself; the last picture stays. */
		if (message->result != RESULT_STORE_BUSY) {
			display->model.trouble = message->result;
			lose(display);
		}
		return;
	}
	free(display->view);
	display->view = message->view;
	message->view = NULL;
	display->model.trouble = RESULT_OK;
	display->lost = false;
	display->model.view = display->view;
	if (message->office != NULL) {
		take_office(display, message);
	}
	follow_wire(display);
	follow_clock(display, display->view->now_ms);
	scene_take(&display->model.scene, display->view, clock_ticks_ms());
	caller_take(&display->caller, display->office, display->view, office_now(display));
}

static void take_opened(struct display *display, struct desk_message *message)
{
	display->model.trouble = message->result;
	if (message->result != RESULT_OK) {
		lose(display);
	} else {
		display->lost = false;
		take_office(display, message);
		display->clock = message->clock;
		/* It may be another store, whose calls are other calls. */
		display->announcer = (struct announcer){0};
		display->model.scene.calls = (struct call_line){0};
		caller_begin(&display->caller);
	}
}

static void hear_answer(struct display *display, const struct desk_message *message)
{
	if (message->act != DESK_ANNOUNCE) {
		return;
	}
	announcer_hear(&display->announcer, message->result);
	if (message->result == RESULT_OK) {
		pass_reports(display);
	}
}

static void hear_board(struct display *display, const struct board_news *news)
{
	led_board_report(&display->board, display->opened ? display->desk : NULL, news);
	if (news->taken) {
		note(display, news->taken, ANNOUNCED_LIT, 0);
	}
}

static void hear_voice(struct display *display, const struct caller_news *news)
{
	if (caller_hear(&display->caller, display->office, office_now(display), news)) {
		note(display, news->call, ANNOUNCED_SPOKEN, clock_ticks_ms() - news->ticks_ms);
	}
}

static void hear(struct display *display, struct desk_message *message)
{
	switch (message->kind) {
	case DESK_MESSAGE_OPENED:
		take_opened(display, message);
		display->opened = message->result == RESULT_OK;
		if (display->opened) {
			struct desk_request request = {
				.act = DESK_REPORT_WIRE, .wire = display->wire};
			desk_thread_post(display->desk, &request);
			led_board_report(&display->board, display->desk, NULL);
		}
		break;
	case DESK_MESSAGE_VIEW:
		take_view(display, message);
		pass_reports(display);
		break;
	case DESK_MESSAGE_ANSWER: hear_answer(display, message); break;
	}
}

static void message(void *context, void *data)
{
	struct display *display = context;
	struct envelope *envelope = data;
	if (envelope->desk) {
		hear(display, envelope->desk);
	} else if (envelope->photo) {
		slides_take(&display->slides, envelope->photo, clock_ticks_ms());
	} else if (envelope->voice) {
		hear_voice(display, envelope->voice);
	} else {
		hear_board(display, envelope->board);
	}
	drop(envelope);
}

static bool open_window(struct display *display, const struct settings *settings)
{
	struct loop_options options = {
		.title = language_text(display->language, "display.title"),
		.width = settings->width,
		.height = settings->height,
		.x = settings->x,
		.y = settings->y,
		.monitor = settings->monitor[0] ? settings->monitor : NULL,
		.resizable = settings->width != 0,
		.hide_pointer = !settings->pointer || !settings->width,
		.script = settings->script,
		.exit_key = settings->exit_key,
	};
	struct loop_program program = {
		.context = display,
		.frame = frame,
		.shown = shown,
		.message = message,
		.drop = drop,
	};
	display->loop = loop_create(&options, &program);
	if (!display->loop) {
		return false;
	}
	struct ui *ui = loop_ui(display->loop);
	ui->theme = settings->contrast ? &theme_contrast : &theme_light;
	ui->language = display->language;
	ui->ppm = settings->ppm;
	ui->motion = settings->motion;
	return true;
}

/* Pictures are beautiful but not needed: without a thread for them all else goes on. */
static void open_pictures(struct display *display, const struct settings *settings)
{
	const struct ui *ui = loop_ui(display->loop);
	if (settings->pictures[0]) {
		display->pictures = slide_worker_start(settings->pictures,
			ui_color(ui, THEME_NIGHT_2) >> 8, deliver_photo, display);
	}
	slides_init(&display->slides, display->pictures != NULL);
}

static bool open_loop(struct display *display, const struct settings *settings)
{
	if (!settings->no_window) {
		if (!open_window(display, settings)) {
			return false;
		}
		open_pictures(display, settings);
		return true;
	}
	if (settings->board[0] == '\0' && (!settings->voice || settings->volume == 0)) {
		fprintf(stderr, "giliran-display: %s\n",
			language_text(display->language, "display.nothing"));
		return false;
	}
	struct windowless_program program = {
		.context = display,
		.step = step,
		.message = message,
		.drop = drop,
	};
	display->windowless = windowless_create(&program);
	return display->windowless != NULL;
}

bool display_init(struct display *display, const struct settings *settings)
{
	char assets[PLACE_SIZE], texts[PLACE_SIZE + 8], store[PLACE_SIZE];
	*display = (struct display){.settings = *settings, .wire = {.part = WIRE_BOARD}};
	text_copy(display->wire.device, sizeof display->wire.device,
		settings->device[0] ? settings->device : "display");
	text_copy(display->wire.own, sizeof display->wire.own, settings->board);
	display->wire.fixed = settings->fixed_board;
	clock_init(&display->clock, NULL);
	if (!place_assets(assets, sizeof assets) ||
		!place_store(settings->store, NULL, store, sizeof store)) {
		return false;
	}
	text_format(texts, sizeof texts, "%s/text", assets);
	display->language = language_open(texts, settings->language);
	if (!display->language || !open_loop(display, settings)) {
		return false;
	}
	struct desk_options options = {
		.store = store,
		.device = settings->device[0] ? settings->device : "display",
		.has_screen = !settings->no_window,
		.has_board = settings->board[0] != '\0',
	};
	caller_open(&display->caller, settings, store, deliver_voice, display);
	display->desk = desk_thread_start(&options, deliver_desk, display);
	return display->desk &&
	       led_board_open(&display->board, settings, display->language, deliver_board, display);
}

void display_run(struct display *display)
{
	if (display->loop) {
		loop_run(display->loop);
	} else {
		windowless_run(display->windowless);
	}
}

/* The threads go first: they post to the loop. */
void display_finish(struct display *display)
{
	led_board_close(&display->board);
	caller_close(&display->caller);
	slide_worker_stop(display->pictures);
	desk_thread_stop(display->desk);
	loop_destroy(display->loop);
	windowless_destroy(display->windowless);
	language_close(display->language);
	slides_finish(&display->slides);
	free(display->office);
	free(display->view);
}
