#include "app/kiosk/kiosk.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/instrument_file.h"
#include "app/kiosk/book.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/kiosk_corner.h"
#include "app/kiosk/kiosk_paper.h"
#include "app/kiosk/kiosk_wires.h"
#include "app/kiosk/kiosk_wish.h"
#include "app/kiosk/rate.h"
#include "app/kiosk/screen.h"
#include "app/kiosk/ways.h"

#include <stdlib.h>
#include <string.h>

/* What other threads post to the loop; owns what it carries. */
struct envelope {
	struct desk_message *desk;
	struct printer_message *worker;
	struct reader_message *reader;
};

static void drop(void *data)
{
	struct envelope *envelope = data;
	desk_message_destroy(envelope->desk);
	free(envelope->worker);
	reader_message_destroy(envelope->reader);
	free(envelope);
}

static void post(struct kiosk *kiosk, struct envelope carried)
{
	struct envelope *envelope = memory_zeroed(1, sizeof(*envelope));
	*envelope = carried;
	if (!loop_post(kiosk->loop, envelope)) {
		drop(envelope);
	}
}

static void deliver_desk(void *context, struct desk_message *message)
{
	post(context, (struct envelope){.desk = message});
}

static void deliver_worker(void *context, struct printer_message *message)
{
	post(context, (struct envelope){.worker = message});
}

static void deliver_reader(void *context, struct reader_message *message)
{
	post(context, (struct envelope){.reader = message});
}

static void read_time(struct kiosk *kiosk)
{
	struct instant now;
	clock_read(&kiosk->clock, &now);
	kiosk->lobby.now_ms = now.office_ms;
	kiosk->lobby.ticks_ms = clock_ticks_ms();
}

/* ---- doing what the journey wants ---- */

static void ask_standards(struct kiosk *kiosk)
{
	kiosk->standards_asked = true;
	desk_thread_post(kiosk->desk, &(struct desk_request){.act = DESK_READ_STANDARDS});
}

/* Waiting times and last hours change with time alone, which no news from the store tells. */
static void refresh(struct kiosk *kiosk)
{
	if (kiosk->office != NULL && kiosk->lobby.store == RESULT_OK) {
		desk_thread_post(kiosk->desk, &(struct desk_request){.act = DESK_REFRESH});
		if (kiosk->standards_asked) { /* the store was busy */
			ask_standards(kiosk);
		}
	}
}

/* ---- the loop's callbacks ---- */

static void touch(struct kiosk *kiosk, const struct ui *ui)
{
	if (ui->event.kind != UI_NONE && ui->event.kind != UI_WHERE_ID) {
		journey_touch(&kiosk->journey, &kiosk->lobby);
	}
}

static void frame(void *context, struct ui *ui)
{
	struct kiosk *kiosk = context;
	struct journey *journey = &kiosk->journey;
	read_time(kiosk);
	enum journey_screen before = journey->visit.screen;
	aloud_hold(&kiosk->aloud, journey, &kiosk->lobby);
	journey_tick(journey, &kiosk->lobby);
	if (kiosk->minute != kiosk->lobby.now_ms / 60000) {
		kiosk->minute = kiosk->lobby.now_ms / 60000;
		press_retry(&kiosk->press);
		refresh(kiosk);
	}
	touch(kiosk, ui);
	ui->language = kiosk->languages[journey->language];
	ui->theme = journey->contrast ? &theme_contrast : &theme_light;
	if (kiosk_corner_frame(kiosk, ui)) {
		aloud_silence(&kiosk->aloud);
		return;
	}
	if (guard_swallows(&kiosk->guard, &journey->visit, &ui->event, kiosk->lobby.ticks_ms)) {
		ui->event.kind = UI_NONE;
	}
	struct action action = screen_frame(ui, &kiosk->lobby, journey);
	kiosk_perform(kiosk, journey_act(journey, &kiosk->lobby, &action));
	if (before != JOURNEY_SERVICE && journey->visit.screen == JOURNEY_SERVICE) {
		refresh(kiosk);
	}
	kiosk_corner_watch(kiosk, ui);
	aloud_frame(&kiosk->aloud, ui, journey, &kiosk->lobby);
	if (before != JOURNEY_WELCOME && journey->visit.screen == JOURNEY_WELCOME) {
		ui->focus_shown = false;  /* the next visitor may not need it */
		loop_forget(kiosk->loop); /* what was typed must not stay in draw lists either */
		kiosk_leave_help(kiosk);
	}
}

static int64_t deadline(void *context)
{
	struct kiosk *kiosk = context;
	int64_t visitor_ms = journey_deadline(&kiosk->journey, &kiosk->lobby);
	int64_t minute_ms = kiosk->office != NULL ? lobby_next_minute(&kiosk->lobby) : INT64_MAX;
	int64_t corner_ms = corner_deadline(&kiosk->corner);
	int64_t invited_ms;
	const char *numbers[VIEW_SERVED];
	(void)lobby_invited(&kiosk->lobby, numbers, &invited_ms);
	int64_t room_ms = invited_ms < minute_ms ? invited_ms : minute_ms;
	int64_t first_ms = visitor_ms < room_ms ? visitor_ms : room_ms;
	return first_ms < corner_ms ? first_ms : corner_ms;
}

/* ---- messages ---- */

/* Glyphs that later screens need, rendered while nobody waits for them. */
static void warm(struct kiosk *kiosk)
{
	static const struct {
		enum draw_face face;
		int size;
	} styles[] = {
		{DRAW_DISPLAY_BOLD, 52},
		{DRAW_SEMIBOLD, 32},
		{DRAW_REGULAR, 28},
		{DRAW_MEDIUM, 24},
		{DRAW_DISPLAY_MEDIUM, 36},
		{DRAW_MEDIUM, 36},
		{DRAW_DISPLAY_BOLD, 248},
	};
	for (size_t i = 0; i < sizeof(styles) / sizeof(styles[0]); i++) {
		loop_warm(kiosk->loop, styles[i].face, ui_px(loop_ui(kiosk->loop), styles[i].size));
	}
}

static void take_standards(struct kiosk *kiosk, struct desk_message *message)
{
	if (message->standards == NULL) {
		log_warn("kiosk", "standards: %s", result_key(message->result));
		return;
	}
	free(kiosk->standards);
	kiosk->standards = message->standards;
	message->standards = NULL;
	kiosk->lobby.standards = kiosk->standards;
	kiosk->standards_asked = false;
}

/* What it publishes may have changed with it. */
static void take_office(struct kiosk *kiosk, struct desk_message *message)
{
	free(kiosk->office);
	kiosk->office = message->office;
	message->office = NULL;
	kiosk->lobby.office = kiosk->office;
	ask_standards(kiosk);
}

/* Once: the desk's thread borrows it. Without it everything else goes on. */
static void take_instrument(struct kiosk *kiosk)
{
	char error[512] = "";
	const char *code = kiosk->office->feedback.instrument;
	if (kiosk->lobby.instrument != NULL || code[0] == '\0') {
		return;
	}
	if (instrument_file_find(code, &kiosk->instrument, error, sizeof(error)) == RESULT_OK) {
		kiosk->lobby.instrument = &kiosk->instrument;
	} else {
		log_error("kiosk", "no rating: %s", error);
	}
}

static void hear_opened(struct kiosk *kiosk, struct desk_message *message)
{
	kiosk->lobby.store = message->result;
	if (message->result != RESULT_OK) {
		log_warn("kiosk", "%s", message->error);
		return;
	}
	take_office(kiosk, message);
	take_instrument(kiosk);
	kiosk->clock = message->clock;
	kiosk->lobby.training = message->training;
	read_time(kiosk);
	kiosk_report_wires(kiosk);
	if (kiosk->press.office != NULL) {
		press_open(&kiosk->press, kiosk->office); /* another store than before */
	}
	inputs_open(&kiosk->inputs);
	warm(kiosk);
}

static void hear_view(struct kiosk *kiosk, struct desk_message *message)
{
	if (message->view == NULL) {
		/* Busy is looked at again by itself; the last picture stays. */
		if (message->result != RESULT_STORE_BUSY) {
			kiosk->lobby.store = message->result;
		}
		return;
	}
	free(kiosk->view);
	kiosk->view = message->view;
	message->view = NULL;
	kiosk->lobby.store = RESULT_OK;
	kiosk->lobby.view = kiosk->view;
	ways_look(&kiosk->journey, &kiosk->lobby, kiosk->settings.device);
	if (kiosk->journey.visit.screen == JOURNEY_WELCOME && !kiosk->journey.visit.issuing) {
		kiosk_leave_help(kiosk); /* the program started anew, or nobody is here */
	}
	kiosk->clock = message->clock;
	if (message->office != NULL) {
		take_office(kiosk, message);
		kiosk->press.office = kiosk->press.office != NULL ? kiosk->office : NULL;
		book_follow(&kiosk->journey, &kiosk->lobby);
	}
	kiosk_follow_wires(kiosk);
	if (kiosk->lobby.prints && kiosk->press.office == NULL) {
		press_open(&kiosk->press, kiosk->office);
	} else if (kiosk->lobby.prints) {
		press_wake(&kiosk->press);
	}
	kiosk_follow_test(kiosk);
}

static void hear_answer(struct kiosk *kiosk, struct desk_message *message)
{
	if (awaited_is_stale(&kiosk->awaited, message)) {
		log_info("kiosk", "desk act %d came too late", (int)message->act);
	} else if (message->act == DESK_RATE || message->act == DESK_RATE_FINISH) {
		kiosk_perform(kiosk, rate_answered(&kiosk->journey, &kiosk->lobby, message->result,
					     &message->rating));
	} else if (message->act == DESK_COMPLAIN) {
		kiosk_perform(kiosk, complain_answered(&kiosk->journey, &kiosk->lobby,
					     message->result, message->receipt));
		kiosk_offer_receipt(kiosk);
		loop_forget(kiosk->loop);
	} else if (message->act == DESK_ISSUE || message->act == DESK_ARRIVE) {
		if (journey_answer(&kiosk->journey, &kiosk->lobby, message->result,
			    &message->ticket) == JOURNEY_ISSUE) {
			kiosk_perform(kiosk, JOURNEY_ISSUE);
		} else {
			loop_forget(kiosk->loop); /* what was typed is with the desk now */
		}
	} else if (message->act == DESK_TAKE_SLIP) {
		struct press_news news = press_take(&kiosk->press, message);
		kiosk_hear_slip(kiosk, &news);
	} else if (message->act == DESK_TAKE_TEST_SLIP || message->act == DESK_END_TEST_SLIP) {
		kiosk_hear_test(kiosk, message);
	} else if (message->act == DESK_READ_STANDARDS) {
		take_standards(kiosk, message);
	} else if (message->act == DESK_LIST_STAFF || message->act == DESK_SIGN_IN) {
		kiosk_corner_hear(kiosk, message);
	} else if (kiosk_hear_way(kiosk, message)) {
		loop_forget(kiosk->loop);
	} else if (message->act == DESK_END_SLIP) {
		press_ended(&kiosk->press, message->result);
	} else if (message->result != RESULT_OK) {
		log_warn(
			"kiosk", "desk act %d: %s", (int)message->act, result_key(message->result));
	}
}

/* A key of the keypad is a key of the window, but that only the kiosk hears it. */
static void hear_key(struct kiosk *kiosk, const struct reader_message *message)
{
	const struct visit *visit = &kiosk->journey.visit;
	struct ui_event event;
	bool typing = visit->screen == JOURNEY_CODE || ways_is_typing(visit) ||
		      book_is_typing(&kiosk->journey, &kiosk->lobby);
	if (inputs_key(message, typing, visit->keyboard.layout, &event)) {
		loop_input(kiosk->loop, &event);
	}
}

static void hear_reader(struct kiosk *kiosk, const struct reader_message *message)
{
	const char *text = message->kind == READER_SCAN ? message->text : NULL;
	if (message->kind == READER_STATE) {
		inputs_hear(&kiosk->inputs, message);
	} else if (kiosk->corner.page != CORNER_SHUT) {
		return; /* the scanner and the keypad are the visitors' */
	} else if (message->kind == READER_KEY) {
		hear_key(kiosk, message);
	} else {
		kiosk_perform(kiosk, journey_scan(&kiosk->journey, &kiosk->lobby, text));
	}
}

static void hear(void *context, void *data)
{
	struct kiosk *kiosk = context;
	struct envelope *envelope = data;
	read_time(kiosk);
	if (envelope->reader != NULL) {
		hear_reader(kiosk, envelope->reader);
	} else if (envelope->worker != NULL && envelope->worker->turn != kiosk->printer_turn) {
		log_info("kiosk", "the printer before this one had something to say");
	} else if (envelope->worker != NULL) {
		struct press_news news = press_hear(&kiosk->press, envelope->worker);
		kiosk_hear_slip(kiosk, &news);
		kiosk_hear_aside(kiosk);
	} else if (envelope->desk->kind == DESK_MESSAGE_OPENED) {
		hear_opened(kiosk, envelope->desk);
	} else if (envelope->desk->kind == DESK_MESSAGE_VIEW) {
		hear_view(kiosk, envelope->desk);
	} else {
		hear_answer(kiosk, envelope->desk);
	}
	journey_tick(&kiosk->journey, &kiosk->lobby);
	drop(envelope);
}

/* ---- life ---- */

static bool open_languages(struct kiosk *kiosk)
{
	static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
	char assets[PLACE_SIZE], texts[PLACE_SIZE + 8];
	if (!place_assets(assets, sizeof(assets))) {
		return false;
	}
	text_format(texts, sizeof(texts), "%s/text", assets);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		kiosk->languages[i] = language_open(texts, codes[i]);
		if (kiosk->languages[i] == NULL) {
			return false;
		}
	}
	return true;
}

static bool open_window(struct kiosk *kiosk)
{
	const struct settings *settings = &kiosk->settings;
	const struct loop_options options = {
		.title = "Giliran",
		.width = settings->width,
		.height = settings->height,
		.x = settings->x,
		.y = settings->y,
		.monitor = settings->monitor[0] != '\0' ? settings->monitor : NULL,
		.resizable = settings->width > 0,
		.hide_pointer = !settings->pointer,
		.script = settings->script,
		.exit_key = settings->exit_key,
		.locked = !settings->exit_key,
	};
	const struct loop_program program = {
		.context = kiosk,
		.frame = frame,
		.message = hear,
		.deadline = deadline,
		.drop = drop,
	};
	kiosk->loop = loop_create(&options, &program);
	if (kiosk->loop == NULL) {
		return false;
	}
	loop_ui(kiosk->loop)->motion = settings->motion;
	loop_ui(kiosk->loop)->ppm = settings->ppm;
	loop_ui(kiosk->loop)->keypad = true;
	return true;
}

static bool open_desk(struct kiosk *kiosk)
{
	char store[PLACE_SIZE];
	if (!place_store(kiosk->settings.store, NULL, store, sizeof(store))) {
		return false;
	}
	const struct desk_options options = {.store = store, .device = kiosk->settings.device};
	kiosk->desk = desk_thread_start(&options, deliver_desk, kiosk);
	return kiosk->desk != NULL;
}

bool kiosk_open_printer(struct kiosk *kiosk)
{
	const struct settings *settings = &kiosk->settings;
	enum office_language first = kiosk->journey.first_language;
	if (settings->printer[0] == '\0') {
		return true;
	}
	const struct press_options options = {
		settings->device, settings->text_slips, settings->roll_mm, settings->logo};
	kiosk->lobby.prints = true;
	const struct printer_wanted wanted = {settings->printer,
		printer_profile_find(settings->profile), kiosk->printer_turn, kiosk->leaving};
	kiosk->worker = printer_worker_start(&wanted, deliver_worker, kiosk);
	if (kiosk->worker == NULL) {
		return false;
	}
	kiosk->leaving = NULL;
	return press_init(&kiosk->press, kiosk->desk, kiosk->worker, kiosk->languages[first], first,
		&options);
}

enum result kiosk_open_input(struct kiosk *kiosk, bool keypad, const char *uri)
{
	return inputs_start(&kiosk->inputs, keypad, uri, deliver_reader, kiosk);
}

static bool open_inputs(struct kiosk *kiosk)
{
	inputs_init(&kiosk->inputs, kiosk->desk, kiosk->settings.device);
	return kiosk_open_input(kiosk, false, kiosk->settings.scanner) == RESULT_OK &&
	       kiosk_open_input(kiosk, true, kiosk->settings.keypad) == RESULT_OK;
}

bool kiosk_init(struct kiosk *kiosk, const struct settings *settings)
{
	*kiosk = (struct kiosk){.settings = *settings};
	if (kiosk->settings.device[0] == '\0') {
		text_copy(kiosk->settings.device, sizeof(kiosk->settings.device), "kiosk-1");
	}
	kiosk_learn_wires(kiosk);
	bool english = strcmp(settings->language, "en") == 0;
	journey_init(
		&kiosk->journey, english ? OFFICE_ENGLISH : OFFICE_INDONESIAN, settings->contrast);
	clock_init(&kiosk->clock, NULL);
	aloud_open(&kiosk->aloud, &kiosk->settings);
	kiosk->journey.voice = aloud_can_speak(&kiosk->aloud);
	kiosk->corner.may_shut_down = kiosk->settings.shutdown[0] != '\0';
	return open_languages(kiosk) && open_window(kiosk) && open_desk(kiosk) &&
	       kiosk_open_printer(kiosk) && open_inputs(kiosk);
}

void kiosk_run(struct kiosk *kiosk)
{
	loop_run(kiosk->loop);
}

void kiosk_finish(struct kiosk *kiosk)
{
	/* Threads first: they post to the loop. How a slip under way went still gets to the desk.
	 */
	inputs_finish(&kiosk->inputs);
	printer_worker_stop(kiosk->worker);
	printer_worker_stop(kiosk->leaving);
	press_stop(&kiosk->press);
	if (kiosk->loop != NULL) {
		loop_hear_rest(kiosk->loop);
	}
	desk_thread_stop(kiosk->desk);
	press_finish(&kiosk->press);
	aloud_close(&kiosk->aloud);
	loop_destroy(kiosk->loop);
	journey_forget(&kiosk->journey);
	corner_close(&kiosk->corner);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		language_close(kiosk->languages[i]);
	}
	free(kiosk->office);
	free(kiosk->standards);
	free(kiosk->view);
}
