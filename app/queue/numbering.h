#ifndef APP_QUEUE_NUMBERING_H
#define APP_QUEUE_NUMBERING_H

#include "app/queue/ticket.h"

/* "K" and 7 make "K007": at least three digits, shown in full beyond 999 (design §3). */
void numbering_format(const char *prefix, int sequence, char out_number[TICKET_NUMBER_SIZE]);

/* The parts of a number typed by a person: "k7", "K007" and "K 007" are all K, 7. */
bool numbering_parse(const char *number, char out_prefix[OFFICE_PREFIX_SIZE], int *out_sequence);

#endif
