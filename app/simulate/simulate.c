#include "app/simulate/simulate.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { DAYS_OF_A_STORE = 20 };
static const int64_t day_ms = INT64_C(86400) * 1000;
static const char first_date[] = "2026-11-23"; /* a Monday */

/* ---- stores ---- */

static void remove_store(const char *store)
{
	static const char *const endings[] = {
		"", "-wal", "-shm", "-lock", "-signal", "-new", ".key", "-key"};
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		char path[PLACE_SIZE + 8];
		text_format(path, sizeof path, "%s%s", store, endings[i]);
		(void)unlink(path);
	}
}

struct world *simulate_stage_world(const struct simulate_stage *stage, FILE *trace)
{
	struct world *world;
	const struct world_options options = {
		.store = stage->store,
		.office_file = stage->options->office_file,
		.at = stage->at,
		.one_machine = stage->one_machine,
		.look = stage->options->look,
		.look_context = stage->options->look_context,
		.trace = trace,
	};
	if (!engine_is_in_memory(stage->store)) {
		remove_store(stage->store);
	}
	(void)world_create(&options, &world);
	return world;
}

void simulate_stage_leave(const struct simulate_stage *stage, struct world *world, bool keep)
{
	world_destroy(world);
	if (!keep && !engine_is_in_memory(stage->store)) {
		remove_store(stage->store);
	}
}

/* ---- days ---- */

struct run {
	const struct simulate_options *options;
	struct simulate_report *report;
	struct simulate_stage stage;
	struct world *world;     /* of the store in use; NULL = a new one is to be made */
	struct intent_list done; /* in this store */
	int day;                 /* of this store */
	int stores;
	int64_t midnight_ms; /* of the latest day; 0 = none yet */
	int64_t end_ms;      /* of what happened */
};

/* The first store is made in the evening before the first day, each other after the last day of the
 * one before. */
static bool begin_store(struct run *run)
{
	const struct simulate_options *options = run->options;
	run->stores++;
	if (options->folder != NULL) {
		text_format(run->stage.store, sizeof run->stage.store, "%s/giliran.db",
			options->folder);
		run->stage.one_machine =
			(options->faults & DAY_FAULT_KILL) != 0 && run->stores % 2 == 0;
	} else {
		text_format(run->stage.store, sizeof run->stage.store, "memory:simulate-%d",
			run->stores);
	}
	run->done.count = 0;
	run->day = 0;
	run->world = simulate_stage_world(&run->stage, options->trace);
	return run->world->failure.check[0] == '\0';
}

static void end_store(struct run *run, bool keep)
{
	struct simulate_report *report = run->report;
	struct world *world = run->world;
	if (world == NULL) {
		return;
	}
	report->acts += world->acts;
	report->refused += world->refused;
	report->deaths += world->deaths;
	report->estimate.counted += world->estimate.counted;
	report->estimate.right += world->estimate.right;
	report->learnt.counted += world->learnt.counted;
	report->learnt.right += world->learnt.right;
	for (int i = 0; i < INTENT_ACTS; i++) {
		report->done[i] += world->done[i];
	}
	report->hash = report->hash * 31 + world->hash;
	simulate_stage_leave(&run->stage, world, keep);
	run->world = NULL;
}

static void set_start(struct run *run, const struct office *office, int64_t ms)
{
	char time[CALENDAR_TIME_SIZE];
	calendar_format(office, ms, time);
	text_format(run->stage.at, sizeof run->stage.at, "%.19s", time);
}

enum { CLOSED_DAYS = 60 }; /* an office that is closed longer is not simulated */

/* The next day on which the office opens. */
static bool find_day(struct run *run, const struct office *office)
{
	for (int i = 0; i < CLOSED_DAYS; i++) {
		struct calendar_day day;
		run->midnight_ms += day_ms;
		if (calendar_day(office, run->midnight_ms, &day)) {
			return true;
		}
	}
	return false;
}

static bool perform(struct run *run, const struct intent_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		struct intent intent = list->items[i];
		bool right = world_perform(run->world, &intent);
		if (intent.act != INTENT_WORK) {
			intent_add(&run->done, intent);
		}
		if (!right) {
			return false;
		}
	}
	return true;
}

static bool run_day(struct run *run)
{
	struct intent_list list = {0};
	const struct office *office = &run->world->office;
	int64_t before = run->end_ms;
	if (!find_day(run, office)) {
		return world_fail(run->world, "office", "it never opens");
	}
	const struct day_plan plan = {
		.office = office,
		.seed = run->options->seed,
		.day = run->day,
		.midnight_ms = run->midnight_ms,
		.before_ms = before,
		.faults = run->options->faults,
	};
	day_draw(&plan, &list);
	calendar_date(office, run->midnight_ms, run->report->failed_date);
	bool right = perform(run, &list);
	run->end_ms = list.items[list.count - 1].at_ms;
	run->day++;
	intent_finish(&list);
	return right;
}

static bool run_days(struct run *run)
{
	int days_of_a_store = run->options->days_of_a_store;
	days_of_a_store = days_of_a_store > 0 ? days_of_a_store : DAYS_OF_A_STORE;
	for (int i = 0; i < run->options->days; i++) {
		if (run->world == NULL && !begin_store(run)) {
			return false;
		}
		if (run->midnight_ms == 0) {
			(void)calendar_parse_date(
				&run->world->office, first_date, &run->midnight_ms);
			run->midnight_ms -= day_ms;
			run->end_ms = run->world->true_ms;
		}
		run->report->failed_day = i + 1;
		if (!run_day(run)) {
			return false;
		}
		run->report->days++;
		if (run->day == days_of_a_store && i + 1 < run->options->days) {
			set_start(run, &run->world->office, run->end_ms);
			end_store(run, false);
		}
	}
	return true;
}

bool simulate_run(const struct simulate_options *options, struct simulate_report *out_report)
{
	struct run run = {.options = options, .report = out_report};
	*out_report = (struct simulate_report){.hash = options->seed};
	run.stage.options = options;
	text_copy(run.stage.at, sizeof run.stage.at, "2026-11-22T16:00:00");
	bool right = run_days(&run);
	if (!right) {
		out_report->failure = run.world->failure;
	} else {
		out_report->failed_day = 0;
	}
	end_store(&run, right && options->keep);
	if (!right) {
		char check[WORLD_CHECK_SIZE];
		text_copy(check, sizeof check, out_report->failure.check);
		simulate_shrink(&run.stage, &run.done, check, out_report);
	}
	intent_finish(&run.done);
	return right;
}

void simulate_finish(struct simulate_report *report)
{
	intent_finish(&report->shortest);
	free(report->shortest_text);
	report->shortest_text = NULL;
}
