/* The counters of an office file, and how their consoles behave. */
#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

enum { COUNTER_NUMBER_MAX = 99 };

/* The services a counter names; all of them when it names none. */
static uint32_t read_served(
	struct config *config, const struct config_group *group, const struct office *office)
{
	const struct config_group *list = config_get_group(config, group, "services", false);
	uint32_t served = 0;
	for (size_t i = 0; i < config_count(list); i++) {
		char code[OFFICE_CODE_SIZE];
		config_member_text(config, list, i, code, sizeof code);
		int place = office_find_service(office, code);
		if (place < 0) {
			config_refuse(config, group, "services", "%s is not a service here", code);
			return 0;
		}
		served |= UINT32_C(1) << place;
	}
	return list != NULL ? served : (UINT32_C(1) << office->service_count) - 1;
}

/* A counter needs no name. */
static void read_name(
	struct config *config, const struct config_group *group, struct office_counter *counter)
{
	const struct config_group *name = config_get_group(config, group, "name", false);
	if (name != NULL) {
		office_file_read_languages(config, name, counter->name[0], OFFICE_COUNTER_SIZE);
	}
}

void office_file_read_counters(struct config *config, struct office *office)
{
	const struct config_group *list = config_get_group(config, NULL, "counters", true);
	size_t count = config_count(list);
	if (list != NULL && (count < 1 || count > OFFICE_COUNTERS)) {
		config_refuse(config, NULL, "counters", "must be 1 to %d", OFFICE_COUNTERS);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct config_group *group = config_member(list, i);
		struct office_counter *counter = &office->counters[i];
		int64_t number;
		config_get_int(config, group, "number", NULL, 1, COUNTER_NUMBER_MAX, &number);
		counter->number = (int)number;
		if (office_find_counter(office, counter->number) >= 0) {
			config_refuse(config, group, "number", "%d is used twice", counter->number);
		}
		office->counter_count = (int)i + 1;
		read_name(config, group, counter);
		counter->services = read_served(config, group, office);
	}
}

void office_file_read_console(struct config *config, struct office_console *out_console)
{
	struct office_console usual;
	int64_t minutes;
	office_console_usual(&usual);
	*out_console = usual;
	const struct config_group *group = config_get_group(config, NULL, "console", false);
	if (group == NULL) {
		return;
	}
	config_get_bool(config, group, "ring_soon", &usual.ring_soon, &out_console->ring_soon);
	config_get_bool(config, group, "ring_late", &usual.ring_late, &out_console->ring_late);
	config_get_bool(config, group, "ring_unattended", &usual.ring_unattended,
		&out_console->ring_unattended);
	config_get_bool(config, group, "raise_late", &usual.raise_late, &out_console->raise_late);
	minutes = usual.lock_minutes;
	config_get_int(config, group, "lock_minutes", &minutes, 0, OFFICE_LOCK_MINUTES, &minutes);
	out_console->lock_minutes = (int)minutes;
}
