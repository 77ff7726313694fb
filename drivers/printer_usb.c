#include "drivers/printer_driver.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/escpos.h"
#include "drivers/usb.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* "usb:auto" or "usb:VVVV:PPPP" (hexadecimal): an ESC/POS printer on libusb (hardware.md §6). */

enum {
	CHUNK = 4096,
	CHUNK_MS = 500,    /* one transfer; between two the slip may be cancelled */
	STUCK_MS = 10000,  /* no byte taken for so long: given up */
	SLIP_MS = 60000,   /* a whole slip */
	ANSWER_MS = 100,   /* to a status question */
	QUIET_MS = 5,      /* nothing for so long: nothing more is coming */
	CONFIRM_MS = 8000, /* from the last byte to the answer after the cut */
	CONFIRM_LOOK_MS = 1000,
	HALTS_MAX = 3,         /* halted endpoints in a row without a byte between */
	RASTER_BAND = 64 * 72, /* the most dots a torn slip can have left a printer waiting for */
};

enum capability { NOT_KNOWN, HAS, HAS_NOT };

struct usb_printer {
	struct printer printer;
	struct usb_port *port;
	bool answers;             /* DLE EOT */
	enum capability confirms; /* GS r */
	bool heard;               /* an answer to GS r came since it was asked for */
};

static struct usb_printer *usb_of(struct printer *printer)
{
	return (struct usb_printer *)printer;
}

/* An answer to GS r 1 has only paper bits, each in pairs; status and XON/XOFF have bit 4. */
static bool is_confirmation(uint8_t byte)
{
	return byte == 0x00 || byte == 0x03 || byte == 0x0c || byte == 0x0f;
}

/*
 * Reads for `ms`. With `status`, until the answer to `question` has come: OK. Answers to GS r are
 * noted on the way, everything else is thrown away. TIMEOUT when there was nothing to hear.
 */
static enum result hear(
	struct usb_printer *usb, int ms, int question, struct printer_status *status)
{
	int64_t until = clock_ticks_ms() + ms;
	int64_t left;

	while ((left = until - clock_ticks_ms()) > 0) {
		uint8_t bytes[64];
		size_t count;
		enum result result = usb_read(usb->port, bytes, sizeof(bytes), (int)left, &count);
		if (result != RESULT_OK) {
			return result;
		}
		for (size_t i = 0; i < count; i++) {
			usb->heard |= is_confirmation(bytes[i]);
			if (status && escpos_read_status(question, bytes[i], status)) {
				return RESULT_OK;
			}
		}
		if (!status && usb->heard) {
			return RESULT_OK;
		}
	}
	return RESULT_DEVICE_TIMEOUT;
}

/* Throws away what came unasked. False when the device never falls silent. */
static bool drain(struct usb_printer *usb)
{
	for (int i = 0; i < 16; i++) {
		uint8_t bytes[64];
		size_t count;
		if (usb_read(usb->port, bytes, sizeof(bytes), QUIET_MS, &count) != RESULT_OK) {
			return true;
		}
		for (size_t k = 0; k < count; k++) {
			usb->heard |= is_confirmation(bytes[k]);
		}
	}
	return false;
}

static enum result say(struct usb_printer *usb, const uint8_t *bytes, size_t size, int ms)
{
	size_t written;
	enum result result = usb_write(usb->port, bytes, size, ms, &written);

	/* A halt has been cleared: once more. */
	if (result == RESULT_DEVICE_STOPPED) {
		result = usb_write(usb->port, bytes + written, size - written, ms, &written);
	}
	return result;
}

/* DLE EOT `question`. */
static enum result ask(struct usb_printer *usb, int question, struct printer_status *status)
{
	const uint8_t command[] = {0x10, 0x04, (uint8_t)question};
	enum result result;

	drain(usb);
	result = say(usb, command, sizeof(command), ANSWER_MS);
	return result == RESULT_OK ? hear(usb, ANSWER_MS, question, status) : result;
}

/* What the printer class itself tells: whether the device is there, and whether it has paper. */
static enum result class_status(struct usb_printer *usb)
{
	uint8_t bits;
	enum result result = usb_get_port_status(usb->port, &bits);

	if (result == RESULT_DEVICE_MISSING) {
		return result;
	}
	/* Boards that do not know the request fail it or answer anything: only "selected, paper
	 * empty" together is believed. */
	return result == RESULT_OK && (bits & 0x30) == 0x30 ? RESULT_PAPER_OUT : RESULT_OK;
}

static void get_status(struct printer *printer, struct printer_status *out_status)
{
	struct usb_printer *usb = usb_of(printer);

	out_status->answers = usb->answers;
	if (!usb->answers) {
		out_status->reason = class_status(usb);
		return;
	}
	for (int question = 1; question <= 4; question++) {
		enum result result = ask(usb, question, out_status);
		if (result == RESULT_DEVICE_MISSING) {
			out_status->reason = result;
			return;
		}
		if (result != RESULT_OK) {
			/* It used to answer: switched off, or stuck. */
			result = class_status(usb);
			out_status->reason = result == RESULT_OK ? RESULT_DEVICE_OFFLINE : result;
			return;
		}
	}
}

/* Most cheap boards never answer: found out once per opening, by asking twice. */
static void find_out(struct usb_printer *usb)
{
	struct printer_status ignored = {.reason = RESULT_OK};

	for (int i = 0; i < 2 && !usb->answers && usb_get_identity(usb->port)->two_way; i++) {
		usb->answers = ask(usb, 1, &ignored) == RESULT_OK;
	}
}

static bool read_numbers(const char *rest, int *out_vendor, int *out_product)
{
	unsigned vendor, product;
	char end;

	if (strcmp(rest, "auto") == 0) {
		*out_vendor = USB_ANY;
		*out_product = USB_ANY;
		return true;
	}
	if (strspn(rest, "0123456789abcdefABCDEF:") != strlen(rest) ||
		sscanf(rest, "%4x:%4x%c", &vendor, &product, &end) != 2) {
		return false;
	}
	*out_vendor = (int)vendor;
	*out_product = (int)product;
	return true;
}

static enum result printer_usb_open(
	const char *rest, const struct printer_profile *profile, struct printer **out_printer)
{
	struct usb_printer *usb;
	struct usb_port *port;
	int vendor, product;
	enum result result;

	if (!read_numbers(rest, &vendor, &product)) {
		log_error("printer", "\"usb:%s\" is neither usb:auto nor usb:VVVV:PPPP", rest);
		return RESULT_DEVICE_UNKNOWN;
	}
	result = usb_open(vendor, product, &port);
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
	device_id_name(identity->id, usb->printer.name, sizeof(usb->printer.name));
	if (usb->printer.name[0] == '\0') {
		text_format(usb->printer.name, sizeof(usb->printer.name), "USB %04x:%04x",
			(unsigned)identity->vendor, (unsigned)identity->product);
	}
	find_out(usb);
	log_info("printer", "%s, %s, %s", usb->printer.name, usb->printer.profile->name,
		usb->answers ? "answers" : "does not answer");
	*out_printer = &usb->printer;
	return RESULT_OK;
}

static void printer_usb_close(struct printer *printer)
{
	usb_close(usb_of(printer)->port);
	free(usb_of(printer));
}

/*
 * Ends whatever a torn slip left behind: DLE ENQ 2 clears the buffers of a printer in trouble;
 * zeros fill up dots it may still be waiting for and mean nothing otherwise; ESC @ resets.
 */
static enum result clear(struct usb_printer *usb)
{
	uint8_t bytes[RASTER_BAND + 2] = {0};
	enum result result = RESULT_OK;

	bytes[RASTER_BAND] = 0x1b;
	bytes[RASTER_BAND + 1] = '@';
	if (usb->answers) {
		result = say(usb, (const uint8_t[]){0x10, 0x05, 0x02}, 3, CHUNK_MS);
	}
	return result == RESULT_OK ? say(usb, bytes, sizeof(bytes), 4 * CHUNK_MS) : result;
}

static bool is_given_up(const struct printer_slip *slip)
{
	return slip->is_cancelled && slip->is_cancelled(slip->context);
}

/* Why a device takes nothing any more: out of paper with its buffer full, or simply stuck. */
static enum result reason_of_stuck(struct usb_printer *usb)
{
	enum result result = class_status(usb);

	return result == RESULT_OK ? RESULT_DEVICE_TIMEOUT : result;
}

static enum result send(struct usb_printer *usb, const struct printer_slip *slip, size_t *out_sent)
{
	int64_t started = clock_ticks_ms();
	int64_t last = started;
	int halts = 0;

	while (*out_sent < slip->size) {
		size_t left = slip->size - *out_sent;
		size_t written;
		enum result result = usb_write(usb->port, slip->bytes + *out_sent,
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

/* Waits for the answer to GS r 1, which the printer gives when everything before it is done. */
static enum result wait_for_answer(struct usb_printer *usb, const struct printer_slip *slip)
{
	static const uint8_t command[] = {0x1d, 0x72, 0x01};
	int64_t until = clock_ticks_ms() + CONFIRM_MS;
	enum result result;

	/* What a device that babbles says is no answer. */
	bool silent = drain(usb);
	usb->heard = false;
	if (!silent) {
		return RESULT_OK;
	}
	result = say(usb, command, sizeof(command), STUCK_MS);
	if (result != RESULT_OK) {
		return result == RESULT_DEVICE_TIMEOUT ? reason_of_stuck(usb) : result;
	}
	while (!usb->heard && clock_ticks_ms() < until && !is_given_up(slip)) {
		struct printer_status status = {.reason = RESULT_OK};
		result = hear(usb, CONFIRM_LOOK_MS, 0, NULL);
		if (result == RESULT_DEVICE_MISSING) {
			return result;
		}
		/* A printer that ran out of paper is offline and leaves GS r unanswered. */
		if (!usb->heard) {
			get_status(&usb->printer, &status);
		}
		if (status.reason != RESULT_OK) {
			return status.reason;
		}
	}
	return RESULT_OK;
}

static void confirm(struct usb_printer *usb, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct printer_status status = {.reason = RESULT_OK};

	if (usb->answers && usb->confirms != HAS_NOT) {
		out_outcome->reason = wait_for_answer(usb, slip);
		if (out_outcome->reason != RESULT_OK) {
			return;
		}
		if (usb->heard) {
			usb->confirms = HAS;
		} else if (usb->confirms == NOT_KNOWN) {
			log_info("printer", "%s does not confirm slips", usb->printer.name);
			usb->confirms = HAS_NOT;
		}
	}
	bool heard = usb->heard;
	get_status(&usb->printer, &status);
	out_outcome->reason = status.reason;
	out_outcome->confirmed = usb->confirms == HAS && heard && status.reason == RESULT_OK;
}

static void printer_usb_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct usb_printer *usb = usb_of(printer);
	struct printer_status status = {.reason = RESULT_OK};
	size_t sent = 0;

	if (slip->clear_first) {
		status.reason = clear(usb);
	}
	if (status.reason == RESULT_OK) {
		get_status(printer, &status);
	}
	if (status.reason != RESULT_OK) {
		out_outcome->reason = status.reason;
		return;
	}
	usb->heard = false;
	out_outcome->reason = send(usb, slip, &sent);
	out_outcome->sent_any = sent > 0;
	if (out_outcome->reason == RESULT_OK) {
		confirm(usb, slip, out_outcome);
	}
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
