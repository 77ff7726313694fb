/* Which page stands under the top bar, and what it knows. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

#include <stdlib.h>
#include <string.h>

/* A page more: its place in enum shift_page, its row here, its frame in screen.c. */
static const struct shift_tab tabs[SHIFT_PAGES] = {
	[SHIFT_PAGE_QUEUE] = {"page.queue", "account-multiple", "f2", "F2", "console.page.queue",
		false},
	[SHIFT_PAGE_REPORT] = {"page.report", "chart-bar", "f3", "F3", "console.page.report",
		false},
};

const struct shift_tab *shift_tab(enum shift_page page)
{
	return &tabs[page];
}

bool shift_can_show(const struct shift *shift, int page)
{
	const struct desk_staff *person = shift_person(shift);
	return shift->phase == SHIFT_DESK && person != NULL && page >= 0 && page < SHIFT_PAGES &&
	       (!tabs[page].head_only || person->role == DESK_HEAD);
}

bool shift_is_covered(const struct shift *shift)
{
	return shift->menu || shift->devices || shift->form.kind != FORM_CLOSED ||
	       shift->sheet.kind != SHEET_NONE;
}

static void ask_record(struct shift *shift, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, DESK_READ_RECORD, false, ticks);
	text_copy(request->date, sizeof(request->date), shift->view->service_date);
	shift->record_tag = request->tag;
}

static void forget_record(struct shift *shift)
{
	if (shift->record != NULL) {
		desk_record_finish(shift->record);
		free(shift->record);
		shift->record = NULL;
	}
	shift->record_tag = 0;
}

void shift_leave_page(struct shift *shift)
{
	shift->page = SHIFT_PAGE_QUEUE;
	forget_record(shift);
}

void shift_act_page(struct shift *shift, int page, int64_t ticks)
{
	if (!shift_can_show(shift, page) || page == (int)shift->page) {
		return;
	}
	shift_leave_page(shift);
	shift->page = (enum shift_page)page;
	if (shift->page == SHIFT_PAGE_REPORT) {
		ask_record(shift, ticks);
	}
}

/* The newest picture: who is called here is on the queue's page, and what a report says of today
 * may have changed. A picture that comes before the last answer asks for nothing more. */
void shift_follow_page(struct shift *shift, int64_t was_called, int64_t ticks)
{
	const struct view_counter *counter = shift_counter(shift);
	if (shift->phase != SHIFT_DESK) {
		shift_leave_page(shift);
	} else if (counter != NULL && counter->state == VIEW_CALLED &&
		   counter->ticket.id != was_called) {
		shift_leave_page(shift);
	}
	if (shift->page == SHIFT_PAGE_REPORT && shift->record_tag == 0) {
		ask_record(shift, ticks);
	}
}

void shift_hear_record(struct shift *shift, struct desk_message *message)
{
	if (message->tag != shift->record_tag || shift->record_tag == 0) {
		return;
	}
	shift->record_tag = 0;
	if (message->record != NULL) {
		forget_record(shift);
		shift->record = message->record;
		message->record = NULL;
	}
}
