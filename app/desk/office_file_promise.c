#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

#include <string.h>

enum {
	DEFAULT_TARGET_S = 600,
	DAY_SECONDS = 86400,
	DAY_MINUTES = 24 * 60,
	DAYS_MAX = 366,
	QUOTA_MAX = 10000,
	NAME_SIZE = 32,
};

static enum office_unit read_unit(struct config *config, const struct config_group *group)
{
	const char *names[OFFICE_UNITS];
	size_t unit;
	for (int i = 0; i < OFFICE_UNITS; i++) {
		names[i] = office_unit_name((enum office_unit)i);
	}
	config_get_choice(config, group, "unit", NULL, names, OFFICE_UNITS, &unit);
	return (enum office_unit)unit;
}

static enum office_start read_start(
	struct config *config, const struct config_group *group, const char *channel)
{
	const char *names[OFFICE_STARTS];
	size_t start;
	for (int i = 0; i < OFFICE_STARTS; i++) {
		names[i] = office_start_name((enum office_start)i);
	}
	bool onsite = strcmp(channel, "onsite") == 0;
	config_get_choice(config, group, "start",
		names[onsite ? OFFICE_PREVIOUS_FINISHED : OFFICE_RECEIVED], names, OFFICE_STARTS,
		&start);
	return (enum office_start)start;
}

static int read_limit(
	struct config *config, const struct config_group *group, enum office_unit unit)
{
	int64_t limit = 0;
	if (unit != OFFICE_AT_ONCE) {
		config_get_int(config, group, "limit", NULL, 1,
			unit == OFFICE_MINUTES ? DAY_MINUTES : DAYS_MAX, &limit);
	}
	return (int)limit;
}

static void read_standard(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	struct office_standard standard = {0};
	char channel[NAME_SIZE];
	config_get_text(config, group, "channel", NULL, channel, sizeof channel);
	standard.unit = read_unit(config, group);
	standard.start = read_start(config, group, channel);
	standard.limit = read_limit(config, group, standard.unit);
	if (!office_is_channel(channel)) {
		config_refuse(config, group, "channel", "must be 1 to %d of a-z and _",
			OFFICE_CHANNEL_SIZE - 1);
	}
	if (office_find_standard(service, channel) != NULL) {
		config_refuse(config, group, "channel", "%s is there twice", channel);
	}
	text_copy(standard.channel, sizeof standard.channel, channel);
	service->standards[service->standard_count++] = standard;
}

/* The promise on site may be given as target_s or as a standard; both must say the same. */
static void read_target(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	static const int64_t none = -1;
	int64_t target_s;
	config_get_int(config, group, "target_s", &none, 0, DAY_SECONDS, &target_s);
	service->target_s = target_s != none ? (int)target_s : DEFAULT_TARGET_S;
	office_settle_promise(service);
	if (target_s != none && service->target_s != target_s) {
		config_refuse(
			config, group, "target_s", "is not what the onsite standard promises");
	}
}

static void read_last_issue(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	char text[NAME_SIZE];
	config_get_text(config, group, "last_issue", "", text, sizeof text);
	service->last_issue_min = -1;
	if (text[0] != '\0' && !office_parse_minutes(text, &service->last_issue_min)) {
		config_refuse(config, group, "last_issue", "must be like \"15.00\"");
	}
}

void office_file_read_promise(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	static const int64_t none = 0;
	const struct config_group *list = config_get_group(config, group, "standards", false);
	size_t count = config_count(list);
	if (count > OFFICE_STANDARDS) {
		config_refuse(
			config, group, "standards", "has more than %d members", OFFICE_STANDARDS);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		read_standard(config, config_member(list, i), service);
	}
	read_target(config, group, service);
	int64_t quota;
	config_get_int(config, group, "daily_quota", &none, 0, QUOTA_MAX, &quota);
	service->daily_quota = (int)quota;
	read_last_issue(config, group, service);
}
