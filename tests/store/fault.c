/*
 * Each act dies at every change it makes, in every way a disk can then be left (db/fault.h): opened
 * again, the store is as before the act or as after it, as after it when the act had been
 * acknowledged, and all invariants hold.
 */
#include "app/base/text.h"
#include "db/fault.h"
#include "tests/store/copy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MANY = 2000, SECTOR = 512, WORDS = 4 };

/* ---- dying ---- */

/* Every act in the ways that ask the most of the engine; each fifth in the others, as store/kill
 * kills every act and losing power in a torn write includes them. */
static const struct way {
	const char *name;
	bool memory, torn, lose_unsynced;
	size_t step;
} ways[] = {
	{"died", false, false, false, 5},
	{"died in a torn write", false, true, false, 5},
	{"lost power", false, false, true, 5},
	{"lost power in a torn write", false, true, true, 1},
	{"died in memory", true, false, false, 1},
};

struct tally {
	int undone, done, torn;
};

/* Once dead, nothing works and nothing is changed, by closing neither. */
static void assert_dead(struct desk *desk, const struct morning_act *act, struct fault_plan *plan)
{
	struct desk_view *view = calloc(1, sizeof *view);
	long changes = plan->changes;
	assert_int_equal(desk_view(desk, 0, view), RESULT_STORE_FAILED);
	assert_int_equal(act->run(desk), RESULT_STORE_FAILED);
	assert_int_equal(plan->changes, changes);
	free(view);
}

/* Runs the act to its death at the `nth` change, or past it; whether it died. */
static bool run_dying(const struct copy *copy, const struct morning_act *act,
	struct fault_plan *plan, long nth, bool *out_acknowledged)
{
	struct desk *desk = copy_desk(copy, act, plan);
	plan->changes = 0;
	plan->die_at = nth;
	enum result result = act->run(desk);
	*out_acknowledged = result == RESULT_OK;
	if (plan->deaths > 0) {
		assert_true(result == RESULT_OK || result == RESULT_STORE_FAILED);
		assert_dead(desk, act, plan);
	} else {
		assert_int_equal(result, RESULT_OK);
	}
	desk_close(desk);
	plan->die_at = 0;
	return plan->deaths > 0;
}

static bool has_torn_log(const struct copy *copy)
{
	char path[600];
	struct stat status;
	text_format(path, sizeof path, "%s-wal", copy->stage.store);
	return stat(path, &status) == 0 && status.st_size > 0 && status.st_size % SECTOR == 0;
}

static bool die_once(const struct stage *base, const struct morning_act *act, const struct way *way,
	long nth, const char *before, const char *after, struct tally *tally)
{
	struct copy copy;
	struct fault_plan plan = {.torn = way->torn, .lose_unsynced = way->lose_unsynced};
	bool acknowledged;
	copy_init(&copy, base, way->memory);
	bool died = run_dying(&copy, act, &plan, nth, &acknowledged);
	tally->torn += died && has_torn_log(&copy);
	char *dump = copy_dump(&copy, act);
	if (acknowledged || strcmp(dump, before) != 0) {
		assert_string_equal(dump, after);
		tally->done += died;
	} else {
		tally->undone += died;
	}
	assert_null(plan.unsynced);
	free(dump);
	copy_finish(&copy);
	return died;
}

static void die_everywhere(
	const struct stage *base, const struct morning_act *act, const struct way *way)
{
	char *before = copy_whole_dump(base, act, false);
	char *after = copy_whole_dump(base, act, true);
	struct tally tally = {0};
	bool died = true;
	assert_string_not_equal(before, after);
	for (long nth = 1; died && nth < MANY; nth++) {
		died = die_once(base, act, way, nth, before, after, &tally);
	}
	assert_false(died);
	/* Before and after the moment it became durable, or nothing was shown. */
	assert_true(tally.undone > 1 && tally.done > 0);
	assert_true(tally.torn > 0 || !way->torn);
	print_message("%-20s %s at %d changes: %d undone, %d done, %d torn\n", act->name, way->name,
		tally.undone + tally.done, tally.undone, tally.done, tally.torn);
	free(before);
	free(after);
}

static void acts_that_die_are_whole_or_nothing(void **state)
{
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		for (size_t j = 0; j < morning_act_count; j += ways[i].step) {
			die_everywhere(*state, &morning_acts[j], &ways[i]);
		}
	}
}

/* Opening lays the log and its index beside the store. */
static void opening_that_dies_changes_nothing(void **state)
{
	const struct morning_act *issue = &morning_acts[0];
	char *before = copy_whole_dump(*state, issue, false);
	long nth = 1;
	for (bool died = true; died && nth < MANY; nth++) {
		struct copy copy;
		struct fault_plan plan = {.die_at = nth};
		struct desk *desk;
		copy_init(&copy, *state, false);
		enum result result = copy_try_desk(&copy, issue, &plan, &desk);
		died = plan.deaths > 0;
		assert_int_equal(result, died ? RESULT_STORE_FAILED : RESULT_OK);
		assert_true((desk == NULL) == died);
		desk_close(desk);
		char *dump = copy_dump(&copy, issue);
		assert_string_equal(dump, before);
		free(dump);
		copy_finish(&copy);
	}
	assert_in_range(nth, 3, MANY - 1);
	free(before);
}

/* ---- the fault itself ---- */

static void set_word(struct store *store, const char *name, enum result expected)
{
	assert_int_equal(store_begin(store), RESULT_OK);
	store_set_meta(store, name, "said");
	assert_int_equal(store_commit(store), expected);
}

/* Says one word, then dies in the next; whether the first is there afterwards. */
static bool word_survives(const struct stage *base, const char *settings)
{
	struct copy copy;
	struct store *store;
	struct fault_plan plan = {.lose_unsynced = true};
	char error[512], word[8], other[8];
	copy_init(&copy, base, false);
	assert_int_equal(store_open(copy.path, &plan, &store, error, sizeof error), RESULT_OK);
	assert_int_equal(engine_script(store_engine(store), settings), RESULT_OK);
	set_word(store, "first", RESULT_OK);
	plan.die_at = plan.changes + 3;
	set_word(store, "second", RESULT_STORE_FAILED);
	store_close(store);
	assert_int_equal(plan.deaths, 1);

	assert_int_equal(store_open(copy.path, NULL, &store, error, sizeof error), RESULT_OK);
	assert_int_equal(store_look(store), RESULT_OK);
	store_get_meta(store, "first", word, sizeof word);
	store_get_meta(store, "second", other, sizeof other);
	store_rollback(store);
	store_close(store);
	copy_check(&copy, settings);
	assert_string_equal(other, "");
	copy_finish(&copy);
	return strcmp(word, "said") == 0;
}

/* That FULL survives a power cut shows only because less does not. */
static void power_takes_what_was_not_synced(void **state)
{
	assert_true(word_survives(*state, "PRAGMA synchronous = FULL"));
	assert_false(word_survives(*state, "PRAGMA synchronous = NORMAL"));
	assert_false(word_survives(*state, "PRAGMA synchronous = OFF"));
}

/* How many words are said until the `nth` change is died in; *out_died false when none of them. */
static int say_words(const struct copy *copy, struct fault_plan *plan, long nth, bool *out_died)
{
	struct store *store;
	char error[512], name[16];
	int said = 0;
	assert_int_equal(store_open(copy->path, plan, &store, error, sizeof error), RESULT_OK);
	assert_int_equal(
		engine_script(store_engine(store), "PRAGMA wal_autocheckpoint = 1"), RESULT_OK);
	plan->changes = 0;
	plan->die_at = nth;
	for (int i = 0; i < WORDS && plan->deaths == 0; i++) {
		text_format(name, sizeof name, "word-%d", i);
		assert_int_equal(store_begin(store), RESULT_OK);
		store_set_meta(store, name, "said");
		said += store_commit(store) == RESULT_OK;
	}
	*out_died = plan->deaths > 0;
	store_close(store);
	return said;
}

static int count_words(const struct copy *copy)
{
	struct store *store;
	char error[512], name[16], word[8] = "said";
	int count = -1;
	assert_int_equal(store_open(copy->path, NULL, &store, error, sizeof error), RESULT_OK);
	assert_int_equal(store_look(store), RESULT_OK);
	while (strcmp(word, "said") == 0) {
		count++;
		text_format(name, sizeof name, "word-%d", count);
		store_get_meta(store, name, word, sizeof word);
	}
	store_rollback(store);
	store_close(store);
	copy_check(copy, "words");
	return count;
}

/* A commit that fills the log also moves it into the store's own pages, which may be died in. */
static void moving_the_log_loses_nothing(void **state)
{
	for (size_t i = 0; i < sizeof ways / sizeof ways[0] && !ways[i].memory; i++) {
		bool died = true;
		long nth = 1;
		int acknowledged = 0;
		for (; died && nth < MANY; nth++) {
			struct copy copy;
			struct fault_plan plan = {
				.torn = ways[i].torn, .lose_unsynced = ways[i].lose_unsynced};
			copy_init(&copy, *state, false);
			int said = say_words(&copy, &plan, nth, &died);
			int there = count_words(&copy);
			assert_true(there == said || (died && there == said + 1));
			acknowledged += said;
			copy_finish(&copy);
		}
		assert_false(died);
		assert_true(acknowledged > nth && nth > 5 * WORDS);
	}
}

static char *read_file(const char *path, const char *ending, size_t *out_size)
{
	char whole[600];
	text_format(whole, sizeof whole, "%s%s", path, ending);
	FILE *file = fopen(whole, "rb");
	struct stat status;
	assert_non_null(file);
	assert_int_equal(fstat(fileno(file), &status), 0);
	*out_size = (size_t)status.st_size;
	char *data = malloc(*out_size + 1);
	assert_int_equal(fread(data, 1, *out_size, file), *out_size);
	fclose(file);
	return data;
}

/* The log of a day lies beside the store when its program dies; closing would have written it. */
static void closing_the_dead_writes_nothing(void **state)
{
	static const char *const endings[] = {"", "-wal", "-shm"};
	struct copy copy;
	struct fault_plan plan = {0};
	const struct morning_act *issue = &morning_acts[0], *other = &morning_acts[1];
	char *before[3];
	size_t sizes[3];
	copy_init(&copy, *state, false);
	struct desk *desk = copy_desk(&copy, issue, &plan);
	assert_int_equal(issue->run(desk), RESULT_OK);
	plan.die_at = plan.changes + 2;
	assert_int_equal(other->run(desk), RESULT_STORE_FAILED);
	for (int i = 0; i < 3; i++) {
		before[i] = read_file(copy.path, endings[i], &sizes[i]);
	}
	assert_true(sizes[1] > 0);
	desk_close(desk);
	for (int i = 0; i < 3; i++) {
		size_t size;
		char *after = read_file(copy.path, endings[i], &size);
		assert_int_equal(size, sizes[i]);
		assert_memory_equal(after, before[i], size);
		free(after);
		free(before[i]);
	}
	copy_finish(&copy);
}

/* One of two programs dies; with memory, both are in this thread. */
static void all_of_one_machine_die(void **state)
{
	for (int memory = 0; memory < 2; memory++) {
		struct copy copy;
		struct fault_plan plan = {0};
		const struct morning_act *issue = &morning_acts[0], *other = &morning_acts[1];
		copy_init(&copy, *state, memory != 0);
		struct desk *one = copy_desk(&copy, issue, &plan);
		struct desk *two = copy_desk(&copy, issue, &plan);
		struct desk *apart = copy_desk(&copy, issue, NULL);
		plan.die_at = plan.changes + 1;
		assert_int_equal(issue->run(one), RESULT_STORE_FAILED);
		assert_dead(one, issue, &plan);
		assert_dead(two, issue, &plan);
		assert_int_equal(issue->run(apart), RESULT_OK);
		desk_close(one);
		one = copy_desk(&copy, issue, &plan);
		assert_int_equal(other->run(one), RESULT_OK);
		desk_close(one);
		desk_close(two);
		desk_close(apart);
		copy_check(&copy, "one machine");
		copy_finish(&copy);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(power_takes_what_was_not_synced),
		cmocka_unit_test(moving_the_log_loses_nothing),
		cmocka_unit_test(closing_the_dead_writes_nothing),
		cmocka_unit_test(all_of_one_machine_die),
		cmocka_unit_test(opening_that_dies_changes_nothing),
		cmocka_unit_test(acts_that_die_are_whole_or_nothing),
	};
	return cmocka_run_group_tests(tests, morning_set_up, stage_tear_down);
}
