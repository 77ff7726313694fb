#include "tests/unit/target_scene.h"
#include "tests/unit/check.h"

#include <string.h>

int64_t scene_at(const struct scene *scene, const char *time)
{
	char text[CALENDAR_TIME_SIZE];
	int64_t ms;
	snprintf(text, sizeof text, "2026-11-23T%s", time);
	assert_true(calendar_parse(&scene->office, text, &ms));
	return ms;
}

void scene_set_up(struct scene *scene, size_t counters, uint32_t services)
{
	memset(scene, 0, sizeof *scene);
	scene->office.zone = OFFICE_WITA;
	scene->office.service_count = SERVICES;
	for (int day = 0; day < 5; day++) {
		scene->office.week[day].open = (struct office_span){8 * 60, 15 * 60 + 30};
	}
	scene->line.office = &scene->office;
	scene->line.counter_count = counters;
	scene->line.settled_ms = scene_at(scene, "07:00:00");
	for (size_t i = 0; i < counters; i++) {
		scene->line.counters[i].services = services;
	}
}

void scene_settle(struct scene *scene, enum target_cause cause)
{
	target_settle(&scene->line, cause);
}

void scene_move(struct scene *scene, const char *time)
{
	target_advance(&scene->line, scene_at(scene, time));
}

void scene_open_counter(struct scene *scene, int counter, const char *time)
{
	scene_move(scene, time);
	scene->line.counters[counter].open = true;
	scene->line.counters[counter].free = true;
	scene_settle(scene, TARGET_OTHER);
}

void scene_close_counter(struct scene *scene, int counter, const char *time)
{
	scene_move(scene, time);
	scene->line.counters[counter].open = false;
	scene->line.counters[counter].free = false;
	scene_settle(scene, TARGET_OTHER);
}

void scene_open_busy(struct scene *scene, int counter, const char *time)
{
	scene_move(scene, time);
	scene->line.counters[counter].open = true;
	scene->line.counters[counter].free = false;
	scene_settle(scene, TARGET_OTHER);
}

void scene_finish(struct scene *scene, int counter, const char *time)
{
	scene_move(scene, time);
	scene->line.counters[counter].free = true;
	scene_settle(scene, TARGET_FINISH);
}

void scene_miss(struct scene *scene, int counter, const char *time)
{
	scene_move(scene, time);
	scene->line.counters[counter].free = true;
	scene_settle(scene, TARGET_OTHER);
}

void scene_issue_at(
	struct scene *scene, int64_t ticket, int service, const char *time, size_t ahead)
{
	struct target_line *line = &scene->line;
	scene_move(scene, time);
	assert_true(ahead <= line->clock_count);
	memmove(&line->clocks[ahead + 1], &line->clocks[ahead],
		(line->clock_count - ahead) * sizeof line->clocks[0]);
	line->clocks[ahead] = (struct target_clock){
		.ticket = ticket,
		.service = service,
		.since_ms = TICKET_NEVER,
		.high_ms = TICKET_NEVER,
		.ready_ms = TICKET_NEVER,
		.alone_since_ms = TICKET_NEVER,
	};
	line->clock_count++;
	scene_settle(scene, TARGET_OTHER);
}

void scene_issue(struct scene *scene, int64_t ticket, int service, const char *time)
{
	scene_issue_at(scene, ticket, service, time, scene->line.clock_count);
}

const struct target_clock *scene_clock(const struct scene *scene, int64_t ticket)
{
	for (size_t i = 0; i < scene->line.clock_count; i++) {
		if (scene->line.clocks[i].ticket == ticket) {
			return &scene->line.clocks[i];
		}
	}
	fail_msg("ticket %d is not in line", (int)ticket);
	return NULL;
}

bool scene_runs(const struct scene *scene, int64_t ticket)
{
	return scene_clock(scene, ticket)->since_ms != TICKET_NEVER;
}

int64_t scene_count_s(const struct scene *scene, int64_t ticket)
{
	return target_count(scene_clock(scene, ticket), scene->line.settled_ms) / 1000;
}

void scene_call(struct scene *scene, int counter, int64_t ticket, const char *time)
{
	struct target_line *line = &scene->line;
	scene_move(scene, time);
	size_t place = (size_t)(scene_clock(scene, ticket) - line->clocks);
	scene->called[ticket] = line->clocks[place];
	line->clock_count--;
	memmove(&line->clocks[place], &line->clocks[place + 1],
		(line->clock_count - place) * sizeof line->clocks[0]);
	line->counters[counter].free = false;
	target_call(&scene->called[ticket], line->settled_ms);
	scene_settle(scene, TARGET_OTHER);
}

int64_t scene_serve(struct scene *scene, int64_t ticket, const char *time)
{
	scene_move(scene, time);
	return target_elapsed(&scene->called[ticket], scene->line.settled_ms) / 1000;
}
