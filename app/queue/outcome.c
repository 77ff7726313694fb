#include "app/queue/outcome.h"

#include "app/base/text.h"

#include <string.h>

static const char *const results[OUTCOME_RESULTS] = {"unsaid", "served", "partly", "unavailable"};
static const char *const follows[OUTCOME_FOLLOWS] = {"nothing", "send", "return", "refer"};
static const char *const datas[OUTCOME_DATAS] = {"none", "given", "later", "missing"};
static const char *const sources[OUTCOME_SOURCES] = {
	"none", "publication", "microdata", "map", "tabulation", "website"};

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

const char *outcome_source_name(enum outcome_source source)
{
	return sources[source];
}

void outcome_count(struct outcome_counts *counts, const struct outcome *outcome)
{
	counts->results[outcome->result]++;
	counts->datas[outcome->data]++;
	counts->sources[outcome->source]++;
}

void outcome_add(struct outcome_counts *sum, const struct outcome_counts *more)
{
	for (int i = 0; i < OUTCOME_RESULTS; i++) {
		sum->results[i] += more->results[i];
	}
	for (int i = 0; i < OUTCOME_DATAS; i++) {
		sum->datas[i] += more->datas[i];
	}
	for (int i = 0; i < OUTCOME_SOURCES; i++) {
		sum->sources[i] += more->sources[i];
	}
}

void outcome_write(const struct outcome *outcome, char *out_text, size_t size)
{
	const bool sourced = outcome->source != OUTCOME_NO_SOURCE;
	text_format(out_text, size, "%s %s %s%s%s", results[outcome->result],
		follows[outcome->follow], datas[outcome->data], sourced ? " " : "",
		sourced ? sources[outcome->source] : "");
}

/* The `index`th of all that can be said. */
static struct outcome outcome_at(int index)
{
	struct outcome outcome = {.result = (enum outcome_result)(index % OUTCOME_RESULTS)};
	index /= OUTCOME_RESULTS;
	outcome.follow = (enum outcome_follow)(index % OUTCOME_FOLLOWS);
	index /= OUTCOME_FOLLOWS;
	outcome.data = (enum outcome_data)(index % OUTCOME_DATAS);
	outcome.source = (enum outcome_source)(index / OUTCOME_DATAS);
	return outcome;
}

bool outcome_read(const char *text, struct outcome *out_outcome)
{
	enum {
		SIZE = 48,
		ALL = OUTCOME_RESULTS * OUTCOME_FOLLOWS * OUTCOME_DATAS * OUTCOME_SOURCES
	};
	for (int i = OUTCOME_SERVED; i < ALL; i++) {
		char own[SIZE];
		const struct outcome outcome = outcome_at(i);
		outcome_write(&outcome, own, sizeof(own));
		if (outcome.result != OUTCOME_UNSAID && strcmp(own, text) == 0) {
			*out_outcome = outcome;
			return true;
		}
	}
	*out_outcome = (struct outcome){0};
	return false;
}
