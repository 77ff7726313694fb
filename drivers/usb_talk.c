#include "drivers/usb_talk.h"

#include "app/base/clock.h"
#include "app/base/log.h"

enum {
	ANSWER_MS = 100,     /* to a status question */
	AGAIN_MS = 150,      /* to all of them at once */
	QUIET_MS = 5,        /* nothing for so long: nothing more is coming */
	FRAME_MS = 20,       /* … in the middle of a frame */
	HALTS_MAX = 3,       /* of the endpoint, while one answer is waited for */
	DRAIN_READS = 16,    /* a device that has more to say never falls silent */
	ASKED_TWICE = 2,     /* before it is held to be deaf */
	QUESTIONS = 4,       /* DLE EOT 1 to 4 */
	ALL_QUESTIONS = 0,   /* hear: no question is open */
	TELL_CHANGES = 0x0e, /* GS a: online, errors, paper; not the cash drawer */
};

enum { DLE = 0x10, EOT = 0x04, GS = 0x1d };

/* Takes what came in; true when it holds the answer to `question`. */
static bool take(struct usb_talk *talk, const uint8_t *bytes, size_t count, int question,
	struct printer_status *status)
{
	bool answered = false;

	for (size_t i = 0; i < count; i++) {
		switch (escpos_hear(&talk->reader, bytes[i])) {
		case ESCPOS_SAID_STATUS:
			answered |= question != ALL_QUESTIONS && !answered &&
				    escpos_read_status(question, bytes[i], status);
			break;
		case ESCPOS_SAID_FRAME:
			talk->framed = true;
			talk->last = (struct printer_status){.reason = RESULT_OK};
			escpos_read_frame(talk->reader.frame, &talk->last);
			break;
		case ESCPOS_SAID_DONE: talk->done = true; break;
		case ESCPOS_SAID_NOTHING: break;
		}
	}
	return answered;
}

bool usb_talk_drain(struct usb_talk *talk)
{
	for (int i = 0; i < DRAIN_READS; i++) {
		uint8_t bytes[64];
		size_t count;
		/* The rest of a frame that was forgotten would look like answers to GS r. */
		int wait = talk->reader.length > 0 ? FRAME_MS : QUIET_MS;
		if (usb_read(talk->port, bytes, sizeof(bytes), wait, &count) != RESULT_OK) {
			escpos_forget(&talk->reader);
			return true;
		}
		take(talk, bytes, count, ALL_QUESTIONS, NULL);
	}
	return false;
}

enum wanted { WANTED_ANSWER, WANTED_FRAME, WANTED_ANY, WANTED_DONE };

static bool has_come(const struct usb_talk *talk, enum wanted wanted, bool answered)
{
	switch (wanted) {
	case WANTED_ANSWER: return answered;
	case WANTED_FRAME: return talk->framed;
	case WANTED_ANY: return answered || talk->framed;
	case WANTED_DONE: return talk->done;
	}
	return false;
}

/* Reads until what is wanted has come: OK; TIMEOUT after `ms` without, FAILED when the endpoint
 * halts as often as it is cleared. */
static enum result hear(struct usb_talk *talk, int ms, enum wanted wanted, int question,
	struct printer_status *status)
{
	int64_t until = clock_ticks_ms() + ms;
	int64_t left;
	int halts = 0;

	while ((left = until - clock_ticks_ms()) > 0) {
		uint8_t bytes[64];
		size_t count;
		enum result result = usb_read(talk->port, bytes, sizeof(bytes), (int)left, &count);
		if (result == RESULT_DEVICE_STOPPED) {
			if (++halts > HALTS_MAX) {
				return RESULT_DEVICE_FAILED;
			}
			continue;
		}
		if (result != RESULT_OK) {
			return result;
		}
		if (has_come(talk, wanted, take(talk, bytes, count, question, status))) {
			return RESULT_OK;
		}
	}
	return RESULT_DEVICE_TIMEOUT;
}

enum result usb_talk_say(struct usb_talk *talk, const uint8_t *bytes, size_t size, int timeout_ms)
{
	size_t written;
	enum result result = usb_write(talk->port, bytes, size, timeout_ms, &written);

	/* A halt has been cleared: once more. */
	if (result == RESULT_DEVICE_STOPPED) {
		result = usb_write(
			talk->port, bytes + written, size - written, timeout_ms, &written);
	}
	return result;
}

/* DLE EOT `question`. What a device that babbles says is no answer. */
static enum result ask(struct usb_talk *talk, int question, struct printer_status *status)
{
	const uint8_t command[] = {DLE, EOT, (uint8_t)question};
	enum result result;

	if (!usb_talk_drain(talk)) {
		return RESULT_DEVICE_TIMEOUT;
	}
	result = usb_talk_say(talk, command, sizeof(command), ANSWER_MS);
	return result == RESULT_OK ? hear(talk, ANSWER_MS, WANTED_ANSWER, question, status)
				   : result;
}

/* GS a: the answer is the newest frame. */
static enum result ask_frame(struct usb_talk *talk)
{
	static const uint8_t command[] = {GS, 'a', TELL_CHANGES};
	enum result result;

	if (!usb_talk_drain(talk)) {
		return RESULT_DEVICE_TIMEOUT;
	}
	talk->framed = false;
	result = usb_talk_say(talk, command, sizeof(command), ANSWER_MS);
	return result == RESULT_OK ? hear(talk, ANSWER_MS, WANTED_FRAME, ALL_QUESTIONS, NULL)
				   : result;
}

static bool finds_answer(struct usb_talk *talk, int question)
{
	struct printer_status ignored = {.reason = RESULT_OK};

	for (int i = 0; i < ASKED_TWICE; i++) {
		enum result result =
			question == ALL_QUESTIONS ? ask_frame(talk) : ask(talk, question, &ignored);
		if (result == RESULT_OK) {
			return true;
		}
	}
	return false;
}

void usb_talk_init(struct usb_talk *talk, struct usb_port *port)
{
	/* The paper is what matters: who answers neither this nor the first answers none. */
	static const int order[QUESTIONS] = {1, 4, 2, 3};

	*talk = (struct usb_talk){.port = port, .last = {.reason = RESULT_OK}};
	if (!usb_get_identity(port)->two_way) {
		return;
	}
	for (int i = 0; i < QUESTIONS && (i < 2 || talk->questions != 0); i++) {
		if (finds_answer(talk, order[i])) {
			talk->questions |= 1u << order[i];
		}
	}
	talk->frames = talk->questions == 0 && finds_answer(talk, ALL_QUESTIONS);
}

/* All questions in one breath: a printer that hears none costs one wait only. */
static bool hears_anything(struct usb_talk *talk)
{
	static const uint8_t all[] = {DLE, EOT, 1, DLE, EOT, 4, GS, 'a', TELL_CHANGES};
	struct printer_status ignored = {.reason = RESULT_OK};

	if (!usb_get_identity(talk->port)->two_way || !usb_talk_drain(talk)) {
		return false;
	}
	talk->framed = false;
	return usb_talk_say(talk, all, sizeof(all), ANSWER_MS) == RESULT_OK &&
	       hear(talk, AGAIN_MS, WANTED_ANY, 1, &ignored) == RESULT_OK;
}

bool usb_talk_try_again(struct usb_talk *talk)
{
	if (!usb_talk_answers(talk) && hears_anything(talk)) {
		usb_talk_init(talk, talk->port);
		if (usb_talk_answers(talk)) {
			log_info("printer", "it answers now");
		}
	}
	return usb_talk_answers(talk);
}

bool usb_talk_answers(const struct usb_talk *talk)
{
	return talk->questions != 0 || talk->frames;
}

unsigned usb_talk_tells(const struct usb_talk *talk)
{
	unsigned tells = 0;

	for (int question = 1; question <= QUESTIONS; question++) {
		/* A frame says what the four answers say. */
		if (talk->frames || (talk->questions & 1u << question)) {
			tells |= escpos_question_tells(question);
		}
	}
	return tells;
}

enum result usb_talk_ask_class(struct usb_talk *talk)
{
	uint8_t bits;
	enum result result = usb_get_port_status(talk->port, &bits);

	if (result == RESULT_DEVICE_MISSING) {
		return result;
	}
	/* Boards that do not know the request fail it or answer anything: only "selected, paper
	 * empty" together is believed. */
	return result == RESULT_OK && (bits & 0x30) == 0x30 ? RESULT_PAPER_OUT : RESULT_OK;
}

static enum result ask_all(struct usb_talk *talk, struct printer_status *status)
{
	enum result result = RESULT_OK;

	if (talk->frames) {
		result = ask_frame(talk);
		status->near_end = talk->last.near_end;
		/* Out of paper it obeys nothing, but it has said so. */
		if (result == RESULT_OK ||
			(result == RESULT_DEVICE_TIMEOUT && talk->last.reason != RESULT_OK)) {
			status->reason = talk->last.reason;
			result = RESULT_OK;
		}
		return result;
	}
	for (int question = 1; question <= QUESTIONS && result == RESULT_OK; question++) {
		if (talk->questions & 1u << question) {
			result = ask(talk, question, status);
		}
	}
	return result;
}

void usb_talk_get_status(struct usb_talk *talk, struct printer_status *out_status)
{
	*out_status = (struct printer_status){.reason = RESULT_OK};
	if (!usb_talk_answers(talk)) {
		bool was_unwell = talk->unwell;
		out_status->reason = usb_talk_ask_class(talk);
		talk->unwell = out_status->reason != RESULT_OK;
		if (talk->unwell || !was_unwell || !usb_talk_try_again(talk)) {
			return;
		}
	}
	out_status->answers = true;
	out_status->can = usb_talk_tells(talk);
	enum result result = ask_all(talk, out_status);
	if (result == RESULT_DEVICE_MISSING) {
		out_status->reason = result;
	} else if (result != RESULT_OK) {
		/* It used to answer: switched off, or stuck. */
		result = usb_talk_ask_class(talk);
		out_status->reason = result == RESULT_OK ? RESULT_DEVICE_OFFLINE : result;
	}
}

enum result usb_talk_get_news(struct usb_talk *talk)
{
	struct printer_status status;

	/* GS a would wait behind the slip; a printer that obeys it tells by itself. */
	if (talk->frames) {
		return talk->last.reason != RESULT_OK ? talk->last.reason
						      : usb_talk_ask_class(talk);
	}
	usb_talk_get_status(talk, &status);
	return status.reason;
}

size_t usb_talk_ask_done(struct usb_talk *talk, const uint8_t **out_question)
{
	/* ESC @ at the start of a slip has ended the telling of changes. */
	static const uint8_t question[] = {GS, 'a', TELL_CHANGES, GS, 'r', 1};
	size_t skipped = talk->frames ? 0 : 3;

	talk->done = false;
	*out_question = question + skipped;
	return sizeof(question) - skipped;
}

enum result usb_talk_wait_done(struct usb_talk *talk, int ms)
{
	return hear(talk, ms, WANTED_DONE, ALL_QUESTIONS, NULL);
}
