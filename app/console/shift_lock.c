/* A desk that is locked, by itself or by its clerk, and handed over: the counter goes on, with its
 * visitor and its clock, but nothing of the visitor is shown before a PIN was right. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

const struct desk_staff *shift_entering(const struct shift *shift)
{
	return shift->locked ? &shift->staff[shift->relief] : shift_person(shift);
}

static bool can_lock(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return shift->phase == SHIFT_DESK && !shift->locked && shift->chosen >= 0 &&
	       counter != NULL && counter->state != VIEW_CLOSED;
}

int64_t shift_lock_at(const struct shift *shift)
{
	return can_lock(shift) && shift->lock_ms > 0 && shift->pending == 0
		       ? shift->alive_ms + shift->lock_ms
		       : INT64_MAX;
}

void shift_lock(struct shift *shift, int64_t ticks)
{
	if (!can_lock(shift)) {
		return;
	}
	shift_rest(shift, ticks); /* nobody is called to a desk that nobody keeps */
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->menu = shift->devices = false;
	shift->sheet = (struct sheet){.kind = SHEET_NONE};
	if (shift->page == SHIFT_PAGE_OFFICE) {
		shift_leave_page(shift); /* it had asked for the head's PIN */
	}
	shift->locked = true;
	shift->handing = false;
	shift->relief = shift->chosen;
	shift->locked_ms = ticks;
}

int64_t shift_handing_until(const struct shift *shift)
{
	return shift->locked && shift->handing && shift->pending == 0
		       ? shift->alive_ms + SHIFT_HANDING_MS
		       : INT64_MAX;
}

void shift_give_up_handing(struct shift *shift)
{
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->handing = false;
	shift->relief = shift->chosen;
}

void shift_unlock(struct shift *shift)
{
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->sheet = (struct sheet){.kind = SHEET_NONE};
	shift->locked = shift->handing = false;
}

void shift_hand_to(struct shift *shift, int place, int64_t ticks)
{
	bool handing = !shift->locked || shift->handing;
	if (place < 0 || (size_t)place >= shift->staff_count) {
		return;
	}
	shift_lock(shift, ticks);
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->handing = handing;
	shift->relief = place;
}

void shift_relieve(struct shift *shift, int64_t ticks)
{
	shift->staff[shift->relief].has_pin = true;
	if (shift->relief == shift->chosen) {
		shift_unlock(shift);
		return;
	}
	struct desk_request *request = shift_ask(shift, DESK_HAND_OVER, true, ticks);
	text_copy(request->staff, sizeof(request->staff), shift->staff[shift->relief].code);
}

void shift_relieved(struct shift *shift)
{
	if (shift->chosen != shift->relief) {
		shift_leave_page(shift); /* what was open was for the other one's role */
		shift_close_hall(shift);
		shift_forget_late(shift);
	}
	shift->chosen = shift->relief;
	shift_unlock(shift);
}

/* Back to the clerk's own PIN; or, where the clerk had begun to hand over, to the desk. */
static void go_back(struct shift *shift)
{
	if (shift->handing) {
		shift_unlock(shift);
		return;
	}
	shift_wipe_pins(shift);
	shift_forget_notice(shift);
	shift->relief = shift->chosen;
}

void shift_act_locked(struct shift *shift, struct shift_action action, int64_t ticks)
{
	switch (action.act) {
	case SHIFT_DIGIT:
	case SHIFT_ERASE:
	case SHIFT_ENTER: shift_act_pin(shift, action, ticks); break;
	case SHIFT_SHEET:
		if (action.index == SHEET_RELIEF) {
			shift_act_sheet(shift, action, ticks);
		}
		break;
	case SHIFT_SHEET_MOVE:
	case SHIFT_SHEET_CHOOSE:
	case SHIFT_SHEET_LEAVE: shift_act_sheet(shift, action, ticks); break;
	case SHIFT_LEAVE: go_back(shift); break;
	default: break;
	}
}
