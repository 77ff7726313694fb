/* The paper of the printers: what each roll has fed, and a new one. */
#include "app/admin/output.h"
#include "app/base/text.h"
#include "app/desk/rolls.h"

#include <inttypes.h>
#include <string.h>

enum { ROLLS = 32, COUNT_TEXT = 24 };

static json_t *roll_json(const struct office *office, const struct desk_roll *roll)
{
	int left = roll_slips_left(&roll->roll);
	json_t *json = json_pack("{s:s, s:o, s:I, s:i, s:o, s:b}", "device", roll->device, "since",
		output_time(office, roll->roll.since_ms), "fed_mm", (json_int_t)roll->roll.fed_mm,
		"slips", roll->roll.slips, "roll_mm", output_number(roll->roll.length_mm),
		"in_doubt", roll->roll.in_doubt);
	json_object_set_new(
		json, "slips_left", left == ROLL_UNKNOWN ? json_null() : json_integer(left));
	return json;
}

static const char *say_metres(const struct admin *admin, int64_t mm, char *out_text, size_t size)
{
	char whole[COUNT_TEXT], tenth[COUNT_TEXT];
	text_format(whole, sizeof whole, "%" PRId64, mm / 1000);
	text_format(tenth, sizeof tenth, "%" PRId64, mm / 100 % 10);
	return language_with(admin->language, "admin.roll.metres", out_text, size, whole, tenth);
}

static int print_roll(struct admin *admin, const struct desk_roll *roll)
{
	const struct office *office = desk_office(admin->desk);
	char fed[48], slips[COUNT_TEXT], left[COUNT_TEXT], clock[16], date[CALENDAR_DATE_SIZE];
	int count = roll_slips_left(&roll->roll);
	calendar_date(office, roll->roll.since_ms, date);
	text_format(slips, sizeof slips, "%d", roll->roll.slips);
	text_format(left, sizeof left, "%d", count);
	return output_say(admin, count == ROLL_UNKNOWN ? "admin.roll.fed" : "admin.roll.left",
		roll->device, say_metres(admin, roll->roll.fed_mm, fed, sizeof fed), slips, date,
		output_clock(office, roll->roll.since_ms, clock), left);
}

static int show_rolls(struct admin *admin, const struct desk_roll *rolls, size_t count)
{
	if (admin_flag(admin, OPTION_JSON)) {
		json_t *list = json_array();
		for (size_t i = 0; i < count; i++) {
			json_array_append_new(list, roll_json(desk_office(admin->desk), &rolls[i]));
		}
		return output_json(admin, json_pack("{s:o}", "rolls", list));
	}
	int status = count == 0 ? output_line(admin, "admin.roll.none", NULL, 0) : ADMIN_DONE;
	for (size_t i = 0; i < count && status == ADMIN_DONE; i++) {
		status = print_roll(admin, &rolls[i]);
	}
	return status;
}

/* Keeps only the roll of `device`; false when it is not among them. */
static bool choose(struct desk_roll *rolls, size_t *count, const char *device)
{
	for (size_t i = 0; i < *count; i++) {
		if (strcmp(rolls[i].device, device) == 0) {
			rolls[0] = rolls[i];
			*count = 1;
			return true;
		}
	}
	return false;
}

int admin_roll(struct admin *admin)
{
	struct desk_roll rolls[ROLLS];
	size_t count = 0;
	const char *device = admin_value(admin, OPTION_DEVICE);
	bool renews = admin_flag(admin, OPTION_RESET);
	enum result result = desk_list_rolls(admin->desk, rolls, ROLLS, &count);
	if (result == RESULT_OK && renews) {
		if (device == NULL && count != 1) {
			return admin_misuse(admin, "admin.roll.which", "");
		}
		device = device != NULL ? device : rolls[0].device;
		result = desk_renew_roll(admin->desk, NULL, device);
	}
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, device);
	}
	if (renews && !admin_flag(admin, OPTION_JSON)) {
		return output_say(admin, "admin.roll.renewed", device);
	}
	if (renews) {
		result = desk_list_rolls(admin->desk, rolls, ROLLS, &count);
	}
	if (result == RESULT_OK && device != NULL && !choose(rolls, &count, device)) {
		result = RESULT_DEVICE_UNKNOWN;
	}
	return result == RESULT_OK ? show_rolls(admin, rolls, count)
				   : admin_refuse(admin, result, device);
}
