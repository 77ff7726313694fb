#ifndef APP_KIOSK_AWAITED_H
#define APP_KIOSK_AWAITED_H

#include "app/desk/desk_thread.h"

/*
 * Which answer of the desk is for who stands here now. A desk that was silent for long answers all
 * the same, and by then somebody else may wait for an answer of the same kind: so what is asked for
 * a visitor bears a number, and only the answer to the newest is heard.
 */
struct awaited {
	int newest; /* lives as long as the program, not the visit */
};

/* Numbers a request of a visitor, before it is posted. */
void awaited_ask(struct awaited *awaited, struct desk_request *request);

/* Whether a message answers a visitor's request that is not the newest one. */
bool awaited_is_stale(const struct awaited *awaited, const struct desk_message *message);

#endif
