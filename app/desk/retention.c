#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/complaint_rows.h"
#include "db/visit_rows.h"

/*
 * UU 27/2022 Pasal 42-44: personal data end when the time for which they are kept is over. What is
 * only counted (visit, ticket, rating) stays.
 */
void retention_apply(struct desk *desk, const struct day_row *day)
{
	char date[CALENDAR_DATE_SIZE];
	struct event event = event_of(EVENT_BLANKED);
	if (desk->suspect) {
		return;
	}
	calendar_months_before(day->service_date, desk->office.retention_months, date);
	complaint_rows_blank(desk->store, date);
	int count = visit_rows_blank(desk->store, date);
	if (count == 0) {
		return;
	}
	text_format(event.detail, sizeof event.detail, "%d %s", count, date);
	text_copy(event.service_date, sizeof event.service_date, day->service_date);
	act_note_event(desk, &event, NULL);
}
