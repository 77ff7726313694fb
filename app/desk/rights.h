#ifndef APP_DESK_RIGHTS_H
#define APP_DESK_RIGHTS_H

#include "app/desk/desk.h"

/* What a role may see or do beyond the acts at a counter, which are everybody's. */
enum desk_right {
	DESK_SET_ROSTER,  /* who is at which counter: the head alone plans for others */
	DESK_EXPLAIN_ANY, /* asked why a promise was broken, whoever served then */
	DESK_SEE_EARLIER, /* that a guest has been here before: who talks with them about data */
};

bool desk_role_may(enum desk_role role, enum desk_right right);

#endif
