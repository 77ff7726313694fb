#include "drivers/board_worker.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "drivers/worker.h"

#include <stdlib.h>

struct board_worker {
	struct worker *worker;
	char *uri;
	char *line; /* NULL = none */
	board_deliver *deliver;
	void *context;

	/* The thread's own. */
	struct board *board;
	enum result reason;
	struct board_message present; /* what is to be seen now */
	bool any;                     /* there is one */
	bool owed;                    /* and the board does not show it yet */
	enum board_answer answer;
	int64_t taken; /* mark of what it took last */
};

static enum result open_board(void *device)
{
	struct board_worker *worker = device;

	worker->reason = board_open(worker->uri, worker->line, &worker->board);
	worker->owed = worker->any;
	return worker->reason;
}

static void close_board(void *device)
{
	struct board_worker *worker = device;

	board_close(worker->board);
	worker->board = NULL;
	worker->reason = RESULT_DEVICE_MISSING;
}

static bool is_wanted(void *context)
{
	return worker_is_wanted(context);
}

static void tell_news(struct board_worker *worker, enum result reason)
{
	struct board_news *news = memory_zeroed(1, sizeof(*news));

	news->reason = reason;
	news->answer = worker->answer;
	news->taken = worker->taken;
	text_copy(
		news->name, sizeof(news->name), worker->board ? board_get_name(worker->board) : "");
	worker->deliver(worker->context, news);
}

/*
 * Shows what is owed. Given up for newer work, which is shown at once, it says nothing of the
 * board.
 */
static enum result show_present(struct board_worker *worker, struct worker *core)
{
	struct board_outcome outcome;

	board_show(worker->board, &worker->present, is_wanted, core, &outcome);
	worker->answer = outcome.answer;
	worker->owed = outcome.answer == BOARD_FAILED;
	if (worker->owed && worker_is_wanted(core)) {
		return RESULT_OK;
	}
	worker->reason = outcome.reason;
	if (!worker->owed && worker->present.mark != 0) {
		worker->taken = worker->present.mark;
		tell_news(worker, outcome.reason);
	}
	return outcome.reason;
}

/* A board that took nothing the last time is tried again with what is to be seen now. */
static struct worker_state look_at_board(void *device)
{
	struct board_worker *worker = device;
	enum result found = board_look(worker->board);

	if (found == RESULT_OK && worker->owed) {
		show_present(worker, worker->worker);
	} else {
		worker->reason = found;
	}
	return (struct worker_state){.reason = worker->reason};
}

static enum result show_message(void *device, struct worker *core, void *work)
{
	struct board_worker *worker = device;
	struct board_message *message = work;

	worker->present = *message;
	worker->any = true;
	worker->owed = true;
	free(message);
	/* A board that is not there is shown it when it comes. */
	return worker->board ? show_present(worker, core) : RESULT_OK;
}

/* The last one, of board_worker_stop. */
static void show_last(void *device, void *work)
{
	struct board_worker *worker = device;

	struct board_outcome outcome;

	if (worker->board && worker->reason == RESULT_OK) {
		board_show(worker->board, work, NULL, NULL, &outcome);
	}
	free(work);
}

static void tell(void *device, const struct worker_state *state)
{
	tell_news(device, state->reason);
}

static void *watch_open(void *device)
{
	return board_watch_open(((struct board_worker *)device)->uri);
}

static void watch_close(void *watch)
{
	board_watch_close(watch);
}

static size_t watch_fds(void *watch, struct pollfd *out_fds)
{
	return board_watch_fds(watch, out_fds);
}

static bool watch_read(void *watch)
{
	return board_watch_read(watch);
}

static const struct worker_operations operations = {
	.area = "board",
	.open = open_board,
	.close = close_board,
	.look = look_at_board,
	.perform = show_message,
	.refuse = show_last,
	.tell = tell,
	.watch_open = watch_open,
	.watch_close = watch_close,
	.watch_fds = watch_fds,
	.watch_read = watch_read,
};

struct board_worker *board_worker_start(
	const char *uri, const char *line, board_deliver *deliver, void *context)
{
	struct board_worker *worker = memory_zeroed(1, sizeof(*worker));

	worker->uri = memory_string(uri);
	worker->line = line ? memory_string(line) : NULL;
	worker->deliver = deliver;
	worker->context = context;
	worker->worker = worker_start(&operations, worker, uri);
	if (!worker->worker) {
		free(worker->uri);
		free(worker->line);
		free(worker);
		return NULL;
	}
	return worker;
}

void board_worker_show(struct board_worker *worker, const struct board_message *message)
{
	struct board_message *copy = memory_zeroed(1, sizeof(*copy));

	*copy = *message;
	free(worker_hand(worker->worker, copy));
}

void board_worker_stop(struct board_worker *worker)
{
	if (!worker) {
		return;
	}
	board_worker_show(worker, &(struct board_message){.kind = BOARD_BLANK});
	worker_stop(worker->worker);
	free(worker->uri);
	free(worker->line);
	free(worker);
}
