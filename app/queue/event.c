#include "app/queue/event.h"

#include "app/base/text.h"

#include <inttypes.h>
#include <string.h>

static const char *const kind_names[EVENT_KINDS] = {
	[EVENT_STORE_CREATED] = "store_created",
	[EVENT_CLOCK_SHIFTED] = "clock_shifted",
	[EVENT_CLOCK_SET] = "clock_set",
	[EVENT_STAFF_ADDED] = "staff_added",
	[EVENT_PIN_SET] = "pin_set",
	[EVENT_PIN_LOCKED] = "pin_locked",
	[EVENT_COUNTER_OPENED] = "counter_opened",
	[EVENT_COUNTER_BROKEN] = "counter_break",
	[EVENT_COUNTER_CLOSED] = "counter_closed",
	[EVENT_ISSUED] = "issued",
	[EVENT_CALLED] = "called",
	[EVENT_RECALLED] = "recalled",
	[EVENT_SERVED] = "served",
	[EVENT_FINISHED] = "finished",
	[EVENT_MISSED] = "absent",
	[EVENT_HELD] = "held",
	[EVENT_RESUMED] = "resumed",
	[EVENT_RETURNED] = "returned",
	[EVENT_TRANSFERRED] = "transferred",
	[EVENT_CANCELLED] = "cancelled",
	[EVENT_UNDONE] = "undone",
	[EVENT_CLOSED_BY_SYSTEM] = "closed_by_system",
	[EVENT_DOUBTED] = "doubted",
	[EVENT_EXPLAINED] = "explained",
	[EVENT_DAY_CLOSED] = "day_closed",
	[EVENT_APPOINTED] = "appointed",
	[EVENT_APPOINTMENT_CANCELLED] = "appointment_cancelled",
	[EVENT_SLIP_REPRINTED] = "slip_reprinted",
	[EVENT_SLIP_CONFIRMED] = "slip_confirmed",
	[EVENT_SLIP_UNCONFIRMED] = "slip_unconfirmed",
	[EVENT_SLIP_FAILED] = "slip_failed",
	[EVENT_SLIP_DROPPED] = "slip_dropped",
	[EVENT_DEVICE] = "device",
	[EVENT_ROLL_RENEWED] = "roll_renewed",
	[EVENT_ROLL_KEPT] = "roll_kept",
	[EVENT_CALENDAR_CHANGED] = "calendar_changed",
	[EVENT_PUBLISHED] = "published",
	[EVENT_RATED] = "rated",
	[EVENT_COMPLAINED] = "complained",
	[EVENT_SIGNED] = "signed",
	[EVENT_CORRECTED] = "guest_corrected",
	[EVENT_RECEIVED] = "received",
	[EVENT_HELP_ASKED] = "help_asked",
	[EVENT_HELP_TAKEN] = "help_taken",
	[EVENT_HELP_LEFT] = "help_left",
	[EVENT_HELP_ENDED] = "help_ended",
	[EVENT_COMPLAINT_MOVED] = "complaint_moved",
	[EVENT_OUTCOME] = "outcome",
	[EVENT_BLANKED] = "blanked",
	[EVENT_OFFICE_CHANGED] = "office_changed",
	[EVENT_STAFF_CHANGED] = "staff_changed",
	[EVENT_ROSTER_SET] = "roster_set",
	[EVENT_STOOD_BY] = "stood_by",
	[EVENT_STOOD_DOWN] = "stood_down",
	[EVENT_HANDED_OVER] = "handed_over",
	[EVENT_EXPORTED] = "exported",
	[EVENT_BACKED_UP] = "backed_up",
	[EVENT_RESTORED] = "restored",
	[EVENT_DEVICE_CHOSEN] = "device_chosen",
};

struct event event_of(enum event_kind kind)
{
	return (struct event){
		.kind = kind,
		.turn_ms = TICKET_NEVER,
		.low_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
	};
}

const char *event_kind_name(enum event_kind kind)
{
	return kind < EVENT_KINDS ? kind_names[kind] : "?";
}

bool event_kind_find(const char *name, enum event_kind *out_kind)
{
	for (int i = 0; i < EVENT_KINDS; i++) {
		if (strcmp(kind_names[i], name) == 0) {
			*out_kind = (enum event_kind)i;
			return true;
		}
	}
	return false;
}

enum { PICKED = sizeof EVENT_PICKED - 1 };

bool event_is_picked(const struct event *event)
{
	return event->kind == EVENT_CALLED && strncmp(event->detail, EVENT_PICKED, PICKED) == 0 &&
	       (event->detail[PICKED] == '\0' || event->detail[PICKED] == ' ');
}

const char *event_pick_reason(const struct event *event)
{
	bool told = event_is_picked(event) && event->detail[PICKED] == ' ';
	return told ? &event->detail[PICKED + 1] : "";
}

bool event_is_of_life(enum event_kind kind)
{
	switch (kind) {
	case EVENT_ISSUED:
	case EVENT_CALLED:
	case EVENT_RECALLED:
	case EVENT_SERVED:
	case EVENT_FINISHED:
	case EVENT_MISSED:
	case EVENT_HELD:
	case EVENT_RESUMED:
	case EVENT_RETURNED:
	case EVENT_TRANSFERRED:
	case EVENT_CANCELLED:
	case EVENT_CLOSED_BY_SYSTEM: return true;
	default: return false;
	}
}

size_t event_write(const struct event *event, char out_text[EVENT_TEXT_SIZE])
{
	text_format(out_text, EVENT_TEXT_SIZE,
		"%" PRId64 " %s %s %" PRId64 " %" PRId64 " %" PRId64
		" %zu:%s %zu:%s %zu:%s %d %" PRId64 " %d %" PRIu32 " %s %" PRId64 " %" PRId64
		" %" PRId64 " %d %" PRId64 " %zu:%s",
		event->id, event_kind_name(event->kind), event->service_date, event->at.office_ms,
		event->at.wall_ms, event->at.boot_ms, strlen(event->at.boot_id), event->at.boot_id,
		strlen(event->device), event->device, strlen(event->staff), event->staff,
		event->counter, event->ticket, event->with_service ? event->service : -1,
		event->services, ticket_priority_name(event->priority), event->turn_ms,
		event->low_ms, event->high_ms, event->party, event->refers, strlen(event->detail),
		event->detail);
	return strlen(out_text);
}
