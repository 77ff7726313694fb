#include "app/desk/office_file.h"
#include "app/base/config.h"
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
	DAY_SECONDS = 86400,
	DEFAULT_HEAD_START_S = 900,
	DEFAULT_ISSUE_BEFORE_S = 1800,
	DEFAULT_RECALL_LIMIT = 3,
	DEFAULT_RECALL_INTERVAL_S = 20,
	DEFAULT_UNDO_S = 10,
	DEFAULT_IDLE_S = 75,
	DEFAULT_RETENTION_MONTHS = 12,
	DEFAULT_SERVICE_S = 900,
	CONTACT_SIZE = 64, /* the notice has two lines for it and what stands before it */
};

static const char *const language_keys[OFFICE_LANGUAGES] = {"id", "en"};
static const char *const zones[] = {"WIB", "WITA", "WIT"};
static const char *const fees[] = {"free", "charged", "zero"};

static int read_int(struct config *config, const struct config_group *group, const char *key,
	int fallback, int min, int max)
{
	int64_t usual = fallback;
	int64_t value;
	config_get_int(config, group, key, &usual, min, max, &value);
	return (int)value;
}

void office_file_read_languages(
	struct config *config, const struct config_group *group, char *out_texts, size_t stride)
{
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		config_get_words(config, group, language_keys[i], NULL,
			out_texts + (size_t)i * stride, stride);
	}
}

/* A text in both languages: { id = "…"; en = "…"; }. */
static void read_pair(struct config *config, const struct config_group *group, const char *key,
	char *out_texts, size_t stride)
{
	const struct config_group *pair = config_get_group(config, group, key, true);
	if (pair != NULL) {
		office_file_read_languages(config, pair, out_texts, stride);
	}
}

static void read_short_name(
	struct config *config, const struct config_group *group, struct office_service *service)
{
	const struct config_group *pair = config_get_group(config, group, "short_name", false);
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		if (pair == NULL) {
			text_copy(service->short_name[i], OFFICE_NAME_SIZE, service->name[i]);
			continue;
		}
		config_get_words(config, pair, language_keys[i], service->name[i],
			service->short_name[i], OFFICE_NAME_SIZE);
	}
}

static void refuse_twice(struct config *config, const struct config_group *group, const char *key,
	const char *value, int found, int place)
{
	if (found != place) {
		config_refuse(config, group, key, "%s is used twice", value);
	}
}

/* A counter or an entry of a list may do without words, a service has them in both languages. */
static void refuse_nameless(struct config *config, const struct config_group *group,
	const struct office_service *service)
{
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		if (service->name[i][0] == '\0') {
			config_refuse(config, group, "name", "is empty in %s", language_keys[i]);
		}
	}
}

static void read_service(struct config *config, const struct config_group *group, int place,
	struct office *office, struct standards *standards)
{
	static const bool no = false, yes = true;
	struct office_service *service = &office->services[place];
	size_t fee;
	config_get_text(config, group, "code", NULL, service->code, sizeof service->code);
	config_get_text(config, group, "prefix", NULL, service->prefix, sizeof service->prefix);
	if (!office_is_prefix(service->prefix)) {
		config_refuse(config, group, "prefix", "must be 1 to %d capital letters",
			OFFICE_PREFIX_SIZE - 1);
	}
	refuse_twice(config, group, "code", service->code,
		office_find_service(office, service->code), place);
	refuse_twice(config, group, "prefix", service->prefix,
		office_find_prefix(office, service->prefix), place);
	read_pair(config, group, "name", service->name[0], OFFICE_NAME_SIZE);
	refuse_nameless(config, group, service);
	read_short_name(config, group, service);
	read_pair(config, group, "meaning", service->meaning[0], OFFICE_TEXT_SIZE);
	config_get_text(config, group, "icon", "help-circle", service->icon, sizeof service->icon);
	config_get_choice(config, group, "fee", "free", fees, 3, &fee);
	service->fee = (enum office_fee)fee;
	config_get_bool(config, group, "email_required", &no, &service->email_required);
	config_get_bool(config, group, "withheld", &no, &service->withheld);
	config_get_bool(config, group, "reception", &no, &service->reception);
	config_get_bool(config, group, "rates", &yes, &service->unrated);
	service->unrated = !service->unrated;
	office_file_read_guest_book(config, group, service);
	office_file_read_promise(config, group, service);
	office_file_read_published(config, group, place, standards);
	service->typical_service_s =
		read_int(config, group, "typical_service_s", DEFAULT_SERVICE_S, 1, DAY_SECONDS);
}

static void read_services(struct config *config, struct office *office, struct standards *standards)
{
	const struct config_group *list = config_get_group(config, NULL, "services", true);
	size_t count = config_count(list);
	if (list != NULL && (count < 1 || count > OFFICE_SERVICES)) {
		config_refuse(config, NULL, "services", "must be 1 to %d", OFFICE_SERVICES);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		office->service_count = (int)i + 1;
		read_service(config, config_member(list, i), (int)i, office, standards);
	}
}

static void read_rules(struct config *config, struct office *office)
{
	static const bool no = false;
	office->priority_head_start_s = read_int(
		config, NULL, "priority_head_start_s", DEFAULT_HEAD_START_S, 0, DAY_SECONDS);
	office->issue_before_s =
		read_int(config, NULL, "issue_before_s", DEFAULT_ISSUE_BEFORE_S, 0, DAY_SECONDS);
	office->recall_limit = read_int(config, NULL, "recall_limit", DEFAULT_RECALL_LIMIT, 0, 99);
	office->recall_interval_s =
		read_int(config, NULL, "recall_interval_s", DEFAULT_RECALL_INTERVAL_S, 0, 3600);
	office->undo_s = read_int(config, NULL, "undo_s", DEFAULT_UNDO_S, 0, 60);
	config_get_bool(config, NULL, "serve_on_call", &no, &office->serve_on_call);
	config_get_bool(config, NULL, "stand_by", &no, &office->stand_by);
	config_get_bool(config, NULL, "call_any", &no, &office->call_any);
	config_get_bool(config, NULL, "asks_source", &no, &office->asks_source);
	config_get_bool(config, NULL, "ticket_first", &no, &office->ticket_first);
	office->idle_s = read_int(config, NULL, "idle_s", DEFAULT_IDLE_S, 60, 90);
	office->retention_months =
		read_int(config, NULL, "retention_months", DEFAULT_RETENTION_MONTHS, 1, 120);
}

static bool has(struct config *config, const char *key)
{
	return config_get_group(config, NULL, key, false) != NULL;
}

static void read_published(struct config *config, struct office_file *file)
{
	office_file_read_pledge(config, &file->standards);
	file->with_published = file->standards.count > 0;
}

static void read_office(struct config *config, const char *path, struct office_file *file)
{
	struct office *office = &file->office;
	size_t zone;
	config_get_text(config, NULL, "code", NULL, office->code, sizeof office->code);
	config_get_words(config, NULL, "name", NULL, office->name, sizeof office->name);
	read_pair(config, NULL, "unit", office->unit[0], OFFICE_NAME_SIZE);
	config_get_choice(config, NULL, "zone", NULL, zones, 3, &zone);
	office->zone = (enum office_zone)((int)OFFICE_WIB + (int)zone);
	read_services(config, office, &file->standards);
	office_file_read_counters(config, office);
	office_file_read_calendar(config, path, office);
	file->with_days_off = has(config, "holidays") || has(config, "days_off");
	file->with_seasons = has(config, "seasons");
	file->with_closures = has(config, "closures");
	read_rules(config, office);
	office_file_read_console(config, &office->console);
	config_get_text(config, NULL, "notice_version", NULL, office->notice_version,
		sizeof office->notice_version);
	read_pair(config, NULL, "running", office->running[0], OFFICE_RUNNING_SIZE);
	config_get_text(config, NULL, "online", "", office->online, sizeof office->online);
	config_get_text(config, NULL, "chat", "", office->chat, sizeof office->chat);
	config_get_text(config, NULL, "privacy_contact", "", office->privacy_contact, CONTACT_SIZE);
	office_file_read_options(config, office);
	read_published(config, file);
	office_file_read_feedback(config, &office->feedback);
	office_file_read_voice(config, &office->voice);
	office_file_read_slip(config, &office->slip);
	file->with_staff = has(config, "staff");
	office_file_read_staff(config, file);
}

enum result office_file_read(
	const char *path, struct office *out_office, char *out_error, size_t size)
{
	struct office_file *file = memory_zeroed(1, sizeof *file);
	enum result result = office_file_read_all(path, file, out_error, size);
	*out_office = file->office;
	free(file);
	return result;
}

enum result office_file_read_whole(const char *path, struct office *out_office,
	struct standards *out_standards, char *out_error, size_t size)
{
	struct office_file *file = memory_zeroed(1, sizeof *file);
	enum result result = office_file_read_all(path, file, out_error, size);
	*out_office = file->office;
	*out_standards = file->standards;
	free(file);
	return result;
}

enum result office_file_read_all(
	const char *path, struct office_file *out_file, char *out_error, size_t size)
{
	memset(out_file, 0, sizeof *out_file);
	struct config *config = NULL;
	enum result result = config_open(path, &config, out_error, size);
	if (result != RESULT_OK) {
		return result;
	}
	char why[OFFICE_TEXT_SIZE];
	read_office(config, path, out_file);
	result = config_finish_reading(config, out_error, size);
	if (result == RESULT_OK && office_check(&out_file->office, why, sizeof why) != RESULT_OK) {
		config_refuse(config, NULL, NULL, "%s", why);
		result = config_finish_reading(config, out_error, size);
	}
	config_close(config);
	return result;
}
