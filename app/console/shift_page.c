/* Which page stands under the top bar, and what it knows. */
#include "app/console/shift_parts.h"

#include "app/base/text.h"

#include <string.h>

/* A page more: its place in enum shift_page, its row here, its frame in screen.c. */
static const struct shift_tab tabs[SHIFT_PAGES] = {
	[SHIFT_PAGE_QUEUE] = {"page.queue", "account-multiple", "f2", "F2", "console.page.queue",
		false},
	[SHIFT_PAGE_REPORT] = {"page.report", "chart-bar", "f3", "F3", "console.page.report",
		false},
	[SHIFT_PAGE_OFFICE] = {"page.office", "settings", "f4", "F4", "console.page.office", true},
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
	       shift->sheet.kind != SHEET_NONE || shift->hall.page != HALL_CLOSED;
}

void shift_ask_page(struct shift *shift, int64_t ticks)
{
	struct desk_request wanted = {0};
	if (!reporting_ask(&shift->reporting, ticks, &wanted)) {
		return;
	}
	struct desk_request *request = shift_ask(shift, wanted.act, false, ticks);
	text_copy(request->date, sizeof(request->date), wanted.date);
	text_copy(request->date_to, sizeof(request->date_to), wanted.date_to);
	shift->reporting.tag = request->tag;
}

void shift_leave_page(struct shift *shift)
{
	shift->page = SHIFT_PAGE_QUEUE;
	reporting_close(&shift->reporting);
	setup_close(&shift->setup);
}

static void open_page(struct shift *shift, int page)
{
	if (!shift_can_show(shift, page) || page == (int)shift->page) {
		return;
	}
	shift_leave_page(shift);
	shift->page = (enum shift_page)page;
	if (shift->page == SHIFT_PAGE_REPORT) {
		struct report_scope scope =
			report_scope_of(shift->office, shift_person(shift)->role, shift->counter);
		reporting_open(&shift->reporting, &scope, shift->view->service_date);
	}
	if (shift->page == SHIFT_PAGE_OFFICE) {
		setup_open(&shift->setup, shift->view->now_ms);
	}
}

static void ask_save(struct shift *shift, int format, int64_t ticks)
{
	struct desk_request wanted = {0};
	if (!reporting_save(&shift->reporting, format, &wanted)) {
		return;
	}
	struct desk_request *request = shift_ask(shift, wanted.act, false, ticks);
	request->id = wanted.id;
	text_copy(request->date, sizeof(request->date), wanted.date);
	text_copy(request->date_to, sizeof(request->date_to), wanted.date_to);
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
	shift->reporting.save_tag = request->tag;
}

void shift_act_page(struct shift *shift, struct shift_action action, int64_t ticks)
{
	struct reporting *reporting = &shift->reporting;
	switch (action.act) {
	case SHIFT_PAGE: open_page(shift, action.index); break;
	case SHIFT_REPORT_SPAN: reporting_choose(reporting, action.index); break;
	case SHIFT_REPORT_STEP: reporting_step(reporting, action.index); break;
	case SHIFT_REPORT_PART: reporting_show(reporting, (enum reporting_part)action.index); break;
	case SHIFT_REPORT_TURN: reporting_turn(reporting, action.index); break;
	case SHIFT_REPORT_SAVE: ask_save(shift, action.index, ticks); break;
	default: break;
	}
	shift_ask_page(shift, ticks);
}

/* The newest picture: who is called here is on the queue's page, and what a report says of today
 * may have changed. */
void shift_follow_page(struct shift *shift, int64_t was_called, int64_t ticks)
{
	const struct view_counter *counter = shift_counter(shift);
	if (shift->phase != SHIFT_DESK) {
		shift_leave_page(shift);
	} else if (counter != NULL && counter->state == VIEW_CALLED &&
		   counter->ticket.id != was_called) {
		shift_leave_page(shift);
	}
	reporting_follow(&shift->reporting, shift->view->service_date);
	shift_ask_page(shift, ticks);
}

void shift_hear_report(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	if (shift->view != NULL) {
		reporting_hear(
			&shift->reporting, message, shift->office, shift->view->now_ms, ticks);
	}
	shift_ask_page(shift, ticks);
}

void shift_hear_export(struct shift *shift, const struct desk_message *message, int64_t ticks)
{
	if (reporting_noted(&shift->reporting, message->tag, message->result) &&
		message->result != RESULT_OK) {
		shift_saved(shift, &(struct saved){.result = message->result}, ticks);
	}
}

bool shift_take_save(struct shift *shift, enum report_format *out_format)
{
	bool wanted = shift->reporting.wants_file;
	*out_format = shift->reporting.format;
	shift->reporting.wants_file = false;
	return wanted;
}

void shift_saved(struct shift *shift, const struct saved *saved, int64_t ticks)
{
	char key[SHIFT_NOTICE_SIZE] = "report.busy";
	shift->reporting.saving = shift->reporting.saving && saved->slip;
	if (saved->result != RESULT_OK) {
		text_format(key, sizeof(key), "result.%s", result_key(saved->result));
	}
	if (saved->result != RESULT_OK || saved->busy) {
		shift_notice(shift, key, saved->path, ticks);
		return;
	}
	shift_notice_done(shift,
		saved->slip        ? "console.appointment.printed"
		: !saved->printed  ? "report.saved"
		: saved->confirmed ? "report.printed"
				   : "report.sent",
		saved->path, ticks);
}
