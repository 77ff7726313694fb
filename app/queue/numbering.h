#ifndef APP_QUEUE_NUMBERING_H
#define APP_QUEUE_NUMBERING_H

#include "app/queue/ticket.h"

/* "K" and 7 make "K007": at least three digits, shown in full beyond 999 (design §3). */
void numbering_format(const char *prefix, int sequence, char out_number[TICKET_NUMBER_SIZE]);

/*
 * The number that counts as the last one given after a store was made from a copy in which `last`
 * was: a full thousand, at least a thousand further, more than an office gives in a day, so that
 * what the lost store may have given meanwhile is not given again.
 */
int numbering_skip(int last);

/* The parts of a number typed by a person: "k7", "K007" and "K 007" are all K, 7. */
bool numbering_parse(const char *number, char out_prefix[OFFICE_PREFIX_SIZE], int *out_sequence);

#endif
