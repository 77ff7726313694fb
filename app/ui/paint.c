#include "app/ui/paint.h"

#include "app/ui/paint_parts.h"

#include "app/base/log.h"
#include "app/base/memory.h"

#include <png.h>

#include <stdlib.h>

struct paint {
	struct paint_text *text;
	struct paint_corners corners;
	struct paint_shadows shadows;
};

struct paint *paint_create(void)
{
	struct paint_text *text = paint_text_create();

	if (!text) {
		return NULL;
	}
	struct paint *paint = memory_zeroed(1, sizeof(*paint));
	paint->text = text;
	return paint;
}

void paint_destroy(struct paint *paint)
{
	if (!paint) {
		return;
	}
	paint_text_destroy(paint->text);
	paint_corners_finish(&paint->corners);
	paint_shadows_finish(&paint->shadows);
	free(paint);
}

int paint_measure(void *context, enum draw_face face, int size, const char *text)
{
	struct paint *paint = context;

	return paint_text_width(paint->text, face, size, text);
}

void paint_warm(struct paint *paint, enum draw_face face, int size)
{
	paint_text_warm(paint->text, face, size);
}

void paint_forget(struct paint *paint)
{
	paint_text_forget(paint->text);
}

static void paint_modules(const struct paint_target *target, struct rect clip,
	const struct draw_command *command, const char *modules)
{
	int side = command->width, step = command->rect.w / side;

	clip = rect_meet(clip, command->rect);
	for (int i = 0; i < side * side; i++) {
		struct rect module = {command->rect.x + i % side * step,
			command->rect.y + i / side * step, step, step};
		struct rect part = rect_meet(clip, module);
		for (int y = part.y; modules[i] && y < part.y + part.h; y++) {
			paint_span(target, y, part.x, part.x + part.w, command->color);
		}
	}
}

static void paint_command(struct paint *paint, const struct paint_target *target, struct rect clip,
	const struct draw_list *list, const struct draw_command *command)
{
	switch (command->kind) {
	case DRAW_RECT:
		paint_round_rect(&paint->corners, target, clip, command->rect, command->radius,
			command->color);
		break;
	case DRAW_BORDER:
		paint_round_border(&paint->corners, target, clip, command->rect, command->radius,
			command->width, command->color);
		break;
	case DRAW_SHADOW:
		paint_shadow(&paint->shadows, &paint->corners, target, clip, command);
		break;
	case DRAW_TEXT:
		paint_text_draw(
			paint->text, target, clip, command, draw_command_text(list, command));
		break;
	case DRAW_MODULES:
		paint_modules(target, clip, command, draw_command_text(list, command));
		break;
	case DRAW_PICTURE: paint_picture(&paint->corners, target, clip, command); break;
	case DRAW_CLIP: break;
	}
}

/* The part of `clip` that the command fills without showing anything under it: its rows with round
 * corners are left out. */
static struct rect hidden_part(const struct draw_command *command, struct rect clip)
{
	int corner = paint_fitting_radius(command->rect, command->radius);
	struct rect solid = {command->rect.x, command->rect.y + corner, command->rect.w,
		command->rect.h - 2 * corner};

	if (command->kind != DRAW_RECT || (command->color & 0xFF) != 0xFF) {
		return (struct rect){0};
	}
	return rect_meet(rect_meet(solid, command->clip), clip);
}

static int64_t area(struct rect rect)
{
	return (int64_t)rect.w * rect.h;
}

/* The last command that hides everything before it in at least half of `clip`; *out_hidden is
 * where. The list's count when there is none. */
static size_t find_ground(const struct draw_list *list, struct rect clip, struct rect *out_hidden)
{
	for (size_t i = list->count; i > 0; i--) {
		*out_hidden = hidden_part(&list->commands[i - 1], clip);
		if (2 * area(*out_hidden) >= area(clip)) {
			return i - 1;
		}
	}
	return list->count;
}

static void paint_from(struct paint *paint, const struct paint_target *target,
	const struct draw_list *list, size_t first, struct rect clip)
{
	for (size_t i = first; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		struct rect part = rect_meet(clip, command->clip);
		if (!rect_is_empty(rect_meet(part, draw_extent(command)))) {
			paint_command(paint, target, part, list, command);
		}
	}
}

/* Where one command hides half of `clip` or more, painting begins with it; what is left round that
 * part (less than half) is painted in the same way. */
static void paint_part(struct paint *paint, const struct paint_target *target,
	const struct draw_list *list, struct rect clip)
{
	struct rect in;
	size_t ground = rect_is_empty(clip) ? 0 : find_ground(list, clip, &in);

	if (rect_is_empty(clip)) {
		return;
	}
	if (ground == list->count) {
		paint_round_rect(&paint->corners, target, clip, clip, 0, 0x000000FF);
		paint_from(paint, target, list, 0, clip);
		return;
	}
	int right = in.x + in.w, bottom = in.y + in.h;
	const struct rect round[] = {{clip.x, clip.y, clip.w, in.y - clip.y},
		{clip.x, in.y, in.x - clip.x, in.h}, {right, in.y, clip.x + clip.w - right, in.h},
		{clip.x, bottom, clip.w, clip.y + clip.h - bottom}};
	paint_from(paint, target, list, ground, in);
	for (size_t i = 0; i < sizeof(round) / sizeof(round[0]); i++) {
		paint_part(paint, target, list, round[i]);
	}
}

void paint_list(struct paint *paint, const struct paint_target *target,
	const struct draw_list *list, struct rect clip)
{
	paint_part(paint, target, list,
		rect_meet(clip, (struct rect){0, 0, target->width, target->height}));
}

bool paint_write_png(const struct paint_target *target, const char *path)
{
	size_t pixels = (size_t)target->width * (size_t)target->height;
	uint8_t *bytes = memory_zeroed(pixels, 3), *to = bytes;
	png_image image = {.version = PNG_IMAGE_VERSION,
		.width = (png_uint_32)target->width,
		.height = (png_uint_32)target->height,
		.format = PNG_FORMAT_RGB,
		.flags = PNG_IMAGE_FLAG_FAST};

	for (int y = 0; y < target->height; y++) {
		const char *start = (const char *)target->pixels + (ptrdiff_t)y * target->pitch;
		const uint32_t *row = (const uint32_t *)(const void *)start;
		for (int x = 0; x < target->width; x++) {
			*to++ = (uint8_t)(row[x] >> 16);
			*to++ = (uint8_t)(row[x] >> 8);
			*to++ = (uint8_t)row[x];
		}
	}
	bool written = png_image_write_to_file(&image, path, 0, bytes, 0, NULL);
	if (!written) {
		log_error("paint", "%s cannot be written: %s", path, image.message);
	}
	free(bytes);
	return written;
}
