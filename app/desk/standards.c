#include "app/desk/act.h"
#include "db/office_rows.h"
#include "db/standard_rows.h"

enum result desk_read_standards(struct desk *desk, struct standards *out_standards)
{
	out_standards->count = 0;
	enum result result = look_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	standard_rows_read(desk->store, desk->office.service_count, out_standards);
	return look_end(desk, RESULT_OK);
}

/* The revision goes up so that other programs look again; the rules are as they were. */
enum result desk_set_standards(struct desk *desk, const struct standards *standards)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	standard_rows_set(desk->store, standards);
	office_rows_bump(desk->store);
	act_note(desk, EVENT_PUBLISHED, NULL, 0, NULL);
	return act_end(desk, RESULT_OK);
}
