#ifndef APP_PAPER_PDF_SHEET_H
#define APP_PAPER_PDF_SHEET_H

#include "app/paper/paragraph.h"
#include "app/paper/pdf.h"

/*
 * Pages of one PDF file in the making. A dot is 0.4 points; places are dots from the top left
 * corner of the print space, which leaves a margin on every side.
 */
struct pdf_sheet;

/* `title` is what a viewer shows in its window. Ended with pdf_sheet_finish. */
struct pdf_sheet *pdf_sheet_create(const struct pdf *pdf, double width_pt, double height_pt,
	double margin_pt, const char *title);

/* The widths of its fonts, for paragraph.h and layout.h; right as long as the sheet is. */
struct paper_measure pdf_sheet_measure(struct pdf_sheet *sheet);

/* What is drawn next is told in dots of a text of which `top` stands at the page's top. */
void pdf_sheet_scroll(struct pdf_sheet *sheet, int top);

/* Ends the page; what is drawn next is on a new one. */
void pdf_sheet_turn(struct pdf_sheet *sheet);

/* `shade` of everything that follows: red, green and blue from 0 to 255 as 0xRRGGBB. */
void pdf_sheet_shade(struct pdf_sheet *sheet, unsigned shade);

/* A word from `x` on, on the base line `y`. */
void pdf_sheet_word(struct pdf_sheet *sheet, struct paper_font font, int x, int y, const char *text,
	size_t length);

/* Boxes are one shape until pdf_sheet_fill, so that no viewer shows seams between them. */
void pdf_sheet_box(struct pdf_sheet *sheet, int x, int y, int width, int height);
void pdf_sheet_fill(struct pdf_sheet *sheet);

/* Ends the file and the sheet. True when `done` and the file is whole: then *out_bytes is released
 * with free(); else one log line. */
bool pdf_sheet_finish(struct pdf_sheet *sheet, bool done, uint8_t **out_bytes, size_t *out_size);

#endif
