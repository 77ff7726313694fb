/* Any bytes as a list of holidays: refused with a line and a reason, or a year in order. */
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/queue/holidays.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static struct holiday_list list;
static struct office office;

static void use_list(void)
{
	fuzz_require(list.count > 0 && list.count <= HOLIDAYS_LISTED);
	fuzz_require(text_check(list.source, strlen(list.source), sizeof list.source) == RESULT_OK);
	office.zone = OFFICE_WITA;
	office.holiday_count = 0;
	for (int i = 0; i < list.count; i++) {
		const struct office_holiday *day = &list.days[i];
		fuzz_require(day->day >= calendar_year_start(list.year));
		fuzz_require(day->day < calendar_year_start(list.year + 1));
		fuzz_require(i == 0 || list.days[i - 1].day < day->day);
		fuzz_require(day->name[0] != '\0');
		fuzz_require(
			text_check(day->name, strlen(day->name), sizeof day->name) == RESULT_OK);
		fuzz_require(office_add_holiday(&office, day));
		fuzz_require(!calendar_is_working_day(&office, day->day));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int line = 0;
	char *text = fuzz_string(data, size);
	if (holidays_parse(text, size, &list, &line) == RESULT_OK) {
		use_list();
	} else {
		fuzz_require(line >= 1 && line <= HOLIDAYS_LINES + 1);
	}
	free(text);
	return 0;
}
