/* An answer is heard by who asked for it, and by nobody else. */
#include "app/kiosk/awaited.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static struct desk_message answer_to(const struct desk_request *request)
{
	return (struct desk_message){.act = request->act, .tag = request->tag};
}

static void a_late_answer_is_not_the_next_visitors(void **state)
{
	struct awaited awaited = {0};
	struct desk_request first = {.act = DESK_RECALL_GUEST}, second = {.act = DESK_RECALL_GUEST};
	(void)state;
	awaited_ask(&awaited, &first);
	struct desk_message late = answer_to(&first);
	assert_false(awaited_is_stale(&awaited, &late)); /* nobody else has asked yet */
	awaited_ask(&awaited, &second);
	struct desk_message right = answer_to(&second);
	assert_true(awaited_is_stale(&awaited, &late));
	assert_false(awaited_is_stale(&awaited, &right));
}

static void another_kind_of_request_makes_it_stale_too(void **state)
{
	struct awaited awaited = {0};
	struct desk_request issue = {.act = DESK_ISSUE}, help = {.act = DESK_ASK_HELP};
	(void)state;
	awaited_ask(&awaited, &issue);
	awaited_ask(&awaited, &help);
	struct desk_message late = answer_to(&issue);
	assert_true(awaited_is_stale(&awaited, &late));
}

static void what_no_visitor_asked_is_always_heard(void **state)
{
	struct awaited awaited = {0};
	struct desk_request issue = {.act = DESK_ISSUE}, leave = {.act = DESK_WITHDRAW_HELP};
	struct desk_message view = {.act = DESK_REFRESH};
	(void)state;
	awaited_ask(&awaited, &issue);
	awaited_ask(&awaited, &leave);
	struct desk_message number = answer_to(&issue), left = answer_to(&leave);
	assert_false(awaited_is_stale(&awaited, &view));
	assert_false(awaited_is_stale(&awaited, &number));
	assert_false(awaited_is_stale(&awaited, &left));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_late_answer_is_not_the_next_visitors),
		cmocka_unit_test(another_kind_of_request_makes_it_stale_too),
		cmocka_unit_test(what_no_visitor_asked_is_always_heard),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
