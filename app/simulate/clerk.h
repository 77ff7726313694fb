#ifndef APP_SIMULATE_CLERK_H
#define APP_SIMULATE_CLERK_H

#include "app/simulate/mirror.h"

/*
 * A clerk who looks at the counter and the line as acknowledged (mirror.h), and presses what makes
 * sense: `intent`, which is INTENT_WORK, becomes that act. Its argument decides what is luck. False
 * when there is nothing to do.
 */
bool clerk_decide(struct mirror *mirror, struct intent *intent);

#endif
