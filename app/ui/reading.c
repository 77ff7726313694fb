#include "app/ui/reading_parts.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

/* What signs and icons that stand alone on a part mean. */
static const char *meaning_of(const char *label)
{
	static const struct {
		const char *label, *key;
	} meanings[] = {
		{"+", "common.read.more"},
		{"–", "common.read.less"},
		{"backspace", "common.read.erase"},
		{"check", "common.read.enter"},
		{"apple-keyboard-shift", "common.read.shift"},
		{"arrow-left", "common.read.back"},
		{"arrow-right", "common.read.forward"},
	};
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++) {
		if (strcmp(meanings[i].label, label) == 0) {
			return meanings[i].key;
		}
	}
	return NULL;
}

static const char *role_of(const struct ui *ui, const struct ui_spot *spot)
{
	if (spot->part == UI_PART_BUTTON && reading_is_checked(ui, spot->rect)) {
		return ui_say(ui, "common.read.chosen");
	}
	switch (spot->part) {
	case UI_PART_CHOSEN: return ui_say(ui, "common.read.chosen");
	case UI_PART_ON: return ui_say(ui, "common.read.on");
	case UI_PART_OFF: return ui_say(ui, "common.read.off");
	case UI_PART_FIELD: return ui_say(ui, "common.read.field");
	case UI_PART_KEY: return "";
	default: return ui_say(ui, "common.read.button");
	}
}

/* ---- writing ---- */

static void add(struct reading *reading, const char *text)
{
	size_t length = strlen(text);
	if (reading->used + length + 2 > READING_SIZE) {
		return;
	}
	memcpy(reading->text + reading->used, text, length + 1);
	reading->used += length;
}

/* The end of a line: `mark` unless a sentence ends there already. */
static void close_line(struct reading *reading, size_t at, const char *mark)
{
	size_t length = strlen(reading->text + at);
	char last = length > 0 ? reading->text[at + length - 1] : '\0';
	if (mark[0] == ',' && last == '.') {
		reading->text[--reading->used] = '\0';
	}
	if (mark[0] == ',' || strchr(".!?:…", last) == NULL || last == '\0') {
		add(reading, mark);
	}
}

/* FNV-1a over what stays the same of a line. */
static uint32_t sum_of(const char *text, bool counts)
{
	uint32_t sum = 2166136261u;
	bool letters = counts || reading_has_letters(text);
	for (; *text != '\0'; text++) {
		if (!letters || *text < '0' || *text > '9') {
			sum = (sum ^ (unsigned char)*text) * 16777619u;
		}
	}
	return sum;
}

static void end_line(struct reader *reader, size_t at, bool personal)
{
	struct reading *reading = reader->reading;
	if (reading->used == at) {
		return;
	}
	reading->used++; /* the NUL stays */
	if (reading->count < READING_LINES) {
		reading->lines[reading->count++] = (struct reading_line){at, personal,
			personal ? 0 : sum_of(reading->text + at, reader->ui->counts)};
	}
}

/* The texts of a part but what is typed in it, from top to bottom. */
static size_t find_texts(const struct reader *reader, int spot, const struct item **out_items)
{
	size_t count = 0;
	for (size_t i = 0; i < reader->count; i++) {
		const struct item *item = &reader->items[i];
		if (item->spot != spot || item->typed != READING_NOWHERE) {
			continue;
		}
		size_t at = count++;
		while (at > 0 && out_items[at - 1]->rect.y > item->rect.y) {
			out_items[at] = out_items[at - 1];
			at--;
		}
		out_items[at] = item;
	}
	return count;
}

/* What a part without words is called: by its sign or icon, and the words beside it. */
static void write_sign(struct reader *reader, const struct ui_spot *spot, const char *key)
{
	const char *beside = reading_beside(reader, spot->rect);
	if (beside != NULL) {
		add(reader->reading, beside);
		add(reader->reading, ", ");
	}
	add(reader->reading, ui_say(reader->ui, key));
}

/* All that a part says, but what is typed in it. */
static void write_part(struct reader *reader, const struct ui_spot *spot, int index)
{
	const struct item *texts[READING_ITEMS];
	struct reading *reading = reader->reading;
	size_t at = reading->used, count = find_texts(reader, index, texts);
	const char *label = count == 0   ? reading_icon(reader->ui, spot->rect)
			    : count == 1 ? texts[0]->text
					 : NULL;
	const char *key = label != NULL ? meaning_of(label) : NULL;
	for (size_t i = 0; i < count && key == NULL; i++) {
		if (i > 0) {
			close_line(reading, at, ", ");
		}
		add(reading, texts[i]->text);
	}
	if (key != NULL) {
		write_sign(reader, spot, key);
	}
	const char *role = role_of(reader->ui, spot);
	if (reading->used > at && role[0] != '\0') {
		close_line(reading, at, ",\n");
		add(reading, role);
	}
	close_line(reading, at, ".");
}

static void write_typed(struct reader *reader, const struct item *item)
{
	size_t at = reader->reading->used;
	add(reader->reading, item->text);
	end_line(reader, at, true);
}

static void write_item(struct reader *reader, const struct item *item)
{
	struct reading *reading = reader->reading;
	size_t at = reading->used;
	if (!reading_has_letters(item->text) && strpbrk(item->text, "0123456789") == NULL) {
		return; /* the sign of a button that does nothing now */
	}
	if (item->typed != READING_NOWHERE) {
		write_typed(reader, item);
		return;
	}
	add(reading, item->text);
	if (item->disabled) {
		close_line(reading, at, ",\n");
		add(reading, ui_say(reader->ui, "common.read.disabled"));
	}
	close_line(reading, at, ".");
	end_line(reader, at, false);
}

/* ---- order ---- */

/* What is said at one place of the order: an item that belongs to no part, or a part. */
struct place {
	size_t at;      /* its first command */
	int item, spot; /* one is READING_NOWHERE */
};

static int compare_places(const void *a, const void *b)
{
	const struct place *one = a, *other = b;
	return (one->at > other->at) - (one->at < other->at);
}

/* A part is where it was touched, or where its first text was drawn before that. */
static size_t place_of(const struct reader *reader, int spot)
{
	size_t at = reader->ui->spots[spot].at;
	for (size_t i = 0; i < reader->count; i++) {
		if (reader->items[i].spot == spot && reader->items[i].at < at) {
			at = reader->items[i].at;
		}
	}
	return at;
}

/* In the order in which the screen was drawn: that of who wrote it, by column where there are some,
 * and the same wherever a layout puts its parts. */
static size_t find_places(const struct reader *reader, struct place *out_places)
{
	const struct ui *ui = reader->ui;
	size_t count = 0;
	bool keys = false;
	for (size_t i = 0; i < reader->count; i++) {
		if (reader->items[i].spot == READING_NOWHERE) {
			out_places[count++] =
				(struct place){reader->items[i].at, (int)i, READING_NOWHERE};
		}
	}
	for (size_t i = 0; i < ui->spot_count; i++) {
		bool key = ui->spots[i].part == UI_PART_KEY;
		if (!key || !keys) { /* the keyboard is one place */
			out_places[count++] =
				(struct place){place_of(reader, (int)i), READING_NOWHERE, (int)i};
		}
		keys = keys || key;
	}
	qsort(out_places, count, sizeof(*out_places), compare_places);
	return count;
}

static void write_spot(struct reader *reader, int index)
{
	const struct ui_spot *spot = &reader->ui->spots[index];
	size_t at = reader->reading->used;
	if (spot->part == UI_PART_KEY) {
		add(reader->reading, ui_say(reader->ui, "common.read.keyboard"));
	} else {
		write_part(reader, spot, index);
	}
	end_line(reader, at, false);
	for (size_t i = 0; i < reader->count; i++) {
		const struct item *item = &reader->items[i];
		if (item->spot == index && item->typed != READING_NOWHERE) {
			write_typed(reader, item);
		}
	}
}

/* ---- the focus, and what was typed ---- */

/* A key says its letter, which collect has left out. */
static void write_key(struct reader *reader, const struct ui_spot *spot)
{
	const struct ui *ui = reader->ui;
	const char *icon = reading_icon(ui, spot->rect);
	const char *key = icon != NULL ? meaning_of(icon) : NULL;
	if (key != NULL) {
		add(reader->reading, ui_say(ui, key));
		return;
	}
	for (size_t i = reading_first(ui); i < ui->list.count; i++) {
		const struct draw_command *command = &ui->list.commands[i];
		struct rect at = command->rect;
		if (command->kind == DRAW_TEXT && command->face != DRAW_ICONS &&
			rect_holds(spot->rect, at.x + at.w / 2, at.y + at.h / 2)) {
			add(reader->reading, draw_command_text(&ui->list, command));
		}
	}
}

static void write_focus(struct reader *reader)
{
	const struct ui *ui = reader->ui;
	struct reading *reading = reader->reading;
	for (size_t i = 0; ui->focus_shown && i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, ui->focus) != 0) {
			continue;
		}
		reading->focus = reading->used;
		if (ui->spots[i].part == UI_PART_KEY) {
			write_key(reader, &ui->spots[i]);
		} else {
			write_part(reader, &ui->spots[i], (int)i);
		}
		reading->used += reading->used > reading->focus;
		return;
	}
}

/* One offset a field, also of those that are empty. */
static void write_fields(struct reader *reader)
{
	const struct ui *ui = reader->ui;
	struct reading *reading = reader->reading;
	for (size_t i = 0; i < ui->stretch_count; i++) {
		if (ui->stretches[i].kind != UI_TYPED || reading->typed_count == READING_TYPED) {
			continue;
		}
		int which = (int)reading->typed_count;
		reading->typed[reading->typed_count++] = reading->used;
		for (size_t k = 0; k < reader->count; k++) {
			if (reader->items[k].typed == which) {
				add(reading, reader->items[k].text);
			}
		}
		reading->used += reading->used < READING_SIZE - 1;
	}
}

void reading_make(const struct ui *ui, struct reading *out_reading)
{
	struct reader *reader = memory_zeroed(1, sizeof(*reader));
	struct place places[READING_ITEMS + UI_SPOTS];
	memset(out_reading, 0, sizeof(*out_reading));
	out_reading->used = 1; /* offset 0 = nothing */
	reader->ui = ui;
	reader->reading = out_reading;
	reading_collect(reader);
	write_fields(reader);
	write_focus(reader);
	size_t count = find_places(reader, places);
	for (size_t i = 0; i < count; i++) {
		if (places[i].item != READING_NOWHERE) {
			write_item(reader, &reader->items[places[i].item]);
		} else {
			write_spot(reader, places[i].spot);
		}
	}
	reading_release(reader);
	free(reader);
}
