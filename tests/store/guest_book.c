/* The guest book in the store: every answer comes back, what is not asked is not kept, and an
 * office asks otherwise from one act to the next. */
#include "app/base/text.h"
#include "app/desk/fingerprint.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

enum { KONS = 0 };

/* Every question but the age, which the year of birth gives. */
static void ask_everything(const struct stage *stage)
{
	struct office *office = calloc(1, sizeof *office);
	struct desk *desk = stage_desk(stage, "07:40:00");
	*office = *desk_office(desk);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (guest_switch_name((enum guest_field)i) != NULL && i != GUEST_AGE_BAND) {
			office->services[KONS].asks[i] = GUEST_OPTIONAL;
		}
	}
	assert_int_equal(desk_set_questions(desk, office), RESULT_OK);
	desk_close(desk);
	free(office);
}

/* Texts to the brim with three bytes a letter, numbers as long as they may be. */
static void fill(struct guest *guest)
{
	*guest = (struct guest){.sex = 2,
		.education = 6,
		.occupation = 7,
		.institution_kind = 9,
		.purpose = 5,
		.dtsen = 5,
		.office_purpose = 99,
		.media = 63,
		.services_used = 21,
		.disability = 1,
		.disability_kind = 4,
		.needs = 15,
		.party_male = 99,
		.party_female = 98};
	for (int i = 0; i < GUEST_ITEMS; i++) {
		guest->items[i] = (struct guest_item){.level = 7 - i, .period = 10 - i};
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		size_t size;
		char *text = guest_text(guest, (enum guest_field)i, &size);
		while (text != NULL && strlen(text) + 3 < size) {
			memcpy(text + strlen(text), "\u1EC5", 3);
		}
	}
	text_copy(guest->email, sizeof guest->email, "siti.rahma@mail.example.go.id");
	text_copy(guest->phone, sizeof guest->phone, "+62 812-5565-0671");
	memset(guest->birth_year, 0, sizeof guest->birth_year);
	text_copy(guest->birth_year, sizeof guest->birth_year, "1985");
	for (int i = 0; i < GUEST_ITEMS; i++) {
		memset(guest->items[i].from, 0, GUEST_YEAR_SIZE);
		memset(guest->items[i].until, 0, GUEST_YEAR_SIZE);
		text_format(guest->items[i].from, GUEST_YEAR_SIZE, "%d", 2010 + i);
		text_format(guest->items[i].until, GUEST_YEAR_SIZE, "%d", 2020 + i);
	}
	guest->data_needed[3][0] = '1'; /* items differ */
	guest->data_needed[3][1] = '2';
	guest->data_needed[3][2] = '3';
}

/* The entry of the visitor who is called at counter 1. */
static void read_back(const struct stage *stage, const char *time, struct guest *out_guest)
{
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(stage_do(stage, time, desk_next, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_true(view->has_guest);
	*out_guest = view->guest;
	desk_close(desk);
	free(view);
}

static enum result issue(
	const struct stage *stage, const char *time, const struct guest *guest, bool staff)
{
	struct ticket ticket;
	const struct desk_issue wanted = {.service = KONS, .with_guest = true, .guest = *guest};
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_issue(desk, &wanted, staff, &ticket);
	desk_close(desk);
	return result;
}

static void every_answer_comes_back(void **state)
{
	struct stage *stage = *state;
	struct guest written, read;
	ask_everything(stage);
	fill(&written);
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(issue(stage, "08:01:00", &written, false), RESULT_OK);
	read_back(stage, "08:02:00", &read);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		size_t size;
		const char *text = guest_text(&written, field, &size);
		if (text != NULL) {
			assert_string_equal(guest_text(&read, field, &size), text);
			assert_true(text[0] != '\0');
		} else if (field == GUEST_AGE_BAND) {
			assert_int_equal(read.age_band, 4); /* 41 years */
		} else {
			assert_int_equal(*guest_code(&read, field), *guest_code(&written, field));
		}
	}
	assert_true(strcmp(read.data_needed[3], read.data_needed[4]) != 0);
}

static void what_is_not_asked_is_not_kept(void **state)
{
	struct stage *stage = *state;
	struct guest written, read;
	fill(&written);
	written.age_band = 3;
	memset(written.birth_year, 0, sizeof written.birth_year);
	memset(written.data_needed[0], 0, GUEST_NOTE_SIZE);
	written.purpose = 1;
	text_copy(written.address, sizeof written.address, "Tarakan");
	stage_open(stage, "08:00:00", 1, "ani");
	assert_int_equal(issue(stage, "08:01:00", &written, false), RESULT_OK);
	read_back(stage, "08:02:00", &read);
	assert_string_equal(read.address, "");
	assert_string_equal(read.purpose_other, "");
	assert_int_equal(read.dtsen, 0);
	assert_string_equal(read.dtsen_other, "");
	assert_int_equal(read.age_band, 3);
	/* The first item was left empty: the others move up, in their order. */
	assert_string_equal(read.data_needed[2], written.data_needed[3]);
	assert_string_equal(read.data_needed[3], written.data_needed[4]);
	assert_string_equal(read.data_needed[4], "");
}

static void who_must_answer_is_told(void **state)
{
	struct stage *stage = *state;
	struct guest guest;
	ask_everything(stage);
	fill(&guest);
	memset(guest.institution_kind_other, 0, sizeof guest.institution_kind_other);
	assert_int_equal(issue(stage, "08:01:00", &guest, false), RESULT_FIELD_REQUIRED);
	assert_int_equal(issue(stage, "08:01:00", &guest, true), RESULT_OK);
	text_copy(guest.institution_kind_other, sizeof guest.institution_kind_other, "Desa");
	text_copy(guest.birth_year, sizeof guest.birth_year, "2027");
	assert_int_equal(issue(stage, "08:02:00", &guest, false), RESULT_YEAR_FORM);
	assert_int_equal(issue(stage, "08:02:00", &guest, true), RESULT_YEAR_FORM);
	/* The visitor is there next year as well. */
	assert_int_equal(issue(stage, "2027-01-04T08:02:00", &guest, false), RESULT_OK);
}

static void other_programs_ask_it_too(void **state)
{
	struct stage *stage = *state;
	char before[FINGERPRINT_SIZE], after[FINGERPRINT_SIZE];
	struct office *office = calloc(1, sizeof *office);
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *other = stage_desk(stage, "08:02:00");
	struct desk *desk = stage_desk(stage, "08:01:00");
	*office = *desk_office(desk);
	office_fingerprint(office, before);
	office->services[KONS].asks[GUEST_PHONE] = GUEST_REQUIRED;
	office->services[KONS].asks[GUEST_NAME] = GUEST_NO;
	office->services[1].asks[GUEST_PARTY_MALE] = GUEST_NO;
	assert_int_equal(desk_set_questions(desk, office), RESULT_OK);
	desk_close(desk);
	assert_int_equal(desk_view(other, 0, view), RESULT_OK);
	assert_memory_equal(
		desk_office(other)->services, office->services, sizeof office->services);
	/* The queue's rules are the same. */
	office_fingerprint(desk_office(other), after);
	assert_string_equal(before, after);
	/* Said no more, it is as usual again. */
	memset(office->services[KONS].asks, 0, sizeof office->services[KONS].asks);
	assert_int_equal(desk_set_questions(other, office), RESULT_OK);
	desk_close(other);
	desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_office(desk)->services[KONS].asks[GUEST_PHONE], GUEST_USUAL);
	assert_int_equal(desk_office(desk)->services[1].asks[GUEST_PARTY_MALE], GUEST_NO);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(view);
	free(office);
}

static void switches_that_do_not_fit_change_nothing(void **state)
{
	struct stage *stage = *state;
	struct office *office = calloc(1, sizeof *office);
	struct desk *desk = stage_desk(stage, "08:01:00");
	*office = *desk_office(desk);
	office->services[KONS].asks[GUEST_PHONE] = GUEST_NO;
	office->services[1].asks[GUEST_EMAIL] = GUEST_NO; /* what is sold is sent there */
	char *before = stage_dump(stage);
	assert_int_equal(desk_set_questions(desk, office), RESULT_CONFIG_WRONG);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	assert_int_equal(desk_office(desk)->services[KONS].asks[GUEST_PHONE], GUEST_USUAL);
	desk_close(desk);
	free(after);
	free(before);
	free(office);
}

/* Rows that another hand has written. */
static void strange_rows_are_left_out(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection,
				 "INSERT INTO question VALUES (0, 'nik', 'required'),"
				 " (0, 'party_female', 'no'), (0, 'phone', 'no')",
				 NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(connection, "INSERT INTO question VALUES (0, 'email', 'perhaps')",
			NULL, NULL, NULL),
		SQLITE_CONSTRAINT);
	sqlite3_close(connection);
	struct desk *desk = stage_desk(stage, "08:00:00");
	for (int i = 0; i < GUEST_FIELDS; i++) {
		assert_int_equal(desk_office(desk)->services[KONS].asks[i],
			i == GUEST_PHONE ? GUEST_NO : GUEST_USUAL);
	}
	desk_close(desk);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(every_answer_comes_back),
		test(what_is_not_asked_is_not_kept),
		test(who_must_answer_is_told),
		test(other_programs_ask_it_too),
		test(switches_that_do_not_fit_change_nothing),
		test(strange_rows_are_left_out),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
