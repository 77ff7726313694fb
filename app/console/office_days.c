/* The rows of the days off and closures: what is new, and what is to come and taken back. */
#include "app/base/text.h"
#include "app/console/office_topic.h"
#include "app/queue/calendar.h"

#include <string.h>

/* Those that have not begun stand at the end of their lists. */
static int coming_closures(const struct setup *setup)
{
	const struct office *office = &setup->was->office;
	int count = 0;
	for (int i = 0; i < office->closure_count; i++) {
		count += office->closures[i].from_ms > setup->now_ms ? 1 : 0;
	}
	return count;
}

static int coming_days(const struct setup *setup)
{
	const struct office *office = &setup->was->office;
	int today = calendar_day_number(office, setup->now_ms), count = 0;
	for (int i = 0; i < office->holiday_count; i++) {
		count += office->holidays[i].day > today ? 1 : 0;
	}
	return count;
}

const struct office_closure *topic_closure(const struct setup *setup, int option)
{
	const struct office *office = &setup->was->office;
	return &office->closures[office->closure_count - coming_closures(setup) + option - 1];
}

const struct office_holiday *topic_holiday(const struct setup *setup, int option)
{
	const struct office *office = &setup->was->office;
	return &office->holidays[office->holiday_count - coming_days(setup) + option - 1];
}

static int list_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS])
{
	static const enum setup_field fields[] = {SETUP_LIST, SETUP_LIST_PATH, SETUP_OFF_DATE,
		SETUP_OFF_NAME, SETUP_OFF_DROP, SETUP_CLOSED_FROM, SETUP_CLOSED_TO,
		SETUP_CLOSED_REASON, SETUP_DROP};
	int count = 0;
	(void)setup;
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		topic_add(out_rows, &count, fields[i], 1);
	}
	return count;
}

static int count_options(const struct setup *setup, struct setup_row row)
{
	switch (row.field) {
	case SETUP_LIST: return setup->lists != NULL ? setup->lists->count + 1 : 1;
	case SETUP_OFF_DROP: return coming_days(setup) + 1;
	case SETUP_DROP: return coming_closures(setup) + 1;
	default: return 0;
	}
}

static int chosen(const struct setup *setup, struct setup_row row)
{
	switch (row.field) {
	case SETUP_LIST: return setup->list;
	case SETUP_OFF_DROP: return setup->off_drop;
	case SETUP_DROP: return setup->drop;
	default: return 0;
	}
}

/* The copy has all of them but the one that is taken back. */
static void drop_closure(struct setup *setup, int option)
{
	const struct office *was = &setup->was->office;
	const struct office_closure *dropped = option > 0 ? topic_closure(setup, option) : NULL;
	struct office *office = &setup->edit->office;
	office->closure_count = 0;
	for (int i = 0; i < was->closure_count; i++) {
		if (&was->closures[i] != dropped) {
			office->closures[office->closure_count++] = was->closures[i];
		}
	}
	setup->drop = option;
}

static void drop_day(struct setup *setup, int option)
{
	const struct office *was = &setup->was->office;
	const struct office_holiday *dropped = option > 0 ? topic_holiday(setup, option) : NULL;
	struct office *office = &setup->edit->office;
	office->holiday_count = 0;
	for (int i = 0; i < was->holiday_count; i++) {
		if (&was->holidays[i] != dropped) {
			office->holidays[office->holiday_count++] = was->holidays[i];
		}
	}
	setup->off_drop = option;
}

static void take(struct setup *setup, struct setup_row row, int option)
{
	switch (row.field) {
	case SETUP_LIST: setup->list = option; break;
	case SETUP_OFF_DROP: drop_day(setup, option); break;
	case SETUP_DROP: drop_closure(setup, option); break;
	default: break;
	}
}

static char *place_of(struct setup *setup, enum setup_field field, size_t *out_size)
{
	*out_size = SETUP_TIME_SIZE;
	switch (field) {
	case SETUP_LIST_PATH: *out_size = sizeof setup->list_path; return setup->list_path;
	case SETUP_OFF_DATE: return setup->off_date;
	case SETUP_OFF_NAME: *out_size = OFFICE_NAME_SIZE; return setup->off_name;
	case SETUP_CLOSED_FROM: return setup->closed_from;
	case SETUP_CLOSED_TO: return setup->closed_to;
	case SETUP_CLOSED_REASON: *out_size = OFFICE_TEXT_SIZE; return setup->closed_reason;
	default: return NULL;
	}
}

static void tell(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE])
{
	size_t size;
	const char *text = place_of((struct setup *)(uintptr_t)setup, row.field, &size);
	text_copy(out_text, SETUP_TEXT_SIZE, text != NULL ? text : "");
}

static enum result put(struct setup *setup, struct setup_row row, const char *text)
{
	size_t size;
	char *place = place_of(setup, row.field, &size);
	if (row.field == SETUP_LIST_PATH && text[0] != '\0' && text[0] != '/') {
		return RESULT_LIST_PATH;
	}
	return place != NULL ? topic_put_text(place, size, false, text) : RESULT_OK;
}

const struct topic topic_days = {list_rows, count_options, chosen, take, tell, put};
