/* Ways of a visitor beside "guest book, then number" (app/desk/flows.h). */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/flows.h"
#include "app/queue/replay.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof *stage);
	char office[512], error[512];
	stage_init(stage);
	text_format(office, sizeof office, "%s/tests/store/flows.conf", getenv("GILIRAN_SOURCE"));
	enum result result =
		desk_create(stage->store, office, true, "2026-11-23T07:30:00", error, sizeof error);
	assert_int_equal(result, RESULT_OK);
	struct desk *desk = stage_desk(stage, "07:30:00");
	const struct desk_staff ani = {.code = "ani", .name = "Ani", .role = DESK_CLERK};
	assert_int_equal(desk_add_staff(desk, &ani, NULL), RESULT_OK);
	desk_close(desk);
	stage_open(stage, "08:00:00", 1, "ani");
	*state = stage;
	return 0;
}

static void check_proof(const struct stage *stage, const char *time, const char *what)
{
	struct desk_proof proof;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	assert_string_equal(proof.what, what);
	assert_int_equal(proof.right, what[0] == '\0');
	desk_close(desk);
}

/* ---- giving up a number ---- */

static void the_slip_tells_its_code(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	char code[DESK_CODE_SIZE], other[DESK_CODE_SIZE];
	bool found;
	struct ticket first = stage_issue(stage, "08:01:00", "KONS");
	struct ticket second = stage_issue(stage, "08:01:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_ticket_code(desk, first.id, code), RESULT_OK);
	assert_int_equal(desk_ticket_code(desk, second.id, other), RESULT_OK);
	assert_true(desk_is_code(code));
	assert_string_not_equal(code, other);
	assert_int_equal(desk_next_slip(desk, &slip, &found), RESULT_OK);
	assert_true(found);
	assert_int_equal(slip.ticket.id, first.id);
	assert_string_equal(slip.code, code);
	desk_close(desk);
}

static void a_visitor_gives_up_the_own_number(void **state)
{
	struct stage *stage = *state;
	char code[DESK_CODE_SIZE];
	struct ticket ticket = stage_issue(stage, "08:01:00", "KONS"), after;
	struct ticket next = stage_issue(stage, "08:01:10", "KONS");
	struct desk *desk = stage_desk(stage, "08:02:00");
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(desk_ticket_code(desk, ticket.id, code), RESULT_OK);
	for (char *at = code; *at != '\0'; at++) {
		*at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
	}
	assert_int_equal(desk_withdraw(desk, "k1", code, &after), RESULT_OK);
	assert_int_equal(after.state, TICKET_CANCELLED);
	assert_int_equal(desk_withdraw(desk, "K001", code, &after), RESULT_TICKET_STATE);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->gone_count, 1);
	assert_string_equal(view->gone[0].number, "K001");
	assert_int_equal(view->waiting_shown, 1);
	assert_string_equal(view->waiting[0].number, "K002");
	/* Nobody at a counter may say it for the visitor. */
	assert_int_equal(desk_cancel(desk, 1, next.id, "visitor", &after), RESULT_FIELD_RANGE);
	free(view);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &after), RESULT_OK);
	assert_string_equal(after.number, "K002");
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM event WHERE kind = 'cancelled'"
					    " AND detail = 'visitor' AND counter IS NULL"),
		1);
	check_proof(stage, "08:04:00", "");
	stage_change(stage, "UPDATE withdrawal SET at_ms = at_ms + 1");
	check_proof(stage, "08:05:00", "withdrawal");
}

static void who_waits_after_hours_gives_up_too(void **state)
{
	struct stage *stage = *state;
	char code[DESK_CODE_SIZE];
	struct ticket ticket = stage_issue(stage, "15:20:00", "KONS"), after;
	struct desk *desk = stage_desk(stage, "15:50:00");
	assert_int_equal(desk_ticket_code(desk, ticket.id, code), RESULT_OK);
	assert_int_equal(desk_withdraw(desk, "K001", code, &after), RESULT_OK);
	assert_int_equal(after.state, TICKET_CANCELLED);
	desk_close(desk);
}

static void who_is_called_gives_up_nothing(void **state)
{
	struct stage *stage = *state;
	char code[DESK_CODE_SIZE];
	struct ticket ticket = stage_issue(stage, "08:01:00", "KONS");
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:02:10");
	assert_int_equal(desk_ticket_code(desk, ticket.id, code), RESULT_OK);
	assert_int_equal(desk_withdraw(desk, "K001", code, &ticket), RESULT_TICKET_STATE);
	desk_close(desk);
}

static void wrong_codes_are_counted_over_restarts(void **state)
{
	struct stage *stage = *state;
	char code[DESK_CODE_SIZE];
	struct ticket ticket = stage_issue(stage, "08:01:00", "KONS");
	static const char *const wrong[][2] = {{"K001", "ABCDEF"}, {"K009", "ABCDEF"}, {"?", "?"},
		{"K001", ""}, {"K001", "ABCDEFG"}};
	for (int i = 0; i < DESK_CANCELS; i++) {
		struct desk *desk = stage_desk(stage, "08:02:00");
		const char *const *row = wrong[i % 5];
		assert_int_equal(desk_withdraw(desk, row[0], row[1], &ticket), RESULT_CODE_WRONG);
		desk_close(desk);
	}
	struct desk *desk = stage_desk(stage, "08:11:59");
	assert_int_equal(desk_ticket_code(desk, 1, code), RESULT_OK);
	assert_int_equal(desk_withdraw(desk, "K001", code, &ticket), RESULT_TRY_LATER);
	desk_close(desk);
	desk = stage_desk(stage, "08:12:00");
	assert_int_equal(desk_withdraw(desk, "K001", code, &ticket), RESULT_OK);
	desk_close(desk);
	check_proof(stage, "08:13:00", "");
}

/* ---- the guest book behind the number ---- */

static void the_book_is_signed_behind_the_number(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket, after;
	struct desk *desk = stage_desk(stage, "08:01:00");
	const struct desk_issue issue = {.token = "one"};
	struct desk_issue book = {.guest = stage_guest, .token = "two", .notice = "2026-11"};
	assert_true(desk_office(desk)->ticket_first);
	assert_int_equal(desk_issue(desk, &issue, false, &ticket), RESULT_OK);
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, &after), RESULT_TICKET_UNKNOWN);
	book.token[0] = '\0';
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, &after), RESULT_TICKET_UNKNOWN);
	text_copy(book.token, sizeof book.token, "one");
	book.guest.name[0] = '\0';
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, &after), RESULT_FIELD_REQUIRED);
	book.guest = stage_guest;
	book.guest.party_male = 3;
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, &after), RESULT_OK);
	assert_string_equal(after.number, "K001");
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, &after), RESULT_BOOK_SIGNED);
	assert_int_equal(
		desk_issue(desk, &(struct desk_issue){.party = 2}, true, &ticket), RESULT_OK);
	/* Staff may leave questions open, and need no token. */
	book = (struct desk_issue){.guest = stage_guest};
	book.guest.name[0] = '\0';
	assert_int_equal(desk_sign(desk, ticket.id, &book, true, &after), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit WHERE id = 1"), 4);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit WHERE id = 2"), 2);
	check_proof(stage, "08:04:00", "");
	/* A press at a counter that is taken back leaves the guest book alone. */
	assert_int_equal(stage_do(stage, "08:05:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:05:05", desk_undo, 1, &ticket), RESULT_OK);
	check_proof(stage, "08:06:00", "");
	stage_change(stage, "UPDATE visit SET party = 3 WHERE id = 1");
	check_proof(stage, "08:07:00", "issue");
}

/* The version is that of the notice that was on a screen before the first letter, or none. */
static void only_a_notice_that_was_shown_is_kept(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "08:01:00");
	const struct desk_issue number = {.token = "one"};
	struct desk_issue book = {.guest = stage_guest, .token = "one", .notice = "2026-11"};
	assert_int_equal(desk_issue(desk, &number, false, &ticket), RESULT_OK);
	assert_int_equal(
		stage_count(stage, "SELECT notice_version = '' FROM visit WHERE id = 1"), 1);
	assert_int_equal(desk_sign(desk, ticket.id, &book, false, NULL), RESULT_OK);
	assert_int_equal(
		stage_count(stage, "SELECT notice_version = '2026-11' FROM visit WHERE id = 1"), 1);
	/* What a clerk writes was asked aloud. */
	book = (struct desk_issue){.with_guest = true, .guest = stage_guest};
	assert_int_equal(desk_issue(desk, &book, true, &ticket), RESULT_OK);
	assert_int_equal(desk_issue(desk, &(struct desk_issue){0}, true, &ticket), RESULT_OK);
	assert_int_equal(desk_sign(desk, ticket.id, &book, true, NULL), RESULT_OK);
	book.service = 1;
	assert_int_equal(desk_receive(desk, &book, true), RESULT_OK);
	text_copy(book.token, sizeof book.token, "two");
	text_copy(book.notice, sizeof book.notice, "2026-11");
	assert_int_equal(desk_receive(desk, &book, false), RESULT_OK);
	desk_close(desk);
	assert_int_equal(
		stage_count(stage, "SELECT COUNT(*) FROM visit WHERE notice_version = ''"), 3);
	assert_int_equal(
		stage_count(stage, "SELECT notice_version = '2026-11' FROM visit WHERE id = 5"), 1);
}

/* ---- without a number ---- */

static void an_office_guest_has_no_number(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "08:01:00");
	struct desk_issue issue = {
		.service = 1, .with_guest = true, .guest = stage_guest, .token = "one"};
	assert_int_equal(desk_issue(desk, &issue, false, &ticket), RESULT_SERVICE_RECEPTION);
	assert_int_equal(desk_receive(desk, &issue, false), RESULT_OK);
	assert_int_equal(desk_receive(desk, &issue, false), RESULT_OK); /* a double press */
	issue.service = 0;
	text_copy(issue.token, sizeof issue.token, "two");
	assert_int_equal(desk_receive(desk, &issue, false), RESULT_SERVICE_TICKETED);
	assert_int_equal(desk_issue(desk, &issue, false, &ticket), RESULT_OK);
	assert_int_equal(desk_transfer(desk, 0, ticket.id, 1, &ticket), RESULT_SERVICE_RECEPTION);
	struct desk_appointment appointment;
	assert_int_equal(desk_appoint(desk, 1, 0, &appointment), RESULT_SERVICE_RECEPTION);
	desk_close(desk);
	desk = stage_desk(stage, "16:00:00");
	issue.service = 1;
	text_copy(issue.token, sizeof issue.token, "three");
	assert_int_equal(desk_receive(desk, &issue, false), RESULT_OFFICE_CLOSED);
	assert_int_equal(desk_receive(desk, &issue, true), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM reception"), 2);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM guest"), 3);
	assert_int_equal(
		stage_count(stage, "SELECT COUNT(*) FROM event WHERE kind = 'received'"), 2);
	check_proof(stage, "16:01:00", "");
	stage_change(stage, "DELETE FROM reception WHERE visit = 1");
	check_proof(stage, "16:02:00", "reception");
}

/* The kiosk offers what the view has not closed. */
static void an_office_guest_can_choose(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "08:01:00");
	struct desk_view *view = memory_zeroed(1, sizeof(*view));
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->services[1].closed, RESULT_OK);
	assert_int_equal(desk_issue(desk, &(struct desk_issue){0}, true, &ticket), RESULT_OK);
	assert_int_equal(desk_close_day(desk), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->services[1].closed, RESULT_DAY_CLOSED);
	free(view);
	desk_close(desk);
}

/* ---- help ---- */

static void a_clerk_comes_and_issues_the_number(void **state)
{
	struct stage *stage = *state;
	struct help help, again;
	struct ticket ticket, twice;
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk_issue issue = {.token = "h"};
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(desk_ask_help(desk, &again), RESULT_OK);
	assert_int_equal(again.id, help.id);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->help_count, 1);
	assert_string_equal(view->helps[0].device, "test");
	assert_int_equal(view->helps[0].state, HELP_ASKED);
	assert_int_equal(desk_take_help(desk, 9, help.id), RESULT_COUNTER_UNKNOWN);
	assert_int_equal(desk_take_help(desk, 2, help.id), RESULT_COUNTER_CLOSED);
	assert_int_equal(desk_take_help(desk, 1, 99), RESULT_HELP_UNKNOWN);
	assert_int_equal(desk_take_help(desk, 1, help.id), RESULT_OK);
	assert_int_equal(desk_take_help(desk, 1, help.id), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 2, "kepala", 0), RESULT_OK);
	assert_int_equal(desk_take_help(desk, 2, help.id), RESULT_HELP_STATE);
	assert_int_equal(desk_help_issue(desk, 2, help.id, &issue, &ticket), RESULT_HELP_STATE);
	assert_int_equal(desk_help_issue(desk, 1, help.id, &issue, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(desk_help_issue(desk, 1, help.id, &issue, &twice), RESULT_OK);
	assert_int_equal(twice.id, ticket.id);
	assert_int_equal(desk_end_help(desk, 1, help.id), RESULT_HELP_STATE);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->help_count, 0);
	free(view);
	desk_close(desk);
	check_proof(stage, "08:02:00", "");
	stage_change(stage, "UPDATE help SET ticket = NULL");
	check_proof(stage, "08:03:00", "help");
}

/* Nobody answers at the kiosk: somebody may still sit in the room, so the call stays and says it.
 */
static void a_call_outlasts_its_visitor(void **state)
{
	struct stage *stage = *state;
	struct help help, next;
	struct desk_view *view = calloc(1, sizeof *view);
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_leave_help(desk), RESULT_OK); /* nobody had called */
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(help.left_ms, 0);
	desk_close(desk);
	desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_leave_help(desk), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->help_count, 1);
	assert_int_equal(view->helps[0].state, HELP_ASKED);
	assert_int_equal(view->helps[0].left_ms, stage_ms(stage, "08:03:00"));
	int64_t last = view->last_event;
	assert_int_equal(desk_leave_help(desk), RESULT_OK); /* told once */
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->last_event, last);
	/* The next visitor's call is another; a clerk who is on the way has only one to go to. */
	assert_int_equal(desk_ask_help(desk, &next), RESULT_OK);
	assert_int_not_equal(next.id, help.id);
	assert_int_equal(desk_take_help(desk, 1, help.id), RESULT_HELP_STATE);
	assert_int_equal(desk_take_help(desk, 1, next.id), RESULT_OK);
	assert_int_equal(desk_leave_help(desk), RESULT_OK);
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(help.id, next.id);
	assert_int_equal(help.state, HELP_TAKEN);
	/* Who stands at the kiosk now does not send the clerk away from who sits in the room. */
	assert_int_equal(desk_withdraw_help(desk), RESULT_OK);
	assert_int_equal(desk_end_help(desk, 1, help.id), RESULT_OK);
	desk_close(desk);
	free(view);
	check_proof(stage, "08:04:00", "");
}

static void help_ends_in_other_ways(void **state)
{
	struct stage *stage = *state;
	struct help help;
	struct ticket ticket;
	size_t helps;
	struct desk *desk = stage_desk(stage, "08:01:00");
	assert_int_equal(desk_withdraw_help(desk), RESULT_OK); /* nobody had called */
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(desk_withdraw_help(desk), RESULT_OK);
	assert_int_equal(desk_take_help(desk, 1, help.id), RESULT_HELP_STATE);
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(desk_end_help(desk, 1, help.id), RESULT_OK);
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	desk_close(desk);
	/* To take a call takes back no other press. */
	stage_issue(stage, "08:02:00", "KONS");
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 1, &ticket), RESULT_OK);
	desk = stage_desk(stage, "08:03:02");
	assert_int_equal(desk_take_help(desk, 1, help.id), RESULT_OK);
	assert_int_equal(desk_undo(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_WAITING);
	desk_close(desk);
	/* What nobody came for is over the next day. */
	desk = stage_desk(stage, "2026-11-24T08:00:00");
	struct help list[DESK_HELPS];
	assert_int_equal(desk_list_help(desk, list, DESK_HELPS, &helps), RESULT_OK);
	assert_int_equal(helps, 0);
	int64_t old = help.id;
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_not_equal(help.id, old);
	assert_int_equal(desk_list_help(desk, list, DESK_HELPS, &helps), RESULT_OK);
	assert_int_equal(helps, 1);
	desk_close(desk);
	check_proof(stage, "2026-11-24T08:01:00", "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down_right)
#define CHANGED(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_slip_tells_its_code),
		CHANGED(a_visitor_gives_up_the_own_number),
		TEST(who_waits_after_hours_gives_up_too),
		TEST(who_is_called_gives_up_nothing),
		TEST(wrong_codes_are_counted_over_restarts),
		CHANGED(the_book_is_signed_behind_the_number),
		CHANGED(only_a_notice_that_was_shown_is_kept),
		CHANGED(an_office_guest_has_no_number),
		TEST(an_office_guest_can_choose),
		CHANGED(a_clerk_comes_and_issues_the_number),
		TEST(a_call_outlasts_its_visitor),
		TEST(help_ends_in_other_ways),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
