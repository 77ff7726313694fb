/* Who may be entered as staff: what a list of them and a file of the office must agree on. */
#include "app/base/text.h"
#include "app/desk/desk.h"

#include <string.h>

static const char *const role_names[DESK_ROLES] = {
	[DESK_CLERK] = "clerk",
	[DESK_TREASURER] = "treasurer",
	[DESK_HEAD] = "head",
};

const char *desk_role_name(enum desk_role role)
{
	return role_names[role];
}

bool desk_role_find(const char *name, enum desk_role *out_role)
{
	for (int i = 0; i < DESK_ROLES; i++) {
		if (strcmp(role_names[i], name) == 0) {
			*out_role = (enum desk_role)i;
			return true;
		}
	}
	return false;
}

enum result desk_check_staff(const struct desk_staff *staff)
{
	size_t length = strlen(staff->code);
	if (length == 0 || length >= DESK_STAFF_SIZE ||
		strspn(staff->code, "abcdefghijklmnopqrstuvwxyz0123456789.-_") != length) {
		return RESULT_FIELD_RANGE;
	}
	if (text_is_blank(staff->name)) {
		return RESULT_FIELD_REQUIRED;
	}
	return text_check(staff->name, strlen(staff->name), sizeof staff->name);
}
