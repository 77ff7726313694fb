#include "app/ui/reading_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/ui/icon.h"

#include <stdlib.h>
#include <string.h>

size_t reading_first(const struct ui *ui)
{
	return ui->modal_seen ? ui->modal_from : 0;
}

static bool is_within(const struct ui *ui, size_t index, enum ui_stretch_kind kind, int *out_which)
{
	int which = 0;
	for (size_t i = 0; i < ui->stretch_count; i++) {
		const struct ui_stretch *stretch = &ui->stretches[i];
		if (stretch->kind == kind && index >= stretch->from && index < stretch->to) {
			*out_which = which;
			return true;
		}
		which += stretch->kind == kind;
	}
	return false;
}

/* The smallest part whose words hold the middle of `rect`. */
static int spot_of(const struct ui *ui, struct rect rect)
{
	int found = READING_NOWHERE;
	int64_t least = INT64_MAX;
	for (size_t i = 0; i < ui->spot_count; i++) {
		struct rect words = ui->spots[i].words;
		int64_t area = (int64_t)words.w * words.h;
		if (area < least && rect_holds(words, rect.x + rect.w / 2, rect.y + rect.h / 2)) {
			least = area;
			found = (int)i;
		}
	}
	return found;
}

static void append(char **text, const char *joint, const char *more)
{
	size_t used = *text != NULL ? strlen(*text) : 0;
	size_t size = used + strlen(joint) + strlen(more) + 1;
	char *joined = memory_zeroed(size, 1);
	text_format(joined, size, "%s%s%s", used > 0 ? *text : "", joint, more);
	if (*text != NULL) {
		memory_wipe(*text, used); /* it may have been typed */
		free(*text);
	}
	*text = joined;
}

/* How `next` goes on from `item`: NULL = it does not. */
static const char *joint_of(const struct item *item, const struct draw_command *next, int spot,
	int typed, const char *text)
{
	struct rect last = item->last;
	int gap = next->rect.x - (last.x + last.w), down = next->rect.y - (last.y + last.h);
	if (item->spot != spot || item->typed != typed || item->size != next->size) {
		return NULL;
	}
	if (next->rect.y == last.y && gap >= -1 && gap <= 1) {
		return ""; /* another weight, or digits in their cells */
	}
	if (next->rect.y == last.y && gap >= 0 && gap < item->size && strlen(text) == 1) {
		return "";
	}
	return down >= -1 && down <= 1 ? " " : NULL;
}

static void take_text(
	struct reader *reader, const struct draw_command *command, int spot, int typed)
{
	const struct ui *ui = reader->ui;
	const char *text = draw_command_text(&ui->list, command);
	struct item *item = reader->count > 0 ? &reader->items[reader->count - 1] : NULL;
	const char *joint = item != NULL ? joint_of(item, command, spot, typed, text) : NULL;
	if (joint == NULL && reader->count == READING_ITEMS) {
		return;
	}
	if (joint == NULL) {
		item = &reader->items[reader->count++];
		*item = (struct item){.rect = command->rect,
			.at = (size_t)(command - ui->list.commands),
			.size = command->size,
			.spot = spot,
			.typed = typed,
			.disabled = command->color == ui_color(ui, THEME_DISABLED)};
	}
	append(&item->text, joint != NULL ? joint : "", text);
	item->rect = rect_join(item->rect, command->rect);
	item->last = command->rect;
}

void reading_collect(struct reader *reader)
{
	const struct ui *ui = reader->ui;
	for (size_t i = reading_first(ui); i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		int typed = READING_NOWHERE, unread;
		if (command->kind != DRAW_TEXT || command->face == DRAW_ICONS ||
			is_within(ui, i, UI_UNREAD, &unread)) {
			continue;
		}
		(void)is_within(ui, i, UI_TYPED, &typed);
		int spot = spot_of(ui, command->rect);
		if (spot == READING_NOWHERE || ui->spots[spot].part != UI_PART_KEY) {
			take_text(reader, command, spot, typed);
		}
	}
}

/* The icon of a command within `rect`; NULL = it is none. */
static const char *icon_of(
	const struct ui *ui, const struct draw_command *command, struct rect rect)
{
	const char *name, *text;
	struct rect at = command->rect;
	if (command->kind != DRAW_TEXT || command->face != DRAW_ICONS ||
		!rect_holds(rect, at.x + at.w / 2, at.y + at.h / 2)) {
		return NULL;
	}
	for (size_t i = 0; icon_at(i, &name, &text); i++) {
		if (strcmp(draw_command_text(&ui->list, command), text) == 0) {
			return name;
		}
	}
	return NULL;
}

const char *reading_icon(const struct ui *ui, struct rect rect)
{
	const char *found = NULL;
	for (size_t i = ui->list.count; i > reading_first(ui) && found == NULL; i--) {
		found = icon_of(ui, &ui->list.commands[i - 1], rect);
	}
	return found;
}

bool reading_is_checked(const struct ui *ui, struct rect rect)
{
	for (size_t i = reading_first(ui); i < ui->list.count; i++) {
		const char *icon = icon_of(ui, &ui->list.commands[i], rect);
		if (icon != NULL && strcmp(icon, "check-circle") == 0) {
			return true;
		}
	}
	return false;
}

bool reading_has_letters(const char *text)
{
	for (; *text != '\0'; text++) {
		if ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z')) {
			return true;
		}
	}
	return false;
}

const char *reading_beside(const struct reader *reader, struct rect rect)
{
	const char *found = NULL;
	int nearest = INT32_MAX;
	for (size_t i = 0; i < reader->count; i++) {
		const struct item *item = &reader->items[i];
		int middle = item->rect.y + item->rect.h / 2;
		int away = rect.x - item->rect.x;
		if (item->spot == READING_NOWHERE && item->typed == READING_NOWHERE &&
			middle >= rect.y && middle < rect.y + rect.h && away > 0 &&
			away < nearest && reading_has_letters(item->text)) {
			nearest = away;
			found = item->text;
		}
	}
	return found;
}

void reading_release(struct reader *reader)
{
	for (size_t i = 0; i < reader->count; i++) {
		memory_wipe(reader->items[i].text, strlen(reader->items[i].text));
		free(reader->items[i].text);
	}
	reader->count = 0;
}
