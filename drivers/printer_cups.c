#include "drivers/printer_driver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/print_queue.h"
#include "drivers/slip_pdf.h"

#include <stdlib.h>

/*
 * "cups:QUEUE": a print queue of CUPS. A queue without a driver ("Local Raw Printer") gets the
 * slip's ESC/POS bytes, any other one its dots as a PDF page of the slip's size. After the name,
 * "raw" or "pdf" decides it by hand and "wait=SECONDS" how long a slip may take:
 * "cups:kasir,raw,wait=60".
 */

/* A visitor stands there; a slip is done in about a second (hardware.md §4). */
enum { WAIT_S = 30 };

struct cups_printer {
	struct printer printer;
	struct print_target target;
	struct print_queue *queue;
};

static struct cups_printer *cups_of(struct printer *printer)
{
	return (struct cups_printer *)printer;
}

static bool is_raw(const struct cups_printer *cups)
{
	return cups->target.form == PRINT_FORM_BY_QUEUE ? print_queue_get_printer(cups->queue)->raw
							: cups->target.form == PRINT_FORM_RAW;
}

static enum result cups_open(
	const char *rest, const struct printer_profile *profile, struct printer **out_printer)
{
	struct cups_printer *cups = memory_zeroed(1, sizeof(*cups));
	enum result result = RESULT_DEVICE_UNKNOWN;

	if (!print_target_read(rest, &cups->target)) {
		log_error(
			"printer", "cups: wants QUEUE[,raw|,pdf][,wait=SECONDS], not \"%s\"", rest);
	} else {
		result = print_queue_open(cups->target.name, &cups->queue);
	}
	if (result != RESULT_OK) {
		free(cups);
		return result;
	}
	cups->printer.driver = &printer_cups;
	cups->printer.profile = profile ? profile : printer_profile_find("80mm");
	text_copy(cups->printer.name, sizeof(cups->printer.name), cups->target.name);
	*out_printer = &cups->printer;
	return RESULT_OK;
}

static void cups_close(struct printer *printer)
{
	print_queue_close(cups_of(printer)->queue);
	free(printer);
}

static void cups_get_status(struct printer *printer, struct printer_status *out_status)
{
	struct cups_printer *cups = cups_of(printer);

	print_queue_get_status(cups->queue, out_status);
	out_status->answers = out_status->answers && !is_raw(cups);
}

/*
 * What clear_first asks for cannot be had: bytes that a printer holds are behind CUPS's back. The
 * slip begins with ESC @ all the same.
 */
static void cups_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct cups_printer *cups = cups_of(printer);
	bool raw = is_raw(cups);
	struct print_work work = {
		.bytes = slip->bytes,
		.size = slip->size,
		.format = "application/vnd.cups-raw",
		.title = slip->name ? slip->name : "slip",
		.patience_ms = (cups->target.wait_s ? cups->target.wait_s : WAIT_S) * 1000,
		.is_cancelled = slip->is_cancelled,
		.context = slip->context,
	};
	uint8_t *pdf = NULL;

	if (!raw && !slip->dots) {
		log_error("printer", "the print queue %s wants a slip of dots", printer->name);
		out_outcome->reason = RESULT_DEVICE_FAILED;
		return;
	}
	if (!raw) {
		pdf = slip_pdf_make(slip->dots, slip->dots_width, slip->dots_height,
			slip->dots_pitch, &work.size);
		work.bytes = pdf;
		work.format = "application/pdf";
		work.paper.width = slip->dots_width * 100 / SLIP_PDF_DOTS_MM;
		work.paper.height = slip->dots_height * 100 / SLIP_PDF_DOTS_MM;
	}
	print_queue_print(cups->queue, &work, out_outcome);
	out_outcome->confirmed = out_outcome->confirmed && !raw;
	free(pdf);
}

const struct printer_driver printer_cups = {
	.scheme = "cups",
	.open = cups_open,
	.close = cups_close,
	.get_status = cups_get_status,
	.print = cups_print,
};
