#include "drivers/printer_driver.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/usb.h"
#include "drivers/usb_talk.h"

#include <stdlib.h>
#include <string.h>

/* "usb:auto", "usb:VVVV:PPPP" (hexadecimal) or "usb:VVVV:PPPP:SERIAL": an ESC/POS printer on libusb
 * (hardware.md §6). */

enum {
	CHUNK = 4096,
	CHUNK_MS = 500,    /* one transfer; between two the slip may be cancelled */
	STUCK_MS = 10000,  /* no byte taken for so long: given up */
	SLIP_MS = 60000,   /* a whole slip */
	CONFIRM_MS = 8000, /* from the last byte to the answer after the cut */
	CONFIRM_LOOK_MS = 1000,
	HALTS_MAX = 3,         /* halted endpoints in a row without a byte between */
	RASTER_BAND = 64 * 80, /* the most dots a torn slip can have left a printer waiting for */
	LATE_MAX = 3,          /* so often a late confirmation is waited for once more */
};

enum capability { NOT_KNOWN, HAS, HAS_NOT };

struct usb_printer {
	struct printer printer;
	struct usb_port *port;
	struct usb_talk talk;
	enum capability confirms; /* GS r */
	int late;                 /* confirmations that came when nobody waited any more */
	bool torn;                /* what the last slip left is to be ended before the next */
	size_t owed;              /* zeros that end it; see fill_up */
};

static struct usb_printer *usb_of(struct printer *printer)
{
	return (struct usb_printer *)printer;
}

/*
 * A slip that broke off leaves a printer waiting for dots, also when it was a program before this
 * one that sent it. Some boards take a status question for such dots, and would seem to be off for
 * good: zeros, a band at most, fill them up. Outside of a command a printer passes over them.
 */
static void fill_up(struct usb_printer *usb)
{
	static const uint8_t zeros[RASTER_BAND];
	size_t written;

	usb_write(usb->port, zeros, usb->owed, CHUNK_MS, &written);
	usb->owed -= written;
}

static void get_status(struct printer *printer, struct printer_status *out_status)
{
	struct usb_printer *usb = usb_of(printer);

	usb_talk_get_status(&usb->talk, out_status);
	if (out_status->reason == RESULT_DEVICE_OFFLINE && usb->owed > 0) {
		fill_up(usb);
		usb_talk_get_status(&usb->talk, out_status);
	}
	out_status->can |= usb->confirms == HAS ? (unsigned)PRINTER_CONFIRMS : 0;
}

/* For people and for the log: which one it is, and what can be expected of it. */
static void introduce(struct usb_printer *usb)
{
	const struct usb_identity *identity = usb_get_identity(usb->port);

	device_id_name(identity->id, usb->printer.name, sizeof(usb->printer.name));
	if (usb->printer.name[0] == '\0') {
		text_format(usb->printer.name, sizeof(usb->printer.name), "USB %04x:%04x",
			(unsigned)identity->vendor, (unsigned)identity->product);
	}
	log_info("printer", "%s, usb:%04x:%04x%s%s, %s, %s", usb->printer.name,
		(unsigned)identity->vendor, (unsigned)identity->product,
		identity->serial[0] ? ":" : "", identity->serial, usb->printer.profile->name,
		usb->talk.frames               ? "tells changes"
		: usb_talk_answers(&usb->talk) ? "answers"
					       : "does not answer");
}

static enum result printer_usb_open(
	const char *rest, const struct printer_profile *profile, struct printer **out_printer)
{
	struct usb_printer *usb;
	struct usb_port *port;
	struct usb_address address;
	enum result result;

	if (!usb_address_read(rest, &address)) {
		log_error("printer",
			"\"usb:%s\" is not usb:auto, usb:VVVV:PPPP or "
			"usb:VVVV:PPPP:SERIAL",
			rest);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = usb_open(&address, &port);
	if (result != RESULT_OK) {
		return result;
	}
	usb = memory_zeroed(1, sizeof(*usb));
	usb->port = port;
	const struct usb_identity *identity = usb_get_identity(port);
	usb->printer.driver = &printer_usb;
	usb->printer.profile =
		profile ? profile
			: printer_profile_guess(identity->vendor, identity->product, identity->id);
	usb->torn = true;
	usb->owed = RASTER_BAND;
	usb_talk_init(&usb->talk, port);
	if (identity->two_way && !usb_talk_answers(&usb->talk)) {
		fill_up(usb);
		usb_talk_try_again(&usb->talk);
	}
	introduce(usb);
	*out_printer = &usb->printer;
	return RESULT_OK;
}

static void printer_usb_close(struct printer *printer)
{
	usb_close(usb_of(printer)->port);
	free(usb_of(printer));
}

static bool is_given_up(const struct printer_slip *slip)
{
	return slip->is_cancelled && slip->is_cancelled(slip->context);
}

/* Why a device takes nothing any more: out of paper with its buffer full, or simply stuck. */
static enum result reason_of_stuck(struct usb_printer *usb)
{
	enum result result = usb_talk_ask_class(&usb->talk);

	return result == RESULT_OK ? RESULT_DEVICE_TIMEOUT : result;
}

/* Sends `size` bytes for `slip`, which may be given up meanwhile. */
static enum result send(struct usb_printer *usb, const struct printer_slip *slip,
	const uint8_t *bytes, size_t size, size_t *out_sent)
{
	int64_t started = clock_ticks_ms();
	int64_t last = started;
	int halts = 0;

	while (*out_sent < size) {
		size_t left = size - *out_sent;
		size_t written;
		enum result result = usb_write(usb->port, bytes + *out_sent,
			left < CHUNK ? left : CHUNK, CHUNK_MS, &written);
		int64_t now = clock_ticks_ms();
		*out_sent += written;
		if (written > 0) {
			last = now;
			halts = 0;
		}
		if (result == RESULT_DEVICE_STOPPED && ++halts > HALTS_MAX) {
			return RESULT_DEVICE_FAILED;
		}
		if (result != RESULT_OK && result != RESULT_DEVICE_STOPPED &&
			result != RESULT_DEVICE_TIMEOUT) {
			return result;
		}
		if (now - last >= STUCK_MS || now - started >= SLIP_MS) {
			return reason_of_stuck(usb);
		}
		if (is_given_up(slip)) {
			return RESULT_DEVICE_TIMEOUT;
		}
	}
	return RESULT_OK;
}

/*
 * Ends whatever a torn slip left behind: DLE ENQ 2 clears the buffers of a printer in trouble;
 * zeros fill up dots it may still be waiting for and mean nothing otherwise; ESC @ resets.
 */
static enum result clear(struct usb_printer *usb, const struct printer_slip *slip)
{
	uint8_t bytes[RASTER_BAND + 2] = {0};
	size_t sent = 0;
	enum result result = RESULT_OK;

	bytes[RASTER_BAND] = 0x1b;
	bytes[RASTER_BAND + 1] = '@';
	if (usb->talk.questions != 0) {
		result = usb_talk_say(&usb->talk, (const uint8_t[]){0x10, 0x05, 0x02}, 3, CHUNK_MS);
	}
	if (result == RESULT_OK) {
		result = send(usb, slip, bytes, sizeof(bytes), &sent);
	}
	if (result == RESULT_OK) {
		usb->torn = false;
		usb->owed = 0;
	}
	return result;
}

/* Waits for the answer to GS r 1, which the printer gives when everything before it is done. */
static enum result wait_for_answer(struct usb_printer *usb, const struct printer_slip *slip)
{
	int64_t until = clock_ticks_ms() + CONFIRM_MS;
	const uint8_t *question;
	size_t sent = 0;

	bool silent = usb_talk_drain(&usb->talk);
	size_t size = usb_talk_ask_done(&usb->talk, &question);
	enum result result = silent ? send(usb, slip, question, size, &sent) : RESULT_OK;
	if (result != RESULT_OK || !silent) {
		return result;
	}
	while (!usb->talk.done && clock_ticks_ms() < until && !is_given_up(slip)) {
		result = usb_talk_wait_done(&usb->talk, CONFIRM_LOOK_MS);
		if (result != RESULT_OK && result != RESULT_DEVICE_TIMEOUT) {
			return result;
		}
		/* A printer that ran out of paper is offline and leaves GS r unanswered. */
		result = usb->talk.done ? RESULT_OK : usb_talk_get_news(&usb->talk);
		if (result != RESULT_OK) {
			return result;
		}
	}
	return RESULT_OK;
}

static void confirm(struct usb_printer *usb, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct printer_status status;

	if (usb_talk_answers(&usb->talk) && usb->confirms != HAS_NOT) {
		out_outcome->reason = wait_for_answer(usb, slip);
		if (out_outcome->reason != RESULT_OK) {
			return;
		}
	}
	bool done = usb->talk.done;
	get_status(&usb->printer, &status);
	if (done) {
		usb->confirms = HAS;
	} else if (usb->confirms == NOT_KNOWN && status.reason == RESULT_OK && status.answers) {
		log_info("printer", "%s does not confirm slips", usb->printer.name);
		usb->confirms = HAS_NOT;
	}
	out_outcome->reason = status.reason;
	out_outcome->confirmed = done && status.reason == RESULT_OK;
}

/* A confirmation that came too late for its slip: the printer was slow, and gives them after all.
 */
static void note_late_confirmation(struct usb_printer *usb)
{
	if (usb->talk.done && usb->confirms == HAS_NOT && usb->late < LATE_MAX) {
		log_info("printer", "%s confirms slips late", usb->printer.name);
		usb->confirms = NOT_KNOWN;
		usb->late++;
	}
}

/* Before a slip: OK when it may be sent. */
static enum result prepare(struct usb_printer *usb, const struct printer_slip *slip)
{
	struct printer_status status;

	if (slip->clear_first || usb->torn) {
		enum result result = clear(usb, slip);
		if (result == RESULT_DEVICE_TIMEOUT && !is_given_up(slip)) {
			/* It has stopped taking anything since the last look: as that would say. */
			get_status(&usb->printer, &status);
			return status.reason == RESULT_OK ? result : status.reason;
		}
		if (result != RESULT_OK) {
			return result;
		}
	}
	usb_talk_try_again(&usb->talk);
	get_status(&usb->printer, &status);
	note_late_confirmation(usb);
	return status.reason;
}

static void printer_usb_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct usb_printer *usb = usb_of(printer);
	size_t sent = 0;

	out_outcome->reason = prepare(usb, slip);
	if (out_outcome->reason != RESULT_OK) {
		return;
	}
	usb->talk.done = false;
	out_outcome->reason = send(usb, slip, slip->bytes, slip->size, &sent);
	out_outcome->sent_any = sent > 0;
	usb->owed = sent > 0 && sent < slip->size ? RASTER_BAND : 0;
	if (out_outcome->reason == RESULT_OK) {
		confirm(usb, slip, out_outcome);
	}
	usb->torn = out_outcome->sent_any && out_outcome->reason != RESULT_OK;
}

/* printer_watch around usb_watch. */
struct usb_printer_watch {
	struct printer_watch watch;
	struct usb_watch *usb;
};

static struct printer_watch *watch_open(const char *rest)
{
	struct usb_watch *usb = usb_watch_open();
	struct usb_printer_watch *watch;

	(void)rest;
	if (!usb) {
		return NULL;
	}
	watch = memory_zeroed(1, sizeof(*watch));
	watch->watch.driver = &printer_usb;
	watch->usb = usb;
	return &watch->watch;
}

static void watch_close(struct printer_watch *watch)
{
	usb_watch_close(((struct usb_printer_watch *)watch)->usb);
	free(watch);
}

static size_t watch_fds(struct printer_watch *watch, struct pollfd *out_fds)
{
	return usb_watch_fds(((struct usb_printer_watch *)watch)->usb, out_fds, PRINTER_WATCH_FDS);
}

static bool watch_read(struct printer_watch *watch)
{
	return usb_watch_read(((struct usb_printer_watch *)watch)->usb);
}

const struct printer_driver printer_usb = {
	.scheme = "usb",
	.open = printer_usb_open,
	.close = printer_usb_close,
	.get_status = get_status,
	.print = printer_usb_print,
	.watch_open = watch_open,
	.watch_close = watch_close,
	.watch_fds = watch_fds,
	.watch_read = watch_read,
};
