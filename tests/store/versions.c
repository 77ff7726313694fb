/* A store of every released version is opened by this one, and its days go on. */
#include "app/base/text.h"
#include "app/desk/breach.h"
#include "app/desk/flows.h"
#include "app/desk/room.h"
#include "app/desk/rolls.h"
#include "tests/store/invariants.h"
#include "tests/store/stage.h"

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

static int set_up(void **state)
{
	return stage_set_up_saved(state, 1);
}

static int set_up_3(void **state)
{
	return stage_set_up_saved(state, 3);
}

static int set_up_4(void **state)
{
	return stage_set_up_saved(state, 4);
}

static int set_up_6(void **state)
{
	return stage_set_up_saved(state, 6);
}

static int set_up_9(void **state)
{
	return stage_set_up_saved(state, 9);
}

static int set_up_10(void **state)
{
	return stage_set_up_saved(state, 10);
}

static void the_day_of_version_1_goes_on(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	/* K001 is being served, K002 and P001 wait. */
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(stage_do(stage, "08:10:00", desk_undo, 1, &ticket), RESULT_UNDO_LATE);
	assert_int_equal(stage_do(stage, "08:11:00", desk_recall, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.recalls, 1);
	assert_int_equal(stage_do(stage, "08:12:00", desk_serve, 1, &ticket), RESULT_OK);
	/* Free from 08:10, the ticket issued before that: 120 s. */
	assert_int_equal(ticket.elapsed_ms, 120000);
	assert_int_equal(ticket.verdict, TARGET_MET);
	assert_string_equal(stage_issue(stage, "08:13:00", "KONS").number, "K003");
}

static void what_ended_is_as_it_was(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_story story;
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_find_ticket(desk, "K001", "2026-11-20", &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_DONE);
	assert_int_equal(ticket.segment, 1);
	assert_int_equal(desk_tell(desk, ticket.id, &story), RESULT_OK);
	assert_int_equal(story.segment_count, 1);
	assert_int_equal(story.segments[0].verdict, ticket.verdict);
	desk_story_finish(&story);
	assert_int_equal(desk_find_ticket(desk, "K002", "2026-11-20", &ticket), RESULT_OK);
	assert_int_equal(ticket.state, TICKET_CLOSED_BY_SYSTEM);
	desk_close(desk);
}

/* Events of version 1 have no hash: their days are told as unproven, the next is proven. */
static void the_chain_begins_after_version_1(void **state)
{
	struct stage *stage = *state;
	struct desk_proof proof;
	char wrong[300];
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	struct desk *desk = stage_desk(stage, "2026-11-24T08:01:00");
	assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
	assert_true(proof.right);
	assert_int_equal(proof.unchained, 21);
	assert_int_equal(proof.days, 3);
	assert_int_equal(proof.unproven_days, 2);
	desk_close(desk);
	assert_true(invariants_hold(stage->store, wrong, sizeof wrong));
}

/* A counter that was not restarted after the upgrade would write beside the chain. */
static void a_program_of_version_1_writes_nothing(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	stage_issue(stage, "2026-11-24T08:00:00", "KONS");
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(sqlite3_exec(connection,
				 "INSERT INTO event (kind, service_date, office_ms, wall_ms,"
				 " boot_id, boot_ms, device) SELECT 'device', service_date,"
				 " office_ms, wall_ms, boot_id, boot_ms, 'kiosk-1' FROM event"
				 " WHERE id = (SELECT MAX(id) FROM event)",
				 NULL, NULL, NULL),
		SQLITE_CONSTRAINT);
	sqlite3_close(connection);
	assert_true(stage_is_proven(stage));
}

/* K001 is being served, K002 and P001 wait with pending slips, the printer is out of paper; a
 * closure and an appointment are to come. */
static void the_day_of_version_3_goes_on(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_appointment appointment;
	struct desk_view *view = calloc(1, sizeof *view);
	size_t count;
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	struct desk *desk = stage_desk(stage, "08:10:02");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view_announced(&view->counters[0].call), TICKET_NEVER);
	assert_int_equal(
		desk_announce(desk, view->counters[0].call.id, ANNOUNCED_SHOWN, view->now_ms),
		RESULT_OK);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view_announced(&view->counters[0].call), view->now_ms);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:10:05", desk_undo, 1, &ticket), RESULT_OK);
	desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->device_count, 1);
	assert_int_equal(view->devices[0].reason, RESULT_PAPER_OUT);
	assert_int_equal(view->devices[0].was, RESULT_OK);
	assert_int_equal(view->devices[0].roll.slips, 0);
	assert_int_equal(desk_office(desk)->closure_count, 1);
	assert_int_equal(
		desk_list_appointments(desk, "2026-11-24", &appointment, 1, &count), RESULT_OK);
	assert_int_equal(count, 1);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(view);
}

/* Nothing was counted before: the first slip begins the roll. */
static void rolls_begin_after_version_3(void **state)
{
	struct stage *stage = *state;
	struct desk_roll roll;
	struct desk_slip slip;
	size_t count;
	bool found;
	const struct desk_feed feed = {"kiosk-1/printer", 150, 80000};
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_list_rolls(desk, &roll, 1, &count), RESULT_OK);
	assert_int_equal(count, 0);
	assert_int_equal(desk_report_device(desk, "kiosk-1/printer", RESULT_OK, false), RESULT_OK);
	assert_int_equal(desk_next_slip(desk, &slip, &found), RESULT_OK);
	assert_int_equal(desk_begin_slip(desk, slip.id), RESULT_OK);
	assert_int_equal(
		desk_end_slip(desk, slip.id, PRINT_CONFIRMED, RESULT_OK, &feed), RESULT_OK);
	assert_int_equal(desk_list_rolls(desk, &roll, 1, &count), RESULT_OK);
	assert_int_equal(count, 1);
	assert_int_equal(roll.roll.fed_mm, 150);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* Nothing was published before; then it is, and the day's log stays proven. */
static void standards_begin_after_version_4(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct standards *standards = calloc(1, sizeof *standards);
	struct standard_line line = {.service = 1, .part = STANDARD_FEE};
	text_copy(line.text[OFFICE_INDONESIAN], OFFICE_TEXT_SIZE, "Berbayar.");
	text_copy(line.text[OFFICE_ENGLISH], OFFICE_TEXT_SIZE, "Charged.");
	/* K001 is being served, K002 and P001 wait; a closure and an appointment are to come. */
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	struct desk *desk = stage_desk(stage, "08:11:00");
	assert_int_equal(desk_read_standards(desk, standards), RESULT_OK);
	assert_int_equal(standards->count, 0);
	assert_true(standard_add(standards, &line));
	assert_int_equal(desk_set_standards(desk, standards), RESULT_OK);
	standards->count = 0;
	assert_int_equal(desk_read_standards(desk, standards), RESULT_OK);
	assert_int_equal(standards->count, 1);
	assert_string_equal(standards->lines[0].text[OFFICE_ENGLISH], "Charged.");
	assert_int_equal(desk_office(desk)->closure_count, 1);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(standards);
}

/* An office of before asks the nine elements and invites; what is served can be rated. */
static void ratings_begin_after_version_3(void **state)
{
	struct stage *stage = *state;
	struct desk_rating rating;
	struct ticket ticket;
	char code[COMPLAINT_CODE_SIZE];
	const struct desk_complaint complaint = {.text = "Kursi kurang."};
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:11:00");
	const struct office_feedback *feedback = &desk_office(desk)->feedback;
	assert_string_equal(feedback->instrument, "skm-9");
	assert_true(feedback->invites);
	assert_int_equal(feedback->address_count, 0);
	assert_int_equal(desk_rate(desk, "K001", &stage_instrument, &rating), RESULT_OK);
	rating.answers[0] = 4;
	assert_int_equal(desk_rate_finish(desk, &rating, &stage_instrument), RESULT_OK);
	assert_int_equal(desk_complain(desk, &complaint, code), RESULT_OK);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* What was typed before is the first item now, an empty one is none, and old codes are as they
 * were. */
static void the_guest_book_goes_on_after_version_4(void **state)
{
	struct stage *stage = *state;
	sqlite3 *connection;
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	assert_int_equal(sqlite3_open(stage->store, &connection), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(connection,
			"INSERT INTO guest (visit, name, institution, email, phone, data_needed,"
			" occupation_other, purpose_other)"
			" SELECT t.visit, 'Uji Coba', '', 'uji@example.id', '',"
			" CASE t.sequence WHEN 2 THEN 'Inflasi 2025' ELSE '' END, 'Petani', ''"
			" FROM ticket t WHERE t.service_date = '2026-11-23' AND t.prefix = 'K';"
			"UPDATE visit SET education = 1, occupation = 7 WHERE id IN"
			" (SELECT visit FROM guest)",
			NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(connection);
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK); /* K001 */
	assert_true(view->has_guest);
	assert_string_equal(view->guest.data_needed[0], "");
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_string_equal(view->guest.name, "Uji Coba");
	assert_string_equal(view->guest.data_needed[0], "Inflasi 2025");
	assert_string_equal(view->guest.data_needed[1], "");
	assert_string_equal(view->guest.occupation_other, "Petani");
	assert_string_equal(view->guest.birth_year, "");
	assert_int_equal(view->guest.education, 1);
	assert_int_equal(
		guest_asked(&desk_office(desk)->services[0], GUEST_AGE_BAND), GUEST_REQUIRED);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(view);
}

/* Calls of before were announced by nobody; those of now are. */
static void announcements_begin_after_version_6(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	/* K001 is being served, K002 and P001 wait. */
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	struct desk *desk = stage_desk(stage, "08:10:02");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->call_count, 2);
	assert_int_equal(view_announced(&view->calls[1]), TICKET_NEVER);
	assert_int_equal(
		desk_announce(desk, view->calls[0].id, ANNOUNCED_SPOKEN, view->now_ms), RESULT_OK);
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view_announced(&view->calls[0]), view->now_ms);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	free(view);
}

/* An office that never said how it speaks speaks as usual, until it says otherwise. */
static void the_voice_begins_after_version_9(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct office_voice usual;
	office_voice_usual(&usual);
	/* K001 is being served, K002 and P001 wait. */
	assert_int_equal(stage_do(stage, "08:10:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K002");
	struct desk *desk = stage_desk(stage, "08:10:02");
	assert_memory_equal(&desk_office(desk)->voice, &usual, sizeof usual);
	usual.repeats = 3;
	assert_int_equal(desk_set_voice(desk, &usual), RESULT_OK);
	desk_close(desk);
	desk = stage_desk(stage, "08:10:04");
	assert_int_equal(desk_office(desk)->voice.repeats, 3);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
}

/* Whether the number comes first, and which services have none: the log of before says nothing of
 * that, and is right; that of now does. */
static void the_flows_are_proven_after_version_10(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	struct desk_proof proof;
	int64_t id;
	/* K001 is called at counter 1, K002 waits, an office guest was received. */
	struct desk *desk = stage_desk(stage, "08:10:00");
	assert_true(desk_office(desk)->ticket_first);
	assert_true(desk_office(desk)->services[1].reception);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	assert_int_equal(stage_do(stage, "08:11:00", desk_serve, 1, &ticket), RESULT_OK);
	desk = stage_desk(stage, "08:12:00");
	const int64_t from_ms = stage_ms(stage, "2026-11-24T10:00:00");
	assert_int_equal(
		desk_add_closure(desk, from_ms, from_ms + 3600000, "Rapat", &id), RESULT_OK);
	desk_close(desk);
	assert_true(stage_is_proven(stage));
	static const char *const changes[] = {"UPDATE flow SET ticket_first = 1 - ticket_first",
		"UPDATE flow SET reception = 2 - reception"};
	for (size_t i = 0; i < 2; i++) {
		stage_change(stage, changes[i]);
		desk = stage_desk(stage, "08:13:00");
		assert_int_equal(desk_verify(desk, &proof), RESULT_OK);
		assert_false(proof.right);
		assert_string_equal(proof.what, "office_changed");
		desk_close(desk);
		stage_change(stage, changes[i]); /* back */
	}
	assert_true(stage_is_proven(stage));
}

/* What no version before could say is as usual: everything is offered, nothing hidden, nobody
 * stands by or picks. */
static void expect_nothing_set(const struct office *office)
{
	for (int i = 0; i < office->service_count; i++) {
		assert_false(office->services[i].withheld);
	}
	for (size_t i = 0; i < OFFICE_SLIP_LINES; i++) {
		assert_false(office->slip.hidden[i]);
	}
	assert_false(office->stand_by);
	assert_false(office->call_any);
	assert_false(office->asks_source);
	for (int i = 0; i < office->counter_count; i++) {
		assert_string_equal(office->counters[i].name[0], "");
	}
	struct office_console usual;
	office_console_usual(&usual);
	assert_memory_equal(&office->console, &usual, sizeof usual);
}

/* The guest of K001 comes once more and is known to have been here. */
static void expect_the_guest_is_known(const struct stage *stage)
{
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	const struct desk_issue again = {
		.with_guest = true, .guest = {.name = "Uji Coba", .email = "uji@example.id"}};
	struct desk *desk = stage_desk(stage, "08:22:00");
	assert_int_equal(desk_issue(desk, &again, true, &ticket), RESULT_OK);
	desk_close(desk);
	assert_int_equal(stage_do(stage, "08:23:00", desk_finish, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:24:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "P001");
	assert_int_equal(stage_do(stage, "08:25:00", desk_absent, 1, &ticket), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:26:00", desk_next, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K003");
	desk = stage_desk(stage, "08:27:00");
	assert_int_equal(desk_view(desk, 1, view), RESULT_OK);
	assert_int_equal(view->visit.earlier_total, 1);
	desk_close(desk);
	free(view);
}

/* Stores of save.sh: K001 is done, K002 called at counter 1, P001 waits; from version 14 on the
 * head has allowed one recall in place of three in between, of 16 budi is to be at counter 2.
 */
static void the_morning_goes_on(void **state)
{
	static const struct {
		int version, recalls;
		size_t on_duty;
	} rows[] = {{11, 3, 0}, {14, 1, 0}, {16, 1, 1}};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		void *saved;
		struct ticket ticket;
		struct desk_duty duty;
		size_t count;
		stage_set_up_saved(&saved, rows[i].version);
		const struct stage *stage = saved;
		struct desk *desk = stage_desk(stage, "08:21:00");
		expect_nothing_set(desk_office(desk));
		assert_int_equal(desk_office(desk)->recall_limit, rows[i].recalls);
		assert_int_equal(desk_list_duty(desk, NULL, &duty, 1, &count), RESULT_OK);
		assert_int_equal(count, rows[i].on_duty);
		desk_close(desk);
		assert_true(stage_is_proven(stage));
		assert_int_equal(stage_do(stage, "08:21:30", desk_serve, 1, &ticket), RESULT_OK);
		assert_string_equal(ticket.number, "K002");
		expect_the_guest_is_known(stage);
		assert_true(stage_is_proven(stage));
		assert_int_equal(stage_tear_down_right(&saved), 0);
	}
}

/* Why P001 was late was said twice, the second time with a note: a reason of before knows the event
 * that gave it, and what lies beside that. */
static void a_reason_of_version_18_has_its_note(void **state)
{
	void *saved;
	struct desk_breach *breaches;
	size_t count;
	(void)state;
	stage_set_up_saved(&saved, 18);
	const struct stage *stage = saved;
	struct desk *desk = stage_desk(stage, "2026-11-24T08:30:00");
	assert_int_equal(desk_breaches(desk, "2026-11-23", &breaches, &count), RESULT_OK);
	desk_close(desk);
	assert_int_equal(count, 1);
	assert_string_equal(breaches[0].segment.number, "P001");
	assert_string_equal(breaches[0].segment.reason, "crowd");
	assert_string_equal(breaches[0].note, "Rombongan");
	free(breaches);
	assert_true(stage_is_proven(stage));
	assert_int_equal(stage_tear_down_right(&saved), 0);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, stage_tear_down)
	const struct CMUnitTest tests[] = {
		test(the_day_of_version_1_goes_on),
		test(what_ended_is_as_it_was),
		test(the_chain_begins_after_version_1),
		test(a_program_of_version_1_writes_nothing),
		cmocka_unit_test_setup_teardown(
			the_day_of_version_3_goes_on, set_up_3, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			rolls_begin_after_version_3, set_up_3, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			standards_begin_after_version_4, set_up_4, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			the_guest_book_goes_on_after_version_4, set_up_4, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			announcements_begin_after_version_6, set_up_6, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			the_voice_begins_after_version_9, set_up_9, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			the_flows_are_proven_after_version_10, set_up_10, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			ratings_begin_after_version_3, set_up_3, stage_tear_down_right),
		cmocka_unit_test(the_morning_goes_on),
		cmocka_unit_test(a_reason_of_version_18_has_its_note),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
