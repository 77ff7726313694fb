/* Suggestions and complaints: a receipt, a state, and words that are nowhere but in their row. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static const struct desk_complaint chairs = {.kind = COMPLAINT_SUGGESTION,
	.topic = COMPLAINT_ROOM,
	.text = "Tambah kursi tunggu.",
	.contact = "siti@example.id"};

static void file(const struct stage *stage, const char *time, char code[COMPLAINT_CODE_SIZE])
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_complain(desk, &chairs, code), RESULT_OK);
	desk_close(desk);
}

static void a_complaint_has_a_receipt_and_a_state(void **state)
{
	struct stage *stage = *state;
	char first[COMPLAINT_CODE_SIZE], second[COMPLAINT_CODE_SIZE], small[COMPLAINT_CODE_SIZE];
	struct desk_complaint complaint, all[4];
	int64_t after = 0;
	size_t count;
	const int64_t filed_ms = stage_ms(stage, "08:10:00");
	const int64_t moved_ms = stage_ms(stage, "08:12:00");
	file(stage, "08:10:00", first);
	file(stage, "08:11:00", second);
	assert_int_equal(strlen(first), 6);
	assert_int_equal(strspn(first, "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"), 6);
	assert_string_not_equal(first, second);
	text_copy(small, sizeof small, first);
	for (char *at = small; *at != '\0'; at++) {
		*at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
	}
	struct desk *desk = stage_desk(stage, "08:12:00");
	assert_int_equal(
		desk_move_complaint(desk, small, COMPLAINT_WORK, "ani", &complaint), RESULT_OK);
	assert_string_equal(complaint.code, first);
	assert_int_equal(complaint.state, COMPLAINT_WORK);
	assert_int_equal(complaint.changed_ms, moved_ms);
	assert_int_equal(complaint.filed_ms, filed_ms);
	assert_int_equal(desk_move_complaint(desk, "XXXXXX", COMPLAINT_DONE, NULL, &complaint),
		RESULT_COMPLAINT_UNKNOWN);
	assert_int_equal(desk_move_complaint(desk, first, COMPLAINT_DONE, "nobody", &complaint),
		RESULT_STAFF_UNKNOWN);
	assert_int_equal(desk_list_complaints(desk, &after, all, 4, &count), RESULT_OK);
	assert_int_equal(count, 2);
	assert_int_equal(all[0].state, COMPLAINT_WORK);
	assert_int_equal(all[1].state, COMPLAINT_NEW);
	assert_string_equal(all[1].text, chairs.text);
	assert_string_equal(all[1].contact, chairs.contact);
	assert_string_equal(all[1].service_date, "2026-11-23");
	assert_int_equal(desk_list_complaints(desk, &after, all, 4, &count), RESULT_OK);
	assert_int_equal(count, 0);
	desk_close(desk);
}

/* The answer was lost, and the visitor sends it once more. */
static void what_is_sent_again_is_filed_once(void **state)
{
	struct stage *stage = *state;
	char first[COMPLAINT_CODE_SIZE], again[COMPLAINT_CODE_SIZE];
	struct desk_complaint sent = chairs, all[4];
	int64_t after = 0;
	size_t count;
	text_copy(sent.token, sizeof sent.token, "0123456789abcdef");
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_complain(desk, &sent, first), RESULT_OK);
	assert_int_equal(desk_complain(desk, &sent, again), RESULT_OK);
	assert_string_equal(again, first);
	desk_close(desk);
	desk = stage_desk(stage, "08:11:00"); /* also over a restart */
	assert_int_equal(desk_complain(desk, &sent, again), RESULT_OK);
	assert_string_equal(again, first);
	text_copy(sent.token, sizeof sent.token, "0123456789abcdeg");
	assert_int_equal(desk_complain(desk, &sent, again), RESULT_OK);
	assert_string_not_equal(again, first);
	assert_int_equal(desk_complain(desk, &chairs, again), RESULT_OK);
	assert_int_equal(desk_list_complaints(desk, &after, all, 4, &count), RESULT_OK);
	assert_int_equal(count, 3);
	desk_close(desk);
}

/* It says which notice was on the screen before the words, and says none when none was. */
static void the_notice_is_the_one_that_was_shown(void **state)
{
	struct stage *stage = *state;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint shown = chairs;
	text_copy(shown.notice, sizeof shown.notice, "2026-10");
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_complain(desk, &shown, code), RESULT_OK);
	assert_int_equal(desk_complain(desk, &chairs, code), RESULT_OK);
	desk_close(desk);
	assert_int_equal(
		stage_count(stage, "SELECT notice_version = '2026-10' FROM complaint WHERE id = 1"),
		1);
	assert_int_equal(
		stage_count(stage, "SELECT notice_version = '' FROM complaint WHERE id = 2"), 1);
}

/* Until somebody takes it up. */
static void new_ones_are_counted_for_the_head(void **state)
{
	struct stage *stage = *state;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint complaint;
	struct desk_view *view = calloc(1, sizeof *view);
	file(stage, "08:10:00", code);
	file(stage, "08:11:00", code);
	struct desk *desk = stage_desk(stage, "08:12:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->complaints, 2);
	assert_int_equal(
		desk_move_complaint(desk, code, COMPLAINT_WORK, NULL, &complaint), RESULT_OK);
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->complaints, 1);
	desk_close(desk);
	free(view);
}

static void what_is_wrong_is_not_filed(void **state)
{
	struct stage *stage = *state;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint wrong = chairs;
	char *before = stage_dump(stage);
	struct desk *desk = stage_desk(stage, "08:10:00");
	wrong.text[0] = '\0';
	assert_int_equal(desk_complain(desk, &wrong, code), RESULT_FIELD_REQUIRED);
	assert_string_equal(code, "");
	text_copy(wrong.text, sizeof wrong.text, "a\tb");
	assert_int_equal(desk_complain(desk, &wrong, code), RESULT_TEXT_CONTROL);
	wrong = chairs;
	wrong.topic = COMPLAINT_TOPICS;
	assert_int_equal(desk_complain(desk, &wrong, code), RESULT_FIELD_RANGE);
	desk_close(desk);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

/* The log holds a hash: the words can be blanked, and the log is whole all the same. */
static void words_stay_out_of_the_log(void **state)
{
	struct stage *stage = *state;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint complaint;
	sqlite3 *connection;
	sqlite3_stmt *rows;
	int64_t after = 0;
	size_t count;
	file(stage, "08:10:00", code);
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(connection,
				 "SELECT detail, ticket, refers FROM event"
				 " WHERE kind = 'complained'",
				 -1, &rows, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(rows), SQLITE_ROW);
	const char *detail = (const char *)sqlite3_column_text(rows, 0);
	assert_int_equal(strlen(detail), strlen("suggestion room ") + 32);
	assert_memory_equal(detail, "suggestion room ", 16);
	assert_int_equal(sqlite3_column_type(rows, 1), SQLITE_NULL);
	assert_int_equal(sqlite3_column_int64(rows, 2), 1);
	assert_int_equal(sqlite3_step(rows), SQLITE_DONE);
	sqlite3_finalize(rows);
	assert_int_equal(
		sqlite3_exec(connection, "UPDATE complaint_text SET note = NULL, contact = NULL",
			NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(connection);
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_list_complaints(desk, &after, &complaint, 1, &count), RESULT_OK);
	assert_int_equal(count, 1);
	assert_string_equal(complaint.text, "");
	assert_string_equal(complaint.code, code);
	desk_close(desk);
}

/* ---- what the log has the hash of ---- */

static void expect_found(const struct stage *stage, const char *sql, const char *event)
{
	struct desk_proof proof;
	stage_change(stage, sql);
	struct desk *desk = stage_desk(stage, "09:00:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	desk_close(desk);
	assert_false(proof.right);
	assert_string_equal(proof.what, "complaint");
	assert_int_equal(proof.event, stage_count(stage, event));
}

#define FILED "SELECT id FROM event WHERE kind = 'complained' AND refers = 1"

static void who_changes_one_is_found_out(void **state)
{
	struct stage *stage = *state;
	char code[COMPLAINT_CODE_SIZE];
	struct desk_complaint complaint;
	file(stage, "08:10:00", code);
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(
		desk_move_complaint(desk, code, COMPLAINT_WORK, "ani", &complaint), RESULT_OK);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	expect_found(stage, "UPDATE complaint SET state = 'done'",
		"SELECT id FROM event WHERE kind = 'complaint_moved'");
	stage_change(stage, "UPDATE complaint SET state = 'work'");
	expect_found(stage, "UPDATE complaint SET topic = 'staff'", FILED);
	stage_change(stage, "UPDATE complaint SET topic = 'room'");
	expect_found(stage,
		"INSERT INTO complaint SELECT 7, 'XXXXXX', kind, topic, service_date,"
		" filed_ms, notice_version, state, changed_ms, NULL FROM complaint",
		"SELECT 0");
	stage_change(stage, "DELETE FROM complaint WHERE id = 7");
	assert_true(stage_is_proven(stage));
	expect_found(stage, "UPDATE complaint_text SET note = 'Bagus sekali.'", FILED);
	expect_found(stage, "UPDATE complaint_text SET note = '', contact = NULL", FILED);
	expect_found(stage, "DELETE FROM complaint_text; DELETE FROM complaint", FILED);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(a_complaint_has_a_receipt_and_a_state),
		test(the_notice_is_the_one_that_was_shown),
		test(what_is_sent_again_is_filed_once),
		test(new_ones_are_counted_for_the_head),
		test(what_is_wrong_is_not_filed),
		/* Their words are changed past the log. */
		cmocka_unit_test_setup_teardown(
			words_stay_out_of_the_log, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			who_changes_one_is_found_out, stage_set_up, stage_tear_down),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
