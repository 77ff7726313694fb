#include "app/report/csv.h"

#include <string.h>

static const char SEPARATOR = ';';
static const char MARK[] = "\xEF\xBB\xBF";

struct csv {
	FILE *file;
	const struct language *language;
	bool begun; /* a field of this row was written */
	bool any;   /* a table was */
};

void csv_write_field(FILE *file, const char *text)
{
	bool formula = text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL;
	bool quoted = strpbrk(text, ";\"\r\n") != NULL;
	if (quoted) {
		(void)fputc('"', file);
	}
	if (formula) {
		(void)fputc('\'', file);
	}
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '"') {
			(void)fputc('"', file);
		}
		(void)fputc(*at, file);
	}
	if (quoted) {
		(void)fputc('"', file);
	}
}

static void separate(struct csv *csv)
{
	if (csv->begun) {
		(void)fputc(SEPARATOR, csv->file);
	}
	csv->begun = true;
}

static void write_text(void *context, const char *text)
{
	struct csv *csv = context;
	separate(csv);
	csv_write_field(csv->file, text);
}

static void write_blank(void *context)
{
	separate(context);
}

/* `value` in units of 10^-digits, so that no locale has a say. */
static void write_decimal(struct csv *csv, double value, int digits)
{
	long long unit = digits == 1 ? 10 : 100;
	long long all = (long long)(value * (double)unit + 0.5);
	(void)fprintf(csv->file, "%lld%s%0*lld", all / unit,
		language_text(csv->language, "report.decimal"), digits, all % unit);
}

static void write_number(void *context, enum report_number kind, double value)
{
	struct csv *csv = context;
	long long whole = (long long)value;
	separate(csv);
	switch (kind) {
	case REPORT_COUNT: (void)fprintf(csv->file, "%lld", whole); break;
	case REPORT_SECONDS:
		(void)fprintf(
			csv->file, "%lld:%02lld:%02lld", whole / 3600, whole / 60 % 60, whole % 60);
		break;
	case REPORT_PORTION:
		write_decimal(csv, value * 100, 1);
		(void)fputc('%', csv->file);
		break;
	case REPORT_HUNDREDTH: write_decimal(csv, value, 2); break;
	}
}

static void end_row(void *context)
{
	struct csv *csv = context;
	(void)fputs("\r\n", csv->file);
	csv->begun = false;
}

static void begin_table(void *context, const char *title)
{
	struct csv *csv = context;
	if (csv->any) {
		end_row(csv);
	}
	csv->any = true;
	write_text(csv, title);
	end_row(csv);
}

void csv_write(FILE *file, const struct report *report, const struct office *office,
	const struct language *language)
{
	struct csv csv = {.file = file, .language = language};
	const struct report_writer writer = {
		&csv, begin_table, write_text, write_text, write_number, write_blank, end_row};
	(void)fputs(MARK, file);
	report_write_tables(report, office, language, &writer);
}
