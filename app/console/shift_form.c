/* The guest book at the console: whose it is, and what becomes of it. */
#include "app/console/shift_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <inttypes.h>

static bool is_own(const struct shift *shift, const struct help *help)
{
	return help->state == HELP_TAKEN && help->counter == shift->counter;
}

static const struct view_counter *find_visitor(const struct shift *shift)
{
	const struct view_counter *counter = shift_counter(shift);
	return counter != NULL && counter->ticket.id != 0 &&
			       (counter->state == VIEW_CALLED || counter->state == VIEW_SERVING)
		       ? counter
		       : NULL;
}

bool shift_can_write(const struct shift *shift, enum shift_form which)
{
	if (shift->office == NULL || shift->view == NULL) {
		return false;
	}
	bool helps = shift_is_helping(shift), visitor = find_visitor(shift) != NULL;
	return which == SHIFT_FORM_HELP      ? helps
	       : which == SHIFT_FORM_VISITOR ? visitor
					     : helps || visitor;
}

static void open_form(struct shift *shift, enum shift_form which)
{
	const struct view_counter *counter = find_visitor(shift);
	if (shift->form.kind != FORM_CLOSED || !shift_can_write(shift, which)) {
		return;
	}
	bool helps = shift_is_helping(shift) && which != SHIFT_FORM_VISITOR;
	if (helps) {
		form_open_help(&shift->form, shift->office, shift_help(shift)->id);
	} else {
		form_open_ticket(&shift->form, shift->office, &counter->ticket,
			shift->view->has_guest ? &shift->view->guest : NULL);
	}
}

/* The call's own token, as of the number that is issued without a form. */
void shift_issue_for(struct shift *shift, int64_t help, int service, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, DESK_HELP_ISSUE, true, ticks);
	request->id = help;
	request->issue.service = service;
	request->issue.print = true;
	text_format(request->issue.token, sizeof(request->issue.token), "help-%" PRId64, help);
	if (shift->form.kind == FORM_HELP) {
		request->issue.with_guest = true;
		request->issue.guest = shift->form.guest;
	}
}

static void save(struct shift *shift, int year, int64_t ticks)
{
	struct form *form = &shift->form;
	if (!form_check(form, shift->office, year)) {
		return;
	}
	if (form->kind == FORM_HELP) {
		shift_issue_for(shift, form->id, form->service, ticks);
		return;
	}
	struct desk_request *request = shift_ask(shift, DESK_WRITE_GUEST, true, ticks);
	request->id = form->id;
	request->issue.guest = form->guest;
	text_copy(request->word, sizeof(request->word), form_reason_code(form));
}

static int year_of(const struct shift *shift)
{
	struct calendar_local local;
	calendar_split(shift->office, shift->view->now_ms, &local);
	return local.year;
}

void shift_act_form(struct shift *shift, struct shift_action action, int64_t ticks)
{
	struct form *form = &shift->form;
	const struct office *office = shift->office;
	if (action.act == SHIFT_FORM) {
		open_form(shift, (enum shift_form)action.index);
		return;
	}
	if (form->kind == FORM_CLOSED) {
		return;
	}
	int year = year_of(shift);
	switch (action.act) {
	case SHIFT_FORM_FOCUS: form_focus(form, office, action.index, year); break;
	case SHIFT_FORM_MOVE: form_move(form, office, action.index, year); break;
	case SHIFT_FORM_STEP: form_step(form, office, action.index); break;
	case SHIFT_FORM_CHOOSE: form_choose(form, office, action.index); break;
	case SHIFT_FORM_ERASE: form_erase(form); break;
	case SHIFT_FORM_SAVE: save(shift, year, ticks); break;
	case SHIFT_FORM_LEAVE:
		if (form_leave(form)) {
			form_close(form);
		}
		break;
	default: break;
	}
}

void shift_type(struct shift *shift, const char *text, int64_t ticks)
{
	shift->alive_ms = ticks;
	if (shift->form.kind != FORM_CLOSED && shift->pending == 0) {
		form_type(&shift->form, shift->office, text);
	} else if (shift->sheet.writes && shift->pending == 0) {
		sheet_type(&shift->sheet, text);
	} else if (shift->page == SHIFT_PAGE_OFFICE && !shift_is_covered(shift)) {
		setup_type(&shift->setup, text);
	}
}

/* Whether what the form is about is still there. */
static bool is_about_somebody(const struct shift *shift)
{
	const struct form *form = &shift->form;
	const struct view_counter *visitor = find_visitor(shift);
	if (form->kind != FORM_HELP) {
		return visitor != NULL && visitor->ticket.id == form->id &&
		       visitor->ticket.service == form->service;
	}
	for (int i = 0; i < shift->view->help_count; i++) {
		if (shift->view->helps[i].id == form->id) {
			return is_own(shift, &shift->view->helps[i]);
		}
	}
	return false;
}

void shift_follow_form(struct shift *shift, int64_t ticks)
{
	bool writes = shift->pending != 0 && (shift->pending_act == DESK_HELP_ISSUE ||
						     shift->pending_act == DESK_WRITE_GUEST);
	if (shift->form.kind != FORM_CLOSED && !writes &&
		(shift->phase != SHIFT_DESK || !is_about_somebody(shift))) {
		form_close(&shift->form);
		shift_notice(shift, "console.form.gone", "", ticks);
	}
}

void shift_saved_form(struct shift *shift, const char *number, int64_t ticks)
{
	if (shift->form.kind == FORM_SIGN || shift->form.kind == FORM_CORRECT) {
		shift_notice_done(shift, "console.form.saved", number, ticks);
	}
	form_close(&shift->form);
}
