#include "app/report/xlsx.h"

#include "app/base/log.h"

#include <xlsxwriter.h>

#include <errno.h>
#include <libgen.h>
#include <string.h>

enum { SECONDS_A_DAY = 86400, WIDTH_MIN = 12, WIDTH_MAX = 48, COLUMNS = 16 };

static const char *const formats[] = {
	[REPORT_COUNT] = "#,##0",
	[REPORT_SECONDS] = "[h]:mm:ss",
	[REPORT_PORTION] = "0.0%",
	[REPORT_HUNDREDTH] = "0.00",
};
enum { FORMATS = sizeof(formats) / sizeof(formats[0]) };

struct book {
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *kinds[FORMATS];
	lxw_format *heading;
	lxw_row_t row;
	lxw_col_t column;
	double widths[COLUMNS]; /* of this sheet, in characters */
};

static void widen(struct book *book, size_t characters)
{
	double width = (double)characters + 2;
	if (book->column < COLUMNS && width > book->widths[book->column]) {
		book->widths[book->column] = width > WIDTH_MAX ? WIDTH_MAX : width;
		(void)worksheet_set_column(
			book->sheet, book->column, book->column, book->widths[book->column], NULL);
	}
}

/* Sheets have names of at most 31 characters without [ ] : * ? / \; ours are texts of the language.
 */
static void begin_table(void *context, const char *title)
{
	struct book *book = context;
	book->sheet = workbook_add_worksheet(book->workbook, title);
	book->row = 0;
	book->column = 0;
	for (int i = 0; i < COLUMNS; i++) {
		book->widths[i] = WIDTH_MIN;
	}
	worksheet_freeze_panes(book->sheet, 1, 0);
}

static void put_text(struct book *book, const char *text, lxw_format *format)
{
	widen(book, strlen(text));
	(void)worksheet_write_string(book->sheet, book->row, book->column++, text, format);
}

static void write_heading(void *context, const char *text)
{
	struct book *book = context;
	put_text(book, text, book->heading);
}

static void write_text(void *context, const char *text)
{
	put_text(context, text, NULL);
}

static void write_number(void *context, enum report_number kind, double value)
{
	struct book *book = context;
	double shown = kind == REPORT_SECONDS ? value / SECONDS_A_DAY : value;
	(void)worksheet_write_number(
		book->sheet, book->row, book->column++, shown, book->kinds[kind]);
}

static void write_blank(void *context)
{
	struct book *book = context;
	book->column++;
}

static void end_row(void *context)
{
	struct book *book = context;
	book->row++;
	book->column = 0;
}

static enum result result_of(lxw_error error)
{
	if (error == LXW_NO_ERROR) {
		return RESULT_OK;
	}
	bool full = errno == ENOSPC || errno == EDQUOT;
	log_error("report", "workbook: %s", lxw_strerror(error));
	return full ? RESULT_FILE_FULL : RESULT_FILE_FAILED;
}

/* What the library keeps beside the memory until it closes lies in the same folder: a full /tmp is
 * nobody's cure. */
enum result xlsx_write(const char *path, const struct report *report, const struct office *office,
	const struct language *language)
{
	char folder[4096] = "";
	(void)strncat(folder, path, sizeof(folder) - 1);
	lxw_workbook_options options = {.constant_memory = LXW_FALSE, .tmpdir = dirname(folder)};
	struct book book = {.workbook = workbook_new_opt(path, &options)};
	const struct report_writer writer = {
		&book, begin_table, write_heading, write_text, write_number, write_blank, end_row};
	errno = 0;
	if (book.workbook == NULL) {
		return RESULT_FILE_FAILED;
	}
	for (int i = 0; i < FORMATS; i++) {
		book.kinds[i] = workbook_add_format(book.workbook);
		format_set_num_format(book.kinds[i], formats[i]);
	}
	book.heading = workbook_add_format(book.workbook);
	format_set_bold(book.heading);
	report_write_tables(report, office, language, &writer);
	return result_of(workbook_close(book.workbook));
}
