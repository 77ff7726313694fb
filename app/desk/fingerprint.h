#ifndef APP_DESK_FINGERPRINT_H
#define APP_DESK_FINGERPRINT_H

#include "app/queue/office.h"

enum { FINGERPRINT_SIZE = 33 };

/*
 * What an office promises and when, as 32 hexadecimal digits (BLAKE2b of 16 bytes): zone, rules,
 * services with prefixes, targets, standards and quotas, counters, week, seasons, holidays and
 * closures with the time at which each was entered. Two offices have the same one exactly when all
 * of that is the same; names of services, texts for people and row numbers are no part of it.
 */
void office_fingerprint(const struct office *office, char out_hex[FINGERPRINT_SIZE]);

#endif
