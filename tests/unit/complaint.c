/* What may be said, and the words that stand for it in rows. */
#include "app/feedback/complaint.h"
#include "tests/unit/check.h"

#include <string.h>

static void words_stand_for_themselves(void **state)
{
	enum complaint_kind kind;
	enum complaint_topic topic;
	enum complaint_state at;
	(void)state;
	for (int i = 0; i < COMPLAINT_KINDS; i++) {
		assert_true(
			complaint_kind_find(complaint_kind_name((enum complaint_kind)i), &kind));
		assert_int_equal(kind, i);
	}
	for (int i = 0; i < COMPLAINT_TOPICS; i++) {
		assert_true(complaint_topic_find(
			complaint_topic_name((enum complaint_topic)i), &topic));
		assert_int_equal(topic, i);
	}
	for (int i = 0; i < COMPLAINT_STATES; i++) {
		assert_true(
			complaint_state_find(complaint_state_name((enum complaint_state)i), &at));
		assert_int_equal(at, i);
	}
	assert_false(complaint_kind_find("praise", &kind));
	assert_false(complaint_topic_find("", &topic));
	assert_false(complaint_state_find("NEW", &at));
}

static void what_is_typed_is_checked(void **state)
{
	char text[COMPLAINT_TEXT_SIZE + 1];
	char contact[COMPLAINT_CONTACT_SIZE + 1];
	(void)state;
	assert_int_equal(complaint_check("", ""), RESULT_FIELD_REQUIRED);
	assert_int_equal(complaint_check("   ", "a"), RESULT_FIELD_REQUIRED);
	assert_int_equal(complaint_check("Kursi kurang.", ""), RESULT_OK);
	assert_int_equal(complaint_check("a\nb", ""), RESULT_TEXT_CONTROL);
	assert_int_equal(complaint_check("a\xff", ""), RESULT_TEXT_ENCODING);
	assert_int_equal(complaint_check("a", "b\x1b"), RESULT_TEXT_CONTROL);
	memset(text, 'a', COMPLAINT_TEXT_SIZE);
	text[COMPLAINT_TEXT_SIZE] = '\0';
	assert_int_equal(complaint_check(text, ""), RESULT_TEXT_LONG);
	text[COMPLAINT_TEXT_SIZE - 1] = '\0';
	assert_int_equal(complaint_check(text, ""), RESULT_OK);
	memset(contact, 'a', COMPLAINT_CONTACT_SIZE);
	contact[COMPLAINT_CONTACT_SIZE] = '\0';
	assert_int_equal(complaint_check("a", contact), RESULT_TEXT_LONG);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stand_for_themselves),
		cmocka_unit_test(what_is_typed_is_checked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
