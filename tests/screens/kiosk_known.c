#include "tests/screens/kiosk_stage.h"

#include "app/base/text.h"
#include "app/kiosk/ways.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Who comes again: by which contact and name, and "is that you?" */
enum { KONS };

static enum journey_wish answer(struct stage *stage, enum desk_act act, enum result result)
{
	struct desk_message message = {.act = act, .result = result};
	if (act == DESK_RECOGNISE && result == RESULT_OK) {
		text_copy(message.initials, sizeof(message.initials), "S. R.");
	} else if (act == DESK_RECALL_GUEST && result == RESULT_OK) {
		text_copy(message.guest.name, GUEST_NAME_SIZE, "Siti Rahma");
		text_copy(message.guest.email, GUEST_EMAIL_SIZE, "siti@example.id");
		message.guest.sex = 2;
		message.guest.education = 3;
		message.guest.occupation = 4;
	}
	return ways_answered(&stage->journey, &stage->lobby, &message);
}

static void ask_contact(struct stage *stage, const char *contact)
{
	stage_act(stage, ACTION_CONTACT);
	text_copy(stage->journey.visit.ways.contact, GUEST_EMAIL_SIZE, contact);
	stage_act(stage, ACTION_TYPED);
}

/* Both questions answered, and the desk asked. */
static void ask_who(struct stage *stage, const char *contact, const char *name)
{
	ask_contact(stage, contact);
	assert_int_equal(stage_act(stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(stage->journey.visit.screen, JOURNEY_NAME);
	text_copy(stage->journey.visit.ways.name, GUEST_NAME_SIZE, name);
	stage_act(stage, ACTION_TYPED);
	assert_int_equal(stage_act(stage, ACTION_CONTINUE), JOURNEY_RECOGNISE);
}

static void test_who_comes_again_confirms_first(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	ask_contact(&stage, "");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->ways.error, RESULT_FIELD_REQUIRED);
	ask_contact(&stage, "siti@example");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->ways.error, RESULT_EMAIL_FORM);
	assert_int_equal(visit->screen, JOURNEY_CONTACT);
	ask_who(&stage, "siti@example.id", "siti");
	assert_string_equal(stage_request(&stage, JOURNEY_RECOGNISE).contact, "siti@example.id");
	assert_string_equal(stage_request(&stage, JOURNEY_RECOGNISE).name, "siti");
	answer(&stage, DESK_RECOGNISE, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_KNOWN);
	assert_string_equal(visit->guest.name, "");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECALL);
	assert_int_equal(stage_request(&stage, JOURNEY_RECALL).act, DESK_RECALL_GUEST);
	assert_string_equal(stage_request(&stage, JOURNEY_RECALL).name, "siti");
	answer(&stage, DESK_RECALL_GUEST, RESULT_OK);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_string_equal(visit->guest.name, "Siti Rahma");
	assert_int_equal(visit->step, 1);
	/* What was answered today stands; the rest is as it was. */
	assert_int_equal(visit->guest.education, 9);
	assert_int_equal(visit->guest.occupation, 4);
	assert_true(stage_is_blank(visit->ways.contact, sizeof(visit->ways.contact)));
	assert_true(stage_is_blank(visit->ways.name, sizeof(visit->ways.name)));
	assert_true(stage_is_blank(visit->ways.initials, sizeof(visit->ways.initials)));
	stage_pass(&stage, 80000);
	stage_pass(&stage, JOURNEY_WARN_MS);
	stage_assert_forgotten(&stage);
}

static void test_no_name_no_question(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	ask_contact(&stage, "siti@example.id");
	stage_act(&stage, ACTION_CONTINUE);
	text_copy(visit->ways.name, GUEST_NAME_SIZE, "  ");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->ways.error, RESULT_FIELD_REQUIRED);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_CONTACT);
	assert_string_equal(visit->ways.contact, "siti@example.id");
	/* Another language is another person. */
	stage_act(&stage, ACTION_CONTINUE);
	text_copy(visit->ways.name, GUEST_NAME_SIZE, "Siti");
	stage_pick(&stage, ACTION_LANGUAGE, GUEST_NAME, OFFICE_ENGLISH);
	assert_int_equal(visit->screen, JOURNEY_CONTACT);
	assert_true(stage_is_blank(visit->ways.name, sizeof(visit->ways.name)));
	assert_true(stage_is_blank(visit->ways.contact, sizeof(visit->ways.contact)));
}

static void test_not_me_shows_nothing(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	ask_who(&stage, "siti@example.id", "Siti");
	answer(&stage, DESK_RECOGNISE, RESULT_OK);
	stage_act(&stage, ACTION_OTHERWISE);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_string_equal(visit->guest.name, "");
	assert_string_equal(visit->guest.email, "");
	assert_true(stage_is_blank(visit->ways.initials, sizeof(visit->ways.initials)));
	/* A visitor may look up three times, found or not. */
	ask_who(&stage, "siti@example.id", "Siti");
	answer(&stage, DESK_RECOGNISE, RESULT_GUEST_UNKNOWN);
	assert_int_equal(visit->screen, JOURNEY_KNOWN);
	stage_act(&stage, ACTION_OTHERWISE);
	assert_int_equal(visit->screen, JOURNEY_CONTACT);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECOGNISE);
	answer(&stage, DESK_RECOGNISE, RESULT_GUEST_UNKNOWN);
	assert_int_equal(visit->screen, JOURNEY_KNOWN);
	/* Who was not found is a new visitor. */
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_NOTHING);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_string_equal(visit->guest.name, "");
	assert_string_equal(visit->guest.email, "");
	stage_act(&stage, ACTION_CONTACT);
	assert_int_equal(visit->screen, JOURNEY_GUEST);
}

/* Back from the desk's answer is the name as it was typed, as long as it may be asked for. */
static void test_back_from_the_answer(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	ask_who(&stage, "siti@example.id", "Siti");
	answer(&stage, DESK_RECOGNISE, RESULT_OK);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_NAME);
	assert_string_equal(visit->ways.name, "Siti");
	assert_true(stage_is_blank(visit->ways.initials, sizeof(visit->ways.initials)));
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECOGNISE);
	answer(&stage, DESK_RECOGNISE, RESULT_GUEST_UNKNOWN);
	stage_act(&stage, ACTION_BACK);
	assert_int_equal(visit->screen, JOURNEY_NAME);
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECOGNISE);
	answer(&stage, DESK_RECOGNISE, RESULT_GUEST_UNKNOWN);
	stage_act(&stage, ACTION_BACK); /* the third was the last */
	assert_int_equal(visit->screen, JOURNEY_GUEST);
	assert_true(stage_is_blank(visit->ways.contact, sizeof(visit->ways.contact)));
}

/* A clerk is called from the question, which is there again afterwards. */
static void test_help_at_the_answer(void **state)
{
	struct stage stage;
	struct visit *visit = &stage.journey.visit;
	(void)state;
	stage_init(&stage, 10, 13);
	stage_to_field(&stage, KONS, GUEST_NAME);
	ask_who(&stage, "siti@example.id", "Siti");
	answer(&stage, DESK_RECOGNISE, RESULT_OK);
	assert_int_equal(stage_act(&stage, ACTION_HELP), JOURNEY_ASK_HELP);
	ways_answered(&stage.journey, &stage.lobby,
		&(struct desk_message){.act = DESK_ASK_HELP, .help = {.id = 3}});
	assert_int_equal(visit->screen, JOURNEY_HELP);
	assert_int_equal(stage_act(&stage, ACTION_BACK), JOURNEY_WITHDRAW_HELP);
	assert_int_equal(visit->screen, JOURNEY_KNOWN);
	assert_string_equal(visit->ways.initials, "S. R.");
	assert_int_equal(stage_act(&stage, ACTION_CONTINUE), JOURNEY_RECALL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_who_comes_again_confirms_first),
		cmocka_unit_test(test_no_name_no_question),
		cmocka_unit_test(test_not_me_shows_nothing),
		cmocka_unit_test(test_back_from_the_answer),
		cmocka_unit_test(test_help_at_the_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
