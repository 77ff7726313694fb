/* Whoever changes a row or an event behind the desk's back is found out, at the right event. */
#include "app/base/text.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two visits, one late; an absence; a day closed by the system, and the next begun. */
static int set_up(void **state)
{
	(void)stage_set_up(state);
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	for (int i = 0; i < 3; i++) {
		stage_issue(stage, "08:01:00", "KONS");
	}
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:03:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:21:00", desk_serve, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.verdict, TARGET_MISSED);
	assert_int_equal(stage_do(stage, "08:30:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:31:00", desk_absent, 1, &ticket), RESULT_OK);
	struct desk_rating rating;
	struct desk *desk = stage_desk(stage, "08:32:00");
	assert_int_equal(desk_rate(desk, "K001", &stage_instrument, &rating), RESULT_OK);
	rating.answers[0] = 2;
	assert_int_equal(desk_rate_finish(desk, &rating, &stage_instrument), RESULT_OK);
	desk_close(desk);
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	return 0;
}

static struct desk_proof prove(const struct stage *stage)
{
	struct desk_proof proof;
	struct desk *desk = stage_desk(stage, "2026-11-24T09:00:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	desk_close(desk);
	return proof;
}

static void an_honest_store_fits(void **state)
{
	struct desk_proof proof = prove(*state);
	assert_true(proof.right);
	assert_int_equal(proof.event, 0);
	assert_int_equal(proof.days, 2);
	assert_int_equal(proof.tickets, 4);
	assert_int_equal(proof.unchained, 0);
	assert_int_equal(proof.unsealed_days, 0);
}

static const char free_events[] = "DROP TRIGGER event_is_fixed; DROP TRIGGER event_is_kept;";

#define EVENT_OF(kind, ticket) "SELECT id FROM event WHERE kind = '" kind "' AND ticket = " ticket

/* What is done, the event that is named, and what of it. */
static const struct {
	const char *sql;
	const char *event;
	const char *what;
	const char *number;
} lies[] = {
	/* the late one was in time after all */
	{"UPDATE segment SET verdict = 'met', elapsed_ms = 500000 WHERE ticket = 2",
		EVENT_OF("served", "2"), "verdict", "K002"},
	{"UPDATE segment SET served_ms = served_ms - 60000 WHERE ticket = 1",
		EVENT_OF("served", "1"), "verdict", "K001"},
	{"UPDATE segment SET finished_ms = finished_ms - 60000 WHERE ticket = 1",
		EVENT_OF("finished", "1"), "finish", "K001"},
	{"UPDATE segment SET called_ms = called_ms - 1 WHERE ticket = 3", EVENT_OF("called", "3"),
		"call", "K003"},
	{"UPDATE segment SET high_ms = 5 WHERE ticket = 1", EVENT_OF("served", "1"), "clock",
		"K001"},
	{"UPDATE ticket SET uncertain = 1 WHERE id = 2", "SELECT 0", "doubt", "K002"},
	{"UPDATE ticket SET priority = 'lansia' WHERE id = 1", EVENT_OF("issued", "1"), "issue",
		"K001"},
	{"UPDATE ticket SET turn_ms = turn_ms - 1 WHERE id = 1", EVENT_OF("issued", "1"), "turn",
		"K001"},
	{"UPDATE \"interval\" SET to_ms = to_ms - 1000 WHERE ticket = 1 AND state = 'serving'",
		EVENT_OF("finished", "1"), "finish", "K001"},
	{"UPDATE \"interval\" SET to_ms = to_ms - 1000 WHERE ticket = 1 AND state = 'waiting'",
		EVENT_OF("called", "1"), "intervals", "K001"},
	{"UPDATE \"interval\" SET counter = 2 WHERE ticket = 2 AND state = 'serving'",
		EVENT_OF("served", "2"), "intervals", "K002"},
	{"DELETE FROM \"interval\" WHERE ticket = 3 AND place = 2", EVENT_OF("called", "3"),
		"intervals", "K003"},
	/* of two lies about one number the earlier is named, whichever column it is in */
	{"UPDATE segment SET verdict = 'met', finished_ms = finished_ms - 1, called_ms = called_ms"
	 " - 1 WHERE ticket = 2",
		EVENT_OF("called", "2"), "call", "K002"},
	/* a late one that never was */
	{"DELETE FROM segment WHERE ticket = 2", EVENT_OF("issued", "2"), "tickets", "K002"},
	/* better answers, a rating that nobody gave, one that is hidden */
	{"UPDATE rating_answer SET answer = 4 WHERE item = 'U1'", EVENT_OF("rated", "1"), "rating",
		""},
	{"UPDATE rating_answer SET answer = 4 WHERE item = 'U3'", EVENT_OF("rated", "1"), "rating",
		""},
	{"UPDATE rating SET finished_ms = NULL", EVENT_OF("rated", "1"), "rating", ""},
	{"INSERT INTO rating SELECT 2, segment, service_date, service, instrument, version,"
	 " started_ms, finished_ms FROM rating",
		"SELECT 0", "ratings", ""},
	{"UPDATE visit SET party = 40 WHERE id = 2", EVENT_OF("issued", "2"), "issue", "K002"},
	{"UPDATE day SET figures = replace(figures, 'met=1', 'met=2')"
	 " WHERE service_date = '2026-11-23'",
		"SELECT id FROM event WHERE kind = 'day_closed'", "day_figures", ""},
	{"UPDATE day SET signature = replace(signature, substr(signature, 1, 4), 'ffff')"
	 " WHERE service_date = '2026-11-23'",
		"SELECT id FROM event WHERE kind = 'day_closed'", "seal", ""},
	{"UPDATE day SET closed_event = NULL WHERE service_date = '2026-11-23'",
		"SELECT id FROM event WHERE kind = 'day_closed'", "day", ""},
	{"UPDATE day SET closed_event = closed_event - 1 WHERE service_date = '2026-11-23'",
		"SELECT id - 1 FROM event WHERE kind = 'day_closed'", "day_figures", ""},
	/* a forger hides the day of a verdict from the proof */
	{"UPDATE segment SET verdict = 'met', elapsed_ms = 500000 WHERE ticket = 2;"
	 " DELETE FROM day WHERE service_date = '2026-11-23'",
		"SELECT MIN(id) FROM event WHERE service_date = '2026-11-23'", "day", ""},
	{"UPDATE segment SET verdict = 'met', elapsed_ms = 500000 WHERE ticket = 2;"
	 " UPDATE day SET first_event = 999999 WHERE service_date = '2026-11-23'",
		"SELECT MIN(id) FROM event WHERE service_date = '2026-11-23'", "day", ""},
	{"INSERT INTO day (service_date, first_event) VALUES ('2026-12-01', 1)", "SELECT 0", "day",
		""},
	{"UPDATE office SET priority_head_start_s = 0",
		"SELECT id FROM event WHERE kind = 'store_created'", "office_changed", ""},
};

static void a_changed_row_is_named(void **state)
{
	struct stage *stage = *state;
	for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
		struct stage copy;
		char key[400], key_copy[400];
		stage_init(&copy);
		stage_copy_file(stage->store, copy.store);
		text_format(key, sizeof key, "%s-key", stage->store);
		text_format(key_copy, sizeof key_copy, "%s-key", copy.store);
		stage_copy_file(key, key_copy);
		stage_change(&copy, lies[i].sql);
		struct desk_proof proof = prove(&copy);
		if (proof.right || strcmp(proof.what, lies[i].what) != 0 ||
			strcmp(proof.number, lies[i].number) != 0) {
			fail_msg("%s: %s %s", lies[i].sql, proof.what, proof.number);
		}
		assert_int_equal(proof.event, stage_count(&copy, lies[i].event));
		stage_finish(&copy);
	}
}

/* A call that was taken back is not what the row is held against. */
static void what_was_undone_is_not_named(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk *desk = stage_desk(stage, "2026-11-24T08:01:00");
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	desk_close(desk);
	int64_t called[2];
	for (int i = 0; i < 2; i++) {
		const char *const times[][2] = {{"2026-11-24T08:02:00", "2026-11-24T08:03:00"},
			{"2026-11-24T08:05:00", "2026-11-24T08:05:05"}};
		assert_int_equal(stage_do(stage, times[i][0], desk_next, 1, &ticket), RESULT_OK);
		called[i] = stage_count(stage, "SELECT MAX(id) FROM event WHERE kind = 'called'");
		if (i == 0) {
			assert_int_equal(
				stage_do(stage, times[i][1], desk_absent, 1, &ticket), RESULT_OK);
			desk = stage_desk(stage, "2026-11-24T08:04:00");
			assert_int_equal(desk_return(desk, ticket.id, &ticket), RESULT_OK);
			desk_close(desk);
		} else {
			assert_int_equal(
				stage_do(stage, times[i][1], desk_undo, 1, &ticket), RESULT_OK);
		}
	}
	assert_true(called[1] > called[0]);
	assert_true(prove(stage).right);
	stage_change(stage, "UPDATE segment SET called_ms = called_ms + 1"
			    " WHERE ticket = (SELECT MAX(id) FROM ticket)");
	struct desk_proof proof = prove(stage);
	assert_string_equal(proof.what, "call");
	assert_int_equal(proof.event, called[0]);
}

static void a_changed_event_breaks_the_chain(void **state)
{
	struct stage *stage = *state;
	int64_t served = stage_count(stage, EVENT_OF("served", "2"));
	stage_change(stage, free_events);
	stage_change(stage, "UPDATE event SET office_ms = office_ms - 120000"
			    " WHERE kind = 'served' AND ticket = 2");
	struct desk_proof proof = prove(stage);
	assert_false(proof.right);
	assert_int_equal(proof.event, served);
	assert_string_equal(proof.what, "event_changed");
}

static void a_removed_event_breaks_the_chain(void **state)
{
	struct stage *stage = *state;
	int64_t absent = stage_count(stage, EVENT_OF("absent", "3"));
	stage_change(stage, free_events);
	stage_change(stage, "DELETE FROM event WHERE kind = 'absent'");
	struct desk_proof proof = prove(stage);
	assert_false(proof.right);
	assert_int_equal(proof.event, absent + 1);
	assert_string_equal(proof.what, "event_missing_before");
}

static void another_key_is_not_the_stores(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	char key[400];
	text_format(key, sizeof key, "%s-key", stage->store);
	assert_int_equal(remove(key), 0);
	/* The day is closed all the same, and the proof tells that it has no seal. */
	ticket = stage_issue(stage, "2026-11-25T08:00:00", "KONS");
	assert_string_equal(ticket.number, "K001");
	struct desk_proof proof;
	struct desk *desk = stage_desk(stage, "2026-11-25T09:00:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	desk_close(desk);
	assert_true(proof.right);
	assert_int_equal(proof.unsealed_days, 1);
}

static void an_exchanged_key_is_found(void **state)
{
	struct stage *stage = *state;
	char key[400];
	text_format(key, sizeof key, "%s-key", stage->store);
	FILE *file = fopen(key, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite("another key of thirty-two bytes.", 1, 32, file), 32);
	assert_int_equal(fclose(file), 0);
	struct desk_proof proof = prove(stage);
	assert_false(proof.right);
	assert_string_equal(proof.what, "key_changed");
}

/* All that is published of a day was counted anew with a gentler verdict, but for the log. */
static void the_closing_event_holds_the_figures(void **state)
{
	struct stage *stage = *state;
	int64_t closed = stage_count(stage, "SELECT id FROM event WHERE kind = 'day_closed'");
	stage_change(stage,
		"UPDATE segment SET verdict = 'met', elapsed_ms = 500000 WHERE ticket = 2;"
		" UPDATE day SET figures = replace(figures, 'met=1', 'met=2')");
	struct desk_proof proof = prove(stage);
	assert_false(proof.right);
	assert_string_equal(proof.what, "verdict");
	stage_change(stage, "UPDATE segment SET verdict = 'missed', elapsed_ms = 660000"
			    " WHERE ticket = 2");
	proof = prove(stage);
	assert_false(proof.right);
	assert_int_equal(proof.event, closed);
	assert_string_equal(proof.what, "day_figures");
}

/* ---- a day of an earlier program ---- */

/* A morning and the next: versions.c has what else earlier schemas kept. */
static int set_up_17(void **state)
{
	return stage_set_up_saved(state, 17);
}

static int set_up_18(void **state)
{
	return stage_set_up_saved(state, 18);
}

static void check_the_sealed_day(const struct stage *stage, const char *forgery)
{
	struct desk_day *day = calloc(1, sizeof *day);
	struct desk *desk = stage_desk(stage, "2026-11-24T08:30:00");
	assert_int_equal(desk_day(desk, "2026-11-23", day), RESULT_OK);
	assert_true(day->closed && day->is_sealed);
	desk_close(desk);
	free(day);
	struct desk_proof proof = prove(stage);
	assert_true(proof.right);
	assert_int_equal(proof.days, 2);
	assert_int_equal(proof.unsealed_days + proof.unproven_days + proof.unchained, 0);
	stage_change(stage, forgery);
	proof = prove(stage);
	assert_false(proof.right);
	assert_string_equal(proof.what, "day_figures");
	assert_string_equal(proof.date, "2026-11-23");
}

/*
 * Before overtakers were counted by calls, a day was sealed with those that a turn had passed: K004
 * of a priority class has one before K002, P001 and K003. Whoever changes that is found out.
 */
static void a_day_sealed_by_turns_is_proven(void **state)
{
	check_the_sealed_day(*state,
		"UPDATE day SET figures = replace(figures, ' overtaken=3', ' overtaken=0')");
}

/* By calls it has overtaken those whom it was called before. */
static void a_day_sealed_by_calls_is_proven(void **state)
{
	check_the_sealed_day(
		*state, "UPDATE day SET figures = replace(figures, ' passed=2', ' passed=0')");
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(an_honest_store_fits),
		test(a_changed_row_is_named),
		test(what_was_undone_is_not_named),
		test(a_changed_event_breaks_the_chain),
		test(a_removed_event_breaks_the_chain),
		test(another_key_is_not_the_stores),
		test(an_exchanged_key_is_found),
		test(the_closing_event_holds_the_figures),
		cmocka_unit_test_setup_teardown(
			a_day_sealed_by_turns_is_proven, set_up_17, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_day_sealed_by_calls_is_proven, set_up_18, stage_tear_down),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
