#include "drivers/worker.h"

#include "app/base/clock.h"
#include "app/base/log.h"
#include "app/base/memory.h"

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
	STOP_MS = 5000, /* what work under way is given when the program ends */
	FOREVER = -1,
};

struct worker {
	pthread_t thread;
	const struct worker_operations *operations;
	void *device;
	char *name;
	int wake[2]; /* a byte in it ends the thread's sleep */

	pthread_mutex_t lock; /* guards what follows, which both sides touch */
	void *work;           /* handed over, not yet taken */
	bool stopping;
	int64_t stop_at; /* clock_ticks_ms from which work under way is given up */

	/* The thread's own. */
	void *watch;
	bool open;
	struct worker_state state;
	bool told;     /* `state` has been told */
	bool doubtful; /* work has just failed: good news is held back for a while */
	int backoff_ms;
};

/* Tells the program, but only what it does not know yet. */
static void tell(struct worker *worker, struct worker_state state)
{
	bool same = worker->told && worker->state.reason == state.reason &&
		    worker->state.detail == state.detail;

	worker->state = state;
	if (worker->doubtful && state.reason == RESULT_OK) {
		worker->told = false; /* it is told later */
		return;
	}
	if (!same) {
		log_info(
			worker->operations->area, "%s: %s", worker->name, result_key(state.reason));
		worker->told = true;
		worker->operations->tell(worker->device, &worker->state);
	}
}

static void close_device(struct worker *worker)
{
	if (worker->open) {
		worker->operations->close(worker->device);
		worker->open = false;
	}
}

static void open_device(struct worker *worker)
{
	enum result result = worker->operations->open(worker->device);

	if (result == RESULT_OK) {
		worker->open = true;
		worker->backoff_ms = 0;
		return;
	}
	worker->backoff_ms = worker->backoff_ms ? worker->backoff_ms * 2 : BACKOFF_MIN_MS;
	if (worker->backoff_ms > BACKOFF_MAX_MS) {
		worker->backoff_ms = BACKOFF_MAX_MS;
	}
	tell(worker, (struct worker_state){.reason = result});
}

/* Opens what is not open and asks how it is. */
static void look(struct worker *worker)
{
	struct worker_state state;

	if (!worker->open) {
		open_device(worker);
	}
	if (!worker->open) {
		return;
	}
	state = worker->operations->look(worker->device);
	if (state.reason == RESULT_DEVICE_MISSING) {
		/* What was opened is gone for good; the same device comes back as a new one. */
		close_device(worker);
		worker->backoff_ms = BACKOFF_MIN_MS;
		state = (struct worker_state){.reason = RESULT_DEVICE_MISSING};
	}
	tell(worker, state);
}

static void perform(struct worker *worker, void *work)
{
	bool failed = worker->operations->perform(worker->device, worker, work) != RESULT_OK;

	/* The program waits for good news after bad, and might hand the same over at once. */
	worker->doubtful = failed;
	worker->told = worker->told && !failed;
}

/* Milliseconds to sleep; FOREVER while all is well. */
static int sleep_time(const struct worker *worker)
{
	if (!worker->open) {
		return worker->backoff_ms;
	}
	return worker->told && worker->state.reason == RESULT_OK ? FOREVER : LOOK_MS;
}

/* Returns early when work or the end has come, or the device deserves a look. */
static void sleep_until_needed(struct worker *worker)
{
	const struct worker_operations *operations = worker->operations;
	struct pollfd fds[1 + WORKER_WATCH_FDS] = {{.fd = worker->wake[0], .events = POLLIN}};
	int64_t until = clock_ticks_ms() + sleep_time(worker);
	bool forever = sleep_time(worker) == FOREVER;

	for (;;) {
		size_t count = worker->watch ? operations->watch_fds(worker->watch, fds + 1) : 0;
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
		if (ready > 0 && worker->watch && operations->watch_read(worker->watch)) {
			/* Something came or went: what was learnt by waiting holds no more. */
			worker->backoff_ms = 0;
			return;
		}
	}
}

static void *take_work(struct worker *worker, bool *out_stopping)
{
	pthread_mutex_lock(&worker->lock);
	void *work = worker->work;
	worker->work = NULL;
	*out_stopping = worker->stopping;
	pthread_mutex_unlock(&worker->lock);
	return work;
}

static void *run(void *context)
{
	struct worker *worker = context;
	const struct worker_operations *operations = worker->operations;
	bool stopping = false;

	worker->watch = operations->watch_open ? operations->watch_open(worker->device) : NULL;
	for (;;) {
		look(worker);
		void *work = take_work(worker, &stopping);
		if (stopping) {
			if (work) {
				operations->refuse(worker->device, work);
			}
			break;
		}
		if (work) {
			perform(worker, work);
			continue;
		}
		sleep_until_needed(worker);
		worker->doubtful = false;
	}
	close_device(worker);
	if (worker->watch) {
		operations->watch_close(worker->watch);
	}
	return NULL;
}

static void destroy(struct worker *worker)
{
	pthread_mutex_destroy(&worker->lock);
	close(worker->wake[0]);
	close(worker->wake[1]);
	free(worker->name);
	free(worker);
}

struct worker *worker_start(
	const struct worker_operations *operations, void *device, const char *name)
{
	struct worker *worker = memory_zeroed(1, sizeof(*worker));

	if (pipe(worker->wake) != 0) {
		log_error(operations->area, "no pipe: %s", strerror(errno));
		free(worker);
		return NULL;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(worker->wake[i], F_SETFL, O_NONBLOCK);
		fcntl(worker->wake[i], F_SETFD, FD_CLOEXEC);
	}
	worker->operations = operations;
	worker->device = device;
	worker->name = memory_string(name);
	pthread_mutex_init(&worker->lock, NULL);
	if (pthread_create(&worker->thread, NULL, run, worker) != 0) {
		log_error(operations->area, "no thread for %s", name);
		destroy(worker);
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

void *worker_hand(struct worker *worker, void *work)
{
	pthread_mutex_lock(&worker->lock);
	void *replaced = worker->work;
	worker->work = work;
	pthread_mutex_unlock(&worker->lock);
	wake(worker);
	return replaced;
}

bool worker_is_over(struct worker *worker)
{
	pthread_mutex_lock(&worker->lock);
	bool over = worker->stopping && clock_ticks_ms() >= worker->stop_at;
	pthread_mutex_unlock(&worker->lock);
	return over;
}

bool worker_is_wanted(struct worker *worker)
{
	pthread_mutex_lock(&worker->lock);
	bool wanted = worker->stopping || worker->work != NULL;
	pthread_mutex_unlock(&worker->lock);
	return wanted;
}

void worker_end(struct worker *worker)
{
	pthread_mutex_lock(&worker->lock);
	if (!worker->stopping) {
		worker->stopping = true;
		worker->stop_at = clock_ticks_ms() + STOP_MS;
	}
	pthread_mutex_unlock(&worker->lock);
	wake(worker);
}

void worker_stop(struct worker *worker)
{
	if (!worker) {
		return;
	}
	worker_end(worker);
	pthread_join(worker->thread, NULL);
	destroy(worker);
}
