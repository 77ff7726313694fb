/* The duty roster: who is to be at which counter on a day. */
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/room.h"

static json_t *duty_json(const struct desk_duty *duty)
{
	return json_pack("{s:i, s:s, s:s}", "counter", duty->counter, "staff", duty->staff, "name",
		duty->name);
}

static int show_roster(struct admin *admin, const char *date)
{
	struct desk_duty duties[OFFICE_COUNTERS];
	char number[16];
	size_t count = 0;
	enum result result = desk_list_duty(admin->desk, date, duties, OFFICE_COUNTERS, &count);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, date);
	}
	if (admin_flag(admin, OPTION_JSON)) {
		json_t *list = json_array();
		for (size_t i = 0; i < count; i++) {
			json_array_append_new(list, duty_json(&duties[i]));
		}
		return output_json(admin, json_pack("{s:o}", "roster", list));
	}
	int status = count == 0 ? output_line(admin, "admin.roster.none", NULL, 0) : ADMIN_DONE;
	for (size_t i = 0; i < count && status == ADMIN_DONE; i++) {
		text_format(number, sizeof number, "%d", duties[i].counter);
		status = output_say(
			admin, "admin.roster.line", number, duties[i].name, duties[i].staff);
	}
	return status;
}

int admin_roster(struct admin *admin)
{
	int counter = 0;
	const char *date = NULL;
	const char *staff = admin_value(admin, OPTION_STAFF);
	bool clears = admin_flag(admin, OPTION_RESET);
	bool sets = admin_value(admin, OPTION_COUNTER) != NULL;
	if (!admin_date(admin, OPTION_DATE, &date)) {
		return ADMIN_USAGE;
	}
	if (sets != (staff != NULL || clears) || (staff != NULL && clears)) {
		return admin_misuse(admin, "admin.roster.which", "");
	}
	if (sets) {
		if (!admin_counter(admin, &counter)) {
			return ADMIN_USAGE;
		}
		enum result result = desk_set_duty(admin->desk, NULL, date, counter, staff);
		if (result != RESULT_OK) {
			return admin_refuse(admin, result, staff);
		}
	}
	return show_roster(admin, date);
}
