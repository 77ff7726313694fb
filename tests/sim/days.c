/* Simulated days on the real desk, in memory and on disk, with everything that can go wrong; each
 * held against the model of the design and the invariants of the rows. */
#include "app/base/log.h"
#include "app/base/text.h"
#include "app/simulate/simulate.h"
#include "tests/sim/against_model.h"
#include "tests/store/invariants.h"
#include "tests/store/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static char office[512];

static int set_up(void **state)
{
	(void)state;
	/* Programs that die say so. */
	log_set_level(LOG_NOTHING);
	stage_office_file(office, sizeof office);
	return 0;
}

enum { EVERY = 20 }; /* days between two looks at all rows of the store, which take long */

static bool look(void *context, const struct world_day *day, char *out_what, size_t size)
{
	const struct against_model *tally = context;
	char path[PLACE_SIZE];
	if ((tally->compared + tally->left_out) % EVERY != EVERY - 1) {
		return against_model_look(context, day, out_what, size);
	}
	if (engine_is_in_memory(day->store)) {
		text_format(
			path, sizeof path, "file:/%s?vfs=memdb", day->store + strlen("memory:"));
	} else {
		text_copy(path, sizeof path, day->store);
	}
	return invariants_hold(path, out_what, size) &&
	       against_model_look(context, day, out_what, size);
}

static void run(const struct simulate_options *options, struct simulate_report *out_report)
{
	if (!simulate_run(options, out_report)) {
		print_message("seed %" PRIu64 ", day %d (%s): %s: %s\n%s", options->seed,
			out_report->failed_day, out_report->failed_date, out_report->failure.check,
			out_report->failure.what, out_report->shortest_text);
		fail();
	}
}

/* Whatever a visitor or a clerk can do is done in these days, and not only refused. */
static void assert_played(const long done[INTENT_ACTS])
{
	static const enum intent_act elsewhere[] = {
		INTENT_WORK, INTENT_LOOK, INTENT_PRINT}; /* no acts on the desk, or others */
	for (int act = 0; act < INTENT_DIE; act++) {
		bool counts = true;
		for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++) {
			counts = counts && act != (int)elsewhere[i];
		}
		if (counts && done[act] == 0) {
			fail_msg("act %d was never done", act);
		}
	}
}

/* Four of five forecasts are promised to be right; those of days that an office has learned from.
 */
static void assert_honest(const struct figures_share *learnt)
{
	print_message("%d of %d forecasts were right\n", learnt->right, learnt->counted);
	assert_true(learnt->counted > 300);
	assert_in_range(100 * learnt->right / learnt->counted, 70, 95);
}

static void days_in_memory_are_right(void **state)
{
	static const struct {
		uint64_t seed;
		int days;
		uint32_t faults;
		const char *office;
	} runs[] = {
		{101, 30, 0, "assets/offices/tana-tidung.conf"},
		{102, 50, DAY_FAULTS_ALL, "assets/offices/tana-tidung.conf"},
		{103, 20, DAY_FAULT_KILL | DAY_FAULT_RACE, "tests/sim/crowded.conf"},
		{104, 30, DAY_FAULT_CLOCK | DAY_FAULT_PRINTER, "assets/offices/tana-tidung.conf"},
		{105, 30, 0, "tests/sim/crowded.conf"},
	};
	struct against_model tally = {0};
	struct figures_share learnt = {0, 0, 0};
	long done[INTENT_ACTS] = {0};
	(void)state;
	for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
		struct simulate_report report;
		char path[512];
		text_format(path, sizeof path, "%s/%s", getenv("GILIRAN_SOURCE"), runs[i].office);
		const struct simulate_options options = {
			.office_file = path,
			.seed = runs[i].seed,
			.days = runs[i].days,
			.days_of_a_store = 10,
			.faults = runs[i].faults,
			.look = look,
			.look_context = &tally,
		};
		run(&options, &report);
		assert_int_equal(report.days, runs[i].days);
		assert_true(report.acts > 100 * runs[i].days);
		assert_true(report.refused > runs[i].days);
		assert_true((report.deaths > 0) == ((runs[i].faults & DAY_FAULT_KILL) != 0));
		for (int act = 0; act < INTENT_ACTS; act++) {
			done[act] += report.done[act];
		}
		learnt.counted += report.learnt.counted;
		learnt.right += report.learnt.right;
		simulate_finish(&report);
	}
	print_message("%d days against the model, %d left out, %d segments\n", tally.compared,
		tally.left_out, tally.segments);
	assert_true(tally.compared > 4 * tally.left_out);
	assert_true(tally.segments > 10 * tally.compared);
	assert_played(done);
	assert_true(tally.overtaken > 0);
	assert_true(tally.figures > 4 * tally.compared);
	assert_true(tally.closures > 0);
	assert_true(tally.booked > 0);
	assert_honest(&learnt);
	assert_true(tally.calls > 5 * tally.compared);
}

static void days_on_disk_are_right(void **state)
{
	struct stage stage;
	struct against_model tally = {0};
	struct simulate_report report;
	(void)state;
	stage_init(&stage);
	const struct simulate_options options = {
		.office_file = office,
		.seed = 201,
		.days = 24,
		.days_of_a_store = 6,
		.faults = DAY_FAULTS_ALL,
		.folder = stage.folder,
		.look = look,
		.look_context = &tally,
	};
	run(&options, &report);
	assert_int_equal(report.days, 24);
	assert_true(report.deaths > 6);
	simulate_finish(&report);
	stage_finish(&stage);
}

static uint64_t hash_of(uint64_t seed, uint32_t faults)
{
	struct simulate_report report;
	const struct simulate_options options = {
		.office_file = office, .seed = seed, .days = 10, .faults = faults};
	run(&options, &report);
	uint64_t hash = report.hash;
	simulate_finish(&report);
	return hash;
}

static void the_same_seed_is_the_same_days(void **state)
{
	(void)state;
	uint64_t hash = hash_of(301, DAY_FAULTS_ALL);
	assert_true(hash == hash_of(301, DAY_FAULTS_ALL));
	assert_true(hash != hash_of(302, DAY_FAULTS_ALL));
	assert_true(hash != hash_of(301, 0));
}

/* A check that is false on purpose: that nobody with K003 ever cancels. */
static bool forbid_cancelling(
	void *context, const struct world_day *day, char *out_what, size_t size)
{
	struct ticket ticket;
	(void)context;
	if (desk_find_ticket(day->desk, "K003", day->date, &ticket) == RESULT_OK &&
		ticket.state == TICKET_CANCELLED) {
		text_copy(out_what, size, "K003 was cancelled");
		return false;
	}
	return true;
}

/* What is left of a day of some hundred acts: three who take a number, and one who cancels. */
static void a_failure_is_told_as_shortly_as_it_can(void **state)
{
	int counts[INTENT_ACTS] = {0};
	size_t at_counter = 0;
	struct simulate_report report;
	(void)state;
	const struct simulate_options options = {
		.office_file = office,
		.seed = 402,
		.days = 400,
		.days_of_a_store = 3,
		.faults = DAY_FAULTS_ALL,
		.look = forbid_cancelling,
	};
	assert_false(simulate_run(&options, &report));
	assert_string_equal(report.failure.check, "look");
	assert_string_equal(report.failure.what, "K003 was cancelled");
	print_message("%s(%d tries)\n", report.shortest_text, report.tries);
	for (size_t i = 0; i < report.shortest.count; i++) {
		const struct intent *intent = &report.shortest.items[i];
		counts[intent->act]++;
		at_counter += intent->act == INTENT_CANCEL && intent->counter != 0 ? 1 : 0;
	}
	/* A counter that cancels must have been opened. */
	assert_int_equal(counts[INTENT_OPEN], at_counter);
	/* And who checks in has booked. */
	assert_int_equal(counts[INTENT_APPOINT], counts[INTENT_ARRIVE]);
	assert_int_equal(report.shortest.count, 5 + at_counter + (size_t)counts[INTENT_APPOINT]);
	assert_int_equal(counts[INTENT_ISSUE] + counts[INTENT_ARRIVE], 3);
	assert_int_equal(counts[INTENT_CANCEL] + counts[INTENT_WITHDRAW], 1);
	assert_int_equal(counts[INTENT_DAY_END], 1);
	assert_non_null(strstr(report.shortest_text, "K003"));
	simulate_finish(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_in_memory_are_right),
		cmocka_unit_test(days_on_disk_are_right),
		cmocka_unit_test(the_same_seed_is_the_same_days),
		cmocka_unit_test(a_failure_is_told_as_shortly_as_it_can),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
