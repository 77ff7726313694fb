#include "app/admin/output.h"
#include "app/admin/pin.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STAFF_LISTED = 256 };

static json_t *staff_json(const struct desk_staff *staff)
{
	return json_pack("{s:s, s:s, s:s, s:b}", "staff", staff->code, "name", staff->name, "role",
		desk_role_name(staff->role), "has_pin", staff->has_pin);
}

/* Checks a text of the command line that ends in the store. */
static int check_text(struct admin *admin, const char *text, size_t size)
{
	enum result result = text_check(text, strlen(text), size);
	return result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, text);
}

int admin_staff_add(struct admin *admin)
{
	struct desk_staff staff = {.has_pin = true};
	const char *code = admin_operand(admin, 0);
	const char *name = admin_value(admin, OPTION_NAME);
	const char *role = admin_value(admin, OPTION_ROLE);
	char pin[DESK_PIN_MAX + 1] = "";
	if (!desk_role_find(role, &staff.role)) {
		return admin_misuse(admin, "admin.role", role);
	}
	int status = check_text(admin, code, sizeof staff.code);
	if (status == ADMIN_DONE) {
		status = check_text(admin, name, sizeof staff.name);
	}
	if (status == ADMIN_DONE) {
		text_copy(staff.code, sizeof staff.code, code);
		text_copy(staff.name, sizeof staff.name, name);
		status = pin_read(admin, pin);
	}
	if (status == ADMIN_DONE) {
		enum result result = desk_add_staff(admin->desk, &staff, pin);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, code);
	}
	memory_wipe(pin, sizeof pin);
	if (status != ADMIN_DONE) {
		return status;
	}
	return admin_flag(admin, OPTION_JSON)
		       ? output_json(admin, staff_json(&staff))
		       : output_say(admin, "admin.staff.added", staff.name, staff.code);
}

int admin_staff_list(struct admin *admin)
{
	static const char *const roles[DESK_ROLES] = {
		"admin.role.clerk", "admin.role.treasurer", "admin.role.head"};
	struct desk_staff *staff = memory_zeroed(STAFF_LISTED, sizeof *staff);
	size_t count = 0;
	enum result result = desk_list_staff(admin->desk, staff, STAFF_LISTED, &count);
	int status = ADMIN_DONE;
	if (result != RESULT_OK) {
		status = admin_refuse(admin, result, NULL);
	} else if (admin_flag(admin, OPTION_JSON)) {
		json_t *list = json_array();
		for (size_t i = 0; i < count; i++) {
			json_array_append_new(list, staff_json(&staff[i]));
		}
		status = output_json(admin, json_pack("{s:o}", "staff", list));
	} else {
		for (size_t i = 0; i < count; i++) {
			printf("%-12s %s, %s%s\n", staff[i].code, staff[i].name,
				language_text(admin->language, roles[staff[i].role]),
				staff[i].has_pin
					? ""
					: language_text(admin->language, "admin.staff.no_pin"));
		}
	}
	memory_wipe(staff, STAFF_LISTED * sizeof *staff);
	free(staff);
	return status;
}
