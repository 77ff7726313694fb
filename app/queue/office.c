#include "app/queue/office.h"
#include "app/base/text.h"
#include "app/queue/guest.h"

#include <string.h>

enum { DAY_MINUTES = 24 * 60 };

int office_find_service(const struct office *office, const char *code)
{
	for (int i = 0; i < office->service_count; i++) {
		if (strcmp(office->services[i].code, code) == 0) {
			return i;
		}
	}
	return -1;
}

int office_find_prefix(const struct office *office, const char *prefix)
{
	for (int i = 0; i < office->service_count; i++) {
		if (strcmp(office->services[i].prefix, prefix) == 0) {
			return i;
		}
	}
	return -1;
}

int office_find_counter(const struct office *office, int number)
{
	for (int i = 0; i < office->counter_count; i++) {
		if (office->counters[i].number == number) {
			return i;
		}
	}
	return -1;
}

const char *office_zone_name(enum office_zone zone)
{
	switch (zone) {
	case OFFICE_WIB: return "WIB";
	case OFFICE_WITA: return "WITA";
	case OFFICE_WIT: return "WIT";
	}
	return "";
}

bool office_is_prefix(const char *prefix)
{
	size_t length = strlen(prefix);
	return length > 0 && length < OFFICE_PREFIX_SIZE &&
	       strspn(prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == length;
}

static enum result check_services(const struct office *office, char *out_why, size_t size)
{
	if (office->service_count < 1 || office->service_count > OFFICE_SERVICES) {
		text_format(out_why, size, "an office has 1 to %d services", OFFICE_SERVICES);
		return RESULT_CONFIG_WRONG;
	}
	for (int i = 0; i < office->service_count; i++) {
		const struct office_service *service = &office->services[i];
		if (service->code[0] == '\0' || office_find_service(office, service->code) != i) {
			text_format(out_why, size, "code %s is used twice or empty", service->code);
			return RESULT_CONFIG_WRONG;
		}
		if (!office_is_prefix(service->prefix)) {
			text_format(out_why, size, "prefix %s is not 1 to %d capital letters",
				service->prefix, OFFICE_PREFIX_SIZE - 1);
			return RESULT_CONFIG_WRONG;
		}
		if (office_find_prefix(office, service->prefix) != i) {
			text_format(out_why, size, "prefix %s is used twice", service->prefix);
			return RESULT_CONFIG_WRONG;
		}
	}
	return RESULT_OK;
}

const char *office_counter_said(const struct office_counter *counter, enum office_language language)
{
	enum office_language other =
		language == OFFICE_ENGLISH ? OFFICE_INDONESIAN : OFFICE_ENGLISH;
	return counter->name[counter->name[language][0] != '\0' ? language : other];
}

const char *office_counter_name(
	const struct office *office, int number, enum office_language language)
{
	int place = office_find_counter(office, number);
	return place < 0 ? "" : office_counter_said(&office->counters[place], language);
}

const char *office_counter_words(const struct office *office, int number,
	enum office_language language, char out_words[OFFICE_COUNTER_WORDS])
{
	const char *name = office_counter_name(office, number, language);
	text_format(out_words, OFFICE_COUNTER_WORDS, "%d%s%s", number, name[0] != '\0' ? " · " : "",
		name);
	return out_words;
}

void office_console_usual(struct office_console *out_console)
{
	*out_console = (struct office_console){
		.ring_soon = true, .ring_late = true, .ring_unattended = true, .lock_minutes = 10};
}

static enum result check_counters(const struct office *office, char *out_why, size_t size)
{
	if (office->counter_count < 1 || office->counter_count > OFFICE_COUNTERS) {
		text_format(out_why, size, "an office has 1 to %d counters", OFFICE_COUNTERS);
		return RESULT_CONFIG_WRONG;
	}
	uint32_t known = (UINT32_C(1) << office->service_count) - 1;
	for (int i = 0; i < office->counter_count; i++) {
		const struct office_counter *counter = &office->counters[i];
		if (counter->number < 1 || office_find_counter(office, counter->number) != i) {
			text_format(out_why, size, "counter %d is there twice or below 1",
				counter->number);
			return RESULT_CONFIG_WRONG;
		}
		if (counter->services == 0 || (counter->services & ~known) != 0) {
			text_format(
				out_why, size, "counter %d serves nothing known", counter->number);
			return RESULT_CONFIG_WRONG;
		}
	}
	return RESULT_OK;
}

static bool check_service_rules(const struct office_service *service, char *out_why, size_t size)
{
	const struct office_standard *onsite = office_find_standard(service, "onsite");
	if (service->daily_quota < 0 || service->last_issue_min < -1 ||
		service->last_issue_min > DAY_MINUTES) {
		text_format(out_why, size, "%s: the quota or the last issue is out of range",
			service->code);
		return false;
	}
	for (int i = 0; i < service->standard_count; i++) {
		const struct office_standard *standard = &service->standards[i];
		if (!office_is_channel(standard->channel) || standard->limit < 0 ||
			(standard->limit == 0) != (standard->unit == OFFICE_AT_ONCE) ||
			office_find_standard(service, standard->channel) != standard) {
			text_format(out_why, size, "%s: standard %d is wrong or there twice",
				service->code, i + 1);
			return false;
		}
	}
	/* The queue reckons a visitor's promise from one of two moments (target.h). */
	if (onsite != NULL && onsite->unit == OFFICE_MINUTES &&
		onsite->start != OFFICE_PREVIOUS_FINISHED && onsite->start != OFFICE_GUEST_BOOK) {
		text_format(out_why, size,
			"%s: onsite minutes run from previous_finished or guest_book",
			service->code);
		return false;
	}
	return true;
}

static bool check_guest_book(const struct office_service *service, char *out_why, size_t size)
{
	char why[OFFICE_TEXT_SIZE];
	if (guest_check_switches(service, why, sizeof why)) {
		return true;
	}
	text_format(out_why, size, "%s: guest_book: %s", service->code, why);
	return false;
}

static bool check_options(const struct office *office, char *out_why, size_t size)
{
	char why[OFFICE_TEXT_SIZE];
	const char *key;
	for (int i = 0; i < office->option_count; i++) {
		if (!guest_check_option(office, i, &key, why, sizeof why)) {
			text_format(out_why, size, "options.%s: %s of %d %s",
				guest_field_name(office->options[i].field), key,
				office->options[i].code, why);
			return false;
		}
	}
	if (!guest_check_lists(office, why, sizeof why)) {
		text_format(out_why, size, "options: %s", why);
		return false;
	}
	return true;
}

static bool check_hours(const struct office *office, char *out_why, size_t size)
{
	for (int i = 0; i < OFFICE_WEEK; i++) {
		if (!office_is_day(&office->week[i])) {
			text_format(out_why, size,
				"hours of weekday %d: spans must be in order, breaks inside the opening",
				i + 1);
			return false;
		}
	}
	return true;
}

enum result office_check(const struct office *office, char *out_why, size_t size)
{
	text_copy(out_why, size, "");
	enum result result = check_services(office, out_why, size);
	if (result == RESULT_OK) {
		result = check_counters(office, out_why, size);
	}
	if (result == RESULT_OK && office_zone_name(office->zone)[0] == '\0') {
		text_copy(out_why, size, "the zone is not WIB, WITA or WIT");
		result = RESULT_CONFIG_WRONG;
	}
	for (int i = 0; i < office->service_count && result == RESULT_OK; i++) {
		const struct office_service *service = &office->services[i];
		if (!check_service_rules(service, out_why, size) ||
			!check_guest_book(service, out_why, size)) {
			result = RESULT_CONFIG_WRONG;
		}
	}
	if (result == RESULT_OK &&
		(!check_options(office, out_why, size) || !check_hours(office, out_why, size) ||
			!office_check_calendar(office, out_why, size))) {
		result = RESULT_CONFIG_WRONG;
	}
	return result;
}
