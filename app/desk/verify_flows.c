#include "app/desk/verify_flows.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "db/help_rows.h"
#include "db/reception_rows.h"
#include "db/withdrawal_rows.h"

#include <string.h>

static struct flow_call *find_call(const struct flow_trial *trial, int64_t id)
{
	for (size_t i = trial->call_count; i > 0; i--) {
		if (trial->calls[i - 1].help.id == id) {
			return &trial->calls[i - 1];
		}
	}
	return NULL;
}

static bool check_received(struct desk *desk, const struct event *event)
{
	struct reception_row row;
	return event->with_service && reception_rows_get(desk->store, event->refers, &row) &&
	       row.service == event->service && row.party == event->party;
}

/* Earlier versions let staff give the same word as a reason: those have no row. */
static bool check_withdrawn(struct flow_trial *trial, struct desk *desk, const struct event *event)
{
	int64_t at_ms = withdrawal_rows_get(desk->store, event->ticket);
	trial->withdrawn += at_ms != TICKET_NEVER;
	return at_ms == TICKET_NEVER || at_ms == event->at.office_ms;
}

static bool ask(struct flow_trial *trial, const struct event *event)
{
	if (find_call(trial, event->refers) != NULL) {
		return false;
	}
	trial->calls = memory_resized(trial->calls, trial->call_count + 1, sizeof *trial->calls);
	struct flow_call *call = &trial->calls[trial->call_count++];
	*call = (struct flow_call){.event = event->id};
	call->help.id = event->refers;
	call->help.asked_ms = event->at.office_ms;
	text_copy(call->help.device, sizeof call->help.device, event->device);
	text_copy(call->help.service_date, sizeof call->help.service_date, event->service_date);
	return true;
}

static bool take(struct flow_trial *trial, const struct event *event)
{
	struct flow_call *call = find_call(trial, event->refers);
	if (call == NULL || call->help.state != HELP_ASKED || event->counter == 0) {
		return false;
	}
	call->help.state = HELP_TAKEN;
	call->help.counter = event->counter;
	call->event = event->id;
	return true;
}

static bool leave(const struct flow_trial *trial, const struct event *event)
{
	const struct flow_call *call = find_call(trial, event->refers);
	return call != NULL && help_is_open(call->help.state);
}

static bool end(struct flow_trial *trial, const struct event *event)
{
	struct flow_call *call = find_call(trial, event->refers);
	if (call == NULL || !help_is_open(call->help.state)) {
		return false;
	}
	call->help.state = help_state_find(event->detail);
	call->help.counter = event->counter != 0 ? event->counter : call->help.counter;
	call->help.ticket = event->ticket;
	call->event = event->id;
	return !help_is_open(call->help.state);
}

const char *flow_trial_add(struct flow_trial *trial, struct desk *desk, const struct event *event)
{
	bool right = true;
	switch (event->kind) {
	case EVENT_CANCELLED:
		if (strcmp(event->detail, ACT_WITHDRAWN) != 0 || event->counter != 0) {
			return NULL;
		}
		return check_withdrawn(trial, desk, event) ? NULL : "withdrawal";
	case EVENT_RECEIVED:
		trial->received++;
		return check_received(desk, event) ? NULL : "reception";
	case EVENT_HELP_ASKED: right = ask(trial, event); break;
	case EVENT_HELP_TAKEN: right = take(trial, event); break;
	case EVENT_HELP_LEFT: right = leave(trial, event); break;
	case EVENT_HELP_ENDED: right = end(trial, event); break;
	default: break;
	}
	return right ? NULL : "help";
}

static bool is_same(struct desk *desk, const struct help *told)
{
	struct help row;
	return help_rows_get(desk->store, told->id, &row) && row.state == told->state &&
	       row.counter == told->counter && row.ticket == told->ticket &&
	       row.asked_ms == told->asked_ms && strcmp(row.device, told->device) == 0 &&
	       strcmp(row.service_date, told->service_date) == 0;
}

const char *flow_trial_end(const struct flow_trial *trial, struct desk *desk, int64_t *out_event)
{
	*out_event = 0;
	for (size_t i = 0; i < trial->call_count; i++) {
		if (!is_same(desk, &trial->calls[i].help)) {
			*out_event = trial->calls[i].event;
			return "help";
		}
	}
	if (help_rows_total(desk->store) != (int64_t)trial->call_count) {
		return "help";
	}
	if (withdrawal_rows_total(desk->store) != trial->withdrawn) {
		return "withdrawal";
	}
	return reception_rows_total(desk->store) != trial->received ? "reception" : NULL;
}
