#include "app/kiosk/press.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "app/kiosk/brush.h"
#include "app/slip/sample.h"
#include "app/slip/slip.h"
#include "app/paper/picture.h"
#include "drivers/escpos.h"

enum { FAILURES_MAX = 3 };

bool press_init(struct press *press, struct desk_thread *desk, struct printer_worker *worker,
	const struct language *language, enum office_language index,
	const struct press_options *options)
{
	*press = (struct press){.desk = desk,
		.worker = worker,
		.language = language,
		.index = index,
		.text = options->text,
		.roll_mm = options->roll_mm,
		.logo_path = options->logo != NULL ? options->logo : "",
		.paper = paper_create()};
	text_format(press->device, sizeof(press->device), "%s/printer", options->device);
	return press->paper != NULL;
}

void press_stop(struct press *press)
{
	press->stopped = true;
}

void press_finish(struct press *press)
{
	picture_finish(&press->logo);
	paper_destroy(press->paper);
	*press = (struct press){0};
}

static void report(struct press *press)
{
	struct desk_request request = {
		.act = DESK_REPORT_DEVICE, .reason = press->health, .near_end = press->near_end};
	text_copy(request.device, sizeof(request.device), press->device);
	desk_thread_post(press->desk, &request);
}

void press_open(struct press *press, const struct office *office)
{
	press->office = office;
	if (press->profile != NULL) {
		report(press);
	}
	press_wake(press);
}

void press_wake(struct press *press)
{
	bool ready = press->office != NULL && press->profile != NULL && !press->stopped &&
		     press->health == RESULT_OK && press->slip.id == 0 && !press->ending &&
		     press->aside != PRESS_ASIDE_SENT;
	press->again = press->asked;
	if (ready && !press->asked) {
		press->asked = true;
		desk_thread_post(press->desk, &(struct desk_request){.act = DESK_TAKE_SLIP});
	}
}

/* Trouble that passes: the store is there, but would not be written now. */
static bool is_store_trouble(enum result result)
{
	return result == RESULT_STORE_BUSY || result == RESULT_STORE_FULL ||
	       result == RESULT_STORE_FAILED;
}

void press_ended(struct press *press, enum result result)
{
	press->stuck = is_store_trouble(result);
	press->ending = press->stuck;
	press_wake(press);
}

void press_retry(struct press *press)
{
	if (!press->stuck) {
		return;
	}
	press->stuck = false;
	if (press->ending) {
		desk_thread_post(press->desk, &press->end);
	} else {
		press_wake(press);
	}
}

/* The one place where a slip becomes bytes: its dots, or the same in words. */
static void encode(const struct press *press, const struct document *document,
	const struct page *page, struct escpos_bytes *bytes)
{
	if (press->text) {
		struct brush brush = {.paper = press->paper};
		escpos_text(bytes, press->profile, document,
			&(struct escpos_painter){brush_paint, &brush});
		brush_finish(&brush);
	} else {
		escpos_page(
			bytes, press->profile, page->bits, page->width, page->height, page->pitch);
	}
}

/* Read once for each width of paper: a file that is wrong is told of once. */
static const struct document_picture *logo_for(struct press *press, int dots)
{
	if (press->logo_dots != dots && press->logo_path[0] != '\0') {
		picture_finish(&press->logo);
		(void)picture_load(press->logo_path, dots / 2, dots / 4, &press->logo);
		press->logo_dots = dots;
	}
	return press->logo.bits != NULL ? &press->logo : NULL;
}

/* Draws a document and hands it over; false when it could not even begin. */
static bool hand_over(struct press *press, int64_t id, const struct document *document,
	const char *name, bool again)
{
	struct page page = {0};
	struct escpos_bytes bytes = {0};
	bool started = false;
	if (paper_render(press->paper, document, press->profile->dots, &page)) {
		encode(press, document, &page, &bytes);
		/* A slip of text is about as long as its picture, which a print queue wants even
		 * then. */
		press->slip_mm = roll_mm(page.height + press->profile->feed_dots);
		started = printer_worker_print(press->worker, id,
			&(struct printer_slip){.bytes = bytes.data,
				.size = bytes.size,
				.name = name,
				.dots = page.bits,
				.dots_width = page.width,
				.dots_height = page.height,
				.dots_pitch = page.pitch,
				.clear_first = again || press->clear_first});
	}
	escpos_finish(&bytes);
	page_finish(&page);
	return started;
}

static void write_slip(
	struct press *press, const struct desk_slip *slip, struct document *out_document)
{
	slip_write(press->office, press->language, press->index, slip, press->profile->dots,
		logo_for(press, press->profile->dots), out_document);
}

static bool start_printing(struct press *press, const struct desk_slip *slip)
{
	struct document document;
	char name[64];
	write_slip(press, slip, &document);
	text_format(name, sizeof(name), "%s_%s%s", slip->ticket.service_date, slip->ticket.number,
		slip->again ? "_ulang" : "");
	bool started = hand_over(press, slip->id, &document, name, slip->again);
	document_finish(&document);
	return started;
}

/* Past the outbox. */
static bool start_aside(
	struct press *press, int64_t id, const struct document *document, const char *name)
{
	if (!hand_over(press, id, document, name, false)) {
		return false;
	}
	press->aside = PRESS_ASIDE_SENT;
	press->aside_id = id;
	return true;
}

bool press_test(struct press *press, int64_t id, int64_t now_ms, bool training)
{
	struct document document;
	bool busy = press->slip.id != 0 || press->asked || press->aside == PRESS_ASIDE_SENT;
	if (busy || press->profile == NULL || press->office == NULL) {
		return false;
	}
	struct desk_slip slip = slip_sample(press->office, now_ms, true);
	slip.training = training;
	write_slip(press, &slip, &document);
	bool started = start_aside(press, id, &document, "test");
	document_finish(&document);
	return started;
}

bool press_is_idle(const struct press *press)
{
	return press->slip.id == 0 && !press->asked && !press->ending &&
	       press->aside == PRESS_NO_ASIDE;
}

bool press_is_free(const struct press *press)
{
	return press->office != NULL && press->profile != NULL && !press->stopped &&
	       press->health == RESULT_OK && press->slip.id == 0 && !press->asked &&
	       press->aside == PRESS_NO_ASIDE;
}

bool press_receipt(struct press *press, const struct receipt *receipt)
{
	struct document document;
	receipt_write(press->office, press->language, press->index, receipt, press->profile->dots,
		&document);
	bool started = start_aside(press, PRESS_RECEIPT, &document, "receipt");
	document_finish(&document);
	if (started) {
		text_copy(press->receipt, sizeof(press->receipt), receipt->code);
	}
	return started;
}

enum result press_aside_result(struct press *press)
{
	press->aside = PRESS_NO_ASIDE;
	return press->aside_result;
}

/* The rest of half a paper must not come out with the next visitor's number or receipt. Where
 * nothing was sent, nothing was cleared either. */
static void note_rest(struct press *press, const struct printer_outcome *outcome)
{
	if (outcome->sent_any) {
		press->clear_first = outcome->reason != RESULT_OK;
	}
}

static void hear_aside(struct press *press, const struct printer_outcome *outcome)
{
	press->aside = PRESS_ASIDE_ENDED;
	press->aside_result = outcome->reason;
	press->aside_confirmed = outcome->confirmed;
	press->aside_mm += outcome->sent_any ? press->slip_mm : 0;
	if (press->aside_result == RESULT_OK && !outcome->sent_any) {
		press->aside_result = RESULT_DEVICE_FAILED;
	}
}

static struct press_news end_slip(
	struct press *press, enum print_state state, enum result reason, bool sent_any)
{
	struct press_news news = {.slip = press->slip, .state = state, .reason = reason};
	press->end = (struct desk_request){
		.act = DESK_END_SLIP, .id = press->slip.id, .print = state, .reason = reason};
	if (sent_any) {
		press->end.fed_mm = press->slip_mm + press->aside_mm;
		press->aside_mm = 0;
		press->end.roll_mm =
			press->roll_mm > 0 ? press->roll_mm : roll_usual_mm(press->profile->dots);
		text_copy(press->end.device, sizeof(press->end.device), press->device);
	}
	press->ending = true;
	desk_thread_post(press->desk, &press->end);
	press->slip = (struct desk_slip){0};
	return news;
}

struct press_news press_take(struct press *press, const struct desk_message *message)
{
	press->asked = false;
	if (message->result != RESULT_OK || message->slip.id == 0) {
		press->stuck = is_store_trouble(message->result);
		if (press->again) {
			press_wake(press);
		}
		return (struct press_news){0};
	}
	press->slip = message->slip;
	if (press->stopped) {
		return end_slip(press, PRINT_PENDING, RESULT_DEVICE_OFFLINE, false);
	}
	if (!start_printing(press, &message->slip)) {
		log_error("press", "slip %lld could not be handed to the printer",
			(long long)message->slip.id);
		/* Not pending: it would come back at once, and fail again. */
		return end_slip(press, PRINT_FAILED, RESULT_DEVICE_FAILED, false);
	}
	return (struct press_news){.slip = press->slip, .state = PRINT_SENDING};
}

/* Design §7: nothing sent = it will be tried by itself; begun = for staff to decide. */
static enum print_state state_of(const struct printer_outcome *outcome)
{
	if (outcome->confirmed) {
		return PRINT_CONFIRMED;
	}
	if (!outcome->sent_any) {
		return PRINT_PENDING;
	}
	return outcome->reason == RESULT_OK ? PRINT_UNCONFIRMED : PRINT_FAILED;
}

/*
 * A slip that is refused again and again by a printer that says it is well would be tried for
 * ever, and nobody told: after FAILURES_MAX times staff decide.
 */
static enum print_state judge(struct press *press, const struct printer_outcome *outcome)
{
	enum print_state state = state_of(outcome);
	if (state != PRINT_PENDING) {
		press->failures = 0;
		return state;
	}
	press->failures = press->failing == press->slip.id ? press->failures + 1 : 1;
	press->failing = press->slip.id;
	return press->failures < FAILURES_MAX ? PRINT_PENDING : PRINT_FAILED;
}

struct press_news press_hear(struct press *press, const struct printer_message *message)
{
	struct press_news news = {0};
	if (message->profile != NULL) {
		press->profile = message->profile;
	}
	if (message->kind == PRINTER_STATE) {
		press->health = message->status.reason;
		press->near_end = message->status.near_end;
		/* It said what is wrong: the next try is the first one after the mend. */
		press->failures = press->health == RESULT_OK ? press->failures : 0;
		if (press->office != NULL) {
			report(press);
		}
	} else if (message->slip < 0) {
		note_rest(press, &message->outcome);
		hear_aside(press, &message->outcome);
	} else if (message->slip == press->slip.id) {
		const struct printer_outcome *outcome = &message->outcome;
		note_rest(press, outcome);
		news = end_slip(press, judge(press, outcome), outcome->reason, outcome->sent_any);
		/* Until the worker says that all is well again, which it always does. */
		if (outcome->reason != RESULT_OK) {
			press->health = outcome->reason;
		} else if (!outcome->sent_any) {
			press->health = RESULT_DEVICE_FAILED;
		}
	}
	press_wake(press);
	return news;
}
