#include "app/queue/event.h"
#include "app/base/text.h"
#include "tests/unit/check.h"

#include <string.h>

static void every_kind_has_its_name(void **state)
{
	(void)state;
	for (int i = 0; i < EVENT_KINDS; i++) {
		enum event_kind found = EVENT_KINDS;
		const char *name = event_kind_name((enum event_kind)i);
		assert_non_null(name);
		assert_true(event_kind_find(name, &found));
		assert_int_equal(found, i);
	}
	enum event_kind none = EVENT_KINDS;
	assert_false(event_kind_find("begun", &none));
	assert_string_equal(event_kind_name(EVENT_KINDS), "?");
}

static struct event sample(void)
{
	struct event event = event_of(EVENT_ISSUED);
	event.id = 7;
	event.at = (struct instant){.office_ms = 1, .wall_ms = 2, .boot_ms = 3};
	event.ticket = 4;
	event.with_service = true;
	text_copy(event.service_date, sizeof event.service_date, "2026-11-23");
	text_copy(event.at.boot_id, sizeof event.at.boot_id, "boot");
	text_copy(event.device, sizeof event.device, "kiosk-1");
	text_copy(event.detail, sizeof event.detail, "a b");
	return event;
}

static void is_written_the_same_each_time(void **state)
{
	(void)state;
	char text[EVENT_TEXT_SIZE];
	const struct event event = sample();
	size_t length = event_write(&event, text);
	assert_int_equal(length, strlen(text));
	assert_string_equal(text, "7 issued 2026-11-23 1 2 3 4:boot 7:kiosk-1 0: 0 4 0 0 none"
				  " -1 -1 -1 0 0 3:a b");
}

/* Two events that differ in anything are written differently; so are texts that only move. */
static void no_two_are_written_alike(void **state)
{
	(void)state;
	char texts[20][EVENT_TEXT_SIZE];
	struct event events[20];
	size_t count = 0;
	for (; count < 20; count++) {
		events[count] = sample();
	}
	events[1].id++;
	events[2].kind = EVENT_CALLED;
	events[3].at.office_ms++;
	events[4].at.wall_ms++;
	events[5].at.boot_ms++;
	events[6].at.boot_id[0] = 'c';
	events[7].device[0] = 'c';
	text_copy(events[8].staff, sizeof events[8].staff, "ani");
	events[9].counter = 1;
	events[10].ticket++;
	events[11].with_service = false;
	events[12].services = 1;
	events[13].priority = TICKET_ELDERLY;
	events[14].turn_ms = 0;
	events[15].low_ms = 0;
	events[16].high_ms = 0;
	events[17].party = 1;
	events[18].refers = 1;
	text_copy(events[19].detail, sizeof events[19].detail, "ab ");
	for (size_t i = 0; i < count; i++) {
		event_write(&events[i], texts[i]);
		for (size_t k = 0; k < i; k++) {
			assert_string_not_equal(texts[i], texts[k]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_has_its_name),
		cmocka_unit_test(is_written_the_same_each_time),
		cmocka_unit_test(no_two_are_written_alike),
	};
	return cmocka_run_group_tests_name("event", tests, NULL, NULL);
}
