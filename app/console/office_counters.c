/* The rows of the counters: which there are, and which services each calls. */
#include "app/base/text.h"
#include "app/console/office_topic.h"

enum { YES = 0, NO = 1, SHUT = 1 };

static bool is_fresh(const struct setup *setup)
{
	return setup->counter == setup->edit->office.counter_count;
}

static int list_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS])
{
	int count = 0;
	topic_add(out_rows, &count, SETUP_COUNTER, 1);
	topic_add(
		out_rows, &count, is_fresh(setup) ? SETUP_COUNTER_NUMBER : SETUP_COUNTER_STAYS, 1);
	topic_add(out_rows, &count, SETUP_COUNTER_NAME, OFFICE_LANGUAGES);
	topic_add(out_rows, &count, SETUP_SERVES, setup->edit->office.service_count);
	return count;
}

static int count_options(const struct setup *setup, struct setup_row row)
{
	int counters = setup->edit->office.counter_count;
	switch (row.field) {
	case SETUP_COUNTER: return counters < OFFICE_COUNTERS ? counters + 1 : counters;
	case SETUP_COUNTER_STAYS:
	case SETUP_SERVES: return 2;
	default: return 0;
	}
}

/* The counter that the rows are about. */
static struct office_counter *counter_of(const struct setup *setup)
{
	struct setup *own = (struct setup *)(uintptr_t)setup;
	return is_fresh(setup) ? &own->fresh_counter
			       : &setup->edit->office.counters[setup->counter];
}

static int chosen(const struct setup *setup, struct setup_row row)
{
	switch (row.field) {
	case SETUP_COUNTER: return setup->counter;
	case SETUP_COUNTER_STAYS: return setup->shut[setup->counter] ? SHUT : 0;
	case SETUP_SERVES: return (counter_of(setup)->services >> row.index & 1) != 0 ? YES : NO;
	default: return 0;
	}
}

static void take(struct setup *setup, struct setup_row row, int option)
{
	if (row.field == SETUP_COUNTER) {
		setup->counter = option;
	} else if (row.field == SETUP_COUNTER_STAYS) {
		setup->shut[setup->counter] = option == SHUT;
	} else if (row.field == SETUP_SERVES) {
		uint32_t *place = &counter_of(setup)->services;
		uint32_t bit = UINT32_C(1) << row.index;
		*place = option == YES ? *place | bit : *place & ~bit;
	}
}

static void tell(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE])
{
	text_copy(out_text, SETUP_TEXT_SIZE,
		row.field == SETUP_COUNTER_NUMBER ? setup->fresh_number
		: row.field == SETUP_COUNTER_NAME ? counter_of(setup)->name[row.index]
						  : "");
}

static enum result put_number(struct setup *setup, const char *text)
{
	int64_t number;
	if (text[0] == '\0') {
		setup->fresh_number[0] = '\0';
		return RESULT_OK;
	}
	if (!text_to_int(text, 1, SETUP_COUNTER_MAX, &number)) {
		return RESULT_FIELD_RANGE;
	}
	if (office_find_counter(&setup->edit->office, (int)number) >= 0) {
		return RESULT_COUNTER_EXISTS;
	}
	/* Not as typed: "0010" would be cut off to another counter's. */
	text_format(setup->fresh_number, sizeof setup->fresh_number, "%d", (int)number);
	return RESULT_OK;
}

static enum result put(struct setup *setup, struct setup_row row, const char *text)
{
	switch (row.field) {
	case SETUP_COUNTER_NUMBER: return put_number(setup, text);
	case SETUP_COUNTER_NAME:
		return topic_put_text(
			counter_of(setup)->name[row.index], OFFICE_COUNTER_SIZE, false, text);
	default: return RESULT_OK;
	}
}

const struct topic topic_counters = {list_rows, count_options, chosen, take, tell, put};
