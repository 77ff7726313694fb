#ifndef APP_DESK_THREAD_ACTS_H
#define APP_DESK_THREAD_ACTS_H

#include "app/desk/desk_thread.h"

/*
 * Does what `request` asks and answers in `out_message` (result, ticket, slip, staff). Acts that
 * only the thread knows (DESK_WATCH_COUNTER, DESK_REFRESH) are answered with OK.
 */
void thread_act(
	struct desk *desk, const struct desk_request *request, struct desk_message *out_message);

/* The same for what a clerk does for the room (thread_room.c). */
enum result thread_act_room(
	struct desk *desk, const struct desk_request *request, struct desk_message *out_message);

#endif
