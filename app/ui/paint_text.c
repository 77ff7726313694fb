#include "app/ui/paint_parts.h"

#include "app/base/font_file.h"
#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <SDL_ttf.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { FONTS = 64, SETS = 128, WAYS = 4, WIDTHS = 1024, MASK_BUDGET = 6 * 1024 * 1024 };

#define INTER "/usr/share/fonts/opentype/inter/"

/* Ascent and descent in em: Inter's as in look.md §2; the icon font's em of 512 is 448 and 64. */
static const struct {
	const char *path, *package;
	double ascent, descent;
} faces[DRAW_FACES] = {
	[DRAW_REGULAR] = {INTER "Inter-Regular.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_MEDIUM] = {INTER "Inter-Medium.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_SEMIBOLD] = {INTER "Inter-SemiBold.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_DISPLAY_MEDIUM] = {INTER "InterDisplay-Medium.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_DISPLAY_SEMIBOLD] = {INTER "InterDisplay-SemiBold.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_DISPLAY_BOLD] = {INTER "InterDisplay-Bold.otf", "fonts-inter", 0.969, 0.241},
	[DRAW_ICONS] = {"/usr/share/fonts/truetype/materialdesignicons-webfont/"
			"materialdesignicons-webfont.ttf",
		"fonts-materialdesignicons-webfont", 0.875, 0.125},
};

struct font {
	enum draw_face face;
	int size;
	TTF_Font *font;
	uint64_t used;
};

/* A rendered text: its coverage, and where in it the pen starts. */
struct rendered {
	uint64_t key; /* 0 = empty */
	struct paint_mask mask;
	int pen_x, pen_y;
	uint64_t used;
};

struct width {
	uint64_t key;
	int width;
};

struct paint_text {
	struct font_file files[DRAW_FACES];
	struct font fonts[FONTS];
	struct rendered rendered[SETS][WAYS];
	struct width widths[WIDTHS];
	size_t mask_bytes;
	uint64_t uses;
};

struct paint_text *paint_text_create(void)
{
	struct paint_text *text;

	if (TTF_Init() != 0) {
		log_error("paint", "text cannot be drawn: %s", TTF_GetError());
		return NULL;
	}
	text = memory_zeroed(1, sizeof(*text));
	for (int i = 0; i < DRAW_FACES; i++) {
		if (!font_file_init(&text->files[i], "paint", faces[i].path, faces[i].package)) {
			paint_text_destroy(text);
			return NULL;
		}
	}
	return text;
}

static void drop(struct paint_text *text, struct rendered *rendered)
{
	struct paint_mask *mask = &rendered->mask;
	size_t bytes = (size_t)mask->width * (size_t)mask->height;

	if (mask->pixels) {
		memory_wipe(mask->pixels, bytes);
	}
	text->mask_bytes -= bytes;
	free(mask->pixels);
	*rendered = (struct rendered){0};
}

void paint_text_forget(struct paint_text *text)
{
	for (int set = 0; set < SETS; set++) {
		for (int way = 0; way < WAYS; way++) {
			drop(text, &text->rendered[set][way]);
		}
	}
	memset(text->widths, 0, sizeof(text->widths));
}

void paint_text_destroy(struct paint_text *text)
{
	if (!text) {
		return;
	}
	paint_text_forget(text);
	for (int i = 0; i < FONTS; i++) {
		if (text->fonts[i].font) {
			TTF_CloseFont(text->fonts[i].font);
		}
	}
	for (int i = 0; i < DRAW_FACES; i++) {
		font_file_finish(&text->files[i]);
	}
	free(text);
	TTF_Quit();
}

static TTF_Font *open_font(const struct font_file *file, int size)
{
	SDL_RWops *source = SDL_RWFromConstMem(file->data, (int)file->size);
	TTF_Font *font = source ? TTF_OpenFontRW(source, 1, size) : NULL;

	if (font) {
		TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
	} else {
		log_error("paint", "a font cannot be opened: %s", TTF_GetError());
	}
	return font;
}

/* The font of this face and size; the one unused longest makes room. NULL when it cannot. */
static TTF_Font *find_font(struct paint_text *text, enum draw_face face, int size)
{
	struct font *oldest = &text->fonts[0];

	for (int i = 0; i < FONTS; i++) {
		struct font *font = &text->fonts[i];
		if (font->font && font->face == face && font->size == size) {
			font->used = ++text->uses;
			return font->font;
		}
		if (font->used < oldest->used) {
			oldest = font;
		}
	}
	if (oldest->font) {
		TTF_CloseFont(oldest->font);
	}
	*oldest = (struct font){face, size, open_font(&text->files[face], size), ++text->uses};
	return oldest->font;
}

/* FNV-1a of face, size and bytes, 64 bits; never 0. */
static uint64_t key_of(enum draw_face face, int size, const char *string)
{
	uint64_t hash = 14695981039346656037U;

	hash = (hash ^ (uint64_t)face) * 1099511628211U;
	hash = (hash ^ (uint64_t)size) * 1099511628211U;
	for (const char *at = string; *at; at++) {
		hash = (hash ^ (uint8_t)*at) * 1099511628211U;
	}
	return hash ? hash : 1;
}

int paint_text_width(struct paint_text *text, enum draw_face face, int size, const char *string)
{
	uint64_t key = key_of(face, size, string);
	struct width *slot = &text->widths[key % WIDTHS];
	TTF_Font *font;

	if (slot->key == key) {
		return slot->width;
	}
	if (size <= 0 || !*string || !(font = find_font(text, face, size))) {
		return 0;
	}
	*slot = (struct width){.key = key};
	TTF_SizeUTF8(font, string, &slot->width, NULL);
	return slot->width;
}

/* SDL_ttf moves a text right and down when a glyph begins left of the pen or above the ascent. */
static void find_pen(TTF_Font *font, const char *string, int *out_x, int *out_y)
{
	int ascent = TTF_FontAscent(font), left = 0, top = ascent;
	bool first = true;

	while (*string) {
		int min_x = 0, max_y = 0;
		Uint32 character = text_next(&string);
		if (TTF_GlyphMetrics32(font, character, &min_x, NULL, NULL, &max_y, NULL) != 0) {
			continue;
		}
		if (first && min_x < left) {
			left = min_x;
		}
		if (max_y > top) {
			top = max_y;
		}
		first = false;
	}
	*out_x = -left;
	*out_y = top;
}

static void copy_coverage(SDL_Surface *surface, struct paint_mask *mask)
{
	*mask = (struct paint_mask){
		memory_zeroed((size_t)surface->w * (size_t)surface->h, 1), surface->w, surface->h};
	for (int y = 0; y < surface->h; y++) {
		const uint8_t *row =
			(const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
		const uint32_t *from = (const uint32_t *)(const void *)row;
		uint8_t *to = mask->pixels + (ptrdiff_t)y * surface->w;
		for (int x = 0; x < surface->w; x++) {
			to[x] = (uint8_t)(from[x] >> 24);
		}
	}
}

static bool render(struct paint_text *text, enum draw_face face, int size, const char *string,
	struct rendered *out)
{
	TTF_Font *font = find_font(text, face, size);
	SDL_Surface *surface =
		font ? TTF_RenderUTF8_Blended(font, string, (SDL_Color){255, 255, 255, 255}) : NULL;

	if (!surface) {
		return false;
	}
	find_pen(font, string, &out->pen_x, &out->pen_y);
	copy_coverage(surface, &out->mask);
	SDL_FreeSurface(surface);
	text->mask_bytes += (size_t)out->mask.width * (size_t)out->mask.height;
	return true;
}

/* The text from the cache, or rendered into it; NULL when it has no pixels. */
static const struct rendered *find_rendered(
	struct paint_text *text, enum draw_face face, int size, const char *string)
{
	uint64_t key = key_of(face, size, string);
	struct rendered *set = text->rendered[key % SETS], *oldest = set;

	for (int way = 0; way < WAYS; way++) {
		if (set[way].key == key) {
			set[way].used = ++text->uses;
			return &set[way];
		}
		if (set[way].used < oldest->used) {
			oldest = &set[way];
		}
	}
	drop(text, oldest);
	if (text->mask_bytes > MASK_BUDGET) {
		paint_text_forget(text);
	}
	oldest->used = ++text->uses;
	if (!render(text, face, size, string, oldest)) {
		return NULL;
	}
	oldest->key = key;
	return oldest;
}

/* The base line of the face's line, whole pixels high, in the middle of the line box. */
static int baseline_of(const struct draw_command *command)
{
	int ascent = (int)lround(faces[command->face].ascent * command->size);
	int descent = (int)lround(faces[command->face].descent * command->size);
	double spare = command->rect.h - ascent - descent;

	return command->rect.y + (int)floor(spare / 2) + ascent;
}

void paint_text_draw(struct paint_text *text, const struct paint_target *target, struct rect clip,
	const struct draw_command *command, const char *string)
{
	const struct rendered *rendered = find_rendered(text, command->face, command->size, string);

	if (rendered) {
		paint_stamp(target, clip, &rendered->mask, command->rect.x - rendered->pen_x,
			baseline_of(command) - rendered->pen_y, command->color);
	}
}

void paint_text_warm(struct paint_text *text, enum draw_face face, int size)
{
	TTF_Font *font = find_font(text, face, size);
	SDL_Surface *surface = NULL;

	if (font) {
		surface = TTF_RenderUTF8_Blended(font,
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,",
			(SDL_Color){255, 255, 255, 255});
	}
	SDL_FreeSurface(surface);
}
