#ifndef APP_DESK_ROOM_H
#define APP_DESK_ROOM_H

#include "app/desk/desk.h"

/* What staff look through beside the picture of the desk (view.h). */

enum { DESK_TICKETS = 1024 }; /* listed of one day */

/* The tickets of `date`, NULL = today, in whatever state, the latest first; at most `size`. */
enum result desk_list_tickets(struct desk *desk, const char *date, struct ticket *out_tickets,
	size_t size, size_t *out_count);

#endif
