#ifndef APP_DESK_RATING_H
#define APP_DESK_RATING_H

#include "app/queue/event.h"
#include "db/rating_rows.h"

struct desk;

/* Whether the answers in the store are those that the event of a finished rating has the hash of.
 * Inside a transaction. */
bool rating_is_right(struct desk *desk, const struct event *event);

#endif
