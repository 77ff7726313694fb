#ifndef APP_QUEUE_OUTCOME_H
#define APP_QUEUE_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>

/* What came of a visit, in the clerk's words of three lists: whether it was served, what is to
 * follow, and where the data asked for are. All 0 = nothing was said. */
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

struct outcome {
	enum outcome_result result;
	enum outcome_follow follow;
	enum outcome_data data;
};

/* The words of the log and of text keys. */
const char *outcome_result_name(enum outcome_result result);
const char *outcome_follow_name(enum outcome_follow follow);
const char *outcome_data_name(enum outcome_data data);

/* As an event holds it: "partly send later". */
void outcome_write(const struct outcome *outcome, char *out_text, size_t size);
/* False for what outcome_write does not write, or of nothing said. */
bool outcome_read(const char *text, struct outcome *out_outcome);

#endif
