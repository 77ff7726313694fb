/* Any file as an office: refused with a place and a reason, or an office that holds together. */
#include "app/base/text.h"
#include "app/desk/office_file.h"
#include "app/queue/calendar.h"
#include "app/queue/guest.h"
#include "app/queue/numbering.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

/* What is published holds its bounds, and both its languages. */
static void use_standards(const struct office *office, const struct standards *standards)
{
	fuzz_require(standards->count <= STANDARD_LINES);
	for (int i = 0; i < standards->count; i++) {
		const struct standard_line *line = &standards->lines[i];
		fuzz_require(
			line->service >= STANDARD_OFFICE && line->service < office->service_count);
		fuzz_require((line->service == STANDARD_OFFICE) == (line->part == STANDARD_PLEDGE));
		fuzz_require(
			line->until_day == STANDARD_ALWAYS || line->until_day >= line->from_day);
		for (int j = 0; j < OFFICE_LANGUAGES; j++) {
			const char *text = line->text[j];
			fuzz_require(text[0] != '\0');
			fuzz_require(text_check(text, strlen(text), OFFICE_TEXT_SIZE) == RESULT_OK);
		}
	}
}

static void use_office(const struct office *office)
{
	char why[OFFICE_TEXT_SIZE];
	fuzz_require(office_check(office, why, sizeof why) == RESULT_OK);
	for (int64_t hour = 0; hour < 24 * 8; hour++) {
		int64_t now = INT64_C(1795392000000) + hour * 3600000;
		struct calendar_hours hours;
		calendar_hours(office, now, &hours);
		fuzz_require(hours.until_ms == -1 || hours.until_ms > now);
		int64_t edge = calendar_next_edge(office, now, INT64_MAX);
		fuzz_require(edge == -1 || edge > now);
	}
	for (int i = 0; i < office->service_count; i++) {
		char number[TICKET_NUMBER_SIZE];
		char prefix[OFFICE_PREFIX_SIZE];
		int sequence = 0;
		numbering_format(office->services[i].prefix, 1000, number);
		fuzz_require(numbering_parse(number, prefix, &sequence) && sequence == 1000);
		fuzz_require(office_find_prefix(office, prefix) == i);
		fuzz_require(guest_check_switches(&office->services[i], why, sizeof why));
		for (int j = 0; j < GUEST_FIELDS; j++) {
			enum guest_ask asked =
				guest_asked(&office->services[i], (enum guest_field)j);
			fuzz_require(asked > GUEST_USUAL && asked < GUEST_ASKS);
		}
		const char *name = office->services[i].name[OFFICE_INDONESIAN];
		fuzz_require(text_check(name, strlen(name), OFFICE_NAME_SIZE) == RESULT_OK);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char path[512];
	char error[256] = "";
	struct office office;
	static struct standards standards;
	fuzz_write_file("office.conf", data, size, path, sizeof path);
	if (office_file_read_whole(path, &office, &standards, error, sizeof error) == RESULT_OK) {
		fuzz_require(error[0] == '\0');
		use_office(&office);
		use_standards(&office, &standards);
	} else {
		fuzz_require(strstr(error, "office.conf:") != NULL);
	}
	fuzz_remove_file(path);
	return 0;
}
