#ifndef APP_REPORT_SCOPE_H
#define APP_REPORT_SCOPE_H

#include "app/desk/desk.h"

/*
 * Who may see what of the figures. A clerk sees today: the office's totals, and in detail (the
 * sheets of broken promises, the own row) the own counter. A treasurer sees the services that are
 * charged for, of any day; the head sees everything.
 */
struct report_scope {
	uint32_t services; /* bit i = office.services[i] */
	int counter;       /* whose details alone; 0 = everybody's */
	bool past;         /* other days than today */
	bool ratings;      /* they are of all services together */
};

/* `counter` is the one at which this member of staff stands. */
struct report_scope report_scope_of(const struct office *office, enum desk_role role, int counter);

/* Whether the figures are of the whole office: the literal figure, and what priority costs, are
 * those of one line and cannot be told of a part of it. */
bool report_scope_is_whole(const struct office *office, const struct report_scope *scope);

#endif
