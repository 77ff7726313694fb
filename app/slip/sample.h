#ifndef APP_SLIP_SAMPLE_H
#define APP_SLIP_SAMPLE_H

#include "app/desk/desk.h"

/*
 * The slip (slip.h) of a visitor who never came, to show how the office's are: an ordinary one of
 * the first service, issued at `now_ms`, with two people before. A `test` is for paper: it says so,
 * and its number, the one before the first, is never given.
 */
struct desk_slip slip_sample(const struct office *office, int64_t now_ms, bool test);

#endif
