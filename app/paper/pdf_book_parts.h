#ifndef APP_PAPER_PDF_BOOK_PARTS_H
#define APP_PAPER_PDF_BOOK_PARTS_H

#include "app/paper/pdf_book.h"

/* What was told of a book, as it is drawn. Texts are places in `words`. */
struct book_cell {
	size_t text;
	bool number;
	double amount;
};

struct book_row {
	size_t first; /* of the cells */
	int count;
};

struct book_table {
	size_t title;
	size_t first, count; /* of the rows; the first one is the headings */
	int columns;         /* of its longest row */
};

struct book_figure {
	size_t label, value, note;
};

struct pdf_book {
	const struct pdf *pdf;
	size_t title, about, foot;
	struct book_figure figures[PDF_BOOK_FIGURES];
	int figure_count;
	char *words; /* each ended with 0 */
	size_t used, room;
	struct book_cell *cells;
	size_t cell_count, cell_room;
	struct book_row *rows;
	size_t row_count, row_room;
	struct book_table *tables;
	size_t table_count, table_room;
};

const char *book_words(const struct pdf_book *book, size_t text);
const struct book_cell *book_cell(
	const struct pdf_book *book, const struct book_row *row, int column);

/* The pages (pdf_book_draw.c). False and one log line when there is no file. */
bool book_draw(const struct pdf_book *book, uint8_t **out_bytes, size_t *out_size);

/*
 * The widths of `count` columns that fill `width`: between what each needs at least and what it
 * would like to have, else in proportion.
 */
void book_share_width(const int *least, const int *liked, int count, int width, int *out_widths);

#endif
