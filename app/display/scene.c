#include "app/display/scene.h"

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

static void show(struct scene *scene, const struct view_call *call, int64_t ticks, bool quiet)
{
	scene->showing = true;
	scene->shown = *call;
	scene->shown_ticks = ticks;
	scene->quiet = quiet;
}

static void enqueue(struct scene *scene, const struct view_call *call)
{
	if (scene->queued == SCENE_QUEUE) {
		memmove(scene->queue, scene->queue + 1, (SCENE_QUEUE - 1) * sizeof *scene->queue);
		scene->queued--;
	}
	scene->queue[scene->queued++] = *call;
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

void scene_take(struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	for (int i = view->call_count - 1; i >= 0; i--) {
		const struct view_call *call = &view->calls[i];
		if (call->id <= scene->seen) {
			continue;
		}
		scene->seen = call->id;
		if (scene->begun) {
			enqueue(scene, call);
		}
	}
	const struct view_call *called = newest_called(view);
	if (!scene->begun && called) {
		show(scene, called, ticks, true);
	}
	scene->begun = true;
	scene_step(scene, view, ticks);
}

static bool may_leave(const struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	return ticks - scene->shown_ticks >= SCENE_LINGER_MS && !is_live(view, &scene->shown);
}

void scene_step(struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	if (scene->queued && (!scene->showing || ticks - scene->shown_ticks >= SCENE_SHOWN_MS)) {
		show(scene, &scene->queue[0], ticks, false);
		scene->queued--;
		memmove(scene->queue, scene->queue + 1,
			(size_t)scene->queued * sizeof *scene->queue);
	}
	if (scene->showing && !scene->queued && may_leave(scene, view, ticks)) {
		const struct view_call *called = newest_called(view);
		scene->showing = false;
		if (called) {
			show(scene, called, ticks, true);
		}
	}
}

static int64_t earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

int64_t scene_deadline(
	const struct scene *scene, const struct desk_view *view, int64_t ticks, bool motion)
{
	int64_t next = INT64_MAX, age = ticks - scene->shown_ticks;
	if (!scene->showing) {
		return INT64_MAX;
	}
	if (scene->queued) {
		next = scene->shown_ticks + SCENE_SHOWN_MS;
	} else if (!is_live(view, &scene->shown)) {
		next = scene->shown_ticks + SCENE_LINGER_MS;
	}
	if (motion && !scene->quiet && age < SCENE_FLASHES * SCENE_FLASH_MS) {
		next = earlier(
			next, scene->shown_ticks + (age / SCENE_FLASH_MS + 1) * SCENE_FLASH_MS);
	}
	return next;
}

bool scene_flashes(const struct scene *scene, int64_t ticks, bool motion)
{
	int64_t age = ticks - scene->shown_ticks;
	return motion && scene->showing && !scene->quiet && age < SCENE_FLASHES * SCENE_FLASH_MS &&
	       age / SCENE_FLASH_MS % 2 == 0;
}

enum scene_kind scene_kind(const struct scene *scene, const struct desk_view *view)
{
	bool busy = view->waiting_total > 0;
	for (int i = 0; i < view->counter_count; i++) {
		busy = busy || view->counters[i].ticket.id != 0;
	}
	if (scene->showing) {
		return SCENE_CALL;
	}
	if ((view->hours.state == CALENDAR_CLOSED || view->day_closed) && !busy) {
		return SCENE_CLOSED;
	}
	return view->waiting_total > 0 ? SCENE_WAITING : SCENE_IDLE;
}

int scene_last(const struct scene *scene, const struct desk_view *view, int size,
	const struct view_call **out_calls)
{
	int count = 0;
	for (int i = 0; i < view->call_count && count < size; i++) {
		const struct view_call *call = &view->calls[i];
		bool known =
			scene->showing && (call->id > scene->shown.id ||
						  strcmp(call->number, scene->shown.number) == 0);
		for (int j = 0; j < count && !known; j++) {
			known = strcmp(out_calls[j]->number, call->number) == 0;
		}
		if (!known) {
			out_calls[count++] = call;
		}
	}
	return count;
}
