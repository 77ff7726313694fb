#include "app/ui/draw.h"

#include "app/base/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const struct rect DRAW_EVERYWHERE = {-16384, -16384, 32768, 32768};

/* look.md §3: #0B2545 at 6 and 7 %, 8 and 16 %, the hero's #004F86 at 20 and 28 %. */
const struct draw_shadow_layer draw_shadows[DRAW_SHADOWS][DRAW_SHADOW_LAYERS] = {
	[DRAW_SHADOW_CARD] = {{1, 2, 0x0B25450F}, {6, 20, 0x0B254512}},
	[DRAW_SHADOW_FLOAT] = {{2, 4, 0x0B254514}, {16, 48, 0x0B254529}},
	[DRAW_SHADOW_HERO] = {{2, 4, 0x004F8633}, {16, 40, 0x004F8647}},
	[DRAW_SHADOW_SEGMENT] = {{1, 3, 0x0B25452E}, {0, 0, 0}},
};

void draw_finish(struct draw_list *list)
{
	free(list->commands);
	free(list->bytes);
	*list = (struct draw_list){0};
}

void draw_clear(struct draw_list *list)
{
	list->count = 0;
	list->used = 0;
	list->clip = DRAW_EVERYWHERE;
}

void draw_wipe(struct draw_list *list)
{
	if (list->bytes) {
		memory_wipe(list->bytes, list->room);
	}
	draw_clear(list);
}

static struct draw_command *append(struct draw_list *list, struct draw_command command)
{
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 128;
		list->commands =
			memory_resized(list->commands, list->capacity, sizeof(*list->commands));
	}
	command.clip = list->clip;
	list->commands[list->count] = command;
	return &list->commands[list->count++];
}

/* Moved by hand, because realloc would leave a visitor's letters in the old place. */
static void make_room(struct draw_list *list, size_t length)
{
	size_t room = (list->used + length) * 2;
	char *bytes = memory_zeroed(room, 1);

	if (list->bytes) {
		memcpy(bytes, list->bytes, list->used);
		memory_wipe(list->bytes, list->room);
		free(list->bytes);
	}
	list->bytes = bytes;
	list->room = room;
}

static size_t append_bytes(struct draw_list *list, const void *bytes, size_t length)
{
	size_t at = list->used;

	if (list->used + length + 1 > list->room) {
		make_room(list, length + 1);
	}
	memcpy(list->bytes + at, bytes, length);
	list->bytes[at + length] = '\0';
	list->used += length + 1;
	return at;
}

static bool is_invisible(struct rect rect, draw_color color)
{
	return rect_is_empty(rect) || (color & 0xFF) == 0;
}

void draw_rect(struct draw_list *list, struct rect rect, int radius, draw_color color)
{
	if (is_invisible(rect, color)) {
		return;
	}
	append(list, (struct draw_command){
			     .kind = DRAW_RECT, .rect = rect, .radius = radius, .color = color});
}

void draw_border(struct draw_list *list, struct rect rect, int radius, int width, draw_color color)
{
	if (is_invisible(rect, color) || width <= 0) {
		return;
	}
	append(list, (struct draw_command){.kind = DRAW_BORDER,
			     .rect = rect,
			     .radius = radius,
			     .width = width,
			     .color = color});
}

void draw_shadow(struct draw_list *list, struct rect rect, int radius, enum draw_shadow shadow,
	int scale_milli)
{
	assert(shadow < DRAW_SHADOWS);
	if (rect_is_empty(rect) || scale_milli <= 0) {
		return;
	}
	append(list, (struct draw_command){.kind = DRAW_SHADOW,
			     .rect = rect,
			     .radius = radius,
			     .width = scale_milli,
			     .size = (int)shadow,
			     .color = draw_shadows[shadow][0].color});
}

void draw_text(struct draw_list *list, struct rect rect, enum draw_face face, int size,
	draw_color color, const char *text)
{
	size_t length = strlen(text);

	if (length == 0 || size <= 0 || (color & 0xFF) == 0) {
		return;
	}
	struct draw_command *command = append(list, (struct draw_command){.kind = DRAW_TEXT,
							    .rect = rect,
							    .face = face,
							    .size = size,
							    .color = color});
	command->length = length;
	command->text = append_bytes(list, text, length);
}

void draw_modules(struct draw_list *list, struct rect rect, int side, const uint8_t *modules,
	draw_color color)
{
	if (is_invisible(rect, color) || side <= 0) {
		return;
	}
	struct draw_command *command = append(
		list, (struct draw_command){
			      .kind = DRAW_MODULES, .rect = rect, .width = side, .color = color});
	command->length = (size_t)side * (size_t)side;
	command->text = append_bytes(list, modules, command->length);
}

void draw_picture(struct draw_list *list, int x, int y, int radius, int share,
	const struct draw_picture *picture)
{
	struct rect rect = {x, y, picture->width, picture->height};
	draw_color color = 0xFFFFFF00U | (draw_color)share;

	if (is_invisible(rect, color)) {
		return;
	}
	append(list, (struct draw_command){.kind = DRAW_PICTURE,
			     .rect = rect,
			     .radius = radius,
			     .color = color,
			     .picture = picture,
			     .picture_id = picture->id});
}

void draw_clip(struct draw_list *list, struct rect rect)
{
	list->clip = rect;
	append(list, (struct draw_command){.kind = DRAW_CLIP, .rect = rect});
}

const char *draw_command_text(const struct draw_list *list, const struct draw_command *command)
{
	return list->bytes + command->text;
}

static struct rect grown(struct rect rect, int left, int top, int right, int bottom)
{
	return (struct rect){
		rect.x - left, rect.y - top, rect.w + left + right, rect.h + top + bottom};
}

static struct rect shadow_extent(const struct draw_command *command)
{
	struct rect extent = {0};

	for (int i = 0; i < DRAW_SHADOW_LAYERS; i++) {
		struct draw_shadow_layer layer = draw_shadows[command->size][i];
		int blur = (layer.blur * command->width + 999) / 1000 + 1;
		int down = (layer.down * command->width + 500) / 1000;
		extent = rect_join(
			extent, grown(command->rect, blur, blur - down, blur, blur + down));
	}
	return extent;
}

struct rect draw_extent(const struct draw_command *command)
{
	struct rect extent = command->rect;
	int overhang = command->size / 4 + 1;

	if (command->kind == DRAW_CLIP) {
		return (struct rect){0};
	}
	if (command->kind == DRAW_SHADOW) {
		extent = shadow_extent(command);
	}
	if (command->kind == DRAW_TEXT) {
		extent = grown(extent, overhang, overhang, overhang, overhang);
	}
	return rect_meet(extent, command->clip);
}

static bool rect_is(struct rect a, struct rect b)
{
	return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

bool draw_same(const struct draw_list *a, const struct draw_command *one, const struct draw_list *b,
	const struct draw_command *other)
{
	if (one->kind != other->kind || !rect_is(one->rect, other->rect) ||
		one->color != other->color || one->length != other->length ||
		one->radius != other->radius || one->width != other->width ||
		one->size != other->size || one->face != other->face ||
		one->picture_id != other->picture_id || !rect_is(one->clip, other->clip)) {
		return false;
	}
	return one->length == 0 ||
	       memcmp(a->bytes + one->text, b->bytes + other->text, one->length) == 0;
}

struct rect rect_join(struct rect a, struct rect b)
{
	if (rect_is_empty(a)) {
		return b;
	}
	if (rect_is_empty(b)) {
		return a;
	}
	int x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
	int right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
	int bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
	return (struct rect){x, y, right - x, bottom - y};
}

struct rect rect_meet(struct rect a, struct rect b)
{
	int x = a.x > b.x ? a.x : b.x, y = a.y > b.y ? a.y : b.y;
	int right = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
	int bottom = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;

	return (struct rect){x, y, right > x ? right - x : 0, bottom > y ? bottom - y : 0};
}

bool rect_holds(struct rect rect, int x, int y)
{
	return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

bool rect_is_empty(struct rect rect)
{
	return rect.w <= 0 || rect.h <= 0;
}
