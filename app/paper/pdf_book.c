#include "app/paper/pdf_book_parts.h"

#include "app/base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t keep(struct pdf_book *book, const char *text)
{
	size_t length = strlen(text) + 1, at = book->used;
	if (book->room - book->used < length) {
		book->room = (book->used + length) * 2;
		book->words = memory_resized(book->words, book->room, 1);
	}
	memcpy(book->words + at, text, length);
	book->used += length;
	return at;
}

const char *book_words(const struct pdf_book *book, size_t text)
{
	return book->words + text;
}

const struct book_cell *book_cell(
	const struct pdf_book *book, const struct book_row *row, int column)
{
	return &book->cells[row->first + (size_t)column];
}

struct pdf_book *pdf_book_create(
	const struct pdf *pdf, const char *title, const char *about, const char *foot)
{
	struct pdf_book *book = memory_zeroed(1, sizeof(*book));
	book->pdf = pdf;
	book->title = keep(book, title);
	book->about = keep(book, about);
	book->foot = keep(book, foot);
	return book;
}

void pdf_book_add_figure(
	struct pdf_book *book, const char *label, const char *value, const char *note)
{
	if (book->figure_count < PDF_BOOK_FIGURES) {
		struct book_figure *figure = &book->figures[book->figure_count++];
		figure->label = keep(book, label);
		figure->value = keep(book, value);
		figure->note = keep(book, note);
	}
}

static void begin_row(struct pdf_book *book)
{
	if (book->row_count == book->row_room) {
		book->row_room = book->row_room * 2 + 32;
		book->rows = memory_resized(book->rows, book->row_room, sizeof(*book->rows));
	}
	book->rows[book->row_count] = (struct book_row){.first = book->cell_count};
}

void pdf_book_begin_table(struct pdf_book *book, const char *title)
{
	if (book->table_count == book->table_room) {
		book->table_room = book->table_room * 2 + 8;
		book->tables =
			memory_resized(book->tables, book->table_room, sizeof(*book->tables));
	}
	begin_row(book);
	book->tables[book->table_count++] =
		(struct book_table){.title = keep(book, title), .first = book->row_count};
}

static void add_cell(struct pdf_book *book, const struct book_cell *cell)
{
	struct book_row *row = &book->rows[book->row_count];
	if (row->count == PDF_BOOK_COLUMNS) {
		return;
	}
	if (book->cell_count == book->cell_room) {
		book->cell_room = book->cell_room * 2 + 128;
		book->cells = memory_resized(book->cells, book->cell_room, sizeof(*book->cells));
	}
	book->cells[book->cell_count++] = *cell;
	row->count++;
}

void pdf_book_add_text(struct pdf_book *book, const char *text)
{
	add_cell(book, &(struct book_cell){.text = keep(book, text)});
}

void pdf_book_add_number(struct pdf_book *book, const char *text, double amount)
{
	add_cell(book,
		&(struct book_cell){.text = keep(book, text), .number = true, .amount = amount});
}

void pdf_book_end_row(struct pdf_book *book)
{
	struct book_table *table = &book->tables[book->table_count - 1];
	int count = book->rows[book->row_count].count;
	table->columns = count > table->columns ? count : table->columns;
	table->count++;
	book->row_count++;
	begin_row(book);
}

bool pdf_book_finish(struct pdf_book *book, uint8_t **out_bytes, size_t *out_size)
{
	bool drawn = book_draw(book, out_bytes, out_size);
	free(book->words);
	free(book->cells);
	free(book->rows);
	free(book->tables);
	free(book);
	return drawn;
}
