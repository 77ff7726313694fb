#include "drivers/worker.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/printer_driver.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	LOOK_MS = 2000, /* between looks while something is wrong */
	BACKOFF_MIN_MS = 1000,
	BACKOFF_MAX_MS = 30000,
	STOP_MS = 5000, /* what a slip under way is given when the program ends */
	FOREVER = -1,
};

/* A slip with its own copies. */
struct job {
	int64_t id;
	struct printer_slip slip;
	uint8_t *bytes, *dots;
	char name[128];
};

struct worker {
	pthread_t thread;
	char *uri;
	const struct printer_profile *wanted;
	worker_deliver *deliver;
	void *context;
	int wake[2]; /* a byte in it ends the thread's sleep */

	pthread_mutex_t lock; /* guards what follows, which both sides touch */
	struct job *job;      /* handed over, not yet taken */
	bool busy;            /* from worker_print to WORKER_DONE */
	bool stopping;
	int64_t stop_at; /* clock_ticks_ms from which a slip under way is given up */

	/* The thread's own. */
	struct printer *printer;
	struct printer_watch *watch;
	struct printer_status status;
	bool told;     /* `status` has been delivered */
	bool doubtful; /* a slip has just failed: good news is held back for a while */
	int backoff_ms;
	bool torn; /* the last slip ended in the middle: the next one finds its remains */
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

static void deliver(struct worker *worker, enum worker_message_kind kind, int64_t slip,
	const struct printer_outcome *outcome)
{
	struct worker_message *message = memory_zeroed(1, sizeof(*message));

	message->kind = kind;
	message->slip = slip;
	message->status = worker->status;
	if (outcome) {
		message->outcome = *outcome;
	}
	if (worker->printer) {
		message->profile = printer_get_profile(worker->printer);
		text_copy(message->name, sizeof(message->name), printer_get_name(worker->printer));
	}
	worker->deliver(worker->context, message);
}

/* Tells the program, but only what it does not know yet. */
static void tell(struct worker *worker, const struct printer_status *status)
{
	bool same = worker->told && worker->status.reason == status->reason &&
		    worker->status.answers == status->answers &&
		    worker->status.near_end == status->near_end;

	worker->status = *status;
	if (worker->doubtful && status->reason == RESULT_OK) {
		return;
	}
	if (!same) {
		log_info("printer", "%s: %s", worker->uri, result_key(status->reason));
		worker->told = true;
		deliver(worker, WORKER_STATE, 0, NULL);
	}
}

static void close_device(struct worker *worker)
{
	printer_close(worker->printer);
	worker->printer = NULL;
}

static void open_device(struct worker *worker)
{
	enum result result = printer_open(worker->uri, worker->wanted, &worker->printer);

	if (result == RESULT_OK) {
		worker->backoff_ms = 0;
		return;
	}
	worker->backoff_ms = worker->backoff_ms ? worker->backoff_ms * 2 : BACKOFF_MIN_MS;
	if (worker->backoff_ms > BACKOFF_MAX_MS) {
		worker->backoff_ms = BACKOFF_MAX_MS;
	}
	tell(worker, &(struct printer_status){.reason = result});
}

/* Opens what is not open and asks how it is. */
static void look(struct worker *worker)
{
	struct printer_status status;

	if (!worker->printer) {
		open_device(worker);
	}
	if (!worker->printer) {
		return;
	}
	printer_get_status(worker->printer, &status);
	if (status.reason == RESULT_DEVICE_MISSING) {
		/* What was opened is gone for good; the same printer comes back as a new device. */
		close_device(worker);
		worker->backoff_ms = BACKOFF_MIN_MS;
		status = (struct printer_status){.reason = RESULT_DEVICE_MISSING};
	}
	tell(worker, &status);
}

static bool is_cancelled(void *context)
{
	struct worker *worker = context;

	pthread_mutex_lock(&worker->lock);
	bool cancelled = worker->stopping && clock_ticks_ms() >= worker->stop_at;
	pthread_mutex_unlock(&worker->lock);
	return cancelled;
}

static void print_job(struct worker *worker, struct job *job)
{
	struct printer_outcome outcome = {.reason = worker->status.reason};

	if (worker->printer && outcome.reason == RESULT_OK) {
		job->slip.is_cancelled = is_cancelled;
		job->slip.context = worker;
		job->slip.clear_first |= worker->torn;
		printer_print(worker->printer, &job->slip, &outcome);
		if (outcome.sent_any) {
			worker->torn = outcome.reason != RESULT_OK;
		}
		log_info("printer", "slip %lld: %s, %s", (long long)job->id,
			result_key(outcome.reason),
			outcome.confirmed  ? "confirmed"
			: outcome.sent_any ? "unconfirmed"
					   : "not sent");
	}
	/* The program waits for good news after bad, and would send the slip again at once. */
	if (outcome.reason != RESULT_OK) {
		worker->told = false;
		worker->doubtful = true;
	}
	pthread_mutex_lock(&worker->lock);
	worker->busy = false;
	pthread_mutex_unlock(&worker->lock);
	deliver(worker, WORKER_DONE, job->id, &outcome);
	destroy_job(job);
}

/* Milliseconds to sleep; FOREVER while all is well. */
static int sleep_time(const struct worker *worker)
{
	if (!worker->printer) {
		return worker->backoff_ms;
	}
	return worker->told && worker->status.reason == RESULT_OK ? FOREVER : LOOK_MS;
}

/* Returns early when a slip or the end has come, or the device deserves a look. */
static void sleep_until_needed(struct worker *worker)
{
	struct pollfd fds[1 + PRINTER_WATCH_FDS] = {{.fd = worker->wake[0], .events = POLLIN}};
	int64_t until = clock_ticks_ms() + sleep_time(worker);
	bool forever = sleep_time(worker) == FOREVER;

	for (;;) {
		size_t count = printer_watch_fds(worker->watch, fds + 1);
		int64_t left = until - clock_ticks_ms();
		int wait = forever ? FOREVER : left > 0 ? (int)left : 0;
		int ready = poll(fds, 1 + (nfds_t)count, wait);
		if (fds[0].revents) {
			char drained[16];
			while (read(worker->wake[0], drained, sizeof(drained)) > 0) {
			}
			return;
		}
		if (ready == 0) {
			return;
		}
		if (ready > 0 && printer_watch_read(worker->watch)) {
			/* Something came or went: what was learnt by waiting holds no more. */
			worker->backoff_ms = 0;
			return;
		}
	}
}

static struct job *take_job(struct worker *worker, bool *out_stopping)
{
	pthread_mutex_lock(&worker->lock);
	struct job *job = worker->job;
	worker->job = NULL;
	*out_stopping = worker->stopping;
	pthread_mutex_unlock(&worker->lock);
	return job;
}

/* A slip that was handed over but not begun when the program ends. */
static void refuse_job(struct worker *worker, struct job *job)
{
	if (job) {
		struct printer_outcome outcome = {.reason = RESULT_DEVICE_OFFLINE};
		deliver(worker, WORKER_DONE, job->id, &outcome);
		destroy_job(job);
	}
}

static void *run(void *context)
{
	struct worker *worker = context;
	bool stopping = false;

	worker->watch = printer_watch_open(worker->uri);
	for (;;) {
		look(worker);
		struct job *job = take_job(worker, &stopping);
		if (stopping) {
			refuse_job(worker, job);
			break;
		}
		if (job) {
			print_job(worker, job);
			continue;
		}
		sleep_until_needed(worker);
		worker->doubtful = false;
	}
	close_device(worker);
	printer_watch_close(worker->watch);
	return NULL;
}

struct worker *worker_start(const char *uri, const struct printer_profile *profile,
	worker_deliver *deliver_message, void *context)
{
	struct worker *worker = memory_zeroed(1, sizeof(*worker));

	if (pipe(worker->wake) != 0) {
		log_error("printer", "no pipe: %s", strerror(errno));
		free(worker);
		return NULL;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(worker->wake[i], F_SETFL, O_NONBLOCK);
		fcntl(worker->wake[i], F_SETFD, FD_CLOEXEC);
	}
	worker->uri = memory_string(uri);
	worker->wanted = profile;
	worker->deliver = deliver_message;
	worker->context = context;
	pthread_mutex_init(&worker->lock, NULL);
	if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
		log_error("printer", "no thread for %s", uri);
		pthread_mutex_destroy(&worker->lock);
		close(worker->wake[0]);
		close(worker->wake[1]);
		free(worker->uri);
		free(worker);
		return NULL;
	}
	return worker;
}

static void wake(struct worker *worker)
{
	/* A full pipe is awake already. */
	ssize_t written = write(worker->wake[1], "!", 1);

	(void)written;
}

bool worker_print(struct worker *worker, int64_t id, const struct printer_slip *slip)
{
	pthread_mutex_lock(&worker->lock);
	bool free_now = !worker->busy;
	if (free_now) {
		worker->busy = true;
		worker->job = create_job(id, slip);
	}
	pthread_mutex_unlock(&worker->lock);
	if (free_now) {
		wake(worker);
	}
	return free_now;
}

void worker_stop(struct worker *worker)
{
	if (!worker) {
		return;
	}
	pthread_mutex_lock(&worker->lock);
	worker->stopping = true;
	worker->stop_at = clock_ticks_ms() + STOP_MS;
	pthread_mutex_unlock(&worker->lock);
	wake(worker);
	pthread_join(worker->thread, NULL);
	pthread_mutex_destroy(&worker->lock);
	close(worker->wake[0]);
	close(worker->wake[1]);
	free(worker->uri);
	free(worker);
}
