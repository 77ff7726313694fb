#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/complaint_rows.h"
#include "db/visit_rows.h"

/* Of a store that was never wiped before: the rest follows on the next days. */
enum { AT_ONCE = 2000 };

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
	int complaints = complaint_rows_blank(desk->store, date);
	int visits = visit_rows_blank(desk->store, date, AT_ONCE);
	int remarks = remark_rows_blank(desk->store, date, AT_ONCE);
	if (visits + complaints + remarks == 0) {
		return;
	}
	text_format(event.detail, sizeof event.detail, "%d+%d+%d %s", visits, complaints, remarks,
		date);
	text_copy(event.service_date, sizeof event.service_date, day->service_date);
	act_note_event(desk, &event, NULL);
}
