#ifndef APP_DESK_FINGERPRINT_H
#define APP_DESK_FINGERPRINT_H

#include "app/queue/office.h"

enum { FINGERPRINT_SIZE = 33 };

/*
 * What an office promises and when, as 32 hexadecimal digits (BLAKE2b of 16 bytes): zone, rules,
 * services with prefixes, targets, standards and quotas, whether the number comes first and which
 * services have none, counters, week, seasons, holidays and closures with the time at which each
 * was entered. Two offices have the same one exactly when all of that is the same; names of
 * services, texts for people, row numbers, and what may change without a trace in the queue (the
 * questions of the guest book, the voice) are no part of it.
 */
void office_fingerprint(const struct office *office, char out_hex[FINGERPRINT_SIZE]);

/* Whether `hex` is the fingerprint of this office, as it is made now or as older logs have it:
 * their edition is without the number first and the services that have none. */
bool office_has_fingerprint(const struct office *office, const char *hex);

#endif
