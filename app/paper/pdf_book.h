#ifndef APP_PAPER_PDF_BOOK_H
#define APP_PAPER_PDF_BOOK_H

#include "app/paper/pdf.h"

/*
 * Figures and tables on A4 pages that lie on their side, as PDF. What is told is kept, and drawn at
 * the end: a table of two columns in a third of the page, one below the other and then beside it as
 * in a newspaper; a wider one over the whole page. A table that is longer than its page goes on on
 * the next one under its headings again; one without rows is left out. In a table of two columns of
 * numbers each amount has a bar.
 */
struct pdf_book;

enum { PDF_BOOK_COLUMNS = 16, PDF_BOOK_FIGURES = 5 };

/* `title` and `about` stand on top of the first page, `foot` at the end of each, before its number.
 * `pdf` is borrowed; ended with pdf_book_finish. */
struct pdf_book *pdf_book_create(
	const struct pdf *pdf, const char *title, const char *about, const char *foot);

/* A large figure under the title; at most PDF_BOOK_FIGURES. */
void pdf_book_add_figure(
	struct pdf_book *book, const char *label, const char *value, const char *note);

/* A table, of which the first row is its headings; cells from left to right, at most
 * PDF_BOOK_COLUMNS in a row. */
void pdf_book_begin_table(struct pdf_book *book, const char *title);
void pdf_book_add_text(struct pdf_book *book, const char *text);
/* Stands at the right end; `amount` is what its bar shows. */
void pdf_book_add_number(struct pdf_book *book, const char *text, double amount);
void pdf_book_end_row(struct pdf_book *book);

/* Draws it and ends the book. False and one log line when there is no file; else *out_bytes is
 * released with free(). */
bool pdf_book_finish(struct pdf_book *book, uint8_t **out_bytes, size_t *out_size);

#endif
