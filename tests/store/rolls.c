/* The paper odometer: counted with the slip, kept over restarts, renewed or kept by staff. */
#include "app/base/text.h"
#include "app/desk/rolls.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#define PRINTER "test/printer"

/* The roll of the printer; slips -1 when nothing was ever counted. */
static struct roll roll_now(struct stage *stage, const char *time)
{
	struct desk_roll rolls[4];
	size_t count;
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_list_rolls(desk, rolls, 4, &count), RESULT_OK);
	desk_close(desk);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(rolls[i].device, PRINTER) == 0) {
			return rolls[i].roll;
		}
	}
	return (struct roll){.slips = -1};
}

/* A visitor comes and their slip ends as given, with `mm` of paper. */
static int64_t print(
	struct stage *stage, const char *time, enum print_state end, enum result reason, int mm)
{
	struct desk_slip slip;
	bool found;
	struct ticket ticket;
	const struct desk_feed feed = {PRINTER, mm, 80000};
	const struct desk_issue issue = {.print = true};
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	assert_int_equal(desk_next_slip(desk, &slip, &found), RESULT_OK);
	assert_true(found);
	assert_int_equal(desk_begin_slip(desk, slip.id), RESULT_OK);
	assert_int_equal(
		desk_end_slip(desk, slip.id, end, reason, mm > 0 ? &feed : NULL), RESULT_OK);
	desk_close(desk);
	return slip.id;
}

static void report(struct stage *stage, const char *time, const char *device, enum result reason,
	bool near_end)
{
	struct desk *desk = stage_desk(stage, time);
	assert_int_equal(desk_report_device(desk, device, reason, near_end), RESULT_OK);
	desk_close(desk);
}

static enum result say(struct stage *stage, const char *time,
	enum result (*act)(struct desk *, const char *, const char *), const char *device)
{
	struct desk *desk = stage_desk(stage, time);
	enum result result = act(desk, "ani", device);
	desk_close(desk);
	return result;
}

static void what_was_sent_is_counted_whole(void **state)
{
	struct stage *stage = *state;
	assert_int_equal(roll_now(stage, "08:00:00").slips, -1);
	int64_t begun = stage_ms(stage, "08:01:00");
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 150);
	print(stage, "08:02:00", PRINT_UNCONFIRMED, RESULT_OK, 152);
	print(stage, "08:03:00", PRINT_FAILED, RESULT_COVER_OPEN, 151);
	struct roll roll = roll_now(stage, "08:04:00");
	assert_int_equal(roll.slips, 3);
	assert_int_equal(roll.fed_mm, 453);
	assert_int_equal(roll.length_mm, 80000);
	assert_int_equal(roll.since_ms, begun);
	assert_int_equal(roll_slips_left(&roll), (80000 - 453) / 151);
	/* Nothing of it was sent. */
	print(stage, "08:05:00", PRINT_PENDING, RESULT_PAPER_OUT, 0);
	assert_int_equal(roll_now(stage, "08:06:00").slips, 3);
}

/* What staff say of a slip later, and a word that comes too late, feed nothing more. */
static void a_slip_is_counted_once(void **state)
{
	struct stage *stage = *state;
	const struct desk_feed feed = {PRINTER, 150, 80000};
	int64_t id = print(stage, "08:01:00", PRINT_UNCONFIRMED, RESULT_OK, 150);
	struct desk *desk = stage_desk(stage, "08:02:00");
	assert_int_equal(desk_end_slip(desk, id, PRINT_CONFIRMED, RESULT_OK, NULL), RESULT_OK);
	assert_int_equal(
		desk_end_slip(desk, id, PRINT_CONFIRMED, RESULT_OK, &feed), RESULT_TICKET_STATE);
	desk_close(desk);
	assert_int_equal(roll_now(stage, "08:03:00").slips, 1);
}

/* Its program died while it was being sent: nobody knows, it is counted as a usual one. */
static void a_slip_under_way_at_a_crash_is_counted_as_usual(void **state)
{
	struct stage *stage = *state;
	struct desk_slip slip;
	bool found;
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 140);
	print(stage, "08:02:00", PRINT_CONFIRMED, RESULT_OK, 160);
	stage_issue(stage, "08:03:00", "KONS");
	struct desk *desk = stage_desk(stage, "08:03:30");
	assert_int_equal(desk_next_slip(desk, &slip, &found), RESULT_OK);
	assert_int_equal(desk_begin_slip(desk, slip.id), RESULT_OK);
	desk_close(desk);
	struct roll roll = roll_now(stage, "08:04:00");
	assert_int_equal(roll.slips, 3);
	assert_int_equal(roll.fed_mm, 450);
	assert_int_equal(roll_now(stage, "08:05:00").slips, 3);
}

static void a_new_roll_begins_again(void **state)
{
	struct stage *stage = *state;
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 150);
	int64_t renewed = stage_ms(stage, "08:10:00");
	assert_int_equal(say(stage, "08:10:00", desk_renew_roll, PRINTER), RESULT_OK);
	struct roll roll = roll_now(stage, "08:11:00");
	assert_int_equal(roll.slips, 0);
	assert_int_equal(roll.fed_mm, 0);
	assert_int_equal(roll.length_mm, 80000);
	assert_int_equal(roll.since_ms, renewed);
	assert_int_equal(roll_slips_left(&roll), ROLL_UNKNOWN);
	print(stage, "08:12:00", PRINT_CONFIRMED, RESULT_OK, 100);
	roll = roll_now(stage, "08:13:00");
	assert_int_equal(roll_slips_left(&roll), 799);
}

static void paper_out_puts_the_roll_in_doubt(void **state)
{
	struct stage *stage = *state;
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 150);
	report(stage, "08:02:00", PRINTER, RESULT_COVER_OPEN, false);
	report(stage, "08:03:00", PRINTER, RESULT_OK, false);
	assert_false(roll_now(stage, "08:03:00").in_doubt);
	report(stage, "08:04:00", PRINTER, RESULT_PAPER_OUT, false);
	assert_true(roll_now(stage, "08:04:00").in_doubt);
	report(stage, "08:05:00", PRINTER, RESULT_COVER_OPEN, false);
	report(stage, "08:06:00", PRINTER, RESULT_OK, false);
	assert_true(roll_now(stage, "08:06:00").in_doubt);
	assert_int_equal(say(stage, "08:07:00", desk_keep_roll, PRINTER), RESULT_OK);
	assert_false(roll_now(stage, "08:07:00").in_doubt);
	assert_int_equal(roll_now(stage, "08:07:00").slips, 1);
	/* The sensor sees nothing with the cover open: what it saw before counts. */
	report(stage, "08:08:00", PRINTER, RESULT_OK, true);
	report(stage, "08:09:00", PRINTER, RESULT_COVER_OPEN, false);
	assert_true(roll_now(stage, "08:09:00").in_doubt);
	assert_int_equal(say(stage, "08:10:00", desk_renew_roll, PRINTER), RESULT_OK);
	assert_false(roll_now(stage, "08:10:00").in_doubt);
}

static void the_second_answer_writes_nothing(void **state)
{
	struct stage *stage = *state;
	report(stage, "08:01:00", PRINTER, RESULT_PAPER_OUT, false);
	assert_int_equal(say(stage, "08:02:00", desk_keep_roll, PRINTER), RESULT_OK);
	char *before = stage_dump(stage);
	assert_int_equal(say(stage, "08:03:00", desk_keep_roll, PRINTER), RESULT_OK);
	char *after = stage_dump(stage);
	assert_string_equal(before, after);
	free(before);
	free(after);
}

static void only_printers_that_are_known_have_rolls(void **state)
{
	struct stage *stage = *state;
	report(stage, "08:01:00", "display-1/board", RESULT_PAPER_OUT, false);
	report(stage, "08:01:00", "kiosk-2/printer", RESULT_OK, false);
	assert_int_equal(
		say(stage, "08:02:00", desk_renew_roll, "display-1/board"), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(
		say(stage, "08:02:00", desk_renew_roll, "kiosk-3/printer"), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(
		say(stage, "08:02:00", desk_keep_roll, "kiosk-3/printer"), RESULT_DEVICE_UNKNOWN);
	assert_int_equal(say(stage, "08:02:00", desk_renew_roll, "kiosk-2/printer"), RESULT_OK);
	assert_int_equal(roll_now(stage, "08:03:00").slips, -1);
}

/* It is an event, and no press: what the counter did before can still be taken back. */
static void a_new_roll_is_an_event_beside_the_counters(void **state)
{
	struct stage *stage = *state;
	struct ticket ticket;
	stage_open(stage, "08:00:00", 1, "ani");
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 150);
	assert_int_equal(stage_do(stage, "08:02:00", desk_next, 1, &ticket), RESULT_OK);
	assert_int_equal(say(stage, "08:02:02", desk_renew_roll, PRINTER), RESULT_OK);
	assert_int_equal(stage_do(stage, "08:02:05", desk_undo, 1, &ticket), RESULT_OK);
	assert_int_equal(roll_now(stage, "08:03:00").slips, 0);
	char *dump = stage_dump(stage);
	assert_non_null(strstr(dump, "roll_renewed"));
	free(dump);
}

static void the_view_shows_rolls_and_cures(void **state)
{
	struct stage *stage = *state;
	struct desk_view *view = calloc(1, sizeof *view);
	print(stage, "08:01:00", PRINT_CONFIRMED, RESULT_OK, 150);
	report(stage, "08:02:00", "display-1/board", RESULT_OK, false);
	report(stage, "08:02:00", "kiosk-1/scanner", RESULT_DEVICE_MISSING, false);
	report(stage, "08:02:00", PRINTER, RESULT_PAPER_OUT, true);
	struct desk *desk = stage_desk(stage, "08:03:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_int_equal(view->device_count, 3);
	/* Trouble first, then by name. */
	assert_string_equal(view->devices[0].name, "kiosk-1/scanner");
	assert_int_equal(view->devices[0].kind, VIEW_SCANNER);
	assert_string_equal(view->devices[1].name, PRINTER);
	assert_int_equal(view->devices[1].kind, VIEW_PRINTER);
	assert_int_equal(view->devices[1].was, RESULT_OK);
	assert_int_equal(view->devices[1].roll.fed_mm, 150);
	assert_true(view->devices[1].roll.in_doubt);
	assert_string_equal(view->devices[2].name, "display-1/board");
	assert_int_equal(view->devices[2].kind, VIEW_BOARD);
	desk_close(desk);
	int64_t cured = stage_ms(stage, "08:04:00");
	report(stage, "08:04:00", PRINTER, RESULT_OK, false);
	desk = stage_desk(stage, "08:05:00");
	assert_int_equal(desk_view(desk, 0, view), RESULT_OK);
	assert_string_equal(view->devices[2].name, PRINTER);
	assert_int_equal(view->devices[2].was, RESULT_PAPER_OUT);
	assert_int_equal(view->devices[2].since_ms, cured);
	desk_close(desk);
	free(view);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, stage_set_up, stage_tear_down_right)
	const struct CMUnitTest tests[] = {
		test(what_was_sent_is_counted_whole),
		test(a_slip_is_counted_once),
		test(a_slip_under_way_at_a_crash_is_counted_as_usual),
		test(a_new_roll_begins_again),
		test(paper_out_puts_the_roll_in_doubt),
		test(the_second_answer_writes_nothing),
		test(only_printers_that_are_known_have_rolls),
		test(a_new_roll_is_an_event_beside_the_counters),
		test(the_view_shows_rolls_and_cures),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
