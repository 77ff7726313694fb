/* Office time beside the computer's clock, and setting it right. */
#include "app/admin/output.h"
#include "app/admin/pin.h"
#include "app/base/memory.h"

#include <stdio.h>
#include <stdlib.h>

static enum result look(struct admin *admin, enum desk_clock *out_clock)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	enum result result = desk_view(admin->desk, 0, view);
	*out_clock = view->clock;
	free(view);
	return result;
}

static void print_clock(struct admin *admin, const struct instant *now, enum desk_clock clock)
{
	const struct office *office = desk_office(admin->desk);
	char ours[CALENDAR_TIME_SIZE], theirs[CALENDAR_TIME_SIZE];
	calendar_format(office, now->office_ms, ours);
	calendar_format(office, now->wall_ms, theirs);
	output_say(admin, "admin.clock.times", ours, theirs);
	switch (clock) {
	case DESK_CLOCK_BEHIND: output_say(admin, "admin.clock.behind", ""); break;
	case DESK_CLOCK_AHEAD: output_say(admin, "admin.clock.ahead", ""); break;
	default:
		output_say(admin,
			desk_is_training(admin->desk) ? "admin.clock.training"
						      : "admin.clock.right",
			"");
	}
}

int admin_clock(struct admin *admin)
{
	const struct office *office = desk_office(admin->desk);
	enum desk_clock clock = DESK_CLOCK_RIGHT;
	struct instant now;
	enum result result = look(admin, &clock);
	if (result != RESULT_OK) {
		return admin_refuse(admin, result, NULL);
	}
	desk_now(admin->desk, &now);
	if (admin_flag(admin, OPTION_JSON)) {
		return output_json(admin,
			json_pack("{s:o, s:o, s:s, s:b}", "office",
				output_time(office, now.office_ms), "wall",
				output_time(office, now.wall_ms), "clock", output_clock_name(clock),
				"training", desk_is_training(admin->desk)));
	}
	print_clock(admin, &now, clock);
	return ADMIN_DONE;
}

int admin_clock_set(struct admin *admin)
{
	const char *staff = admin_value(admin, OPTION_STAFF);
	char pin[DESK_PIN_MAX + 1] = "";
	if (admin_flag(admin, OPTION_AT)) {
		/* There is no other clock to take the time from. */
		return admin_misuse(admin, "admin.option_not_here", option_name(OPTION_AT));
	}
	int status = pin_ask(admin, staff, pin);
	if (status == ADMIN_DONE) {
		enum result result = desk_set_clock(admin->desk, staff, pin);
		status = result == RESULT_OK ? ADMIN_DONE : admin_refuse(admin, result, staff);
	}
	memory_wipe(pin, sizeof pin);
	return status == ADMIN_DONE ? admin_clock(admin) : status;
}
