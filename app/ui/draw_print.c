#include "app/ui/draw.h"

#include "app/ui/icon.h"
#include "app/ui/theme.h"

#include <string.h>

static const char *const face_names[DRAW_FACES] = {
	[DRAW_REGULAR] = "regular",
	[DRAW_MEDIUM] = "medium",
	[DRAW_SEMIBOLD] = "semibold",
	[DRAW_DISPLAY_MEDIUM] = "display-medium",
	[DRAW_DISPLAY_SEMIBOLD] = "display-semibold",
	[DRAW_DISPLAY_BOLD] = "display-bold",
	[DRAW_ICONS] = "icon",
};

static const char *const shadow_names[DRAW_SHADOWS] = {
	[DRAW_SHADOW_CARD] = "card",
	[DRAW_SHADOW_FLOAT] = "float",
	[DRAW_SHADOW_HERO] = "hero",
	[DRAW_SHADOW_SEGMENT] = "segment",
};

static void print_rect(FILE *file, const char *what, struct rect rect)
{
	fprintf(file, "%-7s %d,%d %dx%d", what, rect.x, rect.y, rect.w, rect.h);
}

static void print_color(FILE *file, draw_color color)
{
	const char *name = theme_token_name(color);

	if (name) {
		fprintf(file, " %s", name);
	} else {
		fprintf(file, " #%08X", (unsigned)color);
	}
}

static const char *icon_name(const char *text)
{
	const char *name, *icon;

	for (size_t i = 0; icon_at(i, &name, &icon); i++) {
		if (strcmp(icon, text) == 0) {
			return name;
		}
	}
	return "?";
}

static void print_text(FILE *file, const struct draw_list *list, const struct draw_command *command)
{
	const char *text = draw_command_text(list, command);
	bool icon = command->face == DRAW_ICONS;

	print_rect(file, icon ? "icon" : "text", command->rect);
	if (!icon) {
		fprintf(file, " %s", face_names[command->face]);
	}
	fprintf(file, " %d", command->size);
	print_color(file, command->color);
	if (icon) {
		fprintf(file, " %s\n", icon_name(text));
	} else {
		fprintf(file, " \"%s\"\n", text);
	}
}

/* A matrix prints as its size and FNV-1a hash: enough to see that it changed. */
static void print_modules(
	FILE *file, const struct draw_list *list, const struct draw_command *command)
{
	const char *bytes = draw_command_text(list, command);
	uint32_t hash = 2166136261U;

	for (size_t i = 0; i < command->length; i++) {
		hash = (hash ^ (uint8_t)bytes[i]) * 16777619U;
	}
	print_rect(file, "modules", command->rect);
	fprintf(file, " side %d hash %08x", command->width, (unsigned)hash);
	print_color(file, command->color);
	fputc('\n', file);
}

static void print_command(
	FILE *file, const struct draw_list *list, const struct draw_command *command)
{
	switch (command->kind) {
	case DRAW_RECT:
		print_rect(file, "rect", command->rect);
		fprintf(file, " r%d", command->radius);
		print_color(file, command->color);
		fputc('\n', file);
		break;
	case DRAW_BORDER:
		print_rect(file, "border", command->rect);
		fprintf(file, " r%d w%d", command->radius, command->width);
		print_color(file, command->color);
		fputc('\n', file);
		break;
	case DRAW_SHADOW:
		print_rect(file, "shadow", command->rect);
		fprintf(file, " r%d %s %d\n", command->radius, shadow_names[command->size],
			command->width);
		break;
	case DRAW_TEXT: print_text(file, list, command); break;
	case DRAW_MODULES: print_modules(file, list, command); break;
	case DRAW_PICTURE:
		print_rect(file, "picture", command->rect);
		fprintf(file, " r%d share %u\n", command->radius,
			(unsigned)(command->color & 0xFF));
		break;
	case DRAW_CLIP:
		if (command->rect.x == DRAW_EVERYWHERE.x && command->rect.w == DRAW_EVERYWHERE.w) {
			fputs("clip    none\n", file);
			break;
		}
		print_rect(file, "clip", command->rect);
		fputc('\n', file);
		break;
	}
}

void draw_print(const struct draw_list *list, FILE *file)
{
	for (size_t i = 0; i < list->count; i++) {
		print_command(file, list, &list->commands[i]);
	}
}
