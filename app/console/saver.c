#include "app/console/saver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/errand.h"
#include "app/console/slip_job.h"
#include "app/paper/paper.h"
#include "app/report/printed.h"
#include "drivers/print_page.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct saver {
	struct saver_options options;
	saver_deliver *deliver;
	void *context;
	struct errand errand;
	atomic_bool ends; /* nothing is printed any more */

	/* the errand's while it is busy */
	bool prints_slip;
	struct appointment_slip slip;
	struct paper *paper; /* NULL until the first slip */
	enum report_format format;
	char queue[PLACE_SIZE]; /* as it was when the job began */
	struct report report;
	struct office office;
};

struct saver *saver_create(
	const struct saver_options *options, saver_deliver *deliver, void *context)
{
	struct saver *saver = memory_zeroed(1, sizeof(*saver));
	saver->options = *options;
	saver->deliver = deliver;
	saver->context = context;
	return saver;
}

/* NULL of none. */
static void *copy_of(const void *rows, size_t count, size_t size)
{
	if (count == 0) {
		return NULL;
	}
	void *copy = memory_zeroed(count, size);
	memcpy(copy, rows, count * size);
	return copy;
}

static void copy_report(struct report *copy, const struct report *report)
{
	*copy = *report;
	copy->days = copy_of(report->days, report->day_count, sizeof(*report->days));
	copy->breaches = copy_of(report->breaches, report->breach_count, sizeof(*report->breaches));
	copy->picks = copy_of(report->picks, report->pick_count, sizeof(*report->picks));
}

static bool is_cancelled(void *context)
{
	struct saver *saver = context;
	return atomic_load(&saver->ends);
}

static void print(struct saver *saver, struct saved *saved)
{
	uint8_t *bytes = NULL;
	size_t size = 0;
	struct print_queue_name name;
	struct printer_outcome outcome;
	saved->printed = true;
	text_copy(saved->path, sizeof(saved->path), saver->queue);
	saved->result = printed_make(
		&saver->report, &saver->office, saver->options.language, &bytes, &size);
	if (saved->result != RESULT_OK) {
		return;
	}
	const struct print_page page = {.bytes = bytes,
		.size = size,
		.title = "giliran-laporan",
		.is_cancelled = is_cancelled,
		.context = saver};
	print_page_send(saver->queue, &page, &name, &outcome);
	free(bytes);
	saved->result = outcome.reason;
	saved->confirmed = outcome.confirmed;
	if (name.text[0] != '\0') {
		text_copy(saved->path, sizeof(saved->path), name.text);
	}
}

static void save(struct saver *saver, struct saved *saved)
{
	const struct report_file file = {
		&saver->report, &saver->office, saver->options.language, printed_make};
	saved->result = report_save_new(
		saver->format, saver->options.folder, &file, saved->path, sizeof(saved->path));
}

static void print_slip(struct saver *saver, struct saved *saved)
{
	const struct slip_job job = {.slip = saver->slip,
		.office = &saver->office,
		.language = saver->options.language,
		.queue = saver->queue,
		.paper = saver->paper,
		.is_cancelled = is_cancelled,
		.context = saver};
	slip_job_print(&job, saved);
}

static void *run(void *context)
{
	struct saver *saver = context;
	struct saved *saved = memory_zeroed(1, sizeof(*saved));
	if (saver->prints_slip) {
		print_slip(saver, saved);
	} else if (saver->format == REPORT_FORMATS) {
		print(saver, saved);
	} else {
		save(saver, saved);
	}
	report_finish(&saver->report);
	errand_done(&saver->errand);
	saver->deliver(saver->context, saved);
	return NULL;
}

static void prepare(struct saver *saver, const struct office *office)
{
	text_copy(saver->queue, sizeof(saver->queue), saver->options.queue);
	saver->office = *office;
	saver->prints_slip = false;
}

bool saver_save(struct saver *saver, enum report_format format, const struct report *report,
	const struct office *office)
{
	if (errand_is_busy(&saver->errand)) {
		return false;
	}
	prepare(saver, office);
	saver->format = format;
	copy_report(&saver->report, report);
	if (!errand_begin(&saver->errand, run, saver, "save a report")) {
		report_finish(&saver->report);
		return false;
	}
	return true;
}

bool saver_print_slip(
	struct saver *saver, const struct appointment_slip *slip, const struct office *office)
{
	if (errand_is_busy(&saver->errand)) {
		return false;
	}
	if (saver->paper == NULL) {
		/* Fonts are opened and closed on the loop's thread alone: the painter does so at
		 * any time, and they share one library. */
		saver->paper = paper_create();
	}
	prepare(saver, office);
	saver->prints_slip = true;
	saver->slip = *slip;
	return errand_begin(&saver->errand, run, saver, "print a slip");
}

void saver_destroy(struct saver *saver)
{
	if (saver != NULL) {
		atomic_store(&saver->ends, true);
		errand_finish(&saver->errand);
		paper_destroy(saver->paper);
		free(saver);
	}
}
