/* Help at the kiosk, visits without a number, numbers given up, suggestions and complaints. */
#include "app/simulate/mirror.h"

#include "app/base/text.h"
#include "app/desk/flows.h"

#include <string.h>

static const struct attempt_rule rule = {DESK_CANCELS, DESK_TRIES_MS};

/* ---- what was left with the office ---- */

struct mirror_note *mirror_find_note(
	struct mirror *mirror, enum mirror_note_kind kind, int visitor, const char *date)
{
	for (int i = mirror->note_count; i > 0; i--) {
		struct mirror_note *note = &mirror->notes[i - 1];
		if (note->kind == kind && note->visitor == visitor &&
			(date == NULL || strcmp(note->date, date) == 0)) {
			return note;
		}
	}
	return NULL;
}

static void keep(struct mirror *mirror, enum mirror_note_kind kind, int visitor)
{
	if (mirror->note_count == MIRROR_NOTES) {
		mirror->note_count--;
		memmove(&mirror->notes[0], &mirror->notes[1],
			(MIRROR_NOTES - 1) * sizeof mirror->notes[0]);
	}
	struct mirror_note *note = &mirror->notes[mirror->note_count++];
	*note = (struct mirror_note){.kind = kind, .visitor = visitor, .told = true};
	text_copy(note->date, sizeof note->date, mirror->date);
}

static void receive(struct mirror *mirror, const struct intent *intent, int64_t now,
	struct mirror_answer *answer)
{
	const struct office *office = mirror->office;
	if (intent->service >= office->service_count) {
		mirror_refuse(answer, RESULT_SERVICE_UNKNOWN);
		return;
	}
	if (mirror_find_note(mirror, MIRROR_VISIT, intent->visitor, mirror->date) != NULL) {
		answer->silent = true;
		return;
	}
	const struct office_service *service = &office->services[intent->service];
	enum result result = service->withheld    ? RESULT_SERVICE_WITHHELD
			     : service->reception ? mirror_check_open(mirror, intent, now)
						  : RESULT_SERVICE_TICKETED;
	if (result != RESULT_OK) {
		mirror_refuse(answer, result);
		return;
	}
	keep(mirror, MIRROR_VISIT, intent->visitor);
	mirror->received++;
}

static void complain(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	if (intent->argument == INTENT_NO_WORDS) {
		mirror_refuse(answer, RESULT_FIELD_REQUIRED);
	} else if (mirror_find_note(mirror, MIRROR_COMPLAINT, intent->visitor, mirror->date) !=
		   NULL) {
		answer->silent = true;
	} else {
		keep(mirror, MIRROR_COMPLAINT, intent->visitor);
		mirror->complaints_new++;
	}
}

static void move_complaint(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_note *note =
		mirror_find_note(mirror, MIRROR_COMPLAINT, intent->visitor, NULL);
	enum complaint_state state = (enum complaint_state)intent->argument;
	if (note == NULL || !note->told) {
		mirror_refuse(answer, RESULT_COMPLAINT_UNKNOWN);
	} else if (note->state == state) {
		answer->silent = true;
	} else {
		mirror->complaints_new += (state == COMPLAINT_NEW) - (note->state == COMPLAINT_NEW);
		note->state = state;
	}
}

/* ---- the own number ---- */

static void withdraw(struct mirror *mirror, const struct intent *intent, int64_t ticket,
	int64_t now, struct mirror_answer *answer)
{
	struct attempt *tries = &mirror->tries[intent->program - 1];
	struct intent cancel = *intent;
	cancel.act = INTENT_CANCEL;
	cancel.counter = 0;
	if (!attempt_is_allowed(tries, &rule, now)) {
		mirror_refuse(answer, RESULT_TRY_LATER);
	} else if (mirror_find(mirror, intent->visitor) < 0 || intent->argument != 0) {
		attempt_add(tries, &rule, now);
		mirror_refuse(answer, RESULT_CODE_WRONG);
	} else {
		mirror_move(mirror, &cancel, ticket, now, answer);
	}
}

/* ---- help ---- */

bool mirror_help_is_open(const struct mirror *mirror, const struct mirror_help *help)
{
	return help->date[0] != '\0' && help_is_open(help->state) &&
	       strcmp(help->date, mirror->date) == 0;
}

static void ask(struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_help *help = &mirror->helps[intent->program - 1];
	if (mirror_help_is_open(mirror, help)) {
		answer->silent = true;
		return;
	}
	*help = (struct mirror_help){.visitor = intent->visitor};
	text_copy(help->date, sizeof help->date, mirror->date);
}

/* Of any day: nobody came, and the kiosk is left. */
static void need_nobody(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_help *help = &mirror->helps[intent->program - 1];
	answer->silent = help->date[0] == '\0' || !help_is_open(help->state);
	help->state = answer->silent ? help->state : HELP_WITHDRAWN;
}

bool mirror_find_help(struct mirror *mirror, const struct intent *intent,
	struct mirror_answer *answer, struct mirror_help **out_help)
{
	const struct mirror_counter *counter = mirror_counter(mirror, intent->counter);
	struct mirror_help *help = &mirror->helps[intent->argument - 1];
	*out_help = help;
	if (counter == NULL) {
		return mirror_refuse(answer, RESULT_COUNTER_UNKNOWN);
	}
	if (counter->state == MIRROR_CLOSED) {
		return mirror_refuse(answer, RESULT_COUNTER_CLOSED);
	}
	if (!mirror_help_is_open(mirror, help)) {
		/* One that is over, or one that was never asked for: the clerk knows either. */
		(void)mirror_refuse(answer, RESULT_HELP_UNKNOWN);
		answer->results[answer->result_count++] = RESULT_HELP_STATE;
		return false;
	}
	return help->counter == 0 || help->counter == intent->counter ||
	       mirror_refuse(answer, RESULT_HELP_STATE);
}

static void help_by_clerk(
	struct mirror *mirror, const struct intent *intent, struct mirror_answer *answer)
{
	struct mirror_help *help;
	if (!mirror_find_help(mirror, intent, answer, &help)) {
		return;
	}
	bool takes = intent->act == INTENT_TAKE_HELP;
	answer->silent = takes && help->state == HELP_TAKEN;
	help->state = takes ? HELP_TAKEN : HELP_DONE;
	help->counter = intent->counter;
}

void mirror_flow(struct mirror *mirror, const struct intent *intent, int64_t ticket, int64_t now,
	struct mirror_answer *answer)
{
	switch (intent->act) {
	case INTENT_RECEIVE: receive(mirror, intent, now, answer); break;
	case INTENT_WITHDRAW: withdraw(mirror, intent, ticket, now, answer); break;
	case INTENT_ASK_HELP: ask(mirror, intent, answer); break;
	case INTENT_NEED_NOBODY: need_nobody(mirror, intent, answer); break;
	case INTENT_COMPLAIN: complain(mirror, intent, answer); break;
	case INTENT_MOVE_COMPLAINT: move_complaint(mirror, intent, answer); break;
	default: help_by_clerk(mirror, intent, answer); break;
	}
}
