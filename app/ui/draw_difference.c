#include "app/ui/draw.h"

/* How far the two lists may drift apart before everything up to the next meeting is repainted. */
enum { LOOK_AHEAD = 48 };

struct dirty {
	struct rect *rects;
	size_t count, size;
};

static int64_t area(struct rect rect)
{
	return (int64_t)rect.w * rect.h;
}

/* Joins the first two rectangles that overlap; false when none do. */
static bool join_overlapping(struct dirty *dirty)
{
	for (size_t i = 0; i < dirty->count; i++) {
		for (size_t j = i + 1; j < dirty->count; j++) {
			if (rect_is_empty(rect_meet(dirty->rects[i], dirty->rects[j]))) {
				continue;
			}
			dirty->rects[i] = rect_join(dirty->rects[i], dirty->rects[j]);
			dirty->rects[j] = dirty->rects[--dirty->count];
			return true;
		}
	}
	return false;
}

/* No pixel is painted twice. */
static void settle(struct dirty *dirty)
{
	while (join_overlapping(dirty)) {
		continue;
	}
}

static void add(struct dirty *dirty, struct rect rect)
{
	size_t best = 0;
	int64_t least = INT64_MAX;

	if (rect_is_empty(rect)) {
		return;
	}
	for (size_t i = 0; i < dirty->count; i++) {
		int64_t waste = area(rect_join(dirty->rects[i], rect)) - area(dirty->rects[i]);
		if (waste < least) {
			least = waste;
			best = i;
		}
	}
	if (dirty->count == dirty->size || (dirty->count && least <= area(rect))) {
		dirty->rects[best] = rect_join(dirty->rects[best], rect);
	} else {
		dirty->rects[dirty->count++] = rect;
	}
}

/*
 * From the first commands that differ (*at, *to) finds the nearest place where the lists agree
 * again. Any common subsequence is right: pixels outside the extents of what is not in it are
 * painted by the same commands in the same order.
 */
static bool find_meeting(
	const struct draw_list *before, const struct draw_list *after, size_t *at, size_t *to)
{
	for (size_t apart = 1; apart <= LOOK_AHEAD; apart++) {
		for (size_t skip = 0; skip <= apart; skip++) {
			size_t i = *at + skip, j = *to + apart - skip;
			if (i < before->count && j < after->count &&
				draw_same(
					before, &before->commands[i], after, &after->commands[j])) {
				*at = i;
				*to = j;
				return true;
			}
		}
	}
	return false;
}

static void add_all(struct dirty *dirty, const struct draw_list *list, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		add(dirty, draw_extent(&list->commands[i]));
	}
}

size_t draw_difference(const struct draw_list *before, const struct draw_list *after,
	struct rect *out_rects, size_t size)
{
	struct dirty dirty = {out_rects, 0, size};
	size_t i = 0, j = 0, before_end = before->count, after_end = after->count;

	while (before_end && after_end &&
		draw_same(before, &before->commands[before_end - 1], after,
			&after->commands[after_end - 1])) {
		before_end--;
		after_end--;
	}
	while (i < before_end && j < after_end) {
		if (draw_same(before, &before->commands[i], after, &after->commands[j])) {
			i++;
			j++;
			continue;
		}
		size_t at = i, to = j;
		if (!find_meeting(before, after, &at, &to) || at > before_end || to > after_end) {
			at = before_end;
			to = after_end;
		}
		add_all(&dirty, before, i, at);
		add_all(&dirty, after, j, to);
		i = at;
		j = to;
	}
	add_all(&dirty, before, i, before_end);
	add_all(&dirty, after, j, after_end);
	settle(&dirty);
	return dirty.count;
}
