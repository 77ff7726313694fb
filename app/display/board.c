#include "app/display/board.h"

#include <string.h>

static const struct view_counter *counter_of(
	const struct desk_view *view, const struct view_call *call)
{
	for (int i = 0; i < view->counter_count; i++) {
		const struct view_counter *counter = &view->counters[i];
		if (counter->number == call->counter &&
			strcmp(counter->ticket.number, call->number) == 0) {
			return counter;
		}
	}
	return NULL;
}

static bool is_called(const struct desk_view *view, const struct view_call *call)
{
	const struct view_counter *counter = counter_of(view, call);
	return counter && counter->state == VIEW_CALLED;
}

/* Whether the call still tells somebody something: where to go, or whose turn it is. */
static bool is_live(const struct desk_view *view, const struct view_call *call)
{
	const struct view_counter *counter = counter_of(view, call);
	return counter && (counter->state == VIEW_CALLED ||
				  (counter->state == VIEW_SERVING && view->waiting_total > 0));
}

static void show(struct board *board, const struct view_call *call, int64_t ticks, bool quiet)
{
	board->showing = true;
	board->shown = *call;
	board->shown_ticks = ticks;
	board->quiet = quiet;
}

static void enqueue(struct board *board, const struct view_call *call)
{
	if (board->queued == BOARD_QUEUE) {
		memmove(board->queue, board->queue + 1, (BOARD_QUEUE - 1) * sizeof *board->queue);
		board->queued--;
	}
	board->queue[board->queued++] = *call;
}

/* The newest call whose visitor has not come yet; NULL when there is none. */
static const struct view_call *newest_called(const struct desk_view *view)
{
	for (int i = 0; i < view->call_count; i++) {
		if (is_called(view, &view->calls[i])) {
			return &view->calls[i];
		}
	}
	return NULL;
}

void board_take(struct board *board, const struct desk_view *view, int64_t ticks)
{
	for (int i = view->call_count - 1; i >= 0; i--) {
		const struct view_call *call = &view->calls[i];
		if (call->id <= board->seen) {
			continue;
		}
		board->seen = call->id;
		if (board->begun) {
			enqueue(board, call);
		}
	}
	const struct view_call *called = newest_called(view);
	if (!board->begun && called) {
		show(board, called, ticks, true);
	}
	board->begun = true;
	board_step(board, view, ticks);
}

static bool may_leave(const struct board *board, const struct desk_view *view, int64_t ticks)
{
	return ticks - board->shown_ticks >= BOARD_LINGER_MS && !is_live(view, &board->shown);
}

void board_step(struct board *board, const struct desk_view *view, int64_t ticks)
{
	if (board->queued && (!board->showing || ticks - board->shown_ticks >= BOARD_SHOWN_MS)) {
		show(board, &board->queue[0], ticks, false);
		board->queued--;
		memmove(board->queue, board->queue + 1,
			(size_t)board->queued * sizeof *board->queue);
	}
	if (board->showing && !board->queued && may_leave(board, view, ticks)) {
		const struct view_call *called = newest_called(view);
		board->showing = false;
		if (called) {
			show(board, called, ticks, true);
		}
	}
}

static int64_t earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

int64_t board_deadline(
	const struct board *board, const struct desk_view *view, int64_t ticks, bool motion)
{
	int64_t next = INT64_MAX, age = ticks - board->shown_ticks;
	if (!board->showing) {
		return INT64_MAX;
	}
	if (board->queued) {
		next = board->shown_ticks + BOARD_SHOWN_MS;
	} else if (!is_live(view, &board->shown)) {
		next = board->shown_ticks + BOARD_LINGER_MS;
	}
	if (motion && !board->quiet && age < BOARD_FLASHES * BOARD_FLASH_MS) {
		next = earlier(
			next, board->shown_ticks + (age / BOARD_FLASH_MS + 1) * BOARD_FLASH_MS);
	}
	return next;
}

bool board_flashes(const struct board *board, int64_t ticks, bool motion)
{
	int64_t age = ticks - board->shown_ticks;
	return motion && board->showing && !board->quiet && age < BOARD_FLASHES * BOARD_FLASH_MS &&
	       age / BOARD_FLASH_MS % 2 == 0;
}

enum board_scene board_scene(const struct board *board, const struct desk_view *view)
{
	bool busy = view->waiting_total > 0;
	for (int i = 0; i < view->counter_count; i++) {
		busy = busy || view->counters[i].ticket.id != 0;
	}
	if (board->showing) {
		return BOARD_CALL;
	}
	if ((view->hours.state == CALENDAR_CLOSED || view->day_closed) && !busy) {
		return BOARD_CLOSED;
	}
	return view->waiting_total > 0 ? BOARD_WAITING : BOARD_IDLE;
}

int board_last(const struct board *board, const struct desk_view *view, int size,
	const struct view_call **out_calls)
{
	int count = 0;
	for (int i = 0; i < view->call_count && count < size; i++) {
		const struct view_call *call = &view->calls[i];
		bool known =
			board->showing && (call->id > board->shown.id ||
						  strcmp(call->number, board->shown.number) == 0);
		for (int j = 0; j < count && !known; j++) {
			known = strcmp(out_calls[j]->number, call->number) == 0;
		}
		if (!known) {
			out_calls[count++] = call;
		}
	}
	return count;
}
