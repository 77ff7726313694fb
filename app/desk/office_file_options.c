/* The lists of the guest book, as an office words them. */
#include "app/base/text.h"
#include "app/desk/office_file_parts.h"
#include "app/queue/guest.h"

enum { CODE_MAX = 1 << 15 };

/* id = "…"; en = "…"; both or neither. */
static void read_words(struct config *config, const struct config_group *group, const char *usual,
	char *out_texts, size_t stride)
{
	config_get_words(config, group, "id", usual, out_texts, stride);
	config_get_words(
		config, group, "en", out_texts[0] == '\0' ? "" : NULL, out_texts + stride, stride);
}

static void read_option(struct config *config, const struct config_group *group,
	enum guest_field field, struct office *office)
{
	static const bool yes = true;
	static const int64_t none = 0;
	struct office_option *option = &office->options[office->option_count++];
	const struct config_group *brief = config_get_group(config, group, "short", false);
	char why[OFFICE_TEXT_SIZE];
	const char *key;
	int64_t code = 0, survey = 0;
	bool offered = true;
	config_get_int(config, group, "code", NULL, 1, CODE_MAX, &code);
	config_get_int(config, group, "survey", &none, 0, CODE_MAX, &survey);
	config_get_bool(config, group, "offered", &yes, &offered);
	*option = (struct office_option){
		.field = field, .code = (int)code, .survey = (int)survey, .hidden = !offered};
	read_words(config, group, "", option->label[0], sizeof option->label[0]);
	if (brief != NULL) {
		read_words(config, brief, NULL, option->brief[0], sizeof option->brief[0]);
	}
	if (!guest_check_option(office, office->option_count - 1, &key, why, sizeof why)) {
		config_refuse(config, group, key, "%s", why);
	}
}

static void read_list(struct config *config, const struct config_group *list,
	enum guest_field field, struct office *office)
{
	for (size_t i = 0; i < config_count(list); i++) {
		if (office->option_count == OFFICE_OPTIONS) {
			config_refuse(config, list, NULL, "all lists together have at most %d",
				OFFICE_OPTIONS);
			return;
		}
		read_option(config, config_member(list, i), field, office);
	}
}

void office_file_read_options(struct config *config, struct office *office)
{
	const struct config_group *lists = config_get_group(config, NULL, "options", false);
	char why[OFFICE_TEXT_SIZE];
	for (int i = 0; i < GUEST_FIELDS && lists != NULL; i++) {
		const enum guest_field field = (enum guest_field)i;
		const char *name = guest_field_name(field);
		if (guest_options(field) != NULL && guest_field_item(field) <= 0) {
			read_list(config, config_get_group(config, lists, name, false), field,
				office);
		}
	}
	if (lists != NULL && !guest_check_lists(office, why, sizeof why)) {
		config_refuse(config, lists, NULL, "%s", why);
	}
}
