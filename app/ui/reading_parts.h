#ifndef APP_UI_READING_PARTS_H
#define APP_UI_READING_PARTS_H

#include "app/ui/reading.h"

/* Between reading_items.c, which finds the texts of a frame, and reading.c, which says them. */
enum { READING_ITEMS = 224, READING_NOWHERE = -1 };

/* Texts that are said in one breath: a sentence of several lines, or all of a part. */
struct item {
	struct rect rect, last; /* all of it; its last text */
	char *text;
	size_t at; /* its first command */
	int size;
	int spot;  /* index, or READING_NOWHERE */
	int typed; /* which field's, or READING_NOWHERE */
	bool disabled;
};

struct reader {
	const struct ui *ui;
	struct reading *reading;
	struct item items[READING_ITEMS];
	size_t count;
};

/* The first command that is read: under a dialog nothing is. */
size_t reading_first(const struct ui *ui);

/* Finds the items of the frame; reading_release wipes and frees their texts. */
void reading_collect(struct reader *reader);
void reading_release(struct reader *reader);

/* The name of the icon drawn last within `rect` (pixels); NULL = none. */
const char *reading_icon(const struct ui *ui, struct rect rect);

/* Whether the icon of a check says there that the part is chosen. */
bool reading_is_checked(const struct ui *ui, struct rect rect);

/* The words left of a part that has none of its own, in its row; NULL = none. */
const char *reading_beside(const struct reader *reader, struct rect rect);

bool reading_has_letters(const char *text);

#endif
