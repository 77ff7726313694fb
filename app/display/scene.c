#include "app/display/scene.h"

#include "app/display/slides.h"

#include <string.h>

static bool is_shown(const struct scene *scene, const struct view_call *call)
{
	return scene->showing && scene->shown.id == call->id;
}

static void show(struct scene *scene, const struct view_call *call, int64_t ticks, bool quiet)
{
	scene->showing = true;
	scene->shown = *call;
	scene->shown_ticks = ticks;
	scene->quiet = quiet;
}

/* The newest call whose visitor has not come yet; NULL when there is none. */
static const struct view_call *newest_called(const struct desk_view *view)
{
	for (int i = 0; i < view->call_count; i++) {
		if (call_is_open(view, &view->calls[i])) {
			return &view->calls[i];
		}
	}
	return NULL;
}

void scene_take(struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	bool first = !scene->calls.begun;
	call_line_take(&scene->calls, view);
	const struct view_call *called = newest_called(view);
	if (first && called && !scene->calls.count && !is_shown(scene, called)) {
		show(scene, called, ticks, true);
	}
	scene_step(scene, view, ticks);
}

/* Six counters that press at once are shown within five seconds. */
static int64_t hold_ms(const struct scene *scene)
{
	int others = scene->calls.count - 1;
	int64_t share = SCENE_SHOWN_MS / (others > 1 ? others : 1);
	return share > SCENE_HURRIED_MS ? share : SCENE_HURRIED_MS;
}

static bool may_leave(const struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	return ticks - scene->shown_ticks >= SCENE_LINGER_MS && !call_is_open(view, &scene->shown);
}

void scene_step(struct scene *scene, const struct desk_view *view, int64_t ticks)
{
	struct view_call next;
	if ((!scene->showing || ticks - scene->shown_ticks >= hold_ms(scene)) &&
		call_line_next(&scene->calls, &next)) {
		show(scene, &next, ticks, false);
	}
	if (scene->showing && !scene->calls.count && may_leave(scene, view, ticks)) {
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
	if (scene->calls.count) {
		next = scene->shown_ticks + hold_ms(scene);
	} else if (!call_is_open(view, &scene->shown)) {
		next = scene->shown_ticks + SCENE_LINGER_MS;
	}
	if (scene_rise(scene, ticks, motion) > 0) {
		return earlier(next, slides_next_frame(scene->shown_ticks, ticks));
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

/* Ease-out cubic (look.md §3). */
double scene_rise(const struct scene *scene, int64_t ticks, bool motion)
{
	int64_t age = ticks - scene->shown_ticks;
	if (!motion || !scene->showing || scene->quiet || age >= SCENE_RISE_MS) {
		return 0;
	}
	double left = 1 - (double)age / SCENE_RISE_MS;
	return left * left * left;
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
