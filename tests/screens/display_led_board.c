/* What an LED board is told, and when: beside the screen, at the same moments. */
#include "app/base/text.h"
#include "app/display/led_board.h"
#include "tests/screens/display_model.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { START = 50000 };

/* What the worker and the desk were handed, instead of them. */
static struct {
	struct board_message message;
	struct desk_request request;
	int messages, reports;
} notes;

void __wrap_board_worker_show(struct board_worker *worker, const struct board_message *message);
void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request);

void __wrap_board_worker_show(struct board_worker *worker, const struct board_message *message)
{
	(void)worker;
	notes.message = *message;
	notes.messages++;
}

void __wrap_desk_thread_post(struct desk_thread *thread, const struct desk_request *request)
{
	(void)thread;
	notes.request = *request;
	notes.reports++;
}

struct stand {
	struct room room;
	struct led_board board;
	struct language *language;
	int place; /* the address of a worker that is none */
};

static void start(struct stand *stand, const char *idle)
{
	char texts[1024];
	*stand = (struct stand){0};
	memset(&notes, 0, sizeof notes);
	text_format(texts, sizeof texts, "%s/text", getenv("GILIRAN_ASSETS"));
	stand->language = language_open(texts, "id");
	assert_non_null(stand->language);
	room_start(&stand->room, "10:26:00");
	stand->board.worker = (void *)&stand->place;
	stand->board.language = stand->language;
	text_copy(stand->board.idle, sizeof stand->board.idle, idle);
	text_copy(stand->board.text, sizeof stand->board.text, "PST BPS");
	text_copy(stand->board.device, sizeof stand->board.device, "display-1/board");
}

static void follow(struct stand *stand, int messages)
{
	led_board_follow(&stand->board, &stand->room.model);
	assert_int_equal(notes.messages, messages);
}

static void test_follows_the_panel(void **state)
{
	(void)state;
	struct stand stand;
	struct room *room = &stand.room;
	start(&stand, "clock");
	room_take(room, START);
	follow(&stand, 1);
	assert_int_equal(notes.message.kind, BOARD_IDLE);
	assert_string_equal(notes.message.text, "10.26");
	follow(&stand, 1); /* nothing new */
	room_call(room, "K001", 2);
	room_occupy(room, 2, VIEW_CALLED, "K001");
	room_take(room, START + 100);
	follow(&stand, 2);
	assert_int_equal(notes.message.kind, BOARD_CALL);
	assert_string_equal(notes.message.ticket, "K001");
	assert_int_equal(notes.message.counter, 2);
	assert_string_equal(notes.message.word, "LOKET");
	/* A second call waits for the panel, on the board too. */
	room_call(room, "J001", 1);
	room_occupy(room, 1, VIEW_CALLED, "J001");
	room_take(room, START + 200);
	follow(&stand, 2);
	scene_step(&room->model.scene, &room->view, START + 100 + SCENE_SHOWN_MS);
	follow(&stand, 3);
	assert_string_equal(notes.message.ticket, "J001");
	language_close(stand.language);
}

static void test_a_number_called_again_is_shown_again(void **state)
{
	(void)state;
	struct stand stand;
	struct room *room = &stand.room;
	start(&stand, "blank");
	room_take(room, START);
	room_call(room, "K001", 1);
	room_occupy(room, 1, VIEW_CALLED, "K001");
	room_take(room, START + 100);
	follow(&stand, 1);
	room_call(room, "K001", 1);
	room_take(room, START + 30000);
	follow(&stand, 2);
	assert_string_equal(notes.message.ticket, "K001");
	language_close(stand.language);
}

static void test_idle_is_what_the_office_chose(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand, "text");
	room_take(&stand.room, START);
	follow(&stand, 1);
	assert_string_equal(notes.message.text, "PST BPS");
	assert_true(led_board_wait(&stand.board, &stand.room.model) == INT64_MAX);
	text_copy(stand.board.idle, sizeof stand.board.idle, "blank");
	follow(&stand, 2);
	assert_int_equal(notes.message.kind, BOARD_BLANK);
	text_copy(stand.board.idle, sizeof stand.board.idle, "clock");
	follow(&stand, 3);
	stand.room.model.now_ms = stand.room.model.told_ms += 59000;
	follow(&stand, 3);
	assert_int_equal(led_board_wait(&stand.board, &stand.room.model), 1000);
	stand.room.model.now_ms = stand.room.model.told_ms += 1000;
	follow(&stand, 4);
	assert_string_equal(notes.message.text, "10.27");
	language_close(stand.language);
}

/* What a lost store said may be called on no longer. */
static void test_no_store_no_call(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand, "clock");
	room_fill_board(&stand.room);
	room_take(&stand.room, START);
	follow(&stand, 1);
	assert_int_equal(notes.message.kind, BOARD_CALL);
	stand.room.model.now_ms += 1000; /* the picture stays and tells its age; a board cannot */
	follow(&stand, 2);
	assert_int_equal(notes.message.kind, BOARD_IDLE);
	stand.room.model.view = NULL;
	follow(&stand, 2);
	assert_int_equal(notes.message.kind, BOARD_IDLE);
	stand.room.model.office = NULL;
	follow(&stand, 3);
	assert_int_equal(notes.message.kind, BOARD_BLANK);
	language_close(stand.language);
}

static void test_the_desk_is_told_how_the_board_is(void **state)
{
	(void)state;
	struct stand stand;
	struct board_news news = {.reason = RESULT_DEVICE_MISSING};
	start(&stand, "clock");
	struct desk_thread *desk = (void *)&stand.place;
	led_board_report(&stand.board, desk, NULL);
	assert_int_equal(notes.reports, 0); /* nothing is known yet */
	led_board_report(&stand.board, NULL, &news);
	assert_int_equal(notes.reports, 0); /* the desk is not there yet */
	led_board_report(&stand.board, desk, NULL);
	assert_int_equal(notes.reports, 1);
	assert_int_equal(notes.request.act, DESK_REPORT_DEVICE);
	assert_int_equal(notes.request.reason, RESULT_DEVICE_MISSING);
	assert_string_equal(notes.request.device, "display-1/board");
	news.reason = RESULT_OK;
	led_board_report(&stand.board, desk, &news);
	assert_int_equal(notes.request.reason, RESULT_OK);
	language_close(stand.language);
}

static void test_no_board_nothing_happens(void **state)
{
	(void)state;
	struct stand stand;
	start(&stand, "clock");
	stand.board.worker = NULL;
	follow(&stand, 0);
	assert_true(led_board_wait(&stand.board, &stand.room.model) == INT64_MAX);
	language_close(stand.language);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_follows_the_panel),
		cmocka_unit_test(test_a_number_called_again_is_shown_again),
		cmocka_unit_test(test_idle_is_what_the_office_chose),
		cmocka_unit_test(test_no_store_no_call),
		cmocka_unit_test(test_the_desk_is_told_how_the_board_is),
		cmocka_unit_test(test_no_board_nothing_happens),
	};
	return cmocka_run_group_tests_name("display_led_board", tests, NULL, NULL);
}
