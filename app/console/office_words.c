#include "app/console/office_words.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/console/office_topic.h"
#include "app/console/parts.h"
#include "app/queue/calendar.h"
#include "app/slip/say.h"

#include <stdlib.h>
#include <string.h>

const char *office_field_name(enum setup_field field)
{
	static const char *const names[] = {
		[SETUP_SERVICE] = "service",
		[SETUP_NAME] = "name",
		[SETUP_SHORT] = "short",
		[SETUP_PREFIX] = "prefix",
		[SETUP_TARGET] = "target",
		[SETUP_OFFERED] = "offered",
		[SETUP_COUNTER] = "counter",
		[SETUP_COUNTER_NUMBER] = "counter_number",
		[SETUP_COUNTER_NAME] = "counter_name",
		[SETUP_COUNTER_STAYS] = "counter_stays",
		[SETUP_SERVES] = "serves",
		[SETUP_OPENING_HOURS] = "hours",
		[SETUP_BREAKS] = "breaks",
		[SETUP_LIST] = "list",
		[SETUP_LIST_PATH] = "list_path",
		[SETUP_OFF_DATE] = "off_date",
		[SETUP_OFF_NAME] = "off_name",
		[SETUP_OFF_DROP] = "off_drop",
		[SETUP_CLOSED_FROM] = "closed_from",
		[SETUP_CLOSED_TO] = "closed_to",
		[SETUP_CLOSED_REASON] = "closed_reason",
		[SETUP_DROP] = "drop",
		[SETUP_UNIT] = "unit",
		[SETUP_RUNNING] = "running",
		[SETUP_ONLINE] = "online",
		[SETUP_CHAT] = "chat",
		[SETUP_VOICE_ON] = "voice_on",
		[SETUP_ORDER] = "order",
		[SETUP_WORDING] = "wording",
		[SETUP_SAID] = "said",
		[SETUP_REPEATS] = "repeats",
		[SETUP_CHIME] = "chime",
		[SETUP_VOLUME] = "volume",
		[SETUP_VOLUMES] = "volumes",
		[SETUP_BRIEF_FROM] = "brief_from",
		[SETUP_BRIEF] = "brief",
		[SETUP_SLIP_LINE] = "slip",
		[SETUP_FOOTER] = "footer",
		[SETUP_ASK] = "ask",
		[SETUP_PERSON] = "person",
		[SETUP_CODE] = "code",
		[SETUP_PERSON_NAME] = "person_name",
		[SETUP_ROLE] = "role",
		[SETUP_DEED] = "deed",
		[SETUP_SWITCH] = "switch",
		[SETUP_NUMBER] = "number",
		[SETUP_WIRE] = "wire",
		[SETUP_WIRE_DEVICE] = "wire_device",
		[SETUP_WIRE_PAPER] = "wire_paper",
	};
	return names[field];
}

const char *office_topic_name(enum setup_topic topic)
{
	static const char *const names[SETUP_TOPICS] = {"services", "counters", "hours", "days",
		"texts", "voice", "slip", "book", "staff", "switches", "devices"};
	return names[topic];
}

/* Fields of several rows have a text for each: by its place, but questions and services by their
 * names. */
void office_say_label(const struct ui *ui, const struct setup *setup, struct setup_row row,
	char *out_text, size_t size)
{
	char key[64];
	if (row.field == SETUP_SERVES) {
		(void)parts_say(ui, out_text, size, "console.office.serves",
			setup->edit->office.services[row.index].name[parts_language(ui)], "");
		return;
	}
	if (row.field == SETUP_SERVICE && setup->topic == SETUP_BOOK) {
		text_copy(key, sizeof(key), "console.office.service.book");
	} else if (row.field == SETUP_ASK) {
		text_format(key, sizeof(key), "console.form.field.%s",
			guest_field_name((enum guest_field)row.index));
	} else {
		text_format(key, sizeof(key), "console.office.%s.%d", office_field_name(row.field),
			row.index);
	}
	text_copy(out_text, size, ui_say(ui, key));
}

const char *office_say_empty(const struct ui *ui, struct setup_row row)
{
	switch (row.field) {
	case SETUP_OPENING_HOURS: return ui_say(ui, "console.office.empty.hours");
	case SETUP_BREAKS: return ui_say(ui, "console.office.empty.breaks");
	default: return "";
	}
}

static void say_closure(
	const struct ui *ui, const struct setup *setup, int option, char *out_text, size_t size)
{
	char time[CALENDAR_TIME_SIZE];
	if (option == 0) {
		text_copy(out_text, size, ui_say(ui, "console.office.drop.none"));
		return;
	}
	const struct office_closure *closure = topic_closure(setup, option);
	calendar_format(&setup->was->office, closure->from_ms, time);
	text_format(out_text, size, "%.10s %.2s.%.2s · %s", time, time + 11, time + 14,
		closure->reason);
}

static void say_holiday(
	const struct ui *ui, const struct setup *setup, int option, char *out_text, size_t size)
{
	char date[CALENDAR_DATE_SIZE];
	if (option == 0) {
		text_copy(out_text, size, ui_say(ui, "console.office.drop.none"));
		return;
	}
	const struct office_holiday *holiday = topic_holiday(setup, option);
	calendar_format_day(holiday->day, date);
	text_format(out_text, size, "%s · %s", date, holiday->name);
}

static void say_counter(
	const struct ui *ui, const struct office *office, int place, char *out_text, size_t size)
{
	if (place == office->counter_count) {
		text_copy(out_text, size, ui_say(ui, "console.office.counter.fresh"));
		return;
	}
	char name[PARTS_COUNTER_SIZE];
	text_copy(out_text, size,
		parts_say_counter(ui, office, office->counters[place].number, name));
}

static void say_file(
	const struct ui *ui, const struct setup *setup, int option, char *out_text, size_t size)
{
	if (setup->reads_path || (option == 0 && setup->lists == NULL)) {
		text_copy(out_text, size, ui_say(ui, "console.office.list.looking"));
	} else if (option > 0) {
		text_copy(out_text, size, setup->lists->files[option - 1].name);
	} else if (setup->lists->count == 0) {
		text_copy(out_text, size, ui_say(ui, "console.office.list.none"));
	} else {
		(void)parts_say_number(
			ui, out_text, size, "console.office.list.found", setup->lists->count);
	}
}

/* "kiosk-1 · Printer tiket". */
static void say_wire(
	const struct ui *ui, const struct setup *setup, int option, char *out_text, size_t size)
{
	char key[64];
	if (option >= setup->edit->wire_count) {
		text_copy(out_text, size, ui_say(ui, "console.office.wire.none"));
		return;
	}
	const struct wire *wire = &setup->edit->wires[option];
	text_format(key, sizeof(key), "console.office.part.%s", wire_part_name(wire->part));
	text_format(out_text, size, "%s · %s", wire->device, ui_say(ui, key));
}

/* Without a print queue of its own a console prints on the usual one. */
static const char *say_nothing(const struct ui *ui, const struct wire *wire)
{
	return ui_say(ui, wire->part == WIRE_A4 ? "console.office.wire.usual"
						: "console.office.wire.nothing");
}

static const char *name_of(const struct setup *setup, const char *uri)
{
	for (int i = 0; setup->plugged != NULL && i < setup->plugged->count; i++) {
		const struct inventory_device *device = &setup->plugged->devices[i];
		const char *plus = strchr(uri, '+');
		if (strcmp(device->uri, uri) == 0 ||
			(plus != NULL && strcmp(device->uri, plus + 1) == 0)) {
			return device->name;
		}
	}
	return NULL;
}

static void say_wire_device(
	const struct ui *ui, const struct setup *setup, int option, char *out_text, size_t size)
{
	struct topic_choices choices;
	const struct wire *wire = topic_wire(setup);
	topic_find_choices(setup, wire, &choices);
	const char *uri = choices.uris[option], *name = name_of(setup, uri);
	if (option == 0) {
		(void)parts_say(ui, out_text, size,
			wire->fixed ? "console.office.wire.fixed" : "console.office.wire.own",
			wire->own[0] != '\0' ? wire->own : say_nothing(ui, wire), "");
	} else if (strcmp(uri, WIRE_NOTHING) == 0) {
		text_copy(out_text, size, say_nothing(ui, wire));
	} else if (strstr(uri, ":auto") != NULL) {
		(void)parts_say(ui, out_text, size, "console.office.wire.auto", uri, "");
	} else {
		text_format(out_text, size, "%s%s%s", name != NULL ? name : uri,
			name != NULL ? " · " : "", name != NULL ? uri : "");
	}
}

static void say_wire_paper(const struct ui *ui, int option, char *out_text, size_t size)
{
	text_copy(out_text, size,
		option == 0 ? ui_say(ui, "console.office.wire.paper")
			    : printer_profile_at((size_t)option - 1)->name);
}

void office_say_option(const struct ui *ui, const struct setup *setup, struct setup_row row,
	int option, char *out_text, size_t size)
{
	static const char *const asks[] = {"no", "optional", "required"};
	static const char *const deeds[] = {"none", "pin", "retire"};
	char key[64] = "";
	switch (row.field) {
	case SETUP_SERVICE:
		text_copy(out_text, size,
			setup->edit->office.services[option].name[parts_language(ui)]);
		return;
	case SETUP_PERSON:
		text_copy(out_text, size,
			option < setup->edit->staff_count ? setup->edit->staff[option].name
							  : ui_say(ui, "console.office.fresh"));
		return;
	case SETUP_COUNTER: say_counter(ui, &setup->edit->office, option, out_text, size); return;
	case SETUP_LIST: say_file(ui, setup, option, out_text, size); return;
	case SETUP_WIRE: say_wire(ui, setup, option, out_text, size); return;
	case SETUP_WIRE_DEVICE: say_wire_device(ui, setup, option, out_text, size); return;
	case SETUP_WIRE_PAPER: say_wire_paper(ui, option, out_text, size); return;
	case SETUP_DROP: say_closure(ui, setup, option, out_text, size); return;
	case SETUP_OFF_DROP: say_holiday(ui, setup, option, out_text, size); return;
	case SETUP_ASK: text_format(key, sizeof(key), "console.office.ask.%s", asks[option]); break;
	case SETUP_ROLE:
		text_format(key, sizeof(key), "console.role.%s",
			desk_role_name((enum desk_role)option));
		break;
	case SETUP_DEED:
		text_format(key, sizeof(key), "console.office.deed.%s", deeds[option]);
		break;
	case SETUP_COUNTER_STAYS:
	case SETUP_ORDER:
	case SETUP_SAID:
	case SETUP_REPEATS:
		text_format(key, sizeof(key), "console.office.%s.option.%d",
			office_field_name(row.field), option);
		break;
	default:
		text_copy(
			key, sizeof(key), option == 0 ? "console.office.yes" : "console.office.no");
		break;
	}
	text_copy(out_text, size, ui_say(ui, key));
}

/* ---- what is changed ---- */

static void say_about(const struct ui *ui, const struct setup *setup, char *out_text, size_t size)
{
	static const enum setup_field fields[SETUP_TOPICS] = {[SETUP_SERVICES] = SETUP_SERVICE,
		[SETUP_COUNTERS] = SETUP_COUNTER,
		[SETUP_BOOK] = SETUP_SERVICE,
		[SETUP_STAFF] = SETUP_PERSON,
		[SETUP_DEVICES] = SETUP_WIRE};
	char key[64], name[OFFICE_TEXT_SIZE] = "";
	struct setup_row row = {fields[setup->topic], 0};
	bool named = row.field != SETUP_SERVICE || setup->topic == SETUP_SERVICES ||
		     setup->topic == SETUP_BOOK;
	text_format(key, sizeof(key), "console.office.topic.%s", office_topic_name(setup->topic));
	if (named) {
		office_say_option(ui, setup, row, setup_chosen(setup, row), name, sizeof(name));
	}
	text_format(out_text, size, "%s%s%s", ui_say(ui, key), named ? " · " : "", name);
}

static void say_value(const struct ui *ui, const struct setup *setup, struct setup_row row,
	char *out_text, size_t size)
{
	if (setup_options(setup, row) > 0) {
		office_say_option(ui, setup, row, setup_chosen(setup, row), out_text, size);
	} else {
		setup_text(setup, row, out_text);
		if (out_text[0] == '\0') {
			text_copy(out_text, size, office_say_empty(ui, row));
		}
	}
}

static void say_services(const struct ui *ui, const struct office *office, uint32_t services,
	char *out_text, size_t size)
{
	out_text[0] = '\0';
	for (int i = 0; i < office->service_count; i++) {
		size_t used = strlen(out_text);
		if ((services >> i & 1) != 0) {
			text_format(out_text + used, size - used, "%s%s", used > 0 ? ", " : "",
				office->services[i].short_name[parts_language(ui)]);
		}
	}
}

/* "4 · Kasir · Penjualan, Perpustakaan". */
static void say_fresh_counter(
	const struct ui *ui, const struct setup *setup, char *out_text, size_t size)
{
	char services[OFFICE_TEXT_SIZE];
	const struct office_counter *fresh = &setup->fresh_counter;
	const char *name = office_counter_said(fresh, parts_language(ui));
	say_services(ui, &setup->edit->office, fresh->services, services, sizeof(services));
	text_format(out_text, size, "%s%s%s · %s", setup->fresh_number,
		name[0] != '\0' ? " · " : "", name, services);
}

/* The days of its year that are known now, and those of the list. */
static void say_list(const struct ui *ui, const struct setup *setup, struct office_words *words)
{
	const struct lists_file *file = &setup->lists->files[setup->list - 1];
	const struct office *office = &setup->was->office;
	char year[12], count[12];
	int known = 0;
	for (int i = 0; i < office->holiday_count; i++) {
		int day = office->holidays[i].day;
		known += day >= calendar_year_start(file->list.year) &&
					 day < calendar_year_start(file->list.year + 1)
				 ? 1
				 : 0;
	}
	text_format(year, sizeof(year), "%d", file->list.year);
	text_format(count, sizeof(count), "%d", known);
	parts_say(ui, words->was, sizeof(words->was), "console.office.list.days", year, count);
	text_format(count, sizeof(count), "%d", file->list.count);
	parts_say(ui, words->is, sizeof(words->is), "console.office.list.days", year, count);
	size_t used = strlen(words->is);
	text_format(words->is + used, sizeof(words->is) - used, " · %s", file->name);
}

/* "Rabu, 30 Desember 2026". */
static void say_day(const struct ui *ui, const struct setup *setup, char out_text[SAY_SIZE])
{
	int64_t ms;
	text_copy(out_text, SAY_SIZE, setup->off_date);
	if (calendar_parse_date(&setup->was->office, setup->off_date, &ms)) {
		say_date(ui->language, &setup->was->office, "date.full", ms, out_text);
	}
}

/* An entry that is new, or a closure that is taken back. */
static bool say_entry(const struct ui *ui, const struct setup *setup, struct setup_row row,
	struct office_words *words)
{
	char text[OFFICE_TEXT_SIZE];
	switch (row.field) {
	case SETUP_OFF_DATE:
		say_day(ui, setup, text);
		text_format(words->is, sizeof(words->is), "%s · %s", text, setup->off_name);
		return true;
	case SETUP_CLOSED_FROM:
		text_format(words->is, sizeof(words->is), "%s – %s · %s", setup->closed_from,
			setup->closed_to, setup->closed_reason);
		return true;
	case SETUP_LIST: say_list(ui, setup, words); return true;
	case SETUP_OFF_DROP:
	case SETUP_DROP:
		office_say_option(
			ui, setup, row, setup_chosen(setup, row), words->was, sizeof(words->was));
		text_copy(words->is, sizeof(words->is), ui_say(ui, "console.office.dropped"));
		return true;
	case SETUP_COUNTER_NUMBER:
		say_fresh_counter(ui, setup, words->is, sizeof(words->is));
		return true;
	case SETUP_CODE:
		office_say_option(ui, setup, (struct setup_row){SETUP_ROLE, 0},
			(int)setup->fresh.role, text, sizeof(text));
		text_format(words->is, sizeof(words->is), "%s · %s · %s", setup->fresh.code,
			setup->fresh.name, text);
		return true;
	default: return false;
	}
}

static void fill_empty(char *text, size_t size)
{
	if (text[0] == '\0') {
		text_copy(text, size, "–");
	}
}

/* Of an entry, the word for it; of a row, what stands over it. */
static void say_what(const struct ui *ui, const struct setup *setup, struct setup_row row,
	char *out_text, size_t size)
{
	char key[64];
	switch (row.field) {
	case SETUP_LIST:
	case SETUP_OFF_DATE:
	case SETUP_CLOSED_FROM:
	case SETUP_DROP:
	case SETUP_COUNTER_NUMBER:
	case SETUP_CODE:
		text_format(
			key, sizeof(key), "console.office.entry.%s", office_field_name(row.field));
		text_copy(out_text, size, ui_say(ui, key));
		break;
	default: office_say_label(ui, setup, row, out_text, size); break;
	}
}

void office_say_change(const struct ui *ui, const struct setup *setup, struct setup *before,
	const struct setup_change *change, struct office_words *out_words)
{
	struct setup *after = memory_zeroed(1, sizeof(*after));
	*after = *setup;
	*out_words = (struct office_words){0};
	setup_go_to(after, change);
	setup_go_to(before, change);
	say_what(ui, after, change->row, out_words->what, sizeof(out_words->what));
	if (say_entry(ui, after, change->row, out_words)) {
		char key[64];
		text_format(key, sizeof(key), "console.office.topic.%s",
			office_topic_name(change->topic));
		text_copy(out_words->about, sizeof(out_words->about), ui_say(ui, key));
	} else {
		say_about(ui, before, out_words->about, sizeof(out_words->about));
		say_value(ui, before, change->row, out_words->was, sizeof(out_words->was));
		say_value(ui, after, change->row, out_words->is, sizeof(out_words->is));
	}
	fill_empty(out_words->was, sizeof(out_words->was));
	fill_empty(out_words->is, sizeof(out_words->is));
	free(after);
}
