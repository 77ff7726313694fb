#include "app/display/display.h"

#include "app/base/text.h"

#include <stdlib.h>

static void frame(void *context, struct ui *ui)
{
	struct display *display = context;
	struct display_model *model = &display->model;
	struct instant now;
	clock_read(&display->clock, &now);
	model->now_ms = now.office_ms;
	if (model->view) {
		scene_step(&model->scene, model->view, ui->ticks_ms);
	}
	display_frame(ui, model);
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

static void take_office(struct display *display, struct desk_message *message)
{
	free(display->office);
	display->office = message->office;
	message->office = NULL;
	display->model.office = display->office;
}

static void take_view(struct display *display, struct desk_message *message)
{
	if (message->view == NULL) {
		/* Busy is looked at again by itself; the last picture stays. */
		if (message->result != RESULT_STORE_BUSY) {
			display->model.trouble = message->result;
		}
		return;
	}
	free(display->view);
	display->view = message->view;
	message->view = NULL;
	display->model.trouble = RESULT_OK;
	display->model.view = display->view;
	if (message->office != NULL) {
		take_office(display, message);
	}
	follow_clock(display, display->view->now_ms);
	scene_take(&display->model.scene, display->view, clock_ticks_ms());
}

static void take_opened(struct display *display, struct desk_message *message)
{
	display->model.trouble = message->result;
	if (message->result != RESULT_OK) {
		/* What the lost store said may be called on no longer. */
		free(display->view);
		display->view = NULL;
		display->model.view = NULL;
	} else {
		take_office(display, message);
		display->clock = message->clock;
	}
}

static void message(void *context, void *data)
{
	struct display *display = context;
	struct desk_message *message_ = data;
	switch (message_->kind) {
	case DESK_MESSAGE_OPENED: take_opened(display, message_); break;
	case DESK_MESSAGE_VIEW: take_view(display, message_); break;
	case DESK_MESSAGE_ANSWER: break;
	}
	desk_message_destroy(message_);
}

static void drop(void *data)
{
	desk_message_destroy(data);
}

/* On the desk's thread. */
static void deliver(void *context, struct desk_message *message_)
{
	struct display *display = context;
	if (!loop_post(display->loop, message_)) {
		desk_message_destroy(message_);
	}
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

bool display_init(struct display *display, const struct settings *settings)
{
	char assets[PLACE_SIZE], texts[PLACE_SIZE + 8], store[PLACE_SIZE];
	*display = (struct display){0};
	clock_init(&display->clock, NULL);
	if (!place_assets(assets, sizeof assets) ||
		!place_store(settings->store, NULL, store, sizeof store)) {
		return false;
	}
	text_format(texts, sizeof texts, "%s/text", assets);
	display->language = language_open(texts, settings->language);
	if (!display->language || !open_window(display, settings)) {
		return false;
	}
	struct desk_options options = {
		.store = store,
		.device = settings->device[0] ? settings->device : "display",
	};
	display->desk = desk_thread_start(&options, deliver, display);
	return display->desk != NULL;
}

void display_run(struct display *display)
{
	loop_run(display->loop);
}

/* The thread goes first: it posts to the loop. */
void display_finish(struct display *display)
{
	desk_thread_stop(display->desk);
	loop_destroy(display->loop);
	language_close(display->language);
	free(display->office);
	free(display->view);
}
