#ifndef APP_KIOSK_STEP_H
#define APP_KIOSK_STEP_H

#include "app/queue/guest.h"

/*
 * The guest book as the visitor meets it: a group of fields at a time. The tables in step.c are the
 * one place that says which fields are asked together, in which order and under which question.
 */
enum step_kind {
	STEP_TYPE,  /* one or two typed fields and the keyboard */
	STEP_ROWS,  /* rows of small choices, one a field */
	STEP_TILES, /* one choice on large tiles; "other" may lead to the keyboard */
	STEP_NEEDS, /* special needs and the size of the party */
};

enum { STEP_FIELDS = 3 };
#define STEP_NO_FIELD GUEST_FIELDS

struct step {
	enum step_kind kind;
	const char *title; /* text key */
	const char *rest;  /* the title where the first field is not asked; NULL = the same */
	int field_count;
	enum guest_field fields[STEP_FIELDS];
	int item;               /* of data needed, which the step is about; 0 the first */
	enum guest_field other; /* STEP_TILES: where "other" is typed; STEP_NO_FIELD = nowhere */
	const char *other_title;
};

/* Steps of `service` for `guest` as filled so far: those with a field that is asked. One at least.
 */
int step_count(const struct office_service *service, const struct guest *guest);

/* Step `index`, from 0, with the fields that are asked; past the last, the last one. */
struct step step_at(const struct office_service *service, const struct guest *guest, int index);

/* Index of the step that has `field`; -1 when it is not asked. */
int step_find(
	const struct office_service *service, const struct guest *guest, enum guest_field field);

/* Whether `field` is among the step's. */
bool step_has(const struct step *step, enum guest_field field);

/* Whether nothing was entered in `step` yet. */
bool step_is_empty(const struct step *step, const struct guest *guest);

/* Whether `step` may be left empty. */
bool step_is_optional(
	const struct step *step, const struct guest *guest, const struct office_service *service);

/* Key of the sentence that helps with `result` in `field`; NULL when it is OK. */
const char *step_error_key(enum guest_field field, enum result result);

#endif
