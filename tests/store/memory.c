/* Stores in memory: shared by name in this process, without a file, gone with the last who has them
 * open, and otherwise like any other. */
#include "app/base/text.h"
#include "db/store.h"
#include "tests/store/invariants.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char place[] = "memory:desk";
/* The same for the rows' own questions, which go past our code. */
static const struct stage rows = {.store = "file:/desk?vfs=memdb"};

static enum result create(void)
{
	char office[512], error[512];
	stage_office_file(office, sizeof office);
	return desk_create(place, office, true, "2026-11-23T07:30:00", error, sizeof error);
}

static enum result try_opening(const char *store, struct desk **out_desk)
{
	char error[512] = "";
	const struct desk_options options = {
		.store = store, .at = "2026-11-23T09:00:00", .device = "test"};
	enum result result = desk_open(&options, out_desk, error, sizeof error);
	if (result != RESULT_OK) {
		assert_null(*out_desk);
		assert_non_null(strstr(error, store));
	}
	return result;
}

static struct desk *open_desk(void)
{
	struct desk *desk;
	assert_int_equal(try_opening(place, &desk), RESULT_OK);
	return desk;
}

/* A store whose name is held by its first desk. */
static int set_up(void **state)
{
	struct engine *hold;
	assert_int_equal(engine_hold(place, &hold), RESULT_OK);
	assert_int_equal(create(), RESULT_OK);
	*state = open_desk();
	engine_close(hold);
	return 0;
}

static int tear_down(void **state)
{
	desk_close(*state);
	return 0;
}

static struct ticket issue(struct desk *desk)
{
	struct ticket ticket;
	const struct desk_issue issue = {.service = 0, .print = true};
	assert_int_equal(desk_issue(desk, &issue, true, &ticket), RESULT_OK);
	return ticket;
}

static void one_writes_and_the_other_reads(void **state)
{
	struct desk *one = *state, *two = open_desk();
	struct ticket ticket;
	struct desk_view *view = calloc(1, sizeof *view);
	assert_string_equal(issue(one).number, "K001");
	assert_int_equal(desk_view(two, 0, view), RESULT_OK);
	assert_int_equal(view->waiting_total, 1);
	assert_int_equal(desk_open_counter(two, 1, "kepala", 0), RESULT_OK);
	assert_int_equal(desk_next(two, 1, &ticket), RESULT_OK);
	assert_string_equal(ticket.number, "K001");
	assert_int_equal(desk_view(one, 1, view), RESULT_OK);
	assert_int_equal(view->counters[0].state, VIEW_CALLED);
	desk_close(two);
	free(view);
}

static void it_outlives_who_made_it(void **state)
{
	struct desk *first = *state, *second = open_desk();
	issue(first);
	desk_close(first);
	assert_string_equal(issue(second).number, "K002");
	*state = second;
}

static void it_is_gone_after_the_last_close(void **state)
{
	struct desk *desk;
	issue(*state);
	desk_close(*state);
	*state = NULL;
	assert_int_equal(try_opening(place, &desk), RESULT_STORE_MISSING);
	/* Nobody held the name, so this one is gone as well. */
	assert_int_equal(create(), RESULT_OK);
	assert_int_equal(try_opening(place, &desk), RESULT_STORE_MISSING);
}

static void one_name_is_one_store(void **state)
{
	struct desk *desk;
	(void)state;
	assert_int_equal(create(), RESULT_STORE_EXISTS);
	assert_int_equal(try_opening("memory:other", &desk), RESULT_STORE_MISSING);
	assert_int_equal(access("memory:desk", F_OK), -1);
	assert_int_equal(access("/desk", F_OK), -1);
	/* Without a name it is the path of a file. */
	assert_int_equal(try_opening("memory:", &desk), RESULT_STORE_MISSING);
	assert_false(engine_is_in_memory("memory:"));
	assert_false(engine_is_in_memory("/memory:desk"));
}

static enum result fill_and_give_up(struct store *store, void *context)
{
	store_set_meta(store, "training", "yes");
	*(bool *)context = true;
	return RESULT_CONFIG_WRONG;
}

static void a_creation_given_up_leaves_nothing(void **state)
{
	char error[512];
	bool filled = false;
	struct engine *hold;
	struct store *store;
	(void)state;
	assert_int_equal(engine_hold("memory:draft", &hold), RESULT_OK);
	assert_int_equal(
		store_create("memory:draft", fill_and_give_up, &filled, error, sizeof error),
		RESULT_CONFIG_WRONG);
	assert_true(filled);
	assert_int_equal(store_open("memory:draft", NULL, &store, error, sizeof error),
		RESULT_STORE_MISSING);
	engine_close(hold);
}

static void constraints_hold(void **state)
{
	struct store *store;
	char error[512];
	(void)state;
	assert_int_equal(store_open(place, NULL, &store, error, sizeof error), RESULT_OK);
	char *before = stage_dump(&rows);
	static const char *const wrong[] = {
		"INSERT INTO meta (name, value) VALUES ('x', '1'), ('x', '2')",
		"INSERT INTO counter_state (counter, state, since_ms) VALUES (1, 'free', 0)",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
		assert_int_equal(store_begin(store), RESULT_OK);
		store_set_meta(store, "half", "done");
		assert_int_equal(engine_script(store_engine(store), wrong[i]), RESULT_STORE_FAILED);
		assert_int_equal(store_commit(store), RESULT_STORE_FAILED);
		char *after = stage_dump(&rows);
		assert_string_equal(before, after);
		free(after);
	}
	free(before);
	store_close(store);
}

static void a_reader_and_a_writer_wait_for_each_other(void **state)
{
	struct store *one, *two;
	char error[512];
	(void)state;
	assert_int_equal(store_open(place, NULL, &one, error, sizeof error), RESULT_OK);
	assert_int_equal(store_open(place, NULL, &two, error, sizeof error), RESULT_OK);
	assert_int_equal(engine_script(store_engine(two), "PRAGMA busy_timeout = 10"), RESULT_OK);
	assert_int_equal(store_begin(one), RESULT_OK);
	store_set_meta(one, "half", "done");
	assert_int_equal(store_begin(two), RESULT_STORE_BUSY);
	store_rollback(one);
	assert_int_equal(store_begin(two), RESULT_OK);
	store_set_meta(two, "whole", "done");
	assert_int_equal(store_commit(two), RESULT_OK);
	char value[8];
	assert_int_equal(store_look(one), RESULT_OK);
	store_get_meta(one, "whole", value, sizeof value);
	assert_string_equal(value, "done");
	store_get_meta(one, "half", value, sizeof value);
	assert_string_equal(value, "");
	store_rollback(one);
	store_close(one);
	store_close(two);
}

static void news_are_of_others(void **state)
{
	struct store *store;
	char error[512];
	assert_int_equal(store_open(place, NULL, &store, error, sizeof error), RESULT_OK);
	struct engine *engine = store_engine(store);
	assert_int_equal(engine_watch(engine), -1);
	assert_int_equal(engine_news(engine), ENGINE_SAME);
	issue(*state);
	assert_int_equal(engine_news(engine), ENGINE_CHANGED);
	assert_int_equal(engine_news(engine), ENGINE_SAME);
	assert_int_equal(store_begin(store), RESULT_OK);
	store_set_meta(store, "own", "word");
	assert_int_equal(store_commit(store), RESULT_OK);
	assert_int_equal(engine_news(engine), ENGINE_SAME);
	store_close(store);
}

/* A day of many programs in one thread: each gets the next number, none twice. */
static void a_thousand_are_issued(void **state)
{
	enum { PROGRAMS = 4, MANY = 1000 };
	struct desk *desks[PROGRAMS] = {*state};
	char wrong[300];
	struct desk_health health;
	struct desk_view *view = calloc(1, sizeof *view);
	for (int i = 1; i < PROGRAMS; i++) {
		desks[i] = open_desk();
	}
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(issue(desks[i % PROGRAMS]).sequence, i + 1);
	}
	for (int i = 0; i < PROGRAMS; i++) {
		assert_int_equal(desk_view(desks[i], 0, view), RESULT_OK);
		assert_int_equal(view->waiting_total, MANY);
	}
	assert_int_equal(desk_examine(desks[1], &health), RESULT_OK);
	assert_true(health.intact);
	if (!invariants_hold(rows.store, wrong, sizeof wrong)) {
		fail_msg("%s", wrong);
	}
	for (int i = 1; i < PROGRAMS; i++) {
		desk_close(desks[i]);
	}
	free(view);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_writes_and_the_other_reads, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_outlives_who_made_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(it_is_gone_after_the_last_close, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_name_is_one_store, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_creation_given_up_leaves_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(constraints_hold, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			a_reader_and_a_writer_wait_for_each_other, set_up, tear_down),
		cmocka_unit_test_setup_teardown(news_are_of_others, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_thousand_are_issued, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
