/* The two files beside the store: writers in turn, and the word to the others. */
#include "app/base/clock.h"
#include "app/base/text.h"
#include "db/lock.h"
#include "db/signal.h"
#include "tests/store/processes.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

struct beside {
	struct stage stage;
	char path[320];
	struct signal one, two;
};

static int set_up(void **state)
{
	struct beside *beside = processes_share(sizeof *beside);
	stage_init(&beside->stage);
	text_format(beside->path, sizeof beside->path, "%s/signal", beside->stage.folder);
	assert_true(signal_init(&beside->one, beside->path));
	assert_true(signal_init(&beside->two, beside->path));
	*state = beside;
	return 0;
}

static int tear_down(void **state)
{
	struct beside *beside = *state;
	signal_finish(&beside->one);
	signal_finish(&beside->two);
	stage_finish(&beside->stage);
	return 0;
}

static bool is_readable(int file)
{
	struct pollfd source = {file, POLLIN, 0};
	return poll(&source, 1, 0) == 1;
}

static void a_commit_is_news_to_the_others_once(void **state)
{
	struct beside *beside = *state;
	int watch = signal_watch(&beside->two);
	assert_true(watch >= 0);
	assert_false(is_readable(watch));
	signal_begin(&beside->one);
	assert_true(is_readable(watch));
	assert_int_equal(signal_news(&beside->two), ENGINE_UNDERWAY);
	signal_commit(&beside->one);
	assert_true(is_readable(watch));
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);
	assert_false(is_readable(watch));
	assert_int_equal(signal_news(&beside->two), ENGINE_SAME);
	assert_int_equal(signal_news(&beside->one), ENGINE_SAME);
}

static void what_came_to_nothing_is_no_news(void **state)
{
	struct beside *beside = *state;
	signal_begin(&beside->one);
	signal_cancel(&beside->one);
	assert_int_equal(signal_news(&beside->two), ENGINE_SAME);
	assert_int_equal(signal_news(&beside->one), ENGINE_SAME);
}

static void our_own_word_hides_nobody_elses(void **state)
{
	struct beside *beside = *state;
	signal_begin(&beside->one);
	signal_commit(&beside->one);
	signal_begin(&beside->two);
	signal_commit(&beside->two);
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);
	assert_int_equal(signal_news(&beside->one), ENGINE_CHANGED);
}

static void a_writer_that_died_is_heard_once(void **state)
{
	struct beside *beside = *state;
	signal_begin(&beside->one);
	assert_int_equal(signal_news(&beside->two), ENGINE_UNDERWAY);
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);
	assert_int_equal(signal_news(&beside->two), ENGINE_SAME);
	/* The next writer goes on from there. */
	signal_begin(&beside->one);
	assert_int_equal(signal_news(&beside->two), ENGINE_UNDERWAY);
	signal_commit(&beside->one);
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);
}

static void a_file_tidied_away_is_made_anew(void **state)
{
	struct beside *beside = *state;
	int watch = signal_watch(&beside->two);
	assert_int_equal(unlink(beside->path), 0);
	signal_begin(&beside->one);
	signal_commit(&beside->one);
	assert_true(is_readable(watch));
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);
	assert_int_equal(signal_news(&beside->two), ENGINE_SAME);
	signal_begin(&beside->one);
	signal_commit(&beside->one);
	assert_true(is_readable(watch));
	assert_int_equal(signal_news(&beside->two), ENGINE_CHANGED);

	struct lock mine = {.file = lock_open(beside->path)};
	struct lock yours = {.file = lock_open(beside->path)};
	assert_int_equal(unlink(beside->path), 0);
	assert_true(lock_renew(&mine.file, beside->path));
	assert_true(lock_renew(&yours.file, beside->path));
	assert_false(lock_renew(&yours.file, beside->path));
	assert_int_equal(lock_take(&mine, 100), RESULT_OK);
	assert_int_equal(lock_take(&yours, 100), RESULT_STORE_BUSY);
	close(mine.file);
	close(yours.file);
}

static void a_taken_lock_is_waited_for_no_longer_than_said(void **state)
{
	struct beside *beside = *state;
	struct lock mine = {.file = lock_open(beside->path)};
	struct lock yours = {.file = lock_open(beside->path)};
	assert_int_equal(lock_take(&mine, 1000), RESULT_OK);
	int64_t start = clock_ticks_ms();
	assert_int_equal(lock_take(&yours, 300), RESULT_STORE_BUSY);
	int64_t waited = clock_ticks_ms() - start;
	assert_true(waited >= 300 && waited < 3000);
	lock_give(&mine);
	assert_int_equal(lock_take(&yours, 300), RESULT_OK);
	/* The kernel gives back what a dead program held. */
	close(yours.file);
	assert_int_equal(lock_take(&mine, 300), RESULT_OK);
	close(mine.file);
}

static void take_turns(void *context, int index)
{
	struct beside *beside = context;
	(void)index;
	struct lock lock = {.file = lock_open(beside->path)};
	for (int i = 0; i < 200; i++) {
		if (lock_take(&lock, 5000) != RESULT_OK) {
			_exit(1);
		}
		/* Nothing but the lock keeps this from losing counts. */
		uint32_t known = beside->one.known;
		(void)is_readable(lock.file);
		beside->one.known = known + 1;
		lock_give(&lock);
	}
	close(lock.file);
}

static void one_at_a_time(void **state)
{
	struct beside *beside = *state;
	beside->one.known = 0;
	assert_true(processes_run(6, take_turns, beside));
	assert_int_equal(beside->one.known, 1200);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		test(a_commit_is_news_to_the_others_once),
		test(what_came_to_nothing_is_no_news),
		test(our_own_word_hides_nobody_elses),
		test(a_writer_that_died_is_heard_once),
		test(a_file_tidied_away_is_made_anew),
		test(a_taken_lock_is_waited_for_no_longer_than_said),
		test(one_at_a_time),
	};
#undef test
	return cmocka_run_group_tests(tests, NULL, NULL);
}
