#ifndef APP_QUEUE_OUTCOME_H
#define APP_QUEUE_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

/* What came of a visit, in the clerk's words of four lists: whether it was served, what is to
 * follow, where the data asked for are, and out of which source they came (domain.md §1.2,
 * status_data and sumber_data). All 0 = nothing was said. */
enum outcome_result {
	OUTCOME_UNSAID,
	OUTCOME_SERVED,
	OUTCOME_PARTLY,
	OUTCOME_NOT_AVAILABLE,
	OUTCOME_RESULTS
};
enum outcome_follow {
	OUTCOME_NOTHING,
	OUTCOME_SEND,
	OUTCOME_RETURN,
	OUTCOME_REFER,
	OUTCOME_FOLLOWS
};
enum outcome_data { OUTCOME_NO_DATA, OUTCOME_GIVEN, OUTCOME_LATER, OUTCOME_MISSING, OUTCOME_DATAS };
/* Said where the office wants it (office.asks_source). */
enum outcome_source {
	OUTCOME_NO_SOURCE,
	OUTCOME_PUBLICATION,
	OUTCOME_MICRODATA,
	OUTCOME_MAP, /* of the statistical working areas */
	OUTCOME_TABULATION,
	OUTCOME_WEBSITE, /* a table there */
	OUTCOME_SOURCES
};

struct outcome {
	enum outcome_result result;
	enum outcome_follow follow;
	enum outcome_data data;
	enum outcome_source source;
};

/* How often each was said. */
struct outcome_counts {
	int results[OUTCOME_RESULTS];
	int datas[OUTCOME_DATAS];
	int sources[OUTCOME_SOURCES];
};

/* The words of the log and of text keys. */
const char *outcome_result_name(enum outcome_result result);
const char *outcome_follow_name(enum outcome_follow follow);
const char *outcome_data_name(enum outcome_data data);
const char *outcome_source_name(enum outcome_source source);

/* One more. */
void outcome_count(struct outcome_counts *counts, const struct outcome *outcome);
/* `more` is added to `sum`. */
void outcome_add(struct outcome_counts *sum, const struct outcome_counts *more);

/* As an event holds it: "partly send later", with a source "partly send given website". */
void outcome_write(const struct outcome *outcome, char *out_text, size_t size);
/* False for what outcome_write does not write, or of nothing said. */
bool outcome_read(const char *text, struct outcome *out_outcome);

#endif
