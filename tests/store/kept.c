/* The line that a desk keeps from one act to the next is what another would read: whoever wrote in
 * between, and whatever became of its own last act. */
#include "db/store.h"
#include "tests/store/copy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

enum { LONG_LINE = TARGET_LINE + 3 };

static void issue(struct desk *desk)
{
	const struct desk_issue wanted = {.service = 1};
	struct ticket ticket;
	assert_int_equal(desk_issue(desk, &wanted, true, &ticket), RESULT_OK);
}

/* The desk's look, which may be at what it kept, against that of one who has just come. */
static void assert_same_line(const struct stage *stage, struct desk *desk)
{
	struct desk_view *kept = calloc(1, sizeof *kept), *fresh = calloc(1, sizeof *fresh);
	struct desk *other = stage_desk(stage, "09:00:00");
	assert_int_equal(desk_view(desk, 1, kept), RESULT_OK);
	assert_int_equal(desk_view(other, 1, fresh), RESULT_OK);
	assert_int_equal(kept->waiting_shown, fresh->waiting_shown);
	for (int i = 0; i < kept->waiting_shown && i < VIEW_WAITING; i++) {
		assert_string_equal(kept->waiting[i].number, fresh->waiting[i].number);
	}
	assert_string_equal(kept->next_number, fresh->next_number);
	assert_int_equal(kept->counter_count, fresh->counter_count);
	for (int i = 0; i < kept->counter_count; i++) {
		assert_int_equal(kept->counters[i].state, fresh->counters[i].state);
		assert_string_equal(kept->counters[i].staff_name, fresh->counters[i].staff_name);
		assert_int_equal(kept->counters[i].ticket.id, fresh->counters[i].ticket.id);
	}
	desk_close(other);
	free(kept);
	free(fresh);
}

static void what_another_desk_did_is_seen(void **state)
{
	const struct stage *stage = *state;
	struct ticket one, two;
	struct desk *ours = stage_desk(stage, "09:00:00"), *theirs = stage_desk(stage, "09:00:00");
	assert_int_equal(desk_open_counter(ours, 1, "ani", 0), RESULT_OK);
	assert_int_equal(desk_open_counter(theirs, 2, "budi", 0), RESULT_OK);
	for (int i = 0; i < 6; i++) {
		issue(i % 3 == 0 ? theirs : ours);
		assert_same_line(stage, ours);
		assert_same_line(stage, theirs);
	}
	assert_int_equal(desk_next(ours, 1, &one), RESULT_OK);
	assert_int_equal(desk_next(theirs, 2, &two), RESULT_OK);
	assert_int_equal(one.sequence + 1, two.sequence);
	assert_int_equal(desk_serve(ours, 1, &one), RESULT_OK);
	assert_int_equal(desk_next(ours, 1, &one), RESULT_OK);
	assert_int_equal(one.sequence, two.sequence + 1);
	assert_same_line(stage, ours);
	assert_same_line(stage, theirs);
	desk_close(ours);
	desk_close(theirs);
}

static void an_act_that_was_not_is_forgotten(void **state)
{
	const struct stage *stage = *state;
	struct fault_plan plan = {0};
	struct ticket ticket;
	const struct desk_options options = {.store = stage->store,
		.device = "test",
		.at = "2026-11-23T09:00:00",
		.faults = &plan};
	char error[200];
	struct desk *desk;
	assert_int_equal(desk_open(&options, &desk, error, sizeof error), RESULT_OK);
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	issue(desk);
	issue(desk);
	plan.full = true;
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_STORE_FULL);
	assert_same_line(stage, desk);
	plan.full = false;
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_TICKET_CALLED);
	assert_same_line(stage, desk);
	assert_int_equal(desk_undo(desk, 1, &ticket), RESULT_OK);
	assert_same_line(stage, desk);
	assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
	assert_int_equal(ticket.sequence, 1);
	desk_close(desk);
}

/* Who stands behind the part that is looked at moves up. */
static void a_line_too_long_to_know_is_read_anew(void **state)
{
	const struct stage *stage = *state;
	struct desk *desk = stage_desk(stage, "09:00:00");
	struct ticket ticket;
	assert_int_equal(desk_open_counter(desk, 1, "ani", 0), RESULT_OK);
	for (int i = 0; i < LONG_LINE; i++) {
		issue(desk);
	}
	for (int i = 0; i < 5; i++) {
		assert_int_equal(desk_next(desk, 1, &ticket), RESULT_OK);
		assert_int_equal(ticket.sequence, i + 1);
		assert_int_equal(desk_serve(desk, 1, &ticket), RESULT_OK);
		assert_same_line(stage, desk);
	}
	desk_close(desk);
}

static int64_t version_of_look(struct store *store)
{
	char text[32];
	assert_int_equal(store_look(store), RESULT_OK);
	assert_int_equal(store_version(store), 0); /* before the first row it may be an old one */
	store_get_meta(store, "schema", text, sizeof text);
	int64_t version = store_version(store);
	assert_int_not_equal(version, 0);
	store_rollback(store);
	return version;
}

static int64_t version_after_writing(struct store *store, const char *value)
{
	assert_int_equal(store_begin(store), RESULT_OK);
	store_set_meta(store, "test", value);
	assert_int_equal(store_commit(store), RESULT_OK);
	return store_version(store);
}

static void versions_of(const char *path)
{
	struct store *one, *two;
	char error[200];
	assert_int_equal(store_open(path, NULL, &one, error, sizeof error), RESULT_OK);
	assert_int_equal(store_open(path, NULL, &two, error, sizeof error), RESULT_OK);
	int64_t first = version_of_look(one);
	assert_int_equal(version_of_look(one), first);
	int64_t second = version_after_writing(one, "a");
	assert_int_not_equal(second, first);
	assert_int_equal(version_of_look(one), second);
	(void)version_after_writing(two, "b");
	int64_t third = version_of_look(one);
	assert_int_not_equal(third, second);
	assert_int_not_equal(third, first);
	/* What was taken back leaves it as it was. */
	assert_int_equal(store_begin(two), RESULT_OK);
	store_set_meta(two, "test", "c");
	store_rollback(two);
	assert_int_equal(version_of_look(one), third);
	(void)version_after_writing(two, "d");
	assert_int_not_equal(version_of_look(one), third);
	store_close(one);
	store_close(two);
}

static void a_version_changes_with_every_commit(void **state)
{
	const struct stage *stage = *state;
	struct copy copy;
	versions_of(stage->store);
	copy_init(&copy, stage, true);
	versions_of(copy.path);
	copy_finish(&copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_another_desk_did_is_seen, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			an_act_that_was_not_is_forgotten, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(
			a_line_too_long_to_know_is_read_anew, stage_set_up, stage_tear_down_right),
		cmocka_unit_test_setup_teardown(
			a_version_changes_with_every_commit, stage_set_up, stage_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
