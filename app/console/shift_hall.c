/* The large panel over the desk: when a page of it can be shown, and what is done there. */
#include "app/console/shift_parts.h"

bool shift_can_enter(const struct shift *shift, enum hall_page page)
{
	if (shift->phase != SHIFT_DESK || shift->view == NULL || shift->office == NULL) {
		return false;
	}
	switch (page) {
	case HALL_VISITOR: return shift->view->visit.ticket != 0;
	default: return false;
	}
}

void shift_act_hall(struct shift *shift, struct shift_action action)
{
	struct hall *hall = &shift->hall;
	enum hall_page page = (enum hall_page)action.index;
	if (action.act == SHIFT_HALL_LEAVE) {
		*hall = (struct hall){.page = HALL_CLOSED};
	} else if (action.act == SHIFT_HALL && shift_can_enter(shift, page)) {
		shift->menu = shift->devices = false;
		*hall = (struct hall){.page = page};
	}
}

void shift_follow_hall(struct shift *shift)
{
	if (shift->hall.page != HALL_CLOSED && !shift_can_enter(shift, shift->hall.page)) {
		shift->hall = (struct hall){.page = HALL_CLOSED};
	}
}
