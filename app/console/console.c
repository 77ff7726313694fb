#include "app/console/console.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/manner.h"
#include "app/console/office_page.h"
#include "app/console/screen.h"
#include "app/console/seat.h"

#include <stdlib.h>
#include <string.h>

enum { SECOND_MS = 1000 };

/* What another thread has to say: one of the four. */
struct news {
	struct desk_message *desk;
	struct saved *saved;
	struct lists *lists;
	struct plugged *plugged;
};

static void post_requests(struct console *console)
{
	struct desk_request request;
	while (shift_take_request(&console->shift, &request)) {
		desk_thread_post(console->desk, &request);
		memory_wipe(&request, sizeof(request));
	}
	enum report_format format;
	struct shift *shift = &console->shift;
	int counter;
	if (shift_take_seat(shift, &counter)) {
		(void)seat_keep(console->device, counter);
	}
	if (setup_take_wish_for_lists(&shift->setup)) {
		lists_look(console->finder);
	}
	const char *path = setup_wished_list(&shift->setup);
	if (path != NULL && lists_read(console->finder, path)) {
		setup_begin_list(&shift->setup);
	}
	if (setup_take_wish_for_devices(&shift->setup)) {
		plugged_look(console->plugged);
	}
	struct appointment_slip slip;
	if (shift_take_slip(shift, &slip) &&
		!saver_print_slip(console->saver, &slip, shift->office)) {
		shift_saved(shift, &(struct saved){.busy = true, .slip = true}, clock_ticks_ms());
	}
	if (shift_take_save(shift, &format) &&
		!saver_save(console->saver, format, &shift->reporting.report, shift->office)) {
		shift_saved(shift, &(struct saved){.busy = true}, clock_ticks_ms());
	}
}

/* What was typed stays in no draw list either, once the form is closed or the desk is locked. */
static void forget_form(struct console *console)
{
	bool writes = console->shift.form.kind != FORM_CLOSED && !console->shift.locked;
	if (console->wrote && !writes) {
		loop_forget(console->loop);
	}
	console->wrote = writes;
}

static void sound(struct console *console, bool raises, int64_t now)
{
	static const enum sound_bell bells[] = {[ALARM_SOON] = SOUND_SOON,
		[ALARM_LATE] = SOUND_LATE,
		[ALARM_UNATTENDED] = SOUND_UNATTENDED};
	struct alarm_news news = alarm_hear(&console->alarm, &console->shift, now);
	if (news.sound != ALARM_NOTHING) {
		const struct voice_speech bell = {
			.lines = "", .chime = true, .bell = bells[news.sound]};
		(void)voice_say(console->voice, &bell);
	}
	if (news.late && raises) {
		loop_raise(console->loop);
	}
}

static struct language *open_texts(const char *code)
{
	char assets[PLACE_SIZE], texts[PLACE_SIZE + 8];
	if (!place_assets(assets, sizeof(assets))) {
		return NULL;
	}
	text_format(texts, sizeof(texts), "%s/text", assets);
	return language_open(texts, code);
}

/* While a footer is typed, the slip is in its language. */
static const struct language *slip_language(struct console *console)
{
	const char *code = setup_slip_language(&console->shift.setup);
	if (code == NULL || strcmp(code, language_code(console->language)) == 0) {
		return console->language;
	}
	if (console->other == NULL) {
		console->other = open_texts(code);
	}
	return console->other != NULL ? console->other : console->language;
}

/* The slip of the settings' page is drawn here: a screen has no paper. */
static void show_slip(struct console *console, struct ui *ui)
{
	struct shift *shift = &console->shift;
	shift->slip_picture = NULL;
	if (shift->setup.edit == NULL || shift->setup.topic != SETUP_SLIP) {
		return;
	}
	struct parts_layout layout = parts_canvas(ui);
	struct rect room = office_page_slip(&layout);
	shift->slip_picture = office_preview_show(&console->preview, &shift->setup.edit->office,
		slip_language(console), shift->setup.now_ms, ui_px(ui, room.w - 32),
		ui_px(ui, room.h - 32));
}

/* Everything on the screen steps on the office clock's whole seconds, so that one wake-up a second
 * is enough for all that runs. */
static void frame(void *context, struct ui *ui)
{
	struct console *console = context;
	struct shift *shift = &console->shift;
	struct instant now;
	clock_read(&shift->clock, &now);
	int64_t second = now.office_ms - now.office_ms % SECOND_MS;

	bool raises = manner_follow(shift, &console->alarm);
	shift_pass_time(shift, ui->ticks_ms);
	show_slip(console, ui);
	struct shift_action action = screen_frame(ui, shift, second);
	if (action.act == SHIFT_FORM_TYPE) {
		shift_type(shift, ui->event.text, ui->ticks_ms);
	} else if (action.act != SHIFT_NOTHING) {
		shift_act(shift, action, ui->ticks_ms);
	}
	post_requests(console);
	forget_form(console);
	sound(console, raises, second);
	if (shift->office != NULL) {
		ui_wake_in(ui, second + SECOND_MS - now.office_ms);
	}
	ui_wake_at(ui, shift_deadline(shift, ui->ticks_ms));
}

/* Says which print queue its computer names, and prints on the one that the head has chosen. */
static void follow_wire(struct console *console, const struct desk_message *message)
{
	if (message->kind == DESK_MESSAGE_OPENED && message->result == RESULT_OK) {
		struct desk_request request = {.act = DESK_REPORT_WIRE, .wire = console->wire};
		desk_thread_post(console->desk, &request);
	}
	if (message->kind == DESK_MESSAGE_VIEW && message->view != NULL) {
		struct wire wire = wire_follow(
			&console->wire, message->view->wires, message->view->wire_count);
		text_copy(console->queue, sizeof(console->queue), wire_uri(&wire));
	}
}

static void drop(void *data)
{
	struct news *news = data;
	desk_message_destroy(news->desk);
	free(news->saved);
	free(news->lists);
	free(news->plugged);
	free(news);
}

static void message(void *context, void *data)
{
	struct console *console = context;
	struct news *news = data;
	int64_t ticks = clock_ticks_ms();
	if (news->desk != NULL) {
		follow_wire(console, news->desk);
		shift_hear(&console->shift, news->desk, ticks);
	} else if (news->lists != NULL) {
		setup_hear_lists(&console->shift.setup, news->lists);
		news->lists = NULL;
	} else if (news->plugged != NULL) {
		setup_hear_devices(&console->shift.setup, news->plugged);
		news->plugged = NULL;
	} else {
		shift_saved(&console->shift, news->saved, ticks);
	}
	drop(news);
	post_requests(console);
	forget_form(console);
}

static void post(struct console *console, struct news words)
{
	struct news *news = memory_zeroed(1, sizeof(*news));
	*news = words;
	if (!loop_post(console->loop, news)) {
		drop(news);
	}
}

/* On the desk's thread, on the saver's, and on the finder's. */
static void deliver(void *context, struct desk_message *message_)
{
	post(context, (struct news){.desk = message_});
}

static void deliver_saved(void *context, struct saved *saved)
{
	post(context, (struct news){.saved = saved});
}

static void deliver_lists(void *context, struct lists *lists)
{
	post(context, (struct news){.lists = lists});
}

static void deliver_plugged(void *context, struct plugged *plugged)
{
	post(context, (struct news){.plugged = plugged});
}

/* The large sizes of the desk are drawn first when somebody signs in; the sign-in leaves time. */
static void warm(struct console *console)
{
	static const struct ui_style *const styles[] = {&PARTS_TICKET, &PARTS_CLOCK, &PARTS_CALL,
		&PARTS_NUMBER, &PARTS_HEADING, &PARTS_VALUE, &PARTS_TEXT_SEMIBOLD, &PARTS_TEXT,
		&PARTS_NOTE_SEMIBOLD};
	struct ui *ui = loop_ui(console->loop);
	parts_canvas(ui);
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		loop_warm(console->loop, styles[i]->face, ui_px(ui, styles[i]->size));
	}
}

static bool open_window(struct console *console, const struct settings *settings)
{
	struct loop_options options = {
		.title = language_text(console->language, "console.title"),
		.width = settings->width,
		.height = settings->height,
		.x = settings->x,
		.y = settings->y,
		.monitor = settings->monitor[0] == '\0' ? NULL : settings->monitor,
		.resizable = settings->width != 0,
		.hide_pointer = !settings->pointer,
		.script = settings->script,
		.exit_key = settings->exit_key,
	};
	struct loop_program program = {
		.context = console,
		.frame = frame,
		.message = message,
		.drop = drop,
	};
	console->loop = loop_create(&options, &program);
	if (console->loop == NULL) {
		return false;
	}
	struct ui *ui = loop_ui(console->loop);
	ui->theme = settings->contrast ? &theme_contrast : &theme_light;
	ui->language = console->language;
	ui->ppm = settings->ppm;
	ui->motion = settings->motion;
	warm(console);
	return true;
}

bool console_init(struct console *console, const struct settings *settings)
{
	*console = (struct console){0};
	shift_init(&console->shift, settings->counter, settings->demo);
	text_copy(console->device, sizeof(console->device), settings->device);
	if (settings->counter == 0 && !settings->demo) {
		console->shift.wanted_counter = seat_read(console->device);
		console->shift.may_move = true;
	}
	console->shift.paper_low = settings->paper_low;
	console->shift.own = settings->console;
	alarm_init(&console->alarm);

	char store[PLACE_SIZE];
	if (!place_store(settings->store, NULL, store, sizeof(store))) {
		return false;
	}
	console->language = open_texts(settings->language);
	if (console->language == NULL || !open_window(console, settings)) {
		return false;
	}
	if (settings->volume > 0) {
		/* Without it the console is silent, and works all the same. */
		console->voice = voice_open(&(struct voice_options){.volume = settings->volume});
	}
	if (!place_documents(
		    settings->reports, store, console->reports, sizeof(console->reports))) {
		return false;
	}
	console->wire = (struct wire){.part = WIRE_A4, .fixed = settings->fixed_a4};
	text_copy(console->wire.device, sizeof(console->wire.device),
		settings->device[0] != '\0' ? settings->device : "console");
	text_copy(console->wire.own, sizeof(console->wire.own), settings->a4);
	text_copy(console->queue, sizeof(console->queue), settings->a4);
	console->saver = saver_create(&(struct saver_options){.folder = console->reports,
					      .queue = console->queue,
					      .language = console->language},
		deliver_saved, console);
	console->plugged = plugged_create(deliver_plugged, console);
	console->finder = lists_create(console->reports, deliver_lists, console);
	struct desk_options options = {
		.store = store,
		.device = settings->device,
	};
	console->desk = desk_thread_start(&options, deliver, console);
	return console->desk != NULL;
}

void console_run(struct console *console)
{
	loop_run(console->loop);
}

/* The threads go first: they post to the loop. */
void console_finish(struct console *console)
{
	shift_rest(&console->shift, clock_ticks_ms());
	if (console->desk != NULL) {
		post_requests(console);
	}
	desk_thread_stop(console->desk);
	saver_destroy(console->saver);
	lists_destroy(console->finder);
	plugged_destroy(console->plugged);
	voice_close(console->voice);
	loop_destroy(console->loop);
	language_close(console->language);
	language_close(console->other);
	office_preview_finish(&console->preview);
	shift_finish(&console->shift);
}
