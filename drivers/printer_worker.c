#include "drivers/printer_worker.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/printer_driver.h"
#include "drivers/worker.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static_assert((int)PRINTER_WATCH_FDS <= (int)WORKER_WATCH_FDS, "a printer's watch has room");

/* A slip with its own copies. */
struct job {
	int64_t id;
	struct printer_slip slip;
	uint8_t *bytes, *dots;
	char name[128];
};

struct printer_worker {
	struct worker *worker;
	char *uri;
	const struct printer_profile *wanted;
	int turn;
	printer_deliver *deliver;
	void *context;
	atomic_bool busy; /* from printer_worker_print to PRINTER_DONE */

	/* The thread's own. */
	struct printer_worker *before; /* until its device is closed */
	struct printer *printer;
	struct printer_status status;
};

static void destroy_job(struct job *job)
{
	if (job) {
		free(job->bytes);
		free(job->dots);
		free(job);
	}
}

static uint8_t *copy_bytes(const uint8_t *data, size_t size)
{
	uint8_t *copy = memory_zeroed(size, 1);

	memcpy(copy, data, size);
	return copy;
}

static struct job *create_job(int64_t id, const struct printer_slip *slip)
{
	struct job *job = memory_zeroed(1, sizeof(*job));

	job->id = id;
	job->slip = *slip;
	job->bytes = copy_bytes(slip->bytes, slip->size);
	job->slip.bytes = job->bytes;
	if (slip->dots) {
		size_t size = (size_t)slip->dots_height * (size_t)slip->dots_pitch;
		job->dots = copy_bytes(slip->dots, size);
		job->slip.dots = job->dots;
	}
	text_copy(job->name, sizeof(job->name), slip->name ? slip->name : "slip");
	job->slip.name = job->name;
	return job;
}

static void deliver(struct printer_worker *printer, enum printer_message_kind kind, int64_t slip,
	const struct printer_outcome *outcome)
{
	struct printer_message *message = memory_zeroed(1, sizeof(*message));

	message->kind = kind;
	message->turn = printer->turn;
	message->slip = slip;
	message->status = printer->status;
	if (outcome) {
		message->outcome = *outcome;
	}
	if (printer->printer) {
		message->profile = printer_get_profile(printer->printer);
		text_copy(message->name, sizeof(message->name), printer_get_name(printer->printer));
	}
	printer->deliver(printer->context, message);
}

static enum result open_printer(void *device)
{
	struct printer_worker *printer = device;

	printer_worker_stop(printer->before);
	printer->before = NULL;
	enum result result = printer_open(printer->uri, printer->wanted, &printer->printer);
	printer->status = (struct printer_status){.reason = result};
	return result;
}

static void close_printer(void *device)
{
	struct printer_worker *printer = device;

	printer_close(printer->printer);
	printer->printer = NULL;
	printer->status = (struct printer_status){.reason = RESULT_DEVICE_MISSING};
}

static struct worker_state look_at_printer(void *device)
{
	struct printer_worker *printer = device;
	struct printer_status *status = &printer->status;

	printer_get_status(printer->printer, status);
	return (struct worker_state){.reason = status->reason,
		.detail = (status->answers ? 1U : 0U) | (status->near_end ? 2U : 0U) |
			  status->can << 2};
}

static void tell_printer(void *device, const struct worker_state *state)
{
	(void)state;
	deliver(device, PRINTER_STATE, 0, NULL);
}

static bool is_cancelled(void *context)
{
	return worker_is_over(context);
}

static enum result print_job(void *device, struct worker *worker, void *work)
{
	struct printer_worker *printer = device;
	struct job *job = work;
	struct printer_outcome outcome = {.reason = printer->status.reason};

	if (printer->printer && outcome.reason == RESULT_OK) {
		job->slip.is_cancelled = is_cancelled;
		job->slip.context = worker;
		printer_print(printer->printer, &job->slip, &outcome);
		log_info("printer", "slip %lld: %s, %s", (long long)job->id,
			result_key(outcome.reason),
			outcome.confirmed  ? "confirmed"
			: outcome.sent_any ? "unconfirmed"
					   : "not sent");
	}
	atomic_store(&printer->busy, false);
	deliver(printer, PRINTER_DONE, job->id, &outcome);
	destroy_job(job);
	return outcome.reason;
}

static void refuse_job(void *device, void *work)
{
	struct job *job = work;
	struct printer_outcome outcome = {.reason = RESULT_DEVICE_OFFLINE};

	deliver(device, PRINTER_DONE, job->id, &outcome);
	destroy_job(job);
}

static void *watch_open(void *device)
{
	return printer_watch_open(((struct printer_worker *)device)->uri);
}

static void watch_close(void *watch)
{
	printer_watch_close(watch);
}

static size_t watch_fds(void *watch, struct pollfd *out_fds)
{
	return printer_watch_fds(watch, out_fds);
}

static bool watch_read(void *watch)
{
	return printer_watch_read(watch);
}

static const struct worker_operations operations = {
	.area = "printer",
	.open = open_printer,
	.close = close_printer,
	.look = look_at_printer,
	.perform = print_job,
	.refuse = refuse_job,
	.tell = tell_printer,
	.watch_open = watch_open,
	.watch_close = watch_close,
	.watch_fds = watch_fds,
	.watch_read = watch_read,
};

struct printer_worker *printer_worker_start(
	const struct printer_wanted *wanted, printer_deliver *deliver_message, void *context)
{
	struct printer_worker *printer = memory_zeroed(1, sizeof(*printer));

	printer->uri = memory_string(wanted->uri);
	printer->wanted = wanted->profile;
	printer->turn = wanted->turn;
	printer->before = wanted->before;
	printer->deliver = deliver_message;
	printer->context = context;
	atomic_init(&printer->busy, false);
	printer->worker = worker_start(&operations, printer, printer->uri);
	if (!printer->worker) {
		free(printer->uri);
		free(printer);
		return NULL;
	}
	return printer;
}

bool printer_worker_print(
	struct printer_worker *printer, int64_t id, const struct printer_slip *slip)
{
	if (atomic_exchange(&printer->busy, true)) {
		return false;
	}
	/* Nothing can come back: the last slip was taken before it was done. */
	worker_hand(printer->worker, create_job(id, slip));
	return true;
}

void printer_worker_end(struct printer_worker *printer)
{
	if (printer) {
		worker_end(printer->worker);
	}
}

void printer_worker_stop(struct printer_worker *printer)
{
	if (printer) {
		worker_stop(printer->worker);
		free(printer->uri);
		free(printer);
	}
}
