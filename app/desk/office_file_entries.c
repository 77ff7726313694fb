/* Days off, years and closures that stand in the office file itself, as an export writes them. */
#include "app/base/text.h"
#include "app/desk/office_file_parts.h"
#include "app/queue/calendar.h"

enum { TIME_SIZE = 40, YEAR_MIN = 2000, YEAR_MAX = 2199 };

int office_file_read_date(struct config *config, const struct config_group *group, const char *key)
{
	char text[TIME_SIZE];
	int day = 0;
	config_get_text(config, group, key, NULL, text, sizeof text);
	if (!calendar_parse_day(text, &day)) {
		config_refuse(config, group, key, "must be a date like \"2026-02-19\"");
	}
	return day;
}

static int64_t read_time(struct config *config, const struct config_group *group, const char *key,
	const char *fallback, const struct office *office)
{
	char text[TIME_SIZE];
	int64_t ms = 0;
	config_get_text(config, group, key, fallback, text, sizeof text);
	if (text[0] != '\0' && !calendar_parse(office, text, &ms)) {
		config_refuse(config, group, key, "must be like \"2026-11-24T10:00:00\"");
	}
	return ms;
}

int64_t office_file_read_known(
	struct config *config, const struct config_group *group, const struct office *office)
{
	return read_time(config, group, "known", "", office);
}

static const struct config_group *get_list(
	struct config *config, const char *key, size_t max, size_t *out_count)
{
	const struct config_group *list = config_get_group(config, NULL, key, false);
	*out_count = config_count(list);
	if (*out_count > max) {
		config_refuse(config, NULL, key, "has more than %zu members", max);
		*out_count = 0;
	}
	return list;
}

static void read_years(struct config *config, struct office *office)
{
	size_t count;
	const struct config_group *list = get_list(config, "holiday_years", OFFICE_YEARS, &count);
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct office_year year = {0};
		int64_t number;
		config_get_int(config, group, "year", NULL, YEAR_MIN, YEAR_MAX, &number);
		year.year = (int)number;
		config_get_text(config, group, "source", "", year.source, sizeof year.source);
		if (!office_add_year(office, &year)) {
			config_refuse(config, group, "year", "%d is there twice", year.year);
			return;
		}
	}
}

static void read_days_off(struct config *config, struct office *office)
{
	const char *kinds[OFFICE_HOLIDAY_KINDS];
	size_t count, kind = 0;
	const struct config_group *list = get_list(config, "days_off", OFFICE_HOLIDAYS, &count);
	for (int i = 0; i < OFFICE_HOLIDAY_KINDS; i++) {
		kinds[i] = office_holiday_name((enum office_holiday_kind)i);
	}
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct office_holiday holiday = {
			.day = office_file_read_date(config, group, "date")};
		config_get_choice(config, group, "kind", NULL, kinds, OFFICE_HOLIDAY_KINDS, &kind);
		holiday.kind = (enum office_holiday_kind)kind;
		config_get_words(config, group, "name", NULL, holiday.name, sizeof holiday.name);
		holiday.known_ms = office_file_read_known(config, group, office);
		if (!office_add_holiday(office, &holiday)) {
			config_refuse(config, group, "date", "is there twice, or is one too many");
			return;
		}
	}
}

static void read_closures(struct config *config, struct office *office)
{
	size_t count;
	const struct config_group *list = get_list(config, "closures", OFFICE_CLOSURES, &count);
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct office_closure closure = {.id = (int64_t)i + 1};
		closure.from_ms = read_time(config, group, "from", NULL, office);
		closure.to_ms = read_time(config, group, "to", NULL, office);
		config_get_words(
			config, group, "reason", NULL, closure.reason, sizeof closure.reason);
		closure.known_ms = office_file_read_known(config, group, office);
		if (closure.from_ms >= closure.to_ms) {
			config_refuse(config, group, "to", "is not later than from");
			return;
		}
		if (!office_add_closure(office, &closure)) {
			config_refuse(config, group, "from", "overlaps another closure");
			return;
		}
	}
}

void office_file_read_entries(struct config *config, struct office *office)
{
	read_years(config, office);
	read_days_off(config, office);
	read_closures(config, office);
}
