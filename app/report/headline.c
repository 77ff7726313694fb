#include "app/report/headline.h"

#include "app/base/text.h"

static void fill_count(struct report_headline *headline, const struct language *language,
	const char *label, int count, const char *note, int one, int two)
{
	char first[16], second[16];
	headline->label = label;
	report_say_count(language, count, headline->value, sizeof(headline->value));
	report_say_count(language, one, first, sizeof(first));
	report_say_count(language, two, second, sizeof(second));
	(void)language_with(language, note, headline->note, sizeof(headline->note), first, second);
}

static void fill_spread(struct report_headline *headline, const struct language *language,
	const char *label, const struct figures_spread *spread)
{
	char text[REPORT_WORD_SIZE], most[REPORT_WORD_SIZE];
	headline->label = label;
	text_copy(headline->value, sizeof(headline->value),
		report_say_minutes(language, spread->median_ms, text, sizeof(text)));
	if (spread->count > 0) {
		(void)language_with(language, "report.wait_longest", headline->note,
			sizeof(headline->note),
			report_say_minutes(language, spread->max_ms, most, sizeof(most)));
	}
}

/* The satisfaction of the first questionnaire; who may not see it is told how long visits took. */
static void fill_last(struct report_headline *headline, const struct language *language,
	const struct report *report)
{
	const struct desk_index *index = &report->indices[0];
	char finished[24], text[REPORT_WORD_SIZE];
	if (!report->scope.ratings) {
		fill_spread(headline, language, "report.service", &report->all.service);
		return;
	}
	headline->label = "report.satisfaction";
	if (report->index_count == 0 || !index->any) {
		text_copy(headline->value, sizeof(headline->value), "–");
		text_copy(headline->note, sizeof(headline->note),
			language_text(language, "report.unrated"));
		return;
	}
	text_copy(headline->value, sizeof(headline->value),
		report_say_centi(language, index->centi, text, sizeof(text)));
	report_say_count(language, index->finished, finished, sizeof(finished));
	(void)language_with(language,
		index->grade[0] != '\0' ? "report.graded" : "report.respondents", headline->note,
		sizeof(headline->note), index->grade[0] != '\0' ? index->grade : finished,
		finished);
}

/* Of thousands of visits the priority gives way: the line holds no more. */
static void say_sexes(struct report_headline *headline, const struct language *language,
	const struct report *report)
{
	enum { MANY = 1000 };
	char women[16], men[16], priority[16];
	(void)language_with(language,
		report->visits < MANY ? "report.visits_sexes" : "report.visits_sexes_many",
		headline->note, sizeof(headline->note),
		report_say_count(language, report->women, women, sizeof(women)),
		report_say_count(language, report->men, men, sizeof(men)),
		report_say_count(language, report->priority, priority, sizeof(priority)));
}

void report_fill_headlines(const struct language *language, const struct report *report,
	struct report_headline out_headlines[REPORT_HEADLINES])
{
	const struct figures *all = &report->all;
	char text[REPORT_WORD_SIZE];
	for (int i = 0; i < REPORT_HEADLINES; i++) {
		out_headlines[i] = (struct report_headline){0};
	}
	fill_count(&out_headlines[0], language, "report.visits", report->visits,
		"report.visits_note", report->priority, all->people);
	fill_count(&out_headlines[1], language, "report.served", all->done, "report.served_note",
		all->absent, all->cancelled);
	if (report->men + report->women > 0) {
		say_sexes(&out_headlines[0], language, report);
	}
	struct report_headline *kept = &out_headlines[REPORT_HEADLINE_KEPT];
	kept->label = "report.kept";
	text_copy(kept->value, sizeof(kept->value),
		report_say_share(language, &all->target, text, sizeof(text)));
	text_copy(kept->note, sizeof(kept->note),
		report_say_of(language, &all->target, text, sizeof(text)));
	fill_spread(&out_headlines[3], language, "report.wait", &all->wait);
	fill_last(&out_headlines[4], language, report);
}
