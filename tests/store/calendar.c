/* The calendar in the store: changes of what is to come, their events, old stores. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "app/desk/holiday_file.h"
#include "app/queue/calendar.h"
#include "db/calendar_rows.h"
#include "db/migrations.h"
#include "db/office_rows.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int day_of(const char *date)
{
	int day = 0;
	assert_true(calendar_parse_day(date, &day));
	return day;
}

/* A list of the given days, "2026-11-24 LN", in order. */
static void make_list(struct holiday_list *list, const char *const *days, int count)
{
	*list = (struct holiday_list){.year = 2026, .source = "test", .count = count};
	for (int i = 0; i < count; i++) {
		char date[CALENDAR_DATE_SIZE];
		text_format(date, sizeof date, "%.10s", days[i]);
		list->days[i].day = day_of(date);
		assert_true(office_holiday_find(days[i] + 11, &list->days[i].kind));
		text_copy(list->days[i].name, OFFICE_NAME_SIZE, days[i]);
	}
}

static enum calendar_state state_at(struct desk *desk, int64_t ms)
{
	struct calendar_hours hours;
	calendar_hours(desk_office(desk), ms, &hours);
	return hours.state;
}

/* What a program that opens the store later has in memory. */
static void assert_same_for_others(const struct stage *stage, struct desk *desk, const char *time)
{
	char here[FINGERPRINT_SIZE], there[FINGERPRINT_SIZE];
	struct desk *other = stage_desk(stage, time);
	office_fingerprint(desk_office(desk), here);
	office_fingerprint(desk_office(other), there);
	assert_string_equal(here, there);
	desk_close(other);
}

static void a_closure_of_tomorrow(void **state)
{
	struct stage *stage = *state;
	int64_t id = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	int64_t from = stage_ms(stage, "2026-11-24T10:00:00");
	int64_t to = stage_ms(stage, "2026-11-24T12:00:00");
	assert_int_equal(state_at(desk, from), CALENDAR_OPEN);
	assert_int_equal(desk_add_closure(desk, from, to, "Rapat kantor", &id), RESULT_OK);
	assert_true(id > 0);
	assert_int_equal(state_at(desk, from), CALENDAR_CLOSED);
	assert_same_for_others(stage, desk, "08:00:00");
	assert_int_equal(desk_office(desk)->closures[0].known_ms, stage_ms(stage, "08:00:00"));
	assert_int_equal(stage_count(stage, "SELECT revision FROM office"), 1);
	assert_int_equal(desk_remove_closure(desk, id), RESULT_OK);
	assert_int_equal(state_at(desk, from), CALENDAR_OPEN);
	assert_int_equal(desk_remove_closure(desk, id), RESULT_CALENDAR_UNKNOWN);
	assert_int_equal(stage_count(stage, "SELECT revision FROM office"), 2);
	assert_int_equal(
		stage_count(stage, "SELECT COUNT(*) FROM event WHERE kind = 'calendar_changed'"
				   " AND length(detail) = 32"),
		2);
	desk_close(desk);
}

static void wrong_closures_change_nothing(void **state)
{
	struct stage *stage = *state;
	static char long_reason[OFFICE_TEXT_SIZE + 1];
	memset(long_reason, 'x', OFFICE_TEXT_SIZE);
	int64_t id = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	int64_t now = stage_ms(stage, "08:00:00");
	assert_int_equal(desk_add_closure(desk, now + 1000, now + 5000, "A", &id), RESULT_OK);
	char *before = stage_dump(stage);
	static const struct {
		int from_s, to_s;
		const char *reason;
		enum result result;
	} rows[] = {
		{0, 10, "A", RESULT_CALENDAR_PAST},
		{-5, 10, "A", RESULT_CALENDAR_PAST},
		{9, 9, "A", RESULT_CALENDAR_ORDER},
		{9, 8, "A", RESULT_CALENDAR_ORDER},
		{4, 6, "A", RESULT_CALENDAR_OVERLAP},
		{1, 2, "A", RESULT_CALENDAR_OVERLAP},
		{6, 7, "", RESULT_FIELD_REQUIRED},
		{6, 7, "A\nB", RESULT_TEXT_CONTROL},
		{6, 7, "\xFF", RESULT_TEXT_ENCODING},
		{6, 7, long_reason, RESULT_TEXT_LONG},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(desk_add_closure(desk, now + rows[i].from_s * 1000,
					 now + rows[i].to_s * 1000, rows[i].reason, &id),
			rows[i].result);
	}
	desk_close(desk);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
	/* Once it has begun it stays. */
	desk = stage_desk(stage, "08:00:01");
	assert_int_equal(desk_remove_closure(desk, id), RESULT_CALENDAR_BEGUN);
	desk_close(desk);
}

static void old_closures_make_room(void **state)
{
	struct stage *stage = *state;
	int64_t id = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	int64_t now = stage_ms(stage, "08:00:00");
	for (int i = 0; i < OFFICE_CLOSURES; i++) {
		int64_t from = now + (i + 1) * 2000;
		assert_int_equal(desk_add_closure(desk, from, from + 1000, "A", &id), RESULT_OK);
	}
	assert_int_equal(
		desk_add_closure(desk, now + 900000, now + 901000, "A", &id), RESULT_CALENDAR_FULL);
	desk_close(desk);
	desk = stage_desk(stage, "08:00:03");
	assert_int_equal(desk_add_closure(desk, now + 900000, now + 901000, "A", &id), RESULT_OK);
	assert_int_equal(desk_office(desk)->closure_count, OFFICE_CLOSURES);
	assert_int_equal(desk_office(desk)->closures[0].from_ms, now + 4000);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM closure"), OFFICE_CLOSURES + 1);
	desk_close(desk);
}

static void a_list_replaces_what_is_to_come(void **state)
{
	struct stage *stage = *state;
	/* Today is 23 November. Two past days, one of them known; today; two days to come. */
	static const char *const days[] = {"2026-11-20 LK", "2026-11-23 LK", "2026-12-24 LN",
		"2026-12-25 LN", "2026-12-31 CB"};
	struct holiday_list list;
	int added = 0, past = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	make_list(&list, days, 5);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	assert_int_equal(added, 3);
	assert_int_equal(past, 2);
	const struct office *office = desk_office(desk);
	/* 23 days of the sample before today stay; Christmas is the list's. */
	assert_int_equal(office->holiday_count, 23 + 2 + 3);
	const struct office_holiday *day = office_find_holiday(office, day_of("2026-12-24"));
	assert_int_equal(day->kind, OFFICE_HOLIDAY_NATIONAL);
	assert_int_equal(day->known_ms, stage_ms(stage, "08:00:00"));
	assert_int_equal(office_find_holiday(office, day_of("2026-08-17"))->known_ms, 0);
	/* Today is in the list now, but it had begun: open, though no working day. */
	assert_int_equal(state_at(desk, stage_ms(stage, "09:00:00")), CALENDAR_OPEN);
	assert_false(calendar_is_working_day(office, day_of("2026-11-23")));
	assert_false(calendar_is_working_day(office, day_of("2026-11-20")));
	assert_int_equal(state_at(desk, stage_ms(stage, "2026-12-31T09:00:00")), CALENDAR_CLOSED);
	assert_string_equal(office->years[0].source, "test");
	assert_same_for_others(stage, desk, "08:00:00");
	/* The same list without a day: only that day goes. */
	make_list(&list, days, 4);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	assert_int_equal(added, 2);
	assert_int_equal(past, 0);
	assert_int_equal(state_at(desk, stage_ms(stage, "2026-12-31T09:00:00")), CALENDAR_OPEN);
	desk_close(desk);
}

/* What the head entered is no part of an official list, unless it names the day. */
static void a_list_leaves_days_of_the_office(void **state)
{
	struct stage *stage = *state;
	static const char *const own[] = {"2026-12-28 LK", "2026-12-29 LK"};
	static const char *const official[] = {"2026-12-25 LN", "2026-12-29 CB"};
	struct holiday_list list;
	int added = 0, past = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	make_list(&list, own, 2);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	make_list(&list, official, 2);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	const struct office *office = desk_office(desk);
	const struct office_holiday *day = office_find_holiday(office, day_of("2026-12-28"));
	assert_non_null(day);
	assert_int_equal(day->kind, OFFICE_HOLIDAY_LOCAL);
	day = office_find_holiday(office, day_of("2026-12-29"));
	assert_int_equal(day->kind, OFFICE_HOLIDAY_JOINT);
	assert_same_for_others(stage, desk, "08:00:00");
	desk_close(desk);
}

/* Today was a holiday when it began, and so it stays, whatever a new list says. */
static void a_list_does_not_open_today(void **state)
{
	struct stage *stage = *state;
	static const char *const days[] = {"2026-11-24 LK"}, *const other[] = {"2026-12-25 LN"};
	struct holiday_list list;
	int added = 0, past = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	make_list(&list, days, 1);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	desk_close(desk);
	desk = stage_desk(stage, "2026-11-24T07:00:00");
	make_list(&list, other, 1);
	assert_int_equal(desk_import_holidays(desk, &list, &added, &past), RESULT_OK);
	assert_int_equal(state_at(desk, stage_ms(stage, "2026-11-24T09:00:00")), CALENDAR_CLOSED);
	assert_int_equal(state_at(desk, stage_ms(stage, "2026-12-24T09:00:00")), CALENDAR_OPEN);
	desk_close(desk);
}

static struct office_season make_season(const char *from, const char *to)
{
	struct office_season season = {
		.name = "Ramadan 1448 H", .from_day = day_of(from), .to_day = day_of(to)};
	season.week[0] =
		(struct office_day){.open = {480, 900}, .breaks = {{720, 750}}, .break_count = 1};
	return season;
}

static void a_season(void **state)
{
	struct stage *stage = *state;
	int64_t id = 0, other = 0;
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct office_season season = make_season("2027-02-08", "2027-03-09");
	assert_int_equal(desk_set_season(desk, &season, &id), RESULT_OK);
	assert_int_equal(state_at(desk, stage_ms(stage, "2027-02-08T15:10:00")), CALENDAR_CLOSED);
	assert_int_equal(state_at(desk, stage_ms(stage, "2027-02-08T12:10:00")), CALENDAR_BREAK);
	assert_same_for_others(stage, desk, "08:00:00");
	season = make_season("2027-03-09", "2027-03-10");
	assert_int_equal(desk_set_season(desk, &season, &other), RESULT_CALENDAR_OVERLAP);
	season = make_season("2026-11-23", "2026-11-25");
	assert_int_equal(desk_set_season(desk, &season, &other), RESULT_CALENDAR_PAST);
	season = make_season("2026-11-25", "2026-11-24");
	assert_int_equal(desk_set_season(desk, &season, &other), RESULT_CALENDAR_ORDER);
	season = make_season("2026-11-24", "2026-11-24");
	season.week[0].breaks[0].to_min = 1000;
	assert_int_equal(desk_set_season(desk, &season, &other), RESULT_FIELD_RANGE);
	season = make_season("2026-11-24", "2026-11-24");
	assert_int_equal(desk_set_season(desk, &season, &other), RESULT_OK);
	assert_int_equal(desk_remove_season(desk, id), RESULT_OK);
	assert_int_equal(desk_remove_season(desk, id), RESULT_CALENDAR_UNKNOWN);
	assert_int_equal(stage_count(stage, "SELECT COUNT(DISTINCT season) FROM season_hours"), 1);
	desk_close(desk);
	desk = stage_desk(stage, "2026-11-24T07:00:00");
	assert_int_equal(desk_remove_season(desk, other), RESULT_CALENDAR_BEGUN);
	desk_close(desk);
}

/* A desk that was opened before another one changed the calendar does not undo that change. */
static void two_desks(void **state)
{
	struct stage *stage = *state;
	int64_t id = 0;
	struct desk *one = stage_desk(stage, "08:00:00");
	struct desk *two = stage_desk(stage, "08:00:00");
	int64_t from = stage_ms(stage, "2026-11-24T10:00:00");
	assert_int_equal(desk_add_closure(one, from, from + 2000, "A", &id), RESULT_OK);
	assert_int_equal(
		desk_add_closure(two, from + 1000, from + 3000, "A", &id), RESULT_CALENDAR_OVERLAP);
	assert_int_equal(desk_add_closure(two, from + 2000, from + 3000, "A", &id), RESULT_OK);
	assert_int_equal(desk_office(two)->closure_count, 2);
	desk_close(one);
	desk_close(two);
}

/* Every part of what is promised is in the fingerprint. */
static void the_fingerprint_covers_everything(void **state)
{
	struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "08:00:00");
	struct office *office = calloc(1, sizeof *office);
	char first[FINGERPRINT_SIZE], other[FINGERPRINT_SIZE];
	assert_non_null(office);
	*office = *desk_office(desk);
	struct office_season season = make_season("2027-02-08", "2027-03-09");
	const struct office_closure closure = {.from_ms = 1, .to_ms = 2, .reason = "A"};
	assert_true(office_add_season(office, &season));
	assert_true(office_add_closure(office, &closure));
	office_fingerprint(office, first);
	assert_int_equal(strlen(first), 32);
#define CHANGES(change, undo)                                                                      \
	do {                                                                                       \
		change;                                                                            \
		office_fingerprint(office, other);                                                 \
		assert_string_not_equal(first, other);                                             \
		undo;                                                                              \
		office_fingerprint(office, other);                                                 \
		assert_string_equal(first, other);                                                 \
	} while (0)
	CHANGES(office->zone = OFFICE_WIT, office->zone = OFFICE_WITA);
	CHANGES(office->services[0].code[0] = 'X', office->services[0].code[0] = 'K');
	CHANGES(office->services[1].prefix[0] = 'X', office->services[1].prefix[0] = 'J');
	CHANGES(office->services[4].target_s++, office->services[4].target_s--);
	CHANGES(office->services[0].standards[0].limit++, office->services[0].standards[0].limit--);
	CHANGES(office->services[0].daily_quota++, office->services[0].daily_quota--);
	CHANGES(office->services[0].last_issue_min++, office->services[0].last_issue_min--);
	CHANGES(office->counters[2].services ^= 1, office->counters[2].services ^= 1);
	CHANGES(office->week[6].open.to_min++, office->week[6].open.to_min--);
	CHANGES(office->holidays[3].known_ms++, office->holidays[3].known_ms--);
	CHANGES(office->holidays[3].day++, office->holidays[3].day--);
	CHANGES(office->seasons[0].week[0].breaks[0].to_min++,
		office->seasons[0].week[0].breaks[0].to_min--);
	CHANGES(office->closures[0].to_ms++, office->closures[0].to_ms--);
	CHANGES(office->closures[0].reason[0]++, office->closures[0].reason[0]--);
	CHANGES(office->undo_s++, office->undo_s--);
	CHANGES(office->ticket_first = true, office->ticket_first = false);
	CHANGES(office->services[1].reception = true, office->services[1].reception = false);
#undef CHANGES
	/* Not what people read, and not row numbers. */
	office->closures[0].id++;
	text_copy(office->name, sizeof office->name, "Other");
	office_fingerprint(office, other);
	assert_string_equal(first, other);
	assert_true(office_has_fingerprint(office, first));
	office->services[1].reception = true;
	assert_false(office_has_fingerprint(office, first));
	free(office);
	desk_close(desk);
}

static void copy_version_1(const struct stage *stage)
{
	char path[512];
	char bytes[4096];
	size_t size;
	text_format(path, sizeof path, "%s/tests/store/v1.db", getenv("GILIRAN_SOURCE"));
	FILE *in = fopen(path, "rb");
	FILE *out = fopen(stage->store, "wb");
	assert_non_null(in);
	assert_non_null(out);
	while ((size = fread(bytes, 1, sizeof bytes, in)) > 0) {
		assert_int_equal(fwrite(bytes, 1, size, out), size);
	}
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

static void a_store_of_version_1(void **state)
{
	(void)state;
	struct stage stage;
	stage_init(&stage);
	copy_version_1(&stage);
	struct desk *desk = stage_desk(&stage, "2026-12-01T07:00:00");
	const struct office *office = desk_office(desk);
	assert_int_equal(stage_count(&stage, "SELECT value FROM meta WHERE name = 'schema'"),
		migration_count);
	assert_int_equal(office->holiday_count + office->season_count + office->closure_count, 0);
	assert_int_equal(
		calendar_missing_year(office, stage_ms(&stage, "2026-12-01T07:00:00")), 2026);
	for (int i = 0; i < office->service_count; i++) {
		const struct office_service *service = &office->services[i];
		assert_int_equal(service->standard_count, 1);
		assert_string_equal(service->standards[0].channel, "onsite");
		assert_int_equal(service->standards[0].limit * 60, service->target_s);
		assert_int_equal(service->daily_quota, 0);
		assert_int_equal(service->last_issue_min, -1);
	}
	assert_true(office->service_count > 0);
	desk_close(desk);
	stage_finish(&stage);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(a_closure_of_tomorrow),
		test(wrong_closures_change_nothing),
		test(old_closures_make_room),
		test(a_list_replaces_what_is_to_come),
		test(a_list_does_not_open_today),
		test(a_list_leaves_days_of_the_office),
		test(a_season),
		test(two_desks),
		test(the_fingerprint_covers_everything),
		cmocka_unit_test(a_store_of_version_1),
	};
#undef test
	return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
