/* Any words typed by a person: ticket numbers, times, counts, e-mail addresses, telephone numbers.
 */
#include "app/base/text.h"
#include "app/queue/calendar.h"
#include "app/queue/guest.h"
#include "app/queue/numbering.h"
#include "tests/fuzz/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void try_number(const char *text)
{
	char prefix[OFFICE_PREFIX_SIZE];
	char again[OFFICE_PREFIX_SIZE];
	char number[TICKET_NUMBER_SIZE];
	int sequence = 0;
	int repeated = 0;
	if (numbering_parse(text, prefix, &sequence)) {
		fuzz_require(office_is_prefix(prefix));
		numbering_format(prefix, sequence, number);
		fuzz_require(numbering_parse(number, again, &repeated));
		fuzz_require(repeated == sequence && strcmp(again, prefix) == 0);
	}
}

static void try_time(const char *text)
{
	struct office office = {.zone = OFFICE_WITA};
	char time[CALENDAR_TIME_SIZE];
	int64_t ms = 0;
	int64_t again = 0;
	if (calendar_parse(&office, text, &ms)) {
		calendar_format(&office, ms, time);
		fuzz_require(calendar_parse(&office, time, &again));
		fuzz_require(again <= ms && ms - again < 1000);
	}
	calendar_parse_date(&office, text, &ms);
}

static void try_guest(const char *text)
{
	static const struct office_service service = {.code = "JUAL", .email_required = true};
	for (int i = 0; i < GUEST_FIELDS; i++) {
		struct guest guest = {0};
		size_t size;
		char *typed = guest_text(&guest, (enum guest_field)i, &size);
		if (typed == NULL) {
			continue;
		}
		text_copy(typed, size, text);
		enum result result = guest_check_field(&guest, (enum guest_field)i, &service, 2026);
		bool form = text_check(typed, strlen(typed), size) == RESULT_OK;
		fuzz_require(form || result != RESULT_OK);
		/* What is right at the end was never complained of while it was typed. */
		enum result so_far = guest_check_typing(&guest, (enum guest_field)i);
		fuzz_require(result != RESULT_OK || so_far == RESULT_OK);
		if (i == GUEST_EMAIL && result == RESULT_OK) {
			fuzz_require(strchr(typed, '@') != NULL && strchr(typed, ' ') == NULL);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_string(data, size);
	int64_t value = 7;
	enum ticket_priority priority;
	enum guest_field field;
	try_number(text);
	try_time(text);
	try_guest(text);
	fuzz_require(!text_to_int(text, 0, 99, &value) || (value >= 0 && value <= 99));
	ticket_priority_find(text, &priority);
	guest_find_field(text, &field);
	result_from_key(text);
	free(text);
	return 0;
}
