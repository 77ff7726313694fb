#include "app/kiosk/leaf.h"

#include "app/base/text.h"
#include "app/kiosk/chrome.h"

enum { TITLE_H = 56 };

static const struct ui_style HEADING = {DRAW_SEMIBOLD, 28, 40};

/* ---- filling ---- */

static struct leaf_block *add(struct leaf *leaf, enum leaf_kind kind, const char *text)
{
	if (leaf->count == LEAF_BLOCKS) {
		return NULL;
	}
	struct leaf_block *block = &leaf->blocks[leaf->count++];
	*block = (struct leaf_block){.kind = kind, .text = text};
	return block;
}

void leaf_add_section(struct leaf *leaf, const char *icon, const char *title)
{
	struct leaf_block *block = add(leaf, LEAF_SECTION, title);
	if (block != NULL) {
		block->icon = icon;
	}
}

void leaf_add_fee(struct leaf *leaf, enum office_fee fee)
{
	struct leaf_block *block = add(leaf, LEAF_FEE, "");
	if (block != NULL) {
		block->number = (int)fee;
	}
}

void leaf_add_text(struct leaf *leaf, const char *text)
{
	(void)add(leaf, LEAF_LINE, text);
}

void leaf_add_lines(struct leaf *leaf, const struct standard_line *const *lines, int count,
	enum office_language language, bool numbered)
{
	int number = 0;
	for (int i = 0; i < count; i++) {
		number = lines[i]->heading ? 0 : number + 1;
		struct leaf_block *block = add(leaf, lines[i]->heading ? LEAF_HEADING : LEAF_LINE,
			lines[i]->text[language]);
		if (block != NULL && numbered && count > 1) {
			block->number = number;
		}
	}
}

/* ---- placing ---- */

static int block_height(
	const struct ui *ui, const struct leaf *leaf, const struct leaf_block *block, int width)
{
	switch (block->kind) {
	case LEAF_SECTION: return TITLE_H;
	case LEAF_FEE: return ui_chip_height(ui);
	case LEAF_HEADING:
		return ui_paragraph_height(ui, width - leaf->indent, HEADING, block->text);
	case LEAF_LINE: break;
	}
	return ui_paragraph_height(ui, width - leaf->indent, leaf->style, block->text);
}

static int gap_before(const struct leaf *leaf, const struct leaf_block *block)
{
	enum { SECTION_GAP = 36, FEE_GAP = 4 };
	switch (block->kind) {
	case LEAF_SECTION: return SECTION_GAP;
	case LEAF_FEE: return FEE_GAP;
	case LEAF_HEADING: return leaf->gap * 3 / 2;
	case LEAF_LINE: break;
	}
	return leaf->gap;
}

/* Room for block `index` and for those that belong below it, down to the first line of text; as
 * many of them as a whole column holds. */
static int room_for(const struct ui *ui, const struct leaf *leaf, int index, int width, int height)
{
	int room = block_height(ui, leaf, &leaf->blocks[index], width);
	for (int i = index; leaf->blocks[i].kind != LEAF_LINE && i + 1 < leaf->count; i++) {
		const struct leaf_block *below = &leaf->blocks[i + 1];
		int more = gap_before(leaf, below) + block_height(ui, leaf, below, width);
		if (room + more > height) {
			break;
		}
		room += more;
	}
	return room;
}

void leaf_place(struct ui *ui, struct leaf *leaf, int width, int height)
{
	int column = 0, y = 0;
	bool sectioned = false;
	for (int i = 0; i < leaf->count; i++) {
		struct leaf_block *block = &leaf->blocks[i];
		int gap = y > 0 ? gap_before(leaf, block) : 0;
		block->again = false;
		sectioned = sectioned || block->kind == LEAF_SECTION;
		const bool again = sectioned && block->kind != LEAF_SECTION;
		const int top = again ? TITLE_H + gap_before(leaf, block) : 0;
		/* Where a column of its own has no more room, what is too long stays under its
		 * title. */
		if (y + gap > top && y + gap + room_for(ui, leaf, i, width, height) > height) {
			column++;
			block->again = again;
			y = top;
			gap = 0;
		}
		block->column = column;
		block->y = y + gap;
		block->height = block_height(ui, leaf, block, width);
		if (block->height > height - block->y) {
			block->height = height - block->y;
		}
		y = block->y + block->height;
	}
	leaf->columns = column + 1;
}

void leaf_split_last(struct leaf *leaf)
{
	int first = leaf->count - 1;
	while (first > 0 && leaf->blocks[first].kind != LEAF_SECTION) {
		first--;
	}
	struct leaf_block *section = &leaf->blocks[first];
	if (first <= 0 || section->column + 1 != leaf->columns || section->y == 0) {
		return;
	}
	const int top = section->y;
	for (int i = first; i < leaf->count; i++) {
		leaf->blocks[i].y -= top;
		leaf->blocks[i].column++;
	}
	leaf->columns++;
}

/* ---- drawing ---- */

static void draw_title(struct ui *ui, const struct leaf *leaf, struct rect rect, const char *icon,
	const char *title, const char *brief)
{
	ui_icon_tile(ui, rect.x, rect.y, TITLE_H, icon, false);
	chrome_words(ui,
		(struct rect){rect.x + leaf->indent, rect.y, rect.w - leaf->indent, TITLE_H},
		UI_LABEL, UI_LEFT, THEME_INK, title, brief);
}

/* "Prosedur · Daring (lanjutan)" over a column that begins under that heading. */
static void draw_again(struct ui *ui, const struct leaf *leaf, struct rect rect,
	const struct leaf_block *section, const struct leaf_block *heading)
{
	char where[2 * OFFICE_TEXT_SIZE], title[3 * OFFICE_TEXT_SIZE], brief[2 * OFFICE_TEXT_SIZE];
	text_format(where, sizeof(where), "%s%s%s", section->text, heading != NULL ? " · " : "",
		heading != NULL ? heading->text : "");
	language_with(ui->language, "kiosk.standard.again", title, sizeof(title), where);
	language_with(ui->language, "kiosk.standard.again", brief, sizeof(brief), section->text);
	draw_title(ui, leaf, rect, section->icon, title, brief);
}

static void draw_line(
	struct ui *ui, const struct leaf *leaf, const struct leaf_block *block, struct rect rect)
{
	char number[16];
	const struct rect text = {
		rect.x + leaf->indent, rect.y, rect.w - leaf->indent, block->height};
	text_format(number, sizeof(number), "%d.", block->number);
	if (block->number > 0) {
		ui_text(ui,
			(struct rect){rect.x, rect.y, leaf->indent - 16, ui_line(ui, leaf->style)},
			leaf->style, UI_RIGHT, THEME_INK2, number);
	}
	chrome_words(ui, text, leaf->style, UI_LEFT, leaf->ink, block->text, block->text);
}

static void draw_block(
	struct ui *ui, const struct leaf *leaf, const struct leaf_block *block, struct rect rect)
{
	switch (block->kind) {
	case LEAF_SECTION: draw_title(ui, leaf, rect, block->icon, block->text, block->text); break;
	case LEAF_FEE:
		chrome_fee(ui, rect.x + leaf->indent, rect.y, (enum office_fee)block->number);
		break;
	case LEAF_HEADING:
		chrome_words(ui,
			(struct rect){rect.x + leaf->indent, rect.y, rect.w - leaf->indent,
				block->height},
			HEADING, UI_LEFT, THEME_INK, block->text, block->text);
		break;
	case LEAF_LINE: draw_line(ui, leaf, block, rect); break;
	}
}

void leaf_draw(struct ui *ui, const struct leaf *leaf, int column, struct rect rect)
{
	const struct leaf_block *section = NULL, *heading = NULL;
	for (int i = 0; i < leaf->count; i++) {
		const struct leaf_block *block = &leaf->blocks[i];
		if (block->kind == LEAF_SECTION) {
			section = block;
			heading = NULL;
		} else if (block->kind == LEAF_HEADING) {
			heading = block;
		}
		if (block->column != column) {
			continue;
		}
		if (block->again && section != NULL) {
			draw_again(ui, leaf, rect, section, heading == block ? NULL : heading);
		}
		draw_block(ui, leaf, block,
			(struct rect){rect.x, rect.y + block->y, rect.w, rect.h - block->y});
	}
}
