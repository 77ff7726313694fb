#ifndef TESTS_UNIT_TARGET_SCENE_H
#define TESTS_UNIT_TARGET_SCENE_H

#include "app/queue/target.h"

enum { KONS, JUAL, PERP, SERVICES };
enum { K = 1 << KONS, J = 1 << JUAL, P = 1 << PERP, ALL = K | J | P };
enum { LIMIT_S = 600, CALLED = 8 };

/* A desk in small: it does to the line what the acts of a day do. */
struct scene {
	struct office office;
	struct target_line line;
	struct target_clock called[CALLED];
};

/* Office time of "09:10:01" on Monday 2026-11-23. */
int64_t scene_at(const struct scene *scene, const char *time);

/* An office open Monday to Friday 08.00 to 15.30 with closed counters for `services`, at 07.00. */
void scene_set_up(struct scene *scene, size_t counters, uint32_t services);

void scene_move(struct scene *scene, const char *time);
void scene_settle(struct scene *scene, enum target_cause cause);

/* Acts at a counter (from 0). A busy one serves somebody of no interest. */
void scene_open_counter(struct scene *scene, int counter, const char *time);
void scene_close_counter(struct scene *scene, int counter, const char *time);
void scene_open_busy(struct scene *scene, int counter, const char *time);
void scene_finish(struct scene *scene, int counter, const char *time);
void scene_miss(struct scene *scene, int counter, const char *time);

/* A ticket below CALLED takes its place at the end of the line, or behind the first `ahead`. */
void scene_issue(struct scene *scene, int64_t ticket, int service, const char *time);
void scene_issue_at(
	struct scene *scene, int64_t ticket, int service, const char *time, size_t ahead);

void scene_call(struct scene *scene, int counter, int64_t ticket, const char *time);
/* Seconds up to service. */
int64_t scene_serve(struct scene *scene, int64_t ticket, const char *time);

/* Of a ticket in line: its clock, whether that runs, and its count. */
const struct target_clock *scene_clock(const struct scene *scene, int64_t ticket);
bool scene_runs(const struct scene *scene, int64_t ticket);
int64_t scene_count_s(const struct scene *scene, int64_t ticket);

#endif
