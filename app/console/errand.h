#ifndef APP_CONSOLE_ERRAND_H
#define APP_CONSOLE_ERRAND_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

/* Work that may take its time, on a thread of its own, one piece at a time. All zero = none yet. */
struct errand {
	pthread_t thread;
	bool started; /* and not joined yet */
	atomic_bool busy;
};

bool errand_is_busy(struct errand *errand);

/*
 * Begins `work` with `context`, which it may use until errand_finish; not while it is busy. Without
 * a thread it returns false and logs that there is none to `what` ("look for devices").
 */
bool errand_begin(
	struct errand *errand, void *(*work)(void *context), void *context, const char *what);

/* Called by the work before it hands over what it found: whoever gets that may begin the next. */
void errand_done(struct errand *errand);

/* Waits for the work that is under way. */
void errand_finish(struct errand *errand);

#endif
