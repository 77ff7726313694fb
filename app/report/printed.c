#include "app/report/printed.h"

#include "app/base/text.h"
#include "app/paper/pdf_book.h"
#include "app/report/headline.h"
#include "app/report/table.h"

struct printed {
	struct pdf_book *book;
	const struct language *language;
};

static void begin_table(void *context, const char *title)
{
	struct printed *printed = context;
	pdf_book_begin_table(printed->book, title);
}

static void write_text(void *context, const char *text)
{
	struct printed *printed = context;
	pdf_book_add_text(printed->book, text);
}

static void write_number(void *context, enum report_number kind, double value)
{
	struct printed *printed = context;
	const struct language *language = printed->language;
	char text[REPORT_WORD_SIZE] = "";
	struct figures_share share = {1000, (int)(value * 1000 + 0.5), TICKET_NEVER};
	switch (kind) {
	case REPORT_COUNT: report_say_count(language, (int64_t)value, text, sizeof(text)); break;
	case REPORT_SECONDS: report_say_duration((int64_t)value * 1000, text, sizeof(text)); break;
	case REPORT_PORTION: report_say_share(language, &share, text, sizeof(text)); break;
	case REPORT_HUNDREDTH:
		report_say_centi(language, (int)(value * 100 + 0.5), text, sizeof(text));
		break;
	}
	pdf_book_add_number(printed->book, text, value);
}

static void write_blank(void *context)
{
	struct printed *printed = context;
	pdf_book_add_number(printed->book, "–", 0);
}

static void end_row(void *context)
{
	struct printed *printed = context;
	pdf_book_end_row(printed->book);
}

/* "Keadaan Senin, 23 November 2026, 11.12.40": a stretch that is not over yet has more to come. */
static struct pdf_book *begin(const struct pdf *pdf, const struct report *report,
	const struct office *office, const struct language *language)
{
	char stretch[REPORT_LINE_SIZE], title[REPORT_LINE_SIZE + 32], foot[REPORT_LINE_SIZE],
		date[CALENDAR_TIME_SIZE], day[REPORT_WORD_SIZE], time[REPORT_WORD_SIZE];
	calendar_format(office, report->made_ms, date);
	date[CALENDAR_DATE_SIZE - 1] = '\0';
	(void)language_with(language, "report.file.made", foot, sizeof(foot),
		report_say_stretch(language, date, date, day, sizeof(day)),
		report_say_time(office, report->made_ms, time, sizeof(time)));
	(void)language_with(language, "report.file.title", title, sizeof(title),
		report_say_stretch(language, report->from, report->to, stretch, sizeof(stretch)));
	return pdf_book_create(pdf, title, office->name, foot);
}

enum result printed_make(const struct report *report, const struct office *office,
	const struct language *language, uint8_t **out_bytes, size_t *out_size)
{
	struct report_headline headlines[REPORT_HEADLINES];
	struct pdf *pdf = pdf_create();
	if (pdf == NULL) {
		return RESULT_FILE_FAILED;
	}
	struct printed printed = {begin(pdf, report, office, language), language};
	const struct report_writer writer = {
		&printed, begin_table, write_text, write_text, write_number, write_blank, end_row};
	report_fill_headlines(language, report, headlines);
	for (int i = 0; i < REPORT_HEADLINES; i++) {
		pdf_book_add_figure(printed.book, language_text(language, headlines[i].label),
			headlines[i].value, headlines[i].note);
	}
	report_write_tables(report, office, language, &writer);
	bool drawn = pdf_book_finish(printed.book, out_bytes, out_size);
	pdf_destroy(pdf);
	return drawn ? RESULT_OK : RESULT_FILE_FAILED;
}
