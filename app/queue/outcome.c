#include "app/queue/outcome.h"

#include "app/base/text.h"

#include <string.h>

static const char *const results[OUTCOME_RESULTS] = {"unsaid", "served", "partly", "unavailable"};
static const char *const follows[OUTCOME_FOLLOWS] = {"nothing", "send", "return", "refer"};
static const char *const datas[OUTCOME_DATAS] = {"none", "given", "later", "missing"};

const char *outcome_result_name(enum outcome_result result)
{
	return results[result];
}

const char *outcome_follow_name(enum outcome_follow follow)
{
	return follows[follow];
}

const char *outcome_data_name(enum outcome_data data)
{
	return datas[data];
}

void outcome_write(const struct outcome *outcome, char *out_text, size_t size)
{
	text_format(out_text, size, "%s %s %s", results[outcome->result], follows[outcome->follow],
		datas[outcome->data]);
}

bool outcome_read(const char *text, struct outcome *out_outcome)
{
	enum { SIZE = 48 };
	for (int i = OUTCOME_SERVED; i < OUTCOME_RESULTS * OUTCOME_FOLLOWS * OUTCOME_DATAS; i++) {
		char own[SIZE];
		struct outcome outcome = {(enum outcome_result)(i % OUTCOME_RESULTS),
			(enum outcome_follow)(i / OUTCOME_RESULTS % OUTCOME_FOLLOWS),
			(enum outcome_data)(i / OUTCOME_RESULTS / OUTCOME_FOLLOWS)};
		outcome_write(&outcome, own, sizeof(own));
		if (outcome.result != OUTCOME_UNSAID && strcmp(own, text) == 0) {
			*out_outcome = outcome;
			return true;
		}
	}
	*out_outcome = (struct outcome){0};
	return false;
}
