#ifndef TESTS_SCREENS_CONSOLE_MODEL_H
#define TESTS_SCREENS_CONSOLE_MODEL_H

#include "app/console/shift.h"

/*
 * Pictures of a morning at the office of Tana Tidung, Monday 23 November 2026, for the console's
 * tests: Ani Rahmawati at counter 2, Budi Santoso at counter 1. A shift made here owns its office
 * and view; finish it with shift_finish.
 */
enum { MODEL_KONS, MODEL_JUAL, MODEL_PERP, MODEL_REKOM, MODEL_DTSEN };

/* Office ms of that day at this hour, minute and second of WITA. */
int64_t model_at(int hour, int minute, int second);

void model_office(struct office *out_office);

/* At the store's door: nothing known yet. */
void model_starting(struct shift *shift);
/* Store open, three members of staff to choose from. */
void model_staff(struct shift *shift);
/* Ani chosen; `head` = the head, who has no PIN yet. */
void model_pin(struct shift *shift, bool head);
/* Ani signed in, counter 1 taken. */
void model_counters(struct shift *shift);
/* Ani at counter 2, free, nobody waiting, at 10.31.24. */
void model_desk(struct shift *shift);

/* Adds a waiting visitor who came at `issued`; with `clock_start` not TICKET_NEVER its clock runs.
 * The first whom counter 2 serves becomes its next. */
void model_wait(
	struct shift *shift, const char *number, int service, int64_t issued, int64_t clock_start);
/* Puts the visitor of the pictures at counter 2: K007 served since 10.27.18. */
void model_serving(struct shift *shift);
/* D006, called twice, its clock running since 10.35.12. */
void model_called(struct shift *shift);
/* The queue of the first picture. */
void model_queue(struct shift *shift);
/* K008, next at counter 2 that stands free since 10.46.47. */
void model_late(struct shift *shift);
/* State of the kiosk's printer. */
struct view_device *model_printer(struct shift *shift, enum result reason, bool near_end);

/* Ani helps at kiosk-1 (call 6) while K007 is served; `visitor` = nobody calls. */
void model_helped(struct shift *shift, bool visitor);

#endif
