#include "app/base/memory.h"
#include "app/desk/act.h"
#include "db/office_rows.h"
#include "db/question_rows.h"

#include <stdlib.h>
#include <string.h>

static void take(struct office *office, const struct office *asking)
{
	for (int i = 0; i < office->service_count; i++) {
		memcpy(office->services[i].asks, asking->services[i].asks,
			sizeof office->services[i].asks);
	}
}

static enum result check(const struct office *office)
{
	char why[OFFICE_TEXT_SIZE];
	for (int i = 0; i < office->service_count; i++) {
		if (!guest_check_switches(&office->services[i], why, sizeof why)) {
			return RESULT_CONFIG_WRONG;
		}
	}
	return RESULT_OK;
}

/* The revision goes up, so that every program looks again. */
enum result desk_set_questions(struct desk *desk, const struct office *asking)
{
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	struct office *before = memory_zeroed(1, sizeof *before);
	*before = desk->office;
	take(&desk->office, asking);
	result = check(&desk->office);
	if (result == RESULT_OK) {
		question_rows_set(desk->store, &desk->office);
		office_rows_bump(desk->store);
		act_note(desk, EVENT_PUBLISHED, NULL, 0, "guest_book");
	}
	result = act_end(desk, result);
	if (result != RESULT_OK) {
		take(&desk->office, before);
	}
	free(before);
	return result;
}
