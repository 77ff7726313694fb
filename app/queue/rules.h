#ifndef APP_QUEUE_RULES_H
#define APP_QUEUE_RULES_H

#include "app/queue/office.h"

/*
 * What a day is computed from beside its events and the calendar: the hours of the week, the head
 * start, prefixes and promises of the services, the counters. An office may change these at any
 * moment; its days before are proven by what they were then, which is kept as one line of text.
 */
enum { RULES_SIZE = 2048 };

/* Writes them; there is always room. */
void rules_write(const struct office *office, char out_text[RULES_SIZE]);

/* Puts what rules_write wrote in the place of those of `office`: services beyond its count are not
 * there then. False when the text is none of rules_write's; *office is of no use then. */
bool rules_read(const char *text, struct office *office);

#endif
