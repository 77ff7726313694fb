#ifndef TESTS_UNIT_CALENDAR_SCENE_H
#define TESTS_UNIT_CALENDAR_SCENE_H

#include "app/queue/calendar.h"

/* Reads assets/calendar/indonesia-2026.csv into `office`, entered at `known_ms`. */
void calendar_scene_add_2026(struct office *office, int64_t known_ms);

/* "2026-11-23" as a day, "2026-11-23T09:00:00" as office time; fails the test when it is none. */
int calendar_scene_day(const char *date);
int64_t calendar_scene_at(const struct office *office, const char *time);

#endif
