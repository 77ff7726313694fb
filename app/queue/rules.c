#include "app/queue/rules.h"

#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

enum { FORM = 1, WORD_SIZE = 24, DAY_MINUTES = 24 * 60, DAY_SECONDS = 86400, NUMBER_MAX = 99 };

/* ---- writing: words with one space behind each ---- */

static void put(char text[RULES_SIZE], const char *word)
{
	size_t used = strlen(text);
	text_format(text + used, RULES_SIZE - used, "%s ", word);
}

static void put_number(char text[RULES_SIZE], int64_t number)
{
	char word[WORD_SIZE];
	text_format(word, sizeof word, "%" PRId64, number);
	put(text, word);
}

static void put_span(char text[RULES_SIZE], const struct office_span *span)
{
	put_number(text, span->from_min);
	put_number(text, span->to_min);
}

void rules_write(const struct office *office, char out_text[RULES_SIZE])
{
	out_text[0] = '\0';
	put_number(out_text, FORM);
	put_number(out_text, office->priority_head_start_s);
	for (int i = 0; i < OFFICE_WEEK; i++) {
		const struct office_day *day = &office->week[i];
		put_span(out_text, &day->open);
		put_number(out_text, day->break_count);
		for (int k = 0; k < day->break_count; k++) {
			put_span(out_text, &day->breaks[k]);
		}
	}
	put_number(out_text, office->service_count);
	for (int i = 0; i < office->service_count; i++) {
		put(out_text, office->services[i].prefix);
		put_number(out_text, office->services[i].target_s);
		put(out_text, office_start_name(office->services[i].target_start));
	}
	put_number(out_text, office->counter_count);
	for (int i = 0; i < office->counter_count; i++) {
		put_number(out_text, office->counters[i].number);
		put_number(out_text, office->counters[i].services);
	}
}

/* ---- reading ---- */

/* The next word; "" at the end, or when it is longer than any of rules_write. */
static const char *take(const char **at, char out_word[WORD_SIZE])
{
	size_t length = strcspn(*at, " ");
	out_word[0] = '\0';
	if (length > 0 && length < WORD_SIZE && (*at)[length] == ' ') {
		memcpy(out_word, *at, length);
		out_word[length] = '\0';
		*at += length + 1;
	}
	return out_word;
}

static bool take_number(const char **at, int64_t max, int *out_number)
{
	char word[WORD_SIZE];
	int64_t number = 0;
	bool right = text_to_int(take(at, word), 0, max, &number);
	*out_number = (int)number;
	return right;
}

static bool take_span(const char **at, struct office_span *out_span)
{
	return take_number(at, DAY_MINUTES, &out_span->from_min) &&
	       take_number(at, DAY_MINUTES, &out_span->to_min);
}

static bool take_day(const char **at, struct office_day *out_day)
{
	*out_day = (struct office_day){0};
	bool right = take_span(at, &out_day->open) &&
		     take_number(at, OFFICE_BREAKS, &out_day->break_count);
	for (int i = 0; i < out_day->break_count && right; i++) {
		right = take_span(at, &out_day->breaks[i]);
	}
	return right && office_is_day(out_day);
}

static bool take_service(const char **at, struct office_service *service)
{
	char word[WORD_SIZE];
	bool right = office_is_prefix(take(at, word)) &&
		     text_copy(service->prefix, sizeof service->prefix, word) &&
		     take_number(at, DAY_SECONDS, &service->target_s);
	return right && office_start_find(take(at, word), &service->target_start);
}

static bool take_counter(const char **at, struct office_counter *counter)
{
	int64_t services = 0;
	char word[WORD_SIZE];
	bool right = take_number(at, NUMBER_MAX, &counter->number) &&
		     text_to_int(take(at, word), 0, UINT32_MAX, &services);
	counter->services = (uint32_t)services;
	return right;
}

bool rules_read(const char *text, struct office *office)
{
	int form = 0;
	bool right = take_number(&text, FORM, &form) && form == FORM &&
		     take_number(&text, DAY_SECONDS, &office->priority_head_start_s);
	for (int i = 0; i < OFFICE_WEEK && right; i++) {
		right = take_day(&text, &office->week[i]);
	}
	right = right && take_number(&text, OFFICE_SERVICES, &office->service_count);
	for (int i = 0; i < office->service_count && right; i++) {
		right = take_service(&text, &office->services[i]);
	}
	right = right && take_number(&text, OFFICE_COUNTERS, &office->counter_count);
	for (int i = 0; i < office->counter_count && right; i++) {
		right = take_counter(&text, &office->counters[i]);
	}
	return right && *text == '\0';
}
