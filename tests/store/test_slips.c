/* A test slip is asked for at one program, taken by another, and told of: app/desk/test_slips.h. */
#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/desk/test_slips.h"
#include "app/desk/view.h"
#include "tests/store/wrist.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

/* A console and two kiosks on one machine. */
struct play {
	struct wrist wrist;
	struct desk *console, *kiosks[2];
};

static struct desk *open_as(
	const struct stage *stage, const struct wrist *wrist, const char *device)
{
	const struct desk_options options = {
		.store = stage->store, .clock = &wrist->source, .device = device};
	struct desk *desk = NULL;
	char error[256];
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	return desk;
}

static void open_all(const struct stage *stage, struct play *play)
{
	play->console = open_as(stage, &play->wrist, "console-1");
	play->kiosks[0] = open_as(stage, &play->wrist, "kiosk-1");
	play->kiosks[1] = open_as(stage, &play->wrist, "kiosk-2");
}

static void close_all(struct play *play)
{
	desk_close(play->console);
	desk_close(play->kiosks[0]);
	desk_close(play->kiosks[1]);
}

static void begin(const struct stage *stage, struct play *play)
{
	wrist_init(&play->wrist, stage, "09:00:00");
	open_all(stage, play);
}

static int64_t ask(struct play *play)
{
	struct test_slip slip;
	assert_int_equal(desk_ask_test_slip(play->console, &slip), RESULT_OK);
	assert_int_not_equal(slip.id, 0);
	return slip.id;
}

/* What every program sees of it now. */
static enum test_slip_fate see(struct play *play, struct test_slip *out_slip)
{
	struct desk_view *view = memory_zeroed(1, sizeof *view);
	assert_int_equal(desk_view(play->console, 0, view), RESULT_OK);
	enum test_slip_fate fate = test_slip_fate(&view->test_slip, view->now_ms);
	if (out_slip != NULL) {
		*out_slip = view->test_slip;
	}
	free(view);
	return fate;
}

static void it_is_taken_once_and_told_of(void **state)
{
	const struct stage *stage = *state;
	struct test_slip slip;
	struct play play;
	begin(stage, &play);
	int64_t events = stage_count(stage, "SELECT COUNT(*) FROM event");
	assert_int_equal(see(&play, &slip), TEST_SLIP_NONE);
	assert_int_equal(slip.id, 0);
	int64_t id = ask(&play);
	assert_int_equal(see(&play, &slip), TEST_SLIP_WAITS);
	assert_int_equal(slip.id, id);
	assert_int_equal(ask(&play), id); /* a second press is the first */
	assert_int_equal(desk_take_test_slip(play.kiosks[0], id), RESULT_OK);
	assert_int_equal(desk_take_test_slip(play.kiosks[1], id), RESULT_TICKET_STATE);
	assert_int_equal(see(&play, &slip), TEST_SLIP_PRINTS);
	assert_string_equal(slip.device, "kiosk-1");
	assert_int_equal(ask(&play), id); /* nor is another printed beside it */
	assert_int_equal(desk_end_test_slip(play.kiosks[1], id, PRINT_CONFIRMED, RESULT_OK),
		RESULT_TICKET_STATE);
	assert_int_equal(
		desk_end_test_slip(play.kiosks[0], id, PRINT_CONFIRMED, RESULT_OK), RESULT_OK);
	assert_int_equal(see(&play, &slip), TEST_SLIP_CONFIRMED);
	assert_string_equal(slip.device, "kiosk-1");
	/* What is over is not changed, nor printed again. */
	assert_int_equal(desk_end_test_slip(play.kiosks[0], id, PRINT_FAILED, RESULT_PAPER_OUT),
		RESULT_TICKET_STATE);
	assert_int_equal(desk_take_test_slip(play.kiosks[1], id), RESULT_TICKET_STATE);
	/* Nothing of the queue has changed. */
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM event"), events);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM ticket"), 0);
	assert_int_equal(stage_count(stage, "SELECT COUNT(*) FROM outbox"), 0);
	close_all(&play);
}

static void how_it_went_is_told(void **state)
{
	static const struct {
		enum print_state state;
		enum result reason;
		enum test_slip_fate fate;
	} rows[] = {
		{PRINT_CONFIRMED, RESULT_OK, TEST_SLIP_CONFIRMED},
		{PRINT_UNCONFIRMED, RESULT_OK, TEST_SLIP_SENT},
		{PRINT_FAILED, RESULT_PAPER_OUT, TEST_SLIP_FAILED},
		{PRINT_FAILED, RESULT_DEVICE_MISSING, TEST_SLIP_FAILED},
	};
	struct play play;
	begin(*state, &play);
	int64_t before = 0;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct test_slip slip;
		int64_t id = ask(&play);
		assert_true(id > before); /* the next one is another */
		before = id;
		assert_int_equal(desk_take_test_slip(play.kiosks[1], id), RESULT_OK);
		assert_int_equal(
			desk_end_test_slip(play.kiosks[1], id, rows[i].state, rows[i].reason),
			RESULT_OK);
		assert_int_equal(see(&play, &slip), rows[i].fate);
		assert_int_equal(slip.reason, rows[i].reason);
	}
	close_all(&play);
}

static void what_nobody_takes_is_not_printed_later(void **state)
{
	struct play play;
	begin(*state, &play);
	int64_t id = ask(&play);
	wrist_pass(&play.wrist, TEST_SLIP_WAIT_MS - 1);
	assert_int_equal(see(&play, NULL), TEST_SLIP_WAITS);
	wrist_pass(&play.wrist, 1);
	assert_int_equal(see(&play, NULL), TEST_SLIP_UNTAKEN);
	assert_int_equal(desk_take_test_slip(play.kiosks[0], id), RESULT_TICKET_STATE);
	int64_t next = ask(&play);
	assert_int_not_equal(next, id);
	assert_int_equal(desk_take_test_slip(play.kiosks[0], id), RESULT_TICKET_STATE);
	/* A kiosk that died with it: somebody may ask again. */
	assert_int_equal(desk_take_test_slip(play.kiosks[0], next), RESULT_OK);
	wrist_pass(&play.wrist, TEST_SLIP_PRINT_MS - 1);
	assert_int_equal(see(&play, NULL), TEST_SLIP_PRINTS);
	wrist_pass(&play.wrist, 1);
	assert_int_equal(see(&play, NULL), TEST_SLIP_SILENT);
	/* Better late than never. */
	assert_int_equal(
		desk_end_test_slip(play.kiosks[0], next, PRINT_UNCONFIRMED, RESULT_OK), RESULT_OK);
	assert_int_equal(see(&play, NULL), TEST_SLIP_SENT);
	close_all(&play);
}

/* The power fails a second after somebody asked, and comes back at once, or the wall clock, having
 * no battery, says that no time has passed. */
static void after_a_power_cut_none_is_printed(void **state)
{
	const struct stage *stage = *state;
	struct test_slip slip;
	struct play play;
	begin(stage, &play);
	(void)stage_issue(stage, "09:00:00", "KONS"); /* a boot with an event of its own */
	int64_t id = ask(&play);
	wrist_pass(&play.wrist, 1000);
	close_all(&play);
	wrist_restart(&play.wrist, 0);
	open_all(stage, &play);
	assert_int_equal(see(&play, &slip), TEST_SLIP_NONE);
	assert_int_equal(slip.id, 0);
	assert_int_equal(desk_take_test_slip(play.kiosks[0], id), RESULT_TICKET_STATE);
	assert_int_equal(desk_end_test_slip(play.kiosks[0], id, PRINT_CONFIRMED, RESULT_OK),
		RESULT_TICKET_STATE);
	assert_true(ask(&play) > id);
	close_all(&play);
}

/* Somebody sets the wall clock while it waits: it waits as long as before. */
static void a_jump_of_the_wall_clock_is_nothing(void **state)
{
	struct play play;
	begin(*state, &play);
	int64_t id = ask(&play);
	play.wrist.wall_ms -= 3600000;
	wrist_pass(&play.wrist, TEST_SLIP_WAIT_MS - 1000);
	assert_int_equal(see(&play, NULL), TEST_SLIP_WAITS);
	assert_int_equal(desk_take_test_slip(play.kiosks[0], id), RESULT_OK);
	close_all(&play);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			it_is_taken_once_and_told_of, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			how_it_went_is_told, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(what_nobody_takes_is_not_printed_later,
			stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			after_a_power_cut_none_is_printed, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			a_jump_of_the_wall_clock_is_nothing, stage_set_up, stage_tear_down_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
