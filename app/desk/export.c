#include "app/desk/export.h"
#include "app/base/text.h"
#include "app/desk/act.h"
#include "db/staff_rows.h"

#include <string.h>

static const char *const names[EXPORT_KINDS] = {
	"report xlsx", "report csv", "report pdf", "report print", "office"};

static enum result check(struct desk *desk, const char *staff, const char *from, const char *to)
{
	struct staff_row row;
	int day;
	if (staff != NULL && !staff_rows_get(desk->store, staff, &row)) {
		return RESULT_STAFF_UNKNOWN;
	}
	bool right =
		from == NULL || (calendar_parse_day(from, &day) && calendar_parse_day(to, &day));
	return right ? RESULT_OK : RESULT_DATE_FORM;
}

enum result desk_note_export(struct desk *desk, const char *staff, enum export_kind kind,
	const char *from, const char *to)
{
	struct event event = event_of(EVENT_EXPORTED);
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	result = check(desk, staff, from, to);
	if (result != RESULT_OK) {
		return act_end(desk, result);
	}
	text_copy(event.staff, sizeof event.staff, staff != NULL ? staff : "");
	text_copy(event.detail, sizeof event.detail, names[kind]);
	if (from != NULL) {
		text_format(event.detail, sizeof event.detail, "%s %s %s", names[kind], from, to);
	}
	act_note_event(desk, &event, NULL);
	return act_end(desk, RESULT_OK);
}
