/* The guest book as a clerk at the counter writes it: signed for the visitor, or put right for a
 * reason that the log keeps. */
#include "app/base/text.h"
#include "app/desk/flows.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct guest siti = {
	.name = "Siti Rahma",
	.email = "siti@example.id",
	.data_needed = {"Padi"},
	.sex = 2,
	.occupation = 1,
	.party_female = 1,
};

static int set_up(void **state)
{
	stage_set_up(state);
	stage_open(*state, "08:00:00", 1, "ani");
	return 0;
}

/* Of a visitor who is then called to counter 1. */
static int64_t issue(const struct stage *stage, int party, const struct guest *guest)
{
	struct ticket ticket;
	struct desk_issue wanted = {.party = party, .with_guest = guest != NULL};
	struct desk *desk = stage_desk(stage, "08:01:00");
	wanted.guest = guest != NULL ? *guest : wanted.guest;
	assert_int_equal(desk_issue(desk, &wanted, true, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:01:30", desk_next, 1, NULL), RESULT_OK);
	return ticket.id;
}

static enum result put(
	const struct stage *stage, int64_t ticket, const struct guest *guest, const char *reason)
{
	struct ticket after = {0};
	struct desk *desk = stage_desk(stage, "08:02:00");
	enum result result = desk_write_guest(desk, 1, ticket, guest, reason, &after);
	assert_string_equal(after.number, result == RESULT_OK ? "K001" : "");
	desk_close(desk);
	return result;
}

static void what_is_refused_changes_nothing(void **state)
{
	struct stage *stage = *state;
	int64_t id = issue(stage, 1, NULL);
	struct guest wrong = siti;
	text_copy(wrong.email, sizeof wrong.email, "siti@");
	const struct {
		int counter;
		int64_t ticket;
		const struct guest *guest;
		const char *reason;
		enum result result;
	} rows[] = {
		{1, id, &siti, NULL, RESULT_FIELD_RANGE},
		{1, id, &siti, "Because of Siti", RESULT_FIELD_RANGE},
		{9, id, &siti, "completed", RESULT_COUNTER_UNKNOWN},
		{2, id, &siti, "completed", RESULT_COUNTER_CLOSED},
		{1, 99, &siti, "completed", RESULT_TICKET_UNKNOWN},
		{1, id, &wrong, "completed", RESULT_EMAIL_FORM},
	};
	struct desk *desk = stage_desk(stage, "08:02:00");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(desk_write_guest(desk, rows[i].counter, rows[i].ticket,
					 rows[i].guest, rows[i].reason, NULL),
			rows[i].result);
	}
	desk_close(desk);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM guest"), 0);
}

static enum result write_at(
	const struct stage *stage, const char *time, int counter, int64_t ticket)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = desk_write_guest(desk, counter, ticket, &siti, "completed", NULL);
	desk_close(desk);
	return result;
}

/* It is the business of the counter where the visitor is or was last, and of the head. */
static void a_foreign_counter_writes_nothing(void **state)
{
	struct stage *stage = *state;
	struct desk_staff head = {.code = "dewi", .name = "Dewi", .role = DESK_HEAD};
	int64_t id = issue(stage, 1, NULL);
	stage_open(stage, "08:02:00", 2, "budi");
	assert_int_equal(write_at(stage, "08:02:01", 2, id), RESULT_COUNTER_FOREIGN);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM guest"), 0);
	struct desk *desk = stage_desk(stage, "08:02:02");
	assert_int_equal(desk_transfer(desk, 1, id, 1, NULL), RESULT_OK);
	assert_int_equal(desk_add_staff(desk, &head, NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(write_at(stage, "08:02:03", 2, id), RESULT_COUNTER_FOREIGN);
	assert_int_equal(write_at(stage, "08:02:04", 1, id), RESULT_OK); /* was there last */
	assert_int_equal(stage_do(stage, "08:03:00", desk_next, 2, NULL), RESULT_OK);
	assert_int_equal(write_at(stage, "08:03:01", 1, id), RESULT_COUNTER_FOREIGN);
	assert_int_equal(write_at(stage, "08:03:02", 2, id), RESULT_OK);
	stage_open(stage, "08:04:00", 3, "dewi");
	assert_int_equal(write_at(stage, "08:04:01", 3, id), RESULT_OK);
}

/* Who was helped at the kiosk waits for any counter; the helper may still put the entry right. */
static void the_helper_may_put_it_right(void **state)
{
	struct stage *stage = *state;
	struct help help;
	struct ticket ticket;
	struct desk_issue wanted = {.party = 1};
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_ask_help(desk, &help), RESULT_OK);
	assert_int_equal(desk_help_issue(desk, 1, help.id, &wanted, &ticket), RESULT_OK);
	desk_close(desk);
	stage_open(stage, "08:02:30", 2, "budi");
	assert_int_equal(write_at(stage, "08:03:00", 2, ticket.id), RESULT_COUNTER_FOREIGN);
	assert_int_equal(write_at(stage, "08:03:01", 1, ticket.id), RESULT_OK);
}

/* Questions may be left open; the party is not made smaller than was told. */
static void the_book_is_signed_at_the_counter(void **state)
{
	struct stage *stage = *state;
	const struct guest little = {.party_female = 1};
	int64_t id = issue(stage, 5, NULL);
	assert_int_equal(put(stage, id, &little, "completed"), RESULT_OK);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit"), 5);
	assert_int_equal(
		stage_count(stage, "SELECT COUNT(*) FROM event WHERE kind = 'signed'"
				   " AND counter = 1 AND staff = 'ani' AND detail IS NULL"),
		1);
	/* The gaps are filled; the counts are those that were there. */
	assert_int_equal(put(stage, id, &siti, "completed"), RESULT_OK);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit"), 5);
}

static void what_was_wrong_is_put_right(void **state)
{
	struct stage *stage = *state;
	struct guest found, right = siti;
	char initials[DESK_INITIALS_SIZE];
	int64_t id = issue(stage, 1, &siti);
	text_copy(right.email, sizeof right.email, "rahma@example.id");
	text_copy(right.data_needed[1], sizeof right.data_needed[1], "Jagung");
	right.party_male = 1;
	assert_int_equal(put(stage, id, &right, "visitor"), RESULT_OK);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit"), 2);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM guest_data"), 2);
	assert_int_equal(
		stage_count(stage, "SELECT COUNT(*) FROM event WHERE kind = 'guest_corrected'"
				   " AND detail = 'visitor' AND party = 2 AND staff = 'ani'"),
		1);
	struct desk *desk = stage_desk(stage, "08:03:00");
	/* The address that was wrong leads to nobody any more. */
	assert_int_equal(
		desk_recognise(desk, "siti@example.id", "Siti", initials), RESULT_GUEST_UNKNOWN);
	assert_int_equal(desk_recall_guest(desk, "rahma@example.id", "Siti", &found), RESULT_OK);
	assert_string_equal(found.name, "Siti Rahma");
	desk_close(desk);
	/* A press at the counter that is taken back leaves the book alone, and is no less the last
	 * press when something was written since. */
	struct ticket ticket;
	assert_int_equal(stage_do(stage, "08:05:00", desk_absent, 1, &ticket), RESULT_OK);
	desk = stage_desk(stage, "08:05:02");
	assert_int_equal(desk_write_guest(desk, 1, id, &right, "typo", NULL), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:05:05", desk_undo, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_count(stage, "SELECT party FROM visit"), 2);
}

/* A service that asks less, and somebody who signed meanwhile, lose no answer. */
static void answers_of_others_stay(void **state)
{
	struct stage *stage = *state;
	struct guest found, little = {.party_female = 1}, right = siti;
	int64_t id = issue(stage, 1, &siti);
	text_copy(little.name, sizeof little.name, "Rahma");
	assert_int_equal(put(stage, id, &little, "completed"), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_recall_guest(desk, siti.email, "Siti", &found), RESULT_OK);
	assert_string_equal(found.name, siti.name);
	assert_int_equal(found.sex, siti.sex);
	struct office *office = malloc(sizeof *office);
	*office = *desk_office(desk);
	office->services[0].asks[GUEST_SEX] = GUEST_NO;
	office->services[0].asks[GUEST_EDUCATION] = GUEST_NO;
	assert_int_equal(desk_set_questions(desk, office), RESULT_OK);
	free(office);
	right.sex = 0;
	text_copy(right.name, sizeof right.name, "Siti Rahmah");
	assert_int_equal(desk_write_guest(desk, 1, id, &right, "typo", NULL), RESULT_OK);
	assert_int_equal(desk_recall_guest(desk, siti.email, "Siti", &found), RESULT_OK);
	assert_string_equal(found.name, "Siti Rahmah");
	assert_int_equal(found.sex, siti.sex);
	assert_int_equal(found.education, siti.education);
	desk_close(desk);
}

/* The log tells how many came: rows that say otherwise are found. */
static void a_changed_party_is_found(void **state)
{
	struct stage *stage = *state;
	struct guest right = siti;
	int64_t id = issue(stage, 1, &siti);
	right.party_male = 2;
	assert_int_equal(put(stage, id, &right, "typo"), RESULT_OK);
	assert_true(stage_is_proven(stage));
	sqlite3 *connection;
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection, "UPDATE visit SET party = 1", NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(connection);
	assert_false(stage_is_proven(stage));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		TEST(what_is_refused_changes_nothing),
		TEST(a_foreign_counter_writes_nothing),
		TEST(the_helper_may_put_it_right),
		TEST(the_book_is_signed_at_the_counter),
		TEST(what_was_wrong_is_put_right),
		TEST(answers_of_others_stay),
		cmocka_unit_test_setup_teardown(a_changed_party_is_found, set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
