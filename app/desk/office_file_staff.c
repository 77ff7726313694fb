#include "app/base/text.h"
#include "app/desk/office_file_parts.h"

#include <string.h>

static bool is_known(const struct office_file *file, const char *code)
{
	for (int i = 0; i < file->staff_count; i++) {
		if (strcmp(file->staff[i].code, code) == 0) {
			return true;
		}
	}
	return false;
}

static void read_person(
	struct config *config, const struct config_group *group, struct office_file *file)
{
	const char *roles[DESK_ROLES];
	struct desk_staff person = {0};
	size_t role = 0;
	for (int i = 0; i < DESK_ROLES; i++) {
		roles[i] = desk_role_name((enum desk_role)i);
	}
	config_get_text(config, group, "code", NULL, person.code, sizeof person.code);
	config_get_words(config, group, "name", NULL, person.name, sizeof person.name);
	config_get_choice(config, group, "role", NULL, roles, DESK_ROLES, &role);
	person.role = (enum desk_role)role;
	if (desk_check_staff(&person) != RESULT_OK) {
		config_refuse(config, group, NULL,
			"must have a code of a-z, 0-9, '.', '-' and '_', and a name");
	} else if (is_known(file, person.code)) {
		config_refuse(config, group, "code", "%s is there twice", person.code);
	} else {
		file->staff[file->staff_count++] = person;
	}
}

void office_file_read_staff(struct config *config, struct office_file *file)
{
	const struct config_group *list = config_get_group(config, NULL, "staff", false);
	size_t count = config_count(list);
	bool heads = false;
	if (count > OFFICE_FILE_STAFF) {
		config_refuse(config, NULL, "staff", "has more than %d members", OFFICE_FILE_STAFF);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		int before = file->staff_count;
		read_person(config, config_member(list, i), file);
		heads = heads ||
			(file->staff_count > before && file->staff[before].role == DESK_HEAD);
	}
	if (count > 0 && !heads) {
		config_refuse(config, NULL, "staff", "has nobody whose role is \"head\"");
	}
}
