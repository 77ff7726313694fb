#include "app/paper/pdf_book_parts.h"

#include "app/base/text.h"
#include "app/paper/pdf_sheet.h"

#include <string.h>

/* A4 (ISO 216) on its side, in points of 1/72 inch, and a margin of 14 mm. */
#define PAGE_WIDTH 841.890
#define PAGE_HEIGHT 595.276
#define MARGIN 40.0

/* Dots of 0.4 points. */
enum {
	WIDTH = 1904,
	HEIGHT = 1288,
	BOTTOM = HEIGHT - 48, /* the foot is below */
	SLOTS = 3,
	GAP = 48,
	SLOT_WIDTH = (WIDTH - (SLOTS - 1) * GAP) / SLOTS,
	CELL_GAP = 18,
	TITLE_HEIGHT = 46,
	TABLE_GAP = 36,
	ROW_PAD = 5, /* above and below the lines of a row */
	LIKED_MAX = 520,
	KEY_WIDTH = 110, /* of what a bar is of */
	BAR_GAP = 96,    /* kept for the number right of its bar */
	INK = 0x0b2545,
	INK2 = 0x4a5b70,
	LINE = 0xd5dee8,
	BAR = 0x9ccbec, /* look.md: bars that are no peak */
};

static const struct paper_font DISPLAY = {PAPER_DISPLAY, 52}, HEADING = {PAPER_BOLD, 28},
			       VALUE = {PAPER_DISPLAY, 44}, BODY = {PAPER_MEDIUM, 21},
			       STRONG = {PAPER_SEMIBOLD, 21}, HEAD = {PAPER_SEMIBOLD, 18},
			       NOTE = {PAPER_MEDIUM, 18};

struct pen {
	const struct pdf_book *book;
	struct pdf_sheet *sheet;
	struct paper_measure measure;
	int page;
	int slot; /* third of the page where a narrow table goes on */
	int top;  /* of what is below the title */
	int y;
};

struct columns {
	int count;
	int x[PDF_BOOK_COLUMNS], width[PDF_BOOK_COLUMNS];
	double most; /* the largest amount, where it has bars; else 0 */
};

static int line_of(struct paper_font font)
{
	return font.px * 4 / 3;
}

/* ---- text ---- */

static void write_line(struct pen *pen, struct paper_font font, int x, int y, const char *text)
{
	pdf_sheet_word(pen->sheet, font, x, y + font.px, text, strlen(text));
}

static int width_of(const struct pen *pen, struct paper_font font, const char *text)
{
	return pen->measure.width(pen->measure.context, font, text, strlen(text));
}

static int break_cell(const struct pen *pen, struct paper_font font, const struct book_cell *cell,
	int width, struct paragraph *out_paragraph)
{
	paragraph_read(
		out_paragraph, book_words(pen->book, cell->text), font, font, width, &pen->measure);
	return paragraph_break(out_paragraph, width);
}

static void write_cell(struct pen *pen, struct paper_font font, const struct book_cell *cell, int x,
	int y, int width, bool right)
{
	struct paragraph paragraph;
	(void)break_cell(pen, font, cell, width, &paragraph);
	for (size_t first = 0, next; first < paragraph.count; first = next) {
		int used = paragraph_line(&paragraph, first, &next);
		int at = right ? x + width - used : x;
		for (size_t i = first; i < next; i++) {
			const struct paper_word *word = &paragraph.words[i];
			at += i > first ? word->gap : 0;
			pdf_sheet_word(pen->sheet, font, at, y + font.px, word->text, word->length);
			at += word->width;
		}
		y += line_of(font);
	}
}

static void draw_rule(struct pen *pen, int x, int width, int y, int height, unsigned shade)
{
	pdf_sheet_shade(pen->sheet, shade);
	pdf_sheet_box(pen->sheet, x, y, width, height);
	pdf_sheet_fill(pen->sheet);
}

/* ---- pages ---- */

static void end_page(struct pen *pen)
{
	char number[16];
	text_format(number, sizeof(number), "%d", pen->page);
	pdf_sheet_shade(pen->sheet, INK2);
	write_line(pen, NOTE, 0, HEIGHT - 24, book_words(pen->book, pen->book->foot));
	write_line(pen, NOTE, WIDTH - width_of(pen, NOTE, number), HEIGHT - 24, number);
	pdf_sheet_turn(pen->sheet);
}

static void next_page(struct pen *pen)
{
	end_page(pen);
	pen->page++;
	pen->slot = 0;
	pen->top = pen->y = 0;
}

static void next_slot(struct pen *pen)
{
	if (pen->slot + 1 == SLOTS) {
		next_page(pen);
	} else {
		pen->slot++;
		pen->y = pen->top;
	}
}

static void draw_figures(struct pen *pen)
{
	const struct pdf_book *book = pen->book;
	int whole = WIDTH + GAP;
	for (int i = 0; i < book->figure_count; i++) {
		const struct book_figure *figure = &book->figures[i];
		int x = whole * i / PDF_BOOK_FIGURES;
		draw_rule(pen, x, whole / PDF_BOOK_FIGURES - GAP, pen->y, 4, BAR);
		pdf_sheet_shade(pen->sheet, INK2);
		write_line(pen, BODY, x, pen->y + 14, book_words(book, figure->label));
		write_line(pen, NOTE, x, pen->y + 100, book_words(book, figure->note));
		pdf_sheet_shade(pen->sheet, INK);
		write_line(pen, VALUE, x, pen->y + 44, book_words(book, figure->value));
	}
	pen->y += book->figure_count > 0 ? 160 : 0;
}

static void begin_book(struct pen *pen)
{
	pen->page = 1;
	pdf_sheet_shade(pen->sheet, INK);
	write_line(pen, DISPLAY, 0, 0, book_words(pen->book, pen->book->title));
	pdf_sheet_shade(pen->sheet, INK2);
	write_line(pen, (struct paper_font){PAPER_MEDIUM, 26}, 0, 68,
		book_words(pen->book, pen->book->about));
	pen->y = 128;
	draw_figures(pen);
	pen->top = pen->y;
}

/* ---- columns ---- */

void book_share_width(const int *least, const int *liked, int count, int width, int *out_widths)
{
	int all_least = 0, all_liked = 0;
	for (int i = 0; i < count; i++) {
		all_least += least[i];
		all_liked += liked[i];
	}
	int more = all_liked - all_least;
	for (int i = 0; i < count; i++) {
		if (all_liked <= width) {
			out_widths[i] = all_liked > 0 ? liked[i] * width / all_liked : 0;
		} else if (all_least <= width) {
			out_widths[i] =
				least[i] + (liked[i] - least[i]) * (width - all_least) / more;
		} else {
			out_widths[i] = least[i] * width / all_least;
		}
	}
}

static int longest_word(const struct pen *pen, struct paper_font font, const struct book_cell *cell)
{
	struct paragraph paragraph;
	int longest = 0;
	(void)break_cell(pen, font, cell, WIDTH, &paragraph);
	for (size_t i = 0; i < paragraph.count; i++) {
		int width = paragraph.words[i].width;
		longest = width > longest ? width : longest;
	}
	return longest;
}

/* A heading would like two lines, a number never breaks. */
static void measure_column(const struct pen *pen, const struct book_table *table, int column,
	int *out_least, int *out_liked)
{
	int least = 0, liked = 0;
	for (size_t i = 0; i < table->count; i++) {
		const struct book_row *row = &pen->book->rows[table->first + i];
		if (column >= row->count) {
			continue;
		}
		const struct book_cell *cell = book_cell(pen->book, row, column);
		struct paper_font font = i == 0 ? HEAD : table->columns == 2 ? STRONG : BODY;
		int width = width_of(pen, font, book_words(pen->book, cell->text)) + 1;
		int word = cell->number ? width : longest_word(pen, font, cell) + 1;
		int wish = i == 0 ? width / 2 : width < LIKED_MAX ? width : LIKED_MAX;
		least = word > least ? word : least;
		liked = wish > liked ? wish : liked;
	}
	*out_least = least;
	*out_liked = liked > least ? liked : least;
}

static bool is_number(const struct pen *pen, const struct book_table *table, int column)
{
	const struct book_row *row = &pen->book->rows[table->first + 1];
	return column < row->count && book_cell(pen->book, row, column)->number;
}

static double most_of(const struct pen *pen, const struct book_table *table)
{
	double most = 0;
	for (size_t i = 1; i < table->count; i++) {
		const struct book_row *row = &pen->book->rows[table->first + i];
		double amount = row->count > 1 ? book_cell(pen->book, row, 1)->amount : 0;
		most = amount > most ? amount : most;
	}
	return most;
}

static struct columns make_columns(const struct pen *pen, const struct book_table *table, bool wide)
{
	struct columns columns = {.count = table->columns};
	int least[PDF_BOOK_COLUMNS], liked[PDF_BOOK_COLUMNS];
	for (int i = 0; i < columns.count; i++) {
		measure_column(pen, table, i, &least[i], &liked[i]);
	}
	int room = (wide ? WIDTH : SLOT_WIDTH) - (columns.count - 1) * CELL_GAP;
	if (wide) {
		book_share_width(least, liked, columns.count, room, columns.width);
	} else if (is_number(pen, table, 0) && is_number(pen, table, 1)) {
		columns.most = most_of(pen, table);
		columns.width[0] = liked[0] > KEY_WIDTH ? liked[0] : KEY_WIDTH;
		columns.width[1] = room - columns.width[0];
	} else {
		/* The amount at the right end, all else for what it is of. */
		columns.width[1] = liked[1] < room / 2 ? liked[1] : room / 2;
		columns.width[0] = room - columns.width[1];
	}
	for (int i = 1; i < columns.count; i++) {
		columns.x[i] = columns.x[i - 1] + columns.width[i - 1] + CELL_GAP;
	}
	return columns;
}

/* ---- rows ---- */

static int row_height(const struct pen *pen, const struct book_row *row,
	const struct columns *columns, struct paper_font font)
{
	int lines = 1;
	for (int i = 0; i < row->count; i++) {
		struct paragraph paragraph;
		int own = break_cell(
			pen, font, book_cell(pen->book, row, i), columns->width[i], &paragraph);
		lines = own > lines ? own : lines;
	}
	return lines * line_of(font) + 2 * ROW_PAD;
}

static void draw_bar(struct pen *pen, const struct book_cell *cell, int x, int width,
	const struct columns *columns)
{
	int length = (int)((width - BAR_GAP) * cell->amount / columns->most);
	draw_rule(pen, x, length, pen->y + ROW_PAD + 2, line_of(BODY) - 4, BAR);
}

static void draw_row(struct pen *pen, const struct book_table *table, size_t place,
	const struct columns *columns, int left)
{
	const struct book_row *row = &pen->book->rows[table->first + place];
	bool heads = place == 0;
	int height = row_height(pen, row, columns, heads ? HEAD : BODY);
	for (int i = 0; i < row->count; i++) {
		const struct book_cell *cell = book_cell(pen->book, row, i);
		int x = left + columns->x[i], width = columns->width[i];
		if (i == 1 && columns->most > 0 && cell->number) {
			draw_bar(pen, cell, x, width, columns);
		}
		bool amount = table->columns == 2 && i == 1 && !heads;
		pdf_sheet_shade(pen->sheet, heads ? INK2 : INK);
		write_cell(pen,
			heads    ? HEAD
			: amount ? STRONG
				 : BODY,
			cell, x, pen->y + ROW_PAD, width,
			is_number(pen, table, i) || (table->columns == 2 && i == 1));
	}
	int last = columns->count - 1;
	draw_rule(pen, left, columns->x[last] + columns->width[last], pen->y + height - 1,
		heads ? 2 : 1, heads ? INK2 : LINE);
	pen->y += height;
}

/* ---- tables ---- */

static int left_of(const struct pen *pen, bool wide)
{
	return wide ? 0 : pen->slot * (SLOT_WIDTH + GAP);
}

/* Whether the next `height` dots are there; else goes on where they are. */
static bool is_room(struct pen *pen, int height, bool wide)
{
	if (pen->y + height <= BOTTOM) {
		return true;
	}
	if (wide) {
		next_page(pen);
	} else {
		next_slot(pen);
	}
	return false;
}

static int table_height(
	const struct pen *pen, const struct book_table *table, const struct columns *columns)
{
	int height = TITLE_HEIGHT;
	for (size_t i = 0; i < table->count; i++) {
		const struct book_row *row = &pen->book->rows[table->first + i];
		height += row_height(pen, row, columns, i == 0 ? HEAD : BODY);
	}
	return height;
}

/* A table is divided only where it is longer than any place it could have. */
static void find_place(
	struct pen *pen, const struct book_table *table, const struct columns *columns, bool wide)
{
	const struct book_row *rows = &pen->book->rows[table->first];
	int height = table_height(pen, table, columns);
	int least = TITLE_HEIGHT + row_height(pen, &rows[0], columns, HEAD) +
		    row_height(pen, &rows[1], columns, BODY);
	if (wide && pen->slot > 0) {
		next_page(pen);
	}
	(void)is_room(pen, height <= BOTTOM - (wide ? 0 : pen->top) ? height : least, wide);
}

static void draw_table(struct pen *pen, const struct book_table *table)
{
	bool wide = table->columns > 2;
	const struct book_row *rows = &pen->book->rows[table->first];
	struct columns columns = make_columns(pen, table, wide);
	find_place(pen, table, &columns, wide);
	pdf_sheet_shade(pen->sheet, INK);
	write_line(pen, HEADING, left_of(pen, wide), pen->y, book_words(pen->book, table->title));
	pen->y += TITLE_HEIGHT;
	draw_row(pen, table, 0, &columns, left_of(pen, wide));
	for (size_t i = 1; i < table->count; i++) {
		if (!is_room(pen, row_height(pen, &rows[i], &columns, BODY), wide)) {
			draw_row(pen, table, 0, &columns, left_of(pen, wide));
		}
		draw_row(pen, table, i, &columns, left_of(pen, wide));
	}
	pen->y += TABLE_GAP;
}

bool book_draw(const struct pdf_book *book, uint8_t **out_bytes, size_t *out_size)
{
	struct pen pen = {.book = book};
	pen.sheet = pdf_sheet_create(
		book->pdf, PAGE_WIDTH, PAGE_HEIGHT, MARGIN, book_words(book, book->title));
	pen.measure = pdf_sheet_measure(pen.sheet);
	begin_book(&pen);
	for (size_t i = 0; i < book->table_count; i++) {
		if (book->tables[i].count > 1) {
			draw_table(&pen, &book->tables[i]);
		}
	}
	end_page(&pen);
	return pdf_sheet_finish(pen.sheet, true, out_bytes, out_size);
}
