/* What the head has changed, row by row: the rows of every topic, as they were and as they are. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/office_topic.h"

#include <stdlib.h>
#include <string.h>

struct setup *setup_before(const struct setup *setup)
{
	struct setup *before = memory_zeroed(1, sizeof *before);
	*before = *setup;
	before->edit = setup->was;
	memset(before->shut, 0, sizeof before->shut);
	topic_learn_voice(before);
	return before;
}

void setup_go_to(struct setup *setup, const struct setup_change *change)
{
	setup->topic = change->topic;
	switch (change->topic) {
	case SETUP_SERVICES:
	case SETUP_BOOK: setup->service = change->of; break;
	case SETUP_COUNTERS: setup->counter = change->of; break;
	case SETUP_STAFF: setup->person = change->of; break;
	case SETUP_DEVICES: setup->wire = change->of; break;
	default: break;
	}
}

/* How often the rows of a topic are there: once for each service, counter, member of staff. */
static int count_of(const struct setup *setup, enum setup_topic topic)
{
	switch (topic) {
	case SETUP_SERVICES:
	case SETUP_BOOK: return setup->was->office.service_count;
	case SETUP_COUNTERS: return setup->was->office.counter_count;
	case SETUP_STAFF: return setup->was->staff_count;
	case SETUP_DEVICES: return setup->was->wire_count;
	case SETUP_DAYS: return 0; /* entries that are whole or not there */
	default: return 1;
	}
}

static bool differs(const struct setup *before, const struct setup *after, struct setup_row row)
{
	char was[SETUP_TEXT_SIZE], is[SETUP_TEXT_SIZE];
	switch (row.field) {
	case SETUP_SERVICE: /* about which one the rows are is nothing that is set; so with what is
			       done at once */
	case SETUP_COUNTER:
	case SETUP_PERSON:
	case SETUP_WIRE:
	case SETUP_DEED: return false;
	default: break;
	}
	if (setup_options(after, row) > 0) {
		return setup_chosen(before, row) != setup_chosen(after, row);
	}
	setup_text(before, row, was);
	setup_text(after, row, is);
	return strcmp(was, is) != 0;
}

static void add(struct setup *setup, const struct setup_change *change)
{
	setup->changes = memory_resized(
		setup->changes, (size_t)setup->change_count + 1, sizeof *setup->changes);
	setup->changes[setup->change_count++] = *change;
}

static void compare_rows(
	struct setup *setup, struct setup *before, struct setup *after, struct setup_change change)
{
	struct setup_row rows[SETUP_ROWS];
	setup_go_to(before, &change);
	setup_go_to(after, &change);
	int count = setup_rows(after, rows);
	for (int i = 0; i < count; i++) {
		if (differs(before, after, rows[i])) {
			change.row = rows[i];
			add(setup, &change);
		}
	}
}

static void add_entry(
	struct setup *setup, bool there, enum setup_topic topic, enum setup_field field)
{
	if (there) {
		add(setup, &(struct setup_change){topic, 0, {field, 0}});
	}
}

/* What was typed in several rows is one change. */
static void compare_entries(struct setup *setup, enum setup_topic topic)
{
	if (topic == SETUP_COUNTERS) {
		add_entry(setup, setup->fresh_number[0] != '\0', topic, SETUP_COUNTER_NUMBER);
	} else if (topic == SETUP_DAYS) {
		add_entry(setup, setup->list > 0, topic, SETUP_LIST);
		add_entry(setup, setup->off_date[0] != '\0', topic, SETUP_OFF_DATE);
		add_entry(setup, setup->off_drop > 0, topic, SETUP_OFF_DROP);
		add_entry(setup, setup->closed_from[0] != '\0', topic, SETUP_CLOSED_FROM);
		add_entry(setup, setup->drop > 0, topic, SETUP_DROP);
	} else if (topic == SETUP_STAFF) {
		add_entry(setup, setup->fresh.code[0] != '\0', topic, SETUP_CODE);
	}
}

void setup_compare(struct setup *setup)
{
	struct setup *before = setup_before(setup);
	struct setup *after = memory_zeroed(1, sizeof *after);
	*after = *setup;
	free(setup->changes);
	setup->changes = NULL;
	setup->change_count = 0;
	for (int topic = 0; topic < SETUP_TOPICS; topic++) {
		struct setup_change change = {.topic = (enum setup_topic)topic};
		for (; change.of < count_of(setup, change.topic); change.of++) {
			compare_rows(setup, before, after, change);
		}
		compare_entries(setup, change.topic);
	}
	free(before);
	free(after);
}
