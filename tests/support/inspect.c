#include "tests/support/inspect.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MILLIMETRES = 20, OPAQUE = 0x80 };

static void __attribute__((format(printf, 3, 4)))
report(struct inspection *inspection, const char *name, const char *format, ...)
{
	const size_t room = sizeof(inspection->words);
	char line[512];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	inspection->faults++;
	int length = snprintf(inspection->words + inspection->used, room - inspection->used,
		"%s: %s\n", name, line);
	inspection->used += (size_t)length < room - inspection->used ? (size_t)length : 0;
}

/* ---- what a command covers ---- */

static double distance(double x, double y)
{
	return sqrt(x * x + y * y);
}

/* Whether the point lies in the shape, whose corners are round. */
static bool holds(struct rect rect, int radius, int x, int y)
{
	if (!rect_holds(rect, x, y)) {
		return false;
	}
	int least = (rect.w < rect.h ? rect.w : rect.h) / 2;
	radius = radius < least ? radius : least;
	int left = rect.x + radius - x, right = x - (rect.x + rect.w - 1 - radius);
	int above = rect.y + radius - y, below = y - (rect.y + rect.h - 1 - radius);
	int aside = left > right ? left : right, off = above > below ? above : below;
	return aside <= 0 || off <= 0 || distance(aside, off) <= radius;
}

static bool paints(const struct draw_command *command, int x, int y)
{
	const struct rect rect = command->rect;
	const int width = command->width;
	if (!rect_holds(command->clip, x, y) || !holds(rect, command->radius, x, y)) {
		return false;
	}
	if (command->kind == DRAW_BORDER) {
		int radius = command->radius > width ? command->radius - width : 0;
		struct rect inner = {
			rect.x + width, rect.y + width, rect.w - 2 * width, rect.h - 2 * width};
		return !holds(inner, radius, x, y);
	}
	return command->kind == DRAW_RECT;
}

/* Whether what is drawn after command `index` hides the point, or dims it as a scrim does. */
static bool is_covered(const struct draw_list *list, size_t index, int x, int y)
{
	for (size_t i = index + 1; i < list->count; i++) {
		const struct draw_command *command = &list->commands[i];
		if (command->kind == DRAW_RECT && (command->color & 0xFF) >= OPAQUE &&
			paints(command, x, y)) {
			return true;
		}
	}
	return false;
}

/* Whether an edge that is drawn after command `index` runs through the middle half of the ink. */
static bool is_crossed(const struct draw_list *list, size_t index, struct rect ink)
{
	enum { COLUMNS = 9, ROWS = 5 };
	ink = (struct rect){ink.x, ink.y + ink.h / 4, ink.w, ink.h - ink.h / 2};
	for (size_t i = index + 1; i < list->count; i++) {
		const struct draw_command *edge = &list->commands[i];
		for (int j = 0; edge->kind == DRAW_BORDER && j < COLUMNS * ROWS; j++) {
			int x = ink.x + (ink.w - 1) * (j % COLUMNS) / (COLUMNS - 1);
			int y = ink.y + (ink.h - 1) * (j / COLUMNS) / (ROWS - 1);
			if (paints(edge, x, y)) {
				return true;
			}
		}
	}
	return false;
}

/* ---- texts ---- */

static bool is_text(const struct draw_command *command)
{
	return command->kind == DRAW_TEXT;
}

/*
 * Where a text has ink: from the height of its capitals to its base line, or to the depth of its
 * descenders if it has any. Inter rises 0.969 em over the base line and falls 0.241 em under it
 * (look.md §2), its capitals are 0.727 em high; icons leave a twelfth of their square free.
 */
static struct rect ink_of(const struct draw_list *list, const struct draw_command *command)
{
	struct rect rect = command->rect;
	if (command->face == DRAW_ICONS) {
		int free = rect.w / 12;
		return (struct rect){
			rect.x + free, rect.y + free, rect.w - 2 * free, rect.h - 2 * free};
	}
	double base = rect.y + rect.h / 2.0 + (0.969 - 0.241) / 2 * command->size;
	bool deep = strpbrk(draw_command_text(list, command), "gjpqyQ,;()[]{}|/@_$") != NULL;
	double top = base - 0.727 * command->size,
	       bottom = base + (deep ? 0.2 : 0.02) * command->size;
	return (struct rect){rect.x, (int)lround(top), rect.w, (int)lround(bottom - top)};
}

static bool is_within(struct rect inner, struct rect outer)
{
	struct rect both = rect_meet(inner, outer);
	return both.w == inner.w && both.h == inner.h;
}

/* Of a text's left, middle and right, how many can be seen; 0 = it is not there for a visitor. */
static int count_seen(const struct draw_list *list, size_t index)
{
	struct rect ink = ink_of(list, &list->commands[index]);
	int y = ink.y + ink.h / 2, seen = 0;
	for (int i = 0; i < 3; i++) {
		int x = ink.x + (ink.w - 1) * i / 2;
		seen += !is_covered(list, index, x, y);
	}
	return seen;
}

/* The last shape under the point; the screen when there is none. */
static struct rect surface_at(const struct ui *ui, size_t index, int x, int y)
{
	for (size_t i = index; i-- > 0;) {
		const struct draw_command *command = &ui->list.commands[i];
		if (command->kind == DRAW_RECT && paints(command, x, y)) {
			return rect_meet(command->rect, command->clip);
		}
	}
	return (struct rect){0, 0, ui->width, ui->height};
}

/* Whether the text stands on one shape from its left to its right and from its top to its foot. */
static bool keeps_surface(const struct ui *ui, size_t index)
{
	struct rect ink = ink_of(&ui->list, &ui->list.commands[index]);
	for (int i = 0; i < 9; i++) {
		int x = ink.x + (ink.w - 1) * (i % 3) / 2, y = ink.y + (ink.h - 1) * (i / 3) / 2;
		if (!is_within(ink, surface_at(ui, index, x, y))) {
			return false;
		}
	}
	return true;
}

/* A field's value that is scrolled to its caret: its end is in sight. */
static bool is_scrolled(const struct ui *ui, const struct draw_command *command)
{
	struct rect clip = command->clip;
	int right = command->rect.x + command->rect.w;
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (is_within(clip, ui->spots[i].rect)) {
			return command->rect.x < clip.x && right <= clip.x + clip.w;
		}
	}
	return false;
}

static void look_at(struct inspection *inspection, const char *name, const struct ui *ui,
	size_t index, const char *text)
{
	const struct draw_command *command = &ui->list.commands[index];
	struct rect ink = ink_of(&ui->list, command);
	if (is_scrolled(ui, command)) {
		return;
	}
	if (!is_within(ink, (struct rect){0, 0, ui->width, ui->height})) {
		report(inspection, name, "\"%s\" leaves the screen", text);
	} else if (!is_within(ink, command->clip)) {
		report(inspection, name, "\"%s\" is cut by its clip", text);
	} else if (!keeps_surface(ui, index)) {
		report(inspection, name, "\"%s\" at %d,%d, %d px wide, leaves its surface", text,
			ink.x, ink.y, ink.w);
	} else if (count_seen(&ui->list, index) < 3) {
		report(inspection, name, "\"%s\" is half covered", text);
	}
}

static bool is_seen(const struct ui *ui, size_t index)
{
	return is_text(&ui->list.commands[index]) && count_seen(&ui->list, index) > 0;
}

static const char *text_at(const struct ui *ui, size_t index)
{
	return draw_command_text(&ui->list, &ui->list.commands[index]);
}

void inspect_edges(struct inspection *inspection, const char *name, const struct ui *ui)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		if (is_text(&ui->list.commands[i]) && count_seen(&ui->list, i) == 3 &&
			is_crossed(&ui->list, i, ink_of(&ui->list, &ui->list.commands[i]))) {
			report(inspection, name, "\"%s\" is crossed by an edge", text_at(ui, i));
		}
	}
}

void inspect_texts(struct inspection *inspection, const char *name, const struct ui *ui)
{
	const struct draw_command *commands = ui->list.commands;
	for (size_t i = 0; i < ui->list.count; i++) {
		if (!is_seen(ui, i)) {
			continue;
		}
		look_at(inspection, name, ui, i, text_at(ui, i));
		struct rect ink = rect_meet(ink_of(&ui->list, &commands[i]), commands[i].clip);
		for (size_t j = i + 1; j < ui->list.count; j++) {
			if (!is_text(&commands[j])) {
				continue;
			}
			struct rect both = rect_meet(
				ink, rect_meet(ink_of(&ui->list, &commands[j]), commands[j].clip));
			if (both.w > 1 && both.h > 1 && is_seen(ui, j)) {
				report(inspection, name, "\"%s\" overlaps \"%s\"", text_at(ui, i),
					text_at(ui, j));
			}
		}
	}
}

/* ---- targets ---- */

static bool is_exempt(const char *id, const char *const *exempt)
{
	for (; exempt != NULL && *exempt != NULL; exempt++) {
		size_t length = strlen(*exempt);
		bool all = (*exempt)[length - 1] == '.';
		if (all ? strncmp(id, *exempt, length) == 0 : strcmp(id, *exempt) == 0) {
			return true;
		}
	}
	return false;
}

void inspect_targets(struct inspection *inspection, const char *name, const struct ui *ui,
	const char *const *exempt)
{
	int least = (int)floor(MILLIMETRES * ui->ppm);
	if (ui->ppm <= 0) {
		report(inspection, name, "pixels per millimetre are not known");
	}
	for (size_t i = 0; i < ui->spot_count; i++) {
		const struct ui_spot *spot = &ui->spots[i];
		if ((spot->rect.w < least || spot->rect.h < least) &&
			!is_exempt(spot->id, exempt)) {
			report(inspection, name, "%s is %d x %d px, not %d", spot->id, spot->rect.w,
				spot->rect.h, least);
		}
		if (!is_within(spot->rect, (struct rect){0, 0, ui->width, ui->height})) {
			report(inspection, name, "%s leaves the screen", spot->id);
		}
		for (size_t j = i + 1; j < ui->spot_count; j++) {
			if (!rect_is_empty(rect_meet(spot->rect, ui->spots[j].rect))) {
				report(inspection, name, "%s overlaps %s", spot->id,
					ui->spots[j].id);
			}
		}
	}
}

/* ---- contrast ---- */

static double luminance(draw_color color)
{
	static const double weights[] = {0.2126, 0.7152, 0.0722};
	double sum = 0;
	for (int i = 0; i < 3; i++) {
		double share = ((color >> (24 - 8 * i)) & 0xFF) / 255.0;
		double linear =
			share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
		sum += weights[i] * linear;
	}
	return sum;
}

double inspect_ratio(draw_color one, draw_color other)
{
	double a = luminance(one), b = luminance(other);
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

static draw_color over(draw_color ground, draw_color color)
{
	return ui_blend(ground, color | 0xFF, (color & 0xFF) / 255.0);
}

/* What the point shows under command `index`; shadows, which are darker than what throws them and
 * lie outside it, are left out. */
static draw_color ground_at(const struct draw_list *list, size_t index, int x, int y)
{
	draw_color ground = 0x000000FF;
	for (size_t i = 0; i < index; i++) {
		if (paints(&list->commands[i], x, y)) {
			ground = over(ground, list->commands[i].color);
		}
	}
	return ground;
}

static double least_ratio(const struct ui *ui, size_t index)
{
	enum { COLUMNS = 7, ROWS = 3 };
	const struct draw_list *list = &ui->list;
	const struct draw_command *command = &list->commands[index];
	struct rect screen = {0, 0, ui->width, ui->height};
	struct rect ink = rect_meet(rect_meet(ink_of(list, command), command->clip), screen);
	double least = 21;
	for (int i = 0; i < COLUMNS * ROWS; i++) {
		int x = ink.x + (ink.w - 1) * (i % COLUMNS) / (COLUMNS - 1);
		int y = ink.y + (ink.h - 1) * (i / COLUMNS) / (ROWS - 1);
		draw_color ground = ground_at(list, index, x, y);
		least = fmin(least, inspect_ratio(ground, over(ground, command->color)));
	}
	return least;
}

static double wanted_ratio(const struct draw_command *command)
{
	return command->face == DRAW_ICONS ? 3 : 4.5;
}

void inspect_contrast(struct inspection *inspection, const char *name, const struct ui *ui)
{
	for (size_t i = 0; i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		if (!is_seen(ui, i) || command->color == ui_color(ui, THEME_DISABLED) ||
			command->color == ui_color(ui, THEME_DISABLED_ICON)) {
			continue;
		}
		double ratio = least_ratio(ui, i);
		if (ratio < wanted_ratio(command)) {
			report(inspection, name, "\"%s\" at %d,%d has a contrast of %.2f",
				text_at(ui, i), command->rect.x, command->rect.y, ratio);
		}
	}
}
