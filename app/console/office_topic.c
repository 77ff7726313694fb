/* The rows of each topic: which there are, what they say, and how they change the copy. */
#include "app/base/text.h"
#include "app/console/office_topic.h"
#include "app/queue/calendar.h"

#include <string.h>

enum { MINUTE_S = 60, YES = 0, NO = 1 };

static const struct number {
	int min, max, unit;
} numbers[SETUP_NUMBERS] = {
	[SETUP_RECALL_LIMIT] = {0, 99, 1},
	[SETUP_RECALL_INTERVAL] = {0, 3600, 1},
	[SETUP_UNDO] = {0, 60, 1},
	[SETUP_HEAD_START] = {0, 1440, MINUTE_S},
	[SETUP_ISSUE_BEFORE] = {0, 1440, MINUTE_S},
	[SETUP_RETENTION] = {1, 120, 1},
	[SETUP_LOCK_MINUTES] = {0, OFFICE_LOCK_MINUTES, 1},
};

static int *number_of(struct office *office, int number)
{
	int *const places[SETUP_NUMBERS] = {
		[SETUP_RECALL_LIMIT] = &office->recall_limit,
		[SETUP_RECALL_INTERVAL] = &office->recall_interval_s,
		[SETUP_UNDO] = &office->undo_s,
		[SETUP_HEAD_START] = &office->priority_head_start_s,
		[SETUP_ISSUE_BEFORE] = &office->issue_before_s,
		[SETUP_RETENTION] = &office->retention_months,
		[SETUP_LOCK_MINUTES] = &office->console.lock_minutes,
	};
	return places[number];
}

static bool *switch_of(struct office *office, int which)
{
	bool *const places[SETUP_SWITCH_COUNT] = {
		[SETUP_SERVE_ON_CALL] = &office->serve_on_call,
		[SETUP_TICKET_FIRST] = &office->ticket_first,
		[SETUP_INVITES] = &office->feedback.invites,
		[SETUP_STAND_BY] = &office->stand_by,
		[SETUP_CALL_ANY] = &office->call_any,
		[SETUP_RING_SOON] = &office->console.ring_soon,
		[SETUP_RING_LATE] = &office->console.ring_late,
		[SETUP_RING_UNATTENDED] = &office->console.ring_unattended,
		[SETUP_RAISE_LATE] = &office->console.raise_late,
		[SETUP_ASKS_SOURCE] = &office->asks_source,
	};
	return places[which];
}

/* Topics with a file of their own. */
static const struct topic *const topics[SETUP_TOPICS] = {
	[SETUP_COUNTERS] = &topic_counters,
	[SETUP_DAYS] = &topic_days,
	[SETUP_VOICE] = &topic_voice,
	[SETUP_DEVICES] = &topic_devices,
};

/* ---- which rows there are ---- */

void topic_add(struct setup_row *rows, int *count, enum setup_field field, int indices)
{
	for (int i = 0; i < indices && *count < SETUP_ROWS; i++) {
		rows[(*count)++] = (struct setup_row){field, i};
	}
}

static void add_people(const struct setup *setup, struct setup_row *rows, int *count)
{
	bool fresh = setup->person == setup->edit->staff_count;
	topic_add(rows, count, SETUP_PERSON, 1);
	topic_add(rows, count, SETUP_CODE, fresh ? 1 : 0);
	topic_add(rows, count, SETUP_PERSON_NAME, 1);
	topic_add(rows, count, SETUP_ROLE, 1);
	topic_add(rows, count, SETUP_DEED, fresh ? 0 : 1);
}

static void add_questions(struct setup_row *rows, int *count)
{
	topic_add(rows, count, SETUP_SERVICE, 1);
	for (int i = 0; i < GUEST_FIELDS && *count < SETUP_ROWS; i++) {
		if (guest_switch_name((enum guest_field)i) != NULL) {
			rows[(*count)++] = (struct setup_row){SETUP_ASK, i};
		}
	}
}

int setup_rows(const struct setup *setup, struct setup_row out_rows[SETUP_ROWS])
{
	int count = 0;
	if (topics[setup->topic] != NULL) {
		return topics[setup->topic]->rows(setup, out_rows);
	}
	switch (setup->topic) {
	case SETUP_SERVICES:
		topic_add(out_rows, &count, SETUP_SERVICE, 1);
		topic_add(out_rows, &count, SETUP_NAME, OFFICE_LANGUAGES);
		topic_add(out_rows, &count, SETUP_SHORT, OFFICE_LANGUAGES);
		topic_add(out_rows, &count, SETUP_PREFIX, 1);
		topic_add(out_rows, &count, SETUP_TARGET, 1);
		topic_add(out_rows, &count, SETUP_OFFERED, 1);
		break;
	case SETUP_HOURS:
		topic_add(out_rows, &count, SETUP_OPENING_HOURS, OFFICE_WEEK);
		topic_add(out_rows, &count, SETUP_BREAKS, OFFICE_WEEK);
		break;
	case SETUP_TEXTS:
		topic_add(out_rows, &count, SETUP_UNIT, OFFICE_LANGUAGES);
		topic_add(out_rows, &count, SETUP_RUNNING, OFFICE_LANGUAGES);
		topic_add(out_rows, &count, SETUP_ONLINE, 1);
		topic_add(out_rows, &count, SETUP_CHAT, 1);
		break;
	case SETUP_SLIP:
		topic_add(out_rows, &count, SETUP_SLIP_LINE, OFFICE_SLIP_LINES);
		topic_add(out_rows, &count, SETUP_FOOTER, OFFICE_LANGUAGES);
		break;
	case SETUP_BOOK: add_questions(out_rows, &count); break;
	case SETUP_STAFF: add_people(setup, out_rows, &count); break;
	default:
		topic_add(out_rows, &count, SETUP_SWITCH, SETUP_SWITCH_COUNT);
		topic_add(out_rows, &count, SETUP_NUMBER, SETUP_NUMBERS);
		break;
	}
	return count;
}

/* ---- what can be chosen ---- */

int setup_options(const struct setup *setup, struct setup_row row)
{
	if (topics[setup->topic] != NULL) {
		return topics[setup->topic]->options(setup, row);
	}
	switch (row.field) {
	case SETUP_SERVICE: return setup->edit->office.service_count;
	case SETUP_PERSON: return setup->edit->staff_count + 1;
	case SETUP_OFFERED:
	case SETUP_SLIP_LINE:
	case SETUP_SWITCH: return 2;
	case SETUP_ASK: return GUEST_ASKS - 1;
	case SETUP_ROLE: return DESK_ROLES;
	case SETUP_DEED: return SETUP_DEEDS;
	default: return 0;
	}
}

static struct desk_staff *person_of(const struct setup *setup)
{
	struct setup *own = (struct setup *)(uintptr_t)setup;
	return setup->person < setup->edit->staff_count ? &setup->edit->staff[setup->person]
							: &own->fresh;
}

int setup_chosen(const struct setup *setup, struct setup_row row)
{
	struct office *office = &setup->edit->office;
	const struct office_service *service = &office->services[setup->service];
	if (topics[setup->topic] != NULL) {
		return topics[setup->topic]->chosen(setup, row);
	}
	switch (row.field) {
	case SETUP_SERVICE: return setup->service;
	case SETUP_PERSON: return setup->person;
	case SETUP_OFFERED: return service->withheld ? NO : YES;
	case SETUP_SLIP_LINE: return office->slip.hidden[row.index] ? NO : YES;
	case SETUP_SWITCH: return *switch_of(office, row.index) ? YES : NO;
	case SETUP_ASK: return (int)guest_asked(service, (enum guest_field)row.index) - GUEST_NO;
	case SETUP_ROLE: return (int)person_of(setup)->role;
	case SETUP_DEED: return (int)setup->deed;
	default: return 0;
	}
}

/* What is as usual is not written down, so that it follows when the usual changes. */
static void take_ask(struct office_service *service, int field, enum guest_ask ask)
{
	service->asks[field] = ask == guest_usual((enum guest_field)field) ? GUEST_USUAL : ask;
}

void setup_take(struct setup *setup, struct setup_row row, int option)
{
	struct office *office = &setup->edit->office;
	struct office_service *service = &office->services[setup->service];
	if (topics[setup->topic] != NULL) {
		topics[setup->topic]->take(setup, row, option);
		return;
	}
	switch (row.field) {
	case SETUP_SERVICE: setup->service = option; break;
	case SETUP_PERSON:
		setup->person = option;
		setup->deed = SETUP_NO_DEED;
		break;
	case SETUP_OFFERED: service->withheld = option == NO; break;
	case SETUP_SLIP_LINE: office->slip.hidden[row.index] = option == NO; break;
	case SETUP_SWITCH: *switch_of(office, row.index) = option == YES; break;
	case SETUP_ASK: take_ask(service, row.index, (enum guest_ask)(option + GUEST_NO)); break;
	case SETUP_ROLE: person_of(setup)->role = (enum desk_role)option; break;
	case SETUP_DEED: setup->deed = (enum setup_deed)option; break;
	default: break;
	}
}

/* ---- what is typed ---- */

/* A plain text of the copy; NULL for a row that is read from its words. */
static char *plain_text(struct setup *setup, struct setup_row row, size_t *out_size)
{
	struct office *office = &setup->edit->office;
	struct office_service *service = &office->services[setup->service];
	*out_size = OFFICE_NAME_SIZE;
	switch (row.field) {
	case SETUP_NAME: return service->name[row.index];
	case SETUP_SHORT: return service->short_name[row.index];
	case SETUP_UNIT: return office->unit[row.index];
	case SETUP_ONLINE: return office->online;
	case SETUP_CHAT: return office->chat;
	case SETUP_PERSON_NAME: return person_of(setup)->name;
	case SETUP_RUNNING: *out_size = OFFICE_RUNNING_SIZE; return office->running[row.index];
	case SETUP_FOOTER: *out_size = OFFICE_TEXT_SIZE; return office->slip.footer[row.index];
	case SETUP_CODE: *out_size = DESK_STAFF_SIZE; return setup->fresh.code;
	default: return NULL;
	}
}

static bool must_be_there(enum setup_field field)
{
	return field == SETUP_NAME || field == SETUP_SHORT || field == SETUP_UNIT;
}

void topic_write_span(const struct office_span *span, char *text, size_t size)
{
	size_t used = strlen(text);
	text_format(text + used, size - used, "%s%02d.%02d-%02d.%02d", used > 0 ? ", " : "",
		span->from_min / 60, span->from_min % 60, span->to_min / 60, span->to_min % 60);
}

void setup_text(const struct setup *setup, struct setup_row row, char out_text[SETUP_TEXT_SIZE])
{
	size_t size;
	struct office *office = &setup->edit->office;
	const char *text = plain_text((struct setup *)(uintptr_t)setup, row, &size);
	out_text[0] = '\0';
	if (topics[setup->topic] != NULL) {
		topics[setup->topic]->text(setup, row, out_text);
	} else if (text != NULL) {
		text_copy(out_text, SETUP_TEXT_SIZE, text);
	} else if (row.field == SETUP_PREFIX) {
		text_copy(out_text, SETUP_TEXT_SIZE, office->services[setup->service].prefix);
	} else if (row.field == SETUP_TARGET) {
		text_format(out_text, SETUP_TEXT_SIZE, "%d",
			office->services[setup->service].target_s / MINUTE_S);
	} else if (row.field == SETUP_NUMBER) {
		text_format(out_text, SETUP_TEXT_SIZE, "%d",
			*number_of(office, row.index) / numbers[row.index].unit);
	} else if (row.field == SETUP_OPENING_HOURS) {
		const struct office_span *open = &office->week[row.index].open;
		if (open->from_min < open->to_min) {
			topic_write_span(open, out_text, SETUP_TEXT_SIZE);
		}
	} else if (row.field == SETUP_BREAKS) {
		for (int i = 0; i < office->week[row.index].break_count; i++) {
			topic_write_span(
				&office->week[row.index].breaks[i], out_text, SETUP_TEXT_SIZE);
		}
	}
}

bool topic_next_part(const char **text, char *out_part, size_t size)
{
	size_t length = strcspn(*text, ",");
	if (length >= size) {
		return false;
	}
	text_format(out_part, size, "%.*s", (int)length, *text);
	text_trim(out_part);
	*text += length + ((*text)[length] == ',' ? 1 : 0);
	return true;
}

/* "12.00-12.30, 15.00-15.15". */
static bool read_breaks(const char *text, struct office_day *day)
{
	day->break_count = 0;
	while (*text != '\0') {
		char span[SETUP_TIME_SIZE];
		if (day->break_count == OFFICE_BREAKS ||
			!topic_next_part(&text, span, sizeof span) ||
			!office_parse_span(span, &day->breaks[day->break_count++])) {
			return false;
		}
	}
	return true;
}

static enum result put_hours(struct office_day *day, enum setup_field field, const char *text)
{
	struct office_day wanted = *day;
	bool right = true;
	if (field == SETUP_BREAKS) {
		right = read_breaks(text, &wanted);
	} else if (text[0] == '\0') {
		wanted = (struct office_day){0};
	} else {
		right = office_parse_span(text, &wanted.open);
	}
	if (!right || !office_is_day(&wanted)) {
		return RESULT_HOURS_FORM;
	}
	*day = wanted;
	return RESULT_OK;
}

/* The promise on site, in minutes; 0 = none. */
static enum result put_target(
	struct office_service *service, const struct office_service *was, const char *text)
{
	int64_t minutes;
	if (!text_to_int(text, 0, 24 * 60, &minutes)) {
		return RESULT_FIELD_RANGE;
	}
	/* While it is typed it may be 0 for a moment: what else it promises is not lost by that. */
	memcpy(service->standards, was->standards, sizeof service->standards);
	service->standard_count = was->standard_count;
	int place = 0;
	while (place < service->standard_count &&
		strcmp(service->standards[place].channel, "onsite") != 0) {
		place++;
	}
	service->target_s = (int)minutes * MINUTE_S;
	if (place < service->standard_count && minutes == 0) {
		memmove(&service->standards[place], &service->standards[place + 1],
			(size_t)(--service->standard_count - place) * sizeof service->standards[0]);
	} else if (place < service->standard_count) {
		service->standards[place].limit = (int)minutes;
		service->standards[place].unit = OFFICE_MINUTES;
	}
	office_settle_promise(service);
	return RESULT_OK;
}

/* Numbers that were given keep the letter they were given with; the desk refuses another one while
 * today's are out (PREFIX_USED). */
static enum result put_prefix(struct setup *setup, const char *text)
{
	struct office *office = &setup->edit->office;
	char prefix[OFFICE_PREFIX_SIZE];
	if (!text_copy(prefix, sizeof prefix, text)) {
		return RESULT_PREFIX_FORM;
	}
	for (char *letter = prefix; *letter != '\0'; letter++) {
		*letter = *letter >= 'a' && *letter <= 'z' ? (char)(*letter - 'a' + 'A') : *letter;
	}
	if (!office_is_prefix(prefix)) {
		return RESULT_PREFIX_FORM;
	}
	int place = office_find_prefix(office, prefix);
	if (place >= 0 && place != setup->service) {
		return RESULT_PREFIX_TAKEN;
	}
	text_copy(office->services[setup->service].prefix, OFFICE_PREFIX_SIZE, prefix);
	return RESULT_OK;
}

enum result topic_put_text(char *place, size_t size, bool required, const char *text)
{
	enum result result = text_check(text, strlen(text), size);
	if (result == RESULT_OK && required && text[0] == '\0') {
		result = RESULT_FIELD_REQUIRED;
	}
	if (result == RESULT_OK) {
		text_copy(place, size, text);
	}
	return result;
}

enum result setup_put(struct setup *setup, struct setup_row row, const char *text)
{
	size_t size;
	int64_t number;
	struct office *office = &setup->edit->office;
	char *place = plain_text(setup, row, &size);
	if (topics[setup->topic] != NULL) {
		return topics[setup->topic]->put(setup, row, text);
	}
	if (place != NULL) {
		return topic_put_text(place, size, must_be_there(row.field), text);
	}
	switch (row.field) {
	case SETUP_PREFIX: return put_prefix(setup, text);
	case SETUP_TARGET:
		return put_target(&office->services[setup->service],
			&setup->was->office.services[setup->service], text);
	case SETUP_OPENING_HOURS:
	case SETUP_BREAKS: return put_hours(&office->week[row.index], row.field, text);
	case SETUP_NUMBER:
		if (!text_to_int(text, numbers[row.index].min, numbers[row.index].max, &number)) {
			return RESULT_FIELD_RANGE;
		}
		*number_of(office, row.index) = (int)number * numbers[row.index].unit;
		return RESULT_OK;
	default: return RESULT_OK;
	}
}
