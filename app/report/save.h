#ifndef APP_REPORT_SAVE_H
#define APP_REPORT_SAVE_H

#include "app/report/report.h"

#include "app/base/language.h"
#include "app/base/result.h"

/* Reports as files: whole or not at all, written beside the name and put in its place. */
enum report_format { REPORT_XLSX, REPORT_CSV, REPORT_PDF, REPORT_FORMATS };

/* Makes the PDF (printed.h): a program that draws has it, one that does not need not be linked with
 * what draws. */
typedef enum result report_draw(const struct report *report, const struct office *office,
	const struct language *language, uint8_t **out_bytes, size_t *out_size);

/* What is written; everything borrowed. */
struct report_file {
	const struct report *report;
	const struct office *office;
	const struct language *language;
	report_draw *draw; /* for REPORT_PDF */
};

/* At `path`, in the place of an older file. FILE_FOLDER when its folder is not there, FILE_DENIED,
 * FILE_FULL, FILE_FAILED. */
enum result report_save(
	enum report_format format, const char *path, const struct report_file *file);

/*
 * In `folder` under a name of its own: "laporan-2026-11-23.xlsx", with -2, -3, … where there is
 * such a file already; FILE_NAMES when 99 are there. Its path in `out_path`, or the folder's when
 * it could not be written. A file has its name only once it is whole, whenever the power goes.
 */
enum result report_save_new(enum report_format format, const char *folder,
	const struct report_file *file, char *out_path, size_t size);

#endif
