/* Broken promises of earlier days that have no reason yet (desk_list_late): what the day's own
 * question left open is asked when the clerk comes again, one after the other, never in the way. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

#include <string.h>

void shift_ask_late(struct shift *shift, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, DESK_LIST_LATE, false, ticks);
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
	shift->late_tag = request->tag;
}

void shift_forget_late(struct shift *shift)
{
	shift->late_tag = 0;
	shift->late_count = 0;
	shift->asks_late = false;
}

bool shift_has_late(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return shift->phase == SHIFT_DESK && shift->late_count > 0 && counter != NULL &&
	       counter->state != VIEW_CALLED && counter->state != VIEW_SERVING;
}

bool shift_late_is_yesterdays(const struct shift *shift)
{
	char yesterday[CALENDAR_DATE_SIZE];
	calendar_date(shift->office, shift->view->now_ms - INT64_C(86400000), yesterday);
	return shift->late_count > 0 && strcmp(shift->late[0].service_date, yesterday) == 0;
}

/* The list that was asked for last; who has begun to answer is asked on. */
void shift_take_late(struct shift *shift, const struct desk_message *message)
{
	if (message->tag != shift->late_tag || message->result != RESULT_OK) {
		return;
	}
	shift->late_count = message->late_count;
	memcpy(shift->late, message->late, sizeof(shift->late));
	bool asks = shift->asks_late && shift_has_late(shift) && !shift_is_covered(shift) &&
		    shift->page == SHIFT_PAGE_QUEUE && !shift->locked;
	shift->asks_late = false;
	if (asks) {
		shift_open_late(shift);
	}
}

void shift_open_late(struct shift *shift)
{
	const struct desk_late *late = &shift->late[0];
	shift->sheet = (struct sheet){.kind = SHEET_BEFORE,
		.at = SHEET_NOWHERE,
		.counter = shift->counter,
		.ticket = late->ticket,
		.segment = late->segment,
		.service = late->service};
	text_copy(shift->sheet.number, sizeof(shift->sheet.number), late->number);
	text_copy(shift->sheet.date, sizeof(shift->sheet.date), late->service_date);
}
