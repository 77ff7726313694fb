#include "app/console/office_topic.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

/* ---- the row where the head is ---- */

static struct setup_row row_of(const struct setup *setup)
{
	struct setup_row rows[SETUP_ROWS];
	int count = setup_rows(setup, rows);
	return rows[setup->row < count ? setup->row : 0];
}

const char *setup_slip_language(const struct setup *setup)
{
	static const char *const codes[OFFICE_LANGUAGES] = {"id", "en"};
	struct setup_row row = row_of(setup);
	return row.field == SETUP_FOOTER ? codes[row.index] : NULL;
}

static bool is_typed(const struct setup *setup)
{
	return setup->phase == SETUP_OPEN && setup_options(setup, row_of(setup)) == 0;
}

/* What the row says stands ready to be typed at. */
static void load(struct setup *setup)
{
	setup->typed[0] = '\0';
	setup->touched = false;
	setup->fault = RESULT_OK;
	setup->detail[0] = '\0';
	if (is_typed(setup)) {
		setup_text(setup, row_of(setup), setup->typed);
	}
}

static void apply(struct setup *setup)
{
	char text[SETUP_TEXT_SIZE];
	text_copy(text, sizeof text, setup->typed);
	text_trim(text);
	setup->touched = true;
	setup->fault = setup_put(setup, row_of(setup), text);
	setup->detail[0] = '\0';
}

/* What is typed is right, or it is not left. */
static bool may_leave(const struct setup *setup)
{
	return !setup->touched || setup->fault == RESULT_OK;
}

/* What was typed as the path of a list is read once it is whole: when its row is left. */
static void wish_for_list(struct setup *setup)
{
	bool typed = setup->phase == SETUP_OPEN && setup->touched &&
		     row_of(setup).field == SETUP_LIST_PATH && setup->list_path[0] != '\0';
	if (typed && setup->fault == RESULT_OK) {
		setup->wants_path = setup->reads_path = true;
		setup->touched = false;
	}
}

/* ---- opening and closing ---- */

static void forget(struct setup *setup)
{
	free(setup->was);
	free(setup->edit);
	free(setup->wanted);
	free(setup->changes);
	free(setup->lists);
	free(setup->plugged);
	memory_wipe(setup->pin, sizeof setup->pin);
}

void setup_open(struct setup *setup, int64_t now_ms)
{
	setup_close(setup);
	setup->phase = SETUP_LOCKED;
	setup->now_ms = now_ms;
}

void setup_close(struct setup *setup)
{
	forget(setup);
	*setup = (struct setup){.phase = SETUP_SHUT};
}

/* The page as it was, with the settings as they are. */
static void take_office(struct setup *setup, struct office_file *file, int64_t revision)
{
	struct setup fresh = {
		.phase = SETUP_OPEN,
		.was = file,
		.edit = memory_zeroed(1, sizeof *fresh.edit),
		.revision = revision,
		.now_ms = setup->now_ms,
		.topic = setup->topic,
		.wants_lists = setup->topic == SETUP_DAYS,
		.wants_plugged = setup->topic == SETUP_DEVICES,
		.row = setup->row,
	};
	*fresh.edit = *file;
	fresh.service = setup->service < file->office.service_count ? setup->service : 0;
	fresh.person = setup->person < file->staff_count ? setup->person : 0;
	fresh.counter = setup->counter < file->office.counter_count ? setup->counter : 0;
	fresh.wire = setup->wire < file->wire_count ? setup->wire : 0;
	fresh.fresh_counter.services = (UINT32_C(1) << file->office.service_count) - 1;
	forget(setup);
	*setup = fresh;
	topic_learn_voice(setup);
	load(setup);
}

bool setup_awaits(const struct setup *setup, const struct desk_message *message)
{
	bool opens = message->act == DESK_UNLOCK_OFFICE;
	return setup->tag != 0 && message->tag == setup->tag &&
	       setup->phase == (opens ? SETUP_OPENING : SETUP_SAVING);
}

void setup_hear(struct setup *setup, enum result result, struct office_file *file, int64_t revision,
	const char *detail)
{
	bool saving = setup->phase == SETUP_SAVING;
	setup->tag = 0;
	if (setup->phase != SETUP_OPENING && !saving) {
		free(file);
		return;
	}
	if (file != NULL) {
		take_office(setup, file, revision);
		setup->saved = saving && result == RESULT_OK;
	} else {
		setup->phase = saving ? SETUP_OPEN : SETUP_LOCKED;
	}
	setup->fault = result;
	text_copy(setup->detail, sizeof setup->detail, detail);
}

bool setup_take_wish_for_lists(struct setup *setup)
{
	bool wants = setup->wants_lists;
	setup->wants_lists = false;
	return wants;
}

const char *setup_wished_list(const struct setup *setup)
{
	return setup->wants_path ? setup->list_path : NULL;
}

void setup_begin_list(struct setup *setup)
{
	setup->wants_path = false;
}

/* Behind those that were found, and chosen. */
static void hear_typed(struct setup *setup, struct lists *typed)
{
	if (!setup->reads_path || setup->wants_path) {
		free(typed);
		return;
	}
	setup->reads_path = false;
	if (setup->lists == NULL) {
		setup->lists = typed;
	} else {
		struct lists *lists = setup->lists;
		lists->count -= lists->count == LISTS_FOUND ? 1 : 0;
		lists->files[lists->count++] = typed->files[0];
		free(typed);
	}
	const struct lists_file *file = &setup->lists->files[setup->lists->count - 1];
	setup->list = setup->lists->count;
	if (!setup->touched) { /* else what stands there is about what is being typed */
		setup->fault = file->result;
		text_copy(setup->detail, sizeof setup->detail, file->where);
	}
}

void setup_hear_lists(struct setup *setup, struct lists *lists)
{
	if (setup->edit != NULL && lists->typed) {
		hear_typed(setup, lists);
		return;
	}
	if (setup->edit == NULL || setup->list != 0) {
		free(lists);
		return;
	}
	free(setup->lists);
	setup->lists = lists;
}

bool setup_take_wish_for_devices(struct setup *setup)
{
	bool wants = setup->wants_plugged;
	setup->wants_plugged = false;
	return wants;
}

void setup_hear_devices(struct setup *setup, struct plugged *plugged)
{
	if (setup->edit == NULL) {
		free(plugged);
		return;
	}
	free(setup->plugged);
	setup->plugged = plugged;
}

/* ---- presses ---- */

void setup_type(struct setup *setup, const char *text)
{
	size_t length = strlen(setup->pin);
	setup->saved = false;
	if (setup->phase == SETUP_LOCKED && length < DESK_PIN_MAX && strlen(text) == 1 &&
		text[0] >= '0' && text[0] <= '9') {
		setup->pin[length] = text[0];
		setup->pin[length + 1] = '\0';
		setup->fault = RESULT_OK;
	} else if (is_typed(setup)) {
		size_t used = strlen(setup->typed);
		text_format(setup->typed + used, sizeof setup->typed - used, "%s", text);
		apply(setup);
	}
}

void setup_erase(struct setup *setup)
{
	char *text = setup->phase == SETUP_LOCKED ? setup->pin : setup->typed;
	size_t length = strlen(text);
	setup->saved = false;
	if (length > 0 && (setup->phase == SETUP_LOCKED || is_typed(setup))) {
		text[length - text_last_size(text)] = '\0';
	}
	if (is_typed(setup)) {
		apply(setup);
	}
}

void setup_focus(struct setup *setup, int row)
{
	struct setup_row rows[SETUP_ROWS];
	if (setup->phase == SETUP_OPEN && may_leave(setup) && row >= 0 &&
		row < setup_rows(setup, rows)) {
		wish_for_list(setup);
		setup->saved = false;
		setup->row = row;
		load(setup);
	}
}

void setup_move(struct setup *setup, int by)
{
	struct setup_row rows[SETUP_ROWS];
	if (setup->phase == SETUP_REVIEW) {
		int last = setup->change_count - 1;
		int first = setup->first + by < last ? setup->first + by : last;
		setup->first = first > 0 ? first : 0; /* of no change too: last is -1 then */
		return;
	}
	if (setup->phase == SETUP_OPEN) {
		int count = setup_rows(setup, rows);
		setup_focus(setup, (setup->row + by + count) % count);
	}
}

void setup_turn(struct setup *setup, enum setup_topic topic)
{
	if (setup->phase == SETUP_OPEN && may_leave(setup)) {
		wish_for_list(setup);
		setup->saved = false;
		setup->topic = topic;
		setup->row = 0;
		/* What is chosen stays: a stick may be out by now. */
		setup->wants_lists = topic == SETUP_DAYS && setup->list == 0 && !setup->reads_path;
		setup->wants_plugged = topic == SETUP_DEVICES;
		load(setup);
	}
}

void setup_choose(struct setup *setup, int index)
{
	struct setup_row row = row_of(setup);
	if (setup->phase == SETUP_OPEN && index >= 0 && index < setup_options(setup, row)) {
		setup->saved = false;
		setup->fault = RESULT_OK;
		setup->detail[0] = '\0';
		setup_take(setup, row, index);
		if (row.field == SETUP_LIST && index > 0) {
			const struct lists_file *file = &setup->lists->files[index - 1];
			setup->fault = file->result;
			text_copy(setup->detail, sizeof setup->detail, file->where);
		}
	}
}

void setup_step(struct setup *setup, int by)
{
	if (setup->phase != SETUP_OPEN) {
		return;
	}
	struct setup_row row = row_of(setup);
	int count = setup_options(setup, row);
	if (count > 0) {
		setup_choose(setup, (setup_chosen(setup, row) + by + count) % count);
	}
}

/* Where what was typed is not whole. */
static void show_fault(
	struct setup *setup, enum setup_topic topic, enum setup_field field, enum result result)
{
	struct setup_row rows[SETUP_ROWS];
	setup->topic = topic;
	setup->person = topic == SETUP_STAFF && field == SETUP_CODE ? setup->edit->staff_count
								    : setup->person;
	int count = setup_rows(setup, rows);
	setup->row = 0;
	for (int i = 0; i < count; i++) {
		setup->row = rows[i].field == field ? i : setup->row;
	}
	load(setup);
	setup->fault = result;
	if (field == SETUP_LIST) {
		text_copy(setup->detail, sizeof setup->detail,
			setup->lists->files[setup->list - 1].where);
	}
}

static enum setup_wish review(struct setup *setup)
{
	enum setup_topic topic = SETUP_DAYS;
	enum setup_field field = SETUP_OFF_DATE;
	if (!may_leave(setup)) {
		return SETUP_NOTHING;
	}
	wish_for_list(setup);
	if (setup->reads_path) {
		return SETUP_NOTHING; /* what it has belongs to the review */
	}
	if (setup->topic == SETUP_STAFF && setup->deed != SETUP_NO_DEED) {
		setup->phase = SETUP_SAVING;
		return setup->deed == SETUP_RETIRE ? SETUP_ASK_RETIRE : SETUP_ASK_PIN;
	}
	enum result result = setup_gather(setup, &topic, &field);
	if (result != RESULT_OK) {
		show_fault(setup, topic, field, result);
		return SETUP_NOTHING;
	}
	setup_compare(setup);
	setup->first = 0;
	setup->phase = SETUP_REVIEW;
	return SETUP_NOTHING;
}

enum setup_wish setup_enter(struct setup *setup)
{
	setup->saved = false;
	switch (setup->phase) {
	case SETUP_LOCKED:
		if (strlen(setup->pin) < DESK_PIN_MIN) {
			setup->fault = RESULT_PIN_FORM;
			return SETUP_NOTHING;
		}
		setup->phase = SETUP_OPENING;
		return SETUP_ASK_UNLOCK;
	case SETUP_OPEN: return review(setup);
	case SETUP_REVIEW:
		if (setup->change_count == 0) {
			setup->phase = SETUP_OPEN;
			return SETUP_NOTHING;
		}
		setup->phase = SETUP_SAVING;
		return SETUP_ASK_SAVE;
	default: return SETUP_NOTHING;
	}
}

/* From the review to the rows; from a row that is wrong to what it said; else away. */
bool setup_back(struct setup *setup)
{
	if (setup->phase == SETUP_REVIEW) {
		setup->phase = SETUP_OPEN;
		load(setup);
		return false;
	}
	if (setup->phase == SETUP_OPEN && !may_leave(setup)) {
		load(setup);
		return false;
	}
	return setup->phase != SETUP_SAVING;
}
