#include "app/console/slip_job.h"

#include "app/base/log.h"
#include "app/base/text.h"
#include "app/paper/paper.h"
#include "drivers/print_queue.h"
#include "drivers/printer.h"

#include <string.h>

static enum office_language index_of(const struct language *language)
{
	return strcmp(language_code(language), "en") == 0 ? OFFICE_ENGLISH : OFFICE_INDONESIAN;
}

/* The queue as a printer's URI; DEVICE_MISSING when there is no usual one. */
static enum result find(const char *queue, char *out_uri, size_t size)
{
	struct print_queue_name usual;
	if (queue[0] != '\0') {
		return text_copy(out_uri, size, queue) ? RESULT_OK : RESULT_DEVICE_UNKNOWN;
	}
	if (!print_queue_find_usual(&usual)) {
		return RESULT_DEVICE_MISSING;
	}
	text_format(out_uri, size, "cups:%s", usual.text);
	return RESULT_OK;
}

static bool draw(const struct slip_job *job, int dots, struct page *out_page)
{
	struct document document;
	appointment_write(
		job->office, job->language, index_of(job->language), &job->slip, dots, &document);
	bool drawn = job->paper != NULL && paper_render(job->paper, &document, dots, out_page);
	document_finish(&document);
	return drawn;
}

static void print(
	const struct slip_job *job, struct printer *printer, struct printer_outcome *out_outcome)
{
	const struct printer_profile *profile = printer_get_profile(printer);
	struct page page = {0};
	*out_outcome = (struct printer_outcome){.reason = RESULT_FILE_FAILED};
	if (draw(job, profile->dots, &page)) {
		printer_print_dots(printer,
			&(struct printer_slip){.name = "giliran-janji-temu",
				.dots = page.bits,
				.dots_width = page.width,
				.dots_height = page.height,
				.dots_pitch = page.pitch,
				.is_cancelled = job->is_cancelled,
				.context = job->context},
			out_outcome);
	}
	page_finish(&page);
}

void slip_job_print(const struct slip_job *job, struct saved *saved)
{
	char uri[PLACE_SIZE];
	struct printer *printer = NULL;
	struct printer_outcome outcome;
	saved->slip = true;
	text_copy(saved->path, sizeof(saved->path), job->queue);
	saved->result = find(job->queue, uri, sizeof(uri));
	if (saved->result == RESULT_OK) {
		saved->result = printer_open(uri, NULL, &printer);
	}
	if (saved->result != RESULT_OK) {
		return;
	}
	text_copy(saved->path, sizeof(saved->path), printer_get_name(printer));
	print(job, printer, &outcome);
	printer_close(printer);
	saved->result = outcome.reason;
	saved->confirmed = outcome.confirmed;
}
