/* The guest book of offices that ask otherwise, item by item of data, and told of while it is
 * typed. */
#include "app/kiosk/book.h"
#include "app/kiosk/ways.h"
#include "tests/screens/kiosk_stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { KONS = 0, JUAL = 1 };

static void ask(struct stage *stage, enum guest_field field, enum guest_ask asked)
{
	stage->office.services[KONS].asks[field] = asked;
}

static enum guest_field first_field(const struct stage *stage)
{
	return book_step(&stage->journey, &stage->lobby).fields[0];
}

/* The first fields of all steps, in order. */
static void assert_steps(struct stage *stage, const enum guest_field *fields, int count)
{
	const struct office_service *service = &stage->office.services[KONS];
	struct guest guest = {.institution = "BPS"};
	assert_int_equal(step_count(service, &guest), count);
	for (int i = 0; i < count; i++) {
		const struct step step = step_at(service, &guest, i);
		assert_int_equal(step.fields[0], fields[i]);
		assert_true(step.field_count >= 1 && step_has(&step, fields[i]));
	}
	/* Past the last stands the last. */
	assert_int_equal(step_at(service, &guest, count + 3).fields[0], fields[count - 1]);
}

static void test_only_what_is_asked_is_shown(void **state)
{
	static const enum guest_field usual[] = {GUEST_SEX, GUEST_NAME, GUEST_EMAIL,
		GUEST_OCCUPATION, GUEST_INSTITUTION_KIND, GUEST_PURPOSE, GUEST_DATA_NEEDED,
		GUEST_NEEDS};
	static const enum guest_field more[] = {GUEST_EDUCATION, GUEST_BIRTH_YEAR,
		GUEST_INSTITUTION, GUEST_PHONE, GUEST_ADDRESS, GUEST_INSTITUTION_KIND, GUEST_DTSEN,
		GUEST_PARTY_MALE};
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	assert_steps(&stage, usual, 8);
	ask(&stage, GUEST_NAME, GUEST_NO);
	ask(&stage, GUEST_EMAIL, GUEST_NO);
	ask(&stage, GUEST_ADDRESS, GUEST_OPTIONAL);
	ask(&stage, GUEST_SEX, GUEST_NO);
	ask(&stage, GUEST_BIRTH_YEAR, GUEST_REQUIRED);
	ask(&stage, GUEST_OCCUPATION, GUEST_NO);
	ask(&stage, GUEST_PURPOSE, GUEST_NO);
	ask(&stage, GUEST_DTSEN, GUEST_REQUIRED);
	ask(&stage, GUEST_DATA_NEEDED, GUEST_NO);
	ask(&stage, GUEST_NEEDS, GUEST_NO);
	assert_steps(&stage, more, 8);
}

static void test_one_question_is_a_whole_guest_book(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		ask(&stage, (enum guest_field)i, i == GUEST_PURPOSE ? GUEST_REQUIRED : GUEST_NO);
	}
	stage_to_book(&stage, KONS);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(stage.journey.visit.errors[GUEST_PURPOSE], RESULT_FIELD_REQUIRED);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_PURPOSE, 1);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_ISSUE);
	struct desk_issue issue;
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_int_equal(issue.guest.purpose, 1);
}

static void test_data_is_asked_item_by_item(void **state)
{
	static const char *const items[GUEST_ITEMS] = {
		"Inflasi", "PDRB", "Penduduk", "Padi", "Ekspor"};
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_DATA_NEEDED);
	struct visit *visit = &stage.journey.visit;
	const int step = visit->step;
	assert_false(book_may_add(&stage.journey, &stage.lobby)); /* nothing to add to yet */
	stage_act(&stage, ACTION_ITEM);
	assert_int_equal(visit->item, 0);
	for (int i = 0; i < GUEST_ITEMS; i++) {
		assert_int_equal(first_field(&stage), GUEST_DATA_NEEDED + i);
		assert_int_equal(visit->focus, GUEST_DATA_NEEDED + i);
		stage_type(&stage, (enum guest_field)(GUEST_DATA_NEEDED + i), items[i]);
		assert_int_equal(book_may_add(&stage.journey, &stage.lobby), i + 1 < GUEST_ITEMS);
		stage_act(&stage, ACTION_ITEM);
	}
	assert_int_equal(visit->item, GUEST_ITEMS - 1);
	assert_int_equal(visit->step, step);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, step + 1);
	/* Back through them, one by one. */
	for (int i = GUEST_ITEMS - 1; i >= 0; i--) {
		stage_act(&stage, ACTION_BACK);
		assert_int_equal(visit->item, i);
		assert_string_equal(visit->guest.data_needed[i], items[i]);
	}
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->step, step - 1);
}

static void test_an_emptied_item_leaves_no_gap(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_DATA_NEEDED);
	struct visit *visit = &stage.journey.visit;
	stage_type(&stage, GUEST_DATA_NEEDED, "Inflasi");
	stage_act(&stage, ACTION_ITEM);
	stage_type(&stage, GUEST_DATA_NEEDED_2, "PDRB");
	stage_act(&stage, ACTION_ITEM);
	stage_act(&stage, ACTION_BACK); /* the third stays empty */
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->item, 0);
	stage_type(&stage, GUEST_DATA_NEEDED, "  ");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->item, 0); /* what was the second is shown */
	assert_string_equal(visit->guest.data_needed[0], "PDRB");
	assert_true(stage_is_blank(visit->guest.data_needed[1], GUEST_NOTE_SIZE));
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), GUEST_NEEDS);
}

/* An error is told while it is typed when typing on cannot mend it, and else when it is left. */
static void test_errors_are_told_while_typing(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_EMAIL);
	const enum result *errors = stage.journey.visit.errors;
	stage_type(&stage, GUEST_EMAIL, "siti@gmail");
	assert_int_equal(errors[GUEST_EMAIL], RESULT_OK);
	stage_type(&stage, GUEST_EMAIL, "siti@@");
	assert_int_equal(errors[GUEST_EMAIL], RESULT_EMAIL_SIGN);
	stage_type(&stage, GUEST_EMAIL, "siti@gmail");
	assert_int_equal(errors[GUEST_EMAIL], RESULT_OK);
	stage_pick(&stage, ACTION_FOCUS, GUEST_PHONE, 0);
	assert_int_equal(errors[GUEST_EMAIL], RESULT_EMAIL_FORM);
	stage_type(&stage, GUEST_PHONE, "0812");
	assert_int_equal(errors[GUEST_PHONE], RESULT_OK);
	stage_type(&stage, GUEST_PHONE, "0812345678901234");
	assert_int_equal(errors[GUEST_PHONE], RESULT_PHONE_FORM);
	/* What is empty may still be filled in. */
	stage_type(&stage, GUEST_PHONE, "");
	stage_pick(&stage, ACTION_FOCUS, GUEST_EMAIL, 0);
	assert_int_equal(errors[GUEST_PHONE], RESULT_OK);
	stage_type(&stage, GUEST_EMAIL, "siti@gmail.com");
	assert_int_equal(errors[GUEST_EMAIL], RESULT_OK);
}

static void test_a_year_of_birth(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_BIRTH_YEAR, GUEST_REQUIRED);
	stage_to_field(&stage, KONS, GUEST_BIRTH_YEAR);
	struct visit *visit = &stage.journey.visit;
	assert_int_equal(visit->keyboard.layout, KEYBOARD_DIGITS);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_BIRTH_YEAR], RESULT_FIELD_REQUIRED);
	stage_type(&stage, GUEST_BIRTH_YEAR, "2027"); /* it is 2026 */
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_BIRTH_YEAR], RESULT_YEAR_FORM);
	assert_string_equal(step_error_key(GUEST_BIRTH_YEAR, RESULT_YEAR_FORM), "kiosk.error.year");
	stage_type(&stage, GUEST_BIRTH_YEAR, "1990");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), GUEST_NAME);
	assert_int_equal(visit->guest.age_band, 4);
}

/* Where no age is asked nobody is known to be a child: the name comes first. */
static void test_without_an_age_the_name_comes_first(void **state)
{
	static const enum guest_field fields[] = {GUEST_NAME, GUEST_EMAIL, GUEST_SEX,
		GUEST_OCCUPATION, GUEST_INSTITUTION_KIND, GUEST_PURPOSE, GUEST_DATA_NEEDED,
		GUEST_NEEDS};
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_AGE_BAND, GUEST_NO);
	assert_steps(&stage, fields, 8);
}

/* By the band or by the year: the age is told first, and no step asks a child for its name. */
static void test_a_child_is_asked_no_name(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	for (int by_year = 0; by_year < 2; by_year++) {
		stage_init(&stage, 10, 13);
		ask(&stage, GUEST_BIRTH_YEAR, by_year ? GUEST_REQUIRED : GUEST_NO);
		ask(&stage, GUEST_ADDRESS, GUEST_REQUIRED);
		ask(&stage, GUEST_DISABILITY, GUEST_OPTIONAL);
		stage_to_book(&stage, KONS);
		assert_int_equal(first_field(&stage), GUEST_SEX);
		stage_pick(&stage, ACTION_CHOOSE, GUEST_SEX, 2);
		stage_pick(&stage, ACTION_CHOOSE, GUEST_EDUCATION, 7);
		if (by_year) {
			stage_act(&stage, ACTION_CONTINUE);
			stage_type(&stage, GUEST_BIRTH_YEAR, "2015");
		} else {
			stage_pick(&stage, ACTION_CHOOSE, GUEST_AGE_BAND, 1);
		}
		stage_act(&stage, ACTION_CONTINUE);
		assert_int_equal(first_field(&stage), GUEST_OCCUPATION);
		assert_int_equal(visit->guest.age_band, 1);
		for (int i = 0; i < GUEST_FIELDS; i++) {
			const int step = step_find(
				&stage.office.services[KONS], &visit->guest, (enum guest_field)i);
			assert_true(step < 0 || !guest_is_grown((enum guest_field)i));
		}
	}
}

/* Who goes back and turns out to be a child leaves nothing behind. */
static void test_an_age_put_right_drops_the_name(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_EMAIL);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(first_field(&stage), GUEST_SEX);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_AGE_BAND, 1);
	assert_int_equal(first_field(&stage), GUEST_SEX);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), GUEST_OCCUPATION);
	assert_string_equal(visit->guest.name, "");
}

/* Each item in turn: what, where, when; and back by the same way. */
static void test_each_item_is_asked_about(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_DATA_LEVEL, GUEST_REQUIRED);
	ask(&stage, GUEST_DATA_FROM, GUEST_OPTIONAL);
	stage_to_field(&stage, KONS, GUEST_DATA_NEEDED);
	struct visit *visit = &stage.journey.visit;
	int base = visit->step;
	stage_type(&stage, GUEST_DATA_NEEDED, "Inflasi");
	stage_act(&stage, ACTION_ITEM);
	stage_type(&stage, GUEST_DATA_NEEDED_2, "PDRB");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->step, base + 1);
	assert_int_equal(first_field(&stage), GUEST_DATA_LEVEL);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_DATA_LEVEL], RESULT_FIELD_REQUIRED);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_DATA_LEVEL, 3);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), GUEST_DATA_FROM);
	assert_int_equal(visit->keyboard.layout, KEYBOARD_DIGITS);
	stage_type(&stage, GUEST_DATA_FROM, "2020");
	stage_type(&stage, GUEST_DATA_UNTIL, "2019");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_DATA_UNTIL], RESULT_DATA_YEAR);
	stage_type(&stage, GUEST_DATA_UNTIL, "2024");
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), (int)GUEST_DATA_LEVEL + 1);
	assert_int_equal(book_step(&stage.journey, &stage.lobby).item, 1);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->item, 1); /* the last item that was typed */
	assert_int_equal(visit->step, base);
}

/* Of a set several are chosen, and then "other" is written. */
static void test_several_and_other(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_MEDIA, GUEST_REQUIRED);
	stage_to_field(&stage, KONS, GUEST_MEDIA);
	struct visit *visit = &stage.journey.visit;
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_MEDIA], RESULT_FIELD_REQUIRED);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_MEDIA, 32);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_MEDIA, 1);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_MEDIA, 4);
	stage_pick(&stage, ACTION_CHOOSE, GUEST_MEDIA, 1);
	assert_int_equal(visit->guest.media, 36);
	assert_false(visit->typing_other);
	stage_act(&stage, ACTION_CONTINUE);
	assert_true(visit->typing_other);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(visit->errors[GUEST_MEDIA_OTHER], RESULT_FIELD_REQUIRED);
	stage_type(&stage, GUEST_MEDIA_OTHER, "Radio");
	stage_act(&stage, ACTION_CONTINUE);
	assert_false(visit->typing_other);
	assert_string_equal(visit->guest.media_other, "Radio");
}

/* The office changes its mind while somebody answers: every step is one of its questions. */
static void test_other_questions_in_the_middle(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NEEDS); /* the last */
	struct visit *visit = &stage.journey.visit;
	ask(&stage, GUEST_NEEDS, GUEST_NO);
	ask(&stage, GUEST_PARTY_MALE, GUEST_NO);
	book_follow(&stage.journey, &stage.lobby);
	assert_int_equal(first_field(&stage), GUEST_DATA_NEEDED);
	assert_int_equal(visit->focus, GUEST_DATA_NEEDED);
	/* A choice is where a text was: the keyboard has nothing to write to. */
	for (int i = 0; i < GUEST_FIELDS; i++) {
		ask(&stage, (enum guest_field)i, GUEST_NO);
	}
	ask(&stage, GUEST_PHONE, GUEST_OPTIONAL);
	book_follow(&stage.journey, &stage.lobby);
	assert_int_equal(first_field(&stage), GUEST_PHONE);
	assert_int_equal(visit->focus, GUEST_PHONE);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_ISSUE);
	/* Elsewhere it changes nothing. */
	stage_answer(&stage, RESULT_OK);
	book_follow(&stage.journey, &stage.lobby);
	assert_int_equal(visit->screen, JOURNEY_TICKET);
}

/* … and while somebody waits for help in the middle of the book. */
static void test_other_questions_behind_a_call_for_help(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NEEDS); /* the last */
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_ASK_HELP);
	stage.journey.visit.issuing = false;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		ask(&stage, (enum guest_field)i, GUEST_NO);
	}
	ask(&stage, GUEST_PHONE, GUEST_OPTIONAL);
	book_follow(&stage.journey, &stage.lobby);
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_WITHDRAW_HELP);
	assert_int_equal(stage.journey.visit.screen, JOURNEY_GUEST);
	assert_int_equal(first_field(&stage), GUEST_PHONE);
	assert_int_equal(stage.journey.visit.focus, GUEST_PHONE);
}

/* Refused for one service, the visitor takes another, which asks less. */
static void test_answers_to_another_service_are_not_sent(void **state)
{
	struct stage stage;
	struct desk_issue issue;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_ADDRESS, GUEST_REQUIRED);
	stage_to_field(&stage, KONS, GUEST_NEEDS);
	assert_string_equal(stage.journey.visit.guest.address, "Tarakan");
	stage_act(&stage, ACTION_CONTINUE);
	stage_answer(&stage, RESULT_QUOTA_FULL);
	stage_act(&stage, ACTION_BACK);
	stage_pick(&stage, ACTION_SERVICE, GUEST_NAME, JUAL);
	stage_pass(&stage, 500);
	for (int i = 0; i < 9; i++) {
		stage_act(&stage, ACTION_CONTINUE);
		stage_pass(&stage, 500);
	}
	assert_true(stage.journey.visit.issuing);
	journey_request(&stage.journey, &stage.lobby, &issue);
	assert_string_equal(issue.guest.address, "");
	assert_string_equal(issue.guest.name, "Siti Rahma");
}

static void test_nothing_of_it_stays(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_BIRTH_YEAR, GUEST_REQUIRED);
	stage_to_field(&stage, KONS, GUEST_DATA_NEEDED);
	stage_type(&stage, GUEST_DATA_NEEDED, "Inflasi");
	stage_act(&stage, ACTION_ITEM);
	stage_type(&stage, GUEST_DATA_NEEDED_2, "PDRB");
	stage_pass(&stage, 75000);
	stage_pass(&stage, 20000);
	stage_assert_forgotten(&stage);
}

/* Who calls a clerk from the middle of the book finds it as it was left. */
static void test_help_keeps_the_book(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_EMAIL);
	stage_type(&stage, GUEST_EMAIL, "siti@contoh.id");
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_ASK_HELP);
	assert_int_equal(visit->screen, JOURNEY_HELP);
	visit->issuing = false;
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_WITHDRAW_HELP);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_int_equal(visit->step, 2);
	assert_int_equal(visit->focus, GUEST_EMAIL);
	assert_int_equal(visit->closes_ms, 0);
	assert_string_equal(visit->guest.email, "siti@contoh.id");
	stage_act(&stage, ACTION_HELP);
	const struct desk_message refused = {.act = DESK_ASK_HELP, .result = RESULT_STORE_FULL};
	assert_int_equal(ways_answered(&stage.journey, &stage.lobby, &refused), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_int_equal(visit->note, NOTE_NO_HELP);
	assert_string_equal(visit->guest.email, "siti@contoh.id");
}

/* On a small screen rows stand on pages: one that is wrong is told of before it is out of sight. */
static void test_a_page_is_left_when_it_is_right(void **state)
{
	struct stage stage;
	(void)state;
	stage_init(&stage, 10, 13);
	ask(&stage, GUEST_SEX, GUEST_REQUIRED);
	ask(&stage, GUEST_AGE_BAND, GUEST_REQUIRED);
	stage_to_field(&stage, KONS, GUEST_SEX);
	const struct step step = book_step(&stage.journey, &stage.lobby);
	assert_true(step.field_count >= 2 && step.fields[0] == GUEST_SEX);
	struct visit *visit = &stage.journey.visit;
	stage_pick(&stage, ACTION_TURN, GUEST_SEX, 0);
	assert_int_equal(visit->page, 0);
	assert_int_not_equal(visit->errors[GUEST_SEX], RESULT_OK);
	assert_int_equal(visit->errors[GUEST_AGE_BAND], RESULT_OK); /* not yet seen */
	stage_pick(&stage, ACTION_CHOOSE, GUEST_SEX, 1);
	stage_pick(&stage, ACTION_TURN, GUEST_SEX, 0);
	assert_int_equal(visit->page, 1);
	stage_act(&stage, ACTION_CONTINUE);
	assert_int_equal(first_field(&stage), GUEST_SEX);
	assert_int_not_equal(visit->errors[GUEST_AGE_BAND], RESULT_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_what_is_asked_is_shown),
		cmocka_unit_test(test_one_question_is_a_whole_guest_book),
		cmocka_unit_test(test_data_is_asked_item_by_item),
		cmocka_unit_test(test_an_emptied_item_leaves_no_gap),
		cmocka_unit_test(test_errors_are_told_while_typing),
		cmocka_unit_test(test_a_year_of_birth),
		cmocka_unit_test(test_without_an_age_the_name_comes_first),
		cmocka_unit_test(test_a_child_is_asked_no_name),
		cmocka_unit_test(test_an_age_put_right_drops_the_name),
		cmocka_unit_test(test_each_item_is_asked_about),
		cmocka_unit_test(test_several_and_other),
		cmocka_unit_test(test_other_questions_in_the_middle),
		cmocka_unit_test(test_other_questions_behind_a_call_for_help),
		cmocka_unit_test(test_answers_to_another_service_are_not_sent),
		cmocka_unit_test(test_nothing_of_it_stays),
		cmocka_unit_test(test_help_keeps_the_book),
		cmocka_unit_test(test_a_page_is_left_when_it_is_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
